"""What the runs of a runner share."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pgdag.artifact import ProofWriter, SbnSealBackend
from pgdag.chains import EvidenceChainManager
from pgdag.edges import EdgeEmitter
from pgdag.envelope import StepEnvelopeBuilder
from pgdag.gate import IdempotencyGate
from pgdag.interrupt import InterruptionHandler
from pgdag.result import RunResult
from pgdag.state import Checkpoint, fingerprint_of
from pgdag.steps import StepFn
from pgdag.template import DAGTemplate
from pgdag.values import json_copy, random_name


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
        spec_version: Version of what the steps do.
        strict: Whether every template is run by the strict rules.
        hand_on_outputs: Whether what a step returned is handed on; None for what the rules say.
        anchor_steps: Whether the slot is sealed after each step, to anchor its proof.
        templates: Templates that nodes may run, by name.
        background: Runs that were started for nodes that wait for them, by their ids.
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
    spec_version: str
    strict: bool
    hand_on_outputs: bool | None
    anchor_steps: bool = False
    templates: dict[str, DAGTemplate] = field(default_factory=dict)
    background: dict[str, asyncio.Task[RunResult]] = field(default_factory=dict)
    active: int = 0

    def rules(self, template: DAGTemplate) -> bool:
        """Tell whether a template is run by the strict rules; it is checked when it is.

        Raises:
            TemplateError: It is, and cannot be run.
        """
        strict = self.strict or template.strict
        if strict:
            template.validate()
        return strict

    def first_state(
        self, template: DAGTemplate, inputs: Mapping[str, Any], *, run_id: str | None, actor: str
    ) -> Checkpoint:
        """Return where a run begins.

        Raises:
            TemplateError: It is a strict run, and the template cannot be run.
            TypeError: The inputs of a strict run are no JSON.
            ValueError: The inputs of a strict run are no JSON.
        """
        strict = self.rules(template)
        given = json_copy(dict(inputs), "inputs") if strict else dict(inputs)
        return Checkpoint(
            run_id or random_name("run-"),
            template.name,
            fingerprint_of(template),
            self.spec_version,
            strict,
            given,
            actor,
            carried=dict(given),
        )
