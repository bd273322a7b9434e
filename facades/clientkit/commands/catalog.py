"""The methods of a client: what commands, tools and the gate over both are derived from."""

from __future__ import annotations

import inspect
import pkgutil
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from importlib import import_module
from typing import Any, NamedTuple

from clientkit.commands import docstrings
from clientkit.commands.declaration import COMMON, Declaration, declared
from clientkit.commands.kinds import Kind, hints_of, kind_of, resolved
from clientkit.facade import BaseClient, Resource
from clientkit.guard import Guarded
from clientkit.operation import Operation
from clientkit.paging import PageData

NO_DEFAULT: Any = inspect.Parameter.empty
# The suffix of the sync methods of a class that has both.
_SYNC = "_sync"
_KEY = "idempotency_key"


class Parameter(NamedTuple):
    """A parameter of a method.

    Attributes:
        name: Its name in Python.
        kind: What it takes.
        default: Its default; `NO_DEFAULT` when it must be given.
        help: What the documentation says of it.
        is_positional: Whether it may be given by its place.
        within: The parameter whose member it is, where a method takes several options as one value.
        is_rest: Whether it takes all other keyword arguments.
    """

    name: str
    kind: Kind
    default: Any
    help: str
    is_positional: bool
    within: str | None = None
    is_rest: bool = False

    @property
    def is_required(self) -> bool:
        """Whether it must be given."""
        return self.default is NO_DEFAULT and not self.is_rest


