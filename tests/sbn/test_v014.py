"""What SBN has since 0.14: every operation over HTTP, what each call sends, and servers that are older."""

from __future__ import annotations

import json
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
import yaml
from clientkit.testing import answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox
from pgdag.dag import DAGTemplate
from sbn import (
    GecOperationContract,
    SbnDecodeError,
    SbnError,
    SbnNotFoundError,
    SbnServerError,
    SbnTransportError,
    SlotSummary,
)
from sbn.models import BlockDetail, Receipt, SlotHandle, SlotSeal

SPEC = yaml.safe_load((Path(__file__).parents[2] / "specs" / "sbn.yaml").read_text("utf-8"))
NEW = {
    operation["operationId"]
    for item in SPEC["paths"].values()
    for operation in item.values()
    if isinstance(operation, dict) and "x-since" in operation
}
S, L, R = "/internal/snapchore", "/internal/lattice", "/api/reality"
NOTHING = None


def session(client: Any, **more: Any) -> Any:
    return client.open_slot(worker_id="w-1", task_type="t", domain="d", **more)


def workflow(client: Any) -> str:
    nodes = [{"id": "a", "label": "A", "step_type": "check"}, {"id": "b", "meta": {"k": 1}}]
    made = client.lattice.create_workflow(
        domain="d", name="wf", nodes=nodes, edges=[{"source": "a", "target": "b"}], meta={"owner": "me"}
    )
    client.lattice.activate_workflow(made["workflow_id"])
    return str(made["workflow_id"])


