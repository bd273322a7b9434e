"""Make one document of several files: what a document refers to in other files becomes part of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from clientkit_codegen.generation.walking import Json, escape, follow

# Where the other files stand in the one document, by their path.
FILES = "x-files"
# A place within an extension, which is not a property of that name.
_EXTENSION = re.compile(r"(?<!/properties)/x-")


class BundleError(ValueError):
    """A reference out of the document that cannot be followed; the message says which, and what to do."""


def bundle(data: Json, name: str, read: Callable[[str], Any]) -> Json:
    """Return a document in which every reference stays within it.

    Args:
        data: The document.
        name: Its file, as seen from its folder.
        read: Returns the values of another file of that folder, by its path as seen from there.

    Raises:
        BundleError: When a reference leads to another host, out of the folder, or nowhere.
    """
    files: dict[str, Any] = {name: data}
    waiting = [name]
    changed: dict[str, Any] = {}

    def target(reference: str, here: str, at: str) -> str:
        parts = urlsplit(reference)
        if parts.scheme or parts.netloc:
            raise BundleError(
                f"{here}: {at}: {reference} is elsewhere; save it next to the document and refer to that"
            )
        file = here if not parts.path else _within(here, unquote(parts.path), at)
        if file not in files:
            try:
                files[file] = read(file)
            except ValueError as error:
                raise BundleError(f"{here}: {at}: {reference}: {error}") from None
            waiting.append(file)
        fragment = "/".join(parts.fragment.split("/")) if parts.fragment not in ("", "/") else ""
        place = "" if file == name else f"/{FILES}/{escape(file)}"
        return f"#{place}{fragment}"

    def rebased(node: Any, here: str, at: str) -> Any:
        if isinstance(node, list):
            return [rebased(each, here, f"{at}/{index}") for index, each in enumerate(node)]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str) and (here != name or not reference.startswith("#")):
            try:
                new = target(reference, here, at)
            except BundleError:
                if _EXTENSION.search(at):
                    # No part of the interface: an extension may refer to whatever its reader knows.
                    return {key: value for key, value in node.items() if key != "$ref"}
                raise
            found = follow({**data, FILES: files}, new) if new != "#" else data
            if new == "#" + "" and here != name:
                found = data
            if isinstance(found, str):
                # A text in a file of its own, such as a description.
                return found
            rest = {
                key: rebased(value, here, f"{at}/{escape(key)}")
                for key, value in node.items()
                if key != "$ref"
            }
            return {"$ref": new, **rest}
        return {key: rebased(value, here, f"{at}/{escape(key)}") for key, value in node.items()}

    while waiting:
        file = waiting.pop(0)
        changed[file] = rebased(files[file], file, "#")
    result: Json = changed.pop(name)
    if changed:
        result[FILES] = changed
    return result


def _within(here: str, path: str, at: str) -> str:
    parts: list[str] = list(PurePosixPath(here).parent.parts)
    for part in PurePosixPath(path.replace("\\", "/")).parts:
        if part == "..":
            if not parts:
                raise BundleError(
                    f"{here}: {at}: {path} is outside the folder of the document; move it there"
                )
            parts.pop()
        elif part.startswith("/"):
            raise BundleError(f"{here}: {at}: {path} is outside the folder of the document; move it there")
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
