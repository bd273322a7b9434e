"""docs/commands.md: its commands run, and give what the page shows."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path

import pytest

from tests.commands.conftest import Command

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
OF_OURS = {"alsorn": "alsorn", "ash_ai": "ash"}


def shown() -> list[tuple[str, list[str]]]:
    """Return each command of the page with the lines that it shows as its output."""
    found: list[tuple[str, list[str]]] = []
    for block in re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return found


def test_the_commands_of_the_page_run(
    clientkit: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    count = 0
    for line, output in shown():
        words = shlex.split(line, comments=True)
        if words[0] == "echo":
            Path(words[-1]).write_text(words[1])
            continue
        if words[:2] == ["python", "-m"]:
            words = ["clientkit", OF_OURS[words[2]], *words[3:]]
        if words[0] != "clientkit":
            continue
        if "<" in words:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(words[-1]).read_bytes())))
            words = words[: words.index("<")]
        done = clientkit(*words[1:])
        assert done.code == 0, f"{line}: {done.err}"
        for expected in output:
            assert expected.removesuffix("…") in done.out, line
        count += 1
    assert count > 10
