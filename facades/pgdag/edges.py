"""Edges of the lattice: which step produced which proof, which product triggered which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pgdag.artifact import ProofArtifact
from pgdag.handoff import HandoffEnvelope
from pgdag.network import NoAnswerError, ask, awaited, field, look

PRODUCES: Final = "PRODUCES"
TRIGGERS: Final = "TRIGGERS"
NESTS: Final = "NESTS"
_MOST_EDGES: Final = 100


class EdgeEmitter:
    """Enters edges in the lattice. Without a client it does nothing; failures are reported.

    Args:
        lattice_client: Has `create_edge(source_id=…, target_id=…, edge_type=…, weight=…, meta=…)`.
        domain: Domain that the edges name.
    """

    def __init__(self, lattice_client: Any = None, domain: str = "general") -> None:
        self._lattice = lattice_client
        self._domain = domain

    @property
    def enabled(self) -> bool:
        """Whether there is a client."""
        return self._lattice is not None

    async def emit(self, template_name: str, proof: ProofArtifact, run_id: str = "", **extra: Any) -> Any:
        """Enter that a step produced a proof.

        Args:
            template_name: Template of the step.
            proof: The proof.
            run_id: Its run.
            **extra: What else the edge should say.

        Returns:
            The lattice's answer; None when there is none.
        """
        meta = {
            "run_id": run_id,
            "domain": self._domain,
            "step_id": proof.step_id,
            "block_ref": proof.block_ref,
            **extra,
        }
        source = f"{template_name}.{proof.step_id}"
        return await self._entered(source, proof.proof_hash, PRODUCES, meta, proof.step_id)

    async def has(self, template_name: str, proof: ProofArtifact, run_id: str) -> bool:
        """Tell whether the lattice has the edge that `emit` enters.

        Args:
            template_name: Template of the step.
            proof: The proof.
            run_id: Its run.

        Raises:
            NoAnswerError: That is not known.
        """
        wanted = {
            "source_id": f"{template_name}.{proof.step_id}",
            "target_id": proof.proof_hash,
            "edge_type": PRODUCES,
        }
        rows = await look(self._lattice, "list_edges", **wanted, limit=_MOST_EDGES, step_id=proof.step_id)
        # Runs that did the same have the same proof.
        if any(field(field(row, "meta"), "run_id") in (None, run_id) for row in rows or []):
            return True
        if len(rows or []) >= _MOST_EDGES:
            raise NoAnswerError
        return False

    async def emit_handoff(self, handoff: HandoffEnvelope) -> Any:
        """Enter that the run of one product triggered another.

        Args:
            handoff: The envelope of the handoff.

        Returns:
            The lattice's answer; None when there is none.
        """
        source = f"{handoff.source_product}.{handoff.source_template}"
        target = f"{handoff.target_product}.{handoff.target_template}"
        meta = {
            "handoff_hash": handoff.handoff_hash,
            "source_run_id": handoff.source_run_id,
            "source_merkle_root": handoff.source_merkle_root,
        }
        return await self._entered(source, target, TRIGGERS, meta, "")

    async def emit_subworkflow(
        self,
        *,
        parent_template: str,
        parent_step_id: str,
        child_template: str,
        child_workflow_id: str | None = None,
        parent_run_id: str,
        child_run_id: str,
        child_slot_id: str | None = None,
        child_receipt_id: str | None = None,
        child_merkle_root: str | None = None,
        meta: Mapping[str, Any] | None = None,
    ) -> Any:
        """Enter that a step ran another template.

        Args:
            parent_template: Template of the step.
            parent_step_id: The step.
            child_template: The template that it ran.
            child_workflow_id: Workflow of the lattice that this is; the edge leads there.
            parent_run_id: Run of the step.
            child_run_id: Run of the other template.
            child_slot_id: Its slot.
            child_receipt_id: Receipt of its slot.
            child_merkle_root: Root over its proofs.
            meta: What else the edge should say.

        Returns:
            The lattice's answer; None when there is none.
        """
        facts = {
            "domain": self._domain,
            "parent_run_id": parent_run_id,
            "child_run_id": child_run_id,
            "child_template": child_template,
            "child_slot_id": child_slot_id,
            "child_receipt_id": child_receipt_id,
            "child_merkle_root_hash": child_merkle_root,
            **(meta or {}),
        }
        source, target = f"{parent_template}.{parent_step_id}", child_workflow_id or child_template
        return await self._entered(source, target, NESTS, facts, parent_step_id)

    async def _entered(
        self, source: str, target: str, edge_type: str, meta: dict[str, Any], step_id: str
    ) -> Any:
        if self._lattice is None:
            return None
        return await ask(
            awaited,
            self._lattice,
            "create_edge",
            source_id=source,
            target_id=target,
            edge_type=edge_type,
            weight=1.0,
            meta=meta,
            step_id=step_id,
        )