# What each call sends: name, call, method and target, body.
SENT = [
    ("slots", lambda c: c.gateway.list_slots(), "GET /slots", NOTHING),
    (
        "slots filtered",
        lambda c: c.gateway.list_slots(state="open", limit=0, source=""),
        "GET /slots?state=open&limit=0",
        NOTHING,
    ),
    (
        "orphans",
        lambda c: c.gateway.list_orphan_slots(min_age_seconds=12.9, include_unmanaged=True),
        "GET /slots/orphans?min_age_seconds=12&idle_seconds=1800&limit=200&include_unmanaged=true",
        NOTHING,
    ),
    (
        "reap",
        lambda c: c.gateway.reap_orphan_slots(),
        "POST /slots/orphans/reap",
        {"min_age_seconds": 1800, "idle_seconds": 1800, "limit": 200, "include_unmanaged": False},
    ),
    ("seal", lambda c: c.gateway.seal_slot("s/1"), "POST /slots/s%2F1/seal", {}),
    ("block", lambda c: c.gateway.fetch_block("b", read_version=1), "GET /blocks/b?read_version=1", NOTHING),
    (
        "successors",
        lambda c: c.gateway.list_successor_surfaces("b", limit=0),
        "GET /blocks/b/successors?limit=0",
        NOTHING,
    ),
    (
        "fractal",
        lambda c: c.gateway.list_fractal_receipts("b", kind="", limit=2, read_version=2),
        "GET /blocks/b/fractal-receipts?limit=2&read_version=2",
        NOTHING,
    ),
    (
        "surfaces",
        lambda c: c.gateway.list_proof_surfaces("b", kind="k"),
        "GET /blocks/b/proof-surfaces?kind=k",
        NOTHING,
    ),
    ("ledger", lambda c: c.gateway.fetch_proof_ledger("b"), "GET /blocks/b/proof-ledger", NOTHING),
    ("surface", lambda c: c.gateway.fetch_proof_surface("r"), "GET /proof-surfaces/r", NOTHING),
    (
        "receipt",
        lambda c: c.gateway.fetch_receipt("r", read_version=2),
        "GET /receipts/r?read_version=2",
        NOTHING,
    ),
    ("pgdag health", lambda c: c.gateway.pgdag_health(), "GET /v1/pgdag/health", NOTHING),
    (
        "run",
        lambda c: c.gateway.run_pgdag(template={}, workflow_id="", run_id=""),
        "POST /v1/pgdag/runs",
        {"inputs": {}, "actor": "sbn.gateway.pgdag", "config": {}, "template": {}},
    ),
    (
        "slot",
        lambda c: c.gateway.create_slot("w"),
        "POST /slots",
        {"worker_id": "w", "task_type": "workflow"},
    ),
    ("sealed", lambda c: c.snapchore.list_blocks(), f"GET {S}/blocks?limit=20", NOTHING),
    ("sealed one", lambda c: c.snapchore.get_block("a b"), f"GET {S}/blocks/a%20b", NOTHING),
    (
        "promote",
        lambda c: c.snapchore.promote(snapchore_hash="h", frontier_id=""),
        f"POST {S}/promote",
        {"snapchore_hash": "h"},
    ),
    (
        "promote to",
        lambda c: c.snapchore.promote_to_project(target_project_id="p", smartblock_record_id="r"),
        f"POST {S}/promote",
        {"smartblock_record_id": "r", "target_project_id": "p"},
    ),
    ("queue", lambda c: c.snapchore.queue_summary(), f"GET {S}/queue/summary?limit=20", NOTHING),
    ("process", lambda c: c.snapchore.process_queue(limit=3), f"POST {S}/queue/process?limit=3", NOTHING),
    (
        "queue health",
        lambda c: c.snapchore.attestation_queue_health(),
        "GET /health/attestation-queue?limit=10",
        NOTHING,
    ),
    (
        "by hash",
        lambda c: c.receipts.get_by_hash("h", project_id="p"),
        "GET /api/receipts?hash=h&project_id=p",
        NOTHING,
    ),
    ("cards", lambda c: c.atlas.list_cards(), "GET /api/atlas/cards", NOTHING),
    ("card", lambda c: c.atlas.get_card("a.b/c"), "GET /api/atlas/cards/a.b%2Fc", NOTHING),
    (
        "register",
        lambda c: c.atlas.register_card(
            scope=" x.y ",
            domain="z",
            app_family="f",
            family_class="k",
            authored_by="me",
            label="",
            c_max=0,
            notes={},
            workflow_bindings=[],
            api_key_ids=["key"],
        ),
        "POST /api/atlas/cards/register",
        {
            "card_id": "x.y",
            "app_family": "f",
            "family_class": "k",
            "authored_by": "me",
            "label": "",
            "c_max": 0,
            "notes": {},
            "api_key_ids": ["key"],
        },
    ),
    (
        "version",
        lambda c: c.atlas.version_card("x", authored_by="me", workflow_bindings=[], change_note=""),
        "POST /api/atlas/cards/x/versions",
        {"authored_by": "me", "workflow_bindings": [], "change_note": ""},
    ),
    (
        "run card",
        lambda c: c.atlas.run_card("x", inputs={"a": 1}, workflow=""),
        "POST /api/atlas/cards/x/runs",
        {"inputs": {"a": 1}, "actor": "sbn.atlas.card_runner", "config": {}},
    ),
    (
        "binding",
        lambda c: c.atlas.upsert_binding("a", workflow="w", frontier_id="f"),
        "POST /api/atlas/apps/a/bindings/upsert",
        {"workflow": "w", "frontier_id": "f"},
    ),
    (
        "binding with a contract",
        lambda c: c.atlas.upsert_binding(
            "a",
            workflow="w",
            frontier_id="f",
            gec_contract={"frontier": "Other", "phase": "p", "weighting_strategy": "x"},
            pulse_type="pgdag",
            event_types=[],
            action_weight_map={"A b": 1},
            weighting_strategy="Mine",
            history_action="attached",
        ),
        "POST /api/atlas/apps/a/bindings/upsert",
        {
            "workflow": "w",
            "frontier_id": "f",
            "frontier": "other",
            "phase": "p",
            "x_mode": "elapsed_time",
            "pulse_type": "pgdag",
            "event_types": [],
            "action_weight_map": {"A b": 1},
            "weighting_strategy": "Mine",
            "history_action": "attached",
        },
    ),
    ("runs", lambda c: c.lattice.list_workflow_runs("w"), f"GET {L}/workflows/w/runs?limit=10", NOTHING),
    (
        "packet",
        lambda c: c.lattice.get_workflow_run_evidence_packet("w", "r"),
        f"GET {L}/workflows/w/runs/r/evidence-packet",
        NOTHING,
    ),
    (
        "verify packet",
        lambda c: c.lattice.verify_evidence_packet({"a": 1}),
        f"POST {L}/evidence-packets/verify",
        {"data": {"a": 1}},
    ),
    ("workflow", lambda c: c.lattice.get_workflow("w"), f"GET {L}/workflows/w", NOTHING),
    (
        "workflow with",
        lambda c: c.lattice.get_workflow("w", include_meta=True),
        f"GET {L}/workflows/w?include_runtime=true&include_meta=true&include_structure=true",
        NOTHING,
    ),
    (
        "workflows with",
        lambda c: c.lattice.list_workflows(include_runtime=False),
        f"GET {L}/workflows?limit=50&include_runtime=false&include_meta=false&include_structure=false",
        NOTHING,
    ),
    (
        "outcome",
        lambda c: c.lattice.record_step_outcome(
            "w", "s", proof_hash="", proof_stage="sealed", degraded=False
        ),
        f"POST {L}/workflows/w/steps/s/outcome",
        {"outcome": "completed", "proof_stage": "sealed", "degraded": False},
    ),
    ("promote fact", lambda c: c.reality.promote_fact("f"), f"POST {R}/facts/f/promote", {}),
    (
        "handoff fact",
        lambda c: c.reality.handoff_fact("f", note=""),
        f"POST {R}/facts/f/handoff",
        {"note": ""},
    ),
    ("submit fact", lambda c: c.reality.submit_fact("f"), f"POST {R}/facts/f/submit", {}),
    ("promote evidence", lambda c: c.reality.promote_evidence("e"), f"POST {R}/evidence/e/promote", {}),
    ("handoff evidence", lambda c: c.reality.handoff_evidence("e"), f"POST {R}/evidence/e/handoff", {}),
    (
        "submit evidence",
        lambda c: c.reality.submit_evidence("e", note="n"),
        f"POST {R}/evidence/e/submit",
        {"note": "n"},
    ),
    ("evidence", lambda c: c.reality.get_evidence("e"), f"GET {R}/evidence/e", NOTHING),
    (
        "review",
        lambda c: c.reality.review_fact("f", action="merge", target_fact_id="g"),
        f"POST {R}/facts/f/review",
        {"action": "merge", "target_fact_id": "g"},
    ),
    ("review queue", lambda c: c.reality.list_review_queue(), f"GET {R}/review-queue", NOTHING),
    (
        "resolve",
        lambda c: c.reality.resolve_review_queue("q", action="dismiss", target_fact_id="", note=""),
        f"POST {R}/review-queue/q/resolve",
        {"action": "dismiss", "note": ""},
    ),
    ("operations", lambda c: c.reality.get_operations(), f"GET {R}/operations", NOTHING),
]


