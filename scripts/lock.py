"""Write requirements.lock from pyproject.toml: `make lock`, or `make lock UPGRADE=1` for newer releases.

Usage: python3 scripts/lock.py [--upgrade]

The lock holds every package that `make install` installs, for all Pythons and systems supported, with
the hashes of its files. pip and uv read it. uv writes it: the one on PATH, else one of its own.

The system's Python runs this: it uses the standard library alone.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
HEAD = """\
# What `make install` installs, for Linux, macOS and Windows and every supported Python.
# Written by `make lock` from pyproject.toml; do not edit.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Write requirements.lock from pyproject.toml.")
    parser.add_argument("--upgrade", action="store_true", help="take newer releases of what is locked")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        scratch = Path(folder)
        draft = scratch / "requirements.lock"
        if LOCK.exists():
            shutil.copy(LOCK, draft)
        try:
            compile_lock(shutil.which("uv") or fetch_uv(scratch), draft, upgrade=options.upgrade)
        except subprocess.CalledProcessError as error:
            print("make lock: failed, see above; requirements.lock is as it was", file=sys.stderr)
            return error.returncode
        LOCK.write_text(HEAD + draft.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    return 0


def compile_lock(uv: str, target: Path, *, upgrade: bool) -> None:
    """Resolve what pyproject.toml asks for; releases in the target are kept unless they are to be upgraded.

    Raises:
        subprocess.CalledProcessError: When there is no solution.
    """
    command = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--extra", "dev"]
    # Where a package came from is a matter of who installs it.
    command += ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--no-emit-index-annotation"]
    command += ["--upgrade"] if upgrade else []
    subprocess.run([*command, "--output-file", str(target), "pyproject.toml"], cwd=ROOT, check=True)


def fetch_uv(scratch: Path) -> str:
    """Install uv into a folder; return its path.

    Raises:
        subprocess.CalledProcessError: When it could not be had.
    """
    print("make lock: fetching uv, which is not on PATH", flush=True)
    environment = scratch / "uv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, "--disable-pip-version-check", "uv"], check=True)
    return str(environment / "bin" / "uv")


if __name__ == "__main__":
    sys.exit(main())
