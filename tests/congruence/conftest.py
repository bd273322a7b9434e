"""The same tests against the sandboxes and against the services themselves.

A file is about one service, the one of its name. Through the facades, in sync and async, over HTTP; what is
asserted is what the service documents, and the spec is held against every answer on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.faults.products import PRODUCTS, Client
from tests.runtime.modes import MODES, Mode

from .targets import ALLOW_COSTLY, Target, from_environment
from .witness import Witness

Connect = Callable[..., Client]

_used: dict[str, Target] = {}


@pytest.fixture(params=MODES, ids=repr)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Sync, and then async."""
    found: Mode = request.param
    return found


@pytest.fixture
def target(request: pytest.FixtureRequest) -> Target:
    """The service of the file."""
    service = request.path.stem.removeprefix("test_")
    found = from_environment(service)
    if found is None:
        found = Target(service, request.getfixturevalue(f"{service}_sandbox").facts, is_live=False)
    _used[service] = found
    return found


@pytest.fixture
def costly(target: Target) -> None:
    """Skip a test that costs money or leaves something behind, unless that is allowed."""
    if not target.allows_costly:
        pytest.skip(f"costs or leaves something behind: {ALLOW_COSTLY}=1 allows it")


@pytest.fixture
def connect(target: Target, mode: Mode) -> Iterator[Connect]:
    """Makes clients: name of the address, name of the credential or one of your own as `key`."""
    product = next(each for each in PRODUCTS if each.name == target.service)
    opened: list[tuple[Client, Any, Witness]] = []

    def connect(address: str, credential: str = "", *, key: str = "") -> Client:
        url = target.facts[address]
        witness = Witness(target.service, url)
        engine = witness.client(is_async=mode.is_async)
        client = product.connect(mode, url, key=key or target.facts[credential], http_client=engine)
        opened.append((client, engine, witness))
        return client

    yield connect
    for client, engine, _ in opened:
        client.close()
        mode.close(engine)
    assert all(witness.seen for _, _, witness in opened), "a client that asked nothing shows nothing"
    differences = [each for _, _, witness in opened for each in witness.differences]
    assert not differences, "\n".join(["answers that differ from the spec:", *differences])


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say where the tests went."""
    if _used:
        terminalreporter.section("congruence", sep="-")
        for each in _used.values():
            terminalreporter.line(str(each))
