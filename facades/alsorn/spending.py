"""A guard before money moves: limits, lists and approval, counted in a file that processes share."""

from __future__ import annotations

import json
import logging
import os
import re
import sqlite3
import sys
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from decimal import Context, Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from clientkit import codec
from clientkit.arguments import strings
from clientkit.call import encode
from clientkit.errors import ClientError
from clientkit.operation import UNSET, Answer, Prepared, shown
from clientkit.resolving import READS, FailedCall, Resolution, plain
from clientkit.results import Names, exported

from alsorn.errors import AlsornConfigurationError, AlsornGuardError
from alsorn.money import DEFAULT_CURRENCY

logger = logging.getLogger("alsorn")

Limit = Decimal | int | Mapping[str, Decimal | int] | None

# The action of a reversal, in `actions`.
_REVERSAL: Final = "reverse"
# Statuses of transactions that moved nothing.
_MOVED_NOTHING: Final = frozenset({"failed", "rejected"})
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
# Sums of amounts are exact.
_EXACT: Final = Context(prec=1000)
# Digits and exponents of amounts that can be meant.
_LONGEST: Final = 100
# Seconds to wait for other processes that write.
_PATIENCE: Final = 30.0
_VERSION: Final = 1
# A value is decoded this often before its path is looked at: proxies are known to decode twice.
_DECODE_ROUNDS: Final = 3
_PAYMENT: Final = re.compile(r"POST /transactions", re.IGNORECASE)
_REVERSED: Final = re.compile(r"POST /transactions/(?P<id>[^/]+)/reverse", re.IGNORECASE)
# Every other write of the service; what is none of them may move money as well.
_HARMLESS: Final = re.compile(
    r"POST /agents|PATCH /agents/[^/;]+|POST /agents/[^/;]+/suspend"
    r"|POST /trust/(query|report|evaluate/[^/;]+)"
    r"|POST /webhooks|(PUT|DELETE) /webhooks/[^/;]+|POST /webhooks/[^/;]+/test",
    re.IGNORECASE,
)
_SCHEMA: Final = """
CREATE TABLE spending (
    reservation TEXT PRIMARY KEY,
    agent TEXT NOT NULL,
    key TEXT,
    content TEXT NOT NULL,
    memo TEXT,
    day TEXT NOT NULL,
    currency TEXT NOT NULL,
    amount TEXT NOT NULL,
    spent INTEGER NOT NULL,
    unclear INTEGER NOT NULL,
    under_way INTEGER NOT NULL,
    transaction_id TEXT,
    UNIQUE (agent, key)
);
CREATE INDEX spending_by_day ON spending (day, currency);
"""


class Payment(NamedTuple):
    """What moves money: a transaction, or the reversal of one.

    Attributes:
        operation_id: `execute_transaction` or `reverse_transaction`.
        from_agent: The agent who pays; None for a reversal.
        to_agent: The agent who receives; None for a reversal.
        action: The action; `reverse` for a reversal.
        amount: The amount; None for a reversal, which does not say it.
        currency: ISO 4217 code; None for a reversal.
        memo: The note; of a reversal the reason.
        idempotency_key: The key; None where there is none.
        transaction_id: What is reversed; None for a transaction.
    """

    operation_id: str
    from_agent: str | None
    to_agent: str | None
    action: str
    amount: Decimal | None
    currency: str | None
    memo: str | None
    idempotency_key: str | None
    transaction_id: str | None = None

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return it as a dict of JSON values.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return exported(self, names)

    @property
    def content(self) -> str:
        """What payments under one key must agree in."""
        return json.dumps([self.to_agent, self.action, str(_normal(self.amount)), self.currency])


class Pending(NamedTuple):
    """A payment whose outcome is not known; it counts as spent.

    Attributes:
        reservation: Its place in the file.
        day: The day in UTC that it counts for, `YYYY-MM-DD`.
        from_agent: The agent who pays.
        idempotency_key: The key; None where there is none.
        amount: The amount.
        currency: ISO 4217 code.
        unclear: Whether a call of it ended without an answer; False while one is under way.
    """

    reservation: str
    day: str
    from_agent: str
    idempotency_key: str | None
    amount: Decimal
    currency: str
    unclear: bool

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return it as a dict of JSON values.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return exported(self, names)


