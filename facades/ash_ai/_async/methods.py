"""What every group of methods of the client is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from clientkit.guard import Guarded
from clientkit.lazy import Module

if TYPE_CHECKING:
    import copy

    from clientkit.facade import AsyncCore

    from ash_ai._async.open_turns import AsyncTurns, OnOpenTurn
else:
    copy = Module("copy")


class AsyncMethods(Guarded):
    """A group of methods; the client has what they send through."""

    if TYPE_CHECKING:
        _core: AsyncCore
        _turns: AsyncTurns
        _on_open_turn: OnOpenTurn

    def _through(self, core: AsyncCore) -> Self:
        """Return this client with another core."""
        other = copy.copy(self)
        other._core = core
        return other
