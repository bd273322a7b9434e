"""Names that code written for the published package uses and that are others here."""

from __future__ import annotations


class AsyncPublished:
    """What the async clients are called with there."""

    async def aclose(self) -> None:
        """Close the connections."""

    async def close(self) -> None:
        """Close the connections, as `aclose` does."""
        await self.aclose()


class Published:
    """What the sync clients are called with there, which is what they are called with here."""
