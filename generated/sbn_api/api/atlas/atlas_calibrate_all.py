"""POST /api/atlas/calibrate/all: Calibrate every frontier."""

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
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.calibration_list import CalibrationList
    from ...models.error_body import ErrorBody
    from ...types import Response

_QUERY: dict[str, _Shape] = {"window_days": "integer", "force": "boolean"}


def _build_request(*, window_days: int, force: bool, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        "/api/atlas/calibrate/all",
        query=_query({"window_days": window_days, "force": force}, _QUERY, required=("window_days", "force")),
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
    )


def _parse_response(answer: Answer) -> CalibrationList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.calibration_list import CalibrationList

    return CalibrationList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="atlas_calibrate_all",
    method="POST",
    path="/api/atlas/calibrate/all",
)


def sync_detailed(
    *, client: AuthenticatedClient, window_days: int, force: bool, x_tenant_id: str | None | Unset = UNSET
) -> Response[CalibrationList | ErrorBody]:
    """Calibrate every frontier.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(window_days=window_days, force=force, x_tenant_id=x_tenant_id))


def sync(
    *, client: AuthenticatedClient, window_days: int, force: bool, x_tenant_id: str | None | Unset = UNSET
) -> CalibrationList | ErrorBody | None:
    """Calibrate every frontier.

    The arguments are in the query, and the package sends no body.

    Args:
        client: Sends the request.
        window_days: How far to look back, in days; the package sends 7.
        force: Whether to calibrate where there is little to go by; the package sends false.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `atlas_calibrate_all`
    """
    return sync_detailed(window_days=window_days, force=force, x_tenant_id=x_tenant_id, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, window_days: int, force: bool, x_tenant_id: str | None | Unset = UNSET
) -> Response[CalibrationList | ErrorBody]:
    """Calibrate every frontier.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(window_days=window_days, force=force, x_tenant_id=x_tenant_id))


async def asyncio(
    *, client: AuthenticatedClient, window_days: int, force: bool, x_tenant_id: str | None | Unset = UNSET
) -> CalibrationList | ErrorBody | None:
    """Calibrate every frontier.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(window_days=window_days, force=force, x_tenant_id=x_tenant_id, client=client)
    ).parsed
