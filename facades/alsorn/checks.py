"""Arguments checked before anything is sent: only what cannot be meant. Bounds are the service's to check."""

from __future__ import annotations

from collections.abc import Iterable

from clientkit.arguments import strings


def listed(name: str, value: Iterable[str]) -> list[str]:
    """Return a list of strings.

    Raises:
        TypeError: When it is a single string, or holds something that is not a string.
    """
    return strings(name, value, "transfer_funds")
