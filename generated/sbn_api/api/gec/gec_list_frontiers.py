"""GET /api/gec/frontiers: Get the registry of frontiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.gec_registry import GecRegistry
    from ...types import Response


def _build_request(
    *, if_none_match: str | None | Unset = UNSET, x_tenant_id: str | None | Unset = UNSET
) -> Request:
    return Request(
        "GET",
        "/api/gec/frontiers",
        headers=_headers({"If-None-Match": if_none_match, "X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> GecRegistry:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.gec_registry import GecRegistry

    return GecRegistry.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if answer.status == 304:
        return None

    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="gec_list_frontiers",
    method="GET",
    path="/api/gec/frontiers",
    conditional=True,
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    if_none_match: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | GecRegistry | None]:
    """Get the registry of frontiers.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(if_none_match=if_none_match, x_tenant_id=x_tenant_id))


def sync(
    *,
    client: AuthenticatedClient,
    if_none_match: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | GecRegistry | None:
    """Get the registry of frontiers.

    Args:
        client: Sends the request.
        if_none_match: The version that the caller has, an entity tag.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `gec_list_frontiers`
    """
    return sync_detailed(if_none_match=if_none_match, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    if_none_match: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> Response[ErrorBody | GecRegistry | None]:
    """Get the registry of frontiers.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(if_none_match=if_none_match, x_tenant_id=x_tenant_id))


async def asyncio(
    *,
    client: AuthenticatedClient,
    if_none_match: str | None | Unset = UNSET,
    x_tenant_id: str | None | Unset = UNSET,
) -> ErrorBody | GecRegistry | None:
    """Get the registry of frontiers.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(if_none_match=if_none_match, x_tenant_id=x_tenant_id, client=client)
    ).parsed
