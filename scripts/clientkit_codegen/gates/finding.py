"""What a gate has to say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# The rule of a finding that says that a gate had nothing to compare with: it does not fail, and is no "ok".
NOT_COMPARED = "not-compared"


@dataclass(frozen=True)
class Finding:
    """One thing that a gate says.

    Attributes:
        text: What is wrong, where, and what to type to fix it.
        file: The file, as seen from the repository's root; empty when there is none to point to.
        line: Its line, from 1.
        rule: The rule that was broken, for gates that have several.
        fails: Whether it is wrong; what is only worth knowing is not.
        facts: What else programs want to know.
    """

    text: str
    file: str = ""
    line: int = 1
    rule: str = ""
    fails: bool = True
    facts: Mapping[str, Any] = field(default_factory=dict)


Gate = Callable[[], Sequence[Finding | str]]


def as_finding(said: Finding | str) -> Finding:
    """Return a finding; a text is one that fails."""
    return Finding(said) if isinstance(said, str) else said
