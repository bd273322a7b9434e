"""What is true of every facade: light imports, equal modes, all operations wrapped, exports that resolve."""

from __future__ import annotations

import inspect
import io
import re
import subprocess
import sys
from typing import Any

import asg_gateway
import pytest
from asg_gateway import ASGGatewayClient, AsyncASGGatewayClient
from asg_gateway.progress import shown
from asg_gateway.submission import Progress
from clientkit_sandbox._catalog import load_document

PROBE = """
import sys
from asg_gateway import ASGGatewayClient, AsyncASGGatewayClient
ASGGatewayClient("sk_sandbox_0123456789"); AsyncASGGatewayClient("sk_sandbox_0123456789")
heavy = {"httpx", "anyio", "attr", "attrs", "dateutil", "sqlite3", "rich", "uuid"}
if "orjson" in sys.modules:  # it loads uuid itself
    heavy.remove("uuid")
print(sorted(name for name in sys.modules if name.split(".")[0] in heavy or "asg_api.models" in name))
"""


def test_making_a_client_loads_neither_engine_nor_models() -> None:
    program = f"import sys; sys.path[:0] = {sys.path!r}\n{PROBE}"
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def public(cls: type[Any]) -> dict[str, Any]:
    return {name: value for name, value in vars(cls).items() if callable(value) and not name.startswith("_")}


def test_both_worlds_have_the_same_methods() -> None:
    sync, other = public(ASGGatewayClient), public(AsyncASGGatewayClient)
    assert list(sync) == list(other)
    for name, method in sync.items():
        ours, theirs = inspect.signature(method), inspect.signature(other[name])
        assert ours.parameters == theirs.parameters, name
        assert inspect.getdoc(method) == inspect.getdoc(other[name]), name
        returned = str(theirs.return_annotation).removeprefix("Async")
        assert str(ours.return_annotation) == returned, name


def test_every_operation_of_the_spec_has_a_method() -> None:
    documented = {
        operation["operationId"]
        for path in load_document("asg")["paths"].values()
        for method, operation in path.items()
        if method != "parameters"
    }
    named: set[str] = set()
    for name, method in public(ASGGatewayClient).items():
        if name == "resolve":  # of any operation
            continue
        last = (inspect.getdoc(method) or "").splitlines()[-1]
        match = re.fullmatch(r"Operation: ([\w, ]+)", last)
        assert match is not None, f"{name} does not say its operation"
        named.update(match[1].split(", "))
    assert named == documented


def test_every_exported_name_resolves() -> None:
    for name in asg_gateway.__all__:
        assert getattr(asg_gateway, name).__name__ == name
    assert set(asg_gateway.__all__) <= set(dir(asg_gateway))
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        asg_gateway.Nothing  # noqa: B018


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_shown_in_a_terminal_and_nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, wanted, expected in (
        (Terminal(), None, True),
        (Terminal(), False, False),
        (io.StringIO(), None, False),
        (io.StringIO(), True, True),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        told: list[Progress] = []
        with shown("Submitting tasks", wanted, told.append) as tell:
            tell(Progress(3, 1, 10))
        assert told == [Progress(3, 1, 10)]
        assert ("4/10" in stream.getvalue()) is expected


def test_without_rich_there_is_no_bar_and_a_wanted_one_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "rich.console", None)
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with shown("x", None, None) as tell:
        tell(Progress(1, 0, 1))
    assert stream.getvalue() == ""
    with pytest.raises(ImportError, match=r"pip install 'clientkit\[asg\]'"), shown("x", True, None):
        pass
