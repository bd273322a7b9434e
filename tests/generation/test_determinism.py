"""The same spec gives the same bytes, wherever and however often it is generated."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
OTHER_STYLE = """
[tool.ruff]
line-length = 50
[tool.ruff.format]
quote-style = "single"
[tool.ruff.lint.isort]
force-single-line = true
"""
GENERATE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from clientkit_codegen.generation import layout
from clientkit_codegen.generation.document import load
from clientkit_codegen.generation.package import write_package
write_package(load(Path(sys.argv[2])), Path(sys.argv[3]), layout.TEMPLATES)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder whose settings would format everything in another way."""
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(OTHER_STYLE)
    (folder / "clientkit").mkdir()
    return folder


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    return folder


def test_ours_is_the_same_everywhere(probe: Path, repository: Path, outside: Path) -> None:
    for seed, folder in enumerate((repository, outside)):
        subprocess.run(
            [sys.executable, "-c", GENERATE, str(SCRIPTS), str(probe), str(folder / "probe_api")],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
        )
    written = contents(repository / "probe_api")
    assert written == contents(outside / "probe_api")
    assert not any(".ruff_cache" in path for path in written)
    assert all(b"\r" not in content and not content.endswith(b"\n\n") for content in written.values())


def test_upstream_depends_on_the_folders_above(
    probe: Path,
    repository: Path,
    outside: Path,
    monkeypatch: pytest.MonkeyPatch,
    generate_upstream: Callable[..., None],
) -> None:
    from clientkit_codegen.generation.document import load

    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    hooks = ["ruff check . --fix-only --extend-select=I", "ruff format ."]
    document: dict[str, Any] = load(probe)
    for folder in (repository, outside):
        generate_upstream(document, folder / "probe_api", hooks)
    assert contents(repository / "probe_api") != contents(outside / "probe_api")
