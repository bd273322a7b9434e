"""The manifest: what was generated from what, by hashes, so that any difference has a name.

Only the standard library is needed here, so that looking for differences takes no time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generation import layout

TOOLS = ("openapi-python-client", "ruff")
# What shapes generated packages, beside their specs.
SHAPING = ("document.py", "expressions.py", "formatting.py", "package.py")
TWIN_SHAPING = ("scripts/unasync.py", "scripts/generation/formatting.py")


@dataclass
class Manifest:
    """Hashes by path, as seen from the repository's root.

    Attributes:
        tools: Versions of the tools that shape what is written.
        inputs: Specs, templates, scripts and sources of twins.
        outputs: Everything that is written.
    """

    tools: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path = layout.MANIFEST) -> Manifest:
        """Read the manifest; an empty one when there is none or it cannot be read."""
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            return cls(content["tools"], content["inputs"], content["outputs"])
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def dump(self) -> str:
        """Return the file's text: sorted, one entry a line, so that merges can be read."""
        content = {"tools": self.tools, "inputs": self.inputs, "outputs": self.outputs}
        return json.dumps(content, indent=1, sort_keys=True) + "\n"

    def outputs_in(self, folder: Path) -> dict[str, str]:
        """Return the outputs within a folder."""
        prefix = f"{layout.relative(folder)}/"
        return {path: digest for path, digest in self.outputs.items() if path.startswith(prefix)}


def tool_versions() -> dict[str, str]:
    """Return the versions that are installed; "missing" for a tool that is not."""
    found = {}
    for tool in TOOLS:
        try:
            found[tool] = version(tool)
        except PackageNotFoundError:
            found[tool] = "missing"
    return found


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digests(paths: Iterable[Path]) -> dict[str, str]:
    """Return the SHA-256 of files by their path."""
    return {layout.relative(path): digest(path) for path in paths}


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that are ours to judge; what Python caches is not."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def shaping_files() -> list[Path]:
    """Return the templates and scripts that shape every package."""
    templates = sorted(layout.TEMPLATES.glob("*.jinja"))
    return [*templates, *(layout.SCRIPTS / "generation" / name for name in SHAPING)]


def twin_shaping_files() -> list[Path]:
    """Return the scripts that shape every sync twin."""
    return [layout.ROOT / name for name in TWIN_SHAPING]


def twin_sources() -> list[Path]:
    """Return what sync twins are derived from."""
    return sorted(layout.FACADES.glob("**/_async/**/*.py"))


def twin_of(source: Path) -> Path:
    """Return the path of the twin of a source."""
    return Path(*("_sync" if part == "_async" else part for part in source.parts))
