"""The clients of the generated packages, which keep upstream's face over this runtime."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from clientkit import errors
from clientkit.operation.client import AuthenticatedClient, Client, UnexpectedStatus
from clientkit.secrets import Secret

from .rawserver import Connection, RawServer, answering, response
from .worlds import GET, POST, SECRET, World, operation

Serve = Callable[[Callable[[Connection], Any]], RawServer]


def send(world: World, client: Client, call: Any = GET) -> Any:
    return world.run(client.asend(call()) if world.is_async else client.send(call()))


def leave(world: World, client: Client) -> None:
    world.run(client.__aexit__() if world.is_async else client.__exit__())


def test_answers_of_every_status_are_returned(world: World, serve: Serve) -> None:
    answers = [response(b'{"a": 1}'), response(b'{"b": 2}', "404 Not Found"), response(b"<html>", "520 Odd")]
    client = Client(serve(answering(*answers)).url)
    assert send(world, client).parsed == {"a": 1}
    for status in (404, 520):
        answer = send(world, client)
        assert (answer.status_code, answer.parsed) == (status, None)
    leave(world, client)


def test_nothing_is_repeated(world: World, serve: Serve) -> None:
    server = serve(answering(response(b"{}", "503 No")))
    client = Client(server.url)
    assert send(world, client).status_code == 503
    assert len(server.requests) == 1
    leave(world, client)


def test_an_undocumented_status_is_raised_when_that_is_asked_for(world: World, serve: Serve) -> None:
    client = Client(serve(answering(response(b"secret", "418 Teapot"))).url, raise_on_unexpected_status=True)
    with pytest.raises(UnexpectedStatus, match="418 is not documented; the body has 6 bytes") as caught:
        send(world, client)
    assert (caught.value.status_code, caught.value.content) == (418, b"secret")
    leave(world, client)


def test_an_answer_that_cannot_be_read_is_an_error(world: World, serve: Serve) -> None:
    client = Client(serve(answering(response(b"<html>"))).url)
    with pytest.raises(errors.DecodeError, match="get_thing answered 200") as caught:
        send(world, client)
    assert caught.value.__context__ is None
    leave(world, client)


def test_the_token_is_sent_and_not_shown(world: World, serve: Serve) -> None:
    server = serve(answering(response()))
    client = AuthenticatedClient(server.url, token=SECRET, headers={"X-A": "1"}, cookies={"c": "d"})
    changed = client.with_headers({"X-B": "2"}).with_cookies({"e": "f"}).with_timeout(httpx.Timeout(5.0))
    send(world, changed)
    head = server.requests[0].decode().lower()
    for line in (f"authorization: bearer {SECRET}", "x-a: 1", "x-b: 2", "cookie: c=d; e=f"):
        assert line in head
    assert isinstance(client.token, Secret)
    assert SECRET not in f"{client!r} {changed!r} {client}"
    leave(world, changed)


def test_a_call_has_a_time_out(world: World, serve: Serve) -> None:
    server = serve(lambda connection: (connection.request(), connection.wait_for_end()))
    client = Client(server.url, timeout=0.2)
    with pytest.raises(errors.TimeoutError):
        send(world, client, POST)
    leave(world, client)


def test_an_httpx_client_that_was_made_is_closed_with_it(world: World, serve: Serve) -> None:
    server = serve(answering(response()))
    client = Client(server.url, httpx_args={"headers": {"X-Args": "1"}})
    send(world, client)
    made = client.get_async_httpx_client() if world.is_async else client.get_httpx_client()
    assert b"x-args: 1" in server.requests[0].lower()
    leave(world, client)
    assert made.is_closed


def test_an_httpx_client_that_was_brought_stays_open(world: World, serve: Serve) -> None:
    brought: Any = httpx.AsyncClient() if world.is_async else httpx.Client()
    client = Client(serve(answering(response())).url)
    (client.set_async_httpx_client if world.is_async else client.set_httpx_client)(brought)
    send(world, client)
    leave(world, client)
    assert not brought.is_closed
    world.run(brought.aclose() if world.is_async else brought.close())


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak"])
def test_a_bad_token_is_refused_without_showing_it(world: World, token: str) -> None:
    client = AuthenticatedClient("http://127.0.0.1:9", token=token)
    with pytest.raises(ValueError, match="the token") as caught:
        send(world, client, operation())
    assert not token or token not in str(caught.value)