class SpendingGuard:
    """Checks whatever moves money before it is sent: `AlsornClient(guard=SpendingGuard(per_day=500))`.

    It covers `transactions.execute`, `transactions.reverse`, and requests to their paths by
    `client.request`; views and `raw` go through it as well. What is spent is counted per currency and day in
    an SQLite file, which threads and processes share: an amount is reserved before it is sent, and settled or
    released when its outcome is known. An unclear outcome counts as spent until `client.resolve(error)` or a
    retry with the same key makes it known, and the same payment with another key is refused as long: a loop
    that repeats a payment after an error pays once. Payments under one key of an agent count once. When
    anything cannot be checked, such as for an unknown currency or an unreadable file, nothing is sent.

    A day is one in UTC, from 00:00 to 24:00, and a payment counts for the day on which it was last sent. A
    reversal brings money back; it needs `reverse` among the `actions`, and the approval, and gives nothing
    back to the limits.

    Args:
        per_call: Largest amount of one payment: Decimal or int, or a mapping of them by currency; None for no
            limit.
        per_day: Largest sum of a day, likewise. A currency that a mapping does not have is refused.
        currency: The currency that may be spent, ISO 4217, or several; each has the limits to itself. By
            default those of the mappings, else `USD`, which the service takes when a call names none.
        actions: The actions that may be executed; all by default.
        counterparties: Ids of the agents that may be paid; all by default.
        approve: Called with the `Payment` once it is within the limits; it is sent only when this returns
            True. An async client takes an async function, too.
        path: The SQLite file; `spending.sqlite3` in the folder `alsorn` of the user's state by default. One
            file is one budget, whatever the client and its key: give tests one of their own.

    Raises:
        AlsornConfigurationError: An argument cannot work.
    """

    def __init__(
        self,
        per_call: Limit = None,
        per_day: Limit = None,
        currency: str | Collection[str] | None = None,
        actions: Collection[str] | None = None,
        counterparties: Collection[str] | None = None,
        approve: Callable[[Payment], Any] | None = None,
        *,
        path: str | os.PathLike[str] | None = None,
    ) -> None:
        try:
            self._currencies = _currencies(currency, per_call, per_day)
            self._per_call = _limits("per_call", per_call, self._currencies)
            self._per_day = _limits("per_day", per_day, self._currencies)
            self._actions = _names("actions", actions, "transfer_funds")
            self._counterparties = _names("counterparties", counterparties, "agent_2b8m4p1q")
            if approve is not None and not callable(approve):
                raise TypeError(f"approve must be a function, got {type(approve).__name__}")
            self._approve = approve
            self._path = _place(path)
        except (TypeError, ValueError) as error:
            refused = error
        else:
            return
        raise AlsornConfigurationError(str(refused))

    @property
    def path(self) -> Path:
        """The SQLite file."""
        return self._path

    def spent(self, currency: str = DEFAULT_CURRENCY, day: str | None = None) -> Decimal:
        """Return what counts as spent, what is unclear included.

        Args:
            currency: ISO 4217 code.
            day: A day in UTC, `YYYY-MM-DD`; today by default.

        Raises:
            AlsornGuardError: The file cannot be read.
        """
        with self._file() as file:
            return _sum(file, day or _today(datetime.now(UTC).timestamp()), currency.upper())

    def left(self, currency: str = DEFAULT_CURRENCY) -> Decimal | None:
        """Return what may be spent today; None without a limit per day.

        Args:
            currency: ISO 4217 code.

        Raises:
            AlsornGuardError: The file cannot be read.
        """
        if currency.upper() not in self._currencies:
            return Decimal(0)
        limit = self._per_day.get(currency.upper())
        return None if limit is None else max(Decimal(0), _EXACT.subtract(limit, self.spent(currency)))

    def pending(self) -> list[Pending]:
        """Return the payments whose outcome is not known, the oldest first.

        Raises:
            AlsornGuardError: The file cannot be read.
        """
        with self._file() as file:
            rows = file.execute(
                "SELECT reservation, day, agent, key, amount, currency, unclear FROM spending "
                "WHERE NOT spent ORDER BY rowid"
            ).fetchall()
        return [
            Pending(reservation, day, agent, key, Decimal(amount), currency, bool(unclear))
            for reservation, day, agent, key, amount, currency, unclear in rows
        ]

    def release(self, reservation: str) -> None:
        """Stop counting a payment that you know to have moved nothing.

        Args:
            reservation: `reservation` of a `Pending`.

        Raises:
            AlsornGuardError: The file cannot be written.
        """
        with self._file() as file:
            file.execute("DELETE FROM spending WHERE reservation = ? AND NOT spent", (reservation,))

    # -- what the client calls -------------------------------------------------------------------------

    def concern(self, prepared: Prepared[Any]) -> Payment | None:
        """Return the payment that a call is; None when it moves no money.

        Args:
            prepared: The call.

        Raises:
            AlsornGuardError: It may not be sent.
        """
        method = prepared.operation.method
        if method in READS:
            return None
        payment = _payment(method, prepared)
        if payment is not None:
            self._check(payment)
        return payment

    def reserve(self, payment: Payment, now: float) -> str:
        """Reserve an amount and return the reservation.

        Args:
            payment: The payment.
            now: Unix seconds.

        Raises:
            AlsornGuardError: It exceeds what is left of the day, or the file cannot be used.
        """
        with self._file() as file:
            if payment.amount is None:
                return ""
            return self._reserved(file, payment, _today(now))

    def ask(self, payment: Payment) -> Any:
        """Return the word of whoever approves.

        Args:
            payment: The payment.
        """
        return True if self._approve is None else self._approve(payment)

    def denied(self, payment: Payment, reservation: str, word: Any) -> ClientError | None:
        """Return the refusal of a payment that was not approved, and give its reservation back.

        Args:
            payment: The payment.
            reservation: Its reservation.
            word: What `ask` gave; only True approves.
        """
        if word is True:
            return None
        self._settle(reservation, "UPDATE spending SET under_way = under_way - 1 WHERE reservation = ?")
        self._settle(reservation, _DROP)
        why = f"it raised {type(word).__name__}" if isinstance(word, BaseException) else "it did not say True"
        return _refusal(payment, "approve", f"the payment was not approved: {why}")

    def answered(self, reservation: str, answer: Answer | None) -> None:
        """Settle a payment that the service has answered.

        Args:
            reservation: Its reservation.
            answer: The answer; None when it is not read here.
        """
        found: Any = None
        with suppress(ValueError):
            found = None if answer is None else codec.loads(answer.body, exact=True)
        if isinstance(found, Mapping) and found.get("status") in _MOVED_NOTHING:
            self._settle(reservation, "DELETE FROM spending WHERE reservation = ? AND NOT spent")
        elif isinstance(found, Mapping) and isinstance(found.get("id"), str):
            self._settle(reservation, _SPENT, found["id"])
        else:
            self._settle(reservation, _UNCLEAR)

    def failed(self, reservation: str, error: ClientError) -> None:
        """Release a payment that moved nothing; one whose outcome is unclear goes on counting.

        Args:
            reservation: Its reservation.
            error: How the call ended.
        """
        if error.unclear:
            self._settle(reservation, _UNCLEAR)
            return
        self._settle(reservation, "UPDATE spending SET under_way = under_way - 1 WHERE reservation = ?")
        self._settle(reservation, _DROP)

    def resolved(self, call: FailedCall, resolution: Resolution) -> None:
        """Settle a payment whose outcome was unclear, and is known now.

        Args:
            call: The call.
            resolution: What became of it.
        """
        reservation = call.reservation or self._reservation_of(call)
        if not reservation or resolution.cannot_tell:
            return
        status = getattr(resolution.result, "status", None)
        if resolution.done and status not in _MOVED_NOTHING:
            self._settle(reservation, _KNOWN, getattr(resolution.result, "id", None))
        else:
            # Unless another call of it is under way, which may still be carried out.
            self._settle(
                reservation,
                "DELETE FROM spending WHERE reservation = ? AND NOT spent AND under_way <= 0",
            )

    def _check(self, payment: Payment) -> None:
        """Check what needs no file.

        Raises:
            AlsornGuardError: The payment may not be sent.
        """
        if self._actions is not None and payment.action not in self._actions:
            allowed = ", ".join(sorted(self._actions)) or "none"
            raise _refusal(
                payment, "actions", f"the action {shown(payment.action)} is not allowed, only {allowed}"
            )
        amount, currency = payment.amount, payment.currency
        if amount is None or currency is None:
            return
        if self._counterparties is not None and payment.to_agent not in self._counterparties:
            raise _refusal(payment, "counterparties", f"{shown(payment.to_agent)} may not be paid")
        if currency not in self._currencies:
            allowed = ", ".join(sorted(self._currencies))
            raise _refusal(payment, "currency", f"{shown(currency)} may not be spent, only {allowed}")
        limit = self._per_call.get(currency)
        if limit is not None and amount > limit:
            message = f"{amount} {currency} is more than one call may spend, {limit} {currency}"
            raise _refusal(payment, "per_call", message, limit)

    def _reserved(self, file: sqlite3.Connection, payment: Payment, today: str) -> str:
        known = None
        if payment.idempotency_key is not None:
            known = file.execute(
                "SELECT reservation, content, spent, day FROM spending WHERE agent = ? AND key = ?",
                (payment.from_agent, payment.idempotency_key),
            ).fetchone()
        if known is None:
            self._check_day(file, payment, today)
            self._check_unclear(file, payment)
            reservation = str(uuid.uuid4())
            file.execute(
                "INSERT INTO spending VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 1, NULL)",
                (
                    reservation,
                    payment.from_agent,
                    payment.idempotency_key,
                    payment.content,
                    payment.memo,
                    today,
                    payment.currency,
                    str(payment.amount),
                ),
            )
            return reservation
        reservation, content, spent, day = known
        if content != payment.content:
            raise _refusal(payment, "idempotency_key", "the idempotency key belongs to another payment")
        if not spent and day != today:
            # It may be executed only now.
            self._check_day(file, payment, today)
            file.execute("UPDATE spending SET day = ? WHERE reservation = ?", (today, reservation))
        file.execute("UPDATE spending SET under_way = under_way + 1 WHERE reservation = ?", (reservation,))
        return str(reservation)

    def _check_unclear(self, file: sqlite3.Connection, payment: Payment) -> None:
        """Refuse to pay again what may have been paid already, under a key of its own."""
        earlier = file.execute(
            "SELECT key FROM spending WHERE unclear AND NOT spent AND agent = ? AND content = ? "
            "AND memo IS ?",
            (payment.from_agent, payment.content, payment.memo),
        ).fetchone()
        if earlier is None or not payment.amount:
            return
        key = "" if earlier[0] is None else f", or repeat it with idempotency_key={earlier[0]!r}"
        message = f"the same payment may have been made already: resolve its error{key}"
        refusal = _refusal(payment, "unclear", message)
        refusal.idempotency_key = earlier[0]
        raise refusal

    def _check_day(self, file: sqlite3.Connection, payment: Payment, today: str) -> None:
        assert payment.amount is not None
        assert payment.currency is not None
        limit = self._per_day.get(payment.currency)
        if limit is None:
            return
        spent = _sum(file, today, payment.currency)
        if _EXACT.add(spent, payment.amount) > limit:
            left = max(Decimal(0), _EXACT.subtract(limit, spent))
            message = (
                f"{payment.amount} {payment.currency} is more than is left of this day (UTC): {left} of "
                f"{limit} {payment.currency}"
            )
            raise _refusal(payment, "per_day", message, left)

    def _reservation_of(self, call: FailedCall) -> str | None:
        body = call.json
        if not isinstance(body, Mapping) or not body.get("idempotency_key"):
            return None
        with suppress(AlsornGuardError), self._file() as file:
            found = file.execute(
                "SELECT reservation FROM spending WHERE agent = ? AND key = ?",
                (str(body.get("agent_id")), str(body["idempotency_key"])),
            ).fetchone()
            return None if found is None else str(found[0])
        return None

    def _settle(self, reservation: str, statement: str, *values: Any) -> None:
        """Change a reservation once its call is over; when that fails, it goes on counting."""
        if not reservation:
            return
        try:
            with self._file() as file:
                file.execute(statement, (*values, reservation))
        except AlsornGuardError as error:
            logger.warning("a payment goes on counting as spent: %s", error)

    @contextmanager
    def _file(self) -> Iterator[sqlite3.Connection]:
        """Give the file in a transaction that no other process writes in.

        Raises:
            AlsornGuardError: It cannot be used.
        """
        try:
            _create(self._path)
            file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise _unreadable(self._path, error) from error
        try:
            file.execute("BEGIN IMMEDIATE")
            _prepare(file)
            yield file
            file.execute("COMMIT")
        except sqlite3.Error as error:
            raise _unreadable(self._path, error) from error
        finally:
            # What is not committed is undone.
            file.close()

    def __repr__(self) -> str:
        return f"SpendingGuard(path={str(self._path)!r})"


