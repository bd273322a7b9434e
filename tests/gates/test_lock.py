"""The lock of the tools, and tools that are missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Tree, copy_scripts

LOCK = "requirements.lock"
PROJECT = """
[build-system]
requires = ["builder>=1"]
[project]
name = "clientkit"
dependencies = ["alpha>=1,<2"]
[project.optional-dependencies]
more = ["Beta_Two>=2; python_version >= '3.11'"]
dev = ["clientkit[more]", "gamma==3.0"]
"""
PINS = {"builder": "1.5", "alpha": "1.9", "beta-two": "2.0", "gamma": "3.0"}


@pytest.fixture
def small(tmp_path: Path, pristine: Path) -> Tree:
    tree = copy_scripts(pristine, tmp_path / "repository")
    tree.write("pyproject.toml", PROJECT)
    tree.write("specs/services.toml", "[services]\n")
    tree.write(
        LOCK, "".join(f"{name}=={version} \\\n    --hash=sha256:00\n" for name, version in PINS.items())
    )
    return tree


def test_lock_with_every_requirement_holds(small: Tree) -> None:
    assert small.gate("lock")[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("alpha==1.9", "alpha==2.0", "has alpha 2.0, and pyproject.toml requires alpha<2,>=1"),
        ("beta-two==2.0", "another==2.0", "lacks Beta_Two, which pyproject.toml requires"),
        ("builder==1.5", "builder==0.9", "has builder 0.9"),
        ("gamma==3.0 \\\n    --hash=sha256:00", "gamma==3.0", "gamma has no hash"),
        ("    --hash", "    # from https://index.test/simple\n    --hash", "contains a URL"),
    ],
)
def test_lock_that_is_behind_is_reported(small: Tree, old: str, new: str, said: str) -> None:
    small.edit(LOCK, old, new)
    holds, text = small.gate("lock")
    assert not holds
    assert said in text
    assert "make lock" in text


def test_repository_without_a_lock_is_left_alone(small: Tree) -> None:
    small.path(LOCK).unlink()
    assert small.gate("lock")[0]


def test_lock_is_made_for_every_supported_python_and_system(pristine: Path) -> None:
    text = (pristine / LOCK).read_text(encoding="utf-8")
    names = set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))
    # What a resolution for one machine alone would leave out or take without a marker.
    assert {"colorama", "tzdata"} <= names
    assert re.search(r"^secretstorage==\S+ ; .*sys_platform == 'linux'", text, re.MULTILINE)
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) > 5 * len(names)


@pytest.mark.parametrize("gate", ["breaking", "surface", "lint"])
def test_gate_without_git_fails_in_one_line(tree: Tree, gate: str) -> None:
    done = tree.run("check", "--only", gate, PATH="/nowhere")
    assert done.returncode == 1
    assert "git is not installed, so nothing was compared; install git" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not re.search(rf"^{gate} +ok", done.stdout, re.MULTILINE)


def test_gate_without_a_base_is_skipped_and_not_ok(small: Tree) -> None:
    small.git("init", "--quiet", "--initial-branch", "elsewhere")
    small.commit()
    assert re.search(r"^breaking +skipped .*\n +not compared: ", small.gate("breaking")[1], re.MULTILINE)
    (row,) = small.report("breaking")
    assert (row["ok"], row["status"]) == (True, "skipped")
