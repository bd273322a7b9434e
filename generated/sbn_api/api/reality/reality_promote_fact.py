"""POST /api/reality/facts/{fact_id}/promote: Request the promotion of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import (
    UNSET,
    Answer,
    Operation,
    Request,
    Unset,
    headers as _headers,
    plain as _plain,
    segment as _segment,
)

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_body import ErrorBody
    from ...models.handoff_answer import HandoffAnswer
    from ...models.note_body import NoteBody
    from ...types import Response


def _build_request(fact_id: str, *, body: NoteBody, x_tenant_id: str | None | Unset = UNSET) -> Request:
    return Request(
        "POST",
        f"/api/reality/facts/{_segment('fact_id', fact_id)}/promote",
        headers=_headers({"X-Tenant-ID": x_tenant_id}),
        json=_plain(body),
    )


def _parse_response(answer: Answer) -> HandoffAnswer:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.handoff_answer import HandoffAnswer

    return HandoffAnswer.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorBody | None:
    if 400 <= answer.status <= 499 or 500 <= answer.status <= 599:
        from ...models.error_body import ErrorBody

        return ErrorBody.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="reality_promote_fact",
    method="POST",
    path="/api/reality/facts/{fact_id}/promote",
    since="0.14",
    body=("fields", {"note": "string"}, (), None),
)


def sync_detailed(
    fact_id: str, *, client: AuthenticatedClient, body: NoteBody, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | HandoffAnswer]:
    """Request the promotion of a fact.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(fact_id=fact_id, x_tenant_id=x_tenant_id, body=body))


def sync(
    fact_id: str, *, client: AuthenticatedClient, body: NoteBody, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | HandoffAnswer | None:
    """Request the promotion of a fact.

    Args:
        fact_id: The fact.
        client: Sends the request.
        body: A note, or nothing.
        x_tenant_id: The tenant on whose behalf the call is made.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `reality_promote_fact`
    """
    return sync_detailed(fact_id=fact_id, x_tenant_id=x_tenant_id, body=body, client=client).parsed


async def asyncio_detailed(
    fact_id: str, *, client: AuthenticatedClient, body: NoteBody, x_tenant_id: str | None | Unset = UNSET
) -> Response[ErrorBody | HandoffAnswer]:
    """Request the promotion of a fact.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(fact_id=fact_id, x_tenant_id=x_tenant_id, body=body))


async def asyncio(
    fact_id: str, *, client: AuthenticatedClient, body: NoteBody, x_tenant_id: str | None | Unset = UNSET
) -> ErrorBody | HandoffAnswer | None:
    """Request the promotion of a fact.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(fact_id=fact_id, x_tenant_id=x_tenant_id, body=body, client=client)).parsed
