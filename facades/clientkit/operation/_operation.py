"""What is known of an endpoint, and a call of it that is ready to be sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

from clientkit.lazy import load_module
from clientkit.operation._answer import Answer
from clientkit.operation._request import Request
from clientkit.operation._shape import Shape
from clientkit.operation._text import text
from clientkit.operation._unset import Unset

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

# HTTP says of these that doing them twice is doing them once.
_IDEMPOTENT_METHODS = frozenset({"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"})


class Operation(Generic[P, T]):
    """One endpoint of a service: how to build its request, how to read its answer. It does no I/O.

    Calling it with the endpoint's arguments gives a `Prepared` call, which a client sends.

    Attributes:
        id: The operation id of the spec.
        method: HTTP method in capitals.
        path: Path template, such as `/agents/{agent_id}`; what logs show instead of the path.
        build: Makes the request from the endpoint's arguments.
        parse: Reads a successful answer.
        parse_error: Reads a documented error answer; None for one that is not documented.
        idempotent: Whether sending it twice has the effect of sending it once.
        key: Where the idempotency key goes, as ("body" or "header", name); None when there is none.
        key_optional: Whether the key is sent only when the caller gives one; else one is made.
        stream: "bytes" or "sse" when the successful answer is read as it comes, else None.
        conditional: Whether 304, nothing new, is an answer and no error.
        since: The version of the service that it came with; None for one that was always there.
        body: The shape of the JSON body; None when there is none, or it may be anything.
    """

    __slots__ = (
        "body",
        "build",
        "conditional",
        "id",
        "idempotent",
        "key",
        "key_optional",
        "method",
        "parse",
        "parse_error",
        "path",
        "since",
        "stream",
    )

    def __init__(
        self,
        build: Callable[P, Request],
        parse: Callable[[Answer], T],
        parse_error: Callable[[Answer], Any],
        *,
        id: str,
        method: str,
        path: str,
        idempotent: bool = False,
        key: tuple[str, str] | None = None,
        key_optional: bool = False,
        stream: str | None = None,
        conditional: bool = False,
        since: str | None = None,
        body: Shape = None,
    ) -> None:
        self.build = build
        self.parse = parse
        self.parse_error = parse_error
        self.id = id
        self.method = method
        self.path = path
        self.idempotent = idempotent or method in _IDEMPOTENT_METHODS
        self.key = key
        self.key_optional = key_optional
        self.stream = stream
        self.conditional = conditional
        self.since = since
        self.body = body

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Prepared[T]:
        """Build the request of one call.

        Raises:
            ValueError: When an argument cannot be sent, such as a path value that would address
                another endpoint, or an empty idempotency key.
            TypeError: When an argument is not of the type that the spec gives it.
        """
        try:
            return Prepared(self, self.build(*args, **kwargs))
        except RecursionError:
            pass
        raise ValueError(f"{self.id}: the body is nested too deeply to be sent, or holds itself")

    def encoded(self, content: bytes) -> Prepared[T]:
        """Return a call without parameters, with a JSON body that was validated and encoded before.

        Args:
            content: The body.
        """
        headers = {"Content-Type": "application/json"}
        return Prepared(self, Request(self.method, self.path, headers=headers, content=content))

    def accepts(self, status: int) -> bool:
        """Whether an answer with this status is what was asked for."""
        return 200 <= status < 300 or (status == 304 and self.conditional)

    def __repr__(self) -> str:
        return f"<Operation {self.id}: {self.method} {self.path}>"


class Prepared(Generic[T_co]):
    """A call with its arguments in place, ready to be sent once or several times.

    Attributes:
        operation: What is called.
        request: What is sent.
        idempotency_key: The key that makes repeating this call safe: the caller's, else one made here,
            once; None when the operation has no place for one, or leaves it to the caller.
        earlier: What is remembered of the same call when it was sent before and may have taken effect.
    """

    __slots__ = ("earlier", "idempotency_key", "operation", "request")

    def __init__(self, operation: Operation[..., T_co], request: Request) -> None:
        self.operation = operation
        self.request = request
        self.earlier: Any = None
        self.idempotency_key = (
            None
            if operation.key is None
            else _find_key(request, *operation.key, make=not operation.key_optional)
        )

    def __repr__(self) -> str:
        return f"<Prepared {self.operation.id}>"


def _find_key(request: Request, place: str, name: str, *, make: bool) -> str | None:
    carrier: dict[str, Any] = request.json if place == "body" else request.headers
    key = carrier.get(name)
    if key is None or isinstance(key, Unset):
        if not make:
            return None
        key = carrier[name] = str(load_module("uuid").uuid4())
    if not key:
        # The service would take it for none, and repeat what must not be repeated.
        raise ValueError(f"{name} must not be empty; leave it out to have one made")
    return text(key, name)
