"""Answers within bounds, page by page, and errors that say what to do next."""

from __future__ import annotations

import json
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Final

from clientkit.commands import ending
from clientkit.commands.plain import escaped, rows_of
from clientkit.errors import ClientError, TransportError

# Answers that are kept for those who ask for more of them.
_KEPT: Final = 32


class Bounded:
    """Cuts answers to a size, and keeps what was cut off for a while.

    Args:
        size: Characters of JSON that an answer has at most.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._rests: OrderedDict[str, Any] = OrderedDict()

    def cut(self, value: Any) -> Any:
        """Return an answer within the bound; what is longer ends with `more`, a cursor for the rest."""
        if len(_dumped(value)) <= self.size:
            return value
        rows = rows_of(value)
        if rows is None:
            text = value.get("text") if isinstance(value, dict) and len(value) == 1 else value
            return self._cut_text(text if isinstance(text, str) else _dumped(value))
        return self._cut_rows(rows, value)

    def _cut_rows(self, rows: list[Any], value: Any) -> Any:
        fitting, used = 0, 200
        for row in rows:
            used += len(_dumped(row)) + 1
            if used > self.size:
                break
            fitting += 1
        if not fitting:
            # One row alone is too long: it is cut as a text, and the others follow.
            first = self._cut_text(_dumped(rows[0]))
            return {"items": [first], **self._more(rows[1:])}
        facts = {k: v for k, v in value.items() if v is not rows} if isinstance(value, dict) else {}
        facts = facts if len(_dumped(facts)) < 200 else {}
        return {"items": rows[:fitting], **facts, **self._more(rows[fitting:])}

    def _cut_text(self, text: str) -> dict[str, Any]:
        # Escapes may double a text.
        length = self.size // 2
        return {"text": text[:length], **self._more(text[length:])}

    def _more(self, rest: Any) -> dict[str, Any]:
        if not rest:
            return {}
        cursor = secrets.token_urlsafe(9)
        self._rests[cursor] = rest
        while len(self._rests) > _KEPT:
            self._rests.popitem(last=False)
        unit = "characters" if isinstance(rest, str) else "items"
        return {"more": cursor, "left": f"{len(rest)} {unit}"}

    def rest(self, cursor: str) -> Any:
        """Return what follows a cursor, within the bound.

        Raises:
            LookupError: It is not kept any more, or never was.
        """
        if cursor not in self._rests:
            raise LookupError(f"there is nothing more for {cursor!r}; call the tool again")
        rest = self._rests[cursor]
        return self.cut({"text": rest} if isinstance(rest, str) else {"items": rest})


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def written(value: Any) -> str:
    """Return an answer as compact JSON, without what would steer the terminal of whoever shows it."""
    return escaped(_dumped(value))


def problem(error: BaseException, key: str | None = None, *, keyed: bool = False) -> dict[str, Any]:
    """Return an error for an agent.

    Args:
        error: The error.
        key: The key of the call.
        keyed: Whether a repetition with the same key is known by the service, or here.
    """
    is_ours = isinstance(error, ClientError)
    found = ending.facts(error, key)
    limit = {"limit": error.limit} if hasattr(error, "limit") else {}
    return {
        "error": {
            "class": type(error).__name__,
            "message": found["message"],
            "status": found.get("status"),
            "code": found.get("code"),
            "unclear": bool(is_ours and error.unclear),  # type: ignore[attr-defined]
            "key": found.get("idempotency_key"),
            "retry_after": found.get("retry_after"),
            "request_id": found.get("request_id"),
            "next": _next(error, found, keyed=keyed),
            **limit,
        }
    }


_BY_STATUS: Final[Mapping[int, str]] = {
    401: "Do not repeat it: the server's key is missing, wrong or expired. Tell the user.",
    403: "Do not repeat it: the server's key may not do this. Tell the user.",
    404: "Check the id: list or search for what there is.",
    409: "Read the current state before you decide.",
    429: "Wait, then repeat it.",
}


def _next(error: BaseException, found: Mapping[str, Any], *, keyed: bool) -> str:
    if isinstance(error, ClientError) and error.unclear:
        key = found.get("idempotency_key")
        if keyed and key:
            return (
                f"Repeat it with the same arguments and idempotency_key={key!r}: it cannot take effect twice."
            )
        return "It may have taken effect: look before you repeat it."
    status = found.get("status")
    if hasattr(error, "limit"):
        return "Nothing was sent: the spending guard refused it. Do not repeat it; tell the user."
    if status is None and isinstance(error, TransportError):
        return "The service was not reached and nothing took effect: repeat it later."
    if status is None:
        return "Nothing was sent: correct the arguments (describe says what they are)."
    if status in _BY_STATUS:
        after = found.get("retry_after")
        return f"Wait {after:g} s, then repeat it." if status == 429 and after else _BY_STATUS[status]
    if status >= 500:
        return "The service failed and this took no effect: repeat it later."
    return "Correct the arguments: the service refused them."


def refusal(reason: str, next: str, *, kind: str = "Refused", key: str | None = None) -> dict[str, Any]:
    """Return a refusal of the server's own, in the form of an error.

    Args:
        reason: Why.
        next: What to do.
        kind: Its class.
        key: The key of the call.
    """
    facts = {"class": kind, "message": reason, "status": None, "unclear": False, "key": key, "next": next}
    return {"error": facts}
