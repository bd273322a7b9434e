"""What the machine knows of names, as a test has it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest


class Resolver:
    """Stands in for the resolver of the machine; addresses it leaves to that.

    Attributes:
        known: The addresses of names; what is not among them does not exist.
        silent: How many of the next questions for a name are not answered before `go`.
        asked: The names that were asked for.
        threads: The names of the threads that asked for anything.
        reached: Set with the first question that is not answered.
        go: When it is set, all questions are answered.
    """

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.silent = 0
        self.asked: list[str] = []
        self.threads: set[str] = set()
        self.reached = threading.Event()
        self.go = threading.Event()
        self._machine = socket.getaddrinfo

    def __call__(self, host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        self.threads.add(threading.current_thread().name)
        if not str(host).endswith(".test"):
            return self._machine(host, port, *args, **kwargs)
        # As the machine's does: a host that cannot be a name is a UnicodeError.
        host.encode("idna")
        self.asked.append(host)
        if self.silent:
            self.silent -= 1
            self.reached.set()
            self.go.wait()
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [
            (socket.AF_INET6 if ":" in each else socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port or 0))
            for each in self.known[host]
        ]


@contextmanager
def resolving(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    """Have names looked up as a test says; in the end all of them are answered."""
    resolver = Resolver()
    before = set(threading.enumerate())
    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", resolver)
        yield resolver
    resolver.go.set()
    for thread in set(threading.enumerate()) - before:
        if thread.name == "clientkit DNS resolution":
            thread.join()
