"""What commands take in addition to plain options: JSON from a file or stdin, and lists with commas."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

Source = Annotated[str, typer.Argument(help="A file with a JSON object, or - for standard input.")]


def read_json(source: str) -> Any:
    """Return the JSON value of a file or of standard input.

    Args:
        source: Path of the file, or `-`.

    Raises:
        ValueError: It cannot be read, or is no JSON.
    """
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
        return json.loads(text)
    except FileNotFoundError:
        raise ValueError(
            f"there is no file {source}; give the path of a JSON file, or - for standard input"
        ) from None
    except (OSError, ValueError) as error:
        raise ValueError(f"{source} holds no JSON: {error}") from None


def read_object(source: str) -> dict[str, Any]:
    """Return the JSON object of a file or of standard input.

    Raises:
        ValueError: It cannot be read, or is no JSON object.
    """
    value = read_json(source)
    if not isinstance(value, dict):
        raise ValueError(f"{source} must hold a JSON object, not {type(value).__name__}")
    return value


def optional_object(source: str | None) -> dict[str, Any] | None:
    """Return the JSON object of a file or of standard input; None without a source.

    Raises:
        ValueError: It cannot be read, or is no JSON object.
    """
    return None if source is None else read_object(source)


def read_objects(source: str, within: str | None = None) -> list[dict[str, Any]]:
    """Return the JSON objects of a file or of standard input, which has one of them or an array.

    Args:
        source: Path of the file, or `-`.
        within: Name under which an object may hold the array; None for none.

    Raises:
        ValueError: It cannot be read, or holds something else.
    """
    value = read_json(source)
    if isinstance(value, dict) and within is not None:
        value = value.get(within, value)
    found = [value] if isinstance(value, dict) else value
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ValueError(f"{source} must hold a JSON object, or an array of them")
    return found


def parts(text: str | None) -> list[str]:
    """Return what stands between commas, without blanks around it and without what is empty."""
    return [part.strip() for part in (text or "").split(",") if part.strip()]
