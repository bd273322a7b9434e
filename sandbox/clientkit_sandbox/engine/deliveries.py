"""Deliver webhooks in the background, with retries on the sandbox clock."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import h11

from clientkit_sandbox.engine.clock import Clock, timestamp

ATTEMPT_TIMEOUT = 10.0
_LARGEST_ANSWER = 64 * 1024


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to deliver.

    Attributes:
        at: When, on the sandbox clock.
        status: HTTP status of the receiver, None when none came.
        body: The receiver's answer as text.
        error: Why no answer came, empty when one did.
        simulated: Whether nothing was sent, because the address is not on loopback.
        seconds: How long it took.
    """

    at: datetime
    status: int | None
    body: str = ""
    error: str = ""
    simulated: bool = False
    seconds: float = 0.0

    @property
    def acknowledged(self) -> bool:
        """Tell whether the receiver answered with a 2xx status."""
        return self.status is not None and 200 <= self.status < 300


@dataclass(slots=True, eq=False)
class Delivery:
    """A message on its way to one receiver.

    Attributes:
        url: The receiver.
        body: The bytes that are sent, the same on every attempt.
        headers: Makes the headers of an attempt from its time.
        retries: Waits between attempts in seconds; empty for one attempt only.
        on_attempt: Told of every attempt.
        event: Name of the event, for the list of deliveries.
        due: When the next attempt is due.
    """

    url: str
    body: bytes
    headers: Callable[[datetime], Mapping[str, str]]
    due: datetime
    retries: Sequence[float] = ()
    on_attempt: Callable[[Attempt], None] = lambda attempt: None
    event: str = ""
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    status: str = "pending"
    attempts: list[Attempt] = field(default_factory=list)
    in_flight: bool = False

    def describe(self) -> dict[str, Any]:
        """Return the delivery as plain values."""
        return {
            "id": self.id,
            "event": self.event,
            "url": self.url,
            "status": self.status,
            "body": self.body.decode(),
            "next_attempt": timestamp(self.due) if self.status == "pending" else None,
            "attempts": [
                {
                    "at": timestamp(attempt.at),
                    "status": attempt.status,
                    "error": attempt.error,
                    "simulated": attempt.simulated,
                }
                for attempt in self.attempts
            ],
        }


class Deliveries:
    """Everything that was or will be delivered, oldest first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all: list[Delivery] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._changed = asyncio.Event()
        clock.on_advance(self._changed.set)

    def add(self, delivery: Delivery) -> None:
        """Queue a delivery; it starts at once when it is due."""
        self._all.append(delivery)
        self._changed.set()

    def describe(self) -> list[dict[str, Any]]:
        """Return all deliveries as plain values."""
        return [delivery.describe() for delivery in self._all]

    async def run(self) -> None:
        """Deliver what is due, until cancelled."""
        while True:
            self._changed.clear()
            self._start_due()
            waiting = [d.due for d in self._all if d.status == "pending" and not d.in_flight]
            wait = (min(waiting) - self._clock.now()).total_seconds() if waiting else None
            try:
                async with asyncio.timeout(wait):
                    await self._changed.wait()
            except TimeoutError:
                pass

    async def settle(self) -> None:
        """Wait until no attempt is due or under way."""
        self._start_due()
        while self._tasks:
            await asyncio.wait(self._tasks)
            self._start_due()

    async def deliver_now(self, delivery: Delivery) -> Attempt:
        """Note a delivery, make its first attempt and wait for it."""
        delivery.in_flight = True
        self._all.append(delivery)
        try:
            return await self._attempt(delivery)
        finally:
            delivery.in_flight = False

    async def _attempt(self, delivery: Delivery) -> Attempt:
        at = self._clock.now()
        headers = {"Content-Type": "application/json", **delivery.headers(at)}
        attempt = await _attempt(delivery.url, headers, delivery.body, at)
        delivery.attempts.append(attempt)
        delivery.on_attempt(attempt)
        if attempt.acknowledged:
            delivery.status = "delivered"
        elif len(delivery.attempts) > len(delivery.retries):
            delivery.status = "failed"
        else:
            wait = delivery.retries[len(delivery.attempts) - 1]
            delivery.due = self._clock.now() + timedelta(seconds=wait)
        return attempt

    def reset(self) -> None:
        """Forget everything and stop what is under way."""
        self._all.clear()
        for task in self._tasks:
            task.cancel()

    def _start_due(self) -> None:
        now = self._clock.now()
        for delivery in self._all:
            if delivery.status == "pending" and not delivery.in_flight and delivery.due <= now:
                delivery.in_flight = True
                task = asyncio.ensure_future(self._deliver(delivery))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            await self._attempt(delivery)
        finally:
            delivery.in_flight = False
            self._changed.set()


def is_loopback(url: str) -> bool:
    """Tell whether an address is on this machine: 127.0.0.0/8, ::1 or localhost."""
    host = (urlsplit(url).hostname or "").lower()
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def _attempt(url: str, headers: Mapping[str, str], body: bytes, at: datetime) -> Attempt:
    if not is_loopback(url):
        # A sandbox must not reach out: what is beyond this machine is taken to have answered 200.
        return Attempt(at, 200, simulated=True)
    started = time.monotonic()
    try:
        async with asyncio.timeout(ATTEMPT_TIMEOUT):
            status, answer = await _post(url, headers, body)
    except TimeoutError:
        return Attempt(at, None, error=f"no answer within {ATTEMPT_TIMEOUT:g} seconds")
    except (OSError, h11.RemoteProtocolError) as error:
        return Attempt(at, None, error=str(error), seconds=time.monotonic() - started)
    return Attempt(at, status, answer.decode(errors="replace"), seconds=time.monotonic() - started)


async def _post(url: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
    target = urlsplit(url)
    tls = _unverified_tls() if target.scheme == "https" else None
    port = target.port or (443 if tls else 80)
    reader, writer = await asyncio.open_connection(target.hostname, port, ssl=tls)
    try:
        connection = h11.Connection(h11.CLIENT)
        request = h11.Request(
            method="POST",
            target=(target.path or "/") + (f"?{target.query}" if target.query else ""),
            headers=[
                ("Host", target.netloc.rpartition("@")[2]),
                ("Content-Length", str(len(body))),
                ("Connection", "close"),
                *headers.items(),
            ],
        )
        parts = (
            connection.send(request),
            connection.send(h11.Data(body)),
            connection.send(h11.EndOfMessage()),
        )
        writer.write(b"".join(part or b"" for part in parts))
        return await _read_answer(connection, reader)
    finally:
        # The answer is there: a receiver that is slow to say goodbye must not hold up anything.
        writer.transport.abort()


async def _read_answer(connection: h11.Connection, reader: asyncio.StreamReader) -> tuple[int, bytes]:
    status, body = 0, bytearray()
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(_LARGEST_ANSWER))
        elif isinstance(event, h11.Response):
            status = event.status_code
        elif isinstance(event, h11.Data):
            body += event.data
        if isinstance(event, h11.EndOfMessage | h11.ConnectionClosed) or len(body) > _LARGEST_ANSWER:
            return status, bytes(body[:_LARGEST_ANSWER])


def _unverified_tls() -> ssl.SSLContext:
    # Only loopback is reached, where a receiver's certificate is nearly always self-signed.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
