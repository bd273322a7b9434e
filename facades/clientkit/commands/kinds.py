"""What an annotation takes: enough of it to read a value from a command line, and to write a signature."""

from __future__ import annotations

import ast
import builtins
import collections.abc
import inspect
import sys
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_origin
from uuid import UUID

from clientkit.operation import Unset


class Kind(NamedTuple):
    """What an argument takes.

    Attributes:
        scalars: Names of the scalar types that it may be: `str`, `int`, `float`, `Decimal`, `bool`, `bytes`,
            `Path`, `datetime`, `UUID`.
        item: What the entries of a list are, where it may be one; else None.
        is_object: Whether it may be an object.
        is_function: Whether it may be a function, or another object that no string stands for.
        choices: The values that are known, where there are some; others are taken too when `is_open`.
        is_open: Whether other values than the known ones are taken.
        is_optional: Whether it may be None.
    """

    scalars: frozenset[str] = frozenset()
    item: Kind | None = None
    is_object: bool = False
    is_function: bool = False
    choices: tuple[str, ...] = ()
    is_open: bool = True
    is_optional: bool = False

    @property
    def is_flag(self) -> bool:
        """Whether it is a switch."""
        return self.scalars == {"bool"} and self.item is None and not self.is_object

    @property
    def is_structured(self) -> bool:
        """Whether it may be a list or an object."""
        return self.item is not None or self.is_object

    @property
    def is_typeable(self) -> bool:
        """Whether a text can stand for it."""
        return bool(self.scalars) or self.is_structured

    @property
    def is_local_path(self) -> bool:
        """Whether it may be a path of this machine."""
        return "Path" in self.scalars

    def __str__(self) -> str:
        if self.choices and len(self.choices) <= 8 and self.item is None:
            words = [*self.choices, *(["…"] if self.is_open else [])]
            return "|".join(words)
        names = {"Decimal": "number", "float": "number", "UUID": "str", "datetime": "time", "Path": "path"}
        found = sorted({names.get(each, each) for each in self.scalars})
        if self.item is not None:
            found.append(f"[{self.item}]")
        if self.is_object:
            found.append("{}")
        return "|".join(found) or "any"


_SCALARS: dict[Any, str] = {
    str: "str",
    int: "int",
    float: "float",
    bool: "bool",
    bytes: "bytes",
    Decimal: "Decimal",
    Path: "Path",
    datetime: "datetime",
    date: "datetime",
    UUID: "UUID",
}
_LISTS = (
    collections.abc.Sequence,
    collections.abc.Iterable,
    collections.abc.Collection,
    collections.abc.Set,
    list,
    tuple,
    set,
)


def kind_of(annotation: Any) -> Kind:
    """Return what an annotation takes.

    Args:
        annotation: A resolved annotation.
    """
    if annotation is Any or annotation is object:
        return Kind(frozenset({"str"}), is_object=True)
    if annotation in _SCALARS:
        return Kind(frozenset({_SCALARS[annotation]}))
    if annotation is None or annotation is type(None):
        return Kind(is_optional=True)
    if annotation is Unset or isinstance(annotation, typing.TypeVar):
        return Kind()
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is typing.Literal:
        known = tuple(each for each in arguments if isinstance(each, str))
        return Kind(
            frozenset(_SCALARS.get(type(each), "str") for each in arguments), choices=known, is_open=False
        )
    if origin in {typing.Annotated, typing.Required, typing.NotRequired}:
        return kind_of(arguments[0])
    if origin in {typing.Union, types.UnionType}:
        return _joined([kind_of(each) for each in arguments])
    base = origin or annotation
    if base is collections.abc.Callable:
        return Kind(is_function=True)
    if isinstance(base, type):
        if "PathLike" in base.__name__:
            return Kind(frozenset({"Path"}))
        if issubclass(base, collections.abc.Mapping):
            return Kind(is_object=True)
        if base in _LISTS or (
            base.__module__ == "collections.abc" and issubclass(base, collections.abc.Iterable)
        ):
            return Kind(item=kind_of(arguments[0]) if arguments else Kind(frozenset({"str"}), is_object=True))
        if isinstance(getattr(base, "from_envelope", None), types.MethodType):
            return Kind(is_object=True)
    return Kind(is_function=True)


def _joined(kinds: list[Kind]) -> Kind:
    items = [each.item for each in kinds if each.item is not None]
    choices = tuple(dict.fromkeys(choice for each in kinds for choice in each.choices))
    return Kind(
        frozenset().union(*(each.scalars for each in kinds)),
        _joined(items) if items else None,
        any(each.is_object for each in kinds),
        any(each.is_function for each in kinds),
        choices,
        not choices or any("str" in each.scalars and not each.choices for each in kinds),
        any(each.is_optional for each in kinds),
    )


def hints_of(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the resolved annotations of a function, also those that only type checkers import."""
    function = inspect.unwrap(function)
    return resolved(getattr(function, "__annotations__", {}), function.__module__)


def resolved(annotations: dict[str, Any], module: str) -> dict[str, Any]:
    """Return annotations as objects; what cannot be resolved is left out.

    Args:
        annotations: By name; strings where they are written as strings.
        module: The module that they stand in.
    """
    names = _Names(module)
    found = {}
    for name, annotation in annotations.items():
        if isinstance(annotation, typing.ForwardRef):
            annotation = annotation.__forward_arg__
        try:
            # Annotations of this distribution's own methods, as typing.get_type_hints evaluates them.
            found[name] = (
                eval(annotation, {}, names) if isinstance(annotation, str) else annotation  # noqa: S307
            )
        except (ImportError, NameError, AttributeError, TypeError):
            continue
    return found


class _Names(dict[str, Any]):
    """The names of a module, and of what only type checkers import there."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self._module = module

    def __missing__(self, name: str) -> Any:
        members = vars(sys.modules.get(self._module) or import_module(self._module))
        if name in members:
            return members[name]
        home = _checked_imports(self._module).get(name)
        if home is not None:
            return getattr(import_module(home[0]), home[1])
        if hasattr(builtins, name):
            return getattr(builtins, name)
        raise KeyError(name)


@cache
def _checked_imports(module: str) -> dict[str, tuple[str, str]]:
    """Return where the names are from that a module imports for type checkers."""
    found = {}
    tree = ast.parse(inspect.getsource(import_module(module)))
    for node in tree.body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            for each in ast.walk(node):
                if isinstance(each, ast.ImportFrom) and each.module:
                    found.update({name.asname or name.name: (each.module, name.name) for name in each.names})
    return found
