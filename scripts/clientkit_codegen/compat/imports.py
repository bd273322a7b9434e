"""What those lose who import the generated package: modules and classes that are not where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from clientkit_codegen.compat.changes import IMPORTERS, Change
from clientkit_codegen.compat.document import Document, Json, Located, children, matched

_UNTAGGED = "default"
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def compare_imports(old: Document, new: Document) -> Iterator[Change]:
    """Yield a change for each module that moved and each class that is gone."""
    if not new.operations:
        # The whole package is gone, as its operations say.
        return
    for old_one, new_one in matched(old.operations, new.operations):
        if old_one is None or new_one is None:
            continue
        before, after = _tag(old_one.node), _tag(new_one.node)
        if _words(before) != _words(after):
            text = f"its module moves from the tag {before} to {after}"
            at = new_one.here.child("tags").at
            yield Change("api-tag-removed", at, text, IMPORTERS, operation=old_one.id)
    earlier, later = dict(_classes(old)), dict(_classes(new))
    for name, here in earlier.items():
        if name not in later:
            same = (
                there for other, there in later.items() if other not in earlier and there.node == here.node
            )
            known = "".join(f"; {_called(there)} has its fields" for there in islice(same, 1))
            text = f"the class {_called(here)} is gone{known}"
            yield Change(
                "api-schema-removed", here.at, text, IMPORTERS, removed=True, operation=_called(here)
            )


def _tag(operation: Json) -> str:
    tags = operation.get("tags")
    return str(tags[0]) if isinstance(tags, list) and tags else _UNTAGGED


def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name: spellings with the same ones give the same name in Python."""
    return tuple(word.lower() for word in _WORDS.findall(name))


def _called(here: Located) -> str:
    """Return what a schema is called: its title, else its key."""
    title = here.node.get("title")
    key = here.at.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    return title if isinstance(title, str) and title else key


def _classes(document: Document) -> Iterator[tuple[tuple[str, ...], Located]]:
    """Yield the schemas that classes are made of, by the words of their names: components and titled ones."""
    for _, here in children(document.root("components", "schemas")):
        if isinstance(here.node, dict) and _is_class(here.node):
            yield _words(_called(here)), here
    waiting = [document.root()]
    while waiting:
        here = waiting.pop()
        if isinstance(here.node, dict) and isinstance(here.node.get("title"), str) and _is_class(here.node):
            yield _words(_called(here)), here
        waiting += [each for key, each in children(here) if key not in ("example", "examples", "default")]
        if isinstance(here.node, list):
            waiting += [Located(f"{here.at}/{index}", each) for index, each in enumerate(here.node)]


def _is_class(node: Json) -> bool:
    """Whether a schema is a class of its own: an object, or a closed list of values."""
    kinds = node.get("type")
    kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    is_object = "object" in kinds or isinstance(node.get("properties"), dict) or "allOf" in node
    return is_object or (isinstance(node.get("enum"), list) and bool(node["enum"]))
