"""POST /api/credentials: Store a key of a model provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.create_credential_request import CreateCredentialRequest
    from ...models.credential_result import CredentialResult
    from ...types import Response


def _build_request(*, body: CreateCredentialRequest) -> Request:
    return Request("POST", "/api/credentials", json=_plain(body))


def _parse_response(answer: Answer) -> CredentialResult:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.credential_result import CredentialResult

    return CredentialResult.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="createCredential",
    method="POST",
    path="/api/credentials",
    body=(
        "fields",
        {
            "type": ("bounded", "string", {"enum": ("anthropic", "openai", "bedrock", "custom")}),
            "key": ("bounded", "string", {"minLength": 1}),
            "label": "string",
        },
        ("type", "key"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: CreateCredentialRequest
) -> Response[ApiError | CredentialResult]:
    """Store a key of a model provider.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: CreateCredentialRequest) -> ApiError | CredentialResult | None:
    """Store a key of a model provider.

    500 when the server has no master key.

    Args:
        client: Sends the request.
        body: A key to store.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `createCredential`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CreateCredentialRequest
) -> Response[ApiError | CredentialResult]:
    """Store a key of a model provider.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: CreateCredentialRequest
) -> ApiError | CredentialResult | None:
    """Store a key of a model provider.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
