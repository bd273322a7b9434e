"""What generated packages offer as their `types` module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, BinaryIO, Generic, TypeVar

from attrs import define

from clientkit.operation._unset import UNSET, Unset

FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (file name, content, media type), with further part headers as an optional fourth
    tuple[str | None, FileContent, str | None] | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]

T = TypeVar("T")


@define
class File:
    """A file to upload, or one that was answered.

    Attributes:
        payload: Open binary file.
        file_name: Name sent to the service.
        mime_type: Media type sent to the service.
    """

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return the file as a part of a multipart body."""
        return self.file_name, self.payload, self.mime_type


@define
class Response(Generic[T]):
    """What the `_detailed` functions of an endpoint return.

    Attributes:
        status_code: The HTTP status, an int: codes outside the registry are no error.
        content: The body.
        headers: Header fields, looked up in any case.
        parsed: The answer as a model; None when its status is not documented.
    """

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T | None


__all__ = ["UNSET", "File", "FileTypes", "RequestFiles", "Response", "Unset"]
