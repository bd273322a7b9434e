"""What a service module is written with: handlers, hooks and the values that pass through them."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Generic, TypeVar

from starlette.datastructures import Headers

from clientkit_sandbox.engine.clock import Clock
from clientkit_sandbox.engine.deliveries import Deliveries
from clientkit_sandbox.engine.limits import RateLimits
from clientkit_sandbox.engine.schemas import Violation
from clientkit_sandbox.engine.spec import Operation

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Environment:
    """What the engine lends to the state of a service."""

    clock: Clock
    limits: RateLimits
    deliveries: Deliveries


@dataclass(slots=True)
class Call(Generic[S]):
    """One request on its way to a handler.

    Attributes:
        state: The state of the service.
        operation: The documented operation, None when nothing documented fits the path and method.
        headers: Request headers as they came.
        path: Path parameters.
        query: Query parameters; a missing one has its documented default, else it is absent.
        header: Documented header parameters.
        body: Decoded JSON, or the texts and files of a form by name, or bytes for another media type, or
            None without a body.
        principal: Whatever the `authorize` hook put there.
    """

    state: S
    operation: Operation | None
    headers: Headers
    path: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    principal: Any = None


@dataclass(slots=True)
class Answer:
    """An answer that is sent whole.

    Attributes:
        body: A JSON value, or bytes or text for another media type, or None for an empty body.
        status: HTTP status; None for the operation's first documented success.
        headers: Headers in addition to Content-Type and Content-Length.
        content_type: The media type; None for the documented one.
    """

    body: Any = None
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str | None = None


@dataclass(slots=True)
class Stream:
    """An answer that is sent piece by piece.

    Attributes:
        pieces: Bytes, each sent as soon as it is there.
        content_type: The media type.
        status: HTTP status.
        headers: Headers in addition to Content-Type.
    """

    pieces: AsyncIterable[bytes]
    content_type: str = "text/event-stream"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class BrokenError(Exception):
    """The service is gone: raised by a handler or by the pieces of a stream, it breaks the connection."""


class Problem(Exception):
    """An answer that says no.

    The engine raises `not_found` (404), `method_not_allowed` (405), `unsupported_media_type` (415),
    `validation_error` (422) and `internal_error` (500); a service raises its own and gives all of them
    their documented shape in its `problem` hook.

    Args:
        status: HTTP status.
        code: Machine-readable code; empty when a fault asks for a status and nothing else.
        message: What the caller reads.
        violations: The offending values of a request.
        headers: Headers the answer must carry.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        violations: Iterable[Violation] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.violations = tuple(violations)
        self.headers = dict(headers or {})


Handler = Callable[[Call[S]], Any | Awaitable[Any]]


def _plain_problem(call: Call[Any], problem: Problem) -> Answer:
    return Answer({"error": problem.message}, problem.status)


class Service(Generic[S]):
    """A sandbox for one service: its handlers by operationId and its hooks.

    Args:
        name: The name in the table of services; the document is `specs/<name>.yaml`.
        state: Makes the initial state; called at the start and at every reset.
        credentials: What a client is configured with in addition to URLs, for example `api_key`.
        keys: Every key the sandbox knows, by permission level.
        daemons: Path prefixes by the name of the address, one port each, for example `write_url`.
        expired: The answer to a caller with an expired token.
        document: The OpenAPI document, when it is not `specs/<name>.yaml`.
        window: How long a rate window lasts.
        exact_numbers: Whether numbers of request bodies keep all their digits, because they are money.
    """

    def __init__(
        self,
        name: str,
        *,
        state: Callable[[Environment], S],
        credentials: Mapping[str, str] | None = None,
        keys: Mapping[str, str] | None = None,
        daemons: Mapping[str, str] | None = None,
        expired: Problem | None = None,
        document: dict[str, Any] | None = None,
        window: timedelta = timedelta(hours=1),
        exact_numbers: bool = False,
    ) -> None:
        self.name = name
        self.new_state = state
        self.credentials = dict(credentials or {})
        self.keys = dict(keys or {})
        self.daemons = dict(daemons or {"base_url": ""})
        self.expired = expired or Problem(401, "token_expired", "The token has expired")
        self.document = document
        self.window = window
        self.exact_numbers = exact_numbers
        self.handlers: dict[str, Handler[S]] = {}
        self.authorize_hook: Callable[[Call[S]], None] = lambda call: None
        self.problem_hook: Callable[[Call[S], Problem], Answer] = _plain_problem
        self.headers_hook: Callable[[Call[S]], Mapping[str, str]] = lambda call: {}
        self.controls: dict[str, Callable[[S, Any], Any]] = {}

    def operation(self, operation_id: str) -> Callable[[Handler[S]], Handler[S]]:
        """Register the handler of an operation.

        A handler returns a JSON value, an `Answer` or a `Stream`, or raises a `Problem`; it may be a
        coroutine function. Handlers run on one event loop, so state needs no locks between awaits.
        """

        def register(handler: Handler[S]) -> Handler[S]:
            if operation_id in self.handlers:
                raise ValueError(f"{self.name}: operation {operation_id!r} has two handlers")
            self.handlers[operation_id] = handler
            return handler

        return register

    def control(self, name: str) -> Callable[[Callable[[S, Any], Any]], Callable[[S, Any], Any]]:
        """Register an endpoint by which tests turn what this service alone has.

        Args:
            name: Method and path below `/__sandbox__`, such as `POST /signing-keys`. It gets the state and
                the decoded body and returns a JSON value; a `ValueError` says what to send instead.
        """

        def register(endpoint: Callable[[S, Any], Any]) -> Callable[[S, Any], Any]:
            self.controls[name] = endpoint
            return endpoint

        return register

    def authorize(self, hook: Callable[[Call[S]], None]) -> Callable[[Call[S]], None]:
        """Register the hook that admits a call or raises a `Problem`; it runs before parameters are read."""
        self.authorize_hook = hook
        return hook

    def problem(self, hook: Callable[[Call[S], Problem], Answer]) -> Callable[[Call[S], Problem], Answer]:
        """Register the hook that gives a `Problem` the service's documented shape."""
        self.problem_hook = hook
        return hook

    def headers(self, hook: Callable[[Call[S]], Mapping[str, str]]) -> Callable[[Call[S]], Mapping[str, str]]:
        """Register the hook whose headers every answer carries, errors included."""
        self.headers_hook = hook
        return hook
