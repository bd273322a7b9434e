"""Every public method of a client has a command, or a reason why not."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from clientkit.commands.app import product_app
from clientkit.commands.catalog import Catalog, catalog
from clientkit.commands.connecting import services
from clientkit.guard import Guarded

PRODUCTS = services()


def public_methods(cls: type[Any], prefix: str = "") -> Iterator[str]:
    """Yield the public methods of a client and of its groups, found in another way than the catalog's."""
    for name, member in inspect.getmembers_static(cls):
        if name.startswith("_") or name == "raw":
            continue
        if isinstance(member, property):
            group = (
                inspect.get_annotations(member.fget, eval_str=False).get("return") if member.fget else None
            )
            home = vars(inspect.getmodule(member.fget)).get(str(group))
            if isinstance(home, type) and issubclass(home, Guarded):
                yield from public_methods(home, f"{prefix}{name}.")
        elif callable(member) or isinstance(member, (staticmethod, classmethod)):
            yield prefix + name.removesuffix("_sync")


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_public_method_has_its_command_or_a_reason(name: str) -> None:
    found = catalog(PRODUCTS[name])
    skipped = {each.name: each.reason for each in found.skipped}
    assert all(skipped.values())
    for method in sorted(set(public_methods(found.client))):
        # Of a class for both, what is awaited alone is closed with its sync counterpart.
        if method == "aclose":
            continue
        known = method in found.methods or method in skipped or f"{method}_sync" in skipped
        assert known, f"{name}: {method} has no command, and its declaration says no reason"


@pytest.mark.parametrize("name", PRODUCTS)
def test_declarations_have_no_problems(name: str) -> None:
    assert list(catalog(PRODUCTS[name]).problems()) == []


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_operation_of_a_docstring_is_found(name: str) -> None:
    for method in catalog(PRODUCTS[name]).methods.values():
        assert {each.id for each in method.operations} == set(method.docs.operations), method.name


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_parameter_can_be_written(name: str) -> None:
    for method in catalog(PRODUCTS[name]).methods.values():
        assert all(each.kind.is_typeable for each in method.parameters if each.is_required), method.name


def test_documented_commands_are_there() -> None:
    wanted = {
        "alsorn": ["agents list", "transactions execute"],
        "ash": ["messages send", "sessions create", "agents list"],
        "asg": ["submit"],
        "assetcore": ["commit", "preflight", "containers list"],
        "sbn": ["atlas list-apps"],
    }
    for name, commands in wanted.items():
        words = {" ".join(method.words) for method in catalog(PRODUCTS[name]).methods.values()}
        assert words >= set(commands)


def test_catalog_knows_what_reads_and_what_pays() -> None:
    methods = catalog("alsorn").methods
    execute, get, suspend = (
        methods[f"{each}"] for each in ("transactions.execute", "agents.get", "agents.suspend")
    )
    assert (execute.is_read, execute.pays, execute.is_idempotent, execute.takes_key) == (
        False,
        True,
        False,
        True,
    )
    assert (get.is_read, get.is_destructive, get.is_idempotent) == (True, False, True)
    assert (suspend.is_read, suspend.is_idempotent) == (False, True)
    assert isinstance(catalog("alsorn"), Catalog)


def leaves(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command of an application, as typer makes it."""
    if not hasattr(command, "list_commands"):
        yield words, command
        return
    for name in command.list_commands(None):
        yield from leaves(command.get_command(None, name), (*words, name))


@pytest.mark.parametrize("name", PRODUCTS)
def test_every_command_can_be_made(name: str) -> None:
    found = catalog(PRODUCTS[name])
    made = dict(leaves(typer.main.get_command(product_app(found))))
    assert set(made) == {method.words for method in found.methods.values()}
    for method in found.methods.values():
        command = made[method.words]
        assert command.help
        assert {f"opt_{each.name}" for each in method.parameters} <= {each.name for each in command.params}
        flags = [flag for each in command.params for flag in (*each.opts, *each.secondary_opts)]
        assert len(flags) == len(set(flags)), method.name