class Method:
    """A public method of a client, or of a group of its operations.

    Attributes:
        name: Its name in Python, without the suffix of sync methods: `agents.list`.
        words: The words of its command.
        function: The function of the class.
        attribute: Its own name, with the suffix.
    """

    def __init__(
        self, catalog: Catalog, name: str, attribute: str, words: tuple[str, ...], function: Any
    ) -> None:
        self.catalog = catalog
        self.declaration = catalog.declaration
        self.name = name
        self.attribute = attribute
        self.words = words
        self.function: Callable[..., Any] = function

    @cached_property
    def docs(self) -> docstrings.Docstring:
        """What its docstring says."""
        return docstrings.parse(self.function.__doc__)

    @cached_property
    def hints(self) -> dict[str, Any]:
        """Its resolved annotations."""
        return hints_of(self.function)

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Its parameters; functions that code may pass are left out."""
        return tuple(self._parameters())

    def _parameters(self) -> Iterator[Parameter]:
        said = self.docs.arguments
        _, *parameters = inspect.signature(self.function).parameters.values()
        for each in parameters:
            hint = self.hints.get(each.name, Any)
            if each.kind is each.VAR_KEYWORD:
                yield from self._rest(each.name, hint)
                continue
            if options := _options_of(hint):
                yield from _flattened(each.name, options)
                continue
            kind = kind_of(hint)
            if kind.is_typeable or each.default is NO_DEFAULT:
                is_positional = each.kind is not each.KEYWORD_ONLY
                yield Parameter(each.name, kind, each.default, said.get(each.name, ""), is_positional)

    def _rest(self, name: str, hint: Any) -> Iterator[Parameter]:
        members = typing.get_args(hint)[0] if typing.get_origin(hint) is typing.Unpack else None
        if members is None:
            said = self.docs.arguments.get(name, "")
            yield Parameter(name, Kind(is_object=True), None, said, False, is_rest=True)
            return
        for each, member in resolved(members.__annotations__, members.__module__).items():
            yield Parameter(each, kind_of(member), None, "", False)

    @property
    def takes_key(self) -> bool:
        """Whether a call may be given an idempotency key."""
        return any(each.name == _KEY for each in self.parameters)

    @cached_property
    def operations(self) -> tuple[Operation[..., Any], ...]:
        """The operations that it calls, as far as the documentation names them."""
        known = operations_of(self.declaration.package)
        return tuple(known[each]() for each in self.docs.operations if each in known)

    @property
    def is_read(self) -> bool:
        """Whether it changes nothing on the service."""
        if self.name in self.declaration.reads:
            return True
        return bool(self.operations) and all(each.method in {"GET", "HEAD"} for each in self.operations)

    @property
    def is_local(self) -> bool:
        """Whether it sends nothing."""
        return not self.docs.operations

    @property
    def is_destructive(self) -> bool:
        """Whether it may replace or remove what is there, or cannot be taken back."""
        if self.is_read:
            return False
        return self.pays or any(each.method in {"DELETE", "PUT", "PATCH"} for each in self.operations)

    @property
    def is_idempotent(self) -> bool:
        """Whether a repetition with the same arguments changes nothing more."""
        found = self.operations
        return self.is_read or (bool(found) and all(each.idempotent for each in found))

    @property
    def pays(self) -> bool:
        """Whether it moves money, or orders what costs money."""
        return self.name in self.declaration.pays

    @property
    def resolver(self) -> Method:
        """The method whose server finds out what became of a call of this one."""
        return self.catalog.methods.get(self.declaration.resolves_by, self)

    @property
    def result(self) -> Any:
        """What it returns, as its annotation says."""
        return self.hints.get("return", Any)

    @property
    def all_pages(self) -> str | None:
        """The method that goes over all pages; empty when its own pages do, None when there are none."""
        if self.name in self.declaration.all_pages:
            return self.declaration.all_pages[self.name]
        result = self.result
        return "" if isinstance(result, type) and issubclass(result, PageData) else None

    def bound(self, client: Any, attribute: str | None = None) -> Callable[..., Any]:
        """Return the method of a client.

        Args:
            client: The client.
            attribute: Another method of the same group, instead.
        """
        *groups, last = self.attribute.split(".")
        for group in groups:
            client = getattr(client, group)
        bound: Callable[..., Any] = getattr(client, attribute or last)
        return bound

    def call(self, client: Any, arguments: Mapping[str, Any], attribute: str | None = None) -> Any:
        """Call the method of a client.

        Args:
            client: The client.
            arguments: Values by parameter.
            attribute: Another method of the same group, instead.
        """
        return self.bound(client, attribute)(**self.keywords(arguments))

    def keywords(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """Return values by parameter as the keyword arguments of a call."""
        found: dict[str, Any] = {}
        grouped: dict[str, dict[str, Any]] = {}
        for each in self.parameters:
            if each.name not in arguments:
                continue
            value = arguments[each.name]
            if each.is_rest:
                found.update(value or {})
            elif each.within is not None:
                grouped.setdefault(each.within, {})[each.name] = value
            else:
                found[each.name] = value
        for name, members in grouped.items():
            found[name] = _options_of(self.hints[name])(**members)  # type: ignore[misc]
        return found

    def __repr__(self) -> str:
        return f"<Method {self.name}>"


def _options_of(hint: Any) -> type[Any] | None:
    """Return the class of named options that an annotation takes; None when it takes something else."""
    found = [each for each in (hint, *typing.get_args(hint)) if isinstance(each, type)]
    return next((each for each in found if issubclass(each, tuple) and hasattr(each, "_fields")), None)


def _flattened(within: str, options: type[Any]) -> Iterator[Parameter]:
    said = docstrings.parse(options.__doc__).arguments
    for name, hint in resolved(options.__annotations__, options.__module__).items():
        default = options._field_defaults.get(name, NO_DEFAULT)
        yield Parameter(name, kind_of(hint), default, said.get(name, ""), False, within)


class Skipped(NamedTuple):
    """A public method without a command.

    Attributes:
        name: Its name in Python.
        reason: Why; empty when nobody has said.
    """

    name: str
    reason: str


class Catalog:
    """The public methods of a product's client.

    Attributes:
        declaration: What the product says.
        methods: Those with a command, by their name in Python.
        skipped: Those without.
        groups: What is said of each group of commands, by its words.
    """

    def __init__(self, declaration: Declaration) -> None:
        self.declaration = declaration
        self.methods: dict[str, Method] = {}
        self.skipped: list[Skipped] = []
        self.groups: dict[tuple[str, ...], str] = {}
        self.client = declaration.load()
        self._walk(self.client, "", ())

    def _walk(self, cls: type[Any], prefix: str, words: tuple[str, ...]) -> None:
        for name in dir(cls):
            member = inspect.getattr_static(cls, name)
            if name.startswith("_"):
                continue
            if isinstance(member, property):
                group = hints_of(member.fget).get("return") if member.fget is not None else None
                if isinstance(group, type) and issubclass(group, Guarded) and name not in {"raw"}:
                    inner = (*words, _dashed(name))
                    self.groups[inner] = docstrings.parse(member.__doc__).summary
                    self._walk(group, f"{prefix}{name}.", inner)
            elif callable(member) or isinstance(member, (staticmethod, classmethod)):
                self._add(cls, prefix, name, words)

    def _add(self, cls: type[Any], prefix: str, name: str, words: tuple[str, ...]) -> None:
        function = inspect.getattr_static(cls, name)
        if isinstance(function, (staticmethod, classmethod)) or inspect.isclass(function):
            function = getattr(cls, name)
        if _is_async(function):
            # Its sync twin is the one that a command calls.
            return
        public = prefix + name.removesuffix(_SYNC)
        reason = self.declaration.without.get(public) or (COMMON.get(public) if not prefix else None)
        if reason is not None or public in self.declaration.all_pages.values():
            self.skipped.append(Skipped(public, reason or "the option --all of the method that lists a page"))
            return
        spoken = self.declaration.names.get(public)
        if spoken is not None:
            words = tuple(spoken.split())
        else:
            home, leaf = _place(cls, name.removesuffix(_SYNC), bool(prefix))
            words = (*words, *home, leaf)
        method = Method(self, public, prefix + name, words, function)
        for place in range(1, len(words)):
            self.groups.setdefault(words[:place], _summary_of(function, cls))
        lacking = [each.name for each in method.parameters if each.is_required and not each.kind.is_typeable]
        if lacking:
            # Nobody has said why: the gate asks for a reason.
            self.skipped.append(Skipped(public, ""))
            return
        self.methods[public] = method

    def children(self, words: tuple[str, ...]) -> dict[str, Method | None]:
        """Return the commands and groups directly within a group; None stands for a group."""
        found: dict[str, Method | None] = {}
        for method in self.methods.values():
            if method.words[: len(words)] == words and len(method.words) > len(words):
                is_leaf = len(method.words) == len(words) + 1
                found.setdefault(method.words[len(words)], method if is_leaf else None)
        return dict(sorted(found.items()))

    def called(self, name: str) -> Method | None:
        """Return the method whose name in Python is written as one word; None when there is none."""
        python = name.replace("-", "_")
        return self.methods.get(python) or self.methods.get(python.removesuffix(_SYNC))


@cache
def catalog(declaration_of: str) -> Catalog:
    """Return the catalog of a facade.

    Args:
        declaration_of: The import name of the facade.
    """
    return Catalog(declared(declaration_of))


def _is_async(function: Any) -> bool:
    inner = inspect.unwrap(function)
    return inspect.iscoroutinefunction(inner) or inspect.isasyncgenfunction(inner)


def _home(function: Any, cls: type[Any]) -> type[Any]:
    """Return the class of the client's bases that a method is written in."""
    name = function.__name__
    return next((each for each in cls.__mro__ if name in vars(each)), cls)


