"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        class_list_endpoint as class_list_endpoint,
        get_class_endpoint as get_class_endpoint,
        get_class_shapes_endpoint as get_class_shapes_endpoint,
        get_class_stats_endpoint as get_class_stats_endpoint,
        register_class_endpoint as register_class_endpoint,
        register_class_shape_endpoint as register_class_shape_endpoint,
    )

__all__ = (
    "class_list_endpoint",
    "get_class_endpoint",
    "get_class_shapes_endpoint",
    "get_class_stats_endpoint",
    "register_class_endpoint",
    "register_class_shape_endpoint",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
