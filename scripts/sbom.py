"""The bill of materials of a wheel, CycloneDX in JSON: what it stands on with all its extras, by the lock."""

from __future__ import annotations

import hashlib
import re
import uuid
import zipfile
from collections.abc import Container, Iterable
from email.parser import HeaderParser
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
# What a user of the wheel never installs.
_NOT_COUNTED = {"dev"}
_PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE)


def bill_of(wheel: Path) -> dict[str, Any]:
    """Return the bill of a wheel; the same wheel and lock give the same bill.

    Args:
        wheel: Path of the wheel.
    """
    with zipfile.ZipFile(wheel) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".dist-info/METADATA"))
        facts = HeaderParser().parsestr(archive.read(name).decode())
    pins: dict[str, re.Match[str]] = {
        canonicalize_name(pin["name"]): pin for pin in _PIN.finditer(LOCK.read_text(encoding="utf-8"))
    }
    wanted = set(facts.get_all("Provides-Extra") or ()) - _NOT_COUNTED
    lines = facts.get_all("Requires-Dist") or []
    edges = _closure(lines, wanted, pins.keys())
    required = _closure(lines, set(), pins.keys())
    root = _reference("clientkit", facts["Version"])
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    references = {"clientkit": root} | {
        each: _reference(each, pins[each]["version"]) for each in edges if each in pins
    }
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest + LOCK.read_text('utf-8'))}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": root,
                "name": "clientkit",
                "version": facts["Version"],
                "purl": root,
                "licenses": [{"license": {"id": "MIT"}}],
                "hashes": [{"alg": "SHA-256", "content": digest}],
            }
        },
        "components": [_component(each, pins[each], required) for each in sorted(references.keys() & pins)],
        "dependencies": [
            {"ref": references[each], "dependsOn": sorted(references[needed] for needed in edges[each])}
            for each in sorted(references)
        ],
    }


def _closure(lines: Iterable[str], extras: set[str], locked: Iterable[str]) -> dict[str, set[str]]:
    """Return what needs what, from our requirements on; names that the lock does not have are left out."""
    known = set(locked)
    edges: dict[str, set[str]] = {"clientkit": _needed(lines, extras, known)}
    todo = list(edges["clientkit"])
    while todo:
        if (name := todo.pop()) in edges:
            continue
        try:
            needs = distribution(name).requires or ()
        except PackageNotFoundError:
            # Another platform's: it is listed, and what it needs there is not known here.
            needs = ()
        edges[name] = _needed(needs, set(), known)
        todo += edges[name]
    return edges


def _needed(lines: Iterable[str], extras: set[str], known: set[str]) -> set[str]:
    """Return the names of what some requirements ask for on this machine."""
    names: set[str] = set()
    for each in map(Requirement, lines):
        markers = [{"extra": extra} for extra in extras or {""}]
        if each.marker is None or any(each.marker.evaluate(marker) for marker in markers):
            names.add(canonicalize_name(each.name))
    return (names & known) - {"clientkit"}


def _component(name: str, pin: re.Match[str], required: Container[str]) -> dict[str, Any]:
    reference = _reference(name, pin["version"])
    # Those of all files of the release: which one is installed depends on the machine.
    hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", pin["rest"])
    return {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": pin["version"],
        "scope": "required" if name in required else "optional",
        "purl": reference,
        "properties": [{"name": "clientkit:sha256", "value": each} for each in sorted(hashes)],
    }


def _reference(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"
