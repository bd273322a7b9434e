"""Tokens: refreshed once for all, ahead of their end, and never sent again after that."""

from __future__ import annotations

import asyncio
import pickle
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from clientkit import errors
from clientkit._async.tokens import AsyncFixedAuth, AsyncRefreshingAuth
from clientkit._io import blocking
from clientkit._sync.tokens import FixedAuth, RefreshingAuth
from clientkit.auth import Token
from clientkit.testing import FakeClock, answer
from clientkit.transport import HttpRequest

from .modes import GET, KEYED_POST, POST, SECRET, TIMED_OUT, Mode
from .rawserver import Connection, RawServer

OK = answer(200, {})
EPOCH = 1_700_000_000.0


class Issuer:
    """Makes tokens one after the other: token-1, token-2, …"""

    def __init__(self, lifetime: float | None = None, clock: FakeClock | None = None) -> None:
        self.made = 0
        self._lifetime = lifetime
        self._clock = clock

    def __call__(self) -> Token:
        self.made += 1
        ends = None if self._lifetime is None or self._clock is None else self._clock.time() + self._lifetime
        return Token(f"token-number-{self.made}", expires_at=ends)


def sent_tokens(requests: list[HttpRequest]) -> list[str]:
    return [request.headers["Authorization"].encode().decode().rpartition("-")[2] for request in requests]


def test_a_fixed_token_goes_with_every_call(mode: Mode) -> None:
    caller = mode.caller([OK, OK], secret=SECRET)
    caller.send(GET)
    caller.send(POST)
    assert [request.headers["Authorization"] for request in caller.transport.requests] == [
        f"Bearer {SECRET}"
    ] * 2


def test_without_credentials_none_are_sent(mode: Mode) -> None:
    caller = mode.caller([OK])
    caller.send(GET)
    assert "Authorization" not in caller.transport.requests[0].headers


def test_other_headers_and_schemes(mode: Mode) -> None:
    auth = mode.fixed(Token(SECRET, header="X-API-Key", scheme=""))
    caller = mode.caller([OK], auth=auth)
    caller.send(GET)
    assert caller.transport.requests[0].headers["X-API-Key"] == SECRET


def test_a_fixed_token_that_is_refused_is_not_tried_again(mode: Mode) -> None:
    caller = mode.caller([answer(401, {"message": "who?"})], secret=SECRET)
    error = caller.error(GET)
    assert isinstance(error, errors.AuthenticationError)
    assert (caller.sent, str(error)) == (1, "who?")


def test_the_first_call_makes_the_token(mode: Mode) -> None:
    issuer = Issuer()
    caller = mode.caller([OK, OK], auth=mode.refreshing(issuer))
    caller.send(GET)
    caller.send(GET)
    assert sent_tokens(caller.transport.requests) == ["1", "1"]
    assert issuer.made == 1


def test_a_token_is_replaced_ahead_of_its_end(mode: Mode) -> None:
    clock = FakeClock()
    issuer = Issuer(100.0, clock)
    caller = mode.caller([OK] * 4, auth=mode.refreshing(issuer, leeway=30.0), clock=clock)
    caller.send(GET)
    clock.advance(69.9)
    caller.send(GET)
    clock.advance(0.2)
    caller.send(GET)
    caller.send(GET)
    assert sent_tokens(caller.transport.requests) == ["1", "1", "2", "2"]


def test_an_attempt_after_a_wait_has_a_fresh_token(mode: Mode) -> None:
    clock = FakeClock()
    issuer = Issuer(50.0, clock)
    limited = answer(429, headers={"Retry-After": "40"})
    caller = mode.caller([limited, OK], auth=mode.refreshing(issuer, leeway=30.0), clock=clock)
    caller.send(POST)
    assert sent_tokens(caller.transport.requests) == ["1", "2"]


@pytest.mark.parametrize("call", [GET, POST], ids=lambda call: call.method)
def test_a_refused_token_is_replaced_and_the_call_replayed_once(mode: Mode, call: object) -> None:
    issuer = Issuer()
    caller = mode.caller([answer(401), OK, OK], auth=mode.refreshing(issuer), max_retries=0)
    caller.send(call)
    caller.send(call)
    assert sent_tokens(caller.transport.requests) == ["1", "2", "2"]
    assert caller.waits == []


def test_a_second_refusal_ends_the_call(mode: Mode) -> None:
    issuer = Issuer()
    caller = mode.caller([answer(401), answer(401)], auth=mode.refreshing(issuer), max_retries=5)
    error = caller.error(GET)
    assert isinstance(error, errors.AuthenticationError)
    assert (caller.sent, issuer.made) == (2, 2)


def test_a_replay_may_still_be_retried(mode: Mode) -> None:
    caller = mode.caller([answer(401), answer(503), OK], auth=mode.refreshing(Issuer()), max_retries=1)
    caller.send(GET)
    assert sent_tokens(caller.transport.requests) == ["1", "2", "2"]


