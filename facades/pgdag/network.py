"""How the kernel calls the network: any object with the right methods, blocking or asynchronous.

The kernel awaits what can be awaited and calls everything else in a worker thread, so that a blocking
client never holds up the other steps. What fails is reported: to the log `pgdag`, and to the run.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping
from typing import Any, Final, TypeVar

from pgdag.failures import BlockingCallError, RemoteFailure

T = TypeVar("T")

Call = Callable[..., Awaitable[Any]]

_ASYNCHRONOUS: Final = (
    "the client is asynchronous: await the method with `a` before its name, or use a sync client"
)

# What the kernel calls in SnapChore; a part of it will do.
SNAPCHORE: Final = ("seal", "capture", "verify", "discover", "create_chain", "append_to_chain", "get_chain")

log = logging.getLogger("pgdag")

# Where the run of the present task collects its failures; threads and tasks of the run inherit it.
failures: contextvars.ContextVar[list[RemoteFailure] | None] = contextvars.ContextVar(
    "pgdag_failures", default=None
)


async def awaited(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Call a sync or async method without holding up the event loop."""
    if inspect.iscoroutinefunction(function):
        return await function(*args, **kwargs)
    answer = await asyncio.to_thread(function, *args, **kwargs)
    return await answer if inspect.isawaitable(answer) else answer


def must_block(target: Any, method: str) -> None:
    """Refuse an async client before a blocking method has done half of its work.

    Raises:
        BlockingCallError: The method is an asynchronous one.
    """
    if inspect.iscoroutinefunction(getattr(target, method, None)):
        raise BlockingCallError(_ASYNCHRONOUS)


async def direct(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    """Call a blocking method here and now.

    Raises:
        BlockingCallError: The method is an asynchronous one.
    """
    answer = function(*args, **kwargs)
    if inspect.isawaitable(answer):
        if inspect.iscoroutine(answer):
            answer.close()
        raise BlockingCallError(_ASYNCHRONOUS)
    return answer


def now(flow: Coroutine[Any, Any, T]) -> T:
    """Run a flow that waits for nothing, because all its calls are direct."""
    try:
        flow.send(None)
    except StopIteration as end:
        value: T = end.value
        return value
    raise AssertionError("a flow of direct calls waits for nothing")


def report(operation: str, error: Exception, step_id: str = "") -> None:
    """Tell the log, and the run if there is one, of something that the network did not do."""
    failure = RemoteFailure(operation, error, step_id)
    log.warning("the network failed: %s", failure)
    collected = failures.get()
    if collected is not None:
        collected.append(failure)


async def ask(
    call: Call,
    target: Any,
    method: str,
    /,
    *args: Any,
    step_id: str = "",
    quiet: Collection[int] = (),
    **kwargs: Any,
) -> Any:
    """Call a method of the network; a failure is reported, not raised.

    Args:
        call: `awaited` or `direct`.
        target: The object.
        method: Name of its method.
        *args: What the method gets.
        step_id: For which step.
        quiet: Statuses that are an answer, not a failure.
        **kwargs: What the method gets.

    Returns:
        The answer; None when there is none.
    """
    try:
        return await call(getattr(target, method), *args, **kwargs)
    except BlockingCallError:
        raise
    except Exception as error:  # noqa: BLE001  (whatever a client raises, the work of the step is done)
        if getattr(error, "status_code", None) not in quiet:
            report(method, error, step_id)
        return None


class NoAnswerError(Exception):
    """Whether something was written is not known.

    Args:
        failed: Whether the network failed, so that it may say so another time.
    """

    def __init__(self, *, failed: bool = False) -> None:
        self.failed = failed
        super().__init__()


async def look(target: Any, method: str, /, *args: Any, step_id: str = "", **kwargs: Any) -> Any:
    """Ask the network what was written.

    Args:
        target: The object.
        method: Name of its method.
        *args: What the method gets.
        step_id: For which step.
        **kwargs: What the method gets.

    Returns:
        The answer; None when there is no such thing.

    Raises:
        NoAnswerError: The object has no such method, or the network failed, which is reported.
    """
    if not hasattr(target, method):
        raise NoAnswerError
    try:
        return await awaited(getattr(target, method), *args, **kwargs)
    except Exception as error:  # noqa: BLE001  (whatever a client raises)
        if getattr(error, "status_code", None) == 404:
            return None
        report(method, error, step_id)
        raise NoAnswerError(failed=True) from None


def rows_of(answer: Any, name: str, count: str) -> list[Any]:
    """Return the rows of an answer that must have them all; none where there is no such thing.

    Raises:
        NoAnswerError: It has none, or says that there are more than it has.
    """
    if answer is None:
        return []
    rows = answer.get(name) if isinstance(answer, Mapping) else getattr(answer, name, None)
    # None is not the same as an empty list: the rows may stand under a name that is not known here.
    if not isinstance(rows, list) or (field(answer, count) or 0) > len(rows):
        raise NoAnswerError
    return rows


def field(answer: Any, *names: str) -> Any:
    """Return the first of some fields that an answer has something in, be it a mapping or an object."""
    for name in names:
        value = answer.get(name) if isinstance(answer, Mapping) else getattr(answer, name, None)
        if value:
            return value
    return None


async def ask_for(
    call: Call,
    names: Collection[str],
    target: Any,
    method: str,
    /,
    *args: Any,
    step_id: str = "",
    **kwargs: Any,
) -> str | None:
    """Call a method of the network for one field of its answer; a failure is reported, not raised."""
    answer = await ask(call, target, method, *args, step_id=step_id, **kwargs)
    if answer is None:
        return None
    found = field(answer, *names)
    if found is None:
        report(method, ValueError(f"the answer has no {' or '.join(names)}"), step_id)
        return None
    return str(found)


def must_have(name: str, value: Any, members: tuple[str, ...], advice: str) -> None:
    """Refuse what has none of the members that the kernel uses; None is left alone.

    Raises:
        TypeError: It has none of them.
    """
    if value is not None and not any(hasattr(value, member) for member in members):
        raise TypeError(
            f"{name} must have some of {', '.join(members)}; "
            f"got {type(value).__name__}, which has none: {advice}"
        )


def takes(target: Any, method: str, parameter: str) -> bool:
    """Tell whether a method has a parameter of that name: by it the shapes of clients are distinguished."""
    try:
        return parameter in inspect.signature(getattr(target, method)).parameters
    except (AttributeError, TypeError, ValueError):
        return False
