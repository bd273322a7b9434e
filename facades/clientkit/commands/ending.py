"""How a command ends: exit codes, and what it says of an error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any, Final

from clientkit.errors import AuthenticationError, ClientError, ConfigurationError, TransportError

DONE: Final = 0
REFUSED: Final = 1
USAGE: Final = 2
UNREACHED: Final = 69
UNCLEAR: Final = 75
INTERRUPTED: Final = 130


def exit_code(error: BaseException) -> int:
    """Return the exit code for an error.

    0 done, 1 refused by the service, 2 written wrongly, 69 the service was not reached, 75 it is not clear
    whether the call took effect.
    """
    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    if isinstance(error, ClientError) and error.unclear:
        return UNCLEAR
    # Without a status nobody answered: a key that cannot be one is refused before anything is sent.
    if (
        isinstance(error, ClientError)
        and error.status is None
        and isinstance(error, (AuthenticationError, ConfigurationError, TypeError))
    ):
        return USAGE
    if isinstance(error, TransportError):
        return UNREACHED
    if isinstance(error, (ValueError, TypeError)) and not isinstance(error, ClientError):
        return USAGE
    return REFUSED


def lines(
    error: BaseException, key: str | None = None, retry: str = "", found: str | None = None
) -> Iterator[str]:
    """Yield what is said of an error: what went wrong, the key, and what to do next.

    Args:
        error: The error.
        key: The idempotency key of the call, where the error does not know it.
        retry: The command to type again, without its key.
        found: What the service says now of a call whose outcome is not clear.
    """
    yield f"! {one_line(str(error) or type(error).__name__)}"
    if not isinstance(error, ClientError):
        return
    if (report := getattr(error, "report", None)) is not None:
        yield one_line(str(report))
    if error.request_id:
        yield f"request id: {one_line(error.request_id)}"
    if not error.unclear:
        after = getattr(error, "retry_after", None)
        if after is not None:
            yield f"try again in {after:g} s"
        return
    yield "It is not clear whether this took effect."
    if found:
        yield f"What the service shows now: {one_line(found)}"
    if key := error.idempotency_key or key:
        yield f"idempotency key: {one_line(key)}"
        if retry:
            yield f"To find out, repeat it with the same key: {retry} … --idempotency-key {one_line(key)}"
    else:
        yield "Look whether it took effect before you repeat it."


def one_line(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


def flushed(code: int) -> int:
    """Write what is still to be written, and return the exit code; a reader that left is no failure."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        hang_up()
    except (OSError, ValueError):
        return code or REFUSED
    return code


def hang_up() -> None:
    """Stop writing to standard output, whose reader has seen enough."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


def facts(error: BaseException, key: str | None = None) -> dict[str, Any]:
    """Return what is known of an error as a JSON object, for programs."""
    found: dict[str, Any] = {"error": type(error).__name__, "message": one_line(str(error))}
    if isinstance(error, ClientError):
        found |= {
            "status": error.status,
            "unclear": error.unclear,
            "idempotency_key": error.idempotency_key or key,
            "code": getattr(error, "code", None),
            "request_id": error.request_id,
            "operation_id": error.operation_id,
            "retry_after": getattr(error, "retry_after", None),
        }
    return {name: value for name, value in found.items() if value is not None}
