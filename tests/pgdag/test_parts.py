"""The parts of the kernel, each by itself."""

from __future__ import annotations

import asyncio
import logging
import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pgdag
import pytest
from pgdag import (
    CdnaRecord,
    ChainHealthTracker,
    Checkpoint,
    DAGEdge,
    DAGNode,
    DAGTemplate,
    EdgeEmitter,
    EntityReducer,
    EvidenceChainManager,
    HandoffEnvelope,
    IdempotencyGate,
    InterruptionHandler,
    InterruptionSignal,
    MutationStrategy,
    MutationTrigger,
    PGDAGRunner,
    Progress,
    ProofArtifact,
    ProofStatus,
    ProofWriter,
    Reducer,
    ReducerStatus,
    RemoteError,
    RemoteFailure,
    RunFinished,
    RunStarted,
    StepContext,
    StepEnvelope,
    StepEnvelopeBuilder,
    StepFinished,
    StepRunner,
    StepStarted,
    StepWaiting,
    WaitForEvent,
    build,
    build_handoff,
    canonical_fingerprint,
    merkle_root,
    render_mermaid,
    render_text,
    validate_upstream_proof,
)
from pgdag.cdna import mutated
from pgdag.envelope import canonical_text

from tests.pgdag.graphs import Steps, diamond, template

Json = dict[str, Any]
COMPLETED, FAILED, STOPPED = ProofStatus


def proof(step: str, status: ProofStatus = COMPLETED, **changes: Any) -> ProofArtifact:
    return replace(ProofArtifact(step, "1.0", "in", "out", f"hash-{step}", "ref", status), **changes)


def test_importing_it_loads_no_client_and_no_engine() -> None:
    script = (
        "import sys, pgdag\n"
        "early = set(sys.modules)\n"
        "for name in pgdag.__all__: getattr(pgdag, name)\n"
        "print(*(name.partition('.')[0] for name in sys.modules), '|', *early)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    late, early = (set(part.split()) for part in done.stdout.split("|"))
    assert not late & {"httpx", "sbn", "sbn_api", "attr", "attrs", "sqlalchemy"}
    assert not early & {"asyncio", "pgdag.dag", "pgdag.runner"}


def test_names_are_at_home() -> None:
    assert pgdag.KERNEL_VERSION == "0.9.0"
    assert set(pgdag.__all__) <= set(dir(pgdag))
    homes = {
        "pgdag.artifact": "ProofArtifact ProofStatus ProofWriter SealBackend LocalSealBackend SbnSealBackend",
        "pgdag.chains": "EvidenceChainManager ChainHealthTracker ChainEntry ChainState chain_id",
        "pgdag.dag": "DAGTemplate DAGNode DAGEdge RunResult DAGResult NodeResult WaitForEvent PGDAGRunner",
        "pgdag.edges": "EdgeEmitter",
        "pgdag.entity": "EntityReducer EntityState EntityCheckpoint",
        "pgdag.envelope": "StepEnvelope StepEnvelopeBuilder canonical_fingerprint SnapChoreCapture",
        "pgdag.factory": "build ExecutionLayer",
        "pgdag.gate": "IdempotencyGate SnapChoreDiscover",
        "pgdag.handoff": "HandoffEnvelope build_handoff validate_upstream_proof",
        "pgdag.interrupt": "InterruptionHandler InterruptionSignal",
        "pgdag.reducer": "Reducer ReducerStatus RunState merkle_root",
        "pgdag.runner": "PGDAGRunner StepRunner StepContext StepFn",
    }
    for home, names in homes.items():
        module = __import__(home, fromlist=["x"])
        for name in names.split():
            assert getattr(module, name) is getattr(pgdag, name), (home, name)
    with pytest.raises(AttributeError, match="no attribute 'WorkClaimer'"):
        pgdag.WorkClaimer  # noqa: B018


@pytest.mark.parametrize(
    ("value", "text", "starts"),
    [
        ({"a": float("nan")}, '{"a":NaN}', "0ce896293703c004"),
        (
            {"t": datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)},
            '{"t":"2024-01-02 03:04:05+00:00"}',
            "eb0f1a70b5ef5f79",
        ),
        ({"d": Decimal("1.10")}, '{"d":"1.10"}', "7ea3b4dc83e0ec0d"),
        ({"b": b"x"}, '{"b":"b\'x\'"}', "7b40f86d38e75bff"),
        ({10: "y", 2: "x"}, '{"2":"x","10":"y"}', "1e9f8ed4d9a48aad"),
    ],
)
def test_what_json_does_not_know_has_a_fingerprint(value: Any, text: str, starts: str) -> None:
    assert canonical_text(value) == text
    assert canonical_fingerprint(value).startswith(starts)


