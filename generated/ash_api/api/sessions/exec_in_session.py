"""POST /api/sessions/{id}/exec: Run a command in the sandbox of an active session."""

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
    from ...models.exec_request import ExecRequest
    from ...models.exec_result import ExecResult
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, *, body: ExecRequest) -> Request:
    return Request("POST", f"/api/sessions/{_segment('id', id, _PATH['id'])}/exec", json=_plain(body))


def _parse_response(answer: Answer) -> ExecResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.exec_result import ExecResult

    return ExecResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="execInSession",
    method="POST",
    path="/api/sessions/{id}/exec",
    body=(
        "fields",
        {"command": "string", "timeout": ("bounded", "integer", {"minimum": 1, "maximum": 300000})},
        ("command",),
        None,
    ),
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: ExecRequest
) -> Response[ApiError | ExecResult]:
    """Run a command in the sandbox of an active session.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, body=body))


def sync(id: str, *, client: AuthenticatedClient, body: ExecRequest) -> ApiError | ExecResult | None:
    """Run a command in the sandbox of an active session.

    A command that takes too long ends with exit code 1 and what it has printed. Two commands at once
    can get each other's output.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        body: A command to run.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `execInSession`
    """
    return sync_detailed(id=id, body=body, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: ExecRequest
) -> Response[ApiError | ExecResult]:
    """Run a command in the sandbox of an active session.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, body=body))


async def asyncio(id: str, *, client: AuthenticatedClient, body: ExecRequest) -> ApiError | ExecResult | None:
    """Run a command in the sandbox of an active session.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, body=body, client=client)).parsed
