# Derived from facades/ash_ai/_async/methods.py by make generate; edit that file.
"""What every group of methods of the client is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from clientkit.guard import Guarded
from clientkit.lazy import Module

if TYPE_CHECKING:
    import copy

    from ash_ai._sync.open_turns import OnOpenTurn, Turns
    from clientkit.facade import Core
else:
    copy = Module("copy")


class Methods(Guarded):
    """A group of methods; the client has what they send through."""

    if TYPE_CHECKING:
        _core: Core
        _turns: Turns
        _on_open_turn: OnOpenTurn

    def _through(self, core: Core) -> Self:
        """Return this client with another core."""
        other = copy.copy(self)
        other._core = core
        return other
