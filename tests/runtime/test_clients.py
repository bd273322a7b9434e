"""Clients: options and views, raw answers, closing, pickling, injected engines."""

from __future__ import annotations

import copy
import gc
import pickle
import sys
import threading
from typing import Any

import httpx
import pytest
from alsorn import AlsornClient, AsyncAlsornClient
from clientkit import errors, settings
from clientkit.operation import Request
from clientkit.settings import Settings, origin_of
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, answer
from clientkit.views import last_call, raw
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpx import HTTPXMock, IteratorStream

from .modes import GET, MODES, POST, PRODUCT, SECRET, Mode, fresh_url, operation

OK = answer(200, {"done": True})
CLIENTS = [AlsornClient, AsyncAlsornClient]


# -- options -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "origin", "path"),
    [
        ("https://api.example.com", "https://api.example.com", ""),
        ("https://api.example.com/", "https://api.example.com", ""),
        ("https://API.Example.com:443/v1/", "https://api.example.com", "/v1"),
        ("http://localhost:80", "http://localhost", ""),
        ("http://127.0.0.1:8080/a/b", "http://127.0.0.1:8080", "/a/b"),
        ("https://[::1]:8443", "https://[::1]:8443", ""),
        ("http://host:443", "http://host:443", ""),
    ],
)
def test_addresses_have_one_form(url: str, origin: str, path: str) -> None:
    made = settings.make(url, PRODUCT)
    assert (made.origin, made.base_path) == (origin, path)
    assert origin_of(origin) == origin


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.com",
        "ftp://host",
        "https://",
        "http:///path",
        "//host",
        "https://host:port",
        "https://[::1",
        "https://host:99999",
        "https://user:pw@host",
        "https://host?x=1",
        "https://host#x",
        None,
        7,
        b"https://host",
    ],
)
def test_what_is_no_address_is_refused(url: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="base_url"):
        settings.make(url, PRODUCT)


BAD_SECONDS = (0, -1, float("nan"), float("inf"), 1e12, "5", True, [])
BAD_HEADERS: list[Any] = [
    *({name: "x"} for name in ("", "a b", "a:", "a\n", "é", 1)),
    *({"a": value} for value in (1, None, "x\ny", "é", " x", b"x")),
    "text",
    [("a", "b")],
]
BAD_OPTIONS: list[tuple[str, Any]] = [
    ("timeout", BAD_SECONDS),
    ("deadline", BAD_SECONDS),
    ("stream_timeout", BAD_SECONDS),
    ("max_retries", (-1, 1.5, "2", True, None)),
    ("max_event_bytes", (0, -1, 1.5, None)),
    ("max_body_bytes", (0, -1, 1.5, None)),
    ("max_received", (0, -1, 1.5, None)),
    ("headers", BAD_HEADERS),
]


@pytest.mark.parametrize(("name", "values"), BAD_OPTIONS)
def test_options_that_cannot_work_are_refused(mode: Mode, name: str, values: Any) -> None:
    client = mode.caller().client
    for value in values:
        for refuse in (
            lambda **options: settings.make("https://host", PRODUCT, **options),
            client.with_options,
        ):
            with pytest.raises(errors.ConfigurationError, match="header|" + name) as caught:
                refuse(**{name: value})
            assert isinstance(caught.value, ValueError)


@given(st.floats(min_value=1e-6, max_value=1e6), st.integers(0, 100))
def test_options_that_can_work_are_taken(seconds: float, retries: int) -> None:
    made = settings.make("https://host", PRODUCT, timeout=seconds, deadline=None, max_retries=retries)
    assert (made.timeout, made.deadline, made.retry.max_retries) == (seconds, None, retries)


# -- views ---------------------------------------------------------------------------------------------


def test_a_view_shares_the_channel_and_nothing_else(mode: Mode) -> None:
    caller = mode.caller([OK] * 4, timeout=5.0, headers={"X-A": "1"})
    view = caller.view(timeout=7.0, max_retries=9, headers={"x-a": "2", "X-B": "3"})
    again = view.view(headers={"X-C": "4"})
    assert type(view.client) is type(caller.client)
    for each in (caller, view, again, caller):
        each.send(GET)
    headers = [dict(request.headers) for request in caller.transport.requests]
    names = ("X-A", "x-a", "X-B", "X-C")
    assert [tuple(sent.get(name) for name in names) for sent in headers] == [
        ("1", None, None, None),
        (None, "2", "3", None),
        (None, "2", "3", "4"),
        ("1", None, None, None),
    ]
    assert [limits.total for limits in caller.transport.limits] == [5.0, 7.0, 7.0, 5.0]
    assert caller.client._core.settings.retry.max_retries == 2


