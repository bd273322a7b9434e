"""Modules and names that are loaded when they are first used."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import Any


class Module:
    """Stands for a module until one of its names is used.

    Args:
        name: Absolute name of the module.
    """

    def __init__(self, name: str) -> None:
        self.__dict__["_name"] = name

    def __getattr__(self, name: str) -> Any:
        value = getattr(importlib.import_module(self._name), name)
        # The next use finds it without coming here.
        self.__dict__[name] = value
        return value


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
        value = getattr(importlib.import_module(home, package), name)
        importlib.import_module(package).__dict__[name] = value
        return value

    def names() -> list[str]:
        return sorted({*importlib.import_module(package).__dict__, *homes})

    return load, names
