"""Finds what users can call: every method of every client, with its parameters. Nothing is listed by name."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any

# Modules of published packages that say on import where their contents are.
_SIGNPOSTS = {"ash_sdk.api"}
_DOCUMENTED = re.compile(r"^Operation: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Parameter:
    """A parameter of a method.

    Attributes:
        name: Its name.
        annotation: Its annotation as the source has it.
        required: Whether a call needs it.
        spread: Whether it is a `**name`.
        default: What it is when it is not given.
    """

    name: str
    annotation: str
    required: bool
    spread: bool
    default: Any = None


@dataclass(frozen=True)
class Method:
    """Something to call.

    Attributes:
        name: Its class, the one that defines it, and its name.
        path: How it is reached from the client, such as `agents.get`.
        operations: Ids of the operations that it documents.
        parameters: What it takes, in order.
    """

    name: str
    path: str
    operations: frozenset[str]
    parameters: tuple[Parameter, ...] = field(repr=False)

    def __str__(self) -> str:
        return self.name

    def bound(self, root: Any) -> Callable[..., Any]:
        """Return the method of a client."""
        found = root
        for name in self.path.split("."):
            found = getattr(found, name)
        made: Callable[..., Any] = found
        return made


def operations_of(function: Any) -> frozenset[str]:
    """Return the ids of the operations that a function documents."""
    found = _DOCUMENTED.search(inspect.getdoc(function) or "")
    return frozenset(found[1].replace(" ", "").split(",")) if found else frozenset()


def parameters_of(function: Any) -> tuple[Parameter, ...]:
    """Return what a function takes, without `self`."""
    signature = inspect.signature(function)
    return tuple(
        Parameter(
            each.name,
            each.annotation if isinstance(each.annotation, str) else repr(each.annotation),
            each.default is each.empty and each.kind is not each.VAR_KEYWORD,
            each.kind is each.VAR_KEYWORD,
            None if each.default is each.empty else each.default,
        )
        for each in signature.parameters.values()
        if each.name not in {"self", "cls"}
    )


def methods_of(root: Any, *, blocking: bool = True) -> list[Method]:
    """Return the methods of a client and of everything that its properties lead to.

    Args:
        root: The client.
        blocking: Whether blocking methods are looked for, or those to be awaited.
    """
    return list(_methods(root, "", {type(root)}, "_sync" if blocking else "_async"))


def _methods(owner: Any, path: str, seen: set[type], mode: str) -> Iterator[Method]:
    kind = type(owner)
    for name in dir(kind):
        if name.startswith("_"):
            continue
        function = inspect.getattr_static(kind, name)
        if isinstance(function, classmethod):
            continue  # another way to make a client
        if isinstance(function, FunctionType):
            if _is_of(function, mode):
                place = f"{path}{name}"
                yield Method(function.__qualname__, place, operations_of(function), parameters_of(function))
        elif name != "raw":
            following = _property(owner, name)
            if _is_ours(type(following)) and type(following) not in seen and _has_operations(type(following)):
                yield from _methods(following, f"{path}{name}.", seen | {type(following)}, mode)


def _property(owner: Any, name: str) -> Any:
    try:
        return getattr(owner, name)
    except RuntimeError:
        # It is there after a call: no way to anything that can be called before.
        return None


def _is_of(function: FunctionType, mode: str) -> bool:
    """Whether a function is of one mode, where a class has methods of both."""
    inner = inspect.unwrap(function)
    is_awaited = inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(inner)
    if mode == "_sync" and is_awaited:
        return False
    parts = set(function.__module__.split("."))
    return _is_ours(function) and ({"_async", "_sync"} & parts <= {mode})


def _is_ours(thing: Any) -> bool:
    return thing.__module__.partition(".")[0] in OURS


def _has_operations(kind: type) -> bool:
    return any(
        operations_of(getattr(kind, name))
        for name in dir(kind)
        if not name.startswith("_") and isinstance(inspect.getattr_static(kind, name), FunctionType)
    )


def documented(package: str) -> set[str]:
    """Return the names `Class.method` of every public method of a package that documents an operation."""
    found = set()
    for module in _modules(package):
        if "_async" in module.split("."):
            continue
        for kind in vars(importlib.import_module(module)).values():
            if inspect.isclass(kind) and kind.__module__ == module and not kind.__name__.startswith("_"):
                found |= {
                    f"{kind.__name__}.{name}"
                    for name, member in vars(kind).items()
                    if not name.startswith("_") and not isinstance(member, classmethod)
                    if operations_of(member)
                }
    return found


def _modules(package: str) -> list[str]:
    root = importlib.import_module(package)
    if not hasattr(root, "__path__"):
        return [package]
    found = (each.name for each in pkgutil.walk_packages(root.__path__, f"{package}."))
    return [package, *(name for name in found if name not in _SIGNPOSTS)]


def _facades() -> frozenset[str]:
    from clientkit_codegen.generation import layout

    return frozenset(name for service in layout.services() for name in service.facades) | {"clientkit"}


OURS = _facades()
