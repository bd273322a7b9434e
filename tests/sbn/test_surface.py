"""What every method sends: method, target and body, as recorded from the published package."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
import sbn
import yaml
from clientkit.testing import answer
from sbn import SlotSummary

S = "/internal/snapchore"
P = "/internal/projects/p1"
A = "/api/atlas"
C = "/control-plane"
NONE = object()
EMPTY: dict[str, Any] = {}
SPEC = {"workflow": "w", "frontier_id": None, "pulse_type": "pgdag", "event_types": []}

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    # gateway
    ("slot", lambda c: c.gateway.create_slot("w", "t"), "POST /slots", {"worker_id": "w", "task_type": "t"}),
    (
        "slot with all",
        lambda c: c.gateway.create_slot(
            worker_id="w", task_type="t", generation_interval=5, metadata={"a": 1}
        ),
        "POST /slots",
        {"worker_id": "w", "task_type": "t", "generation_interval": 5, "metadata": {"a": 1}},
    ),
    ("slot blocks", lambda c: c.gateway.list_slot_blocks("s", limit=2), "GET /slots/s/blocks?limit=2", NONE),
    ("close", lambda c: c.gateway.close_slot("s"), "POST /slots/s/close", EMPTY),
    ("receipt", lambda c: c.gateway.fetch_receipt("r"), "GET /receipts/r", NONE),
    (
        "attest",
        lambda c: c.gateway.request_attestation(SlotSummary("s", "sha256:x", frontier_id="f")),
        "POST /attest",
        {
            "slot_id": "s",
            "snap_hash": "sha256:x",
            "snap_version": "1",
            "frontier_id": "f",
            "metadata": {"frontier_id": "f"},
        },
    ),
    (
        "attest with an own frontier in the metadata",
        lambda c: c.gateway.request_attestation(
            SlotSummary("s", "x", "2", "f", {"frontier_id": "own"}, {"m": 1})
        ),
        "POST /attest",
        {
            "slot_id": "s",
            "snap_hash": "x",
            "snap_version": "2",
            "frontier_id": "f",
            "metadata": {"frontier_id": "own"},
            "metrics": {"m": 1},
        },
    ),
    ("flags", lambda c: c.gateway.list_flags(), "GET /flags", NONE),
    # bitblocks
    (
        "bitblock",
        lambda c: c.bitblocks.submit(
            slot_id="s", block_type="Action", domain="d", payload={"a": 1}, metadata={}
        ),
        "POST /api/bitblocks/submit",
        {"slot_id": "s", "block_type": "Action", "domain": "d", "payload": {"a": 1}, "metadata": {}},
    ),
    (
        "bitblocks",
        lambda c: c.bitblocks.list("s", generation=0),
        "GET /api/bitblocks?slot_id=s&generation=0",
        NONE,
    ),
    # snapchore
    ("capture", lambda c: c.snapchore.capture({"a": 1}), f"POST {S}/capture", {"payload": {"a": 1}}),
    (
        "capture of pairs",
        lambda c: c.snapchore.capture([("a", 1)], volatile_keys=["x"]),
        f"POST {S}/capture",
        {"payload": {"a": 1}, "volatile_keys": ["x"]},
    ),
    (
        "verify",
        lambda c: c.snapchore.verify("h", {"a": 1}),
        f"POST {S}/verify",
        {"expected_hash": "h", "payload": {"a": 1}},
    ),
    (
        "seal",
        lambda c: c.snapchore.seal({"a": 1}),
        f"POST {S}/seal",
        {"domain": "general", "block_type": "event", "payload": {"a": 1}},
    ),
    (
        "seal as on the project page",
        lambda c: c.snapchore.seal(
            "h", {"a": 1}, metadata={}, metrics={"m": 1}, domain="d", block_type="meta"
        ),
        f"POST {S}/seal",
        {"domain": "d", "block_type": "meta", "payload": {"a": 1}, "metadata": {}, "metrics": {"m": 1}},
    ),
    (
        "verify block",
        lambda c: c.snapchore.verify_block({"hash": "h"}),
        f"POST {S}/block/verify",
        {"block": {"hash": "h"}},
    ),
    ("discover", lambda c: c.snapchore.discover("h"), f"GET {S}/discover/h", NONE),
    ("recent", lambda c: c.snapchore.discover_recent(), f"GET {S}/discover?limit=20", NONE),
    (
        "recent with all",
        lambda c: c.snapchore.discover_recent(limit=1, offset=2, since="t", source="seal", domain="n.*"),
        f"GET {S}/discover?limit=1&offset=2&since=t&source=seal&domain=n.%2A",
        NONE,
    ),
    (
        "catalogue",
        lambda c: c.snapchore.receipts_discover(
            domain="d", hash="h", project_id="p", limit=3, offset=4, since="t"
        ),
        f"GET {S}/receipts/discover?limit=3&offset=4&since=t&project_id=p&hash=h&domain=d",
        NONE,
    ),
    ("chain", lambda c: c.snapchore.create_chain(), f"POST {S}/chain", EMPTY),
    ("named chain", lambda c: c.snapchore.create_chain("c"), f"POST {S}/chain", {"chain_id": "c"}),
    (
        "append",
        lambda c: c.snapchore.append_to_chain("c", block_hash="h"),
        f"POST {S}/chain/c/append",
        {"block_hash": "h", "event_type": "block_sealed"},
    ),
    ("get chain", lambda c: c.snapchore.get_chain("c"), f"GET {S}/chain/c", NONE),
    ("chains", lambda c: c.snapchore.list_chains(), f"GET {S}/chains", NONE),
    ("verify chain", lambda c: c.snapchore.verify_chain("c"), f"POST {S}/chain/c/verify", EMPTY),
    ("stats", lambda c: c.snapchore.get_stats(), f"GET {S}/stats", NONE),
    ("meters", lambda c: c.snapchore.get_usage(), f"GET {S}/usage", NONE),
    (
        "snapchore key",
        lambda c: c.snapchore.create_api_key(),
        f"POST {S}/api-keys",
        {"name": "SnapChore key", "mode": "live"},
    ),
    ("snapchore keys", lambda c: c.snapchore.list_api_keys(), f"GET {S}/api-keys", NONE),
    ("revoke snapchore key", lambda c: c.snapchore.revoke_api_key("k"), f"POST {S}/api-keys/k/revoke", EMPTY),
    ("reconcile", lambda c: c.snapchore.reconcile(), f"POST {S}/reconcile", EMPTY),
    # console
    ("projects", lambda c: c.console.list_projects(), "GET /console/projects", NONE),
    ("project", lambda c: c.console.create_project("n"), "POST /console/projects", {"name": "n"}),
    ("switch", lambda c: c.console.switch_project("p1"), "POST /console/projects/p1/switch", EMPTY),
    ("session keys", lambda c: c.console.list_api_keys(), "GET /internal/api-keys", NONE),
    ("keys", lambda c: c.console.list_api_keys("p1"), f"GET {P}/api-keys", NONE),
    (
        "key",
        lambda c: c.console.create_api_key("p1"),
        f"POST {P}/api-keys",
        {"label": "SDK key", "plan": "sandbox"},
    ),
    (
        "key with all",
        lambda c: c.console.create_api_key(
            "p1",
            label="l",
            plan="builder",
            scopes=["attest.write"],
            default_frontier="f",
            allowed_frontiers=["f"],
        ),
        f"POST {P}/api-keys",
        {
            "label": "l",
            "plan": "builder",
            "scopes": ["attest.write"],
            "defaultFrontier": "f",
            "allowedFrontiers": ["f"],
        },
    ),
    ("revoke key", lambda c: c.console.revoke_api_key("p1", "k"), f"POST {P}/api-keys/k/revoke", EMPTY),
    ("rotate key", lambda c: c.console.rotate_api_key("p1", "k"), f"POST {P}/api-keys/k/rotate", EMPTY),
    ("key events", lambda c: c.console.get_key_events("p1", "k"), f"GET {P}/api-keys/k/events", NONE),
    ("session usage", lambda c: c.console.get_usage(), "GET /internal/usage/keys", NONE),
    ("usage", lambda c: c.console.get_usage("p1"), f"GET {P}/usage/keys", NONE),
    ("summary", lambda c: c.console.get_usage_summary("p1"), f"GET {P}/usage/summary", NONE),
    ("csv", lambda c: c.console.export_usage_csv("p1"), f"GET {P}/usage.csv", NONE),
    ("billing", lambda c: c.console.get_billing_status("p1"), f"GET {P}/billing/status", NONE),
    ("checkout", lambda c: c.console.create_checkout("p1", "b"), f"POST {P}/billing/checkout", {"plan": "b"}),
    ("portal", lambda c: c.console.get_portal_url("p1"), f"POST {P}/billing/portal", EMPTY),
    ("overage", lambda c: c.console.pay_overage("p1"), f"POST {P}/billing/pay-overage", EMPTY),
    ("session project", lambda c: c.console.get_project(), "GET /internal/project", NONE),
    (
        "rename",
        lambda c: c.console.update_project(name="n", description=""),
        "PATCH /internal/project",
        {"name": "n", "description": ""},
    ),
    ("delete project", lambda c: c.console.delete_project(), "DELETE /internal/project", NONE),
    ("settings", lambda c: c.console.get_project_settings(), "GET /internal/project/settings", NONE),
    (
        "change settings",
        lambda c: c.console.update_project_settings({"a": 1}),
        "PATCH /internal/project/settings",
        {"a": 1},
    ),
    ("archive", lambda c: c.console.archive_project(), "POST /internal/project/archive", EMPTY),
    ("unarchive", lambda c: c.console.unarchive_project(), "POST /internal/project/unarchive", EMPTY),
    ("audit", lambda c: c.console.get_audit_log(), "GET /internal/project/audit", NONE),
    ("trend", lambda c: c.console.get_gec_trend("p1"), f"GET {P}/analytics/gec-trend", NONE),
    (
        "breakdown",
        lambda c: c.console.get_frontier_breakdown("p1"),
        f"GET {P}/analytics/frontier-breakdown",
        NONE,
    ),
    ("csk", lambda c: c.console.get_csk_breakdown("p1"), f"GET {P}/analytics/csk-breakdown", NONE),
    ("webhooks", lambda c: c.console.list_webhooks("p1"), f"GET {P}/webhooks", NONE),
    (
        "webhook",
        lambda c: c.console.create_webhook("p1", url="https://x.test", events=["e"], secret="s3cret"),
        f"POST {P}/webhooks",
        {"url": "https://x.test", "enabled": True, "events": ["e"], "secret": "s3cret"},
    ),
    (
        "change webhook",
        lambda c: c.console.update_webhook("p1", "w", enabled=False, anything=None),
        f"PATCH {P}/webhooks/w",
        {"enabled": False, "anything": None},
    ),
    ("delete webhook", lambda c: c.console.delete_webhook("p1", "w"), f"DELETE {P}/webhooks/w", NONE),
    ("test webhook", lambda c: c.console.test_webhook("p1", "w"), f"POST {P}/webhooks/w/test", EMPTY),
    (
        "deliveries",
        lambda c: c.console.list_webhook_deliveries("p1", "w"),
        f"GET {P}/webhooks/w/deliveries",
        NONE,
    ),
    ("event types", lambda c: c.console.list_event_types(), "GET /internal/webhooks/event-types", NONE),
    # control plane
    ("plans", lambda c: c.control_plane.list_rate_plans(), f"GET {C}/rate-plans", NONE),
    (
        "plan",
        lambda c: c.control_plane.create_rate_plan(
            name="n", sla_tier="s", daily_quota=1, burst_limit_per_minute=2
        ),
        f"POST {C}/rate-plans",
        {"name": "n", "sla_tier": "s", "daily_quota": 1, "burst_limit_per_minute": 2},
    ),
    ("tenants", lambda c: c.control_plane.list_tenants(), f"GET {C}/tenants", NONE),
    ("tenant", lambda c: c.control_plane.get_tenant("t"), f"GET {C}/tenants/t", NONE),
    (
        "create tenant",
        lambda c: c.control_plane.create_tenant(
            name="n", contact_email="e", aggregator_endpoint="a", rate_plan_id="r"
        ),
        f"POST {C}/tenants",
        {
            "name": "n",
            "contact_email": "e",
            "aggregator_endpoint": "a",
            "rate_plan_id": "r",
            "activate": True,
        },
    ),
    (
        "move tenant",
        lambda c: c.control_plane.update_tenant_rate_plan("t", "r", activate=False),
        f"PATCH {C}/tenants/t/rate-plan",
        {"rate_plan_id": "r", "activate": False},
    ),
    ("validators", lambda c: c.control_plane.list_validators("t"), f"GET {C}/tenants/t/validators", NONE),
    (
        "validator",
        lambda c: c.control_plane.register_validator("t", validator_id="v", endpoint="e", region="r"),
        f"POST {C}/tenants/t/validators",
        {"validator_id": "v", "endpoint": "e", "region": "r"},
    ),
    (
        "heartbeat",
        lambda c: c.control_plane.heartbeat_validator("t", "v"),
        f"POST {C}/tenants/t/validators/v/heartbeat",
        EMPTY,
    ),
    # atlas
    (
        "resolve",
        lambda c: c.atlas.resolve(workflow="w", event_type="e", frontier_hint="f", context={"a": 1}),
        f"POST {A}/resolve",
        {"workflow": "w", "event_type": "e", "frontier_hint": "f", "context": {"a": 1}},
    ),
    (
        "frontiers",
        lambda c: c.atlas.list_frontiers(kind="k", family="f", regime="slack"),
        f"GET {A}/frontiers?kind=k&family=f&regime=slack",
        NONE,
    ),
    (
        "snapshot",
        lambda c: c.atlas.get_frontier_snapshot("a.b.v1"),
        f"GET {A}/frontiers/a.b.v1/snapshot",
        NONE,
    ),
    (
        "history",
        lambda c: c.atlas.get_frontier_history(
            "f", window_hours=1, include_rollup=True, include_coupling=False
        ),
        f"GET {A}/frontiers/f/history?window_hours=1&include_rollup=true&include_coupling=false",
        NONE,
    ),
    (
        "delta",
        lambda c: c.atlas.get_frontier_history_delta("f", since="t", bucket_minutes=5),
        f"GET {A}/frontiers/f/history/delta?since=t&bucket_minutes=5",
        NONE,
    ),
    (
        "validation",
        lambda c: c.atlas.get_frontier_validation("f", tolerance=1e-6),
        f"GET {A}/frontiers/f/validate?tolerance=1e-06",
        NONE,
    ),
    (
        "instrumentation",
        lambda c: c.atlas.get_instrumentation_report(family="f", window_days=14, only_weak=True, limit=10),
        f"GET {A}/diagnostics/instrumentation?family=f&window_days=14&only_weak=true&limit=10",
        NONE,
    ),
    (
        "interventions",
        lambda c: c.atlas.get_intervention_report(source_app="s", limit=1),
        f"GET {A}/interventions?source_app=s&limit=1",
        NONE,
    ),
    (
        "register",
        lambda c: c.atlas.register_app(
            app_name="n", app_family="f", declared_workflows=["w"], workflow_specs=[SPEC]
        ),
        f"POST {A}/apps/register",
        {
            "app_name": "n",
            "app_family": "f",
            "declared_workflows": ["w"],
            "token_ttl_seconds": 3600,
            "workflow_specs": [SPEC],
        },
    ),
    (
        "token",
        lambda c: c.atlas.exchange_token(client_id="i", client_secret="s"),
        f"POST {A}/token",
        {"client_id": "i", "client_secret": "s"},
    ),
    ("env", lambda c: c.atlas.get_env("a"), f"GET {A}/apps/a/env?format=json", NONE),
    ("dotenv", lambda c: c.atlas.get_env("a", format="dotenv"), f"GET {A}/apps/a/env?format=dotenv", NONE),
    ("apps", lambda c: c.atlas.list_apps(), f"GET {A}/apps", NONE),
    ("revoke app", lambda c: c.atlas.revoke_app("a"), f"DELETE {A}/apps/a", NONE),
    ("mint", lambda c: c.atlas.mint_bound_key("a"), f"POST {A}/apps/a/keys/mint", EMPTY),
    (
        "mint with all",
        lambda c: c.atlas.mint_bound_key("a", label="l", scopes=[]),
        f"POST {A}/apps/a/keys/mint",
        {"label": "l", "scopes": []},
    ),
    (
        "bind",
        lambda c: c.atlas.bind_existing_key("a", key_id="k"),
        f"POST {A}/apps/a/keys/bind",
        {"key_id": "k"},
    ),
    (
        "binding",
        lambda c: c.atlas.upsert_binding("a", workflow="w", frontier_id="f"),
        f"POST {A}/apps/a/bindings/upsert",
        {"workflow": "w", "frontier_id": "f"},
    ),
    (
        "couplings",
        lambda c: c.atlas.list_couplings(min_strength=0.0),
        f"GET {A}/couplings?min_strength=0.0",
        NONE,
    ),
    ("couplings of one", lambda c: c.atlas.get_frontier_couplings("f"), f"GET {A}/couplings/f", NONE),
    ("detect", lambda c: c.atlas.detect_couplings(), f"POST {A}/couplings/detect", NONE),
    (
        "calibrate",
        lambda c: c.atlas.calibrate_frontier(frontier_id="f"),
        f"POST {A}/calibrate",
        {"frontier_id": "f", "window_days": 7, "force": False},
    ),
    (
        "calibrate all",
        lambda c: c.atlas.calibrate_all(force=True),
        f"POST {A}/calibrate/all?window_days=7&force=true",
        NONE,
    ),
    # receipts and blocks
    ("raw receipt", lambda c: c.receipts.get("r"), "GET /receipts/r", NONE),
    ("receipts", lambda c: c.receipts.list(offset=0), f"GET {S}/receipts/discover?limit=20", NONE),
    (
        "receipts with empty words",
        lambda c: c.receipts.list(project_id="", hash="", domain="", since=""),
        f"GET {S}/receipts/discover?limit=20",
        NONE,
    ),
    ("receipt object", lambda c: c.receipts.fetch_receipt("r"), "GET /receipts/r", NONE),
    (
        "receipts by hash",
        lambda c: c.receipts.get_by_hash("h"),
        "GET /api/receipts?hash=h",
        NONE,
    ),
    (
        "block",
        lambda c: c.blocks.create(payload={"a": 1}),
        "POST /api/blocks",
        {"payload": {"a": 1}, "domain": "default", "metadata": {"source": "sbn-sdk"}},
    ),
    (
        "block with empty metadata",
        lambda c: c.blocks.create(payload={}, domain="d", metadata={}),
        "POST /api/blocks",
        {"payload": {}, "domain": "d", "metadata": {"source": "sbn-sdk"}},
    ),
    (
        "submit block",
        lambda c: c.blocks.submit(slot_id="s", payload={"a": 1}),
        "POST /api/blocks/submit",
        {"slot_id": "s", "payload": {"a": 1}, "domain": "default"},
    ),
    ("get block", lambda c: c.blocks.get("b"), "GET /api/blocks/b", NONE),
    ("bitblocks of block", lambda c: c.blocks.get_bitblocks("b"), "GET /api/blocks/b/bitblocks", NONE),
    (
        "stack",
        lambda c: c.blocks.get_bitblocks("b", include_stack=True),
        "GET /api/blocks/b/bitblocks?include_stack=true",
        NONE,
    ),
    ("blocks", lambda c: c.blocks.list(domain="d"), "GET /api/blocks?limit=50&domain=d", NONE),
    ("health", lambda c: c.health_check(), "GET /health", NONE),
]
IDS = [call[0] for call in CALLS]


@pytest.mark.parametrize(("call", "line", "body"), [call[1:] for call in CALLS], ids=IDS)
def test_a_call_sends_what_was_recorded(make: Any, script_of: Any, call: Any, line: str, body: Any) -> None:
    client = make(repeat(answer(200, {})))
    call(client)
    (request,) = script_of(client).requests
    assert f"{request.method} {request.target}" == line
    assert (NONE if request.content is None else json.loads(request.content)) == body


@pytest.mark.parametrize("call", [call[1] for call in CALLS], ids=IDS)
def test_an_empty_answer_is_no_crash(make: Any, call: Any) -> None:
    result = call(make(repeat(answer(204))))
    assert "None" not in str(getattr(result, "id", None) or "")


def test_the_raw_view_gives_the_answer_of_any_call(make: Any) -> None:
    client = make(repeat(answer(200, {"hash": "h"}))).raw
    found = client.snapchore.capture({"a": 1})
    assert (found.status, found.json()) == (200, {"hash": "h"})
    assert found.parse() == {"hash": "h", "snapchore_hash": "h"}
    assert client.console.export_usage_csv("p").parse() == '{"hash": "h"}'


ROOT = Path(sbn.__file__).parent
METHOD = re.compile(r"Operation: ([a-z_, ]+)")


def test_every_operation_of_the_spec_is_reached_by_a_method() -> None:
    spec = yaml.safe_load((ROOT.parents[1] / "specs" / "sbn.yaml").read_text("utf-8"))
    methods = ("get", "post", "patch", "delete", "put")
    known = {item[m]["operationId"] for item in spec["paths"].values() for m in methods if m in item}
    sources = [*ROOT.glob("_async/*.py"), ROOT.parent / "sbn_gateway" / "__init__.py"]
    named = {
        name.strip()
        for path in sources
        for match in METHOD.findall(path.read_text("utf-8"))
        for name in match.split(",")
    }
    assert named == known


@pytest.mark.parametrize("name", ["a/b", "a?x=1", "a#f", "ä b", "100%"])
def test_an_id_is_one_segment_whatever_is_in_it(make: Any, script_of: Any, name: str) -> None:
    client = make(repeat(answer(200, {})))
    client.gateway.list_slot_blocks(name)
    target = script_of(client).requests[0].target
    assert target.count("/") == 3
    assert "?" not in target
    assert "#" not in target


@pytest.mark.parametrize("name", ["..", ".", "", "a/../b", "%2e%2e", None])
def test_an_id_that_leads_elsewhere_is_refused(make: Any, name: Any) -> None:
    client = make([])
    with pytest.raises(ValueError, match="slot_id"):
        client.gateway.close_slot(name)


@pytest.mark.parametrize(("sent", "read"), [(3, 3), ("3", 3), (None, 0), ("third", "third")])
def test_a_generation_is_a_number_however_it_is_written(make: Any, sent: Any, read: Any) -> None:
    client = make([answer(200, {"data": {"bitblocks": [{"id": "b", "generation": sent}]}})])
    assert [each.generation for each in client.bitblocks.list("s").bitblocks] == [read]


@pytest.mark.parametrize("receipt_id", [None, ""])
def test_a_slot_without_a_receipt_is_said(make: Any, receipt_id: Any) -> None:
    with pytest.raises(ValueError, match="receipt_id"):
        make([]).gateway.fetch_receipt(receipt_id)


def test_a_receipt_is_named_by_a_string(make: Any) -> None:
    with pytest.raises(TypeError, match="receipt_id must be a str, got Decimal"):
        make([]).receipts.fetch_receipt(Decimal("1E-7"))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda c: c.snapchore.capture("text"), "payload must be a dict"),
        (lambda c: c.snapchore.capture({"v": float("nan")}), "finite"),
        (lambda c: c.snapchore.capture({"v": float("inf")}), "finite"),
        (lambda c: c.snapchore.seal("hash"), "seal"),
        (lambda c: c.snapchore.seal({"a": 1}, {"b": 1}), "seal"),
        (lambda c: c.snapchore.seal({"a": 1}, block_type="poem"), "block_type"),
        (lambda c: c.atlas.get_env("a", format="yaml"), "format"),
        (lambda c: c.gateway.request_attestation(SlotSummary("s", "")), "snap_hash"),
        (lambda c: c.bitblocks.submit(slot_id="", block_type="A", domain="d", payload={}), "slot_id"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call(make([]))


@pytest.mark.parametrize("name", sorted(sbn.__all__))
def test_every_exported_name_is_there(name: str) -> None:
    assert getattr(sbn, name) is not None
    assert name in dir(sbn)


GROUPS = (
    "gateway",
    "snapchore",
    "console",
    "control_plane",
    "atlas",
    "bitblocks",
    "receipts",
    "blocks",
    "reality",
    "acp",
    "gec",
    "governance",
    "lattice",
    "numa",
)


@pytest.mark.parametrize("group", GROUPS)
def test_both_worlds_have_the_same_methods(group: str) -> None:
    ours, theirs = (_signatures(getattr(kind(), group)) for kind in (sbn.SbnClient, sbn.AsyncSbnClient))
    assert ours == theirs
    assert ours


def _signatures(value: Any) -> dict[str, tuple[str, str | None]]:
    methods = inspect.getmembers(value, inspect.ismethod)
    return {
        # What is true of async code alone is said of it alone.
        name: (str(inspect.signature(method)), (method.__doc__ or "").replace(" or an async function", ""))
        for name, method in methods
        if not name.startswith("_")
    }
