"""Where things are: by a service's name alone everything else is found."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPECS = ROOT / "specs"
GENERATED = ROOT / "generated"
FACADES = ROOT / "facades"
SCRIPTS = ROOT / "scripts"
TEMPLATES = SCRIPTS / "templates"
MANIFEST = GENERATED / "MANIFEST.json"

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Service:
    """One line of the table of services.

    Attributes:
        name: What its files are named by.
        facades: Import names under facades/ that make up the product.
        standalone: Those that work without its generated package and its other facades.
    """

    name: str
    facades: tuple[str, ...]
    standalone: tuple[str, ...] = ()

    @property
    def spec(self) -> Path:
        """Path of its OpenAPI document."""
        return SPECS / f"{self.name}.yaml"

    @property
    def package(self) -> Path:
        """Path of its generated package."""
        return GENERATED / f"{self.name}_api"


def services(table: Path = SPECS / "services.toml") -> list[Service]:
    """Read the table of services, in its own order.

    Raises:
        ValueError: When the table cannot be read or has an entry that is not `name = { facades = [...] }`.
    """
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
        found.append(Service(service, tuple(facades), tuple(standalone)))
    return found


def relative(path: Path) -> str:
    """Return a path as seen from the repository's root, with forward slashes on every system."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()
