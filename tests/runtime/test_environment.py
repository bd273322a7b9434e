"""Clients read `<PRODUCT>_API_KEY` and `<PRODUCT>_BASE_URL`; arguments go before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import alsorn
import asg_gateway
import ash_ai
import assetcore_sdk
import clientkit
import pytest
import sbn
from clientkit_sandbox import running


class Case(NamedTuple):
    make: Callable[..., Any]
    service: str
    url: str
    key: str
    call: Callable[[Any], Any]
    facts: tuple[str, str] = ("base_url", "api_key")


CASES = {
    "alsorn": Case(
        alsorn.AlsornClient, "alsorn", "ALSORN_BASE_URL", "ALSORN_API_KEY", lambda c: c.agents.list()
    ),
    "ash": Case(
        ash_ai.AshClient,
        "ash",
        "ASH_BASE_URL",
        "ASH_API_KEY",
        lambda c: c.list_agents(),
        ("server_url", "api_key"),
    ),
    "ash, older name": Case(
        ash_ai.AshClient,
        "ash",
        "ASH_SERVER_URL",
        "ASH_API_KEY",
        lambda c: c.list_agents(),
        ("server_url", "api_key"),
    ),
    "asg": Case(
        asg_gateway.ASGGatewayClient, "asg", "ASG_BASE_URL", "ASG_API_KEY", lambda c: c.get_profile()
    ),
    "sbn": Case(sbn.SbnClient, "sbn", "SBN_BASE_URL", "SBN_API_KEY", lambda c: c.receipts.list()),
    "assetcore": Case(
        assetcore_sdk.AssetCoreClient,
        "assetcore",
        "ASSETCORE_BASE_URL",
        "ASSETCORE_API_KEY",
        lambda c: c.list_containers_sync(),
        ("read_url", "read_token"),
    ),
    "assetcore, older names": Case(
        assetcore_sdk.AssetCoreClient,
        "assetcore",
        "ASSETCORE_WRITE_URL",
        "ASSETCORE_WRITE_TOKEN",
        lambda c: c.write_health_sync(),
        ("write_url", "write_token"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_client_without_arguments_is_the_one_of_the_environment(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[name]
    with running(case.service) as sandbox:
        url, key = (sandbox.facts[fact] for fact in case.facts)
        monkeypatch.setenv(case.url, url)
        monkeypatch.setenv(case.key, key)
        with case.make() as client:
            case.call(client)
            assert key not in repr(client)


@pytest.mark.parametrize("name", CASES)
def test_an_argument_goes_before_the_environment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case = CASES[name]
    monkeypatch.setenv(case.url, "http://127.0.0.1:9")
    monkeypatch.setenv(case.key, "wrong")
    with running(case.service) as sandbox:
        url, key = (sandbox.facts[fact] for fact in case.facts)
        if case.service == "sbn":
            client = case.make(base_url=url)
            client.authenticate_api_key(key)
        else:
            client = case.make(**{"server_url" if case.service == "ash" else "base_url": url}, api_key=key)
        with client:
            case.call(client)


def test_an_empty_variable_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASH_BASE_URL", "")
    monkeypatch.delenv("ASH_SERVER_URL", raising=False)
    with ash_ai.AshClient() as client:
        assert client.server_url == "http://localhost:4100"


def test_a_base_url_that_nothing_gives_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ASSETCORE_BASE_URL", "ASSETCORE_WRITE_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(assetcore_sdk.AssetCoreConfigurationError, match="set ASSETCORE_BASE_URL") as caught:
        assetcore_sdk.AssetCoreClient(api_key="k")
    assert isinstance(caught.value, clientkit.ConfigurationError)


def test_a_key_in_the_place_of_a_url_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSORN_BASE_URL", "als_live_secret")
    with pytest.raises(clientkit.ConfigurationError) as caught:
        alsorn.AlsornClient(api_key="als_x")
    assert "als_live_secret" not in repr(caught.value)
