"""Turn what a handler returned into a reply, and check it against the spec."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clientkit_sandbox.engine.schemas import Schemas, dumps, from_text
from clientkit_sandbox.engine.service import Answer, Stream
from clientkit_sandbox.engine.spec import Documented, Operation, fitting, is_json
from clientkit_sandbox.engine.wire import Reply


class ContractViolationError(Exception):
    """An answer that the spec does not allow; the message names the operation and the place."""


def reply_to(
    operation: Operation | None, schemas: Schemas, result: object, always: Mapping[str, str]
) -> Reply:
    """Make the reply of an operation and check it.

    Args:
        operation: What was called; None where nothing is documented and so nothing can be checked.
        schemas: The schemas of its document.
        result: What the handler returned: an `Answer`, a `Stream` or a JSON value.
        always: Headers that every answer of the service carries.

    Raises:
        ContractViolationError: Status, media type, body or a header is not as documented.
    """
    answer = result if isinstance(result, Answer | Stream) else Answer(result)
    answer.headers = {**always, **answer.headers}
    if operation is None:
        return _reply(answer, answer.status or 200, answer.content_type or "application/json")
    status = answer.status or operation.success_status
    documented = operation.documented(status)
    if documented is None:
        raise ContractViolationError(f"{operation.id}: status {status} is not documented")
    content_type = answer.content_type or next(iter(documented.content), "")
    try:
        reply = _reply(answer, status, content_type)
        _check_body(documented, schemas, reply, content_type)
        _check_headers(documented, schemas, reply)
    except ContractViolationError as violation:
        raise ContractViolationError(f"{operation.id}: answer {status}: {violation}") from None
    return reply


def _reply(answer: Answer | Stream, status: int, content_type: str) -> Reply:
    if isinstance(answer, Stream):
        return Reply(status, {"Content-Type": content_type, **answer.headers}, answer.pieces)
    if answer.body is None and not content_type:
        return Reply(status, dict(answer.headers), b"")
    body = _encode(answer.body, content_type)
    return Reply(status, {"Content-Type": content_type, **answer.headers}, body)


def _encode(value: Any, content_type: str) -> bytes:
    if isinstance(value, bytes):
        return value
    if is_json(content_type):
        try:
            return dumps(value).encode()
        except (TypeError, ValueError) as error:
            raise ContractViolationError(f"not JSON: {error}") from error
    if isinstance(value, str):
        return value.encode()
    if not content_type:
        raise ContractViolationError("has a body, and none is documented")
    raise ContractViolationError(f"{type(value).__name__} cannot be sent as {content_type}")


def _check_body(documented: Documented, schemas: Schemas, reply: Reply, content_type: str) -> None:
    if not documented.content:
        if reply.body != b"":
            raise ContractViolationError("has a body, and none is documented")
        return
    kind = fitting(documented.content, content_type)
    if kind is None:
        raise ContractViolationError(f"content type {content_type!r} is not documented")
    at = documented.content[kind]
    if not isinstance(reply.body, bytes) or at is None or not is_json(content_type):
        return
    try:
        found = schemas.first_violation_of_bytes(at, reply.body)
    except ValueError as error:
        raise ContractViolationError(f"body is not JSON: {error}") from error
    if found is not None:
        raise ContractViolationError(f"body at {found.pointer}: {found.message} (rule {found.rule} of {at})")


def _check_headers(documented: Documented, schemas: Schemas, reply: Reply) -> None:
    sent = {name.lower(): value for name, value in reply.headers.items()}
    for name, (required, at, types) in documented.headers.items():
        if name not in sent:
            if required:
                raise ContractViolationError(f"header {name} is missing")
            continue
        for found in schemas.violations(at, from_text(sent[name], types), "header"):
            raise ContractViolationError(f"header {name}: {found.message}")
