"""Read YAML and JSON documents: the one way in, with the same result under every version of the library.

The parser gives events; what they mean is decided here, by the core schema of YAML 1.2: `no`, `on`, `1:20`
and dates are strings, keys are the text that is written, mappings keep the order of the document. What JSON
cannot hold, or two readers would understand differently, is refused with its line: a key twice, a tag of
somebody's own, an anchor within itself, infinities, half of a surrogate pair.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from clientkit.files import FileRefusedError, read_file

# What a document may hold: aliases let a few lines stand for billions of values.
MOST_LEVELS = 200
MOST_VALUES = 5_000_000
_MOST_DIGITS = 4000

# The parser in C is ten times faster; some platforms have only the other one.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = re.compile(r"null|Null|NULL|~|")
_TRUE = re.compile(r"true|True|TRUE")
_FALSE = re.compile(r"false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_TAG = "tag:yaml.org,2002:"
_MERGE = "<<"
# Line breaks of YAML 1.1 that are ordinary characters in 1.2 and in JSON.
_BREAKS = "\x85\u2028\u2029"
_SURROGATE = re.compile("[\ud800-\udfff]")


class LoadError(ValueError):
    """A text that is not one document; the message says why, and on which line where it is known."""


@dataclass
class _Node:
    """A node of a document as it is written.

    Attributes:
        line: Where it starts, from 1.
        value: Text of a scalar, items of a sequence, pairs of key text, key node and value of a mapping.
        kind: "scalar", "sequence" or "mapping".
        plain: Whether a scalar is written without quotes, so that its text says what it is.
        tag: The tag that is written at it.
        size: How many values it stands for, aliases included.
    """

    line: int
    value: Any
    kind: str
    plain: bool = False
    tag: str = ""
    size: int = 1


def read(path: Path) -> Any:
    """Read a file as JSON values.

    Raises:
        LoadError: When it cannot be read or is not one document.
    """
    return load(text_of(path))


def text_of(path: Path) -> str:
    """Return the text of a file, without a byte order mark.

    Raises:
        LoadError: When it cannot be read, is a pipe or a device, or is not UTF-8.
    """
    try:
        return read_file(path, name="document").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LoadError("cannot be read: it is not UTF-8 text") from None
    except FileRefusedError as error:
        raise LoadError(f"cannot be read: {error}") from None


def load(text: str) -> Any:
    """Return the JSON values of a document.

    Args:
        text: JSON or YAML; JSON is recognised by its first character.

    Raises:
        LoadError: When it is neither, or holds what JSON cannot.
    """
    text = text.removeprefix("\ufeff")
    try:
        if text.lstrip()[:1] in ("{", "["):
            try:
                return _from_json(text)
            except json.JSONDecodeError as error:
                # A flow collection of YAML may begin like this too.
                return _value_or(text, f"line {error.lineno}: not JSON: {error.msg}")
        return _construct(_compose(text))
    except RecursionError:
        raise LoadError(f"nested deeper than {MOST_LEVELS} levels") from None


def _value_or(text: str, problem: str) -> Any:
    try:
        return _construct(_compose(text))
    except LoadError:
        raise LoadError(problem) from None


def _from_json(text: str) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(found)
        if len(result) < len(found):
            names = [key for key, _ in found]
            twice = next(name for name in result if names.count(name) > 1)
            raise LoadError(f"the key {twice!r} is there twice in one object")
        return result

    def refuse(name: str) -> Any:
        raise LoadError(f"{name} is not a JSON value")

    def integer(digits: str) -> int:
        if len(digits) > _MOST_DIGITS:
            raise LoadError(f"a number of {len(digits)} digits")
        return int(digits)

    data = json.loads(
        text, object_pairs_hook=pairs, parse_constant=refuse, parse_int=integer, parse_float=_float
    )
    _refuse_depth(data)
    if "\\u" in text and _SURROGATE.search(json.dumps(data, ensure_ascii=False)):
        raise LoadError("half of a surrogate pair, which is not a character")
    return data


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise LoadError(f"{digits[:40]} is larger than any number of JSON readers")
    return value


def _refuse_depth(data: Any) -> None:
    level, depth = [data], 0
    while level:
        depth += 1
        if depth > MOST_LEVELS:
            raise LoadError(f"nested deeper than {MOST_LEVELS} levels")
        level = [
            inner
            for each in level
            if isinstance(each, (dict, list))
            for inner in (each.values() if isinstance(each, dict) else each)
        ]


@dataclass
class _Composer:
    """Makes nodes of events."""

    anchors: dict[str, _Node] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)

    def document(self, events: Iterator[Any]) -> _Node | None:
        root: _Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise LoadError(f"line {_line_of(event)}: a second document begins; one is expected")
                root = self._node(next(events), events, 1)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> _Node:
        line = _line_of(event)
        if depth > MOST_LEVELS:
            raise LoadError(f"line {line}: nested deeper than {MOST_LEVELS} levels")
        if isinstance(event, yaml.AliasEvent):
            if event.anchor in self.open:
                raise LoadError(f"line {line}: the anchor {event.anchor} stands within itself")
            if event.anchor not in self.anchors:
                raise LoadError(f"line {line}: there is no anchor {event.anchor}")
            return self.anchors[event.anchor]
        if event.anchor is not None:
            self.open.add(event.anchor)
        tag = event.tag or ""
        if isinstance(event, yaml.ScalarEvent):
            node = _Node(line, event.value, "scalar", event.implicit[0] and not tag, tag)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := next(events), yaml.SequenceEndEvent):
                items.append(self._node(inner, events, depth + 1))
            node = _Node(line, items, "sequence", tag=tag, size=1 + sum(each.size for each in items))
        else:
            pairs = []
            while not isinstance(inner := next(events), yaml.MappingEndEvent):
                key = self._node(inner, events, depth + 1)
                if key.kind != "scalar":
                    raise LoadError(f"line {key.line}: a key is text, not a {key.kind}")
                pairs.append((key, self._node(next(events), events, depth + 1)))
            node = _Node(line, pairs, "mapping", tag=tag, size=1 + sum(each.size for _, each in pairs))
        if node.size > MOST_VALUES:
            raise LoadError(f"line {line}: its aliases stand for more than {MOST_VALUES:,} values")
        if event.anchor is not None:
            self.open.discard(event.anchor)
            self.anchors[event.anchor] = node
        return node


def _line_of(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line


def _compose(text: str) -> _Node | None:
    text, restore = _hidden_breaks(text)
    try:
        root = _Composer().document(iter(yaml.parse(text, Loader=_LOADER)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}: " if mark is not None else ""
        said = getattr(error, "problem", None) or str(error)
        raise LoadError(f"not YAML: {place}{' '.join(str(said).split())[:200]}") from None
    if restore and root is not None:
        _restore(root, restore)
    return root


def _hidden_breaks(text: str) -> tuple[str, dict[int, str]]:
    """Put other characters where the parser would see a line break that YAML 1.2 does not know."""
    present = [each for each in _BREAKS if each in text]
    if not present:
        return text, {}
    unused = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    pairs = dict(zip(present, unused, strict=False))
    return text.translate({ord(char): hidden for char, hidden in pairs.items()}), {
        ord(hidden): char for char, hidden in pairs.items()
    }


def _restore(root: _Node, table: dict[int, str]) -> None:
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.kind == "scalar":
            node.value = node.value.translate(table)
        elif node.kind == "sequence":
            waiting += node.value
        else:
            waiting += [each for pair in node.value for each in pair]


def _construct(node: _Node | None) -> Any:
    if node is None:
        return None
    if node.kind == "scalar":
        return _scalar(node)
    if node.tag and node.tag not in (f"{_TAG}map", f"{_TAG}seq", "!"):
        raise LoadError(f"line {node.line}: the tag {node.tag} has no meaning here; write plain values")
    if node.kind == "sequence":
        return [_construct(each) for each in node.value]
    return {key: _construct(value) for key, _, value in _members(node)}


def _members(node: _Node) -> list[tuple[str, int, _Node]]:
    """Return key, line and value of each member of a mapping, merged ones where `<<` stands."""
    own: dict[str, tuple[str, int, _Node]] = {}
    order: list[str] = []
    merged: dict[str, tuple[str, int, _Node]] = {}
    for key, value in node.value:
        if _is_merge(key):
            for parent in _parents(key, value):
                for name, line, inner in _members(parent):
                    # The first of several parents decides, as the merge type says.
                    if name not in merged:
                        merged[name] = (name, line, inner)
                        order.append(name)
            continue
        if key.value in own:
            raise LoadError(f"line {key.line}: the key {key.value!r} is there twice")
        own[key.value] = (key.value, key.line, value)
        order.append(key.value)
    return [own.get(name) or merged[name] for name in dict.fromkeys(order)]


def _is_merge(key: _Node) -> bool:
    return key.value == _MERGE and (key.plain or key.tag == f"{_TAG}merge")


def _parents(key: _Node, value: _Node) -> list[_Node]:
    found: list[_Node] = value.value if value.kind == "sequence" else [value]
    if any(each.kind != "mapping" for each in found):
        raise LoadError(f"line {key.line}: << takes a mapping, or a list of them")
    return found


def _scalar(node: _Node) -> Any:
    text: str = node.value
    kind = node.tag.removeprefix(_TAG) if node.tag.startswith(_TAG) else node.tag
    if not node.plain:
        if kind in ("", "!", "str"):
            return text
        if kind not in ("null", "bool", "int", "float"):
            raise LoadError(f"line {node.line}: the tag {node.tag} has no meaning here; write plain values")
    if _NULL.fullmatch(text):
        return None
    if _TRUE.fullmatch(text):
        return True
    if _FALSE.fullmatch(text):
        return False
    # Most texts are none of the following, which one character decides.
    if text[0] not in "0123456789+-.":
        return text
    if _INT.fullmatch(text):
        if len(text) > _MOST_DIGITS:
            raise LoadError(f"line {node.line}: a number of {len(text)} digits")
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text):
        return _float(text)
    if _NOT_FINITE.fullmatch(text):
        raise LoadError(f"line {node.line}: {text} is not a JSON value; quote it when it is text")
    return text


def lines(text: str, pointers: Iterable[str]) -> dict[str, int]:
    """Return the line of each place, from 1; of what is not there, the line of what it was in.

    Args:
        text: A document in YAML or JSON.
        pointers: JSON pointers.
    """
    try:
        root = _compose(text.removeprefix("\ufeff"))
    except LoadError:
        # JSON that YAML cannot read, such as escaped surrogate pairs: there is one place, the document.
        root = None
    return {pointer: _line(root, pointer) for pointer in pointers}


def _line(node: _Node | None, pointer: str) -> int:
    line = 1
    for part in pointer.removeprefix("#").split("/")[1:]:
        key, found = part.replace("~1", "/").replace("~0", "~"), None
        if node is not None and node.kind == "mapping":
            found = next(((at, value) for name, at, value in _members(node) if name == key), None)
        elif node is not None and node.kind == "sequence" and key.isdigit() and int(key) < len(node.value):
            found = (node.value[int(key)].line, node.value[int(key)])
        if found is None:
            break
        line, node = found
    return line


def merges(text: str) -> list[int]:
    """Return the lines of merge keys with several parents, whose order differs from reader to reader."""
    found = []
    try:
        root = _compose(text.removeprefix("\ufeff"))
    except LoadError:
        return []
    waiting, seen = [] if root is None else [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or node.kind == "scalar":
            continue
        seen.add(id(node))
        if node.kind == "sequence":
            waiting += node.value
            continue
        keys = [(key, value) for key, value in node.value if _is_merge(key)]
        if len(keys) > 1 or any(value.kind == "sequence" and len(value.value) > 1 for _, value in keys):
            found.append(keys[0][0].line)
        waiting += [value for _, value in node.value]
    return sorted(found)
