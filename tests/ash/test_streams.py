"""Turns over real HTTP, in sync and async: events, endings, closing, one turn of a session at a time."""

from __future__ import annotations

import asyncio
import gc
import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from ash_ai import (
    AshBadRequestError,
    AshBusyError,
    AshClient,
    AshNotFoundError,
    AshStreamError,
    AshStreamTimeoutError,
    AshTurnError,
    AsyncAshClient,
    DoneEvent,
    ErrorEvent,
    Event,
    McpStatusEvent,
    MessageEvent,
    SessionStartEvent,
    TextDeltaEvent,
    ThinkingDeltaEvent,
    ToolResultEvent,
    ToolUseEvent,
    Transcript,
    Turn,
    TurnCompleteEvent,
)
from clientkit_sandbox import Sandbox


def test_a_turn_comes_in_the_documented_order(client: AshClient, session_id: str) -> None:
    events = list(client.send_message_stream(session_id, "scene:tools"))
    assert [event.type for event in events] == [
        "session_start",
        "message",
        *["tool_use", "message", "tool_result", "message"] * 2,
        "message",
        "turn_complete",
        "message",
        "done",
    ]
    assert isinstance(events[0], SessionStartEvent)
    assert (events[0].session_id, events[0].version) == (session_id, "1")
    use, result = events[2], events[8]
    assert isinstance(use, ToolUseEvent)
    assert (use.id, use.name, use.input) == ("toolu_1a", "Bash", {"command": "ls"})
    assert use.data == {"id": "toolu_1a", "name": "Bash", "input": {"command": "ls"}}
    assert isinstance(result, ToolResultEvent)
    # As poor as the server sends it; the message behind it has what there is to know.
    assert (result.data, result.tool_use_id, result.is_error) == ({}, "", False)
    assert isinstance(events[9], MessageEvent)
    (whole,) = events[9].tool_results
    assert (whole.tool_use_id, whole.content, whole.is_error) == ("toolu_1b", "no such file", True)
    complete = events[-3]
    assert isinstance(complete, TurnCompleteEvent)
    assert (complete.num_turns, complete.result) == (3, "The workspace has 1 files.")
    assert isinstance(events[-1], DoneEvent)
    assert events[-1].session_id == session_id


def test_partial_messages_come_in_pieces(client: AshClient, session_id: str) -> None:
    turn = client.send_message(session_id, "scene:thinking well", include_partial_messages=True)
    pieces = [event.delta for event in turn.events if isinstance(event, TextDeltaEvent)]
    assert "".join(pieces) == turn.text == "I thought about it. well"
    thoughts = [event.delta for event in turn.events if isinstance(event, ThinkingDeltaEvent)]
    assert thoughts == ["The question is simple."] * 2
    assert not any(
        isinstance(event, TextDeltaEvent)
        for event in client.send_message_stream(session_id, "scene:thinking")
    )


def test_line_ends_of_other_kinds_stay_in_the_text(client: AshClient, session_id: str) -> None:
    text = "one\u2028two\u2029three\u0085four\x0bfive\x1esix"
    assert client.send_message_stream(session_id, "scene:unicode").text() == text
    assert (
        client.send_message_stream(session_id, "scene:unicode", include_partial_messages=True).text() == text
    )


def test_unknown_events_pass_through(client: AshClient, session_id: str) -> None:
    events = {event.type: event for event in client.send_message_stream(session_id, "scene:news")}
    assert type(events["signature_delta"]) is Event
    assert events["signature_delta"].data == {"signature": "c2ln"}
    status = events["mcp_status"]
    assert isinstance(status, McpStatusEvent)
    assert status.action == "configured"


def test_an_error_is_an_event(client: AshClient, session_id: str) -> None:
    turn = client.send_message(session_id, "scene:error out of luck")
    assert isinstance(turn.events[-1], ErrorEvent)
    assert (turn.error, turn.is_complete, turn.text) == ("out of luck", True, "I will try.")
    assert client.get_session(session_id).status == "active"


