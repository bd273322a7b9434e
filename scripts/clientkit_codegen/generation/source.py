"""From a file to the one form that everything else reads: load, bundle, overlay, normalise."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from clientkit_codegen import loading
from clientkit_codegen.generation import bundling, layout, overlay
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.generation.normalise import Normalised, UnsupportedError, normalise, supported

# The text of a file by its path as seen from the folder of the document; None when it is not there.
Texts = Callable[[str], str | None]


class SourceError(Exception):
    """A document that cannot be read; the message says why, and what to do."""


def read(path: Path) -> Normalised:
    """Read a document in its one form.

    Args:
        path: Its file; what it refers to lies in the same folder.

    Raises:
        SourceError: When it cannot be read.
    """
    try:
        return normalise(bundled(path))
    except UnsupportedError as error:
        raise SourceError(str(error)) from None


def bundled(path: Path) -> dict[str, Any]:
    """Read a document as one, with the files that it refers to.

    Raises:
        SourceError: When it cannot be read.
    """
    return _bundled(path.name, in_folder(path.parent))


def in_folder(folder: Path) -> Texts:
    """Return how the files of a folder are read; one that is not there is None."""
    root = folder.resolve()

    def text_of(name: str) -> str | None:
        place = (root / name).resolve()
        if not place.is_relative_to(root):
            raise bundling.BundleError(f"{name} is outside the folder of the document; move it there")
        return loading.text_of(place) if os.path.lexists(place) else None

    return text_of


def _bundled(name: str, text_of: Texts) -> dict[str, Any]:
    def other(file: str) -> Any:
        text = text_of(file)
        if text is None:
            advice = "" if file == name else "; correct the reference, or add the file"
            raise loading.LoadError(f"there is no such file{advice}")
        return text if file.lower().endswith((".md", ".txt")) else loading.load(text)

    try:
        data = other(name)
        supported(data)
        return bundling.bundle(data, name, other)
    except (loading.LoadError, bundling.BundleError, UnsupportedError) as error:
        raise SourceError(str(error)) from None


def of_service(service: Service) -> Normalised:
    """Read the document of a service, with the overlay and the ids that lie next to it.

    Raises:
        SourceError: When it cannot be read.
    """
    found = of_texts(service.name, in_folder(service.spec.parent))
    if found is None:
        raise SourceError(f"there is no {service.spec.name}")
    return found


def of_texts(name: str, text_of: Texts) -> Normalised | None:
    """Read the document of a service, whatever holds its files; None when there is none.

    Args:
        name: The service.
        text_of: Returns the text of a file next to the document; None when it is not there.

    Raises:
        SourceError: When it cannot be read.
    """
    try:
        spec = next((each for each in layout.specs_of(name) if text_of(each) is not None), None)
        if spec is None:
            return None
        data = _bundled(spec, text_of)
        fixes = text_of(layout.overlay_of(name))
        if fixes is not None:
            data = _fixed(data, loading.load(fixes), layout.overlay_of(name))
        return normalise(data, _ids(text_of(layout.ids_of(name)), layout.ids_of(name)))
    except (loading.LoadError, UnsupportedError) as error:
        raise SourceError(str(error)) from None


def _fixed(data: dict[str, Any], fixes: Any, name: str) -> dict[str, Any]:
    try:
        return overlay.apply(data, fixes)
    except overlay.OverlayError as error:
        raise SourceError(f"{name}: {error}") from None


def _ids(text: str | None, name: str) -> dict[str, str]:
    """Return the ids that were made for operations, by `METHOD path`."""
    if text is None:
        return {}
    try:
        found = loading.load(text)
    except loading.LoadError as error:
        raise SourceError(f"{name}: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise SourceError(f'{name}: write {{"METHOD /path": "operation_id"}}')
    return found


def record(ids: Mapping[str, str]) -> str:
    """Return the text of the record of ids."""
    return json.dumps(dict(sorted(ids.items())), indent=1, ensure_ascii=False) + "\n"
