"""Generated code and what it came from: each difference is named with what fixes it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from .conftest import Tree

MANIFEST = "generated/MANIFEST.json"
TEMPLATE = "scripts/clientkit_codegen/templates/model.py.jinja"
NAME = TEMPLATE.removeprefix("scripts/")


def output(tree: Tree, part: str) -> str:
    """Return the path of a generated file."""
    return next(path for path in json.loads(tree.read(MANIFEST))["outputs"] if part in path)


def with_tool(tool: str) -> Callable[[Tree], tuple[str, str]]:
    """Make it look as if another version of a tool had written what is committed."""

    def spoil(tree: Tree) -> tuple[str, str]:
        manifest = json.loads(tree.read(MANIFEST))
        installed, manifest["tools"][tool] = manifest["tools"][tool], "0.1.0"
        tree.write(MANIFEST, json.dumps(manifest))
        return f"{tool}: {installed} is installed, 0.1.0 wrote what is committed", "make install generate"

    return spoil


def hand_edit(tree: Tree) -> tuple[str, str]:
    path = output(tree, "_api/models/")
    tree.write(path, tree.read(path) + "# mine\n")
    service = path.split("/")[1].removesuffix("_api")
    return (
        f"{path}: edited by hand",
        f"edit specs/{service}.yaml or a template of clientkit_codegen instead, then make generate",
    )


def edited_twin(tree: Tree) -> tuple[str, str]:
    path = output(tree, "/_sync/client.py")
    tree.write(path, tree.read(path) + "# mine\n")
    return f"{path}: edited by hand", f"edit {path.replace('_sync', '_async')} instead, then make generate"


def deleted_file(tree: Tree) -> tuple[str, str]:
    path = output(tree, "_api/api/")
    tree.path(path).unlink()
    return f"{path}: missing", "make generate writes it again"


def stray_file(tree: Tree) -> tuple[str, str]:
    tree.write("generated/notes.txt", "")
    return "generated/notes.txt: stray", "rm it"


def edited_template(tree: Tree) -> tuple[str, str]:
    tree.write(TEMPLATE, tree.read(TEMPLATE) + "\n")
    return f"{NAME}: changed since the last generation", "make generate"


def deleted_template(tree: Tree) -> tuple[str, str]:
    tree.path(TEMPLATE).unlink()
    return f"{NAME}: gone since the last generation", "make generate"


def edited_source(tree: Tree) -> tuple[str, str]:
    path = next(path for path in json.loads(tree.read(MANIFEST))["sources"] if path.endswith("client.py"))
    tree.write(path, tree.read(path) + "# mine\n")
    return f"{path}: changed since the last generation", "make generate"


@pytest.mark.parametrize(
    "spoil",
    [
        hand_edit,
        edited_twin,
        deleted_file,
        stray_file,
        edited_template,
        deleted_template,
        edited_source,
        with_tool("ruff"),
        with_tool("openapi-python-client"),
    ],
)
def test_a_difference_is_named_with_what_mends_it(
    tree: Tree, spoil: Callable[[Tree], tuple[str, str]]
) -> None:
    what, fix = spoil(tree)
    (gate,) = tree.report("hashes")
    (finding,) = gate["findings"]
    assert not gate["ok"]
    assert finding["text"].startswith(what)
    assert fix in finding["text"]


def test_a_clean_tree_passes_and_nothing_is_generated_for_that(tree: Tree) -> None:
    done = tree.run("check", "--only", "hashes", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0, done.stdout
    # What takes its time is not even loaded.
    assert "generation.manifest" in done.stderr
    assert "openapi_python_client" not in done.stderr


def test_the_fast_gates_pass_on_a_clean_tree(tree: Tree) -> None:
    started = time.perf_counter()
    gates = tree.report("hashes", "lint", "breaking", "inventory", "surface")
    assert [gate["gate"] for gate in gates if not gate["ok"]] == []
    # Many times what it takes, for machines that are busy.
    assert time.perf_counter() - started < 300
