"""POST /transactions: Execute a transaction between two agents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, plain as _plain

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.transaction import Transaction
    from ...models.transaction_request import TransactionRequest
    from ...types import Response


def _build_request(*, body: TransactionRequest) -> Request:
    return Request("POST", "/transactions", json=_plain(body))


def _parse_response(answer: Answer) -> Transaction:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.transaction import Transaction

    return Transaction.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="execute_transaction",
    method="POST",
    path="/transactions",
    key=("body", "idempotency_key"),
    body=(
        "fields",
        {
            "agent_id": ("bounded", "string", {"minLength": 1}),
            "counterparty_id": ("bounded", "string", {"minLength": 1}),
            "amount": ("bounded", "number", {"minimum": 0}),
            "action_type": "string",
            "currency": ("bounded", "string", {"minLength": 3, "maxLength": 3}),
            "notes": ("bounded", "string", {"maxLength": 500}),
            "idempotency_key": "string",
        },
        ("agent_id", "counterparty_id", "amount", "action_type"),
        None,
    ),
)


def sync_detailed(
    *, client: AuthenticatedClient, body: TransactionRequest
) -> Response[ErrorEnvelope | Transaction]:
    """Execute a transaction between two agents.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(body=body))


def sync(*, client: AuthenticatedClient, body: TransactionRequest) -> ErrorEnvelope | Transaction | None:
    """Execute a transaction between two agents.

    The server first checks that the agent is active, that the action is authorised, that the amount is
    within the spending limit and that the counterparty exists. An unauthorised action is 403 (package);
    the codes of the other failed checks are not documented. A failed execution may also be stored as a
    transaction with status `failed`. When the idempotency key was used before by this agent, the stored
    transaction comes back and nothing is executed.

    Args:
        client: Sends the request.
        body: A transaction to execute.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `execute_transaction`
    """
    return sync_detailed(body=body, client=client).parsed


async def asyncio_detailed(
    *, client: AuthenticatedClient, body: TransactionRequest
) -> Response[ErrorEnvelope | Transaction]:
    """Execute a transaction between two agents.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(body=body))


async def asyncio(
    *, client: AuthenticatedClient, body: TransactionRequest
) -> ErrorEnvelope | Transaction | None:
    """Execute a transaction between two agents.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(body=body, client=client)).parsed
