"""The page that compares the five clients says what they do, as what they read from the environment."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import re
from pathlib import Path
from typing import Any

import alsorn.config
import asg_gateway.config
import ash_ai.config
import pytest
import sbn.config
from clientkit import errors
from clientkit_sandbox import running

PAGE = Path(__file__).resolve().parents[2] / "docs" / "family.md"
SERVICES = {"Asset Core": "assetcore", "Alsorn": "alsorn", "SBN": "sbn", "ASG": "asg", "Ash": "ash"}
DEFAULTS = {
    "Asset Core": "-",
    "Alsorn": f"`{alsorn.config.BASE_URL}`",
    "SBN": f"`{sbn.config.LOCAL_URL}`",
    "ASG": f"`{asg_gateway.config.BASE_URL}`",
    "Ash": f"`{ash_ai.config.SERVER_URL}`",
}
# A method of each that the service answers only with the right key.
CALLS = {
    "Asset Core": "whoami",
    "Alsorn": "agents.list",
    "SBN": "console.list_projects",
    "ASG": "get_profile",
    "Ash": "list_agents",
}


def table(title: str) -> dict[str, dict[str, str]]:
    """Return the cells of a section's table, by the row's name and the product's."""
    section = PAGE.read_text(encoding="utf-8").split(f"## {title}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")]
    products = rows[0]
    assert products == list(SERVICES)
    return {row[0]: dict(zip(products, row[1:], strict=True)) for row in rows[2:]}


CLIENTS = table("Constructors")


def name(row: str, product: str) -> str:
    return CLIENTS[row][product].strip("`")


def client_class(product: str, row: str = "Sync client") -> Any:
    return getattr(importlib.import_module(name("Import", product)), name(row, product))


def attribute(value: Any, path: str) -> Any:
    for each in path.split("."):
        value = getattr(value, each)
    return value


@pytest.mark.parametrize("product", SERVICES)
@pytest.mark.parametrize("row", ["Sync client", "Async client"])
def test_constructors_have_these_arguments_and_defaults(
    product: str, row: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name("URL variable", product), raising=False)
    kind = client_class(product, row)
    parameters = list(inspect.signature(kind).parameters.values())
    first = parameters[0]
    positional = first.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    assert name("First argument", product) == (first.name if positional else "-")
    assert any(each.name == name("URL argument", product) for each in parameters)
    key = name("Key argument", product)
    assert any(each.name == key for each in parameters) or callable(getattr(kind, key))
    assert CLIENTS["Default URL"][product] == DEFAULTS[product]
    timeout = next(each.default for each in parameters if each.name == "timeout")
    assert CLIENTS["`timeout`, seconds"][product] == f"{timeout:g}"
    retries = next(each.default for each in parameters if each.name == "max_retries")
    assert CLIENTS["`max_retries`"][product] == str(sbn.config.MAX_RETRIES if retries is None else retries)


@pytest.mark.parametrize("product", SERVICES)
def test_a_client_without_arguments_reads_key_and_url_from_the_environment(
    product: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = CALLS[product]
    with running(SERVICES[product]) as sandbox:
        address = next(
            getattr(sandbox, each)
            for each in ("write_url", "server_url", "base_url")
            if hasattr(sandbox, each)
        )
        key = getattr(sandbox, "api_key", None) or sandbox.write_token
        monkeypatch.setenv(name("URL variable", product), address)
        monkeypatch.setenv(name("Key variable", product), key)

        async def called() -> Any:
            async with client_class(product, "Async client")() as client:
                return await attribute(client, path)()

        asyncio.run(called())
        with client_class(product)() as client:
            sync = f"{path}_sync" if product == "Asset Core" else path
            attribute(client, sync)()
            assert key not in repr(client)

        monkeypatch.setenv(name("Key variable", product), f"{key}x")
        with client_class(product)() as client, pytest.raises(errors.AuthenticationError):
            attribute(client, sync)()


def offline(product: str) -> Any:
    arguments = {"Asset Core": ("http://127.0.0.1:9", "key"), "Alsorn": ("als_key",), "ASG": ("key",)}
    return client_class(product)(*arguments.get(product, ()))


@pytest.mark.parametrize("title", ["Repeating safely", "Waiting, lists and bytes"])
@pytest.mark.parametrize("product", SERVICES)
def test_every_method_that_is_compared_is_there(product: str, title: str) -> None:
    with offline(product) as client:
        for row, cells in table(title).items():
            for said in re.findall(r"`([\w.]+)`", cells[product]):
                if said.startswith(name("Import", product) + "."):
                    importlib.import_module(said)
                    continue
                method = attribute(client, said)
                if row == "Idempotency key of":
                    assert "idempotency_key" in inspect.signature(method).parameters


def error_classes(product: str, row: str) -> tuple[Any, ...]:
    module = importlib.import_module(f"{name('Import', product)}.errors")
    return tuple(getattr(module, each.strip("`")) for each in table("Errors")[row][product].split(", "))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("All of the product", errors.ClientError),
        ("Key refused", errors.AuthenticationError),
        ("Not found", errors.NotFoundError),
        ("Too many requests", errors.RateLimitError),
        ("No answer in time", errors.TimeoutError),
        ("No connection", errors.ConnectionError),
    ],
)
@pytest.mark.parametrize("product", SERVICES)
def test_errors_are_those_of_the_product_and_of_the_family(
    product: str, row: str, kind: type[Exception]
) -> None:
    for found in error_classes(product, row):
        assert issubclass(found, kind)
        assert issubclass(found, error_classes(product, "All of the product"))


@pytest.mark.parametrize("product", SERVICES)
def test_what_is_refused_before_it_is_sent_has_the_class_of_the_table(product: str) -> None:
    with (
        offline(product) as client,
        pytest.raises(ValueError, match="start with one slash") as caught,
    ):
        getattr(client, "request_sync", client.request)("GET", "//elsewhere")
    assert isinstance(caught.value, error_classes(product, "Refused before it is sent"))
    assert isinstance(caught.value, error_classes(product, "All of the product"))