def failing(times: int, then: Callable[[], Token]) -> Callable[[], Token]:
    failures = iter([LookupError("the issuer is down")] * times)

    def refresh() -> Token:
        error = next(failures, None)
        if error is not None:
            raise error
        return then()

    return refresh


def test_a_refresher_that_raises_is_heard_and_asked_again(mode: Mode) -> None:
    caller = mode.caller([OK], auth=mode.refreshing(failing(1, Issuer())))
    assert isinstance(caller.error(GET), LookupError)
    caller.send(GET)
    assert sent_tokens(caller.transport.requests) == ["1"]


def test_a_refused_token_is_not_sent_again_even_when_there_is_no_other_yet(mode: Mode) -> None:
    auth = mode.refreshing(failing(1, Issuer()), Token("token-number-old"))
    caller = mode.caller([answer(401), OK], auth=auth)
    assert isinstance(caller.error(GET), LookupError)
    caller.send(GET)
    assert sent_tokens(caller.transport.requests) == ["old", "1"]


def test_threads_refresh_once() -> None:
    issuer, entered = Issuer(), threading.Barrier(17)
    auth = RefreshingAuth(issuer, Token("token-number-0", expires_at=EPOCH))

    def ask() -> str:
        entered.wait(60)
        token = auth.token(EPOCH)
        assert token is not None
        return token.secret.reveal()

    with ThreadPoolExecutor(16) as pool:
        asked = [pool.submit(ask) for _ in range(16)]
        entered.wait(60)
        tokens = {each.result(60) for each in asked}
    assert tokens == {"token-number-1"}
    assert issuer.made == 1


def test_threads_that_begin_together_share_one_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    making, made = threading.Barrier(2), blocking.Lock

    def lock() -> blocking.Lock:
        # Each finds that there is none, before the other has made one.
        making.wait(60)
        return made()

    monkeypatch.setattr(blocking, "Lock", lock)
    auth = RefreshingAuth(Issuer())
    with ThreadPoolExecutor(2) as pool:
        first, second = [pool.submit(auth._guard) for _ in range(2)]
        assert first.result(60) is second.result(60)


def at_the_lock() -> int:
    """How many threads wait for the lock of a refresh."""
    code = blocking.Lock.__enter__.__code__
    return sum(frame.f_code is code for frame in sys._current_frames().values())


def test_the_failure_of_a_refresh_reaches_every_thread_that_waited() -> None:
    entered, go, calls = threading.Event(), threading.Event(), []

    def refresh() -> Token:
        calls.append(1)
        entered.set()
        go.wait(60)
        raise LookupError("the issuer is down")

    auth = RefreshingAuth(refresh)

    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(auth.token, EPOCH)
        entered.wait(60)
        others = [pool.submit(auth.token, EPOCH) for _ in range(7)]
        while at_the_lock() < 7:
            assert not any(each.done() for each in others)
        go.set()
        raised = [each.exception(60) for each in (first, *others)]
    assert isinstance(raised[0], LookupError)
    assert all(each is raised[0] for each in raised)
    assert len(calls) == 1


def test_tasks_refresh_once_and_share_a_failure() -> None:
    async def run() -> None:
        issuer, outcomes = Issuer(), [LookupError("down"), None]

        async def refresh() -> Token:
            outcome = outcomes.pop(0)
            await asyncio.sleep(0)
            if outcome is not None:
                raise outcome
            return issuer()

        auth = AsyncRefreshingAuth(refresh)
        failed = await asyncio.gather(*(auth.token(EPOCH) for _ in range(16)), return_exceptions=True)
        assert [type(each) for each in failed] == [LookupError] * 16
        assert len(outcomes) == 1
        tokens = await asyncio.gather(*(auth.token(EPOCH) for _ in range(16)))
        assert {token and token.secret.reveal() for token in tokens} == {"token-number-1"}
        assert issuer.made == 1

    asyncio.run(run())


def test_concurrent_refusals_of_one_token_make_one_new_one() -> None:
    async def run() -> None:
        issuer = Issuer()

        async def refresh() -> Token:
            await asyncio.sleep(0)
            return issuer()

        old = Token("token-number-0")
        auth = AsyncRefreshingAuth(refresh, old)
        assert all(await asyncio.gather(*(auth.renew(old) for _ in range(16))))
        # One that comes late, with the news of an old refusal, changes nothing.
        assert await auth.renew(old)
        assert issuer.made == 1

    asyncio.run(run())


def test_a_cancelled_refresh_is_taken_over_by_the_next_in_line() -> None:
    async def run() -> None:
        issuer, entered = Issuer(), asyncio.Event()

        async def refresh() -> Token:
            if not entered.is_set():
                entered.set()
                await asyncio.sleep(3600)
            return issuer()

        auth = AsyncRefreshingAuth(refresh)
        first = asyncio.create_task(auth.token(EPOCH))
        await entered.wait()
        second = asyncio.create_task(auth.token(EPOCH))
        await asyncio.sleep(0)
        first.cancel()
        token = await asyncio.wait_for(second, 60)
        assert token is not None
        assert token.secret.reveal() == "token-number-1"
        with pytest.raises(asyncio.CancelledError):
            await first

    asyncio.run(run())


