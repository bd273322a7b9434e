"""Constructing clients, and what every result and error of theirs has in common."""

from __future__ import annotations

import copy
import doctest
import inspect
import pickle
import subprocess
import sys
import traceback
from typing import Any

import alsorn
import attrs
import clientkit
import pytest
from alsorn import AlsornClient, AsyncAlsornClient, errors, exceptions, tracking, webhooks
from clientkit.testing import ScriptedTransport, answer
from clientkit_sandbox import Sandbox

pytestmark = pytest.mark.anyio
KEY = "als_" + "5ec2e7" * 10 + "abcd"


@pytest.fixture(autouse=True)
def no_key_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALSORN_API_KEY", raising=False)


@pytest.mark.parametrize("kind_of_client", [AlsornClient, AsyncAlsornClient])
@pytest.mark.parametrize(
    ("key", "code"),
    [
        (None, "missing_auth"),
        ("", "missing_auth"),
        (7, "missing_auth"),
        ("sk_" + KEY, "invalid_auth_format"),
        (KEY + "\n", "invalid_auth_format"),
        (KEY + "é", "invalid_auth_format"),
        (f"{KEY} {KEY}", "invalid_auth_format"),
    ],
)
def test_a_key_that_cannot_be_one_is_refused_without_showing_it(
    kind_of_client: Any, key: Any, code: str
) -> None:
    with pytest.raises(errors.AlsornAuthError) as caught:
        kind_of_client(api_key=key)
    assert caught.value.code == code
    # Without the frame of this test, which knows the key.
    inner = caught.tb.tb_next
    shown = traceback.TracebackException(caught.type, caught.value, inner, capture_locals=True)
    told = "".join(shown.format())
    assert KEY not in told
    assert KEY not in f"{caught.value!r}{pickle.dumps(caught.value)!r}"


def test_the_key_comes_from_the_environment_when_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(errors.AlsornAuthError, match="ALSORN_API_KEY"):
        AlsornClient()
    monkeypatch.setenv("ALSORN_API_KEY", "als_from_environment")
    for key, sent in ((None, "als_from_environment"), ("als_given", "als_given")):
        transport = ScriptedTransport([answer(200, [])])
        with AlsornClient(key, http_client=transport) as client:
            client.webhooks.list()
        assert transport.requests[0].headers["Authorization"].reveal() == f"Bearer {sent}"


def test_a_short_key_of_the_documentation_is_good_enough() -> None:
    with AlsornClient(api_key="als_your_api_key") as client:
        assert repr(client) == "AlsornClient(base_url='https://api.alsorn.com')"
        assert "als_your_api_key" not in repr(vars(client))


@pytest.mark.parametrize(
    "options",
    [
        {"base_url": "alsorn"},
        {"timeout": 0},
        {"timeout": "30"},
        {"max_retries": -1},
        {"headers": {"a b": "c"}},
    ],
)
def test_options_that_cannot_work_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(
        clientkit.ConfigurationError, match=next(iter(options)) if "headers" not in options else "a b"
    ):
        AlsornClient(KEY, **options)


def test_the_path_of_a_base_url_is_kept() -> None:
    transport = ScriptedTransport([answer(200, {"id": "x"})])
    with AlsornClient(KEY, "https://example.org/alsorn/", http_client=transport) as client:
        client.agents.get("a/b ?#")
    assert transport.requests[0].origin == "https://example.org"
    assert transport.requests[0].target == "/alsorn/agents/a%2Fb%20%3F%23"


def methods() -> list[tuple[str, str]]:
    with AlsornClient(KEY) as client:
        return [
            (resource, name)
            for resource in ("agents", "trust", "transactions", "webhooks")
            for name, _ in inspect.getmembers(getattr(client, resource), inspect.ismethod)
            if not name.startswith("_")
        ]


CALLS: dict[str, tuple[Any, ...]] = {
    "agents.register": ("runner", ["execute_trade"], 5),
    "agents.list": (),
    "agents.get": ("agent_7f3k9x2m",),
    "agents.verify": ("agent_7f3k9x2m",),
    "agents.update": ("agent_7f3k9x2m",),
    "agents.suspend": ("agent_7f3k9x2m",),
    "agents.get_audit_chain": ("agent_7f3k9x2m",),
    "trust.query": ("agent_7f3k9x2m",),
    "trust.evaluate": ("agent_7f3k9x2m",),
    "trust.batch_query": (["agent_7f3k9x2m", "agent_nobody"],),
    "trust.get_history": ("agent_7f3k9x2m",),
    "trust.report": ("agent_7f3k9x2m", "Late"),
    "transactions.execute": ("agent_7f3k9x2m", "agent_2b8m4p1q", "transfer_funds", 5),
    "transactions.list": (),
    "transactions.get": ("tx_r4s5t6u7v8",),
    "transactions.reverse": ("tx_r4s5t6u7v8",),
    "transactions.export": (),
    "webhooks.register": ("https://example.org/hook", ["*"]),
    "webhooks.list": (),
    "webhooks.get": ("wh_x1y2z3",),
    "webhooks.update": ("wh_x1y2z3",),
    "webhooks.delete": ("wh_x1y2z3",),
    "webhooks.test": ("wh_x1y2z3",),
}
OPTIONS: dict[str, dict[str, Any]] = {
    "agents.update": {"name": "renamed"},
    "webhooks.update": {"events": ["*"]},
}


