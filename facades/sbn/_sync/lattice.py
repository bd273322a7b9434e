# Derived from facades/sbn/_async/lattice.py by make generate; edit that file.
"""The lattice: workflows, their steps and edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, overload

from clientkit.arguments import nonempty
from clientkit.facade import Resource
from clientkit.operation import given, shown
from sbn import answers, kernel, workflows
from sbn.checks import filled, filled_object, filled_texts, joined, json_object, mapping
from sbn.lazy import wire
from sbn_api.api import lattice as api

if TYPE_CHECKING:
    from pgdag.dag import DAGTemplate
    from sbn_api import dicts

Items = Iterable[Mapping[str, Any]]


_WORKFLOW = ("domain", "name", "nodes", "edges", "topology", "gec_frontier", "meta")


class LatticeClient(Resource):
    """The lattice: workflows, their steps and edges.

    A workflow is a draft, then active, then complete. Every method returns the service's JSON.

    Nodes and edges are sent under the lattice's names: of a node `step_id` (or `id`), `name` (or `label`),
    `skill`, `dept`, `description`, `estimated_seconds` and `meta`; of an edge `source_id` (or `source`),
    `target_id` (or `target`), `edge_type` (or `type`), `weight` and `meta`. Anything else goes into `meta`.
    What is given stays as it is.
    """

    @overload
    def create_workflow(self, workflow: Mapping[str, Any]) -> dicts.LatticeWorkflow: ...
    @overload
    def create_workflow(
        self,
        *,
        domain: str,
        name: str,
        nodes: Items,
        edges: Items | None = None,
        topology: str = "series",
        gec_frontier: Mapping[str, Any] | None = None,
        meta: Mapping[str, Any] | None = None,
    ) -> dicts.LatticeWorkflow: ...
    def create_workflow(
        self,
        workflow: Mapping[str, Any] | None = None,
        *,
        domain: str | None = None,
        name: str | None = None,
        nodes: Items | None = None,
        edges: Items | None = None,
        topology: str = "series",
        gec_frontier: Mapping[str, Any] | None = None,
        meta: Mapping[str, Any] | None = None,
    ) -> dicts.LatticeWorkflow:
        """Create a workflow. Never repeated by itself when its outcome is not clear.

        Args:
            workflow: The arguments below as one mapping, instead of them.
            domain: Domain of the workflow.
            name: Name of the workflow.
            nodes: Its steps.
            edges: Edges between the steps.
            topology: Shape of the workflow.
            gec_frontier: The frontier that scores it, as a mapping.
            meta: Anything.

        Returns:
            The workflow, a draft.

        Raises:
            SbnError: The service refused.
            TypeError: Nodes or edges are not a list, a mapping and arguments are both given, or it has
                something that is no argument; nothing was sent.
            ValueError: An argument is missing, or cannot be sent; nothing was sent.

        Operation: lattice_create_workflow
        """
        if workflow is not None:
            fields = (domain, name, nodes, edges, gec_frontier, meta)
            if any(field is not None for field in fields):
                raise TypeError("give a workflow as one mapping or by its arguments, not both")
            known = mapping("workflow", workflow)
            if unknown := [shown(each) for each in known if each not in _WORKFLOW]:
                raise TypeError(
                    f"workflow has no {', '.join(unknown[:3])}; it may have {', '.join(_WORKFLOW)}"
                )
            return self.create_workflow(**known)
        body = wire.LatticeWorkflowCreate(
            domain=nonempty("domain", domain),
            name=nonempty("name", name),
            nodes=workflows.steps(nodes),
            edges=workflows.links(() if edges is None else edges),
            topology=nonempty("topology", topology),
            gec_frontier=filled_object("gec_frontier", gec_frontier),
            meta=filled_object("meta", meta),
        )
        return self._send(api.lattice_create_workflow.OPERATION(body=body), answers.opened)

    def list_workflows(
        self,
        *,
        domain: str | None = None,
        state: str | None = None,
        scopes: Iterable[str] | None = None,
        limit: int = 50,
        include_runtime: bool | None = None,
        include_meta: bool | None = None,
        include_structure: bool | None = None,
    ) -> list[dicts.LatticeWorkflow]:
        """List workflows.

        Args:
            domain: Only of this domain.
            state: Only in this state.
            scopes: Only in these scopes.
            limit: Workflows at most.
            include_runtime: Whether to have the runtime binding (from 0.14 on, as the next two): yes, when
                only others are given.
            include_meta: Whether to have the metadata: no, when only others are given.
            include_structure: Whether to have steps and edges: no, when only others are given.

        Raises:
            TypeError: `scopes` is not a list of strings; nothing was sent.
            ValueError: A scope is empty or has a comma; nothing was sent.

        Operation: lattice_list_workflows
        """
        call = api.lattice_list_workflows.OPERATION(
            limit=limit,
            domain=filled(domain),
            state=filled(state),
            scopes=None if scopes is None else joined("scopes", scopes) or None,
            **_included(include_runtime, include_meta, include_structure, structure=False),
        )
        return self._send(call, lambda data: answers.rows(data, "workflows"))

    def get_workflows(
        self,
        *,
        domain: str | None = None,
        state: str | None = None,
        scopes: Iterable[str] | None = None,
        limit: int = 50,
        include_runtime: bool | None = None,
        include_meta: bool | None = None,
        include_structure: bool | None = None,
    ) -> list[dicts.LatticeWorkflow]:
        """List workflows; another name of `list_workflows`.

        Args:
            domain: Only of this domain.
            state: Only in this state.
            scopes: Only in these scopes.
            limit: Workflows at most.
            include_runtime: Whether to have the runtime binding (from 0.14 on, as the next two): yes, when
                only others are given.
            include_meta: Whether to have the metadata: no, when only others are given.
            include_structure: Whether to have steps and edges: no, when only others are given.

        Operation: lattice_list_workflows
        """
        return self.list_workflows(
            domain=domain,
            state=state,
            scopes=scopes,
            limit=limit,
            include_runtime=include_runtime,
            include_meta=include_meta,
            include_structure=include_structure,
        )

    def discover_workflows(self, scopes: Iterable[str], *, limit: int = 50) -> list[dicts.LatticeWorkflow]:
        """Discover the workflows of some scopes.

        Args:
            scopes: The scopes.
            limit: Workflows at most.

        Raises:
            TypeError: `scopes` is not a list of strings; nothing was sent.
            ValueError: A scope is empty or has a comma; nothing was sent.

        Operation: lattice_discover_workflows
        """
        call = api.lattice_discover_workflows.OPERATION(scopes=joined("scopes", scopes), limit=limit)
        return self._send(call, lambda data: answers.rows(data, "workflows"))

    def get_workflow(
        self,
        workflow_id: str,
        *,
        include_runtime: bool | None = None,
        include_meta: bool | None = None,
        include_structure: bool | None = None,
    ) -> dicts.LatticeWorkflow:
        """Get a workflow.

        Args:
            workflow_id: The workflow.
            include_runtime: Whether to have the runtime binding (from 0.14 on, as the next two): yes, when
                only others are given.
            include_meta: Whether to have the metadata: no, when only others are given.
            include_structure: Whether to have steps and edges: yes, when only others are given.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow
        """
        included = _included(include_runtime, include_meta, include_structure, structure=True)
        call = api.lattice_get_workflow.OPERATION(workflow_id, **included)
        return self._send(call, answers.opened)

    def build_pgdag_template(self, workflow_id: str) -> DAGTemplate:
        """Get a workflow as a template of the kernel `pgdag`; the conditions of edges are lost.

        Args:
            workflow_id: The workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow
        """
        included = _included(False, False, True, structure=True)
        call = api.lattice_get_workflow.OPERATION(workflow_id, **included)
        return self._send(call, lambda data: kernel.template_of(answers.opened(data), workflow_id))

    def build_pgdag_template_from_export(self, data: Mapping[str, Any]) -> DAGTemplate:
        """Return an exported workflow as a template of the kernel `pgdag`; nothing is sent.

        Args:
            data: The export, or the workflow alone.

        Raises:
            ValueError: It is no workflow.
        """
        return kernel.template_of(data)

    def list_workflow_runs(self, workflow_id: str, *, limit: int = 10) -> list[dicts.WorkflowRun]:
        """List the runs of a workflow.

        Args:
            workflow_id: The workflow.
            limit: Runs at most.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_list_workflow_runs
        """
        call = api.lattice_list_workflow_runs.OPERATION(workflow_id, limit=limit)
        return self._send(call, lambda data: answers.rows(data, "runs"))

    def get_workflow_run_evidence_packet(self, workflow_id: str, run_id: str) -> dicts.EvidencePacket:
        """Get the evidence packet of a run, signed by the service.

        Args:
            workflow_id: The workflow.
            run_id: The run.

        Raises:
            SbnNotFoundError: There is no such run.

        Operation: lattice_get_evidence_packet
        """
        return self._send(api.lattice_get_evidence_packet.OPERATION(workflow_id, run_id), answers.opened)

    def verify_evidence_packet(self, data: Mapping[str, Any]) -> dicts.PacketVerification:
        """Have the service verify an evidence packet.

        Args:
            data: The whole packet.

        Returns:
            `verified`, `digest_match`, `signature_valid`, `packet_digest` and `signature_key_id`.

        Raises:
            ValueError: It is no mapping; nothing was sent.

        Operation: lattice_verify_evidence_packet
        """
        body = wire.EvidencePacketVerify(data=json_object("data", data))
        return self._send(api.lattice_verify_evidence_packet.OPERATION(body=body), answers.opened)

    def activate_workflow(self, workflow_id: str) -> dicts.LatticeWorkflow:
        """Activate a workflow.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_activate_workflow
        """
        call = api.lattice_activate_workflow.OPERATION(workflow_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def clone_workflow(self, workflow_id: str, target_project_id: str) -> dicts.LatticeWorkflow:
        """Clone a workflow into a project. Never repeated by itself when its outcome is not clear.

        Args:
            workflow_id: The workflow.
            target_project_id: The project.

        Returns:
            The clone.

        Raises:
            SbnNotFoundError: There is no such workflow or project.

        Operation: lattice_clone_workflow
        """
        body = wire.LatticeCloneRequest(target_project_id=nonempty("target_project_id", target_project_id))
        return self._send(api.lattice_clone_workflow.OPERATION(workflow_id, body=body), answers.opened)

    def export_workflow(self, workflow_id: str) -> dicts.LatticePortable:
        """Export a workflow, as `import_workflow` takes it.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_export_workflow
        """
        return self._send(api.lattice_export_workflow.OPERATION(workflow_id), answers.opened)

    def export_workflows(
        self, *, workflow_ids: Iterable[str] | None = None, domain: str | None = None
    ) -> dicts.LatticeBulk:
        """Export several workflows, as `import_workflows` takes them.

        Args:
            workflow_ids: These.
            domain: Those of this domain.

        Operation: lattice_export_workflows
        """
        body = wire.LatticeExportRequest(
            workflow_ids=filled_texts("workflow_ids", workflow_ids), domain=given(filled(domain))
        )
        return self._send(api.lattice_export_workflows.OPERATION(body=body), answers.opened)

    def import_workflow(self, data: Mapping[str, Any], *, activate: bool = False) -> dicts.LatticeWorkflow:
        """Import a workflow. Never repeated by itself when its outcome is not clear.

        Args:
            data: What `export_workflow` gave, or a workflow with `nodes` and `edges`.
            activate: Whether to activate it.

        Returns:
            The workflow.

        Raises:
            SbnError: The service refused.
            TypeError: Its nodes or edges are no lists; nothing was sent.
            ValueError: The data is no mapping, or a node or an edge is none; nothing was sent.

        Operation: lattice_import_workflow
        """
        body = wire.LatticeImportRequest(
            data=wire.JsonObject.from_dict(workflows.portable(data)), activate=activate
        )
        return self._send(api.lattice_import_workflow.OPERATION(body=body), answers.opened)

    def import_workflows(
        self, data: Mapping[str, Any], *, activate: bool = False
    ) -> dicts.LatticeWorkflowList:
        """Import several workflows. Never repeated by itself when its outcome is not clear.

        Args:
            data: What `export_workflows` gave: a mapping with `workflows`.
            activate: Whether to activate them.

        Returns:
            The workflows.

        Raises:
            SbnError: The service refused.
            TypeError: Its workflows are no list, or nodes or edges in it; nothing was sent.
            ValueError: The data is no mapping, or a workflow, a node or an edge is none; nothing was sent.

        Operation: lattice_import_workflows
        """
        body = wire.LatticeImportRequest(
            data=wire.JsonObject.from_dict(workflows.portables(data)), activate=activate
        )
        return self._send(api.lattice_import_workflows.OPERATION(body=body), answers.opened)

    def get_execution_order(self, workflow_id: str) -> dict[str, Any]:
        """Get the order in which the steps of a workflow run.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_execution_order
        """
        return self._send(api.lattice_get_execution_order.OPERATION(workflow_id), answers.opened)

    def get_ready_steps(
        self, workflow_id: str, completed: Iterable[str] | None = None
    ) -> list[dicts.LatticeReadyStep]:
        """List the steps of a workflow that can run now.

        Args:
            workflow_id: The workflow.
            completed: Steps that are done.

        Raises:
            SbnNotFoundError: There is no such workflow.
            TypeError: `completed` is not a list of strings; nothing was sent.
            ValueError: A step in it is empty or has a comma; nothing was sent.

        Operation: lattice_get_ready_steps
        """
        call = api.lattice_get_ready_steps.OPERATION(
            workflow_id, completed=None if completed is None else joined("completed", completed) or None
        )
        return self._send(call, lambda data: answers.rows(data, "ready_steps"))

    def create_edge(
        self,
        *,
        source_id: str,
        target_id: str,
        edge_type: str,
        weight: float = 1.0,
        meta: Mapping[str, Any] | None = None,
    ) -> dicts.LatticeEdge:
        """Create an edge. Never repeated by itself when its outcome is not clear.

        Args:
            source_id: Where it comes from.
            target_id: Where it goes.
            edge_type: Type of the edge.
            weight: Weight of the edge; 0.0 is sent.
            meta: Anything.

        Returns:
            The edge.

        Raises:
            SbnError: The service refused.
            ValueError: An id is empty, or the weight no finite number; nothing was sent.

        Operation: lattice_create_edge
        """
        body = wire.LatticeEdgeCreate(
            source_id=nonempty("source_id", source_id),
            target_id=nonempty("target_id", target_id),
            edge_type=nonempty("edge_type", edge_type),
            weight=weight,
            meta=filled_object("meta", meta),
        )
        return self._send(api.lattice_create_edge.OPERATION(body=body), answers.opened)

    def list_edges(
        self,
        *,
        source_id: str | None = None,
        target_id: str | None = None,
        edge_type: str | None = None,
        limit: int = 100,
    ) -> list[dicts.LatticeEdge]:
        """List edges.

        Args:
            source_id: Only from this node.
            target_id: Only to this node.
            edge_type: Only of this type.
            limit: Edges at most.

        Operation: lattice_list_edges
        """
        call = api.lattice_list_edges.OPERATION(
            limit=limit, source_id=filled(source_id), target_id=filled(target_id), edge_type=filled(edge_type)
        )
        return self._send(call, lambda data: answers.rows(data, "edges"))

    def record_step_outcome(
        self,
        workflow_id: str,
        step_id: str,
        *,
        agent_id: str | None = None,
        outcome: str = "completed",
        duration_seconds: float | None = None,
        error_message: str | None = None,
        proof_hash: str | None = None,
        proof_stage: str | None = None,
        block_ref: str | None = None,
        signal_hash: str | None = None,
        anchor_hash: str | None = None,
        anchor_type: str | None = None,
        receipt_id: str | None = None,
        degraded: bool | None = None,
        meta: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Record how a step ended. Never repeated by itself when its outcome is not clear.

        Args:
            workflow_id: The workflow.
            step_id: The step.
            agent_id: Who did it.
            outcome: What came of it.
            duration_seconds: How long it took, in seconds; 0 is sent.
            error_message: What went wrong.
            proof_hash: Hash of the proof.
            proof_stage: Stage of the proof, such as `observed`, `sealed` or `attested`.
            block_ref: Its block.
            signal_hash: Hash of the signal.
            anchor_hash: The hash that anchors.
            anchor_type: What kind of hash that is.
            receipt_id: Its receipt.
            degraded: Whether the anchor is a lesser one; False is sent.
            meta: Anything.

        Raises:
            SbnNotFoundError: There is no such workflow or step.
            ValueError: There is no outcome, or the duration is no finite number; nothing was sent.

        Operation: lattice_record_step_outcome
        """
        body = wire.LatticeOutcome(
            outcome=nonempty("outcome", outcome),
            agent_id=given(filled(agent_id)),
            duration_seconds=given(duration_seconds),
            error_message=given(filled(error_message)),
            proof_hash=given(filled(proof_hash)),
            proof_stage=given(filled(proof_stage)),
            block_ref=given(filled(block_ref)),
            signal_hash=given(filled(signal_hash)),
            anchor_hash=given(filled(anchor_hash)),
            anchor_type=given(filled(anchor_type)),
            receipt_id=given(filled(receipt_id)),
            degraded=given(degraded),
            meta=filled_object("meta", meta),
        )
        call = api.lattice_record_step_outcome.OPERATION(workflow_id, step_id, body=body)
        return self._send(call, answers.opened)

    def mark_workflow_complete(self, workflow_id: str) -> dicts.LatticeWorkflow:
        """Mark a workflow as complete. Never repeated by itself when its outcome is not clear.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_mark_workflow_complete
        """
        call = api.lattice_mark_workflow_complete.OPERATION(workflow_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def get_workflow_analytics(self, workflow_id: str) -> dict[str, Any]:
        """Get the analytics of a workflow.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow_analytics
        """
        return self._send(api.lattice_get_workflow_analytics.OPERATION(workflow_id), answers.opened)

    def get_workflow_benchmarks(self, workflow_id: str) -> dict[str, Any]:
        """Get the benchmarks of a workflow.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow_benchmarks
        """
        return self._send(api.lattice_get_workflow_benchmarks.OPERATION(workflow_id), answers.opened)


def _included(
    runtime: bool | None, meta: bool | None, structure_wanted: bool | None, *, structure: bool
) -> dict[str, Any]:
    """Return what a workflow is to have; nothing, as before 0.14, when nothing of it is given."""
    if runtime is None and meta is None and structure_wanted is None:
        return {}
    return {
        "include_runtime": True if runtime is None else runtime,
        "include_meta": False if meta is None else meta,
        "include_structure": structure if structure_wanted is None else structure_wanted,
    }
