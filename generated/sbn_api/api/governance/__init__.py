"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        governance_approve as governance_approve,
        governance_create_proposal as governance_create_proposal,
        governance_get_proposal as governance_get_proposal,
        governance_list_proposals as governance_list_proposals,
        governance_promote as governance_promote,
        governance_reject as governance_reject,
    )

__all__ = (
    "governance_approve",
    "governance_create_proposal",
    "governance_get_proposal",
    "governance_list_proposals",
    "governance_promote",
    "governance_reject",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
