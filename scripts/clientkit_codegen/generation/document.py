"""Read a spec, refuse what the generator would lose, and bring the rest into the form it understands.

The generator drops what it does not understand and goes on. Here that is an error which names the operation
or the JSON pointer, so that the spec is fixed before anything is written.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openapi_python_client.strings import ClassName, PythonIdentifier

from clientkit_codegen import loading
from clientkit_codegen.generation.lowering import lower
from clientkit_codegen.generation.normalise import Normalised, Note, UnsupportedError, normalise
from clientkit_codegen.generation.shapes import Reserved, parameter_shape, sent_path, shape_of
from clientkit_codegen.generation.walking import METHODS, Json, escape, pointer

FIELD_PREFIX = "field_"
BINARY = {"type": "string", "format": "binary"}
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
OCTETS = "application/octet-stream"
EVENTS = "text/event-stream"
_STREAMS = ("bytes", "sse")
_STYLES = {
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "path": ("simple",),
    "header": ("simple",),
    "cookie": ("form",),
}
_KEY_PLACES = ("body", "header")


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
        styles: How a parameter that is no single value is written, by its place and name.
        at: JSON pointer of the operation.
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
    styles: dict[tuple[str, str], str] = field(default_factory=dict)
    at: str = ""


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
        notes: What is read in another way than it is written.
    """

    data: Json
    operations: dict[str, OperationFacts]
    content_types: dict[str, str]
    tags: dict[frozenset[str], Tag] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


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


def prepare(source: Json | Normalised) -> Document:
    """Check a spec and bring it into the form that the generator understands.

    Args:
        source: The spec, of any version that is read, or in its one form already.

    Raises:
        RefusedError: With everything that would be lost, at once.
    """
    try:
        normalised = source if isinstance(source, Normalised) else normalise(source)
    except UnsupportedError as error:
        raise RefusedError([str(error)]) from None
    lowered = lower(normalised.data)
    reader = _Reader(lowered.data)
    reader.read()
    if problems := [*map(str, lowered.problems), *reader.problems]:
        raise RefusedError(problems)
    notes = [*normalised.notes, *lowered.notes, *reader.notes]
    return Document(lowered.data, reader.operations, reader.content_types, reader.tags, notes)


def module_name(name: str, prefix: str = FIELD_PREFIX) -> str:
    """Return the module name that the generator makes of an operation id or, with its prefix, of a tag."""
    return str(PythonIdentifier(name, prefix=prefix))


