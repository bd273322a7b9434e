"""Commits, preflights and the history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from assetcore_api import models as wire
from attrs import define
from clientkit.streaming import ServerSentEvent

from assetcore_sdk.models.base import Document, Freshness, Page, refine

if TYPE_CHECKING:
    from assetcore_sdk.session import Session


class CommitResponse(wire.CommitResponse):
    """A commit.

    `outcome` may be `RolledBack` on a successful call; look at it. `idempotency_key` is what the commit was
    sent with, also when the daemon does not repeat it: committing with it again gives this commit.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    client_correlation_id: str | None
    idempotency_key: str | None
    metadata: Document | None  # type: ignore[assignment]
    origin: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a commit."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, metadata=Document, origin=Document)
        return self

    @classmethod
    def reader(
        cls, key: str | None, namespace_id: int, session: Session | None
    ) -> Callable[[Mapping[str, Any]], CommitResponse]:
        """Return what reads a commit that was sent with `key`, and notes it in the session.

        Args:
            key: Idempotency key of the call.
            namespace_id: The namespace, from 1.
            session: The session that notes it; None for none.
        """

        def read(data: Mapping[str, Any]) -> CommitResponse:
            self = cls.from_dict(data)
            self.idempotency_key = self.idempotency_key or key
            if session is not None and isinstance(self.world_seq_end, int):
                session.note(namespace_id, self.world_seq_end)
            return self

        return read


class PreflightOperation(wire.PreflightOperation):
    """Outcome of one operation of a preflight. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    index: int | None
    op: str | None
    ok: bool | None
    error: wire.ProblemDetails | None


class PreflightResponse(wire.PreflightResponse):
    """What a commit would have met; it holds for `validated_world_seq` alone.

    Only `validated_world_seq` is documented by name.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    outcome: str | None
    operations: list[PreflightOperation] | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a preflight."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, operations=[PreflightOperation])
        return self

    @property
    def failed(self) -> PreflightOperation | None:
        """The operation that would fail; None when the answer names none."""
        rows = self.operations if isinstance(self.operations, list) else []
        return next(
            (each for each in rows if isinstance(each, PreflightOperation) and each.ok is False), None
        )

    @property
    def passed(self) -> bool:
        """Whether nothing in the answer says that the transaction would fail."""
        return self.failed is None and self.outcome != "RolledBack"


class CommitRecord(wire.CommitRecord):
    """A commit of the history. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    commit_id: str | None
    outcome: str | None
    world_seq_start: int | None
    world_seq_end: int | None
    event_count: int | None
    commit_time_ms: int | None
    actor_id: str | None
    metadata: Document | None  # type: ignore[assignment]
    origin: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a commit."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, metadata=Document, origin=Document)
        return self


class CommitListResponse(Page, wire.CommitListResponse):
    """One page of commits by world sequence; `next_world_seq` is where the next one begins."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:CommitRecord"
    _rows: ClassVar[str] = "commits"
    _absent: ClassVar[Any] = None

    pagination: wire.CommitPagination | None  # type: ignore[assignment]
    next_world_seq: int | None
    has_more: bool | None
    server_correlation_id: str | None
    client_correlation_id: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a page of commits, its paging members grouped or not."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, commits=[CommitRecord], freshness=Freshness)
        grouped = src_dict.get("pagination")
        if isinstance(grouped, Mapping):
            self.next_world_seq = grouped.get("next_world_seq", self.next_world_seq)
            self.has_more = grouped.get("has_more", self.has_more)
        return self

    def __iter__(self) -> Iterator[CommitRecord]:
        return cast("Iterator[CommitRecord]", iter(self.commits or ()))


class _StreamMembers(wire.StreamEntry):
    __slots__ = ()
    _absent: ClassVar[Any] = None

    commit_id: str | None
    outcome: str | None
    world_seq_start: int | None
    world_seq_end: int | None
    event_count: int | None
    commit_time_ms: int | None
    actor_id: str | None
    metadata: Document | None  # type: ignore[assignment]
    origin: Document | None  # type: ignore[assignment]
    namespace: int | None
    operations: list[Document] | None  # type: ignore[assignment]
    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None


@define(repr=False)
class StreamEntry(_StreamMembers):
    """One committed batch of the stream. Its members are not documented.

    Attributes:
        event_id: What goes back as `last_event_id` to read on after this entry; None when it had none.
        event: Name of the event.
    """

    event_id: int | None = None
    event: str = "message"

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an entry."""
        self = super().from_dict(src_dict)
        refine(self, src_dict, metadata=Document, origin=Document, operations=[Document], freshness=Freshness)
        self.event_id, self.event = None, "message"
        return self

    @classmethod
    def from_event(cls, event: ServerSentEvent) -> StreamEntry | None:
        """Read an event of the stream; None for one without data.

        Args:
            event: The event.

        Raises:
            ValueError: Its data is no JSON object, or it is an error.
        """
        from clientkit import codec

        if event.event == "error":
            # Provisional: how the daemon says that it cannot go on is not documented.
            raise ValueError(f"the daemon sent an error: {event.data[:300] or 'without a word'}")
        if not event.data:
            return None
        data = codec.loads(event.data)
        if not isinstance(data, Mapping):
            raise ValueError(f"the data of a stream entry is a JSON object, got {event.data:.80}")
        self = cls.from_dict(data)
        self.event = event.event
        self.event_id = int(event.id) if event.id.isascii() and event.id.isdigit() else None
        return self
