"""Who may import whom, checked by import-linter with contracts that follow from the table of services."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from clientkit_codegen.generation import layout

RUNTIME = "clientkit"
SEAM = "clientkit.operation"
# The clients of the generated packages, which do I/O.
LOW_LEVEL = "clientkit.lowlevel"
ENGINE = "clientkit._io"
SANDBOX = "clientkit_sandbox"


def imports() -> list[str]:
    """Check the import contracts."""
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        scratch = Path(folder)
        wrap_single_modules(scratch)
        config = scratch / "importlinter.ini"
        config.write_text(contracts(), encoding="utf-8")
        done = subprocess.run(
            [Path(sys.executable).with_name("lint-imports"), "--config", config, "--no-cache"],
            cwd=scratch,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(map(str, [scratch, *_roots()])),
                "NO_COLOR": "1",
            },
            capture_output=True,
            text=True,
            check=False,
        )
    if not done.returncode:
        return []
    said = done.stdout + done.stderr
    broken = said.partition("Broken contracts")[2] or said
    return [
        f"edit the import, or clientkit_codegen/gates/imports.py when the rule is wrong\n{broken.strip()}"
    ]


def _roots() -> list[Path]:
    """Return the folders that import names are looked up in."""
    project = layout.project()
    sandbox = project.sandbox.parent if project.sandbox_package else project.sandbox
    return [project.generated, project.facades, sandbox]


def wrap_single_modules(folder: Path) -> None:
    """Make packages of the facades that are single modules: import-linter takes nothing else."""
    for service in layout.services():
        for name in service.facades:
            if (module := layout.project().facades / f"{name}.py").is_file():
                (folder / name).mkdir()
                shutil.copy(module, folder / name / "__init__.py")


def contracts() -> str:
    """Return the configuration of import-linter."""
    services = layout.services()
    packages = [service.package.name for service in services]
    facades = [facade for service in services for facade in service.facades]
    runtime = children(layout.project().facades / RUNTIME, RUNTIME)
    behind_seam = [name for name in runtime if name not in {SEAM, LOW_LEVEL}]
    rules = [
        _forbidden("the runtime knows no product and no sandbox", RUNTIME, [*packages, *facades, SANDBOX]),
        _forbidden("the sandbox knows neither clients nor runtime", SANDBOX, [RUNTIME, *packages, *facades]),
        [
            *_forbidden("only the engine imports httpx", RUNTIME, ["httpx"]),
            *_listed("ignore_imports", [f"{ENGINE}.** -> httpx"]),
            # It loads what is installed by its name, so there may be no such import.
            "unmatched_ignore_imports_alerting = none",
        ],
    ]
    for service in services:
        package = service.package.name
        others = [name for name in [*packages, *facades] if name != package and name not in service.facades]
        rules.append(
            _forbidden(
                f"{package} imports nothing of ours but {SEAM}",
                package,
                [*others, *service.facades, *behind_seam, SANDBOX, "httpx"],
            )
        )
        rules += [
            _forbidden(
                f"{facade} knows no other product, no sandbox and no engine",
                facade,
                [*others, SANDBOX, "httpx"],
            )
            for facade in service.facades
        ]
        rules += [
            _forbidden(
                f"{facade} needs neither generated code nor another facade",
                facade,
                [package, *(each for each in service.facades if each != facade)],
            )
            for facade in service.standalone
        ]
    head = [
        "[importlinter]",
        "include_external_packages = True",
        "exclude_type_checking_imports = True",
        *_listed("root_packages", [RUNTIME, SANDBOX, *packages, *facades]),
    ]
    return "\n".join([*head, *(line for rule in rules for line in ["", *rule]), ""])


def children(folder: Path, name: str) -> list[str]:
    """Return the modules and packages directly within a package."""
    modules = [path.stem for path in folder.glob("*.py") if path.stem != "__init__"]
    packages = [path.parent.name for path in folder.glob("*/__init__.py")]
    return sorted(f"{name}.{each}" for each in [*modules, *packages])


def _forbidden(title: str, source: str, targets: Iterable[str]) -> list[str]:
    """Return a contract; what a source reaches through something that it may import is no breach."""
    key = "".join(char if char.isalnum() else "-" for char in title)
    return [
        f"[importlinter:contract:{key}]",
        f"name = {title}",
        "type = forbidden",
        "allow_indirect_imports = True",
        *_listed("source_modules", [source]),
        *_listed("forbidden_modules", sorted(set(targets))),
    ]


def _listed(key: str, values: Iterable[str]) -> list[str]:
    return [f"{key} =", *(f"    {value}" for value in values)]
