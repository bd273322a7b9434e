# Derived from facades/alsorn/_async/recording.py by make generate; edit that file.
"""Recording what was done elsewhere as transactions, without ever getting in its way."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from alsorn._sync.client import AlsornClient
from alsorn.entries import Entry, logger

ClientSource = AlsornClient | Callable[[], AlsornClient] | None


class Recorder:
    """Executes the transactions of entries.

    Args:
        client: A client, or a function that makes one at the first use; by default one for the whole
            process, made at the first use with the key from `ALSORN_API_KEY`.

    Raises:
        TypeError: It is neither.
    """

    def __init__(self, client: ClientSource = None) -> None:
        self._client = client if client is None or callable(client) else _checked(client)

    def record(self, entry: Entry) -> None:
        """Execute the transaction of an entry; when that fails, say so in the logger `alsorn`."""
        try:
            self._get_client().transactions.execute(**entry._asdict())
        except Exception as error:  # noqa: BLE001 - what is recorded has happened, and must not fail for this
            logger.warning("%s of %s was not recorded: %s", entry.action, entry.from_agent, error)

    def _get_client(self) -> AlsornClient:
        if self._client is None:
            return _shared_client()
        if not isinstance(self._client, AlsornClient):
            self._client = _checked(self._client())
        return self._client


def _checked(client: object) -> AlsornClient:
    if isinstance(client, AlsornClient):
        return client
    kind = type(client).__name__
    raise TypeError(f"client must be an AlsornClient, or a function that makes one; got {kind}")


@lru_cache(maxsize=1)
def _shared_client() -> AlsornClient:
    return AlsornClient()
