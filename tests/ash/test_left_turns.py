"""Turns and commands that were left: the server goes on with them, and nobody else must hear the rest."""

from __future__ import annotations

import asyncio
import gc
import pickle
import threading
from collections.abc import Callable
from typing import Any

import pytest
from ash_ai import (
    AshBadRequestError,
    AshBusyError,
    AshClient,
    AshConnectionError,
    AshError,
    AshServerError,
    AshSessionEndedError,
    AshStreamError,
    AshStreamTimeoutError,
    AshTimeoutError,
    AsyncAshClient,
    Turn,
)
from ash_ai.turns import Leftover
from clientkit.testing import ScriptedTransport, answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox

SLOW = "scene:slow"
ANSWER = "That took a minute."


@pytest.fixture
def other(ash_sandbox: Sandbox) -> Any:
    """Another process, which knows nothing of what this one left."""
    with AshClient(ash_sandbox.server_url, ash_sandbox.api_key) as other:
        yield other


def by_the_loop(client: AshClient, session_id: str) -> None:
    for _ in client.send_message_stream(session_id, SLOW):
        break


def by_the_block(client: AshClient, session_id: str) -> None:
    with client.send_message_stream(session_id, SLOW) as stream:
        next(iter(stream))


def by_closing(client: AshClient, session_id: str) -> None:
    stream = client.send_message_stream(session_id, SLOW)
    next(iter(stream))
    stream.close()


def by_an_exception(client: AshClient, session_id: str) -> None:
    with pytest.raises(KeyError), client.send_message_stream(session_id, SLOW) as stream:
        raise KeyError(next(iter(stream)).type)


def by_a_timeout(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshStreamTimeoutError):
        client.send_message(session_id, SLOW, stream_timeout=0.2)


LEAVE = [by_the_loop, by_the_block, by_closing, by_an_exception, by_a_timeout]


@pytest.mark.parametrize("leave", LEAVE)
def test_the_next_turn_is_refused_and_the_error_says_what_helps(
    client: AshClient, session_id: str, ash_sandbox: Sandbox, leave: Callable[[AshClient, str], None]
) -> None:
    gc.disable()
    try:
        leave(client, session_id)
        for attempt in (
            lambda: client.send_message(session_id, "hello"),
            lambda: list(client.with_options(timeout=9).send_message_stream(session_id.upper(), "hello")),
            lambda: client.exec(session_id, "true"),
        ):
            with pytest.raises(AshBusyError, match=r"wait_idle\(\) .*interrupt_session\(\) ") as caught:
                attempt()
            assert caught.value.session_id.lower() == session_id
        assert len(ash_sandbox.requests("sendMessage")) == 1
        assert ash_sandbox.requests("execInSession") == []
    finally:
        gc.enable()


def test_what_the_server_says_of_a_left_turn_reaches_whoever_reads_next(
    client: AshClient, session_id: str, other: AshClient, ash_sandbox: Sandbox
) -> None:
    # Without the mark this would be the wrong answer, complete and without an error.
    by_the_block(client, session_id)
    events = iter(other.send_message_stream(session_id, "scene:slow 600"))
    assert [next(events).type for _ in range(2)] == ["session_start", "message"]
    ash_sandbox.advance(60)
    turn = Turn(list(events))
    assert (turn.text, turn.is_complete, turn.error) == (ANSWER, True, None)


