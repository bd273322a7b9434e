"""The lattice: what every method sends, what the sandbox makes of it, and the command."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from hypothesis import given, settings
from hypothesis import strategies as st
from sbn import SbnClient, SbnConflictError, SbnError, SbnNotFoundError, SbnServerError, workflows

L = "/internal/lattice"
W = f"{L}/workflows"
Run = Callable[..., Any]

# As a kernel has them.
NODES = [
    {"id": "a", "label": "A", "step_type": "action", "metadata": {"k": 1}},
    {"id": "b", "label": "B", "step_type": "action", "metadata": {}},
    {"id": "c", "label": "C", "estimated_seconds": 5},
]
EDGES = [
    {"source": "a", "target": "b", "type": "after", "condition": "ok"},
    {"source": "a", "target": "c"},
    {"source": "b", "target": "c"},
]
SENT_NODES = [
    {"step_id": "a", "name": "A", "meta": {"step_type": "action", "metadata": {"k": 1}}},
    {"step_id": "b", "name": "B", "meta": {"step_type": "action", "metadata": {}}},
    {"step_id": "c", "name": "C", "estimated_seconds": 5},
]
SENT_EDGES = [
    {"source_id": "a", "target_id": "b", "edge_type": "after", "meta": {"condition": "ok"}},
    {"source_id": "a", "target_id": "c"},
    {"source_id": "b", "target_id": "c"},
]
WORKFLOW: dict[str, Any] = {"domain": "d.e", "name": "n", "nodes": NODES, "edges": EDGES}
PLAIN = {"domain": "d", "name": "n", "nodes": [], "edges": [], "topology": "series"}

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    ("create", lambda c: c.create_workflow(domain="d", name="n", nodes=[]), f"POST {W}", PLAIN),
    (
        "create with all",
        lambda c: c.create_workflow(
            **WORKFLOW, topology="parallel", gec_frontier={"id": "f"}, meta={"owner": "me"}
        ),
        f"POST {W}",
        {
            "domain": "d.e",
            "name": "n",
            "nodes": SENT_NODES,
            "edges": SENT_EDGES,
            "topology": "parallel",
            "gec_frontier": {"id": "f"},
            "meta": {"owner": "me"},
        },
    ),
    (
        "create with empty mappings",
        lambda c: c.create_workflow(domain="d", name="n", nodes=iter([]), gec_frontier={}, meta={}),
        f"POST {W}",
        PLAIN,
    ),
    (
        "create from a mapping",
        lambda c: c.create_workflow({"domain": "d", "name": "n", "nodes": []}),
        f"POST {W}",
        PLAIN,
    ),
    ("list", lambda c: c.list_workflows(), f"GET {W}?limit=50", None),
    (
        "list with all",
        lambda c: c.list_workflows(domain="d", state="active", scopes=("a", "b"), limit=0),
        f"GET {W}?limit=0&domain=d&state=active&scopes=a%2Cb",
        None,
    ),
    (
        "list with empty words",
        lambda c: c.list_workflows(domain="", state="", scopes=[]),
        f"GET {W}?limit=50",
        None,
    ),
    ("list, another name", lambda c: c.get_workflows(domain="d"), f"GET {W}?limit=50&domain=d", None),
    (
        "discover",
        lambda c: c.discover_workflows(["a", "b"], limit=2),
        f"GET {W}/discover?scopes=a%2Cb&limit=2",
        None,
    ),
    ("get", lambda c: c.get_workflow("w/x"), f"GET {W}/w%2Fx", None),
    ("activate", lambda c: c.activate_workflow("w"), f"POST {W}/w/activate", {}),
    ("clone", lambda c: c.clone_workflow("w", "p"), f"POST {W}/w/clone", {"target_project_id": "p"}),
    ("export", lambda c: c.export_workflow("w"), f"GET {W}/w/export", None),
    ("export all", lambda c: c.export_workflows(), f"POST {W}/export", {}),
    (
        "export some",
        lambda c: c.export_workflows(workflow_ids=("w",), domain="d"),
        f"POST {W}/export",
        {"workflow_ids": ["w"], "domain": "d"},
    ),
    (
        "export with empty words",
        lambda c: c.export_workflows(workflow_ids=[], domain=""),
        f"POST {W}/export",
        {},
    ),
    (
        "import",
        lambda c: c.import_workflow({"workflow": WORKFLOW, "version": 1, "nodes": "left"}),
        f"POST {W}/import",
        {
            "data": {
                "workflow": {**WORKFLOW, "nodes": SENT_NODES, "edges": SENT_EDGES},
                "version": 1,
                "nodes": "left",
            },
            "activate": False,
        },
    ),
    (
        "import of a bare workflow",
        lambda c: c.import_workflow({"name": "n", "nodes": NODES, "edges": None}, activate=True),
        f"POST {W}/import",
        {"data": {"name": "n", "nodes": SENT_NODES, "edges": None}, "activate": True},
    ),
    (
        "bulk import",
        lambda c: c.import_workflows({"workflows": [{"nodes": NODES}, {"workflow": {"edges": EDGES}}]}),
        f"POST {W}/import-bulk",
        {
            "data": {"workflows": [{"nodes": SENT_NODES}, {"workflow": {"edges": SENT_EDGES}}]},
            "activate": False,
        },
    ),
    (
        "bulk import of nothing",
        lambda c: c.import_workflows({"a": 1}, activate=True),
        f"POST {W}/import-bulk",
        {"data": {"a": 1}, "activate": True},
    ),
    ("order", lambda c: c.get_execution_order("w"), f"GET {W}/w/order", None),
    ("ready", lambda c: c.get_ready_steps("w"), f"GET {W}/w/ready-steps", None),
    (
        "ready after some",
        lambda c: c.get_ready_steps("w", ["a", "b c"]),
        f"GET {W}/w/ready-steps?completed=a%2Cb%20c",
        None,
    ),
    ("ready after none", lambda c: c.get_ready_steps("w", completed=[]), f"GET {W}/w/ready-steps", None),
    (
        "edge",
        lambda c: c.create_edge(source_id="a", target_id="b", edge_type="t"),
        f"POST {L}/edges",
        {"source_id": "a", "target_id": "b", "edge_type": "t", "weight": 1.0},
    ),
    (
        "edge with all",
        lambda c: c.create_edge(source_id="a", target_id="b", edge_type="t", weight=0, meta={"k": 1}),
        f"POST {L}/edges",
        {"source_id": "a", "target_id": "b", "edge_type": "t", "weight": 0, "meta": {"k": 1}},
    ),
    ("edges", lambda c: c.list_edges(), f"GET {L}/edges?limit=100", None),
    (
        "edges with all",
        lambda c: c.list_edges(source_id="a", target_id="b", edge_type="t", limit=1),
        f"GET {L}/edges?limit=1&source_id=a&target_id=b&edge_type=t",
        None,
    ),
    (
        "outcome",
        lambda c: c.record_step_outcome("w", "s/1"),
        f"POST {W}/w/steps/s%2F1/outcome",
        {"outcome": "completed"},
    ),
    (
        "outcome with all",
        lambda c: c.record_step_outcome(
            "w", "s", agent_id="a", outcome="failed", duration_seconds=0, error_message="e", meta={"k": 1}
        ),
        f"POST {W}/w/steps/s/outcome",
        {"outcome": "failed", "agent_id": "a", "duration_seconds": 0, "error_message": "e", "meta": {"k": 1}},
    ),
    (
        "outcome with empty words",
        lambda c: c.record_step_outcome("w", "s", agent_id="", error_message="", meta={}),
        f"POST {W}/w/steps/s/outcome",
        {"outcome": "completed"},
    ),
    ("complete", lambda c: c.mark_workflow_complete("w"), f"POST {W}/w/complete", {}),
    ("analytics", lambda c: c.get_workflow_analytics("w"), f"GET {W}/w/analytics", None),
    ("benchmarks", lambda c: c.get_workflow_benchmarks("w"), f"GET {W}/w/benchmarks", None),
]


@pytest.mark.parametrize(("call", "line", "body"), [each[1:] for each in CALLS], ids=[c[0] for c in CALLS])
def test_a_call_sends_what_was_recorded(sent: Any, call: Any, line: str, body: Any) -> None:
    assert sent(lambda client: call(client.lattice)) == (line, body)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda c: c.create_workflow(name="n", nodes=[]), "domain must"),
        (lambda c: c.create_workflow(domain="d", name="", nodes=[]), "name must"),
        (lambda c: c.create_workflow(domain="d", name="n", nodes=["a"]), "each node must be a dict"),
        (lambda c: c.create_workflow(domain="d", name="n", nodes=[], edges=[1]), "each edge must be"),
        (
            lambda c: c.create_workflow(domain="d", name="n", nodes=[], gec_frontier="f"),
            "gec_frontier must be a dict",
        ),
        (
            lambda c: c.create_workflow(domain="d", name="n", nodes=[{"id": "a", "meta": "m", "x": 1}]),
            "meta must be a dict",
        ),
        (lambda c: c.import_workflow([]), None),
        (lambda c: c.import_workflow("x"), "data must be a dict"),
        (lambda c: c.import_workflows({"workflows": ["x"]}), "data must be a dict"),
        (lambda c: c.list_workflows(scopes=["a,b"]), "no comma"),
        (lambda c: c.discover_workflows([""]), "not empty"),
        (lambda c: c.get_ready_steps("w", ["a,b"]), "completed must be strings"),
        (lambda c: c.create_edge(source_id="", target_id="b", edge_type="t"), "source_id"),
        (lambda c: c.create_edge(source_id="a", target_id="b", edge_type="t", weight="1"), "weight"),
        (lambda c: c.record_step_outcome("w", ""), "step_id"),
        (lambda c: c.record_step_outcome("w", "s", outcome=""), "outcome"),
        (lambda c: c.record_step_outcome("w", "s", duration_seconds=float("nan")), "duration_seconds"),
        (lambda c: c.clone_workflow("w", ""), "target_project_id"),
        (lambda c: c.get_workflow("../x"), "workflow_id"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, call: Any, words: str | None) -> None:
    lattice = make([answer(200, {})] if words is None else []).lattice
    if words is None:
        # What `dict` makes a mapping of is one.
        assert call(lattice) == {}
        return
    with pytest.raises(ValueError, match=words):
        call(lattice)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda c: c.create_workflow(domain="d", name="n", nodes={"a": 1}), "nodes must be a list"),
        (lambda c: c.create_workflow(domain="d", name="n"), "nodes must be a list"),
        (lambda c: c.create_workflow(WORKFLOW, domain="d"), "not both"),
        (lambda c: c.create_workflow({**WORKFLOW, "colour": "red"}), "colour"),
        (lambda c: c.import_workflows({"workflows": {"a": 1}}), "workflows must be a list"),
        (lambda c: c.import_workflow({"workflow": {"edges": 5}}), "edges must be a list"),
        (lambda c: c.list_workflows(scopes="a"), "scopes must be a list"),
        (lambda c: c.get_ready_steps("w", "a"), "completed must be a list"),
    ],
)
def test_wrong_types_are_refused_before_anything_is_sent(make: Any, call: Any, words: str) -> None:
    with pytest.raises(TypeError, match=words):
        call(make([]).lattice)


STEPS = [{"step_id": "a"}]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({"data": {"ready_steps": STEPS}}, STEPS),
        ({"data": {"ready_steps": []}, "ready_steps": STEPS}, []),
        ({"ready_steps": STEPS}, STEPS),
        ({"id": "w", "data": {"ready_steps": STEPS}}, STEPS),
        ({"data": None, "ready_steps": STEPS}, STEPS),
        ({"data": {"other": 1}, "ready_steps": STEPS}, STEPS),
        ({"data": None}, []),
        ({"data": {"ready_steps": None}}, []),
        ({}, []),
        (None, []),
    ],
)
def test_ready_steps_are_found_wherever_they_are(make: Any, body: Any, found: Any) -> None:
    assert make([answer(200, body)]).lattice.get_ready_steps("w") == found


def test_lists_come_out_of_their_answers(make: Any) -> None:
    lattice = make(
        [answer(200, {"workflows": [{"id": "w"}]}), answer(200, {"edges": []}), answer(200, {})]
    ).lattice
    assert lattice.list_workflows() == [{"id": "w"}]
    assert lattice.list_edges() == []
    assert lattice.discover_workflows(["s"]) == []


def test_what_is_given_stays_as_it_is(make: Any) -> None:
    data = {"workflow": {**WORKFLOW, "nodes": [{"id": "a", "x": 1, "meta": {"y": {"z": 1}}}]}}
    bulk = {"workflows": [data, WORKFLOW]}
    before = copy.deepcopy((data, bulk, WORKFLOW))
    lattice = make([answer(200, {}), answer(200, {}), answer(200, {})]).lattice
    lattice.import_workflow(data)
    lattice.import_workflows(bulk)
    lattice.create_workflow(WORKFLOW)
    assert (data, bulk, WORKFLOW) == before


def test_only_reading_and_naming_a_state_are_repeated(make: Any, script_of: Any) -> None:
    repeated: list[Callable[[Any], Any]] = [
        lambda c: c.activate_workflow("w"),
        lambda c: c.export_workflows(),
    ]
    for call in repeated:
        client = make([answer(503), answer(200, {})])
        assert call(client.lattice) == {}
    once: list[Callable[[Any], Any]] = [
        lambda c: c.create_workflow(PLAIN),
        lambda c: c.import_workflow(PLAIN),
        lambda c: c.clone_workflow("w", "p"),
        lambda c: c.create_edge(source_id="a", target_id="b", edge_type="t"),
        lambda c: c.record_step_outcome("w", "s"),
        lambda c: c.mark_workflow_complete("w"),
    ]
    for call in once:
        client = make([answer(503)])
        with pytest.raises(SbnServerError):
            call(client.lattice)
        assert len(script_of(client).requests) == 1


# -- names of steps and edges --------------------------------------------------------------------------

NAMES = {"id": "step_id", "label": "name"}
KNOWN = {"step_id", "name", "skill", "meta"}
KEYS = st.sampled_from(["id", "step_id", "label", "name", "skill", "step_type", "colour", ""])
VALUES = st.none() | st.integers() | st.just([1])
METAS = st.none() | st.dictionaries(st.sampled_from(["colour", "other"]), st.integers())


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(KEYS, VALUES) | st.tuples(st.just("meta"), METAS), max_size=9))
def test_nothing_of_a_step_is_lost(pairs: list[tuple[str, Any]]) -> None:
    step = dict(pairs)
    before = copy.deepcopy(step)
    (sent,) = workflows.portable({"nodes": [step]})["nodes"]
    assert step == before
    others = {name: value for name, value in step.items() if NAMES.get(name, name) not in KNOWN}
    meta = step.get("meta")
    assert sent.get("meta") == ({**(meta or {}), **others} if others else meta)
    # Of two names for one thing the later one counts.
    renamed = {NAMES.get(name, name): value for name, value in step.items() if name not in others}
    assert {**sent, "meta": None} == {**renamed, "meta": None}


def test_what_is_no_name_goes_before_what_is_in_the_meta() -> None:
    node = {"id": "a", "x": 1, "meta": {"x": 0, "y": 2}}
    (step,) = workflows.steps([node])
    assert step.to_dict() == {"step_id": "a", "meta": {"x": 1, "y": 2}}
    (link,) = workflows.links([{"source": "a", "target": "b", "condition": None, "meta": None}])
    assert link.to_dict() == {"source_id": "a", "target_id": "b", "meta": {"condition": None}}


# -- the sandbox --------------------------------------------------------------------------------------


def test_a_workflow_from_draft_to_complete(client: Any) -> None:
    lattice = client.lattice
    made = lattice.create_workflow(**WORKFLOW, meta={"owner": "me"})
    workflow = made["workflow_id"]
    assert (made["state"], made["nodes"][0]["name"]) == ("draft", "A")
    with pytest.raises(SbnConflictError):
        lattice.record_step_outcome(workflow, "a")
    assert lattice.activate_workflow(workflow)["state"] == "active"
    assert lattice.activate_workflow(workflow)["state"] == "active"
    assert lattice.get_execution_order(workflow)["order"] == ["a", "b", "c"]
    assert [step["step_id"] for step in lattice.get_ready_steps(workflow)] == ["a"]
    assert [step["step_id"] for step in lattice.get_ready_steps(workflow, ["a"])] == ["b"]
    lattice.record_step_outcome(workflow, "a", duration_seconds=1.5, agent_id="me")
    lattice.record_step_outcome(workflow, "b", outcome="failed", error_message="no")
    assert [step["step_id"] for step in lattice.get_ready_steps(workflow)] == ["b"]
    assert lattice.get_workflow_analytics(workflow)["outcomes"] == {"completed": 1, "failed": 1}
    benchmarks = lattice.get_workflow_benchmarks(workflow)["steps"]
    assert benchmarks[0]["measured_seconds"] == [1.5]
    assert lattice.mark_workflow_complete(workflow)["state"] == "complete"
    assert lattice.get_ready_steps(workflow) == []
    assert lattice.get_workflow(workflow)["completed_at"]
    with pytest.raises(SbnConflictError):
        lattice.mark_workflow_complete(workflow)
    with pytest.raises(SbnNotFoundError):
        lattice.record_step_outcome("none", "a")


def test_workflows_are_listed_cloned_and_carried_over(client: Any) -> None:
    lattice = client.lattice
    first = lattice.create_workflow(WORKFLOW)["workflow_id"]
    second = lattice.create_workflow(domain="x", name="m", nodes=NODES)["workflow_id"]
    lattice.activate_workflow(second)
    listed = {
        first: lattice.list_workflows(domain="d.e"),
        second: lattice.get_workflows(state="active", scopes=["x", "y"]),
    }
    assert {name: [row["workflow_id"] for row in rows] for name, rows in listed.items()} == {
        first: [first],
        second: [second],
    }
    assert [row["workflow_id"] for row in lattice.discover_workflows(["d"])] == [first]
    assert len(lattice.list_workflows(limit=1)) == 1
    project = client.console.create_project("Second")["id"]
    clone = lattice.clone_workflow(first, project)
    assert (clone["project_id"], clone["state"]) == (project, "draft")
    assert len(lattice.list_workflows()) == 2
    exported = lattice.export_workflow(first)
    assert lattice.import_workflow(exported, activate=True)["state"] == "active"
    bulk = lattice.export_workflows(domain="d.e")
    imported = lattice.import_workflows(bulk)["workflows"]
    assert [row["nodes"] for row in imported] == [exported["workflow"]["nodes"]] * 2
    assert len(lattice.export_workflows(workflow_ids=[second])["workflows"]) == 1


def test_a_series_runs_in_its_order(client: Any) -> None:
    lattice = client.lattice
    series = lattice.create_workflow(domain="d", name="n", nodes=NODES)["workflow_id"]
    assert [step["step_id"] for step in lattice.get_ready_steps(series, ["a"])] == ["b"]
    loose = lattice.create_workflow(domain="d", name="n", nodes=NODES, topology="parallel")["workflow_id"]
    assert len(lattice.get_ready_steps(loose)) == 3
    circle = [{"source": "a", "target": "b"}, {"source": "b", "target": "a"}]
    stuck = lattice.create_workflow(domain="d", name="n", nodes=NODES, edges=circle)["workflow_id"]
    with pytest.raises(SbnConflictError, match="wait for one another"):
        lattice.get_execution_order(stuck)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"domain": "d", "name": "n", "nodes": [{"name": "no id"}]},
        {"domain": "d", "name": "n", "nodes": [{"id": "a"}, {"id": "a"}]},
        {"workflow": {"domain": "d", "name": 5}},
    ],
)
def test_what_is_no_workflow_is_not_imported(client: Any, data: Any) -> None:
    with pytest.raises(SbnError) as caught:
        client.lattice.import_workflow(data)
    assert caught.value.status_code == 422
    assert client.lattice.list_workflows() == []


def test_edges(client: Any) -> None:
    lattice = client.lattice
    made = lattice.create_edge(source_id="a", target_id="b", edge_type="feeds", weight=0.5, meta={"k": 1})
    lattice.create_edge(source_id="a", target_id="c", edge_type="blocks")
    assert lattice.list_edges(edge_type="feeds") == [made]
    assert len(lattice.list_edges(source_id="a")) == 2
    assert len(lattice.list_edges(limit=1)) == 1


# -- the command ---------------------------------------------------------------------------------------

GROUP = ("lattice", "workflows")


def test_the_command(sbn: Run, sbn_sandbox: Sandbox, tmp_path: Path) -> None:
    with SbnClient(base_url=sbn_sandbox.base_url, timeout=30) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        workflow = client.lattice.create_workflow(WORKFLOW)["workflow_id"]
        edge = client.lattice.create_edge(source_id="s", target_id="t", edge_type="feeds")["id"]
    assert workflow in sbn(*GROUP, "list", "--scopes", " d , ").stdout
    assert json.loads(sbn("-f", "json", *GROUP, "list").stdout)["workflows"][0]["name"] == "n"
    assert sbn("-f", "quiet", *GROUP, "list", "--domain", "none").stdout == ""
    assert "Steps     3" in sbn(*GROUP, "get", workflow).stdout
    assert "active" in sbn(*GROUP, "activate", workflow).stdout
    ready = ("ready", workflow, "--completed", "a, ")
    assert sbn("-f", "quiet", *GROUP, *ready).stdout == "b"
    assert json.loads(sbn("-f", "json", *GROUP, *ready).stdout)["ready_steps"][0]["step_id"] == "b"
    assert "B" in sbn(*GROUP, *ready).stdout
    cloned = sbn("-f", "quiet", *GROUP, "clone", workflow, "--target-project-id", "proj-123").stdout
    assert cloned.startswith("wf_")
    assert sbn("-f", "quiet", *GROUP, "list").stdout == f"{workflow}\n{cloned}"
    for flags in ((), ("-f", "quiet")):
        assert json.loads(sbn(*flags, *GROUP, "export", workflow).stdout)["workflow"]["name"] == "n"
    file = tmp_path / "workflow.json"
    assert sbn("-f", "quiet", *GROUP, "export", workflow, "-o", str(file)).stdout == str(file)
    assert json.loads(file.read_text())["workflow"]["domain"] == "d.e"
    edges = ("lattice", "edges", "list", "--source-id", "s")
    assert sbn("-f", "quiet", *edges).stdout == edge
    assert "feeds" in sbn(*edges).stdout
    assert json.loads(sbn("-f", "json", *edges).stdout)["edges"][0]["weight"] == 1.0


def test_a_command_that_fails(sbn: Run) -> None:
    assert sbn("lattice").exit_code == 2
    assert sbn(*GROUP, "clone", "w").exit_code == 2
    assert sbn(*GROUP, "get", "none").exit_code == 1
    assert sbn(*GROUP, "ready", "..").exit_code == 1
