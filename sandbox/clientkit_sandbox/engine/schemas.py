"""Check values against the schemas of one OpenAPI document."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

_DOCUMENT = "urn:openapi"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")
_INTEGER = re.compile(r"[+-]?\d{1,4000}")

formats = FormatChecker(("date", "email", "ipv4", "ipv6", "uuid"))


@formats.checks("date-time", raises=ValueError)
def _is_date_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return bool(_RFC3339.fullmatch(value)) and datetime.fromisoformat(value.upper()) is not None


def _always_present(
    validator: Any, names: list[str], instance: object, schema: object
) -> Iterator[ValidationError]:
    # What every documented example of an answer shows; a client must live without it, a stand-in must not.
    if isinstance(instance, dict):
        for name in names:
            if name not in instance:
                yield ValidationError(f"{name!r} is present in every documented answer")


_Validator = extend(Draft202012Validator, {"x-always-present": _always_present})


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a value breaks its schema.

    Attributes:
        place: Where the value came from: `path`, `query`, `header` or `body`.
        path: Keys and indexes that lead to the offending value.
        message: What is wrong with it.
        rule: JSON pointer of the schema keyword that was broken.
    """

    place: str
    path: tuple[str | int, ...]
    message: str
    rule: str = ""

    @property
    def pointer(self) -> str:
        """Return `path` as a JSON pointer; `/` stands for the whole value."""
        return pointer(*self.path) or "/"


def pointer(*parts: str | int) -> str:
    """Join keys and indexes into a JSON pointer."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


class Schemas:
    """The schemas of one document, addressed by JSON pointer, each compiled once."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        resource: Resource[Any] = Resource(contents=document, specification=DRAFT202012)
        self._registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
        self._resolver = self._registry.resolver(_DOCUMENT)
        self._validator = cache(self._compile)

    def _compile(self, at: str) -> Validator:
        schema, _ = self.resolve({"$ref": f"#{at}"})
        _Validator.check_schema(schema)
        return _Validator(
            {"$ref": f"{_DOCUMENT}#{_quoted(at)}"}, registry=self._registry, format_checker=formats
        )

    def resolve(self, node: Any, at: str = "") -> tuple[Any, str]:
        """Follow `$ref` until something else comes.

        Args:
            node: A value of the document, perhaps a reference.
            at: JSON pointer of `node`.

        Returns:
            The value and its JSON pointer.
        """
        while isinstance(node, dict) and "$ref" in node:
            at = node["$ref"].removeprefix("#")
            node = self._resolver.lookup(f"#{_quoted(at)}").contents
        return node, at

    def violations(self, at: str, value: Any, place: str) -> Iterator[Violation]:
        """Yield every way in which a value breaks the schema at a pointer."""
        for error in self._validator(at).iter_errors(value):
            yield _violation(_most_telling(error), place)

    def default(self, schema: Any) -> Any:
        """Return the default of a schema, following references; None when it has none."""
        resolved, _ = self.resolve(schema)
        return resolved.get("default") if isinstance(resolved, dict) else None

    def types(self, schema: Any) -> frozenset[str]:
        """Return every JSON type that a schema names, in itself or in its alternatives."""
        schema, _ = self.resolve(schema)
        if not isinstance(schema, dict):
            return frozenset()
        named = schema.get("type", [])
        found = {named} if isinstance(named, str) else set(named)
        for keyword in ("anyOf", "oneOf", "allOf"):
            for part in schema.get(keyword, ()):
                found |= self.types(part)
        return frozenset(found)

    def items(self, schema: Any) -> Any:
        """Return the schema of the items of an array schema, following references."""
        resolved, _ = self.resolve(schema)
        return resolved.get("items", {}) if isinstance(resolved, dict) else {}


def from_text(text: str, types: frozenset[str]) -> Any:
    """Read a parameter's text as the first of the types that fits; text that fits none stays text."""
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    return text


def _most_telling(error: ValidationError) -> ValidationError:
    # "is not valid under any of the given schemas" helps nobody: the closest alternative does.
    return best_match([error]) or error


def _violation(error: ValidationError, place: str) -> Violation:
    path = tuple(error.absolute_path)
    if error.validator == "required":
        # One error names one absent property; a user wants to hear of that property, not of its owner.
        path += tuple(name for name in error.validator_value if error.message.startswith(repr(name)))
    message = error.message if len(error.message) <= 300 else error.message[:300] + "…"
    return Violation(place, path, message, pointer(*error.absolute_schema_path))


def _quoted(at: str) -> str:
    # A pointer travels in the fragment of a URI, so a literal percent sign has to be escaped.
    return at.replace("%", "%25")
