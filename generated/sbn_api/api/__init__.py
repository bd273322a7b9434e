"""Endpoints of the service, in groups that are loaded when they are first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        acp as acp,
        atlas as atlas,
        bitblocks as bitblocks,
        blocks as blocks,
        console as console,
        control_plane as control_plane,
        gateway as gateway,
        gec as gec,
        governance as governance,
        health as health,
        lattice as lattice,
        legacy as legacy,
        numa as numa,
        pgdag_py as pgdag_py,
        reality as reality,
        snapchore as snapchore,
    )

__all__ = (
    "acp",
    "atlas",
    "bitblocks",
    "blocks",
    "console",
    "control_plane",
    "gateway",
    "gec",
    "governance",
    "health",
    "lattice",
    "legacy",
    "numa",
    "pgdag_py",
    "reality",
    "snapchore",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
