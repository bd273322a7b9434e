"""Endpoints of the service, in groups that are loaded when they are first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        billing as billing,
        customers as customers,
        jobs as jobs,
        tasks as tasks,
        webhooks as webhooks,
    )

__all__ = ("billing", "customers", "jobs", "tasks", "webhooks")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
