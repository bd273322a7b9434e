"""The table of what can be found out is the one that the code goes by, and has every write there is."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest
from clientkit.operation import Operation
from clientkit.resolving import READS, Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "resolving.md"
PRODUCTS = {
    "Alsorn": ("alsorn._sync.resolving", "alsorn_api"),
    "Ash": ("ash_ai._sync.resolving", "ash_api"),
    "ASG Gateway": ("asg_gateway._sync.resolving", "asg_api"),
    "Asset Core": ("assetcore_sdk._sync.resolving", "assetcore_api"),
    "SmartBlocks Network": ("sbn.resolving", "sbn_api"),
}
HEAD = "| Operation | Can say | By what | `retry()` |\n| --- | --- | --- | --- |\n"


def rules_of(product: str) -> dict[str, Rule]:
    found: dict[str, Rule] = importlib.import_module(PRODUCTS[product][0]).RULES
    return found


def writes_of(package: str) -> set[str]:
    api = importlib.import_module(f"{package}.api")
    modules = [each.name for each in pkgutil.walk_packages(api.__path__, f"{package}.api.") if not each.ispkg]
    operations = [getattr(importlib.import_module(name), "OPERATION", None) for name in modules]
    return {each.id for each in operations if isinstance(each, Operation) and each.method not in READS}


def retry_of(operation: Operation[..., object]) -> str:
    if operation.idempotent:
        return "yes"
    if operation.key is None:
        return "when it cannot have taken effect"
    return "with the key that it was given" if operation.key_optional else "with its key"


def row(name: str, rule: Rule) -> str:
    says = ", ".join(f"`{each}`" for each in rule.outcomes)
    return f"| `{name}` | {says} | {rule.by} | {retry_of(rule.operation)} |\n"


def table(product: str) -> str:
    return HEAD + "".join(row(name, rule) for name, rule in sorted(rules_of(product).items()))


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_write_has_a_rule(product: str) -> None:
    rules = rules_of(product)
    assert set(rules) == writes_of(PRODUCTS[product][1])
    assert all(name == rule.operation.id and rule.by for name, rule in rules.items())


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_table_on_the_page_is_the_code(product: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    # On a difference: write the tables that this module makes into the page.
    assert f"## {product}\n\n{table(product)}" in text
