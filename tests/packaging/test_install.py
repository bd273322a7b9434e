"""`make install` and `make lock`: exactly what the lock says, and one line for what is missing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, write_wheel

SCRIPT = ROOT / "scripts" / "install.py"
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
# The least that installs a repository so that edits count: a pointer to it.
BACKEND = """
import zipfile
from pathlib import Path
def build_editable(folder, config=None, metadata=None):
    name = "clientkit-1-py3-none-any.whl"
    files = {
        "clientkit.pth": str(Path.cwd()),
        "clientkit-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: clientkit\\nVersion: 1\\n",
        "clientkit-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }
    files["clientkit-1.dist-info/RECORD"] = "".join(f"{each},,\\n" for each in files)
    with zipfile.ZipFile(Path(folder) / name, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return name
"""
TOOLS = ["pip", *(["uv"] if shutil.which("uv") else [])]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small repository whose lock has one package, which a folder of wheels has in two versions."""
    folder = tmp_path / "a repository"
    (folder / "scripts").mkdir(parents=True)
    shutil.copy(SCRIPT, folder / "scripts")
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for version in ("1.0", "2.0"):
        write_wheel(wheels, "alpha", version, {"alpha.py": f"version = {version!r}\n"})
    write_wheel(wheels, "stray", "1.0", {"stray.py": ""})
    digest = hashlib.sha256((wheels / "alpha-1.0-py3-none-any.whl").read_bytes()).hexdigest()
    (folder / "requirements.lock").write_text(
        f"alpha==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8"
    )
    return folder


def install(folder: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    wheels = str(folder.parent / "wheels")
    path = os.environ["PATH"] if tool == "uv" else "/usr/bin:/bin"
    if tool == "pip" and shutil.which("uv", path=path):
        pytest.skip("uv cannot be taken out of the way here")
    return subprocess.run(
        [sys.executable, str(folder / "scripts" / "install.py"), *arguments],
        cwd=folder.parent,
        env={
            **{key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_"))},
            "PATH": path,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": wheels,
            "UV_NO_INDEX": "1",
            "UV_FIND_LINKS": wheels,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def names(folder: Path) -> set[str]:
    program = "import importlib.metadata as m\n"
    program += "print(*(f'{d.name} {d.version}' for d in m.distributions()), sep='|')"
    python = folder / ".venv" / "bin" / "python"
    done = subprocess.run([python, "-I", "-c", program], capture_output=True, text=True, check=True)
    found = set(done.stdout.strip().split("|"))
    return {each for each in found if each.split()[0] not in {"pip", "setuptools"}}


@pytest.mark.parametrize("tool", TOOLS)
def test_exactly_the_lock_is_installed(repository: Path, tool: str) -> None:
    done = install(repository, tool)
    assert done.returncode == 0, done.stderr
    assert names(repository) == {"alpha 1.0", "clientkit 1"}

    # What came in by another way goes, also when it is only newer.
    python = str(repository / ".venv" / "bin" / "python")
    wheels = sorted((repository.parent / "wheels").glob("*.whl"))
    with_pip = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps"]
    subprocess.run([*with_pip, *map(str, wheels[1:])], check=True, capture_output=True)
    assert names(repository) == {"alpha 2.0", "stray 1.0", "clientkit 1"}
    assert install(repository, tool).returncode == 0
    assert names(repository) == {"alpha 1.0", "clientkit 1"}


@pytest.mark.parametrize("tool", TOOLS)
def test_file_with_another_hash_is_refused(repository: Path, tool: str) -> None:
    write_wheel(repository.parent / "wheels", "alpha", "1.0", {"alpha.py": "import os\n"})
    done = install(repository, tool)
    assert done.returncode == 1
    assert "hash" in done.stderr.lower()
    assert "make install: failed, see above" in done.stderr


def test_unfinished_environment_is_made_anew(repository: Path) -> None:
    (repository / ".venv" / "bin").mkdir(parents=True)
    (repository / ".venv" / "bin" / "python").symlink_to("/nowhere/python3")
    assert install(repository, "pip").returncode == 0
    assert names(repository) == {"alpha 1.0", "clientkit 1"}


def run_with(lines: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script in an interpreter that some lines make another one."""
    program = f"import runpy, sys\n{lines}\nsys.argv = ['install.py', *{list(arguments)!r}]\n"
    program += f"runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_python_that_is_too_old_is_one_line() -> None:
    done = run_with("sys.version_info = (3, 9, 2)")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "make install: needs Python 3.11 or newer" in done.stderr
    assert "is 3.9.2; install a newer one, or name it: make install PYTHON=python3.11" in done.stderr


def test_python_without_venv_is_one_line() -> None:
    lines = (
        "import importlib.util as u\nfind = u.find_spec\nu.find_spec = lambda n: n != 'ensurepip' and find(n)"
    )
    # No environment is there, so one would have to be made.
    done = run_with(f"{lines}\nimport pathlib\npathlib.Path.exists = lambda self: False")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    package = f"python3.{sys.version_info.minor}-venv"
    assert f"comes without the module venv; on Debian and Ubuntu: apt install {package}" in done.stderr


def test_lowest_without_uv_is_one_line() -> None:
    if shutil.which("uv", path="/usr/bin:/bin"):
        pytest.skip("uv cannot be taken out of the way here")
    done = run_with("", "lowest")
    assert done.returncode == 1
    assert done.stderr == "make install: pip cannot choose the lowest releases, uv can: pip install uv\n"
