"""sync and async behind one face: a client of either kind is built, called and closed by the same lines."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import threading
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

import trio
from clientkit import settings
from clientkit._async.client import AsyncBaseClient
from clientkit._async.tokens import AsyncFixedAuth, AsyncRefreshingAuth
from clientkit._sync.client import BaseClient
from clientkit._sync.tokens import FixedAuth, RefreshingAuth
from clientkit.auth import Token
from clientkit.errors import ErrorClasses
from clientkit.operation import Answer, Operation, Prepared, Request
from clientkit.polling import PollPolicy
from clientkit.product import Product
from clientkit.testing import AsyncScriptedTransport, FakeClock, ScriptedTransport, Step
from clientkit.transport import Failure
from clientkit.views import raw

PRODUCT = Product("probe", ErrorClasses())
SECRET = "sk-live-0123456789abcdef"

REFUSED = Failure("connection refused", sent=False)
POOL_BUSY = Failure("no connection was free", sent=False, timed_out=True)
BROKEN = Failure("the peer closed the connection")
TIMED_OUT = Failure("no byte in time", timed_out=True)

_names = itertools.count()


_local = threading.local()


def runner() -> asyncio.Runner:
    """The event loop that all tests of a thread share."""
    if not hasattr(_local, "runner"):
        _local.runner = asyncio.Runner()
    found: asyncio.Runner = _local.runner
    return found


def close_runner() -> None:
    """Close the event loop of this thread; a pool may give the thread other work, which gets a new one."""
    runner().close()
    del _local.runner


def fresh_url() -> str:
    """An address of its own, and with it a retry budget of its own."""
    return f"https://host-{next(_names)}.test"


def operation(
    method: str = "GET",
    *,
    path: str = "/things/7",
    body: Any = None,
    request: Callable[[], Request] | None = None,
    **facts: Any,
) -> Operation[..., Any]:
    """An endpoint; POST and its like carry a small body unless another is given."""

    def build() -> Request:
        if request is not None:
            return request()
        if method in {"POST", "PATCH", "PUT"}:
            return Request(method, path, json={"name": "seven"} if body is None else dict(body))
        return Request(method, path)

    facts = {"id": f"{method.lower()}_thing", "path": "/things/{thing_id}", **facts}
    return Operation(build, Answer.json, lambda answer: None, method=method, **facts)


GET = operation("GET")
PUT = operation("PUT")
DELETE = operation("DELETE")
POST = operation("POST")
PATCH = operation("PATCH")
REPEATABLE_POST = operation("POST", idempotent=True)
KEYED_POST = operation("POST", key=("body", "idempotency_key"))
KEYED_HEADER_POST = operation("POST", key=("header", "Idempotency-Key"))


class Mode:
    """Sync or async."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_async = name == "async"
        self.base: Any = AsyncBaseClient if self.is_async else BaseClient
        self.scripted: Any = AsyncScriptedTransport if self.is_async else ScriptedTransport
        self.fixed: Any = AsyncFixedAuth if self.is_async else FixedAuth

    def __repr__(self) -> str:
        return self.name

    def run(self, result: Any) -> Any:
        """Await what has to be awaited."""
        if not inspect.isawaitable(result):
            return result

        async def awaited() -> Any:
            return await result

        return self.drive(awaited)

    def drive(self, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        """Run a coroutine in an event loop."""
        return runner().run(work())

    def list(self, items: Any) -> list[Any]:
        """Go over an iterator of either kind."""
        if not hasattr(items, "__aiter__"):
            return list(items)

        async def collected() -> list[Any]:
            return [item async for item in items]

        return list(self.drive(collected))

    def close(self, client: Any) -> None:
        """Close a client."""
        self.run(client.aclose() if self.is_async else client.close())

    def refreshing(self, refresh: Callable[[], Token], token: Token | None = None, **options: Any) -> Any:
        """Credentials that are replaced."""
        if not self.is_async:
            return RefreshingAuth(refresh, token, **options)

        async def awaited() -> Token:
            return refresh()

        return AsyncRefreshingAuth(awaited, token, **options)

    def caller(
        self,
        script: Iterable[Step] = (),
        *,
        url: str | None = None,
        auth: Any = None,
        secret: str | None = None,
        product: Product = PRODUCT,
        clock: FakeClock | None = None,
        **options: Any,
    ) -> Caller:
        """A client whose answers come from a script."""
        if auth is None:
            auth = self.fixed(None if secret is None else Token(secret))
        transport = self.scripted(script, clock)
        made = settings.make(fresh_url() if url is None else url, product, **options)
        return Caller(self, self.base(product, made, auth, transport), transport)

    def connect(
        self,
        url: str,
        *,
        auth: Any = None,
        http_client: Any = None,
        product: Product = PRODUCT,
        **options: Any,
    ) -> Caller:
        """A client of the engine that ships, or of an injected one."""
        made = settings.make(url, product, **options)
        return Caller(self, self.base(product, made, auth or self.fixed(None), http_client), None)


class Trio(Mode):
    """Async, with the other event loop; each call has a run of its own."""

    def __init__(self) -> None:
        super().__init__("async")

    def __repr__(self) -> str:
        return "trio"

    def drive(self, work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
        """Run a coroutine in an event loop."""
        return trio.run(work)


MODES = [Mode("sync"), Mode("async")]
ENGINES = [*MODES, Trio()]


class Caller:
    """A client with the transport under it."""

    def __init__(self, mode: Mode, client: Any, transport: Any) -> None:
        self.mode = mode
        self.client = client
        self.transport = transport

    def send(self, call: Operation[..., Any] | Prepared[Any], read: Any = None) -> Any:
        """Send a call to its end."""
        prepared = call() if isinstance(call, Operation) else call
        core = self.client._core
        return self.mode.run(core.send(prepared) if read is None else core.send(prepared, read))

    def poll(
        self, call: Operation[..., Any], is_done: Callable[[Answer, Any], bool], policy: PollPolicy
    ) -> Any:
        """Read until something is done, and return its state."""
        return self.mode.run(self.client._core.poll(call(), Answer.json, is_done, policy, "the thing"))

    def fetch(self, call: Operation[..., Any] | Prepared[Any]) -> Answer:
        """Send a call and return its answer."""
        prepared = call() if isinstance(call, Operation) else call
        answer: Answer = self.mode.run(raw(self.client._core.send)(prepared))
        return answer

    def stream(self, call: Operation[..., Any]) -> Any:
        """Send a call and return the stream of its answer."""
        return self.mode.run(self.client._core.stream(call()))

    def error(self, call: Operation[..., Any] | Prepared[Any], read: Any = None) -> Any:
        """Send a call that must fail; return what it raised."""
        try:
            result = self.send(call, read)
        except Exception as error:
            return error
        raise AssertionError(f"no error, but {result!r}")

    def close(self) -> None:
        """Close the client."""
        self.mode.close(self.client)

    def view(self, **options: Any) -> Caller:
        """The same client with other options."""
        return Caller(self.mode, self.client.with_options(**options), self.transport)

    @property
    def sent(self) -> int:
        """How many requests went out."""
        return len(self.transport.requests)

    @property
    def waits(self) -> list[float]:
        """Every wait, in seconds."""
        return list(self.transport.fake_clock.sleeps)
