"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        gec_complete_calibration as gec_complete_calibration,
        gec_compute as gec_compute,
        gec_get_frontier_bundle as gec_get_frontier_bundle,
        gec_get_frontier_health as gec_get_frontier_health,
        gec_list_frontiers as gec_list_frontiers,
        gec_start_calibration as gec_start_calibration,
        gec_suspend_frontier as gec_suspend_frontier,
        gec_unsuspend_frontier as gec_unsuspend_frontier,
    )

__all__ = (
    "gec_complete_calibration",
    "gec_compute",
    "gec_get_frontier_bundle",
    "gec_get_frontier_health",
    "gec_list_frontiers",
    "gec_start_calibration",
    "gec_suspend_frontier",
    "gec_unsuspend_frontier",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
