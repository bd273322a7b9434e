"""Operations of specs against facades, on a copy of the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import ROOT, Tree

# The first facade method that ends with the name of its operation and uses it at once.
METHOD = re.compile(r"Operation: (\w+)\n\s+\"\"\"\n(?:(?!async def).)*?(\w+)\.OPERATION", re.DOTALL)


@pytest.fixture(scope="module")
def place() -> tuple[str, str, str]:
    """A module of a facade, an operation that a method in it names, and the service's spec."""
    from clientkit_codegen.generation import layout

    for service in layout.services():
        for path in sorted(
            p for name in service.facades for p in (layout.project().facades / name).glob("_async/*.py")
        ):
            if match := METHOD.search(path.read_text(encoding="utf-8")):
                return path.relative_to(ROOT).as_posix(), match[1], layout.relative(service.spec)
    raise AssertionError("no facade method names its operation")


@pytest.fixture(autouse=True)
def one_service(tree: Tree, place: tuple[str, str, str]) -> None:
    """Leave the others out: they take time."""
    name = Path(place[2]).stem
    lines = tree.read("specs/services.toml").splitlines()
    tree.write(
        "specs/services.toml", "\n".join(["[services]", *(x for x in lines if x.startswith(f"{name} ="))])
    )


def findings(tree: Tree) -> list[dict[str, str]]:
    (gate,) = tree.report("inventory")
    found: list[dict[str, str]] = gate["findings"]
    assert gate["ok"] is not bool(found)
    return found


def test_a_clean_tree_passes(tree: Tree) -> None:
    assert findings(tree) == []


def test_an_operation_that_nothing_wraps_is_named(tree: Tree, place: tuple[str, str, str]) -> None:
    _, _, spec = place
    extra = "paths:\n  /gate-probe:\n    get:\n      operationId: probe_gates\n      responses: {}\n"
    tree.edit(spec, "\npaths:\n", f"\n{extra}")
    (found,) = findings(tree)
    assert (found["file"], found["rule"]) == (spec, "wrapped")
    assert "probe_gates: no facade wraps it" in found["text"]

    tree.edit(
        spec, "operationId: probe_gates\n", "operationId: probe_gates\n      x-not-wrapped: For robots.\n"
    )
    assert findings(tree) == []
    tree.edit(spec, "x-not-wrapped: For robots.", "x-not-wrapped: ''")
    assert "gives no reason" in findings(tree)[0]["text"]


def test_a_reason_for_what_is_wrapped_is_stale(tree: Tree, place: tuple[str, str, str]) -> None:
    _, operation, spec = place
    tree.edit(
        spec, f"operationId: {operation}\n", f"operationId: {operation}\n      x-not-wrapped: No need.\n"
    )
    (found,) = findings(tree)
    assert f"{operation}: is wrapped; take x-not-wrapped out" in found["text"]


def test_a_method_that_names_no_operation_is_named(tree: Tree, place: tuple[str, str, str]) -> None:
    module, operation, _ = place
    tree.edit(module, f"Operation: {operation}\n", "\n")
    (found,) = findings(tree)
    assert (found["file"], found["rule"]) == (module, "unnamed")
    assert f"end its docstring with `Operation: {operation}`" in found["text"]
    line = tree.read(module).splitlines()[int(found["line"]) - 1]
    assert line.lstrip().startswith(("async def", "def"))


def test_a_method_that_names_another_operation_is_named(tree: Tree, place: tuple[str, str, str]) -> None:
    module, operation, _ = place
    tree.edit(module, f"Operation: {operation}\n", "Operation: no_such_thing\n")
    assert {each["rule"] for each in findings(tree)} == {"unknown", "unnamed"}


def test_a_method_that_names_more_than_it_calls_is_named(tree: Tree, place: tuple[str, str, str]) -> None:
    module, operation, spec = place
    others = re.findall(r"operationId: (\w+)", Path(tree.path(spec)).read_text(encoding="utf-8"))
    other = next(name for name in reversed(others) if name != operation and name not in tree.read(module))
    tree.edit(module, f"Operation: {operation}\n", f"Operation: {operation}, {other}\n")
    (found,) = findings(tree)
    assert found["rule"] == "unused"
    assert other in found["text"]


def test_an_operation_that_the_spec_lost_is_named(tree: Tree, place: tuple[str, str, str]) -> None:
    module, operation, spec = place
    tree.edit(spec, f"operationId: {operation}\n", "operationId: something_else\n")
    found = findings(tree)
    assert {each["rule"] for each in found} == {"unknown", "wrapped"}
    assert module in {each["file"] for each in found}
