"""Following a history without end: what was seen, and how long to wait before reading on. It does no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from clientkit import retry
from clientkit.arguments import integer
from clientkit.lazy import Module

from assetcore_sdk.errors import (
    AssetCoreError,
    HttpConnectionError,
    HttpStreamError,
    HttpStreamTimeoutError,
    HttpTimeoutError,
)

if TYPE_CHECKING:
    import logging

    from assetcore_sdk.models import StreamEntry
else:
    logging = Module("logging")

# Entries of one stream; more is not served.
MOST_ENTRIES: Final = 10_000
# So many streams in a row that are broken off, or end, before an entry are no accident.
_PATIENCE: Final = 8
_POLICY: Final = retry.RetryPolicy()
_TRANSIENT: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class Tail:
    """Where a reader of the history is.

    Args:
        after: The event id behind which it begins; 0 for the beginning.
        ends: Whether what is read is there already, so that silence is an error, and so are streams in a row
            without a new entry.

    Raises:
        TypeError: It is not an int.
        ValueError: It is below 0.

    Attributes:
        last: The event id of the last entry; None before the first.
    """

    def __init__(self, after: int | None, *, ends: bool = False) -> None:
        self.last = None if after is None else integer("after", after, 0) or None
        self._ends = ends
        self._failures = 0
        self._broken_off = 0

    def takes(self, entry: StreamEntry) -> bool:
        """Whether an entry is a new one; it counts as read from now on."""
        if self.last is not None and (entry.event_id is None or entry.event_id <= self.last):
            # It was read before, or was cut off in front of its id, and comes again.
            return False
        self.last = entry.event_id or self.last
        if entry.event_id is not None:
            self._failures = self._broken_off = 0
        elif self._ends:
            self._failures = _PATIENCE  # reading again would give it again
            raise self._lost("it has an entry without an event id, behind which reading cannot go on")
        return True

    def ended(self) -> float:
        """Return the seconds to wait after a stream that ended as it should.

        Raises:
            HttpStreamError: What is there already does not come.
        """
        if self._ends and self._failures >= _PATIENCE:
            raise self._lost(f"{_PATIENCE + 1} streams in a row ended without a new entry")
        pause = self._pause(None) if self._failures else 0.0
        # Only a stream without an entry counts: the service may close at every limit.
        self._failures += 1
        return pause

    def broken(self, error: AssetCoreError) -> float:
        """Return the seconds to wait after an error.

        Raises:
            AssetCoreError: The error, when waiting does not help against it.
        """
        silent = isinstance(error, HttpStreamTimeoutError)
        if isinstance(error, HttpStreamError) and not silent:
            self._broken_off += 1
        kinds = (HttpConnectionError, HttpTimeoutError, HttpStreamError)
        lasting = not (isinstance(error, kinds) or error.status in _TRANSIENT) or (silent and self._ends)
        tired = self._ends and self._failures >= _PATIENCE
        if lasting or tired or self._broken_off > _PATIENCE:
            raise error
        pause = 0.0 if silent else self._pause(getattr(error, "retry_after", None))
        self._failures += 1
        logging.getLogger("clientkit").warning(
            "the history breaks off after event %s: %s; on in %.1f s", self.last, error, pause
        )
        return pause

    def _lost(self, why: str) -> HttpStreamError:
        place = "from its beginning" if self.last is None else f"behind event {self.last}"
        return HttpStreamError(f"the history {place} does not come to its end: {why}; try again later")

    def _pause(self, after: float | None) -> float:
        found = retry.delay(_POLICY, retry.Outcome(sent=True, retry_after=after), self._failures)
        return _POLICY.retry_after_cap if found is None else found
