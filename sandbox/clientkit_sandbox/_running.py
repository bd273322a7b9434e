"""Run sandboxes in this process and turn them from a test."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from clientkit_sandbox._catalog import load_service, missing_extra

if TYPE_CHECKING:
    from clientkit_sandbox.engine import Service


class Sandbox:
    """A running sandbox.

    Every fact is an attribute as well: `sandbox.base_url` is `sandbox.facts["base_url"]`.

    Attributes:
        name: The name of the service.
        facts: Addresses and credentials, as the `--json` line of `python -m clientkit_sandbox` has them.
        keys: Every key the sandbox knows, by permission level.
    """

    def __init__(self, name: str, facts: Mapping[str, str], keys: Mapping[str, str]) -> None:
        self.name = name
        self.facts = MappingProxyType(dict(facts))
        self.keys = MappingProxyType(dict(keys))

    def __repr__(self) -> str:
        return f"<Sandbox {self.name} {next(iter(self.facts.values()))}>"

    def __getattr__(self, name: str) -> str:
        # Copying and unpickling ask for attributes before there are any facts.
        facts = self.__dict__.get("facts", {})
        if name not in facts:
            raise AttributeError(f"the sandbox has no {name!r}; it has {', '.join(facts)}")
        return str(facts[name])

    def fault(self, kind: str, **fields: Any) -> None:
        """Queue a fault for the next matching requests.

        Args:
            kind: What goes wrong: `status`, `expired_token`, `html`, `empty`, `reset`, `delay`,
                `content_type`, `drip`, `truncate` or `reset_body`.
            **fields: `times` (1), `operation` (an operationId; any), `when` (`before` keeps the operation
                from running, `after` loses the answer of one that took effect), `delay` in seconds, and
                what else the kind takes: `status`, `retry_after`, `after_bytes`, `chunk`, `interval`,
                `content_type`.

        Raises:
            ValueError: The fault does not exist like that; the message says what to write.
        """
        self._control("POST", "/faults", {"kind": kind, **fields})

    def clear_faults(self) -> None:
        """Forget the faults that still wait."""
        self._control("DELETE", "/faults")

    def reset(self) -> None:
        """Restore the initial state: data, clock, limits, faults, records."""
        self._control("POST", "/reset")

    def requests(self, operation: str | None = None) -> list[dict[str, Any]]:
        """List what arrived lately, oldest first, with credentials masked; `keep_requests` says how many.

        Args:
            operation: An operationId; None for all requests.
        """
        arrived: list[dict[str, Any]] = self._control("GET", "/requests")
        return [entry for entry in arrived if operation in (None, entry["operation"])]

    def keep_requests(self, number: int) -> None:
        """Keep so many of the last requests for `requests()`, also after a `reset`; 1,000 by default.

        Args:
            number: Zero or more; each is held in memory with its body.
        """
        self._control("POST", "/requests", {"keep": number})

    def advance(self, seconds: float) -> None:
        """Move the clock of the service forward.

        Args:
            seconds: Zero or more, a hundred years at most.
        """
        self._control("POST", "/clock", {"advance": seconds})

    def stop_clock(self) -> None:
        """Let time pass by `advance` alone until `reset`: a test that looks between two moments needs it."""
        self._control("POST", "/clock/stop")

    def limit(self, limit: int, key: str | None = None) -> None:
        """Set how many requests a rate window admits, and begin new windows.

        Args:
            limit: Requests per window, zero or more.
            key: The key it is for; None for every caller.
        """
        self._control("POST", "/limits", {"limit": limit, "key": key})

    def deliveries(self) -> list[dict[str, Any]]:
        """List webhook deliveries, oldest first; waits for attempts that are due or under way."""
        deliveries: list[dict[str, Any]] = self._control("GET", "/deliveries")
        return deliveries

    def control(self, name: str, body: Any = None) -> Any:
        """Turn what this service alone has.

        Args:
            name: Method and path of the service's own endpoint, such as `POST /signing-keys`.
            body: What to send, as JSON.

        Returns:
            The endpoint's answer.

        Raises:
            ValueError: There is no such endpoint, or the body is wrong; the message says what to send.
        """
        method, _, path = name.partition(" ")
        return self._control(method, path, body)

    def _control(self, method: str, path: str, body: Any = None) -> Any:
        import http.client  # not before it is needed: pytest imports this module in every run

        address = urlsplit(next(iter(self.facts.values())))
        connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=60)
        try:
            connection.request(method, f"/__sandbox__{path}", None if body is None else json.dumps(body))
            answer = connection.getresponse()
            value = json.loads(answer.read())
        finally:
            connection.close()
        if answer.status != 200:
            raise ValueError(value["error"])
        return value


@contextmanager
def running(
    service: str | Service[Any],
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    keep_requests: int | None = None,
) -> Iterator[Sandbox]:
    """Serve a sandbox while the `with` block runs.

    Args:
        service: A name from the table of services, or a `Service` of your own.
        host: A loopback address: 127.0.0.1 or ::1.
        port: The port; 0 lets the system choose.
        keep_requests: How many of the last requests `requests()` knows; 1,000 by default.

    Yields:
        The sandbox, with its address, its keys and what turns it.

    Raises:
        ImportError: The extra `sandbox` is not installed.
        ValueError: There is no such service, or the host is not on loopback.

    Example:
        >>> with running("alsorn") as sandbox:
        ...     print(sandbox.base_url, sandbox.api_key)
    """
    if isinstance(service, str):
        service = load_service(service)
    try:
        from clientkit_sandbox.engine.server import Server
    except ModuleNotFoundError as error:
        raise missing_extra(error) from error
    with Server([service], host=host, port=port) as server:
        sandbox = Sandbox(service.name, server.facts[service.name], service.keys)
        if keep_requests is not None:
            sandbox.keep_requests(keep_requests)
        yield sandbox
