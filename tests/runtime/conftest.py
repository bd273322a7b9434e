"""Each test of a policy runs in sync and async."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .modes import MODES, Mode, close_runner
from .rawserver import RawServer
from .resolver import Resolver, resolving


@pytest.fixture(params=MODES, ids=repr)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Sync, and then async."""
    found: Mode = request.param
    return found


@pytest.fixture(scope="session", autouse=True)
def _loop() -> Iterator[None]:
    yield
    close_runner()


@pytest.fixture
def serve() -> Iterator[type[RawServer]]:
    """Start servers that say exactly what a test tells them; they stop with the test."""
    yield RawServer
    RawServer.stop_all()


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    """Looks names up, or does not."""
    with resolving(monkeypatch) as found:
        yield found
