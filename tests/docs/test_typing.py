"""What `make check` finds in the examples of the pages, by mypy and basedpyright."""

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


def test_a_wrong_block_is_named_with_its_line_by_both(tmp_path: Path) -> None:
    page = tmp_path / "wrong.md"
    page.write_text(WRONG, encoding="utf-8")
    found = typing.problems(tmp_path, [page])
    assert len(found) == 2
    for checker, line in zip(("mypy", "pyright"), sorted(found), strict=True):
        assert f"wrong.md:10: {checker}:" in line
        assert "nickname" in line
