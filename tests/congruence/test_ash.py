"""An Ash server, and what stands in for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from ash_ai.errors import (
    AshAuthenticationError,
    AshBadRequestError,
    AshBusyError,
    AshNotFoundError,
    AshServerError,
)

from tests.faults.products import Client

from .conftest import Connect


@pytest.fixture
def client(connect: Connect) -> Client:
    return connect("server_url", "api_key")


@pytest.fixture
def agent(client: Client) -> Iterator[str]:
    """An agent that is there for one test."""
    name = f"congruence-{uuid4().hex[:8]}"
    client.call("deploy_agent_files", name, {"CLAUDE.md": "You are brief.", "notes/today.md": "sunny"})
    yield name
    client.call("delete_agent", name)
    gone = client.error(lambda c: c.call("get_agent", name))
    assert isinstance(gone, AshNotFoundError)


def test_the_server_is_well(client: Client) -> None:
    health = client.call("health")
    assert health.status == "ok"
    assert health.active_sessions >= 0
    assert "# TYPE" in client.call("metrics")


def test_what_is_not_there_is_not_found(client: Client) -> None:
    for path, name in (("get_agent", f"nobody-{uuid4().hex[:8]}"), ("get_session", str(uuid4()))):
        error = client.error(lambda c, path=path, name=name: c.call(path, name))
        assert isinstance(error, AshNotFoundError)
        assert error.status_code == 404


def test_another_key_is_refused(connect: Connect) -> None:
    stranger = connect("server_url", key=f"ash_{uuid4().hex}")
    error = stranger.error(lambda c: c.call("list_agents"))
    assert isinstance(error, AshAuthenticationError)
    assert error.status_code == 401


def test_an_agent_has_its_files(client: Client, agent: str) -> None:
    assert client.call("get_agent", agent).name == agent
    assert agent in {each.name for each in client.call("list_agents")}
    assert {"CLAUDE.md", "notes/today.md"} <= {each.path for each in client.call("list_agent_files", agent)}
    assert client.call("read_agent_file", agent, "notes/today.md") == b"sunny"


def test_a_session_begins_and_ends(client: Client, agent: str) -> None:
    session = client.call("create_session", agent)
    try:
        assert session.agent_name == agent
        assert session.id in {each.id for each in client.call("list_sessions", agent)}
        assert client.call("list_messages", session.id) == []
        client.call("write_session_files", session.id, {"report.txt": "all is well"})
        assert client.call("read_session_file", session.id, "report.txt") == b"all is well"
    finally:
        assert client.call("end_session", session.id).status == "ended"


def test_what_makes_no_sense_is_refused_as_documented(client: Client, agent: str) -> None:
    session = client.call("create_session", agent)
    try:
        empty = client.error(lambda c: c.call("upload_attachment", session.id, "empty.txt", b""))
        assert isinstance(empty, AshBadRequestError)
        assert empty.message == "Empty attachment content"
        assert isinstance(client.error(lambda c: c.call("exec", session.id, "")), AshServerError)
        assert client.call("exec", session.id, "echo on").stdout == "on\n"
        client.call("write_session_files", session.id, {"folder/file.txt": "1"})
        (result,) = client.call("write_session_files", session.id, {"folder": "1"}, raise_on_error=False)
        assert not result.written
    finally:
        client.call("end_session", session.id)


def test_keys_and_credentials_come_and_go(client: Client) -> None:
    made = client.call("create_api_key", "congruence")
    client.call("revoke_api_key", made.id)
    assert made.id not in {each.id for each in client.call("list_api_keys")}
    stored = client.call("create_credential", "custom", "no-secret", label="congruence")
    client.call("delete_credential", stored.id)
    assert stored.id not in {each.id for each in client.call("list_credentials")}


@pytest.mark.usefixtures("costly")
def test_a_turn_is_streamed_to_its_end(client: Client, agent: str) -> None:
    session = client.call("create_session", agent)
    try:
        events = client.items("send_message_stream", session.id, "Say yes.")
        assert events[-1].type == "done"
        assert any(event.type == "message" for event in events)
        assert client.call("list_messages", session.id)
    finally:
        client.call("end_session", session.id)


def leave(client: Client, stream: Any) -> None:
    """Read the first event of a turn, and no other."""

    async def left() -> None:
        async with stream:
            await anext(aiter(stream))

    if client.mode.is_async:
        client.mode.drive(left)
        return
    with stream:
        next(iter(stream))


@pytest.mark.usefixtures("costly")
@pytest.mark.parametrize(
    ("help", "options"),
    [("interrupt_session", {}), ("wait_idle", {"interval": 0.2})],
    ids=["interrupt", "wait"],
)
def test_the_turn_after_one_that_was_left_has_its_own_answer(
    client: Client, agent: str, help: str, options: dict[str, Any]
) -> None:
    session = client.call("create_session", agent)
    try:
        leave(client, client.start("send_message_stream", session.id, "Say no."))
        assert isinstance(
            client.error(lambda c: c.call("send_message", session.id, "Say yes.")), AshBusyError
        )
        assert client.call(help, session.id, **options).status == "active"
        turn = client.call("send_message", session.id, "Say yes.")
        assert turn.is_complete
        assert "Say no." not in turn.text
    finally:
        client.call("end_session", session.id)
