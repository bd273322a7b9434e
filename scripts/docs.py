"""`make docs` and its parts: build the site, write what is made from code, or check that it is up to date.

Usage: python scripts/docs.py build|write|check
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from clientkit_codegen.generation import layout
from clientkit_docs import made, site


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
            changed = [layout.relative(path) for path in made.drifted()]
            for name in changed:
                print(f"{name}: not what the code says; make generate", file=sys.stderr)
            return 1 if changed else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
