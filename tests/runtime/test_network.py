"""The engine over real sockets, in sync and async.

What becomes of a call for each thing that a server may do to it is in `tests/faults/faulttable.py`.
"""

from __future__ import annotations

import gzip
import io
import os
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from clientkit import errors
from clientkit._io import environment
from clientkit.operation import Request

from .modes import GET, MODES, POST, Mode, operation
from .rawserver import Connection, RawServer, answering, deaf, response

Serve = Callable[[Callable[[Connection], Any]], RawServer]

# A timeout of an attempt, and what no attempt with it may take: generous, since the machine may be busy.
SHORT = 0.3
FAR = 15.0


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)


def drip(connection: Connection, data: bytes) -> None:
    """Send a byte now and then, for longer than any test waits."""
    for number in range(1000):
        connection.say(data[number % len(data) : number % len(data) + 1])
        time.sleep(0.05)


def slow_body(connection: Connection) -> None:
    connection.request()
    connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    drip(connection, b" ")


def slow_headers(connection: Connection) -> None:
    connection.request()
    connection.say(b"HTTP/1.1 200 OK\r\n")
    drip(connection, b"X-Header: x\r\n")


def silence(connection: Connection) -> None:
    connection.request()
    connection.wait_for_end()


@pytest.mark.parametrize("handle", [slow_body, slow_headers], ids=lambda handle: handle.__name__)
def test_every_attempt_is_bounded_by_the_deadline(mode: Mode, serve: Serve, handle: Any) -> None:
    caller = mode.connect(serve(handle).url, timeout=60.0, deadline=SHORT, max_retries=9)
    started = time.monotonic()
    assert isinstance(caller.error(GET), errors.TimeoutError)
    assert time.monotonic() - started < FAR
    caller.close()


def slow_reader(connection: Connection) -> None:
    for _ in range(1000):
        connection.socket.recv(200_000)
        time.sleep(0.02)


def test_a_server_that_reads_slowly_is_bounded_too(mode: Mode, serve: Serve) -> None:
    upload = operation("PUT", request=lambda: Request("PUT", "/f", content=b"x" * 150_000_000))
    caller = mode.connect(serve(slow_reader).url, timeout=SHORT, max_retries=0)
    started = time.monotonic()
    assert isinstance(caller.error(upload), errors.TimeoutError)
    assert time.monotonic() - started < FAR
    caller.close()


@pytest.mark.parametrize("handle", [slow_body, silence], ids=lambda handle: handle.__name__)
def test_an_injected_client_is_bounded_too(mode: Mode, serve: Serve, handle: Any) -> None:
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    injected = kind(timeout=60.0)
    caller = mode.connect(serve(handle).url, timeout=SHORT, http_client=injected)
    started = time.monotonic()
    assert isinstance(caller.error(POST), errors.TimeoutError)
    assert time.monotonic() - started < FAR
    mode.run(injected.aclose() if mode.is_async else injected.close())


def test_the_beginning_of_a_stream_of_an_injected_client_is_bounded_too(mode: Mode, serve: Serve) -> None:
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    injected = kind(timeout=60.0)
    caller = mode.connect(
        serve(silence).url, timeout=SHORT, stream_timeout=60.0, http_client=injected, max_retries=0
    )
    started = time.monotonic()
    with pytest.raises(errors.TimeoutError):
        caller.stream(operation(stream="bytes"))
    assert time.monotonic() - started < FAR
    mode.run(injected.aclose() if mode.is_async else injected.close())


