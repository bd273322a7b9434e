"""Files on their way to the server: which ones of a directory, in what form, in what portions."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from clientkit.files import is_regular, read_file
from clientkit.operation import kind_of, segments, shown

Content = str | bytes | Path

# The server takes bodies of 1 MiB; a third more than the bytes goes into base64, the rest is the frame.
MAX_BODY: Final = 1024 * 1024
_PORTION: Final = MAX_BODY - 64 * 1024
# Of the files of a session the server takes 500 at a time, and 100 MiB.
SESSION_FILES: Final = 500
SESSION_BYTES: Final = 100 * 1024 * 1024 * 4 // 3
# Around each file: names of the fields, quotes, an escaped path.
_FRAME: Final = 64
_SKIPPED: Final = frozenset(
    {".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv", ".cache", ".mypy_cache"}
    | {".pytest_cache", ".ruff_cache", ".tox", ".DS_Store"}
)

Encoded = dict[str, str]


def agent_files(source: str | Path | Mapping[str, Content]) -> list[Encoded]:
    """Return the files of an agent, encoded.

    Args:
        source: A directory of this machine, or contents by relative path. Of a directory, dot-env files,
            caches, dependencies, version control, links, pipes and devices are left out.

    Raises:
        ValueError: When there is no such directory, it has no files, or a file is too large to be sent.
    """
    if not isinstance(source, (str, Path, Mapping)):
        raise TypeError(f"source must be a directory, or a dict of contents; got {kind_of(source)}")
    found = encoded("source", source if isinstance(source, Mapping) else dict(_walk(Path(source))))
    if not found:
        raise ValueError(f"source has no files to deploy: {shown(str(source))}")
    found.sort(key=lambda each: each["path"])
    for each in found:
        if _size(each) > _PORTION:
            raise ValueError(
                f"{each['path']} is too large: a request takes about {_PORTION * 3 // 4} bytes of it"
            )
    return found


def portions(files: list[Encoded], size: int = _PORTION, count: int | None = None) -> list[list[Encoded]]:
    """Divide files into portions that fit into a request; CLAUDE.md, which an agent needs, comes first.

    Args:
        files: The files.
        size: The most bytes of a portion, in base64.
        count: The most files of a portion; None for no limit.
    """
    portions: list[list[Encoded]] = [[]]
    held = 0
    for each in sorted(files, key=lambda file: file["path"] != "CLAUDE.md"):
        if portions[-1] and (held + _size(each) > size or len(portions[-1]) == count):
            portions.append([])
            held = 0
        portions[-1].append(each)
        held += _size(each)
    return portions


def encoded(name: str, files: Mapping[str, Content]) -> list[Encoded]:
    """Return files by their paths, encoded.

    Raises:
        TypeError: When it is not a mapping, a path is not a string, or a content is something else.
        ValueError: When a path would lead elsewhere, as in `get_session_file`.
    """
    if not isinstance(files, Mapping):
        raise TypeError(f"{name} must be a dict of contents by relative path, got {kind_of(files)}")
    for path in files:
        if not isinstance(path, str):
            raise TypeError(f"{name} must have paths that are strings, got {kind_of(path)}")
        # What could not be read again by its path is lost.
        segments(f"a path in {name}", path)
    return [{"path": path, "content": encode(content, name)} for path, content in files.items()]


def encode(content: Content, name: str = "content") -> str:
    """Return content in base64; text is UTF-8, a path is read.

    Raises:
        TypeError: When it is something else.
        ValueError: When a text cannot be written as UTF-8.
    """
    if isinstance(content, Path):
        content = read_file(content, name=name)
    elif isinstance(content, str):
        content = _utf8(content, name)
    elif not isinstance(content, (bytes, bytearray, memoryview)):
        raise TypeError(f"{name} must be bytes, str or a Path, got {kind_of(content)}")
    return base64.b64encode(content).decode("ascii")


def _utf8(content: str, name: str) -> bytes:
    try:
        return content.encode()
    except UnicodeEncodeError:
        pass
    raise ValueError(f"{name} has half a character (an unpaired surrogate)")


def _walk(root: Path) -> Iterator[tuple[str, Path]]:
    if "\0" in str(root) or not root.is_dir():
        raise ValueError(f"source {shown(str(root))} is not a directory of this machine")
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in _SKIPPED]
        for name in names:
            path = Path(folder, name)
            if name in _SKIPPED or name == ".env" or name.startswith(".env.") or not is_regular(path):
                continue
            yield path.relative_to(root).as_posix(), path


def _size(file: Encoded) -> int:
    return len(file["content"]) + 6 * len(file["path"]) + _FRAME
