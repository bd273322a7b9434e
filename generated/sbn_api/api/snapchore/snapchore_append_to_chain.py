"""POST /internal/snapchore/chain/{chain_id}/append: Append an entry to a chain."""

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
    from ...models.chain_append import ChainAppend
    from ...models.chain_entry import ChainEntry
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(chain_id: str, *, body: ChainAppend, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        f"/internal/snapchore/chain/{_segment('chain_id', chain_id)}/append",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> ChainEntry:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.chain_entry import ChainEntry

    return ChainEntry.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="snapchore_append_to_chain",
    method="POST",
    path="/internal/snapchore/chain/{chain_id}/append",
    body=(
        "fields",
        {
            "block_hash": "string",
            "event_type": "string",
            "block_id": "string",
            "metadata": ("fields", {}, (), None),
        },
        ("block_hash", "event_type"),
        None,
    ),
)


def sync_detailed(
    chain_id: str, *, client: AuthenticatedClient, body: ChainAppend, x_tenant_id: str | None | Unset = UNSET
) -> Response[ChainEntry | ErrorBody]:
    """Append an entry to a chain.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(chain_id=chain_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    chain_id: str, *, client: AuthenticatedClient, body: ChainAppend, x_tenant_id: str | None | Unset = UNSET
) -> ChainEntry | ErrorBody | None:
    """Append an entry to a chain.

    Args:
        chain_id: The chain.
        client: Sends the request.
        body: An entry to append.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `snapchore_append_to_chain`
    """
    return sync_detailed(chain_id=chain_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    chain_id: str, *, client: AuthenticatedClient, body: ChainAppend, x_tenant_id: str | None | Unset = UNSET
) -> Response[ChainEntry | ErrorBody]:
    """Append an entry to a chain.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(chain_id=chain_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    chain_id: str, *, client: AuthenticatedClient, body: ChainAppend, x_tenant_id: str | None | Unset = UNSET
) -> ChainEntry | ErrorBody | None:
    """Append an entry to a chain.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(chain_id=chain_id, x_tenant_id=x_tenant_id, body=body, client=client)
    ).parsed
