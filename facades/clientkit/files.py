"""Local files: written whole or not at all, and read only when they are files."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self, TypeVar

from clientkit.lazy import Module
from clientkit.operation import kind_of

if TYPE_CHECKING:
    import pathlib
    from pathlib import Path
else:
    pathlib = Module("pathlib")

T = TypeVar("T")

_NEW: Final = 0o666
_CREATE: Final = (
    os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


class FileRefusedError(ValueError, OSError):
    """A local path cannot be written to, or be read from; nothing was changed."""


class AtomicFile:
    """Writes a local file that appears whole or not at all.

    The bytes go into a new file with a random name in the same folder; `commit` makes them durable and
    replaces the target with it in one step. An existing target keeps its mode and, where this process may
    set them, its owner and group. Everything that can be known about the target is checked here, so make
    one before a request is sent.

    Use it as a context manager: leaving the block commits, an exception discards.

    Args:
        path: The target. Its folder must exist; the target itself is absent or a regular file.
        name: The argument's name, for the error message.
        mode: Permissions of a new file; by default those that the process gives to new files.
        follow_links: Whether a symbolic link is kept and the file behind it replaced; refused otherwise.

    Attributes:
        path: The file that is replaced.
        size: Bytes written so far.

    Raises:
        FileRefusedError: The target is a folder, a device or a symbolic link, its folder is missing, or no
            file can be made in it.
        TypeError: The path is not a path.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        name: str = "path",
        mode: int | None = None,
        follow_links: bool = False,
    ) -> None:
        self.path = _target(name, path, follow_links)
        self.size = 0
        self._is_over = False
        self._replaced = _refusing(name, self.path, lambda: _existing(name, self.path))
        self._new_mode = _NEW if mode is None else mode
        self._temporary, handle = _refusing(name, self.path, self._create)
        self._file = open(handle, "wb")  # noqa: SIM115  (closed by commit or discard)

    def write(self, data: bytes) -> int:
        """Add bytes.

        Raises:
            OSError: The disk is full, or fails.
        """
        written = self._file.write(data)
        self.size += written
        return written

    def commit(self) -> None:
        """Make the bytes durable and replace the target. The second time does nothing.

        Raises:
            OSError: The disk is full, or fails; the target is as before.
        """
        if self._is_over:
            return
        try:
            self._file.flush()
            self._take_over_access(self._file.fileno())
            os.fsync(self._file.fileno())
            self._file.close()
            self._temporary.replace(self.path)
        except BaseException:
            self.discard()
            raise
        self._is_over = True
        _sync_folder(self.path.parent)

    def discard(self) -> None:
        """Leave the target as it is; after `commit` this does nothing."""
        if self._is_over:
            return
        self._is_over = True
        # Closing writes what is still in the buffer, which a full disk refuses.
        with contextlib.suppress(OSError):
            self._file.close()
        self._temporary.unlink(missing_ok=True)

    def _create(self) -> tuple[Path, int]:
        # Nobody but the owner sees the bytes before the file has the access of the one it replaces.
        mode = self._new_mode if self._replaced is None else 0o600
        while True:
            # A name of fixed length: that of the target may be as long as the file system allows.
            path = self.path.with_name(f".{os.urandom(8).hex()}.part")
            with contextlib.suppress(FileExistsError):
                return path, os.open(path, _CREATE, mode)

    def _take_over_access(self, handle: int) -> None:
        kept, made = self._replaced, os.fstat(handle)
        if kept is None or not hasattr(os, "fchown"):
            return
        mode = stat.S_IMODE(kept.st_mode)
        if (kept.st_uid, kept.st_gid) != (made.st_uid, made.st_gid):
            try:
                os.fchown(handle, kept.st_uid, kept.st_gid)
            except PermissionError:
                # Only root gives files away. What the old group could do is not for another one to do.
                mode &= ~(stat.S_ISUID | stat.S_ISGID | stat.S_IRWXG)
        os.fchmod(handle, mode)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self.discard()

    def __repr__(self) -> str:
        return f"<AtomicFile {str(self.path)!r}: {self.size} bytes>"


def write_file(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    name: str = "path",
    mode: int | None = None,
    follow_links: bool = False,
) -> None:
    """Write a file in one step; arguments and errors are those of `AtomicFile`."""
    with AtomicFile(path, name=name, mode=mode, follow_links=follow_links) as file:
        file.write(data)


def read_file(path: str | os.PathLike[str], *, name: str = "path") -> bytes:
    """Read a regular file; a device or a pipe, which may never end, is refused.

    Raises:
        FileRefusedError: It is something else than a file, is missing, or cannot be read.
    """
    with open_file(path, name=name) as file:
        return file.read()


def open_file(path: str | os.PathLike[str], *, name: str = "path") -> BinaryIO:
    """Open a regular file to be read; arguments and errors are those of `read_file`."""
    return _refusing(name, path, lambda: _opened(name, path))


def is_regular(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a file itself: neither a folder nor a link, a pipe or a device."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def _target(name: str, path: Any, follow_links: bool) -> Path:
    found = os.fspath(path) if isinstance(path, os.PathLike) else path
    if not isinstance(found, str):
        raise TypeError(f"{name} must be a str or a Path, got {kind_of(path)}")
    if "\0" in found or not os.path.basename(found):
        raise FileRefusedError(f"{name} must be the path of a file, got {found!r}")
    return pathlib.Path(os.path.realpath(found) if follow_links else found)


def _existing(name: str, path: Path) -> os.stat_result | None:
    """Return the facts of the target; None when there is none yet."""
    if not path.parent.is_dir():
        raise FileRefusedError(f"{name}: there is no folder {str(path.parent)!r}; make it first")
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise FileRefusedError(f"{name}: {str(path)!r} is a symbolic link; give the path of the file")
    if not stat.S_ISREG(found.st_mode):
        raise FileRefusedError(f"{name}: {str(path)!r} is a {_kind(found)}, not a file; give another path")
    return found


def _opened(name: str, path: str | os.PathLike[str]) -> BinaryIO:
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"{name} must be a str or a Path, got {kind_of(path)}")
    if "\0" in os.fspath(path):
        raise FileRefusedError(f"{name} must not have a NUL character")
    # Opening a pipe waits for its other end, unless it is opened without blocking.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise FileRefusedError(f"{name}: {str(path)!r} is a {_kind(found)}, not a file")
    return open(handle, "rb")


def _kind(found: os.stat_result) -> str:
    kinds = (
        (stat.S_ISDIR, "folder"),
        (stat.S_ISFIFO, "pipe"),
        (stat.S_ISSOCK, "socket"),
    )
    return next((kind for holds, kind in kinds if holds(found.st_mode)), "device")


def _refusing(name: str, path: str | os.PathLike[str], action: Callable[[], T]) -> T:
    try:
        return action()
    except FileRefusedError:
        raise
    except OSError as error:
        reason = error.strerror or type(error).__name__
    raise FileRefusedError(f"{name}: {str(path)[:200]!r} cannot be used: {reason}")


def _sync_folder(folder: Path) -> None:
    """Make a replacement durable, on systems that let folders be opened."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
