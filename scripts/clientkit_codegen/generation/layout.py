"""Where things are: the table in the user's repository says it, and a service's name gives the rest.

The table is `clientkit.toml`, or `[tool.clientkit]` in `pyproject.toml`; every entry has a default:

    specs = "specs"                  # <name>.yaml and services.toml
    generated = "generated"          # <name>_api/ and MANIFEST.json
    facades = "facades"              # import names of the facades
    sandbox = "sandbox"              # sandbox modules, <name>.py
    sandbox-package = "…"            # what they are imported from, for a folder that is a package
    tests = "tests"
    docs = "docs"
    examples = "examples"
    sources = ["facades", "sandbox"] # what mypy and ruff check
    gates = ["hashes", …]            # the gates of `clientkit check`; all by default
    command = "clientkit"            # what stands before a subcommand where messages say what to type
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

PACKAGE = Path(__file__).resolve().parents[1]
TEMPLATES = PACKAGE / "templates"
CONFIG = "clientkit.toml"
# The package of sandboxes that finds the documents of its services itself.
OUR_SANDBOX = "clientkit_sandbox"

_NAME = re.compile(r"[a-z][a-z0-9_]*")
# A file that a document refers to, in YAML or JSON.
_REFERENCE = re.compile(r"""[$]ref["']?\s*:\s*["']?([^"'#\s,}]+)""")
_FOLDERS = ("specs", "generated", "facades", "sandbox", "tests", "docs", "examples")


class ConfigError(Exception):
    """A configuration that cannot be used; the message says why and what to write."""


@dataclass(frozen=True)
class Project:
    """A repository that has clients: where everything in it lies.

    Attributes:
        root: Its root; every other path is below it.
        specs: The OpenAPI documents and the table of services.
        generated: The generated packages and their manifest.
        facades: The facades.
        sandbox: The modules of the sandbox.
        sandbox_package: What those modules are imported from; empty when the folder is a root of imports.
        tests: The tests.
        docs: The documentation.
        examples: The quickstarts.
        sources: Folders that types and style are checked in, as seen from the root.
        gates: Names of the gates that are run; empty for all.
        options: The table itself, for what one module alone needs of it.
    """

    root: Path
    specs: Path
    generated: Path
    facades: Path
    sandbox: Path
    sandbox_package: str
    tests: Path
    docs: Path
    examples: Path
    sources: tuple[str, ...]
    gates: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def manifest(self) -> Path:
        """Path of the manifest."""
        return self.generated / "MANIFEST.json"

    @property
    def table(self) -> Path:
        """Path of the table of services."""
        return self.specs / "services.toml"


@dataclass(frozen=True)
class Service:
    """One line of the table of services.

    Attributes:
        name: What its files are named by.
        facades: Import names of the facades that make up the product.
        standalone: Those that work without its generated package and its other facades.
        options: What else the line says: `skip`, `lint`.
    """

    name: str
    facades: tuple[str, ...]
    standalone: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict, hash=False, compare=False)

    @property
    def spec(self) -> Path:
        """Path of its OpenAPI document: <name>.yaml, or <name>.json."""
        places = [project().specs / each for each in specs_of(self.name)]
        return next((each for each in places if each.is_file()), places[-1])

    @property
    def overlay(self) -> Path:
        """Path of what fixes its document, where there is any."""
        return project().specs / overlay_of(self.name)

    @property
    def ids(self) -> Path:
        """Path of the ids that were made for its operations, where there are any."""
        return project().specs / ids_of(self.name)

    @property
    def inputs(self) -> list[Path]:
        """The files that its package is made of."""
        return [path for path in (*_with_referred(self.spec), self.overlay, self.ids) if path.is_file()]

    @property
    def keeps_document(self) -> bool:
        """Whether its package holds the document in its one form, which its sandbox checks against."""
        return self.is_foreign or project().sandbox_package != OUR_SANDBOX

    @property
    def is_foreign(self) -> bool:
        """Whether its document is somebody else's, which the lint asks less of."""
        return profile(self) == "foreign"

    @property
    def package(self) -> Path:
        """Path of its generated package."""
        return project().generated / f"{self.name}_api"


def specs_of(name: str) -> tuple[str, ...]:
    """Return the files that the document of a service may be, the one that goes before the others first."""
    return f"{name}.json", f"{name}.yaml"


def overlay_of(name: str) -> str:
    """Return the file that fixes the document of a service, next to it."""
    return f"{name}.overlay.yaml"


def ids_of(name: str) -> str:
    """Return the file of the ids that were made for operations of a service, next to its document."""
    return f"{name}.ids.json"


def _with_referred(spec: Path) -> list[Path]:
    """Return a document and the files below its folder that it refers to, directly or not."""
    found, waiting = [spec], [spec]
    while waiting:
        here = waiting.pop()
        text = here.read_text(encoding="utf-8", errors="replace") if here.is_file() else ""
        for match in _REFERENCE.finditer(text):
            path = Path(os.path.normpath(here.parent / unquote(match[1])))
            if path not in found and path.is_relative_to(spec.parent) and path.is_file():
                found.append(path)
                waiting.append(path)
    return found