@pytest.mark.parametrize(("call", "line", "body"), [row[1:] for row in SENT], ids=[row[0] for row in SENT])
def test_what_a_call_sends(sent: Any, call: Any, line: str, body: Any) -> None:
    assert sent(call) == (line, body)


@pytest.mark.parametrize("status", [404, 405, 501])
@pytest.mark.parametrize(
    "call", [row[1] for row in SENT if row[2] == "GET /slots" or "promote" in row[0]][:3]
)
def test_an_older_server_is_named_in_the_error(make: Any, call: Any, status: int) -> None:
    client = make(repeat(answer(status, {"error": "no"})))
    with pytest.raises(SbnError, match=r"needs version 0\.14 of the service") as caught:
        call(client)
    assert (caught.value.status_code, caught.value.since) == (status, "0.14")


def test_other_errors_and_older_operations_name_no_version(make: Any) -> None:
    client = make([answer(404, {"error": "no"}), answer(400, {"error": "no"})])
    for call in (lambda: client.gateway.list_flags(), lambda: client.gateway.list_slots()):
        with pytest.raises(SbnError) as caught:
            call()
        assert "version" not in str(caught.value)


def test_every_new_operation_is_marked() -> None:
    assert len(NEW) == 41


# The sandbox, over HTTP.


def test_a_slot_from_pulses_to_its_receipt(client: Any, sbn_sandbox: Sandbox) -> None:
    with session(client, stream_profile="labor_v1", metadata={"source": "here"}) as slot:
        assert slot.last_seal is None
        slot.pulse("start", operation_id="o-1", idempotency_key="k-1", booking="b")
        slot.yield_pulse("done", y_delta=2)
        seal = slot.seal()
        assert isinstance(seal, SlotSeal)
        assert slot.last_seal is seal
        assert (seal.blocks_composed, seal.anchor_type, seal.degraded) == (1, "snap_hash", False)
        assert seal.operation_refs[0]["operation_id"] == "o-1"
        slot.burden_pulse("late", burden_hint=0.5)
        again = slot.seal()
        assert again.smartblock_id != seal.smartblock_id
        assert slot.seal().blocks_composed == 0
        blocks = slot.list_bitblocks()
        assert [each.payload["pulse_type"] for each in blocks] == ["start", "done", "late"]
        assert blocks[1].payload["contribution"]["support_delta"] == 60.0
        final = slot.finalize(
            request_attestation=True,
            snap_hash=again.anchor_hash,
            frontier_id="f",
            target_project_id="p",
            metadata={"type": "labor", "domain": "d"},
        )
    assert final.explicit_attestation_succeeded
    assert not final.explicit_attestation_failed
    assert final.close.operation_refs[0]["idempotency_key"] == "k-1"
    assert final.native_proof_chain == slot.receipt.native_proof_chain != {}
    assert final.lifecycle_contract == {"state": "closed", "blocks_composed": 0}
    assert final.successor_surface_ids == []
    receipt = client.gateway.fetch_receipt(slot.receipt.receipt_id, read_version=2)
    assert receipt.operation_refs[0]["operation_id"] == "o-1"
    assert receipt.canonical_proof_hash == receipt.snapchore_hash
    assert receipt.canonical_view == {"subject_type": "slot"}
    assert "hash" in client.gateway.fetch_receipt(receipt.id, read_version=1).additional_properties
    block = client.gateway.fetch_block(seal.smartblock_id, read_version=2)
    assert isinstance(block, BlockDetail)
    assert (block.id, block.slot_id, block.canonical_proof_hash) == (
        seal.smartblock_id,
        slot.slot_id,
        seal.anchor_hash,
    )
    ledger = client.gateway.fetch_proof_ledger(block.id)
    assert ledger["count"] == len(ledger["proof_ledger"]) == 2
    assert client.gateway.list_proof_surfaces(block.id)["proof_surfaces"]
    receipts = client.gateway.list_fractal_receipts(block.id)["receipts"]
    assert [type(each) for each in receipts] == [Receipt]
    surface = client.gateway.fetch_proof_surface(receipts[0].id)
    assert surface["receipt_id"] == receipts[0].id
    assert client.receipts.get_by_hash(receipts[0].snapchore_hash)["items"][0]["id"] == receipts[0].id
    (attest,) = sbn_sandbox.requests("gateway_request_attestation")
    assert attest["headers"]["x-sbn-project-id"] == "p"