class _Reader:
    """One pass over a document: collects facts and problems, and normalises in place."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self.problems: list[str] = []
        self.notes: list[Note] = []
        self.operations: dict[str, OperationFacts] = {}
        self.content_types: dict[str, str] = {}
        self.tags: dict[frozenset[str], Tag] = {}
        self._places: dict[str, str] = {}
        self._modules: dict[str, str] = {}

    def read(self) -> None:
        self._reserved = Reserved(self.data.get("paths", {}))
        for path, item in self.data.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    self._operation(path, method, item)
        for place, schema in walk(self.data):
            if isinstance(present := schema.get("x-always-present"), list):
                # Typed as there and read as if it might not be: a type that everybody must test helps nobody.
                schema.setdefault("x-required", schema.get("required", []))
                schema["required"] = list(dict.fromkeys([*schema["x-required"], *present]))
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
        name = operation["operationId"]
        at, place = place, f"{name} ({place})"
        module = self._module(name, place)
        if module is None:
            return
        operation["operationId"] = module
        if module_name(module) != module:
            self._refuse(place, f"the operationId {name!r} cannot be the name of a module; give it another")
            return
        self._tag(operation, at)
        if "#" in path:
            self.notes.append(Note(at, "what follows # in a path is never sent; the path is used without it"))
        self._places[module] = place
        # The generator looks at an operation's own security alone.
        operation.setdefault("security", self.data.get("security", []))
        parameters = [each for each in operation.get("parameters", []) if self._parameter(place, each)]
        if "requestBody" in operation:
            self._body(operation, at)
        stream = self._choice(place, operation, "x-stream", _STREAMS)
        for status, response in operation.get("responses", {}).items():
            self._response(response, f"{at}/responses/{status}", streamed=stream is not None)
        self.operations[module] = OperationFacts(
            id=name,
            method=method.upper(),
            path=sent_path(path),
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
            reserved=self._reserved.of(path, method),
            body=self._shape(operation),
            styles={
                (each["in"], each["name"]): style
                for each in parameters
                if (style := self._style(each)) is not None
            },
            at=at,
        )
        for each in parameters:
            each.setdefault("schema", each.pop("x-content", {}))

    def _module(self, name: str, place: str) -> str | None:
        """Return the module of an operation: its id, with a number when another has that module."""
        before = self._modules.setdefault(name, "")
        if before:
            self._refuse(
                place, f"its module {before}.py is the one of {self._places[before]} too; rename one"
            )
            return None
        module, number, free = module_name(name), 2, module_name(name)
        if not re.search(r"[^\W_]", module.removeprefix(FIELD_PREFIX)) or module != nfkc(module):
            self._refuse(place, f"the operationId {name!r} cannot be the name of a module; give it another")
            return None
        while free in self.operations:
            free, number = f"{module.rstrip('_')}_{number}", number + 1
        if free != module:
            self.notes.append(Note(place, f"its module is {free}.py, {module}.py is {self._places[module]}"))
        self._modules[name] = free
        return free

    def _tag(self, operation: Json, at: str) -> None:
        """Refuse a tag whose files another system would find under another name."""
        tags = operation.get("tags")
        if not isinstance(tags, list) or not tags or not isinstance(tags[0], str):
            operation["tags"] = ["default"]
            return
        tag = module_name(tags[0], "tag")
        if not re.search(r"[^\W_]", tags[0]):
            operation["tags"] = ["default"]
        elif tag != nfkc(tag):
            self._refuse(f"{at}/tags/0", f"the tag {tags[0]!r} names a folder in letters that have two forms")

    def _style(self, parameter: Json) -> str | None:
        """Return how the values of a parameter stand in the request, when they are not single or repeated."""
        if "schema" not in parameter:
            return "json"
        where = parameter["in"]
        types = self._types(parameter["schema"])
        if not types & {"array", "object"}:
            return None
        style = parameter.get("style") or ("form" if where in ("query", "cookie") else "simple")
        explode = parameter.get("explode", style in ("form", "deepObject"))
        if where != "query":
            return "pairs" if explode and "object" in types else "simple"
        if style == "deepObject":
            return style
        if explode is True and style != "form":
            style = "form"
        if explode is True:
            return "exploded" if "object" in types else None
        return str(style)

    def _shape(self, operation: Json) -> Any:
        content = operation.get("requestBody", {}).get("content", {})
        schemas = [media.get("schema") for media_type, media in content.items() if self._is_json(media_type)]
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
        style = parameter.get("style")
        if style not in (None, *_STYLES[where]):
            if style in ("matrix", "label"):
                do = f"write another in an overlay, {' or '.join(_STYLES[where])}, where the service takes it"
                self._refuse(place, f"style {style} is not supported; {do}")
            else:
                del parameter["style"]
                at = parameter.get("x-at", place)
                self.notes.append(Note(at, f"{style!r} is no style of a parameter in {where}; ignored"))
        if "schema" not in parameter:
            media = next(iter(_objects(parameter.get("content"))), {})
            # The generator takes a schema; the value is written as JSON.
            schema = media.get("schema")
            parameter["x-content"] = schema if isinstance(schema, dict) else {}
        schema = parameter.get("schema")
        if parameter.get("required") is True and isinstance(schema, dict):
            items = self.resolve(schema).get("items")
            if {"null"} in (self._types(schema), self._types(items)):
                self._refuse(place, f"{name!r} allows only null, which cannot be sent; correct its schema")
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

    def _body(self, operation: Json, at: str) -> None:
        """Leave one media type of a body: JSON when there is any, else a form, else the first."""
        body, place = operation["requestBody"], f"{at}/requestBody"
        content = {kind: media if isinstance(media, dict) else {} for kind, media in body["content"].items()}
        if not content:
            self.notes.append(Note(place, "a body without a media type; ignored"))
            del operation["requestBody"]
            return
        media_type = sent_media(content)
        if len(content) > 1:
            left = ", ".join(each for each in content if each != media_type)
            self.notes.append(Note(place, f"a body of several media types; {media_type} is sent, not {left}"))
        media = content[media_type]
        body["content"] = {media_type: media}
        kind = essence(media_type)
        if kind in (FORM, MULTIPART):
            media["schema"] = self._form(media.get("schema"), f"{place}/content/{escape(media_type)}/schema")
        elif self._is_json(media_type):
            media.setdefault("schema", {})
            if not is_json(media_type) or kind != media_type:
                self.content_types[media_type] = "application/json"
        else:
            self.content_types[media_type] = OCTETS
            media["schema"] = {"type": "string"} if self._is_text(media.get("schema")) else dict(BINARY)

    def _form(self, schema: Any, at: str) -> Json:
        """Return the schema of a form: an object, which the generator makes a model of."""
        given: Json = schema if isinstance(schema, dict) else {}
        node = self.resolve(given)
        is_model = (
            node.get("type") == "object" or ("properties" in node and "type" not in node) or "allOf" in node
        )
        if is_model and not any(word in node for word in ("anyOf", "oneOf")):
            return given
        fields: Json = {}
        self._fields(given, fields, frozenset())
        if not fields and not node.get("properties"):
            self.notes.append(Note(at, "a form that is not an object of known fields; any fields are sent"))
        return {"type": "object", "properties": fields}

    def _fields(self, schema: Any, fields: Json, within: frozenset[int]) -> None:
        node = self.resolve(schema) if isinstance(schema, dict) else {}
        if id(node) in within:
            return
        for name, value in (node.get("properties") or {}).items():
            fields.setdefault(name, value)
        for word in ("allOf", "anyOf", "oneOf"):
            for each in node.get(word, []):
                self._fields(each, fields, within | {id(node)})

    def _is_json(self, media_type: str) -> bool:
        return may_be_json(media_type)

    def _response(self, response: Json, place: str, *, streamed: bool) -> None:
        """Leave one media type per status: what a buffered answer is read as.

        Next to JSON, an event stream is read by the streaming calls alone, so JSON stays; any other
        pairing is an answer whose form depends on the request, which is handed out as bytes.
        """
        content = response.get("content")
        if not content:
            response.pop("content", None)
            return
        content = {kind: media if isinstance(media, dict) else {} for kind, media in content.items()}
        as_json = {
            kind: media
            for kind, media in content.items()
            if is_json(kind) or (self._is_json(kind) and not self._is_bytes(media.get("schema")))
        }
        others = {kind: media for kind, media in content.items() if kind not in as_json}
        schemas = {
            json.dumps(media.get("schema"), sort_keys=True): media.get("schema") for media in as_json.values()
        }
        if as_json and (all(essence(each) == EVENTS for each in others) or not streamed):
            media_type = next(iter(as_json))
            media = as_json[media_type]
            if len(schemas) > 1:
                known = [each for each in schemas.values() if isinstance(each, dict)]
                media = {"schema": {"anyOf": known} if len(known) == len(schemas) else {}}
                self.notes.append(
                    Note(place, f"{' and '.join(as_json)} have different schemas; read as either")
                )
            if any(essence(each) != EVENTS for each in others):
                self._either(response, place, as_json, others)
                return
            media.setdefault("schema", {})
            self._read_as("application/json", response, media)
            return
        schema = content[next(iter(others or as_json))].get("schema")
        if len(content) == 1 and not streamed and self._is_text(schema):
            self._read_as("text/plain", response, {"schema": {"type": "string"}})
        else:
            self._read_as(OCTETS, response, {"schema": dict(BINARY)})

    def _read_as(self, kind: str, response: Json, media: Json) -> None:
        """Leave the form that an answer is read in.

        Its media type goes, as the generator takes one type for one thing, be it of a body or of an answer.
        """
        name = f"answer/{kind}"
        self.content_types[name] = kind
        response["content"] = {name: media}

    def _either(self, response: Json, place: str, as_json: Json, others: Json) -> None:
        """Leave an answer whose form depends on the request: the bytes that it is."""
        self._read_as(OCTETS, response, {"schema": dict(BINARY)})
        listed = ", ".join([*as_json, *others])
        self.notes.append(Note(place, f"an answer of several media types ({listed}); read as bytes"))

    def _is_bytes(self, schema: Any) -> bool:
        node = self.resolve(schema) if isinstance(schema, dict) else {}
        return not node or node.get("format") in ("binary", "byte")

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
            what = (
                f"the discriminator maps {', '.join(unknown)} to no variant of this union; read as they come"
            )
            self.notes.append(Note(place, what))
            by_value = {value: target for value, target in by_value.items() if target in references}
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
            yield from walk(value, f"{place}/{escape(key)}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from walk(value, f"{place}/{index}")


def nfkc(text: str) -> str:
    """Return a name as Python and some file systems write it."""
    return unicodedata.normalize("NFKC", text)


def _objects(node: Any) -> Iterator[Json]:
    return (each for each in (node.values() if isinstance(node, dict) else ()) if isinstance(each, dict))


def essence(media_type: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def sent_media(content: Iterable[str]) -> str:
    """Return the media type that a body is sent as: JSON when it may be, else a form, else the first."""
    return min(content, key=_rank)


def _rank(media_type: str) -> int:
    kind = essence(media_type)
    if may_be_json(media_type):
        return 0 if kind == "application/json" else 1
    return {MULTIPART: 2, FORM: 3}.get(kind, 4)


def may_be_json(media_type: str) -> bool:
    """Whether a body is JSON, also when its media type only allows it."""
    return is_json(media_type) or essence(media_type) in ("*/*", "text/json", "application/*")


def is_json(media_type: str) -> bool:
    """Whether a body of this media type is one JSON value."""
    kind = essence(media_type)
    return kind == "application/json" or kind.endswith("+json")
