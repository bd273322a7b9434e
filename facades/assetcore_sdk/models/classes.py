"""Classes: registering and reading them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from assetcore_api import models as wire

from assetcore_sdk.models.base import Document, Freshness, Page, refine

if TYPE_CHECKING:
    from assetcore_sdk.session import Session


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
        refine(self, src_dict, behavior=Document)
        return self


class ClassListResponse(Page, wire.ClassListResponse):
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
        refine(self, src_dict, classes=[ClassSummary], freshness=Freshness)
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
        refine(self, src_dict, behavior=Document, freshness=Freshness)
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
        refine(self, src_dict, shapes=[wire.ClassShape], freshness=Freshness)
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
        refine(self, src_dict, freshness=Freshness)
        return self
