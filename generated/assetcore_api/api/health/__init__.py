"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        health_endpoint as health_endpoint,
        livez_endpoint as livez_endpoint,
        metrics_endpoint as metrics_endpoint,
        read_health_endpoint as read_health_endpoint,
        read_livez_endpoint as read_livez_endpoint,
        read_metrics_endpoint as read_metrics_endpoint,
    )

__all__ = (
    "health_endpoint",
    "livez_endpoint",
    "metrics_endpoint",
    "read_health_endpoint",
    "read_livez_endpoint",
    "read_metrics_endpoint",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
