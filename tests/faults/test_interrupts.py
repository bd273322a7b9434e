"""A call may be broken off anywhere: afterwards nothing is held, and the client works as before."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import gc
import itertools
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Awaitable, Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import anyio
import pytest
from clientkit import errors

from tests.runtime.leaks import everything, leaks
from tests.runtime.modes import Mode
from tests.runtime.rawserver import Connection, RawServer, response
from tests.runtime.resolver import Resolver
from tests.runtime.test_lifetimes import FAR, until

from . import swift
from .loops import ASYNC, SYNC, descriptors, is_read, pool_of, read, started
from .products import ALSORN, ASSETCORE, PRODUCTS, Client, Product

Serve = Callable[[Callable[[Connection], Any]], RawServer]
KEY = "act_old_0123456789"


class Flow(NamedTuple):
    """What is broken off: a call of the table against one behaviour of the server."""

    product: Product
    policy: str
    mode: str

    @property
    def options(self) -> dict[str, Any]:
        """What the client needs for it."""
        if self.mode != "token":
            return {}

        async def refresh() -> str:
            # A hook that waits, as one that asks somebody does.
            await anyio.lowlevel.checkpoint()
            return "act_new_0123456789"

        return {
            "key": KEY,
            "refresh_token": lambda: "act_new_0123456789",
            "refresh_token_async": refresh,
        }

    def __repr__(self) -> str:
        return f"{self.product}-{self.policy}-{self.mode}"


FLOWS = [
    *(Flow(product, policy, "ok") for product in PRODUCTS for policy in product.calls),
    # Waits for the next attempt, and breaks of the connection.
    *(Flow(ALSORN, "read", mode) for mode in ("error", "short")),
    Flow(ASSETCORE, "read", "token"),
    Flow(ASSETCORE, "keyed", "token"),
]


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.001)
    # Every test has the host to itself, and retries for all that it breaks off.
    monkeypatch.setattr("clientkit.retry._budgets", {})
    monkeypatch.setattr("clientkit.retry.RetryBudget.CAPACITY", 100_000)


def kind_of(outcome: Any) -> str:
    return type(outcome).__name__


def check_pool(client: Client) -> None:
    """Nothing is checked out, and what is kept is whole."""
    pool = pool_of(client)
    assert pool.requests == []
    assert [each for each in pool.connections if not (each.is_idle() or each.is_closed())] == []


# -- cancelling ----------------------------------------------------------------------------------------


class BrokenOff:
    """Awaits something, and breaks it off when it waits for the n-th time.

    Args:
        awaitable: What to await.
        at: Which time, from 0.
        cancel: Breaks it off.
        late: Whether to do so when the wait is over but not yet known to be, rather than when it begins.
    """

    def __init__(self, awaitable: Any, at: int, cancel: Callable[[], Any], late: bool) -> None:
        self.waits = 0
        self._steps = awaitable.__await__()
        self._at = at
        self._cancel = cancel
        self._late = late

    def __await__(self) -> Generator[Any, Any, Any]:
        step: Callable[[], Any] = functools.partial(self._steps.send, None)
        while True:
            try:
                waited_for = step()
            except StopIteration as end:
                return end.value
            self.waits += 1
            if self.waits == self._at + 1:
                if self._late and waited_for is not None:
                    waited_for.add_done_callback(lambda _: self._cancel())
                else:
                    self._cancel()
            try:
                sent = yield waited_for
            except BaseException as error:
                step = functools.partial(self._steps.throw, error)
            else:
                step = functools.partial(self._steps.send, sent)


async def by_task(awaitable: Any, at: int, late: bool = False) -> tuple[int, bool]:
    """Cancel the task of a call; return how often it waited, and whether it was cancelled."""

    async def run() -> Any:
        return await broken

    task: asyncio.Task[Any] = asyncio.create_task(run())
    broken = BrokenOff(awaitable, at, task.cancel, late)
    outcome: Any = (await asyncio.gather(task, return_exceptions=True))[0]
    cancelled = isinstance(outcome, asyncio.CancelledError)
    if cancelled:
        # Of our frames none shows what was being sent.
        assert leaks(shown(outcome), KEY, *(product.key for product in PRODUCTS)) == []
    return broken.waits, cancelled


def shown(error: BaseException) -> str:
    return everything(error)


async def by_scope(awaitable: Any, at: int) -> tuple[int, bool]:
    """Cancel a scope around a call."""
    with anyio.CancelScope() as scope:
        broken = BrokenOff(awaitable, at, scope.cancel, late=False)
        with contextlib.suppress(errors.ClientError):
            await broken
    return broken.waits, scope.cancelled_caught


WAYS: dict[str, tuple[str, Callable[..., Awaitable[tuple[int, bool]]]]] = {
    "task": ("asyncio", by_task),
    "task-late": ("asyncio", functools.partial(by_task, late=True)),
    "scope": ("asyncio", by_scope),
    "scope-trio": ("trio", by_scope),
}


async def outcome_of(awaitable: Awaitable[Any]) -> str:
    try:
        return kind_of(await awaitable)
    except errors.ClientError as error:
        return kind_of(error)


# Tasks and scopes differ in the engine alone, so one product does for all of its flows.
CANCELLED = [
    pytest.param(flow, way, id=f"{flow}-{way}")
    for flow in FLOWS
    for way in WAYS
    if way.startswith("task") or flow.product is ASSETCORE
]


@pytest.mark.parametrize(("flow", "way"), CANCELLED)
def test_a_call_can_be_cancelled_at_every_wait(
    flow: Flow, way: str, server: swift.Swift, nothing_left: None
) -> None:
    assert cancelled_at_every_wait(flow, way, server.url(flow.mode)) >= 2
    assert until(lambda: server.stats()["open"] == 0)


@pytest.mark.parametrize("way", WAYS)
def test_a_call_that_looks_a_name_up_can_be_cancelled_at_every_wait(
    way: str, server: swift.Swift, resolver: Resolver, nothing_left: None
) -> None:
    # The first of its addresses refuses.
    resolver.known["two.test"] = ["127.0.0.2", "127.0.0.1"]
    url = server.url().replace("127.0.0.1", "two.test")
    assert cancelled_at_every_wait(Flow(ALSORN, "read", "ok"), way, url) >= 4
    assert until(lambda: server.stats()["open"] == 0)


def cancelled_at_every_wait(flow: Flow, way: str, url: str) -> int:
    """Cancel a call at each of its waits; return how many there are."""
    backend, cancel = WAYS[way]
    product, policy, _ = flow

    def connect() -> Client:
        return product.connect(ASYNC, url, **flow.options)

    async def main() -> int:
        client = connect()
        wanted = await outcome_of(started(product, policy, client.inner))
        await client.inner.aclose()
        for at in itertools.count():
            client = connect()
            waits, _ = await cancel(started(product, policy, client.inner), at)
            if waits <= at:
                await client.inner.aclose()
                return at
            check_pool(client)
            with anyio.fail_after(FAR):
                assert await outcome_of(started(product, policy, client.inner)) == wanted
                # And a second time, when there is a connection already.
                await cancel(started(product, policy, client.inner), at)
                check_pool(client)
                assert await outcome_of(started(product, policy, client.inner)) == wanted
            assert len(pool_of(client).connections) <= 1
            await client.inner.aclose()
        raise AssertionError

    return anyio.run(main, backend=backend)


def test_an_async_call_can_be_broken_off_while_its_pool_is_full(
    server: swift.Swift, nothing_left: None
) -> None:
    async def main() -> None:
        client = PRODUCTS[0].connect(ASYNC, server.url(), timeout=FAR * 6)
        for _ in range(3):
            calls = [asyncio.ensure_future(started(PRODUCTS[0], "read", client.inner)) for _ in range(200)]
            await asyncio.sleep(0)
            for call in calls[::2]:
                call.cancel()
            results = await asyncio.gather(*calls, return_exceptions=True)
            assert all(isinstance(each, asyncio.CancelledError) for each in results[::2])
            assert all(is_read(PRODUCTS[0], each) for each in results[1::2])
            check_pool(client)
        await client.inner.aclose()

    asyncio.run(main())


# -- interrupting --------------------------------------------------------------------------------------

# What blocks in a call: the system calls of the socket, and the wait before another attempt.
BLOCKING = {"connect", "sendall", "send", "recv", "sleep"}


class Interrupted:
    """Raises at the n-th blocking step of this thread, before it is taken or when it is over."""

    def __init__(self, at: int, late: bool, error: type[BaseException]) -> None:
        self.steps = 0
        self._at = at
        self._event = "c_return" if late else "c_call"
        self._error = error

    def __call__(self, frame: Any, event: str, function: Any) -> None:
        if event == self._event and function.__name__ in BLOCKING:
            self.steps += 1
            if self.steps == self._at + 1:
                raise self._error

    def __enter__(self) -> Interrupted:
        sys.setprofile(self)
        return self

    def __exit__(self, *exc: object) -> None:
        sys.setprofile(None)


def kind_of_call(client: Client, flow: Flow) -> str:
    try:
        return kind_of(flow.product.calls[flow.policy](client))
    except errors.ClientError as error:
        return kind_of(error)


def interrupted(client: Client, flow: Flow, broken: Interrupted) -> str | None:
    """Make a call; return what came of it, or None when it was interrupted.

    A function of its own: what is shown of an interrupt includes the locals of this frame, which holds them
    from then on.
    """
    try:
        with broken:
            return kind_of_call(client, flow)
    except (KeyboardInterrupt, SystemExit) as caught:
        said = shown(caught)
    # Of our frames none shows what was being sent.
    assert leaks(said, KEY, flow.product.key) == []
    return None


@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("flow", FLOWS, ids=repr)
def test_a_blocking_call_can_be_interrupted_at_every_step(
    flow: Flow, late: bool, server: swift.Swift, nothing_left: None
) -> None:
    with warnings.catch_warnings():
        # A socket that was being connected is left to the standard library, which closes it with a warning.
        warnings.simplefilter("ignore", ResourceWarning)
        for at in itertools.count():
            client = flow.product.connect(SYNC, server.url(flow.mode), **flow.options)
            for error in (KeyboardInterrupt, SystemExit):
                broken = Interrupted(at, late, error)
                whole = interrupted(client, flow, broken)
                if whole is not None:
                    break
                check_pool(client)
                assert kind_of_call(client, flow) == kind_of_call(client, flow)
            assert len(pool_of(client).connections) <= 1
            client.close()
            if broken.steps <= at and whole is not None:
                break
        # Tracebacks hold such sockets in cycles, which are to be collected where the warning is expected.
        gc.collect()
    assert at >= 2


@pytest.fixture
def interruptible() -> Iterator[None]:
    """SIGINT as a terminal sends it; a process that was started in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_signal_ends_a_blocking_call(
    product: Product, serve: Serve, nothing_left: None, interruptible: None
) -> None:
    def handle(connection: Connection) -> None:
        connection.request()
        if len(server.connections) == 1:
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
            connection.wait_for_end()
        connection.say(response(swift.GOOD))

    server = serve(handle)
    client = product.connect(SYNC, server.url, timeout=20.0)
    with pytest.raises(KeyboardInterrupt):
        read(client)
    check_pool(client)
    assert is_read(product, read(client))
    client.close()
    RawServer.stop_all()


