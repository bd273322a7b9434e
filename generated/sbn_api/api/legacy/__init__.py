"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        legacy_close_slot as legacy_close_slot,
        legacy_create_slot as legacy_create_slot,
        legacy_list_slot_blocks as legacy_list_slot_blocks,
    )

__all__ = ("legacy_close_slot", "legacy_create_slot", "legacy_list_slot_blocks")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
