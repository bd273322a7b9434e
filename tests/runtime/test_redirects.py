"""Redirects: within the origin only."""

from __future__ import annotations

from typing import Any

import pytest
from clientkit import errors
from clientkit.testing import answer

from .modes import DELETE, GET, PATCH, POST, PUT, SECRET, Mode, fresh_url

OK = answer(200, {"done": True})


def to(location: str, status: int = 307, body: Any = None) -> Any:
    return answer(status, body, {"Location": location})


@pytest.mark.parametrize("status", [307, 308])
def test_method_and_body_are_kept(mode: Mode, status: int) -> None:
    for call in (GET, PUT, POST, PATCH, DELETE):
        caller = mode.caller([to("/v2/things/7?full=1", status), OK], secret=SECRET)
        assert caller.send(call) == {"done": True}
        first, second = caller.transport.requests
        assert second.target == "/v2/things/7?full=1"
        assert (second.method, second.content, second.headers) == (first.method, first.content, first.headers)
        assert caller.waits == []


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_get_follows_the_old_kinds(mode: Mode, status: int) -> None:
    caller = mode.caller([to("/b", status), OK])
    assert caller.send(GET) == {"done": True}
    assert [request.method for request in caller.transport.requests] == ["GET", "GET"]


@pytest.mark.parametrize("status", [301, 302, 303])
def test_nothing_else_is_turned_into_a_get(mode: Mode, status: int) -> None:
    for call in (PUT, POST, PATCH, DELETE):
        caller = mode.caller([to("/b", status)])
        error = caller.error(call)
        assert error.status == status
        assert caller.sent == 1
        assert f"{status} would make a GET of this {call.method}" in str(error)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/b", "/b"),
        ("b", "/v1/things/b"),
        ("../x", "/v1/x"),
        ("?page=2", "/v1/things/7?page=2"),
        ("{origin}/c?d=e", "/c?d=e"),
        ("{origin}", "/"),
        ("{origin}:443/c", "/c"),
        ("{shouted}/c", "/c"),
    ],
)
def test_every_way_to_write_the_same_origin(mode: Mode, location: str, target: str) -> None:
    url = fresh_url()
    where = location.format(origin=url, shouted=url.upper().replace("HTTPS", "https"))
    caller = mode.caller([to(where), OK], url=url + "/v1")
    caller.send(GET)
    assert caller.transport.requests[1].target == target


@pytest.mark.parametrize(
    "location",
    [
        "https://elsewhere.test/things/7",
        "//elsewhere.test/things/7",
        "http://{host}/things/7",
        "https://{host}:8443/things/7",
        "https://{host}.elsewhere.test/",
        "https://elsewhere.test\\@{host}/",
        "https://{host}@elsewhere.test/",
        "https://user:password@{host}/",
        "https://@{host}/",
        "ftp://{host}/",
        "javascript:alert(1)",
        "https://[broken/",
        "https://{host}:port/",
        "",
    ],
)
def test_credentials_never_cross_an_origin(mode: Mode, location: str) -> None:
    for call in (GET, POST):
        url = fresh_url()
        where = location.format(host=url.removeprefix("https://"))
        caller = mode.caller([to(where)], url=url, secret=SECRET)
        error = caller.error(call)
        assert caller.sent == 1
        assert isinstance(error, errors.ApiError)
        assert error.status == 307
        assert f"credentials stay on {url}; check base_url" in str(error)


def test_a_redirect_without_a_place_is_an_error(mode: Mode) -> None:
    caller = mode.caller([answer(302)])
    assert "redirected to nowhere" in str(caller.error(GET))


def test_the_message_of_the_body_does_not_hide_why(mode: Mode) -> None:
    caller = mode.caller([to("https://elsewhere.test/", 301, {"message": "Moved"})])
    error = caller.error(GET)
    assert "https://elsewhere.test/, which is not followed" in str(error)
    assert error.body == {"message": "Moved"}


def test_at_most_five_are_followed(mode: Mode) -> None:
    caller = mode.caller([to(f"/{number}") for number in range(5)] + [OK])
    assert caller.send(POST) == {"done": True}
    caller = mode.caller([to(f"/{number}") for number in range(6)])
    error = caller.error(POST)
    assert caller.sent == 6
    assert "5 were followed before" in str(error)


def test_a_loop_ends(mode: Mode) -> None:
    caller = mode.caller([to("/things/7")] * 100)
    assert caller.error(GET).status == 307
    assert caller.sent == 6


def test_a_retry_goes_where_the_redirect_led(mode: Mode) -> None:
    caller = mode.caller([to("/b"), answer(503), OK])
    caller.send(GET)
    assert [request.target for request in caller.transport.requests] == ["/things/7", "/b", "/b"]


def test_redirects_are_no_retries(mode: Mode) -> None:
    caller = mode.caller([to("/b"), OK], max_retries=0)
    assert caller.send(POST) == {"done": True}
