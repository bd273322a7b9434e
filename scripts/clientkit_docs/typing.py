"""Whether the examples of every page pass the type checkers, the blocks of a page joined to a program."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

from clientkit_codegen.generation import layout

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<body>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE
)
# What every user of a strict checker has on; functions without annotations are fine in an example.
_MYPY = (
    "--strict",
    "--allow-untyped-defs",
    "--allow-incomplete-defs",
    "--allow-untyped-calls",
    "--allow-any-generics",
    # pandas and pyarrow have no types of their own.
    "--disable-error-code=import-untyped",
)
_PLACE = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+):(?P<said>.*)$")


def pages() -> list[Path]:
    """Return the pages that have Python blocks."""
    project = layout.project()
    found = [
        project.root / "README.md",
        *sorted(project.docs.rglob("*.md")),
        *sorted((project.facades / "clientkit" / "guides").glob("*.md")),
    ]
    return [page for page in found if program(page.read_text(encoding="utf-8")).strip()]


def program(text: str) -> str:
    """Return the Python blocks of a page as one program, each line where it is on the page.

    Args:
        text: The page.
    """
    lines: list[str] = []
    for match in _FENCE.finditer(text):
        if match["language"] == "python":
            start = text.count("\n", 0, match.start("body"))
            lines += [""] * (start - len(lines)) + textwrap.dedent(match["body"]).splitlines()
    return "\n".join(lines) + "\n"


def problems(folder: Path, shown: list[Path] | None = None) -> list[str]:
    """Return what mypy and basedpyright find, each with the page and its line.

    Args:
        folder: An empty folder, where the programs are written to.
        shown: The pages; all by default.
    """
    names = write(folder, pages() if shown is None else shown)
    return sorted({*_mypy(folder, names), *_pyright(folder, names)})


def write(folder: Path, shown: list[Path]) -> dict[str, str]:
    """Write the program of each page; return the name of each page by that of its program.

    Args:
        folder: Where to.
        shown: The pages.
    """
    names = {}
    for page in shown:
        place = layout.relative(page)
        # No module can be called as the package that it shows.
        name = re.sub(r"\W", "_", place) + "_page.py"
        (folder / name).write_text(program(page.read_text(encoding="utf-8")), encoding="utf-8")
        names[name] = place
    return names


def _mypy(folder: Path, names: dict[str, str]) -> list[str]:
    root = layout.project().root
    config = folder / "mypy.ini"
    paths = ":".join(str(root / name) for name in ("generated", "facades", "sandbox", "scripts"))
    config.write_text(
        f"[mypy]\nmypy_path = {paths}\nexplicit_package_bases = true\nnamespace_packages = true\n"
        "follow_imports = silent\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-P", "-m", "mypy", "--config-file", str(config), *_MYPY]
    command += [
        "--no-error-summary",
        "--hide-error-context",
        "--cache-dir",
        str(root / ".mypy_cache" / "docs"),
    ]
    done = subprocess.run([*command, *names], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return [done.stdout + done.stderr]
    found = []
    for line in done.stdout.splitlines():
        place = _PLACE.match(line)
        if place and place["file"] in names and " note: " not in line:
            found.append(f"{names[place['file']]}:{place['line']}: mypy:{place['said']}")
    return found


def _pyright(folder: Path, names: dict[str, str]) -> list[str]:
    root = layout.project().root
    settings = {
        "typeCheckingMode": "standard",
        "extraPaths": [str(root / name) for name in ("generated", "facades", "sandbox", "scripts")],
        "pythonVersion": "3.11",
        "include": sorted(names),
        "reportMissingModuleSource": False,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    program = Path(sys.executable).with_name("basedpyright")
    command = [str(program) if program.exists() else shutil.which("basedpyright") or "basedpyright"]
    command += ["--outputjson", "--pythonpath", sys.executable, "--project", str(folder)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    try:
        said = json.loads(done.stdout)["generalDiagnostics"]
    except (ValueError, KeyError):
        return [done.stdout + done.stderr]
    found = []
    for each in said:
        if each["severity"] == "error":
            line = each["range"]["start"]["line"] + 1
            first = each["message"].splitlines()[0]
            found.append(
                f"{names[Path(each['file']).name]}:{line}: pyright: {first} [{each.get('rule', '')}]"
            )
    return found
