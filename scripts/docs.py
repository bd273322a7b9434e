"""`make docs` and its parts: build the site, write what is made from code, or check it all.

Usage: python scripts/docs.py build|write|check
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent))

from clientkit_codegen.gates.memory import Memory
from clientkit_codegen.generation import layout
from clientkit_docs import made, site, typing


def _examples() -> list[str]:
    with TemporaryDirectory() as folder:
        return typing.problems(Path(folder))


def _site() -> list[str]:
    with TemporaryDirectory() as folder:
        try:
            site.build(Path(folder))
        except site.SiteError as error:
            return [str(error)]
    return []


# What `check` looks at next to what is made from code; not again while nothing changed that it reads.
CHECKS: dict[str, Callable[[], list[str]]] = {"examples": _examples, "site": _site}


def check() -> list[str]:
    """Return what is wrong with the pages: parts that drifted, examples of wrong types, dead links."""
    memory = Memory(reads=dict.fromkeys(CHECKS, ("sources", "specs", "generated", "docs")))

    def problems(name: str) -> list[str]:
        found = [] if memory.knows(name) else CHECKS[name]()
        if not found:
            memory.keep(name)
        return found

    drifted = [f"{layout.relative(path)}: not what the code says; make generate" for path in made.drifted()]
    with ThreadPoolExecutor() as pool:
        return [*drifted, *(each for found in pool.map(problems, CHECKS) for each in found)]


def main(arguments: list[str]) -> int:
    """Run a part; return its exit code."""
    match arguments:
        case ["build"]:
            try:
                folder = site.build()
            except site.SiteError as error:
                print(error, file=sys.stderr)
                return 1
            print(f"{layout.relative(folder)}: {len(site.pages_of(folder))} pages")
        case ["write"]:
            for path in made.write():
                print(f"written: {layout.relative(path)}")
        case ["check"]:
            found = check()
            for problem in found:
                print(problem, file=sys.stderr)
            return 1 if found else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
