"""Calls that are started in one place and awaited in another, and what they leave behind."""

from __future__ import annotations

import gc
import os
import threading
import warnings
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from tests.runtime.modes import MODES
from tests.runtime.test_lifetimes import until

from .products import Client, Product

SYNC, ASYNC = MODES


class _Unawaited(Client):
    """A client whose calls are returned before they are awaited."""

    def call(self, path: str, *args: Any, **kwargs: Any) -> Any:
        return self.start(path, *args, **kwargs)

    def items(self, path: str, *args: Any, **kwargs: Any) -> Any:
        async def read() -> list[Any]:
            found = self.start(path, *args, **kwargs)
            stream = await found if hasattr(found, "__await__") else found
            return [item async for item in stream]

        return read()


def started(product: Product, policy: str, inner: Any) -> Awaitable[Any]:
    """Return a call of the table, to be awaited in a loop of the caller's choice."""
    awaitable: Awaitable[Any] = product.calls[policy](_Unawaited(product, ASYNC, inner))
    return awaitable


async def awaited(result: Awaitable[Any]) -> Any:
    """Make a coroutine of what can be awaited."""
    return await result


def read(client: Client) -> Any:
    """Make the call that may be repeated; in a loop of its own when there is a loop in it."""
    return client.product.calls["read"](client)


def is_read(product: Product, result: Any) -> bool:
    """Whether a result is of the kind that the product gives."""
    return type(result).__module__.partition(".")[0] in {product.package.__name__, "builtins"}


class Pool(NamedTuple):
    """What httpcore knows of a client.

    Attributes:
        connections: The connections, in use or not.
        requests: The connections that have a request.
    """

    connections: list[Any]
    requests: list[Any]


def pool_of(client: Client) -> Pool:
    """Look into the pools of a client."""
    names = ("_core", "_async_core" if client.mode.is_async else "_sync_core")
    core = next(getattr(client.inner, name) for name in names if hasattr(client.inner, name))
    pools = core.channel.open()[0]._pools
    if client.mode.is_async:
        opened = [pool for by_kind in list(pools._by_loop.values()) for pool, _ in by_kind.values()]
    else:
        opened = list(pools._pools.values())
    connections = [each for pool in opened for each in pool.connections]
    return Pool([each.http for each in connections], [each for each in connections if each.users])


def descriptors() -> int:
    """How many files and sockets are open."""
    return len(os.listdir("/proc/self/fd"))


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """Fail when a descriptor, a thread, or a socket for the collector is left."""
    gc.collect()
    before = descriptors(), threading.active_count()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", ResourceWarning)
        yield
        gc.collect()
    unclosed = [str(warning.message) for warning in caught if warning.category is ResourceWarning]
    assert not unclosed, unclosed
    # Threads that others kept ready may end meanwhile.
    ended = until(lambda: descriptors() <= before[0] and threading.active_count() <= before[1])
    assert ended, (before, descriptors(), threading.enumerate())
