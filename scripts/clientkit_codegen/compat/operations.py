"""How the operations of two documents differ: what a caller must send and what an answer may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from clientkit_codegen.compat.changes import CALLERS, READERS, Change
from clientkit_codegen.compat.document import (
    METHODS,
    Document,
    Located,
    Operation,
    children,
    elements,
    essence,
    matched,
    parameter_names,
    template,
)
from clientkit_codegen.compat.imports import compare_imports
from clientkit_codegen.compat.schemas import Comparison, Direction

_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
# OpenAPI says of these that a parameter of the name is to be ignored.
_NO_PARAMETERS = {"accept", "content-type", "authorization"}


def compare(old: Document, new: Document) -> list[Change]:
    """Return what changed between two versions of a document, operation by operation.

    Operations are the same by their id; those that got another id by method and path.
    """
    comparison = Comparison(old, new)
    found = []
    for before, after in matched(old.operations, new.operations):
        found += compare_operation(comparison, old, new, before, after)
    for before, after in matched(old.webhooks, new.webhooks):
        found += _compare_webhook(comparison, old, new, before, after)
    found += [
        Change("reference-not-judged", each.at, f"not judged: {each.node} leads out of the document")
        for each in (new.outside if old.data != new.data else ())
    ]
    return unique([*found, *compare_imports(old, new)])


def unique(changes: Iterable[Change]) -> list[Change]:
    """Return changes without repetitions: a schema may be reached in several ways."""
    return list(dict.fromkeys(changes))


def compare_operation(
    comparison: Comparison, old: Document, new: Document, before: Operation | None, after: Operation | None
) -> list[Change]:
    """Return what changed of one operation, its id on each change."""
    if before is None:
        return [] if after is None else [_of(after, Change("endpoint-added", after.here.at, _shown(after)))]
    if after is None:
        deprecated = before.node.get("deprecated") is True
        rule = f"api-removed-{'with' if deprecated else 'without'}-deprecation"
        return [_of(before, Change(rule, before.here.at, f"{_shown(before)} is gone", CALLERS, removed=True))]
    pair = _Pair(comparison, old, new, before, after)
    return [_of(before, each) for part in pair.parts for each in part()]


def _of(operation: Operation, change: Change) -> Change:
    return replace(change, operation=operation.id)


def _shown(operation: Operation) -> str:
    return f"{operation.method} {operation.path}"


def _compare_webhook(
    comparison: Comparison, old: Document, new: Document, before: Operation | None, after: Operation | None
) -> list[Change]:
    """Compare deliveries: what the service sends there is what its users read."""
    if before is None:
        return [] if after is None else [_of(after, Change("webhook-added", after.here.at, after.path))]
    if after is None:
        text = f"{before.path} is not delivered any more"
        return [_of(before, Change("webhook-removed", before.here.at, text, READERS, removed=True))]
    pair = _Pair(comparison, old, new, before, after)
    return [_of(before, each) for each in pair.delivery()]


class _Pair:
    """An operation in two documents."""

    def __init__(
        self, comparison: Comparison, old: Document, new: Document, before: Operation, after: Operation
    ) -> None:
        self._compare, self._old, self._new = comparison.changes, old, new
        self._before, self._after = before, after
        self.parts: tuple[Callable[[], Iterator[Change]], ...] = (
            self._identity,
            self._marks,
            self._security,
            self._parameters,
            self._request_body,
            self._responses,
            self._callbacks,
        )

    def delivery(self) -> Iterator[Change]:
        """Compare the body of a webhook's delivery, which its receiver reads."""
        old = self._old.resolve(self._before.here.child("requestBody"))
        new = self._new.resolve(self._after.here.child("requestBody"))
        yield from self._content("response", old, new)

    def _identity(self) -> Iterator[Change]:
        before, after, at = self._before, self._after, self._after.here.at
        if before.id != after.id:
            yield Change("api-operation-id-removed", at, f"the id is {after.id} now", CALLERS)
        if before.method != after.method:
            yield Change("api-method-changed", at, f"{before.method} is {after.method} now", CALLERS)
        if template(before.path) != template(after.path):
            yield Change("api-path-changed", at, f"{before.path} is {after.path} now", CALLERS)
        names = parameter_names(before.path), parameter_names(after.path)
        if names[0] != names[1] and sorted(names[0]) == sorted(names[1]):
            text = f"the places of {', '.join(names[0])} were exchanged: {after.path}"
            yield Change("api-path-changed", at, text, CALLERS)

    def _marks(self) -> Iterator[Change]:
        """Compare what the document says of an operation as a whole."""
        old, new, at = self._before.node, self._after.node, self._after.here.at
        if new.get("deprecated") is True and old.get("deprecated") is not True:
            yield Change("endpoint-deprecated", at, "deprecated now")
        if (old.get("x-idempotent") is True and new.get("x-idempotent") is not True) or (
            old.get("x-idempotency-key") not in (None, new.get("x-idempotency-key"))
        ):
            yield Change("request-idempotency-removed", at, "repeating it is not safe any more", CALLERS)
        if old.get("x-stream") != new.get("x-stream"):
            text = f"x-stream changed from {old.get('x-stream')} to {new.get('x-stream')}"
            yield Change("response-stream-changed", at, text, READERS)

    def _security(self) -> Iterator[Change]:
        old, new = demands(self._old, self._before), demands(self._new, self._after)
        at = self._after.here.at
        lost = [way for way in old if not any(_is_enough(way, other) for other in new)]
        if not lost:
            if added := [way for way in new if not any(_is_enough(way, other) for other in old)]:
                text = f"{_ways(added)} is enough now"
                silent = "security" not in self._new.data and "security" not in self._after.node
                yield Change("api-security-alternative-added", at, text, undeclared=silent)
        elif not all(way for way in lost):
            yield Change("api-security-added", at, f"{_ways(new)} is needed now", CALLERS)
        elif {frozenset(way) for way in lost} <= {frozenset(way) for way in new}:
            yield Change("api-security-scope-added", at, f"{_ways(new)} is needed now", CALLERS)
        else:
            text = f"{_ways(lost)} is not enough any more; {_ways(new)} is needed"
            yield Change("api-security-removed", at, text, CALLERS)

    def _parameters(self) -> Iterator[Change]:
        old, new = parameters(self._old, self._before), parameters(self._new, self._after)
        names = parameter_names(self._after.path), parameter_names(self._before.path)
        if len(names[0]) == len(names[1]) and sorted(names[0]) != sorted(names[1]):
            # Callers see the place of a path parameter, not its name.
            renamed = dict(zip(*names, strict=True))
            new = {
                (place, renamed.get(name, name) if place == "path" else name): value
                for (place, name), value in new.items()
            }
        for (place, name), here in old.items():
            if (place, name) in new:
                yield from self._parameter(place, name, here, new[place, name])
            elif place != "path":
                text = f"{name} in {place} is gone"
                yield Change("request-parameter-removed", here.at, text, CALLERS, removed=True)
        for (place, name), here in new.items():
            if (place, name) not in old and place != "path":
                needed = here.node.get("required") is True
                rule = f"new-{'required' if needed else 'optional'}-request-parameter"
                text = f"{name} in {place} is new" + (" and required" if needed else "")
                yield Change(rule, here.at, text, CALLERS if needed else "")

    def _parameter(self, place: str, name: str, old: Located, new: Located) -> Iterator[Change]:
        was, required = (each.node.get("required") is True or place == "path" for each in (old, new))
        if required and not was:
            yield Change("request-parameter-became-required", new.at, f"{name} is required now", CALLERS)
        elif was and not required:
            yield Change("request-parameter-became-optional", new.at, f"{name} may be left out now")
        if _serialization(place, old) != _serialization(place, new):
            text = f"{name} is written in another way: style or explode changed"
            yield Change("request-parameter-serialization-changed", new.at, text, CALLERS)
        if not was and not required:
            yield from self._default(name, _parameter_schema(old), _parameter_schema(new))
        yield from self._compare("parameter", "request", _parameter_schema(old), _parameter_schema(new))

    def _default(self, name: str, old: Located, new: Located) -> Iterator[Change]:
        before, after = self._old.resolve(old).node, self._new.resolve(new).node
        nothing = object()
        was, now = before.get("default", nothing), after.get("default", nothing)
        if (was is nothing and now is nothing) or was == now:
            return
        verb = "added" if was is nothing else "removed" if now is nothing else "changed"
        said = [f"{each!r}" if each is not nothing else "none" for each in (was, now)]
        text = f"without {name} the default was {said[0]} and is {said[1]}"
        rule = f"request-parameter-default-value-{verb}"
        yield Change(rule, new.at, text, CALLERS, undeclared=verb != "changed")

    def _request_body(self) -> Iterator[Change]:
        old = self._old.resolve(self._before.here.child("requestBody"))
        new = self._new.resolve(self._after.here.child("requestBody"))
        was, required = (each.node.get("required") is True for each in (old, new))
        if not old.node and not new.node:
            return
        if not old.node:
            rule = f"request-body-added-{'required' if required else 'optional'}"
            yield Change(rule, new.at, "takes a body now", CALLERS if required else "")
        elif not new.node:
            yield Change("request-body-removed", old.at, "takes no body any more", CALLERS, removed=True)
        else:
            if required and not was:
                yield Change("request-body-became-required", new.at, "the body is required now", CALLERS)
            elif was and not required:
                yield Change("request-body-became-optional", new.at, "the body may be left out now")
            yield from self._content("request", old, new)

    def _responses(self) -> Iterator[Change]:
        old, new = responses(self._old, self._before), responses(self._new, self._after)
        for status, here in old.items():
            kind = "success" if status.startswith("2") else "non-success"
            found = _counterpart(status, new)
            if found is None:
                text = f"{status} is not answered any more"
                # An error that never comes, or is not described any more, breaks nobody who handles errors.
                breaks = READERS if kind == "success" else ""
                silent = kind != "success" or not any(each.startswith("2") for each in new)
                yield Change(
                    f"response-{kind}-status-removed", here.at, text, breaks, True, undeclared=silent
                )
            else:
                yield from self._headers(here, new[found])
                yield from self._content("response", here, new[found])
        for status, here in new.items():
            if _counterpart(status, old) is None:
                kind = "success" if status.startswith("2") else "non-success"
                yield Change(f"response-{kind}-status-added", here.at, f"{status} may be answered now")

    def _callbacks(self) -> Iterator[Change]:
        """Compare what the service sends during an operation, which the caller reads."""
        old, new = callbacks(self._old, self._before), callbacks(self._new, self._after)
        for key, here in old.items():
            if key not in new:
                text = f"{' '.join(key)} is not delivered any more"
                yield Change("callback-removed", here.at, text, READERS, removed=True)
                continue
            before = self._old.resolve(here.child("requestBody"))
            after = self._new.resolve(new[key].child("requestBody"))
            yield from self._content("response", before, after)
        for key, here in new.items():
            if key not in old:
                yield Change("callback-added", here.at, f"{' '.join(key)} is delivered now")

    def _headers(self, old: Located, new: Located) -> Iterator[Change]:
        before, after = (
            {name.lower(): here for name, here in children(each.child("headers"))} for each in (old, new)
        )
        for name, located in before.items():
            here = self._old.resolve(located)
            was = here.node.get("required") is True
            if name not in after:
                rule = f"{'required' if was else 'optional'}-response-header-removed"
                yield Change(rule, located.at, f"{name} is gone", READERS, True, undeclared=True)
                continue
            there = self._new.resolve(after[name])
            if was and there.node.get("required") is not True:
                yield Change(
                    "response-header-became-optional", there.at, f"{name} may be missing now", READERS
                )
            yield from self._compare("header", "response", here.child("schema"), there.child("schema"))

    def _content(self, direction: Direction, old: Located, new: Located) -> Iterator[Change]:
        before, after = (
            {essence(kind): here for kind, here in children(each.child("content"))} for each in (old, new)
        )
        subject = "request-body" if direction == "request" else "response"
        breaks = CALLERS if direction == "request" else READERS
        for kind, here in before.items():
            if kind in after:
                yield from self._encoding(subject, breaks, here, after[kind])
                yield from self._compare("body", direction, here.child("schema"), after[kind].child("schema"))
            else:
                silent = direction == "response" and not after
                rule = f"{subject}-media-type-removed"
                yield Change(rule, here.at, f"{kind} is gone", breaks, True, undeclared=silent)
        for kind, here in after.items():
            if kind not in before:
                yield Change(f"{subject}-media-type-added", here.at, f"{kind} is new")

    def _encoding(self, subject: str, breaks: str, old: Located, new: Located) -> Iterator[Change]:
        """Compare how the fields of a form are written."""
        before, after = (dict(children(each.child("encoding"))) for each in (old, new))
        for name in sorted(before.keys() | after.keys()):
            was, now = (_written(each.get(name)) for each in (before, after))
            if was != now:
                text = (
                    f"{name} is written in another way: {was or 'the default'} is {now or 'the default'} now"
                )
                at = after[name].at if name in after else new.at
                yield Change(f"{subject}-encoding-changed", at, text, breaks)