def test_resources_of_a_view_go_by_its_options() -> None:
    transport = ScriptedTransport([answer(200, {"agent_id": "a", "score": 5})] * 2)
    client = AlsornClient("als_test_key", http_client=transport)
    client.with_options(timeout=1.5).trust.query("a")
    client.trust.query("a")
    assert [limits.total for limits in transport.limits] == [1.5, 30.0]


def test_a_view_is_no_change_when_nothing_is_given(mode: Mode) -> None:
    client = mode.caller().client
    assert client.with_options()._core.settings == client._core.settings


# -- raw -----------------------------------------------------------------------------------------------


def test_raw_is_the_answer_as_it_came(mode: Mode) -> None:
    caller = mode.caller([answer(503), answer(201, {"n": "1"}, {"X-Limit": "9", "X-Request-Id": "r1"})])
    found = mode.run(raw(caller.client._core.send)(GET(), lambda data: int(data["n"])))
    assert (found.status, found.headers["x-limit"], found.body) == (201, "9", b'{"n": "1"}')
    assert (found.json(), found.parse()) == ({"n": "1"}, 1)
    assert (found.request_id, found.attempts, found.elapsed) == ("r1", 2, sum(caller.waits))
    assert repr(found) == "<RawAnswer 201, 10 bytes>"
    assert pickle.loads(pickle.dumps(found)).parse() == 1


def test_raw_puts_the_error_off_until_it_is_read(mode: Mode) -> None:
    caller = mode.caller([answer(200, "<html>")])
    found = mode.run(raw(caller.client._core.send)(GET()))
    assert found.text == "<html>"
    with pytest.raises(errors.DecodeError, match="<html>"):
        found.parse()


def test_raw_raises_errors_and_retries_as_always(mode: Mode) -> None:
    caller = mode.caller([answer(503), answer(404)])
    with pytest.raises(errors.NotFoundError):
        mode.run(raw(caller.client._core.send)(GET()))
    assert caller.sent == 2


def test_a_raw_view_leads_to_groups_values_and_other_views(mode: Mode) -> None:
    caller = mode.caller([OK])
    view = caller.client.raw
    assert view.base_url == caller.client.base_url
    assert view.with_options(timeout=1.0).base_url == view.base_url
    with pytest.raises(AttributeError):
        view._core  # noqa: B018
    assert repr(view) == f"<raw {caller.client!r}>"


def test_raw_does_not_reach_into_a_method_that_makes_several_calls(mode: Mode) -> None:
    caller = mode.caller([answer(200, {"n": 1}), answer(202, {"n": 2})])
    send = caller.client._core.send

    def both() -> Any:
        return send(GET())["n"] + send(GET())["n"]

    async def both_async() -> Any:
        return (await send(GET()))["n"] + (await send(GET()))["n"]

    found = mode.run(raw(both_async if mode.is_async else both)())
    assert (found.status, found.parse()) == (202, 3)


def test_the_last_call_is_known_without_raw(mode: Mode) -> None:
    caller = mode.caller([answer(503), answer(200, {}, {"X-Request-Id": "r7"})])

    def call() -> Any:
        caller.client._core.send(GET())
        return last_call()

    async def call_async() -> Any:
        await caller.client._core.send(GET())
        return last_call()

    info = mode.run(call_async() if mode.is_async else call())
    assert (info.request_id, info.status, info.attempts, info.operation_id) == ("r7", 200, 2, GET.id)


# -- closing -------------------------------------------------------------------------------------------


def test_a_closed_client_says_so(mode: Mode) -> None:
    caller = mode.connect("http://127.0.0.1:9", max_retries=0)
    caller.error(GET)
    caller.close()
    caller.close()
    view = caller.view(timeout=1.0)
    for each in (caller, view):
        error = each.error(POST)
        assert isinstance(error, errors.ClientError)
        assert str(error) == "this client is closed; make a new one"


def test_closing_a_client_that_was_never_used(mode: Mode) -> None:
    caller = mode.connect("http://127.0.0.1:9")
    caller.close()
    assert "closed" in str(caller.error(GET))


@pytest.mark.parametrize("client", CLIENTS)
def test_the_error_of_a_closed_client_is_the_products(client: Any) -> None:
    from alsorn import AlsornError

    mode = MODES[client is AsyncAlsornClient]
    made = client("als_test_key")
    mode.close(made)
    with pytest.raises(AlsornError, match="closed"):
        mode.run(made.trust.query("a"))


def test_a_client_is_a_context_manager() -> None:
    with AlsornClient("als_test_key") as client:
        assert client.base_url == "https://api.alsorn.com"
    with pytest.raises(errors.ClientError, match="closed"):
        client.trust.query("a")


