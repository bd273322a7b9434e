"""The endpoints under `/__sandbox__/` by which a test turns a service."""

from __future__ import annotations

import json
import math
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from clientkit_sandbox.engine import guard
from clientkit_sandbox.engine.clock import timestamp
from clientkit_sandbox.engine.faults import KINDS, BadFaultError, Fault
from clientkit_sandbox.engine.instance import Instance
from clientkit_sandbox.engine.wire import Reply, Wire

PREFIX = "/__sandbox__"
_LONGEST_ADVANCE = 100 * 366 * 86_400


class _BadControlError(ValueError):
    """A control request is wrong; the message says what to send instead."""


async def serve(instance: Instance[Any], scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one control request.

    Args:
        instance: What it turns.
        scope: The ASGI scope.
        receive: The ASGI channel for the request body.
        send: The ASGI channel for the answer.
    """
    request = Request(scope, receive)
    name = f"{request.method} {request.url.path.removeprefix(PREFIX)}"
    try:
        guard.check_control(request.headers)
        status, value = 200, await _turn(instance, name, await _body(request))
    except (_BadControlError, BadFaultError) as error:
        status, value = 400, {"error": str(error)}
    except guard.RefusedError as error:
        status, value = error.status, {"error": str(error)}
    body = json.dumps(value).encode()
    await Wire(request, send).send(Reply(status, {"Content-Type": "application/json"}, body))


async def _turn(instance: Instance[Any], name: str, body: Any) -> Any:
    own = instance.service.controls
    if name in own:
        try:
            return own[name](instance.state, body)
        except ValueError as error:
            raise _BadControlError(str(error)) from None
    if name not in _ENDPOINTS:
        raise _BadControlError(f"there is no {name}; there is {', '.join([*_ENDPOINTS, *own])}")
    return await _ENDPOINTS[name](instance, body)


async def _body(request: Request) -> Any:
    raw = await guard.read_body(request, guard.LONGEST_CONTROL)
    try:
        return json.loads(raw or b"{}")
    except ValueError as error:
        raise _BadControlError(f"the body is not JSON: {error}") from None


async def _add_faults(instance: Instance[Any], body: Any) -> Any:
    """Queue one fault, or several from a list."""
    descriptions = body if isinstance(body, list) else [body]
    if not all(isinstance(description, dict) for description in descriptions):
        raise _BadControlError('send {"kind": …} or a list of such objects')
    faults = [Fault.parse(description) for description in descriptions]
    for fault in faults:
        if fault.operation is not None and fault.operation not in instance.spec.operations:
            known = ", ".join(sorted(instance.spec.operations))
            raise _BadControlError(f"there is no operation {fault.operation!r}; there is {known}")
    for fault in faults:
        instance.faults.add(fault)
    return instance.faults.describe()


async def _list_faults(instance: Instance[Any], body: Any) -> Any:
    """List the faults that wait, and the kinds there are."""
    kinds = {name: strike.__doc__ for name, strike in KINDS.items()}
    return {"queued": instance.faults.describe(), "kinds": kinds}


async def _clear_faults(instance: Instance[Any], body: Any) -> Any:
    """Forget all faults."""
    instance.faults.clear()
    return []


async def _reset(instance: Instance[Any], body: Any) -> Any:
    """Restore the initial state."""
    instance.reset()
    return {}


async def _requests(instance: Instance[Any], body: Any) -> Any:
    """List what arrived lately, oldest first."""
    return instance.journal.describe()


async def _keep_requests(instance: Instance[Any], body: Any) -> Any:
    """Keep the last `keep` requests, 1,000 by default."""
    instance.journal.keep(int(_number(body, "keep")))
    return {}


async def _advance(instance: Instance[Any], body: Any) -> Any:
    """Move the clock forward by `advance` seconds."""
    seconds = _number(body, "advance")
    if seconds > _LONGEST_ADVANCE:
        raise _BadControlError(f"advance must be {_LONGEST_ADVANCE} or less, a hundred years")
    instance.clock.advance(seconds)
    return {"now": timestamp(instance.clock.now())}


async def _stop_clock(instance: Instance[Any], body: Any) -> Any:
    """Let time pass by `POST /clock` alone, until the service is reset."""
    instance.clock.stop()
    return {"now": timestamp(instance.clock.now())}


async def _limit(instance: Instance[Any], body: Any) -> Any:
    """Admit `limit` requests per window, for one `key` or for all, and begin new windows."""
    limit = _number(body, "limit")
    instance.limits.set_limit(int(limit), body.get("key"))
    return {}


async def _deliveries(instance: Instance[Any], body: Any) -> Any:
    """List webhook deliveries, oldest first, once no attempt is due or under way."""
    await instance.deliveries.settle()
    return instance.deliveries.describe()


def _number(body: Any, name: str) -> float:
    value = body.get(name) if isinstance(body, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise _BadControlError(f'send {{"{name}": NUMBER}} with a number of 0 or more')
    return value


_ENDPOINTS: dict[str, Callable[[Instance[Any], Any], Awaitable[Any]]] = {
    "POST /faults": _add_faults,
    "GET /faults": _list_faults,
    "DELETE /faults": _clear_faults,
    "POST /reset": _reset,
    "GET /requests": _requests,
    "POST /requests": _keep_requests,
    "POST /clock": _advance,
    "POST /clock/stop": _stop_clock,
    "POST /limits": _limit,
    "GET /deliveries": _deliveries,
}
