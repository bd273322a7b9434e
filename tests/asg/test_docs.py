"""The page of the product: its examples run, one after the other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_the_examples_of_the_page_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ASG_API_KEY", raising=False)
    monkeypatch.setenv("CLIENTKIT_SANDBOX_BUCKETS", "")
    page = (ROOT / "docs" / "asg.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {"__name__": "page"}
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(block, names)
    printed = capsys.readouterr().out
    assert "25 cats, 25 dogs" in printed
    assert "30 tasks submitted, 0 refused, 20 unclear, 0 not submitted" in printed
    assert "50 settled" in printed
    assert "'api_key': '***'" in printed


def test_the_quickstart_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from clientkit_sandbox import running

    program = (ROOT / "examples" / "asg_quickstart.py").read_text(encoding="utf-8")
    with running("asg") as sandbox:
        monkeypatch.setenv("ASG_BASE_URL", sandbox.base_url)
        monkeypatch.setenv("ASG_API_KEY", sandbox.api_key)
        exec(program, {"__name__": "__main__"})
    printed = capsys.readouterr().out
    assert "20 cats, 20 dogs" in printed
    assert "refused with 400" in printed
