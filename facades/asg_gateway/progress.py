"""A progress bar in a terminal or notebook when rich is there; elsewhere a line of the log now and then."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from asg_gateway.submission import Progress

logger = logging.getLogger("clientkit")

# Faster than this nobody reads.
_SECONDS_BETWEEN = 0.1
_SECONDS_BETWEEN_LINES = 30.0


class Told:
    """How progress is reported: to the caller's hook, and shows a bar or writes to the log.

    Args:
        hook: The caller's own.
        screen: The bar or the log; None for neither.
    """

    def __init__(self, hook: Callable[[Progress], None] | None, screen: _Bar | _Log | None) -> None:
        self._hook = hook
        self._screen = screen

    def __call__(self, progress: Progress) -> None:
        """Take how far it is."""
        if self._screen is not None:
            self._screen.update(progress)
        if self._hook is not None:
            self._hook(progress)

    @property
    def is_heard(self) -> bool:
        """Whether anybody looks at progress."""
        return not (self._screen is None and self._hook is None)

    def tick(self) -> None:
        """Write to the log when it is time, while nothing happens."""
        if isinstance(self._screen, _Log):
            self._screen.tick()


@contextmanager
def shown(
    title: str,
    wanted: bool | None,
    hook: Callable[[Progress], None] | None,
    now: Callable[[], float] = time.monotonic,
) -> Iterator[Told]:
    """Return the reporter of progress.

    Args:
        title: What the bar or the line says.
        wanted: True and False for a bar or none; None for one in a terminal or notebook, and elsewhere a line
            in the log every 30 seconds.
        hook: The caller's own.
        now: The time, in monotonic seconds.
    """
    screen: _Bar | _Log | None = None
    if wanted is not False:
        screen = _bar(title, forced=wanted is True) or _Log(title, now)
    try:
        yield Told(hook, screen)
    finally:
        if isinstance(screen, _Bar):
            screen.close()


def _bar(title: str, *, forced: bool) -> _Bar | None:
    if not (forced or sys.stderr.isatty() or "ipykernel" in sys.modules):
        return None
    try:
        from rich.console import Console
    except ModuleNotFoundError:
        if forced:
            raise ImportError(
                "a progress bar needs rich; type: pip install 'clientkit[asg]'", name="rich"
            ) from None
        return None
    console = Console(stderr=True)
    return _Bar(title, console) if forced or console.is_terminal or console.is_jupyter else None


class _Bar:
    def __init__(self, title: str, console: Any) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[failed]} failed"),
            TimeRemainingColumn(),
        )
        # Refreshed by hand: rich would start a thread.
        self._rich = RichProgress(*columns, console=console, auto_refresh=False)
        self._task = self._rich.add_task(title, total=None, failed=0)
        self._shown_at = 0.0
        self._last = Progress(0, 0, None)
        self._rich.start()

    def update(self, progress: Progress) -> None:
        self._last = progress
        if time.monotonic() - self._shown_at >= _SECONDS_BETWEEN:
            self._show()

    def close(self) -> None:
        self._show()
        self._rich.stop()

    def _show(self) -> None:
        done, failed, total = self._last
        self._shown_at = time.monotonic()
        self._rich.update(self._task, completed=done + failed, total=total, failed=failed, refresh=True)


class _Log:
    """Writes how far it is, every 30 seconds at most."""

    def __init__(self, title: str, now: Callable[[], float]) -> None:
        self._title = title
        self._now = now
        self._started = self._written = now()
        self._last = Progress(0, 0, None)

    def update(self, progress: Progress) -> None:
        self._last = progress
        self.tick()

    def tick(self) -> None:
        now = self._now()
        if now - self._written < _SECONDS_BETWEEN_LINES:
            return
        self._written = now
        done, failed, total = self._last
        rate = (done + failed) / (now - self._started)
        rest = "" if total is None or not rate else f", {(total - done - failed) / rate:.0f} s left"
        logger.info(
            "%s: %d%s, %d failed, %.1f a second%s",
            self._title,
            done + failed,
            "" if total is None else f" of {total}",
            failed,
            rate,
            rest,
        )
