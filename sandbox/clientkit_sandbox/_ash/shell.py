"""A few commands over files in memory; nothing of the machine is touched."""

from __future__ import annotations

import shlex
from collections.abc import Callable, MutableMapping
from typing import NamedTuple

HOME = "/workspace"


class Result(NamedTuple):
    """What a command did."""

    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""


def run(command: str, files: MutableMapping[str, bytes], timeout: float, processes: int = 1) -> Result:
    """Run a command: cat, echo (with `>`), false, ls, pwd, rm, sleep, true, wc; after a `sleep …;` or alone.

    A search of `/proc` for `$PPID` counts the processes.

    Args:
        command: Words as a shell takes them; no pipes, no variables.
        files: The workspace by relative path.
        timeout: Seconds it may take; a longer sleep ends with exit code 1.
        processes: How many processes there are.
    """
    first, separator, rest = command.partition("; ")
    if separator and first.startswith("sleep "):
        slept = run(first, files, timeout)
        return run(rest, files, timeout, processes) if slept.exit_code == 0 else slept
    if "$PPID" in command and "/proc/" in command:
        return Result(stdout=f"{processes}\n")
    try:
        words = shlex.split(command)
    except ValueError as error:
        return Result(2, stderr=f"sh: {error}\n")
    if not words:
        return Result()
    target = None
    if len(words) > 2 and words[-2] == ">":
        *words, _, target = words
    name, *arguments = words
    if name == "sleep":
        return Result(1 if duration(command) > timeout else 0)
    builtin = _BUILTINS.get(name)
    if builtin is None:
        return Result(127, stderr=f"sh: {name}: command not found\n")
    result = builtin(arguments, files)
    if target is None or result.exit_code:
        return result
    files[target] = result.stdout.encode()
    return Result()


def duration(command: str) -> float:
    """Return the seconds that a command takes: those of a sleep, none for the others."""
    name, _, seconds = command.partition("; ")[0].strip().partition(" ")
    return float(seconds) if name == "sleep" and seconds.replace(".", "", 1).isdigit() else 0.0


def _cat(arguments: list[str], files: MutableMapping[str, bytes]) -> Result:
    missing = [path for path in arguments if path not in files]
    if missing:
        return Result(1, stderr=f"cat: {missing[0]}: No such file or directory\n")
    return Result(stdout="".join(files[path].decode(errors="replace") for path in arguments))


def _ls(arguments: list[str], files: MutableMapping[str, bytes]) -> Result:
    prefix = f"{arguments[0].strip('/')}/" if arguments and arguments[0] not in {".", "./"} else ""
    below = {path.removeprefix(prefix).partition("/")[0] for path in files if path.startswith(prefix)}
    if prefix and not below:
        return Result(2, stderr=f"ls: cannot access '{arguments[0]}': No such file or directory\n")
    return Result(stdout="".join(f"{name}\n" for name in sorted(below) if not name.startswith(".")))


def _rm(arguments: list[str], files: MutableMapping[str, bytes]) -> Result:
    missing = [path for path in arguments if files.pop(path, None) is None]
    if missing:
        return Result(1, stderr=f"rm: cannot remove '{missing[0]}': No such file or directory\n")
    return Result()


def _wc(arguments: list[str], files: MutableMapping[str, bytes]) -> Result:
    counted = _cat(arguments, files)
    if counted.exit_code:
        return counted
    text = counted.stdout
    return Result(stdout=f"{text.count(chr(10))} {len(text.split())} {len(text.encode())}\n")


_BUILTINS: dict[str, Callable[[list[str], MutableMapping[str, bytes]], Result]] = {
    "cat": _cat,
    "echo": lambda arguments, files: Result(stdout=" ".join(arguments) + "\n"),
    "false": lambda arguments, files: Result(1),
    "ls": _ls,
    "pwd": lambda arguments, files: Result(stdout=f"{HOME}\n"),
    "rm": _rm,
    "true": lambda arguments, files: Result(),
    "wc": _wc,
}