def test_mixed_keys_have_none() -> None:
    with pytest.raises(TypeError):
        canonical_fingerprint({"a": 1, 2: 1})


@pytest.mark.parametrize(
    ("given", "edge_type"),
    [
        ({}, "sequence"),
        ({"condition": "never"}, "never"),
        ({"condition": ""}, "sequence"),
        ({"edge_type": "fork", "condition": "never"}, "fork"),
    ],
)
def test_edges(given: Json, edge_type: str) -> None:
    assert DAGEdge("a", "b", **given).edge_type == edge_type


def test_templates_accept_everything() -> None:
    flow = template(["a", "b", "a"], [("a", "b"), ("ghost", "b"), ("b", "nowhere")])
    assert flow.node_ids == ["a", "b", "a"]
    assert flow.dependency_map() == {"a": set(), "b": {"a", "ghost"}}
    assert flow.ready_steps([]) == ["a", "a"]
    assert flow.waves() == [["a", "a"]]
    linear = template("aba")
    assert linear.dependency_map() == {"a": set(), "b": set()}
    assert (linear.ready_steps(["a"]), linear.ready_steps({"a", "b"})) == (["b"], [])
    assert DAGTemplate("empty").is_linear


def test_a_node_listed_twice_has_one_proof_and_two_leaves() -> None:
    steps = Steps(["a", "b"])
    flow = template(["a", "b", "a"], [("a", "b")])
    for limit in (1, 2):
        runner = PGDAGRunner(max_concurrency=limit)
        runner.register_steps(steps())
        result = asyncio.run(runner.execute(flow, {"x": 1}))
        leaves = [result.proofs[node].proof_hash for node in "aba"]
        assert result.merkle_root_hash == merkle_root(leaves)
    # It writes into its inputs: one at a time, the second occurrence sees that and runs too.
    assert steps.called == ["a", "a", "b", "a", "b"]


@pytest.mark.parametrize(
    ("statuses", "status", "pending"),
    [
        ([COMPLETED, COMPLETED], ReducerStatus.COMPLETE, None),
        ([COMPLETED], ReducerStatus.PARTIAL, "b"),
        ([], ReducerStatus.PARTIAL, "a"),
        ([COMPLETED, FAILED], ReducerStatus.FAILED, None),
        ([FAILED, STOPPED], ReducerStatus.INTERRUPTED, None),
    ],
)
def test_what_proofs_amount_to(
    statuses: list[ProofStatus], status: ReducerStatus, pending: str | None
) -> None:
    reducer = Reducer(["a", "b"], "r")
    state = reducer.fold_many(proof(step, each) for step, each in zip("ab", statuses, strict=False))
    assert (state.status, state.pending_from, state.run_id) == (status, pending, "r")
    assert state.all_sealed_steps == set("ab"[: len(statuses)])
    assert state.merkle_root_hash == merkle_root([f"hash-{step}" for step in "ab"[: len(statuses)]])
    written = state.to_dict()
    assert "proofs" not in written
    assert written["status"] == status.value
    reducer.reset()
    assert reducer.state().proofs == {}


def test_a_step_may_be_in_two_lists() -> None:
    reducer = Reducer(["b", "a"])
    reducer.fold(proof("a", FAILED, metrics={"m": 1, "n": 1}))
    reducer.fold(proof("interrupted", STOPPED))
    state = reducer.fold(proof("a", metrics={"m": 2}))
    assert (state.completed_steps, state.failed_steps, state.interrupted_steps) == (
        ["a"],
        ["a"],
        ["interrupted"],
    )
    assert (state.metrics, state.last_completed_step) == ({"m": 2, "n": 1}, "a")
    assert state.merkle_root_hash == "hash-a"