def test_every_method_is_called_below() -> None:
    assert {f"{resource}.{name}" for resource, name in methods()} == {*CALLS, "transactions.export_to"}
    assert len(CALLS) == 23


def call(client: Any, name: str) -> Any:
    resource, method = name.split(".")
    return getattr(getattr(client, resource), method)(*CALLS[name], **OPTIONS.get(name, {}))


@pytest.mark.parametrize("name", CALLS)
async def test_a_result_can_be_kept_copied_and_shown(mode: Any, name: str) -> None:
    result = await mode(call(mode.client, name))
    for one in (
        list(result) if isinstance(result, (list, clientkit.paging.PageData, alsorn.TrustBatch)) else [result]
    ):
        for twin in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
            assert type(twin) is type(one)
            assert repr(twin) == repr(one)
        if attrs.has(type(one)):
            assert attrs.evolve(one) == one
            assert "UNSET" not in repr(one)
            assert type(one).from_dict(one.to_dict()).to_dict() == one.to_dict()
        else:
            assert one is None or type(one) is alsorn.Export


@pytest.mark.parametrize("name", CALLS)
async def test_the_raw_answer_of_every_method(mode: Any, name: str) -> None:
    found = await mode(call(mode.client.raw, name))
    assert found.status in {200, 201, 204}
    assert found.headers["x-ratelimit-limit"] == "100000"
    assert (found.parse() is None) is (name == "webhooks.delete")


@pytest.mark.parametrize("name", CALLS)
async def test_every_method_raises_the_documented_errors(
    mode: Any, alsorn_sandbox: Sandbox, name: str
) -> None:
    alsorn_sandbox.fault("expired_token", times=2)
    with pytest.raises(errors.AlsornAuthError) as caught:
        await mode(call(mode.view(max_retries=0).client, name))
    error = caught.value
    assert (error.status_code, error.code) == (401, "revoked_api_key")
    assert error.request_id.startswith("req_")
    assert isinstance(error, clientkit.AuthenticationError)
    assert alsorn_sandbox.api_key not in f"{error!r}{error.__dict__}"


async def test_the_limit_of_an_hour(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.limit(1)
    await mode(mode.client.agents.list())
    with pytest.raises(errors.AlsornRateLimitError) as caught:
        await mode(mode.client.agents.list())
    assert 0 < caught.value.retry_after <= 3600
    assert isinstance(caught.value, alsorn.RateLimitError)


async def test_no_answer_is_an_alsorn_error_too(connect: Any) -> None:
    mode = connect(api_key=KEY, base_url="http://127.0.0.1:9", max_retries=0)
    with pytest.raises(errors.AlsornError) as caught:
        await mode(mode.client.agents.list())
    assert isinstance(caught.value, errors.AlsornConnectionError)
    assert isinstance(caught.value, ConnectionError)
    assert caught.value.status_code is None
    assert caught.value.message


async def test_a_slow_answer_is_a_timeout(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("delay", delay=5)
    with pytest.raises(errors.AlsornTimeoutError) as caught:
        await mode(mode.view(timeout=0.05, max_retries=0).client.agents.list())
    assert isinstance(caught.value, TimeoutError)
    alsorn_sandbox.clear_faults()


async def test_a_page_of_a_proxy_is_an_error_with_the_page_in_it(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("html", status=200)
    with pytest.raises(errors.AlsornDecodeError, match="from a proxy"):
        await mode(mode.client.agents.list())


@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_the_asynchronous_client_runs_on_either_library(
    anyio_backend: str, alsorn_sandbox: Sandbox
) -> None:
    alsorn_sandbox.fault("status", status=503, retry_after=0)
    async with AsyncAlsornClient(alsorn_sandbox.api_key, alsorn_sandbox.base_url) as client:
        page = await client.transactions.list(limit=2)
        assert len([payment async for payment in page.iter_all()]) == 3


def test_both_modules_of_errors_are_the_same() -> None:
    classes = {
        name for name, each in vars(errors).items() if name.startswith("Alsorn") and isinstance(each, type)
    }
    for name in {*classes, "FieldError", "RateLimitError"}:
        assert getattr(exceptions, name) is getattr(errors, name) is getattr(alsorn, name)
    assert {getattr(errors, name) for name in classes} == {
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, errors.AlsornError)
    }


def test_every_public_name_is_there_and_importing_is_cheap() -> None:
    program = (
        "import sys, alsorn\n"
        "heavy = {'httpx', 'alsorn_api', 'attrs', 'dateutil', 'hmac', 'asyncio'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "missing = [name for name in alsorn.__all__ if not hasattr(alsorn, name)]\n"
        "assert not missing, missing\n"
        "assert set(alsorn.__all__) <= set(dir(alsorn))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize("module", [tracking, webhooks])
def test_the_examples_of_docstrings(module: Any) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert result.failed == 0
