"""Endpoints of the service, in groups that are loaded when they are first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        auth as auth,
        classes as classes,
        commits as commits,
        containers as containers,
        health as health,
        namespaces as namespaces,
        stream as stream,
    )

__all__ = ("auth", "classes", "commits", "containers", "health", "namespaces", "stream")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