def test_a_proxy_does_not_lift_the_bound(mode: Mode, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    def handle(connection: Connection) -> None:
        connection.request()
        connection.say(response())
        slow_body(connection)

    proxy = serve(handle)
    monkeypatch.setenv("http_proxy", proxy.url)
    monkeypatch.setenv("no_proxy", "")
    caller = mode.connect("http://service.test")
    caller.send(POST)
    started = time.monotonic()
    assert isinstance(caller.view(timeout=SHORT).error(POST), errors.TimeoutError)
    assert time.monotonic() - started < FAR
    assert proxy.requests[0].startswith(b"POST http://service.test/things/7 HTTP/1.1")
    caller.close()


def test_a_stream_may_pause_for_longer_than_an_attempt(mode: Mode, serve: Serve) -> None:
    def handle(connection: Connection) -> None:
        connection.request()
        connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nx")
        time.sleep(2 * SHORT)
        connection.say(b"y")

    # The beginning may take a busy machine several attempts; the pause is behind it.
    caller = mode.connect(serve(handle).url, timeout=SHORT, stream_timeout=60.0, max_retries=9)
    stream = caller.stream(operation(stream="bytes"))
    assert mode.run(stream.read()) == b"xy"
    mode.close(stream)
    caller.close()


def test_a_stream_of_an_injected_client_may_pause_too(mode: Mode, serve: Serve) -> None:
    def handle(connection: Connection) -> None:
        connection.request()
        connection.say(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nx")
        time.sleep(2 * SHORT)
        connection.say(b"y")

    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    injected = kind()
    caller = mode.connect(
        serve(handle).url, timeout=SHORT, stream_timeout=60.0, http_client=injected, max_retries=9
    )
    stream = caller.stream(operation(stream="bytes"))
    assert mode.run(stream.read()) == b"xy"
    mode.close(stream)
    mode.run(injected.aclose() if mode.is_async else injected.close())


# -- connecting ----------------------------------------------------------------------------------------


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port that refuses connections; it is taken, so that no other server of this machine gets it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture
def deaf_port() -> Iterator[int]:
    """A port that takes no more connections and does not refuse them either."""
    with deaf(("127.0.0.1", 0)) as port:
        yield port


def test_a_refused_connection_is_tried_again_even_for_a_post(mode: Mode, closed_port: int) -> None:
    caller = mode.connect(f"http://127.0.0.1:{closed_port}", max_retries=2)
    error = caller.error(POST)
    assert isinstance(error, errors.ConnectionError)
    assert (error.attempts, error.unclear) == (3, False)
    assert "no connection after 3 attempts" in str(error)
    caller.close()


def test_an_unknown_host_is_no_connection(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    caller = mode.connect("http://nowhere.test", max_retries=1)
    error = caller.error(POST)
    assert isinstance(error, errors.ConnectionError)
    assert (error.attempts, error.unclear) == (2, False)
    caller.close()


def test_a_connection_that_is_not_made_in_time_was_never_made(mode: Mode, deaf_port: int) -> None:
    caller = mode.connect(f"http://127.0.0.1:{deaf_port}", timeout=SHORT, max_retries=1)
    started = time.monotonic()
    error = caller.error(POST)
    assert isinstance(error, errors.TimeoutError)
    assert (error.attempts, error.unclear) == (2, False)
    assert time.monotonic() - started < FAR
    caller.close()


def test_addresses_that_do_not_answer_leave_time_for_the_next(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(answering(response(b'{"done": true}')))
    look_up, connect = socket.getaddrinfo, socket.create_connection
    granted: list[float] = []

    # Three addresses of one host, two of them deaf: what a broken IPv6 looks like.
    def addresses(host: str, port: int, *args: Any, **kwargs: Any) -> Any:
        if host != "three-addresses.test":
            return look_up(host, port, *args, **kwargs)
        found = ("127.0.0.7", "127.0.0.8", "127.0.0.9")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    def dial(address: tuple[str, int], timeout: float, *args: Any, **kwargs: Any) -> Any:
        granted.append(timeout)
        if address[0] != "127.0.0.9":
            raise TimeoutError("timed out")
        return connect(("127.0.0.1", server.port), timeout, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", addresses)
    monkeypatch.setattr(socket, "create_connection", dial)
    caller = MODES[0].connect("http://three-addresses.test", timeout=60.0, max_retries=0)
    assert caller.send(POST) == {"done": True}
    # A third, then half of what is left, then all of that: here nobody waits for a deaf one.
    assert granted[0] <= 20.0 < granted[1] <= 30.0 < granted[2] <= 60.0
    caller.close()


def test_a_pool_without_a_free_connection_is_waited_for_in_vain(mode: Mode, serve: Serve) -> None:
    server = serve(silence)
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    injected = kind(limits=httpx.Limits(max_connections=1))
    caller = mode.connect(server.url, http_client=injected, timeout=2 * SHORT, max_retries=1)

    # The one connection is taken by a response that nobody reads to its end.
    started = serve(slow_body)
    request = injected.build_request("GET", started.url, timeout=60.0)
    stream = mode.run(injected.send(request, stream=True))
    error = caller.error(POST)
    assert isinstance(error, errors.TimeoutError)
    assert (error.attempts, error.unclear) == (2, False)
    assert server.connections == []
    mode.run(stream.aclose() if mode.is_async else stream.close())
    mode.run(injected.aclose() if mode.is_async else injected.close())


# -- broken connections ------------------------------------------------------------------------------------


def hang_up(connection: Connection) -> None:
    connection.request()


def reset_in_body(connection: Connection) -> None:
    connection.request()
    connection.say(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"done": ')
    time.sleep(0.05)
    connection.reset()


def test_a_broken_answer_is_mended_by_the_next(mode: Mode, serve: Serve) -> None:
    handlers = iter([reset_in_body, hang_up, answering(response(b'{"done": true}'))])
    server = serve(lambda connection: next(handlers)(connection))
    caller = mode.connect(server.url, timeout=5.0)
    assert caller.send(GET) == {"done": True}
    caller.close()


# -- sizes ---------------------------------------------------------------------------------------------

BODY = b'{"done": "' + b"yes" * 1000 + b'"}'
WHOLE = gzip.compress(BODY, mtime=0)


@pytest.mark.parametrize("injected", [False, True], ids=["own", "injected"])
@pytest.mark.parametrize("name", ["identity", "gzip"])
def test_an_answer_may_be_so_large(mode: Mode, serve: Serve, name: str, injected: bool) -> None:
    server = serve(
        answering(response(BODY if name == "identity" else WHOLE, "200 OK", f"Content-Encoding: {name}"))
    )
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    engine = kind() if injected else None
    caller = mode.connect(server.url, http_client=engine, max_body_bytes=len(BODY))
    assert caller.send(GET) == {"done": "yes" * 1000}
    error = caller.view(max_body_bytes=len(BODY) - 1).error(GET)
    assert type(error) is errors.DecodeError
    assert str(error).endswith(f"it is larger than {len(BODY) - 1} bytes (max_body_bytes)")
    assert (error.attempts, error.unclear) == (1, False)
    # What is read as it comes is as long as it is.
    stream = caller.view(max_body_bytes=1).stream(operation(stream="bytes"))
    assert mode.run(stream.read()) == BODY
    mode.close(stream)
    caller.close()
    if engine is not None:
        mode.run(engine.aclose() if mode.is_async else engine.close())


# -- answers behind answers ----------------------------------------------------------------------------

SMUGGLED = response(b'{"done": "of another"}')


@pytest.mark.parametrize(
    "first",
    [
        response(b'{"done": "first"}') + SMUGGLED,
        response(b'{"done": "first"}') + b"more than was announced",
        b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n{"done": "first"}\r\n0\r\n\r\n'
        + SMUGGLED,
        b"HTTP/1.1 200 OK\r\nContent-Length: 17\r\nConnection: keep-alive\r\n\r\n"
        + b'{"done": "first"}'
        + SMUGGLED,
    ],
    ids=["whole answer", "rubbish", "behind chunks", "kept alive"],
)
def test_what_lies_behind_an_answer_is_not_the_next_one(mode: Mode, serve: Serve, first: bytes) -> None:
    handlers = iter([first, response(b'{"done": "second"}')])
    server = serve(lambda connection: answering(next(handlers))(connection))
    caller = mode.connect(server.url)
    assert caller.send(GET) == {"done": "first"}
    assert caller.send(GET) == {"done": "second"}
    assert len(server.connections) == 2
    caller.close()


def test_nor_behind_an_error(mode: Mode, serve: Serve) -> None:
    handlers = iter([response(b"{}", "404 Not Found") + SMUGGLED, response(b'{"done": "second"}')])
    server = serve(lambda connection: answering(next(handlers))(connection))
    caller = mode.connect(server.url)
    assert caller.error(GET).status == 404
    assert caller.send(GET) == {"done": "second"}
    caller.close()


# -- connections ---------------------------------------------------------------------------------------


def test_calls_one_after_the_other_share_a_connection(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response(b'{"done": true}'), response(b"{}", "404 Not Found"), response(b"[]")))
    caller = mode.connect(server.url)
    caller.send(GET)
    caller.error(GET)
    caller.view(timeout=5.0).send(GET)
    caller.send(POST)
    assert len(server.connections) == 1
    assert len(server.requests) == 4
    caller.close()


def test_closing_closes_the_connections(mode: Mode, serve: Serve) -> None:
    closed = []

    def handle(connection: Connection) -> None:
        answering(response())(connection)
        closed.append(connection)

    server = serve(handle)
    caller = mode.connect(server.url)
    caller.send(GET)
    caller.close()
    deadline = time.monotonic() + FAR
    while not closed and time.monotonic() < deadline:
        time.sleep(0.005)
    assert closed


def test_a_server_that_closes_idle_connections_does_no_harm(mode: Mode, serve: Serve) -> None:
    def one_answer(connection: Connection) -> None:
        connection.request()
        connection.say(response(b'{"done": true}'))

    server = serve(one_answer)
    caller = mode.connect(server.url)
    for _ in range(5):
        assert caller.send(GET) == {"done": True}
    caller.close()


def test_cookies_over_the_wire_are_not_kept(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response(b"{}", "200 OK", "Set-Cookie: sid=1; Path=/")))
    caller = mode.connect(server.url)
    caller.send(GET)
    caller.send(GET)
    assert not any(b"cookie:" in request.lower() for request in server.requests)
    caller.close()


def test_the_request_on_the_wire(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response()))
    caller = mode.connect(server.url + "/v1")
    caller.send(operation("POST", request=lambda: Request("POST", "/a%2Fb", query="q=%3F", json={"é": 1})))
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    names = [line.partition(":")[0].lower() for line in lines[1:]]
    assert lines[0] == "POST /v1/a%2Fb?q=%3F HTTP/1.1"
    assert body == '{"é":1}'.encode()
    assert len(set(names)) == len(names)
    assert "content-type: application/json" in [line.lower() for line in lines]
    assert "accept-encoding: gzip, deflate" in [line.lower() for line in lines]
    caller.close()


def test_files_are_sent_again_whole(mode: Mode, serve: Serve) -> None:
    server = serve(answering(response(b"{}", "503 No"), response()))
    caller = mode.connect(server.url)
    content = io.BytesIO(b"content of the file")
    upload = Request(
        "PUT", "/f", form={"name": "x"}, files=[("file", ("a.bin", content, "application/octet-stream"))]
    )
    caller.send(operation("PUT", request=lambda: upload))
    assert len(server.requests) == 2
    boundaries = set()
    for request in server.requests:
        head, _, body = request.partition(b"\r\n\r\n")
        boundary = head.partition(b"boundary=")[2].split(b"\r\n")[0]
        boundaries.add(boundary)
        assert body.count(b"content of the file") == 1
        assert body.endswith(b"--" + boundary + b"--\r\n")
    assert len(boundaries) == 2
    caller.close()


class Changing(io.BytesIO):
    """A file that was of another size when it was asked for it."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self._size = size

    def seek(self, place: int, whence: int = 0) -> int:
        return self._size if whence == os.SEEK_END else super().seek(place, whence)


def upload_of(content: Any, multipart: bool) -> Any:
    files = [("file", ("a.bin", content, "application/octet-stream"))]
    request = Request("PUT", "/f", files=files) if multipart else Request("PUT", "/f", content=content)
    return operation("PUT", request=lambda: request)


@pytest.mark.parametrize("multipart", [False, True])
def test_of_a_file_that_grows_what_was_there_is_sent(mode: Mode, serve: Serve, multipart: bool) -> None:
    server = serve(answering(response()))
    caller = mode.connect(server.url)
    assert caller.send(upload_of(Changing(b"x" * 100_000 + b"grown", 100_000), multipart)) == {}
    assert server.requests[0].count(b"x" * 100_000) == 1
    assert b"grown" not in server.requests[0]
    caller.close()


@pytest.mark.parametrize("multipart", [False, True])
@pytest.mark.parametrize("injected", [False, True])
def test_a_file_that_shrinks_is_a_connection_that_broke(
    mode: Mode, serve: Serve, multipart: bool, injected: bool
) -> None:
    server = serve(lambda connection: connection.wait_for_end())
    kind: Any = httpx.AsyncClient if mode.is_async else httpx.Client
    client = kind() if injected else None
    caller = mode.connect(server.url, http_client=client, max_retries=2)
    error = caller.error(upload_of(Changing(b"x" * 70_000, 100_000), multipart))
    assert isinstance(error, errors.ConnectionError)
    assert "the file changed while it was sent" in str(error)
    assert (error.attempts, error.unclear) == (1, True)
    caller.close()
    if client is not None:
        mode.close(client)


# -- TLS -----------------------------------------------------------------------------------------------


def test_no_certificates_are_loaded_for_plain_text(mode: Mode, serve: Serve) -> None:
    before = environment.tls_context.cache_info()
    caller = mode.connect(serve(answering(response())).url)
    caller.send(GET)
    assert environment.tls_context.cache_info() == before
    caller.close()


def test_all_clients_share_one_context(mode: Mode) -> None:
    before = environment.tls_context.cache_info().misses
    for _ in range(3):
        caller = mode.connect("https://127.0.0.1:9", max_retries=0, timeout=5.0)
        assert isinstance(caller.error(GET), errors.ConnectionError)
        caller.close()
    assert environment.tls_context.cache_info().misses <= before + 1


def test_a_tls_handshake_that_does_not_come_is_a_connection_not_made(mode: Mode, serve: Serve) -> None:
    server = serve(Connection.wait_for_end)
    caller = mode.connect(server.url.replace("http:", "https:"), timeout=SHORT, max_retries=1)
    error = caller.error(POST)
    assert isinstance(error, errors.TimeoutError)
    assert (error.attempts, error.unclear) == (2, False)
    caller.close()
