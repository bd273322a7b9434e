"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        numa_ack_signals as numa_ack_signals,
        numa_get_diagnostics as numa_get_diagnostics,
        numa_get_forecast as numa_get_forecast,
        numa_get_hints as numa_get_hints,
        numa_get_signals as numa_get_signals,
        numa_list_forecasts as numa_list_forecasts,
        numa_poll_signals as numa_poll_signals,
        numa_publish_forecast as numa_publish_forecast,
        numa_publish_hints as numa_publish_hints,
        numa_publish_signals as numa_publish_signals,
    )

__all__ = (
    "numa_ack_signals",
    "numa_get_diagnostics",
    "numa_get_forecast",
    "numa_get_hints",
    "numa_get_signals",
    "numa_list_forecasts",
    "numa_poll_signals",
    "numa_publish_forecast",
    "numa_publish_hints",
    "numa_publish_signals",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
