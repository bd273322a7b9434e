"""Check values against the schemas of one OpenAPI document."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError, best_match
from jsonschema.protocols import Validator
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

_DOCUMENT = "urn:openapi"
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]{1,4000}")
# Half a character, which no text that is encoded has.
_MARK = "\udc80"
_MARKED = re.compile(f'"{_MARK}([^"]*){_MARK}"')
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")

formats = FormatChecker(("date", "email", "ipv4", "ipv6", "uuid"))


@formats.checks("date-time", raises=ValueError)
def _is_date_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    return bool(_RFC3339.fullmatch(value)) and datetime.fromisoformat(value.upper()) is not None


@formats.checks("int32")
def _is_int32(value: object) -> bool:
    return not isinstance(value, int) or -(2**31) <= value < 2**31


@formats.checks("int64")
def _is_int64(value: object) -> bool:
    return not isinstance(value, int) or -(2**63) <= value < 2**63


def _always_present(
    validator: Any, names: list[str], instance: object, schema: object
) -> Iterator[ValidationError]:
    # What every documented example of an answer shows; a client must live without it, a sandbox must not.
    if isinstance(instance, dict):
        for name in names:
            if name not in instance:
                yield ValidationError(f"{name!r} is present in every documented answer")


def _any_of(validator: Any, variants: list[Any], instance: Any, schema: Any) -> Iterator[ValidationError]:
    # The tag says which variant is meant, so that an error is about it and not about all the others.
    tag = schema.get("x-tag")
    value = instance.get(tag["name"]) if tag and isinstance(instance, dict) else None
    chosen = tag["variants"].get(value) if isinstance(value, str) else None
    if chosen is None:
        yield from Draft202012Validator.VALIDATORS["anyOf"](validator, variants, instance, schema)
    else:
        yield from validator.descend(instance, variants[chosen], schema_path=chosen)


_Validator: Any = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator, {"x-always-present": _always_present, "anyOf": _any_of}
)


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
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
        self._resolver = self._registry.resolver(_DOCUMENT)
        self._validator = cache(self._compile)
        # A read that is repeated is answered with the same bytes: they need no second look.
        self.first_violation_of_bytes = lru_cache(maxsize=256)(self._first_violation_of_bytes)

    def _compile(self, at: str) -> Validator:
        schema = self._inlined({"$ref": f"#{at}"}, ())
        _Validator.check_schema(schema)
        validator: Validator = _Validator(schema, registry=self._registry, format_checker=formats)
        return validator

    def _inlined(self, node: Any, within: tuple[str, ...]) -> Any:
        # Following a reference costs jsonschema more than checking what it leads to. Only a reference to a
        # schema from within itself has to stay one.
        if isinstance(node, list):
            return [self._inlined(item, within) for item in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if not isinstance(reference, str):
            return {name: self._inlined(value, within) for name, value in node.items()} | _tagged(node)
        if reference in within:
            target: Any = {"$ref": f"{_DOCUMENT}#{_quoted(reference.removeprefix('#'))}"}
        else:
            found = self._resolver.lookup(f"#{_quoted(reference.removeprefix('#'))}").contents
            target = self._inlined(found, (*within, reference))
        siblings = {name: self._inlined(value, within) for name, value in node.items() if name != "$ref"}
        return {"allOf": [target], **siblings} if siblings else target

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

    def _first_violation_of_bytes(self, at: str, body: bytes) -> Violation | None:
        return next(self.violations(at, decode(body), "body"), None)

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


def _tagged(node: dict[str, Any]) -> dict[str, Any]:
    """Return which variant of `anyOf` each value of a discriminator stands for, for `_any_of`."""
    discriminator = node.get("discriminator")
    if not isinstance(discriminator, dict) or not isinstance(node.get("anyOf"), list):
        return {}
    mapping = discriminator.get("mapping", {})
    places = {each.get("$ref"): index for index, each in enumerate(node["anyOf"])}
    variants = {value: places[target] for value, target in mapping.items() if target in places}
    return {"x-tag": {"name": discriminator["propertyName"], "variants": variants}}


def decode(body: bytes, *, exact: bool = False) -> Any:
    """Decode JSON strictly: no NaN, no number beyond the range of a double, no half of a character.

    Args:
        body: The JSON text.
        exact: Whether a number with more digits than a double keeps is read as a Decimal.

    Raises:
        ValueError: It is not JSON.
    """
    value = json.loads(body, parse_float=_exact if exact else _finite, parse_constant=_refuse_constant)
    if b"\\u" in body:
        # An escaped lone surrogate gives a string that no encoding can write.
        json.dumps(value, ensure_ascii=False).encode()
    return value


def dumps(value: Any) -> str:
    """Encode compact JSON; a Decimal is a number with all its digits.

    Raises:
        TypeError: JSON does not know the value.
        ValueError: There is a number that is not finite.
    """
    text = json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_marked_decimal
    )
    return _MARKED.sub(r"\1", text) if _MARK in text else text


def _marked_decimal(value: Any) -> str:
    if not isinstance(value, Decimal):
        raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")
    return f"{_MARK}{value}{_MARK}"


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text} is out of range")
    return number


def _exact(text: str) -> float | Decimal:
    number, exact = _finite(text), Decimal(text)
    return number if Decimal(repr(number)) == exact else exact


def _refuse_constant(text: str) -> float:
    raise ValueError(f"{text} is not a JSON number")


def from_text(text: str, types: frozenset[str]) -> Any:
    """Read a parameter's text as the first of the types that fits; text that fits none stays text."""
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
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
        names: Any = error.validator_value
        path += tuple(name for name in names if error.message.startswith(repr(name)))
    message = error.message if len(error.message) <= 300 else error.message[:300] + "…"
    return Violation(place, path, message, pointer(*error.absolute_schema_path))


def _quoted(at: str) -> str:
    # A pointer travels in the fragment of a URI, so a literal percent sign has to be escaped.
    return at.replace("%", "%25")
