"""What errors remember of their call, repeating it, and what is made of what a read says."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from clientkit import errors
from clientkit.operation import Answer, Operation, Request
from clientkit.resolving import (
    Look,
    Resolution,
    Rule,
    absent,
    cannot_tell,
    done,
    gone,
    made,
    path_parameters,
    pick,
    reads_only,
    rules,
    same,
    unknowable,
)
from clientkit.secrets import Secret
from clientkit.testing import FakeClock, answer

from .modes import (
    BROKEN,
    DELETE,
    GET,
    KEYED_HEADER_POST,
    KEYED_POST,
    PATCH,
    POST,
    PUT,
    REFUSED,
    REPEATABLE_POST,
    TIMED_OUT,
    Mode,
    operation,
)

LATE = answer(504, {})


class Module:
    """Stands for a product's module of rules."""

    def __init__(self, *every: Rule) -> None:
        self.RULES = rules(*every)


def failing(mode: Mode, made: Any, *steps: Any, max_retries: int = 0) -> tuple[Any, errors.ClientError]:
    caller = mode.caller(steps, max_retries=max_retries)
    return caller, caller.error(made)


# -- retry ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [GET, PUT, DELETE, REPEATABLE_POST, KEYED_POST, KEYED_HEADER_POST])
def test_what_is_safe_is_repeated_with_the_same_key_and_bytes(mode: Mode, made: Any) -> None:
    caller, error = failing(mode, made, BROKEN, answer(200, {"x": 1}))
    assert mode.run(error.retry()) == {"x": 1}
    first, second = caller.transport.requests
    assert (first.method, first.target, first.content) == (second.method, second.target, second.content)
    assert first.headers == second.headers


@pytest.mark.parametrize("made", [POST, PATCH])
def test_what_may_have_been_done_is_not_repeated(mode: Mode, made: Any) -> None:
    caller, error = failing(mode, made, BROKEN, answer(200, {"x": 1}))
    with pytest.raises(errors.ConfigurationError, match=r"resolve\(error\)") as caught:
        mode.run(error.retry())
    assert len(caller.transport.requests) == 1
    assert (caught.value.operation_id, caught.value.unclear) == (error.operation_id, False)


@pytest.mark.parametrize("step", [REFUSED, answer(422, {}), answer(429, {}, {"Retry-After": "900"})])
def test_what_was_not_done_is_repeated(mode: Mode, step: Any) -> None:
    _, error = failing(mode, POST, step, answer(200, {"x": 1}))
    assert mode.run(error.retry()) == {"x": 1}


def test_a_repetition_stays_unclear_when_the_first_attempt_was(mode: Mode) -> None:
    _, error = failing(mode, KEYED_POST, BROKEN, REFUSED, answer(200, {}))
    with pytest.raises(errors.ClientError) as caught:
        mode.run(error.retry())
    assert caught.value.unclear
    assert caught.value.idempotency_key == error.idempotency_key
    assert caught.value.call.started == error.call.started
    # What is gone by then was deleted by the first attempt.
    _, error = failing(mode, DELETE, BROKEN, answer(404, {}))
    assert mode.run(error.retry()) is None


def test_a_large_body_is_not_kept(mode: Mode) -> None:
    caller, error = failing(mode, operation("PUT", body={"text": "x" * 70_000}), BROKEN)
    assert (error.call.content, error.call.prepared, error.call.json) == (None, None, None)
    with pytest.raises(errors.ConfigurationError, match="too large to be kept"):
        mode.run(error.retry())
    assert len(caller.transport.requests) == 1


def test_a_body_that_was_changed_since_is_not_sent_under_the_same_key(mode: Mode) -> None:
    inner: list[Any] = [1]
    caller, error = failing(mode, operation("PUT", body={"list": inner}), BROKEN)
    inner.append(2)
    with pytest.raises(errors.ConfigurationError, match="changed since"):
        mode.run(error.retry())
    assert len(caller.transport.requests) == 1
    assert error.call.json == {"list": [1]}