_SPENT: Final = (
    "UPDATE spending SET spent = 1, under_way = max(under_way - 1, 0), transaction_id = ? "
    "WHERE reservation = ?"
)
_KNOWN: Final = "UPDATE spending SET spent = 1, transaction_id = ? WHERE reservation = ?"
_UNCLEAR: Final = "UPDATE spending SET unclear = 1, under_way = max(under_way - 1, 0) WHERE reservation = ?"
# Another call of it may be under way, or an earlier one may have been carried out.
_DROP: Final = "DELETE FROM spending WHERE reservation = ? AND NOT spent AND NOT unclear AND under_way <= 0"


def _payment(method: str, prepared: Prepared[Any]) -> Payment | None:
    """Return the payment that a write is; None when it moves no money.

    Raises:
        AlsornGuardError: It cannot be determined.
    """
    route = f"{method} {_plain_path(prepared.request.path)}"
    reversal = _REVERSED.fullmatch(route)
    if not (_PAYMENT.fullmatch(route) or reversal):
        if _HARMLESS.fullmatch(route):
            return None
        raise AlsornGuardError(
            f"{method} {shown(prepared.request.path)} may move money, for all that the guard knows, and was "
            "not sent",
            limit="route",
            operation_id=prepared.operation.id,
        )
    try:
        body = {} if prepared.request.json is UNSET else codec.loads(encode(prepared), exact=True)
    except (TypeError, ValueError):
        # The client refuses it in the same way, before anything is sent.
        return None
    if reversal:
        reason = body.get("reason") if isinstance(body, Mapping) else None
        return Payment("reverse_transaction", None, None, _REVERSAL, None, None, reason, None, reversal["id"])
    return _executed(body if isinstance(body, Mapping) else {}, prepared)


