"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        reality_create_fact as reality_create_fact,
        reality_get_evidence as reality_get_evidence,
        reality_get_fact as reality_get_fact,
        reality_get_ingestion as reality_get_ingestion,
        reality_get_lattice as reality_get_lattice,
        reality_get_operations as reality_get_operations,
        reality_handoff_evidence as reality_handoff_evidence,
        reality_handoff_fact as reality_handoff_fact,
        reality_health as reality_health,
        reality_ingest_content as reality_ingest_content,
        reality_ingest_evidence as reality_ingest_evidence,
        reality_list_facts as reality_list_facts,
        reality_list_ingestions as reality_list_ingestions,
        reality_list_review_queue as reality_list_review_queue,
        reality_promote_evidence as reality_promote_evidence,
        reality_promote_fact as reality_promote_fact,
        reality_recompute as reality_recompute,
        reality_resolve_review_queue as reality_resolve_review_queue,
        reality_review_fact as reality_review_fact,
        reality_submit_evidence as reality_submit_evidence,
        reality_submit_fact as reality_submit_fact,
        reality_upload_source as reality_upload_source,
    )

__all__ = (
    "reality_create_fact",
    "reality_get_evidence",
    "reality_get_fact",
    "reality_get_ingestion",
    "reality_get_lattice",
    "reality_get_operations",
    "reality_handoff_evidence",
    "reality_handoff_fact",
    "reality_health",
    "reality_ingest_content",
    "reality_ingest_evidence",
    "reality_list_facts",
    "reality_list_ingestions",
    "reality_list_review_queue",
    "reality_promote_evidence",
    "reality_promote_fact",
    "reality_recompute",
    "reality_resolve_review_queue",
    "reality_review_fact",
    "reality_submit_evidence",
    "reality_submit_fact",
    "reality_upload_source",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
