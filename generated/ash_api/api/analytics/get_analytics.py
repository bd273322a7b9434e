"""GET /api/analytics: Retrieve numbers over agents, sessions, usage and evaluations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    import datetime

    from ...client import AuthenticatedClient
    from ...models.analytics import Analytics
    from ...models.api_error import ApiError
    from ...types import Response

_QUERY: dict[str, _Shape] = {"after": "date-time", "before": "date-time"}


def _build_request(
    *, after: datetime.datetime | None | Unset = UNSET, before: datetime.datetime | None | Unset = UNSET
) -> Request:
    return Request("GET", "/api/analytics", query=_query({"after": after, "before": before}, _QUERY))


def _parse_response(answer: Answer) -> Analytics:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.analytics import Analytics

    return Analytics.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="getAnalytics", method="GET", path="/api/analytics"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Response[Analytics | ApiError]:
    """Retrieve numbers over agents, sessions, usage and evaluations.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(after=after, before=before))


def sync(
    *,
    client: AuthenticatedClient,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Analytics | ApiError | None:
    """Retrieve numbers over agents, sessions, usage and evaluations.

    Args:
        client: Sends the request.
        after: Only from this moment on.
        before: Only up to this moment.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `getAnalytics`
    """
    return sync_detailed(after=after, before=before, client=client).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Response[Analytics | ApiError]:
    """Retrieve numbers over agents, sessions, usage and evaluations.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(after=after, before=before))


async def asyncio(
    *,
    client: AuthenticatedClient,
    after: datetime.datetime | None | Unset = UNSET,
    before: datetime.datetime | None | Unset = UNSET,
) -> Analytics | ApiError | None:
    """Retrieve numbers over agents, sessions, usage and evaluations.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(after=after, before=before, client=client)).parsed
