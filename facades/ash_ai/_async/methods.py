"""What every group of methods of the client is made of."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Self

from clientkit._async.core import AsyncCore
from clientkit.settings import Settings

if TYPE_CHECKING:
    from ash_ai._async.turns import AsyncTurns, OnOpenTurn


class AsyncMethods:
    """A group of methods; the client has what they send through."""

    if TYPE_CHECKING:
        _core: AsyncCore
        _turns: AsyncTurns
        _on_open_turn: OnOpenTurn

    @property
    def _plain(self) -> Self:
        """This client with decoded answers, for a method that makes several calls."""
        plain = copy.copy(self)
        plain._core = self._core_with(self._core.settings._replace(raw=False))
        return plain

    def _core_with(self, settings: Settings) -> AsyncCore:
        core = self._core
        return AsyncCore(core.product, settings, core.auth, core.channel)
