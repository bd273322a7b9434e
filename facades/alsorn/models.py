"""What the methods of the client return.

Every class is the generated model of the wire with two differences: a field that the service did not
send reads as None, and the names of the SDK page stand beside those of the wire. Fields that the
service adds one day are in `additional_properties`, and under `model["name"]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from alsorn_api import models as wire
from attrs import define
from clientkit.operation import Answer

# The lower bound of the documented tier "Caution": no agent below it is let through by a derived answer.
ALLOWED_FROM_SCORE = 400
_HIGHEST_SCORE = 1000
_TIERS = ((900, "Verified"), (700, "Trusted"), (400, "Caution"), (0, "High Risk"))


class TrustRecord(wire.TrustRecord):
    """Trust of an agent as part of the agent; short after registration, full from `agents.get`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    total_tasks: int | None
    disputes: int | None
    completion_rate: float | None
    tenure_days: int | None
    operator_verified: bool | None
    last_evaluated: datetime | None


class Agent(wire.Agent):
    """An agent. Lists leave out `description`, `org_id`, `owner_id` and `trust_record`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    description: str | None
    org_id: str | None
    owner_id: str | None
    updated_at: datetime | None
    suspended_at: datetime | None
    trust_record: TrustRecord | None
    trust_score: int | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an agent."""
        self = super().from_dict(src_dict)
        self.trust_record = _nested(TrustRecord, src_dict, "trust_record")
        return self


class AgentVerification(wire.AgentVerification):
    """What the public may know of an agent.

    `verified` is the service's word when it sends one; else it is True when there is a fingerprint and
    the agent is active. It is not `operator_verified`, which is about the operator. In an `if` the object
    is true only when it is verified.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    authorized_actions: list[str] | None  # type: ignore[assignment]
    last_evaluated: datetime | None
    verified: bool

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a verification."""
        self = super().from_dict(src_dict)
        sent = src_dict.get("verified")
        self.verified = bool(self.fingerprint) and self.status == "active" if sent is None else sent is True
        return self

    def __bool__(self) -> bool:
        return self.verified


class AuditEntry(wire.AuditEntry):
    """One link of an agent's audit chain.

    `action`, `actor`, `timestamp` and `payload_hash` are there whichever dialect the service speaks.
    `previous_hash` is the `payload_hash` of the entry before, which is the next one in a list.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    agent_id: str | None
    action: str | None
    action_type: str | None
    actor_id: str | None
    operator_id: str | None
    actor: str | None
    payload: wire.JsonObject | None
    details: str | None
    payload_hash: str | None
    previous_hash: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an audit entry."""
        self = super().from_dict(src_dict)
        self.action = self.action or self.action_type
        self.actor = self.actor_id or self.operator_id or self.actor
        self.payload_hash = self.payload_hash or self.hash_ or None
        return self

    @property
    def hash(self) -> str | None:
        """Hash of the entry; `payload_hash` in a list."""
        return self.payload_hash

    @property
    def timestamp(self) -> datetime:
        """When it happened."""
        return self.created_at


class TrustProfile(wire.TrustProfile):
    """Trust of an agent: a score from 0 to 1000, its tier, and what it is made of.

    `factors` is the flat map that the service sends, else the value of each component by its name.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    factors: dict[str, Any]  # type: ignore[assignment]
    agent_name: str | None
    last_evaluated: datetime | None
    trend: str | None
    environment: str | None
    org_name: str | None
    created_at: datetime | None
    allowed: bool | None
    reason: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a trust profile."""
        self = super().from_dict(src_dict)
        self.factors = _factors(src_dict)
        return self


def _factors(data: Mapping[str, Any]) -> dict[str, Any]:
    sent = data.get("factors")
    if isinstance(sent, Mapping):
        return dict(sent)
    components = data.get("components")
    if not isinstance(components, Mapping):
        return {}
    factors = {name: each.get("value") for name, each in components.items() if isinstance(each, Mapping)}
    if "dispute_rate" in factors:
        # The SDK page's name for the same number.
        factors["dispute_ratio"] = factors["dispute_rate"]
    return factors