def _executed(body: Mapping[str, Any], prepared: Prepared[Any]) -> Payment:
    operation = prepared.operation

    def unreadable(what: str) -> AlsornGuardError:
        return AlsornGuardError(
            f"the payment cannot be checked, and was not sent: {what}",
            limit="request",
            operation_id=operation.id,
        )

    for name in ("agent_id", "counterparty_id", "action_type"):
        if not isinstance(body.get(name), str) or not body[name]:
            raise unreadable(f"{name} must be a string that is not empty")
    given = body.get("amount")
    amount = plain(given)
    if isinstance(amount, bool) or not isinstance(amount, (int, Decimal)):
        raise unreadable(f"amount must be a number, got {type(given).__name__}")
    amount = Decimal(amount)
    if amount < 0 or abs(amount.adjusted()) > _LONGEST or len(amount.as_tuple().digits) > _LONGEST:
        raise unreadable("amount must be 0 or more, and of at most 100 digits")
    currency = body.get("currency")
    currency = DEFAULT_CURRENCY if currency is None else currency
    if not isinstance(currency, str):
        raise unreadable("currency must be a string")
    key = body.get("idempotency_key") or None
    if key is not None and not isinstance(key, str):
        raise unreadable("idempotency_key must be a string")
    if key is None and operation.idempotent:
        raise unreadable("it may be repeated (idempotent=True) and carries no idempotency_key")
    return Payment(
        "execute_transaction",
        body["agent_id"],
        body["counterparty_id"],
        body["action_type"],
        amount,
        currency.upper(),
        body.get("notes"),
        key,
    )


