"""What a process has once, and a forked child has anew."""

from __future__ import annotations

import os
import threading

_forks = 0
_opening = threading.Lock()


def opening() -> threading.Lock:
    """Return the lock under which pools are opened: one at a time, and one TLS context for all."""
    return _opening


def generation() -> int:
    """Return how many forks lie between this process and the first: a pool of another one is not used."""
    return _forks


class Closed(RuntimeError):
    """A pool is used after it was closed."""

    def __init__(self) -> None:
        super().__init__("this client was closed; make a new one")


def _after_fork() -> None:
    global _forks, _opening
    _forks += 1
    # Another thread may have held it, and is not there to release it.
    _opening = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
