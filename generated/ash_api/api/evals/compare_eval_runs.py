"""GET /api/agents/{name}/eval-runs/compare: Compare two runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    query as _query,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.eval_comparison_result import EvalComparisonResult
    from ...types import Response

_QUERY: dict[str, _Shape] = {"runA": "uuid", "runB": "uuid"}


def _build_request(name: str, *, run_a: str, run_b: str) -> Request:
    return Request(
        "GET",
        f"/api/agents/{_segment('name', name)}/eval-runs/compare",
        query=_query({"runA": run_a, "runB": run_b}, _QUERY, required=("runA", "runB")),
    )


def _parse_response(answer: Answer) -> EvalComparisonResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.eval_comparison_result import EvalComparisonResult

    return EvalComparisonResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="compareEvalRuns",
    method="GET",
    path="/api/agents/{name}/eval-runs/compare",
)


def sync_detailed(
    name: str, *, client: AuthenticatedClient, run_a: str, run_b: str
) -> Response[ApiError | EvalComparisonResult]:
    """Compare two runs.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, run_a=run_a, run_b=run_b))


def sync(
    name: str, *, client: AuthenticatedClient, run_a: str, run_b: str
) -> ApiError | EvalComparisonResult | None:
    """Compare two runs.

    Args:
        name: Name of the agent.
        client: Sends the request.
        run_a: Id of the first run.
        run_b: Id of the second run.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `compareEvalRuns`
    """
    return sync_detailed(name=name, run_a=run_a, run_b=run_b, client=client).parsed


async def asyncio_detailed(
    name: str, *, client: AuthenticatedClient, run_a: str, run_b: str
) -> Response[ApiError | EvalComparisonResult]:
    """Compare two runs.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, run_a=run_a, run_b=run_b))


async def asyncio(
    name: str, *, client: AuthenticatedClient, run_a: str, run_b: str
) -> ApiError | EvalComparisonResult | None:
    """Compare two runs.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, run_a=run_a, run_b=run_b, client=client)).parsed
