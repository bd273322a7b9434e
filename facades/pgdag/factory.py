"""The kernel, wired to a client in one call."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Unpack

from pgdag.artifact import ProofWriter
from pgdag.chains import ChainHealthTracker, EvidenceChainManager
from pgdag.edges import EdgeEmitter
from pgdag.entity import EntityReducer
from pgdag.gate import IdempotencyGate
from pgdag.handoff import HandoffEnvelope, HandoffFacts, abuild_handoff, build_handoff
from pgdag.interrupt import InterruptionHandler
from pgdag.network import must_have
from pgdag.runner import PGDAGRunner


@dataclass
class ExecutionLayer:
    """Everything that runs and their proofs need.

    Attributes:
        runner: Runs templates.
        chains: Has the chains.
        chain_health: Verifies those that are registered with it.
        gate: The gate of the runner.
        interruption: The handler of the runner.
        writer: What the runner seals with.
        edge_emitter: Enters edges; None without a client for the lattice.
        domain: Domain of the proofs.
        spec_version: Version of what the steps do.
    """

    runner: PGDAGRunner
    chains: EvidenceChainManager
    chain_health: ChainHealthTracker
    gate: IdempotencyGate
    interruption: InterruptionHandler
    writer: ProofWriter
    edge_emitter: EdgeEmitter | None
    domain: str
    spec_version: str
    _snapchore: Any = field(default=None, repr=False, kw_only=True)

    def entity(self, entity_type: str, entity_id: str) -> EntityReducer:
        """Return what adds up the runs of an entity.

        Args:
            entity_type: Type of the entity, such as `customer`.
            entity_id: Id of the entity.
        """
        return EntityReducer(entity_type, entity_id, self._snapchore)

    def handoff(self, **facts: Unpack[HandoffFacts]) -> HandoffEnvelope:
        """Return a handoff, sealed with the client.

        Args:
            **facts: What it is made of, as `HandoffFacts` says.

        Raises:
            BlockingCallError: The client is asynchronous; await `ahandoff`.
        """
        return build_handoff(snapchore=self._snapchore, **facts)

    async def ahandoff(self, **facts: Unpack[HandoffFacts]) -> HandoffEnvelope:
        """Do what `handoff` does, with a sync or async client.

        Args:
            **facts: As `build_handoff` takes them.
        """
        return await abuild_handoff(snapchore=self._snapchore, **facts)


def build(
    *,
    sbn_client: Any = None,
    lattice_client: Any = None,
    domain: str = "general",
    spec_version: str = "1.0",
    strict: bool = False,
    max_concurrency: int = 1,
    discover: bool = False,
    remote_idempotency: bool = False,
    hand_on_outputs: bool | None = None,
    anchor_steps: bool = False,
) -> ExecutionLayer:
    """Wire the kernel to a client.

    With a client each run opens a slot and closes it, its proofs are sealed in SnapChore and published as
    BitBlocks, and they are appended to the chain `chain:<template>:<run id>`. A sync client is called
    in worker threads, an asynchronous one is awaited. It stays yours to close.

    Args:
        sbn_client: An `SbnClient` or `AsyncSbnClient`, or anything with some of `snapchore`, `gateway`,
            `bitblocks` and `blocks`; None to run without a network.
        lattice_client: Has `create_edge`, such as `client.lattice`: each proof then becomes an edge.
        domain: Domain of the proofs of templates that have none.
        spec_version: Version of what the steps do.
        strict: Whether every template is run by the strict rules.
        max_concurrency: How many steps of a wave may run at the same time; 1 or more.
        discover: Another name of `remote_idempotency`.
        remote_idempotency: Whether steps are looked up in the network before they run; never in a strict
            run.
        hand_on_outputs: Whether what a step returned is handed on to later steps, as `PGDAGRunner` says.
        anchor_steps: Whether the slot of a run is sealed after each step, to anchor its proof.

    Raises:
        ValueError: `max_concurrency` is not 1 or more.
        TypeError: `sbn_client` has no part of a client.
    """
    must_have(
        "sbn_client",
        sbn_client,
        ("snapchore", "gateway", "bitblocks", "blocks"),
        "give an SbnClient, an AsyncSbnClient or None",
    )
    snapchore = getattr(sbn_client, "snapchore", None)
    chains = EvidenceChainManager(snapchore)
    emitter = None if lattice_client is None else EdgeEmitter(lattice_client, domain)
    runner = PGDAGRunner(
        snapchore,
        getattr(sbn_client, "gateway", None),
        blocks=getattr(sbn_client, "blocks", None),
        domain=domain,
        spec_version=spec_version,
        strict=strict,
        max_concurrency=max_concurrency,
        bitblocks=getattr(sbn_client, "bitblocks", None),
        chains=chains if hasattr(snapchore, "append_to_chain") else None,
        edge_emitter=emitter,
        discover=discover or remote_idempotency,
        hand_on_outputs=hand_on_outputs,
        anchor_steps=anchor_steps,
    )
    return ExecutionLayer(
        runner,
        chains,
        ChainHealthTracker(chains),
        runner.idempotency_gate,
        runner.interruption_handler,
        runner.proof_writer,
        emitter,
        domain,
        spec_version,
        _snapchore=snapchore,
    )
