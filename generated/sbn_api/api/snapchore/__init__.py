"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        receipts_get_by_hash as receipts_get_by_hash,
        snapchore_append_to_chain as snapchore_append_to_chain,
        snapchore_attestation_queue_health as snapchore_attestation_queue_health,
        snapchore_attestation_queue_health_api as snapchore_attestation_queue_health_api,
        snapchore_capture as snapchore_capture,
        snapchore_create_api_key as snapchore_create_api_key,
        snapchore_create_chain as snapchore_create_chain,
        snapchore_discover as snapchore_discover,
        snapchore_discover_recent as snapchore_discover_recent,
        snapchore_get_block as snapchore_get_block,
        snapchore_get_chain as snapchore_get_chain,
        snapchore_get_stats as snapchore_get_stats,
        snapchore_get_usage as snapchore_get_usage,
        snapchore_list_api_keys as snapchore_list_api_keys,
        snapchore_list_blocks as snapchore_list_blocks,
        snapchore_list_chains as snapchore_list_chains,
        snapchore_process_queue as snapchore_process_queue,
        snapchore_promote as snapchore_promote,
        snapchore_queue_summary as snapchore_queue_summary,
        snapchore_receipts_discover as snapchore_receipts_discover,
        snapchore_reconcile as snapchore_reconcile,
        snapchore_revoke_api_key as snapchore_revoke_api_key,
        snapchore_seal as snapchore_seal,
        snapchore_verify as snapchore_verify,
        snapchore_verify_block as snapchore_verify_block,
        snapchore_verify_chain as snapchore_verify_chain,
    )

__all__ = (
    "receipts_get_by_hash",
    "snapchore_append_to_chain",
    "snapchore_attestation_queue_health",
    "snapchore_attestation_queue_health_api",
    "snapchore_capture",
    "snapchore_create_api_key",
    "snapchore_create_chain",
    "snapchore_discover",
    "snapchore_discover_recent",
    "snapchore_get_block",
    "snapchore_get_chain",
    "snapchore_get_stats",
    "snapchore_get_usage",
    "snapchore_list_api_keys",
    "snapchore_list_blocks",
    "snapchore_list_chains",
    "snapchore_process_queue",
    "snapchore_promote",
    "snapchore_queue_summary",
    "snapchore_receipts_discover",
    "snapchore_reconcile",
    "snapchore_revoke_api_key",
    "snapchore_seal",
    "snapchore_verify",
    "snapchore_verify_block",
    "snapchore_verify_chain",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