def test_surfaces_and_their_branches(client: Any) -> None:
    with client.open_surface(worker_id="w", surface_family="f", surface_id="s") as surface:
        assert surface.slot.slot_id == surface.slot_id
        assert (surface.config.surface_family, surface.config.surface_id) == ("f", "s")
        surface.pulse("hello")
        surface.yield_pulse("more")
        seal = surface.seal()
        assert len(surface.submitted) == 2
    branch = client.open_surface(
        worker_id="w",
        surface_family="f",
        surface_id="s.1",
        parent_block_id=seal.smartblock_id,
        branch_kind="active",
    )
    with branch:
        branch.event({"event_type": "e"})
    (found,) = client.gateway.list_successor_surfaces(seal.smartblock_id)["successors"]
    assert found["surface_id"] == "s.1"


def test_slots_are_listed_and_orphans_are_reaped(client: Any, sbn_sandbox: Sandbox) -> None:
    client.gateway.create_slot("w", metadata={"source": "here", "orphan_strategy": "reap_if_idle"})
    client.gateway.create_slot("w", "t")
    slots = client.gateway.list_slots()
    assert [type(slot) for slot in slots] == [SlotHandle, SlotHandle]
    assert len(client.gateway.list_slots(source="here")) == 1
    assert client.gateway.list_orphan_slots() == []
    sbn_sandbox.advance(3600)
    assert len(client.gateway.list_orphan_slots(include_unmanaged=True)) == 2
    assert client.gateway.reap_orphan_slots()["count"] == 1
    assert [slot.state for slot in client.gateway.list_slots()] == ["closed", "open"]
    assert client.gateway.list_slots(state="closed")[0].closed_at is not None


@pytest.mark.parametrize("form", [{"items": [{"id": "s"}, 1]}, {"data": {"items": [{"id": "s"}]}}, {}])
def test_slots_are_read_bare_and_in_an_envelope(make: Any, form: Any) -> None:
    found = make([answer(200, form)]).gateway.list_slots()
    assert [slot.id for slot in found] == (["s"] if form else [])


