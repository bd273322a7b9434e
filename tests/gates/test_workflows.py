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


def test_release_is_tried_attested_and_published_without_a_stored_token() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    # YAML reads the key `on` as true.
    assert workflow[True] == {"push": {"tags": ["v*"]}}
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    assert [step["run"] for step in build["steps"] if "run" in step][-1] == 'make dist TAG="$TAG"'
    assert "permissions" not in build
    assert publish["needs"] == "build"
    assert publish["environment"] == "release"
    assert publish["permissions"] == {"contents": "read", "id-token": "write", "attestations": "write"}
    used = {step["uses"].partition("@")[0]: step.get("with", {}) for step in publish["steps"]}
    assert used["actions/attest-build-provenance"]["subject-path"].split() == ["dist/*.whl", "dist/*.tar.gz"]
    assert used["actions/attest-sbom"]["sbom-path"] == "sbom/sbom.cdx.json"
    assert used["pypa/gh-action-pypi-publish"] == {"packages-dir": "dist/", "attestations": True}
    # What is published is what was built and tried: the job runs no command and checks nothing out.
    assert not any("run" in step for step in publish["steps"])
    assert "actions/checkout" not in used
    assert "secrets." not in text
    assert "password" not in text


def test_every_night_tries_the_newest_and_the_lowest_libraries() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "libraries.yml").read_text(encoding="utf-8"))
    assert "schedule" in workflow[True]
    newest, lowest = (
        [step["run"] for step in workflow["jobs"][name]["steps"] if "run" in step]
        for name in ("newest", "lowest")
    )
    assert newest == ["make install-newest", "make check test FORMAT=github"]
    assert lowest == ["make install-lowest", "make test"]


def test_every_supported_python_is_tested() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    named = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["test"]["strategy"]["matrix"]["python"] == named


def test_ci_checks_and_tests_and_the_night_looks_for_drift() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in WORKFLOWS}
    assert "run: make check BASE=" in texts["ci.yml"]
    assert "run: make test" in texts["ci.yml"]
    assert "run: make drift SERVICE=" in texts["drift.yml"]
    assert "schedule:" in texts["drift.yml"]
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == "make check test"
