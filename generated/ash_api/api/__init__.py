"""Endpoints of the service, in groups that are loaded when they are first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        agents as agents,
        analytics as analytics,
        attachments as attachments,
        credentials as credentials,
        evals as evals,
        health as health,
        keys as keys,
        queue as queue,
        sessions as sessions,
        usage as usage,
        versions as versions,
    )

__all__ = (
    "agents",
    "analytics",
    "attachments",
    "credentials",
    "evals",
    "health",
    "keys",
    "queue",
    "sessions",
    "usage",
    "versions",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
