"""Every product, in sync and async, through everything that `faulttable.py` has: one clear, typed error."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.modes import MODES, Mode, close_runner

from .cells import ASYNC_NAME, Cell, class_of, comparable
from .faultserver import Faults, scenarios
from .faulttable import BROKEN, FAULTS, OK, SOME_FAULTS, TLS, Fault, moved
from .products import OLDER, PRODUCTS, Product

# What no call may take by itself, generous on a busy machine.
FAR = 20.0
# A timeout of an attempt, for what takes one; and one in which a busy machine comes as far, too.
SHORT, AMPLE = 0.5, 10.0
LIMITS = {"max_event_bytes": 200_000, "max_body_bytes": 1_000_000}

EVERY = [
    pytest.param(product, mode, fault, id=f"{product}-{mode}-{fault}")
    for product in PRODUCTS
    for mode in MODES
    for fault in FAULTS
    if not fault.hangs and any(fault.outcome(product.name, policy) for policy in product.calls)
]


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)
    # Every test has the host to itself.
    monkeypatch.setattr("clientkit.retry._budgets", {})


def cells(faults: Faults, product: Product, mode: Mode, fault: Fault) -> Iterator[Cell]:
    """What the table says of the calls of a product."""
    for policy in product.calls:
        outcome = fault.outcome(product.name, policy)
        if outcome is not None:
            yield Cell(faults, product, mode, policy, outcome)


# What the engine aiohttp refuses although the others read it, and what it loses of a stream that breaks.
OTHER_OVER_AIOHTTP = {"rubbish-behind", "two-same-lengths", "length-and-chunks"} | {
    *("no-end-of-chunk", "huge-chunk-size", "bad-chunk-size"),
    *("closed-in-body", "closed-in-chunks", "closed-in-a-chunk", "reset-in-body", "reset-in-chunks"),
}


@pytest.mark.parametrize(("product", "mode", "fault"), EVERY)
def test_what_becomes_of_a_call(faults: Faults, product: Product, mode: Mode, fault: Fault) -> None:
    if mode.is_async and ASYNC_NAME == "aiohttp" and fault.name in OTHER_OVER_AIOHTTP:
        pytest.skip("documented as other over aiohttp")
    for cell in cells(faults, product, mode, fault):
        with cell.client(faults.url(fault.name, cell.run), **LIMITS) as (client, clock):
            started = time.monotonic()
            result = cell.call(client)
            assert time.monotonic() - started < FAR
            cell.check_requests(faults.seen(cell.run, then_sound=True))
            cell.check_waits(clock.waits)
            cell.check_result(result)
            sound = cell.sound(client)
            if cell.outcome.kind == "ok" and cell.outcome.same:
                assert comparable(result) == sound


def test_no_call_hangs(faults: Faults, product: Product, mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    # More at once than a host that is silent is granted retries.
    monkeypatch.setattr("clientkit.retry.RetryBudget.CAPACITY", 10_000)
    cases = [(cell, fault) for fault in FAULTS if fault.hangs for cell in cells(faults, product, mode, fault)]
    # All at once: each takes its timeout.
    with ThreadPoolExecutor(len(cases)) as pool:
        found = list(pool.map(lambda case: hung(*case), cases))
    late = []
    for case, outcome in zip(cases, found, strict=True):
        try:
            check_hung(case[0], SHORT, *outcome)
        except AssertionError:
            late.append(case)
    # To where the silence begins, a busy machine may not have come in so short a time.
    for cell, fault in late:
        again = Cell(faults, product, mode, cell.policy, cell.outcome)
        check_hung(again, AMPLE, *hung(again, fault, AMPLE))


def check_hung(cell: Cell, timeout: float, result: Any, seconds: float, seen: Any, after: Any) -> None:
    """See what came of a call that ends by a timeout."""
    cell.check_error(result)
    cell.check_requests(seen)
    assert seconds < cell.requests * timeout + FAR
    assert not isinstance(after, Exception), f"{cell}: {after!r}"


def hung(cell: Cell, fault: Fault, timeout: float = SHORT) -> tuple[Any, float, Any, Any]:
    """Make a call that ends by a timeout, and one after it; runs in a thread of its own."""
    try:
        with cell.client(cell.faults.url(fault.name, cell.run)) as (client, _):
            started = time.monotonic()
            result = cell.call(client.view(timeout=timeout, stream_timeout=timeout))
            seconds = time.monotonic() - started
            # Comes when the server has seen the end of every connection: none is left half open.
            seen = cell.faults.seen(cell.run, then_sound=True)
            return result, seconds, seen, cell.call(client)
    finally:
        if cell.mode.is_async:
            close_runner()


def test_only_what_reads_follows_the_older_redirects(faults: Faults, product: Product, mode: Mode) -> None:
    for policy in product.calls:
        reads = policy != "keyed" and product.repeats(policy)
        cell = Cell(faults, product, mode, policy, replace(OK, requests=2) if reads else moved(302))
        with cell.client(faults.url("moved-once-302", cell.run)) as (client, _):
            result = cell.call(client)
            cell.check_requests(faults.seen(cell.run, then_sound=True))
            cell.check_result(result)
            sound = cell.sound(client)
            assert not reads or comparable(result) == sound


# -- TLS ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def trusting(authority: Path) -> ssl.SSLContext:
    """What trusts the authority that signed the certificates of the server."""
    return ssl.create_default_context(cafile=authority)


@pytest.mark.parametrize("fault", TLS, ids=repr)
def test_nothing_is_sent_to_whom_is_not_trusted(
    faults: Faults, product: Product, mode: Mode, fault: Fault, trusting: ssl.SSLContext
) -> None:
    for cell in cells(faults, product, mode, fault):
        with cell.client(faults.url("sound", cell.run, fault.name, "https"), trusting) as (client, _):
            cell.check_error(cell.call(client))
        assert faults.seen(cell.run) == []


def test_who_is_trusted_is_spoken_to(
    faults: Faults, product: Product, mode: Mode, trusting: ssl.SSLContext
) -> None:
    for policy in product.calls:
        cell = Cell(faults, product, mode, policy, OK)
        with cell.client(faults.url("sound", cell.run, "right", "https"), trusting) as (client, _):
            cell.sound(client)
        assert [entry["listener"] for entry in faults.seen(cell.run)] == ["right"]


def test_no_tls_where_it_is_due_is_a_broken_connection(faults: Faults, product: Product, mode: Mode) -> None:
    for policy in product.calls:
        cell = Cell(faults, product, mode, policy, BROKEN)
        with cell.client(faults.url("sound", cell.run, "right")) as (client, _):
            cell.check_error(cell.call(client))
        assert faults.seen(cell.run) == []


# -- older packages -------------------------------------------------------------------------------------


@pytest.mark.parametrize("older", OLDER, ids=repr)
@pytest.mark.parametrize("fault", SOME_FAULTS, ids=repr)
def test_the_names_of_older_packages_fail_the_same_way(faults: Faults, older: Product, fault: Fault) -> None:
    for cell in cells(faults, older, MODES[0], fault):
        with cell.client(faults.url(fault.name, cell.run)) as (client, _):
            result = cell.call(client)
            cell.check_requests(faults.seen(cell.run, then_sound=True))
            if cell.outcome.kind != "ok":
                # The old gateway has one class for all answers, and one for none.
                assert isinstance(result, class_of(older.classes, cell.outcome)), f"{cell}: {result!r}"
                cell.check_clear(result)
            cell.sound(client)


# -- the table ------------------------------------------------------------------------------------------


def test_the_table_has_everything_that_the_server_plays() -> None:
    named = [fault.name for fault in FAULTS]
    assert len(set(named)) == len(named)
    # That one depends on the method, and has a test of its own.
    assert set(scenarios()) - set(named) == {"moved-once-302"}
