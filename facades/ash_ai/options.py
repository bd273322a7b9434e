"""The options of a message."""

# Annotations are not put off here: a TypedDict compiles each that is a string.
from collections.abc import Mapping
from typing import Any, TypedDict


class MessageOptions(TypedDict, total=False):
    """How a message is answered; `send_message_stream` says what each means."""

    include_partial_messages: bool | None
    model: str | None
    max_turns: int | None
    max_budget_usd: float | None
    effort: str | None
    thinking: Mapping[str, Any] | None
    output_format: Mapping[str, Any] | None
    raise_on_error: bool
    strict: bool
    stream_timeout: float | None
