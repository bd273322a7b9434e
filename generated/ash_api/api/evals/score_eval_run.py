"""POST /api/agents/{name}/eval-runs/{id}/score: Score a run, or one of its results, by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    Answer,
    Operation,
    Request,
    Shape as _Shape,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.score_eval_run_request import ScoreEvalRunRequest
    from ...models.score_eval_run_result import ScoreEvalRunResult
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(name: str, id: str, *, body: ScoreEvalRunRequest) -> Request:
    return Request(
        "POST",
        f"/api/agents/{_segment('name', name)}/eval-runs/{_segment('id', id, _PATH['id'])}/score",
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> ScoreEvalRunResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.score_eval_run_result import ScoreEvalRunResult

    return ScoreEvalRunResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="scoreEvalRun",
    method="POST",
    path="/api/agents/{name}/eval-runs/{id}/score",
    idempotent=True,
    body=(
        "fields",
        {
            "resultId": "uuid",
            "humanScore": ("bounded", "number", {"minimum": 1, "maximum": 5}),
            "humanNotes": ("bounded", "string", {"maxLength": 10000}),
        },
        (),
        None,
    ),
)


def sync_detailed(
    name: str, id: str, *, client: AuthenticatedClient, body: ScoreEvalRunRequest
) -> Response[ApiError | ScoreEvalRunResult]:
    """Score a run, or one of its results, by hand.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, id=id, body=body))


def sync(
    name: str, id: str, *, client: AuthenticatedClient, body: ScoreEvalRunRequest
) -> ApiError | ScoreEvalRunResult | None:
    """Score a run, or one of its results, by hand.

    One of `humanScore` and `humanNotes` is needed.

    Args:
        name: Name of the agent.
        id: Id of the run, a UUID.
        client: Sends the request.
        body: A score given by hand, for one result or for all.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `scoreEvalRun`
    """
    return sync_detailed(name=name, id=id, body=body, client=client).parsed


async def asyncio_detailed(
    name: str, id: str, *, client: AuthenticatedClient, body: ScoreEvalRunRequest
) -> Response[ApiError | ScoreEvalRunResult]:
    """Score a run, or one of its results, by hand.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, id=id, body=body))


async def asyncio(
    name: str, id: str, *, client: AuthenticatedClient, body: ScoreEvalRunRequest
) -> ApiError | ScoreEvalRunResult | None:
    """Score a run, or one of its results, by hand.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, id=id, body=body, client=client)).parsed
