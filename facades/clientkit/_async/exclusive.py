"""One at a time."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from typing import Any


class WouldWaitForItselfError(RuntimeError):
    """A flow of control waits for what it holds itself, and would do so for ever."""


class _Place:
    __slots__ = ("holder", "semaphore", "users")

    def __init__(self, semaphore: Any) -> None:
        self.semaphore = semaphore
        self.holder: object = None
        self.users = 0


class AsyncExclusive:
    """Lets one at a time through for each key; the others wait for their turn.

    What is entered may be left by another flow of control, as it happens to a stream that is closed by
    the garbage collector. Pickled and unpickled it is a new one: who waits does not travel.
    """

    def __init__(self) -> None:
        self._places: dict[Hashable, _Place] = {}
        # Held for a few steps without waiting, so it does for both worlds.
        self._guard = threading.Lock()

    async def enter(self, key: Hashable) -> None:
        """Wait until nobody else is in, and be in.

        Raises:
            WouldWaitForItselfError: When the caller is in already.
        """
        from clientkit._worlds.asynchronous import Semaphore, current_flow

        flow = current_flow()
        with self._guard:
            place = self._places.get(key)
            if place is None:
                place = self._places[key] = _Place(Semaphore(1))
            if place.holder == flow:
                raise WouldWaitForItselfError(f"{key!r} is held by the one who asks for it")
            place.users += 1
        try:
            await place.semaphore.acquire()
        except BaseException:
            self._forget(key, place)
            raise
        place.holder = flow

    def leave(self, key: Hashable) -> None:
        """Let the next one in."""
        place = self._places[key]
        place.holder = None
        place.semaphore.release()
        self._forget(key, place)

    @asynccontextmanager
    async def held(self, key: Hashable) -> AsyncIterator[None]:
        """Be in while the block runs.

        Raises:
            WouldWaitForItselfError: When the caller is in already.
        """
        await self.enter(key)
        try:
            yield
        finally:
            self.leave(key)

    def _forget(self, key: Hashable, place: _Place) -> None:
        with self._guard:
            place.users -= 1
            if not place.users:
                del self._places[key]

    def __reduce__(self) -> tuple[type[AsyncExclusive], tuple[()]]:
        return type(self), ()
