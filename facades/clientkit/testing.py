"""For tests of code that uses a client: an engine that plays a script, and a clock that is turned by hand.

    transport = ScriptedTransport([answer(503), answer(200, {"id": "agent_1"})])
    client = AlsornClient(api_key="als_test", http_client=transport)

Nothing sleeps and nothing is sent: waits turn the clock, requests are kept in `transport.requests`.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from typing import Any

from clientkit.operation import Answer, Headers
from clientkit.transport import Failure, HttpRequest, Limits

Step = Answer | Failure | Callable[[HttpRequest], "Answer | Failure"]


def answer(status: int = 200, body: Any = None, headers: Mapping[str, str] | None = None) -> Answer:
    """Return an answer for a script.

    Args:
        status: The HTTP status.
        body: Bytes and text as they are, None for an empty body, anything else as JSON.
        headers: Header fields.
    """
    fields = dict(headers or {})
    if isinstance(body, str):
        body = body.encode()
    elif body is None:
        body = b""
    elif not isinstance(body, bytes):
        body = json.dumps(body).encode()
        fields.setdefault("Content-Type", "application/json")
    return Answer(status, Headers(fields.items()), body)


class FakeClock:
    """A clock that moves when somebody sleeps by it, or when it is moved.

    Attributes:
        now: Seconds since it was made, on both of its scales; Unix time starts at `epoch`.
        sleeps: Every wait, in seconds, in order.
    """

    def __init__(self, epoch: float = 1_700_000_000.0) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []
        self._epoch = epoch

    def monotonic(self) -> float:
        """Seconds since the clock was made."""
        return self.now

    def time(self) -> float:
        """Unix seconds."""
        return self._epoch + self.now

    def advance(self, seconds: float) -> None:
        """Turn the clock forward."""
        self.now += seconds

    def sleep(self, seconds: float) -> None:
        """Turn the clock forward, as a wait."""
        self.sleeps.append(seconds)
        self.now += seconds


class _AsyncFakeClock(FakeClock):
    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock

    def monotonic(self) -> float:
        return self._clock.monotonic()

    def time(self) -> float:
        return self._clock.time()

    async def sleep(self, seconds: float) -> None:  # type: ignore[override]
        self._clock.sleep(seconds)


class _Script:
    """The part of a scripted engine that sync and async share.

    Attributes:
        requests: What was sent, in order.
        limits: The limits of each request.
        closed: Whether the engine was closed.
    """

    def __init__(self, script: Iterable[Step], clock: FakeClock | None = None) -> None:
        self._script: Iterator[Step] = iter(script)
        self.fake_clock = clock or FakeClock()
        self.requests: list[HttpRequest] = []
        self.limits: list[Limits] = []
        self.closed = False

    def _play(self, request: HttpRequest, limits: Limits) -> Answer:
        self.requests.append(request)
        self.limits.append(limits)
        try:
            step = next(self._script)
        except StopIteration:
            raise AssertionError(
                f"the script is over, and {request.method} {request.target} was sent"
            ) from None
        if callable(step):
            step = step(request)
        if isinstance(step, Failure):
            raise step
        return step


class _ScriptedReply:
    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.status = answer.status
        self.headers = answer.headers
        self.closed = False


class ScriptedReply(_ScriptedReply):
    """An answer of a script, read as a stream."""

    def iter_bytes(self) -> Iterator[bytes]:
        """Give the body in one piece."""
        yield self._answer.body

    def read(self, total: float | None) -> bytes:
        """Give the body."""
        return self._answer.body

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True


class AsyncScriptedReply(_ScriptedReply):
    """An answer of a script, read as a stream."""

    async def iter_bytes(self) -> AsyncIterator[bytes]:
        """Give the body in one piece."""
        yield self._answer.body

    async def read(self, total: float | None) -> bytes:
        """Give the body."""
        return self._answer.body

    async def aclose(self) -> None:
        """Remember that it was closed."""
        self.closed = True


class ScriptedTransport(_Script):
    """An engine for a synchronous client's `http_client`: answers come from a script.

    Args:
        script: For each request an answer, a `Failure`, or a function of the request that gives one.
        clock: The clock that waits turn; one of its own by default.
    """

    @property
    def clock(self) -> FakeClock:
        """The clock that the client goes by."""
        return self.fake_clock

    def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Play the next step."""
        return self._play(request, limits)

    def stream(self, request: HttpRequest, limits: Limits) -> ScriptedReply:
        """Play the next step as a stream."""
        return ScriptedReply(self._play(request, limits))

    def close(self) -> None:
        """Remember that it was closed."""
        self.closed = True


class AsyncScriptedTransport(_Script):
    """An engine for an async client's `http_client`: answers come from a script.

    Args:
        script: For each request an answer, a `Failure`, or a function of the request that gives one.
        clock: The clock that waits turn; one of its own by default.
    """

    @property
    def clock(self) -> _AsyncFakeClock:
        """The clock that the client goes by."""
        return _AsyncFakeClock(self.fake_clock)

    async def fetch(self, request: HttpRequest, limits: Limits) -> Answer:
        """Play the next step."""
        return self._play(request, limits)

    async def stream(self, request: HttpRequest, limits: Limits) -> AsyncScriptedReply:
        """Play the next step as a stream."""
        return AsyncScriptedReply(self._play(request, limits))

    async def aclose(self) -> None:
        """Remember that it was closed."""
        self.closed = True