def test_a_left_turn_can_be_waited_for(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    by_the_block(client, session_id)
    with pytest.raises(AshTimeoutError, match=r"interrupt_session.* is not done after"):
        client.wait_idle(session_id, timeout=0.05, interval=0.01)
    ash_sandbox.advance(60)
    assert client.wait_idle(session_id, interval=0.01).status == "active"
    assert client.send_message(session_id, "hello").text == "You said: hello"


def test_nothing_of_a_left_turn_is_stored(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    by_the_block(client, session_id)
    ash_sandbox.advance(60)
    client.wait_idle(session_id, interval=0.01)
    assert [message.role for message in client.list_messages(session_id)] == ["user"]


def test_the_end_of_a_left_turn_is_heard(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    by_the_block(client, session_id)
    thread = threading.Thread(target=lambda: client.wait_idle(session_id, interval=0.5))
    thread.start()
    while not ash_sandbox.requests("execInSession"):
        pass
    ash_sandbox.advance(60)
    thread.join(60)
    # The first command was still on its way.
    assert len(ash_sandbox.requests("execInSession")) <= 2
    assert client.send_message(session_id, "hello").text == "You said: hello"


def test_a_paused_session_goes_on_and_is_waited_for(
    client: AshClient, session_id: str, other: AshClient
) -> None:
    by_the_block(client, session_id)
    other.pause_session(session_id)
    with pytest.raises(AshTimeoutError, match="interrupt_session"):
        client.wait_idle(session_id, timeout=0.1, interval=0.02)
    assert client.interrupt_session(session_id).status == "active"


def test_a_left_turn_that_fails_is_over_too(client: AshClient, session_id: str) -> None:
    client.send_message(session_id, "hello")
    with client.send_message_stream(session_id, "scene:error no luck") as stream:
        next(iter(stream))
    client.wait_idle(session_id, interval=0.01)
    assert client.send_message(session_id, "hello").text == "You said: hello"


def test_a_left_turn_can_be_interrupted(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    by_the_block(client, session_id)
    assert client.interrupt_session(session_id).status == "active"
    ash_sandbox.advance(60)
    assert client.send_message(session_id, "hello").text == "You said: hello"
    assert ANSWER not in [message.content for message in client.list_messages(session_id)]


@pytest.mark.parametrize("state", ["pause", "stop"])
def test_a_session_in_another_state_is_active_after_an_interruption(
    client: AshClient, session_id: str, other: AshClient, state: str
) -> None:
    by_the_block(client, session_id)
    getattr(other, f"{state}_session")(session_id)
    assert client.interrupt_session(session_id).status == "active"
    assert client.send_message(session_id, "hello").text == "You said: hello"


def test_an_ended_session_cannot_be_interrupted(client: AshClient, session_id: str) -> None:
    by_the_block(client, session_id)
    client.end_session(session_id)
    with pytest.raises(AshSessionEndedError):
        client.interrupt_session(session_id)
    with pytest.raises(AshBadRequestError, match="ended"):
        client.send_message(session_id, "hello")


def test_stopping_the_session_is_the_end_of_its_turn(client: AshClient, session_id: str) -> None:
    by_the_block(client, session_id)
    client.stop_session(session_id)
    client.resume_session(session_id)
    assert client.send_message(session_id, "hello").text == "You said: hello"


def test_a_session_that_others_stopped_is_idle(client: AshClient, session_id: str, other: AshClient) -> None:
    by_the_block(client, session_id)
    other.stop_session(session_id)
    assert client.wait_idle(session_id, interval=0.01).status == "stopped"


def test_a_client_may_wait_or_interrupt_by_itself(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    by_the_block(client, session_id)
    patient, turns = client.with_options(on_open_turn="wait"), []
    thread = threading.Thread(target=lambda: turns.append(patient.send_message(session_id, "hello")))
    thread.start()
    while not ash_sandbox.requests("execInSession"):
        pass
    ash_sandbox.advance(60)
    thread.join(60)
    assert [turn.text for turn in turns] == ["You said: hello"]
    assert ash_sandbox.requests("stopSession") == []
    by_the_block(client, session_id)
    brisk = client.with_options(on_open_turn="interrupt")
    assert brisk.exec(session_id, "echo hello").stdout == "hello\n"
    assert len(ash_sandbox.requests("stopSession")) == 1
    for view in (client, brisk.with_options(on_open_turn="raise")):
        by_the_block(view, session_id)
        with pytest.raises(AshBusyError):
            view.send_message(session_id, "hello")
        view.interrupt_session(session_id)
    with AshClient(ash_sandbox.server_url, ash_sandbox.api_key, on_open_turn="interrupt") as fourth:
        by_the_block(fourth, session_id)
        assert fourth.with_options(timeout=5).send_message(session_id, "hello").is_complete


def test_another_policy_is_refused() -> None:
    with pytest.raises(ValueError, match="on_open_turn must be 'raise' or 'wait' or 'interrupt'"):
        AshClient(on_open_turn="ignore")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="on_open_turn"):
        AshClient().with_options(on_open_turn=None)  # type: ignore[arg-type]


def test_a_turn_that_has_said_its_end_is_not_left(client: AshClient, session_id: str) -> None:
    for message in ("hello", "scene:error no luck"):
        for event in client.send_message_stream(session_id, message):
            if event.type in {"done", "error"}:
                break
    assert client.send_message(session_id, "hello").is_complete
    assert client.wait_idle(session_id).status == "active"


def test_views_know_of_it_and_other_sessions_are_free(client: AshClient, session_id: str) -> None:
    by_the_block(client.with_options(timeout=5), session_id)
    with pytest.raises(AshBusyError):
        client.with_options(max_retries=0).send_message(session_id, "hello")
    with pytest.raises(AshBusyError):
        pickle.loads(pickle.dumps(client)).send_message(session_id, "hello")
    assert client.send_message(client.create_session("my-agent").id, "hello").is_complete


# Commands


def test_a_command_that_was_left_gives_its_output_to_the_next(
    client: AshClient, session_id: str, other: AshClient, ash_sandbox: Sandbox
) -> None:
    with pytest.raises(AshTimeoutError):
        client.with_options(deadline=0.2).exec(session_id, "sleep 20")
    found: list[int] = []
    thread = threading.Thread(
        target=lambda: found.append(other.exec(session_id, "sleep 50", timeout=30).exit_code)
    )
    thread.start()
    while len(ash_sandbox.requests("execInSession")) < 2:
        pass
    ash_sandbox.advance(20)
    thread.join(60)
    assert found == [0]
    with pytest.raises(AshBusyError, match="a command of session"):
        client.exec(session_id, "true")
    client.interrupt_session(session_id)
    assert client.exec(session_id, "echo mine").stdout == "mine\n"


def test_a_command_has_room_for_its_time(client: AshClient, session_id: str) -> None:
    view = client.with_options(timeout=0.3)
    assert view.exec(session_id, "sleep 0.6", timeout=1).exit_code == 0
    with pytest.raises(AshTimeoutError):
        view.exec(session_id, "sleep 0.6")


def test_an_empty_command_is_the_servers_error(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshServerError, match="Internal Server Error"):
        client.exec(session_id, "")
    assert client.exec(session_id, "echo on").stdout == "on\n"


# Processes that die


def test_the_sandbox_of_a_session_dies(client: AshClient, session_id: str, other: AshClient) -> None:
    with pytest.raises(AshStreamTimeoutError) as caught:
        client.send_message(session_id, "scene:death", stream_timeout=0.2)
    assert Turn(caught.value.received).text == "One moment."
    assert client.get_session(session_id).status == "active"
    assert client.resume_session(session_id).status == "active"
    with pytest.raises(AshServerError, match="Sandbox not found"):
        other.exec(session_id, "true")
    with pytest.raises(AshServerError, match="Sandbox not found"):
        other.send_message(session_id, "hello")
    assert client.get_session(session_id).status == "error"
    assert other.resume_session(session_id).status == "active"
    assert other.send_message(session_id, "hello").is_complete


def test_an_interruption_helps_a_session_whose_sandbox_died(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshStreamTimeoutError):
        client.send_message(session_id, "scene:death", stream_timeout=0.2)
    assert client.interrupt_session(session_id).status == "active"
    assert client.send_message(session_id, "hello").is_complete


def test_the_server_is_killed(client: AshClient, session_id: str) -> None:
    with pytest.raises(AshStreamError, match="the stream broke after 3 events") as caught:
        client.send_message(session_id, "scene:crash")
    assert not isinstance(caught.value, AshStreamTimeoutError)
    assert client.get_session(session_id).status == "paused"
    assert client.interrupt_session(session_id).status == "active"
    assert client.send_message(session_id, "hello").is_complete


# What leaves a turn open, by the way it fails

ID = "6d6ffdfc-d617-43cc-b221-160bde039391"
OPEN = [
    Failure("no byte in time", timed_out=True),
    Failure("reset"),
    *(answer(status) for status in (502, 503, 504)),
]
NOT_OPEN = [
    (Failure("refused", sent=False), AshConnectionError),
    (answer(500, {"error": "Sandbox not found"}), AshServerError),
    (answer(400, {"error": "Session is paused"}), AshBadRequestError),
]


def scripted(*script: Any) -> AshClient:
    return AshClient("http://ash.test", http_client=ScriptedTransport(script), max_retries=0)


@pytest.mark.parametrize("step", OPEN)
@pytest.mark.parametrize("call", ["send_message", "exec"])
def test_what_may_have_reached_the_server_is_open(step: Any, call: str) -> None:
    client = scripted(step)
    with pytest.raises(AshError):
        getattr(client, call)(ID, "hello")
    with pytest.raises(AshBusyError):
        getattr(client, call)(ID, "hello")


@pytest.mark.parametrize(("step", "kind"), NOT_OPEN)
@pytest.mark.parametrize("call", ["send_message", "exec"])
def test_what_the_server_refused_is_not(step: Any, kind: type[Exception], call: str) -> None:
    client = scripted(step, step)
    for _ in range(2):
        with pytest.raises(kind):
            getattr(client, call)(ID, "hello")


@pytest.mark.parametrize("call", ["send_message", "exec"])
def test_what_was_refused_here_is_not(call: str) -> None:
    client = scripted()
    for _ in range(2):
        with pytest.raises(ValueError, match="id"):
            getattr(client, call)("no-uuid", "hello")


def test_a_left_command_is_over_after_its_time() -> None:
    session = {
        "id": ID,
        "agentName": "a",
        "sandboxId": ID,
        "status": "active",
        "createdAt": "2026-01-01T00:00:00Z",
        "lastActiveAt": "2026-01-01T00:00:00Z",
    }
    late = Failure("no byte in time", timed_out=True)
    transport = ScriptedTransport(
        [
            late,
            *[answer(200, {"session": session})] * 14,
            answer(200, {"exitCode": 0, "stdout": "", "stderr": ""}),
        ]
    )
    client = AshClient("http://ash.test", http_client=transport, max_retries=0)
    with pytest.raises(AshTimeoutError):
        client.exec(ID, "sleep 100", timeout=10)
    began = transport.fake_clock.now
    client.wait_idle(ID)
    assert transport.fake_clock.now - began == 12
    assert client.exec(ID, "true").exit_code == 0


def test_async(ash_sandbox: Sandbox, session_id: str) -> None:
    async def run() -> None:
        async with AsyncAshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
            async with client.send_message_stream(session_id, SLOW) as stream:
                await anext(aiter(stream))
            with pytest.raises(AshBusyError, match="wait_idle"):
                await client.exec(session_id, "true")
            await client.interrupt_session(session_id)
            async with client.send_message_stream(session_id, SLOW) as stream:
                await anext(aiter(stream))
            await asyncio.to_thread(ash_sandbox.advance, 60)
            await client.wait_idle(session_id, interval=0.01)
            patient = client.with_options(on_open_turn="interrupt")
            assert (await patient.send_message(session_id, "hello")).text == "You said: hello"

    asyncio.run(run())


# Whether a turn is over, from what can be known


def counts(*counted: str) -> list[bool]:
    leftover, found = Leftover(None), []
    for each in counted:
        leftover.counted(each)
        found.append(leftover.is_over)
    return found


def test_an_agent_that_was_seen_is_over_when_it_is_gone() -> None:
    assert counts("2\n", "3\n", "2\n", "1\n") == [False, False, False, True]


def test_an_agent_that_was_never_seen_is_over_after_a_while() -> None:
    assert counts(*["1\n"] * Leftover.QUIET) == [*[False] * (Leftover.QUIET - 1), True]


def test_what_is_no_count_says_nothing() -> None:
    assert not any(counts(*["", "sh: grep: not found", "-1"] * 10))


@pytest.mark.parametrize("status", ["active", "paused", "stopped", "ended", "error", "news"])
def test_a_turn_ends_with_its_process(status: str) -> None:
    leftover = Leftover(None)
    leftover.look(status, 0.0)
    assert leftover.is_over == (status in {"stopped", "ended", "error"})


@pytest.mark.parametrize("end", ["stop_session", "end_session", "interrupt_session", "close"])
def test_the_reader_of_a_session_that_ends_is_ended(client: AshClient, session_id: str, end: str) -> None:
    stream = client.send_message_stream(session_id, SLOW)
    next(iter(stream))
    ended: list[Any] = []

    def read() -> None:
        try:
            ended.extend(stream)
        except AshStreamError as error:
            ended.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    if end == "close":
        stream.close()
    else:
        getattr(client, end)(session_id)
    reader.join(10)
    assert not reader.is_alive()
    assert isinstance(ended[-1], AshStreamError)


def test_a_task_may_close_the_turn_that_another_reads(ash_sandbox: Sandbox, session_id: str) -> None:
    async def main() -> None:
        async with AsyncAshClient(ash_sandbox.server_url, ash_sandbox.api_key) as client:
            stream = client.send_message_stream(session_id, SLOW)
            await anext(stream)
            reader = asyncio.create_task(stream.collect())
            for _ in range(5):
                await asyncio.sleep(0)
            await stream.aclose()
            with pytest.raises(AshStreamError, match="closed here"):
                await asyncio.wait_for(reader, 10)

    asyncio.run(main())


def test_a_turn_that_is_closed_before_it_is_open_is_not_read(client: AshClient, session_id: str) -> None:
    stream = client.send_message_stream(session_id, SLOW)
    stream.close()
    assert list(stream) == []
