"""PATCH /api/sessions/{id}/config: Change settings of a session, in any state."""

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
    from ...models.session_result import SessionResult
    from ...models.update_session_config_request import UpdateSessionConfigRequest
    from ...types import Response

_PATH: dict[str, _Shape] = {"id": "uuid"}


def _build_request(id: str, *, body: UpdateSessionConfigRequest) -> Request:
    return Request("PATCH", f"/api/sessions/{_segment('id', id, _PATH['id'])}/config", json=_plain(body))


def _parse_response(answer: Answer) -> SessionResult:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.session_result import SessionResult

    return SessionResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 404, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="updateSessionConfig",
    method="PATCH",
    path="/api/sessions/{id}/config",
    idempotent=True,
    body=(
        "fields",
        {
            "model": ("bounded", "string", {"maxLength": 100}),
            "allowedTools": ("items", "string"),
            "disallowedTools": ("items", "string"),
            "betas": ("items", "string"),
            "subagents": ("fields", {}, (), None),
            "initialAgent": "string",
        },
        (),
        None,
    ),
)


def sync_detailed(
    id: str, *, client: AuthenticatedClient, body: UpdateSessionConfigRequest
) -> Response[ApiError | SessionResult]:
    """Change settings of a session, in any state.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(id=id, body=body))


def sync(
    id: str, *, client: AuthenticatedClient, body: UpdateSessionConfigRequest
) -> ApiError | SessionResult | None:
    """Change settings of a session, in any state.

    Only what is given changes.

    Args:
        id: Id of the session, a UUID.
        client: Sends the request.
        body: Changes of a session; what is left out stays.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `updateSessionConfig`
    """
    return sync_detailed(id=id, body=body, client=client).parsed


async def asyncio_detailed(
    id: str, *, client: AuthenticatedClient, body: UpdateSessionConfigRequest
) -> Response[ApiError | SessionResult]:
    """Change settings of a session, in any state.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(id=id, body=body))


async def asyncio(
    id: str, *, client: AuthenticatedClient, body: UpdateSessionConfigRequest
) -> ApiError | SessionResult | None:
    """Change settings of a session, in any state.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(id=id, body=body, client=client)).parsed
