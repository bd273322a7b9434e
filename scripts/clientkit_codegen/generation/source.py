"""From a file to the one form that everything else reads: load, bundle, overlay, normalise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clientkit_codegen import loading
from clientkit_codegen.generation import bundling, overlay
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.generation.normalise import Normalised, UnsupportedError, normalise, supported


class SourceError(Exception):
    """A document that cannot be read; the message says why, and what to do."""


def read(path: Path, *, ids: Mapping[str, str] | None = None, fixes: Path | None = None) -> Normalised:
    """Read a document in its one form.

    Args:
        path: Its file; what it refers to lies in the same folder.
        ids: The ids that were made for operations without one.
        fixes: An overlay to apply.

    Raises:
        SourceError: When it cannot be read.
    """
    try:
        data = bundled(path)
        if fixes is not None and fixes.is_file():
            data = _fixed(data, fixes)
        return normalise(data, ids)
    except UnsupportedError as error:
        raise SourceError(str(error)) from None


def bundled(path: Path) -> dict[str, Any]:
    """Read a document as one, with the files that it refers to.

    Raises:
        SourceError: When it cannot be read.
    """
    folder = path.parent.resolve()

    def other(name: str) -> Any:
        place = (folder / name).resolve()
        if not place.is_relative_to(folder):
            raise bundling.BundleError(f"{name} is outside the folder of the document; move it there")
        text = loading.text_of(place)
        return text if place.suffix.lower() in (".md", ".txt") else loading.load(text)

    try:
        data = loading.read(path)
        supported(data)
        return bundling.bundle(data, path.name, other)
    except (loading.LoadError, bundling.BundleError, UnsupportedError) as error:
        raise SourceError(str(error)) from None


def _fixed(data: dict[str, Any], fixes: Path) -> dict[str, Any]:
    try:
        return overlay.apply(data, loading.read(fixes))
    except (loading.LoadError, overlay.OverlayError) as error:
        raise SourceError(f"{fixes.name}: {error}") from None


def of_service(service: Service) -> Normalised:
    """Read the document of a service, with the overlay and the ids that lie next to it.

    Raises:
        SourceError: When it cannot be read.
    """
    return read(service.spec, ids=recorded(service), fixes=service.overlay)


def recorded(service: Service) -> dict[str, str]:
    """Return the ids that were made for operations of a service, by `METHOD path`.

    Raises:
        SourceError: When the record cannot be read.
    """
    if not service.ids.is_file():
        return {}
    try:
        found = loading.read(service.ids)
    except loading.LoadError as error:
        raise SourceError(f"{service.ids.name}: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise SourceError(f'{service.ids.name}: write {{"METHOD /path": "operation_id"}}')
    return found


def record(ids: Mapping[str, str]) -> str:
    """Return the text of the record of ids."""
    return json.dumps(dict(sorted(ids.items())), indent=1, ensure_ascii=False) + "\n"