def test_a_pickled_error_says_what_to_do(mode: Mode) -> None:
    _, error = failing(mode, KEYED_POST, BROKEN)
    again = pickle.loads(pickle.dumps(error))
    assert again.call.json == error.call.json
    assert again.call.idempotency_key == error.idempotency_key
    with pytest.raises(errors.ConfigurationError, match="call the method again with idempotency_key="):
        again.retry()
    assert copy.deepcopy(error).call is error.call


def test_an_error_of_no_call_is_not_repeated() -> None:
    with pytest.raises(errors.ConfigurationError, match="no call"):
        errors.ClientError("something").retry()


def test_secrets_of_a_body_stay_hidden(mode: Mode) -> None:
    secret = "s3cret-0123456789"
    caller, error = failing(mode, operation("PUT", body={"key": Secret(secret), "name": "x"}), BROKEN, BROKEN)
    said = f"{error.call!r} {vars(error)!r} {pickle.dumps(error, 0)!r} {pickle.dumps(copy.copy(error), 0)!r}"
    assert secret not in said
    assert pickle.loads(pickle.dumps(error)).call.content is None
    with pytest.raises(errors.ConnectionError):
        mode.run(error.retry())
    assert secret.encode() in caller.transport.requests[1].content


# -- resolve -------------------------------------------------------------------------------------------

WHAT = Operation(
    lambda *values: Request("GET", "/things/7"),
    Answer.json,
    lambda answer: None,
    id="get_what",
    method="GET",
    path="/things/{thing_id}",
)


def resolved(mode: Mode, rule: Rule | None, *steps: Any, made: Any = POST) -> tuple[Any, Resolution]:
    caller, error = failing(mode, made, *steps)
    caller.client._rules = Module(rule) if rule is not None else Module()
    found: Resolution = mode.run(caller.client.resolve(error))
    return caller, found


def test_what_the_error_says_by_itself_needs_no_read(mode: Mode) -> None:
    for made_, step in ((GET, BROKEN), (POST, REFUSED), (POST, answer(422, {})), (POST, answer(429, {}))):
        caller, found = resolved(mode, None, step, made=made_)
        assert (found.outcome, len(caller.transport.requests)) == ("not_done", 1)


def test_without_a_rule_nothing_can_be_told(mode: Mode) -> None:
    assert resolved(mode, None, BROKEN)[1].cannot_tell
    assert resolved(mode, unknowable(POST, "it lists nothing"), BROKEN)[1].reason == "it lists nothing"
    assert resolved(mode, reads_only(POST), BROKEN)[1].not_done


def test_only_reads_are_sent(mode: Mode) -> None:
    caller, error = failing(mode, POST, BROKEN)

    def find(core: Any, call: Any) -> Any:
        return core.send(PUT())

    caller.client._rules = Module(Rule(POST, "", find))
    with pytest.raises(RuntimeError, match="not a read"):
        mode.run(caller.client.resolve(error))
    assert len(caller.transport.requests) == 1


@pytest.mark.parametrize("step", [BROKEN, answer(403, {}), answer(200, "<html>"), answer(200, b"")])
def test_a_read_that_fails_leaves_it_open(mode: Mode, step: Any) -> None:
    def judge(call: Any, now: float, found: Any) -> Resolution:
        return done(found, found["name"])

    rule = Rule(POST, "", Look(lambda call: WHAT(), judge))
    assert resolved(mode, rule, BROKEN, step)[1].cannot_tell


def test_what_is_gone_and_what_is_there(mode: Mode) -> None:
    rule = gone(DELETE, WHAT)
    assert resolved(mode, rule, BROKEN, answer(404, {}), made=DELETE)[1].done
    assert resolved(mode, rule, BROKEN, answer(200, {}), made=DELETE)[1].not_done


@pytest.mark.parametrize("step", [TIMED_OUT, LATE])
def test_what_the_service_may_still_be_at_is_not_called_undone(mode: Mode, step: Any) -> None:
    rule = gone(DELETE, WHAT)
    caller, error = failing(mode, DELETE, step, *[answer(200, {})] * 2)
    caller.client._rules = Module(rule)
    assert mode.run(caller.client.resolve(error)).cannot_tell
    caller.transport.fake_clock.advance(601)
    assert mode.run(caller.client.resolve(error)).not_done


