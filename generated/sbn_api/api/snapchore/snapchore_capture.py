"""POST /internal/snapchore/capture: Hash a payload and enter the hash in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.capture import Capture
    from ...models.capture_request import CaptureRequest
    from ...models.error_body import ErrorBody
    from ...types import Response


def _build_request(*, body: CaptureRequest, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        "/internal/snapchore/capture",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> Capture:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.capture import Capture

    return Capture.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="snapchore_capture",
    method="POST",
    path="/internal/snapchore/capture",
    body=(
        "fields",
        {"payload": ("fields", {}, (), None), "volatile_keys": ("items", "string")},
        ("payload",),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: CaptureRequest, x_tenant_id: str | None | Unset = UNSET
) -> Response[Capture | ErrorBody]:
    """Hash a payload and enter the hash in the ledger.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: CaptureRequest, x_tenant_id: str | None | Unset = UNSET
) -> Capture | ErrorBody | None:
    """Hash a payload and enter the hash in the ledger.

    Args:
        client: Sends the request.
        body: A payload to hash.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `snapchore_capture`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: CaptureRequest, x_tenant_id: str | None | Unset = UNSET
) -> Response[Capture | ErrorBody]:
    """Hash a payload and enter the hash in the ledger.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: CaptureRequest, x_tenant_id: str | None | Unset = UNSET
) -> Capture | ErrorBody | None:
    """Hash a payload and enter the hash in the ledger.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
