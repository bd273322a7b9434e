"""What was paid, and what may have been, by key: so that no repetition of a call pays twice.

A call is noted before it is sent. One whose outcome never came stays noted, also when the process dies.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

DONE: Final = "done"
# It was sent, or was about to be, and nothing that says what became of it has come back.
UNCLEAR: Final = "unclear"


class Entry(NamedTuple):
    """A call that was noted.

    Attributes:
        key: Its idempotency key.
        digest: Of its arguments.
        state: `done` or `unclear`.
        result: Its answer, where it is done.
    """

    key: str
    digest: str
    state: str
    result: Any


class Ledger:
    """The calls that moved money, or may have.

    Args:
        path: The file, shared by processes; None for one that ends with this process.
    """

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._connection = sqlite3.connect(
            ":memory:" if path is None else path, timeout=10.0, isolation_level=None, check_same_thread=False
        )
        if path is not None:
            path.chmod(0o600)
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS calls (tool TEXT, key TEXT, digest TEXT, state TEXT, result TEXT,"
            " at REAL, PRIMARY KEY (tool, key))"
        )

    def find(self, tool: str, key: str) -> Entry | None:
        """Return the call of a tool with a key; None when there was none."""
        return self._one("SELECT key, digest, state, result FROM calls WHERE tool = ? AND key = ?", tool, key)

    def find_unclear(self, tool: str, digest: str) -> Entry | None:
        """Return a call with these arguments whose outcome is not known; None for none."""
        return self._one(
            "SELECT key, digest, state, result FROM calls WHERE tool = ? AND digest = ? AND state = ?",
            tool,
            digest,
            UNCLEAR,
        )

    def _one(self, query: str, *values: str) -> Entry | None:
        row = self._connection.execute(query, values).fetchone()
        if row is None:
            return None
        key, digest, state, result = row
        return Entry(key, digest, state, None if result is None else json.loads(result))

    def claim(self, tool: str, key: str, digest: str) -> bool:
        """Note a call that is about to be sent; return whether nobody noted it before."""
        found = self._connection.execute(
            "INSERT OR IGNORE INTO calls VALUES (?, ?, ?, ?, NULL, ?)",
            (tool, key, digest, UNCLEAR, time.time()),
        )
        return found.rowcount == 1

    def done(self, tool: str, key: str, result: Any) -> None:
        """Note the answer of a call."""
        self._connection.execute(
            "UPDATE calls SET state = ?, result = ? WHERE tool = ? AND key = ?",
            (DONE, json.dumps(result), tool, key),
        )

    def forget(self, tool: str, key: str) -> None:
        """Forget a call that had no effect."""
        self._connection.execute("DELETE FROM calls WHERE tool = ? AND key = ?", (tool, key))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def digest_of(arguments: Mapping[str, Any]) -> str:
    """Return a digest of the arguments of a call, without its key."""
    found = {name: value for name, value in arguments.items() if name != "idempotency_key"}
    return hashlib.sha256(json.dumps(found, sort_keys=True, default=str).encode()).hexdigest()


def default_path() -> Path:
    """Return where the ledger is by default."""
    home = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(home) / "clientkit" / "mcp.sqlite"
