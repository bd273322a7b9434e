"""The machine's monotonic clock, also where a test has stopped or set the time."""

from __future__ import annotations

import time
from functools import partial


class Monotonic:
    """Seconds on a clock that never steps back.

    Not `time.monotonic` where there is another name: what freezes the time in a test replaces it, and a wait
    for a clock that stands still would never end. Bound here, in a class, for the same reason.
    """

    now = staticmethod(
        partial(time.clock_gettime, time.CLOCK_MONOTONIC)
        if hasattr(time, "clock_gettime")
        else time.monotonic
    )
