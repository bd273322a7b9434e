"""Trust profiles, their history, and disputes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar, Self, overload

from alsorn_api import models as wire
from attrs import define
from clientkit.paging import Table

from alsorn.models.reading import rows

# The lower bound of the documented tier "Caution": no agent below it is let through by a derived answer.
ALLOWED_FROM_SCORE = 400
_HIGHEST_SCORE = 1000
_TIERS = ((900, "Verified"), (700, "Trusted"), (400, "Caution"), (0, "High Risk"))


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


@define(repr=False)
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
    _python_names: ClassVar[Mapping[str, str]] = {"created_at": "timestamp"}
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


def history_reader(start: datetime | None) -> Callable[[Any], list[TrustHistoryEntry]]:
    """Return what reads a history, leaving out entries before `start`.

    Args:
        start: The oldest moment that is kept; None keeps all.
    """

    def read(data: Any) -> list[TrustHistoryEntry]:
        entries = [TrustHistoryEntry.from_dict(row) for row in rows(data, "history")]
        return (
            entries if start is None else [each for each in entries if not _is_before(each.created_at, start)]
        )

    return read


def _is_before(value: Any, start: datetime) -> bool:
    # A time that could not be read is kept: it is not known to be old.
    if not isinstance(value, datetime):
        return False
    return (value if value.tzinfo is not None else value.replace(tzinfo=UTC)) < start


class TrustBatch(Table, Sequence[TrustProfile]):
    """The profiles of a batch query: iterating gives those that were found.

    Attributes:
        results: One entry for each id asked for, in that order; None for an unknown agent.
        missing: The ids that are unknown.
    """

    _model: ClassVar[str] = "alsorn.models:TrustProfile"
    _rows: ClassVar[str] = "_found"
    _fields: ClassVar[tuple[str, ...]] = ("results", "missing")

    def __init__(self, agent_ids: Sequence[str], results: Sequence[TrustProfile | None]) -> None:
        self.results = list(results)
        self.missing = [each for each, profile in zip(agent_ids, results, strict=True) if profile is None]
        self._found = [profile for profile in results if profile is not None]

    @classmethod
    def read(cls, agent_ids: Sequence[str], data: Any) -> Self:
        """Read the answer to a query for `agent_ids`.

        Args:
            agent_ids: The ids, in the order of the call.
            data: The decoded answer.

        Raises:
            ValueError: When it has not one entry for each id.
        """
        found = rows(data, "results")
        if len(found) != len(agent_ids):
            raise ValueError(f"{len(agent_ids)} agents were asked for and {len(found)} results came back")
        return cls(agent_ids, [None if row is None else TrustProfile.from_dict(row) for row in found])

    @overload
    def __getitem__(self, index: int) -> TrustProfile: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[TrustProfile]: ...
    def __getitem__(self, index: int | slice) -> Any:
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