def test_loops_in_two_threads_do_not_wait_for_each_other_for_ever() -> None:
    issuer, both = Issuer(), threading.Barrier(2)

    async def refresh() -> Token:
        await asyncio.sleep(0.01)
        return issuer()

    auth = AsyncRefreshingAuth(refresh)

    def live() -> str:
        async def run() -> str:
            both.wait(60)
            tokens = await asyncio.gather(*(auth.token(EPOCH) for _ in range(8)))
            assert tokens[0] is not None
            return tokens[0].secret.reveal()

        return asyncio.run(asyncio.wait_for(run(), 60))

    with ThreadPoolExecutor(2) as pool:
        found = [pool.submit(live) for _ in range(2)]
        assert all(each.result(60).startswith("token-number-") for each in found)


def test_a_refresher_that_needs_the_token_it_makes_is_told_so(mode: Mode) -> None:
    callers: list[object] = []

    if mode.is_async:

        async def refresh() -> Token:
            await callers[0].client._core.send(GET())  # type: ignore[attr-defined]
            raise AssertionError

        auth: object = AsyncRefreshingAuth(refresh)
    else:

        def refresh_now() -> Token:
            callers[0].client._core.send(GET())  # type: ignore[attr-defined]
            raise AssertionError

        auth = RefreshingAuth(refresh_now)
    caller = mode.caller([], auth=auth)
    callers.append(caller)
    assert isinstance(caller.error(GET), RuntimeError)


@pytest.mark.parametrize("kind", [FixedAuth, AsyncFixedAuth])
def test_fixed_credentials_pickle(kind: type) -> None:
    copied = pickle.loads(pickle.dumps(kind(Token(SECRET))))
    assert copied._token.headers == {"Authorization": f"Bearer {SECRET}"}


def issue() -> Token:
    return Token(SECRET)


async def issue_later() -> Token:
    return Token(SECRET)


def test_refreshed_credentials_pickle_after_use(mode: Mode) -> None:
    auth = AsyncRefreshingAuth(issue_later) if mode.is_async else RefreshingAuth(issue)
    assert mode.run(auth.token(EPOCH)).secret == SECRET
    copied = pickle.loads(pickle.dumps(auth))
    assert mode.run(copied.token(EPOCH)).secret == SECRET
    assert mode.run(copied.renew(mode.run(copied.token(EPOCH))))


@pytest.mark.parametrize(
    "bad", ["", " ", "two words", "line\nbreak", "tab\tbed", "schlüssel", "nul\0", "a\r\nX: b"]
)
def test_a_key_that_no_header_can_carry_is_refused_without_showing_it(bad: str) -> None:
    with pytest.raises(ValueError, match="the token") as caught:
        Token(bad)
    assert not bad.strip() or bad not in str(caught.value)


def test_a_token_shows_nothing() -> None:
    token = Token(SECRET)
    assert SECRET not in f"{token!r} {token} {token.headers} {token.secret!r}"


@pytest.mark.parametrize("status", [None, 401])
def test_a_call_without_another_token_keeps_what_became_of_it(mode: Mode, status: int | None) -> None:
    clock = FakeClock()
    made: list[Token] = []
    refusal = errors.ApiError("the account is closed", status=403, attempts=7)

    def issue_once() -> Token:
        if made:
            raise refusal
        # Over as soon as a retry has waited.
        made.append(Token("token-number-1", expires_at=None if status else clock.time() + 30.0001))
        return made[0]

    script = [TIMED_OUT, answer(401)] if status else [TIMED_OUT]
    caller = mode.caller(script, auth=mode.refreshing(issue_once), clock=clock)
    error = caller.error(KEYED_POST)
    assert (error.status, error.attempts, error.unclear) == (403, len(script), True)
    assert error.idempotency_key
    assert (refusal.attempts, refusal.unclear) == (7, False)


def test_a_deadline_bounds_the_making_of_a_token(mode: Mode, serve: type[RawServer]) -> None:
    silent = mode.connect(serve(Connection.wait_for_end).url, timeout=60.0, max_retries=9)
    if mode.is_async:

        async def refresh() -> Token:
            await silent.client._core.send(GET())
            raise AssertionError("it answered")

        auth: object = AsyncRefreshingAuth(refresh)
    else:
        auth = mode.refreshing(lambda: silent.send(GET))
    caller = mode.connect("http://127.0.0.1:1", auth=auth)
    error = caller.view(deadline=0.1).error(POST)
    assert isinstance(error, errors.TimeoutError)
    assert "the deadline of 0.1 s is over" in error.message
    assert (error.operation_id, error.attempts, error.unclear) == (POST.id, 0, False)
    silent.close()
