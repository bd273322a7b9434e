"""Commands that came with 0.14: cards, contracts, histories, queues, runs with their evidence, reviews."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientkit_sandbox import Sandbox
from typer.testing import Result

Run = Callable[..., Result]
FACTS = ("--app-family", "f", "--family-class", "k", "--authored-by", "me")


def answered(sbn: Run, *arguments: str, **options: Any) -> Any:
    done = sbn("-f", "json", *arguments, **options)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def quiet(sbn: Run, *arguments: str, **options: Any) -> str:
    done = sbn("-f", "quiet", *arguments, **options)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def workflow(sbn: Run, tmp_path: Path) -> str:
    nodes = tmp_path / "nodes.json"
    nodes.write_text(json.dumps([{"id": "a"}, {"id": "b"}]))
    create = ("lattice", "workflows", "create", "--name", "n", "--domain", "d", "--nodes-file", str(nodes))
    return quiet(sbn, *create, "--activate")


def test_contracts_are_written_without_a_request(sbn: Run, sbn_sandbox: Sandbox) -> None:
    given = ("--app-name", "pt web", "--gec-domain", "kinetic", "--frontier", "pushup")
    more = ("--accepted-actions", "A, A", "--action-weight", "A=0.5")
    assert answered(sbn, "frontier", "encode", *given, *more) == {
        "app_name": "pt_web",
        "gec_domain": "kinetic",
        "frontier": "pushup",
        "frontier_id": "kinetic.pushup",
        "phase_ref": "kinetic.pushup",
        "x_mode": "elapsed_time",
        "accepted_action_types": ["A", "A"],
        "action_weight_map": {"A": 0.5},
    }
    assert "\n" not in quiet(sbn, "frontier", "encode", *given)
    spec = answered(sbn, "frontier", "workflow-spec", *given, "--workflow", "w", "--pulse-type", "PGDAG")
    assert (spec["workflow"], spec["pulse_type"]) == ("w", "pgdag")
    assert sbn("frontier", "encode", *given, "--action-weight", "A=x").exit_code == 2
    assert sbn_sandbox.requests() == []


def test_a_card_from_its_registration_to_its_run(
    sbn: Run, sbn_sandbox: Sandbox, tmp_path: Path, workflow: str
) -> None:
    notes = tmp_path / "notes.json"
    notes.write_text('{"a": 1}')
    register = ("atlas", "cards", "register", "--domain", "x.y.v1", *FACTS, "--workflow", workflow)
    assert quiet(sbn, *register, "--notes-file", str(notes), "--c-max", "2") == "x.y.v1"
    body = sbn_sandbox.requests("atlas_register_card")[0]["body"]
    assert (body["card_id"], body["notes"], body["c_max"]) == ("x.y.v1", {"a": 1}, 2)
    assert quiet(sbn, "atlas", "cards", "list") == "x.y.v1"
    assert "x.y.v1" in sbn("atlas", "cards", "show", "x.y.v1").stdout
    file = tmp_path / "card.json"
    assert quiet(sbn, "atlas", "cards", "export", "x.y.v1", "--out", str(file)) == str(file)
    refused = sbn("atlas", "cards", "import", str(file))
    assert (refused.exit_code, "--supersede-existing" in refused.stderr) == (1, True)
    again = ("atlas", "cards", "import", str(file), "--supersede-existing", "--change-note", "n")
    assert answered(sbn, *again)["card_version"] == "2"
    assert sbn_sandbox.requests("atlas_version_card")[0]["body"]["c_max"] == 2
    version = ("atlas", "cards", "version", "x.y.v1", "--authored-by", "you", "--label", "L")
    assert answered(sbn, *version)["label"] == "L"
    run = ("atlas", "cards", "run", "x.y.v1", "--run-id", "r-1", "--input", "n=5", "--input", "t=text")
    assert quiet(sbn, *run, "--inputs-json", '{"n": 1, "m": 2}') == "r-1"
    body = sbn_sandbox.requests("atlas_run_card")[0]["body"]
    assert body["inputs"] == {"n": 5, "m": 2, "t": "text"}
    assert sbn(*run, "--config", "no-equals").exit_code == 2
    app = quiet(sbn, "atlas", "register", "-n", "n", "-f", "f", "--workflow", "w").split()[0]
    app_id = answered(sbn, "atlas", "apps")["apps"][0]["app_id"]
    assert app
    attach = ("atlas", "cards", "attach", "x.y.v1", "--app-id", app_id)
    assert quiet(sbn, *attach) == workflow
    assert "attached" in sbn("atlas", "bindings", "history", app_id, "--workflow", workflow).stdout
    missing = sbn("atlas", "cards", "register", "--domain", "z")
    assert (missing.exit_code, "--app-family" in missing.stderr) == (1, True)


def test_a_binding_is_restored(sbn: Run) -> None:
    app_id = answered(sbn, "atlas", "register", "-n", "n", "-f", "f", "--workflow", "w")["app_id"]
    binding = ("atlas", "bindings", "set", app_id, "-w", "w", "-f")
    assert quiet(sbn, *binding, "one.v1", "--pulse", "pgdag", "--events", "a, b") == "one.v1"
    assert quiet(sbn, *binding, "two.v1", "--history-action", "updated") == "two.v1"
    history = answered(sbn, "atlas", "bindings", "history", app_id, "--workflow", "w")["history"]
    assert [each["frontier_id"] for each in history] == ["two.v1", "one.v1"]
    restore = ("atlas", "bindings", "restore", app_id, "--workflow", "w", "--index")
    assert quiet(sbn, *restore, "2") == "one.v1"
    history = answered(sbn, "atlas", "bindings", "history", app_id, "--workflow", "w")["history"]
    assert (history[0]["action"], history[0]["event_types"]) == ("restored", ["a", "b"])
    assert sbn(*restore, "9").exit_code == 1
    assert sbn("atlas", "bindings", "history", "nope", "--workflow", "w").exit_code == 1


def test_queues_and_ledgers(sbn: Run, tmp_path: Path) -> None:
    assert quiet(sbn, "agent", "snap", "queue-summary") == "0"
    assert quiet(sbn, "twin", "snap", "process-queue") == "0"
    assert quiet(sbn, "agent", "snap", "queue-health", "--limit", "3") == "0"
    assert "submitted" in sbn("agent", "snap", "queue-summary").stdout
    assert sbn("receipts", "proof-ledger", "nope").exit_code == 1


def test_runs_and_their_evidence(sbn: Run, tmp_path: Path, workflow: str) -> None:
    template = answered(sbn, "lattice", "workflows", "template", workflow)
    assert [node["id"] for node in template["nodes"]] == ["a", "b"]
    register = ("atlas", "cards", "register", "--domain", "x.v1", *FACTS, "--workflow", workflow)
    assert quiet(sbn, *register) == "x.v1"
    assert quiet(sbn, "atlas", "cards", "run", "x.v1", "--run-id", "r-1") == "r-1"
    assert quiet(sbn, "lattice", "workflows", "runs", workflow) == "r-1"
    assert "r-1" in sbn("lattice", "workflows", "runs", workflow).stdout
    packet = tmp_path / "packet.json"
    evidence = ("lattice", "workflows", "evidence-packet", workflow, "r-1", "-o", str(packet))
    assert quiet(sbn, *evidence) == str(packet)
    verify = ("lattice", "workflows", "verify-packet")
    assert quiet(sbn, *verify, "--file", str(packet)) == "true"
    assert sbn("-f", "quiet", *verify, "--json", "{}").exit_code == 1
    assert sbn(*verify).exit_code == 1
    exported = tmp_path / "workflow.json"
    assert quiet(sbn, "lattice", "workflows", "export", workflow, "-o", str(exported)) == str(exported)
    assert quiet(sbn, "lattice", "workflows", "import", str(exported), "--activate").startswith("wf_")
    bundle = tmp_path / "bundle.json"
    bundle.write_text(json.dumps({"workflows": [json.loads(exported.read_text())["workflow"]] * 2}))
    assert len(quiet(sbn, "lattice", "workflows", "import", str(bundle)).split()) == 2


def test_reviews_and_hand_offs(sbn: Run, sbn_sandbox: Sandbox, tmp_path: Path) -> None:
    one, two = (quiet(sbn, "agent", "reality", "facts", "create", "same") for _ in range(2))
    suggestion = quiet(sbn, "reality", "review-queue", "list")
    assert quiet(sbn, "reality", "review-queue", "resolve", suggestion, "--action", "dismiss") == suggestion
    review = ("reality", "facts", "review", two, "--action")
    assert quiet(sbn, *review, "discard", "--note", "n") == two
    assert sbn_sandbox.requests("reality_review_fact")[0]["body"] == {"action": "reject", "note": "n"}
    assert quiet(sbn, *review, "merge", "--target-fact-id", one) == two
    for wrong in ("merge", "shred"):
        assert sbn(*review, wrong).exit_code == 1
    assert sbn("reality", "review-queue", "resolve", "q", "--action", "merge").exit_code == 1
    assert len(sbn_sandbox.requests("reality_review_fact")) == 2
    for step in ("promote", "handoff", "submit"):
        assert quiet(sbn, "reality", "facts", step, one, "--note", "n") == one
    piece = tmp_path / "piece.json"
    piece.write_text(json.dumps({"fact_id": one}))
    evidence = answered(sbn, "agent", "reality", "evidence", "ingest", str(piece))["evidence"][0][
        "evidence_id"
    ]
    for step in ("get", "promote", "handoff", "submit"):
        assert quiet(sbn, "reality", "evidence", step, evidence) == evidence
    assert "Submitted" in sbn("reality", "operations", "list").stdout