def test_proofs_can_be_written_and_read() -> None:
    one = proof("a", FAILED, metrics={"error": "boom"})
    assert ProofArtifact.from_dict(one.to_dict()) == one
    assert (one.idempotency_key, one.succeeded) == ("in:a:1.0", False)
    assert pickle.loads(pickle.dumps(one)) == one
    for change, says in (
        ({"status": "lost"}, "'lost' is not a valid ProofStatus"),
        ({"created_at": "soon"}, "this is no proof: Invalid isoformat"),
        ({"metrics": 1}, "this is no proof"),
    ):
        with pytest.raises(ValueError, match=says):
            ProofArtifact.from_dict({**one.to_dict(), **change})
    with pytest.raises(ValueError, match="a proof needs 'step_id'"):
        ProofArtifact.from_dict({})


def test_the_gate() -> None:
    gate, one = IdempotencyGate(), proof("a", FAILED)
    assert gate.check("in", "a", "1.0") is None
    gate.store(one)
    assert gate.check("in", "a", "1.0") is one
    assert gate.check("in", "a", "2.0") is None
    assert gate.size == 1
    gate.discard(one)
    gate.discard(one)
    assert gate.size == 0
    gate.store(one)
    gate.clear()
    assert gate.size == 0


def test_the_interruption_handler() -> None:
    async def use() -> None:
        handler = InterruptionHandler()
        assert not await handler.wait(0)
        waiting = asyncio.create_task(handler.wait())
        await asyncio.sleep(0)
        handler.trigger(signal)
        assert await waiting
        assert await handler.wait()
        assert (handler.is_triggered, handler.signal) == (True, signal)
        handler.reset()
        assert (handler.is_triggered, handler.signal) == (False, None)

    signal = InterruptionSignal("kill", "feedface")
    asyncio.run(use())
    made = InterruptionHandler().build_interruption_proof(None, "r", "1.0")
    assert (made.inputs_fingerprint, made.proof_hash, made.metrics["signal"]) == ("interrupt:r:", "", {})
    assert sorted(signal.to_dict()) == ["reason", "received_at", "signal_hash", "signal_type", "source"]


def test_a_step_by_itself() -> None:
    calls = []

    async def step(context: StepContext) -> Any:
        calls.append(context.inputs)
        if context.inputs.get("fail"):
            raise RuntimeError("boom")
        return None

    async def use() -> None:
        gate = IdempotencyGate()
        runner = StepRunner(StepEnvelopeBuilder(), ProofWriter(), gate)
        first = await runner.run("a", "1", step, StepContext({"x": 1}), metrics={"m": 1})
        assert (first.status, first.metrics) == (COMPLETED, {"m": 1})
        assert await runner.run("a", "1", step, StepContext({"x": 1})) is first
        broken = await runner.run("a", "1", step, StepContext({"fail": 1}), metrics={"error": "mine"})
        assert (broken.status, broken.metrics) == (FAILED, {"error": "mine"})
        assert broken.outputs_fingerprint == canonical_fingerprint({"error": "boom"})
        free = StepRunner(StepEnvelopeBuilder(), ProofWriter())
        await free.run("a", "1", step, StepContext({"x": 1}))
        assert (len(calls), gate.size) == (3, 2)

    asyncio.run(use())


@pytest.mark.parametrize(
    ("returned", "error"),
    [
        (lambda context: {"a": 1}, "object dict can't be used in 'await' expression"),
        (lambda context: asyncio.sleep(0, {"a": 1, 2: 1}), "'<' not supported between instances"),
    ],
)
def test_steps_that_are_no_steps_fail(returned: Any, error: str) -> None:
    runner = PGDAGRunner()
    runner.register_step("a", returned)
    result = asyncio.run(runner.execute(template("a"), {}))
    assert str(result.node_results["a"].error).startswith(error)


