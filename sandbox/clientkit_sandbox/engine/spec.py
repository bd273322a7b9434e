"""One OpenAPI document, read for serving: its operations, what they take and what they may answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from clientkit_sandbox.engine.schemas import Schemas, pointer

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_DELIMITERS = {"pipeDelimited": "|", "spaceDelimited": " "}
_PARAMETER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A documented path, query or header parameter.

    Attributes:
        name: The name on the wire.
        place: `path`, `query` or `header`.
        required: Whether a call without it is wrong.
        at: JSON pointer of the schema.
        types: JSON types the schema names.
        item_types: The same for the items, when the parameter is a list.
        explode: Whether a list repeats the name instead of joining its items.
        delimiter: What joins them.
        default: The documented default, None without one.
        multi_segment: Whether a path value may hold slashes.
    """

    name: str
    place: str
    required: bool
    at: str
    types: frozenset[str]
    item_types: frozenset[str]
    explode: bool
    delimiter: str
    default: Any
    multi_segment: bool


@dataclass(frozen=True, slots=True)
class Documented:
    """A documented answer: schema pointers per media type, and the same per header."""

    content: Mapping[str, str | None]
    headers: Mapping[str, tuple[bool, str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A documented operation.

    Attributes:
        id: The operationId.
        method: In upper case.
        path: The path template.
        parameters: Path, query and header parameters, those of the path item included.
        body: Schema pointers per media type of the request body; empty when it takes none.
        body_required: Whether a call without a body is wrong.
        answers: Documented answers by status (`200`, `4XX`, `default`).
        public: Whether the operation is documented as needing no credential.
        scopes: Permission levels that the documented security asks for.
    """

    id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Mapping[str, str | None]
    body_required: bool
    answers: Mapping[str, Documented]
    public: bool
    scopes: tuple[str, ...]

    def documented(self, status: int) -> Documented | None:
        """Return what is documented for a status, None for a status that is not documented."""
        return (
            self.answers.get(str(status))
            or self.answers.get(f"{status // 100}XX")
            or self.answers.get("default")
        )

    @property
    def success_status(self) -> int:
        """Return the first documented status of the 2xx range."""
        return min((int(status) for status in self.answers if re.fullmatch(r"2\d\d", status)), default=200)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a method and a path lead.

    Attributes:
        operation: The operation, None when the path exists but not with this method.
        values: Decoded path parameters.
        allowed: Methods that the path has.
    """

    operation: Operation | None
    values: Mapping[str, str]
    allowed: tuple[str, ...]


@dataclass(slots=True)
class _Route:
    template: str
    pattern: re.Pattern[str]
    specificity: tuple[int, ...]
    operations: dict[str, Operation] = field(default_factory=dict)


class Spec:
    """An OpenAPI 3.1 document, ready to route by and to check against."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.schemas = Schemas(document)
        self._security = document.get("security", [])
        self._routes = sorted(
            (self._route(template, item) for template, item in document["paths"].items()),
            key=lambda route: route.specificity,
        )
        self.operations = {op.id: op for route in self._routes for op in route.operations.values()}

    def match(self, method: str, raw_path: str) -> Match | None:
        """Find the operation for a request.

        A concrete path wins over a templated one; a path that ends in a fixed word is also found with a
        slash behind it, because deployments differ there.

        Args:
            method: In upper case.
            raw_path: The path as it came, still percent-encoded.

        Returns:
            None when no documented path fits.
        """
        for route in self._routes:
            found = route.pattern.fullmatch(raw_path)
            if found is not None:
                names = _PARAMETER.findall(route.template)
                values = {name: unquote(text) for name, text in zip(names, found.groups(), strict=True)}
                return Match(route.operations.get(method), values, tuple(route.operations))
        return None

    def _route(self, template: str, item: Any) -> _Route:
        at = pointer("paths", template)
        item, at = self.schemas.resolve(item, at)
        operations = {
            method.upper(): self._operation(method, template, item, at)
            for method in _METHODS
            if method in item
        }
        multi = {p.name for op in operations.values() for p in op.parameters if p.multi_segment}
        return _Route(template, _pattern(template, multi), _specificity(template, multi), operations)

    def _operation(self, method: str, template: str, item: dict[str, Any], item_at: str) -> Operation:
        node, at = item[method], f"{item_at}/{method}"
        parameters = {
            (p.name, p.place): p
            for owner, owner_at in ((item, item_at), (node, at))
            for p in self._parameters(owner.get("parameters", []), f"{owner_at}/parameters")
        }
        security = node.get("security", self._security)
        body, body_at = self.schemas.resolve(node.get("requestBody", {}), f"{at}/requestBody")
        return Operation(
            id=node["operationId"],
            method=method.upper(),
            path=template,
            parameters=tuple(parameters.values()),
            body=_content(body, body_at),
            body_required=body.get("required", False),
            answers={
                str(status): self._documented(answer, f"{at}/responses{pointer(str(status))}")
                for status, answer in node["responses"].items()
            },
            # One of the ways may be to come without a credential.
            public=not security or {} in security,
            scopes=tuple(scope for way in security for scopes in way.values() for scope in scopes),
        )

    def _parameters(self, nodes: list[Any], at: str) -> Iterable[Parameter]:
        for index, unresolved in enumerate(nodes):
            node, node_at = self.schemas.resolve(unresolved, f"{at}/{index}")
            if node["in"] == "cookie":
                continue
            schema = node.get("schema")
            types = self.schemas.types(schema)
            if schema is None or "object" in types:
                # JSON text, or an object in fields of its own: a handler reads those from the request itself.
                continue
            style = node.get("style", "form")
            yield Parameter(
                name=node["name"],
                place=node["in"],
                required=node.get("required", False),
                at=f"{node_at}/schema",
                types=types,
                item_types=self.schemas.types(self.schemas.items(schema)),
                explode=node.get("explode", node["in"] == "query" and style == "form"),
                delimiter=_DELIMITERS.get(style, ","),
                default=self.schemas.default(schema),
                multi_segment=node.get("x-path-segments", False),
            )

    def _documented(self, node: Any, at: str) -> Documented:
        node, at = self.schemas.resolve(node, at)
        headers = {}
        for name, unresolved in node.get("headers", {}).items():
            header, header_at = self.schemas.resolve(unresolved, f"{at}/headers{pointer(name)}")
            types = self.schemas.types(header["schema"])
            headers[name.lower()] = (header.get("required", False), f"{header_at}/schema", types)
        return Documented(_content(node, at), headers)


def media_type(content_type: str) -> str:
    """Return the media type of a Content-Type header, in lower case and without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def is_json(content_type: str) -> bool:
    """Tell whether a media type carries JSON."""
    kind = media_type(content_type)
    return kind == "application/json" or kind.endswith("+json")


def fitting(content: Mapping[str, str | None], content_type: str) -> str | None:
    """Return the documented media type or range that a content type falls under, None without one."""
    kind = media_type(content_type)
    for documented in (kind, kind.partition("/")[0] + "/*", "*/*"):
        if documented in content:
            return documented
    return None


def _content(node: Mapping[str, Any], at: str) -> dict[str, str | None]:
    return {
        media_type(kind): f"{at}/content{pointer(kind)}/schema" if "schema" in media else None
        for kind, media in node.get("content", {}).items()
    }


def _pattern(template: str, multi: set[str]) -> re.Pattern[str]:
    parts = []
    for index, part in enumerate(_PARAMETER.split(template)):
        if index % 2 == 0:
            parts.append(re.escape(part))
        else:
            parts.append("(.+)" if part in multi else "([^/]+)")
    ends_fixed = not template.endswith(("}", "/"))
    return re.compile("".join(parts) + ("/?" if ends_fixed else ""))


def _specificity(template: str, multi: set[str]) -> tuple[int, ...]:
    def rank(segment: str) -> int:
        names = _PARAMETER.findall(segment)
        return 0 if not names else 2 if set(names) & multi else 1

    return tuple(rank(segment) for segment in template.split("/"))
