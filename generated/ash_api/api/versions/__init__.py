"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        activate_agent_version as activate_agent_version,
        create_agent_version as create_agent_version,
        delete_agent_version as delete_agent_version,
        get_agent_version as get_agent_version,
        list_agent_versions as list_agent_versions,
        update_agent_version as update_agent_version,
    )

__all__ = (
    "activate_agent_version",
    "create_agent_version",
    "delete_agent_version",
    "get_agent_version",
    "list_agent_versions",
    "update_agent_version",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
