"""Read a request as its operation documents it, or say what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from starlette.datastructures import Headers, QueryParams

from clientkit_sandbox.engine import forms
from clientkit_sandbox.engine.schemas import Schemas, Violation, decode, from_text
from clientkit_sandbox.engine.service import Call, Problem
from clientkit_sandbox.engine.spec import Operation, Parameter, fitting, is_json, media_type

_NAMES_OF_PLACES = {"path": "path", "query": "query string", "header": "headers"}


def read(
    call: Call[Any],
    operation: Operation,
    schemas: Schemas,
    path: Mapping[str, str],
    query: str,
    body: bytes,
    *,
    exact_numbers: bool = False,
) -> None:
    """Put parameters and body on a call.

    Args:
        call: The call; its headers are there already.
        operation: What is called.
        schemas: The schemas of its document.
        path: Decoded path parameters as text.
        query: The query string.
        body: The body as it came.
        exact_numbers: Whether numbers keep all their digits.

    Raises:
        Problem: `validation_error` or `unsupported_media_type`.
    """
    violations = list(_read_parameters(call, operation, schemas, path, QueryParams(query)))
    violations += _read_body(call, operation, schemas, body, exact_numbers)
    if violations:
        raise Problem(422, "validation_error", _summary(violations), violations=violations)


def _summary(violations: list[Violation]) -> str:
    first = violations[0]
    where = ".".join(str(part) for part in first.path)
    more = f" (and {len(violations) - 1} more)" if len(violations) > 1 else ""
    return f"{first.place}{' ' if where else ''}{where}: {first.message}{more}"


def _read_parameters(
    call: Call[Any], operation: Operation, schemas: Schemas, path: Mapping[str, str], query: QueryParams
) -> Iterator[Violation]:
    values = {"path": call.path, "query": call.query, "header": call.header}
    for parameter in operation.parameters:
        texts = _texts(parameter, path, query, call.headers)
        if not texts:
            if parameter.required:
                where = _NAMES_OF_PLACES[parameter.place]
                yield Violation(parameter.place, (parameter.name,), f"is missing from the {where}")
            elif parameter.default is not None:
                values[parameter.place][parameter.name] = parameter.default
            continue
        if len(texts) > 1 and "array" not in parameter.types:
            yield Violation(parameter.place, (parameter.name,), "is given more than once")
            continue
        value = _value(parameter, texts)
        wrong = [
            Violation(found.place, (parameter.name, *found.path), found.message, found.rule)
            for found in schemas.violations(parameter.at, value, parameter.place)
        ]
        yield from wrong
        values[parameter.place][parameter.name] = value


def _texts(parameter: Parameter, path: Mapping[str, str], query: QueryParams, headers: Headers) -> list[str]:
    if parameter.place == "path":
        return [path[parameter.name]]
    if parameter.place == "query":
        return query.getlist(parameter.name)
    return headers.getlist(parameter.name)


def _value(parameter: Parameter, texts: list[str]) -> Any:
    if "array" not in parameter.types:
        return from_text(texts[0], parameter.types)
    parts = (
        texts if parameter.explode else [part for text in texts for part in text.split(parameter.delimiter)]
    )
    return [from_text(part, parameter.item_types) for part in parts]


def _read_body(
    call: Call[Any], operation: Operation, schemas: Schemas, body: bytes, exact_numbers: bool
) -> Iterator[Violation]:
    if not operation.body:
        return
    if not body:
        if operation.body_required:
            yield Violation("body", (), "is missing")
        return
    content_type = call.headers.get("content-type", "")
    documented = fitting(operation.body, content_type)
    if documented is None:
        known = " or ".join(operation.body)
        raise Problem(
            415,
            "unsupported_media_type",
            f"Content-Type must be {known}, not {content_type or 'missing'}",
            violations=[Violation("header", ("Content-Type",), f"must be {known}")],
        )
    at = operation.body[documented]
    if media_type(content_type) == forms.MULTIPART:
        try:
            call.body = forms.read(content_type, body)
        except ValueError as error:
            yield Violation("body", (), f"is no form: {error}")
            return
        if at is not None:
            yield from forms.violations(schemas, at, call.body)
        return
    if not is_json(content_type):
        call.body = body
        return
    try:
        call.body = decode(body, exact=exact_numbers)
    except (ValueError, RecursionError) as error:
        yield Violation("body", (), f"is not JSON: {error}")
        return
    if at is not None:
        for found in schemas.violations(at, call.body, "body"):
            # What every answer has, a request need not have.
            if not found.rule.endswith("/x-always-present"):
                yield found
