"""Generation gives the same bytes on every machine and on any day, and leaves a checkout clean."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
GIT = ("git", "-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "commit.gpgsign=false")
SOURCES = ("generated", "facades", "sandbox", "scripts")
# What shapes or reads documents on the way and is not pinned.
LOOSE = ("PyYAML", "ruamel-yaml", "jinja2", "pydantic", "attrs")
# What else generation imports; the generator and ruff are pinned by pyproject.toml.
OTHERS = (
    "openapi-python-client",
    "ruff",
    "jsonschema-rs",
    "httpx",
    "python-dateutil",
    "packaging",
    "openapi-spec-validator",
)


@dataclass(frozen=True)
class Place:
    """A machine to generate on.

    Attributes:
        folder: Name of the folder that the checkout lies in.
        lowest: Whether its libraries are the lowest that the requirements allow, or the newest.
        variables: Its environment.
    """

    folder: str
    lowest: bool
    variables: dict[str, str] = field(hash=False)


PLACES = [
    Place("a", True, {"PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati"}),
    Place(
        "über mich/zweiter Ort",
        False,
        {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
    ),
]


def checkout(target: Path) -> Path:
    """Copy what is in the repository, the work that is not committed included."""
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
    return target


def written(folder: Path) -> dict[str, bytes]:
    """Return everything that generation writes, by path."""
    paths = [*(folder / "generated").rglob("*"), *(folder / "facades").rglob("_sync/**/*")]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in paths
        if path.is_file() and path.suffix != ".pyc"
    }


def requirements(*, lowest: bool) -> list[str]:
    """Return what to install: of each loose library the lowest release that is allowed, or any."""
    known = {name: str(importlib.metadata.version(name)) for name in OTHERS}
    # A platform's own wheels aside, the tools are those of this environment.
    lines = [f"{name}=={version}" for name, version in known.items()]
    for name in LOOSE:
        bounds = [each.version for spec in allowed(name) for each in spec.specifier if each.operator == ">="]
        low = max(bounds, key=lambda text: [int(part) for part in text.split(".")])
        lines.append(f"{name}=={low}" if lowest else f"{name}>={low}")
    return lines


def allowed(name: str) -> list[Requirement]:
    """Return what we and the generator require of a library."""
    lines = [
        *(importlib.metadata.requires("clientkit") or ()),
        *(importlib.metadata.requires("openapi-python-client") or ()),
    ]
    normal = name.lower().replace("-", "_").replace(".", "_")
    return [each for each in map(Requirement, lines) if each.name.lower().replace("-", "_") == normal]


def environment(folder: Path, *, lowest: bool) -> Path:
    """Make a small virtual environment; return its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    options = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", *options, *requirements(lowest=lowest)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and "No matching distribution" not in done.stderr:
        pytest.fail(done.stderr)
    if done.returncode:
        pytest.skip("the package index cannot be reached")
    return python


def generate(python: Path, folder: Path, variables: dict[str, str]) -> None:
    outside = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LC_"))}
    done = subprocess.run(
        [python, "-m", "clientkit_codegen", "generate", "--all"],
        cwd=folder,
        env={
            **outside,
            "PYTHONPATH": os.pathsep.join(str(folder / name) for name in SOURCES),
            "PYTHONDONTWRITEBYTECODE": "1",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_oldest_and_newest_libraries_write_the_same_bytes(tmp_path: Path) -> None:
    committed = written(ROOT)
    versions = []
    for place in PLACES:
        python = environment(tmp_path / f"venv-{place.lowest}", lowest=place.lowest)
        folder = checkout(tmp_path / place.folder)
        for name in ("generated/alsorn_api", "facades/alsorn/_sync"):
            shutil.rmtree(folder / name)
        generate(python, folder, place.variables)
        found = written(folder)
        assert sorted(found) == sorted(committed)
        assert [path for path in committed if found[path] != committed[path]] == [], place
        query = f"import importlib.metadata as m; print([m.version(n) for n in {LOOSE!r}])"
        versions.append(
            subprocess.run([python, "-c", query], capture_output=True, text=True, check=True).stdout
        )
        shutil.rmtree(folder)
    # Else nothing was compared.
    assert versions[0] != versions[1]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_demo_leaves_a_fresh_clone_clean(tmp_path: Path) -> None:
    folder = checkout(tmp_path / "clone")
    for command in (["init", "-q", "-b", "main"], ["add", "--all"], ["commit", "-qm", "all"]):
        subprocess.run([*GIT, *command], cwd=folder, check=True)
    # What `make install` makes: an interpreter with the tools; the sources are those of the clone.
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    stamp = folder / ".venv" / ".installed"
    stamp.touch()
    outside = {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL"}}
    done = subprocess.run(
        ["make", "demo"],
        cwd=folder,
        env={**outside, "PYTHONPATH": os.pathsep.join(str(folder / name) for name in SOURCES)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "quickstarts ran to their end" in done.stdout
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=folder, capture_output=True, text=True, check=True
    )
    assert status.stdout == ""
