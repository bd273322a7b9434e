"""Streams of events that are entered without awaiting them first, as those of the sync clients are."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Generator
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, overload

from clientkit.kinds import is_async_function

if TYPE_CHECKING:
    from clientkit._async.streams import AsyncEventStream

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound=Callable[..., Any])


class Opening(Generic[T]):
    """A stream of events that is opened when it is entered, iterated over or awaited.

        async with client.read_stream() as stream: ...
        async for event in client.read_stream(): ...
        stream = await client.read_stream()

    Args:
        open_stream: Opens it.
    """

    def __init__(self, open_stream: Callable[[], Awaitable[AsyncEventStream[T]]]) -> None:
        self._open = open_stream

    def __await__(self) -> Generator[Any, None, AsyncEventStream[T]]:
        return self._open().__await__()

    async def __aenter__(self) -> AsyncEventStream[T]:
        self._stream = await self._open()
        return self._stream

    async def __aexit__(self, *exc: object) -> None:
        await self._stream.aclose()

    async def __aiter__(self) -> AsyncIterator[T]:
        async with self as stream:
            async for event in stream:
                yield event


@overload
def opened(method: Callable[P, Coroutine[Any, Any, AsyncEventStream[T]]]) -> Callable[P, Opening[T]]: ...
@overload
def opened(method: M) -> M: ...
def opened(method: Any) -> Any:
    """Return a method that opens its stream when that is used; a method of a sync client opens it at once."""
    if not is_async_function(method):
        return method

    @functools.wraps(method)
    def call(*args: Any, **kwargs: Any) -> Opening[Any]:
        return Opening(lambda: method(*args, **kwargs))

    return call
