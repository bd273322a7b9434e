"""POST /transactions/{transaction_id}/reverse: Reverse a completed transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import UNSET, Answer, Operation, Request, Unset, plain as _plain, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.transaction_reversal import TransactionReversal
    from ...models.transaction_reverse_request import TransactionReverseRequest
    from ...types import Response


def _build_request(transaction_id: str, *, body: TransactionReverseRequest | Unset = UNSET) -> Request:
    return Request(
        "POST", f"/transactions/{_segment('transaction_id', transaction_id)}/reverse", json=_plain(body)
    )


def _parse_response(answer: Answer) -> TransactionReversal:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.transaction_reversal import TransactionReversal

    return TransactionReversal.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 422, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="reverse_transaction",
    method="POST",
    path="/transactions/{transaction_id}/reverse",
    body=("fields", {"reason": "string"}, (), None),
)


def sync_detailed(
    transaction_id: str, *, client: AuthenticatedClient, body: TransactionReverseRequest | Unset = UNSET
) -> Response[ErrorEnvelope | TransactionReversal]:
    """Reverse a completed transaction.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(transaction_id=transaction_id, body=body))


def sync(
    transaction_id: str, *, client: AuthenticatedClient, body: TransactionReverseRequest | Unset = UNSET
) -> ErrorEnvelope | TransactionReversal | None:
    """Reverse a completed transaction.

    A reversal is final. Only completed transactions can be reversed; the code for any other state is
    not documented. The documented answer keeps the transaction's id; the Python SDK page and the event
    `transaction.reversed` show a new one.

    Args:
        transaction_id: Id of the transaction.
        client: Sends the request.
        body: Why a transaction is reversed.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `reverse_transaction`
    """
    return sync_detailed(transaction_id=transaction_id, body=body, client=client).parsed


async def asyncio_detailed(
    transaction_id: str, *, client: AuthenticatedClient, body: TransactionReverseRequest | Unset = UNSET
) -> Response[ErrorEnvelope | TransactionReversal]:
    """Reverse a completed transaction.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(transaction_id=transaction_id, body=body))


async def asyncio(
    transaction_id: str, *, client: AuthenticatedClient, body: TransactionReverseRequest | Unset = UNSET
) -> ErrorEnvelope | TransactionReversal | None:
    """Reverse a completed transaction.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(transaction_id=transaction_id, body=body, client=client)).parsed
