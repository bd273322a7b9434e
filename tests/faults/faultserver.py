"""A server that misbehaves as it is told: raw bytes over real sockets, in a process of its own.

The path of a request says what is played: `/<scenario>/<run>.<profile>/<rest>`. A run is what one test
does; a profile is what a sound answer to it looks like. What was seen of a run is read at `/-/runs/<run>`.

    python -m tests.faults.faultserver CERTIFICATES

prints one line of JSON with its ports and ends when its standard input does.
"""

from __future__ import annotations

import email.utils
import gzip
import http.client
import itertools
import json
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Self

from tests.runtime.rawserver import Connection, RawServer, response

ROOT = Path(__file__).parents[2]
# The time here and on the clocks of its clients, so that a date is as far ahead as it was meant to be.
NOW = 1_700_000_000
# Longer than any test waits: an endless answer ends when its reader has gone.
_ENDLESS = 30.0
# What TLS listeners there are, by the certificate that they show.
CERTIFICATES = ("right", "wrong-name", "expired", "unknown-ca")


class Run:
    """What was seen of one test.

    Attributes:
        seen: An entry for each request, in order.
        sound: Whether faults are over.
    """

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []
        self.sound = False


class Ask:
    """One request, and what a sound answer to it would be.

    Attributes:
        connection: Where it came from.
        target: Path and query behind the run.
        base: What the path of the base URL is.
        number: Which request of its run it is, from 1.
        media: Media type of a sound answer.
        body: A sound answer.
        key: The credential of the request; what the server says often quotes it.
    """

    def __init__(
        self, connection: Connection, run: Run, head: Mapping[str, str], base: str, target: str, profile: Any
    ) -> None:
        self.connection = connection
        self.base = base
        self.target = target
        self.number = len(run.seen)
        self.media: str = profile["media"]
        self.body: bytes = profile["body"].encode()
        key = head.get("authorization") or head.get("x-api-key") or ""
        self.key = key.removeprefix("Bearer ")

    @property
    def is_stream(self) -> bool:
        return self.media == "text/event-stream"

    def whole(self, *headers: str, body: bytes | None = None, status: str = "200 OK") -> bytes:
        """A sound answer, or one that differs in some parts."""
        return response(self.body if body is None else body, status, f"Content-Type: {self.media}", *headers)

    def head(self, *headers: str, status: str = "200 OK") -> bytes:
        """The head of a sound answer."""
        lines = [f"HTTP/1.1 {status}", f"Content-Type: {self.media}", *headers]
        return "\r\n".join(lines).encode() + b"\r\n\r\n"

    def cut(self) -> bytes:
        """A sound answer that announces all and has half of it."""
        return self.head(f"Content-Length: {len(self.body)}") + self.half()

    def half(self) -> bytes:
        """The first half of the body; of events the first and half of the second."""
        if not self.is_stream:
            return self.body[: len(self.body) // 2]
        first = self.body.index(b"\n\n") + 2
        return self.body[: first + (len(self.body) - first) * 2 // 3]

    def problem(self, status: str, *headers: str) -> bytes:
        """An error answer that quotes the credential."""
        body = json.dumps({"message": f"no\nfor {self.key}", "echo": self.key}).encode()
        return response(body, status, "Content-Type: application/json", *headers)


Act = Callable[[Ask], Any]


def chunk(data: bytes) -> bytes:
    """A chunk of a chunked body."""
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def _endlessly(ask: Ask, piece: bytes, pause: float = 0.0) -> None:
    end = time.monotonic() + _ENDLESS
    while time.monotonic() < end:
        ask.connection.say(piece)
        if pause:
            time.sleep(pause)


def _and_reset(say: Callable[[Ask], bytes]) -> Act:
    def act(ask: Ask) -> None:
        ask.connection.say(say(ask))
        # A reset overtakes what the peer has not read.
        ask.connection.socket.settimeout(5)
        time.sleep(0.01)
        ask.connection.reset()

    return act


def _and_silence(say: Callable[[Ask], bytes]) -> Act:
    def act(ask: Ask) -> None:
        ask.connection.say(say(ask))
        ask.connection.wait_for_end()

    return act


def _and_drip(say: Callable[[Ask], bytes], piece: bytes) -> Act:
    def act(ask: Ask) -> None:
        ask.connection.say(say(ask))
        _endlessly(ask, piece, 0.02)

    return act


def _and_flood(say: Callable[[Ask], bytes], piece: bytes) -> Act:
    def act(ask: Ask) -> None:
        ask.connection.say(say(ask))
        _endlessly(ask, piece)

    return act


def _in_packets(say: Callable[[Ask], bytes], size: int) -> Act:
    def act(ask: Ask) -> None:
        data = say(ask)
        for start in range(0, len(data), size):
            ask.connection.say(data[start : start + size])

    return act


def _nothing(ask: Ask) -> bytes:
    return b""


_HALF_A_HEAD = b"HTTP/1.1 200 OK\r\nContent-Ty"
_STATUS = b"HTTP/1.1 200 OK\r\n"


def _chunked(ask: Ask, *parts: bytes) -> bytes:
    return ask.head("Transfer-Encoding: chunked") + b"".join(parts)


# -- answers that are said, and after which the connection is closed ------------------------------------

CLOSING: dict[str, Callable[[Ask], bytes]] = {
    "closed-before-head": _nothing,
    "closed-in-head": lambda ask: _HALF_A_HEAD,
    "closed-in-body": Ask.cut,
    "closed-in-chunks": lambda ask: _chunked(ask, chunk(ask.half())),
    "closed-in-a-chunk": lambda ask: _chunked(ask, chunk(ask.body)[: -len(ask.body) // 4]),
    "closed-after-all": lambda ask: ask.head() + ask.body,
    "other-protocol": lambda ask: b"SSH-2.0-OpenSSH_9.6 " + ask.key.encode() + b"\r\n\r\n",
    "no-head": lambda ask: ask.body,
    "http-2": lambda ask: b"\0\0\x12\x04\0\0\0\0\0\0\x03\0\0\0\x64\0\x04\0\xa0\0\0\0\x02\0\0\0\0",
    "bad-header": lambda ask: _STATUS + f"echo of {ask.key}\r\n\r\n".encode(),
    "nul-in-header": lambda ask: ask.whole(f"X-Echo: {ask.key}\0"),
    "bad-length": lambda ask: ask.head(f"Content-Length: ten {ask.key}") + ask.body,
    "negative-length": lambda ask: ask.head("Content-Length: -5") + ask.body,
    "two-lengths": lambda ask: ask.whole("Content-Length: 1"),
    "other-transfer-encoding": lambda ask: ask.head("Transfer-Encoding: gzip") + ask.body,
    "bad-chunk-size": lambda ask: _chunked(ask, chunk(ask.half()), b"zz\r\n", chunk(b"")),
    "huge-chunk-size": lambda ask: _chunked(ask, b"f" * 40 + b"\r\n", ask.body),
    "no-end-of-chunk": lambda ask: _chunked(ask, chunk(ask.half())[:-2], b"rubbish\r\n", chunk(b"")),
    "status-99": lambda ask: ask.head(status="99 Odd"),
    "status-099": lambda ask: ask.head(status="099 Odd"),
    "status-1000": lambda ask: ask.head(status="1000 Odd"),
    "status-abc": lambda ask: ask.head(status=f"abc {ask.key}"),
    "status-101": lambda ask: ask.head("Upgrade: other", "Connection: upgrade", status="101 Odd"),
}

# -- answers that are sound HTTP; the connection is kept ------------------------------------------------


def _page(status: str) -> Callable[[Ask], bytes]:
    return lambda ask: response(
        f"<html>\n<h1>Sorry</h1>\n<p>{ask.key}</p></html>".encode(), status, "Content-Type: text/html"
    )


def _as(media: str, change: Callable[[bytes], bytes] = bytes) -> Callable[[Ask], bytes]:
    return lambda ask: response(change(ask.body), "200 OK", f"Content-Type: {media}")


def _said(text: bytes) -> Callable[[Ask], bytes]:
    return lambda ask: ask.whole(body=text.replace(b"KEY", ask.key.encode()))


def _encoded(name: str, change: Callable[[bytes], bytes]) -> Callable[[Ask], bytes]:
    return lambda ask: ask.whole(f"Content-Encoding: {name}", body=change(ask.body))


def _zipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _damaged(data: bytes) -> bytes:
    return _zipped(data)[:10] + b"\xff" * 50


def _after(value: Callable[[], str], status: str = "429 Slow down") -> Callable[[Ask], bytes]:
    return lambda ask: ask.problem(status, f"Retry-After: {value()}")


def _in(seconds: float) -> Callable[[], str]:
    return lambda: email.utils.formatdate(NOW + seconds, usegmt=True)


def _to(place: str, status: str) -> Callable[[Ask], bytes]:
    def answer(ask: Ask) -> bytes:
        if ask.number > 1 and "once" in place:
            return ask.whole()
        location = place.format(here=ask.base + ask.target, key=ask.key, elsewhere=Server.elsewhere)
        return response(b"", status, f"Location: {location.removeprefix('once ')}")

    return answer


KEEPING: dict[str, Callable[[Ask], bytes]] = {
    "sound": Ask.whole,
    "more-than-announced": lambda ask: ask.whole() + ask.problem("500 Not yours"),
    "rubbish-behind": lambda ask: ask.whole() + b"\0\xff rubbish",
    "two-same-lengths": lambda ask: ask.whole(f"Content-Length: {len(ask.body)}"),
    "length-and-chunks": lambda ask: (
        ask.head("Content-Length: 3", "Transfer-Encoding: chunked") + chunk(ask.body) + chunk(b"")
    ),
    "chunks": lambda ask: _chunked(ask, chunk(ask.half()), chunk(ask.body[len(ask.half()) :]), chunk(b"")),
    "chunk-extensions": lambda ask: _chunked(
        ask, chunk(ask.body).replace(b"\r\n", b";a=b\r\n", 1), b"0\r\nX-Trailer: x\r\n\r\n"
    ),
    "status-299": lambda ask: ask.whole(status="299 Odd"),
    "no-reason": lambda ask: ask.whole(status="200"),
    "bare-line-feeds": lambda ask: (
        ask.head(f"Content-Length: {len(ask.body)}").replace(b"\r\n", b"\n") + ask.body
    ),
    "folded-header": lambda ask: ask.whole("X-Folded: a\r\n b"),
    "large-header": lambda ask: ask.whole("X-Large: " + "x" * 60_000),
    "early-hints": lambda ask: b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 3 + ask.whole(),
    "cookies": lambda ask: ask.whole("Set-Cookie: sid=1", "Set-Cookie: broken"),
    # What the body is called, and what it is.
    "page-200": _page("200 OK"),
    "page-502": _page("502 Bad Gateway"),
    "page-404": _page("404 Not Found"),
    "as-text": _as("text/plain"),
    "as-json": _as("application/json"),
    "as-nothing": lambda ask: response(ask.body, "200 OK"),
    "as-rubbish": _as(";;charset=\xff/"),
    "with-charset": _as("application/json; charset=utf-16"),
    "byte-order-mark": lambda ask: ask.whole(body=b"\xef\xbb\xbf" + ask.body),
    "utf-16": lambda ask: ask.whole(body=ask.body.decode().encode("utf-16")),
    "latin-1": _said(b'{"caf\xe9": "KEY"}'),
    "cut-json": lambda ask: ask.whole(body=ask.half()),
    "json-and-more": lambda ask: ask.whole(body=ask.body + f"<!-- {ask.key} -->".encode()),
    "json-null": _said(b"null"),
    "json-text": _said(b'"KEY"'),
    "json-list": _said(b'["KEY"]'),
    "json-number": _said(b"7"),
    "deep-json": _said(b"[" * 100_000),
    "huge-number": _said(b'{"id": ' + b"9" * 10_000 + b"}"),
    "controls": _said(b'{"id": "KEY\n"}'),
    "blanks": _said(b" \r\n\t "),
    "empty-200": _said(b""),
    "empty-204": lambda ask: b"HTTP/1.1 204 No Content\r\n\r\n",
    "empty-error": lambda ask: response(b"", "500 Oops"),
    "empty-chunks": lambda ask: _chunked(ask, chunk(b"")),
    # Encodings.
    "gzip": _encoded("gzip", _zipped),
    "deflate": _encoded("deflate", zlib.compress),
    "gzip-twice": _encoded("gzip, gzip", lambda data: _zipped(_zipped(data))),
    "gzip-damaged": _encoded("gzip", _damaged),
    "gzip-cut": _encoded("gzip", lambda data: _zipped(data)[:-4]),
    "gzip-and-more": _encoded("gzip", lambda data: _zipped(data) + _zipped(data)),
    "gzip-not": _encoded("gzip", bytes),
    "gzip-of-nothing": _encoded("gzip", lambda data: _zipped(b"")),
    "gzip-empty": _encoded("gzip", lambda data: b""),
    "encoding-unknown": _encoded("snappy", lambda data: b"\x8b\0\xff" + data),
    # Times to wait.
    "after-1": _after(lambda: "1"),
    "after-date": _after(_in(20)),
    "after-past": _after(_in(-3600)),
    "after-rubbish": _after(lambda: "soon"),
    "after-negative": _after(lambda: "-5"),
    "after-infinite": _after(lambda: "9" * 400),
    "after-year": _after(lambda: "31536000"),
    "after-year-date": _after(_in(31_536_000)),
    "after-1-503": _after(lambda: "1", "503 Busy"),
    "after-year-503": _after(lambda: "31536000", "503 Busy"),
    # Redirects.
    "moved-once-307": _to("once {here}?moved", "307 Elsewhere"),
    "moved-once-308": _to("once {here}?moved", "308 Elsewhere"),
    "moved-once-302": _to("once {here}?moved", "302 Elsewhere"),
    "moved-for-ever": _to("{here}", "307 Elsewhere"),
    "moved-away": _to("{elsewhere}{here}?leaked={key}", "307 Elsewhere"),
    "moved-away-302": _to("{elsewhere}{here}?leaked={key}", "302 Elsewhere"),
    "moved-to-tls": _to("https://127.0.0.1{here}", "308 Elsewhere"),
    "moved-to-file": _to("file:///etc/passwd", "307 Elsewhere"),
    "moved-to-rubbish": _to("http://[::/{key}", "307 Elsewhere"),
    "moved-nowhere": lambda ask: response(b"", "307 Elsewhere"),
    "not-modified": lambda ask: b"HTTP/1.1 304 Not Modified\r\n\r\n",
    # Events.
    "events-crlf": lambda ask: ask.whole(body=ask.body.replace(b"\n", b"\r\n")),
    "events-cr": lambda ask: ask.whole(body=ask.body.replace(b"\n", b"\r")),
    "events-mark": lambda ask: ask.whole(body=b"\xef\xbb\xbf" + ask.body),
    "events-no-end": lambda ask: ask.whole(body=ask.body.rstrip(b"\n")),
    "events-comments": lambda ask: ask.whole(body=b": hello\n\n:\n" + ask.body + b": bye"),
    "events-fields": lambda ask: ask.whole(body=b"id: \0\nretry: x\nunknown: y\nnothing\n\n" + ask.body),
    "events-retry": lambda ask: ask.whole(body=b"retry: " + b"9" * 5000 + b"\n\n" + ask.body),
    "events-none": _said(b": nothing\n\n"),
    "events-cut-json": lambda ask: ask.whole(body=ask.half()),
    "events-bad-json": lambda ask: ask.whole(body=ask.body + f'data: {{"{ask.key}": \n\n'.encode()),
    "events-no-json": lambda ask: ask.whole(body=ask.body + f"data: {ask.key}\n\n".encode()),
    "events-bad-utf-8": lambda ask: ask.whole(body=ask.body + b"data: \xff\xfe\xc3\n\n"),
    "events-deep-json": lambda ask: ask.whole(body=ask.body + b"data: " + b"[" * 100_000 + b"\n\n"),
    "events-large": lambda ask: ask.whole(body=ask.body + b"data: " + b"x" * 300_000 + b"\n\n"),
    "events-many-lines": lambda ask: ask.whole(body=ask.body + b"data: x\n" * 60_000 + b"\n"),
}

# -- answers that need more than bytes; the connection is closed ----------------------------------------


def _sound_chunk(ask: Ask) -> bytes:
    return _chunked(ask, chunk(ask.half()))


ACTING: dict[str, Act] = {
    "reset-before-head": _and_reset(_nothing),
    "reset-in-head": _and_reset(lambda ask: _HALF_A_HEAD),
    "reset-in-body": _and_reset(Ask.cut),
    "reset-in-chunks": _and_reset(_sound_chunk),
    "one-by-one": _in_packets(lambda ask: ask.whole("Connection: close"), 1),
    "events-crlf-one-by-one": _in_packets(
        lambda ask: ask.whole("Connection: close", body=ask.body.replace(b"\n", b"\r\n")), 1
    ),
    "endless-header": _and_flood(lambda ask: _STATUS + b"X: ", b"x" * 65_536),
    "endless-headers": _and_flood(lambda ask: _STATUS, b"X-Header: x\r\n" * 1000),
    "endless-body": _and_flood(lambda ask: ask.head(), b" " * 65_536),
    "endless-chunks": _and_flood(_sound_chunk, chunk(b" " * 65_536)),
    "endless-error": _and_flood(lambda ask: ask.head(status="404 Odd"), b" " * 65_536),
    "endless-gzip": _and_flood(
        lambda ask: ask.head("Content-Encoding: gzip"), gzip.compress(bytes(10_000_000), mtime=0)
    ),
    "silence": _and_silence(_nothing),
    "silence-in-head": _and_silence(lambda ask: _HALF_A_HEAD),
    "silence-in-body": _and_silence(Ask.cut),
    "silence-in-error": _and_silence(lambda ask: ask.cut().replace(b"200", b"404", 1)),
    "drip-of-hints": _and_drip(_nothing, b"HTTP/1.1 103 Early Hints\r\n\r\n" * 20),
    "drip-of-headers": _and_drip(lambda ask: _STATUS, b"X-Header: x\r\n"),
    "drip-of-header": _and_drip(lambda ask: _STATUS, b"x"),
    "drip-of-body": _and_drip(lambda ask: ask.head("Content-Length: 100000"), b" "),
    "drip-of-chunks": _and_drip(lambda ask: ask.head("Transfer-Encoding: chunked"), chunk(b" ")),
    "drip-of-error": _and_drip(lambda ask: ask.head("Content-Length: 100000", status="500 Odd"), b" "),
}


class Server:
    """Plays scenarios and remembers what it saw.

    Args:
        certificates: Folder with a chain and key for each of `CERTIFICATES`, as `<name>.pem`.
    """

    # Address of a listener of another origin, where nothing may ever arrive.
    elsewhere = ""

    def __init__(self, certificates: Path) -> None:
        self._runs: dict[str, Run] = {}
        self._profiles: dict[str, Any] = {}
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self.ports = {"plain": RawServer(self._plain("plain")).port}
        self.ports["elsewhere"] = RawServer(self._plain("elsewhere")).port
        Server.elsewhere = f"http://127.0.0.1:{self.ports['elsewhere']}"
        for name in CERTIFICATES:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificates / f"{name}.pem")
            self.ports[name] = RawServer(self._secured(name, context)).port
        for name, said in (("no-tls", b"HTTP/1.1 400 Bad Request\r\n\r\n"), ("no-handshake", b"")):
            self.ports[name] = RawServer(_saying(said)).port

    def _plain(self, listener: str) -> Callable[[Connection], None]:
        return lambda connection: self._serve(connection, listener)

    def _secured(self, listener: str, context: ssl.SSLContext) -> Callable[[Connection], None]:
        def handle(connection: Connection) -> None:
            connection.socket = context.wrap_socket(connection.socket, server_side=True)
            self._serve(connection, listener)

        return handle

    def _serve(self, connection: Connection, listener: str) -> None:
        number = next(self._numbers)
        while request := connection.request():
            head, _, body = request.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            method, target, _ = first.split(" ")
            fields = [(name.lower(), value.strip()) for name, _, value in (x.partition(":") for x in lines)]
            if target.startswith("/-/"):
                connection.say(response(json.dumps(self._control(method, target, body)).encode()))
                continue
            _, scenario, name, rest = target.split("/", 3)
            run = self._runs.setdefault(name, Run())
            entry = {
                "connection": number,
                "listener": listener,
                "at": time.monotonic(),
                "method": method,
                "target": "/" + rest,
                "headers": fields,
                "body": body.decode("latin-1"),
                "over": False,
            }
            run.seen.append(entry)
            profile = self._profiles[name.partition(".")[2]]
            ask = Ask(connection, run, dict(fields), f"/{scenario}/{name}/", rest, profile)
            try:
                kept = self._play("sound" if run.sound else scenario, ask)
            finally:
                with self._changed:
                    entry["over"] = True
                    self._changed.notify_all()
            if not kept:
                return

    def _play(self, scenario: str, ask: Ask) -> bool:
        """Play a scenario; return whether the connection is kept."""
        if scenario.startswith("answers-"):
            ask.connection.say(ask.problem(f"{scenario.removeprefix('answers-')} Odd"))
            return True
        if scenario in KEEPING:
            ask.connection.say(KEEPING[scenario](ask))
            return True
        if scenario in CLOSING:
            ask.connection.say(CLOSING[scenario](ask))
        else:
            ACTING[scenario](ask)
        return False

    def _control(self, method: str, target: str, body: bytes) -> Any:
        _, _, what, name = target.split("/")
        if what == "profiles":
            self._profiles[name] = json.loads(body)
            return None
        run = self._runs.setdefault(name, Run())
        with self._changed:
            # The client may be faster to notice the end of a connection than the server.
            self._changed.wait_for(lambda: all(entry["over"] for entry in run.seen), 60)
            run.sound = method == "POST"
        return run.seen


class Faults:
    """The fault server as tests see it: starts its process, and talks to it.

    Args:
        certificates: As `Server` takes it.
    """

    def __init__(self, certificates: Path) -> None:
        command = [sys.executable, "-m", "tests.faults.faultserver", str(certificates)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self._ports = json.loads(self._process.stdout.readline())
        self._side = http.client.HTTPConnection("127.0.0.1", self._ports["plain"], timeout=120)
        self._lock = threading.Lock()
        self._profiles: set[str] = set()
        self._runs = itertools.count(1)

    def url(self, scenario: str, run: str, listener: str = "plain", scheme: str = "http") -> str:
        """Return the base URL of a run."""
        return f"{scheme}://127.0.0.1:{self._ports[listener]}/{scenario}/{run}"

    def run(self, profile: str, media: str, body: str) -> str:
        """Return the name of a new run of a profile.

        Args:
            profile: Name of the profile.
            media: Media type of a sound answer.
            body: A sound answer.
        """
        if profile not in self._profiles:
            self._ask("PUT", f"/-/profiles/{profile}", json.dumps({"media": media, "body": body}))
            self._profiles.add(profile)
        return f"{next(self._runs)}.{profile}"

    def seen(self, run: str, *, then_sound: bool = False) -> list[dict[str, Any]]:
        """Return what was seen of a run, when all of it is over.

        Args:
            run: The run.
            then_sound: Whether to give sound answers from now on.
        """
        found: list[dict[str, Any]] = self._ask("POST" if then_sound else "GET", f"/-/runs/{run}")
        return found

    def _ask(self, method: str, path: str, body: str | None = None) -> Any:
        with self._lock:
            self._side.request(method, path, body)
            return json.loads(self._side.getresponse().read())

    def close(self) -> None:
        """End the process."""
        self._side.close()
        self._process.communicate(timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _saying(data: bytes) -> Callable[[Connection], None]:
    """A handler that says the same, whatever it hears."""

    def handle(connection: Connection) -> None:
        connection.socket.recv(1)
        connection.say(data)

    return handle


def scenarios() -> Iterator[str]:
    """Name everything that can be played."""
    yield from CLOSING
    yield from KEEPING
    yield from ACTING


def main() -> None:
    """Serve until standard input ends."""
    print(json.dumps(Server(Path(sys.argv[1])).ports), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