def _written(encoding: Located | None) -> dict[str, Any]:
    """Return how a field of a form is written, without what is the default."""
    node = encoding.node if encoding is not None and isinstance(encoding.node, dict) else {}
    style = node.get("style", "form")
    defaults = {"style": "form", "explode": style == "form", "allowReserved": False, "headers": {}}
    return {
        key: value for key, value in sorted(node.items()) if key not in defaults or value != defaults[key]
    }


def callbacks(document: Document, operation: Operation) -> dict[tuple[str, str, str], Located]:
    """Return the deliveries of an operation by name, method and the expression of their URL."""
    found = {}
    for name, callback in children(operation.here.child("callbacks")):
        for expression, item in children(document.resolve(callback)):
            here = document.resolve(item)
            for method in METHODS:
                if isinstance(here.node.get(method), dict):
                    found[name, method.upper(), expression] = here.child(method)
    return found


def parameters(document: Document, operation: Operation) -> dict[tuple[str, str], Located]:
    """Return the parameters of an operation by place and name; its own win over those of its path."""
    found = {}
    for owner in (operation.item, operation.here):
        for each in elements(owner.child("parameters")):
            here = document.resolve(each)
            place, name = str(here.node.get("in")), str(here.node.get("name"))
            name = name.lower() if place == "header" else name
            if not (place == "header" and name in _NO_PARAMETERS):
                found[place, name] = here
    return found


