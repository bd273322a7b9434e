"""Where tables and lines are read from and written to: local paths, and URLs through fsspec.

The end of the name says what is there: `.jsonl`, `.csv` or `.parquet`, and `.gz` or `.zst` behind the first
two when it is compressed.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, Final, Self, cast

from clientkit.extras import needed
from clientkit.files import AtomicFile, FileRefusedError, is_regular, open_file

from asg_gateway import bodies

_ENDINGS: Final = {"", ".jsonl", ".ndjson", ".csv", ".parquet", ".pq"}
_COMPRESSIONS: Final = {".gz": "gzip", ".zst": "zstd"}
# fsspec's own packages for these are not part of the extra.
_DRIVERS: Final = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs"}


class Place:
    """A file, here or elsewhere.

    Args:
        name: The argument's name, for error messages.
        value: A path, or a URL such as `s3://bucket/tasks.parquet`.

    Attributes:
        kind: `jsonl`, `csv` or `parquet`; JSON lines when the name says nothing.
        is_url: Whether it is read and written through fsspec.

    Raises:
        TypeError: It is neither a str nor a path.
        ValueError: No file can have it.
    """

    def __init__(self, name: str, value: str | os.PathLike[str]) -> None:
        if isinstance(value, str):
            value = str.__str__(value)  # of a class of its own, it may say anything of itself
        self.is_url = isinstance(value, str) and "://" in value
        self._value = value if self.is_url else bodies.place(name, value)
        self._name = name
        stem, ending = os.path.splitext(str(value).lower())
        self._compression = _COMPRESSIONS.get(ending)
        self._ending = ending = os.path.splitext(stem)[1] if self._compression else ending
        self.kind = {".csv": "csv", ".parquet": "parquet", ".pq": "parquet"}.get(ending, "jsonl")
        if self._compression and self.kind == "parquet":
            raise ValueError(f"{name}: Parquet is compressed inside; got {self}")

    @property
    def is_local_file(self) -> bool:
        """Whether it is a file of this machine, which can be read twice."""
        return not self.is_url and is_regular(cast(Path, self._value))

    def only(self, *kinds: str) -> Self:
        """Return it, when its name ends as what is to be written there, or says nothing.

        Args:
            kinds: What can be written.

        Raises:
            ValueError: It ends in something else.
        """
        if self.kind not in kinds or self._ending not in _ENDINGS:
            raise ValueError(
                f"{self._name} must end in {' or '.join(f'.{each}' for each in kinds)}; got {self}"
            )
        return self

    def __str__(self) -> str:
        return str(self._value)

    @contextmanager
    def reading(self) -> Iterator[IO[bytes]]:
        """Open it; what is read is decompressed.

        Raises:
            OSError: It cannot be read.
            ImportError: A library is missing; the message says what to type.
        """
        with ExitStack() as stack:
            file: Any
            if self.is_url:
                try:
                    file = stack.enter_context(self._remote("rb"))
                except FileRefusedError:
                    raise
                except OSError as error:
                    raise FileRefusedError(
                        f"{self._name}: {str(self)[:200]!r} cannot be read: {error}"
                    ) from error
            else:
                file = stack.enter_context(open_file(self._value, name=self._name))
            if self._compression == "gzip":
                file = stack.enter_context(gzip.open(file, "rb"))
            elif self._compression:
                pyarrow = needed("pyarrow", f"reading {self}", "bulk")
                file = io.BufferedReader(pyarrow.CompressedInputStream(file, "zstd"))
            yield file

    @contextmanager
    def writing(self) -> Iterator[IO[bytes]]:
        """Open it to be written: it appears whole, when the block ends without an exception, or not at all.

        Raises:
            FileRefusedError: A local file cannot be written there.
            ImportError: A library is missing; the message says what to type.
        """
        with ExitStack() as stack:
            if self.is_url:
                stack.enter_context(_failing_early(self))
                # What is closed there is there, finished or not: so it is finished here first.
                buffer = stack.enter_context(tempfile.TemporaryFile())
                with self._compressed(buffer) as file:
                    yield file
                buffer.seek(0)
                with self._remote("wb") as remote:
                    shutil.copyfileobj(buffer, remote, 1 << 20)
            else:
                target = stack.enter_context(AtomicFile(cast(Path, self._value), name=self._name))
                with self._compressed(_Writable(target)) as file:
                    yield file

    @contextmanager
    def _compressed(self, file: Any) -> Iterator[IO[bytes]]:
        if self._compression == "gzip":
            # The same rows make the same bytes.
            with gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                yield cast("IO[bytes]", packed)
        elif self._compression:
            pyarrow = needed("pyarrow", f"writing {self}", "bulk")
            with pyarrow.CompressedOutputStream(pyarrow.PythonFile(_Kept(file), "w"), "zstd") as packed:
                yield packed
        else:
            yield file

    def _remote(self, mode: str) -> Any:
        fsspec = needed("fsspec", f"{self._name}: {self}", "bulk")
        scheme = str(self._value).partition("://")[0]
        try:
            return fsspec.open(str(self._value), mode)
        except ValueError as error:
            raise FileRefusedError(f"{self._name}: {str(self)[:200]!r} cannot be used: {error}") from None
        except ImportError as error:
            driver = _DRIVERS.get(scheme)
            if driver is None:
                raise
            raise ImportError(
                f"{self._name}: {scheme}:// needs {driver}; type: pip install {driver}", name=error.name
            ) from None


@contextmanager
def _failing_early(place: Place) -> Iterator[None]:
    """Find out about a missing library before anything is written."""
    place._remote("wb")
    yield


class _Writable(io.RawIOBase):
    """An atomic file as libraries want files to be; closing it does not finish it."""

    def __init__(self, file: AtomicFile) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self._file.write(bytes(data))

    def tell(self) -> int:
        return self._file.size


class _Kept:
    """A file that stays open when what is written through it is closed."""

    closed = False

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, data: Any) -> int:
        return int(self._file.write(data))

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self._file.flush()
