"""Scripted faults: what can go wrong between a client and a service, on demand.

A fault is a kind with fields. It is queued through the control endpoint::

    POST /__sandbox__/faults  {"kind": "status", "status": 503, "times": 2, "operation": "get_agent"}

or asked for by the request itself::

    X-Sandbox-Fault: status; status=503; retry_after=1

The docstrings of the functions under `KINDS` say what each kind does.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, fields
from email.utils import formatdate
from typing import Any, ClassVar

from clientkit_sandbox.engine.service import Problem
from clientkit_sandbox.engine.wire import Reply, Wire

HEADER = "X-Sandbox-Fault"


class BadFaultError(ValueError):
    """A fault was described wrongly; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One scripted fault.

    Attributes:
        kind: A name from `KINDS`.
        times: How many matching requests it hits. None is one for a queued fault, and every request that
            carries it for a fault in a header.
        operation: The operationId it is for; None for every documented operation.
        when: `before` keeps the operation from running, `after` lets it take effect and loses its answer.
        delay: Seconds to wait before anything is answered.
        status: HTTP status, where the kind sends one of its own.
        retry_after: Seconds, or `date:SECONDS` for an HTTP date that far ahead, or any text, sent as it is.
        after_bytes: Body bytes that still get through, where the kind breaks off.
        chunk: Bytes per piece of a slow body.
        interval: Seconds between the pieces.
        content_type: The media type that is claimed, where the kind claims one.
    """

    kind: str
    times: int | None = None
    operation: str | None = None
    when: str = "before"
    delay: float = 0.0
    status: int | None = None
    retry_after: float | str | None = None
    after_bytes: int | None = None
    chunk: int = 1
    interval: float = 0.02
    content_type: str = "text/html"

    TYPES: ClassVar[Mapping[str, tuple[type, ...]]] = {
        "kind": (str,),
        "times": (int, type(None)),
        "operation": (str, type(None)),
        "when": (str,),
        "delay": (int, float),
        "status": (int, type(None)),
        "retry_after": (int, float, str, type(None)),
        "after_bytes": (int, type(None)),
        "chunk": (int,),
        "interval": (int, float),
        "content_type": (str,),
    }

    @classmethod
    def parse(cls, description: Mapping[str, Any]) -> Fault:
        """Read a fault from plain values.

        Raises:
            BadFaultError: A field is unknown, of the wrong type or out of bounds.
        """
        for name, value in description.items():
            if name not in cls.TYPES:
                raise BadFaultError(f"unknown field {name!r}; a fault has {', '.join(cls.TYPES)}")
            if not isinstance(value, cls.TYPES[name]) or isinstance(value, bool):
                wanted = " or ".join(kind.__name__ for kind in cls.TYPES[name] if kind is not type(None))
                raise BadFaultError(f"{name} must be {wanted}, not {value!r}")
        if description.get("kind") not in KINDS:
            raise BadFaultError(f"kind must be one of {', '.join(KINDS)}, not {description.get('kind')!r}")
        fault = cls(**description)
        fault._check()
        return fault

    def _check(self) -> None:
        if (self.times is not None and self.times < 1) or self.chunk < 1:
            raise BadFaultError("times and chunk must be 1 or more")
        if self.delay < 0 or self.interval < 0 or (self.after_bytes or 0) < 0:
            raise BadFaultError("delay, interval and after_bytes must be 0 or more")
        if self.status is not None and not 200 <= self.status <= 599:
            raise BadFaultError(f"status must be between 200 and 599, not {self.status}")
        if self.when not in ("before", "after"):
            raise BadFaultError(f"when must be 'before' or 'after', not {self.when!r}")
        if _is_date(self.retry_after) and not re.fullmatch(r"date:-?\d+(\.\d+)?", str(self.retry_after)):
            raise BadFaultError(f"write retry_after as 'date:SECONDS', not {self.retry_after!r}")

    @classmethod
    def parse_header(cls, text: str) -> Fault:
        """Read a fault from the `X-Sandbox-Fault` header.

        Raises:
            BadFaultError: It is not `kind; field=value; field=value`.
        """
        kind, *rest = (part.strip() for part in text.split(";"))
        description: dict[str, Any] = {"kind": kind}
        for part in filter(None, rest):
            name, equals, value = part.partition("=")
            if not equals:
                raise BadFaultError(f"write {HEADER}: {kind}; field=value, not {part!r}")
            description[name.strip()] = _number(value.strip())
        return cls.parse(description)

    def describe(self) -> dict[str, Any]:
        """Return the fault as plain values."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    @property
    def retry_after_header(self) -> dict[str, str]:
        """Return the Retry-After header that was asked for, if any."""
        value = self.retry_after
        if value is None:
            return {}
        if _is_date(value):
            # Real time: clients compare the date with their own clock.
            ahead = float(str(value).removeprefix("date:"))
            return {"Retry-After": formatdate(time.time() + ahead, usegmt=True)}
        return {"Retry-After": str(value)}


