"""Where schemas, parameters, bodies and answers stand in an OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Json = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ONE = (
    *("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"),
    *("unevaluatedItems", "unevaluatedProperties", "additionalItems", "contentSchema"),
)
_LIST = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAP = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")

# Takes a schema and its pointer, and returns what stands there from now on.
Change = Callable[[Any, str], Any]


def pointer(*parts: str) -> str:
    """Return the JSON pointer of a place in the document."""
    return "#/" + "/".join(escape(part) for part in parts)


def escape(part: str) -> str:
    """Return a key as it stands in a JSON pointer."""
    return str(part).replace("~", "~0").replace("/", "~1")


def follow(data: Any, reference: str) -> Any:
    """Return what an internal reference points to; None when that is not there."""
    node = data
    for part in reference.removeprefix("#").split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and key.isdigit() and int(key) < len(node):
            node = node[int(key)]
        elif isinstance(node, dict) and key in node:
            node = node[key]
        else:
            return None
    return node


def map_schemas(data: Json, change: Change) -> None:
    """Change every schema of a document in place, the inner ones before those around them."""
    components = _object(data.get("components"))
    for name, schema in list(_object(components.get("schemas")).items()):
        components["schemas"][name] = map_schema(schema, pointer("components", "schemas", name), change)
    for kind, visit in _KINDS.items():
        for name, node in _object(components.get(kind)).items():
            visit(node, pointer("components", kind, name), change)
    for section in ("paths", "webhooks"):
        for path, item in _object(data.get(section)).items():
            _item(item, pointer(section, path), change)


def map_schema(schema: Any, at: str, change: Change) -> Any:
    """Return a schema with every schema in it and itself changed."""
    if isinstance(schema, dict):
        for key in _ONE:
            if isinstance(schema.get(key), (dict, bool)):
                schema[key] = map_schema(schema[key], f"{at}/{key}", change)
        for key in _LIST:
            if isinstance(schema.get(key), list):
                schema[key] = [
                    map_schema(each, f"{at}/{key}/{index}", change) for index, each in enumerate(schema[key])
                ]
        for key in _MAP:
            if isinstance(schema.get(key), dict):
                schema[key] = {
                    name: map_schema(each, f"{at}/{key}/{escape(name)}", change)
                    for name, each in schema[key].items()
                }
    return change(schema, at)


def _object(node: Any) -> Json:
    return node if isinstance(node, dict) else {}


def _item(item: Any, at: str, change: Change) -> None:
    for index, parameter in enumerate(_list(_object(item).get("parameters"))):
        _parameter(parameter, f"{at}/parameters/{index}", change)
    for method in METHODS:
        _operation(_object(item).get(method), f"{at}/{method}", change)


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


def _operation(operation: Any, at: str, change: Change) -> None:
    operation = _object(operation)
    for index, parameter in enumerate(_list(operation.get("parameters"))):
        _parameter(parameter, f"{at}/parameters/{index}", change)
    _body(operation.get("requestBody"), f"{at}/requestBody", change)
    for status, answer in _object(operation.get("responses")).items():
        _answer(answer, f"{at}/responses/{escape(status)}", change)
    for name, callback in _object(operation.get("callbacks")).items():
        _callback(callback, f"{at}/callbacks/{escape(name)}", change)


def _callback(callback: Any, at: str, change: Change) -> None:
    for path, item in _object(callback).items():
        if isinstance(item, dict):
            _item(item, f"{at}/{escape(path)}", change)


def _parameter(parameter: Any, at: str, change: Change) -> None:
    parameter = _object(parameter)
    if isinstance(parameter.get("schema"), (dict, bool)):
        parameter["schema"] = map_schema(parameter["schema"], f"{at}/schema", change)
    _content(parameter, at, change)


def _body(body: Any, at: str, change: Change) -> None:
    _content(_object(body), at, change)


def _answer(answer: Any, at: str, change: Change) -> None:
    answer = _object(answer)
    _content(answer, at, change)
    for name, header in _object(answer.get("headers")).items():
        _parameter(header, f"{at}/headers/{escape(name)}", change)


def _content(node: Json, at: str, change: Change) -> None:
    for kind, media in _object(node.get("content")).items():
        if isinstance(media, dict) and isinstance(media.get("schema"), (dict, bool)):
            media["schema"] = map_schema(media["schema"], f"{at}/content/{escape(kind)}/schema", change)


_KINDS: dict[str, Callable[[Any, str, Change], None]] = {
    "parameters": _parameter,
    "headers": _parameter,
    "requestBodies": _body,
    "responses": _answer,
    "callbacks": _callback,
    "pathItems": _item,
}


def operations(data: Json) -> Iterator[tuple[str, str, Json, Json]]:
    """Yield path, method, operation and path item of every operation under `paths`."""
    for path, item in _object(data.get("paths")).items():
        for method in METHODS:
            if isinstance(_object(item).get(method), dict):
                yield path, method, item[method], item