def _plain_path(path: str) -> str:
    """Return a path as a service may read it: decoded, without empty segments."""
    for _ in range(_DECODE_ROUNDS):
        path = unquote(path)
    return "/" + "/".join(part for part in path.split("/") if part)


def _refusal(payment: Payment, limit: str, message: str, left: Decimal | None = None) -> AlsornGuardError:
    return AlsornGuardError(
        f"{message}; nothing was sent (limit: {limit})",
        limit=limit,
        payment=payment,
        asked=payment.amount,
        left=left,
        currency=payment.currency,
        operation_id=payment.operation_id,
        idempotency_key=payment.idempotency_key,
    )


def _unreadable(path: Path, error: Exception) -> AlsornGuardError:
    return AlsornGuardError(
        f"what is spent cannot be read from {str(path)!r}, so nothing may be: {error} (limit: database)",
        limit="database",
    )


# -- arguments -----------------------------------------------------------------------------------------


def _limits(name: str, value: Limit, currencies: Collection[str]) -> dict[str, Decimal]:
    if value is None:
        return {}
    if isinstance(value, Mapping):
        found = {str(each).upper(): _limit(f"{name}[{each!r}]", limit) for each, limit in value.items()}
        missing = sorted(set(currencies) - set(found))
        if missing:
            raise ValueError(f"{name} has no limit for {missing[0]}")
        return found
    return dict.fromkeys(currencies, _limit(name, value))


