"""DNS resolution, which nothing can end while the system does not answer.

Each resolution has a thread of its own, so that a call can leave it, and calls to the same host share one, so
that calls to a host that cannot be found do not pile up threads.
"""

from __future__ import annotations

import contextlib
import itertools
import socket
import threading
import time
from concurrent.futures import Future
from typing import Final
from weakref import WeakValueDictionary

from clientkit._io import process

# Seconds after which a resolution is taken for lost: the next call begins another.
_LOST: Final = 30.0


class _Resolution(threading.Thread):
    """One resolution.

    Attributes:
        answer: The addresses, when they are known.
    """

    def __init__(self, host: str) -> None:
        # A daemon: the end of a program does not wait for it.
        super().__init__(name="clientkit DNS resolution", daemon=True)
        self.answer: Future[list[str]] = Future()
        self._began = time.monotonic()
        self._host = host

    @property
    def is_awaited(self) -> bool:
        """Whether its answer is still to come, and not taken for lost."""
        return not self.answer.done() and time.monotonic() - self._began < _LOST

    def run(self) -> None:
        try:
            found = socket.getaddrinfo(self._host, None, type=socket.SOCK_STREAM)
        # A host that cannot be a name is a ValueError.
        except (OSError, ValueError) as error:
            self.answer.set_exception(error)
        else:
            self.answer.set_result(_alternating([str(address[0]) for *_, address in found]))


# A child of a fork has the resolutions of its parent, but none of their threads: hence the generation.
_under_way: WeakValueDictionary[tuple[int, str], _Resolution] = WeakValueDictionary()


def resolve(host: str) -> Future[list[str]]:
    """Begin to resolve a host; an address is its own."""
    if _is_address(host):
        answer: Future[list[str]] = Future()
        answer.set_result([host])
        return answer
    key = process.generation(), host
    with process.opening():
        found = _under_way.get(key)
        if found is not None and found.is_awaited:
            return found.answer
        found = _under_way[key] = _Resolution(host)
        with contextlib.suppress(RuntimeError):
            found.start()
            return found.answer
    # At the end of a program, and at a limit of the system, there is no thread to be had.
    found.run()
    return found.answer


def addresses(answer: Future[list[str]], timeout: float | None = None) -> list[str]:
    """Return what a resolution found; the families alternate.

    Args:
        answer: The resolution.
        timeout: Seconds to wait for it; None for no limit.

    Raises:
        TimeoutError: When it takes longer.
        OSError: When the host has no address.
    """
    try:
        error = answer.exception(timeout)
    except TimeoutError:
        raise TimeoutError("the DNS resolution takes too long") from None
    if error is not None:
        raise OSError(f"{type(error).__name__}: {error}")
    # Others may share the resolution: a list of one's own.
    found = list(answer.result())
    if not found:
        raise OSError("the host has no address")
    return found


def _is_address(host: str) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.inet_pton(family, host.partition("%")[0])
    except OSError:
        return False
    return True


def _alternating(found: list[str]) -> list[str]:
    """Have the families of addresses take turns: one that leads nowhere must not hold up the other."""
    first = [each for each in found if (":" in each) == (":" in found[0])]
    others = [each for each in found if each not in first]
    return [each for pair in itertools.zip_longest(first, others) for each in pair if each is not None]
