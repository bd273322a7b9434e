"""GET /v1/tasks/{id}/result: Retrieve the result of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.result import Result
    from ...models.result_pending import ResultPending
    from ...types import Response


def _build_request(id: str) -> Request:
    return Request("GET", f"/v1/tasks/{_segment('id', id)}/result")


def _parse_response(answer: Answer) -> Result | ResultPending:
    if answer.status == 202:
        from ...models.result_pending import ResultPending

        return ResultPending.from_dict(answer.json())

    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.result import Result

    return Result.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 404, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="get_result", method="GET", path="/v1/tasks/{id}/result"
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | Result | ResultPending]:
    """Retrieve the result of a task.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id))


def sync(id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | Result | ResultPending | None:
    """Retrieve the result of a task.

    200 from the state `verified` on; settlement may follow later. 202 while labels are still collected,
    which may be for ever when there is no consensus.

    Args:
        id: Id of the task.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_result`
    """
    return sync_detailed(id=id, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | Result | ResultPending]:
    """Retrieve the result of a task.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id))


async def asyncio(id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | Result | ResultPending | None:
    """Retrieve the result of a task.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, client=client)).parsed
