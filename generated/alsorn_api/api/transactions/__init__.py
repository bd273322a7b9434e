"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        execute_transaction as execute_transaction,
        export_transactions as export_transactions,
        get_transaction as get_transaction,
        list_transactions as list_transactions,
        reverse_transaction as reverse_transaction,
    )

__all__ = (
    "execute_transaction",
    "export_transactions",
    "get_transaction",
    "list_transactions",
    "reverse_transaction",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
