"""Transactions: executing, finding, reversing and exporting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alsorn_api.api import transactions as api
from clientkit.arguments import choice, nonempty, number, optional_nonempty, optional_number, optional_string
from clientkit.facade import AsyncResource
from clientkit.operation import UNSET, given

from alsorn._async.pages import AsyncTransactionPage
from alsorn.lazy import models, times, wire
from alsorn.published import renamed
from alsorn.types import Action, ExportFormat, TransactionStatus

if TYPE_CHECKING:
    from pathlib import Path

    from clientkit.operation import Prepared

    from alsorn.models import ExecutedTransaction, Export, TransactionDetail, TransactionReversal
    from alsorn.money import Money
    from alsorn.times import Moment


class AsyncTransactions(AsyncResource):
    """The transactions of the organisation's agents."""

    @renamed(agent_id="from_agent", counterparty_id="to_agent", action_type="action", notes="memo")
    async def execute(
        self,
        from_agent: str,
        to_agent: str,
        action: Action,
        amount: Money,
        currency: str | None = None,
        memo: str | None = None,
        idempotency_key: str | None = None,
    ) -> ExecutedTransaction:
        """Execute a transaction, once.

        Every call carries an idempotency key, so a call whose answer was lost is repeated with the same
        key and body, and the service gives back the transaction that it already has. The key is on the
        result, and on the error when even the repetitions fail: execute again with it to find out.

        Args:
            from_agent: The agent who initiates.
            to_agent: The agent who receives.
            action: The action; the initiating agent must be authorised for it.
            amount: Amount in `currency`: 0 or more; 0 for an action without money. A Decimal is sent digit
                by digit, a float as Python prints it: use Decimal for money that was calculated.
            currency: ISO 4217 code; the service's default is `USD`.
            memo: Up to 500 characters.
            idempotency_key: Unique per initiating agent; made here when not given.

        Returns:
            The transaction; look at its `status`: a transaction may be stored as `failed`.

        Raises:
            AlsornForbiddenError: The action is not authorised, or the plan's cap is reached (see `code`).
            AlsornIdempotencyError: Your key was used before, for another transaction; it is on the error.
            AlsornValidationError: The service refused a value; `field_errors` says which.
            ValueError: An id, the action or the key is empty, or the amount is not finite; nothing was sent.

        Operation: execute_transaction
        """
        body = wire.TransactionRequest(
            agent_id=nonempty("from_agent", from_agent),
            counterparty_id=nonempty("to_agent", to_agent),
            amount=number("amount", amount),
            action_type=nonempty("action", action),
            currency=given(currency),
            notes=given(optional_string("memo", memo)),
            idempotency_key=given(optional_nonempty("idempotency_key", idempotency_key)),
        )
        call = api.execute_transaction.OPERATION(body=body)
        read = models.ExecutedTransaction.reader(call, own_key=idempotency_key is not None)
        return await self._send(call, read)

    async def list(
        self,
        *,
        agent_id: str | None = None,
        status: TransactionStatus | None = None,
        action_type: Action | None = None,
        min_amount: Money | None = None,
        max_amount: Money | None = None,
        start_date: Moment | None = None,
        end_date: Moment | None = None,
        page: int = 1,
        limit: int = 20,
    ) -> AsyncTransactionPage:
        """List transactions, one page at a time; `iter_all()` of the page goes on to the others.

        Args:
            agent_id: Of this agent only.
            status: `completed`, `reversed` or `failed`; all by default.
            action_type: Of this action only.
            min_amount: Smallest amount.
            max_amount: Largest amount.
            start_date: ISO 8601 string, sent as written, a date, or a datetime; UTC without an offset.
            end_date: As `start_date`; not before it. Whether a date includes its day is the service's to say.
            page: Number of the page, from 1.
            limit: Transactions on a page, from 1.

        Returns:
            A sequence of the page's transactions with `total`, `page` and `limit`.

        Raises:
            ValueError: A date cannot be read, or a value is empty or not finite; nothing was sent.

        Operation: list_transactions
        """
        agent_id = optional_nonempty("agent_id", agent_id)
        start, end = times.period(start_date, end_date, ("start_date", "end_date"))
        least, most = optional_number("min_amount", min_amount), optional_number("max_amount", max_amount)
        return await self._page(
            AsyncTransactionPage,
            lambda number: api.list_transactions.OPERATION(
                agent_id=agent_id,
                status=status,
                action_type=action_type,
                min_amount=least,
                max_amount=most,
                start_date=start,
                end_date=end,
                page=number,
                limit=limit,
            ),
            models.page_reader(models.Transaction, "transactions", limit),
            page,
        )

    async def get(self, transaction_id: str) -> TransactionDetail:
        """Get a transaction with its audit entry and the trust of its receiver.

        Args:
            transaction_id: Id of the transaction, `tx_…`.

        Raises:
            AlsornNotFoundError: There is no such transaction.

        Operation: get_transaction
        """
        call = api.get_transaction.OPERATION(nonempty("transaction_id", transaction_id))
        return await self._send(call, models.TransactionDetail.from_dict)

    async def reverse(self, transaction_id: str, reason: str | None = None) -> TransactionReversal:
        """Reverse a completed transaction; this is final.

        Never repeated by itself when its outcome is not clear: the error's `unclear` says so.

        Args:
            transaction_id: The transaction.
            reason: Free text.

        Returns:
            The reversal as the service sends it, under the transaction's id or one of its own; then
            `original_transaction_id` is what was reversed.

        Raises:
            AlsornNotFoundError: There is no such transaction.
            AlsornError: The transaction is not completed; the status of that answer is not documented.

        Operation: reverse_transaction
        """
        body = UNSET if reason is None else wire.TransactionReverseRequest(reason=reason)
        call = api.reverse_transaction.OPERATION(nonempty("transaction_id", transaction_id), body=body)
        return await self._send(call, models.TransactionReversal.reader(transaction_id))

    @renamed(start_date="since", end_date="until")
    async def export(
        self,
        format: ExportFormat = "csv",
        *,
        since: Moment | None = None,
        until: Moment | None = None,
        agent_id: str | None = None,
        status: TransactionStatus | None = None,
    ) -> Export:
        """Export transactions as a file, in memory.

        Args:
            format: `csv` or `json`. The columns and the JSON shape are the service's and not documented.
            since: ISO 8601 string, sent as written, a date, or a datetime; UTC without an offset.
            until: As `since`; not before it. Whether a date includes its day is the service's to say.
            agent_id: Of this agent only.
            status: Of this status only.

        Returns:
            The file: `content`, `content_type`, `file_name`.

        Raises:
            ValueError: A value cannot be read, or the format is another; nothing was sent.

        Operation: export_transactions
        """
        call = self._export(format, since, until, agent_id, status)
        return await self._send(call, parse=models.Export)

    async def export_to(
        self,
        path: str | Path,
        format: ExportFormat = "csv",
        *,
        since: Moment | None = None,
        until: Moment | None = None,
        agent_id: str | None = None,
        status: TransactionStatus | None = None,
    ) -> int:
        """Export transactions into a file as they come, whatever their number.

        The file appears whole or not at all.

        Args:
            path: Where to; an existing file is replaced and keeps its mode. Its folder must exist.
            format: As in `export`, and so are the others.
            since: As in `export`.
            until: As in `export`.
            agent_id: Of this agent only.
            status: Of this status only.

        Returns:
            The number of bytes written.

        Raises:
            AlsornStreamError: The export broke off; no file is left behind.
            ValueError: A value cannot be read, or the format is another; nothing was sent.

        Operation: export_transactions
        """
        call = self._export(format, since, until, agent_id, status)
        return await self._core.download(call, path, "path")

    def _export(
        self,
        format: str,
        since: Moment | None,
        until: Moment | None,
        agent_id: str | None,
        status: TransactionStatus | None,
    ) -> Prepared[object]:
        start, end = times.period(since, until, ("since", "until"))
        return api.export_transactions.OPERATION(
            agent_id=optional_nonempty("agent_id", agent_id),
            status=status,
            start_date=start,
            end_date=end,
            format_=wire.ExportFormat(choice("format", format, ("csv", "json"))),
        )
