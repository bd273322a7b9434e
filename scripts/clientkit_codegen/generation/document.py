"""Read a spec, refuse what the generator would lose, and bring the rest into the form it understands.

The generator drops what it does not understand and goes on. Here that is an error which names the operation
or the JSON pointer, so that the spec is fixed before anything is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openapi_python_client.strings import ClassName, PythonIdentifier

from clientkit_codegen import loading
from clientkit_codegen.generation.shapes import parameter_shape, reserved_words, shape_of

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
FIELD_PREFIX = "field_"
BINARY = {"type": "string", "format": "binary"}
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
OCTETS = "application/octet-stream"
EVENTS = "text/event-stream"
_STREAMS = ("bytes", "sse")
_KEY_PLACES = ("body", "header")

Json = dict[str, Any]


class RefusedError(Exception):
    """A spec that cannot be generated whole.

    Attributes:
        problems: What would be lost or wrong, one line each, with the place in the spec.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[RefusedError], tuple[list[str]]]:
        return RefusedError, (self.problems,)


@dataclass(frozen=True)
class OperationFacts:
    """What a spec says of an operation beyond what the generator keeps.

    Attributes:
        id: The operation id as written.
        method: HTTP method in capitals.
        path: The path template as written.
        idempotent: Whether `x-idempotent` is set.
        key: Place and name of the idempotency key.
        key_optional: Whether the key is sent only when the caller gives one.
        stream: How the successful answer is streamed.
        conditional: Whether 304 is documented.
        since: The version of the service that it came with, as `x-since` says.
        wildcards: Path parameters that may span several segments.
        descriptions: What is said of a parameter, by its place and name.
        shapes: What a parameter is, by its place and name.
        required: Query parameters that must be given.
        reserved: Words of other endpoints' paths, by path parameter.
        body: The shape of the JSON body.
    """

    id: str
    method: str
    path: str
    idempotent: bool
    key: tuple[str, str] | None
    key_optional: bool
    stream: str | None
    conditional: bool
    since: str | None
    wildcards: frozenset[str]
    descriptions: dict[tuple[str, str], str]
    shapes: dict[tuple[str, str], Any]
    required: tuple[str, ...]
    reserved: dict[str, tuple[str, ...]]
    body: Any


@dataclass(frozen=True)
class Tag:
    """The field that tells the variants of a union apart.

    Attributes:
        name: The field.
        classes: The class of each of its values.
    """

    name: str
    classes: dict[Any, str]


@dataclass(frozen=True)
class Document:
    """A spec, ready to be handed to the generator, with the facts that it would lose.

    Attributes:
        data: The document as the generator gets it.
        operations: Facts by module name.
        content_types: What the generator shall take each media type for.
        tags: The discriminator of each union that has one, by the classes of its variants.
    """

    data: Json
    operations: dict[str, OperationFacts]
    content_types: dict[str, str]
    tags: dict[frozenset[str], Tag] = field(default_factory=dict)


def load(path: Path) -> Json:
    """Read a spec as plain JSON values.

    Raises:
        RefusedError: When it cannot be read, or is not an object.
    """
    try:
        document = loading.read(path)
    except loading.LoadError as error:
        raise RefusedError([str(error)]) from None
    if not isinstance(document, dict):
        raise RefusedError(["its top level is not an object"])
    return document


def prepare(source: Json) -> Document:
    """Check a spec and bring it into the form that the generator understands.

    Raises:
        RefusedError: With everything that would be lost, at once.
    """
    data: Json = json.loads(json.dumps(source))
    reader = _Reader(data)
    reader.read()
    if reader.problems:
        raise RefusedError(reader.problems)
    return Document(data, reader.operations, reader.content_types, reader.tags)


def module_name(name: str, prefix: str = FIELD_PREFIX) -> str:
    """Return the module name that the generator makes of an operation id or, with its prefix, of a tag."""
    return str(PythonIdentifier(name, prefix=prefix))