def test_a_signal_ends_a_look_up(server: swift.Swift, resolver: Resolver, interruptible: None) -> None:
    resolver.known["slow.test"] = ["127.0.0.1"]
    resolver.silent = 1

    def interrupt() -> None:
        assert resolver.reached.wait(FAR)
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)

    client = ALSORN.connect(SYNC, server.url().replace("127.0.0.1", "slow.test"), timeout=FAR * 6)
    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(interrupt)
        with pytest.raises(KeyboardInterrupt):
            read(client)
    told.result()
    assert not resolver.go.is_set()
    check_pool(client)
    resolver.go.set()
    assert is_read(ALSORN, read(client))
    client.close()


# -- forgetting ----------------------------------------------------------------------------------------


def test_a_forgotten_client_leaves_no_descriptor(mode: Mode, server: swift.Swift) -> None:
    """A blocking one warns of its connection, as a file does; the others end with their loop."""

    async def use(client: Client) -> None:
        await started(client.product, "read", client.inner)

    gc.collect()
    before = descriptors()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for product in PRODUCTS:
            client = product.connect(mode, server.url())
            if mode.is_async:
                asyncio.run(use(client))
            else:
                read(client)
            del client
        gc.collect()
    # What other tests left to their threads may be gone by now.
    assert descriptors() <= before
    expected = 0 if mode.is_async else len(PRODUCTS)
    assert [warning.category for warning in caught] == [ResourceWarning] * expected
    assert until(lambda: server.stats()["open"] == 0)


