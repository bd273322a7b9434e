"""The examples of every page pass mypy and basedpyright, the blocks of a page joined to a program."""

from __future__ import annotations

from pathlib import Path

from clientkit_docs import typing

WRONG = """\
# A page

```python
from alsorn import AlsornClient

client = AlsornClient()
```

```python
print(client.agents.get("agent_1").nickname)
```
"""


def test_every_page_passes_both_type_checkers(tmp_path: Path) -> None:
    assert "\n".join(typing.problems(tmp_path)) == ""


def test_a_wrong_block_is_named_with_its_line_by_both(tmp_path: Path) -> None:
    page = tmp_path / "wrong.md"
    page.write_text(WRONG, encoding="utf-8")
    found = typing.problems(tmp_path, [page])
    assert len(found) == 2
    for checker, line in zip(("mypy", "pyright"), sorted(found), strict=True):
        assert f"wrong.md:10: {checker}:" in line
        assert "nickname" in line
