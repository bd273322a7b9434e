"""What is written down of a call: the logger `clientkit` has one record for each attempt.

A record names method, operation, path template, status, attempt, duration and request id; never a
path, a query, a header or a body, since those hold ids and secrets.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from clientkit import tracing
from clientkit.operation import Answer
from clientkit.transport import AsyncReply, Failure, Reply

if TYPE_CHECKING:
    from clientkit.call import Call

logger = logging.getLogger("clientkit")


def record_attempt(call: Call, result: Answer | Reply | AsyncReply | Failure, seconds: float) -> None:
    """Log one attempt: at DEBUG, or at INFO when it failed for a reason that may pass.

    Args:
        call: The call that the attempt belongs to.
        result: What came of it.
        seconds: How long it took.
    """
    status = None if isinstance(result, Failure) else result.status
    if call.span is not None:
        kind = _kind(result) if status is None else str(status) if status >= 400 else None
        tracing.attempt(call, status, kind, seconds)
    level = logging.INFO if status is None or status >= 500 or status == 429 else logging.DEBUG
    if not logger.isEnabledFor(level):
        return
    request_id = None if isinstance(result, Failure) else result.headers.get("x-request-id")
    if request_id:
        request_id = call.masked(request_id)
    outcome = _kind(result) if status is None else str(status)
    operation = call.operation
    logger.log(
        level,
        "%s %s (%s): %s, attempt %d, %.1f ms%s",
        operation.method,
        operation.path,
        operation.id,
        outcome,
        call.attempt,
        seconds * 1000,
        f", request id {request_id}" if request_id else "",
        extra={
            "operation_id": operation.id,
            "method": operation.method,
            "path_template": operation.path,
            "status": status,
            "attempt": call.attempt,
            "duration": seconds,
            "request_id": request_id,
        },
    )


def _kind(failure: Any) -> str:
    return "timed out" if failure.timed_out else "failed" if failure.sent else "not connected"