def test_a_client_that_is_forgotten_in_its_loop_is_closed_there(
    product: Product, server: swift.Swift
) -> None:
    async def use() -> None:
        client = product.connect(ASYNC, server.url())
        await started(product, "read", client.inner)
        before = descriptors()
        del client
        gc.collect()
        # The loop closes it in a task of its own.
        for _ in range(5):
            await asyncio.sleep(0)
        assert descriptors() == before - 1

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        asyncio.run(use())
        gc.collect()


ENDINGS = {
    "sync": "for product in PRODUCTS: keep.append(product.connect(SYNC, url)); read(keep[-1])",
    "asyncio.run": "asyncio.run(use_all())",
    "a loop that is closed": (
        "loop = asyncio.new_event_loop(); loop.run_until_complete(use_all()); loop.close()"
    ),
    "a loop that is left open": "loop = asyncio.new_event_loop(); loop.run_until_complete(use_all())",
    "trio": "import trio; trio.run(use_all)",
    "in the middle of a stream": (
        "client = ASH.connect(SYNC, url); keep.append(client.start('send_message_stream', SESSION, 'x')); "
        "next(iter(keep[-1]))"
    ),
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_program_with_open_clients_ends_without_a_word(ending: str, server: swift.Swift) -> None:
    program = f"""
import asyncio
from tests.faults.loops import ASYNC, SYNC, read, started
from tests.faults.products import ASH, PRODUCTS, SESSION
url, keep = {server.url()!r}, []
async def use_all():
    for product in PRODUCTS:
        keep.append(product.connect(ASYNC, url))
        await started(product, "read", keep[-1].inner)
{ENDINGS[ending]}
print("done")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")


# -- sync and async of one client -------------------------------------------------------------------------


def test_each_world_refreshes_a_token_once(server: swift.Swift, nothing_left: None) -> None:
    """Threads and tasks of one client that are all refused at once wait for one hook of their mode."""
    running = most = 0
    asked: list[str] = []
    together = threading.Barrier(9)

    def blocking() -> str:
        asked.append("sync")
        return f"act_new_{len(asked)}_0123456789"

    async def awaiting() -> str:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.01)
        asked.append("async")
        running -= 1
        return f"act_new_{len(asked)}_0123456789"

    client = ASSETCORE.connect(
        SYNC,
        server.url("token"),
        key=KEY,
        refresh_token=blocking,
        refresh_token_async=awaiting,
        timeout=FAR * 6,
    )

    def in_thread() -> Any:
        together.wait(FAR)
        return read(client)

    async def in_tasks() -> list[Any]:
        await asyncio.to_thread(together.wait, FAR)
        return await asyncio.gather(*(started(ASSETCORE, "read", client.inner) for _ in range(8)))

    with ThreadPoolExecutor(8) as pool:
        threads = [pool.submit(in_thread) for _ in range(8)]
        tasks = asyncio.run(in_tasks())
        results = [*tasks, *(each.result(FAR) for each in threads)]
    client.close()
    assert all(is_read(ASSETCORE, each) for each in results)
    assert most <= 1
    assert asked.count("sync") <= 1
    assert asked.count("async") <= 1
    assert asked