def _limit(name: str, value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        hint = f", such as Decimal('{value}')" if isinstance(value, float) else ""
        raise TypeError(f"{name} must be a Decimal or an int, got {type(value).__name__}{hint}")
    limit = Decimal(value)
    if not limit.is_finite() or limit < 0:
        raise ValueError(f"{name} must be a finite number, 0 or more, got {value}")
    return limit


def _currencies(currency: Any, *limits: Limit) -> frozenset[str]:
    if currency is None:
        named = {str(each) for limit in limits if isinstance(limit, Mapping) for each in limit}
        currency = named or {DEFAULT_CURRENCY}
    found = {currency} if isinstance(currency, str) else set(strings("currency", currency, "USD"))
    found = {each.upper() for each in found}
    wrong = next((each for each in found if not _CURRENCY.fullmatch(each)), None)
    if wrong is not None or not found:
        raise ValueError(f"currency must be ISO 4217 codes such as 'USD', got {shown(wrong or currency)}")
    return frozenset(found)


def _names(name: str, value: Collection[str] | None, example: str) -> frozenset[str] | None:
    return None if value is None else frozenset(strings(name, value, example))


def _place(path: Any) -> Path:
    if path is None:
        return _state_folder() / "alsorn" / "spending.sqlite3"
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"path must be a path, got {type(path).__name__}")
    found = os.fspath(path)
    if not isinstance(found, str) or not found or found == ":memory:":
        raise ValueError("path must be that of a file: what is spent must outlive the process")
    return Path(found).expanduser().absolute()


def _state_folder() -> Path:
    """Return the folder of the user's state, as the system has it."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")


# -- the file ------------------------------------------------------------------------------------------


def _create(path: Path) -> None:
    """Make the file, which is nobody else's to read, and the folder of its own."""
    if path.exists():
        return
    if path.parent.name == "alsorn":
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _prepare(file: sqlite3.Connection) -> None:
    """Make the table in a new file.

    Raises:
        sqlite3.DatabaseError: It is a file of something else.
    """
    (version,) = file.execute("PRAGMA user_version").fetchone()
    if version == _VERSION:
        return
    (tables,) = file.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if version or tables:
        raise sqlite3.DatabaseError("it is a database of something else, or of a newer version")
    for statement in filter(str.strip, _SCHEMA.split(";")):
        file.execute(statement)
    file.execute(f"PRAGMA user_version = {_VERSION}")


def _sum(file: sqlite3.Connection, day: str, currency: str) -> Decimal:
    total = Decimal(0)
    for (amount,) in file.execute(
        "SELECT amount FROM spending WHERE day = ? AND currency = ?", (day, currency)
    ):
        total = _EXACT.add(total, Decimal(amount))
    return total


def _today(now: float) -> str:
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d")


def _normal(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else amount.normalize(_EXACT)
