"""GET /transactions: List transactions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Shape as _Shape, Unset, query as _query

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.transaction_page import TransactionPage
    from ...types import Response

_QUERY: dict[str, _Shape] = {
    "min_amount": "number",
    "max_amount": "number",
    "page": ("bounded", "integer", {"minimum": 1}),
    "limit": ("bounded", "integer", {"minimum": 1}),
}


def _build_request(
    *,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    action_type: str | None | Unset = UNSET,
    min_amount: float | None | Unset = UNSET,
    max_amount: float | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Request:
    return Request(
        "GET",
        "/transactions",
        query=_query(
            {
                "agent_id": agent_id,
                "status": status,
                "action_type": action_type,
                "min_amount": min_amount,
                "max_amount": max_amount,
                "start_date": start_date,
                "end_date": end_date,
                "page": page,
                "limit": limit,
            },
            _QUERY,
        ),
    )


def _parse_response(answer: Answer) -> TransactionPage:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.transaction_page import TransactionPage

    return TransactionPage.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request, _parse_response, _parse_error, id="list_transactions", method="GET", path="/transactions"
)


def sync_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    action_type: str | None | Unset = UNSET,
    min_amount: float | None | Unset = UNSET,
    max_amount: float | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[ErrorEnvelope | TransactionPage]:
    """List transactions.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(
        OPERATION(
            agent_id=agent_id,
            status=status,
            action_type=action_type,
            min_amount=min_amount,
            max_amount=max_amount,
            start_date=start_date,
            end_date=end_date,
            page=page,
            limit=limit,
        )
    )


def sync(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    action_type: str | None | Unset = UNSET,
    min_amount: float | None | Unset = UNSET,
    max_amount: float | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> ErrorEnvelope | TransactionPage | None:
    """List transactions.

    Args:
        client: Sends the request.
        agent_id: Only transactions of this agent.
        status: Only transactions in this state.
        action_type: Only transactions of this action.
        min_amount: Smallest amount, in the transaction's currency. Whether it is inclusive is not
            documented.
        max_amount: Largest amount, in the transaction's currency. Whether it is inclusive is not
            documented.
        start_date: Only transactions from this ISO 8601 date or date-time on.
        end_date: Only transactions up to this ISO 8601 date or date-time. Whether a date covers the
            whole day is not documented.
        page: Number of the page, from 1; the server's default is 1.
        limit: Entries per page, at least 1; the server's default is 20. The largest is not documented.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `list_transactions`
    """
    return sync_detailed(
        agent_id=agent_id,
        status=status,
        action_type=action_type,
        min_amount=min_amount,
        max_amount=max_amount,
        start_date=start_date,
        end_date=end_date,
        page=page,
        limit=limit,
        client=client,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    action_type: str | None | Unset = UNSET,
    min_amount: float | None | Unset = UNSET,
    max_amount: float | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> Response[ErrorEnvelope | TransactionPage]:
    """List transactions.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(
        OPERATION(
            agent_id=agent_id,
            status=status,
            action_type=action_type,
            min_amount=min_amount,
            max_amount=max_amount,
            start_date=start_date,
            end_date=end_date,
            page=page,
            limit=limit,
        )
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    agent_id: str | None | Unset = UNSET,
    status: str | None | Unset = UNSET,
    action_type: str | None | Unset = UNSET,
    min_amount: float | None | Unset = UNSET,
    max_amount: float | None | Unset = UNSET,
    start_date: str | None | Unset = UNSET,
    end_date: str | None | Unset = UNSET,
    page: int | None | Unset = UNSET,
    limit: int | None | Unset = UNSET,
) -> ErrorEnvelope | TransactionPage | None:
    """List transactions.

    As `sync`, awaited.
    """
    return (
        await asyncio_detailed(
            agent_id=agent_id,
            status=status,
            action_type=action_type,
            min_amount=min_amount,
            max_amount=max_amount,
            start_date=start_date,
            end_date=end_date,
            page=page,
            limit=limit,
            client=client,
        )
    ).parsed
