"""One tree of errors: what is raised for what, what is on it, and that it can travel."""

from __future__ import annotations

import builtins
import copy
import importlib
import pickle
import pkgutil
from pathlib import Path
from typing import Any

import alsorn
import clientkit
import pytest
from alsorn import AlsornClient, AsyncAlsornClient
from clientkit import errors
from clientkit.operation import Answer
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, Step, answer
from clientkit.transport import Failure, Undecodable

from .modes import BROKEN, GET, POST, REFUSED, TIMED_OUT, Mode, operation

FACADES = Path(clientkit.__file__).parent.parent

BY_STATUS = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableError,
    429: errors.RateLimitError,
    402: errors.ApiError,
    405: errors.ApiError,
    418: errors.ApiError,
    451: errors.ApiError,
    499: errors.ApiError,
    300: errors.ApiError,
    304: errors.ApiError,
    500: errors.ServerError,
    501: errors.ServerError,
    503: errors.ServerError,
    520: errors.ServerError,
    530: errors.ServerError,
    599: errors.ServerError,
    600: errors.ServerError,
    999: errors.ServerError,
}


def test_each_status_has_its_class(mode: Mode) -> None:
    for status, kind in BY_STATUS.items():
        caller = mode.caller([answer(status, {"message": "no"})], max_retries=0)
        error = caller.error(GET)
        assert type(error) is kind, status
        assert error.status == error.status_code == status
        assert str(error) == error.message == "no"


def test_every_success_is_one(mode: Mode) -> None:
    for status in (200, 201, 206, 226, 299):
        assert mode.caller([answer(status, {"x": 1})]).send(GET) == {"x": 1}


def test_an_error_says_all_that_is_known(mode: Mode) -> None:
    body = {"error": {"message": "Too many", "code": "rate_limited", "request_id": "req-body"}}
    fault = answer(429, body, {"Retry-After": "120", "X-Request-Id": "req-header", "X-Limit": "5"})
    error = mode.caller([fault]).error(POST)
    assert (error.message, error.code, error.request_id) == ("Too many", "rate_limited", "req-body")
    assert (error.retry_after, error.body, error.headers["x-limit"]) == (120.0, body, "5")
    assert (error.operation_id, error.attempts, error.unclear) == ("post_thing", 1, False)
    assert error.idempotency_key is None


@pytest.mark.parametrize(
    ("body", "message", "code"),
    [
        ({"message": "m"}, "m", None),
        ({"detail": "d", "code": "c"}, "d", "c"),
        ({"title": "t"}, "t", None),
        ({"error": "e"}, "e", None),
        ({"error": {"detail": "d", "code": 7}}, "d", None),
    ],
)
def test_common_shapes_of_bodies_are_read(mode: Mode, body: Any, message: str, code: str | None) -> None:
    error = mode.caller([answer(400, body)]).error(GET)
    assert (error.message, error.code) == (message, code)


@pytest.mark.parametrize(
    "body",
    [
        None,
        "",
        "<html>\n<h1>Bad   Gateway</h1>",
        "null",
        "[]",
        "7",
        '"x"',
        '{"error": []}',
        '{"message": 7}',
        b"\xff\xfe\0",
        '{"error": {"message": null}}',
        "[" * 5000,
        '{"message": ""}',
    ],
)
def test_any_other_body_gives_a_message_of_ours(mode: Mode, body: Any) -> None:
    error = mode.caller([answer(502, body)], max_retries=0).error(GET)
    assert type(error) is errors.ServerError
    assert str(error).startswith("GET /things/{thing_id} (get_thing) answered 502: ")
    pickle.dumps(error)


def test_half_a_character_does_not_break_who_prints_the_message(mode: Mode) -> None:
    error = mode.caller([answer(400, '{"message": "half \\ud83d of one"}')]).error(GET)
    assert str(error).encode() == b"half \\ud83d of one"


def test_a_message_is_one_line(mode: Mode) -> None:
    error = mode.caller([answer(400, {"message": "no\r\nERROR all is lost\u2028\x0b!"})]).error(GET)
    assert str(error) == error.message == "no ERROR all is lost  !"
    assert error.body == {"message": "no\r\nERROR all is lost\u2028\x0b!"}


def test_a_page_is_cut_in_the_message_and_kept_in_the_body(mode: Mode) -> None:
    page = "<html>" + "x" * 100_000
    error = mode.caller([answer(502, page)], max_retries=0).error(GET)
    assert len(str(error)) < 300
    assert str(error).endswith("…")
    assert error.body == page[: 64 * 1024]


