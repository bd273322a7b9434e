"""Every notebook runs from top to bottom against the sandbox, and is stored without what it printed."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
# Where people would rather look than read.
PICTURES = {"alsorn", "ash", "asg", "assetcore", "pgdag"}


def test_each_product_has_one() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["alsorn", "asg", "ash", "assetcore", "pgdag", "sbn"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    # Nothing but the sandbox can be reached.
    for name in ("HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost,::1")
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code), "clear the outputs"
    source = "\n".join(cell.source for cell in code)
    assert re.search(r"\bawait\b", source)
    assert "asyncio.run" not in source
    assert path.stat().st_size < 10_000
    done = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in done.cells for output in cell.get("outputs", ())]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == (path.stem in PICTURES)
    printed = "".join(output.get("text", "") for output in outputs if output.get("name") == "stderr")
    assert printed == ""
