"""What the sandbox says no with."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox.engine import Problem


class Refusal(Problem):
    """A problem with the members of this service.

    Args:
        status: HTTP status.
        code: The service's code.
        message: What the caller reads.
        details: What it is about.
        retry_after_ms: How long to wait before trying again.
        auth_reason: Why access is denied.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        details: dict[str, Any] | None = None,
        *,
        retry_after_ms: int | None = None,
        auth_reason: str | None = None,
    ) -> None:
        super().__init__(status, code, message)
        self.details = details
        self.retry_after_ms = retry_after_ms
        self.auth_reason = auth_reason


def invalid(message: str, code: str = "INVALID_OPERATION", **details: Any) -> Refusal:
    """Return a precondition that does not hold."""
    return Refusal(422, code, message, details)


def missing(what: str, code: str, **details: Any) -> Refusal:
    """Return something that is not there."""
    return Refusal(404, code, f"There is no {what}", details)


def exists(what: str, code: str, **details: Any) -> Refusal:
    """Return something that is there already."""
    return Refusal(409, code, f"There is already {what}", details)
