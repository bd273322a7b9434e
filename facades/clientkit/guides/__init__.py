"""The short guides of the products: `python -m clientkit guide alsorn` prints one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import resources


def names() -> list[str]:
    """Return the names of the guides, which are those of the products."""
    files = resources.files(__name__).iterdir()
    return sorted(each.name.removesuffix(".md") for each in files if each.name.endswith(".md"))


def text(name: str) -> str:
    """Return a guide in Markdown.

    Args:
        name: One of `names()`.
    """
    return resources.files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a guide.

    Args:
        arguments: Command-line arguments; None for those of the process.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(
        prog="clientkit guide", description="Print the short guide of a product, in Markdown."
    )
    parser.add_argument("product", nargs="?", choices=names(), help="the product; all are listed without one")
    options = parser.parse_args(arguments)
    if options.product:
        sys.stdout.write(text(options.product))
    else:
        print("\n".join(f"clientkit guide {name}" for name in names()))
    return 0
