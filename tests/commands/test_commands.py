"""Commands: their formats, where their settings are from, their exit codes."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from clientkit_sandbox import Sandbox

from tests.commands.conftest import Command


def test_a_list_in_every_format(alsorn: Command) -> None:
    listed = json.loads(alsorn("agents", "list", "--limit", "2", "-f", "json").out)
    assert [each["id"] for each in listed] == ["agent_9c1n5r3s", "agent_2b8m4p1q"]
    lines = alsorn("agents", "list", "--limit", "2", "-f", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == listed
    assert yaml.safe_load(alsorn("agents", "list", "--limit", "2", "-f", "yaml").out) == listed
    rows = list(csv.DictReader(io.StringIO(alsorn("agents", "list", "--limit", "2", "-f", "csv").out)))
    assert [row["id"] for row in rows] == [each["id"] for each in listed]
    assert json.loads(rows[0]["authorized_actions"]) == listed[0]["authorized_actions"]
    table = alsorn("agents", "list", "--limit", "2", "-f", "table").out
    assert all(each["id"] in table for each in listed)
    assert alsorn("agents", "list", "-f", "xml").code == 2


def test_all_goes_over_all_pages(alsorn: Command, alsorn_sandbox: Sandbox) -> None:
    one = json.loads(alsorn("agents", "list", "--limit", "1", "-f", "json").out)
    everything = json.loads(alsorn("agents", "list", "--limit", "1", "--all", "-f", "json").out)
    assert len(one) == 1
    assert len(everything) == 3
    assert len(alsorn_sandbox.requests("list_agents")) >= 4


def test_all_goes_on_by_offset_where_there_are_no_pages(
    clientkit: Command, sbn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SBN_API_KEY", sbn_sandbox.api_key)
    monkeypatch.setenv("SBN_BASE_URL", sbn_sandbox.base_url)
    for number in range(3):
        made = clientkit("sbn", "reality", "create-fact", f"fact {number}")
        assert made.code == 0, made.err
    one = clientkit("sbn", "reality", "list-facts", "--limit", "1", "-f", "jsonl")
    everything = clientkit("sbn", "reality", "list-facts", "--limit", "1", "--all", "-f", "jsonl")
    assert len(one.out.splitlines()) == 1
    assert len(set(everything.out.splitlines())) == 3


def test_a_command_that_is_not_there_is_refused_with_the_closest(clientkit: Command) -> None:
    done = clientkit("alsorn", "agents", "lisst")
    assert done.code == 2
    assert "Did you mean list?" in done.err


def test_options_may_go_before_the_command_and_after_it(alsorn: Command) -> None:
    before = alsorn("-f", "json", "agents", "get", "agent_7f3k9x2m")
    after = alsorn("agents", "get", "--agent-id", "agent_7f3k9x2m", "-f", "json")
    assert before == after
    assert json.loads(before.out)["name"] == "order-desk"


def test_a_method_answers_to_its_own_name(clientkit: Command) -> None:
    assert clientkit("ash", "list-agents", "--sandbox", "-f", "json") == (0, "[]\n", "")
    assert clientkit("ash", "agents", "list", "--sandbox", "-f", "json") == (0, "[]\n", "")


def test_amounts_are_exact(alsorn: Command, alsorn_sandbox: Sandbox) -> None:
    done = alsorn("transactions", "execute", "agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", "0.30")
    assert done.code == 0
    (sent,) = alsorn_sandbox.requests("execute_transaction")
    assert sent["body"]["amount"] == 0.3
    assert sent["body"]["idempotency_key"]


def test_the_key_that_is_given_is_sent(alsorn: Command, alsorn_sandbox: Sandbox) -> None:
    pay = ("transactions", "execute", "agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", "1")
    first = alsorn(*pay, "--idempotency-key", "order-1", "-f", "json")
    second = alsorn(*pay, "--idempotency-key", "order-1", "-f", "json")
    assert json.loads(first.out)["id"] == json.loads(second.out)["id"]
    assert [each["body"]["idempotency_key"] for each in alsorn_sandbox.requests("execute_transaction")] == [
        "order-1",
        "order-1",
    ]


def test_exit_codes(alsorn: Command, alsorn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    assert alsorn("agents", "list").code == 0
    refused = alsorn("agents", "get", "nobody")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("! There is no agent nobody\n")
    assert alsorn("agents", "get").code == 2
    assert alsorn("agents", "get", "x", "--nonsense").code == 2
    assert alsorn("agents", "list", "--limit", "many").code == 2
    assert alsorn("agents", "register", "x", "a", "-5", "--deadline", "soon").code == 2
    with monkeypatch.context() as patch:
        patch.setenv("ALSORN_API_KEY", "not a key")
        assert alsorn("agents", "list").code == 2
    monkeypatch.setenv("ALSORN_BASE_URL", "http://127.0.0.1:9")
    assert alsorn("agents", "list", "--max-retries", "0").code == 69
    pay = ("transactions", "execute", "agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", "1")
    assert alsorn(*pay, "--max-retries", "0").code == 69


def test_a_deadline_ends_a_call(alsorn: Command, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("delay", operation="list_agents", delay=20)
    done = alsorn("agents", "list", "--deadline", "0.2")
    assert done.code == 69
    assert "in time" in done.err


def test_an_unclear_outcome_is_75_with_the_key_to_find_out(alsorn: Command, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("reset", operation="execute_transaction", when="after", times=1)
    pay = ("transactions", "execute", "agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", "1")
    done = alsorn(*pay, "--max-retries", "0")
    (sent,) = alsorn_sandbox.requests("execute_transaction")
    key = sent["body"]["idempotency_key"]
    assert (done.code, done.out) == (75, "")
    assert f"--idempotency-key {key}" in done.err
    assert "What the service shows now: done: " in done.err
    again = alsorn(*pay, "--idempotency-key", key, "-f", "json")
    assert again.code == 0
    assert json.loads(again.out)["status"] == "completed"


def test_bodies_from_files_and_standard_input(
    clientkit: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    operations = [{"op": "CreateContainer", "args": {"container_id": "c9", "kind": {"type": "balance"}}}]
    file = home / "ops.json"
    file.write_text(json.dumps(operations))
    done = clientkit("assetcore", "commit", f"@{file}", "--sandbox", "-f", "json")
    assert (done.code, json.loads(done.out)["outcome"]) == (0, "Committed")
    # A whole body, and one operation where a list belongs.
    file.write_text(json.dumps({"operations": operations, "idempotency_key": "whole"}))
    done = clientkit("assetcore", "commit", f"@{file}", "--sandbox", "-f", "json")
    assert (done.code, json.loads(done.out)["idempotency_key"]) == (0, "whole")
    done = clientkit("assetcore", "commit", json.dumps(operations[0]), "--sandbox", "-f", "json")
    assert (done.code, json.loads(done.out)["event_count"]) == (0, 1)
    file.write_text(json.dumps({"operations": operations, "colour": "red"}))
    assert "'colour'" in clientkit("assetcore", "commit", f"@{file}", "--sandbox").err
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(operations).encode())))
    done = clientkit("assetcore", "commit", "-", "--sandbox", "-f", "json")
    assert (done.code, json.loads(done.out)["event_count"]) == (0, 1)
    missing = clientkit("assetcore", "commit", "@/nowhere.json", "--sandbox")
    assert missing.code == 2
    assert "/nowhere.json" in missing.err


def test_without_a_key_the_command_says_where_to_put_it(clientkit: Command) -> None:
    done = clientkit("alsorn", "agents", "list")
    assert (done.code, done.out) == (2, "")
    assert "ALSORN_API_KEY" in done.err
    assert "clientkit profile login alsorn" in done.err


def test_the_sandbox_gets_no_real_key(clientkit: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSORN_API_KEY", "als_real")
    monkeypatch.setenv("ALSORN_BASE_URL", "http://127.0.0.1:9")
    assert clientkit("alsorn", "agents", "list", "--sandbox").code == 0


def test_a_secret_is_never_shown(
    alsorn: Command, alsorn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = alsorn_sandbox.keys["revoked"]
    monkeypatch.setenv("ALSORN_API_KEY", key)
    for arguments in (("agents", "list"), ("agents", "list", "--debug"), ("agents", "list", "--help")):
        done = alsorn(*arguments)
        assert key not in done.out + done.err


@pytest.mark.parametrize("output", ["table", "json"])
def test_a_secret_that_was_just_made_is_shown_once(alsorn: Command, output: str) -> None:
    made = alsorn("webhooks", "register", "https://example.com/hook", "*", "-f", output)
    assert made.code == 0
    assert "whsec_" in made.out
    assert "whsec_" not in alsorn("webhooks", "list", "-f", output).out


@pytest.mark.parametrize("output", ["table", "json", "jsonl", "yaml", "csv"])
def test_text_of_a_server_does_not_steer_the_terminal(alsorn: Command, output: str) -> None:
    evil = "\x1b]0;owned\x07\x1b[31mred\x9b"
    created = alsorn("agents", "register", evil, "transfer_funds", "5", "-f", output)
    assert created.code == 0
    listed = alsorn("agents", "list", "-f", output)
    for text in (created.out, listed.out):
        assert "owned" in text
        assert not set(text) & set("\x1b\x07\x9b")


def test_products_are_modules_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alsorn", "agents", "list", "--sandbox", "-f", "csv"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("id,name,")


def test_a_missing_extra_is_named() -> None:
    program = (
        "import sys\n"
        "class Refuse:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'typer':\n"
        "            raise ModuleNotFoundError(f'No module named {name!r}', name=name)\n"
        "sys.meta_path.insert(0, Refuse())\n"
        "from clientkit.__main__ import main\n"
        "sys.exit(main(['alsorn', 'agents', 'list']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (
        done.stderr
        == "clientkit alsorn needs typer, which is not installed; type: pip install 'clientkit[cli]'\n"
    )


def test_plain_clients_load_nothing_of_the_commands() -> None:
    program = (
        "import sys, alsorn, ash_ai, asg_gateway, assetcore_sdk, sbn\n"
        "alsorn.AlsornClient, ash_ai.AshClient, sbn.SbnClient\n"
        "loaded = [m for m in sys.modules if m.split('.')[0] in {'typer', 'rich', 'keyring', 'mcp'}"
        " or m.startswith('clientkit.commands')]\n"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_any_path_of_the_service_can_be_requested(alsorn: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    done = alsorn("request", "GET", "/agents", "--query", "limit=1", "-f", "json")
    assert done.code == 0
    assert "agent_9c1n5r3s" in done.out
    monkeypatch.delenv("ALSORN_API_KEY")
    assert alsorn("request", "GET", "/agents").code == 2


def test_a_package_without_a_client_is_no_product(clientkit: Command) -> None:
    from clientkit.__main__ import main

    assert main(["json", "loads"], prog="python -m json") == 2
    assert clientkit("nothing").code == 2
