"""GET /transactions/{transaction_id}: Retrieve a transaction with its audit entry and the counterparty's trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clientkit.operation import Answer, Operation, Request, segment as _segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.error_envelope import ErrorEnvelope
    from ...models.transaction_detail import TransactionDetail
    from ...types import Response


def _build_request(transaction_id: str) -> Request:
    return Request("GET", f"/transactions/{_segment('transaction_id', transaction_id, reserved=('export',))}")


def _parse_response(answer: Answer) -> TransactionDetail:
    if not answer.body and answer.status != 200:
        return None  # type: ignore[return-value]
    from ...models.transaction_detail import TransactionDetail

    return TransactionDetail.from_dict(answer.json())


def _parse_error(answer: Answer) -> ErrorEnvelope | None:
    if answer.status in {401, 403, 404, 429, 500}:
        from ...models.error_envelope import ErrorEnvelope

        return ErrorEnvelope.from_dict(answer.json())

    return None


OPERATION = Operation(
    _build_request,
    _parse_response,
    _parse_error,
    id="get_transaction",
    method="GET",
    path="/transactions/{transaction_id}",
)


def sync_detailed(
    transaction_id: str, *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | TransactionDetail]:
    """Retrieve a transaction with its audit entry and the counterparty's trust.

    As `sync`, with status, headers and body of the answer.
    """
    return client.send(OPERATION(transaction_id=transaction_id))


def sync(transaction_id: str, *, client: AuthenticatedClient) -> ErrorEnvelope | TransactionDetail | None:
    """Retrieve a transaction with its audit entry and the counterparty's trust.

    Args:
        transaction_id: Id of the transaction.
        client: Sends the request.

    Raises:
        ValueError: When an argument cannot be sent, such as a path value that would address another endpoint.
        errors.UnexpectedStatus: When the status is not documented and `client.raise_on_unexpected_status` is set.
        clientkit.errors.TimeoutError: When the request takes longer than the client's timeout.
        clientkit.errors.TransportError: When the request did not reach the service or its answer was cut off.
        clientkit.errors.DecodeError: When the answer is not what the service documents.

    Operation: `get_transaction`
    """
    return sync_detailed(transaction_id=transaction_id, client=client).parsed


async def asyncio_detailed(
    transaction_id: str, *, client: AuthenticatedClient
) -> Response[ErrorEnvelope | TransactionDetail]:
    """Retrieve a transaction with its audit entry and the counterparty's trust.

    As `sync`, awaited, with status, headers and body of the answer.
    """
    return await client.asend(OPERATION(transaction_id=transaction_id))


async def asyncio(
    transaction_id: str, *, client: AuthenticatedClient
) -> ErrorEnvelope | TransactionDetail | None:
    """Retrieve a transaction with its audit entry and the counterparty's trust.

    As `sync`, awaited.
    """
    return (await asyncio_detailed(transaction_id=transaction_id, client=client)).parsed
