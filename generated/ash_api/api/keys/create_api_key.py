"""POST /api/api-keys: Make an API key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.api_error import ApiError
    from ...models.create_api_key_request import CreateApiKeyRequest
    from ...models.created_api_key import CreatedApiKey
    from ...types import Response


def _build_request(*, body: CreateApiKeyRequest | Unset = UNSET) -> Request:
    return Request("POST", "/api/api-keys", json=_plain(body))


def _parse_response(answer: Answer) -> CreatedApiKey:
    if not answer.body and answer.status != 201:
        return None  # type: ignore[return-value]
    from ...models.created_api_key import CreatedApiKey

    return CreatedApiKey.from_dict(answer.json())


def _parse_error(answer: Answer) -> ApiError | None:
    if answer.status in {400, 401, 429, 500}:
        from ...models.api_error import ApiError

        return ApiError.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="createApiKey",
    method="POST",
    path="/api/api-keys",
    body=("fields", {"label": "string"}, (), None),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: CreateApiKeyRequest | Unset = UNSET
) -> Response[ApiError | CreatedApiKey]:
    """Make an API key.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(
    *, client: AuthenticatedClient, body: CreateApiKeyRequest | Unset = UNSET
) -> ApiError | CreatedApiKey | None:
    """Make an API key.

    It is shown once. Also possible without a body and content type.

    Args:
        client: Sends the request.
        body: A new API key.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `createApiKey`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CreateApiKeyRequest | Unset = UNSET
) -> Response[ApiError | CreatedApiKey]:
    """Make an API key.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: CreateApiKeyRequest | Unset = UNSET
) -> ApiError | CreatedApiKey | None:
    """Make an API key.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
