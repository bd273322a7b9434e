"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        gateway_close_slot as gateway_close_slot,
        gateway_create_slot as gateway_create_slot,
        gateway_fetch_block as gateway_fetch_block,
        gateway_fetch_proof_ledger as gateway_fetch_proof_ledger,
        gateway_fetch_proof_surface as gateway_fetch_proof_surface,
        gateway_fetch_receipt as gateway_fetch_receipt,
        gateway_list_flags as gateway_list_flags,
        gateway_list_fractal_receipts as gateway_list_fractal_receipts,
        gateway_list_orphan_slots as gateway_list_orphan_slots,
        gateway_list_proof_surfaces as gateway_list_proof_surfaces,
        gateway_list_slot_blocks as gateway_list_slot_blocks,
        gateway_list_slots as gateway_list_slots,
        gateway_list_successor_surfaces as gateway_list_successor_surfaces,
        gateway_pgdag_health as gateway_pgdag_health,
        gateway_reap_orphan_slots as gateway_reap_orphan_slots,
        gateway_request_attestation as gateway_request_attestation,
        gateway_run_pgdag as gateway_run_pgdag,
        gateway_seal_slot as gateway_seal_slot,
    )

__all__ = (
    "gateway_close_slot",
    "gateway_create_slot",
    "gateway_fetch_block",
    "gateway_fetch_proof_ledger",
    "gateway_fetch_proof_surface",
    "gateway_fetch_receipt",
    "gateway_list_flags",
    "gateway_list_fractal_receipts",
    "gateway_list_orphan_slots",
    "gateway_list_proof_surfaces",
    "gateway_list_slot_blocks",
    "gateway_list_slots",
    "gateway_list_successor_surfaces",
    "gateway_pgdag_health",
    "gateway_reap_orphan_slots",
    "gateway_request_attestation",
    "gateway_run_pgdag",
    "gateway_seal_slot",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
