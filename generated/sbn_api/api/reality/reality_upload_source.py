"""POST /api/reality/ingest/upload: Upload a file as a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, headers as _headers

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.ingestion import Ingestion
    from ...models.source_upload import SourceUpload
    from ...types import Response


def _build_request(*, body: SourceUpload, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        "/api/reality/ingest/upload",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        files=body.to_multipart(),
    )


def _parse_response(answer: Answer) -> Ingestion:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.ingestion import Ingestion

    return Ingestion.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="reality_upload_source",
    method="POST",
    path="/api/reality/ingest/upload",
)


def sync_detailed(
    *, client: AuthenticatedClient, body: SourceUpload, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | Ingestion]:
    """Upload a file as a source.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(x_tenant_id=x_tenant_id, body=body))


def sync(
    *, client: AuthenticatedClient, body: SourceUpload, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | Ingestion | None:
    """Upload a file as a source.

    Args:
        client: Sends the request.
        body: A file to take in.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `reality_upload_source`
    """
    return sync_detailed(x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: SourceUpload, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | Ingestion]:
    """Upload a file as a source.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: SourceUpload, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | Ingestion | None:
    """Upload a file as a source.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(x_tenant_id=x_tenant_id, body=body, client=client)).parsed
