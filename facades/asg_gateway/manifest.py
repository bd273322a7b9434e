"""Manifests: the JSON Lines files that jobs read.

Each line is an object with `data_url`, and perhaps `metadata`, an object for your own tracing. Question,
options and threshold come with the job, not with the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from clientkit import codec
from clientkit.results import Names, exported

from asg_gateway.bodies import many, unmarked
from asg_gateway.errors import ASGGatewayManifestError
from asg_gateway.errors import ManifestProblem as ManifestProblem
from asg_gateway.forms import Form
from asg_gateway.places import Place
from asg_gateway.sources import ArrowStream, Source, is_table

# What a manifest is made of.
Manifest = Iterable[str | Mapping[str, Any]] | ArrowStream | str | Path

# An error shows this many bad lines; its `problems` has all of them.
_SHOWN = 5


class ManifestCheck(NamedTuple):
    """What `check_manifest` found.

    Attributes:
        lines: How many lines there are.
        problems: The bad ones.
    """

    lines: int
    problems: list[ManifestProblem]

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return it as a dict of JSON values.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return exported(self, names)

    @property
    def ok(self) -> bool:
        """Whether the manifest can be used: it has lines, and all are good."""
        return self.lines > 0 and not self.problems


def write_manifest(path: str | Path, items: Manifest, *, columns: Mapping[str, str] | None = None) -> int:
    """Write a manifest, whatever its size; the file appears whole or not at all.

    Args:
        path: A path, or a URL such as `s3://bucket/manifest.jsonl`; an existing file is replaced. With `.gz`
            or `.zst` at its end it is compressed.
        items: For each line the URL of the data, or an object with `data_url` and perhaps `metadata`; or a
            table, or the path or URL of a file, as `submit_many` takes them.
        columns: Name of the column by field, such as `{"data_url": "uri"}`.

    Returns:
        The number of lines.

    Raises:
        ASGGatewayManifestError: Items are bad, or there are none; nothing was written. Each has the number of
            its row.
        ValueError: The path is that of a table.
        ASGGatewayInputError: A table has no such column, or a line of a file is not JSON.
        FileRefusedError: The path is a folder, a device or a symbolic link, or its folder is missing.
        ImportError: A library is missing; the message says what to type.
    """
    lines = 0
    problems: list[ManifestProblem] = []
    target = Place("path", path)
    if target.kind != "jsonl":
        raise ValueError(f"path must not end in .{target.kind}: a manifest is JSON lines; got {target}")
    with target.writing() as file:
        for row, line, problem in _rows(items, columns):
            lines += 1
            problem = problem or _problem(line) or ""
            if problem:
                problems.append(ManifestProblem(row, problem))
            elif not problems:
                file.write(codec.dumps(dict(line)) + b"\n")
        _refuse(ManifestCheck(lines, problems))
    return lines


def _rows(items: Manifest, columns: Mapping[str, str] | None) -> Iterator[tuple[int, Any, str]]:
    """Yield number, line and problem of each row."""
    form = Form(columns, known=("data_url", "metadata"))
    if isinstance(items, (str, Path)) or is_table(items):
        source = Source(items, "items")
        for item in source.rows(form.choose):
            yield item.row, *form.task(source, item)
        return
    for row, value in enumerate(many("items", cast("Iterable[Any]", items)), 1):
        line = {"data_url": value} if isinstance(value, str) else value
        yield row, form.renamed(line) if isinstance(line, Mapping) else line, ""


def check_manifest(source: str | Path | Iterable[str | bytes]) -> ManifestCheck:
    """Read a manifest and name every bad line.

    Args:
        source: The path or URL of the file, or its lines.
    """
    lines = 0
    problems = []
    for lines, line in enumerate(_lines(source), 1):
        problem = _line_problem(unmarked(line) if lines == 1 else line)
        if problem is not None:
            problems.append(ManifestProblem(lines, problem))
    return ManifestCheck(lines, problems)


def validate_manifest(source: str | Path | Iterable[str | bytes]) -> int:
    """Read a manifest and refuse it when a line is bad.

    Args:
        source: The path or URL of the file, or its lines.

    Returns:
        The number of lines.

    Raises:
        ASGGatewayManifestError: Lines are bad, or there are none; `problems` names each with its number.
    """
    check = check_manifest(source)
    _refuse(check)
    return check.lines


def _refuse(check: ManifestCheck) -> None:
    if check.ok:
        return
    shown = "; ".join(str(each) for each in check.problems[:_SHOWN])
    more = f"; and {len(check.problems) - _SHOWN} more" if len(check.problems) > _SHOWN else ""
    message = f"{len(check.problems)} of {check.lines} lines are bad: {shown}{more}"
    raise ASGGatewayManifestError(
        message if check.problems else "the manifest is empty", problems=check.problems
    )


def _lines(source: str | Path | Iterable[str | bytes]) -> Iterator[str | bytes]:
    if isinstance(source, (str, Path)):
        with Place("source", source).reading() as file:
            yield from file
    else:
        yield from source


def _line_problem(line: str | bytes) -> str | None:
    if not line.strip():
        return "it is empty"
    try:
        value = codec.loads(line)
    except ValueError as error:
        return f"it is not JSON: {error}"
    return _problem(value)


def _problem(value: Any) -> str | None:
    if not isinstance(value, Mapping):
        return "it must be an object with 'data_url'"
    url = value.get("data_url")
    if url is None:
        return "'data_url' is missing"
    if not isinstance(url, str) or not _is_url(url):
        return f"'data_url' is not a URL: {url!r:.100}"
    if not isinstance(value.get("metadata", {}), Mapping):
        return "'metadata' must be an object"
    try:
        codec.dumps(dict(value))
    except (TypeError, ValueError) as error:
        return f"it cannot be written as JSON: {error}"
    return None


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return bool(parts.scheme and parts.hostname) and not any(each.isspace() for each in text)
    except ValueError:
        return False