# -- answers that cannot be read -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<html>login</html>", "it begins: <html>login</html>"),
        ('{"id": "7", "name": "se', "JSONDecodeError"),
        (b"\xff\xfe{}", "UnicodeDecodeError"),
        ("", "it is empty"),
        ("[" * 100_000, "nested too deeply"),
        ("{} trailing", "Extra data"),
        ("9" * 5000, "ValueError"),
    ],
    ids=["page", "cut", "not UTF-8", "empty", "deep", "trailing", "long number"],
)
def test_what_is_no_json_is_one_error(mode: Mode, body: Any, said: str) -> None:
    error = mode.caller([answer(200, body, {"X-Request-Id": "req-1"})]).error(POST)
    assert type(error) is errors.DecodeError
    assert (error.status, error.operation_id, error.request_id, error.attempts) == (
        200,
        "post_thing",
        "req-1",
        1,
    )
    assert said in str(error)
    assert len(str(error)) < 600
    # The service said that it had done it.
    assert error.unclear


@pytest.mark.parametrize("body", ["[]", "7", "null", '{"other": 1}', '"text"'])
def test_another_shape_is_the_same_error(mode: Mode, body: str) -> None:
    error = mode.caller([answer(200, body)]).error(GET, lambda data: data["items"][0]["id"])
    assert type(error) is errors.DecodeError
    assert error.body == body


@pytest.mark.parametrize(
    "raised", [KeyError("id"), TypeError("x"), AttributeError("x"), ZeroDivisionError(), RecursionError()]
)
def test_whatever_a_reader_stumbles_over_is_the_same_error(mode: Mode, raised: Exception) -> None:
    def read(data: Any) -> Any:
        raise raised

    error = mode.caller([answer(200, {})]).error(GET, read)
    assert type(error) is errors.DecodeError
    assert error.__context__ is None


def test_a_broken_encoding_is_the_same_error(mode: Mode) -> None:
    error = mode.caller([Undecodable("incorrect header check")]).error(GET)
    assert type(error) is errors.DecodeError
    assert "incorrect header check" in str(error)


# -- no answer -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("failure", "kind", "builtin", "unclear", "said"),
    [
        (REFUSED, errors.ConnectionError, builtins.ConnectionError, False, "no connection"),
        (BROKEN, errors.ConnectionError, builtins.ConnectionError, True, "the connection broke"),
        (TIMED_OUT, errors.TimeoutError, builtins.TimeoutError, True, "no whole answer in time"),
        (
            Failure("x", sent=False, timed_out=True),
            errors.TimeoutError,
            builtins.TimeoutError,
            False,
            "in time",
        ),
    ],
)
def test_no_answer_is_a_transport_error(
    mode: Mode, failure: Failure, kind: type, builtin: type, unclear: bool, said: str
) -> None:
    error = mode.caller([failure], max_retries=0).error(POST)
    assert type(error) is kind
    assert isinstance(error, builtin)
    assert isinstance(error, errors.TransportError)
    assert (error.unclear, error.status, error.operation_id) == (unclear, None, "post_thing")
    assert said in str(error)


def test_unclear_stays_when_a_later_attempt_is_refused(mode: Mode) -> None:
    error = mode.caller([BROKEN, answer(409)]).error(operation("POST", idempotent=True))
    assert (type(error), error.unclear) == (errors.ConflictError, True)


# -- classes -------------------------------------------------------------------------------------------


def every_class() -> list[type[errors.ClientError]]:
    """Every class of errors of every facade."""
    for module in pkgutil.iter_modules([str(FACADES)]):
        for name in ("errors", "exceptions"):
            if (FACADES / module.name / f"{name}.py").exists():
                importlib.import_module(f"{module.name}.{name}")
    found, queue = [], [errors.ClientError]
    while queue:
        kind = queue.pop()
        if kind not in found:
            found.append(kind)
            queue += kind.__subclasses__()
    found = [kind for kind in found if (FACADES / kind.__module__.partition(".")[0]).is_dir()]
    return sorted(found, key=lambda kind: f"{kind.__module__}.{kind.__name__}")


FACTS: dict[str, Any] = {
    "status": 418,
    "request_id": "req-1",
    "operation_id": "get_thing",
    "attempts": 3,
    "unclear": True,
    "idempotency_key": "key-1",
    "code": "teapot",
    "retry_after": 2.5,
    "body": {"a": [1, "é"]},
    "headers": {"x": "y"},
    "received": ["one"],
    "field_errors": [alsorn.FieldError("name", "too long")],
}


