"""GET /v1/billing/usage: Retrieve the usage of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.usage import Usage
    from ...types import Response

_QUERY: dict[str, _Shape] = {"month": ("bounded", "string", {"pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"})}


def _build_request(*, month: str | None | Unset = UNSET) -> Request:
    return Request("GET", "/v1/billing/usage", query=_query({"month": month}, _QUERY))


def _parse_response(answer: Answer) -> Usage:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.usage import Usage

    return Usage.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="get_usage", method="GET", path="/v1/billing/usage"
)


def sync_detailed(
    *, client: AuthenticatedClient, month: str | None | Unset = UNSET
) -> Response[ErrorEnvelope | Usage]:
    """Retrieve the usage of a month.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(month=month))


def sync(*, client: AuthenticatedClient, month: str | None | Unset = UNSET) -> ErrorEnvelope | Usage | None:
    """Retrieve the usage of a month.

    Args:
        client: Sends the request.
        month: The month as `YYYY-MM`; the server's default is the current one, in UTC.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_usage`
    """
    return sync_detailed(month=month, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, month: str | None | Unset = UNSET
) -> Response[ErrorEnvelope | Usage]:
    """Retrieve the usage of a month.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(month=month))


async def asyncio(
    *, client: AuthenticatedClient, month: str | None | Unset = UNSET
) -> ErrorEnvelope | Usage | None:
    """Retrieve the usage of a month.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(month=month, client=client)).parsed
