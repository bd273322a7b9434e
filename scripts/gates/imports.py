"""Who may import whom, checked by import-linter with contracts that follow from the table of services."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generation import layout

RUNTIME = "clientkit"
SEAM = "clientkit.operation"
ENGINE = "clientkit._worlds"
SANDBOX = "clientkit_sandbox"


def imports() -> list[str]:
    """Check the import contracts."""
    command = Path(sys.executable).with_name("lint-imports")
    roots = [layout.GENERATED, layout.FACADES, layout.SCRIPTS.with_name("sandbox")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, roots)), "NO_COLOR": "1"}
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        config = Path(folder) / "importlinter.ini"
        config.write_text(contracts(), encoding="utf-8")
        done = subprocess.run(
            [command, "--config", config, "--no-cache"],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if not done.returncode:
        return []
    said = done.stdout + done.stderr
    broken = said.partition("Broken contracts")[2] or said
    return [f"edit the import, or scripts/gates/imports.py when it is the rule that is wrong\n{broken}"]


def contracts() -> str:
    """Return the configuration of import-linter."""
    services = layout.services()
    packages = [service.package.name for service in services]
    facades = [facade for service in services for facade in service.facades]
    products = {service: {service.package.name, *service.facades} for service in services}
    runtime = children(layout.FACADES / RUNTIME, RUNTIME)
    rules = [
        _forbidden(
            f"{package} imports nothing of ours but {SEAM}",
            [package],
            [*_without(packages, package), *facades, SANDBOX, "httpx", *_without(runtime, SEAM)],
        )
        for package in packages
    ]
    for service in services:
        others = {name for other, names in products.items() if other is not service for name in names}
        rules += [
            _forbidden(
                f"{facade} knows no other product, no sandbox and no engine",
                [facade],
                [*others, SANDBOX, "httpx"],
            )
            for facade in service.facades
        ]
    rules.append(
        _forbidden("the runtime knows no product and no sandbox", [RUNTIME], [*packages, *facades, SANDBOX])
    )
    rules.append(
        _forbidden("the sandbox knows neither clients nor runtime", [SANDBOX], [RUNTIME, *packages, *facades])
    )
    rules.append(_forbidden("only the engine imports httpx", _without(runtime, ENGINE), ["httpx"]))
    present = [name for name in [RUNTIME, SANDBOX, *packages, *facades] if _exists(name)]
    head = ["[importlinter]", "include_external_packages = True", "exclude_type_checking_imports = True"]
    return (
        "\n".join(
            [*head, *_listed("root_packages", present), *(line for rule in rules for line in ["", *rule])]
        )
        + "\n"
    )


def children(folder: Path, name: str) -> list[str]:
    """Return the modules and packages directly within a package."""
    modules = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    packages = [path.parent.name for path in folder.glob("*/__init__.py")]
    return sorted(f"{name}.{each}" for each in [*modules, *packages])


def _without(names: Iterable[str], *left_out: str) -> list[str]:
    return [name for name in names if name not in left_out]


def _exists(name: str) -> bool:
    roots = (layout.GENERATED, layout.FACADES, layout.SCRIPTS.with_name("sandbox"))
    return any((root / name / "__init__.py").is_file() or (root / f"{name}.py").is_file() for root in roots)


def _forbidden(title: str, sources: list[str], targets: list[str]) -> list[str]:
    """Return a contract; what a source reaches through something that it may import is no breach."""
    key = "".join(char if char.isalnum() else "-" for char in title)
    return [
        f"[importlinter:contract:{key}]",
        f"name = {title}",
        "type = forbidden",
        "allow_indirect_imports = True",
        *_listed("source_modules", sources),
        *_listed("forbidden_modules", sorted(set(targets))),
    ]


def _listed(key: str, values: Iterable[str]) -> list[str]:
    return [f"{key} =", *(f"    {value}" for value in values)]
