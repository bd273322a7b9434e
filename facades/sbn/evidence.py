"""The ids that a BitBlock carries as evidence: made once per call, on its result, on its error, in the body.

They make no write safe to repeat, since nobody promises that the service drops a second one; they are for
finding out whether the first one took effect.
"""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from typing import TYPE_CHECKING, Any, NamedTuple

from clientkit.errors import ClientError
from clientkit.lazy import Module
from clientkit.operation import kind_of

if TYPE_CHECKING:
    import uuid
else:
    uuid = Module("uuid")


class SentIds(NamedTuple):
    """What a BitBlock was sent with.

    Attributes:
        operation_id: The caller's id of what happened, or one that was made; None when none was sent.
        idempotency_key: The caller's key of the write, or one that was made; None when none was sent.
    """

    operation_id: str | None
    idempotency_key: str | None

    @classmethod
    def of(cls, operation_id: Any, idempotency_key: Any, *, make: bool) -> "SentIds":
        """Return the ids of one call: those that were given as strings, and one made for each missing one.

        Args:
            operation_id: Id of the operation; None when none was given.
            idempotency_key: Idempotency key; None when none was given.
            make: Whether a missing id is made.

        Raises:
            TypeError: One is neither a string nor a number that can be one.
        """
        return cls(
            _one("operation_id", operation_id, "op-", make=make),
            _one("idempotency_key", idempotency_key, "", make=make),
        )

    def mark(self, error: ClientError, slot_id: str) -> None:
        """Put the ids on the error of the call, and say how to find out what became of it.

        Args:
            error: The error of the call.
            slot_id: Id of the slot.
        """
        error.__dict__.update(idempotency_key=self.idempotency_key, sent_ids=self)
        named = [f"{name}={value!r}" for name, value in self._asdict().items() if value]
        if error.unclear and named:
            error.add_note(
                "The BitBlock may be there all the same: "
                f"bitblocks.find({slot_id!r}, {named[-1]}) returns it, or None."
            )


def _one(name: str, value: Any, prefix: str, *, make: bool) -> str | None:
    if value is None:
        return f"{prefix}{uuid.uuid4()}" if make else None
    if isinstance(value, bool) or not isinstance(value, (str, int, uuid.UUID)):
        raise TypeError(f"{name} must be a string, got {kind_of(value)}")
    # A subclass may say another text than it holds.
    return str.__str__(value) if isinstance(value, str) else str(value)