class FaultQueue:
    """Faults that wait for their requests, first come first served."""

    def __init__(self) -> None:
        self._queued: list[tuple[Fault, int]] = []
        self._header_uses: dict[str, int] = {}

    def add(self, fault: Fault) -> None:
        """Queue a fault."""
        self._queued.append((fault, fault.times or 1))

    def describe(self) -> list[dict[str, Any]]:
        """Return the faults that still wait, each with the number of requests it still hits."""
        return [{**fault.describe(), "times": left} for fault, left in self._queued]

    def clear(self) -> None:
        """Forget all faults."""
        self._queued.clear()
        self._header_uses.clear()

    def take(self, header: str | None, operation_id: str) -> Fault | None:
        """Return the fault that hits a request, None when none does.

        A header without `times` hits every request that carries it; with `times=N` the first N that carry
        the same value, so that a client which repeats its headers gets through in the end.

        Raises:
            BadFaultError: The header cannot be read.
        """
        if header is not None:
            return self._from_header(header, operation_id)
        for index, (fault, left) in enumerate(self._queued):
            if fault.operation in (None, operation_id):
                self._queued[index : index + 1] = [(fault, left - 1)] if left > 1 else []
                return fault
        return None

    def _from_header(self, header: str, operation_id: str) -> Fault | None:
        fault = Fault.parse_header(header)
        if fault.operation not in (None, operation_id):
            return None
        if fault.times is not None:
            used = self._header_uses[header] = self._header_uses.get(header, 0) + 1
            if used > fault.times:
                return None
        return fault


@dataclass(slots=True)
class Struck:
    """A request that a fault has hit.

    Attributes:
        fault: The fault.
        wire: The way back to the client.
        operate: Runs the operation and returns its reply, an error of the request included.
        refuse: Gives a `Problem` the service's shape.
        expired: What the service says to an expired token.
    """

    fault: Fault
    wire: Wire
    operate: Callable[[], Awaitable[Reply]]
    refuse: Callable[[Problem], Reply]
    expired: Problem

    async def lose(self) -> None:
        """Let the operation take effect, if the fault comes after it, and wait the delay."""
        if self.fault.when == "after":
            await self.operate()
        await asyncio.sleep(self.fault.delay)

    async def reply(self) -> Reply:
        """Run the operation and return its reply, with the delay before it or after it."""
        if self.fault.when == "before":
            await asyncio.sleep(self.fault.delay)
            return await self.operate()
        reply = await self.operate()
        await asyncio.sleep(self.fault.delay)
        return reply

    async def send_part(self) -> None:
        """Promise the whole reply, send the first bytes of it."""
        reply = await self.reply()
        await self.wire.head(reply)
        limit = self.fault.after_bytes
        if isinstance(reply.body, bytes):
            await self.wire.body(reply.body[: len(reply.body) // 2 if limit is None else limit])
            return
        async for piece in reply.body:
            await self.wire.body(piece[:limit])
            limit = max(0, (limit or 0) - len(piece))
            if limit == 0:
                return


async def _status(struck: Struck) -> None:
    """Answer `status` (503) in the service's own error shape, with Retry-After where asked for."""
    await struck.lose()
    status = struck.fault.status or 503
    headers = struck.fault.retry_after_header
    problem = Problem(status, "", f"Scripted fault: status {status}", headers=headers)
    await struck.wire.send(struck.refuse(problem))


async def _expired_token(struck: Struck) -> None:
    """Answer as the service does when the token has expired."""
    await struck.lose()
    await struck.wire.send(struck.refuse(struck.expired))


async def _html(struck: Struck) -> None:
    """Answer `status` (502) with an HTML page, as a proxy in front of the service would."""
    await struck.lose()
    status = struck.fault.status or 502
    page = f"<html><head><title>{status}</title></head><body><h1>{status} from a proxy</h1></body></html>\n"
    headers = {"Content-Type": "text/html; charset=utf-8", **struck.fault.retry_after_header}
    await struck.wire.send(Reply(status, headers, page.encode()))


async def _empty(struck: Struck) -> None:
    """Answer `status` (200) with no body at all."""
    await struck.lose()
    await struck.wire.send(Reply(struck.fault.status or 200, {}, b""))


async def _reset(struck: Struck) -> None:
    """Reset the connection before any byte of the answer."""
    await struck.lose()
    await struck.wire.reset()


async def _delay(struck: Struck) -> None:
    """Answer rightly, but only after `delay` seconds; `when=after` waits with the effect already there."""
    await struck.wire.send(await struck.reply())


async def _content_type(struck: Struck) -> None:
    """Answer rightly, but claim `content_type` (text/html)."""
    reply = await struck.reply()
    reply.headers["Content-Type"] = struck.fault.content_type
    await struck.wire.send(reply)


async def _drip(struck: Struck) -> None:
    """Answer rightly, but send the body `chunk` bytes (1) at a time, every `interval` seconds (0.02)."""
    reply = await struck.reply()
    await struck.wire.head(reply)
    pieces = _once(reply.body) if isinstance(reply.body, bytes) else reply.body
    async for piece in pieces:
        for start in range(0, len(piece), struck.fault.chunk):
            await struck.wire.body(piece[start : start + struck.fault.chunk])
            await asyncio.sleep(struck.fault.interval)
    await struck.wire.body(b"", more=False)


async def _truncate(struck: Struck) -> None:
    """Promise the whole body, send `after_bytes` of it (half, or one event) and close the connection."""
    await struck.send_part()
    await struck.wire.close()


async def _reset_body(struck: Struck) -> None:
    """Promise the whole body, send `after_bytes` of it (half, or one event) and reset the connection."""
    await struck.send_part()
    # Time for the part to be read: a reset throws away what is still under way.
    await asyncio.sleep(0.02)
    await struck.wire.reset()


async def _once(data: bytes) -> AsyncIterator[bytes]:
    yield data


KINDS: Mapping[str, Callable[[Struck], Awaitable[None]]] = {
    "status": _status,
    "expired_token": _expired_token,
    "html": _html,
    "empty": _empty,
    "reset": _reset,
    "delay": _delay,
    "content_type": _content_type,
    "drip": _drip,
    "truncate": _truncate,
    "reset_body": _reset_body,
}


def _is_date(retry_after: object) -> bool:
    return isinstance(retry_after, str) and retry_after.startswith("date:")


def _number(text: str) -> int | float | str:
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text
