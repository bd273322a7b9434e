"""Every product, in both worlds, through everything that `faulttable.py` has: one clear, typed error."""

from __future__ import annotations

import copy
import ssl
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from clientkit import errors as common
from clientkit._async.transport import AsyncHttpxTransport
from clientkit._sync.transport import HttpxTransport
from clientkit._worlds.blocking import SystemClock

from tests.runtime.worlds import WORLDS, World, runner

from . import certificates
from .faultserver import Faults, scenarios
from .faulttable import BROKEN, FAULTS, OK, OTHER, TLS, Fault, Outcome, moved
from .products import PRODUCTS, Client, Product

# A time-out of an attempt, for what takes one; and what no call may take, generous on a busy machine.
SHORT = 0.5
FAR = 20.0
LIMITS = {"max_event_bytes": 200_000, "max_body_bytes": 1_000_000}

COMMON: Mapping[str | int, type[common.ClientError]] = {
    "connection": common.ConnectionError,
    "timeout": common.TimeoutError,
    "decode": common.DecodeError,
    "stream": common.StreamError,
    "stream_timeout": common.StreamTimeoutError,
    400: common.BadRequestError,
    401: common.AuthenticationError,
    403: common.PermissionDeniedError,
    404: common.NotFoundError,
    409: common.ConflictError,
    422: common.UnprocessableError,
    429: common.RateLimitError,
    "4xx": common.ApiError,
    "5xx": common.ServerError,
}


