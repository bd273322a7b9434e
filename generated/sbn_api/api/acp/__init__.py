"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        acp_finalize_invoice as acp_finalize_invoice,
        acp_generate_invoice as acp_generate_invoice,
        acp_get_budget as acp_get_budget,
        acp_get_invoice as acp_get_invoice,
        acp_get_lease as acp_get_lease,
        acp_kill as acp_kill,
        acp_list_invoices as acp_list_invoices,
        acp_list_leases as acp_list_leases,
        acp_list_receipts as acp_list_receipts,
        acp_mark_invoice_paid as acp_mark_invoice_paid,
        acp_release_lease as acp_release_lease,
        acp_status as acp_status,
        acp_test_lease as acp_test_lease,
        acp_unkill as acp_unkill,
        acp_update_budget as acp_update_budget,
        acp_void_invoice as acp_void_invoice,
    )

__all__ = (
    "acp_finalize_invoice",
    "acp_generate_invoice",
    "acp_get_budget",
    "acp_get_invoice",
    "acp_get_lease",
    "acp_kill",
    "acp_list_invoices",
    "acp_list_leases",
    "acp_list_receipts",
    "acp_mark_invoice_paid",
    "acp_release_lease",
    "acp_status",
    "acp_test_lease",
    "acp_unkill",
    "acp_update_budget",
    "acp_void_invoice",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
