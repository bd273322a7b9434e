"""Whether requirements.lock has what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from generation import layout

LOCK = "requirements.lock"
_MEND = "make lock"
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def lock() -> list[str]:
    """Compare the lock with the requirements of the wheel, of its extras and of its build, offline."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name
    from packaging.version import Version

    path = layout.ROOT / LOCK
    if not path.is_file():
        return [f"{LOCK}: not there; {_MEND}"]
    text = path.read_text(encoding="utf-8")
    findings = [f"{LOCK}: names a server, {place}; {_MEND}" for place in re.findall(r"\S+://\S+", text)]
    versions: dict[str, list[Version]] = {}
    for pin in _PIN.finditer(text):
        versions.setdefault(canonicalize_name(pin["name"]), []).append(Version(pin["version"]))
        if "--hash=" not in pin["rest"]:
            findings.append(f"{LOCK}: {pin['name']} has no hash; {_MEND}")
    project = tomllib.loads((layout.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for wanted in map(Requirement, sorted(_requirements(project))):
        name = canonicalize_name(wanted.name)
        if name == project["project"]["name"]:
            continue
        if name not in versions:
            findings.append(f"{LOCK}: lacks {wanted.name}, which pyproject.toml asks for; {_MEND}")
        elif not all(wanted.specifier.contains(each, prereleases=True) for each in versions[name]):
            has = ", ".join(map(str, versions[name]))
            findings.append(f"{LOCK}: has {wanted.name} {has}, and pyproject.toml asks for {wanted}; {_MEND}")
    return findings


def _requirements(project: dict[str, Any]) -> Iterator[str]:
    yield from project["project"]["dependencies"]
    yield from project["build-system"]["requires"]
    for extra in project["project"]["optional-dependencies"].values():
        yield from extra