def configuration(folder: Path) -> str | None:
    """Return the name of the file in a folder that has the table; None when none has.

    Raises:
        ConfigError: When one cannot be read.
    """
    return next((name for name in (CONFIG, "pyproject.toml") if _table(folder / name) is not None), None)


def project_in(folder: Path) -> Project:
    """Return the project whose table a folder has.

    Raises:
        ConfigError: When it has none, or it cannot be read.
    """
    name = configuration(folder)
    if name is None:
        raise ConfigError(f"no {CONFIG} in {folder}; type: clientkit init")
    return _project(folder, _table(folder / name) or {}, name)


def import_roots(of: Project) -> list[str]:
    """Return the folders that clients, packages and sandboxes are imported from, as seen from the root."""
    sandbox = of.sandbox
    if of.sandbox_package:
        sandbox = sandbox.parents[of.sandbox_package.count(".")]
    return [path.relative_to(of.root).as_posix() for path in (of.generated, of.facades, sandbox)]


@cache
def project() -> Project:
    """Return the project that the current folder lies in.

    Raises:
        ConfigError: When there is none, or its table cannot be read.
    """
    start = Path.cwd()
    for folder in (start, *start.parents):
        if configuration(folder) is not None:
            return project_in(folder)
    raise ConfigError(f"no {CONFIG} in {start} or above it; type: clientkit init")


def _table(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from None
    if path.name == CONFIG:
        return data
    found = data.get("tool", {}).get("clientkit")
    return found if isinstance(found, dict) else None


def _project(root: Path, table: dict[str, Any], name: str) -> Project:
    folders = {each: table.get(each, each) for each in _FOLDERS}
    for key, value in folders.items():
        inside = isinstance(value, str) and value and (root / value).resolve().is_relative_to(root.resolve())
        if not inside:
            raise ConfigError(f'{name}: {key}: write a folder of this repository, as {key} = "{key}"')
    sources = _names(table, "sources", [folders["facades"], folders["sandbox"]], name)
    package = table.get("sandbox-package", "")
    if not isinstance(package, str):
        raise ConfigError(f'{name}: sandbox-package: write an import name, as sandbox-package = "doubles"')
    paths = {key: root / value for key, value in folders.items()}
    return Project(
        root,
        sources=sources,
        sandbox_package=package,
        gates=_names(table, "gates", [], name),
        options=table,
        **paths,
    )


def _names(table: dict[str, Any], key: str, default: list[str], name: str) -> tuple[str, ...]:
    value = table.get(key, default)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ConfigError(f"{name}: {key}: write a list of names, as {key} = {default}")
    return tuple(value)


def services() -> list[Service]:
    """Read the table of services, in its own order.

    Raises:
        ValueError: When the table cannot be read or has an entry that is not `name = { facades = [...] }`.
    """
    table = project().table
    if not table.is_file():
        return []
    return parsed_services(table.read_text(encoding="utf-8"), relative(table))


def parsed_services(text: str, name: str = "specs/services.toml") -> list[Service]:
    """Return the services of a table.

    Args:
        text: The table.
        name: What it is called in messages.

    Raises:
        ValueError: When it cannot be read or has an entry that is not `name = { facades = [...] }`.
    """
    try:
        entries = tomllib.loads(text).get("services", {})
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: {error}") from None
    found = []
    for service, entry in entries.items():
        facades = entry.get("facades") if isinstance(entry, dict) else None
        if not _NAME.fullmatch(service) or not isinstance(facades, list):
            raise ValueError(
                f'{name}: write the service as `{service} = {{ facades = ["import_name"] }}`, '
                "its name in lower case"
            )
        standalone = entry.get("standalone", [])
        if not isinstance(standalone, list) or not set(standalone) <= set(facades):
            raise ValueError(f"{name}: {service}: `standalone` lists some of the facades")
        options = {key: value for key, value in entry.items() if key not in ("facades", "standalone")}
        found.append(Service(service, tuple(facades), tuple(standalone), options))
    return found


def profile(service: Service) -> str:
    """Return the lint profile of a service: "own" or "foreign"."""
    said = service.options.get("lint", "own")
    return str(said.get("profile", "own") if isinstance(said, dict) else said)


def command(name: str, variable: str = "") -> str:
    """Return what to type for a subcommand, as people do in this repository.

    Args:
        name: The subcommand.
        variable: An environment variable that it is run with, and its value.
    """
    before = project().options.get("command", "clientkit")
    if before == "make":
        return f"make {name} {variable}".rstrip()
    return f"{variable} {before} {name}".lstrip()


def relative(path: Path) -> str:
    """Return a path as seen from the repository's root, with forward slashes on every system."""
    root = project().root
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
