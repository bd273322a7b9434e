"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        get_agent as get_agent,
        get_audit_chain as get_audit_chain,
        list_agents as list_agents,
        register_agent as register_agent,
        suspend_agent as suspend_agent,
        update_agent as update_agent,
        verify_agent as verify_agent,
    )

__all__ = (
    "get_agent",
    "get_audit_chain",
    "list_agents",
    "register_agent",
    "suspend_agent",
    "update_agent",
    "verify_agent",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
