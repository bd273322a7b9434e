"""What the methods of the client return.

Every class is the generated model of the wire with two differences: a member that the daemon did not send
reads as None, and the names of the Python SDK page stand next to those of the wire. Members that the daemon
adds one day are in `additional_properties`, and under `model["name"]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from assetcore_api import models as wire
from attrs import define
from clientkit.operation import Names
from clientkit.paging import Table
from clientkit.streaming import ServerSentEvent

if TYPE_CHECKING:
    from assetcore_sdk.session import Session

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])")


def snake_case(name: str) -> str:
    """Return a tag in the spelling of requests: `ContinuousLine1d` is `continuous_line_1d`."""
    return _CAPITAL.sub("_", name).lower() if name[:1].isupper() else name


def _refine(model: Any, data: Mapping[str, Any], **kinds: Any) -> None:
    """Replace members by the models of this module.

    Args:
        model: What has the members.
        data: The JSON object that it was read from.
        **kinds: The model of each member, in a list for a list of them. A list that is null is empty; so are
            the rows of an answer that has none.
    """
    for name, kind in kinds.items():
        value = data.get(name)
        if isinstance(kind, list):
            if isinstance(value, list):
                items = [kind[0].from_dict(each) if isinstance(each, Mapping) else each for each in value]
                setattr(model, name, items)
            elif value is None and (name in data or name == getattr(model, "_rows", "")):
                setattr(model, name, [])
        elif isinstance(value, Mapping):
            setattr(model, name, kind.from_dict(value))


class Document(dict[str, Any]):
    """An answer whose members are not documented: the decoded JSON object as it came."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object.

        Raises:
            TypeError: It is none.
        """
        if not isinstance(src_dict, Mapping):
            raise TypeError(f"a JSON object was due, not {type(src_dict).__name__}")
        return cls(src_dict)

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return it as a plain dict.

        Args:
            names: Without effect: its members are not documented, and have the daemon's names.
            secrets: Without effect: it has none.
        """
        return dict(self)


class _Page(Table):
    """A page whose iteration gives its rows; `dict(page)` is what `to_dict()` returns."""

    __slots__ = ()

    def keys(self) -> tuple[str, ...]:
        """Return the names of what `to_dict()` has."""
        return tuple(self.to_dict())

    def __getitem__(self, name: str) -> Any:
        return self.to_dict()[name]


class Freshness(wire.Freshness):
    """How far the projection is: `world_seq` of `commit_log_world_seq`, `lag` and `lag_ms` behind."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


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
        _refine(self, src_dict, metadata=Document, origin=Document)
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
        _refine(self, src_dict, operations=[PreflightOperation])
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


class RegisterResponse(wire.RegisterResponse):
    """What was registered. Its members are not documented; `idempotency_key` is what it was sent with."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    class_id: int | str | None
    server_correlation_id: str | None
    client_correlation_id: str | None
    idempotency_key: str | None
    world_seq_end: int | None

    @classmethod
    def reader(
        cls, key: str | None, namespace_id: int, session: Session | None
    ) -> Callable[[Mapping[str, Any]], RegisterResponse]:
        """Return what reads a registration that was sent with `key`, and notes it in the session.

        Args:
            key: Idempotency key of the call.
            namespace_id: The namespace, from 1.
            session: The session that notes it; None for none.
        """

        def read(data: Mapping[str, Any]) -> RegisterResponse:
            self = cls.from_dict(data)
            self.idempotency_key = self.idempotency_key or key
            if session is not None and isinstance(self.world_seq_end, int):
                session.note(namespace_id, self.world_seq_end)
            return self

        return read


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
        _refine(self, src_dict, metadata=Document, origin=Document)
        return self


class CommitListResponse(_Page, wire.CommitListResponse):
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
        _refine(self, src_dict, commits=[CommitRecord], freshness=Freshness)
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
        _refine(
            self, src_dict, metadata=Document, origin=Document, operations=[Document], freshness=Freshness
        )
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


class HealthResponse(wire.HealthResponse):
    """Health of the write daemon."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    build_git_sha: str | None


class ReadHealthResponse(wire.ReadHealthResponse):
    """Readiness of the read daemon, and how far its projection is."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of the health."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, freshness=Freshness)
        return self


class ProbeResponse(wire.ProbeResponse):
    """A sign of life."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    status: str | None


class FreshnessResponse(Freshness):
    """How far the projection is; whether the daemon wraps it is not documented, both are read."""

    __slots__ = ()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a freshness."""
        inner = src_dict.get("freshness")
        return super().from_dict(inner if isinstance(inner, Mapping) else src_dict)


class ClassSummary(wire.ClassSummary):
    """A class. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    class_id: int | str | None
    name: str | None
    flags: int | None
    behavior: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a class."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, behavior=Document)
        return self


class ClassListResponse(_Page, wire.ClassListResponse):
    """One page of classes; `next_cursor` is where the next one begins."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:ClassSummary"
    _rows: ClassVar[str] = "classes"
    _absent: ClassVar[Any] = None

    server_correlation_id: str | None
    client_correlation_id: str | None
    limit: int | None
    next_cursor: str | None
    has_more: bool | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a page."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, classes=[ClassSummary], freshness=Freshness)
        return self

    def __iter__(self) -> Iterator[ClassSummary]:
        return cast("Iterator[ClassSummary]", iter(self.classes or ()))


class ClassResponse(wire.ClassResponse):
    """A class. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    class_id: int | str | None
    name: str | None
    flags: int | None
    behavior: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a class."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, behavior=Document, freshness=Freshness)
        return self


class ClassShapesResponse(wire.ClassShapesResponse):
    """The shapes of a class. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    shapes: list[wire.ClassShape] | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of the shapes."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, shapes=[wire.ClassShape], freshness=Freshness)
        return self


