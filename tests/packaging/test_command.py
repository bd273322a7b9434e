"""The `clientkit` command: a table of subcommands that are imported when they are run."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from clientkit import __version__
from clientkit.__main__ import COMMANDS, Command, main

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_module_and_script_are_the_same_command() -> None:
    assert PROJECT["scripts"]["clientkit"] == "clientkit.__main__:main"
    done = subprocess.run(
        [sys.executable, "-m", "clientkit", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"clientkit {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_exists_and_its_extra_too(name: str) -> None:
    command = COMMANDS[name]
    module, _, function = command.target.partition(":")
    assert callable(getattr(import_module(module), function))
    assert not command.extra or command.extra in PROJECT["optional-dependencies"]
    assert command.help
    assert "\n" not in command.help


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["help"]])
def test_help_lists_every_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said and command.help in said for name, command in COMMANDS.items())


def test_no_command_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: clientkit" in capsys.readouterr().err


def test_unknown_command_reports_the_closest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sandbx", "--port", "0"]) == 2
    said = capsys.readouterr().err
    assert "no command 'sandbx'; did you mean sandbox?" in said
    assert all(name in said for name in COMMANDS)


def test_importing_the_command_imports_no_subcommand() -> None:
    modules = sorted({command.target.partition(":")[0].partition(".")[0] for command in COMMANDS.values()})
    program = f"import sys, clientkit.__main__; print([m for m in {modules!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"[]", "['clientkit']"}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module with a command that is its own."""
    lines = [
        "def main(arguments):",
        "  if arguments == ['stop']: raise KeyboardInterrupt",
        "  return len(arguments)",
    ]
    (tmp_path / "a_program.py").write_text("\n".join(lines))
    (tmp_path / "a_needy_program.py").write_text("import nothing_like_it\n")
    monkeypatch.syspath_prepend(tmp_path)
    return "a_program"


def test_arguments_behind_the_name_are_passed_on(program: str) -> None:
    commands = {"count": Command(f"{program}:main", "count")}
    assert main(["count", "--help", "-V", "x"], commands=commands) == 3
    assert main(["count"], commands=commands) == 0
    assert main(["count", "stop"], commands=commands) == 130


@pytest.mark.parametrize("module", ["a_needy_program", "no_such_program"])
def test_missing_module_reports_the_extra(
    program: str, module: str, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = {"need": Command(f"{module}:main", "need", "sbn")}
    assert main(["need"], commands=commands) == 1
    assert "type: pip install 'clientkit[sbn]'" in capsys.readouterr().err
    with pytest.raises(ModuleNotFoundError):
        main(["need"], commands={"need": Command(f"{module}:main", "need")})
