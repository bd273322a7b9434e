"""Values that are made for schemas."""

from __future__ import annotations

from typing import Any

import pytest
from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import Located
from clientkit_codegen.scaffold import examples


def made(schema: dict[str, Any], name: str = "text") -> Any:
    document = Document(
        {"openapi": "3.1.0", "info": {}, "paths": {}, "components": {"schemas": {"A": schema}}}
    )
    return examples.Examples(document).of(Located("#/components/schemas/A", schema), name)


@pytest.mark.parametrize("pattern", ["^(a+)+$", "(unclosed", r"^\p{Lu}$", "a^b"])
def test_a_pattern_that_cannot_be_used_leaves_the_text(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examples, "_SECONDS", 0.3)
    name = "a" * 40 + "_"
    assert made({"type": "string", "pattern": pattern}, name) in (name, "a")


def test_a_pattern_is_matched() -> None:
    assert made({"type": "string", "pattern": "^[0-9]{3}$"}) == "000"


def test_what_is_required_need_not_be_declared() -> None:
    assert made({"type": "object", "required": ["a"], "properties": {}}) == {"a": "a"}