def test_a_session_works_in_a_slot_that_is_open_already(client: Any) -> None:
    handle = client.gateway.create_slot("w", "t")
    bound = session(client)
    bound.bind(handle)
    bound.action("a")
    other = session(client)
    other.bind(handle.id)
    with other:
        other.action("b")
        assert other.slot.state == "open"
    assert other.receipt.blocks_composed == 1
    assert len(bound.list_bitblocks()) == 2
    with pytest.raises(TypeError, match="SlotHandle"):
        session(client).bind(5)


def test_what_seals_before_it_opens_is_refused(make: Any) -> None:
    with pytest.raises(RuntimeError, match="not open"):
        session(make([])).seal()


CLOSED = answer(200, {"data": {"slot_id": "s", "receipt_id": "r"}})


def finalize(make: Any, failure: Any, **more: Any) -> Any:
    client = make([answer(200, {"data": {"id": "s"}}), CLOSED, failure])
    slot = session(client)
    slot.open()
    return slot, lambda: slot.finalize(request_attestation=True, snap_hash="h", **more)


def test_a_failed_attestation_is_raised_with_the_receipt_at_hand(make: Any) -> None:
    slot, run = finalize(make, answer(503, {"error": {"code": "down", "message": "no"}}))
    with pytest.raises(SbnServerError) as caught:
        run()
    assert caught.value.close_receipt is slot.receipt
    assert slot.receipt.receipt_id == "r"


@pytest.mark.parametrize(
    ("failure", "facts"),
    [
        (
            answer(503, {"error": {"code": "down", "message": "no", "details": {"a": 1}}}),
            {
                "error_type": "SbnServerError",
                "retryable": True,
                "status_code": 503,
                "code": "down",
                "details": {"a": 1},
            },
        ),
        (
            answer(409, {"message": "no"}),
            {"error_type": "SbnConflictError", "retryable": False, "status_code": 409},
        ),
        (Failure("cut", sent=True), {"retryable": True, "code": "transport_unavailable"}),
        (answer(200, b"{"), {"error_type": "SbnDecodeError", "retryable": False}),
    ],
)
def test_a_failed_attestation_is_reported_when_it_need_not_succeed(
    make: Any, failure: Any, facts: Any
) -> None:
    slot, run = finalize(make, failure, strict_attestation=False)
    final = run()
    assert final.close is slot.receipt
    assert final.attestation is None
    assert final.explicit_attestation_failed
    assert facts.items() <= final.attestation_error.items()
    assert final.attestation_error["message"]


@pytest.mark.parametrize(
    ("more", "top"),
    [
        ({}, {}),
        ({"strict_attestation": False}, {"type": "m", "domain": "n"}),
        ({"block_type": "b", "domain": "x"}, {"type": "b", "domain": "x"}),
        ({"submission_fields": {"own": 1, "slot_id": "other"}}, {"type": "m", "domain": "n", "own": 1}),
    ],
)
def test_what_an_attestation_has_at_the_top(make: Any, script_of: Any, more: Any, top: Any) -> None:
    metadata = {"type": "m", "domain": "n"}
    slot, run = finalize(make, answer(200, {}), metadata=metadata, **more)
    run()
    engine = slot.target._gateway._core.channel._http_client if hasattr(slot, "target") else None
    engine = engine or slot._gateway._core.channel._http_client
    body = json.loads(engine.requests[-1].content)
    assert body == {"slot_id": "s", "snap_hash": "h", "snap_version": "1", "metadata": metadata, **top}


def test_a_target_project_stands_in_three_places(make: Any, script_of: Any) -> None:
    client = make([answer(200, {})])
    summary = SlotSummary("s", "h", frontier_id="f", target_project_id="p", metadata={"project_id": "mine"})
    client.gateway.request_attestation(summary)
    (request,) = script_of(client).requests
    assert json.loads(request.content) == {
        "slot_id": "s",
        "snap_hash": "h",
        "snap_version": "1",
        "frontier_id": "f",
        "target_project_id": "p",
        "metadata": {"frontier_id": "f", "target_project_id": "p", "project_id": "mine"},
    }
    assert request.headers["X-SBN-Project-ID"] == "p"
    with pytest.raises(ValueError, match="X-SBN-Project-ID"):
        client.gateway.request_attestation(SlotSummary("s", "h", target_project_id="a\r\nb: c"))


def test_a_summary_in_the_order_of_0_12_is_read_with_a_warning() -> None:
    with pytest.warns(DeprecationWarning, match="metadata="):
        summary = SlotSummary("s", "h", "1", "f", {"a": 1}, {"m": 2})  # type: ignore[arg-type]
    assert (summary.metadata, summary.metrics, summary.target_project_id, summary.type) == (
        {"a": 1},
        {"m": 2},
        None,
        None,
    )


