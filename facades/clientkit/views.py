"""Answers as they came, and what is known of the last call, apart from what methods return.

`client.raw.<method>(…)` calls the method and returns a `RawAnswer` instead of its result;
`raw(client.<method>)(…)` does the same. Type checkers know the result of both. It looks at a call from
outside, so a method that makes several works as always, and its answer is the last one.
"""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
import functools
from collections.abc import Callable, Coroutine, Mapping
from contextvars import ContextVar
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar, overload

from clientkit.errors import DecodeError
from clientkit.kinds import is_coroutine
from clientkit.operation import Answer
from clientkit.results import Names, plain_value

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C")

REQUEST_ID = "x-request-id"


class CallInfo(NamedTuple):
    """What is known of a call that was answered.

    Attributes:
        operation_id: The operation.
        status: The HTTP status.
        headers: Header fields of the answer, looked up in any case.
        attempts: How many requests were sent.
        elapsed: Seconds from its beginning to its answer, waits included.
    """

    operation_id: str
    status: int
    headers: Mapping[str, str]
    attempts: int
    elapsed: float

    @property
    def request_id(self) -> str | None:
        """The service's id of the request; None when it sent none."""
        return self.headers.get(REQUEST_ID)


class RawAnswer(Answer, Generic[T]):
    """An answer as it came.

    Attributes:
        status: The HTTP status.
        headers: Header fields, looked up in any case.
        body: The body, decompressed; empty when it is read as a stream.
        info: What is known of the call.
    """

    __slots__ = ("_error", "_result", "info")

    def __init__(self, info: CallInfo, body: bytes, result: T, error: DecodeError | None = None) -> None:
        super().__init__(info.status, info.headers, body)
        self.info = info
        self._result = result
        self._error = error

    @property
    def request_id(self) -> str | None:
        """The service's id of the request; None when it sent none."""
        return self.info.request_id

    @property
    def attempts(self) -> int:
        """How many requests were sent for the call."""
        return self.info.attempts

    @property
    def elapsed(self) -> float:
        """Seconds from the beginning of the call to its answer, waits included."""
        return self.info.elapsed

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the status, what is known of the call, and the result, as a dict of JSON values.

        Headers and the body, which may have secrets in them, are not in it.

        Args:
            names: "wire" for the names of the service within it, "python" for those of the facade.
            secrets: Whether secrets are in it; by default they are left out.
        """
        return {
            "status": self.status,
            "request_id": self.request_id,
            "attempts": self.attempts,
            "elapsed": self.elapsed,
            "result": plain_value(self._result, names, secrets),
        }

    def parse(self) -> T:
        """Return what the method returns without `raw`.

        Raises:
            DecodeError: The product's, when the answer is not what it should be.
        """
        if self._error is not None:
            raise self._error
        return self._result

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.info, self.body, self._result, self._error)


class _Seen:
    """The last answer of what runs under a raw call."""

    __slots__ = ("body", "info")
    info: CallInfo | None

    def __init__(self) -> None:
        self.info = None
        self.body = b""

    def answer(self, result: Any, error: DecodeError | None = None) -> Any:
        """Return a result as a raw answer; as it is when nothing was sent for it."""
        return result if self.info is None else RawAnswer(self.info, self.body, result, error)


_seen: ContextVar[_Seen | None] = ContextVar("clientkit_raw", default=None)
_last: ContextVar[CallInfo | None] = ContextVar("clientkit_last_call", default=None)


def note(info: CallInfo, body: bytes = b"") -> None:
    """Remember a call that was answered; the runtime does this."""
    _last.set(info)
    seen = _seen.get()
    if seen is not None:
        seen.info, seen.body = info, body


def last_call() -> CallInfo | None:
    """Return what is known of the last call that this thread or task finished; None before the first.

        agent = client.agents.get("agent_1")
        print(clientkit.views.last_call().request_id)

    A task that is started by another one has a last call of its own.
    """
    return _last.get()


@overload
def raw(  # type: ignore[overload-overlap]
    method: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, Coroutine[Any, Any, RawAnswer[T]]]: ...
@overload
def raw(method: Callable[P, T]) -> Callable[P, RawAnswer[T]]: ...
def raw(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method of a client that gives its answer as it came: `raw(client.agents.get)("agent_1")`.

    Errors are raised as always, but for an answer that cannot be read: `parse()` raises that one. What
    sends nothing when it is called, such as an iterator, is returned as it is.

    Args:
        method: A bound method of a client or of a group of operations, sync or async.
    """

    @functools.wraps(method)
    def call(*args: Any, **kwargs: Any) -> Any:
        seen, before = _Seen(), _seen.get()
        _seen.set(seen)
        try:
            result = method(*args, **kwargs)
        except DecodeError as error:
            if error.status is None:
                raise
            return seen.answer(None, error)
        finally:
            _seen.set(before)
        return _awaited(result) if is_coroutine(result) else seen.answer(result)

    return call


async def _awaited(work: Coroutine[Any, Any, Any]) -> Any:
    seen, before = _Seen(), _seen.get()
    _seen.set(seen)
    try:
        result = await work
    except DecodeError as error:
        if error.status is None:
            raise
        return seen.answer(None, error)
    finally:
        _seen.set(before)
    return seen.answer(result)


class RawView(Generic[C]):
    """A view of a client, or of a group of its operations, whose methods return answers as they came.

    Args:
        target: What is looked at.
    """

    def __init__(self, target: C) -> None:
        self._target = target

    @property  # type: ignore[misc]
    def __class__(self) -> type[C]:  # type: ignore[override]
        # It has the methods of its target, and `isinstance` says so.
        return type(self._target)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(f"a raw view has no attribute {name!r}")
        found = getattr(self._target, name)
        if name.startswith("with_"):
            return lambda *args, **kwargs: raw_view(found(*args, **kwargs))
        if isinstance(found, (MethodType, FunctionType, BuiltinFunctionType)):
            return raw(found)
        # A group of operations is looked at in the same way; a plain value is what it is.
        sends = any(hasattr(found, core) for core in ("_core", "_async_core"))
        return raw_view(found) if sends else found

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._target) if not name.startswith("_")]

    def __reduce__(self) -> tuple[Any, ...]:
        return raw_view, (self._target,)

    def __repr__(self) -> str:
        return f"<raw {self._target!r}>"


def raw_view(target: C) -> RawView[C]:
    """Return a raw view of a client, or of a group of its operations; its class says of which."""
    return _view_of(type(target))(target)  # type: ignore[arg-type]


@functools.cache
def _view_of(cls: type[Any]) -> type[RawView[Any]]:
    return type(f"Raw{cls.__name__}", (RawView,), {"__module__": cls.__module__})
