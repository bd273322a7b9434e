"""Hold what a service answers against its spec, whoever answers."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import urlsplit

import httpx
from clientkit_sandbox._catalog import load_document
from clientkit_sandbox.engine import Answer
from clientkit_sandbox.engine.outgoing import ContractViolationError, reply_to
from clientkit_sandbox.engine.spec import Spec, media_type


@cache
def spec_of(service: str) -> Spec:
    """Return the spec of a service, read once."""
    return Spec(load_document(service))


class Witness:
    """Collects where answers differ from the spec.

    Args:
        service: The name of the service.
        address: Where its paths begin.
    """

    def __init__(self, service: str, address: str) -> None:
        self._spec = spec_of(service)
        self._prefix = urlsplit(address).path.rstrip("/")
        self.seen = 0
        self.differences: list[str] = []

    def client(self, *, is_async: bool) -> Any:
        """Return an engine to inject that shows every answer to the witness."""
        if is_async:
            return httpx.AsyncClient(event_hooks={"response": [self.see_async]}, timeout=None)
        return httpx.Client(event_hooks={"response": [self.see]}, timeout=None)

    def see(self, response: httpx.Response) -> None:
        """Check an answer; a stream of events by its head alone."""
        self._check(response, b"" if _is_stream(response) else response.read())

    async def see_async(self, response: httpx.Response) -> None:
        """Check an answer; a stream of events by its head alone."""
        self._check(response, b"" if _is_stream(response) else await response.aread())

    def _check(self, response: httpx.Response, body: bytes) -> None:
        if response.is_redirect:
            return
        self.seen += 1
        method, path = (
            response.request.method,
            response.request.url.raw_path.decode("ascii").partition("?")[0],
        )
        match = self._spec.match(method, path.removeprefix(self._prefix))
        if match is None or match.operation is None:
            self.differences.append(f"{method} {path} is not in the spec")
            return
        answer = Answer(
            body, response.status_code, dict(response.headers), response.headers.get("content-type")
        )
        try:
            reply_to(match.operation, self._spec.schemas, answer, {})
        except ContractViolationError as difference:
            self.differences.append(str(difference))


def _is_stream(response: httpx.Response) -> bool:
    return media_type(response.headers.get("content-type", "")) == "text/event-stream"