def test_which_domain_and_version_count() -> None:
    sealed = []

    class Backend:
        def seal_envelope(self, envelope: StepEnvelope, **options: Any) -> Json:
            sealed.append((envelope.spec_version, options["domain"]))
            return {"proof_hash": "h", "block_ref": "r"}

    async def step(context: StepContext) -> Json:
        return {}

    runner = StepRunner(StepEnvelopeBuilder(), ProofWriter(Backend()), domain="runner")
    for domain in ("", "template"):
        asyncio.run(runner.run("a", "7", step, StepContext({}), domain=domain))
    assert sealed == [("7", "runner"), ("7", "template")]


def test_chains_show_what_was_changed() -> None:
    chains = EvidenceChainManager()
    tracker = ChainHealthTracker(chains)
    for name in ("one", "two", "one"):
        tracker.register_chain(name)
        chains.append(name, proof("a"), "r")
    chains.ensure_chain("three")
    assert chains.chain_ids() == ["one", "two", "three"]
    assert chains.get_chain("none").length == 0
    assert [report.healthy for report in tracker.verify_all()] == [True, True]
    entries = chains.get_chain("one").entries
    entries[0].metadata["k"] = 1
    assert not tracker.any_broken()
    entries[1].proof_hash = "changed"
    assert chains.verify("one").error == "entry_hash mismatch at seq 1"
    entries[1].prev_hash = "changed"
    assert chains.verify("one").error == "prev_hash mismatch at seq 1"
    assert tracker.any_broken()
    chains.restore("one", [("a", "hash-a"), ("a", "hash-a")], "r")
    assert chains.verify("one").healthy
    assert chains.get_chain("two").head_hash != chains.get_chain("one").head_hash


def test_entities_add_up() -> None:
    entity = EntityReducer("employee", "7", object())
    assert entity.latest_checkpoint() is None
    for _ in range(2):
        state = entity.fold_run("r", [proof("a"), proof("interrupted", STOPPED)], 2.5)
    assert (state.total_runs, state.total_failed, state.total_amount, state.run_ids) == (
        2,
        2,
        5.0,
        ["r", "r"],
    )
    last = entity.latest_checkpoint()
    assert last is not None
    assert last.sequence == 1
    assert not entity.verify_checkpoint(replace(last, total_amount=6.0))
    entity.reset()
    assert (entity.state().total_runs, entity.state().run_ids, entity.checkpoints()) == (0, [], [])


def test_handoffs_are_checked_as_far_as_is_known() -> None:
    handoff = build_handoff(source_product="p", source_template="t", source_run_id="r", payload={"a": 1})
    assert "payload" not in handoff.to_dict()
    assert handoff.to_dict()["payload_hash"] == handoff.payload_hash
    assert not validate_upstream_proof(HandoffEnvelope("p", "t", "r"))
    with pytest.raises(TypeError, match="source_run_id"):
        build_handoff(source_product="p", source_template="t")  # type: ignore[call-arg]
    assert not validate_upstream_proof(replace(handoff, payload={}))
    changed = replace(handoff, source_run_id="another")
    assert validate_upstream_proof(changed)
    assert not validate_upstream_proof(changed, strict=True)

    class SnapChore:
        def __init__(self, answer: Any) -> None:
            self.answer = answer

        def verify(self, handoff_hash: str) -> Any:
            assert handoff_hash == handoff.handoff_hash
            return self.answer

    for answer, loose, strict in (
        ({"verified": True}, True, True),
        ({"verified": False}, False, False),
        ({}, True, False),
    ):
        assert validate_upstream_proof(handoff, snapchore=SnapChore(answer)) is loose
        assert validate_upstream_proof(handoff, snapchore=SnapChore(answer), strict=True) is strict


def test_edges_of_the_lattice() -> None:
    sent = []

    class Lattice:
        async def create_edge(self, **edge: Any) -> str:
            sent.append(edge)
            return "made"

    handoff = build_handoff(
        source_product="p", source_template="t", source_run_id="r", target_product="q", target_template="u"
    )
    emitter = EdgeEmitter(Lattice(), "finance")
    assert asyncio.run(emitter.emit_handoff(handoff)) == "made"
    assert asyncio.run(emitter.emit("t", proof("a"), "r", note=1)) == "made"
    assert sent[0] == {
        "source_id": "p.t", "target_id": "q.u", "edge_type": "TRIGGERS", "weight": 1.0,
        "meta": {"handoff_hash": handoff.handoff_hash, "source_run_id": "r", "source_merkle_root": ""},
    }  # fmt: skip
    assert sent[1]["meta"] == {
        "run_id": "r", "domain": "finance", "step_id": "a", "block_ref": "ref", "note": 1,
    }  # fmt: skip
    assert (emitter.enabled, EdgeEmitter().enabled) == (True, False)
    assert asyncio.run(EdgeEmitter().emit("t", proof("a"))) is None


def test_the_factory() -> None:
    layer = build(domain="finance", spec_version="2.0")
    assert layer.gate is layer.runner.idempotency_gate
    assert layer.interruption is layer.runner.interruption_handler
    assert layer.writer is layer.runner.proof_writer
    assert (layer.edge_emitter, layer.domain, layer.spec_version) == (None, "finance", "2.0")
    assert layer.entity("employee", "7").state().entity_id == "7"
    handoff = layer.handoff(source_product="p", source_template="t", source_run_id="r")
    assert handoff.handoff_hash
    assert (
        asyncio.run(layer.ahandoff(source_product="p", source_template="t", source_run_id="r")).payload == {}
    )
    layer.runner.register_steps(Steps(["a"])())
    result = asyncio.run(layer.runner.execute(template("a"), {}))
    assert result.proofs["a"].spec_version == "2.0"
    assert layer.chains.chain_ids() == []


def test_cdna_of_any_shape() -> None:
    trigger = MutationTrigger(MutationStrategy.DRIFT_CORRECTION, 0.1, 0.9)
    once = mutated(CdnaRecord("e", "alpha"), trigger)
    twice = mutated(once, trigger)
    assert (once.cdna[:9], twice.cdna[:12]) == ("alpha:g1:", "alpha:g1:g2:")
    assert twice.spec_version == "0.3.0"
    assert mutated(CdnaRecord("e", "a:b", 0, "x.y"), trigger).spec_version == "0.2.0"
    assert mutated(CdnaRecord("e", "a:b", 0, "1.2.3.4"), trigger).spec_version == "1.3.0"


def test_errors_can_be_pickled_and_read() -> None:
    failure = RemoteFailure("seal", OSError(""), "a")
    assert str(failure) == "seal (step a): OSError"
    error = pickle.loads(pickle.dumps(RemoteError([failure, RemoteFailure("close_slot", OSError("gone"))])))
    assert str(error) == "seal (step a): OSError; close_slot: gone; nothing was run"
    wait = WaitForEvent("kind", "key", {"a": 1})
    wait.node_id = "b"
    again = pickle.loads(pickle.dumps(wait))
    assert (str(again), again.partial_outputs) == ("b waits for kind key", {"a": 1})
    assert str(WaitForEvent("kind", "key")) == "a step waits for kind key"


def events_of(limit: int, hook_fails: bool = False) -> list[Progress]:
    seen: list[Progress] = []

    async def hook(event: Progress) -> None:
        seen.append(event)
        if hook_fails:
            raise RuntimeError("nobody is looking")

    async def twice() -> None:
        def wait(context: StepContext) -> None:
            if context.node_id == "d":
                raise WaitForEvent("kind", "key")

        runner = PGDAGRunner(max_concurrency=limit)
        runner.register_steps(Steps(list("abcd"), wait)())
        runner.idempotency_gate.store(proof("a", inputs_fingerprint=canonical_fingerprint({"x": 1})))
        await runner.execute(diamond(), {"x": 1}, run_id="r", progress=hook)

    asyncio.run(twice())
    return seen


