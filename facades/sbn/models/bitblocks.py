"""BitBlocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from clientkit.paging import Table
from sbn_api import models as wire

from sbn.answers import rows
from sbn.evidence import SentIds
from sbn.models.reading import Answer


class BitBlock(Answer, wire.BitBlock):
    """A BitBlock. `created_at` is text, as the service sends it.

    `operation_id`, `idempotency_key` and `operation_refs` are read at the top, else in `metadata` of the
    payload, else in `metadata`.
    """

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "id": "",
        "slot_id": "",
        "block_type": "",
        "generation": 0,
        "payload": dict,
        "metadata": dict,
    }

    id: str
    slot_id: str
    block_type: str
    generation: int
    domain: str | None
    payload: dict[str, Any]  # type: ignore[assignment]
    metadata: dict[str, Any]  # type: ignore[assignment]
    snap_hash: str | None
    composed_block_id: str | None
    created_at: str | None
    operation_id: str | None
    idempotency_key: str | None
    operation_refs: tuple[dict[str, Any], ...]  # type: ignore[assignment]
    carrier_state: Any

    def _complete(self, data: Mapping[str, Any]) -> None:
        # A number that is written as text is one all the same.
        if isinstance(self.generation, str) and self.generation.isdecimal():
            self.generation = int(self.generation)
        payload = data.get("payload")
        places = [data, _member(payload, "metadata"), data.get("metadata")]
        self.operation_id = _text(_first(places, "operation_id"))
        self.idempotency_key = _text(_first(places, "idempotency_key"))
        refs = _first(places, "operation_refs")
        self.operation_refs = tuple(refs) if isinstance(refs, list) else ()
        self.carrier_state = _first([data, payload], "carrier_state")

    def sent_with(self, ids: SentIds) -> Self:
        """Fill in the ids that it was sent with, where the answer does not repeat them.

        Args:
            ids: The ids that were sent.
        """
        self.operation_id = ids.operation_id if self.operation_id is None else self.operation_id
        self.idempotency_key = ids.idempotency_key if self.idempotency_key is None else self.idempotency_key
        return self


class BitBlockList(Answer, Table, wire.BitBlockList):
    """BitBlocks of a slot; `count` is their number when the service sends none."""

    __slots__ = ()
    _model: ClassVar[str] = "sbn.models:BitBlock"
    _rows: ClassVar[str] = "bitblocks"

    bitblocks: list[BitBlock]  # type: ignore[assignment]
    slot_id: str | None
    count: int

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.bitblocks = [BitBlock.from_dict(each) for each in rows(data, "bitblocks")]
        if not isinstance(self.count, int):
            self.count = len(self.bitblocks)

    def find(self, *, operation_id: str | None = None, idempotency_key: str | None = None) -> BitBlock | None:
        """Return the first BitBlock that has every id that is given; None when there is none.

        Args:
            operation_id: Operation id to look for; None for any.
            idempotency_key: Idempotency key to look for; None for any.
        """
        wanted = {"operation_id": operation_id, "idempotency_key": idempotency_key}
        known = {name: value for name, value in wanted.items() if value is not None}
        fitting = (
            each for each in self.bitblocks if all(getattr(each, name) == known[name] for name in known)
        )
        return next(fitting, None) if known else None


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _first(places: list[Any], name: str) -> Any:
    """Return the first value of a name that says something."""
    return next((found for place in places if (found := _member(place, name))), None)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
