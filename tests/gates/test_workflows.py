"""The workflows run the targets that everybody runs, and hold no secret."""

from __future__ import annotations

import re
import shlex
from typing import Any

import pytest
import yaml

from .conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_make_targets_and_nothing_else(path: Any) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    commands = [shlex.split(step["run"]) for step in steps(workflow) if "run" in step]
    assert commands
    for program, *arguments in commands:
        assert program == "make"
        assert {word for word in arguments if "=" not in word} <= TARGETS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_holds_no_secret(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    # What comes from outside reaches commands through the environment alone: it must not become part of them.
    assert not any("${{" in step["run"] for step in steps(workflow) if "run" in step)
    assert all(each == "secrets[matrix.key]" for each in re.findall(r"secrets[.\[][\w.\]]*", text))


def test_ci_checks_and_tests_and_the_night_looks_for_drift() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in WORKFLOWS}
    assert "run: make check BASE=" in texts["ci.yml"]
    assert "run: make test" in texts["ci.yml"]
    assert "run: make drift SERVICE=" in texts["drift.yml"]
    assert "schedule:" in texts["drift.yml"]
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "make check test"