class ClassStatsResponse(wire.ClassStatsResponse):
    """Statistics of a class. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    class_id: int | str | None
    total_quantity: float | str | None
    instance_count: int | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of the statistics."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, freshness=Freshness)
        return self


class Balance(wire.BalanceEntry):
    """How much a container holds of a class and key.

    `class_id` is there whichever name the daemon uses; `quantity` is as it came, a decimal string.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    class_: int | str | None
    class_id: int | str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a balance."""
        self = super().from_dict(src_dict)
        self.class_id = self.class_ = self.class_id if self.class_id is not None else self.class_
        return self


class Slot(wire.SlotEntry):
    """A slot, from 1, and the instance in it, or None. Its members are not documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    slot_index: int | None
    instance_id: int | str | None
    class_id: int | str | None


class Placement(wire.Placement):
    """Something that has a place: a stack (`stack_id`) or an instance (`inst_id`)."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    anchor: Any | None
    stack_id: int | str | None
    inst_id: int | str | None
    class_id: int | str | None
    key: int | None
    quantity: float | str | None
    shape: wire.ShapeView | None
    rotation: Any | None


class GridMeasures(wire.GridMeasures):
    """Measures of a grid."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    grid_width: int | None
    grid_height: int | None
    capacity: int | None
    occupied_cells: int | None
    utilization: float | None


class ContainerContents(wire.ContainerContents):
    """What a container holds; `type` says which members are there."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    balances: list[Balance] | None  # type: ignore[assignment]
    placements: list[Placement] | None  # type: ignore[assignment]
    slots: list[Slot] | None  # type: ignore[assignment]
    grid: GridMeasures | None  # type: ignore[assignment]
    continuous: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of contents."""
        self = super().from_dict(src_dict)
        _refine(
            self,
            src_dict,
            continuous=Document,
            balances=[Balance],
            placements=[Placement],
            slots=[Slot],
            grid=GridMeasures,
        )
        if isinstance(self.type_, str):
            self.type_ = snake_case(self.type_)
        return self

    @property
    def type(self) -> str:
        """`balance`, `grid`, `slots`, `continuous_1d` or `continuous_2d`."""
        return self.type_


class _Described:
    """A container's kind, whichever way the daemon spells it."""

    __slots__ = ()

    if TYPE_CHECKING:
        kind: Any

    @property
    def kind_type(self) -> str | None:
        """The type of the container, as requests spell it: `balance`, `grid`, `slots`, …"""
        value = self.kind
        if isinstance(value, Mapping):
            value = value.get("type") or (next(iter(value)) if len(value) == 1 else None)
        return snake_case(value) if isinstance(value, str) else None


class ContainerSummary(_Described, wire.ContainerSummary):
    """A container; `kind` is as it came, `kind_type` its type."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    owner: int | None
    display_name: str | None


class ContainerListResponse(_Page, wire.ContainerListResponse):
    """One page of containers; `next_cursor` is where the next one begins."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:ContainerSummary"
    _rows: ClassVar[str] = "containers"
    _absent: ClassVar[Any] = None

    server_correlation_id: str | None
    client_correlation_id: str | None
    next_cursor: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a page."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, containers=[ContainerSummary], freshness=Freshness)
        return self

    def __iter__(self) -> Iterator[ContainerSummary]:
        return cast("Iterator[ContainerSummary]", iter(self.containers or ()))


class ContainerResponse(_Described, wire.ContainerResponse):
    """A container; `kind` is as it came, `kind_type` its type."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None  # type: ignore[assignment]
    kind: Any | None
    owner: int | None
    display_name: str | None
    policies: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a container."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, policies=Document, freshness=Freshness)
        return self


class ContainerBalancesResponse(Table, wire.ContainerBalancesResponse):
    """Balances of a container."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:Balance"
    _rows: ClassVar[str] = "balances"
    _absent: ClassVar[Any] = None

    balances: list[Balance]  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of balances."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, balances=[Balance], freshness=Freshness)
        return self


class ContainerSlotsResponse(Table, wire.ContainerSlotsResponse):
    """Slots of a container. Its members are not documented."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:Slot"
    _rows: ClassVar[str] = "slots"
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None
    slots: list[Slot] | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of slots."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, slots=[Slot], freshness=Freshness)
        return self


class ContainerContentsResponse(_Described, wire.ContainerContentsResponse):
    """A container and what it holds."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    server_correlation_id: str | None
    client_correlation_id: str | None
    owner: int | None
    display_name: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a container with its contents."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, contents=ContainerContents, freshness=Freshness)
        return self


class ContainerGridResponse(Table, wire.ContainerGridResponse):
    """Placements of a grid and its measures."""

    __slots__ = ()
    _model: ClassVar[str] = "assetcore_sdk.models:Placement"
    _rows: ClassVar[str] = "placements"
    _absent: ClassVar[Any] = None

    server_correlation_id: str | None
    client_correlation_id: str | None
    container_id: int | str | None
    region: Document | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a grid."""
        self = super().from_dict(src_dict)
        _refine(
            self,
            src_dict,
            region=Document,
            placements=[Placement],
            grid=GridMeasures,
            freshness=Freshness,
        )
        return self


class ContainerGridFreeResponse(wire.ContainerGridFreeResponse):
    """Where a shape still fits. Neither the endpoint nor its members are documented."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    freshness: Freshness | None  # type: ignore[assignment]
    server_correlation_id: str | None
    client_correlation_id: str | None
    anchors: list[int] | None  # type: ignore[assignment]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of free anchors."""
        self = super().from_dict(src_dict)
        _refine(self, src_dict, anchors=[Document], freshness=Freshness)
        return self
