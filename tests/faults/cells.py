"""One cell of the table of faults: a call of a product in a mode, and what it comes to."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from clientkit import errors as common
from clientkit._async.httpcore_engine import AsyncHttpcoreTransport
from clientkit._io import libraries
from clientkit._io.aiohttp_engine import AiohttpTransport
from clientkit._io.blocking import SystemClock
from clientkit._sync.httpcore_engine import HttpcoreTransport

from tests.runtime.modes import Mode

from .faultserver import NOW, Faults
from .faulttable import CUT, OTHER, Outcome
from .products import Client, Product

COMMON: Mapping[str | int, type[common.ClientError]] = {
    "connection": common.ConnectionError,
    "timeout": common.TimeoutError,
    "decode": common.DecodeError,
    "stream": common.StreamError,
    "stream_timeout": common.StreamTimeoutError,
    400: common.BadRequestError,
    401: common.AuthenticationError,
    403: common.PermissionDeniedError,
    404: common.NotFoundError,
    409: common.ConflictError,
    422: common.UnprocessableError,
    429: common.RateLimitError,
    "4xx": common.ApiError,
    "5xx": common.ServerError,
}
_REDIRECTS = {302, 307, 308}


class Clock(SystemClock):
    """A clock on which nobody waits, with the date of the fault server.

    Attributes:
        waits: Every wait that was due, in seconds.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []

    def time(self) -> float:  # type: ignore[override]
        return NOW

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


class AsyncClock(Clock):
    async def sleep(self, seconds: float) -> None:  # type: ignore[override]
        self.waits.append(seconds)


NAME = libraries.chosen()
ASYNC_NAME = libraries.chosen(client="AsyncClient")
AsyncBase: Any = AiohttpTransport if ASYNC_NAME == "aiohttp" else AsyncHttpcoreTransport


class Engine(HttpcoreTransport):
    """The engine that ships, but for its clock."""

    def __init__(self, verify: Any = True) -> None:
        super().__init__(verify, NAME)
        self.clock = Clock()


class AsyncEngine(AsyncBase):  # type: ignore[misc]
    """The same for async clients; CLIENTKIT_ENGINE chooses another one."""

    def __init__(self, verify: Any = True) -> None:
        super().__init__(verify, *([] if AsyncBase is AiohttpTransport else [ASYNC_NAME]))
        self.clock = AsyncClock()


