"""One service while it runs: its state, and everything that a test can turn."""

from __future__ import annotations

import inspect
import logging
from typing import Any, Generic

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from clientkit_sandbox._catalog import load_document
from clientkit_sandbox.engine import guard, incoming
from clientkit_sandbox.engine.clock import Clock
from clientkit_sandbox.engine.deliveries import Deliveries
from clientkit_sandbox.engine.faults import HEADER, KINDS, BadFaultError, Fault, FaultQueue, Struck
from clientkit_sandbox.engine.journal import Entry, Journal, masked, readable
from clientkit_sandbox.engine.limits import RateLimits
from clientkit_sandbox.engine.outgoing import ContractViolationError, reply_to
from clientkit_sandbox.engine.service import Answer, BrokenError, Call, Environment, Problem, S, Service
from clientkit_sandbox.engine.spec import Match, Operation, Spec
from clientkit_sandbox.engine.wire import Reply, Wire

log = logging.getLogger("clientkit_sandbox")

_VIOLATION = "the sandbox answered with what its spec does not allow"


class Instance(Generic[S]):
    """A service with its state, its clock, and the faults and records of its tests.

    Args:
        service: What to run.

    Raises:
        ValueError: An operation of the document has no handler, or a handler no operation.
    """

    def __init__(self, service: Service[S]) -> None:
        self.service = service
        self.spec = Spec(service.document or load_document(service.name))
        self.clock = Clock()
        self.limits = RateLimits(self.clock, service.window)
        self.deliveries = Deliveries(self.clock)
        self.faults = FaultQueue()
        self.journal = Journal()
        self.reset()
        self._check_handlers()

    def reset(self) -> None:
        """Restore the initial state and forget everything that tests have done."""
        self.clock.reset()
        self.limits.reset()
        self.deliveries.reset()
        self.faults.clear()
        self.journal.clear()
        self.state = self.service.new_state(Environment(self.clock, self.limits, self.deliveries))

    def _check_handlers(self) -> None:
        documented, handled = set(self.spec.operations), set(self.service.handlers)
        if documented != handled:
            raise ValueError(
                f"{self.service.name}: operations without a handler: {sorted(documented - handled)}; "
                f"handlers without an operation: {sorted(handled - documented)}"
            )

    async def serve(self, prefix: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request.

        Args:
            prefix: Where the paths of the daemon begin that took the request.
            scope: The ASGI scope.
            receive: The ASGI channel for the request body.
            send: The ASGI channel for the answer.
        """
        request = Request(scope, receive)
        wire = Wire(request, send)
        path = scope["raw_path"].decode("ascii")
        match = self.spec.match(request.method, path) if path.startswith(prefix) else None
        try:
            guard.check_host(request.headers)
            body = await guard.read_body(request)
        except ClientDisconnect:
            return
        except guard.RefusedError as error:
            problem = Problem(error.status, "refused", str(error))
            await wire.send(_Exchange(self, request, b"", match).refuse(problem))
            return
        exchange = _Exchange(self, request, body, match)
        try:
            fault = exchange.fault()
        except BadFaultError as error:
            await wire.send(exchange.refuse(Problem(400, "bad_fault", f"{HEADER}: {error}")))
            return
        if fault is None:
            try:
                await wire.send(await exchange.operate())
            except BrokenError:
                await wire.reset()
            return
        struck = Struck(fault, wire, exchange.operate, exchange.refuse, self.service.expired)
        await KINDS[fault.kind](struck)


class _Exchange(Generic[S]):
    """One request to a documented path, or to none, and the reply to it."""

    def __init__(self, instance: Instance[S], request: Request, body: bytes, match: Match | None) -> None:
        self._instance = instance
        self._body = body
        self._query = request.scope["query_string"].decode("latin-1")
        self._match = match
        self._call = Call(instance.state, match.operation if match else None, request.headers)
        self._entry = Entry(
            request.method,
            request.scope["raw_path"].decode("ascii"),
            self._query,
            self._call.operation.id if self._call.operation else None,
            masked(request.headers),
            readable(body),
        )
        instance.journal.add(self._entry)

    def fault(self) -> Fault | None:
        """Return the fault that hits the request, None when none does."""
        if self._call.operation is None:
            return None
        fault = self._instance.faults.take(self._call.headers.get(HEADER), self._call.operation.id)
        self._entry.fault = fault.kind if fault else None
        return fault

    async def operate(self) -> Reply:
        """Run the operation and return its reply; what goes wrong is a reply, too."""
        try:
            return self._checked(await self._result())
        except Problem as problem:
            return self._checked(self._answer(problem))
        except BrokenError:
            raise
        except Exception as error:
            log.exception("%s %s", self._entry.method, self._entry.path)
            return self.refuse(Problem(500, "internal_error", f"the sandbox failed: {error!r}"))

    def refuse(self, problem: Problem) -> Reply:
        """Return a problem in the service's shape, unchecked: a fault may be as undocumented as it likes."""
        return self._reply(None, self._answer(problem))

    async def _result(self) -> Any:
        service, operation = self._instance.service, self._call.operation
        if self._match is None:
            raise Problem(404, "not_found", f"There is no {self._entry.path}")
        if operation is None:
            allowed = ", ".join(self._match.allowed)
            message = f"{self._entry.path} has {allowed}, not {self._entry.method}"
            raise Problem(405, "method_not_allowed", message, headers={"Allow": allowed})
        service.authorize_hook(self._call)
        schemas = self._instance.spec.schemas
        incoming.read(
            self._call,
            operation,
            schemas,
            self._match.values,
            self._query,
            self._body,
            exact_numbers=service.exact_numbers,
        )
        result = service.handlers[operation.id](self._call)
        return await result if inspect.isawaitable(result) else result

    def _answer(self, problem: Problem) -> Answer:
        answer = self._instance.service.problem_hook(self._call, problem)
        answer.headers = {**answer.headers, **problem.headers}
        return answer

    def _checked(self, result: Any) -> Reply:
        try:
            return self._reply(self._call.operation, result)
        except ContractViolationError as violation:
            log.error("%s: %s", _VIOLATION, violation)
            return self.refuse(Problem(500, "internal_error", f"{_VIOLATION}: {violation}"))

    def _reply(self, operation: Operation | None, result: Any) -> Reply:
        always = self._instance.service.headers_hook(self._call)
        return reply_to(operation, self._instance.spec.schemas, result, always)
