"""Whether requirements.lock has what pyproject.toml asks for, in a repository that locks its tools."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from clientkit_codegen.generation import layout

LOCK = "requirements.lock"
_MEND = "make lock"
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def lock() -> list[str]:
    """Compare the lock with the requirements of the project, of its extras and of its build, offline."""
    root = layout.project().root
    path, description = root / LOCK, root / "pyproject.toml"
    if not (path.is_file() and description.is_file()):
        return []
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name
    from packaging.version import Version

    text = path.read_text(encoding="utf-8")
    findings = [f"{LOCK}: contains a URL, {place}; {_MEND}" for place in re.findall(r"\S+://\S+", text)]
    versions: dict[str, list[Version]] = {}
    for pin in _PIN.finditer(text):
        versions.setdefault(canonicalize_name(pin["name"]), []).append(Version(pin["version"]))
        if "--hash=" not in pin["rest"]:
            findings.append(f"{LOCK}: {pin['name']} has no hash; {_MEND}")
    project = tomllib.loads(description.read_text(encoding="utf-8"))
    for wanted in map(Requirement, sorted(_requirements(project))):
        name = canonicalize_name(wanted.name)
        if name == canonicalize_name(project["project"]["name"]):
            continue
        if name not in versions:
            findings.append(f"{LOCK}: lacks {wanted.name}, which pyproject.toml requires; {_MEND}")
        elif not all(wanted.specifier.contains(each, prereleases=True) for each in versions[name]):
            has = ", ".join(map(str, versions[name]))
            findings.append(f"{LOCK}: has {wanted.name} {has}, and pyproject.toml requires {wanted}; {_MEND}")
    return findings


def _requirements(project: dict[str, Any]) -> Iterator[str]:
    """Yield the requirements of a pyproject.toml."""
    yield from project["project"].get("dependencies", [])
    yield from project.get("build-system", {}).get("requires", [])
    for extra in project["project"].get("optional-dependencies", {}).values():
        yield from extra
