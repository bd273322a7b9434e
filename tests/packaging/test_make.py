"""The Makefile gives what callers write to programs as it is: neither make nor a shell reads it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = shutil.which("make")
# Without a site: it only writes down.
RECORDER = """#!{python} -IS
import json, os, sys
facts = {{"arguments": sys.argv[1:], "ARGS": os.environ.get("ARGS")}}
open({record!r}, "a").write(json.dumps(facts) + "\\n")
"""
COMMAND = ["-m", "clientkit_codegen"]
HOSTILE = [
    'x"; touch F; "',
    "x'; touch F; '",
    "x; touch F",
    "x & touch F",
    "x | touch F",
    "x\ntouch F",
    "$(touch F)",
    "`touch F`",
    "$(shell touch F)",
    "${shell touch F}",
    "$(eval X := $(shell touch F))",
    "$(info x)$(error x)",
    "$$(touch F)",
    "$HOME $$HOME ${HOME}",
    "a b  c",
    "*",
    "# x",
    "x\\",
    "--help",
    "-x",
    "é ☃",
]

pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile, and a .venv whose Python writes down what it is given."""
    folder = tmp_path / "check out"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("pyproject.toml", "requirements.lock", "scripts/install.py"):
        (folder / name).touch()
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    real = os.path.realpath(sys.executable)
    python.write_text(RECORDER.format(python=real, record=str(folder / "record")), encoding="utf-8")
    python.chmod(0o755)
    (folder / ".venv" / ".installed").touch()
    return folder


def make(
    folder: Path, targets: list[str], values: dict[str, str], *, environment: bool
) -> list[dict[str, Any]]:
    """Run targets; return what the program of each was given, without those that write and check pages."""
    given = [] if environment else [f"{name}={value}" for name, value in values.items()]
    outside = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "ARGS", "BASE"}}
    subprocess.run(
        ["make", "-s", *targets, *given],
        cwd=folder,
        env={**outside, **(values if environment else {})},
        check=True,
        capture_output=True,
    )
    lines = (folder / "record").read_text(encoding="utf-8").splitlines()
    facts = [json.loads(line) for line in lines]
    return [each for each in facts if "scripts/docs.py" not in each["arguments"]][-len(targets) :]


@pytest.mark.parametrize("environment", [False, True], ids=["argument", "environment"])
@pytest.mark.parametrize("value", HOSTILE)
def test_values_reach_programs_as_they_are(checkout: Path, value: str, environment: bool) -> None:
    def given(names: list[str], *targets: str) -> list[list[str]]:
        facts = make(checkout, list(targets), dict.fromkeys(names, value), environment=environment)
        assert all(each["ARGS"] == value for each in facts)
        return [each["arguments"][3:] for each in facts]

    named = ["NAME", "SPEC", "SERVICE", "URL", "ARGS"]
    assert given([*named, "ALL"], "new-service", "drift", "generate") == [
        ["--", value, value],
        ["--", value, value],
        ["--all"],
    ]
    assert given([*named, "BASE", "FORMAT", "FAIL_ON"], "check", "drift", "test") == [
        [f"--base={value}", f"--format={value}"],
        [f"--fail-on={value}", f"--format={value}", "--", value, value],
        [],
    ]
    assert not (checkout / "F").exists()


def test_values_that_are_not_given_are_not_passed(checkout: Path) -> None:
    facts = make(checkout, ["check", "generate"], {}, environment=False)
    assert [each["arguments"] for each in facts] == [[*COMMAND, "check"], [*COMMAND, "generate"]]


def test_missing_python_is_one_line(checkout: Path) -> None:
    (checkout / "requirements.lock").touch()
    os.utime(checkout / ".venv" / ".installed", (0, 0))
    done = subprocess.run(
        ["make", "-s", "install", "PYTHON=no-such-python"], cwd=checkout, capture_output=True, text=True
    )
    assert done.returncode
    assert done.stderr.splitlines()[0] == "make: no no-such-python here; install Python 3.11 or newer"