def test_an_async_client_is_one_too() -> None:
    async def run() -> None:
        async with AsyncAlsornClient("als_test_key") as client:
            pass
        with pytest.raises(errors.ClientError, match="closed"):
            await client.trust.query("a")

    MODES[1].run(run())


def test_an_injected_engine_stays_open(mode: Mode) -> None:
    caller = mode.caller([OK])
    caller.send(GET)
    caller.close()
    assert not caller.transport.closed
    assert "closed" in str(caller.error(GET))


def test_threads_that_begin_together_share_one_engine() -> None:
    interval = sys.getswitchinterval()
    # As often as can be: what is to be found is a switch at the wrong moment.
    sys.setswitchinterval(1e-6)
    try:
        begin_together()
    finally:
        sys.setswitchinterval(interval)


def begin_together() -> None:
    for _ in range(50):
        caller = MODES[0].connect("http://127.0.0.1:9")
        together, opened = threading.Barrier(8), []

        def begin(caller: Any = caller, together: Any = together, opened: list[Any] = opened) -> None:
            together.wait(60)
            opened.append(caller.client._core.channel.open()[0])

        threads = [threading.Thread(target=begin) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert len({id(each) for each in opened}) == 1
        caller.close()


# -- pickling ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_client_can_be_pickled(client: Any, protocol: int) -> None:
    made = client("als_test_key", base_url="https://host.test/v1", timeout=7.0, headers={"X-A": "1"})
    made = made.with_options(max_retries=7)
    other = pickle.loads(pickle.dumps(made, protocol))
    assert type(other) is client
    assert repr(other) == repr(made)
    assert other._core.settings == made._core.settings
    assert other._core.auth._token.headers == made._core.auth._token.headers
    assert other._core.channel is not made._core.channel


def test_a_used_client_can_be_pickled(mode: Mode) -> None:
    caller = mode.connect("http://127.0.0.1:9", timeout=1.0, max_retries=0)
    caller.error(GET)
    other = pickle.loads(pickle.dumps(caller.client))
    assert other.base_url == "http://127.0.0.1:9"
    caller.close()
    mode.close(other)


def test_a_client_can_be_copied(mode: Mode) -> None:
    client = mode.connect("http://127.0.0.1:9").client
    assert copy.copy(client)._core.channel is client._core.channel
    assert copy.deepcopy(client)._core.channel is not client._core.channel


@pytest.mark.parametrize(
    ("client", "engine"), [(AlsornClient, httpx.Client()), (AsyncAlsornClient, httpx.AsyncClient())]
)
def test_a_client_with_an_injected_engine_says_why_not(client: Any, engine: Any) -> None:
    with pytest.raises(TypeError, match="injected http_client cannot be pickled"):
        pickle.dumps(client("als_test_key", http_client=engine))


# -- injected engines ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong", [object(), "https://host", httpx.AsyncClient(), AsyncScriptedTransport([]), httpx]
)
def test_a_wrong_engine_is_refused_at_once(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"http_client must be an httpx\.Client or a transport"):
        AlsornClient("als_test_key", http_client=wrong)


@pytest.mark.parametrize("wrong", [object(), httpx.Client(), ScriptedTransport([])])
def test_a_wrong_async_engine_is_refused_at_once(wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"http_client must be an httpx\.AsyncClient or a transport"):
        AsyncAlsornClient("als_test_key", http_client=wrong)


def injected(mode: Mode, handle: Any, **options: Any) -> Any:
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    return kind(transport=httpx.MockTransport(handle), **options)


def finish(mode: Mode, engine: Any) -> None:
    mode.run(engine.aclose() if mode.is_async else engine.close())


def test_what_an_injected_client_adds_is_kept(mode: Mode) -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"done": True})

    engine = injected(mode, handle, headers={"X-Mine": "1", "Accept": "text/plain"})
    url = fresh_url()
    caller = mode.connect(url, http_client=engine, headers={"X-Ours": "2"})
    assert caller.send(POST) == {"done": True}
    request = seen[0]
    assert str(request.url) == f"{url}/things/7"
    assert (request.headers["X-Mine"], request.headers["X-Ours"]) == ("1", "2")
    assert request.headers["Accept"] == "application/json"
    assert request.content == b'{"name":"seven"}'
    caller.close()
    assert not engine.is_closed
    finish(mode, engine)


def test_an_injected_client_follows_no_redirects_by_itself(mode: Mode) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"Location": "https://elsewhere.test/"})

    engine = injected(mode, handle, follow_redirects=True)
    caller = mode.connect(fresh_url(), http_client=engine, auth=mode.fixed(None))
    assert "which is not followed" in str(caller.error(GET))
    finish(mode, engine)


