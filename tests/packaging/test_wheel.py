"""What users install: the wheel, in a fresh environment, without the repository around it."""

from __future__ import annotations

import json
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Environment

SERVICES = tomllib.loads((ROOT / "specs" / "services.toml").read_text(encoding="utf-8"))["services"]
FACADES = [facade for facts in SERVICES.values() for facade in facts["facades"]]
IMPORTS = [
    "clientkit",
    "clientkit_sandbox",
    "clientkit_codegen",
    *(f"{name}_api" for name in SERVICES),
    *FACADES,
]


@pytest.fixture(scope="module")
def installed(wheel: Path, new_environment: Callable[[], Environment]) -> Environment:
    environment = new_environment()
    environment.install(wheel)
    return environment


def run(environment: Environment, program: str, folder: Path) -> str:
    done = environment.run("-c", program, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", IMPORTS)
def test_every_public_import_works_from_the_wheel(installed: Environment, tmp_path: Path, name: str) -> None:
    touch_all = f"[getattr({name}, each) for each in getattr({name}, '__all__', ())]"
    program = f"import {name}; print({name}.__file__); {touch_all}"
    place = Path(run(installed, program, tmp_path).strip())
    assert installed.packages in place.parents, f"{name} came from {place}"
    assert place.name == "__init__.py"
    assert (place.parent / "py.typed").exists(), f"{name} has no py.typed"


@pytest.mark.parametrize("name", ["clientkit", *FACADES])
def test_every_import_package_has_the_one_version(installed: Environment, tmp_path: Path, name: str) -> None:
    program = f"import importlib.metadata as m, {name}; print({name}.__version__, m.version('clientkit'))"
    ours, recorded = run(installed, program, tmp_path).split()
    assert ours == recorded


@pytest.mark.parametrize("name", SERVICES)
def test_the_sandbox_serves_from_the_wheel(installed: Environment, tmp_path: Path, name: str) -> None:
    program = (
        "import json; from clientkit_sandbox import running\n"
        f"with running({name!r}) as sandbox: print(json.dumps(dict(sandbox.facts)))"
    )
    facts = json.loads(run(installed, program, tmp_path))
    assert all(isinstance(value, str) and value for value in facts.values())


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(IMPORTS)
