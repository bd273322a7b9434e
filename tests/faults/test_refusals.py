"""A server that refuses an upload in the middle, and hangs up: what it said is the outcome."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from clientkit import errors
from clientkit._async import engines as async_engines
from clientkit._sync import engines as sync_engines
from clientkit.operation import Request

from tests.runtime.modes import ENGINES, Mode, operation
from tests.runtime.rawserver import Connection, RawServer, response

# More than any system takes off a program's hands, and the pieces of it.
SIZE = 16 * 1024 * 1024
PIECE = 256 * 1024

Serve = Callable[[Callable[[Connection], Any]], RawServer]


def in_pieces(taken: list[int]) -> Iterator[bytes]:
    """A body; `taken` gets a number for each piece that is asked for."""
    for number in range(SIZE // PIECE):
        taken.append(number)
        yield bytes(PIECE)


async def in_async_pieces(taken: list[int]) -> AsyncIterator[bytes]:
    """The same for the asynchronous mode."""
    for piece in in_pieces(taken):
        yield piece


def refusing(context: ssl.SSLContext | None) -> Callable[[Connection], None]:
    """Answer as soon as the head is there, and close: the system resets what comes behind."""

    def handle(connection: Connection) -> None:
        if context is not None:
            connection.socket = context.wrap_socket(connection.socket, server_side=True)
        if connection.wait_for_head():
            connection.say(response(b'{"message": "at most 1 MB"}', "413 Too Large", "Retry-After: 7"))

    return handle


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("engine", ENGINES, ids=repr)
def test_an_upload_that_is_refused_in_the_middle(
    engine: Mode, scheme: str, serve: Serve, authority: Path, nothing_left: None
) -> None:
    context = None
    if scheme == "https":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(authority.with_name("right.pem"))
    server = serve(refusing(context))
    trusting: Any = (async_engines if engine.is_async else sync_engines).open_transport(
        None, ssl.create_default_context(cafile=str(authority))
    )
    caller = engine.connect(server.url.replace("http", scheme), http_client=trusting, timeout=20.0)
    taken: list[int] = []
    pieces = in_async_pieces(taken) if engine.is_async else in_pieces(taken)
    for content in (bytes(SIZE), pieces):
        upload = Request("PUT", "/files/7", content=content)
        error = caller.error(operation("PUT", request=lambda upload=upload: upload))
        assert isinstance(error, errors.ApiError)
        assert (error.status, error.message, error.retry_after) == (413, "at most 1 MB", 7.0)
        assert (error.attempts, error.unclear) == (1, False)
    # The rest of it was not asked for.
    assert 0 < len(taken) < SIZE // PIECE
    caller.close()
    # A client closes only what it has opened.
    engine.close(trusting)
    RawServer.stop_all()