@define
class TrustEvaluation(TrustProfile):
    """Whether an agent may execute an action, with the profile that the answer rests on.

    In an `if` the object is true only when the action is allowed.

    Attributes:
        allowed: The service's word when it sends one. Else it is derived, and fails closed: True only
            when a score from 0 to 1000 came back and is at least 400, the lower bound of the tier
            `Caution`. The service documents no threshold.
        reason: The service's reason, or one made here.
        derived: Whether `allowed` was derived here.
    """

    allowed: bool = False
    reason: str = ""
    derived: bool = True

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an evaluation."""
        self = super().from_dict(src_dict)
        sent, reason = src_dict.get("allowed"), src_dict.get("reason")
        self.allowed, derived_reason = _verdict(sent, src_dict.get("score"))
        self.derived = not isinstance(sent, bool)
        self.reason = reason if isinstance(reason, str) and reason else derived_reason
        return self

    def __bool__(self) -> bool:
        return self.allowed


def _verdict(sent: Any, score: Any) -> tuple[bool, str]:
    """Return whether an action is allowed, and why: in doubt it is not."""
    if isinstance(sent, bool):
        return sent, "The service allows it" if sent else "The service does not allow it"
    if sent is not None:
        return False, "The service sent a verdict that cannot be read"
    if isinstance(score, bool) or not isinstance(score, (int, float)) or not 0 <= score <= _HIGHEST_SCORE:
        return False, "The service sent no trust score"
    if score < ALLOWED_FROM_SCORE:
        return False, f"Trust score {score} is below {ALLOWED_FROM_SCORE}"
    return True, f"Trust score {score} meets {ALLOWED_FROM_SCORE}"


class TrustHistoryEntry(wire.TrustHistoryEntry):
    """One change of a score; `assessment` is derived from the score where the service sends none."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    reason: str | None
    assessment: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a history entry."""
        self = super().from_dict(src_dict)
        if self.assessment is None and isinstance(self.score, (int, float)):
            self.assessment = next(name for least, name in _TIERS if self.score >= least or not least)
        return self

    @property
    def timestamp(self) -> datetime:
        """When the score changed."""
        return self.created_at


class TrustBatch(Sequence[TrustProfile]):
    """The profiles of a batch query: iterating gives those that were found.

    Attributes:
        results: One entry for each id asked for, in that order; None for an unknown agent.
        missing: The ids that are unknown.
    """

    def __init__(self, agent_ids: Sequence[str], results: Sequence[TrustProfile | None]) -> None:
        self.results = list(results)
        self.missing = [each for each, profile in zip(agent_ids, results, strict=True) if profile is None]
        self._found = [profile for profile in results if profile is not None]

    @classmethod
    def read(cls, agent_ids: Sequence[str], data: Any) -> Self:
        """Read the answer to a query for `agent_ids`.

        Raises:
            ValueError: When it has not one entry for each id.
        """
        rows = _rows(data, "results")
        if len(rows) != len(agent_ids):
            raise ValueError(f"{len(agent_ids)} agents were asked for and {len(rows)} results came back")
        return cls(agent_ids, [None if row is None else TrustProfile.from_dict(row) for row in rows])

    def __getitem__(self, index: Any) -> Any:
        return self._found[index]

    def __iter__(self) -> Iterator[TrustProfile]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return f"<TrustBatch: {len(self)} found, {len(self.missing)} missing>"


class Dispute(wire.Dispute):
    """A dispute; `dispute_id` and `id` are the same."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    dispute_id: str | None
    id: str | None
    reported_by: str | None
    evidence: str | None
    transaction_id: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a dispute."""
        self = super().from_dict(src_dict)
        self.dispute_id = self.id = self.dispute_id or self.id
        return self


class _TransactionNames:
    """The SDK page's names for the fields of a transaction."""

    __slots__ = ()

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
    def action(self) -> str:
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

    audit_hash: str | None
    notes: str | None


@define
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
    def reader(cls, key: str | None) -> Callable[[Mapping[str, Any]], ExecutedTransaction]:
        """Return what reads the JSON object of a transaction that was sent with `key`."""

        def read(data: Mapping[str, Any]) -> ExecutedTransaction:
            self = cls.from_dict(data)
            self.idempotency_key = key
            return self

        return read


class CounterpartyTrust(wire.CounterpartyTrust):
    """Trust of the agent who receives."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class TransactionDetail(_TransactionNames, wire.TransactionDetail):
    """A transaction with its audit entry and the trust of its receiver."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    audit_hash: str | None
    notes: str | None
    audit_entry: AuditEntry | None
    counterparty_trust: CounterpartyTrust | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a transaction."""
        self = super().from_dict(src_dict)
        self.audit_entry = _nested(AuditEntry, src_dict, "audit_entry")
        self.counterparty_trust = _nested(CounterpartyTrust, src_dict, "counterparty_trust")
        return self


class TransactionReversal(_TransactionNames, wire.TransactionReversal):
    """A reversal, under the transaction's id or one of its own.

    `original_transaction_id` is what was reversed; None when that is `id` itself.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    audit_hash: str | None
    notes: str | None
    reversed_at: datetime | None
    reversal_audit_hash: str | None
    original_transaction_id: str | None

    @classmethod
    def reader(cls, transaction_id: str) -> Callable[[Mapping[str, Any]], TransactionReversal]:
        """Return what reads the reversal of `transaction_id`."""

        def read(data: Mapping[str, Any]) -> TransactionReversal:
            self = cls.from_dict(data)
            if self.original_transaction_id is None and self.id != transaction_id:
                self.original_transaction_id = transaction_id
            return self

        return read


