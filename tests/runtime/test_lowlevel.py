"""The clients of the generated packages, which keep upstream's face over this runtime."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from clientkit import errors
from clientkit.lowlevel import AuthenticatedClient, Client, UnexpectedStatus
from clientkit.secrets import Secret

from .modes import GET, POST, SECRET, Mode, operation
from .rawserver import Connection, RawServer, answering, response

Serve = Callable[[Callable[[Connection], Any]], RawServer]


def send(mode: Mode, client: Client, call: Any = GET) -> Any:
    return mode.run(client.asend(call()) if mode.is_async else client.send(call()))


def leave(mode: Mode, client: Client) -> None:
    mode.run(client.__aexit__() if mode.is_async else client.__exit__())


def test_answers_of_every_status_are_returned(mode: Mode, serve: Serve) -> None:
    answers = [response(b'{"a": 1}'), response(b'{"b": 2}', "404 Not Found"), response(b"<html>", "520 Odd")]
    client = Client(serve(answering(*answers)).url)
    assert send(mode, client).parsed == {"a": 1}
    for status in (404, 520):
        answer = send(mode, client)
        assert (answer.status_code, answer.parsed) == (status, None)
    leave(mode, client)


def test_nothing_is_repeated(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response(b"{}", "503 No")))
    client = Client(server.url)
    assert send(mode, client).status_code == 503
    assert len(server.requests) == 1
    leave(mode, client)


def test_an_undocumented_status_is_raised_when_that_is_asked_for(mode: Mode, serve: Serve) -> None:
    client = Client(serve(answering(response(b"secret", "418 Teapot"))).url, raise_on_unexpected_status=True)
    with pytest.raises(UnexpectedStatus, match="418 is not documented; the body has 6 bytes") as caught:
        send(mode, client)
    assert (caught.value.status_code, caught.value.content) == (418, b"secret")
    leave(mode, client)


def test_an_answer_that_cannot_be_read_is_an_error(mode: Mode, serve: Serve) -> None:
    client = Client(serve(answering(response(b"<html>"))).url)
    with pytest.raises(errors.DecodeError, match="get_thing answered 200") as caught:
        send(mode, client)
    assert caught.value.__context__ is None
    leave(mode, client)


def test_the_token_is_sent_and_not_shown(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response()))
    client = AuthenticatedClient(server.url, token=SECRET, headers={"X-A": "1"}, cookies={"c": "d"})
    changed = client.with_headers({"X-B": "2"}).with_cookies({"e": "f"}).with_timeout(httpx.Timeout(5.0))
    send(mode, changed)
    head = server.requests[0].decode().lower()
    for line in (f"authorization: bearer {SECRET}", "x-a: 1", "x-b: 2", "cookie: c=d; e=f"):
        assert line in head
    assert isinstance(client.token, Secret)
    assert SECRET not in f"{client!r} {changed!r} {client}"
    leave(mode, changed)


def test_a_call_has_a_time_out(mode: Mode, serve: Serve) -> None:
    server = serve(lambda connection: (connection.request(), connection.wait_for_end()))
    client = Client(server.url, timeout=0.2)
    with pytest.raises(errors.TimeoutError):
        send(mode, client, POST)
    leave(mode, client)


def test_an_httpx_client_that_was_made_is_closed_with_it(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response()))
    client = Client(server.url, httpx_args={"headers": {"X-Args": "1"}})
    send(mode, client)
    made = client.get_async_httpx_client() if mode.is_async else client.get_httpx_client()
    assert b"x-args: 1" in server.requests[0].lower()
    leave(mode, client)
    assert made.is_closed


def test_an_httpx_client_that_was_brought_stays_open(mode: Mode, serve: Serve) -> None:
    brought: Any = httpx.AsyncClient() if mode.is_async else httpx.Client()
    client = Client(serve(answering(response())).url)
    (client.set_async_httpx_client if mode.is_async else client.set_httpx_client)(brought)
    send(mode, client)
    leave(mode, client)
    assert not brought.is_closed
    mode.run(brought.aclose() if mode.is_async else brought.close())


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak"])
def test_a_bad_token_is_refused_without_showing_it(mode: Mode, token: str) -> None:
    client = AuthenticatedClient("http://127.0.0.1:9", token=token)
    with pytest.raises(ValueError, match="the token") as caught:
        send(mode, client, operation())
    assert not token or token not in str(caught.value)
