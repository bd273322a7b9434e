"""Transactions, their reversals and exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from alsorn_api import models as wire
from attrs import define
from clientkit.lazy import load_module
from clientkit.operation import Answer, Names, Prepared

from alsorn.errors import AlsornIdempotencyError
from alsorn.models.agents import AuditEntry
from alsorn.models.reading import nested
from alsorn.money import DEFAULT_CURRENCY, Amount, HasAmounts, read_amount
from alsorn.types import Action, TransactionStatus

# The service answers a key that it knows with the transaction that it has, whatever the new call says.
_MUST_AGREE = ("agent_id", "counterparty_id", "amount", "action_type", "currency")


class _TransactionNames(HasAmounts):
    """The SDK page's names for the fields of a transaction."""

    __slots__ = ()
    _python_names: ClassVar[Mapping[str, str]] = {
        "agent_id": "from_agent",
        "counterparty_id": "to_agent",
        "action_type": "action",
        "notes": "memo",
    }

    if TYPE_CHECKING:
        agent_id: Any
        counterparty_id: Any
        action_type: Any
        notes: Any

    @property
    def from_agent(self) -> str:
        """The agent who initiated; `agent_id` on the wire."""
        return cast(str, self.agent_id)

    @property
    def to_agent(self) -> str:
        """The agent who receives; `counterparty_id` on the wire."""
        return cast(str, self.counterparty_id)

    @property
    def action(self) -> Action:
        """The action; `action_type` on the wire."""
        return cast(str, self.action_type)

    @property
    def memo(self) -> str | None:
        """The note; `notes` on the wire."""
        return cast("str | None", self.notes)


class Transaction(_TransactionNames, wire.Transaction):
    """A transaction."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    amount: Amount  # type: ignore[assignment]
    action_type: Action
    status: TransactionStatus
    audit_hash: str | None
    notes: str | None


@define(repr=False)
class ExecutedTransaction(Transaction):
    """A transaction that was just executed.

    Attributes:
        idempotency_key: The key that it was sent with; executing with it again gives this transaction.
    """

    idempotency_key: str | None = None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a transaction."""
        self = super().from_dict(src_dict)
        self.idempotency_key = src_dict.get("idempotency_key")
        return self

    @classmethod
    def reader(
        cls, call: Prepared[Any], *, own_key: bool
    ) -> Callable[[Mapping[str, Any]], ExecutedTransaction]:
        """Return what reads the transaction that a call executed.

        Args:
            call: The call.
            own_key: Whether the caller gave the idempotency key, so that another call may have used it.
        """

        def read(data: Mapping[str, Any]) -> ExecutedTransaction:
            self = cls.from_dict(data)
            self.idempotency_key = call.idempotency_key
            if own_key:
                self._refuse_another(call.request.json)
            return self

        return read

    def _refuse_another(self, sent: Mapping[str, Any]) -> None:
        """Refuse the transaction of an earlier call that had the same key and another content."""
        wanted = {"currency": DEFAULT_CURRENCY, **sent, "amount": read_amount(sent["amount"])}
        stored = {name: getattr(self, name) for name in _MUST_AGREE}
        differing = [
            f"{name} {stored[name]} (this call: {wanted[name]})"
            for name in _MUST_AGREE
            if stored[name] is not None and _folded(stored[name]) != _folded(wanted[name])
        ]
        if differing:
            raise AlsornIdempotencyError(
                f"the idempotency key {self.idempotency_key!r} belongs to the transaction {self.id} with "
                f"{', '.join(differing)}; nothing was executed now: use another key for another transaction",
                transaction=self,
                idempotency_key=self.idempotency_key,
                operation_id="execute_transaction",
            )


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value


class CounterpartyTrust(wire.CounterpartyTrust):
    """Trust of the agent who receives."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class TransactionDetail(_TransactionNames, wire.TransactionDetail):
    """A transaction with its audit entry and the trust of its receiver."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    amount: Amount  # type: ignore[assignment]
    action_type: Action
    status: TransactionStatus
    audit_hash: str | None
    notes: str | None
    audit_entry: AuditEntry | None
    counterparty_trust: CounterpartyTrust | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a transaction."""
        self = super().from_dict(src_dict)
        self.audit_entry = nested(AuditEntry, src_dict, "audit_entry")
        self.counterparty_trust = nested(CounterpartyTrust, src_dict, "counterparty_trust")
        return self


class TransactionReversal(_TransactionNames, wire.TransactionReversal):
    """A reversal, under the transaction's id or one of its own.

    `original_transaction_id` is what was reversed; None when that is `id` itself.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    amount: Amount  # type: ignore[assignment]
    action_type: Action
    status: TransactionStatus
    audit_hash: str | None
    notes: str | None
    reversed_at: datetime | None
    reversal_audit_hash: str | None
    original_transaction_id: str | None

    @classmethod
    def reader(cls, transaction_id: str) -> Callable[[Mapping[str, Any]], TransactionReversal]:
        """Return what reads the reversal of `transaction_id`.

        Args:
            transaction_id: Id of the transaction, `tx_…`.
        """

        def read(data: Mapping[str, Any]) -> TransactionReversal:
            self = cls.from_dict(data)
            if self.original_transaction_id is None and self.id != transaction_id:
                self.original_transaction_id = transaction_id
            return self

        return read


class Export(bytes):
    """An export of transactions as it came: the bytes of the file.

    Attributes:
        content_type: Its media type; None when the service did not say.
        file_name: Its name; None when the service did not say.
    """

    content_type: str | None
    file_name: str | None

    def __new__(cls, answer: Answer) -> Self:
        """Read the answer."""
        self = super().__new__(cls, answer.body)
        self.content_type = answer.headers.get("content-type")
        self.file_name = _file_name(answer.headers.get("content-disposition", ""))
        return self

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return bytes(self)

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return its name, media type and size, and its text; the text is None when it is none.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        try:
            text = self.decode()
        except UnicodeDecodeError:
            text = None
        return {
            "content_type": self.content_type,
            "file_name": self.file_name,
            "size": len(self),
            "text": text,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        return bytes.__new__, (type(self), bytes(self)), vars(self)

    def __repr__(self) -> str:
        return f"<Export {self.content_type}, {len(self)} bytes>"


def _file_name(disposition: str) -> str | None:
    # It knows every form that a file name is written in.
    message = load_module("email.message").Message()
    message["Content-Disposition"] = disposition
    # Only the last part: a name from the network must not choose a folder.
    return (message.get_filename() or "").replace("\\", "/").rpartition("/")[2] or None
