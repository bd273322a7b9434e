"""Closing by either name: `aclose()` and, for those who look for it, `close()`."""

from __future__ import annotations


class AsyncClosing:
    """An async client, which `close()` closes as well."""

    __slots__ = ()

    async def close(self) -> None:
        """Close the connections, as `aclose()` does."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        raise NotImplementedError


class Closing:
    """A sync client: `close()` is the only name."""

    __slots__ = ()