class Clock(SystemClock):
    """The machine's time, on which nobody waits.

    Attributes:
        waits: Every wait that was due, in seconds.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


class AsyncClock(Clock):
    async def sleep(self, seconds: float) -> None:  # type: ignore[override]
        self.waits.append(seconds)


class Engine(HttpxTransport):
    """The engine that ships, but for its clock."""

    def __init__(self, verify: Any = True) -> None:
        super().__init__(verify=verify)
        self.clock = Clock()


class AsyncEngine(AsyncHttpxTransport):
    """The engine that ships, but for its clock."""

    def __init__(self, verify: Any = True) -> None:
        super().__init__(verify=verify)
        self.clock = AsyncClock()


class Cell:
    """One call of one product in one world, and what it comes to.

    Attributes:
        faults: The server.
        product: Whose call it is.
        policy: Which of its calls.
        world: Sync or async.
        run: Name of the run at the server.
    """

    def __init__(self, faults: Faults, product: Product, policy: str, world: World) -> None:
        self.faults = faults
        self.product = product
        self.policy = policy
        self.world = world
        sound = product.answer(policy)
        self.run = faults.run(f"{product.name}-{policy}", sound.media, sound.body)

    def __repr__(self) -> str:
        return f"{self.product}-{self.policy}-{self.world}"

    @contextmanager
    def client(self, url: str, verify: Any = True, **options: Any) -> Iterator[tuple[Client, Any]]:
        """A client with an engine of its own, and the engine."""
        engine: Any = (AsyncEngine if self.world.is_async else Engine)(verify)
        client = self.product.connect(self.world, url, http_client=engine)
        try:
            yield client.view(**options) if options else client, engine
        finally:
            client.close()
            self.world.close(engine)

    def call(self, client: Client) -> Any:
        """Make the call; return its result or its error."""
        try:
            return self.product.calls[self.policy](client)
        except Exception as error:
            return error


def outcome_of(fault: Fault, product: Product, policy: str) -> Outcome | None:
    """What the table says of a call; None when it says nothing."""
    if product.name == "sbn" and fault.name in {"empty-200", "empty-204", "empty-chunks", "gzip-empty"}:
        return OTHER  # there, nothing stands for an empty object
    if policy == "stream":
        return fault.sse
    return fault.bytes if policy == "bytes" else fault.json


def class_of(classes: Mapping[str | int, Any], outcome: Outcome) -> Any:
    if outcome.kind != "status":
        return classes[outcome.kind]
    assert outcome.status is not None
    return classes.get(outcome.status) or classes["5xx" if outcome.status >= 500 else "4xx"]


def requests_of(cell: Cell, outcome: Outcome) -> int:
    if outcome.requests is not None:
        return outcome.requests
    repeated = outcome.repeated == "always" or (
        outcome.repeated == "safe" and cell.product.repeats(cell.policy)
    )
    return 3 if repeated else 1


def check_error(cell: Cell, outcome: Outcome, found: Any) -> None:
    """See that an error is the one that is due, and clear."""
    product = cell.product
    assert isinstance(found, Exception), f"no error, but {found!r}"
    error: Any = found
    assert type(error) is class_of(product.classes, outcome), repr(error)
    assert isinstance(error, product.root)
    assert isinstance(error, class_of(COMMON, outcome))
    assert (error.attempts, error.unclear) == (requests_of(cell, outcome), outcome.unclear)
    assert error.operation_id
    assert (error.idempotency_key is not None) == (cell.policy == "keyed")
    if outcome.status is not None:
        assert error.status == outcome.status
        wished = error.retry_after
        assert wished == (outcome.retry_after and pytest.approx(outcome.retry_after, abs=2))
    if outcome.kind.startswith("stream") and cell.policy == "stream":
        assert len(error.received) == outcome.received
    check_text(cell, outcome, error)


def check_text(cell: Cell, outcome: Outcome, error: Any) -> None:
    text = str(error)
    assert len(text.splitlines()) == 1, text
    # An answer with words of its own, or a reason phrase where that is what the product documents.
    worded = outcome.kind == "status" and outcome.status not in {302, 307, 308}
    if not worded:
        assert f"({error.operation_id})" in text, text
        assert text.split()[0] in {"GET", "POST"}, text
    key = cell.product.key
    for shown in (text, repr(error), repr(vars(error)), repr(error.args)):
        assert key not in shown
    # Nothing of the libraries under it is shown with it.
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__, repr(error.__context__)


def check_requests(cell: Cell, outcome: Outcome, seen: list[dict[str, Any]]) -> None:
    """See that every attempt was the same, whole, and went where it should."""
    assert len(seen) == requests_of(cell, outcome)
    assert {entry["listener"] for entry in seen} == {"plain"}
    assert len({(entry["method"], entry["body"]) for entry in seen}) == 1
    for entry in seen:
        headers = dict(entry["headers"])
        assert int(headers.get("content-length", 0)) == len(entry["body"])
        assert cell.product.key in (headers.get("authorization", "") + headers.get("x-api-key", ""))
        assert "cookie" not in headers


def check_sound(cell: Cell, client: Client) -> Any:
    """See that the client is as good as new."""
    result = cell.call(client)
    assert not isinstance(result, Exception), repr(result)
    return result


# -- the server -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificates.write(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="module")
def faults(authority: Path) -> Iterator[Faults]:
    with Faults(authority.parent) as running:
        yield running


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)
    # Every test has the host to itself.
    monkeypatch.setattr("clientkit.retry._budgets", {})


def cells(*, hanging: bool) -> list[Any]:
    return [
        pytest.param(product, world, policy, fault, id=f"{product}-{world}-{policy}-{fault}")
        for product in PRODUCTS
        for world in WORLDS
        for policy in product.calls
        for fault in FAULTS
        if fault.hangs == hanging and outcome_of(fault, product, policy) is not None
    ]


@pytest.mark.parametrize(("product", "world", "policy", "fault"), cells(hanging=False))
def test_what_becomes_of_a_call(
    faults: Faults, product: Product, world: World, policy: str, fault: Fault
) -> None:
    cell = Cell(faults, product, policy, world)
    outcome = outcome_of(fault, product, policy)
    assert outcome is not None
    with cell.client(faults.url(fault.name, cell.run), **LIMITS) as (client, engine):
        started = time.monotonic()
        result = cell.call(client)
        assert time.monotonic() - started < FAR
        check_requests(cell, outcome, faults.seen(cell.run, then_sound=True))
        assert engine.clock.waits == [pytest.approx(wait, abs=2) for wait in waits_of(cell, outcome)]
        if outcome.kind != "ok":
            check_error(cell, outcome, result)
        expected = check_sound(cell, client)
        if outcome.kind == "ok":
            assert not isinstance(result, Exception), repr(result)
            assert not outcome.same or comparable(result) == comparable(expected)


def waits_of(cell: Cell, outcome: Outcome) -> list[float]:
    return list(outcome.waits[: requests_of(cell, outcome) - 1])


def comparable(result: Any) -> Any:
    # A key that is made for every call is on its result.
    if not hasattr(result, "idempotency_key"):
        return result
    result = copy.copy(result)
    result.idempotency_key = None
    return result


def test_no_call_hangs(
    faults: Faults, product: Product, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # More at once than a host that is silent is granted retries.
    monkeypatch.setattr("clientkit.retry.RetryBudget.CAPACITY", 10_000)
    cases = [
        (Cell(faults, product, policy, world), fault)
        for each, where, policy, fault in (case.values for case in cells(hanging=True))
        if (each, where) == (product, world)
    ]
    # All at once: each takes its time-out.
    with ThreadPoolExecutor(len(cases)) as pool:
        found = list(pool.map(lambda case: hung(*case), cases))
    for (cell, fault), (result, seconds, seen, after) in zip(cases, found, strict=True):
        outcome = outcome_of(fault, product, cell.policy)
        assert outcome is not None
        check_error(cell, outcome, result)
        check_requests(cell, outcome, seen)
        assert seconds < FAR
        assert not isinstance(after, Exception), repr(after)


def hung(cell: Cell, fault: Fault) -> tuple[Any, float, Any, Any]:
    """Make a call that ends by a time-out, and one after it; runs in a thread of its own."""
    try:
        with cell.client(cell.faults.url(fault.name, cell.run)) as (client, _):
            started = time.monotonic()
            result = cell.call(client.view(timeout=SHORT, stream_timeout=SHORT))
            seconds = time.monotonic() - started
            # Comes when the server has seen the end of every connection: none is left half open.
            seen = cell.faults.seen(cell.run, then_sound=True)
            return result, seconds, seen, cell.call(client)
    finally:
        if cell.world.is_async:
            runner().close()


@pytest.mark.parametrize("policy", ["read", "write", "keyed", "stream", "bytes"])
def test_only_what_reads_follows_the_older_redirects(
    faults: Faults, product: Product, world: World, policy: str
) -> None:
    if policy not in product.calls:
        pytest.skip(f"{product} has no such call")
    cell = Cell(faults, product, policy, world)
    outcome = replace(OK, requests=2) if policy != "keyed" and product.repeats(policy) else moved(302)
    with cell.client(faults.url("moved-once-302", cell.run)) as (client, _):
        result = cell.call(client)
        check_requests(cell, outcome, faults.seen(cell.run, then_sound=True))
        if outcome.kind == "ok":
            assert comparable(result) == comparable(check_sound(cell, client))
        else:
            check_error(cell, outcome, result)


# -- TLS ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def trusting(authority: Path) -> ssl.SSLContext:
    """What trusts the authority that signed the certificates of the server."""
    return ssl.create_default_context(cafile=authority)


@pytest.mark.parametrize("fault", TLS, ids=repr)
def test_nothing_is_sent_to_whom_is_not_trusted(
    faults: Faults, product: Product, world: World, fault: Fault, trusting: ssl.SSLContext
) -> None:
    for policy in product.calls:
        cell = Cell(faults, product, policy, world)
        outcome = outcome_of(fault, product, policy)
        assert outcome is not None
        with cell.client(faults.url("sound", cell.run, fault.name, "https"), trusting) as (client, _):
            check_error(cell, outcome, cell.call(client))
        assert faults.seen(cell.run) == []


def test_who_is_trusted_is_spoken_to(
    faults: Faults, product: Product, world: World, trusting: ssl.SSLContext
) -> None:
    for policy in product.calls:
        cell = Cell(faults, product, policy, world)
        with cell.client(faults.url("sound", cell.run, "right", "https"), trusting) as (client, _):
            check_sound(cell, client)
        assert [entry["listener"] for entry in faults.seen(cell.run)] == ["right"]


def test_no_tls_where_tls_is_due_is_a_broken_connection(
    faults: Faults, product: Product, world: World
) -> None:
    for policy in product.calls:
        cell = Cell(faults, product, policy, world)
        with cell.client(faults.url("sound", cell.run, "right")) as (client, _):
            check_error(cell, BROKEN, cell.call(client))
        assert faults.seen(cell.run) == []


# -- the table ------------------------------------------------------------------------------------------


def test_the_table_has_everything_that_the_server_plays() -> None:
    named = [fault.name for fault in FAULTS]
    assert len(set(named)) == len(named)
    # That one depends on the method, and has a test of its own.
    assert set(scenarios()) - set(named) == {"moved-once-302"}
