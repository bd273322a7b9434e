"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        commit_endpoint as commit_endpoint,
        list_commits_endpoint as list_commits_endpoint,
        preflight_endpoint as preflight_endpoint,
        query_container_history_endpoint as query_container_history_endpoint,
        reverse_commit_endpoint as reverse_commit_endpoint,
    )

__all__ = (
    "commit_endpoint",
    "list_commits_endpoint",
    "preflight_endpoint",
    "query_container_history_endpoint",
    "reverse_commit_endpoint",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
