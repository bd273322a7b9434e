"""What every group of methods of the client is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clientkit.facade import AsyncCore, AsyncExclusive


class AsyncMethods:
    """A group of methods; the client has what they send through."""

    if TYPE_CHECKING:
        _core: AsyncCore
        _turns: AsyncExclusive
