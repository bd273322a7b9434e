# Derived from facades/sbn/_async/lattice.py by make generate; edit that file.
"""The lattice: workflows, their steps and edges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, overload

from clientkit.facade import Resource
from clientkit.operation import given, shown
from sbn import answers, workflows
from sbn.checks import filled, filled_object, filled_texts, identifier, joined, mapping
from sbn.lazy import wire
from sbn_api.api import lattice as api

Rows = list[dict[str, Any]]
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
    def create_workflow(self, workflow: Mapping[str, Any]) -> dict[str, Any]: ...
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
    ) -> dict[str, Any]: ...
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
    ) -> dict[str, Any]:
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
            TypeError: Nodes or edges are no list, there is a mapping and arguments beside it, or it has
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
            domain=identifier("domain", domain),
            name=identifier("name", name),
            nodes=workflows.steps(nodes),
            edges=workflows.links(() if edges is None else edges),
            topology=identifier("topology", topology),
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
    ) -> Rows:
        """List workflows.

        Args:
            domain: Only of this domain.
            state: Only in this state.
            scopes: Only in these scopes.
            limit: Workflows at most.

        Raises:
            TypeError: `scopes` is no list of strings; nothing was sent.
            ValueError: A scope is empty or has a comma; nothing was sent.

        Operation: lattice_list_workflows
        """
        call = api.lattice_list_workflows.OPERATION(
            limit=limit,
            domain=filled(domain),
            state=filled(state),
            scopes=None if scopes is None else joined("scopes", scopes) or None,
        )
        return self._send(call, lambda data: answers.rows(data, "workflows"))

    def get_workflows(
        self,
        *,
        domain: str | None = None,
        state: str | None = None,
        scopes: Iterable[str] | None = None,
        limit: int = 50,
    ) -> Rows:
        """List workflows; another name of `list_workflows`.

        Args:
            domain: Only of this domain.
            state: Only in this state.
            scopes: Only in these scopes.
            limit: Workflows at most.

        Operation: lattice_list_workflows
        """
        return self.list_workflows(domain=domain, state=state, scopes=scopes, limit=limit)

    def discover_workflows(self, scopes: Iterable[str], *, limit: int = 50) -> Rows:
        """Discover the workflows of some scopes.

        Args:
            scopes: The scopes.
            limit: Workflows at most.

        Raises:
            TypeError: `scopes` is no list of strings; nothing was sent.
            ValueError: A scope is empty or has a comma; nothing was sent.

        Operation: lattice_discover_workflows
        """
        call = api.lattice_discover_workflows.OPERATION(scopes=joined("scopes", scopes), limit=limit)
        return self._send(call, lambda data: answers.rows(data, "workflows"))

    def get_workflow(self, workflow_id: str) -> dict[str, Any]:
        """Get a workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow
        """
        return self._send(api.lattice_get_workflow.OPERATION(workflow_id), answers.opened)

    def activate_workflow(self, workflow_id: str) -> dict[str, Any]:
        """Activate a workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_activate_workflow
        """
        call = api.lattice_activate_workflow.OPERATION(workflow_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def clone_workflow(self, workflow_id: str, target_project_id: str) -> dict[str, Any]:
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
        body = wire.LatticeCloneRequest(target_project_id=identifier("target_project_id", target_project_id))
        return self._send(api.lattice_clone_workflow.OPERATION(workflow_id, body=body), answers.opened)

    def export_workflow(self, workflow_id: str) -> dict[str, Any]:
        """Export a workflow, as `import_workflow` takes it.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_export_workflow
        """
        return self._send(api.lattice_export_workflow.OPERATION(workflow_id), answers.opened)

    def export_workflows(
        self, *, workflow_ids: Iterable[str] | None = None, domain: str | None = None
    ) -> dict[str, Any]:
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

    def import_workflow(self, data: Mapping[str, Any], *, activate: bool = False) -> dict[str, Any]:
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

    def import_workflows(self, data: Mapping[str, Any], *, activate: bool = False) -> dict[str, Any]:
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

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_execution_order
        """
        return self._send(api.lattice_get_execution_order.OPERATION(workflow_id), answers.opened)

    def get_ready_steps(self, workflow_id: str, completed: Iterable[str] | None = None) -> Rows:
        """List the steps of a workflow that can run now.

        Args:
            workflow_id: The workflow.
            completed: Steps that are done.

        Raises:
            SbnNotFoundError: There is no such workflow.
            TypeError: `completed` is no list of strings; nothing was sent.
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
    ) -> dict[str, Any]:
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
            source_id=identifier("source_id", source_id),
            target_id=identifier("target_id", target_id),
            edge_type=identifier("edge_type", edge_type),
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
    ) -> Rows:
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
            meta: Anything.

        Raises:
            SbnNotFoundError: There is no such workflow or step.
            ValueError: There is no outcome, or the duration is no finite number; nothing was sent.

        Operation: lattice_record_step_outcome
        """
        body = wire.LatticeOutcome(
            outcome=identifier("outcome", outcome),
            agent_id=given(filled(agent_id)),
            duration_seconds=given(duration_seconds),
            error_message=given(filled(error_message)),
            meta=filled_object("meta", meta),
        )
        call = api.lattice_record_step_outcome.OPERATION(workflow_id, step_id, body=body)
        return self._send(call, answers.opened)

    def mark_workflow_complete(self, workflow_id: str) -> dict[str, Any]:
        """Mark a workflow as complete. Never repeated by itself when its outcome is not clear.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_mark_workflow_complete
        """
        call = api.lattice_mark_workflow_complete.OPERATION(workflow_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def get_workflow_analytics(self, workflow_id: str) -> dict[str, Any]:
        """Get the analytics of a workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow_analytics
        """
        return self._send(api.lattice_get_workflow_analytics.OPERATION(workflow_id), answers.opened)

    def get_workflow_benchmarks(self, workflow_id: str) -> dict[str, Any]:
        """Get the benchmarks of a workflow.

        Raises:
            SbnNotFoundError: There is no such workflow.

        Operation: lattice_get_workflow_benchmarks
        """
        return self._send(api.lattice_get_workflow_benchmarks.OPERATION(workflow_id), answers.opened)
