"""What is found: one value for each change."""

from __future__ import annotations

from dataclasses import dataclass, field

CALLERS = "callers"
READERS = "readers"
IMPORTERS = "importers"


@dataclass(frozen=True, order=True)
class Change:
    """One change of a document.

    Attributes:
        rule: What kind of change it is; a name of oasdiff's where that has the same rule.
        at: JSON pointer of the place; `removed` says in which of the two documents.
        text: What changed, for people.
        breaks: `callers` (a request that was right is wrong now), `readers` (an answer may be what it could
            not be), `importers` (a module or class of the generated package is not where it was), or empty.
        removed: Whether the place is there in the older document alone.
        operation: Id of the operation that it was seen through.
        undeclared: Whether the one document merely does not say what the other does.
    """

    rule: str
    at: str
    text: str
    breaks: str = ""
    removed: bool = False
    operation: str = ""
    undeclared: bool = field(default=False, compare=False)
