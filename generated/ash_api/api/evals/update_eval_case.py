"""PATCH /api/agents/{name}/eval-cases/{id}: Change a case."""

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
    from ...models.eval_case_result import EvalCaseResult
    from ...models.eval_case_update import EvalCaseUpdate
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(name: str, id: str, *, body: EvalCaseUpdate) -> Request:
    return Request(
        "PATCH",
        f"/api/agents/{_segment('name', name)}/eval-cases/{_segment('id', id, _PATH['id'])}",
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> EvalCaseResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.eval_case_result import EvalCaseResult

    return EvalCaseResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="updateEvalCase",
    method="PATCH",
    path="/api/agents/{name}/eval-cases/{id}",
    idempotent=True,
    body=(
        "fields",
        {
            "question": ("bounded", "string", {"minLength": 1}),
            "expectedTopics": ("items", "string"),
            "expectedNotTopics": ("items", "string"),
            "referenceAnswer": "string",
            "category": "string",
            "tags": ("items", "string"),
            "chatHistory": (
                "items",
                ("fields", {"role": "string", "content": "string"}, ("role", "content"), None),
            ),
            "isActive": "boolean",
        },
        (),
        None,
    ),
)


def sync_detailed(
    name: str, id: str, *, client: AuthenticatedClient, body: EvalCaseUpdate
) -> Response[ApiError | EvalCaseResult]:
    """Change a case.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, id=id, body=body))


def sync(
    name: str, id: str, *, client: AuthenticatedClient, body: EvalCaseUpdate
) -> ApiError | EvalCaseResult | None:
    """Change a case.

    Args:
        name: Name of the agent.
        id: Id of the case, a UUID.
        client: Sends the request.
        body: Changes of a case; what is left out stays.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `updateEvalCase`
    """
    return sync_detailed(name=name, id=id, body=body, client=client).parsed


async def asyncio_detailed(
    name: str, id: str, *, client: AuthenticatedClient, body: EvalCaseUpdate
) -> Response[ApiError | EvalCaseResult]:
    """Change a case.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, id=id, body=body))


async def asyncio(
    name: str, id: str, *, client: AuthenticatedClient, body: EvalCaseUpdate
) -> ApiError | EvalCaseResult | None:
    """Change a case.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, id=id, body=body, client=client)).parsed
