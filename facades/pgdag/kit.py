"""What the runs of a runner share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pgdag.artifact import ProofWriter, SbnSealBackend
from pgdag.chains import EvidenceChainManager
from pgdag.edges import EdgeEmitter
from pgdag.envelope import StepEnvelopeBuilder
from pgdag.gate import IdempotencyGate
from pgdag.interrupt import InterruptionHandler
from pgdag.steps import StepFn


@dataclass
class Kit:
    """What the runs of a runner share.

    Attributes:
        steps: What the steps do.
        builder: Makes fingerprints, by default rules.
        writer: Seals.
        network: What it seals with in the network; None when it seals here.
        gate: Keeps the proofs.
        interruption: Stops the runs.
        gateway: Opens and closes slots.
        chains: Where proofs are appended.
        edge_emitter: Where edges are entered.
        domain: Domain of the proofs of templates that have none.
        max_concurrency: How many steps of a wave may run at the same time.
        active: How many runs there are at the moment.
    """

    steps: dict[str, StepFn]
    builder: StepEnvelopeBuilder
    writer: ProofWriter
    network: SbnSealBackend | None
    gate: IdempotencyGate
    interruption: InterruptionHandler
    gateway: Any
    chains: EvidenceChainManager | None
    edge_emitter: EdgeEmitter | None
    domain: str
    max_concurrency: int
    active: int = 0
