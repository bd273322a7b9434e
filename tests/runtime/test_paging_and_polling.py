"""Lists page by page, and reading again until something is done."""

from __future__ import annotations

import itertools
import json
import math
from typing import Any

import pytest
from clientkit._async.client import AsyncResource
from clientkit._async.pages import AsyncPage
from clientkit._sync.client import Resource
from clientkit._sync.pages import Page
from clientkit.errors import ConfigurationError, NotFoundError, PollTimeoutError
from clientkit.operation import Request
from clientkit.paging import PageData
from clientkit.polling import PollPolicy, next_wait
from clientkit.testing import FakeClock, answer
from clientkit.transport import Failure
from clientkit.views import raw
from hypothesis import given
from hypothesis import strategies as st

from .modes import Mode, operation

# -- pages ---------------------------------------------------------------------------------------------


def facts(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "items": data["items"],
        "total": data.get("total"),
        "page": data.get("page"),
        "limit": data.get("limit"),
    }


def page_of(mode: Mode, script: list[Any], number: int = 1) -> tuple[Any, Any]:
    caller = mode.caller(script)
    resource: Any = (AsyncResource if mode.is_async else Resource)(caller.client._core)
    kind: Any = AsyncPage if mode.is_async else Page

    def prepare(page: int) -> Any:
        return operation(request=lambda: Request("GET", "/things", query=f"page={page}"))()

    return caller, mode.run(resource._page(kind, prepare, facts, number))


def asked(caller: Any) -> list[int]:
    return [int(request.target.rpartition("=")[2]) for request in caller.transport.requests]


def test_a_page_is_a_sequence() -> None:
    page = PageData(["a", "b", "c"], total=7, page=2, limit=3)
    assert (len(page), page[0], page[-1], page[1:], list(page)) == (3, "a", "c", ["b", "c"], ["a", "b", "c"])
    assert "b" in page
    assert page.total_pages == 3
    assert page.has_next_page
    assert repr(page) == "<PageData 2 of 3: 3 items>"


@pytest.mark.parametrize(
    ("items", "known", "more"),
    [
        (3, {"total": 3, "limit": 3}, False),
        (3, {"total": 4, "limit": 3}, True),
        (0, {"total": 100, "limit": 3}, False),
        (3, {"limit": 3}, True),
        (2, {"limit": 3}, False),
        (3, {}, True),
        (0, {}, False),
        (3, {"total": 3, "limit": 0}, True),
    ],
)
def test_what_is_known_says_whether_there_is_more(items: int, known: dict[str, int], more: bool) -> None:
    assert PageData(["x"] * items, **known).has_next_page is more


def test_all_pages_are_fetched_when_they_are_reached(mode: Mode) -> None:
    pages = [answer(200, {"items": [n, n + 0.5], "total": 5, "page": n, "limit": 2}) for n in (1, 2, 3)]
    caller, page = page_of(mode, pages)
    assert asked(caller) == [1]
    assert mode.list(page.iter_all()) == [1, 1.5, 2, 2.5, 3, 3.5]
    assert asked(caller) == [1, 2, 3]


def test_a_service_that_says_nothing_of_the_whole_is_asked_until_it_is_empty(mode: Mode) -> None:
    caller, page = page_of(mode, [answer(200, {"items": [n]}) for n in (1, 2)] + [answer(200, {"items": []})])
    assert [list(each) for each in mode.list(page.iter_pages())] == [[1], [2], []]
    assert asked(caller) == [1, 2, 3]


def test_iterating_begins_where_the_page_is(mode: Mode) -> None:
    caller, page = page_of(mode, [answer(200, {"items": [n], "total": 4, "limit": 1}) for n in (3, 4)], 3)
    assert mode.list(page.iter_all()) == [3, 4]
    assert asked(caller) == [3, 4]


@pytest.mark.parametrize("reported", [1, 2])
def test_a_service_that_repeats_a_page_is_not_read_for_ever(mode: Mode, reported: int) -> None:
    first = answer(200, {"items": ["a"], "page": 2})
    again = answer(200, {"items": ["a"], "page": reported})
    caller, page = page_of(mode, [first, again, again], 2)
    assert mode.list(page.iter_all()) == ["a"]
    assert asked(caller) == [2, 3]


def test_an_error_on_the_way_reaches_the_reader(mode: Mode) -> None:
    caller, page = page_of(mode, [answer(200, {"items": [1]}), answer(404, {"message": "gone"})])
    with pytest.raises(Exception, match="gone"):
        mode.list(page.iter_all())
    assert caller.sent == 2


def test_the_last_page_has_no_next(mode: Mode) -> None:
    _, page = page_of(mode, [answer(200, {"items": [1], "total": 1, "limit": 1})])
    assert mode.run(page.next_page()) is None


def test_pages_work_under_raw(mode: Mode) -> None:
    caller = mode.caller([answer(200, {"items": [1], "total": 1, "limit": 1}, {"X-Limit": "9"})])
    resource: Any = (AsyncResource if mode.is_async else Resource)(caller.client._core)
    kind: Any = AsyncPage if mode.is_async else Page
    found = mode.run(raw(resource._page)(kind, lambda page: operation()(), facts, 1))
    assert found.headers["X-Limit"] == "9"
    assert list(found.parse()) == [1]


# -- polls ---------------------------------------------------------------------------------------------


