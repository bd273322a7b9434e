"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        blocks_create as blocks_create,
        blocks_get as blocks_get,
        blocks_get_bitblocks as blocks_get_bitblocks,
        blocks_list as blocks_list,
        blocks_submit as blocks_submit,
    )

__all__ = ("blocks_create", "blocks_get", "blocks_get_bitblocks", "blocks_list", "blocks_submit")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