class Webhook(wire.Webhook):
    """A webhook endpoint; `secret` is there only after the registration, and is not shown by `repr`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    secret: str | None  # type: ignore[assignment]


class WebhookDelivery(wire.WebhookDelivery):
    """One delivery of an event; `status_code` and `success` are filled from either dialect."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    payload: wire.JsonObject | None
    http_status: int | None
    status_code: int | None
    success: bool
    response_body: str | None
    duration_ms: int | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a delivery."""
        self = super().from_dict(src_dict)
        if self.status_code is None:
            self.status_code = self.http_status
        sent = src_dict.get("success")
        self.success = _is_2xx(self.status_code) if sent is None else sent is True
        return self


def _is_2xx(status: Any) -> bool:
    return isinstance(status, int) and 200 <= status < 300


class Export:
    """An export of transactions as it came: `bytes(export)` is its content.

    Attributes:
        content: The bytes of the file.
        content_type: Its media type; None when the service did not say.
        file_name: Its name; None when the service did not say.
    """

    __slots__ = ("content", "content_type", "file_name")

    def __init__(self, answer: Answer) -> None:
        self.content = answer.body
        self.content_type = answer.headers.get("content-type")
        self.file_name = _file_name(answer.headers.get("content-disposition", ""))

    def __bytes__(self) -> bytes:
        return self.content

    def __repr__(self) -> str:
        return f"<Export {self.content_type}, {len(self.content)} bytes>"


def _file_name(disposition: str) -> str | None:
    from email.message import Message  # knows every form that a file name is written in

    message = Message()
    message["Content-Disposition"] = disposition
    # Only the last part: a name from the network must not choose a folder.
    return (message.get_filename() or "").replace("\\", "/").rpartition("/")[2] or None


def page_reader(model: Any, name: str, limit: int) -> Callable[[Any], dict[str, Any]]:
    """Return what reads one page of a list in either dialect.

    Args:
        model: Class of the items.
        name: What the published package calls the list.
        limit: How many items were asked for, should the answer not say.
    """

    def read(data: Any) -> dict[str, Any]:
        items = [model.from_dict(row) for row in _rows(data, name)]
        facts = data if isinstance(data, Mapping) else {}
        if isinstance(facts.get("pagination"), Mapping):
            facts = facts["pagination"]
        # The page's number is what was asked for: a service that answers another must not be asked for ever.
        counts = {"total": _count(facts.get("total")), "limit": _count(facts.get("limit")) or limit}
        return {"items": items, "page": None, **counts}

    return read


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def list_reader(model: Any, name: str) -> Callable[[Any], list[Any]]:
    """Return what reads a list that has no pages, bare or in an envelope."""

    def read(data: Any) -> list[Any]:
        return [model.from_dict(row) for row in _rows(data, name)]

    return read


def history_reader(start: datetime | None) -> Callable[[Any], list[TrustHistoryEntry]]:
    """Return what reads a history, leaving out entries before `start`."""

    def read(data: Any) -> list[TrustHistoryEntry]:
        entries = [TrustHistoryEntry.from_dict(row) for row in _rows(data, "history")]
        return (
            entries if start is None else [each for each in entries if not _is_before(each.created_at, start)]
        )

    return read


def _is_before(value: Any, start: datetime) -> bool:
    # A time that could not be read is kept: it is not known to be old.
    if not isinstance(value, datetime):
        return False
    return (value if value.tzinfo is not None else value.replace(tzinfo=UTC)) < start


def _rows(data: Any, name: str) -> list[Any]:
    if isinstance(data, Mapping):
        data = next((data[key] for key in ("data", name, "items") if isinstance(data.get(key), list)), None)
    if not isinstance(data, list):
        raise ValueError(f"there is no list in the answer, bare or under 'data', {name!r} or 'items'")
    return data


def _nested(model: Any, data: Mapping[str, Any], name: str) -> Any:
    value = data.get(name)
    return model.from_dict(value) if isinstance(value, Mapping) else None
