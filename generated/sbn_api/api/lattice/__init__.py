"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        lattice_activate_workflow as lattice_activate_workflow,
        lattice_clone_workflow as lattice_clone_workflow,
        lattice_create_edge as lattice_create_edge,
        lattice_create_workflow as lattice_create_workflow,
        lattice_discover_workflows as lattice_discover_workflows,
        lattice_export_workflow as lattice_export_workflow,
        lattice_export_workflows as lattice_export_workflows,
        lattice_get_evidence_packet as lattice_get_evidence_packet,
        lattice_get_execution_order as lattice_get_execution_order,
        lattice_get_ready_steps as lattice_get_ready_steps,
        lattice_get_workflow as lattice_get_workflow,
        lattice_get_workflow_analytics as lattice_get_workflow_analytics,
        lattice_get_workflow_benchmarks as lattice_get_workflow_benchmarks,
        lattice_import_workflow as lattice_import_workflow,
        lattice_import_workflows as lattice_import_workflows,
        lattice_list_edges as lattice_list_edges,
        lattice_list_workflow_runs as lattice_list_workflow_runs,
        lattice_list_workflows as lattice_list_workflows,
        lattice_mark_workflow_complete as lattice_mark_workflow_complete,
        lattice_record_step_outcome as lattice_record_step_outcome,
        lattice_verify_evidence_packet as lattice_verify_evidence_packet,
    )

__all__ = (
    "lattice_activate_workflow",
    "lattice_clone_workflow",
    "lattice_create_edge",
    "lattice_create_workflow",
    "lattice_discover_workflows",
    "lattice_export_workflow",
    "lattice_export_workflows",
    "lattice_get_evidence_packet",
    "lattice_get_execution_order",
    "lattice_get_ready_steps",
    "lattice_get_workflow",
    "lattice_get_workflow_analytics",
    "lattice_get_workflow_benchmarks",
    "lattice_import_workflow",
    "lattice_import_workflows",
    "lattice_list_edges",
    "lattice_list_workflow_runs",
    "lattice_list_workflows",
    "lattice_mark_workflow_complete",
    "lattice_record_step_outcome",
    "lattice_verify_evidence_packet",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
