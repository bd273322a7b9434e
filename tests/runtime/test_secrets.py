"""A secret shows itself nowhere: not in reprs, logs, errors, pickles of errors or tracebacks."""

from __future__ import annotations

import copy
import json
import logging
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from alsorn import AlsornClient, AsyncAlsornClient
from asg_gateway import ASGGatewayClient
from ash_ai import AshClient
from assetcore_sdk import AssetCoreClient
from clientkit import errors
from clientkit.auth import Token
from clientkit.errors import ErrorClasses, read_problem
from clientkit.masking import mask, mask_value
from clientkit.operation import Request, header, headers, query, segment
from clientkit.product import Product
from clientkit.secrets import MASK, Secret
from clientkit.settings import hidden
from clientkit.testing import Step, answer
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .leaks import echoes, everything
from .modes import BROKEN, GET, MODES, POST, SECRET, Mode, operation

each_world = pytest.mark.parametrize("mode", MODES, ids=repr)

# What a header can carry; with an end that nothing else has.
keys = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=40).map(
    "{}~Zq7".format
)


# -- the class -----------------------------------------------------------------------------------------


@given(keys)
def test_a_secret_shows_asterisks_and_is_the_text_all_the_same(text: str) -> None:
    secret = Secret(text)
    shown = f"{secret} {secret!r} {secret!s:>20} %s %r" % (secret, secret) + str(secret) + repr([secret])
    assert shown.replace("*", "").strip(" '[]") == ""
    assert secret == text
    assert hash(secret) == hash(text)
    assert secret.reveal() == text
    assert type(secret.reveal()) is str
    assert secret.encode() == text.encode()
    assert json.loads(json.dumps({"key": secret})) == {"key": text}
    assert Secret(secret) is secret


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_secret_stays_one_when_it_is_copied(protocol: int) -> None:
    secret = Secret(SECRET)
    for other in (pickle.loads(pickle.dumps(secret, protocol)), copy.copy(secret), copy.deepcopy(secret)):
        assert type(other) is Secret
        assert other.reveal() == SECRET


def test_a_scheme_goes_before_the_secret_and_hides_with_it() -> None:
    value = Secret(SECRET).prefixed("Bearer")
    assert str(value) == MASK
    assert value.encode() == b"Bearer " + SECRET.encode()


def test_parameters_carry_the_secret_itself() -> None:
    assert query({"key": Secret("a b")}) == "key=a%20b"
    assert segment("key", Secret("a/b")) == "a%2Fb"
    assert header("X-Key", Secret(SECRET)).encode() == SECRET.encode()
    sent = headers({"X-Key": Secret(SECRET)})
    assert sent == {"X-Key": SECRET}
    assert SECRET not in repr(sent)


# -- masking -------------------------------------------------------------------------------------------


@given(keys, st.text(), st.text())
@example('quo"te\\slash/=+&', "", "")
def test_a_secret_is_masked_however_it_is_written(key: str, before: str, after: str) -> None:
    escaped = "".join(f"\\u{ord(char):04X}" for char in key)
    percent = "".join(f"%{ord(char):02x}" for char in key)
    for written in (key, json.dumps(key)[1:-1], escaped, percent, key.replace("/", "\\/")):
        shown = mask(f"{before}|{written}|{after}", [Secret(key)])
        assert f"|{MASK}|" in shown
        assert key not in shown or key in f"{before}|{MASK}|{after}"


def test_a_token_is_masked_without_its_scheme_and_a_cookie_without_its_name() -> None:
    assert mask("bad token abcdef123456", [Secret("Bearer abcdef123456")]) == "bad token ***"
    assert mask("session s3cr3ts3cr3t", [Secret("theme=dark; sid=s3cr3ts3cr3t")]) == "session ***"
    assert mask("Bearer of news", [Secret("Bearer abcdef123456")]) == "Bearer of news"


def test_short_secrets_do_not_mask_words() -> None:
    assert mask("a key is a key", [Secret("key")]) == "a key is a key"


def test_values_are_masked_at_every_depth_and_in_keys() -> None:
    value = {"a": [f"x {SECRET}", {SECRET: 1}], "b": 2.5, "c": None, "d": True}
    assert mask_value(value, [SECRET]) == {"a": ["x ***", {"***": 1}], "b": 2.5, "c": None, "d": True}


def test_what_is_too_deep_to_be_looked_at_is_cut() -> None:
    deep: Any = SECRET
    for _ in range(5000):
        deep = [deep]
    masked = mask_value(deep, [SECRET])
    assert SECRET not in repr(masked)
    pickle.dumps(masked)


