"""What users install: distributions, and fresh environments to install them in."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Environment:
    """A virtual environment; what our wheel depends on is borrowed from the one that runs the tests.

    Attributes:
        folder: Where it is.
    """

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def packages(self) -> Path:
        return self.folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"

    def install(self, *wheels: Path) -> None:
        subprocess.run(
            [
                *pip(self.python, "install"),
                "--no-deps",
                "--no-index",
                "--no-compile",
                "--force-reinstall",
                *wheels,
            ],
            check=True,
            capture_output=True,
        )

    def uninstall(self, *names: str) -> None:
        yes = ["-y"] if has_pip() else []
        subprocess.run([*pip(self.python, "uninstall"), *yes, *names], check=True, capture_output=True)

    def run(self, *command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run this environment's Python, away from the repository."""
        outside = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [self.python, *command],
            cwd=folder,
            env={**outside, **variables},
            capture_output=True,
            text=True,
            check=False,
        )


def has_pip() -> bool:
    return importlib.util.find_spec("pip") is not None


def pip(python: Path, command: str) -> list[str]:
    """Return the beginning of a command of pip, or of uv where there is no pip, for another environment."""
    if has_pip():
        return [sys.executable, "-m", "pip", "--python", str(python), command, "--disable-pip-version-check"]
    return ["uv", "pip", command, "--python", str(python)]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository."""
    folder = tmp_path_factory.mktemp("dist")
    # The build backend is a development dependency: building must not reach out for it.
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def new_environment(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Environment]:
    """Make an empty environment."""

    def make() -> Environment:
        environment = Environment(tmp_path_factory.mktemp("venv"))
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment.folder], check=True)
        query = "import sysconfig; print(sysconfig.get_path('purelib'))"
        ours = subprocess.run([sys.executable, "-c", query], check=True, capture_output=True, text=True)
        # Plain path entries, not a site folder: the editable install over there stays out of it.
        (environment.packages / "borrowed.pth").write_text(ours.stdout, encoding="utf-8")
        return environment

    return make


def write_wheel(
    folder: Path, name: str, version: str, files: Mapping[str, str], commands: Mapping[str, str] | None = None
) -> Path:
    """Write a wheel.

    Args:
        folder: Where to write it.
        name: The distribution's name.
        version: Its version.
        files: Its files with their contents.
        commands: Its commands with their functions.
    """
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    everything = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if commands:
        lines = "".join(f"{command} = {function}\n" for command, function in commands.items())
        everything[f"{info}/entry_points.txt"] = f"[console_scripts]\n{lines}"
    record = [f"{path},sha256={digest(text)},{len(text.encode())}" for path, text in everything.items()]
    path = folder / f"{name.replace('-', '_')}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in everything.items():
            archive.writestr(member, text)
        archive.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,", ""]))
    return path


def digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
