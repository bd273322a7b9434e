"""Files on their way to the service."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clientkit.files import open_file

if TYPE_CHECKING:
    from clientkit.operation.types import File

_MEDIA_TYPE = "application/octet-stream"


@contextmanager
def source(path: str | os.PathLike[str]) -> Iterator[File]:
    """Open a file as the part of a form; it is read piece by piece while it is sent.

    Raises:
        FileRefusedError: It cannot be read.
        TypeError: It is no path.
    """
    from clientkit.operation.types import File  # loads attrs, which only models need

    with open_file(path) as content:
        # A name that is not a string on this machine is sent as well as it can be.
        name = os.fsencode(os.path.basename(path)).decode("utf-8", "replace")
        yield File(content, name, _MEDIA_TYPE)


def type_of(file: File) -> str:
    """Return the suffix of a file in lower case without its dot; `text` when it has none."""
    return os.path.splitext(file.file_name or "")[1].lower().lstrip(".") or "text"
