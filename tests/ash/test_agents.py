"""Agents over real HTTP: deployment both ways, settings, files, versions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ash_ai import AshBadRequestError, AshClient, AshNotFoundError, uploads
from clientkit_sandbox import Sandbox
from hypothesis import given
from hypothesis import strategies as st


def test_a_directory_of_the_server_is_deployed_by_its_path(client: AshClient, ash_sandbox: Sandbox) -> None:
    agent = client.deploy_agent(name="my-agent", path="/path/to/agent", env={"TOKEN": "secret"})
    assert (agent.name, agent.version, agent.path) == ("my-agent", 1, "/path/to/agent")
    assert agent.environment == {"TOKEN": "***"}
    assert client.deploy_agent(name="my-agent", path="/path/to/agent").version == 2
    (first, _) = ash_sandbox.requests("deployAgent")
    assert first["body"] == {"name": "my-agent", "path": "/path/to/agent", "env": {"TOKEN": "secret"}}


def test_a_path_without_an_agent_is_refused(client: AshClient) -> None:
    with pytest.raises(AshBadRequestError, match=r"CLAUDE\.md"):
        client.deploy_agent(name="my-agent", path="/srv/missing")


def test_a_local_directory_is_uploaded_without_what_does_not_belong_to_it(
    client: AshClient, tmp_path: Path
) -> None:
    for path, text in {
        "CLAUDE.md": "You are brief.",
        "skills/read me.md": "é",
        ".env": "KEY=1",
        ".env.local": "KEY=2",
        ".claude/settings.json": "{}",
        "node_modules/x/index.js": "0",
        "__pycache__/x.pyc": "0",
        ".git/config": "0",
    }.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    os.symlink("/etc/hostname", tmp_path / "link")
    # Reading it would wait for ever.
    os.mkfifo(tmp_path / "pipe")
    client.deploy_agent_files("local", tmp_path)
    assert [file.path for file in client.list_agent_files("local")] == [
        ".claude/settings.json",
        "CLAUDE.md",
        "skills/read me.md",
    ]
    assert client.get_agent_file("local", "skills/read me.md").content == "é"
    assert client.read_agent_file("local", "skills/read me.md") == "é".encode()


def test_a_pipe_in_place_of_a_file_is_refused(
    client: AshClient, ash_sandbox: Sandbox, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ValueError, match=r"source: '.*pipe' is a pipe, not a file"):
        client.deploy_agent_files("local", {"CLAUDE.md": tmp_path / "pipe"})
    assert ash_sandbox.requests() == []


def test_a_large_tree_is_sent_in_portions(client: AshClient, ash_sandbox: Sandbox) -> None:
    files = {f"data/{number}.bin": os.urandom(300_000) for number in range(5)} | {"CLAUDE.md": "x"}
    client.deploy_agent_files("large", files)
    assert len(ash_sandbox.requests("deployAgent")) == 1
    assert len(ash_sandbox.requests("uploadAgentFiles")) == 2
    assert {file.path for file in client.list_agent_files("large")} == set(files)
    assert client.read_agent_file("large", "data/4.bin") == files["data/4.bin"]


@pytest.mark.parametrize("source", ["/no/such/directory", {}])
def test_nothing_to_upload_is_said_before_anything_is_sent(
    client: AshClient, ash_sandbox: Sandbox, source: object
) -> None:
    with pytest.raises(ValueError, match=r"is not a directory|no files"):
        client.deploy_agent_files("local", source)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="big is too large"):
        client.deploy_agent_files("local", {"big": b"x" * 800_000})
    assert ash_sandbox.requests() == []


@given(
    st.dictionaries(
        st.lists(st.text("abcé", min_size=1, max_size=3), min_size=1, max_size=3).map("/".join),
        st.binary(max_size=9),
        min_size=1,
        max_size=9,
    )
)
def test_portions_hold_every_file_once_and_fit(contents: dict[str, bytes]) -> None:
    files = uploads.agent_files(contents | {"CLAUDE.md": b"", "x" * 200: bytes(500_000), "y": bytes(400_000)})
    portions = uploads.portions(files)
    sent = [each for portion in portions for each in portion]
    assert sorted(each["path"] for each in sent) == sorted(each["path"] for each in files)
    assert portions[0][0]["path"] == "CLAUDE.md"
    assert all(sum(len(each["content"]) for each in portion) < uploads.MAX_BODY for portion in portions)


def test_settings_are_merged_and_the_environment_replaced(client: AshClient) -> None:
    client.deploy_agent(name="my-agent", path="/path/to/agent", env={"A": "1"})
    assert client.update_agent_config("my-agent", {"model": "x", "deep": {"a": 1}}) == {
        "model": "x",
        "deep": {"a": 1},
    }
    client.update_agent("my-agent", env={"B": "2"}, config={"deep": {"b": 2}})
    assert client.get_agent_config("my-agent") == {"model": "x", "deep": {"b": 2}}
    assert client.get_agent("my-agent").environment == {"B": "***"}
    assert client.update_agent("my-agent", env={}).environment == {}
    with pytest.raises(ValueError, match="env=… or config=…"):
        client.update_agent("my-agent")


def test_files_of_an_agent_are_written_and_deleted(client: AshClient) -> None:
    client.deploy_agent(name="my-agent", path="/path/to/agent")
    assert client.upload_agent_files("my-agent", {"a/b.txt": "1", "c": b"\x00"}) == 2
    with client.stream_agent_file("my-agent", "c") as stream:
        assert stream.read() == b"\x00"
    client.delete_agent_file("my-agent", "a/b.txt")
    with pytest.raises(AshNotFoundError):
        client.get_agent_file("my-agent", "a/b.txt")


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../../x", "a//b", "%2e%2e/x", "a/%2E%2e", "."]
)
def test_a_path_that_leads_elsewhere_is_never_sent(
    client: AshClient, ash_sandbox: Sandbox, path: str
) -> None:
    with pytest.raises(ValueError, match="path must"):
        client.get_agent_file("my-agent", path)
    assert ash_sandbox.requests() == []


def test_odd_names_of_files_arrive_as_they_are(client: AshClient) -> None:
    client.deploy_agent(name="my-agent", path="/path/to/agent")
    for path in ("a b/ü?#&.txt", "100%/x", "q=1;y", "漢/字"):
        client.upload_agent_files("my-agent", {path: path})
        assert client.read_agent_file("my-agent", path).decode() == path


def test_a_deleted_agent_takes_its_sessions_along(client: AshClient, session_id: str) -> None:
    client.delete_agent("my-agent")
    assert client.list_agents() == []
    with pytest.raises(AshNotFoundError):
        client.get_session(session_id)
    with pytest.raises(AshNotFoundError):
        client.delete_agent("my-agent")


def test_versions(client: AshClient) -> None:
    client.deploy_agent(name="my-agent", path="/path/to/agent")
    first = client.create_agent_version("my-agent", version_name="calm", system_prompt="Be calm.")
    second = client.create_agent_version("my-agent", clone_from=1, knowledge_files=["a.md"])
    assert (second.version_number, second.system_prompt, second.knowledge_files) == (2, "Be calm.", ["a.md"])
    assert [each.version_number for each in client.list_agent_versions("my-agent")] == [2, 1]
    assert client.activate_agent_version("my-agent", 2) == 2
    assert client.get_agent_version("my-agent", second.id).is_active
    assert client.update_agent_version("my-agent", 1, release_notes="New.").release_notes == "New."
    client.delete_agent_version("my-agent", first.id)
    with pytest.raises(AshNotFoundError):
        client.get_agent_version("my-agent", 1)
    with pytest.raises(AshBadRequestError):
        client.create_agent_version("my-agent", clone_from=9)
