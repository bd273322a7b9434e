"""The gate for private names of other libraries, on facades that are made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from clientkit_codegen.gates.private import private
from clientkit_codegen.generation import layout

OURS = """
import httpx
class Thing:
    __slots__ = ("_kept",)
    def __init__(self):
        self._kept = 1
def look(thing, point):
    return thing._kept, point._replace(x=1), httpx.Client
"""


@pytest.fixture
def facades(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "facades"
    (folder / "clientkit" / "_io").mkdir(parents=True)
    (folder / "clientkit" / "thing.py").write_text(OURS)
    made = type("Made", (), {"facades": folder, "generated": tmp_path / "none"})
    (tmp_path / "none").mkdir()
    monkeypatch.setattr(layout, "project", lambda: made)
    return folder


def test_names_of_our_own_are_no_finding(facades: Path) -> None:
    assert private() == []


@pytest.mark.parametrize(
    "line",
    [
        "def f(client): return client._transport",
        "def f(client): return getattr(client, '_transport', None)",
        "def f(client): setattr(client, '_transport', None)",
        "import httpx\ndef f(): return httpx.Client._kept",
        "import httpx\nhttpx.Client.send = print",
        "import httpx\nsetattr(httpx.Client, 'send', print)",
        "def f(connection): connection.__class__ = int",
    ],
)
def test_what_belongs_to_others_is_a_finding(facades: Path, line: str) -> None:
    (facades / "clientkit" / "other.py").write_text(line)
    (found,) = private()
    assert found.startswith("facades/clientkit/other.py:")
    (facades / "clientkit" / "other.py").rename(facades / "clientkit" / "_io" / "libraries.py")
    assert private() == []
