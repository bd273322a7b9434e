"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        get_container_balances_endpoint as get_container_balances_endpoint,
        get_container_contents_endpoint as get_container_contents_endpoint,
        get_container_endpoint as get_container_endpoint,
        get_container_grid_endpoint as get_container_grid_endpoint,
        get_container_grid_free_endpoint as get_container_grid_free_endpoint,
        get_container_slots_endpoint as get_container_slots_endpoint,
        list_containers_endpoint as list_containers_endpoint,
    )

__all__ = (
    "get_container_balances_endpoint",
    "get_container_contents_endpoint",
    "get_container_endpoint",
    "get_container_grid_endpoint",
    "get_container_grid_free_endpoint",
    "get_container_slots_endpoint",
    "list_containers_endpoint",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
