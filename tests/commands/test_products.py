"""What is special to a product: submissions with journals, turns that stream, both daemons of Asset Core."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ash_ai import AshClient
from clientkit_sandbox import Sandbox

from tests.commands.conftest import Command

TASKS = "type,data_url,question,options\n"


@pytest.fixture
def asg(clientkit: Command, asg_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("ASG_API_KEY", asg_sandbox.api_key)
    monkeypatch.setenv("ASG_BASE_URL", asg_sandbox.base_url)
    return lambda *arguments: clientkit("asg", *arguments)


def test_tasks_of_a_table_are_submitted_once(asg: Command, asg_sandbox: Sandbox, home: Path) -> None:
    tasks, journal = home / "tasks.csv", home / "run.sqlite"
    rows = "".join(f"sentiment,https://example.com/{number}.txt\n" for number in range(5))
    tasks.write_text("type,data_url\n" + rows)
    spec = '{"question": "How?", "options": ["good", "bad"]}'
    submit = ("submit", str(tasks), "--journal", str(journal), "--label-spec", spec)
    done = asg(*submit, "--progress", "-f", "json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["submitted"] == 5
    # The bar is on standard error, and data alone on standard output.
    assert "5/5" in done.err
    again = asg(*submit, "-f", "json")
    assert json.loads(again.out)["submitted"] == 5
    assert len(asg_sandbox.requests("submit_task")) == 5


def test_a_submission_with_refused_tasks_is_exit_code_1(
    asg: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = home / "tasks.jsonl"
    tasks.write_text('{"type": "sentiment", "data_url": "nothing", "label_spec": {"question": "?"}}\n')
    done = asg("submit", str(tasks), "--journal", str(home / "j"), "-f", "json")
    assert (done.code, json.loads(done.out)["refused"]) == (1, 1)


def test_a_submission_with_unclear_tasks_is_exit_code_75(
    asg: Command, asg_sandbox: Sandbox, home: Path
) -> None:
    tasks = home / "tasks.jsonl"
    task = {
        "type": "sentiment",
        "data_url": "https://example.com/1",
        "label_spec": {"question": "?", "options": ["a", "b"]},
    }
    tasks.write_text(json.dumps(task) + "\n")
    asg_sandbox.fault("reset", operation="submit_task", when="after", times=20)
    done = asg("submit", str(tasks), "--journal", str(home / "j"), "-f", "json")
    assert done.code == 75


@pytest.fixture
def ash(clientkit: Command, ash_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("ASH_API_KEY", ash_sandbox.api_key)
    monkeypatch.setenv("ASH_SERVER_URL", ash_sandbox.server_url)
    return lambda *arguments: clientkit("ash", *arguments)


@pytest.fixture
def session(ash_sandbox: Sandbox) -> str:
    with AshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
        client.deploy_agent("helper", "/srv/helper")
        return str(client.create_session("helper").id)


def test_a_turn_in_every_form(ash: Command, session: str, home: Path) -> None:
    shown = ash("messages", "send", session, "hello")
    assert shown.code == 0
    assert "hello" in shown.out
    (home / "prompt.md").write_text("hello from a file")
    events = ash("messages", "send", session, f"@{home / 'prompt.md'}", "-f", "jsonl")
    lines = [json.loads(line) for line in events.out.splitlines()]
    assert lines[-1]["type"] == "done"
    assert "hello from a file" in events.out
    turn = json.loads(ash("messages", "send", session, "hello", "-f", "json").out)
    assert turn["is_complete"] is True


def test_all_messages_of_a_session(ash: Command, session: str) -> None:
    for number in range(2):
        assert ash("messages", "send", session, f"message {number}").code == 0
    one = ash("messages", "list", session, "--limit", "1", "-f", "jsonl")
    everything = ash("messages", "list", session, "--limit", "1", "--all", "-f", "jsonl")
    sequences = [json.loads(line)["sequence"] for line in everything.out.splitlines()]
    assert len(one.out.splitlines()) == 1
    assert sequences == list(range(1, len(sequences) + 1))
    assert len(sequences) >= 4


def test_files_come_as_they_are(ash: Command, session: str, home: Path) -> None:
    (home / "files").mkdir()
    (home / "a.txt").write_text("line one\n")
    assert ash("files", "write", session, json.dumps({"a.txt": "line one\n"})).code == 0
    assert ash("files", "read", session, "a.txt").code == 0
    listed = json.loads(ash("files", "list", session, "-f", "json").out)
    assert any(each["path"].endswith("a.txt") for each in listed)
    target = home / "copy.txt"
    assert ash("files", "download", session, "a.txt", str(target)).code == 0
    assert target.read_text() == "line one\n"


def test_reads_and_writes_go_to_their_daemons(
    clientkit: Command, assetcore_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for fact, value in assetcore_sandbox.facts.items():
        monkeypatch.setenv(f"ASSETCORE_{fact}".upper(), value)
    made = clientkit("assetcore", "actions", "create-container", "--container-id", "c9", "--kind", '{"type": "balance"}',  # noqa: E501
                     "--idempotency-key", "k", "-f", "json")  # fmt: skip
    assert (made.code, json.loads(made.out)["idempotency_key"]) == (0, "k")
    seq = json.loads(made.out)["world_seq_end"]
    read = clientkit("assetcore", "containers", "list", "--min-world-seq", str(seq), "--all", "-f", "jsonl")
    assert read.code == 0
    assert len(read.out.splitlines()) == 2
    monkeypatch.delenv("ASSETCORE_READ_URL")
    assert clientkit("assetcore", "containers", "list").code == 2
    assert clientkit("assetcore", "whoami").code == 0