class Cell:
    """One call of one product in one mode, and what it comes to.

    Attributes:
        faults: The server.
        product: Whose call it is.
        mode: Sync or async.
        policy: Which of its calls.
        outcome: What it comes to.
        run: Name of the run at the server.
    """

    def __init__(self, faults: Faults, product: Product, mode: Mode, policy: str, outcome: Outcome) -> None:
        self.faults = faults
        self.product = product
        self.mode = mode
        self.policy = policy
        # Nothing at all is no stream where the last event is to say that it is over.
        is_cut = product.ends and policy == "stream" and outcome == OTHER
        self.outcome = CUT if is_cut else outcome
        sound = product.answer(policy)
        self.run = faults.run(f"{product.name}-{policy}", sound.media, sound.body)

    def __repr__(self) -> str:
        return f"{self.product}-{self.mode}-{self.policy}"

    @property
    def requests(self) -> int:
        """How many requests go out."""
        if self.outcome.requests is not None:
            return self.outcome.requests
        when_safe = self.outcome.repeated == "safe" and self.product.repeats(self.policy)
        return 3 if when_safe or self.outcome.repeated == "always" else 1

    @contextmanager
    def client(self, url: str, verify: Any = True, **options: Any) -> Iterator[tuple[Client, Clock]]:
        """A client with an engine of its own, and the clock of the engine."""
        engine: Any = (AsyncEngine if self.mode.is_async else Engine)(verify)
        client = self.product.connect(self.mode, url, http_client=engine)
        try:
            yield client.view(**options) if options else client, engine.clock
        finally:
            client.close()
            self.mode.close(engine)

    def call(self, client: Client) -> Any:
        """Make the call; return its result or its error."""
        try:
            return self.product.calls[self.policy](client)
        except Exception as error:
            return error

    def sound(self, client: Client) -> Any:
        """Make the call, which must succeed: the client is as good as new."""
        result = self.call(client)
        assert not isinstance(result, Exception), f"{self}: {result!r}"
        return comparable(result)

    def check_requests(self, seen: list[dict[str, Any]]) -> None:
        """See that every attempt was the same, whole, and went where it should."""
        assert len(seen) == self.requests, self
        assert {entry["listener"] for entry in seen} == {"plain"}, self
        assert len({(entry["method"], entry["body"]) for entry in seen}) == 1, self
        for entry in seen:
            headers = dict(entry["headers"])
            assert entry["over"], f"{self}: the connection is open"
            assert int(headers.get("content-length", 0)) == len(entry["body"]), self
            assert self.product.key in headers.get("authorization", "") + headers.get("x-api-key", ""), self
            assert "cookie" not in headers, self

    def check_waits(self, waits: list[float]) -> None:
        """See that the service's wishes were honoured, and nothing else was waited for."""
        assert waits == list(self.outcome.waits[: self.requests - 1]), self

    def check_result(self, result: Any) -> None:
        """See that a call came to what the table says."""
        if self.outcome.kind == "ok":
            assert not isinstance(result, Exception), f"{self}: {result!r}"
        else:
            self.check_error(result)

    def check_error(self, found: Any) -> None:
        """See that there is an error, of the right classes, that says what is known."""
        assert isinstance(found, Exception), f"{self}: no error, but {found!r}"
        error: Any = found
        kinds = (self.product.root, class_of(COMMON, self.outcome))
        assert type(error) is class_of(self.product.classes, self.outcome), f"{self}: {error!r}"
        assert all(isinstance(error, kind) for kind in kinds), f"{self}: {error!r}"
        assert (error.idempotency_key is not None) == (self.policy == "keyed"), self
        if self.outcome.status is not None:
            assert error.status == self.outcome.status, self
            assert error.retry_after == self.outcome.retry_after, self
        if self.outcome.kind.startswith("stream") and self.policy == "stream":
            assert len(error.received) == self.outcome.received, self
        self.check_clear(error)

    def check_clear(self, error: Any) -> None:
        """See that an error is one line, says of what it is, and shows nothing else."""
        # A read cannot have acted, whatever became of it.
        reads = self.policy in {"read", "bytes"} or (self.product.name, self.policy) == (
            "assetcore",
            "stream",
        )
        unclear = self.outcome.unclear and not reads
        assert (error.attempts, error.unclear) == (self.requests, unclear), f"{self}: {error!r}"
        text = str(error)
        assert len(text.splitlines()) == 1, text
        # The service's own words, or the phrase of the status where a product documents that, say no more.
        if self.outcome.kind != "status" or self.outcome.status in _REDIRECTS:
            assert f"({error.operation_id})" in text, text
            assert text.split()[0] in {"GET", "POST"}, text
        assert error.operation_id, self
        for shown in (text, repr(error), repr(vars(error)), repr(error.args)):
            assert self.product.key not in shown, self
        # Nothing of the libraries under it is shown with it.
        assert error.__cause__ is None, self
        assert error.__context__ is None or error.__suppress_context__, f"{self}: {error.__context__!r}"


def class_of(classes: Mapping[str | int, Any], outcome: Outcome) -> Any:
    """The class among those of a product, or the common ones, that an outcome has."""
    if outcome.status is None:
        return classes[outcome.kind]
    return classes.get(outcome.status) or classes["5xx" if outcome.status >= 500 else "4xx"]


def comparable(result: Any) -> Any:
    """A result without the key that is made for every call."""
    if not hasattr(result, "idempotency_key"):
        return result
    result = copy.copy(result)
    result.idempotency_key = None
    return result
