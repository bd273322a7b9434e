"""A progress bar where somebody looks at one: in a terminal and in a notebook, when rich is installed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from asg_gateway.submission import Progress

# Faster than this nobody reads.
_SECONDS_BETWEEN = 0.1


@contextmanager
def shown(
    title: str, wanted: bool | None, hook: Callable[[Progress], None] | None
) -> Iterator[Callable[[Progress], None]]:
    """Give what is to be told of progress: it tells the hook, and the bar when there is one.

    Args:
        title: What the bar says.
        wanted: True and False for a bar or none; None for one in a terminal or notebook.
        hook: The caller's own.
    """
    tell = hook or (lambda progress: None)
    bar = None if wanted is False else _bar(title, forced=wanted is True)
    if bar is None:
        yield tell
        return

    def both(progress: Progress) -> None:
        bar.update(progress)
        tell(progress)

    try:
        yield both
    finally:
        bar.close()


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
