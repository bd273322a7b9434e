"""A file that keeps the checkpoint of a run, and belongs to one run at a time."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final, Self

from clientkit.files import AtomicFile

from pgdag import journal
from pgdag.errors import CheckpointError
from pgdag.state import Checkpoint, Save

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["Checkpoint", "CheckpointFile", "Save", "claimed"]

_LEAST_ROOM: Final = 65_536
_PRIVATE: Final = 0o600


class CheckpointFile:
    """Keeps the checkpoint of one run in a file; give its `save` to the runner.

    The file always holds a whole checkpoint. While a run saves to it, it is locked: another run, in this
    process or another, is refused. A run whose `save` is a function of your own is not known here: hold
    the file around it, `with file:`. Whoever can read the file can read the inputs and results of the run;
    a new file is readable for its owner alone.

    Args:
        path: The file; a link to it is kept. Its folder must exist, and be on a disk of this machine.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._last: Checkpoint | None = None
        # What the file was when it was last written here: what somebody else wrote is not added to.
        self._left: tuple[int, ...] = ()
        self._room = 0
        self._lock: int | None = None
        self._holders = 0
        self._has_run = False

    def __enter__(self) -> Self:
        """Lock the file.

        Raises:
            CheckpointError: Another run has it.
            OSError: It cannot be locked.
        """
        if self._lock is None:
            self._lock = _locked(self._lock_path)
        self._holders += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Unlock the file."""
        self._holders -= 1
        if not self._holders and self._lock is not None:
            lock, self._lock = self._lock, None
            _unlock(self._lock_path, lock)

    async def save(self, checkpoint: Checkpoint) -> None:
        """Write a checkpoint.

        Args:
            checkpoint: The checkpoint.

        Raises:
            OSError: The file cannot be written.
            CheckpointError: JSON cannot carry what is in it, or another run has the file.
        """
        with self:
            await _in_thread(self._save, checkpoint.snapshot())

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
                if "format" in found:
                    data = found
                else:
                    journal.apply(data, found)
            except (AttributeError, KeyError, TypeError, ValueError):
                raise CheckpointError(f"line {number} of {self._path} is no change") from None
        return Checkpoint.from_dict(data)

    @contextlib.asynccontextmanager
    async def belongs_to(self, checkpoint: Checkpoint, *, resumed: bool) -> AsyncIterator[None]:
        """Lock the file for a run.

        Args:
            checkpoint: Where the run begins.
            resumed: Whether it goes on with a run that may be in the file.

        Raises:
            CheckpointError: Another run has the file, or has gone on from where this one would begin.
        """
        if self._has_run:
            raise CheckpointError(f"{self._path} is in use by another run of this process; wait for its end")
        with self:
            self._has_run = True
            try:
                if resumed:
                    await _in_thread(self._refuse_older, checkpoint)
                yield
            finally:
                self._has_run = False

    def _refuse_older(self, checkpoint: Checkpoint) -> None:
        try:
            kept = self.load()
        except (FileNotFoundError, CheckpointError):
            return
        if kept.run_id != checkpoint.run_id:
            return
        for step, proof in kept.proofs.items():
            known = checkpoint.proofs.get(step)
            if proof.succeeded and not (known and known.succeeded):
                raise CheckpointError(
                    f"{self._path} has gone on since this checkpoint: {step!r} is done in it; load it again"
                )

    @property
    def _target(self) -> Path:
        return Path(os.path.realpath(self._path))

    @property
    def _lock_path(self) -> Path:
        target = self._target
        return target.with_name(f".{target.name}.lock")

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
            self._write_whole(line)
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

    def _write_whole(self, line: bytes) -> None:
        if self._has_another_name():
            # A new file would be known by one of its names alone.
            self._append(line)
            return
        with AtomicFile(self._path, mode=_PRIVATE, follow_links=True) as file:
            file.write(line)

    def _has_another_name(self) -> bool:
        """Tell whether there is a hard link to the file, and a checkpoint in it that can be added to."""
        try:
            if self._path.stat().st_nlink < 2 or not self._path.read_bytes().endswith(b"\n"):
                return False
            self.load()
        except (FileNotFoundError, CheckpointError):
            return False
        return True


def claimed(
    save: Save | None, checkpoint: Checkpoint, *, resumed: bool
) -> contextlib.AbstractAsyncContextManager[None]:
    """Lock the file that a run saves to, when it is a `CheckpointFile`.

    Args:
        save: What the run saves to.
        checkpoint: The checkpoint.
        resumed: Whether the run goes on from it.
    """
    file = getattr(save, "__self__", None)
    if isinstance(file, CheckpointFile):
        return file.belongs_to(checkpoint, resumed=resumed)
    return contextlib.nullcontext()


async def _in_thread(action: Callable[[Checkpoint], None], checkpoint: Checkpoint) -> None:
    """Run an action in a thread; who is cancelled goes on when the thread has ended, and not before.

    A thread cannot be stopped: it would write when the file is locked by another run.
    """
    # A future, not a task: the end of a loop cancels every task.
    work = asyncio.get_running_loop().run_in_executor(None, action, checkpoint)
    cancelled: asyncio.CancelledError | None = None
    while not work.done():
        try:
            await asyncio.wait([work])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled from work.exception()
    work.result()


def _locked(path: Path) -> int:
    """Lock a file, which is made; return its handle."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), _PRIVATE)
        try:
            _lock(handle)
            # Whoever had it may have removed it; then others lock another file of this name.
            if _is_at(handle, path):
                os.ftruncate(handle, 0)
                os.write(handle, b"%d" % os.getpid())
                return handle
        except (BlockingIOError, PermissionError):
            holder = os.pread(handle, 20, 0).decode(errors="replace") if hasattr(os, "pread") else ""
            os.close(handle)
            raise CheckpointError(
                f"{path.name[1:-5]} is in use by a run of process {holder or 'unknown'}; wait for its end, "
                "then load the checkpoint again"
            ) from None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _unlock(path: Path, handle: int) -> None:
    with contextlib.suppress(OSError):
        if _is_at(handle, path):
            path.unlink()
    with contextlib.suppress(OSError):
        _free(handle)
    os.close(handle)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _free(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _free(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


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