def test_progress_is_told() -> None:
    seen = events_of(1)
    assert [type(event) for event in seen] == [
        RunStarted, StepStarted, StepFinished, StepStarted, StepFinished, StepStarted, StepFinished,
        StepStarted, StepWaiting, RunFinished,
    ]  # fmt: skip
    assert seen[0] == RunStarted("r", "flow", 4, 0)
    finished = [event for event in seen if isinstance(event, StepFinished)]
    assert [(event.step_id, event.reused) for event in finished] == [("a", True), ("b", False), ("c", False)]
    last = seen[-1]
    assert isinstance(last, RunFinished)
    assert last.result.waiting
    assert len(events_of(2)) == len(seen)


def test_a_hook_that_fails_is_logged_and_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR, "pgdag")
    assert len(events_of(1, hook_fails=True)) == 10
    assert caplog.records[0].getMessage() == "the progress hook failed on RunStarted"
    assert "nobody is looking" in caplog.text


def states_of() -> tuple[DAGTemplate, Any, Checkpoint]:
    saved: list[Checkpoint] = []

    def stop(context: StepContext) -> None:
        if context.node_id == "c":
            raise WaitForEvent("kind", "key")

    flow = diamond()
    runner = PGDAGRunner()
    runner.register_steps(Steps(list("abcd"), stop)())
    result = asyncio.run(runner.execute(flow, {}, save=saved.append))
    return flow, result, saved[-1]


def test_a_template_as_text() -> None:
    flow, result, saved = states_of()
    drawn = (
        "flow\n"
        "  1  [+] a  completed\n"
        "  2  [+] b  completed  after a\n"
        "  2  [~] c  waiting  after a\n"
        "  3  [ ] d  pending  after b, c"
    )
    assert render_text(flow, result) == render_text(flow, saved) == drawn
    odd = template(["a", "b", "x"], [("b", "a"), ("a", "b"), ("ghost", "x")])
    odd.nodes[0].label = "first\nstep"
    assert render_text(odd, {"x": "failed"}) == (
        "flow\n"
        "  -  [ ] a (first step)  pending  after b  never ready\n"
        "  -  [ ] b  pending  after a  never ready\n"
        "  -  [!] x  failed  after ghost  never ready"
    )


def test_a_template_as_mermaid() -> None:
    flow, result, saved = states_of()
    lines = render_mermaid(flow, result).splitlines()
    assert lines[:9] == [
        "flowchart TD",
        '    n0["a"]:::completed',
        '    n1["b"]:::completed',
        '    n2["c"]:::waiting',
        '    n3["d"]:::pending',
        "    n0 --> n1",
        "    n0 --> n2",
        "    n1 --> n3",
        "    n2 --> n3",
    ]
    assert all(line.startswith("    classDef ") for line in lines[9:])
    assert render_mermaid(flow, saved) == "\n".join(lines)
    linear = render_mermaid(template("ab"))
    assert "n0 --> n1" in linear


@pytest.mark.parametrize(
    "text", ['a"]', "end", "x;y", "`code`", "<b>", "#quot;", "a\nb", "|", "{}", "%%", "é ☃"]
)
def test_labels_cannot_break_out_of_a_drawing(text: str) -> None:
    flow = DAGTemplate("t", nodes=[DAGNode("n", text), DAGNode(text)], edges=[DAGEdge("n", text, text)])
    flow.edges.append(DAGEdge(text + "?", "n"))
    lines = [line for line in render_mermaid(flow).splitlines() if "classDef" not in line]
    assert len(lines) == 6
    label = lines[1].removeprefix('    n0["').removesuffix('"]:::pending')
    assert not set(label) & set('"[]<>`|{}%\n')
    shown = ""
    for part in label.replace("#", "\0#").split("\0"):
        number, _, rest = part.removeprefix("#").partition(";") if part.startswith("#") else ("", "", part)
        shown += (chr(int(number)) if number else "") + rest
    assert shown == text
    assert lines[2] == f'    n1["{label}"]:::pending'
    assert lines[3].endswith(":::unknown")
    assert lines[4] == (f'    n0 -->|"{label}"| n1')
    assert lines[5] == "    n2 --> n0"


def test_an_empty_label_is_drawn() -> None:
    assert render_mermaid(template([""])).splitlines()[1] == '    n0["#160;"]:::pending'
