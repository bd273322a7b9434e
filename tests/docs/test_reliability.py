"""The page of guarantees: each has a proof, and each proof is a test that exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.targets import TARGETS

TESTS = Path(__file__).resolve().parents[1]
PAGE = TESTS.parent / "docs" / "reliability.md"
TEXT = PAGE.read_text(encoding="utf-8")

_PROOF = re.compile(r"`(?P<file>[\w/]+\.py)::(?P<name>\w+)`")


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the tables whose first row begins like this."""
    found, within = [], False
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if cells and within and not set(cells[0]) <= {"-"}:
            found.append(cells)
        within = bool(cells) and (within or cells[0] == heading)
    return found


@cache
def functions(file: str) -> frozenset[str]:
    """Return the names of the functions of a module of tests."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


@pytest.mark.parametrize("proof", sorted({match.group().strip("`") for match in _PROOF.finditer(TEXT)}))
def test_every_proof_exists(proof: str) -> None:
    file, _, name = proof.partition("::")
    assert (TESTS / file).is_file(), f"there is no tests/{file}"
    assert name.startswith("test_")
    assert name in functions(file), f"tests/{file} has no {name}"


def test_every_guarantee_has_a_proof() -> None:
    guarantees = rows("Guarantee")
    assert len(guarantees) > 40
    for guarantee, _, proof in guarantees:
        assert _PROOF.search(proof), f"no proof: {guarantee}"
        # Not one of another form, which nothing would look for.
        assert not re.sub(rf"{_PROOF.pattern}[, ]*", "", proof), f"unreadable: {proof}"


def test_the_rows_of_the_benchmarks_are_theirs() -> None:
    assert {name: float(most) for name, most in rows("Row")} == {
        name: most for name, most in TARGETS.items() if most is not None
    }