def test_an_error_is_raised_when_asked_for(client: AshClient, session_id: str) -> None:
    seen: list[Event] = []
    stream = client.send_message_stream(session_id, "scene:error out of luck", raise_on_error=True)
    with pytest.raises(AshTurnError, match="out of luck") as caught:
        seen.extend(stream)
    assert caught.value.received == seen == stream.turn.events
    assert caught.value.event is seen[-1]
    assert client.send_message(session_id, "still here").is_complete


def test_a_failed_run_says_so(client: AshClient, session_id: str) -> None:
    turn = client.send_message(session_id, "scene:failed")
    assert turn.summary["is_error"] is False
    assert (turn.error, turn.result, turn.is_complete) == ("error_max_turns", None, True)
    with pytest.raises(AshTurnError, match="error_max_turns") as caught:
        client.send_message(session_id, "scene:failed", raise_on_error=True)
    assert isinstance(caught.value.event, DoneEvent)
    assert client.send_message(session_id, "scene:quiet").summary == {}


def test_the_reason_of_a_refused_run_goes_before_the_exit_of_its_process(
    client: AshClient, session_id: str
) -> None:
    turn = client.send_message(session_id, "scene:refused API Error: 400 no")
    assert isinstance(turn.events[-1], ErrorEvent)
    assert "exited with code 1" in turn.events[-1].error
    assert turn.error == "API Error: 400 no"
    with pytest.raises(AshTurnError, match=r"^API Error: 400 no$"):
        client.send_message(session_id, "scene:refused API Error: 400 no", raise_on_error=True)


def test_what_tools_gave_back_is_whole(client: AshClient, session_id: str) -> None:
    turn = client.send_message(session_id, "scene:tools")
    assert [(each.tool_use_id, each.content, each.is_error) for each in turn.tool_results] == [
        ("toolu_1a", "CLAUDE.md", False),
        ("toolu_1b", "no such file", True),
    ]
    assert [use.id for use in turn.tool_uses] == ["toolu_1a", "toolu_1b"]


def test_an_end_without_done_or_error_is_an_error_unless_that_is_wanted(
    client: AshClient, session_id: str
) -> None:
    with pytest.raises(AshStreamError, match="ended after 3 events with neither done nor error") as caught:
        client.send_message(session_id, "scene:cut")
    assert [event.type for event in caught.value.received] == ["session_start", "message", "message"]
    assert (caught.value.received_count, caught.value.unclear) == (3, True)
    lenient = client.with_options(on_open_turn="interrupt")
    assert not lenient.send_message(session_id, "scene:cut", strict=False).is_complete
    partial = lenient.send_message(session_id, "scene:partial", include_partial_messages=True, strict=False)
    assert partial.text == "This sentence has no"
    seen: list[Event] = []
    with pytest.raises(AshStreamError, match="neither done nor error"):
        seen.extend(lenient.send_message_stream(session_id, "scene:cut"))
    assert len(seen) == 3


def test_a_silent_stream_ends_with_what_was_received(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshStreamTimeoutError, match=r"silent for 0\.5 s after 3 events") as caught:
        client.send_message(session_id, "scene:silence", stream_timeout=0.5)
    assert isinstance(caught.value, TimeoutError)
    assert Turn(caught.value.received).text == "One moment."


def test_a_long_turn_has_its_whole_text_though_only_the_last_events_are_kept(
    client: AshClient, session_id: str
) -> None:
    short = client.with_options(max_received=10)
    turn = short.send_message(session_id, "scene:long 300", include_partial_messages=True)
    assert 10 <= len(turn.events) < 20
    assert turn.text == "\n".join(f"line {number}" for number in range(1, 301))
    assert (turn.is_complete, turn.summary["subtype"], turn.result) == (True, "success", turn.text)


