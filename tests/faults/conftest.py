"""Every test of a product runs in sync and async."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.runtime.modes import MODES, Mode, close_runner, runner
from tests.runtime.rawserver import RawServer
from tests.runtime.resolver import Resolver, resolving

from . import certificates, swift
from .faultserver import Faults
from .loops import leaving_nothing
from .products import PRODUCTS, Product


@pytest.fixture(params=MODES, ids=repr)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Sync, and then async."""
    found: Mode = request.param
    return found


@pytest.fixture(params=PRODUCTS, ids=repr)
def product(request: pytest.FixtureRequest) -> Product:
    """One after the other."""
    found: Product = request.param
    return found


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The certificate of who signed those of the fault server, which lie next to it."""
    return certificates.write(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def faults(authority: Path) -> Iterator[Faults]:
    """A server that does what a test tells it."""
    with Faults(authority.parent) as running:
        yield running


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to work in, and one around it: what a test writes by mistake stays here."""
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    (inner / "notes.txt").write_text("hello", encoding="utf-8")
    monkeypatch.chdir(inner)


@pytest.fixture(scope="session", autouse=True)
def _loop() -> Iterator[None]:
    # Made before a test counts descriptors.
    runner().get_loop()
    yield
    close_runner()


@pytest.fixture
def serve() -> Iterator[type[RawServer]]:
    """Start servers that say exactly what a test tells them; they stop with the test."""
    yield RawServer
    RawServer.stop_all()


@pytest.fixture(scope="session")
def server() -> Iterator[swift.Swift]:
    """A fast server in a process of its own."""
    with swift.running() as found:
        yield found


@pytest.fixture
def nothing_left() -> Iterator[None]:
    """Fail when a test leaves a descriptor, a thread, or a socket for the collector."""
    with leaving_nothing():
        yield


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Resolver]:
    """Looks names up, or does not."""
    with resolving(monkeypatch) as found:
        yield found
