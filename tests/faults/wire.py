"""A request that was recorded, read as the service would read it: by the spec and nothing else."""

from __future__ import annotations

import base64
import dataclasses
import functools
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import attrs
import yaml
from clientkit._io.payload import Destination, framed, header_fields, target_of
from clientkit.transport import HttpRequest
from clientkit_codegen.generation import layout
from clientkit_sandbox.engine import incoming
from clientkit_sandbox.engine.service import Call, Problem
from clientkit_sandbox.engine.spec import Match, Operation, Spec
from starlette.datastructures import Headers

# The client sends these next to what an operation asks for.
_ALWAYS = frozenset(
    {"accept", "accept-encoding", "user-agent", "host", "connection", "content-length", "content-type"}
    | {"transfer-encoding", "authorization", "x-api-key", "x-tenant-id"}
)


@functools.cache
def spec_of(service: str) -> Spec:
    """Return the spec of a service."""
    path = layout.project().specs / f"{service}.yaml"
    return Spec(yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


class Sent:
    """A request, as bytes on a wire.

    Attributes:
        operation: What the service takes it for.
        path: Decoded path parameters.
        query: Decoded query parameters, in order.
        headers: Header fields.
        body: The body.
    """

    def __init__(self, service: str, request: HttpRequest, origin: str, base_path: str) -> None:
        to = Destination(request.origin)
        framing, body = framed(request)
        target = target_of(request).decode("ascii")
        # The engine sends what we gave it, to where the client was told: nothing is read in another way.
        assert target == request.target, (target[:200], request.target[:200])
        assert f"{to.scheme.decode()}://{to.authority.decode()}" == origin
        assert target.startswith(f"{base_path}/"), target[:200]
        raw_path, _, query = target.removeprefix(base_path).partition("?")
        self.request = request
        fields = header_fields(request, framing, to)
        self.headers = Headers(raw=[(name.lower(), value) for name, value in fields])
        # A stream that only async code reads is not checked.
        self.body = body or b"" if body is None or isinstance(body, bytes) else b"".join(body)
        self._spec = spec_of(service)
        match = self._spec.match(request.method, raw_path)
        assert isinstance(match, Match), f"no such path: {request.method} {raw_path[:200]}"
        assert match.operation is not None, f"no such method: {request.method} {raw_path[:200]}"
        self.operation: Operation = match.operation
        self.path = match.values
        self.raw_query = query
        self.query = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")

    def check(self) -> None:
        """Hold the request to the operation's parameters and body."""
        known = {(each.name.lower(), each.place) for each in self.operation.parameters}
        unknown = {name for name, _ in self.query if (name.lower(), "query") not in known}
        assert not unknown, f"not documented in the query: {unknown}"
        extra = {name for name in self.headers if (name, "header") not in known} - _ALWAYS
        assert not extra, f"headers that nobody asked for: {extra}"
        call: Call[Any] = Call(None, self.operation, self.headers)
        try:
            incoming.read(call, self.operation, self._spec.schemas, self.path, self.raw_query, self.body)
        except Problem as problem:
            wrong = "; ".join(f"{each.place} {each.path}: {each.message}" for each in problem.violations)
            raise AssertionError(wrong[:600]) from None

    def leaves(self) -> Iterator[Any]:
        """Yield every value that is on the wire, and every value within one."""
        yield from self.path.values()
        yield from (value for _, value in self.query)
        yield from self.headers.values()
        if self.headers.get("content-type", "").startswith("application/json"):
            yield from _within(json.loads(self.body))
        elif self.body:
            yield self.body.decode("utf-8", "replace")

    def carries(self, value: Any) -> bool:
        """Whether a value is on the wire, in whatever form such a value goes there."""
        try:
            forms = list(_forms(value))
            return any(_is(form, leaf) for leaf in self.leaves() for form in forms)
        except RecursionError:
            return False  # deeper than anything that was sent


def _within(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _within(each)
    elif isinstance(value, list):
        for each in value:
            yield from _within(each)


def _forms(value: Any) -> Iterator[Any]:
    """Yield what may stand for a value on the wire."""
    if isinstance(value, str):
        plain = str.__str__(value)
        yield plain
        yield json.dumps(plain, ensure_ascii=False)[1:-1]
        yield _base64(plain)
    elif isinstance(value, bool) or value is None:
        yield value
        yield json.dumps(value)
    elif isinstance(value, (int, float)):
        yield value
        if isinstance(value, float) or value.bit_length() < 4000:
            yield str(float(value) if isinstance(value, float) else int(value))
    elif isinstance(value, Decimal):
        if value.is_finite():
            yield float(value)
            yield format(value, "f")
            yield str(value)
    elif isinstance(value, datetime):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, Enum):
        yield value.value
    elif isinstance(value, Mapping):
        yield {name: _plain(each) for name, each in value.items()}
        if value and all(isinstance(each, (str, bytes)) for each in value.values()):
            yield [{"path": path, "content": _base64(content)} for path, content in sorted(value.items())]
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield [_plain(each) for each in value]
        if value and all(isinstance(each, (list, tuple)) and len(each) == 2 for each in value):
            yield {str(name): _plain(each) for name, each in value}
    elif attrs.has(type(value)) or (dataclasses.is_dataclass(value) and not hasattr(value, "to_envelope")):
        # An object of arguments: what it has and what is not empty.
        fields = attrs.fields(type(value)) if attrs.has(type(value)) else dataclasses.fields(value)
        named = {each.name: getattr(value, each.name) for each in fields}
        yield {name: _plain(each) for name, each in named.items() if each not in (None, {})}
    elif hasattr(value, "to_envelope"):
        yield _plain(value.to_envelope())
        yield _plain(value.to_envelope()["args"])
    elif isinstance(value, (bytes, bytearray)):
        yield _base64(value)
    elif isinstance(value, (UUID, Path)):
        yield str(value)


def _plain(value: Any) -> Any:
    return next(iter(_forms(value)), None)


def _base64(content: str | bytes | bytearray) -> str:
    raw = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return base64.b64encode(raw).decode("ascii")


def _is(form: Any, leaf: Any) -> bool:
    if isinstance(form, dict) and isinstance(leaf, dict):
        return all(name in leaf and _is(each, leaf[name]) for name, each in form.items())
    if isinstance(form, list) and isinstance(leaf, list):
        return len(form) == len(leaf) and all(_is(*pair) for pair in zip(form, leaf, strict=True))
    if isinstance(form, datetime):
        return isinstance(leaf, str) and _moment(leaf) == _aware(form)
    if isinstance(form, str) and isinstance(leaf, str):
        return form in leaf
    return form == leaf and isinstance(form, bool) == isinstance(leaf, bool)


def _aware(value: datetime) -> datetime:
    from datetime import UTC

    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _moment(text: str) -> datetime | None:
    try:
        return _aware(datetime.fromisoformat(text))
    except ValueError:
        return None