def _parameter_schema(here: Located) -> Located:
    media = children(here.child("content"))
    return media[0][1].child("schema") if media else here.child("schema")


def _serialization(place: str, here: Located) -> tuple[Any, ...]:
    if here.node.get("content"):
        return tuple(essence(kind) for kind, _ in children(here.child("content")))
    style = here.node.get("style", _STYLES.get(place))
    return style, here.node.get("explode", style == "form")


def responses(document: Document, operation: Operation) -> dict[str, Located]:
    """Return the answers of an operation by status."""
    found = children(operation.here.child("responses"))
    return {
        status.upper() if status != "default" else status: document.resolve(here) for status, here in found
    }


def _counterpart(status: str, others: dict[str, Located]) -> str | None:
    """Return what documents a status in the other document: itself, its range or the default."""
    for candidate in (status, f"{status[:1]}XX", "default"):
        if candidate in others:
            # The default stands for errors wherever successes are listed.
            return None if candidate == "default" != status and status.startswith("2") else candidate
    return None


Way = dict[tuple[str, ...], frozenset[str]]


def demands(document: Document, operation: Operation) -> list[Way]:
    """Return the ways to be let in: scopes by what tells a scheme from others, which is not its name."""
    node = operation.node
    ways = node["security"] if "security" in node else document.data.get("security")
    if not ways:
        return [{}]
    return [
        {_scheme(document, name): frozenset(scopes or ()) for name, scopes in way.items()} for way in ways
    ]


def _scheme(document: Document, name: str) -> tuple[str, ...]:
    node = document.resolve(document.root("components", "securitySchemes", name)).node
    kind = str(node.get("type", name))
    if kind in ("oauth2", "openIdConnect"):
        # Where the token is from is another matter: it is sent as any bearer token is.
        return "http", "bearer"
    return (kind, *(str(node[key]).lower() for key in ("scheme", "in", "name") if key in node))


def _is_enough(way: Way, demanded: Way) -> bool:
    return all(scheme in way and scopes <= way[scheme] for scheme, scopes in demanded.items())


def _ways(ways: list[Way]) -> str:
    return " or ".join(
        " and ".join(_named(scheme, way[scheme]) for scheme in way) or "no credential" for way in ways
    )


def _named(scheme: tuple[str, ...], scopes: frozenset[str]) -> str:
    return " ".join(scheme) + (f" ({', '.join(sorted(scopes))})" if scopes else "")
