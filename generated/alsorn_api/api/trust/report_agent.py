"""POST /trust/report: File a trust dispute against an agent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.dispute import Dispute
    from ...models.dispute_request import DisputeRequest
    from ...models.error_envelope import ErrorEnvelope
    from ...types import Response


def _build_request(*, body: DisputeRequest) -> Request:
    return Request("POST", "/trust/report", json=_plain(body))


def _parse_response(answer: Answer) -> Dispute:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.dispute import Dispute

    return Dispute.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="report_agent",
    method="POST",
    path="/trust/report",
    body=(
        "fields",
        {
            "agent_id": ("bounded", "string", {"minLength": 1}),
            "reason": ("bounded", "string", {"minLength": 1, "maxLength": 500}),
            "evidence": ("bounded", "string", {"maxLength": 2000}),
            "transaction_id": ("bounded", "string", {"minLength": 1}),
        },
        ("agent_id", "reason"),
        None,
    ),
)


def sync_detailed(*, client: AuthenticatedClient, body: DisputeRequest) -> Response[Dispute | ErrorEnvelope]:
    """File a trust dispute against an agent.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: DisputeRequest) -> Dispute | ErrorEnvelope | None:
    """File a trust dispute against an agent.

    The score of the reported agent may drop while the case is open. Repeating the call files again.

    Args:
        client: Sends the request.
        body: A dispute to file.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `report_agent`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: DisputeRequest
) -> Response[Dispute | ErrorEnvelope]:
    """File a trust dispute against an agent.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(*, client: AuthenticatedClient, body: DisputeRequest) -> Dispute | ErrorEnvelope | None:
    """File a trust dispute against an agent.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
