"""Errors, keys and policy: what the server's many shapes of errors become, and what is tried again."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
import traceback
from typing import Any

import clientkit
import pytest
from ash_ai import (
    AshApiError,
    AshAuthenticationError,
    AshBadRequestError,
    AshClient,
    AshConfigurationError,
    AshConnectionError,
    AshDecodeError,
    AshError,
    AshNotFoundError,
    AshRateLimitError,
    AshServerError,
    AshStreamError,
    AshTimeoutError,
)
from clientkit import errors
from clientkit.testing import ScriptedTransport, answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox

ID = "6d6ffdfc-d617-43cc-b221-160bde039391"


def scripted(*script: Any, **options: Any) -> tuple[AshClient, ScriptedTransport]:
    transport = ScriptedTransport(script)
    return AshClient(
        "http://ash.test", "ash_secret_key_0123456789", http_client=transport, **options
    ), transport


@pytest.mark.parametrize(
    ("status", "body", "message", "kind"),
    [
        (404, {"error": "Agent not found", "statusCode": 404}, "Agent not found", AshNotFoundError),
        (400, {"error": "Bad Request", "statusCode": 400}, "Bad Request", AshBadRequestError),
        (
            400,
            {"statusCode": 400, "code": "FST_ERR_VALIDATION", "error": "Bad Request", "message": "no name"},
            "no name",
            AshBadRequestError,
        ),
        (401, {"error": "Invalid API key", "statusCode": 401}, "Invalid API key", AshAuthenticationError),
        (404, {"error": "not found"}, "not found", AshNotFoundError),
        (
            500,
            {"statusCode": 500, "error": "Internal Server Error", "message": "boom"},
            "boom",
            AshServerError,
        ),
        (418, {"error": ""}, "I'm a Teapot", AshApiError),
        (413, [1], None, AshApiError),
        (502, "<html>from a proxy</html>", "Bad Gateway", AshServerError),
        (503, None, "Service Unavailable", AshServerError),
        # The body's own status is not to be believed.
        (400, {"error": "odd", "statusCode": 200}, "odd", AshBadRequestError),
    ],
)
def test_the_message_follows_the_documented_rule(
    status: int, body: Any, message: str | None, kind: type[AshApiError]
) -> None:
    client, _ = scripted(*[answer(status, body)] * 3)
    with pytest.raises(AshApiError) as caught:
        client.get_session(ID)
    assert type(caught.value) is kind
    assert caught.value.status_code == status
    assert caught.value.message == str(caught.value)
    if message is not None:
        assert caught.value.message == message
    assert caught.value.operation_id == "getSession"


def test_a_status_without_a_phrase_is_explained() -> None:
    client, _ = scripted(answer(599, "gone wrong"))
    with pytest.raises(AshApiError, match="599: gone wrong"):
        client.get_session(ID)


def test_an_error_can_be_made_by_hand_and_pickled() -> None:
    error = AshApiError(404, "not here")
    for each in (error, pickle.loads(pickle.dumps(error))):
        assert (each.status_code, each.message, str(each)) == (404, "not here", "not here")


def test_the_house_s_classes_catch_them_too() -> None:
    client, _ = scripted(answer(404, {"error": "x"}))
    with pytest.raises(errors.NotFoundError):
        client.get_agent("x")
    assert issubclass(AshError, clientkit.ClientError)


def test_a_failed_connection_is_no_api_error() -> None:
    with pytest.raises(AshConnectionError) as caught:
        AshClient("http://127.0.0.1:9", max_retries=0).list_agents()
    assert not isinstance(caught.value, AshApiError)
    assert isinstance(caught.value, ConnectionError)


def test_a_slow_answer_is_no_api_error(client: AshClient, ash_sandbox: Sandbox) -> None:
    ash_sandbox.fault("delay", delay=5, operation="listAgents")
    with pytest.raises(AshTimeoutError) as caught:
        client.with_options(timeout=0.2, max_retries=0).list_agents()
    assert not isinstance(caught.value, AshApiError)


@pytest.mark.parametrize("body", ["", "{", {"agents": 3}, {"agents": [1]}, {}, "null"])
def test_an_answer_of_another_shape_is_one_error(body: Any) -> None:
    client, _ = scripted(answer(200, body))
    with pytest.raises(AshDecodeError, match="listAgents"):
        client.list_agents()


def test_null_where_a_list_is_due_is_an_empty_one() -> None:
    client, _ = scripted(answer(200, {"agents": None}))
    assert client.list_agents() == []


def test_unknown_words_and_fields_are_kept() -> None:
    row = {
        "id": ID,
        "agentName": "a",
        "sandboxId": "s",
        "status": "hibernating",
        "createdAt": "2026-01-01T00:00:00.000Z",
        "lastActiveAt": None,
        "new": 1,
    }
    client, _ = scripted(answer(200, {"session": row}))
    session = client.get_session(ID)
    assert (session.status, str(session.status), session["new"], session.last_active_at) == (
        "hibernating",
        "hibernating",
        1,
        None,
    )


def test_reads_are_tried_again_and_turns_are_not() -> None:
    client, transport = scripted(answer(503), Failure("reset"), answer(200, {"agents": []}))
    assert client.list_agents() == []
    assert len(transport.requests) == 3
    for call in (
        lambda client: client.send_message(ID, "x"),
        lambda client: client.create_session("a"),
        lambda client: client.deploy_agent("a", "/a"),
        lambda client: client.exec(ID, "true"),
        lambda client: client.enqueue("a", "x"),
    ):
        client, transport = scripted(answer(503))
        with pytest.raises(AshServerError) as caught:
            call(client)
        assert caught.value.unclear
        assert len(transport.requests) == 1


def test_too_many_requests_are_tried_again_after_the_time_the_server_asks_for() -> None:
    limited = answer(
        429, {"statusCode": 429, "error": "Too Many Requests", "message": "wait"}, {"retry-after": "7"}
    )
    row = {
        "id": ID,
        "agentName": "a",
        "sandboxId": "s",
        "status": "active",
        "createdAt": "",
        "lastActiveAt": "",
    }
    client, transport = scripted(limited, answer(201, {"session": row}))
    assert client.create_session("a").id == ID
    assert transport.fake_clock.sleeps == [7.0]
    client, _ = scripted(
        answer(429, {"error": "Too Many Requests", "message": "wait"}, {"retry-after": "600"})
    )
    with pytest.raises(AshRateLimitError, match="wait") as caught:
        client.create_session("a")
    assert caught.value.retry_after == 600


def test_the_server_s_own_limits(client: AshClient, ash_sandbox: Sandbox) -> None:
    client = client.with_options(max_retries=0)
    client.deploy_agent("a", "/a")
    for _ in range(20):
        client.create_session("a")
    with pytest.raises(AshRateLimitError) as caught:
        client.create_session("a")
    assert 0 < (caught.value.retry_after or 0) <= 900
    assert caught.value.headers["x-ratelimit-limit"] == "20"
    assert client.raw.list_agents().headers["x-ratelimit-limit"] == "1500"
    ash_sandbox.advance(901)
    assert client.create_session("a").status == "active"


# Keys


def test_a_key_is_sent_as_a_bearer_and_none_without_one() -> None:
    client, transport = scripted(answer(200, {"agents": []}))
    client.list_agents()
    assert transport.requests[0].headers["Authorization"].reveal() == "Bearer ash_secret_key_0123456789"  # type: ignore[attr-defined]
    transport = ScriptedTransport([answer(200, {"agents": []})])
    AshClient("http://ash.test/", http_client=transport).list_agents()
    assert "Authorization" not in transport.requests[0].headers
    assert transport.requests[0].origin + transport.requests[0].target == "http://ash.test/api/agents"


@pytest.mark.parametrize("key", ["", "two words", "line\nbreak", "ключ-secret"])
def test_a_key_that_cannot_be_one_is_refused_unseen(key: str) -> None:
    with pytest.raises(AshConfigurationError) as caught:
        AshClient("http://ash.test", key)
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)][1:]
    shown = str(caught.value) + "".join(repr(frame.f_locals) for frame in frames)
    assert "api_key" in str(caught.value)
    assert not key or key not in shown


def test_a_wrong_key_is_refused_and_health_needs_none(ash_sandbox: Sandbox) -> None:
    for key in ("ash_wrong", None):
        with AshClient(ash_sandbox.server_url, key) as client:
            assert client.health().status == "ok"
            with pytest.raises(AshAuthenticationError):
                client.list_agents()


def test_no_secret_is_shown(caplog: pytest.LogCaptureFixture) -> None:
    secret, key = "sk-very-secret-credential", "ash_secret_key_0123456789"
    echo = answer(500, {"error": f"cannot store, your key is {key}", "statusCode": 500})
    client, _ = scripted(echo)
    with caplog.at_level(logging.DEBUG), pytest.raises(AshServerError) as caught:
        client.create_credential("anthropic", secret)
    trace = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=False).format())
    pickled = pickle.dumps(caught.value)
    for text in (
        repr(client),
        str(vars(client)),
        str(caught.value),
        repr(vars(caught.value)),
        caplog.text,
        trace,
    ):
        assert key not in text
    assert key.encode() not in pickled
    assert secret.encode() not in pickled


def test_a_client_can_be_pickled_with_its_key_and_without_its_turns(ash_sandbox: Sandbox) -> None:
    client = pickle.loads(pickle.dumps(AshClient(ash_sandbox.server_url, ash_sandbox.api_key)))
    assert client.list_agents() == []
    client.close()


def test_a_stream_of_nonsense_is_a_stream_error() -> None:
    for body in (b"data: {\n\n", b"data: [1]\n\n", b"event: done\ndata: {\n"):
        client, _ = scripted(answer(200, body, {"content-type": "text/event-stream"}))
        with pytest.raises(AshStreamError, match=r"no JSON object|is not JSON"):
            client.send_message(ID, "hello")


def test_the_last_event_may_lack_its_empty_line() -> None:
    body = b'event: error\ndata: {"error":"x"}\n\nevent: done\ndata: {"sessionId":"s"}'
    client, _ = scripted(answer(200, body))
    assert [event.type for event in client.send_message(ID, "hello").events] == ["error", "done"]


def test_an_event_that_is_too_large_is_a_stream_error() -> None:
    client, _ = scripted(answer(200, b"data: {}\n\ndata: " + b"x" * 2000))
    with pytest.raises(AshStreamError, match="larger than 1000 bytes"):
        client.with_options(max_event_bytes=1000).send_message(ID, "hello")


def test_importing_the_client_loads_neither_engine_nor_models() -> None:
    code = (
        "import sys, ash_ai; ash_ai.AshClient; ash_ai.AsyncAshClient; "
        "print([m for m in sys.modules if m.split('.')[0] in ('httpx', 'attr', 'attrs', 'dateutil') "
        "or m.startswith('ash_api.models.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
