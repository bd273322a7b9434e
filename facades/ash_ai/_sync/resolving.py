# Derived from facades/ash_ai/_async/resolving.py by make generate; edit that file.
"""How it is found out whether a message reached its session; what one read says is in `ash_ai.resolving`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ash_ai import models
from ash_ai.resolving import RULES as BY_ONE_READ
from ash_api.api import sessions as api
from clientkit.facade import Reader
from clientkit.resolving import FailedCall, Resolution, Rule, cannot_tell, pick, plain, rules, seconds

# The server's largest page, and how many of them are read.
_PAGE = 1000
_MOST_PAGES = 100


def _said(core: Reader, call: FailedCall) -> Resolution:
    """Find the message among those of the session, which the server stores when their turn begins."""
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell("what was sent is not kept with the error")
    messages: list[Any] = []
    after = 0
    for _ in range(_MOST_PAGES):
        page = core.send(
            api.list_messages.OPERATION(call.parameters["id"], limit=_PAGE, after=after),
            models.many(models.Message, "messages"),
        )
        messages += page
        if len(page) < _PAGE:
            break
        after = page[-1].sequence
    else:
        return cannot_tell("the session has too many messages to be read")
    fitting = [each for each in messages if each.role == "user" and _content(each) == plain(sent["content"])]
    found = pick(call, core.now(), fitting, _made_at, "messages of the session")
    if found.done:
        # What is stored of its turn; the server stores nothing of one whose stream was left.
        first = found.result.sequence
        found.result = [each for each in messages if each.sequence >= first]
    return found


def _content(message: Any) -> Any:
    decoded = message.decoded
    return plain(decoded.get("content") if isinstance(decoded, Mapping) else decoded)


def _made_at(message: Any) -> float | None:
    return seconds(message.created_at)


RULES = {
    **BY_ONE_READ,
    **rules(
        Rule(api.send_message.OPERATION, "the user's messages of the session since: their content", _said)
    ),
}
