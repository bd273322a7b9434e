"""GET /transactions/export: Export transactions as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.export_format import ExportFormat
    from ...types import File, Response

_QUERY: dict[str, _Shape] = {"format": ("bounded", "string", {"enum": ("csv", "json")})}


def _build_request(
    *,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    format_: ExportFormat | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/transactions/export",
        query=_query(
            {
                "agent_id": agent_id,
                "status": status,
                "start_date": start_date,
                "end_date": end_date,
                "format": format_,
            },
            _QUERY,
        ),
    )


def _parse_response(answer: Answer) -> File:
    from io import BytesIO

    from ...types import File

    return File(payload=BytesIO(answer.body))


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="export_transactions",
    method="GET",
    path="/transactions/export",
    stream="bytes",
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    format_: ExportFormat | None | Unset = UNSET,
) -> Response[ErrorEnvelope | File]:
    """Export transactions as a file.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(agent_id=agent_id, status=status, start_date=start_date, end_date=end_date, format_=format_)
    )


def sync(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    format_: ExportFormat | None | Unset = UNSET,
) -> ErrorEnvelope | File | None:
    """Export transactions as a file.

    The columns of the CSV file, the shape of the JSON file and the media types of the answer are not
    documented. Concrete paths go before templated ones, so `export` is never a transaction id.

    Args:
        client: Sends the request.
        agent_id: Only transactions of this agent.
        status: Only transactions in this state.
        start_date: Only transactions from this ISO 8601 date or date-time on.
        end_date: Only transactions up to this ISO 8601 date or date-time. Whether a date covers the
            whole day is not documented.
        format_: Format of the file; the server's default is csv.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `export_transactions`
    """
    return sync_detailed(
        agent_id=agent_id,
        status=status,
        start_date=start_date,
        end_date=end_date,
        format_=format_,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    format_: ExportFormat | None | Unset = UNSET,
) -> Response[ErrorEnvelope | File]:
    """Export transactions as a file.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(agent_id=agent_id, status=status, start_date=start_date, end_date=end_date, format_=format_)
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    format_: ExportFormat | None | Unset = UNSET,
) -> ErrorEnvelope | File | None:
    """Export transactions as a file.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            agent_id=agent_id,
            status=status,
            start_date=start_date,
            end_date=end_date,
            format_=format_,
            client=client,
        )
    ).parsed
