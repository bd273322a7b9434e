"""The scripts as modules, and copies of the repository that tests may spoil."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

# What a git that the user configured in another way would do.
GIT = ("git", "-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Tree:
    """A copy of the repository.

    Attributes:
        root: Where it is.
    """

    root: Path

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str, *, every: bool = False) -> None:
        text = self.read(name)
        assert old in text, f"{old!r} is not in {name}"
        self.write(name, text.replace(old, new, -1 if every else 1))

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            [*GIT, *arguments], cwd=self.root, capture_output=True, text=True, check=True, env=environment()
        )
        return done.stdout

    def commit(self, message: str = "change") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def run(self, command: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        roots = os.pathsep.join(
            str(self.root / name) for name in ("generated", "facades", "sandbox", "scripts")
        )
        return subprocess.run(
            [sys.executable, "-m", "clientkit_codegen", command, *arguments],
            cwd=self.root,
            env={**environment(), "PYTHONPATH": roots, "PYTHONDONTWRITEBYTECODE": "1", **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def gate(self, name: str, **variables: str) -> tuple[bool, str]:
        """Run one gate; return whether it holds, and what it says."""
        done = self.run("check", "--only", name, **variables)
        assert not done.stderr, done.stderr
        return done.returncode == 0, done.stdout

    def report(self, *names: str, **variables: str) -> list[dict[str, Any]]:
        """Run gates; return what they say as JSON."""
        only = [each for name in names for each in ("--only", name)]
        done = self.run("check", *only, "--format", "json", **variables)
        assert not done.stderr, done.stderr
        gates: list[dict[str, Any]] = json.loads(done.stdout)
        return gates


def environment() -> dict[str, str]:
    """Return an environment without the settings of whoever runs the tests."""
    return {
        key: value for key, value in os.environ.items() if key not in ("BASE", "FORMAT", "GITHUB_ACTIONS")
    }


def copy_tree(target: Path) -> Tree:
    """Copy what is in the repository, the work that is not committed included, and commit it there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in listed.stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    tree = Tree(target)
    tree.git("init", "--quiet", "--initial-branch", "main")
    tree.commit("base")
    return tree


def copy_scripts(source: Path, target: Path) -> Tree:
    """Copy the scripts and empty source folders: the least that gates run in."""
    shutil.copytree(source / "scripts", target / "scripts")
    shutil.copy(source / "clientkit.toml", target)
    for name in ("specs", "generated", "facades", "sandbox"):
        (target / name).mkdir()
    return Tree(target)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_tree(tmp_path_factory.mktemp("pristine") / "repository").root


@pytest.fixture
def tree(pristine: Path) -> Iterator[Tree]:
    """A copy of the repository with one commit on `main`; what a test does to it is undone."""
    tree = Tree(pristine)
    first = tree.git("rev-parse", "HEAD").strip()
    yield tree
    tree.git("checkout", "--quiet", "--force", "-B", "main", first)
    tree.git("clean", "--quiet", "--force", "-d", "-x")
