"""How the document that a server publishes differs from ours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from clientkit_codegen.compat.changes import Change
from clientkit_codegen.compat.document import Document, Match, Operation, template
from clientkit_codegen.compat.operations import compare_operation, unique
from clientkit_codegen.compat.schemas import Comparison

# What is only ever in our own documents, or was matched by another way already.
_OURS_ALONE = {
    "api-operation-id-removed",
    "api-path-changed",
    "request-idempotency-removed",
    "response-stream-changed",
}
# What servers do without publishing it.
_RARELY_PUBLISHED = {"api-security-scope-added"}


@dataclass
class Drift:
    """What is different.

    Attributes:
        ours: How many operations our document has.
        served: How many the server's has.
        missing: Operations that the server does not publish.
        extra: Operations that we do not have.
        changes: What is different in the operations that both have.
        undeclared: Where one of the documents merely says less than the other; no drift.
    """

    ours: int
    served: int
    missing: list[Change] = field(default_factory=list)
    extra: list[Change] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    undeclared: list[Change] = field(default_factory=list)

    @property
    def everything(self) -> list[Change]:
        """All drift, the worst first."""
        return sorted([*self.missing, *self.changes, *self.extra], key=lambda each: not each.breaks)

    def only(self, keep: Callable[[Change], bool]) -> Drift:
        """Return the drift without what is not to be kept."""
        return replace(
            self,
            missing=list(filter(keep, self.missing)),
            extra=list(filter(keep, self.extra)),
            changes=list(filter(keep, self.changes)),
        )


def drift(ours: Document, served: Document) -> Drift:
    """Compare our document with the one that a server publishes; operations match by method and path.

    A change breaks callers or readers when it breaks a client made from our document. What a document merely
    leaves undeclared is no drift: most servers publish few headers, errors and bounds. Scopes break nothing.
    """
    comparison = Comparison(ours, served, always_present=False)
    found = Drift(len(ours.operations), len(served.operations))
    for before, after in _matched(ours, served):
        changes = compare_operation(comparison, ours, served, before, after)
        target = found.extra if before is None else found.missing if after is None else found.changes
        target += [_judged(each) for each in changes if each.rule not in _OURS_ALONE]
    changes = unique(found.changes)
    found.changes = [each for each in changes if not each.undeclared]
    found.undeclared = [each for each in changes if each.undeclared]
    return found


def _judged(change: Change) -> Change:
    if change.rule in _RARELY_PUBLISHED:
        return replace(change, breaks="")
    return change


def _matched(ours: Document, served: Document) -> list[Match]:
    left, right = _prefixes(ours, served)
    theirs = {_place(each, right): each for each in served.operations}
    pairs: list[Match] = [(each, theirs.pop(_place(each, left), None)) for each in ours.operations]
    return [*pairs, *((None, each) for each in theirs.values())]


def _place(operation: Operation, prefix: str) -> tuple[str, str]:
    return operation.method, template(prefix + operation.path)


def _prefixes(ours: Document, served: Document) -> tuple[str, str]:
    """Return what to put before the paths of each: one may have in its server what the other has in them."""
    candidates = [(left, right) for left in ("", _base_path(ours)) for right in ("", _base_path(served))]

    def common(pair: tuple[str, str]) -> int:
        places = (Counter(_place(each, prefix) for each in document.operations)
                  for document, prefix in zip((ours, served), pair, strict=True))  # fmt: skip
        return sum((next(places) & next(places)).values())

    return max(candidates, key=common)


def _base_path(document: Document) -> str:
    servers = document.data.get("servers")
    url = (
        servers[0].get("url", "")
        if isinstance(servers, list) and servers and isinstance(servers[0], dict)
        else ""
    )
    return re.sub(r"/+$", "", urlsplit(str(url)).path)
