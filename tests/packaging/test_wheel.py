"""What users install: the wheel, in a fresh environment, without the repository around it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SERVICES = tomllib.loads((ROOT / "specs" / "services.toml").read_text(encoding="utf-8"))["services"]
IMPORTS = [
    "clientkit",
    "clientkit_sandbox",
    *(f"{name}_api" for name in SERVICES),
    *(facade for facts in SERVICES.values() for facade in facts["facades"]),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    # The build backend is a development dependency: building must not reach out for it.
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def installer(python: Path) -> list[str]:
    if importlib.util.find_spec("pip") is not None:
        return [
            sys.executable,
            "-m",
            "pip",
            "--python",
            str(python),
            "install",
            "--disable-pip-version-check",
        ]
    return ["uv", "pip", "install", "--python", str(python)]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; what the wheel depends on is borrowed from this one."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(
        subprocess.run([python, "-c", query], check=True, capture_output=True, text=True).stdout.strip()
    )
    subprocess.run(
        [*installer(python), "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True
    )
    ours = subprocess.run(
        [sys.executable, "-c", query], check=True, capture_output=True, text=True
    ).stdout.strip()
    # Plain path entries, not a site folder: the editable install over there stays out of it.
    (packages / "borrowed.pth").write_text(ours + "\n", encoding="utf-8")
    return python


def run(python: Path, program: str, folder: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [python, "-c", program], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", IMPORTS)
def test_every_public_import_works_from_the_wheel(installed: Path, tmp_path: Path, name: str) -> None:
    touch_all = f"[getattr({name}, each) for each in getattr({name}, '__all__', ())]"
    program = f"import {name}; print({name}.__file__); {touch_all}"
    place = Path(run(installed, program, tmp_path).strip())
    assert installed.parent.parent in place.parents, f"{name} came from {place}"
    if place.name == "__init__.py":
        assert (place.parent / "py.typed").exists(), f"{name} has no py.typed"


@pytest.mark.parametrize("name", SERVICES)
def test_the_sandbox_serves_from_the_wheel(installed: Path, tmp_path: Path, name: str) -> None:
    program = (
        "import json; from clientkit_sandbox import running\n"
        f"with running({name!r}) as sandbox: print(json.dumps(dict(sandbox.facts)))"
    )
    facts = json.loads(run(installed, program, tmp_path))
    assert all(isinstance(value, str) and value for value in facts.values())


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    distribution = {top for top in tops if top.endswith(".dist-info")}
    modules = {f"{facade}.py" for facts in SERVICES.values() for facade in facts["facades"]}
    assert tops - distribution <= {*IMPORTS, *modules}
