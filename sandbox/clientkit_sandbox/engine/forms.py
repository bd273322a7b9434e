"""Multipart forms: what a request uploads."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from typing import Any, NamedTuple

from clientkit_sandbox.engine.schemas import Schemas, Violation

MULTIPART = "multipart/form-data"


class FormFile(NamedTuple):
    """A file of a form.

    Attributes:
        name: The name that its sender gave it.
        media_type: Its media type.
        content: The file.
    """

    name: str
    media_type: str
    content: bytes


def read(content_type: str, body: bytes) -> dict[str, str | FormFile]:
    """Read a form: files are parts with a file name, all others are texts.

    Raises:
        ValueError: It is none, or has a name twice.
    """
    boundary = _headers(f"Content-Type: {content_type}".encode("latin-1")).get_boundary()
    if not boundary:
        raise ValueError("the Content-Type names no boundary")
    _, *pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("latin-1"))
    if not pieces or not pieces[-1].startswith(b"--"):
        raise ValueError("the last boundary is missing")
    form: dict[str, str | FormFile] = {}
    for piece in pieces[:-1]:
        head, blank, content = piece.partition(b"\r\n\r\n")
        headers = _headers(head)
        name = headers.get_param("name", header="content-disposition")
        if not blank or not isinstance(name, str):
            raise ValueError("a part has no name")
        if name in form:
            raise ValueError(f"{name} is there twice")
        file_name = headers.get_filename()
        if file_name is None:
            form[name] = content.decode()
        else:
            form[name] = FormFile(file_name, headers.get_content_type(), content)
    return form


def _headers(lines: bytes) -> Message:
    headers = Message()
    for line in lines.decode().split("\r\n"):
        name, _, value = line.partition(":")
        headers[name.strip()] = value.strip()
    return headers


def violations(schemas: Schemas, at: str, form: dict[str, str | FormFile]) -> Iterator[Violation]:
    """Yield every way in which a form breaks the schema at a pointer."""
    schema, _ = schemas.resolve({"$ref": f"#{at}"})
    binary = {name for name, each in schema.get("properties", {}).items() if _is_binary(each)}
    for name, value in form.items():
        if isinstance(value, FormFile) is not (name in binary):
            yield Violation("body", (name,), f"must be a {'file' if name in binary else 'text'}")
    # A schema knows no files: what it says of one goes for its name alone.
    texts: dict[str, Any] = {
        name: value.name if isinstance(value, FormFile) else value for name, value in form.items()
    }
    yield from schemas.violations(at, texts, "body")


def _is_binary(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("format") == "binary"
