"""OpenAPI documents: reading them, following references, finding operations and the lines of places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from clientkit_codegen.loading import LoadError, lines, load

Json = dict[str, Any]

__all__ = [
    "METHODS",
    "Document",
    "Located",
    "Operation",
    "UnreadableError",
    "children",
    "elements",
    "escape",
    "essence",
    "lines",
    "matched",
    "parameter_names",
    "parse",
    "template",
]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_PARAMETER = re.compile(r"{([^{}]*)}")


class UnreadableError(ValueError):
    """A text that is no OpenAPI 3 document."""


class Located(NamedTuple):
    """A part of a document and its JSON pointer."""

    at: str
    node: Any

    def child(self, *keys: str | int) -> Located:
        """Return a part of this part; None where there is nothing."""
        at, node = self
        for key in keys:
            at = f"{at}/{escape(str(key))}"
            if isinstance(node, dict):
                node = node.get(key)
            else:
                node = node[key] if isinstance(node, list) and isinstance(key, int) else None
        return Located(at, node)


@dataclass(frozen=True)
class Operation:
    """An operation of a document.

    Attributes:
        id: The operation id; method and path when it has none.
        method: In capitals.
        path: The path template.
        here: Where it is.
        item: Where its path item is.
    """

    id: str
    method: str
    path: str
    here: Located
    item: Located

    @property
    def node(self) -> Json:
        """The operation itself."""
        node: Json = self.here.node
        return node


Match = tuple[Operation | None, Operation | None]


def parse(text: str) -> Document:
    """Read a document in JSON or YAML.

    Raises:
        UnreadableError: When it is neither, or no OpenAPI 3.0 or 3.1.
    """
    try:
        data = load(text)
    except LoadError as error:
        raise UnreadableError(f"neither JSON nor YAML: {error}") from None
    if not isinstance(data, dict):
        raise UnreadableError("no OpenAPI document: its top level is not an object")
    version = data.get("openapi")
    if not str(version).startswith(("3.0", "3.1", "3.2")):
        said = f"openapi: {version}" if version else f"swagger: {data.get('swagger')}"
        raise UnreadableError(f"OpenAPI 3.0 to 3.2 is needed, this says {said}; convert it first")
    return Document(data)


class Document:
    """An OpenAPI document.

    Args:
        data: Its JSON value.
    """

    def __init__(self, data: Json) -> None:
        self.data = data

    def root(self, *keys: str) -> Located:
        """Return a part of the document."""
        return Located("#", self.data).child(*keys)

    def resolve(self, here: Located) -> Located:
        """Follow references; what leads nowhere, or out of the document, is an empty object."""
        seen = set()
        while isinstance(here.node, dict) and isinstance(target := here.node.get("$ref"), str):
            if target in seen or not target.startswith("#/"):
                return Located(here.at, {})
            seen.add(target)
            here = self.at(target)
        return here if isinstance(here.node, dict) else Located(here.at, {})

    def at(self, pointer: str) -> Located:
        """Return what a JSON pointer points to."""
        node: Any = self.data
        for part in pointer.removeprefix("#").split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            if isinstance(node, list):
                node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
            else:
                node = node.get(key) if isinstance(node, dict) else None
        return Located(pointer, node)

    @cached_property
    def outside(self) -> list[Located]:
        """Every reference that cannot be followed within the document, as the text that it is."""
        found, waiting = [], [self.root()]
        while waiting:
            here = waiting.pop()
            target = here.node.get("$ref") if isinstance(here.node, dict) else None
            if isinstance(target, str) and not target.startswith("#/"):
                found.append(Located(here.at, target))
            waiting += [each for _, each in children(here)] + elements(here)
        return sorted(found)

    @cached_property
    def operations(self) -> list[Operation]:
        """Every operation under `paths`."""
        return list(self._operations("paths"))

    @cached_property
    def webhooks(self) -> list[Operation]:
        """Every operation under `webhooks`."""
        return list(self._operations("webhooks"))

    def _operations(self, section: str) -> Iterator[Operation]:
        for path, here in children(self.root(section)):
            item = self.resolve(here)
            for method in METHODS:
                if isinstance(item.node.get(method), dict):
                    here = item.child(method)
                    name = here.node.get("operationId") or f"{method.upper()} {path}"
                    yield Operation(str(name), method.upper(), path, here, item)


def children(here: Located) -> list[tuple[str, Located]]:
    """Return the members of an object with their places."""
    members = here.node.items() if isinstance(here.node, dict) else ()
    return [(key, Located(f"{here.at}/{escape(key)}", value)) for key, value in members]


def elements(here: Located) -> list[Located]:
    """Return the members of an array with their places."""
    nodes = here.node if isinstance(here.node, list) else []
    return [Located(f"{here.at}/{index}", node) for index, node in enumerate(nodes)]


def escape(key: str) -> str:
    """Return a key as it stands in a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def template(path: str) -> str:
    """Return a path without the names of its parameters, which callers never see."""
    return _PARAMETER.sub("{}", path.rstrip("/") or "/")


def parameter_names(path: str) -> list[str]:
    """Return the names of a path's parameters in their order."""
    return _PARAMETER.findall(path)


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def matched(old: list[Operation], new: list[Operation]) -> list[Match]:
    """Return the operations of two documents in pairs, None where one has no counterpart."""
    pairs: list[Match] = []
    left = {each.here.at: each for each in new}
    # An id that stands twice is told by its place.
    for key in (lambda each: (each.id, *_place(each)), lambda each: each.id, _place):
        by_key = {key(each): each for each in left.values()}
        rest = []
        for each in old:
            after = by_key.pop(key(each), None)
            if after is None:
                rest.append(each)
            else:
                pairs.append((each, left.pop(after.here.at)))
        old = rest
    return [*pairs, *((each, None) for each in old), *((None, each) for each in left.values())]


def _place(operation: Operation) -> tuple[str, str]:
    return operation.method, template(operation.path)
