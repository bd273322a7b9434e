"""What a client asks before a call is sent: whether it may be, and where it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from clientkit.errors import ClientError
    from clientkit.operation import Answer, Prepared
    from clientkit.resolving import FailedCall, Resolution


class CallGuard(Protocol):
    """Lets calls through, or raises the product's error; `settings.guard` of a client.

    A call that concerns it has a reservation from before it is sent until its outcome is known.
    """

    def concern(self, prepared: Prepared[Any]) -> Any:
        """Return what a call means to the guard; None when it is none of its business.

        Raises:
            ClientError: The product's, when the call is refused.
        """

    def reserve(self, concern: Any, now: float) -> str:
        """Reserve what a call needs, at Unix seconds, and return the reservation; it may block.

        Raises:
            ClientError: The product's, when the call is refused.
        """

    def ask(self, concern: Any) -> Any:
        """Return the word of whoever is to approve, which may be awaitable."""

    def denied(self, concern: Any, reservation: str, word: Any) -> ClientError | None:
        """Return why a call is refused after that word; None when it is approved. It may block.

        Args:
            concern: What the call means.
            reservation: What was reserved for it.
            word: What `ask` gave, or the exception that it raised.
        """

    def answered(self, reservation: str, answer: Answer | None) -> None:
        """Take note that a call succeeded, with an answer, or None for one that is read as it comes."""

    def failed(self, reservation: str, error: ClientError) -> None:
        """Take note that a call failed."""

    def resolved(self, call: FailedCall, resolution: Resolution) -> None:
        """Take note of what became of a call that had failed."""
