"""Clients of the stand-ins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest
from clientkit_sandbox import Sandbox


@pytest.fixture
def connect(alsorn_sandbox: Sandbox) -> Iterator[Callable[[str], httpx.Client]]:
    """Make a client with the key of a permission level."""
    opened: list[httpx.Client] = []

    def client(level: str) -> httpx.Client:
        headers = {"Authorization": f"Bearer {alsorn_sandbox.keys[level]}"}
        opened.append(httpx.Client(base_url=alsorn_sandbox.base_url, headers=headers))
        return opened[-1]

    yield client
    for each in opened:
        each.close()


@pytest.fixture
def api(connect: Callable[[str], httpx.Client]) -> httpx.Client:
    """A client that may do everything."""
    return connect("admin")