@pytest.mark.parametrize("kind", every_class(), ids=lambda kind: kind.__qualname__)
def test_every_error_can_be_made_pickled_and_copied(kind: type[errors.ClientError]) -> None:
    bare = kind("what went wrong")
    assert str(bare) == bare.message == "what went wrong"
    assert repr(bare) == f"{kind.__name__}('what went wrong')"
    assert (bare.status_code, bare.attempts, bare.unclear) == (None, 0, False)
    error = kind("what went wrong", **FACTS)
    error.add_note("a note")
    copies = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
    for other in (*copies, copy.copy(error), copy.deepcopy(error)):
        assert type(other) is kind
        assert vars(other) == vars(error)
        assert (str(other), other.args, repr(other)) == (str(error), error.args, repr(error))


def test_the_package_exports_the_tree() -> None:
    for name in clientkit.__all__:
        assert getattr(clientkit, name) is getattr(errors, name, clientkit.__version__)


@pytest.mark.parametrize(
    ("status", "common", "own"),
    [
        (401, clientkit.AuthenticationError, alsorn.AlsornAuthError),
        (403, clientkit.PermissionDeniedError, alsorn.AlsornForbiddenError),
        (404, clientkit.NotFoundError, alsorn.AlsornNotFoundError),
        (422, clientkit.UnprocessableError, alsorn.AlsornValidationError),
        (429, clientkit.RateLimitError, alsorn.AlsornRateLimitError),
        (400, clientkit.BadRequestError, alsorn.AlsornAPIError),
        (409, clientkit.ConflictError, alsorn.AlsornAPIError),
        (500, clientkit.ServerError, alsorn.AlsornAPIError),
        (418, clientkit.ApiError, alsorn.AlsornAPIError),
    ],
)
def test_an_error_of_a_product_is_caught_by_both_names(
    mode: Mode, status: int, common: type, own: type
) -> None:
    script = [answer(status, {"error": {"message": "no", "code": "c"}})]
    for kind in (common, own):
        with pytest.raises(kind) as caught:
            trust(mode, script)
        assert (caught.value.status_code, caught.value.code) == (status, "c")
        assert isinstance(caught.value, alsorn.AlsornError)


@pytest.mark.parametrize(
    ("step", "common", "own"),
    [
        (REFUSED, clientkit.ConnectionError, alsorn.AlsornConnectionError),
        (TIMED_OUT, clientkit.TimeoutError, alsorn.AlsornTimeoutError),
        (answer(200, "<html>"), clientkit.DecodeError, alsorn.AlsornDecodeError),
    ],
)
def test_a_call_without_a_good_answer_is_caught_by_both_names(
    mode: Mode, step: Step, common: type, own: type
) -> None:
    for kind in (common, own):
        with pytest.raises(kind):
            trust(mode, [step])


def trust(mode: Mode, script: list[Any]) -> Any:
    if not mode.is_async:
        return AlsornClient("als_test_key", max_retries=0, http_client=ScriptedTransport(script)).trust.query(
            "a"
        )
    client = AsyncAlsornClient("als_test_key", max_retries=0, http_client=AsyncScriptedTransport(script))
    return mode.run(client.trust.query("a"))


def test_error_answers_of_a_stream_are_errors(mode: Mode) -> None:
    caller = mode.caller([answer(503), answer(404, {"message": "gone"})])
    with pytest.raises(errors.NotFoundError, match="gone"):
        caller.stream(operation(stream="bytes"))
    assert caller.sent == 2


@pytest.mark.parametrize("media_type", ["text/event-stream", "Text/Event-Stream; charset=utf-8", None])
def test_events_are_read_as_they_come(mode: Mode, media_type: str | None) -> None:
    headers = {} if media_type is None else {"Content-Type": media_type}
    caller = mode.caller([answer(200, "data: x\n\n", headers)])
    stream = caller.stream(operation(stream="sse"))
    assert mode.run(stream.read()) == b"data: x\n\n"
    assert caller.transport.requests[0].headers["Accept"] == "text/event-stream"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            answer(200, "<h1>Log in</h1>", {"Content-Type": "text/html"}),
            "it is text/html, no text/event-stream",
        ),
        (answer(200, {"data": "x"}), "it is application/json, no text/event-stream"),
        (answer(204), "it is nothing, no text/event-stream"),
        (answer(200, "data: x", {"Content-Type": ""}), "it is nothing, no text/event-stream"),
    ],
)
def test_what_is_no_stream_of_events_is_no_empty_one(mode: Mode, page: Any, said: str) -> None:
    caller = mode.caller([page])
    with pytest.raises(errors.DecodeError, match=said) as caught:
        caller.stream(operation("POST", stream="sse"))
    assert (caught.value.unclear, caught.value.attempts, caught.value.body) == (True, 1, page.text)


def test_an_answer_shows_no_content() -> None:
    shown = repr(Answer(200, {}, b"secret"))
    assert shown == "<Answer 200, 6 bytes>"
