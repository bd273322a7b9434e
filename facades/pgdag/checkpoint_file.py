"""A file that keeps the checkpoint of a run."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from pgdag import journal
from pgdag.checkpoint import Checkpoint
from pgdag.errors import CheckpointError

_LEAST_ROOM: Final = 65_536


class CheckpointFile:
    """Keeps the checkpoint of one run in a file; give its `save` to the runner.

    A checkpoint is written beside the file and moved over it, so the file always holds a whole one.
    Whoever can read it can read the inputs and results of the run.

    Args:
        path: The file. Its folder must exist.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._last: Checkpoint | None = None
        # What the file was when it was last written here: what somebody else wrote is not added to.
        self._left: tuple[int, ...] = ()
        self._room = 0

    async def save(self, checkpoint: Checkpoint) -> None:
        """Write a checkpoint.

        Raises:
            OSError: The file cannot be written.
            CheckpointError: JSON cannot carry what is in it.
        """
        await asyncio.to_thread(self._save, checkpoint.snapshot())

    def load(self) -> Checkpoint:
        """Read the checkpoint.

        Raises:
            OSError: The file cannot be read.
            CheckpointError: It holds no checkpoint.
        """
        first, *rest = self._path.read_bytes().splitlines() or [b""]
        try:
            data = json.loads(first)
        except ValueError as error:
            raise CheckpointError(f"{self._path} holds no JSON: {error}") from None
        if not isinstance(data, dict):
            raise CheckpointError(f"{self._path} holds no checkpoint")
        for number, line in enumerate(rest, 2):
            try:
                found = json.loads(line)
            except ValueError:
                if number <= len(rest):
                    raise CheckpointError(f"line {number} of {self._path} is no JSON") from None
                # Its `save` did not return.
                break
            try:
                journal.apply(data, found)
            except (AttributeError, KeyError, TypeError, ValueError):
                raise CheckpointError(f"line {number} of {self._path} is no change") from None
        return Checkpoint.from_dict(data)

    def _save(self, checkpoint: Checkpoint) -> None:
        last, self._last = self._last, None
        line = b""
        if last is not None and self._is_as_left():
            line = _line(journal.changes(last, checkpoint))
        if line and len(line) <= self._room:
            self._append(line)
            self._room -= len(line)
        else:
            line = _line(checkpoint.to_dict())
            self._replace(line)
            # The whole is written again when the changes have become as long.
            self._room = max(len(line), _LEAST_ROOM)
        self._left = _mark(self._path)
        self._last = checkpoint

    def _is_as_left(self) -> bool:
        try:
            return _mark(self._path) == self._left
        except FileNotFoundError:
            return False

    def _append(self, line: bytes) -> None:
        with self._path.open("ab") as file:
            _write(file, line)

    def _replace(self, line: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}-")
        try:
            with open(handle, "wb") as file:
                _write(file, line)
            Path(name).replace(self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _line(values: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(values)}\n".encode()


def _write(file: BinaryIO, line: bytes) -> None:
    file.write(line)
    file.flush()
    os.fsync(file.fileno())


def _mark(path: Path) -> tuple[int, ...]:
    """Return what tells one state of a file from another."""
    facts = path.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns
