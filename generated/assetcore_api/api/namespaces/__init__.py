"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_namespace_endpoint as create_namespace_endpoint,
        fork_namespace_endpoint as fork_namespace_endpoint,
        get_namespace_endpoint as get_namespace_endpoint,
        get_namespace_status_endpoint as get_namespace_status_endpoint,
        list_namespace_changes_endpoint as list_namespace_changes_endpoint,
        list_namespace_statuses_endpoint as list_namespace_statuses_endpoint,
        list_namespaces_endpoint as list_namespaces_endpoint,
        set_namespace_lifecycle_endpoint as set_namespace_lifecycle_endpoint,
        set_namespace_operational_state_endpoint as set_namespace_operational_state_endpoint,
        set_namespace_placement_endpoint as set_namespace_placement_endpoint,
    )

__all__ = (
    "create_namespace_endpoint",
    "fork_namespace_endpoint",
    "get_namespace_endpoint",
    "get_namespace_status_endpoint",
    "list_namespace_changes_endpoint",
    "list_namespace_statuses_endpoint",
    "list_namespaces_endpoint",
    "set_namespace_lifecycle_endpoint",
    "set_namespace_operational_state_endpoint",
    "set_namespace_placement_endpoint",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
