"""The links of a spec: what an answer leads to must exist, and be fed with what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from clientkit_codegen.compat import Document
from clientkit_codegen.compat.document import Located, Operation, children
from clientkit_codegen.compat.operations import parameters, responses
from clientkit_codegen.compat.schemas import Parts, Views

_OF_REQUEST = re.compile(r"\$request\.(path|query|header)\.(.+)")
_OF_BODY = re.compile(r"\$(request|response)\.body(?:#(/.*))?")

Problem = tuple[str, str]


def link(document: Document, operation: Operation) -> Iterator[Problem]:
    """Yield what is wrong with the links of an operation's answers."""
    known = {each.id: each for each in document.operations}
    for answer in responses(document, operation).values():
        for name, here in children(answer.child("links")):
            here = document.resolve(here)
            target = known.get(str(here.node.get("operationId")))
            if target is None:
                yield here.at, f"the link {name} must name the operationId of an operation that exists"
                continue
            names = {known_name for _, known_name in parameters(document, target)}
            for parameter, value in children(here.child("parameters")):
                if parameter.rpartition(".")[2] not in names:
                    yield value.at, f"{target.id} has no parameter {parameter}"
            for value in _expressions(here):
                if not _has(document, operation, answer, str(value.node)):
                    yield value.at, f"{value.node} is nothing that {operation.id} has"


def _expressions(link: Located) -> Iterator[Located]:
    body = link.child("requestBody")
    values = [each for _, each in [*children(link.child("parameters")), *children(body)]]
    yield from (each for each in [*values, body] if str(each.node).startswith("$"))


def _has(document: Document, operation: Operation, answer: Located, expression: str) -> bool:
    """Tell whether a runtime expression stands for something that is documented."""
    if found := _OF_REQUEST.fullmatch(expression):
        return (found[1], found[2]) in parameters(document, operation)
    if not (found := _OF_BODY.fullmatch(expression)):
        return False
    body = answer if found[1] == "response" else document.resolve(operation.here.child("requestBody"))
    views = Views(document)
    keys = (found[2] or "").split("/")[1:]
    schemas = [media.child("schema") for _, media in children(body.child("content"))]
    return any(_declares(views, (schema,), keys) for schema in schemas if schema.node)


def _declares(views: Views, schema: Parts, keys: list[Any]) -> bool:
    if not keys:
        return True
    view = views.of(schema)
    within = view.items if keys[0].isdigit() else view.properties.get(keys[0], ())
    return bool(within) and _declares(views, within, keys[1:])
