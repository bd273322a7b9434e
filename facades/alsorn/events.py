"""What the service delivers to webhook endpoints: one class for each type of event.

`verify_webhook` returns them. Their `data` has the documented fields, each of which may be None: the
service's own examples differ in what they send. A type that is not known here is a plain `WebhookEvent`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from alsorn_api import models as wire
from alsorn_api.models import JsonObject

from alsorn.money import Amount, HasAmounts


class AgentRegisteredData(wire.AgentRegisteredData):
    """Data of `agent.registered`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    name: str | None
    fingerprint: str | None
    environment: str | None
    status: str | None
    created_at: datetime | None


class AgentSuspendedData(wire.AgentSuspendedData):
    """Data of `agent.suspended`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    name: str | None
    status: str | None
    suspended_at: datetime | None


class AgentReactivatedData(wire.AgentReactivatedData):
    """Data of `agent.reactivated`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    name: str | None
    status: str | None


class AgentDeletedData(wire.AgentDeletedData):
    """Data of `agent.deleted`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    name: str | None
    deleted_at: datetime | None


class TransactionCompletedData(HasAmounts, wire.TransactionCompletedData):
    """Data of `transaction.completed`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    agent_id: str | None
    counterparty_id: str | None
    amount: Amount | None  # type: ignore[assignment]
    currency: str | None
    action_type: str | None
    status: str | None


class TransactionFailedData(wire.TransactionFailedData):
    """Data of `transaction.failed`; `error_code` is upper case, unlike the codes of error answers."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    agent_id: str | None
    error_code: str | None
    error_message: str | None


class TransactionReversedData(HasAmounts, wire.TransactionReversedData):
    """Data of `transaction.reversed`: `id` is the reversal, `original_transaction_id` what it reverses."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    id: str | None
    original_transaction_id: str | None
    agent_id: str | None
    amount: Amount | None  # type: ignore[assignment]


class TrustScoreChangedData(wire.TrustScoreChangedData):
    """Data of `trust.score_changed`. Its fields are not documented: read them as `data["name"]`."""

    __slots__ = ()


class TrustDisputeFiledData(wire.TrustDisputeFiledData):
    """Data of `trust.dispute_filed`. Its fields are not documented: read them as `data["name"]`."""

    __slots__ = ()


class WebhookEvent(wire.WebhookEvent):
    """An event, of any type.

    Attributes:
        id: Id of the event. A delivery may come more than once: drop an id that was seen before.
        event: The type, such as `agent.registered`.
        created: When it happened; None when the service did not say.
        api_version: Version of the payload; None when the service did not say.
        data: What happened: fields by name for a type without a class of its own.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None
    _data: ClassVar[Any] = JsonObject

    created: datetime | None  # type: ignore[assignment]
    api_version: str | None  # type: ignore[assignment]
    data: Any

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an event."""
        self = super().from_dict(src_dict)
        self.data = cls._data.from_dict(src_dict.get("data") or {})
        return self


class AgentRegistered(WebhookEvent):
    """`agent.registered`: an agent was registered."""

    __slots__ = ()
    _data: ClassVar[Any] = AgentRegisteredData
    data: AgentRegisteredData


class AgentSuspended(WebhookEvent):
    """`agent.suspended`: an agent was suspended."""

    __slots__ = ()
    _data: ClassVar[Any] = AgentSuspendedData
    data: AgentSuspendedData


class AgentReactivated(WebhookEvent):
    """`agent.reactivated`: a suspended agent is active again."""

    __slots__ = ()
    _data: ClassVar[Any] = AgentReactivatedData
    data: AgentReactivatedData


class AgentDeleted(WebhookEvent):
    """`agent.deleted`: an agent was deleted."""

    __slots__ = ()
    _data: ClassVar[Any] = AgentDeletedData
    data: AgentDeletedData


class TransactionCompleted(WebhookEvent):
    """`transaction.completed`: a transaction was executed."""

    __slots__ = ()
    _data: ClassVar[Any] = TransactionCompletedData
    data: TransactionCompletedData


class TransactionFailed(WebhookEvent):
    """`transaction.failed`: a transaction was refused."""

    __slots__ = ()
    _data: ClassVar[Any] = TransactionFailedData
    data: TransactionFailedData


class TransactionReversed(WebhookEvent):
    """`transaction.reversed`: a transaction was reversed."""

    __slots__ = ()
    _data: ClassVar[Any] = TransactionReversedData
    data: TransactionReversedData


class TrustScoreChanged(WebhookEvent):
    """`trust.score_changed`: a trust score changed significantly."""

    __slots__ = ()
    _data: ClassVar[Any] = TrustScoreChangedData
    data: TrustScoreChangedData


class TrustDisputeFiled(WebhookEvent):
    """`trust.dispute_filed`: a dispute was filed against an agent."""

    __slots__ = ()
    _data: ClassVar[Any] = TrustDisputeFiledData
    data: TrustDisputeFiledData


EVENT_CLASSES: Mapping[str, type[WebhookEvent]] = {
    "agent.registered": AgentRegistered,
    "agent.suspended": AgentSuspended,
    "agent.reactivated": AgentReactivated,
    "agent.deleted": AgentDeleted,
    "transaction.completed": TransactionCompleted,
    "transaction.failed": TransactionFailed,
    "transaction.reversed": TransactionReversed,
    "trust.score_changed": TrustScoreChanged,
    "trust.dispute_filed": TrustDisputeFiled,
}


def read_event(data: Mapping[str, Any]) -> WebhookEvent:
    """Return the event that a delivered JSON object is; `verify_webhook` does this and checks it first.

    Raises:
        ValueError: Its data is no object.
    """
    if not isinstance(data.get("data"), Mapping | None):
        raise ValueError("the event's 'data' is not an object")
    return EVENT_CLASSES.get(str(data.get("event")), WebhookEvent).from_dict(data)
