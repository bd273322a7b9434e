"""POST /internal/numa/signals/poll: Get what is new on several lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.numa_lanes import NumaLanes
    from ...models.numa_poll import NumaPoll
    from ...types import Response


def _build_request(*, body: NumaPoll, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        "/internal/numa/signals/poll",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> NumaLanes:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.numa_lanes import NumaLanes

    return NumaLanes.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="numa_poll_signals",
    method="POST",
    path="/internal/numa/signals/poll",
    idempotent=True,
    body=(
        "fields",
        {
            "cursors": (
                "items",
                ("fields", {"lane": "string", "since": ("any", "string", "null")}, ("lane", "since"), None),
            ),
            "limit_per_lane": "integer",
            "frontier_id": "string",
        },
        ("cursors", "limit_per_lane"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: NumaPoll, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | NumaLanes]:
    """Get what is new on several lanes.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: NumaPoll, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | NumaLanes | None:
    """Get what is new on several lanes.

    The cursors are the caller's; it reads, so it may be repeated.

    Args:
        client: Sends the request.
        body: Lanes to look at.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `numa_poll_signals`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: NumaPoll, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | NumaLanes]:
    """Get what is new on several lanes.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: NumaPoll, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | NumaLanes | None:
    """Get what is new on several lanes.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
