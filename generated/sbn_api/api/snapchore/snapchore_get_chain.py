"""GET /internal/snapchore/chain/{chain_id}: Get a whole chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.chain import Chain
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(chain_id: str, *, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "GET",
        f"/internal/snapchore/chain/{_segment('chain_id', chain_id)}",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> Chain:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.chain import Chain

    return Chain.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="snapchore_get_chain",
    method="GET",
    path="/internal/snapchore/chain/{chain_id}",
)


def sync_detailed(
    chain_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[Chain | ErrorBody]:
    """Get a whole chain.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(chain_id=chain_id, x_tenant_id=x_tenant_id))


def sync(
    chain_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Chain | ErrorBody | None:
    """Get a whole chain.

    Args:
        chain_id: The chain.
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `snapchore_get_chain`
    """
    return sync_detailed(chain_id=chain_id, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    chain_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[Chain | ErrorBody]:
    """Get a whole chain.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(chain_id=chain_id, x_tenant_id=x_tenant_id))


async def asyncio(
    chain_id: str, *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Chain | ErrorBody | None:
    """Get a whole chain.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(chain_id=chain_id, x_tenant_id=x_tenant_id, client=client)).parsed
