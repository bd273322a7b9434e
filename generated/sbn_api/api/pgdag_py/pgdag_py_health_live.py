"""GET /pgdag-py/health/live: Get the state of the server that runs templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.pgdag_py_health import PgdagPyHealth
    from ...types import Response


def _build_request(*, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request("GET", "/pgdag-py/health/live", headers=_headers({"X-Tenant-ID": x_tenant_id}))


def _parse_response(answer: Answer) -> PgdagPyHealth:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.pgdag_py_health import PgdagPyHealth

    return PgdagPyHealth.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="pgdag_py_health_live",
    method="GET",
    path="/pgdag-py/health/live",
    since="0.14",
)


def sync_detailed(
    *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | PgdagPyHealth]:
    """Get the state of the server that runs templates.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id))


def sync(
    *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | PgdagPyHealth | None:
    """Get the state of the server that runs templates.

    Args:
        client: Sends the request.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `pgdag_py_health_live`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | PgdagPyHealth]:
    """Get the state of the server that runs templates.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id))


async def asyncio(
    *, client: AuthenticatedClient, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | PgdagPyHealth | None:
    """Get the state of the server that runs templates.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, client=client)).parsed