@pytest.mark.parametrize(
    ("raised", "kind", "attempts", "unclear"),
    [
        (httpx.ConnectError("x"), errors.ConnectionError, 3, False),
        (httpx.ProxyError("x"), errors.ConnectionError, 3, False),
        (httpx.ConnectTimeout("x"), errors.TimeoutError, 3, False),
        (httpx.PoolTimeout("x"), errors.TimeoutError, 3, False),
        (httpx.ReadTimeout("x"), errors.TimeoutError, 1, True),
        (httpx.WriteTimeout("x"), errors.TimeoutError, 1, True),
        (httpx.ReadError("x"), errors.ConnectionError, 1, True),
        (httpx.WriteError("x"), errors.ConnectionError, 1, True),
        (httpx.RemoteProtocolError("x"), errors.ConnectionError, 1, True),
        (httpx.LocalProtocolError("x"), errors.ConnectionError, 1, False),
        (httpx.UnsupportedProtocol("x"), errors.ConnectionError, 1, False),
        (httpx.DecodingError("x"), errors.DecodeError, 1, True),
        (OSError("x"), errors.ConnectionError, 1, True),
        (RuntimeError("Event loop is closed"), errors.ConnectionError, 1, True),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_what_an_engine_raises_is_understood(
    mode: Mode,
    raised: Exception,
    kind: type,
    attempts: int,
    unclear: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)

    def handle(request: httpx.Request) -> httpx.Response:
        raise raised

    engine = injected(mode, handle)
    caller = mode.connect(fresh_url(), http_client=engine)
    error = caller.error(operation("POST", request=lambda: Request("POST", "/x", headers={"X": "1"})))
    assert type(error) is kind
    assert (error.attempts, error.unclear) == (attempts, unclear)
    assert error.__context__ is None
    finish(mode, engine)


def test_an_injected_client_that_is_closed_is_a_clear_error(mode: Mode) -> None:
    engine = injected(mode, lambda request: httpx.Response(200))
    finish(mode, engine)
    error = mode.connect(fresh_url(), http_client=engine).error(POST)
    assert isinstance(error, errors.ConnectionError)
    assert "closed" in str(error)
    assert (error.attempts, error.unclear) == (1, False)


# -- pytest-httpx: what users of the clients test with -------------------------------------------------


def test_pytest_httpx_stands_in_for_the_service(
    mode: Mode, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)
    url = fresh_url()
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(
        url=f"{url}/things/7", json={"done": True}, match_headers={"Authorization": f"Bearer {SECRET}"}
    )
    from clientkit.auth import Token

    caller = mode.connect(url, auth=mode.fixed(Token(SECRET)), deadline=60.0)
    assert caller.send(GET) == {"done": True}
    assert len(httpx_mock.get_requests()) == 2
    caller.close()


def test_pytest_httpx_raises_for_the_service(mode: Mode, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    caller = mode.connect(fresh_url())
    assert isinstance(caller.error(POST), errors.TimeoutError)
    caller.close()


def test_pytest_httpx_streams(mode: Mode, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(stream=IteratorStream([b"one", b"two"]))
    caller = mode.connect(fresh_url())
    stream = caller.stream(operation(stream="bytes"))
    assert mode.run(stream.read()) == b"onetwo"
    mode.close(stream)
    caller.close()


def test_cookies_are_not_kept(mode: Mode, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    for proxy in (None, "http://127.0.0.1:9"):
        if proxy is not None:
            monkeypatch.setenv("http_proxy", proxy)
            monkeypatch.setenv("all_proxy", proxy)
        url = fresh_url()
        httpx_mock.add_response(
            url=f"{url}/things/7", json={}, headers={"Set-Cookie": "sid=1"}, is_reusable=True
        )
        caller = mode.connect(url)
        caller.send(GET)
        caller.send(GET)
        assert all("Cookie" not in request.headers for request in httpx_mock.get_requests())
        caller.close()
    assert len(httpx_mock.get_requests()) == 4


def test_settings_show_no_default_that_could_be_changed() -> None:
    first, second = Settings("https://a"), Settings("https://b")
    settings.changed(first, headers={"X": "1"})
    assert second.headers == {}


def test_a_client_that_is_forgotten_is_collected(mode: Mode) -> None:
    import weakref

    caller = mode.connect("http://127.0.0.1:9", timeout=1.0, max_retries=0)
    caller.error(GET)
    caller.close()
    seen = weakref.ref(caller.client)
    del caller
    gc.collect()
    assert seen() is None