def test_no_error_of_a_client_is_refused(mode: Mode) -> None:
    caller, _ = failing(mode, POST, BROKEN)
    with pytest.raises(TypeError, match="error must be an error of this client, got ValueError"):
        mode.run(caller.client.resolve(ValueError("no")))


ROWS = made(
    POST,
    lambda call: WHAT(),
    lambda data: data["rows"],
    same("name"),
    "things",
    lambda row: row["id"],
    by="the name",
    at="at",
)
# The fake clock begins at 2023-11-14T22:13:20Z.
NOW, EARLIER, LONG_AGO = "2023-11-14T22:13:20Z", "2023-11-14T22:12:20Z", "2023-11-14T20:00:00Z"
LATER = "2023-11-14T22:14:20Z"


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([], "not_done"),
        ([("seven", LONG_AGO)], "not_done"),
        ([("eight", NOW)], "not_done"),
        ([("seven", NOW)], "done"),
        ([("seven", NOW), ("seven", LONG_AGO), ("eight", NOW)], "done"),
        ([("seven", EARLIER)], "cannot_tell"),
        ([("seven", LATER)], "cannot_tell"),
        ([("seven", NOW), ("seven", EARLIER)], "cannot_tell"),
        ([("seven", NOW), ("seven", NOW)], "cannot_tell"),
        ([("seven", None)], "cannot_tell"),
        ([("seven", "at noon")], "cannot_tell"),
    ],
)
def test_what_was_made_is_told_by_content_and_time(mode: Mode, rows: Any, outcome: str) -> None:
    listed = [{"id": place, "name": name, "at": at} for place, (name, at) in enumerate(rows)]
    found = resolved(mode, ROWS, BROKEN, answer(200, {"rows": listed}))[1]
    assert found.outcome == outcome
    assert found.result == (0 if outcome == "done" else None)


@pytest.mark.parametrize(
    ("date", "at", "outcome"),
    [
        # The service is an hour ahead of us, and says so.
        ("Tue, 14 Nov 2023 23:13:20 GMT", "2023-11-14T23:13:20Z", "done"),
        ("Tue, 14 Nov 2023 23:13:20 GMT", NOW, "not_done"),
        # Its clock is ours: what was made a minute before is another.
        ("Tue, 14 Nov 2023 22:13:20 GMT", EARLIER, "not_done"),
        ("yesterday", EARLIER, "cannot_tell"),
    ],
)
def test_the_clock_of_the_service_counts(mode: Mode, date: str, at: str, outcome: str) -> None:
    page = answer(200, {"rows": [{"id": 1, "name": "seven", "at": at}]}, {"Date": date})
    assert resolved(mode, ROWS, BROKEN, page)[1].outcome == outcome


def test_what_was_sent_is_needed_to_tell(mode: Mode) -> None:
    large = operation("POST", body={"name": "x" * 70_000})
    caller, found = resolved(mode, ROWS, BROKEN, made=large)
    assert (found.outcome, len(caller.transport.requests)) == ("cannot_tell", 1)


def test_a_resolution_says_what_it_is() -> None:
    found = done(7, "it is there")
    assert (str(found), repr(found)) == ("done: it is there", "Resolution('done', 'it is there')")
    assert (found.done, found.not_done, found.cannot_tell) == (True, False, False)
    assert found == done(7, "it is there")
    assert found != cannot_tell("it is there")
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize(
    ("template", "path", "found"),
    [
        ("/a/{x}", "/a/1", {"x": "1"}),
        ("/a/{x}/", "/a/1", None),
        ("/a/{x}", "/a/1/", {"x": "1"}),
        ("/a/{x}/b/{y}", "/a/%20/b/c%2Fd", {"x": " ", "y": "c/d"}),
        ("/a/{x}", "/a/1/b", None),
        ("/a.b", "/aXb", None),
    ],
)
def test_values_of_a_path(template: str, path: str, found: Any) -> None:
    assert path_parameters(template, path) == found


def test_pick_and_absent_are_plain_functions(mode: Mode) -> None:
    _, error = failing(mode, POST, BROKEN)
    call, now = error.call, FakeClock().time()
    assert pick(call, now, [now], lambda at: at, "moments").result == now
    assert absent(call, now, "nothing").outcome == "not_done"
