"""The machine's monotonic clock, as it is when the program starts."""

from __future__ import annotations

import time


class Monotonic:
    """Seconds on a clock that never steps back.

    Bound here, in a class: a test that freezes the time replaces what modules hold, and a wait for a clock
    that stands still would never end.
    """

    now = staticmethod(time.monotonic)
