"""The gate of breaking changes, on a copy of the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Tree

SPEC = "specs/probe.yaml"
TABLE = "specs/services.toml"
THINGS = """\
openapi: 3.1.0
info: {title: Probe, version: '1'}
paths:
  /things:
    get:
      operationId: list_things
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
      responses: &answer
        '200':
          description: Things.
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
    post:
      operationId: make_thing
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses: *answer
components:
  schemas:
    Thing:
      type: object
      properties:
        id: {type: string}
        name: {type: string}
"""
ROW = "| probe | list_things | request-parameter-max-decreased | The service cannot answer more. |\n"


@pytest.fixture
def small(tmp_path: Path, pristine: Path) -> Tree:
    """A repository of one small service with a branch that leaves `main`."""
    from .conftest import copy_scripts

    tree = copy_scripts(pristine, tmp_path / "repository")
    tree.write(TABLE, '[services]\nprobe = { facades = ["probe"] }\n')
    tree.write(SPEC, THINGS)
    tree.write("specs/BREAKING.md", "| Spec | Operation | Rule | Reason |\n| --- | --- | --- | --- |\n")
    tree.git("init", "--quiet", "--initial-branch", "main")
    tree.commit("base")
    tree.git("checkout", "--quiet", "-b", "work")
    return tree


def only(tree: Tree, **variables: str) -> tuple[bool, list[dict[str, Any]]]:
    (gate,) = tree.report("breaking", **variables)
    return gate["ok"], gate["findings"]


def lower_limit(tree: Tree) -> None:
    tree.edit(SPEC, "maximum: 100", "maximum: 50")


def declare(tree: Tree, row: str = ROW) -> None:
    tree.write("specs/BREAKING.md", tree.read("specs/BREAKING.md") + row)


def test_a_tree_without_changes_passes(small: Tree) -> None:
    assert only(small) == (True, [])


def test_a_break_is_named_whole_committed_or_not(small: Tree) -> None:
    lower_limit(small)
    ok, (found,) = only(small)
    assert not ok
    assert found["file"] == SPEC
    assert "maximum: 50" in small.read(SPEC).splitlines()[found["line"] - 1]
    assert found["rule"] == "request-parameter-max-decreased"
    assert found["operations"] == ["list_things"]
    assert found["pointer"] == "#/paths/~1things/get/parameters/0/schema"
    assert found["breaks"] == "callers"
    small.commit()
    assert only(small) == (False, [found])


def test_a_break_of_a_shared_schema_is_one_finding_with_all_operations(small: Tree) -> None:
    small.edit(SPEC, "        name: {type: string}\n", "")
    ok, found = only(small)
    assert not ok
    assert {each["rule"]: each["operations"] for each in found} == {
        "request-property-removed": ["make_thing"],
        "response-optional-property-removed": ["list_things", "make_thing"],
    }
    assert small.read(SPEC).splitlines()[found[0]["line"] - 1].strip() == "properties:"


def test_an_addition_passes_and_is_listed(small: Tree) -> None:
    small.edit(
        SPEC, "        name: {type: string}\n", "        name: {type: string}\n        age: {type: integer}\n"
    )
    ok, said = small.gate("breaking")
    assert ok
    assert "response-optional-property-added: age is new (list_things, make_thing)" in said


def test_a_declared_break_passes_with_its_reason(small: Tree) -> None:
    lower_limit(small)
    declare(small)
    ok, (found,) = only(small)
    assert ok
    assert "The service cannot answer more." in found["text"]


def test_the_row_that_the_gate_asks_for_is_the_one_it_takes(small: Tree) -> None:
    small.edit(SPEC, "        name: {type: string}\n", "")
    _, found = only(small)
    for each in found:
        declare(small, each["text"].partition("BREAKING.md: ")[2] + "\n")
    assert only(small)[0]


def test_a_row_without_a_break_is_stale(small: Tree) -> None:
    declare(small)
    ok, (found,) = only(small)
    assert (ok, found["rule"], found["file"], found["line"]) == (False, "stale", "specs/BREAKING.md", 3)
    assert "list_things" in found["text"]


def test_a_merged_row_neither_fails_nor_excuses_the_next_break(small: Tree) -> None:
    lower_limit(small)
    declare(small)
    small.commit()
    small.git("checkout", "--quiet", "main")
    small.git("merge", "--quiet", "work")
    assert only(small) == (True, [])
    small.git("checkout", "--quiet", "-b", "next")
    small.edit(SPEC, "maximum: 50", "maximum: 20")
    assert not only(small)[0]


@pytest.mark.parametrize("row", ["| probe | list_things | some-rule | |\n", "| probe | list_things |\n"])
def test_a_row_without_a_reason_is_refused(small: Tree, row: str) -> None:
    lower_limit(small)
    declare(small, row)
    ok, found = only(small)
    assert not ok
    assert "form" in {each["rule"] for each in found}


def test_base_names_what_to_compare_with(small: Tree) -> None:
    lower_limit(small)
    small.commit()
    assert only(small, BASE="work") == (True, [])
    assert not only(small, BASE="main")[0]
    done = small.run("check", "--only", "breaking", "--base", "HEAD")
    assert done.returncode == 0


def test_the_main_branch_going_on_is_no_break_of_ours(small: Tree) -> None:
    small.git("checkout", "--quiet", "main")
    small.edit(
        SPEC, "        name: {type: string}\n", "        name: {type: string}\n        age: {type: integer}\n"
    )
    small.commit()
    small.git("checkout", "--quiet", "work")
    assert only(small) == (True, [])


def test_without_anything_to_compare_with_it_says_so_and_passes(small: Tree) -> None:
    small.git("checkout", "--quiet", "--detach")
    small.git("branch", "--quiet", "-D", "main", "work")
    lower_limit(small)
    ok, (found,) = only(small)
    assert ok
    assert "make check BASE=" in found["text"]


def test_a_base_that_does_not_exist_fails(small: Tree) -> None:
    ok, (found,) = only(small, BASE="nowhere")
    assert not ok
    assert "BASE=nowhere names no commit" in found["text"]


def test_a_service_that_goes_breaks_all_its_callers_and_a_new_one_nobody(small: Tree) -> None:
    small.write(TABLE, '[services]\nnewcomer = { facades = ["newcomer"] }\n')
    small.git("mv", SPEC, "specs/newcomer.yaml")
    ok, found = only(small)
    assert not ok
    assert {each["rule"] for each in found} == {"api-removed-without-deprecation"}
    assert sorted(name for each in found for name in each["operations"]) == ["list_things", "make_thing"]


def test_annotations_are_workflow_commands(small: Tree) -> None:
    lower_limit(small)
    done = small.run("check", "--only", "breaking", "--format", "github")
    first = done.stdout.splitlines()[0]
    assert first.startswith(
        "::error file=specs/probe.yaml,line=8,title=breaking%3A request-parameter-max-decreased::"
    )
    assert "%0A  at #/paths/~1things/get" in first
    assert done.returncode == 1


def test_the_overlay_the_ids_and_further_files_of_a_document_are_part_of_it(small: Tree) -> None:
    document = small.read(SPEC).replace("      operationId: list_things\n", "", 1)
    document = document.replace("        name: {type: string}\n", "        name: {$ref: parts/name.yaml}\n")
    small.write(SPEC, document)
    small.write("specs/parts/name.yaml", "type: string\nmaxLength: 10\n")
    small.write("specs/probe.ids.json", '{"GET /things": "list_things"}')
    small.commit("several files")
    small.git("branch", "--force", "main")
    assert only(small) == (True, [])

    small.write("specs/parts/name.yaml", "type: string\nmaxLength: 5\n")
    target = "$.paths['/things'].get.parameters[0].schema"
    action = {"target": target, "description": "Why.", "update": {"maximum": 50}}
    small.write("specs/probe.overlay.yaml", json.dumps({"overlay": "1.0.0", "actions": [action]}))
    ok, found = only(small)
    assert not ok
    breaks = {(each["rule"], *each["operations"]) for each in found if each["fails"]}
    assert breaks == {
        ("request-parameter-max-decreased", "list_things"),
        ("request-property-max-length-decreased", "make_thing"),
    }


def test_a_spec_that_cannot_be_read_is_named(small: Tree) -> None:
    small.write(SPEC, "openapi: [")
    ok, (found,) = only(small)
    assert not ok
    assert found["text"].startswith("specs/probe.yaml: not YAML: line 2")