def poll(mode: Mode, states: Any, policy: PollPolicy, *, takes: float = 0.0) -> tuple[Any, list[float]]:
    """Poll through the states by a fake clock; return the outcome and when each read began."""
    times: list[float] = []

    def read(state: Any) -> Any:
        def step(request: Any) -> Any:
            times.append(caller.transport.fake_clock.now)
            caller.transport.fake_clock.advance(takes)
            return answer(200, json.dumps(state))

        return step

    caller = mode.caller(read(state) for state in states)
    try:
        return caller.poll(operation("GET"), lambda _, state: state == "done", policy), times
    except PollTimeoutError as error:
        return error, times


def test_the_first_read_is_at_once(mode: Mode) -> None:
    assert poll(mode, ["done"], PollPolicy(timeout=0.0)) == ("done", [0.0])


def test_reads_follow_the_interval(mode: Mode) -> None:
    outcome, times = poll(mode, ["no", "no", "done"], PollPolicy(interval=5.0))
    assert (outcome, times) == ("done", [0.0, 5.0, 10.0])


def test_intervals_grow_to_their_bound(mode: Mode) -> None:
    policy = PollPolicy(timeout=None, interval=1.0, factor=2.0, max_interval=8.0)
    _, times = poll(mode, ["no"] * 6 + ["done"], policy)
    assert [b - a for a, b in itertools.pairwise(times)] == [1.0, 2.0, 4.0, 8.0, 8.0, 8.0]


def test_the_last_read_is_at_the_deadline(mode: Mode) -> None:
    outcome, times = poll(mode, itertools.repeat("no"), PollPolicy(timeout=12.0, interval=5.0))
    assert isinstance(outcome, PollTimeoutError)
    assert times == [0.0, 5.0, 10.0, 12.0]
    assert (outcome.last, outcome.elapsed) == ("no", 12.0)


def test_done_at_the_deadline_is_done(mode: Mode) -> None:
    assert poll(mode, ["no", "no", "no", "done"], PollPolicy(timeout=12.0, interval=5.0))[0] == "done"


def test_no_read_begins_after_the_deadline(mode: Mode) -> None:
    outcome, times = poll(mode, itertools.repeat("no"), PollPolicy(timeout=12.0, interval=5.0), takes=4.0)
    assert isinstance(outcome, PollTimeoutError)
    assert times == [0.0, 9.0]


def test_what_a_read_raises_ends_the_poll(mode: Mode) -> None:
    with pytest.raises(NotFoundError):
        mode.caller([answer(404)]).poll(operation("GET"), lambda *_: False, PollPolicy())


def test_each_read_is_bounded_by_what_is_left_of_the_wait(mode: Mode) -> None:
    caller = mode.caller(itertools.repeat(answer(200, '"no"')))
    with pytest.raises(PollTimeoutError):
        caller.poll(operation("GET"), lambda *_: False, PollPolicy(timeout=12.0, interval=5.0))
    assert [limits.total for limits in caller.transport.limits] == [12.0, 7.0, 2.0, 0.5]


def test_a_read_that_outlasts_the_wait_is_a_poll_that_timed_out(mode: Mode) -> None:
    def hang(request: Any) -> Any:
        caller.transport.fake_clock.advance(caller.transport.limits[-1].total)
        return Failure("silence", timed_out=True)

    caller = mode.caller([answer(200, {"status": "pending"}), hang])
    with pytest.raises(PollTimeoutError, match=r"is not done after 8\.0 s; it is pending") as raised:
        caller.poll(operation("GET"), lambda *_: False, PollPolicy(timeout=8.0, interval=5.0))
    assert (raised.value.last, raised.value.elapsed) == ({"status": "pending"}, 8.0)
    assert isinstance(raised.value, TimeoutError)


def test_a_poll_that_cannot_work_is_refused_with_the_product_s_error(mode: Mode) -> None:
    with pytest.raises(ConfigurationError, match="interval must be 0 or more seconds"):
        mode.caller().poll(operation("GET"), lambda *_: False, PollPolicy(interval=-1.0))


numbers = st.floats(0, 1e6)


@given(
    st.builds(PollPolicy, st.one_of(st.none(), numbers), numbers, st.floats(1, 1e6), numbers),
    st.integers(1, 10**9),
    numbers,
)
def test_a_wait_is_within_its_bounds(policy: PollPolicy, reads: int, elapsed: float) -> None:
    wait = next_wait(policy.checked(), reads, elapsed)
    if wait is None:
        assert policy.timeout is not None
        assert elapsed >= policy.timeout
        return
    assert 0 <= wait <= max(policy.interval, policy.max_interval)
    assert policy.timeout is None or elapsed + wait <= policy.timeout * (1 + 1e-9)


@given(st.builds(PollPolicy, st.floats(0, 1000), st.floats(0.5, 100), st.floats(1, 4), st.floats(0, 100)))
def test_every_poll_ends_with_a_read_at_its_deadline(policy: PollPolicy) -> None:
    clock, reads = FakeClock(), 0
    while True:
        reads += 1
        last = clock.now
        wait = next_wait(policy, reads, clock.now)
        if wait is None:
            break
        clock.advance(wait)
    assert last == pytest.approx(policy.timeout)


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
@pytest.mark.parametrize("name", ["timeout", "interval", "max_interval", "factor"])
def test_numbers_that_make_no_sense_are_refused(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        PollPolicy()._replace(**{name: value}).checked()


def test_a_factor_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="factor must be 1 or more"):
        PollPolicy(factor=0.5).checked()