def test_a_client_may_be_patient(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    events = iter(client.with_options(stream_timeout=None).send_message_stream(session_id, "scene:slow"))
    assert [next(events).type for _ in range(2)] == ["session_start", "message"]
    ash_sandbox.advance(60)
    assert [event.type for event in events][-1] == "done"


def test_a_broken_stream_says_what_was_received(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    ash_sandbox.fault("truncate", operation="sendMessage")
    with pytest.raises(AshStreamError, match="the stream broke") as caught:
        client.send_message(session_id, "hello")
    assert [event.type for event in caught.value.received] == ["session_start"]
    assert len(ash_sandbox.requests("sendMessage")) == 1


def test_a_dripping_stream_is_read_whole(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    ash_sandbox.fault("drip", operation="sendMessage", chunk=7, interval=0)
    assert client.send_message(session_id, "scene:unicode").is_complete


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_turn_is_never_sent_twice(
    client: AshClient, session_id: str, ash_sandbox: Sandbox, status: int
) -> None:
    ash_sandbox.fault("status", operation="sendMessage", status=status)
    with pytest.raises(Exception, match="Scripted fault"):
        client.send_message(session_id, "hello")
    assert len(ash_sandbox.requests("sendMessage")) == 1


def test_nothing_is_sent_before_the_first_event_is_asked_for(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    stream = client.send_message_stream(session_id, "hello")
    assert ash_sandbox.requests("sendMessage") == []
    assert stream.turn.events == ()
    assert next(iter(stream)).type == "session_start"
    assert len(ash_sandbox.requests("sendMessage")) == 1
    stream.close()


def test_options_are_sent_in_the_wire_s_spelling(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    blocks = [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]
    turn = client.send_message(
        session_id,
        blocks,
        include_partial_messages=False,
        model="m",
        max_turns=3,
        max_budget_usd=0.5,
        effort="high",
        thinking={"type": "enabled", "budgetTokens": 100},
        output_format={"type": "json_schema", "schema": {"type": "object"}},
    )
    assert turn.text == "You said: a\nb"
    assert ash_sandbox.requests("sendMessage")[0]["body"] == {
        "content": blocks,
        "includePartialMessages": False,
        "model": "m",
        "maxTurns": 3,
        "maxBudgetUsd": 0.5,
        "effort": "high",
        "thinking": {"type": "enabled", "budgetTokens": 100},
        "outputFormat": {"type": "json_schema", "schema": {"type": "object"}},
    }
    for content in (b"x", [], [{}], [{}] * 21, 3):
        with pytest.raises((TypeError, ValueError), match="content must"):
            client.send_message_stream(session_id, content)  # type: ignore[arg-type]


def test_a_single_block_is_refused_before_it_is_sent(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    with pytest.raises(ValueError, match="2 to 20 blocks, got 1: servers refuse a single one; give a text"):
        client.send_message(session_id, [{"type": "text", "text": "a"}])
    assert ash_sandbox.requests("sendMessage") == []


def test_options_may_be_spelled_as_in_python(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    client.send_message(session_id, "a", thinking={"type": "enabled", "budget_tokens": 100})
    assert ash_sandbox.requests("sendMessage")[0]["body"]["thinking"] == {
        "type": "enabled",
        "budgetTokens": 100,
    }
    for thinking, words in (
        (
            {"type": "enabled", "budget_token": 1},
            "has an unknown field: 'budget_token'; the fields are type, budgetTok",
        ),
        ({"type": "enabled", "budget_tokens": 1, "budgetTokens": 2}, "has a field twice: 'budget_tokens'"),
    ):
        with pytest.raises(ValueError, match=f"thinking {words}"):
            client.send_message(session_id, "a", thinking=thinking)
    assert len(ash_sandbox.requests("sendMessage")) == 1


def test_what_goes_wrong_before_the_stream_is_an_api_error(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshNotFoundError, match="Session not found"):
        client.send_message(session_id[::-1].replace("-", "0")[:8] + session_id[8:], "hello")
    client.end_session(session_id)
    with pytest.raises(AshBadRequestError, match="ended"):
        client.send_message(session_id, "hello")


def test_a_conversation_is_printed_as_it_comes(client: AshClient, session_id: str) -> None:
    for partial in (False, True):
        out = io.StringIO()
        turn = client.send_message_stream(session_id, "hello", include_partial_messages=partial).print(out)
        assert out.getvalue() == "You said: hello\n" == turn.text + "\n"
    out = io.StringIO()
    client.send_message_stream(session_id, "scene:tools").print(out)
    assert out.getvalue().splitlines() == [
        "[Bash {'command': 'ls'}]",
        "[Read {'path': 'nowhere'}]",
        "[failed: no such file]",
        "The workspace has 1 files.",
    ]
    out = io.StringIO()
    client.send_message_stream(session_id, "scene:error no luck").print(out)
    assert out.getvalue() == "I will try.\n[error: no luck]\n"


STEERING = "a\x1b]52;c;eA==\x07b\x9b2Jc\u202ed\re\tf"
# A wide space, an emoji that is joined, a space that does not break, a combining accent.
WORDS = "\u3000\U0001f469\u200d\U0001f4bb\xa0e\u0301"


def test_what_steers_a_terminal_is_not_printed_and_stays_in_the_text(
    client: AshClient, session_id: str
) -> None:
    for partial in (False, True):
        out = io.StringIO()
        stream = client.send_message_stream(session_id, STEERING, include_partial_messages=partial)
        assert stream.print(out).text == f"You said: {STEERING}"
        assert out.getvalue() == "You said: a?]52;c;eA==?b?2Jc?d?e\tf\n"


@pytest.mark.parametrize(
    ("event", "printed"),
    [
        (TextDeltaEvent(STEERING), "a?]52;c;eA==?b?2Jc?d?e\tf"),
        (TextDeltaEvent(WORDS), WORDS),
        (ToolUseEvent("u", "\x1bc", "\x1b"), "[?c ?]\n"),
        (ErrorEvent("\x1bc"), "[error: ?c]\n"),
    ],
)
def test_no_event_steers_a_terminal(event: Any, printed: str) -> None:
    assert Transcript().feed(event) == printed


# One turn of a session at a time


def test_who_holds_a_turn_open_gets_an_error_instead_of_waiting_for_ever(
    client: AshClient, session_id: str
) -> None:
    with client.send_message_stream(session_id, "hello") as stream:
        next(iter(stream))
        view = client.with_options(timeout=5)
        with pytest.raises(AshBusyError, match="read it to its end, or close it"):
            view.send_message(session_id, "me too")
        with pytest.raises(AshBusyError):
            client.exec(session_id, "true")
        with pytest.raises(AshBusyError):
            client.wait_idle(session_id)
        other = client.create_session("my-agent")
        assert client.send_message(other.id, "hello").is_complete
        assert list(stream)[-1].type == "done"
    assert client.send_message(session_id, "now").is_complete


def test_a_refused_turn_frees_the_session(client: AshClient, session_id: str) -> None:
    client.pause_session(session_id)
    for _ in range(2):
        with pytest.raises(AshBadRequestError):
            client.send_message(session_id, "hello")
    client.resume_session(session_id)
    assert client.send_message(session_id, "hello").is_complete


def test_threads_take_turns(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    events = iter(client.send_message_stream(session_id, "first"))
    next(events)
    second: list[Turn] = []
    thread = threading.Thread(target=lambda: second.append(client.send_message(session_id, "second")))
    thread.start()
    assert len(ash_sandbox.requests("sendMessage")) == 1
    rest = list(events)
    thread.join(60)
    assert rest[-1].type == "done"
    assert [event.type for event in second[0].events] == ["session_start", *(event.type for event in rest)]
    assert second[0].text == "You said: second"


def test_tasks_take_turns(ash_sandbox: Sandbox, session_id: str) -> None:
    async def run() -> list[Turn]:
        async with AsyncAshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
            return await asyncio.gather(*[client.send_message(session_id, f"{n}") for n in range(8)])

    assert [turn.text for turn in asyncio.run(run())] == [f"You said: {n}" for n in range(8)]


def test_two_clients_are_mixed_up_by_the_server_as_documented(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    with AshClient(ash_sandbox.server_url, ash_sandbox.api_key) as other:
        events = iter(client.send_message_stream(session_id, "scene:slow"))
        next(events)
        assert other.send_message(session_id, "hello").text == "You said: hello"
        assert "You said: hello" in [each.text for each in events if isinstance(each, MessageEvent)]


# Async


def test_async_streams(ash_sandbox: Sandbox, session_id: str) -> None:
    async def run() -> None:
        async with AsyncAshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
            seen = [event.type async for event in client.send_message_stream(session_id, "hello")]
            assert (seen[0], seen[-1]) == ("session_start", "done")
            async with client.send_message_stream(session_id, "hello") as stream:
                async for event in stream:
                    assert event.type == "session_start"
                    with pytest.raises(AshBusyError):
                        await client.send_message(session_id, "me too")
                    break
            await client.wait_idle(session_id, interval=0.01)
            assert await client.send_message_stream(session_id, "scene:tools").text()
            out = io.StringIO()
            await client.send_message_stream(session_id, "hello").print(out)
            assert out.getvalue() == "You said: hello\n"
            with pytest.raises(AshStreamTimeoutError) as caught:
                await client.send_message(session_id, "scene:silence", stream_timeout=1.0)
            assert len(caught.value.received) == 3
            await client.interrupt_session(session_id)
            with pytest.raises(AshTurnError):
                await client.send_message(session_id, "scene:error", raise_on_error=True)

    asyncio.run(run())


def test_a_cancelled_turn_is_one_that_was_left(ash_sandbox: Sandbox, session_id: str) -> None:
    async def run() -> None:
        async with AsyncAshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await client.send_message(session_id, "scene:silence")
            with pytest.raises(AshBusyError):
                await client.send_message(session_id, "again")
            assert (await client.interrupt_session(session_id)).status == "active"
            assert (await client.send_message(session_id, "again")).is_complete

    asyncio.run(run())


def test_streams_on_trio(ash_sandbox: Sandbox, session_id: str) -> None:
    import trio

    async def run() -> None:
        async with AsyncAshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
            assert (await client.send_message(session_id, "hello")).text == "You said: hello"

    trio.run(run)


# Closing


@contextmanager
def endless_server() -> Iterator[tuple[str, threading.Event]]:
    """A server whose streams never end; the event says that the client has hung up."""
    gone = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            while b"\r\n\r\n" not in connection.recv(65536):
                pass
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            frame = b'event: session_start\ndata: {"sessionId":"s"}\n\n'
            connection.sendall(head + b"%x\r\n%s\r\n" % (len(frame), frame))
            with suppress(ConnectionResetError):
                while connection.recv(65536):
                    pass
            gone.set()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", gone
    finally:
        listener.close()
        thread.join(60)


SESSION_ID = "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"


def by_closing(client: AshClient) -> None:
    stream = client.send_message_stream(SESSION_ID, "hello")
    next(iter(stream))
    stream.close()


def by_leaving_the_block(client: AshClient) -> None:
    with client.send_message_stream(SESSION_ID, "hello") as stream:
        next(iter(stream))


def by_leaving_the_loop(client: AshClient) -> None:
    for _ in client.send_message_stream(SESSION_ID, "hello"):
        break


@pytest.mark.parametrize("leave", [by_closing, by_leaving_the_block, by_leaving_the_loop])
def test_leaving_early_closes_the_connection_at_once(leave: Any) -> None:
    gc.disable()
    try:
        with endless_server() as (url, gone), AshClient(url) as client:
            leave(client)
            assert gone.wait(60)
    finally:
        gc.enable()


def test_leaving_early_closes_an_async_connection_too() -> None:
    async def run(url: str, gone: threading.Event) -> None:
        async with AsyncAshClient(url) as client:
            async with client.send_message_stream(SESSION_ID, "hello") as stream:
                assert (await anext(aiter(stream))).type == "session_start"
            assert await asyncio.to_thread(gone.wait, 60)

    with endless_server() as (url, gone):
        asyncio.run(run(url, gone))
