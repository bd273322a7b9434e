"""Published packages that ours take the place of: each of their names works here, or has another to write."""

from __future__ import annotations

import inspect
import re
import tomllib
import typing
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = {path.stem: tomllib.loads(path.read_text()) for path in (ROOT / "tests/published").glob("*.toml")}


def facts(kind: str) -> list[Any]:
    return [
        pytest.param(name, value, id=name)
        for package in PACKAGES.values()
        for name, value in package.get(kind, {}).items()
    ]


def resolve(name: str) -> Any:
    """Return what a dotted name stands for."""
    parts = name.split(".")
    found: Any = import_module(parts[0])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        for depth, part in enumerate(parts[1:], 2):
            try:
                found = getattr(found, part)
            except AttributeError:
                found = import_module(".".join(parts[:depth]))
    return found


def dotted(text: str) -> Iterator[str]:
    return (each for each in re.findall(r"[a-z_]+(?:\.\w+)+", text) if "." in each)


@pytest.mark.parametrize(("name", "instead"), facts("names"))
def test_a_published_name_works_or_has_another_to_write(name: str, instead: str) -> None:
    if not instead:
        assert resolve(name) is not None
        return
    with pytest.raises((ImportError, AttributeError)):
        resolve(name)
    for other in dotted(instead):
        resolve(other)


@pytest.mark.parametrize(("name", "published"), facts("parameters"))
def test_a_published_signature_is_accepted(name: str, published: list[str]) -> None:
    ours = inspect.signature(resolve(name)).parameters
    accepted = set(ours)
    for each in ours.values():
        if each.kind is each.VAR_KEYWORD and (options := typing.get_args(each.annotation)):
            accepted |= set(typing.get_type_hints(options[0]))
        elif each.kind is each.VAR_KEYWORD:
            accepted |= set(published)
    assert set(published) <= accepted


@pytest.mark.parametrize("name", PACKAGES)
def test_the_page_of_a_package_has_a_table_of_its_differences(name: str) -> None:
    facts = PACKAGES[name]
    page = (ROOT / facts["page"]).read_text(encoding="utf-8")
    assert re.search(
        rf"^## Coming from `?{re.escape(facts['package'])}`?.*\n(?:.*\n)*?\| There \| Here \|", page, re.M
    )
