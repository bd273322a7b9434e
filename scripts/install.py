"""Make .venv with exactly what requirements.lock says, and this repository in it: `make install`.

Usage: python3 scripts/install.py [locked|newest|lowest]

`newest` takes the newest that pyproject.toml allows in place of the lock, `lowest` the lowest of what
it names: they prove the ranges of the wheel. uv installs where it is there, pip where it is not.

The system's Python runs this, which may be old and has nothing installed: it uses the standard library alone.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOWEST_PYTHON = (3, 11)
CHOICES = ("locked", "newest", "lowest")
# What stands in an environment without being in the lock: this repository, and what makes environments.
_KEPT = {"clientkit", "pip", "setuptools", "wheel"}


class InstallError(Exception):
    """Something is missing or too old; the message says what, and what to type."""


def main(arguments: list[str]) -> int:
    """Run the command; return its exit code."""
    choice = arguments[0] if arguments else "locked"
    try:
        if choice not in CHOICES:
            raise InstallError(f"no way {choice!r} to install; there are {', '.join(CHOICES)}")
        check_python()
        uv = shutil.which("uv")
        if choice == "lowest" and not uv:
            raise InstallError("pip cannot choose the lowest releases, uv can: pip install uv")
        print(f"installing into {VENV.name} with {'uv' if uv else 'pip'} ({choice})", flush=True)
        if uv:
            with_uv(uv, choice)
        else:
            with_pip(choice)
        if choice != "locked":
            print("\n".join(differences()))
    except InstallError as error:
        print(f"make install: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"make install: failed, see above: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return 0


def check_python() -> None:
    """Refuse a Python that is too old.

    Raises:
        InstallError: When it is.
    """
    if sys.version_info < LOWEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        wanted = ".".join(map(str, LOWEST_PYTHON))
        advice = f"install a newer one, or name it: make install PYTHON=python{wanted}"
        raise InstallError(f"needs Python {wanted} or newer, and {sys.executable} is {found}; {advice}")


def with_uv(uv: str, choice: str) -> None:
    """Install with uv."""
    if not works("import sys"):
        run(uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV)
    install: list[str | Path] = [uv, "pip", "install", "--quiet", "--python", PYTHON]
    if choice == "locked":
        run(uv, "pip", "sync", "--quiet", "--require-hashes", "--python", PYTHON, LOCK)
        run(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    else:
        resolution = "highest" if choice == "newest" else "lowest-direct"
        run(*install, "--upgrade", "--resolution", resolution, "--editable", f"{ROOT}[dev]")


def with_pip(choice: str) -> None:
    """Install with pip alone."""
    if not works("import pip"):
        make_venv()
    install: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if choice == "locked":
        run(*install, "--require-hashes", "--no-deps", "--requirement", LOCK)
        run(*install, "--no-deps", "--no-build-isolation", "--editable", ROOT)
        if stray := installed().keys() - locked().keys():
            run(PYTHON, "-m", "pip", "uninstall", "--quiet", "--yes", *sorted(stray))
    else:
        run(*install, "--upgrade", "--upgrade-strategy", "eager", "--editable", f"{ROOT}[dev]")


def make_venv() -> None:
    """Make .venv with pip in it, also where an unfinished one stands.

    Raises:
        InstallError: When this Python cannot.
    """
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        version = ".".join(map(str, sys.version_info[:2]))
        advice = f"on Debian and Ubuntu: apt install python{version}-venv; or install uv"
        raise InstallError(f"{sys.executable} comes without the module venv; {advice}")
    run(sys.executable, "-m", "venv", "--clear", VENV)


def works(program: str) -> bool:
    """Tell whether the Python of .venv is there, is new enough, and runs a program."""
    if not PYTHON.exists():
        return False
    check = f"import sys; assert sys.version_info >= {LOWEST_PYTHON}; {program}"
    return subprocess.run([PYTHON, "-c", check], capture_output=True, check=False).returncode == 0


def differences() -> list[str]:
    """Return the releases in .venv that are not those of the lock, a line each."""
    wanted = locked()
    found = sorted(installed().items())
    lines = [
        f"  {name} {wanted.get(name, 'none')} -> {version}"
        for name, version in found
        if wanted.get(name) != version
    ]
    return [f"{len(lines)} releases are not those of {LOCK.name}:", *lines]


def installed() -> dict[str, str]:
    """Return the versions of the distributions in .venv, except of those that are always kept."""
    program = (
        "from importlib.metadata import distributions\nfor d in distributions(): print(d.name, d.version)"
    )
    done = subprocess.run([PYTHON, "-I", "-c", program], capture_output=True, text=True, check=True)
    rows = (line.split() for line in done.stdout.splitlines())
    return {normal(name): version for name, version in rows if normal(name) not in _KEPT}


def locked() -> dict[str, str]:
    """Return the versions in the lock, for every platform."""
    pins = re.findall(r"^([\w.-]+)==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    return {normal(name): version for name, version in pins}


def normal(name: str) -> str:
    """Return a distribution's name in the form that all spellings share."""
    return re.sub(r"[-_.]+", "-", name).lower()


def run(*command: str | Path) -> None:
    """Run a command in the repository; its output is shown.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    # An environment that the caller is in must not become the target.
    environment = {key: value for key, value in os.environ.items() if key != "VIRTUAL_ENV"}
    subprocess.run(list(map(str, command)), cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
