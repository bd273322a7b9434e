"""The surface of facades: its record, and what was taken from it."""

from __future__ import annotations

from pathlib import Path

import griffe
import pytest

from .conftest import Tree, copy_scripts

THINGS = '''\
"""Things."""

from __future__ import annotations

LIMIT = 10


class AsyncThings(Base):
    """Things of the service."""

    async def get(self, thing_id: str | int, *, view: str = "full", deep: bool = False) -> Thing | None:
        """Get a thing."""

    async def drop(self, thing_id: str) -> None:
        """Drop a thing."""

    @property
    def count(self) -> int:
        """How many there are."""

    def _helper(self) -> None:
        """Not for users."""
'''
MODULE = "facades/probe/_async/things.py"
INIT = """\
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probe._async.things import AsyncThings

__all__ = ["AsyncThings"]
"""
RECORD = """\
The surface of probe; made by make surface.

probe.AsyncThings
class probe._async.things.AsyncThings(Base)
    property count: int
    async drop(thing_id: str) -> None
    async get(thing_id: str | int, *, view: str = 'full', deep: bool = False) -> Thing | None
probe._async.things.LIMIT: untyped
"""


@pytest.fixture
def small(tmp_path: Path, pristine: Path) -> Tree:
    """A repository with one small facade, in step with its record and committed on `main`."""
    tree = copy_scripts(pristine, tmp_path / "repository")
    tree.write("specs/services.toml", '[services]\nprobe = { facades = ["probe"] }\n')
    tree.write("facades/probe/__init__.py", INIT)
    tree.write("facades/probe/_async/__init__.py", "")
    tree.write(MODULE, THINGS)
    tree.write(
        "CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n- `Things.drop` and `Things.get` are there.\n"
    )
    tree.run("surface")
    tree.git("init", "--quiet", "--initial-branch", "main")
    tree.commit("base")
    return tree


def lost(tree: Tree) -> list[str]:
    """Bring the record up to date; return what else the gate finds."""
    assert not tree.run("surface").stderr
    (gate,) = tree.report("surface")
    assert gate["ok"] is not bool(gate["findings"])
    return [each["text"] for each in gate["findings"]]


def test_the_record_has_names_parameters_defaults_and_types(small: Tree) -> None:
    assert small.read("docs/surface/probe.txt") == RECORD
    assert small.gate("surface")[0]
    assert small.run("surface").stdout == "up to date\n"


def test_a_record_that_is_not_the_facade_is_named(small: Tree) -> None:
    small.edit(MODULE, "deep: bool = False", "deep: bool = False, wide: bool = False")
    ok, said = small.gate("surface")
    assert not ok
    assert "docs/surface/probe.txt: not what the facade is; make surface" in said
    assert lost(small) == []


def test_a_record_of_no_facade_is_named(small: Tree) -> None:
    small.write("docs/surface/other.txt", "")
    assert "docs/surface/other.txt: there is no such facade" in small.gate("surface")[1]
    assert lost(small) == []
    assert not small.path("docs/surface/other.txt").exists()


@pytest.mark.parametrize(
    ("old", "new", "name", "told"),
    [
        ("async def drop", "async def remove", "Things.drop", "removed"),
        (', view: str = "full"', "", "Things.get", "view"),
        ("str | int, *", "str, *", "Things.get", "thing_id no longer takes int"),
        ("deep: bool = False", "deep: bool", "Things.get", "deep"),
        ("deep: bool = False", "deep: bool = True", "Things.get", "deep"),
        ("deep: bool = False)", "deep: bool = False, tenant: str)", "Things.get", "tenant"),
        ("-> Thing | None", "-> Thing | str", "Things.get", "may return str now"),
        ("count(self) -> int", "count(self) -> str", "Things.count", "int to str"),
        ("class AsyncThings(Base)", "class AsyncThings", "Things", "base class was removed"),
    ],
)
def test_a_loss_is_named_until_the_changelog_says_it(
    small: Tree, old: str, new: str, name: str, told: str
) -> None:
    small.edit(MODULE, old, new)
    (text,) = lost(small)
    assert text.startswith(f"{MODULE}: {name}: ")
    assert told in text
    assert f"what becomes of `{name}`" in text
    small.write("CHANGELOG.md", small.read("CHANGELOG.md") + f"- `{name}` is another now, because.\n")
    assert lost(small) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("thing_id: str | int", "thing_id: str | int | float"),
        ("deep: bool = False", "deep: bool = False, wide: bool = False"),
        ("LIMIT = 10", "LIMIT = 20"),
        ("def _helper(self) -> None", "def _other(self, value: int) -> str"),
        ("class AsyncThings", "class AsyncMore(Base):\n    pass\n\n\nclass AsyncThings"),
    ],
)
def test_what_is_added_or_wider_passes(small: Tree, old: str, new: str) -> None:
    small.edit(MODULE, old, new)
    assert lost(small) == []


def test_a_module_and_an_export_that_go_are_named(small: Tree) -> None:
    small.git("mv", MODULE, "facades/probe/_async/stuff.py")
    small.write("facades/probe/__init__.py", "__all__ = []\n")
    assert any("probe._async.things: the module is gone" in each for each in lost(small))


def test_both_worlds_are_recorded_and_a_loss_in_both_is_one(small: Tree) -> None:
    twin = THINGS.replace("async ", "").replace("AsyncThings", "Things")
    small.write("facades/probe/_sync/__init__.py", "")
    small.write("facades/probe/_sync/things.py", twin)
    small.run("surface")
    assert "class probe._sync.things.Things(Base)" in small.read("docs/surface/probe.txt")
    small.commit()
    small.edit(MODULE, "def drop", "def remove")
    small.edit("facades/probe/_sync/things.py", "def drop", "def remove")
    assert len(lost(small)) == 1


def test_without_a_base_the_record_is_still_checked(small: Tree) -> None:
    small.git("checkout", "--quiet", "--detach")
    small.git("branch", "--quiet", "-D", "main")
    ok, said = small.gate("surface")
    assert ok
    assert "not compared" in said
    small.edit(MODULE, "async def drop", "async def remove")
    assert not small.gate("surface")[0]


def test_what_is_compared_is_what_griffe_finds() -> None:
    from clientkit_codegen.gates.surface import losses

    def package(text: str) -> griffe.Module:
        return griffe.visit("probe", Path("probe/__init__.py"), text)

    old = "class Shape:\n    def area(self, unit: 'Sequence[int | str] | None' = None) -> float: ..."
    assert losses(package(old), package(old)) == []
    (loss,) = losses(package(old), package(old.replace("[int | str]", "[int]")))
    assert (loss.name, "Sequence[int | str]" in loss.text) == ("Shape.area", True)
