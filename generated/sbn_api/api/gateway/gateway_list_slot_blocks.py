"""GET /slots/{slot_id}/blocks: List the SmartBlocks of a slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    Unset,
    headers as _headers,
    query as _query,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.slot_blocks_answer import SlotBlocksAnswer
    from ...types import Response

_QUERY: dict[str, _Shape] = {"limit": "integer"}


def _build_request(
    slot_id: str, *, limit: int | None | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        f"/slots/{_segment('slot_id', slot_id)}/blocks",
        query=_query({"limit": limit}, _QUERY),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> SlotBlocksAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.slot_blocks_answer import SlotBlocksAnswer

    return SlotBlocksAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_list_slot_blocks",
    method="GET",
    path="/slots/{slot_id}/blocks",
)


def sync_detailed(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SlotBlocksAnswer]:
    """List the SmartBlocks of a slot.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(slot_id=slot_id, limit=limit, x_tenant_id=x_tenant_id))


def sync(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SlotBlocksAnswer | None:
    """List the SmartBlocks of a slot.

    Args:
        slot_id: The slot.
        client: Sends the request.
        limit: Rows at most.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_list_slot_blocks`
    """
    return sync_detailed(slot_id=slot_id, limit=limit, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SlotBlocksAnswer]:
    """List the SmartBlocks of a slot.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(slot_id=slot_id, limit=limit, x_tenant_id=x_tenant_id))


async def asyncio(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    limit: int | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SlotBlocksAnswer | None:
    """List the SmartBlocks of a slot.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(slot_id=slot_id, limit=limit, x_tenant_id=x_tenant_id, client=client)
    ).parsed
