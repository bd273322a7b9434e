"""What a type checker sees of Ash's clients; it is checked, not run."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_type
from uuid import UUID

from ash_ai import (
    Agent,
    AshApiError,
    AshClient,
    AshStreamError,
    AsyncAshClient,
    ErrorEvent,
    Event,
    Message,
    QueueItem,
    Session,
    TextDeltaEvent,
    ToolResultEvent,
    ToolUseEvent,
    Turn,
    UsageStats,
    WriteFileResult,
)


def results(client: AshClient, id: UUID) -> None:
    assert_type(client.deploy_agent(name="a", path="/a"), Agent)
    assert_type(client.list_agents(), list[Agent])
    session = client.create_session(agent="a")
    assert_type(session, Session)
    assert_type(session.status, str)
    assert_type(session.parent_session_id, str | None)
    assert_type(session.created_at, datetime)
    assert_type(client.list_messages(id), list[Message])
    assert_type(client.send_message(id, "hello", strict=True), Turn)
    assert_type(client.with_options(on_open_turn="wait", timeout=5), AshClient)
    assert_type(client.wait_idle(id), Session)
    assert_type(client.interrupt_session(id), Session)
    assert_type(client.read_session_file(id, "a"), bytes)
    assert_type(client.write_session_files(id, {"a": "b", "c": b"d"}), list[WriteFileResult])
    assert_type(client.wait_for_queue_item(id), QueueItem)
    assert_type(client.get_usage_stats(), UsageStats)
    assert_type(client.get_agent_config("a"), dict[str, Any])
    assert_type(client.delete_agent("a"), None)


def events(client: AshClient) -> None:
    for event in client.send_message_stream("s", "hello", stream_timeout=None):
        assert_type(event, Event)
        assert_type(event.data, dict[str, Any])
        type: str = event.type
        print(type)
        if event.type == "text_delta":
            assert_type(event, TextDeltaEvent)
            assert_type(event.delta, str)
        elif event.type == "message":
            assert_type(event.tool_results, list[ToolResultEvent])
        elif event.type == "signature_delta":
            assert_type(event.data, dict[str, Any])
        elif event.type == "done":
            assert_type(event.session_id, str)
        match event:
            case ToolUseEvent():
                assert_type(event.name, str)
            case ErrorEvent():
                assert_type(event.error, str)
    with client.send_message_stream("s", "hello") as stream:
        assert_type(stream.text(), str)
        assert_type(stream.print(), Turn)


async def asynchronously(client: AsyncAshClient) -> None:
    assert_type(await client.get_session("s"), Session)
    async for event in client.send_message_stream("s", "hello"):
        assert_type(event, Event)
    assert_type(await client.send_message_stream("s", "hello").collect(), Turn)


def errors(error: AshApiError, broken: AshStreamError) -> None:
    assert_type(error.status_code, int | None)
    assert_type(error.message, str)
    assert_type(error.retry_after, float | None)
