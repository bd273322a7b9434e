"""Fix a foreign document without editing it: OpenAPI Overlay 1.0, each action with the reason for it.

A target is a JSONPath of names, indices, `*`, `..` and filters such as `[?@.name == 'limit']`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from clientkit_codegen.generation.walking import Json

_TOKEN = re.compile(
    r"""\.\.(?P<deep>[\w$-]+|\*|(?=\[))|\.(?P<name>[\w$-]+|\*)|\[\s*(?:(?P<index>-?\d+)|(?P<all>\*)"""
    r"""|'(?P<single>(?:[^'\\]|\\.)*)'|"(?P<double>(?:[^"\\]|\\.)*)"|\?\s*(?P<filter>[^\]]+))\s*\]""",
    re.VERBOSE,
)
_FILTER = re.compile(
    r"""\(?\s*@(?P<path>(?:\.[\w$-]+|\['[^']*'\])*)\s*(?:(?P<sign>==|!=)\s*(?P<value>'[^']*'|"[^"]*"|[\w.+-]+))?\s*\)?"""
)
_PART = re.compile(r"\.([\w$-]+)|\['([^']*)'\]")
_WORDS = {"true": True, "false": False, "null": None}

# A container and the key of one of its values.
_Place = tuple[Any, Any]


class OverlayError(ValueError):
    """An overlay that cannot be applied; the message says which action, and why."""


def apply(data: Json, overlay: Any) -> Json:
    """Return a document with an overlay applied.

    Raises:
        OverlayError: When it is no overlay, an action gives no reason, or its target is not there.
    """
    if not isinstance(overlay, dict) or not str(overlay.get("overlay", "")).startswith("1."):
        raise OverlayError("not an overlay: it begins with `overlay: 1.0.0`")
    actions = overlay.get("actions")
    if not isinstance(actions, list):
        raise OverlayError("`actions` is a list")
    holder = [copy.deepcopy(data)]
    for number, action in enumerate(actions, 1):
        where = f"action {number}"
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            raise OverlayError(f"{where}: an action has a `target`")
        if not str(action.get("description") or "").strip():
            raise OverlayError(f"{where}: say in `description` why it is needed")
        places = list(_select(holder, action["target"], where))
        if not places:
            raise OverlayError(
                f"{where}: {action['target']} is not in the document; correct or remove the action"
            )
        if action.get("remove") is True:
            _remove(places)
        elif "update" in action:
            for container, key in places:
                container[key] = _merged(container[key], action["update"])
        else:
            raise OverlayError(f"{where}: an action has `update`, or `remove: true`")
    result: Json = holder[0]
    return result


def _remove(places: list[_Place]) -> None:
    for container, key in sorted(places, key=lambda each: isinstance(each[1], int) and -each[1]):
        if isinstance(container, dict):
            container.pop(key, None)
        else:
            del container[key]


def _merged(value: Any, update: Any) -> Any:
    if isinstance(value, dict) and isinstance(update, dict):
        return {
            **value,
            **{
                key: _merged(value[key], new) if key in value else copy.deepcopy(new)
                for key, new in update.items()
            },
        }
    if isinstance(value, list):
        return [*value, *(copy.deepcopy(update) if isinstance(update, list) else [copy.deepcopy(update)])]
    return copy.deepcopy(update)


def _select(holder: list[Any], target: str, where: str) -> Iterator[_Place]:
    if not target.startswith("$"):
        raise OverlayError(f"{where}: a target begins with $, not {target!r}")
    places: list[_Place] = [(holder, 0)]
    position = 1
    while position < len(target):
        match = _TOKEN.match(target, position)
        if match is None:
            raise OverlayError(f"{where}: {target!r} is not understood from {target[position:]!r} on")
        position = match.end()
        deep = match["deep"] is not None
        if deep:
            places = [each for place in places for each in _descendants(place)]
        places = (
            [each for place in places for each in _step(place, match, where)]
            if not deep or match["deep"]
            else places
        )
    seen: set[tuple[int, Any]] = set()
    for container, key in places:
        if (id(container), key) not in seen:
            seen.add((id(container), key))
            yield container, key


def _descendants(place: _Place) -> Iterator[_Place]:
    yield place
    node = place[0][place[1]]
    for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
        yield from _descendants((node, key))


def _step(place: _Place, match: re.Match[str], where: str) -> Iterator[_Place]:
    node = place[0][place[1]]
    name = match["deep"] or match["name"]
    if match["single"] is not None or match["double"] is not None:
        name = re.sub(r"\\(.)", r"\1", match["single"] if match["single"] is not None else match["double"])
    elif name == "*" or match["all"]:
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        yield from ((node, key) for key in keys)
        return
    if match["filter"]:
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        yield from ((node, key) for key in keys if _holds(node[key], match["filter"], where))
    elif match["index"]:
        index = int(match["index"])
        if isinstance(node, list) and -len(node) <= index < len(node):
            yield node, index % len(node)
    elif isinstance(node, dict) and name in node:
        yield node, name


def _holds(node: Any, condition: str, where: str) -> bool:
    match = _FILTER.fullmatch(condition.strip())
    if match is None:
        raise OverlayError(f"{where}: the filter {condition!r} is not understood; write ?@.name == 'value'")
    for part in _PART.finditer(match["path"]):
        name = part[1] if part[1] is not None else part[2]
        if not isinstance(node, dict) or name not in node:
            return match["sign"] == "!="
        node = node[name]
    if not match["sign"]:
        return True
    written = match["value"]
    value: Any = written[1:-1] if written[0] in "'\"" else _WORDS.get(written, written)
    equal = node == value or (not isinstance(node, str) and str(node) == written)
    return equal if match["sign"] == "==" else not equal
