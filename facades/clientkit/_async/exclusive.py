"""One at a time."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from typing import Any

from clientkit.errors import TurnTimeoutError, WouldWaitForItselfError


class _Place:
    __slots__ = ("guard", "holder", "key", "semaphore", "users")

    def __init__(self, key: Hashable, guard: threading.Lock, semaphore: Any) -> None:
        self.key = key
        self.guard = guard
        self.semaphore = semaphore
        self.holder: object = None
        self.users = 0


class AsyncExclusive:
    """Lets one at a time through for each key; the others wait for their turn.

    That is one in each process and event loop: a forked child need not wait for threads that it does not
    have, and loops in different threads cannot wake one another.

    What is entered may be left by another flow of control, as it happens to a stream that is closed by
    the garbage collector. Pickled and unpickled it is a new one: who waits does not travel.
    """

    def __init__(self) -> None:
        self._places: dict[Hashable, _Place] = {}
        # Held for a few steps without waiting, so they do for sync and async; one for each process.
        self._guards: dict[int, threading.Lock] = {}

    async def enter(self, key: Hashable, seconds: float | None = None) -> Any:
        """Wait until nobody else is in, and be in.

        Args:
            key: What is waited for.
            seconds: How long to wait at most; None for as long as it takes.

        Returns:
            What `leave` needs.

        Raises:
            WouldWaitForItselfError: When the caller is in already.
            TurnTimeoutError: When it took longer.
        """
        from clientkit._io.asynchronous import Semaphore, acquired, current_flow, current_scope, settle
        from clientkit._io.process import generation

        flow, scope = current_flow(), current_scope()
        guard = self._guards.setdefault(generation(), threading.Lock())
        with guard:
            place = self._places.get((scope, key))
            if place is None:
                place = self._places[scope, key] = _Place((scope, key), guard, Semaphore(1))
            place.users += 1
        try:
            if place.holder == flow:
                # A stream that was dropped is closed by the event loop, which needs a moment for it.
                await settle(lambda: place.holder != flow)
            if place.holder == flow:
                raise WouldWaitForItselfError(f"{key!r} is held by the one who waits for it")
            if not await acquired(place.semaphore, seconds):
                raise TurnTimeoutError(f"{key!r} was not free after {seconds} s")
        except BaseException:
            self._forget(place)
            raise
        place.holder = flow
        return place

    def leave(self, place: Any) -> None:
        """Let the next one in; `place` is what `enter` returned."""
        place.holder = None
        place.semaphore.release()
        self._forget(place)

    @asynccontextmanager
    async def held(self, key: Hashable, seconds: float | None = None) -> AsyncIterator[None]:
        """Be in while the block runs; as `enter`.

        Raises:
            WouldWaitForItselfError: When the caller is in already.
            TurnTimeoutError: When it took longer.
        """
        place = await self.enter(key, seconds)
        try:
            yield
        finally:
            self.leave(place)

    def _forget(self, place: _Place) -> None:
        # The place knows its guard: a stream may be left while the interpreter ends and imports no more.
        with place.guard:
            place.users -= 1
            if not place.users:
                del self._places[place.key]

    def __reduce__(self) -> tuple[type[AsyncExclusive], tuple[()]]:
        return type(self), ()
