"""The subcommands of `clientkit` that make and check clients.

Exit codes: 0 for success, 1 when something was found or refused, 2 when the command could not be carried out:
wrong arguments, a configuration or document that cannot be read, nothing to compare with.
"""

from __future__ import annotations

import sys
from importlib import import_module

# The module of each subcommand, whose `main(arguments)` returns the exit code, and what it does.
COMMANDS = {
    "init": ("init", "prepare a repository for clients"),
    "new": ("new_service", "start a new service from its OpenAPI document"),
    "generate": ("generate", "specs to packages, _async folders to _sync modules"),
    "check": ("check", "run the gates"),
    "drift": ("drift", "compare the document that a server publishes with ours"),
    "diff": ("diff", "compare two documents, without git"),
    "lint": ("lint", "lint the documents of services"),
    "surface": ("surface", "write the record of every facade's surface"),
    "demo": ("demo", "run every quickstart against the sandbox"),
}


def main(arguments: list[str] | None = None) -> int:
    """Run a subcommand; return its exit code."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    if name in ("-h", "--help"):
        print(usage())
        return 0
    if name not in COMMANDS:
        print(f"clientkit: there is no command {name!r}\n\n{usage()}", file=sys.stderr)
        return 2
    return run(name, rest)


def run(name: str, arguments: list[str]) -> int:
    """Run one subcommand; return its exit code.

    Args:
        name: A key of `COMMANDS`.
        arguments: What follows it.
    """
    from clientkit_codegen.escaping import safe_lines
    from clientkit_codegen.generation.layout import ConfigError

    try:
        code: int = import_module(f"clientkit_codegen.{COMMANDS[name][0]}").main(arguments)
    except ConfigError as error:
        print(safe_lines(f"clientkit {name}: {error}"), file=sys.stderr)
        return 2
    return code


def usage() -> str:
    """Return how the command is used."""
    listed = "\n".join(f"  {name:<10} {what}" for name, (_, what) in COMMANDS.items())
    return f"usage: clientkit COMMAND ...\n\n{listed}\n\nclientkit COMMAND --help says more."


def init(arguments: list[str]) -> int:
    """Run `clientkit init`."""
    return run("init", arguments)


def diff(arguments: list[str]) -> int:
    """Run `clientkit diff`."""
    return run("diff", arguments)


def lint(arguments: list[str]) -> int:
    """Run `clientkit lint`."""
    return run("lint", arguments)


def surface(arguments: list[str]) -> int:
    """Run `clientkit surface`."""
    return run("surface", arguments)


def new(arguments: list[str]) -> int:
    """Run `clientkit new`."""
    return run("new", arguments)


def generate(arguments: list[str]) -> int:
    """Run `clientkit generate`."""
    return run("generate", arguments)


def check(arguments: list[str]) -> int:
    """Run `clientkit check`."""
    return run("check", arguments)


def drift(arguments: list[str]) -> int:
    """Run `clientkit drift`."""
    return run("drift", arguments)
