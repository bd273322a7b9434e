"""POST /api/agents/{name}/eval-cases: Add a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.eval_case_input import EvalCaseInput
    from ...models.eval_case_result import EvalCaseResult
    from ...types import Response


def _build_request(name: str, *, body: EvalCaseInput) -> Request:
    return Request("POST", f"/api/agents/{_segment('name', name)}/eval-cases", json=_plain(body))


def _parse_response(answer: Answer) -> EvalCaseResult:
    if not answer.body and answer.status != 201:
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
    id="createEvalCase",
    method="POST",
    path="/api/agents/{name}/eval-cases",
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
        ("question",),
        None,
    ),
)


def sync_detailed(
    name: str, *, client: AuthenticatedClient, body: EvalCaseInput
) -> Response[ApiError | EvalCaseResult]:
    """Add a case.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(name=name, body=body))


def sync(name: str, *, client: AuthenticatedClient, body: EvalCaseInput) -> ApiError | EvalCaseResult | None:
    """Add a case.

    Args:
        name: Name of the agent.
        client: Sends the request.
        body: A question with what is expected of the answer.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `createEvalCase`
    """
    return sync_detailed(name=name, body=body, client=client).parsed


async def asyncio_detailed(
    name: str, *, client: AuthenticatedClient, body: EvalCaseInput
) -> Response[ApiError | EvalCaseResult]:
    """Add a case.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(name=name, body=body))


async def asyncio(
    name: str, *, client: AuthenticatedClient, body: EvalCaseInput
) -> ApiError | EvalCaseResult | None:
    """Add a case.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(name=name, body=body, client=client)).parsed
