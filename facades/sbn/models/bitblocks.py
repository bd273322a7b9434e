"""BitBlocks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sbn_api import models as wire

from sbn.answers import rows
from sbn.models.reading import Answer


class BitBlock(Answer, wire.BitBlock):
    """A BitBlock. `created_at` is text, as the service sends it."""

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

    def _complete(self, data: Mapping[str, Any]) -> None:
        # A number that is written as text is one all the same.
        if isinstance(self.generation, str) and self.generation.isdecimal():
            self.generation = int(self.generation)


class BitBlockList(Answer, wire.BitBlockList):
    """BitBlocks of a slot; `count` is their number when the service sends none."""

    __slots__ = ()

    bitblocks: list[BitBlock]  # type: ignore[assignment]
    slot_id: str | None
    count: int

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.bitblocks = [BitBlock.from_dict(each) for each in rows(data, "bitblocks")]
        if not isinstance(self.count, int):
            self.count = len(self.bitblocks)
