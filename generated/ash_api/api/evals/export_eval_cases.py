"""GET /api/agents/{name}/eval-cases/export: Retrieve all cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.eval_case_list import EvalCaseList
    from ...types import Response


def _build_request(name: str) -> Request:
    return Request("GET", f"/api/agents/{_segment('name', name)}/eval-cases/export")


def _parse_response(answer: Answer) -> EvalCaseList:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.eval_case_list import EvalCaseList

    return EvalCaseList.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="exportEvalCases",
    method="GET",
    path="/api/agents/{name}/eval-cases/export",
)


def sync_detailed(name: str, *, client: AuthenticatedClient) -> Response[ApiError | EvalCaseList]:
    """Retrieve all cases.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name))


def sync(name: str, *, client: AuthenticatedClient) -> ApiError | EvalCaseList | None:
    """Retrieve all cases.

    Args:
        name: Name of the agent.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `exportEvalCases`
    """
    return sync_detailed(name=name, client=client).parsed


async def asyncio_detailed(name: str, *, client: AuthenticatedClient) -> Response[ApiError | EvalCaseList]:
    """Retrieve all cases.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name))


async def asyncio(name: str, *, client: AuthenticatedClient) -> ApiError | EvalCaseList | None:
    """Retrieve all cases.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, client=client)).parsed
