"""The `clientkit` command, also `python -m clientkit`: a table of subcommands, imported when they are run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import NamedTuple


class Command(NamedTuple):
    """A subcommand.

    Attributes:
        target: `module:function`; it takes the arguments after the name and returns the exit code.
        help: One line for the list of commands.
        extra: The extra of this distribution that brings what it needs; empty when it needs none.
    """

    target: str
    help: str
    extra: str = ""


# To add a command, add a line. The function's parser should call itself `clientkit <name>` (argparse: prog).
COMMANDS: Mapping[str, Command] = {
    "doctor": Command("clientkit.doctor:main", "report what is wrong with this installation"),
    "guide": Command("clientkit.guides:main", "print the short guide of a product"),
    "init": Command("clientkit_codegen.command:init", "prepare a repository for clients", "codegen"),
    "diff": Command("clientkit_codegen.command:diff", "compare two documents, without git", "codegen"),
    "lint": Command("clientkit_codegen.command:lint", "lint the documents of services", "codegen"),
    "surface": Command("clientkit_codegen.command:surface", "write the records of surfaces", "codegen"),
    "new": Command("clientkit_codegen.command:new", "start a service from its OpenAPI document", "codegen"),
    "generate": Command("clientkit_codegen.command:generate", "specs to packages, async to sync", "codegen"),
    "check": Command("clientkit_codegen.command:check", "run the gates", "codegen"),
    "drift": Command("clientkit_codegen.command:drift", "compare a server's document with ours", "codegen"),
    "profile": Command("clientkit.commands.management:profile", "keep settings and keys of services", "cli"),
    "mcp": Command("clientkit.mcp.command:main", "serve operations as tools for agents", "mcp"),
    "completion": Command("clientkit.commands.management:completion", "print a shell's completion", "cli"),
    "sandbox": Command("clientkit_sandbox.__main__:main", "serve the sandboxes until stopped", "sandbox"),
}


# The variable by which a shell asks what may come next.
COMPLETE = "_CLIENTKIT_COMPLETE"


def main(
    arguments: Sequence[str] | None = None, *, commands: Mapping[str, Command] = COMMANDS, prog: str = ""
) -> int:
    """Run the command.

    Args:
        arguments: Command-line arguments; None for those of the process.
        commands: The subcommands by name; in addition, each product has its commands under its name.
        prog: What the program calls itself when it is run for one product.

    Returns:
        The exit code: that of the subcommand; 1 when something that it needs is not installed; 2 when there
        is no such subcommand; 130 after Ctrl+C.
    """
    name, *rest = list(sys.argv[1:] if arguments is None else arguments) or [""]
    if COMPLETE in os.environ:
        return _run("completion", commands["completion"], ["--now"])
    if name in {"-h", "--help", "help"}:
        print(usage(commands))
        return 0
    if name in {"-V", "--version"}:
        from clientkit import __version__

        print(f"clientkit {__version__}")
        return 0
    if name == "--show-completion":
        return _run("completion", commands["completion"], rest)
    if not name:
        print(usage(commands), file=sys.stderr)
        return 2
    if name not in commands and (prog or name in _products()):
        return _run(name, PRODUCT, [name, *([prog] if prog else [""]), *rest])
    if name not in commands:
        print(_unknown(name, [*commands, *_products()]), file=sys.stderr)
        return 2
    return _run(name, commands[name], rest)


# The commands of a product: its name, what the program calls itself, and the arguments.
PRODUCT = Command("clientkit.commands.management:product", "the operations of a product", "cli")


def usage(commands: Mapping[str, Command]) -> str:
    """Return the list of subcommands."""
    width = max(map(len, commands), default=0)
    return "\n".join(
        [
            "usage: clientkit [--help] [--version] COMMAND ...",
            "",
            *(f"  {name:<{width}}  {command.help}" for name, command in commands.items()),
            "",
            "  and the operations of each product, such as clientkit alsorn agents list:",
            f"  {' '.join(_products())}",
            "",
            "clientkit COMMAND --help describes one of them.",
        ]
    )


def _products() -> list[str]:
    """Return the names of the services, each of which has its commands."""
    return list(import_module("clientkit.commands.connecting").services())


def _unknown(name: str, commands: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, commands, n=1)
    hint = f"; did you mean {close[0]}?" if close else ""
    return f"clientkit: no command {name!r}{hint}\ncommands: {', '.join(commands)}"


def _run(name: str, command: Command, arguments: list[str]) -> int:
    module, _, attribute = command.target.partition(":")
    try:
        function: Callable[[list[str]], int] = getattr(import_module(module), attribute)
        return function(arguments)
    except ModuleNotFoundError as error:
        if not command.extra:
            raise
        needed = f"clientkit {name} needs {error.name}, which is not installed"
        print(f"{needed}; type: pip install 'clientkit[{command.extra}]'", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
