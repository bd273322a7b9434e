"""Sessions over real HTTP: the state machine, what is stored, files, attachments, exec."""

from __future__ import annotations

import io
import tarfile
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ash_ai import (
    AshBadRequestError,
    AshClient,
    AshNotFoundError,
    AshServerError,
    AshSessionEndedError,
    AshWriteError,
    uploads,
)
from clientkit_sandbox import Sandbox
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)


def test_pause_resume_stop_end(client: AshClient, session_id: str) -> None:
    assert client.pause_session(session_id).status == "paused"
    with pytest.raises(AshBadRequestError, match="paused"):
        client.pause_session(session_id)
    with pytest.raises(AshBadRequestError, match="paused"):
        client.send_message(session_id, "hello")
    before = client.get_session(session_id).sandbox_id
    assert client.resume_session(session_id).sandbox_id == before
    assert client.stop_session(session_id).status == "stopped"
    assert client.resume_session(session_id).sandbox_id != before
    assert client.end_session(session_id).status == "ended"
    assert client.end_session(session_id).status == "ended"
    with pytest.raises(AshSessionEndedError) as caught:
        client.resume_session(session_id)
    assert caught.value.status_code == 410


def test_a_post_without_a_body_has_no_content_type(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    client.pause_session(session_id)
    client.resume_session(session_id)
    client.fork_session(session_id)
    client.stop_session(session_id)
    client.create_api_key()
    for operation in ("pauseSession", "resumeSession", "forkSession", "stopSession", "createApiKey"):
        (request,) = ash_sandbox.requests(operation)
        assert "content-type" not in request["headers"]
        assert request["body"] is None


def test_end_deletes_and_does_not_stop_before(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    client.end_session(session_id)
    assert ash_sandbox.requests("stopSession") == []
    assert len(ash_sandbox.requests("endSession")) == 1


def test_a_fork_is_paused_and_has_the_messages(client: AshClient, session_id: str) -> None:
    client.send_message(session_id, "remember this")
    fork = client.fork_session(session_id)
    assert (fork.status, fork.parent_session_id) == ("paused", session_id)
    assert client.resume_session(fork.id).status == "active"
    assert [each.content for each in client.list_messages(fork.id)] == [
        each.content for each in client.list_messages(session_id)
    ]


def test_an_idle_session_is_paused(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    ash_sandbox.advance(31 * 60)
    assert client.get_session(session_id).status == "paused"


def test_lists_are_filtered_by_agent_there_and_by_status_here(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    other = client.create_session(agent="my-agent")
    client.pause_session(other.id)
    assert [each.id for each in client.list_sessions()] == [other.id, session_id]
    assert [each.id for each in client.list_sessions(agent="my-agent", status="paused")] == [other.id]
    assert client.list_sessions(agent="no & other=1") == []
    assert ash_sandbox.requests("listSessions")[-1]["query"] == "agent=no%20%26%20other%3D1"


def test_ids_may_be_uuids(client: AshClient, session_id: str) -> None:
    assert client.get_session(uuid.UUID(session_id)).id == session_id
    assert isinstance(client.get_session(session_id).id, str)


def test_session_options_are_sent_in_the_wire_s_spelling(client: AshClient, ash_sandbox: Sandbox) -> None:
    client.deploy_agent(name="my-agent", path="/path/to/agent")
    credential = client.create_credential("anthropic", "sk-secret", label="main")
    session = client.create_session(
        "my-agent",
        credential_id=credential.id,
        extra_env={"A": "1"},
        model="m",
        system_prompt="Be brief.",
        permission_mode="default",
        allowed_tools=["Read"],
        disallowed_tools=("Bash",),
        mcp_servers={"files": {"command": "serve", "args": ["-x"], "env": {"K": "V"}}},
        betas=["b"],
        subagents={"helper": {"prompt": "help"}},
        initial_agent="helper",
    )
    assert ash_sandbox.requests("createSession")[0]["body"] == {
        "agent": "my-agent",
        "credentialId": credential.id,
        "extraEnv": {"A": "1"},
        "model": "m",
        "systemPrompt": "Be brief.",
        "permissionMode": "default",
        "allowedTools": ["Read"],
        "disallowedTools": ["Bash"],
        "mcpServers": {"files": {"command": "serve", "args": ["-x"], "env": {"K": "V"}}},
        "betas": ["b"],
        "subagents": {"helper": {"prompt": "help"}},
        "initialAgent": "helper",
    }
    # A type that the published schema does not list.
    assert [each.type for each in client.list_session_events(session.id)] == ["lifecycle", "mcp_status"]
    client.update_session_config(session.id, model="n", allowed_tools=[])
    assert ash_sandbox.requests("updateSessionConfig")[0]["body"] == {"model": "n", "allowedTools": []}
    with pytest.raises(TypeError, match="list of strings"):
        client.create_session("my-agent", allowed_tools="Read")
    with pytest.raises(AshBadRequestError):
        client.create_session("my-agent", credential_id="unknown")


def test_messages_and_events_are_stored_in_order(client: AshClient, session_id: str) -> None:
    client.send_message(session_id, "hello")
    messages = client.list_messages(session_id)
    assert [(each.role, each.sequence) for each in messages] == [
        ("user", 1),
        ("assistant", 2),
        ("assistant", 3),
    ]
    assert messages[0].decoded == {"type": "user", "content": "hello"}
    assert [each.sequence for each in client.list_messages(session_id, limit=1, after=1)] == [2]
    kinds = [each.type for each in client.list_session_events(session_id)]
    assert kinds == ["lifecycle", "text", "turn_complete"]
    (event,) = client.list_session_events(session_id, type="lifecycle")
    assert event.decoded["action"] == "created"
    for limit in (0, 1001):
        with pytest.raises(ValueError, match="limit must be at"):
            client.list_messages(session_id, limit=limit)


def test_files_go_up_and_down(client: AshClient, session_id: str, tmp_path: Path) -> None:
    local = tmp_path / "big.bin"
    local.write_bytes(bytes(range(256)) * 4000)
    results = client.write_session_files(
        session_id, {"t.txt": "text", "b.bin": local, ".hidden": b"1"}, target_path="in/here"
    )
    assert [(each.path, each.written) for each in results] == [
        ("in/here/t.txt", True),
        ("in/here/b.bin", True),
        ("in/here/.hidden", True),
    ]
    names = [each.path for each in client.list_session_files(session_id)]
    assert names == ["CLAUDE.md", "in/here/b.bin", "in/here/t.txt"]
    assert len(client.list_session_files(session_id, include_hidden=True)) == 4
    shown = client.get_session_file(session_id, "in/here/t.txt")
    assert (shown.content, shown.size, shown.source) == ("text", 4, "sandbox")
    target = tmp_path / "copy.bin"
    assert client.download_session_file(session_id, "in/here/b.bin", target) == 1_024_000
    assert target.read_bytes() == local.read_bytes()
    assert client.read_session_file(session_id, "in/here/b.bin") == local.read_bytes()
    client.delete_session_file(session_id, "in/here/t.txt")
    with pytest.raises(AshNotFoundError):
        client.read_session_file(session_id, "in/here/t.txt")


def test_a_file_that_was_not_written_is_no_success(client: AshClient, session_id: str) -> None:
    files = {"a/good": "1", "a": "2"}
    with pytest.raises(AshWriteError, match=r"1 of 2 files .* a: ") as caught:
        client.write_session_files(session_id, files)
    assert [each.written for each in caught.value.results] == [True, False]
    assert [each.written for each in client.write_session_files(session_id, files, raise_on_error=False)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("path", ["", "/etc/y", "../x", "a/../../x", "a//b", "%2e%2e/x", "a/", "a\0b"])
def test_a_path_that_leads_elsewhere_is_refused_before_anything_is_written(
    client: AshClient, session_id: str, ash_sandbox: Sandbox, path: str
) -> None:
    files = {"good": "1", path: "2"}
    before = len(ash_sandbox.requests())
    writes: list[Callable[[], Any]] = [
        lambda: client.write_session_files(session_id, files),
        lambda: client.upload_agent_files("my-agent", files),
        lambda: client.deploy_agent_files("my-agent", files),
    ]
    for write in writes:
        with pytest.raises(ValueError, match=r"a path in (files|source) must") as caught:
            write()
        assert not path or repr(path) in str(caught.value)
    assert len(ash_sandbox.requests()) == before


def test_many_files_are_written_in_several_requests(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    files = {f"many/{number}.txt": "x" for number in range(1_001)}
    results = client.write_session_files(session_id, files)
    assert [each.path for each in results] == list(files)
    sent = [len(each["body"]["files"]) for each in ash_sandbox.requests("writeSessionFiles")]
    assert sent == [500, 500, 1]
    with pytest.raises(AshWriteError, match="1 of 1002 files"):
        client.write_session_files(session_id, {**files, "many": "a file where a folder is"})


def test_what_a_request_takes_is_not_exceeded() -> None:
    files = [{"path": str(number), "content": "x" * 100} for number in range(10)]
    assert [len(each) for each in uploads.portions(files, size=600)] == [3, 3, 3, 1]
    assert [len(each) for each in uploads.portions(files, size=10**6, count=4)] == [4, 4, 2]


def test_an_empty_attachment_is_the_servers_error(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshBadRequestError, match="Empty attachment content"):
        client.upload_attachment(session_id, "empty.txt", b"")


def test_a_download_that_breaks_leaves_no_file(
    client: AshClient, session_id: str, ash_sandbox: Sandbox, tmp_path: Path
) -> None:
    client.write_session_files(session_id, {"big": bytes(300_000)})
    ash_sandbox.fault("reset_body", operation="getSessionFile", after_bytes=1000)
    with pytest.raises(Exception, match="stream broke"):
        client.download_session_file(session_id, "big", tmp_path / "big")
    assert list(tmp_path.iterdir()) == []


def test_the_workspace_goes_up_and_down(client: AshClient, session_id: str, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        member = tarfile.TarInfo("src/main.py")
        member.size = 5
        archive.addfile(member, io.BytesIO(b"print"))
    assert client.upload_workspace(session_id, packed.getvalue())
    assert client.read_session_file(session_id, "src/main.py") == b"print"
    target = tmp_path / "workspace.tar.gz"
    assert client.download_workspace(session_id, target) == target.stat().st_size
    with tarfile.open(target) as archive:
        assert archive.getnames() == ["src/main.py"]
    with pytest.raises(AshServerError):
        client.with_options(max_retries=0).upload_workspace(session_id, b"not gzip")


def test_attachments(client: AshClient, session_id: str) -> None:
    attachment = client.upload_attachment(session_id, "dir/note.txt", "hello", mime_type="text/plain")
    assert (attachment.filename, attachment.size, attachment.message_id) == ("note.txt", 5, None)
    assert [each.id for each in client.list_attachments(session_id)] == [attachment.id]
    assert client.download_attachment(attachment.id) == b"hello"
    assert client.read_session_file(session_id, "attachments/note.txt") == b"hello"
    client.delete_attachment(attachment.id)
    assert client.list_attachments(session_id) == []


def test_exec_and_logs(client: AshClient, session_id: str) -> None:
    client.exec(session_id, "echo hello > greeting.txt")
    result = client.exec(session_id, "cat greeting.txt", timeout=0.5)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "hello\n", "")
    assert client.exec(session_id, "rm -rf /").exit_code == 1
    assert client.exec(session_id, "unknown").exit_code == 127
    assert client.exec(session_id, "sleep 100", timeout=0.01).exit_code == 1
    logs = client.get_session_logs(session_id)
    assert [each.text for each in logs if each.level == "stdout"] == ["hello"]
    assert [each.index for each in client.get_session_logs(session_id, after=0)] == [
        each.index for each in logs[1:]
    ]
    with pytest.raises(ValueError, match=r"0\.001 to 300 s"):
        client.exec(session_id, "true", timeout=301)


class Machine(RuleBasedStateMachine):
    """The documented table of states against the sandbox, whatever the order of calls."""

    client: AshClient
    sandbox: Sandbox

    def __init__(self) -> None:
        super().__init__()
        self.sandbox.reset()
        self.client.deploy_agent(name="a", path="/a")
        self.id = self.client.create_session("a").id
        self.status = "active"

    def change(self, call: Callable[[Any], Any], allowed: set[str], result: str) -> None:
        if self.status in allowed:
            assert call(self.id).status == result
            self.status = result
        else:
            with pytest.raises((AshBadRequestError, AshSessionEndedError)):
                call(self.id)

    @rule()
    def pause(self) -> None:
        self.change(self.client.pause_session, {"active"}, "paused")

    @rule()
    def stop(self) -> None:
        self.change(self.client.stop_session, {"active"}, "stopped")

    @rule()
    def resume(self) -> None:
        self.change(self.client.resume_session, {"active", "paused", "stopped"}, "active")

    @precondition(lambda self: self.status == "stopped")
    @rule()
    def end(self) -> None:
        self.change(self.client.end_session, {"active", "paused", "stopped", "ended"}, "ended")

    @rule()
    def fork(self) -> None:
        assert self.client.fork_session(self.id).status == "paused"

    @rule()
    def send(self) -> None:
        if self.status == "active":
            assert self.client.send_message(self.id, "hello").text == "You said: hello"
        else:
            with pytest.raises(AshBadRequestError, match=self.status):
                self.client.send_message(self.id, "hello")

    @invariant()
    def is_as_expected(self) -> None:
        assert self.client.get_session(self.id).status == self.status


def test_every_order_of_calls(client: AshClient, ash_sandbox: Sandbox) -> None:
    Machine.client, Machine.sandbox = client, ash_sandbox
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=12, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
