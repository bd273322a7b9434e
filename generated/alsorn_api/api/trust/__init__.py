"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        batch_query_trust as batch_query_trust,
        evaluate_trust as evaluate_trust,
        get_trust_history as get_trust_history,
        query_trust as query_trust,
        report_agent as report_agent,
    )

__all__ = ("batch_query_trust", "evaluate_trust", "get_trust_history", "query_trust", "report_agent")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
