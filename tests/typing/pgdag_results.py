"""What a type checker sees of the kernel; it is checked, not run."""

from __future__ import annotations

from typing import Any, assert_type

from pgdag import (
    ChainEntry,
    Checkpoint,
    CheckpointFile,
    DAGNode,
    DAGTemplate,
    HandoffEnvelope,
    PGDAGRunner,
    Progress,
    ProofArtifact,
    RemoteFailure,
    RunResult,
    StepContext,
    StepFinished,
    WaitForEvent,
    build,
    canonical_fingerprint,
    render_text,
)
from sbn import AsyncSbnClient, SbnClient


async def step(context: StepContext) -> dict[str, Any]:
    assert_type(context.inputs, dict[str, Any])
    assert_type(context.results, dict[str, Any])
    assert_type(context.prior_proofs, dict[str, ProofArtifact])
    return {}


def show(event: Progress) -> None:
    if isinstance(event, StepFinished):
        assert_type(event.proof, ProofArtifact)
        assert_type(event.error, Exception | None)


async def results(file: CheckpointFile, proof: ProofArtifact) -> None:
    runner = PGDAGRunner(strict=True, max_concurrency=4)
    runner.register_step("a", step)
    template = DAGTemplate("t", nodes=[DAGNode("a")], strict=True)
    result = await runner.execute(template, {"x": 1}, save=file.save, progress=show)
    assert_type(result, RunResult)
    assert_type(result.proofs, dict[str, ProofArtifact])
    assert_type(result.wait_event, WaitForEvent | None)
    assert_type(result.remote_errors, list[RemoteFailure])
    assert_type(file.load(), Checkpoint)
    assert_type(await runner.resume(template, file.load()), RunResult)
    state = result.resume_state
    assert_type(state, dict[str, Any] | None)
    again = await runner.resume(template, resume_state=state, resume_event_payload={"paid": True}, actor="me")
    assert_type(again.proofs["a"].anchor_hash, str)
    assert_type(render_text(template, result), str)
    assert_type(canonical_fingerprint({"a": 1}), str)


async def network(client: SbnClient, other: AsyncSbnClient, proof: ProofArtifact) -> None:
    layer = build(sbn_client=client, lattice_client=other.lattice)
    assert_type(layer.runner, PGDAGRunner)
    assert_type(layer.chains.append("c", proof), ChainEntry)
    assert_type(await layer.chains.aappend("c", proof), ChainEntry)
    handoff = layer.handoff(source_product="p", source_template="t", source_run_id="r", payload={"a": 1})
    assert_type(handoff, HandoffEnvelope)