def test_contributions_bring_what_pulses_have(make: Any, script_of: Any) -> None:
    client = make(repeat(answer(200, {"data": {"id": "s"}})))
    slot = session(client)
    slot.open()
    slot.action("a", contribution={"role": " Yield "})
    slot.event({"contribution": {"role": "x"}}, contribution={"y_delta": "2"})
    slot.submit_raw(block_type="B", payload={"events": 3}, domain="other")
    action, event, raw = (json.loads(each.content) for each in script_of(client).requests[1:])
    assert action["payload"]["contribution"] == {"role": "yield"}
    assert event["payload"]["contribution"] == {"y_delta": 2.0}
    assert event["payload"]["events"]["total"] == 0
    assert (raw["payload"], raw["domain"]) == ({"events": 3}, "other")


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("events", lambda slot: slot.pulse("p", events="x")),
        ("events", lambda slot: slot.pulse("p", events=["x"])),
        ("events", lambda slot: slot.yield_pulse("p", events=3)),
        ("events", lambda slot: slot.event({"events": "x"}, contribution={})),
        ("score", lambda slot: slot.pulse("p", score="x")),
        ("score", lambda slot: slot.pulse("p", score=float("nan"))),
        ("score", lambda slot: slot.burden_pulse("p", burden_hint=1, score=None)),
        ("weight", lambda slot: slot.pulse("p", weight="x")),
        ("reinforced", lambda slot: slot.pulse("p", reinforced="x")),
        ("contribution", lambda slot: slot.pulse("p", contribution="x")),
        ("pulse_type", lambda slot: slot.pulse(None)),
        ("pulse_type", lambda slot: slot.pulse(" ")),
        ("pulse_type", lambda slot: slot.yield_pulse(None)),
        ("action_name", lambda slot: slot.action(None)),
        ("score", lambda slot: slot.action("a", score="x")),
        ("weight", lambda slot: slot.interaction(score=1, weight="x")),
    ],
)
def test_a_wrong_pulse_is_refused_before_anything_is_sent(
    make: Any, script_of: Any, name: str, call: Any
) -> None:
    client = make(repeat(answer(200, {"data": {"id": "s"}})))
    slot = session(client)
    slot.open()
    with pytest.raises((TypeError, ValueError), match=rf"\b{name} must") as caught:
        call(slot)
    assert isinstance(caught.value, SbnError)
    assert len(script_of(client).requests) == 1


def test_a_promotion_that_cannot_be_sent_makes_no_project(make: Any, script_of: Any) -> None:
    client = make([])
    with pytest.raises(TypeError, match="frontier_id must be a str") as caught:
        client.snapchore.create_project_and_promote(
            project_name="p",
            contact_email="a@example.com",
            aggregator_endpoint="https://example.com",
            rate_plan_id="plan",
            snapchore_hash="h",
            frontier_id=object(),
        )
    assert isinstance(caught.value, SbnError)
    assert script_of(client).requests == []


