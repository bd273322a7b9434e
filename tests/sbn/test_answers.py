"""The dicts that methods return are typed, but for answers of which no field is documented."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

from clientkit.facade import AsyncResource
from sbn import AsyncPGDagPyClient, AsyncSbnClient, types

# The only place that says which answers have no type, and why. It may only shrink: an answer gets its schema
# in specs/sbn.yaml when a field of it is documented.
_FREE = {
    "a mapping whose names the service, or the project, chooses": {
        "console.get_project_settings",
        "console.update_project_settings",
        "gateway.list_flags",
    },
    "an object of which no field is documented": {
        "atlas.get_frontier_couplings",
        "atlas.get_frontier_history",
        "atlas.get_frontier_history_delta",
        "atlas.get_frontier_snapshot",
        "atlas.get_frontier_validation",
        "atlas.get_intervention_report",
        "atlas.revoke_app",
        "console.delete_project",
        "console.delete_webhook",
        "console.get_audit_log",
        "console.get_billing_status",
        "console.get_csk_breakdown",
        "console.get_frontier_breakdown",
        "console.get_gec_trend",
        "console.get_portal_url",
        "console.get_usage_summary",
        "console.list_event_types",
        "console.list_webhook_deliveries",
        "console.list_webhooks",
        "console.pay_overage",
        "console.revoke_api_key",
        "console.test_webhook",
        "gateway.pgdag_health",
        "gateway.run_pgdag",
        "gec.suspend_frontier",
        "gec.unsuspend_frontier",
        "lattice.get_execution_order",
        "lattice.get_workflow_analytics",
        "lattice.get_workflow_benchmarks",
        "lattice.record_step_outcome",
        "numa.publish_forecast",
        "numa.publish_hints",
        "reality.health",
        "snapchore.discover_recent",
        "snapchore.get_stats",
        "snapchore.get_usage",
        "snapchore.list_api_keys",
        "snapchore.list_blocks",
        "snapchore.list_chains",
        "snapchore.reconcile",
        "snapchore.revoke_api_key",
        "snapchore.verify_chain",
    },
    "a list whose rows have no documented field": {"console.get_key_events"},
}


def _annotations() -> Iterator[tuple[str, str]]:
    client = AsyncSbnClient(base_url="http://127.0.0.1:9")
    resources = ((name, getattr(client, name)) for name in dir(client) if not name.startswith("_"))
    places: list[tuple[str, Any]] = [
        (f"{name}.", type(each)) for name, each in resources if isinstance(each, AsyncResource)
    ]
    for prefix, place in [*places, ("", AsyncPGDagPyClient)]:
        for name, method in inspect.getmembers(place, inspect.isfunction):
            if not name.startswith("_"):
                yield prefix + name, str(inspect.signature(method).return_annotation)


def test_answers_without_a_type_are_those_that_nobody_documents() -> None:
    free = {name for name, annotation in _annotations() if "dict[str, Any]" in annotation}

    assert free == set().union(*_FREE.values())


def test_most_answers_are_dicts_of_the_spec() -> None:
    typed = [annotation for _, annotation in _annotations() if re.search(r"(dicts|types)\.", annotation)]

    assert len(typed) >= 130
    assert all(hasattr(types, name) for each in typed for name in re.findall(r"(?:dicts|types)\.(\w+)", each))


def test_no_method_returns_anything_at_all() -> None:
    assert [name for name, annotation in _annotations() if annotation == "Any" and name != "request"] == []
