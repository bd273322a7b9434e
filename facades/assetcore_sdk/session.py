"""Reads that see your writes: what was committed, remembered for the reads that come after it."""

from __future__ import annotations

import threading
from typing import Any

from clientkit.arguments import integer

from assetcore_sdk.checks import namespace


class Session:
    """Remembers the newest world sequence of each namespace that was committed to.

    Share one between views of a write client and a read client: every commit through the one notes its
    `world_seq_end`, every read through the other waits until the projection has reached it.

        session = Session()
        writer = write_client.with_session(session)
        reader = read_client.with_session(session)

    Threads and tasks may share it.
    """

    def __init__(self) -> None:
        self._newest: dict[int, int] = {}
        self._lock = threading.Lock()

    def note(self, namespace_id: int, world_seq: int) -> None:
        """Remember that a namespace has reached a world sequence; an older one than known changes nothing.

        Args:
            namespace_id: The namespace, from 1.
            world_seq: The sequence, 0 or more, such as `world_seq_end` of a commit made elsewhere.
        """
        namespace(namespace_id)
        integer("world_seq", world_seq, 0)
        with self._lock:
            self._newest[namespace_id] = max(world_seq, self._newest.get(namespace_id, 0))

    def world_seq(self, namespace_id: int) -> int | None:
        """Return the newest world sequence that is known of a namespace; None when none is.

        Args:
            namespace_id: The namespace, from 1.
        """
        return self._newest.get(namespace_id)

    def __getstate__(self) -> dict[str, Any]:
        return {"_newest": self._newest}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._newest = state["_newest"]
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"Session({self._newest})"