@pytest.mark.parametrize(
    ("more", "words"), [({"stream_profile": "nope"}, "stream_profile"), ({"gec_contract": 5}, "gec_contract")]
)
def test_a_wrong_contract_is_refused_before_anything_is_sent(make: Any, more: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        session(make([]), **more)


def test_a_frontier_is_defined_by_the_client_too(make: Any) -> None:
    contract = make([]).define_frontier(frontier="assistant", gec_domain="ai")
    assert isinstance(contract, GecOperationContract)
    assert contract.resolved_frontier_id == "ai.assistant"


def test_a_promotion_up_to_its_receipt(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    path.write_text("# Map\n")
    chore = client.snapchore
    captured = chore.capture_artifact_file(path, artifact_uri="repo://map.txt", summary="s")
    assert len(captured["hash"]) == 64
    sealed = chore.seal_artifact_file(path, artifact_uri="repo://map.txt", claim={"a": 1})
    assert sealed["block_type"] == "audit"
    local = chore.local_proof_status(sealed)
    assert local == chore.local_proof_status(sealed["smartblock_record_id"])
    assert local["status"] == "sealed_local"
    promotion = chore.promote(smartblock_record_id=sealed["smartblock_record_id"])
    assert chore.promotion_status(promotion, local_status=local)["status"] == "submitted"
    assert chore.queue_summary()["by_status"]["submitted"] == 1
    assert chore.process_queue()["queued_for_attestation"] == 1
    assert chore.process_queue()["attested"] == 1
    assert chore.process_queue()["attempted"] == 0
    item = chore.queue_summary()["items"][0]
    assert chore.promotion_status(item)["status"] == "attested"
    detail = chore.get_block(sealed["snapchore_hash"])
    anchor = chore.resolve_receipt_anchor(block_detail=detail)
    assert anchor["source"] == "related_receipt"
    assert anchor["receipt_hash"] == item["receipt_hash"]
    assert chore.list_blocks()["blocks"][0]["id"] == sealed["id"]
    assert chore.attestation_queue_health()["total"] == 1
    described = chore.artifact_descriptor_from_bytes(b"x", artifact_uri="u")
    assert chore.artifact_proof_payload(described)["artifact"] == described
    assert chore.artifact_descriptor_from_file(path)["artifact_uri"] == str(path)
    assert chore.capture_artifact_descriptor(described)["hash"]
    assert chore.seal_artifact_descriptor(described, domain="d")["domain"] == "d"


NEW_PROJECT = {
    "project_name": "P",
    "contact_email": "a@b.c",
    "aggregator_endpoint": "https://a",
    "rate_plan_id": "plan_starter",
}


def test_a_project_is_created_for_a_promotion(client: Any) -> None:
    sealed = client.snapchore.seal({"a": 1})
    found = client.snapchore.create_project_and_promote(snapchore_hash=sealed["hash"], **NEW_PROJECT)
    assert found["promotion"]["target_project_id"] == found["target_project_id"]
    with pytest.raises(SbnNotFoundError) as caught:
        client.snapchore.create_project_and_promote(snapchore_hash="no such", **NEW_PROJECT)
    assert "promote_to_project(target_project_id='ten_" in caught.value.__notes__[0]


def test_a_project_without_an_id_ends_a_promotion(make: Any, script_of: Any) -> None:
    client = make([answer(200, {"tenant": {"name": "P"}})])
    with pytest.raises(SbnDecodeError, match="id is not in the answer") as caught:
        client.snapchore.create_project_and_promote(snapchore_hash="h", **NEW_PROJECT)
    assert '"name": "P"' in (caught.value.body or "")
    assert len(script_of(client).requests) == 1


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.snapchore.promote(),
        lambda c: c.snapchore.create_project_and_promote(**NEW_PROJECT),
        lambda c: c.snapchore.promote_to_project(target_project_id="", snapchore_hash="h"),
        lambda c: c.gateway.fetch_block("b", read_version=3),
        lambda c: c.gateway.fetch_receipt("r", read_version=True),
        lambda c: c.atlas.register_card(app_family="f", family_class="k", authored_by="me"),
        lambda c: c.lattice.build_pgdag_template_from_export([]),
        lambda c: c.receipts.get_by_hash(""),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, script_of: Any, call: Any) -> None:
    client = make([])
    with pytest.raises(ValueError):
        call(client)
    assert script_of(client).requests == []


def test_the_queue_health_is_looked_for_in_both_places(make: Any, script_of: Any) -> None:
    client = make([answer(404, {}), answer(200, {"total": 1})])
    assert client.snapchore.attestation_queue_health(limit=2) == {"total": 1}
    lines = [each.target for each in script_of(client).requests]
    assert lines == ["/health/attestation-queue?limit=2", "/api/health/attestation-queue?limit=2"]


def test_cards_and_their_runs(client: Any) -> None:
    atlas = client.atlas
    facts = {"app_family": "f", "family_class": "k", "authored_by": "me"}
    workflow_id = workflow(client)
    card = atlas.register_card(domain="a.b.v1", workflow_bindings=[workflow_id], c_max=2, **facts)
    assert atlas.get_card("a.b.v1") == card == atlas.list_cards()["cards"][0]
    assert atlas.version_card("a.b.v1", authored_by="you", label="L")["card_version"] == "2"
    run = atlas.run_card("a.b.v1", run_id="r-1", inputs={"a": 1})
    assert (run["run_id"], run["workflow"]["workflow_id"]) == ("r-1", workflow_id)
    assert client.lattice.list_workflow_runs(workflow_id)[0]["run_id"] == "r-1"
    with pytest.raises(SbnNotFoundError):
        atlas.get_card("no.such")


def test_bindings_have_a_history(client: Any) -> None:
    app = client.atlas.register_app(app_name="n", app_family="f", declared_workflows=["w"])["app_id"]
    found = client.atlas.upsert_binding(
        app, workflow="w", frontier_id="x.v1", pulse_type="pgdag", event_types=["e"]
    )
    assert found["binding"]["event_types"] == ["e"]
    client.atlas.upsert_binding(app, workflow="w", frontier_id="y.v1", history_action="restored")
    (spec,) = client.atlas.list_apps()["apps"][0]["workflow_specs"]
    assert [each["action"] for each in spec["contract_history"]] == ["updated", "restored"]


def test_runs_and_their_evidence(client: Any) -> None:
    workflow_id = workflow(client)
    assert client.gateway.pgdag_health()["status"] == "ok"
    run = client.gateway.run_pgdag(workflow_id=workflow_id, inputs={"a": 1})
    assert [each["run_id"] for each in client.lattice.list_workflow_runs(workflow_id)] == [run["run_id"]]
    packet = client.lattice.get_workflow_run_evidence_packet(workflow_id, run["run_id"])
    assert client.lattice.verify_evidence_packet(packet)["verified"] is True
    packet["run"]["status"] = "failed"
    assert client.lattice.verify_evidence_packet(packet)["digest_match"] is False
    with pytest.raises(SbnNotFoundError):
        client.lattice.get_workflow_run_evidence_packet(workflow_id, "no such")


def test_a_workflow_becomes_a_template(client: Any) -> None:
    workflow_id = workflow(client)
    template = client.lattice.build_pgdag_template(workflow_id)
    assert isinstance(template, DAGTemplate)
    assert [(node.id, node.label, node.step_type) for node in template.nodes] == [
        ("a", "A", "check"),
        ("b", "b", ""),
    ]
    assert [(edge.source, edge.target, edge.edge_type) for edge in template.edges] == [("a", "b", "sequence")]
    assert template.metadata["workflow_id"] == workflow_id
    export = client.lattice.export_workflow(workflow_id)
    from_export = client.lattice.build_pgdag_template_from_export(
        {**export, "provenance": {"source_id": "wf_0", "state": "active"}}
    )
    assert from_export.metadata == {
        "owner": "me",
        "workflow_id": "wf_0",
        "lattice": {"workflow_id": "wf_0", "state": "active"},
    }


def test_reviews_and_hand_offs(client: Any) -> None:
    reality = client.reality
    one, two = (reality.create_fact("the same")["fact_id"] for _ in range(2))
    (suggestion,) = reality.list_review_queue()["items"]
    assert suggestion["fact_ids"] == [one, two]
    assert reality.review_fact(two, action="merge", target_fact_id=one)["merge_target"]["fact_id"] == one
    resolved = reality.resolve_review_queue(suggestion["suggestion_id"], action="accept")
    assert resolved["target_fact"]["fact_id"] == one
    assert reality.list_review_queue()["items"] == []
    (piece,) = reality.ingest_evidence([{"fact_id": one}])["evidence"]
    evidence_id = piece["evidence_id"]
    assert reality.get_evidence(evidence_id)["promotion_status"] == "local_only"
    for promote, handoff, submit, key in (
        (reality.promote_fact, reality.handoff_fact, reality.submit_fact, one),
        (reality.promote_evidence, reality.handoff_evidence, reality.submit_evidence, evidence_id),
    ):
        assert promote(key, note="n")["promotion_status"] == "promotion_requested"
        assert handoff(key)["handoff_package"]["handoff_status"] == "handoff_prepared"
        assert submit(key)["submission"]["status"] == "submitted"
    under_way = reality.get_operations()
    assert [each["fact_id"] for each in under_way["submitted"]["facts"]] == [one]
    assert [each["evidence_id"] for each in under_way["submitted"]["evidence"]] == [evidence_id]


def test_the_sandbox_is_reached_by_every_new_operation(client: Any, sbn_sandbox: Sandbox) -> None:
    for _, call, _, _ in SENT:
        try:
            call(client)
        except SbnError as error:
            assert error.status_code in (404, 409, 422), error  # noqa: PT017  (whatever is not there)
        except SbnTransportError as error:
            raise AssertionError(error) from error
    reached = {each["operation"] for each in sbn_sandbox.requests()}
    others = {
        "snapchore_attestation_queue_health_api",
        *(each for each in NEW if each.startswith("pgdag_py_")),
    }
    assert reached >= NEW - others
