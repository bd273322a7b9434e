"""The kernel and the client of the network, over HTTP, in sync and async."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from clientkit_sandbox import Sandbox
from pgdag import (
    BlockingCallError,
    Checkpoint,
    ExecutionLayer,
    IdempotencyGate,
    InterruptionSignal,
    PGDAGRunner,
    ProofArtifact,
    ProofStatus,
    ReducerStatus,
    RemoteError,
    RunResult,
    SbnSealBackend,
    SnapChoreCapture,
    SnapChoreDiscover,
    StepContext,
    StepEnvelope,
    avalidate_upstream_proof,
    build,
    canonical_fingerprint,
    chain_id,
    validate_upstream_proof,
)
from pgdag.handoff import handoff_record
from sbn import AsyncSbnClient, SbnClient

from tests.pgdag.graphs import Steps, diamond, template

Json = dict[str, Any]
BOUND = 20


@pytest.fixture(params=["sync", "async"])
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(sbn_sandbox: Sandbox) -> Iterator[SbnClient]:
    """A client to look with at what arrived."""
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        yield client


@pytest.fixture
def play(mode: str, sbn_sandbox: Sandbox) -> Callable[..., Any]:
    """Build the kernel with a client of either mode and do something with it."""

    @asynccontextmanager
    async def client() -> Any:
        if mode == "sync":
            with SbnClient(base_url=sbn_sandbox.base_url, timeout=30, max_retries=0) as blocking:
                blocking.authenticate_api_key(sbn_sandbox.api_key)
                yield blocking
        else:
            async with AsyncSbnClient(
                base_url=sbn_sandbox.base_url, timeout=30, max_retries=0
            ) as asynchronous:
                asynchronous.authenticate_api_key(sbn_sandbox.api_key)
                yield asynchronous

    def play(do: Callable[[ExecutionLayer, Any], Awaitable[Any]], **options: Any) -> Any:
        async def main() -> Any:
            async with client() as made:
                lattice = made.lattice if options.pop("lattice", False) else None
                return await do(build(sbn_client=made, lattice_client=lattice, **options), made)

        return asyncio.run(main())

    return play


def diamond_run(
    steps: Steps | None = None, **options: Any
) -> Callable[[ExecutionLayer, Any], Awaitable[RunResult]]:
    async def do(layer: ExecutionLayer, client: Any) -> RunResult:
        layer.runner.register_steps((steps or Steps(list("abcd")))())
        return await layer.runner.execute(diamond(), {"x": 1}, run_id="run-7", actor="bot", **options)

    return do


def calls(sandbox: Sandbox) -> list[str]:
    return [request["operation"] for request in sandbox.requests()]


@pytest.mark.parametrize("options", [{}, {"strict": True}, {"strict": True, "max_concurrency": 3}])
def test_a_run_leaves_its_traces(play: Any, reader: SbnClient, sbn_sandbox: Sandbox, options: Json) -> None:
    result: RunResult = play(diamond_run(), **options)
    assert (result.status, result.remote_errors) == (ReducerStatus.COMPLETE, [])
    assert result.slot_id is not None
    assert not result.slot_id.startswith("local-")
    blocks = reader.bitblocks.list(result.slot_id)
    for block in blocks.bitblocks:
        proof = result.proofs[block.payload["step_id"]]
        assert block.payload["proof_hash"] == proof.proof_hash
        assert block.payload["status"] == "completed"
        assert (block.id, block.block_type, block.domain) == (proof.block_ref, "Action", "general")
        # The seal is in the ledger.
        assert reader.snapchore.discover(proof.proof_hash)["hash"] == proof.proof_hash
    assert sorted(block.payload["step_id"] for block in blocks.bitblocks) == list("abcd")
    name = chain_id("flow", "run-7")
    chain = reader.snapchore.get_chain(name)
    order = [entry["metadata"]["step_id"] for entry in chain["entries"]]
    # In the order in which the steps ended; those of a wave run next to each other.
    assert (order[0], sorted(order[1:3]), order[3:]) == ("a", ["b", "c"], ["d"])
    assert reader.snapchore.verify_chain(name)["valid"]
    (opened,) = sbn_sandbox.requests("gateway_create_slot")
    body = json.loads(opened["body"]) if isinstance(opened["body"], str) else opened["body"]
    assert (body["worker_id"], body["task_type"]) == ("bot", "flow")
    assert body["metadata"] == {
        "slot_type": "execution", "run_id": "run-7", "template": "flow", "actor": "bot",
    }  # fmt: skip
    assert calls(sbn_sandbox).count("snapchore_create_chain") == 1
    assert calls(sbn_sandbox).count("gateway_close_slot") == 1
    assert result.slot_receipt_id is not None
    assert reader.gateway.fetch_receipt(result.slot_receipt_id).id == result.slot_receipt_id


def test_a_strict_run_sends_proofs_and_no_data(play: Any, sbn_sandbox: Sandbox) -> None:
    play(diamond_run(), strict=True)
    assert set(calls(sbn_sandbox)) == {
        "gateway_create_slot", "snapchore_create_chain", "snapchore_seal", "bitblocks_submit",
        "snapchore_append_to_chain", "gateway_close_slot",
    }  # fmt: skip


@pytest.mark.parametrize("discover", [False, True])
def test_what_was_captured_is_never_taken_for_what_was_done(
    play: Any, sbn_sandbox: Sandbox, discover: bool
) -> None:
    for _ in range(2):
        steps = Steps(list("abcd"))
        assert play(diamond_run(steps), discover=discover).success
        assert steps.called == list("abcd")
    assert calls(sbn_sandbox).count("snapchore_discover") == (8 if discover else 0)
    assert "snapchore_capture" in calls(sbn_sandbox)


FAULTS = [
    ("snapchore_seal", "seal"),
    ("bitblocks_submit", "submit"),
    ("snapchore_create_chain", "create_chain"),
    ("snapchore_append_to_chain", "append_to_chain"),
    ("gateway_close_slot", "close_slot"),
]


@pytest.mark.parametrize(("operation", "method"), FAULTS)
@pytest.mark.parametrize("strict", [False, True])
def test_a_failure_is_reported_and_loses_nothing(
    play: Any,
    sbn_sandbox: Sandbox,
    caplog: pytest.LogCaptureFixture,
    operation: str,
    method: str,
    strict: bool,
) -> None:
    sbn_sandbox.fault("status", status=500, operation=operation)
    steps = Steps(list("abcd"))
    if strict:
        with pytest.raises(RemoteError, match=method) as caught:
            play(diamond_run(steps), strict=True)
        result = caught.value.result
        assert result is not None
        assert list(caught.value.failures) == result.remote_errors
    else:
        result = play(diamond_run(steps))
    assert (result.success, steps.called) == (True, list("abcd"))
    (failure, *rest) = result.remote_errors
    assert failure.operation == method
    assert failure.to_dict()["error_type"] == "SbnServerError"
    # Without a chain there is nothing to append to; nothing else follows from a failure.
    assert {each.operation for each in rest} <= ({"append_to_chain"} if method == "create_chain" else set())
    assert f"the network failed: {method}" in caplog.text
    if method == "submit":
        assert result.proofs["a"].block_ref.startswith("unpublished:")
        assert failure.step_id == "a"
    if method == "seal":
        assert len(result.proofs["a"].proof_hash) == 64


def test_without_a_slot_a_run_is_local(play: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("html", operation="gateway_create_slot")
    steps = Steps(list("abcd"))
    result = play(diamond_run(steps))
    assert (result.success, steps.called) == (True, list("abcd"))
    assert result.slot_id.startswith("local-")
    assert [error.operation for error in result.remote_errors] == ["create_slot", *["submit"] * 4]
    assert "bitblocks_submit" not in calls(sbn_sandbox)
    assert "gateway_close_slot" not in calls(sbn_sandbox)


def test_without_a_slot_a_strict_run_does_not_begin(play: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("reset", operation="gateway_create_slot")
    steps = Steps(list("abcd"))
    with pytest.raises(RemoteError, match=r"create_slot: .*; nothing was run") as caught:
        play(diamond_run(steps), strict=True)
    assert caught.value.result is None
    assert steps.called == []


def test_a_strict_run_that_ends_with_an_error_closes_its_slot(play: Any, sbn_sandbox: Sandbox) -> None:
    class Stop(BaseException):
        pass

    def give_up(context: StepContext) -> None:
        raise Stop

    for faulty in (False, True):
        if faulty:
            sbn_sandbox.fault("status", status=500, operation="gateway_close_slot")
        with pytest.raises(Stop) as caught:
            play(diamond_run(Steps(list("abcd"), give_up)), strict=True)
        assert any("close_slot" in note for note in getattr(caught.value, "__notes__", [])) is faulty
    assert calls(sbn_sandbox).count("gateway_close_slot") == 2


def test_a_failed_step_is_published_as_what_it_is(play: Any, reader: SbnClient) -> None:
    def fail(context: StepContext) -> None:
        raise RuntimeError("boom")

    result = play(diamond_run(Steps(list("abcd"), fail)), strict=True)
    (block,) = reader.bitblocks.list(result.slot_id).bitblocks
    assert (block.payload["status"], block.payload["score"], block.payload["reinforced"]) == (
        "failed",
        0.0,
        False,
    )


def test_a_run_goes_on_in_its_slot_and_chain(play: Any, reader: SbnClient, sbn_sandbox: Sandbox) -> None:
    saves: list[str] = []

    def save(checkpoint: Checkpoint) -> None:
        saves.append(json.dumps(checkpoint.to_dict()))
        if len(saves) == 3:
            raise OSError("the process dies")

    with pytest.raises(OSError, match="the process dies"):
        play(diamond_run(save=save), strict=True)

    async def resume(layer: ExecutionLayer, client: Any) -> RunResult:
        layer.runner.register_steps(Steps(list("abcd"))())
        result = await layer.runner.resume(diamond(), Checkpoint.from_dict(json.loads(saves[-1])))
        assert layer.chains.get_chain(chain_id("flow", "run-7")).length == 4
        return result

    result: RunResult = play(resume, strict=True)
    assert (result.success, result.remote_errors) == (True, [])
    assert calls(sbn_sandbox).count("gateway_create_slot") == 1
    assert len(reader.bitblocks.list(str(result.slot_id)).bitblocks) == 4
    chain = reader.snapchore.get_chain(chain_id("flow", "run-7"))
    assert [entry["metadata"]["sequence"] for entry in chain["entries"]] == [0, 1, 2, 3]
    previous = ""
    for entry in chain["entries"]:
        assert entry["metadata"]["prev_hash"] == previous
        previous = entry["metadata"]["entry_hash"]


def test_proofs_become_edges(play: Any, reader: SbnClient) -> None:
    result: RunResult = play(diamond_run(), lattice=True, domain="finance")
    assert result.remote_errors == []
    edges = reader.lattice.list_edges(source_id="flow.a")
    assert [(edge["target_id"], edge["edge_type"]) for edge in edges] == [
        (result.proofs["a"].proof_hash, "PRODUCES")
    ]
    assert edges[0]["meta"] == {
        "run_id": "run-7", "domain": "finance", "step_id": "a", "block_ref": result.proofs["a"].block_ref,
    }  # fmt: skip


def test_an_edge_that_fails_is_reported(play: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("status", status=500, operation="lattice_create_edge")
    result = play(diamond_run(), lattice=True)
    assert [error.operation for error in result.remote_errors] == ["create_edge"]


def test_handoffs_are_sealed_and_checked(play: Any, sbn_sandbox: Sandbox, mode: str) -> None:
    facts: Json = {
        "source_product": "grid", "source_template": "flow", "source_run_id": "r",
        "target_product": "dominion", "target_template": "payroll", "payload": {"total": 10.5},
    }  # fmt: skip

    async def hand_over(layer: ExecutionLayer, client: Any) -> None:
        handoff = await layer.ahandoff(**facts)
        assert handoff.handoff_hash != canonical_fingerprint(handoff_record(handoff))
        changed = replace(handoff, source_run_id="another")
        for strict in (False, True):
            check = {"snapchore": client.snapchore, "strict": strict}
            assert await avalidate_upstream_proof(handoff, **check)
            assert not await avalidate_upstream_proof(changed, **check)
            assert not await avalidate_upstream_proof(replace(handoff, payload={}), **check)
        sbn_sandbox.fault("status", status=500, times=2, operation="snapchore_verify")
        assert await avalidate_upstream_proof(handoff, snapchore=client.snapchore)
        assert not await avalidate_upstream_proof(handoff, snapchore=client.snapchore, strict=True)
        sbn_sandbox.fault("status", status=500, operation="snapchore_seal")
        kept = await layer.ahandoff(**facts)
        assert kept.handoff_hash == canonical_fingerprint(handoff_record(kept))
        if mode == "sync":
            assert layer.handoff(**facts).handoff_hash == handoff.handoff_hash
            assert validate_upstream_proof(handoff, snapchore=client.snapchore, strict=True)
        else:
            with pytest.raises(BlockingCallError, match="the client is asynchronous"):
                layer.handoff(**facts)

    play(hand_over)


def test_parts_can_be_used_alone(play: Any, reader: SbnClient, mode: str) -> None:
    proof = ProofArtifact("a", "1.0", "in", "out", "ab" * 32, "ref", ProofStatus.COMPLETED)

    async def use(layer: ExecutionLayer, client: Any) -> None:
        parts = (
            (layer.chains, "append", ("chain:a:1", proof)),
            (layer.chains, "ensure_chain", ("chain:a:2",)),
            (layer.writer, "write", (StepEnvelope("a", "1.0", {}),)),
            (SbnSealBackend(client.snapchore), "seal_envelope", (StepEnvelope("a", "1.0", {}),)),
            (SnapChoreCapture(client.snapchore), "capture", ({"x": 1},)),
            (SnapChoreDiscover(client.snapchore), "lookup", ("ab" * 32, "a", "1.0")),
            (IdempotencyGate(client.snapchore), "check", ("cd" * 32, "a", "1.0")),
        )
        for owner, name, arguments in parts:
            awaited = await getattr(owner, f"a{name}")(*arguments)
            if mode == "sync":
                assert type(getattr(owner, name)(*arguments)) is type(awaited)
            else:
                with pytest.raises(BlockingCallError, match="the client is asynchronous"):
                    getattr(owner, name)(*arguments)

    play(use)
    assert reader.snapchore.get_chain("chain:a:1")["length"] == (2 if mode == "sync" else 1)
    assert reader.snapchore.get_chain("chain:a:2")["length"] == 0


def test_a_network_that_blocks_holds_nobody_up() -> None:
    """The seal of one step waits for the other step: on the event loop they would wait for ever."""
    released = threading.Event()

    class SnapChore:
        def seal(self, record: Json, **options: Any) -> Json:
            if record["step_id"] == "a":
                assert released.wait(BOUND)
            return {"hash": record["step_id"] * 64}

    async def step(context: StepContext) -> Json:
        if context.node_id == "b":
            released.set()
        return {}

    runner = PGDAGRunner(SnapChore(), max_concurrency=2)
    runner.register_steps(dict.fromkeys("abc", step))
    result = asyncio.run(
        asyncio.wait_for(runner.execute(template("abc", [("a", "c"), ("b", "c")]), {}), BOUND)
    )
    assert (result.success, result.remote_errors) == (True, [])
    assert result.proofs["a"].proof_hash == "a" * 64
    assert result.proofs["a"].block_ref.startswith("no-blocks:")


class Gateway:
    """A gateway of the shape that takes mappings."""

    def __init__(self, reply: Json | None = None) -> None:
        self.opened: list[Json] = []
        self.closed: list[tuple[str, Json]] = []
        self.reply = {"slot_id": "s-1"} if reply is None else reply

    def create_slot(self, facts: Json) -> Json:
        self.opened.append(facts)
        return self.reply

    async def close_slot(self, slot_id: str, facts: Json) -> Json:
        self.closed.append((slot_id, facts))
        return {"attestation_id": "att-1"}


def dialogue(nodes: str, edges: Any = None, before: Any = None, **options: Any) -> tuple[Gateway, RunResult]:
    gateway = Gateway()
    runner = PGDAGRunner(None, gateway, **options)
    runner.register_steps(Steps(list(nodes), before)())
    return gateway, asyncio.run(runner.execute(template(nodes, edges), {"x": 1}, run_id="RID"))


def fail(context: StepContext) -> None:
    raise RuntimeError("boom")


@pytest.mark.parametrize(
    ("nodes", "edges", "before", "status", "count"),
    [
        ("ab", None, None, "complete", 2),
        ("ab", None, fail, "partial", 1),
        ("ab", [("a", "b"), ("b", "a")], None, "complete", 0),
        ("ab", [("ghost", "b")], None, "complete", 1),
    ],
)
def test_the_dialogue_with_a_gateway_that_takes_mappings(
    nodes: str, edges: Any, before: Any, status: str, count: int
) -> None:
    gateway, result = dialogue(nodes, edges, before)
    assert gateway.opened == [{"slot_type": "execution", "run_id": "RID", "template": "flow", "actor": ""}]
    assert gateway.closed == [
        (
            "s-1",
            {
                "run_id": "RID",
                "merkle_root": result.merkle_root_hash,
                "step_count": count,
                "status": status,
            },
        )
    ]
    assert (result.slot_id, result.slot_receipt_id) == ("s-1", "att-1")


def test_a_strict_gateway_hears_how_it_was() -> None:
    gateway, _ = dialogue("ab", None, fail, strict=True)
    assert gateway.closed[0][1]["status"] == "failed"
    runner = PGDAGRunner(None, gateway := Gateway(), strict=True)
    runner.interruption_handler.trigger(InterruptionSignal("kill"))
    asyncio.run(runner.execute(template("ab"), {}))
    assert (gateway.closed[0][1]["status"], gateway.closed[0][1]["step_count"]) == ("interrupted", 0)


def test_a_gateway_without_an_id_is_reported() -> None:
    runner = PGDAGRunner(None, Gateway({"ok": True}))
    result = asyncio.run(runner.execute(template(""), {}))
    assert [str(error) for error in result.remote_errors] == ["create_slot: the answer has no slot_id or id"]
    assert str(result.slot_id).startswith("local-")


def test_blocks_and_chains_that_take_mappings() -> None:
    sent: list[Any] = []

    class Network:
        def submit(self, **facts: Any) -> Json:
            sent.append(facts)
            return {"block_id": "blk-1"}

        def append_to_chain(self, name: str, entry: Json) -> None:
            sent.append((name, entry))

        def create_chain(self, name: str) -> None:
            raise OSError("gone")

    class Client:
        snapchore = gateway = None
        blocks = Network()

    runner = PGDAGRunner(Network(), blocks=Network())
    runner.register_steps(Steps(["a"])())
    result = asyncio.run(runner.execute(template("a"), {}))
    proof = result.proofs["a"]
    payload = {"step_id": "a", "proof_hash": proof.proof_hash, "status": "completed", "domain": "general"}
    assert sent == [{"slot_id": "", "payload": payload, "domain": "general", "metadata": {"step_id": "a"}}]
    assert proof.block_ref == "blk-1"
    # It has no `seal`, and that is told.
    assert [error.operation for error in result.remote_errors] == ["seal"]
    assert build(sbn_client=Client()).runner.proof_writer is not None
    chains = build(sbn_client=type("C", (), {"snapchore": Network()})()).chains
    entry = chains.append("c", proof, "r", metadata={"k": 1})
    assert sent[1] == (
        "c",
        {
            "chain_id": "c", "sequence": 0, "proof_hash": proof.proof_hash, "step_id": "a", "run_id": "r",
            "prev_hash": "", "entry_hash": entry.entry_hash, "metadata": {"k": 1},
        },
    )  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ({"hash": "ab", "outputs_fingerprint": "o", "block_ref": "b", "metrics": {"m": 1}}, True),
        ({"hash": "ab", "status": "failed"}, True),
        ({"hash": "ab", "source": "seal", "step_id": "a", "spec_version": "1.0"}, True),
        ({"hash": "ab", "source": "capture"}, False),
        ({"hash": "ab", "step_id": "b"}, False),
        ({"hash": "ab", "spec_version": "2.0"}, False),
        ({"hash": "ab", "status": "unknown"}, False),
        ({"hash": ""}, False),
        (None, False),
    ],
)
def test_what_discovery_may_answer(entry: Json | None, found: bool, caplog: Any) -> None:
    class SnapChore:
        def discover(self, fingerprint: str) -> Json:
            if entry is None:
                raise OSError("gone")
            return entry

    caplog.set_level(logging.WARNING, "pgdag")
    gate = IdempotencyGate(SnapChore())
    proof = gate.check("in", "a", "1.0")
    assert (proof is not None, gate.size) == (found, int(found))
    assert bool(caplog.records) is (entry is None)
    if proof is not None and entry is not None:
        assert proof.to_dict()["status"] == entry.get("status", "completed")
        assert gate.check("in", "a", "1.0") is proof
