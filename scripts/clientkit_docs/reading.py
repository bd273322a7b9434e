"""What the reference is made of: clients and their methods, routes of operations, other public names."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from clientkit_codegen import public
from clientkit_codegen.generation import layout

_NAMED = re.compile(r"^\s*Operations?:\s*(.+)$", re.MULTILINE)
_SAFE = {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"}
# Modules whose names are public although they have no `__all__`.
_OPEN = {"errors", "types", "operations"}
# Modules of the runtime that users meet, and what of them is a function for users.
RUNTIME = (
    "clientkit",
    "errors",
    "views",
    "streaming",
    "webhooks",
    "testing",
    "polling",
    "transport",
    "settings",
)
_FOR_USERS = {"raw", "last_call", "answer"}


class Route(NamedTuple):
    """The endpoint of an operation.

    Attributes:
        operation: Its operation id.
        method: HTTP method in capitals.
        path: Path template.
        repeat: Whether a call is tried again when its outcome is not clear.
    """

    operation: str
    method: str
    path: str
    repeat: str


class Method(NamedTuple):
    """A method of a client, sync and async.

    Attributes:
        title: What it is called in headings, such as `transactions.list`.
        call: How a client calls it, such as `transactions.list`.
        sync: The sync function, as griffe reads it; None when there is none.
        awaited: The async function; None when there is none.
        routes: The endpoints that it uses.
    """

    title: str
    call: str
    sync: Any
    awaited: Any
    routes: tuple[Route, ...]

    @property
    def function(self) -> Any:
        """The function whose docstring is shown."""
        return self.sync or self.awaited

    @property
    def summary(self) -> str:
        """The first line of its docstring."""
        return doc(self.function).partition("\n\n")[0].replace("\n", " ")

    @property
    def repeat(self) -> str:
        """Whether a call is tried again when its outcome is not clear."""
        said = list(dict.fromkeys(route.repeat for route in self.routes))
        return said[0] if len(said) == 1 else "as each route says" if said else "-"


class Client(NamedTuple):
    """A client class, sync and async.

    Attributes:
        name: Name of the sync class, or of the one that is both.
        other: Name of the async class; empty when it is the same.
        cls: The class, as griffe reads it.
        methods: Its methods and those of its resources.
    """

    name: str
    other: str
    cls: Any
    methods: list[Method]


class Facade(NamedTuple):
    """An import package.

    Attributes:
        name: Its import name.
        service: The service that it belongs to; empty for what belongs to none.
        clients: Its clients, the main one first.
        names: Its other public names by their import path, with what they stand for.
    """

    name: str
    service: str
    clients: list[Client]
    names: dict[str, Any]


def doc(member: Any) -> str:
    """Return a docstring without its indentation."""
    return inspect.cleandoc(member.docstring.value) if member is not None and member.docstring else ""


@cache
def facades() -> dict[str, Facade]:
    """Return the facades of the repository by their names."""
    owners = {name: each.name for each in layout.services() for name in each.facades}
    packages = public.packages(layout.project().facades, ("clientkit", *owners))
    return {name: _facade(packages[name], service) for name, service in owners.items()}


@cache
def runtime() -> dict[str, Any]:
    """Return the public names of the runtime by their import path."""
    owners = tuple(name for each in layout.services() for name in each.facades)
    package = public.packages(layout.project().facades, ("clientkit", *owners))["clientkit"]
    found: dict[str, Any] = {}
    for name in RUNTIME:
        module = package if name == "clientkit" else package.members[name]
        for key, member in module.members.items():
            target = public.target(member)
            exported = module.exports is None or key in map(str, module.exports)
            if key.startswith("_") or not exported or target.is_alias or target.is_module:
                continue
            here = module is package or not member.is_alias
            fits = target.is_class or (target.is_function and key in _FOR_USERS)
            if here and fits and target.path not in {each.path for each in found.values()}:
                found[f"{module.path}.{key}"] = target
    return found


@cache
def routes(service: str) -> dict[str, Route]:
    """Return the endpoints of a service's operations by their ids.

    Args:
        service: Name of the service.
    """
    found = {}
    for path in sorted((layout.project().generated / f"{service}_api" / "api").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "OPERATION":
                assert isinstance(node.value, ast.Call)
                facts = {
                    each.arg: each.value.value
                    for each in node.value.keywords
                    if each.arg and isinstance(each.value, ast.Constant)
                }
                given = {each.arg for each in node.value.keywords}
                safe = facts["method"] in _SAFE or facts.get("idempotent") is True
                repeat = "yes" if safe else "with a key" if "key" in given else "no"
                route = Route(str(facts["id"]), str(facts["method"]), str(facts["path"]), repeat)
                found[route.operation] = route
    return found


def _facade(package: Any, service: str) -> Facade:
    exports = dict(public.exported(package))
    clients = [
        _client(package, path.rpartition(".")[2], member, service)
        for path, member in exports.items()
        if _is_client(member) and path.count(".") == 1 and not member.name.startswith("Async")
    ]
    clients.sort(key=lambda each: -len(each.methods))
    names: dict[str, Any] = {}
    shown = {each.cls.path for each in clients}
    for path, member in sorted(exports.items(), key=lambda each: (each[0].count("."), each[0])):
        if not member.is_alias and not member.is_module and member.path not in shown:
            shown.add(member.path)
            names[path] = member
    for module in _open_modules(package):
        for key, member in sorted(module.members.items()):
            target = public.target(member)
            fits = not key.startswith("_") and not member.is_alias and not target.is_module
            # Aliases of types have no docstring; what has a value is one, too.
            if (
                fits
                and target.path not in shown
                and (target.is_class or target.is_function or key[0].isupper())
            ):
                shown.add(target.path)
                names[f"{module.path}.{key}"] = target
    for each in public.reached(package):
        if each.name.startswith("_"):
            continue
        twin = each.path.replace("._async.", "._sync.").replace(".Async", ".")
        derived = "._async." in each.path or "._sync." in each.path
        if each.path not in shown and twin not in shown and not derived and not _is_client(each):
            shown.add(each.path)
            names[each.path] = each
    return Facade(package.name, service, clients, names)


def _open_modules(package: Any) -> Iterator[Any]:
    for name in sorted(package.modules):
        if name in _OPEN:
            yield package.modules[name]


def _is_client(member: Any) -> bool:
    return not member.is_alias and member.is_class and "with_options" in member.all_members


def _client(package: Any, name: str, cls: Any, service: str) -> Client:
    twin = _twin(package, cls)
    methods = list(_methods(cls, twin, name, "", service))
    for key, member in sorted(cls.all_members.items()):
        target = public.target(member)
        if key.startswith("_") or key == "raw" or target.is_alias or "property" not in target.labels:
            continue  # a raw view has the same methods
        for resource in public.classes(target.annotation, package):
            if "from_dict" in resource.all_members:
                continue  # a value, not a group of methods
            other = twin and twin.all_members.get(key)
            paired = public.classes(public.target(other).annotation, package) if other else []
            methods += _methods(resource, paired[0] if paired else None, key, f"{key}.", service)
    return Client(name, f"Async{name}" if twin else "", cls, methods)


def _twin(package: Any, cls: Any) -> Any:
    path = cls.path.replace("._sync.", "._async.").removeprefix(f"{package.name}.")
    module, _, name = path.rpartition(".")
    try:
        return package[f"{module}.Async{name}"]
    except KeyError:
        return None


def _methods(cls: Any, twin: Any, title: str, call: str, service: str) -> Iterator[Method]:
    others = {each.name: each for each in public.methods(twin, inherited=True)} if twin else {}
    own = {each.name: each for each in public.methods(cls, inherited=True)}
    for name, function in sorted(own.items()):
        if name.endswith("_sync") and name.removesuffix("_sync") in own:
            continue
        # One class for both: `name` is awaited, `name_sync` is not.
        both = own.get(f"{name}_sync")
        sync, awaited = (both, function) if both else (function, others.get(name))
        if not both and twin is None and "async" in function.labels:
            sync, awaited = None, function
        if name == "close":
            awaited = others.get("aclose", awaited)
        ids = [each.strip() for match in _NAMED.finditer(doc(function)) for each in match[1].split(",")]
        known = routes(service) if service else {}
        yield Method(
            f"{title}.{name}",
            f"{call}{name}",
            sync,
            awaited,
            tuple(known[each] for each in ids if each in known),
        )
