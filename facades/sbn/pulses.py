"""Payloads of pulses: the members that each has, and what each contributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clientkit.arguments import mapping as shared_mapping
from clientkit.arguments import nonempty, number, optional_number, switch

from sbn.checks import mapping

_POLARITIES: Final = ("hostile", "neutral", "friendly")
_WORDS: Final = ("role", "severity")
_NUMBERS: Final = ("y_delta", "support_delta", "omega_hint", "burden_hint")


def pulse(
    pulse_type: str,
    *,
    score: float,
    reinforced: bool,
    weight: float | None,
    contribution: Mapping[str, Any] | None,
    members: Mapping[str, Any],
    extra: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the payload of a pulse.

    Raises:
        TypeError: An argument is of another type.
        ValueError: The type of the pulse is empty, or a number is not finite.
    """
    late = {"weight": optional_number("weight", weight), "contribution": contribution}
    return completed(
        {
            "action": nonempty("pulse_type", pulse_type),
            "pulse_type": pulse_type,
            "score": number("score", score),
            "reinforced": switch("reinforced", reinforced),
            **members,
            **extra,
            **{name: value for name, value in late.items() if value is not None},
        }
    )


def completed(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return a payload with `actions`, `interactions` and `events` in their form, and its contribution.

    Raises:
        TypeError: `events` or `contribution` is not a mapping.
    """
    found = {
        **payload,
        "actions": _listed(payload.get("actions")),
        "interactions": _listed(payload.get("interactions")),
        "events": counts(payload.get("events")),
    }
    if found.get("contribution") is not None:
        found["contribution"] = contributed(found["contribution"])
    return found


def counts(events: Any) -> dict[str, int]:
    """Return how many events there were of each polarity; `total` is never below their sum.

    Raises:
        TypeError: They are not a mapping.
    """
    given = {} if events is None else shared_mapping("events", events, "{'friendly': 3}")
    found = {name: max(0, _whole(given.get(name))) for name in _POLARITIES}
    return {"total": max(_whole(given.get("total")), sum(found.values())), **found}


def contributed(contribution: Mapping[str, Any]) -> dict[str, Any]:
    """Return a contribution in its form: words in lower case, figures as numbers; what is none is dropped."""
    found = mapping("contribution", contribution)
    for name in _WORDS:
        # What is not a string is refused when it is sent, in words that name it.
        if isinstance(found.get(name), str):
            found[name] = _plain(found[name]).strip().lower()
    for name in _NUMBERS:
        if found.get(name) is not None:
            try:
                found[name] = float(_plain(found[name]))
            except (TypeError, ValueError, OverflowError):
                del found[name]
    if isinstance(found.get("state_hint"), str):
        found["state_hint"] = _plain(found["state_hint"]).strip()
    return found


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _whole(value: Any) -> int:
    try:
        return int(_plain(value))
    except (TypeError, ValueError, OverflowError):
        return 0


def _plain(value: Any) -> Any:
    """Return a text as it is, whatever its class says of itself; anything else as it came."""
    return str.__str__(value) if isinstance(value, str) else value
