"""Commands in a real terminal: help, completion, Ctrl-C, narrow windows, pipes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest
from ash_ai import AshClient
from clientkit_sandbox import Sandbox

CLIENTKIT = [sys.executable, "-m", "clientkit"]
Spawn = Callable[..., pexpect.spawn]


@pytest.fixture
def spawn(tmp_path: Path) -> Iterator[Spawn]:
    """Run `clientkit` in a terminal of its own."""
    children = []

    def run(*arguments: str, columns: int = 100, **variables: str) -> pexpect.spawn:
        environment = {
            **os.environ,
            "XDG_CONFIG_HOME": str(tmp_path),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "TERM": "xterm",
            **variables,
        }
        environment.pop("COLUMNS", None)
        child = pexpect.spawn(
            sys.executable,
            ["-m", "clientkit", *arguments],
            env=environment,
            dimensions=(50, columns),
            timeout=30,
            encoding="utf-8",
        )
        children.append(child)
        return child

    yield run
    for child in children:
        child.close(force=True)


def finished(child: pexpect.spawn) -> tuple[int, str]:
    """Wait for a command; return its exit code and what it showed."""
    child.expect(pexpect.EOF)
    said = child.before
    child.close()
    return child.exitstatus, said


def of(sandbox: Sandbox) -> dict[str, str]:
    return {"ALSORN_API_KEY": sandbox.api_key, "ALSORN_BASE_URL": sandbox.base_url}


def of_ash(sandbox: Sandbox) -> dict[str, str]:
    return {"ASH_SERVER_URL": sandbox.server_url, "ASH_API_KEY": sandbox.api_key}


def a_session(sandbox: Sandbox) -> str:
    with AshClient(sandbox.server_url, sandbox.api_key) as client:
        client.deploy_agent("helper", "/srv/helper")
        return str(client.create_session("helper").id)


@pytest.mark.parametrize("columns", [48, 120])
def test_help_fits_the_terminal(spawn: Spawn, columns: int) -> None:
    code, said = finished(spawn("alsorn", "agents", "list", "--help", columns=columns))
    lines = re.sub(r"\x1b\[[0-9;]*m", "", said).splitlines()
    assert code == 0
    for option in ("--environment", "--limit", "--all", "--format", "--sandbox", "--idempotency-key"):
        assert any(option in line for line in lines) == (option != "--idempotency-key")
    assert max(map(len, lines)) <= columns


def test_a_narrow_terminal_shows_facts_and_a_wide_one_a_table(spawn: Spawn, alsorn_sandbox: Sandbox) -> None:
    listing = ("alsorn", "agents", "list", "--limit", "2")
    code, narrow = finished(spawn(*listing, columns=40, **of(alsorn_sandbox)))
    assert code == 0
    # An id stays in one piece, and nothing is drawn that the window would fold.
    assert "agent_9c1n5r3s" in narrow
    assert "│" not in narrow
    _, wide = finished(spawn(*listing, columns=240, **of(alsorn_sandbox)))
    assert "│ agent_9c1n5r3s" in wide


def test_ctrl_c_ends_a_stream_without_a_traceback(spawn: Spawn, ash_sandbox: Sandbox) -> None:
    session = a_session(ash_sandbox)
    ash_sandbox.fault("drip", operation="sendMessage", chunk=8, interval=0.2)
    child = spawn("ash", "messages", "send", session, "hello", **of_ash(ash_sandbox))
    deadline = time.monotonic() + 20
    while not ash_sandbox.requests("sendMessage") and time.monotonic() < deadline:
        time.sleep(0.05)
    child.sendintr()
    code, said = finished(child)
    assert code == 130
    assert "interrupted" in said
    assert "Traceback" not in said


def test_ctrl_c_in_a_payment_shows_its_key(spawn: Spawn, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("delay", operation="execute_transaction", delay=20)
    pay = ("transactions", "execute", "agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", "1")
    child = spawn("alsorn", *pay, **of(alsorn_sandbox))
    deadline = time.monotonic() + 20
    while not alsorn_sandbox.requests("execute_transaction") and time.monotonic() < deadline:
        time.sleep(0.05)
    child.sendintr()
    code, said = finished(child)
    (sent,) = alsorn_sandbox.requests("execute_transaction")
    assert code == 130
    assert sent["body"]["idempotency_key"] in said


def test_a_turn_streams_to_the_terminal(spawn: Spawn, ash_sandbox: Sandbox) -> None:
    session = a_session(ash_sandbox)
    code, said = finished(spawn("ash", "messages", "send", session, "hello", **of_ash(ash_sandbox)))
    assert code == 0
    assert "hello" in said


def test_no_colour_and_no_control_sequence_goes_into_a_pipe(alsorn_sandbox: Sandbox) -> None:
    done = subprocess.run(
        [*CLIENTKIT, "alsorn", "agents", "list"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **of(alsorn_sandbox)},
    )
    assert "\x1b" not in done.stdout
    assert "agent_9c1n5r3s" in done.stdout


PAGES = ("agents", "list", "--limit", "1", "--all", "-f")


@pytest.mark.parametrize(
    "command", [*((*PAGES, output) for output in ("table", "json", "jsonl", "csv", "yaml")), ("--help",)]
)
def test_a_pipe_that_is_closed_early_is_no_failure(alsorn_sandbox: Sandbox, command: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*CLIENTKIT, "alsorn", *command],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, **of(alsorn_sandbox)},
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_completion_in_bash(tmp_path: Path) -> None:
    program = tmp_path / "clientkit"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m clientkit "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(clientkit completion bash)"\n'
        'complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=();'
        ' _clientkit_completion; echo "${COMPREPLY[*]}"; }\n'
        "complete_words clientkit als\n"
        'complete_words clientkit alsorn agents ""\n'
        "complete_words clientkit alsorn agents list --sta\n"
    )
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
    )
    product, commands, options = done.stdout.splitlines()
    assert product == "alsorn"
    assert set(commands.split()) >= {"list", "get", "register", "suspend"}
    assert options == "--status"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    from clientkit.__main__ import main

    assert main(["completion", shell]) == 0
    assert "_CLIENTKIT_COMPLETE" in capsys.readouterr().out
    assert main(["completion", "tcsh"]) == 2