class _Reader:
    """One pass over a document: collects facts and problems, and normalises in place."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self.problems: list[str] = []
        self.operations: dict[str, OperationFacts] = {}
        self.content_types: dict[str, str] = {}
        self.tags: dict[frozenset[str], Tag] = {}
        self._places: dict[str, str] = {}

    def read(self) -> None:
        for path, item in self.data.get("paths", {}).items():
            if "$ref" in item:
                self._refuse(pointer("paths", path), "a path item that is a $ref would be left out")
            for method in METHODS:
                if method in item:
                    self._operation(path, method, item)
        for place, schema in walk(self.data):
            if isinstance(present := schema.get("x-always-present"), list):
                # Typed as there and read as if it might not be: a type that everybody must test helps nobody.
                schema["required"] = list(dict.fromkeys([*schema.get("required", []), *present]))
            discriminator = schema.get("discriminator")
            if isinstance(discriminator, dict) and isinstance(discriminator.get("propertyName"), str):
                self._discriminator(place, schema)

    def _refuse(self, place: str, problem: str) -> None:
        self.problems.append(f"{place}: {problem}")

    def resolve(self, node: Json) -> Json:
        """Follow `$ref` within the document; what leads nowhere is an empty object."""
        seen = set()
        while isinstance(node, dict) and "$ref" in node and node["$ref"] not in seen:
            reference = node["$ref"]
            seen.add(reference)
            node = self.data
            for part in reference.removeprefix("#/").split("/"):
                node = (
                    node.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(node, dict) else {}
                )
        return node

    def _operation(self, path: str, method: str, item: Json) -> None:
        operation = item[method]
        place = pointer("paths", path, method)
        name = operation.get("operationId")
        if not isinstance(name, str) or not name:
            self._refuse(place, f"{method.upper()} {path} has no operationId, which names its module")
            return
        place = f"{name} ({place})"
        module = module_name(name)
        if module in self.operations:
            self._refuse(
                place, f"its module {module}.py is the one of {self._places[module]} too; rename one"
            )
            return
        self._places[module] = place
        # The generator looks at an operation's own security alone.
        operation.setdefault("security", self.data.get("security", []))
        declared = [*operation.get("parameters", []), *item.get("parameters", [])]
        parameters = [each for each in map(self.resolve, declared) if self._parameter(place, each)]
        if "requestBody" in operation:
            self._body(place, self.resolve(operation["requestBody"]))
        stream = self._choice(place, operation, "x-stream", _STREAMS)
        for status, response in operation.get("responses", {}).items():
            self._response(f"{place} {status}", self.resolve(response), streamed=stream is not None)
        self.operations[module] = OperationFacts(
            id=name,
            method=method.upper(),
            path=path,
            idempotent=operation.get("x-idempotent") is True,
            key=self._key(place, operation),
            key_optional=self._is_key_optional(operation),
            stream=stream,
            conditional="304" in operation.get("responses", {}),
            since=None if "x-since" not in operation else str(operation["x-since"]),
            wildcards=frozenset(each["name"] for each in parameters if each.get("x-path-segments") is True),
            descriptions={(each["in"], each["name"]): each.get("description", "") for each in parameters},
            shapes={(each["in"], each["name"]): parameter_shape(each, self.resolve) for each in parameters},
            required=tuple(
                each["name"] for each in parameters if each["in"] == "query" and each.get("required") is True
            ),
            reserved=reserved_words(path, method, self.data["paths"]),
            body=self._shape(operation),
        )

    def _shape(self, operation: Json) -> Any:
        content = self.resolve(operation.get("requestBody", {})).get("content", {})
        schemas = [media.get("schema") for media_type, media in content.items() if is_json(media_type)]
        return shape_of(schemas[0], self.resolve) if schemas else None

    def _choice(self, place: str, node: Json, name: str, known: tuple[str, ...]) -> str | None:
        value = node.get(name)
        if value is not None and value not in known:
            self._refuse(place, f"{name} must be one of {', '.join(known)}, not {value!r}")
        return value

    def _key(self, place: str, operation: Json) -> tuple[str, str] | None:
        key = operation.get("x-idempotency-key")
        if key is None:
            return None
        if not isinstance(key, dict) or set(key) - {"optional"} != {"in", "name"}:
            self._refuse(
                place,
                "write x-idempotency-key as {in: body or header, name: ...}, with optional: true or not",
            )
            return None
        self._choice(place, key, "in", _KEY_PLACES)
        return key["in"], key["name"]

    def _is_key_optional(self, operation: Json) -> bool:
        key = operation.get("x-idempotency-key")
        return isinstance(key, dict) and key.get("optional") is True

    def _parameter(self, place: str, parameter: Json) -> bool:
        """Check a parameter; return whether it is one."""
        if "name" not in parameter or "in" not in parameter:
            self._refuse(place, "a parameter is a $ref that leads nowhere")
            return False
        name, where = parameter["name"], parameter["in"]
        place = f"{place} parameter {name!r} in {where}"
        default_style = "form" if where in ("query", "cookie") else "simple"
        style = parameter.get("style", default_style)
        types = self._types(parameter.get("schema"))
        if "schema" not in parameter:
            self._refuse(place, "it has `content` instead of `schema` and would be left out")
        if style != default_style:
            self._refuse(place, f"style {style} is not supported; only {default_style} is")
        if "object" in types:
            self._refuse(place, "an object is not supported; write its fields as parameters of their own")
        if "array" in types and where != "query":
            self._refuse(place, "an array is supported in the query only; declare a string")
        if "array" in types and parameter.get("explode", True) is not True:
            self._refuse(place, "explode: false is not supported; declare a string of the joined values")
        if parameter.get("x-path-segments") is True and where != "path":
            self._refuse(place, "x-path-segments is for path parameters")
        return True

    def _types(self, schema: Any, seen: frozenset[str] = frozenset()) -> set[str]:
        """Return the JSON types that a schema allows, as far as it says so."""
        if not isinstance(schema, dict):
            return set()
        if "$ref" in schema:
            reference = schema["$ref"]
            return set() if reference in seen else self._types(self.resolve(schema), seen | {reference})
        kind = schema.get("type", [])
        types = {kind} if isinstance(kind, str) else set(kind)
        if "properties" in schema:
            types.add("object")
        for part in ("allOf", "anyOf", "oneOf"):
            for each in schema.get(part, []):
                types |= self._types(each, seen)
        return types

    def _body(self, place: str, body: Json) -> None:
        content = body.get("content", {})
        if len(content) != 1:
            listed = ", ".join(content) or "none"
            self._refuse(place, f"a request body has exactly one media type, here are: {listed}; keep one")
            return
        ((media_type, media),) = content.items()
        kind = essence(media_type)
        if "schema" not in media:
            self._refuse(place, f"the {media_type} body has no schema")
        elif kind in (FORM, MULTIPART) and "object" not in self._types(media["schema"]):
            self._refuse(place, f"a {kind} body is an object")
        if not is_json(media_type) and kind not in (FORM, MULTIPART):
            self.content_types[media_type] = OCTETS
            if not self._is_text(media.get("schema")):
                media["schema"] = dict(BINARY)

    def _response(self, place: str, response: Json, *, streamed: bool) -> None:
        """Leave one media type per status: what a buffered answer is read as.

        Beside JSON, an event stream is read by the streaming calls alone, so JSON stays; any other
        pairing is an answer whose form depends on the request, which is handed out as bytes.
        """
        content = response.get("content")
        if not content:
            return
        as_json = {media_type: media for media_type, media in content.items() if is_json(media_type)}
        others = {media_type: media for media_type, media in content.items() if not is_json(media_type)}
        if len({json.dumps(media.get("schema"), sort_keys=True) for media in as_json.values()}) > 1:
            self._refuse(place, f"{' and '.join(as_json)} have different schemas; give them one")
        if as_json and all(essence(each) == EVENTS for each in others):
            media_type = next(iter(as_json))
            response["content"] = {media_type: as_json[media_type]}
            return
        media_type = next(iter(others))
        as_text = len(content) == 1 and not streamed and self._is_text(others[media_type].get("schema"))
        self.content_types[media_type] = OCTETS
        response["content"] = {media_type: others[media_type] if as_text else {"schema": dict(BINARY)}}

    def _is_text(self, schema: Any) -> bool:
        """Whether a body is plain text, as opposed to bytes."""
        resolved = self.resolve(schema) if isinstance(schema, dict) else {}
        return resolved.get("type") == "string" and resolved.get("format") not in ("binary", "byte")

    def _discriminator(self, place: str, schema: Json) -> None:
        variants = schema.get("oneOf") or schema.get("anyOf") or []
        references = [each["$ref"] for each in variants if "$ref" in each]
        if not references:
            return
        mapping = schema["discriminator"].get("mapping") or {}
        by_value = {value: self._reference(target) for value, target in mapping.items()}
        for reference in references:
            if reference not in by_value.values():
                by_value[reference.rsplit("/", 1)[1]] = reference
        if unknown := [value for value, target in by_value.items() if target not in references]:
            self._refuse(place, f"the discriminator maps {', '.join(unknown)} to no variant of this union")
            return
        classes = {value: self.class_name(target) for value, target in by_value.items()}
        name = schema["discriminator"]["propertyName"]
        self.tags[frozenset(classes.values())] = Tag(name, classes)

    def _reference(self, target: str) -> str:
        return target if target.startswith("#/") else f"#/components/schemas/{target}"

    def class_name(self, reference: str) -> str:
        """Return the name of the class that the generator makes of a referenced schema."""
        target = self.resolve({"$ref": reference})
        return str(ClassName(target.get("title") or reference.rsplit("/", 1)[1], FIELD_PREFIX))


def walk(node: Any, place: str = "#") -> Iterator[tuple[str, Json]]:
    """Yield every object of a document with its JSON pointer."""
    if isinstance(node, dict):
        yield place, node
        for key, value in node.items():
            yield from walk(value, f"{place}/{_escape(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{place}/{index}")


def pointer(*parts: str) -> str:
    """Return the JSON pointer of a place in the document."""
    return "#/" + "/".join(_escape(part) for part in parts)


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is one JSON value."""
    kind = essence(media_type)
    return kind == "application/json" or kind.endswith("+json")
