"""Values from the command line: `@file` is the content of a file, `-` is standard input, `@@…` is `@…`."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from clientkit.commands.kinds import Kind
from clientkit.files import read_file


class UsageError(ValueError):
    """A command is written wrongly; the message says what to write instead."""


def read_value(name: str, kind: Kind, strings: Sequence[str]) -> Any:
    """Return the value of an argument.

    Args:
        name: What the argument is called in messages.
        kind: What it takes.
        strings: What was typed for it, once or several times.

    Raises:
        UsageError: A text does not stand for such a value, or a file cannot be read.
    """
    if kind.item is not None or kind.is_object:
        return _structured(name, kind, strings)
    if len(strings) > 1:
        raise UsageError(f"{name} was given {len(strings)} times; give it once")
    return _scalar(name, kind, strings[0])


def _structured(name: str, kind: Kind, strings: Sequence[str]) -> Any:
    only = strings[0] if len(strings) == 1 else None
    if only is not None:
        if kind.is_local_path and not _is_json(only):
            if only == "-" and kind.item is not None:
                return sys.stdin.buffer
            return only.removeprefix("@")
        if only == "-" or (only.startswith("@") and not only.startswith("@@")):
            return _document(name, kind, only)
        if _is_json(only):
            return _json_or_text(name, kind, only)
    if kind.item is None:
        if only is not None and "str" in kind.scalars:
            return _plain_text(only)
        return dict(_pair(name, text) for text in strings)
    if only is not None and "str" in kind.scalars and "str" not in kind.item.scalars:
        return _plain_text(only)
    if not kind.item.scalars:
        raise UsageError(f"{name} must be JSON, such as '[{{…}}]', @file or - for standard input")
    return [_scalar(name, kind.item, text) for text in strings]


def _is_json(text: str) -> bool:
    return text.lstrip()[:1] in {"{", "["}


def _plain_text(text: str) -> str:
    return text[1:] if text.startswith("@@") else text


def _pair(name: str, text: str) -> tuple[str, Any]:
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise UsageError(f"{name} must be a JSON object, name=value, @file or - for standard input")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, _plain_text(value)


def _document(name: str, kind: Kind, source: str) -> Any:
    """Return what a file or standard input holds: JSON, JSON lines, CSV, or lines of text."""
    text = _decoded(name, _bytes(name, source))
    suffix = Path(source[1:]).suffix.lower() if source != "-" else ""
    if suffix == ".csv":
        return list(csv.DictReader(io.StringIO(text)))
    if suffix in {".jsonl", ".ndjson"}:
        return [
            _json(f"{name}, line {number}", line)
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip()
        ]
    if suffix in {".yaml", ".yml"}:
        return _yaml(name, text)
    if "str" in kind.scalars:
        return _json_or_text(name, kind, text)
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError as error:
        if kind.item is not None and "str" in kind.item.scalars and not _is_json(text):
            return [line for line in text.splitlines() if line.strip()]
        raise UsageError(f"{name}: {source} is not JSON: {error}") from None


def _json(name: str, text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise UsageError(f"{name} is not JSON: {error}") from None


def _json_or_text(name: str, kind: Kind, text: str) -> Any:
    """Return the list or object that a text is; the text itself where it is none and may be one."""
    if "str" not in kind.scalars:
        return _json(name, text)
    try:
        value = json.loads(text, parse_float=Decimal)
    except ValueError:
        return text
    return value if isinstance(value, (list, dict)) else text


def _yaml(name: str, text: str) -> Any:
    try:
        import yaml
    except ImportError:
        raise UsageError(f"{name}: YAML needs PyYAML; type: pip install 'clientkit[cli]'") from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise UsageError(f"{name} is not YAML: {' '.join(str(error).split())}") from None


def _bytes(name: str, source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return read_file(source[1:])
    except OSError as error:
        raise UsageError(f"{name}: {source[1:]} cannot be read: {error.strerror or error}") from None


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{name} must be UTF-8 text") from None


def _scalar(name: str, kind: Kind, text: str) -> Any:
    scalars = kind.scalars
    if "bytes" in scalars:
        if text == "-" or (text.startswith("@") and not text.startswith("@@")):
            return _bytes(name, text)
        if "str" in scalars:
            return _plain_text(text)
        return Path(text) if "Path" in scalars else _plain_text(text).encode()
    if "Path" in scalars:
        return text.removeprefix("@")
    if text == "-" or (text.startswith("@") and not text.startswith("@@")):
        text = _decoded(name, _bytes(name, text))
        text = text.removesuffix("\n") if scalars == {"str"} else text.strip()
    else:
        text = _plain_text(text)
    return _read(name, kind, text)


def _read(name: str, kind: Kind, text: str) -> Any:
    scalars = kind.scalars
    if "int" in scalars and _is_whole(text):
        return int(text)
    if "Decimal" in scalars and (number := _decimal(text)) is not None:
        return number
    if "float" in scalars and (number := _decimal(text)) is not None:
        return float(number)
    if "bool" in scalars and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if "str" in scalars or "UUID" in scalars:
        if kind.choices and not kind.is_open and text not in kind.choices:
            raise UsageError(f"{name} must be {' or '.join(kind.choices)}, got {text!r}")
        return text
    if "datetime" in scalars:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            raise UsageError(f"{name} must be a time such as 2026-01-31T00:00:00Z, got {text!r}") from None
    wanted = (
        "a whole number" if scalars == {"int"} else "true or false" if scalars == {"bool"} else "a number"
    )
    raise UsageError(f"{name} must be {wanted}, got {text!r}")


def _is_whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdigit() and (digits == "0" or not digits.startswith("0"))


def _decimal(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def from_json(name: str, kind: Kind, value: Any) -> Any:
    """Return the value of an argument that came as JSON, such as from an agent.

    Args:
        name: The argument's name, for messages.
        kind: What it takes.
        value: The decoded JSON value.

    Raises:
        UsageError: A string does not stand for such a value.
    """
    if isinstance(value, str) and not {"str", "UUID"} & kind.scalars and not kind.is_structured:
        return _read(name, kind, value)
    if isinstance(value, str) and kind.is_structured and "str" not in kind.scalars and _is_json(value):
        # Agents are known to send JSON as text where it belongs as it is.
        return _json(name, value)
    if isinstance(value, float) and "Decimal" in kind.scalars:
        return Decimal(repr(value))
    if isinstance(value, Mapping) or not isinstance(value, list):
        return value
    item = kind.item
    return value if item is None else [from_json(name, item, each) for each in value]
