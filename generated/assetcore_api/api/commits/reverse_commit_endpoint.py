"""POST /v1/write/namespaces/{namespace_id}/commits/{commit_id}/reverse: Reverse a commit by a compensating one."""

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
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.commit_response import CommitResponse
    from ...models.problem_details import ProblemDetails
    from ...models.reverse_commit_request import ReverseCommitRequest
    from ...types import Response

_JSON_OBJECT_SHAPE: _Shape = ("fields", {}, (), None)
_PATH: dict[str, _Shape] = {"namespace_id": ("bounded", "int64", {"minimum": 1})}
_HEADERS: dict[str, _Shape] = {"x-correlation-id": ("bounded", "string", {"pattern": "^[!-~]{1,128}$"})}


def _build_request(
    namespace_id: int,
    commit_id: str,
    *,
    body: ReverseCommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Request:
    return Request(
        "POST",
        f"/v1/write/namespaces/{_segment('namespace_id', namespace_id, _PATH['namespace_id'])}/commits/{_segment('commit_id', commit_id)}/reverse",
        headers=_headers({"x-correlation-id": x_correlation_id}, _HEADERS),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> CommitResponse:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.commit_response import CommitResponse

    return CommitResponse.from_dict(answer.json())


def _parse_error(answer: Answer) -> ProblemDetails | None:
    if answer.status in {400, 401, 403, 404, 409, 422, 429, 500, 503}:
        from ...models.problem_details import ProblemDetails

        return ProblemDetails.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="reverse_commit_endpoint",
    method="POST",
    path="/v1/write/namespaces/{namespace_id}/commits/{commit_id}/reverse",
    key=("body", "idempotency_key"),
    body=(
        "fields",
        {
            "reason": ("bounded", "string", {"minLength": 1}),
            "actor_id": ("any", "string", "null"),
            "idempotency_key": ("any", ("bounded", "string", {"minLength": 1}), "null"),
            "metadata": _JSON_OBJECT_SHAPE,
            "origin": _JSON_OBJECT_SHAPE,
        },
        ("reason",),
        None,
    ),
)


def sync_detailed(
    namespace_id: int,
    commit_id: str,
    *,
    client: AuthenticatedClient,
    body: ReverseCommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Response[CommitResponse | ProblemDetails]:
    """Reverse a commit by a compensating one.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            namespace_id=namespace_id, commit_id=commit_id, x_correlation_id=x_correlation_id, body=body
        )
    )


def sync(
    namespace_id: int,
    commit_id: str,
    *,
    client: AuthenticatedClient,
    body: ReverseCommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> CommitResponse | ProblemDetails | None:
    """Reverse a commit by a compensating one.

    Applies the stored reverse plan when the state still is what the commit left. It fails when the plan
    is missing, retention forbids it or the state has moved on; the status of that is not documented,
    409 is a proposal.

    Args:
        namespace_id: The namespace, from 1.
        commit_id: The commit, as `commit_id` of its answer has it.
        client: Sends the request.
        body: Why and for whom a commit is reversed.
        x_correlation_id: Comes back as `client_correlation_id`; 1 to 128 printable ASCII characters
            without blanks.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `reverse_commit_endpoint`
    """
    return sync_detailed(
        namespace_id=namespace_id,
        commit_id=commit_id,
        x_correlation_id=x_correlation_id,
        body=body,
        client=client,
    ).parsed


async def asyncio_detailed(
    namespace_id: int,
    commit_id: str,
    *,
    client: AuthenticatedClient,
    body: ReverseCommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> Response[CommitResponse | ProblemDetails]:
    """Reverse a commit by a compensating one.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            namespace_id=namespace_id, commit_id=commit_id, x_correlation_id=x_correlation_id, body=body
        )
    )


async def asyncio(
    namespace_id: int,
    commit_id: str,
    *,
    client: AuthenticatedClient,
    body: ReverseCommitRequest,
    x_correlation_id: str | None | Unset = UNSET,
) -> CommitResponse | ProblemDetails | None:
    """Reverse a commit by a compensating one.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            namespace_id=namespace_id,
            commit_id=commit_id,
            x_correlation_id=x_correlation_id,
            body=body,
            client=client,
        )
    ).parsed
