"""POST /slots/{slot_id}/seal: Seal the current generation of a slot, which stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.empty import Empty
    from ...models.error_body import ErrorBody
    from ...models.slot_seal_answer import SlotSealAnswer
    from ...types import Response


def _build_request(
    slot_id: str, *, body: Empty | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "POST",
        f"/slots/{_segment('slot_id', slot_id)}/seal",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> SlotSealAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.slot_seal_answer import SlotSealAnswer

    return SlotSealAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gateway_seal_slot",
    method="POST",
    path="/slots/{slot_id}/seal",
    since="0.14",
    body=("fields", {}, (), None),
)


def sync_detailed(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SlotSealAnswer]:
    """Seal the current generation of a slot, which stays open.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(slot_id=slot_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SlotSealAnswer | None:
    """Seal the current generation of a slot, which stays open.

    Whether a second seal composes nothing or the next generation is not known.

    Args:
        slot_id: The slot.
        client: Sends the request.
        body: An empty object.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gateway_seal_slot`
    """
    return sync_detailed(slot_id=slot_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | SlotSealAnswer]:
    """Seal the current generation of a slot, which stays open.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(slot_id=slot_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    slot_id: str,
    *,
    client: AuthenticatedClient,
    body: Empty | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | SlotSealAnswer | None:
    """Seal the current generation of a slot, which stays open.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(slot_id=slot_id, x_tenant_id=x_tenant_id, body=body, client=client)).parsed
