"""The gates of types and style, on a folder of one module."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from clientkit_codegen.generation import layout

    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "clientkit.toml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(layout, "project", layout.project.__wrapped__)
    path = tmp_path / "facades" / "shop.py"
    path.parent.mkdir()
    path.write_text('"""A shop."""\n\nCOUNT: int = 1\n')
    return path


def test_good_code_passes(module: Path) -> None:
    from clientkit_codegen.gates.quality import style, types

    assert types() == []
    assert style() == []


def test_wrong_type_is_named(module: Path) -> None:
    from clientkit_codegen.gates.quality import types

    module.write_text('"""A shop."""\n\nCOUNT: int = "1"\n')
    (finding,) = types()
    assert finding.startswith("facades/shop.py:3: error: Incompatible types in assignment")


def test_style_is_named_with_what_mends_it(module: Path) -> None:
    from clientkit_codegen.gates.quality import style

    module.write_text('"""A shop."""\nimport os\nCOUNT: int   = 1\n')
    lint, layout = style()
    assert "facades/shop.py:2:8: F401" in lint
    assert ".venv/bin/ruff check --fix . fixes what can be fixed by itself" in lint
    assert "facades/shop.py" in layout
    assert ".venv/bin/ruff format . fixes it" in layout