# -- errors, logs, tracebacks --------------------------------------------------------------------------


def logged(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(f"{vars(record)!r} {record.getMessage()} {record.args!r}" for record in caplog.records)


def reading(secret: str) -> Any:
    def read(value: Any) -> Any:
        raise ValueError(f"not a number: {secret}")

    return read


@each_world
@pytest.mark.parametrize("place", echoes(""))
def test_what_a_service_repeats_is_masked(mode: Mode, place: str, caplog: pytest.LogCaptureFixture) -> None:
    ways: list[dict[str, Any]] = [{"secret": SECRET}, {"headers": {"X-Api-Key": SECRET}}]
    for options in ways:
        caller = mode.caller([echoes(SECRET)[place]] * 3, **options)
        with caplog.at_level(logging.DEBUG):
            error = caller.error(POST)
        assert isinstance(error, errors.ClientError)
        assert SECRET not in everything(error)
        assert SECRET not in logged(caplog)
        assert caplog.records


@each_world
@settings(max_examples=40, deadline=None)
@given(keys, st.data())
def test_no_secret_of_any_shape_is_shown(mode: Mode, key: str, data: st.DataObject) -> None:
    steps = list(echoes(json.dumps(key)[1:-1]).values()) + list(echoes(key).values())
    caller = mode.caller([data.draw(st.sampled_from(steps))] * 3, secret=key)
    error = caller.error(POST)
    assert key not in everything(error)


@each_world
def test_what_a_reader_says_of_an_answer_is_masked(mode: Mode) -> None:
    caller = mode.caller([answer(200, {"n": SECRET})], secret=SECRET)
    error = caller.error(GET, reading(SECRET))
    assert isinstance(error, errors.DecodeError)
    assert "not a number: ***" in str(error)
    assert SECRET not in everything(error)


@each_world
def test_a_token_that_was_replaced_is_masked_too(mode: Mode) -> None:
    tokens = iter([Token("first-token-012345"), Token("second-token-67890")])
    echo = answer(403, {"message": "first-token-012345 and second-token-67890"})
    caller = mode.caller([answer(401), echo], auth=mode.refreshing(lambda: next(tokens)))
    assert str(caller.error(GET)) == "*** and ***"


@each_world
def test_a_secret_of_a_single_call_is_masked(mode: Mode) -> None:
    ask = operation(request=lambda: Request("GET", "/x", headers=headers({"X-Admin-Key": Secret(SECRET)})))
    caller = mode.caller([answer(403, {"message": f"not {SECRET}"})])
    error = caller.error(ask)
    assert str(error) == "not ***"
    assert SECRET not in everything(error)


@each_world
def test_facts_of_a_product_come_from_the_masked_body(mode: Mode) -> None:
    def read(body: Any) -> errors.Problem:
        problem = read_problem(body)
        problem.facts["field_errors"] = body["fields"]
        return problem

    product = Product("facts", ErrorClasses(read_problem=read))
    caller = mode.caller([answer(422, {"fields": [f"key {SECRET}"]})], secret=SECRET, product=product)
    assert caller.error(GET).field_errors == ["key ***"]


@each_world
def test_nothing_of_a_client_shows_its_secrets(mode: Mode) -> None:
    caller = mode.caller([answer(200, {})], secret=SECRET, headers={"Cookie": f"sid={SECRET}"})
    caller.send(GET)
    client = caller.client
    core, request = client._core, caller.transport.requests[0]
    shown = [client, core, core.settings, core.auth, core.channel, vars(client), core.product]
    shown += [
        request,
        request.headers,
        client.raw,
        client.with_options(headers={"X-Token": SECRET})._core.settings,
    ]
    assert SECRET not in repr(shown) + str(shown)


@each_world
def test_every_attempt_is_logged_and_says_nothing_of_what_it_carried(
    mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    ask = operation(
        path="/things/id-of-a-customer",
        request=lambda: Request("GET", "/things/id-of-a-customer", query="email=customer%40example.com"),
    )
    script: list[Step] = [BROKEN, answer(503), answer(200, {"x": 1}, {"X-Request-Id": "req-1"})]
    caller = mode.caller(script, secret=SECRET)
    with caplog.at_level(logging.DEBUG, "clientkit"):
        caller.send(ask)
    # Tracing that another test has shut down may log as well.
    records: list[Any] = [record for record in caplog.records if record.name.startswith("clientkit")]
    assert [record.name for record in records] == ["clientkit"] * 3
    assert [record.status for record in records] == [None, 503, 200]
    assert [record.attempt for record in records] == [1, 2, 3]
    assert [record.levelname for record in records] == ["INFO", "INFO", "DEBUG"]
    assert {record.method for record in records} == {"GET"}
    assert {record.operation_id for record in records} == {"get_thing"}
    assert records[2].request_id == "req-1"
    assert all(record.duration >= 0 for record in records)
    for said in (SECRET, "customer"):
        assert said not in logged(caplog)


# -- refusing ------------------------------------------------------------------------------------------

BAD_KEYS = [
    "als_two words",
    "als_line\nbreak",
    "als_schlüssel",
    "als_nul\0",
    "als_tab\t",
    "\u202eals_",
    "sk_wrong_prefix",
]


@pytest.mark.parametrize("client", [AlsornClient, AsyncAlsornClient])
@pytest.mark.parametrize("key", BAD_KEYS)
def test_a_bad_key_is_refused_without_showing_it(client: Any, key: str) -> None:
    with pytest.raises(errors.AuthenticationError) as caught:
        client(key)
    shown = everything(caught.value)
    for part in (key, key.strip(), repr(key)[1:-1]):
        assert part not in shown


@pytest.mark.parametrize("options", [{"base_url": "nonsense"}, {"timeout": -1}, {"max_retries": "many"}])
@pytest.mark.parametrize("client", [AlsornClient, AsyncAlsornClient])
def test_another_bad_argument_does_not_show_the_key(client: Any, options: dict[str, Any]) -> None:
    with pytest.raises(ValueError) as caught:
        client(SECRET.replace("sk-", "als_"), **options)
    assert "live-0123456789" not in everything(caught.value)


@each_world
@pytest.mark.parametrize("name", ["X-Api-Key", "authorization", "X-Auth-Token", "Cookie", "X-Client-Secret"])
def test_a_bad_secret_header_is_refused_without_showing_it(mode: Mode, name: str) -> None:
    client = mode.caller().client
    for value in (f"{SECRET}\n", f"{SECRET}é", f" {SECRET}"):
        with pytest.raises(errors.ConfigurationError, match=name) as caught:
            client.with_options(headers={name: value})
        assert SECRET not in everything(caught.value)


@pytest.mark.parametrize(
    ("name", "is_secret"),
    [
        ("Authorization", True),
        ("proxy-authorization", True),
        ("X-API-Key", True),
        ("apikey", True),
        ("X-Session-Token", True),
        ("Idempotency-Key", False),
        ("X-Idempotency-Key", False),
        ("Accept", False),
        ("X-Monkey-Count", False),
    ],
)
def test_which_headers_hold_secrets(name: str, is_secret: bool) -> None:
    assert isinstance(hidden({name: "value"})[name], Secret) is is_secret


@pytest.mark.parametrize(
    "url", ["https://user:hunter22@host.test", "https://user@host.test", "https://user:hunter22@[bad"]
)
def test_credentials_in_an_address_are_refused_without_showing_them(url: str) -> None:
    with pytest.raises(ValueError) as caught:
        AlsornClient("als_test_key", base_url=url)
    assert "hunter22" not in str(caught.value)


@pytest.mark.parametrize("key", ["ash_" + SECRET, SECRET, f"Bearer {SECRET}", f"key:{SECRET}"])
@pytest.mark.parametrize(
    "make",
    [
        lambda key: AshClient(key, "https://x.example"),
        lambda key: AssetCoreClient(key, "https://x.example"),
        lambda key: ASGGatewayClient("https://x.example", key),
    ],
    ids=["ash", "assetcore", "asg"],
)
def test_a_key_given_as_the_address_is_not_shown(make: Callable[[str], Any], key: str) -> None:
    with pytest.raises(Exception, match="must be an absolute http") as caught:
        make(key)
    assert SECRET not in everything(caught.value)


def test_an_address_of_another_scheme_is_shown() -> None:
    with pytest.raises(errors.ConfigurationError, match=r"got 'ftp://x.example'"):
        AssetCoreClient("ftp://x.example", "key")


def test_what_a_proxy_repeats_of_its_credentials_is_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    from .modes import GET, MODES

    monkeypatch.setenv("https_proxy", "http://user:pr0xypassw0rd@127.0.0.1:9")
    body = "you sent pr0xypassw0rd, dXNlcjpwcjB4eXBhc3N3MHJk"
    for mode in MODES:
        error = mode.caller([answer(407, body.encode(), {"X-Echo": body})]).error(GET)
        shown = f"{error} {error.body} {dict(error.headers)}"
        assert "pr0xy" not in shown
        assert "cjB4eXBhc3N3MHJk" not in shown
