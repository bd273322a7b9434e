"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        delete_agent as delete_agent,
        delete_agent_file as delete_agent_file,
        deploy_agent as deploy_agent,
        get_agent as get_agent,
        get_agent_config as get_agent_config,
        get_agent_file as get_agent_file,
        list_agent_files as list_agent_files,
        list_agents as list_agents,
        update_agent as update_agent,
        update_agent_config as update_agent_config,
        upload_agent_files as upload_agent_files,
    )

__all__ = (
    "delete_agent",
    "delete_agent_file",
    "deploy_agent",
    "get_agent",
    "get_agent_config",
    "get_agent_file",
    "list_agent_files",
    "list_agents",
    "update_agent",
    "update_agent_config",
    "upload_agent_files",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
