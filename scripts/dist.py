"""Make a release: sdist, wheel and SBOM in dist/, built twice, checked, and tried in fresh environments.

Usage: python scripts/dist.py [--try all|core|none] [--tag TAG] [--out FOLDER]

`--try` says how the wheel is installed: alone and with each extra, alone, or not at all. Installing needs the
package index; it is done by uv where it is there, and by pip where it is not.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from clientkit import __version__
from sbom import bill_of

ROOT = Path(__file__).resolve().parent.parent
SMOKE = ROOT / "scripts" / "smoke.py"
# Extras that are no use without the repository around them.
_NOT_TRIED = {"dev"}


class DistError(Exception):
    """Something does not hold; the message says what."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Make a release in dist/.")
    parser.add_argument("--try", dest="tried", choices=("all", "core", "none"), default="all")
    parser.add_argument("--tag", help="refuse to go on unless this is `v` and the version")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder to write to; emptied first")
    options = parser.parse_args(arguments)
    try:
        check_tag(options.tag)
        with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
            made = build(Path(folder), options.out)
            check(made)
            wheel = next(path for path in made if path.suffix == ".whl")
            bill = options.out / "sbom.cdx.json"
            bill.write_text(json.dumps(bill_of(wheel), indent=2) + "\n", encoding="utf-8")
            if options.tried != "none":
                try_out(wheel, Path(folder), extras() if options.tried == "all" else [])
    except (DistError, subprocess.CalledProcessError) as error:
        print(f"make dist: {error}", file=sys.stderr)
        return 1
    for path in [*made, bill]:
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}")
    return 0


def check_tag(tag: str | None) -> None:
    """Refuse a tag that is not that of the version.

    Raises:
        DistError: When it is not.
    """
    if tag and tag != f"v{__version__}":
        raise DistError(f"the tag is {tag}, and the version {__version__}; set VERSION or another tag")


def build(scratch: Path, out: Path) -> list[Path]:
    """Build sdist and wheel from two copies of the repository; return the paths of those that were kept.

    Raises:
        DistError: When the two differ.
    """
    print("building twice", flush=True)
    results = []
    for name, umask, date in (("one", 0o022, 1_000_000_000), ("another place", 0o077, 1_700_000_000)):
        before = os.umask(umask)
        try:
            source = copy(scratch / name / "source", date)
            target = scratch / name / "dist"
            # The wheel is built from the sdist: what that lacks shows here.
            run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, source, quiet=True)
        finally:
            os.umask(before)
        results.append({path.name: path for path in sorted(target.iterdir())})
    first, second = results
    different = [
        name
        for name in {**first, **second}
        if name not in first or name not in second or first[name].read_bytes() != second[name].read_bytes()
    ]
    if different:
        raise DistError(f"not the same when built twice: {', '.join(sorted(different))}")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    return [Path(shutil.copy(path, out)) for path in first.values()]


def copy(target: Path, date: int) -> Path:
    """Copy the files of the repository, with a date; return where they are.

    Raises:
        DistError: When git cannot say which they are.
    """
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        raise DistError("git is not installed, and says which files are released; install git") from None
    for name in filter(None, done.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
            os.utime(target / name, (date, date))
    return target


def check(made: list[Path]) -> None:
    """Check metadata and contents.

    Raises:
        subprocess.CalledProcessError: When something is wrong with them; it is shown.
    """
    print("checking metadata and contents", flush=True)
    run(sys.executable, "-m", "twine", "--no-color", "check", "--strict", *made, quiet=True)
    for path in made:
        if path.suffix == ".whl":
            run(sys.executable, "-m", "check_wheel_contents", path, quiet=True)


def try_out(wheel: Path, scratch: Path, chosen: list[str]) -> None:
    """Install the wheel in fresh environments and use it.

    Args:
        wheel: The wheel.
        scratch: A folder for the environments.
        chosen: Extras to try, each by itself.

    Raises:
        subprocess.CalledProcessError: When something does not work; it is shown.
    """
    for python in pythons():
        for number, extra in enumerate(["", *chosen]):
            title = f"{python.name} clientkit{f'[{extra}]' if extra else ''}"
            print(f"trying {title}", flush=True)
            folder = scratch / f"{python.name}-{number}"
            inside = environment(python, folder, f"{wheel}[{extra}]" if extra else str(wheel))
            smoke(inside, extra, scratch)
            shutil.rmtree(folder)


def smoke(python: Path, extra: str, folder: Path) -> None:
    """Import every public name and run every quickstart against the sandbox, with an environment's Python."""
    command = [sys.executable, "-m", "clientkit_sandbox", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            line = sandbox.stdout.readline() if sandbox.stdout else ""
            examples = [str(path) for path in sorted((ROOT / "examples").glob("*_quickstart.py"))]
            outside = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
            facts = json.loads(line)
            services = {
                f"{name}_{fact}".upper(): value for name, row in facts.items() for fact, value in row.items()
            }
            subprocess.run(
                [str(python), str(SMOKE), extra, *examples],
                cwd=folder,
                env={**outside, **services},
                stdout=subprocess.DEVNULL,
                check=True,
            )
        finally:
            sandbox.terminate()


def environment(python: Path, folder: Path, what: str) -> Path:
    """Make an environment with something installed in it; return its Python."""
    inside = folder / "bin" / "python"
    if uv := shutil.which("uv"):
        run(uv, "venv", "--quiet", "--python", python, folder)
        run(uv, "pip", "install", "--quiet", "--python", inside, what)
        run(uv, "pip", "check", "--quiet", "--python", inside)
    else:
        run(python, "-m", "venv", folder)
        run(inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", what, quiet=True)
        run(inside, "-m", "pip", "check", quiet=True)
    return inside


def pythons() -> list[Path]:
    """Return the Pythons that are there and that the wheel is for, one of each version, oldest first."""
    folders = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep) if each]
    folders += sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/3.*/bin"))
    found: dict[int, Path] = {sys.version_info.minor: Path(sys.executable).resolve()}
    for minor in supported():
        for path in (folder / f"python3.{minor}" for folder in folders):
            if minor not in found and path.is_file() and works(path, minor):
                found[minor] = path
    return [found[minor] for minor in sorted(found)]


def works(python: Path, minor: int) -> bool:
    """Tell whether a Python runs, and is of a version; a launcher may stand for one that is not there."""
    program = f"import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, {minor}))"
    return subprocess.run([str(python), "-c", program], capture_output=True, check=False).returncode == 0


def supported() -> Iterator[int]:
    """Yield the minor versions of Python that the metadata names."""
    for line in project()["classifiers"]:
        if line.startswith("Programming Language :: Python :: 3."):
            yield int(line.rpartition(".")[2])


def extras() -> list[str]:
    """Return the extras, of several that need the same only the first."""
    seen: dict[frozenset[str], str] = {}
    for name, needs in project()["optional-dependencies"].items():
        if name not in _NOT_TRIED:
            seen.setdefault(frozenset(needs), name)
    return list(seen.values())


def project() -> dict[str, dict[str, list[str]]]:
    """Return what pyproject.toml says of the project."""
    table: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]
    return table


def run(*command: str | Path, quiet: bool = False) -> None:
    """Run a command; what a quiet one says is shown when it fails.

    Raises:
        subprocess.CalledProcessError: When it fails.
    """
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=quiet, text=True, check=False)
    if done.returncode:
        if quiet:
            print(done.stdout + done.stderr, file=sys.stderr)
        raise subprocess.CalledProcessError(done.returncode, list(map(str, command)))


if __name__ == "__main__":
    sys.exit(main())
