"""Sessions, their messages, events, files and commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from ash_api import models as wire
from clientkit.reading import rows

from ash_ai.models.reading import decoded


class FileEntry(wire.FileEntry):
    """A file in a list: `path`, `size` in bytes, `modified_at`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class Session(wire.Session):
    """A session with an agent.

    `status` is the bare word: `starting`, `active`, `paused`, `stopped`, `ended`, `error`, or one that a
    newer server adds.
    """

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    runner_id: str | None
    parent_session_id: str | None
    model: str | None


class Message(wire.Message):
    """A stored message; its `content` is JSON text, as on the wire."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None

    @property
    def decoded(self) -> Any:
        """The value of `content`; the text itself when it is not JSON."""
        return decoded(self.content)


class SessionEvent(wire.SessionEvent):
    """Something that happened in a session; its `data` is JSON text, as on the wire."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    data: str | None

    @property
    def type(self) -> str:
        """What happened, such as `lifecycle`."""
        return self.type_

    @property
    def decoded(self) -> Any:
        """The value of `data`; None when there is none."""
        return None if self.data is None else decoded(self.data)


class LogEntry(wire.LogEntry):
    """A line that the process of a session printed: `index`, `level`, `text`, `ts`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class ExecResult(wire.ExecResult):
    """What a command did: `exit_code`, `stdout`, `stderr`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class SessionFile(wire.SessionFileContent):
    """A file of a workspace as text; `source` is `sandbox` or `snapshot`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None


class WriteFileResult(wire.WriteFileResult):
    """What became of a file: `written`, then `size` or `error`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    size: int | None
    error: str | None


class Attachment(wire.Attachment):
    """A file attached to a session; `message_id` is None when it belongs to no message."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    message_id: str | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of an attachment."""
        self = super().from_dict(src_dict)
        if self.message_id == "unlinked":
            # What the server writes where there is none.
            self.message_id = None
        return self


def sessions_in(status: str | None) -> Callable[[Any], list[Session]]:
    """Return what reads a list of sessions, leaving out those in another state.

    Args:
        status: The state; None for any.
    """

    def read(data: Any) -> list[Session]:
        sessions = [Session.from_dict(row) for row in rows(data, "sessions")]
        return [each for each in sessions if status is None or each.status == status]

    return read
