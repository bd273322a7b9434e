"""Functions whose calls are recorded as transactions of an agent.

@track("agent_7f3k9x2m", action="execute_trade", amount=lambda order: order.total)
def buy(order: Order) -> Receipt: ...
"""

from __future__ import annotations

import asyncio
import functools
import inspect
import reprlib
from collections.abc import Callable, Collection
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from clientkit.arguments import nonempty, number

from alsorn.checks import listed
from alsorn.entries import Entry, is_control_flow, logger, note
from alsorn.money import Money
from alsorn.published import tracked
from alsorn.types import Action

if TYPE_CHECKING:
    from alsorn._async.recording import AsyncRecorder
    from alsorn._async.recording import ClientSource as AsyncClientSource
    from alsorn._sync.recording import ClientSource, Recorder

F = TypeVar("F", bound=Callable[..., Any])


def is_awaited(function: Callable[..., Any]) -> bool:
    """Whether what a call of a function returns is awaited."""
    call = getattr(function, "__call__", None)  # noqa: B004 - an object may have a coroutine for its call
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(call)


def _client_class(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the class of the client that records the calls of a function."""
    if is_awaited(function):
        from alsorn._async.client import AsyncAlsornClient

        return AsyncAlsornClient
    from alsorn._sync.client import AlsornClient

    return AlsornClient


@tracked(_client_class)
def track(
    agent_id: str,
    *,
    action: Action = "read_data",
    to_agent: str | None = None,
    amount: Money | Callable[..., Money] = 0,
    currency: str | None = None,
    failures: bool = False,
    arguments: bool | Collection[str] = False,
    client: ClientSource | AsyncClientSource = None,
) -> Callable[[F], F]:
    """Record every call of a function as a transaction.

    One transaction is executed after each call, with an idempotency key of its own. It never changes what
    the function returns or raises: when it cannot be recorded, the logger `alsorn` says so. A coroutine
    function awaits the recording; a plain function that is called inside a running event loop hands it to
    the loop's executor, and waits for it anywhere else. `client.with_options(timeout=…)` bounds the wait.

    Args:
        agent_id: The agent who acts.
        action: Name of the action; the agent must be authorised for it.
        to_agent: The agent who receives; the acting agent itself by default, for actions that have none.
        amount: Amount in `currency`, or a function of the call's arguments that returns it. A failed call
            is recorded with 0.
        currency: ISO 4217 code; the service's default is `USD`.
        failures: Whether calls that raise are recorded too, with the class of the exception. A graph's
            pause (`GraphInterrupt`) or a cancellation is not a failure.
        arguments: Which arguments the note shows: none, all (True), or those with these names.
        client: An `AlsornClient` for a plain function, an `AsyncAlsornClient` for a coroutine function, or a
            function that makes one at the first call. By default one for the whole process, made at the first
            call with the key from `ALSORN_API_KEY`.

    Raises:
        TypeError: On decoration, for a client of the other kind, and for a generator function, whose end
            cannot be seen from here.
        ValueError: An id or the action is empty.

    Example:
        >>> @track("agent_7f3k9x2m", action="execute_trade", amount=lambda item, price: price)
        ... def buy(item: str, price: float) -> str:
        ...     return f"bought {item}"
    """
    plan = _Plan(
        from_agent=nonempty("agent_id", agent_id),
        to_agent=agent_id if to_agent is None else nonempty("to_agent", to_agent),
        action=nonempty("action", action),
        amount=amount if callable(amount) else number("amount", amount),
        currency=currency,
        failures=failures,
        arguments=arguments if isinstance(arguments, bool) else listed("arguments", arguments),
    )

    def decorate(function: F) -> F:
        if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
            raise TypeError("track cannot see when a generator is over; track the function that reads it")
        wrapper = (
            _coroutine(plan, function, client) if is_awaited(function) else _plain(plan, function, client)
        )
        return cast(F, functools.update_wrapper(wrapper, function))

    return decorate


class _Plan(NamedTuple):
    """What is recorded of each call."""

    from_agent: str
    to_agent: str
    action: str
    amount: Money | Callable[..., Money]
    currency: str | None
    failures: bool
    arguments: bool | Collection[str]

    def entry(
        self, function: Callable[..., Any], args: Any, kwargs: Any, error: Exception | None = None
    ) -> Entry | None:
        """Return what to record of a call; None when it is not to be, or cannot be recorded."""
        if error is not None and (not self.failures or is_control_flow(error)):
            return None
        try:
            return Entry(
                self.from_agent,
                self.to_agent,
                self.action,
                self._amount(args, kwargs) if error is None else 0,
                self.currency,
                note(self._description(function, args, kwargs), error),
            )
        except Exception:  # noqa: BLE001 - the call is over, and must not fail for this
            logger.warning("%s of %s was not recorded", self.action, self.from_agent, exc_info=True)
            return None

    def _amount(self, args: Any, kwargs: Any) -> Money:
        return self.amount(*args, **kwargs) if callable(self.amount) else self.amount

    def _description(self, function: Callable[..., Any], args: Any, kwargs: Any) -> str:
        name = getattr(function, "__name__", type(function).__name__)
        if not self.arguments:
            return name
        values = inspect.signature(function).bind(*args, **kwargs).arguments
        told = (
            f"{key}={reprlib.repr(value)}"
            for key, value in values.items()
            if self.arguments is True or key in self.arguments
        )
        return f"{name}({', '.join(told)})"


def _plain(plan: _Plan, function: Callable[..., Any], client: Any) -> Callable[..., Any]:
    from alsorn._sync.recording import Recorder

    recorder = Recorder(client)

    def wrapper(*args: Any, **kwargs: Any) -> Any:
        try:
            result = function(*args, **kwargs)
        except Exception as error:
            _record(recorder, plan.entry(function, args, kwargs, error))
            raise
        _record(recorder, plan.entry(function, args, kwargs))
        return result

    return wrapper


def _record(recorder: Recorder, entry: Entry | None) -> None:
    if entry is None:
        return
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        recorder.record(entry)
        return
    # A plain function within a coroutine: waiting here would hold up everything else in the loop.
    loop.run_in_executor(None, copy_context().run, recorder.record, entry)


def _coroutine(plan: _Plan, function: Callable[..., Any], client: Any) -> Callable[..., Any]:
    from alsorn._async.recording import AsyncRecorder

    recorder = AsyncRecorder(client)

    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        try:
            result = await function(*args, **kwargs)
        except Exception as error:
            await _record_awaited(recorder, plan.entry(function, args, kwargs, error))
            raise
        await _record_awaited(recorder, plan.entry(function, args, kwargs))
        return result

    return wrapper


async def _record_awaited(recorder: AsyncRecorder, entry: Entry | None) -> None:
    if entry is not None:
        await recorder.record(entry)
