"""The files next to this one say what a type checker must see; a strict mypy checks that it does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


def test_a_strict_type_checker_sees_what_users_are_promised() -> None:
    files = sorted(path for path in FOLDER.glob("*.py") if not path.name.startswith("test_"))
    assert files
    # The cache of `make check`, so that only what has changed is looked at again.
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *map(str, files)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_raw_views_are_typed_for_pyright_as_well(tmp_path: Path) -> None:
    settings = {"include": [str(FOLDER / "raw_results.py")], "typeCheckingMode": "strict"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    program = Path(sys.executable).with_name("basedpyright")
    done = subprocess.run(
        [program, "--pythonpath", sys.executable, "--project", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors" in done.stdout, done.stdout + done.stderr
