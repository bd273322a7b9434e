"""Requests to endpoints that no operation describes, and their answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module, pattern
from clientkit.operation import Answer, Operation, Prepared, Request, kind_of, query, shown
from clientkit.settings import merged

if TYPE_CHECKING:
    from urllib import parse
else:
    parse = Module("urllib.parse")

_METHOD = pattern(r"[A-Z]+")
# A value is decoded this often before dot segments are looked for: proxies are known to decode twice.
_DECODE_ROUNDS = 3
_UNFIT = pattern(r"[^\x21-\x7e]|[?#\\\\]")


def any_request(
    method: str,
    path: str,
    parameters: Mapping[str, Any] | None,
    json: Any,
    headers: Mapping[str, str] | None,
    *,
    idempotent: bool,
) -> Prepared[Any]:
    """Return a call of any path.

    Raises:
        ValueError: The method or the path cannot be sent, or the path leads out of the service.
        TypeError: A value is not of its type.
    """
    if not isinstance(method, str) or not isinstance(path, str):
        name, value = ("method", method) if not isinstance(method, str) else ("path", path)
        raise TypeError(f"{name} must be a str, got {kind_of(value)}")
    if parameters is not None and not isinstance(parameters, Mapping):
        raise TypeError(f"query must be a dict, got {kind_of(parameters)}")
    method = method.upper()
    if not _METHOD.fullmatch(method):
        raise ValueError(f"method must be one of HTTP, such as 'GET'; got {shown(method)}")
    if not path.startswith("/") or path.startswith("//") or _UNFIT.search(path):
        raise ValueError(
            f"path must start with one slash and be encoded, without a query (query=…); got {shown(path)}"
        )
    decoded = path
    for _ in range(_DECODE_ROUNDS):
        decoded = parse.unquote(decoded)
        if {".", ".."} & set(re.split(r"[/\\\\]", decoded)):
            raise ValueError(f"path must not lead elsewhere with dots, got {shown(path)}")
    fields = merged({}, headers or {})
    request = Request(method, path, query=query(parameters or {}), headers=fields, json=json)
    built: Callable[..., Request] = lambda: request  # noqa: E731  (it is built already)
    operation = Operation(
        built,
        any_answer,
        any_answer,
        id="request",
        method=method,
        path="(any)",
        idempotent=idempotent,
    )
    return Prepared(operation, request)


def any_answer(answer: Answer) -> Any:
    """Return the JSON value of an answer; its bytes when it is something else, None when it is empty."""
    if not answer.body:
        return None
    media_type = answer.headers.get("content-type", "application/json").partition(";")[0].strip().lower()
    return answer.json() if media_type.endswith("json") else answer.body
