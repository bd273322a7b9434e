"""Finding out what became of a call that failed, by reading alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Self

from clientkit._async.channel import AsyncChannel
from clientkit._async.core import AsyncCore
from clientkit._async.tokens import AsyncAuth
from clientkit._io import asynchronous
from clientkit.call import UNREADABLE
from clientkit.errors import ClientError, NotFoundError
from clientkit.operation import Answer, Prepared
from clientkit.product import Product
from clientkit.resolving import (
    READS,
    FailedCall,
    Look,
    Resolution,
    Rule,
    at_once,
    cannot_tell,
    http_date,
    rule_of,
)
from clientkit.settings import Settings
from clientkit.views import last_call

if TYPE_CHECKING:
    from clientkit._async.streams import AsyncByteStream

# Seconds by which two clocks may differ and count as one: a service says its time in whole seconds.
_SAME_CLOCK: Final = 2.0


class AsyncReader(AsyncCore):
    """A core that only reads: whatever else it is to send is refused.

    Attributes:
        ahead: Seconds by which the clock of the service is ahead of ours; None until it has said its time.
    """

    __slots__ = ("ahead",)

    def __init__(self, product: Product, settings: Settings, auth: AsyncAuth, channel: AsyncChannel) -> None:
        super().__init__(product, settings, auth, channel)
        self.ahead: float | None = None

    async def send(
        self,
        prepared: Prepared[Any],
        read: Callable[[Any], Any] | None = None,
        *,
        parse: Callable[[Answer], Any] | None = None,
    ) -> Any:
        """Send a read; as the core does.

        Raises:
            RuntimeError: It is no read.
        """
        _check(prepared)
        if parse is None:
            parse = prepared.operation.parse if read is None else lambda answer: read(answer.json())
        result = await super().send(prepared, parse=parse)
        answered = last_call()
        said = None if answered is None else http_date(answered.headers.get("date"))
        if said is not None:
            # It is cut to the second.
            self.ahead = said + 0.5 - self.now()
        return result

    async def stream(self, prepared: Prepared[Any]) -> AsyncByteStream:
        """Open a stream that is a read; as the core does.

        Raises:
            RuntimeError: It is no read.
        """
        _check(prepared)
        return await super().stream(prepared)

    @classmethod
    def of(cls, core: AsyncCore) -> Self:
        """Return what reads in the place of a core."""
        return cls(core.product, core.settings, core.auth, core.channel)

    async def resolve(self, rules: Mapping[str, Rule], error: ClientError) -> Resolution:
        """Find out what became of the call that an error ended.

        Args:
            rules: The rules of the product, by operation id.
            error: The error.

        Raises:
            TypeError: It is no error of a call.
        """
        if not isinstance(error, ClientError):
            raise TypeError(f"error must be an error of this client, got {type(error).__name__}")
        resolution = at_once(error) or await self._found(rules, error)
        guard, call = self.settings.guard, error.call
        if guard is not None and call is not None:
            await asynchronous.in_thread(lambda: guard.resolved(call, resolution))
        return resolution

    async def _found(self, rules: Mapping[str, Rule], error: ClientError) -> Resolution:
        assert error.call is not None
        rule, call = rule_of(rules, error.call)
        if rule is None or rule.find is None:
            return cannot_tell("the service has no way to find out" if rule is None else rule.by)
        try:
            if isinstance(rule.find, Look):
                return await self._look(rule.find, call)
            find = rule.find
            found: Resolution = await self.outcome(find(self, call))
            if self.ahead is not None and (found.cannot_tell or abs(self.ahead) >= _SAME_CLOCK):
                # Moments of the service were compared with ours: now that it has said its time, by that.
                found = await self.outcome(find(self, self._timed(call)))
            return found
        except ClientError as failed:
            return cannot_tell(f"it could not be read: {failed}")
        except UNREADABLE as error:
            kind = type(error).__name__
            return cannot_tell(f"the answer to the read says something else than it should ({kind})")

    async def _look(self, find: Look, call: FailedCall) -> Resolution:
        if call.had_body and call.content is None:
            return cannot_tell("what was sent is not kept with the error")
        read = find.ask(call)
        if isinstance(read, Resolution):
            return read
        found: Any = None
        with suppress(NotFoundError):
            found = await self.send(read, parse=_content)
        return find.judge(self._timed(call), self.now(), found)

    def _timed(self, call: FailedCall) -> FailedCall:
        """Return a call with its times by the clock of the service, where that is known."""
        if self.ahead is None:
            return call
        return call.at(0.0 if abs(self.ahead) < _SAME_CLOCK else self.ahead, _SAME_CLOCK)


def _content(answer: Answer) -> Any:
    """Return the JSON of an answer, or whatever it is that is there."""
    try:
        return answer.json()
    except ValueError:
        return answer.body


def _check(prepared: Prepared[Any]) -> None:
    if prepared.operation.method not in READS:
        raise RuntimeError(f"{prepared.operation.id} is not a read, and nothing else is sent here")