def _summary_of(function: Any, cls: type[Any]) -> str:
    return docstrings.parse(_home(function, cls).__doc__).summary


def _place(cls: type[Any], name: str, is_grouped: bool) -> tuple[tuple[str, ...], str]:
    """Return the group and the word of a method; a client without groups has those of its modules."""
    home = next((each for each in cls.__mro__ if {name, name + _SYNC} & vars(each).keys()), cls)
    group = home.__module__.rpartition(".")[2]
    if is_grouped or home in (BaseClient, Resource) or group in {"client", "network", "tenant", "base"}:
        return (), _dashed(name)
    nouns = {group, group.removesuffix("s"), group.removesuffix("es")}
    verbs = [word for word in name.split("_") if word not in nouns] or [name]
    return (_dashed(group),), "-".join(verbs)


def _dashed(name: str) -> str:
    return re.sub(r"_+", "-", name.strip("_"))


@cache
def operations_of(package: str) -> dict[str, Callable[[], Operation[..., Any]]]:
    """Return what loads each operation of a generated package, by its id in the spec."""
    api = import_module(f"{package}.api")
    found: dict[str, Callable[[], Operation[..., Any]]] = {}
    for group in pkgutil.iter_modules(api.__path__, f"{package}.api."):
        if not group.ispkg:
            continue
        folder = import_module(group.name)
        for module in pkgutil.iter_modules(folder.__path__, f"{group.name}."):
            load = _Loader(module.name)
            snake = module.name.rpartition(".")[2]
            found[snake] = load
            found[_camel(snake)] = load
    return found


class _Loader:
    def __init__(self, module: str) -> None:
        self._module = module

    def __call__(self) -> Operation[..., Any]:
        operation: Operation[..., Any] = import_module(self._module).OPERATION
        return operation


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def is_stream(hint: Any) -> bool:
    """Whether an annotation is of something that arrives piece by piece."""
    base = typing.get_origin(hint) or hint
    if not isinstance(base, type) or issubclass(base, (list, tuple, dict, str, bytes, PageData)):
        return False
    return hasattr(base, "__next__") or isinstance(base, types.GeneratorType)
