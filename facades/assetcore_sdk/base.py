"""What the methods of sync and async share."""

from __future__ import annotations

from clientkit.arguments import integer
from clientkit.guard import Guarded
from clientkit.operation import UNSET, Unset

from assetcore_sdk.checks import namespace
from assetcore_sdk.session import Session


class Base(Guarded):
    """A client, or a part of one, that may belong to a session."""

    _session: Session | None = None

    def _floor(self, namespace_id: int, min_world_seq: int | None) -> int | Unset:
        """Return the world sequence that a read must include: the caller's, else the session's."""
        namespace(namespace_id)
        if min_world_seq is not None:
            return integer("min_world_seq", min_world_seq, 0)
        known = None if self._session is None else self._session.world_seq(namespace_id)
        return UNSET if known is None else known
