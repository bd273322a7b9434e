"""Modules and names that are loaded when they are first used.

A fork waits while another thread loads one: the child would wait for that thread, which it does not have, for
ever.
"""

from __future__ import annotations

import functools
import importlib
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final, overload

# Seconds that a fork waits at most: the loading thread may itself wait for what the forking one holds.
_PATIENCE: Final = 10.0
# A fork takes the lock of logging in a hook of its own, and modules want it while they are loaded. The hooks
# run in the reverse of their order here: ours, which waits for the loads, must be the first to run.
_HOOKED_EARLIER: Final = "logging"
_changed = threading.Condition()
# How many loads each thread is in.
_loads: dict[int, int] = {}


@contextmanager
def loading(*, wants_logging: bool = True) -> Iterator[None]:
    """Have a fork wait until the block is left.

    Args:
        wants_logging: Whether what is loaded may want the lock of logging.
    """
    me = threading.get_ident()
    with _changed:
        _loads[me] = _loads.get(me, 0) + 1
    try:
        # A seventh of the time of an import. What is loaded within another load is as light as that one.
        if _HOOKED_EARLIER in sys.modules or (wants_logging and _loads[me] == 1):
            _watch_forks_first()
        yield
    finally:
        with _changed:
            _loads[me] -= 1
            if not _loads[me]:
                del _loads[me]
                _changed.notify_all()


def _before_fork() -> None:
    me = threading.get_ident()
    _changed.acquire()
    _changed.wait_for(lambda: not _loads.keys() - {me}, _PATIENCE)


def _after_fork() -> None:
    # In the parent, and there is nothing to release when the hooks changed while the fork waited.
    with suppress(RuntimeError):
        _changed.release()


def _in_child() -> None:
    global _changed
    me = threading.get_ident()
    mine = _loads.get(me)
    _changed = threading.Condition()
    _loads.clear()
    if mine:
        _loads[me] = mine


def _watch_forks() -> None:
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=_before_fork, after_in_parent=_after_fork, after_in_child=_in_child)


@functools.cache
def _watch_forks_first() -> None:
    importlib.import_module(_HOOKED_EARLIER)
    _watch_forks()


_watch_forks()


def load_module(name: str, package: str | None = None, *, wants_logging: bool = True) -> Any:
    """Return a module, which a fork waits for.

    Args:
        name: Its name, which may be relative to `package`.
        package: The package that the name is relative to.
        wants_logging: Whether it may want the lock of logging while it is loaded.
    """
    with loading(wants_logging=wants_logging):
        return importlib.import_module(name, package)


class Module:
    """Stands for a module until one of its names is used.

    Args:
        name: Absolute name of the module.
    """

    def __init__(self, name: str) -> None:
        self.__dict__["_name"] = name

    def __getattr__(self, name: str) -> Any:
        value = getattr(load_module(self._name), name)
        # The next use finds it without coming here.
        self.__dict__[name] = value
        return value


class _Pattern:
    def __init__(self, expression: str | bytes, flags: int) -> None:
        self.__dict__["_made_of"] = expression, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._made_of), name)
        self.__dict__[name] = value
        return value


@overload
def pattern(expression: str, flags: int = 0) -> re.Pattern[str]: ...
@overload
def pattern(expression: bytes, flags: int = 0) -> re.Pattern[bytes]: ...
def pattern(expression: str | bytes, flags: int = 0) -> Any:
    """Return a regular expression that is compiled when one of its methods is first used.

    Args:
        expression: As for `re.compile`.
        flags: As for `re.compile`.
    """
    return _Pattern(expression, flags)


def exports(package: str, homes: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for a package whose names live in modules loaded on demand.

    Args:
        package: The package's `__name__`.
        homes: Module, relative to the package, by public name.
    """

    def load(name: str) -> Any:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        # Clients load no engine before their first call.
        is_light = name.endswith("Client")
        value = getattr(load_module(home, package, wants_logging=not is_light), name)
        importlib.import_module(package).__dict__[name] = value
        return value

    def names() -> list[str]:
        return sorted({*importlib.import_module(package).__dict__, *homes})

    return load, names
