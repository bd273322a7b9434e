"""The manifest: what was generated from what, by hashes, so that any difference has a name.

Only the standard library is needed here, so that looking for differences takes no time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from clientkit_codegen.generation import layout
from clientkit_codegen.generation.layout import Service

TOOLS = ("openapi-python-client", "ruff")
_SHAPING = (
    "generation/ambiguity.py",
    "generation/bundling.py",
    "generation/dicts.py",
    "generation/document.py",
    "generation/expressions.py",
    "generation/formatting.py",
    "generation/lowering.py",
    "generation/naming.py",
    "generation/normalise.py",
    "generation/overlay.py",
    "generation/package.py",
    "generation/patterns.py",
    "generation/shapes.py",
    "generation/source.py",
    "generation/walking.py",
    "loading.py",
    "rawviews.py",
    "unasync.py",
)

Digests = dict[str, str]


@dataclass
class Manifest:
    """What is committed and what it came from: hashes by path, as seen from the repository's root.

    Attributes:
        tools: Versions of the tools that shape what is written.
        shaping: Templates and scripts that do.
        specs: The specs.
        sources: The `_async` modules.
        outputs: Everything that is written.
    """

    tools: dict[str, str] = field(default_factory=dict)
    shaping: Digests = field(default_factory=dict)
    specs: Digests = field(default_factory=dict)
    sources: Digests = field(default_factory=dict)
    outputs: Digests = field(default_factory=dict)

    @classmethod
    def load(cls) -> Manifest:
        """Read the manifest; an empty one when there is none or it cannot be read."""
        try:
            return cls(**json.loads(layout.project().manifest.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return cls()

    @classmethod
    def current(cls, services: Iterable[Service]) -> Manifest:
        """Return the manifest of what is there now."""
        specs = [path for service in services for path in service.inputs]
        return cls(
            tool_versions(), digests(shaping()), digests(specs), digests(sources()), digests(outputs())
        )

    def dump(self) -> str:
        """Return the file's text: sorted, one entry a line, so that merges can be read."""
        return json.dumps(asdict(self), indent=1, sort_keys=True) + "\n"

    def outputs_in(self, folder: Path) -> Digests:
        """Return the outputs within a folder."""
        prefix = f"{layout.relative(folder)}/"
        return {path: digest for path, digest in self.outputs.items() if path.startswith(prefix)}

    def is_shaped_like(self, other: Manifest) -> bool:
        """Whether both came from the same tools, templates and scripts."""
        return self.tools == other.tools and self.shaping == other.shaping

    def has_package(self, service: Service, other: Manifest) -> bool:
        """Whether a package and its spec are the same in both."""
        spec = layout.relative(service.spec)
        return (
            spec in self.specs
            and self.inputs_of(service) == other.inputs_of(service)
            and self.outputs_in(service.package) == other.outputs_in(service.package)
        )

    def inputs_of(self, service: Service) -> Digests:
        """Return the digests of what a package is made of."""
        names = {
            layout.relative(path) for path in (*service.inputs, service.spec, service.overlay, service.ids)
        }
        return {path: digest for path, digest in self.specs.items() if path in names}

    def has_twins(self, other: Manifest) -> bool:
        """Whether the sync modules and their sources are the same in both."""
        return self.sources == other.sources and self.outputs_in(
            layout.project().facades
        ) == other.outputs_in(layout.project().facades)


def tool_versions() -> dict[str, str]:
    """Return the versions that are installed; "missing" for a tool that is not."""
    found = {}
    for tool in TOOLS:
        try:
            found[tool] = version(tool)
        except PackageNotFoundError:
            found[tool] = "missing"
    return found


def digests(paths: Iterable[Path]) -> Digests:
    """Return the SHA-256 of files by their path."""
    return {_name(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _name(path: Path) -> str:
    """Return what a file is called: the pipeline's own files have the same name wherever it is installed."""
    if path.is_relative_to(layout.PACKAGE):
        return path.relative_to(layout.PACKAGE.parent).as_posix()
    return layout.relative(path)


def shaping() -> list[Path]:
    """Return the templates and scripts that shape what is written."""
    return [*sorted(layout.TEMPLATES.glob("*.jinja")), *(layout.PACKAGE / name for name in _SHAPING)]


def sources() -> list[Path]:
    """Return what sync modules are derived from."""
    return sorted(layout.project().facades.glob("**/_async/**/*.py"))


def twins() -> list[Path]:
    """Return the sync modules that are there."""
    return sorted(
        path for kind in ("py", "pyi") for path in layout.project().facades.glob(f"**/_sync/**/*.{kind}")
    )


def outputs() -> list[Path]:
    """Return every generated file that is there, and what lies next to them."""
    return [
        *(path for path in files_in(layout.project().generated) if path != layout.project().manifest),
        *twins(),
    ]


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that are ours to judge; what Python caches is not."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
