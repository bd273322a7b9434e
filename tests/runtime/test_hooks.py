"""What a program adds around calls: middleware, requests to any path, other bounds, spans."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from alsorn import AlsornClient, AlsornError, AlsornValidationError, AsyncAlsornClient
from asg_gateway import ASGGatewayClient, ASGGatewayError
from ash_ai import AshBusyError, AshClient, AshError
from assetcore_sdk import AssetCoreClient, AssetCoreError
from clientkit import errors, tracing
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, answer
from clientkit.transport import Failure
from opentelemetry import metrics, trace
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from sbn import SbnClient, SbnError

from .modes import GET, POST, SECRET, TIMED_OUT, Mode, operation

# -- middleware ----------------------------------------------------------------------------------------


def hook(mode: Mode, before: Any = None, after: Any = None) -> Any:
    def sync_hook(request: Any, send: Any) -> Any:
        if before:
            before(request)
        result = send(request)
        return after(result) if after else result

    async def async_hook(request: Any, send: Any) -> Any:
        if before:
            before(request)
        result = await send(request)
        return after(result) if after else result

    return async_hook if mode.is_async else sync_hook


def test_a_hook_is_around_each_attempt(mode: Mode) -> None:
    seen: list[Any] = []
    caller = mode.caller([answer(503), answer(200, {})])
    hooks = [hook(mode, lambda request: request.headers.update({"X-A": str(len(seen))}))]
    hooks.append(hook(mode, lambda request: seen.append(request.headers["X-A"]), lambda result: result))
    caller.view(middleware=hooks).send(GET)
    assert seen == ["0", "1"]
    assert [request.headers["X-A"] for request in caller.transport.requests] == ["0", "1"]
    assert "X-A" not in caller.client._core.settings.headers


def test_a_hook_may_answer_and_fail_by_itself(mode: Mode) -> None:
    caller = mode.caller([answer(200, {"n": 1})])
    assert caller.view(middleware=[hook(mode, None, lambda _: answer(200, {"n": 2}))]).send(GET) == {"n": 2}

    def broken(request: Any) -> None:
        raise Failure("unplugged", sent=False)

    error = caller.view(middleware=[hook(mode, broken)], max_retries=0).error(GET)
    assert isinstance(error, errors.ConnectionError)
    assert not error.unclear

    def wrong(request: Any) -> None:
        raise LookupError("the hook's own")

    assert isinstance(caller.view(middleware=[hook(mode, wrong)]).error(GET), LookupError)


def test_a_hook_sees_the_beginning_of_a_stream(mode: Mode) -> None:
    seen: list[int] = []
    caller = mode.caller([answer(200, b"data: 1\n\n", {"content-type": "text/event-stream"})])

    def look(reply: Any) -> Any:
        seen.append(reply.status)
        return reply

    stream = caller.view(middleware=[hook(mode, None, look)]).stream(operation("GET", stream="sse"))
    assert (stream.status, seen) == (200, [200])
    mode.close(stream)


def test_a_stream_that_a_hook_does_not_pass_on_is_closed(mode: Mode) -> None:
    seen: list[Any] = []
    event_stream = answer(200, b"data: 1\n\n", {"content-type": "text/event-stream"})

    def refuse(reply: Any) -> Any:
        seen.append(reply)
        raise LookupError("the hook's own")

    def twice_sync(request: Any, send: Any) -> Any:
        seen.append(send(request))
        return send(request)

    async def twice_async(request: Any, send: Any) -> Any:
        seen.append(await send(request))
        return await send(request)

    call = operation("GET", stream="sse")
    with pytest.raises(LookupError):
        mode.caller([event_stream]).view(middleware=[hook(mode, None, refuse)]).stream(call)
    twice = twice_async if mode.is_async else twice_sync
    opened: list[Any] = []
    watched = hook(mode, None, lambda reply: opened.append(reply) or reply)
    stream = mode.caller([event_stream, event_stream]).view(middleware=[watched, twice]).stream(call)
    assert [reply.closed for reply in seen] == [True, True]
    assert [reply.closed for reply in opened] == [False]
    mode.close(stream)


@pytest.mark.parametrize("streamed", [False, True])
def test_a_hook_that_returns_no_answer_is_named(mode: Mode, streamed: bool) -> None:
    call = operation("POST", stream="sse" if streamed else None)
    stream = answer(200, b"data: 1\n\n", {"content-type": "text/event-stream"})
    caller = mode.caller([stream]).view(middleware=[hook(mode, None, lambda _: [1])])
    with pytest.raises(
        errors.ConfigurationError, match=r"the hook hook\..*_hook must return .*got list"
    ) as caught:
        caller.stream(call) if streamed else caller.send(call)
    # The request went out.
    assert caught.value.unclear
    assert (caller.sent, caught.value.attempts) == (1, 1)


def test_an_async_hook_of_a_sync_client_is_refused_before_anything_is_sent() -> None:
    mode = Mode("sync")
    caller = mode.caller([answer(200, {})]).view(middleware=[hook(Mode("async"))])
    error = caller.error(POST)
    assert isinstance(error, errors.ConfigurationError)
    assert "is a coroutine function, and this client is sync" in str(error)
    assert (caller.sent, error.unclear) == (0, False)


def test_a_sync_hook_may_answer_for_an_async_client() -> None:
    caller = Mode("async").caller([answer(200, {"n": 1})])
    assert caller.view(middleware=[lambda request, send: answer(200, {"n": 2})]).send(GET) == {"n": 2}
    assert caller.view(middleware=[lambda request, send: send(request)]).send(GET) == {"n": 1}


def test_the_answer_that_a_hook_replaced_is_closed_with_its_own(mode: Mode) -> None:
    replies: list[Any] = []
    event_stream = answer(200, b"data: 1\n\n", {"content-type": "text/event-stream"})

    def another(reply: Any) -> Any:
        replies.append(reply)
        other = mode.caller([event_stream]).stream(operation("GET", stream="sse"))
        replies.append(other._reply)
        other._dropped.detach()
        return other._reply

    async def another_async(request: Any, send: Any) -> Any:
        replies.append(await send(request))
        core = mode.caller([event_stream]).client._core
        other = await core.stream(operation("GET", stream="sse")())
        other._dropped.detach()
        replies.append(other._reply)
        return other._reply

    hooks = [another_async if mode.is_async else hook(mode, None, another)]
    stream = mode.caller([event_stream]).view(middleware=hooks).stream(operation("GET", stream="sse"))
    assert [reply.closed for reply in replies] == [False, False]
    assert mode.run(stream.read()) == b"data: 1\n\n"
    assert [reply.closed for reply in replies] == [True, True]


@pytest.mark.parametrize("value", [1, "f", [None], [lambda: 1, 2]])
def test_middleware_is_a_list_of_functions(mode: Mode, value: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="middleware must be a list of functions"):
        mode.caller().view(middleware=value)


# -- any path ------------------------------------------------------------------------------------------


def test_a_request_to_any_path_is_a_call_like_every_other(mode: Mode) -> None:
    caller = mode.caller([answer(503), answer(200, {"a": 1})], secret=SECRET)
    found = mode.run(
        caller.client.request("get", "/new/thing", query={"b": [1, 2], "c": None}, headers={"X-D": "e"})
    )
    assert found == {"a": 1}
    last = caller.transport.requests[-1]
    assert (last.method, last.target, last.headers["X-D"]) == ("GET", "/new/thing?b=1&b=2", "e")
    assert SECRET in last.headers["Authorization"].reveal()


@pytest.mark.parametrize(("idempotent", "sent"), [(False, 1), (True, 2)])
def test_a_post_to_any_path_is_repeated_when_it_may(mode: Mode, idempotent: bool, sent: int) -> None:
    caller = mode.caller([TIMED_OUT, answer(204)])
    work = caller.client.request
    if idempotent:
        assert mode.run(work("POST", "/new", json={"a": None}, idempotent=True)) is None
    else:
        with pytest.raises(errors.TimeoutError) as raised:
            mode.run(work("POST", "/new", json={"a": None}))
        assert raised.value.unclear
    assert [request.content for request in caller.transport.requests] == [b'{"a":null}'] * sent


@pytest.mark.parametrize(
    "path", ["new", "//host/x", "/a/../b", "/a/%2e%2E/b", "/a?b=1", "/a#b", "/a b", "/ä", "/a\n", "", "/a\\b"]
)
def test_a_path_that_leads_elsewhere_is_refused(mode: Mode, path: str) -> None:
    caller = mode.caller([answer(200)])
    with pytest.raises(errors.ConfigurationError, match="path must"):
        mode.run(caller.client.request("GET", path))
    assert caller.sent == 0


def test_an_answer_that_is_no_json_comes_as_bytes(mode: Mode) -> None:
    caller = mode.caller([answer(200, b"a,b", {"content-type": "text/csv"}), answer(200, b"<")])
    assert mode.run(caller.client.request("GET", "/new")) == b"a,b"
    with pytest.raises(errors.DecodeError):
        mode.run(caller.client.request("GET", "/new"))


# -- refused before sending ----------------------------------------------------------------------------


def alsorn(mode: Mode, script: Any = (), **options: Any) -> Any:
    if mode.is_async:
        client: Any = AsyncAlsornClient("als_live_x", http_client=AsyncScriptedTransport(script))
    else:
        client = AlsornClient("als_live_x", http_client=ScriptedTransport(script))
    return client.with_options(**options)


@pytest.mark.parametrize(("agent_id", "kind"), [("..", ValueError), (None, TypeError), (" ", ValueError)])
def test_what_is_refused_is_of_the_product_s_class(mode: Mode, agent_id: Any, kind: type[Exception]) -> None:
    with pytest.raises(AlsornValidationError) as raised:
        mode.run(alsorn(mode).agents.get(agent_id))
    error = raised.value
    assert isinstance(error, kind)
    assert isinstance(error, errors.ConfigurationError)
    assert (error.status_code, error.unclear) == (None, False)
    assert [each.field for each in error.field_errors] == ["agent_id"]


@pytest.mark.parametrize(
    ("value", "kind"), [(None, TypeError), (7, TypeError), ("", ValueError), (" ", ValueError)]
)
def test_an_id_in_a_body_is_refused_as_one_in_a_path(value: Any, kind: type[Exception]) -> None:
    client = SbnClient(base_url="http://h.test", http_client=ScriptedTransport([]))
    with pytest.raises(kind, match=r"approver must (be a str|not be empty)") as raised:
        client.governance.approve("p", approver=value)
    assert isinstance(raised.value, SbnError)
    assert raised.value.status_code is None


def test_a_call_with_missing_arguments_is_the_caller_s_mistake(mode: Mode) -> None:
    with pytest.raises(TypeError) as raised:
        mode.run(alsorn(mode).agents.get())
    assert not isinstance(raised.value, errors.ClientError)


def test_bounds_can_be_left_to_the_service(mode: Mode) -> None:
    page = answer(200, {"data": [], "pagination": {"page": 1, "limit": 1000, "total": 0}})
    with pytest.raises(AlsornValidationError, match="limit must be at most"):
        mode.run(alsorn(mode).agents.list(limit=1000))
    client = alsorn(mode, [page], validate_requests=False)
    mode.run(client.agents.list(limit=1000))
    for wrong in ({"limit": "many"}, {"page": True}):
        with pytest.raises(TypeError):
            mode.run(client.agents.list(**wrong))
    with pytest.raises(AlsornValidationError):
        mode.run(client.agents.get(".."))


# -- spans ---------------------------------------------------------------------------------------------


class Switched(SimpleSpanProcessor):
    """A processor that stays in the process, as its provider does, and is quiet when no test looks."""

    listening = True

    def on_end(self, span: ReadableSpan) -> None:
        if self.listening:
            super().on_end(span)


@pytest.fixture(scope="module")
def exported() -> Iterator[tuple[InMemorySpanExporter, InMemoryMetricReader]]:
    exporter, reader = InMemorySpanExporter(), InMemoryMetricReader()
    processor, provider = Switched(exporter), TracerProvider()
    provider.add_span_processor(processor)
    trace.set_tracer_provider(provider)
    metrics.set_meter_provider(MeterProvider([reader]))
    tracing._meters.cache_clear()
    yield exporter, reader
    # A provider cannot be taken back, and one that is shut down logs a line at each call of later tests.
    processor.listening = False


def test_a_call_is_one_span_with_its_attempts(mode: Mode, exported: Any) -> None:
    exporter, reader = exported
    exporter.clear()
    caller = mode.caller([TIMED_OUT, answer(503), answer(200, {})], secret=SECRET, url="https://h.test:8443")
    caller.send(GET)
    (span,) = exporter.get_finished_spans()
    assert (span.name, span.kind) == (GET.id, trace.SpanKind.CLIENT)
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "url.template": GET.path,
        "server.address": "h.test",
        "server.port": 8443,
        "http.response.status_code": 200,
        "http.request.resend_count": 2,
    }
    assert [each.attributes.get("error.type") for each in span.events] == ["timed out", "503", None]
    assert SECRET not in span.to_json()
    text = str(reader.get_metrics_data().to_json())
    assert all(name in text for name in ("clientkit.attempts", "clientkit.retry.budget"))
    assert SECRET not in text


def test_a_span_says_how_a_call_failed(mode: Mode, exported: Any) -> None:
    exporter = exported[0]
    exporter.clear()
    mode.caller([TIMED_OUT]).error(POST)
    mode.caller([answer(404, {"message": "no agent_1"})]).error(GET)
    unclear, missing = exporter.get_finished_spans()
    assert unclear.attributes["error.type"] == "TimeoutError"
    assert unclear.attributes["clientkit.unclear"] is True
    assert (missing.attributes["error.type"], missing.status.status_code.name) == ("404", "ERROR")
    assert "agent_1" not in missing.to_json()


def test_tracing_can_be_switched_off(mode: Mode, exported: Any) -> None:
    exported[0].clear()
    mode.caller([answer(200, {})]).view(tracing=False).send(GET)
    assert exported[0].get_finished_spans() == ()


def test_without_opentelemetry_calls_are_as_always(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.trace", None)
    tracing._api.cache_clear()
    try:
        assert mode.caller([answer(200, {"n": 1})]).send(GET) == {"n": 1}
    finally:
        tracing._api.cache_clear()


# -- closing -------------------------------------------------------------------------------------------


def test_a_client_is_closed_by_either_name(mode: Mode) -> None:
    for name in ("close", "aclose") if mode.is_async else ("close",):
        client = mode.connect("https://h.test").client
        mode.run(getattr(client, name)())
        with pytest.raises(errors.ConfigurationError, match="closed"):
            client._core.channel.open()


@pytest.mark.parametrize("call", ["send_message", "exec"])
def test_a_hook_that_fails_after_a_message_went_out_leaves_the_turn_open(call: str) -> None:
    def wrong(request: Any, send: Any) -> Any:
        send(request)
        raise ValueError("the hook's own")

    transport = ScriptedTransport([answer(200, b"", {"content-type": "text/event-stream"})])
    client = AshClient("http://ash.test", http_client=transport).with_options(middleware=[wrong])
    session = "11111111-1111-4111-8111-111111111111"
    with pytest.raises(ValueError, match="own"):
        getattr(client, call)(session, "hello")
    with pytest.raises(AshBusyError):
        getattr(client, call)(session, "hello")


@pytest.mark.parametrize("call", ["send_message", "exec"])
def test_an_argument_that_is_refused_opens_no_turn(call: str) -> None:
    client = AshClient("http://ash.test", http_client=ScriptedTransport([]))
    for value in (5, "\ud800", None, {1}):
        with pytest.raises((TypeError, ValueError)) as raised:
            getattr(client, call)("11111111-1111-4111-8111-111111111111", value)
        assert not isinstance(raised.value, AshBusyError)


SESSION = "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"
CLIENTS: list[Any] = [
    lambda **options: AlsornClient(**{"api_key": "als_test_key", **options}),
    lambda **options: AsyncAlsornClient(**{"api_key": "als_test_key", **options}),
    lambda **options: AshClient(**{"server_url": "http://127.0.0.1:9", "api_key": "key", **options}),
    lambda **options: SbnClient(**{"base_url": "http://127.0.0.1:9", **options}),
    lambda **options: ASGGatewayClient(**{"api_key": "key", "base_url": "http://127.0.0.1:9", **options}),
    lambda **options: AssetCoreClient(**{"base_url": "http://127.0.0.1:9", "api_key": "key", **options}),
]


BASES = (AlsornError, AshError, SbnError, ASGGatewayError, AssetCoreError)


@pytest.mark.parametrize("make", CLIENTS)
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"http_client": object()}, "http_client must be"),
        (
            {"baseurl": "http://127.0.0.1:9"},
            "a client has no option 'baseurl'; did you mean (base|server)_url",
        ),
        ({"timeout": "x"}, "timeout must be a number of seconds"),
        ({"max_retries": "x"}, "max_retries must be a whole number"),
        ({"headers": 3}, "headers must be a mapping"),
        ({"validate_requests": "x"}, "validate_requests must be True or False"),
    ],
)
def test_an_argument_of_a_constructor_is_refused_with_the_product_s_class(
    make: Any, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(errors.ConfigurationError, match=says) as caught:
        make(**options)
    assert isinstance(caught.value, TypeError)
    assert type(caught.value).__module__.partition(".")[0] != "clientkit"
    assert isinstance(caught.value, BASES)


@pytest.mark.parametrize("url", ["", "ftp://127.0.0.1", 5, "http://127.0.0.1?q=1"])
def test_the_url_of_a_server_is_refused_by_its_own_name(url: Any) -> None:
    with pytest.raises(AshError, match="server_url must"):
        AshClient(server_url=url, api_key="key")


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda c: c.get_session("x"), "session_id must be a UUID"),
        (lambda c: c.get_session(None), "session_id must be a str"),
        (lambda c: c.compare_eval_runs("bot", "1", SESSION), "run_a must be a UUID"),
        (lambda c: c.compare_eval_runs(" ", SESSION, SESSION), "agent must not be empty"),
        (lambda c: c.create_agent_version("bot", version_name=7), "version_name must be a string, got int"),
        (lambda c: c.list_session_files(SESSION, include_hidden="x"), "include_hidden must be true or false"),
        (lambda c: c.start_eval_run("bot", version_number="x"), "version_number must be an integer"),
    ],
)
def test_a_refused_argument_has_the_name_that_the_caller_gave_it(call: Any, says: str) -> None:
    transport = ScriptedTransport([])
    client = AshClient(server_url="http://127.0.0.1:9", api_key="key", http_client=transport)
    with pytest.raises(AshError, match=says) as caught:
        call(client)
    assert caught.value.argument == says.partition(" ")[0]
    assert transport.requests == []


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda c: c.snapchore.capture(None), "payload must be a dict"),
        (lambda c: c.governance.approve("p", approver=None), "approver must be a str"),
        (lambda c: c.console.create_checkout("p", plan_id=None), "plan_id must be given; got None"),
    ],
)
def test_a_wrong_type_is_a_type_error_of_the_product(call: Any, says: str) -> None:
    transport = ScriptedTransport([])
    client = SbnClient(base_url="http://127.0.0.1:9", http_client=transport)
    with pytest.raises(TypeError, match=says) as caught:
        call(client)
    assert isinstance(caught.value, SbnError)
    assert transport.requests == []
