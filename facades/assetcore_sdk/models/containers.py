"""Containers, and lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, cast

from assetcore_api import models as wire

from assetcore_sdk.models.base import Described, Document, Freshness, Page, refine


class ContainerSummary(Described, wire.ContainerSummary):
    """A container; `kind` is as it came, `kind_type` its type."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    owner: int | None
    display_name: str | None


class ContainerListResponse(Page, wire.ContainerListResponse):
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
        refine(self, src_dict, containers=[ContainerSummary], freshness=Freshness)
        return self

    def __iter__(self) -> Iterator[ContainerSummary]:
        return cast("Iterator[ContainerSummary]", iter(self.containers or ()))


class ContainerResponse(Described, wire.ContainerResponse):
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
        refine(self, src_dict, policies=Document, freshness=Freshness)
        return self
