"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        cancel_queue_item as cancel_queue_item,
        enqueue as enqueue,
        get_queue_item as get_queue_item,
        get_queue_stats as get_queue_stats,
        list_queue_items as list_queue_items,
    )

__all__ = ("cancel_queue_item", "enqueue", "get_queue_item", "get_queue_stats", "list_queue_items")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
