"""The two modes are one: what is written in `_async` is in `_sync`, name by name."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import clientkit
import pytest
from clientkit_codegen import unasync

FACADES = Path(clientkit.__file__).parent.parent

MODULES = sorted(
    ".".join(path.relative_to(FACADES).with_suffix("").parts)
    for path in FACADES.glob("**/_async/**/*.py")
    if path.name != "__init__.py"
)


def rules() -> unasync.Rules:
    return unasync.Rules(unasync.NAMES, unasync.CODE_NAMES)


def renamed(text: str) -> str:
    """A name or a text as the twin has it."""
    return rules().text(text)


@dataclasses.dataclass(frozen=True)
class Parameter:
    name: str
    kind: str
    default: str
    annotation: str


def written(annotation: Any) -> str:
    """An annotation as the source has it; empty when there is none."""
    if annotation is inspect.Parameter.empty:
        return ""
    return annotation if isinstance(annotation, str) else repr(annotation)


def derived(annotation: str) -> str:
    """An annotation as the twin has it: without what awaiting adds to it."""
    return unasync.transform(annotation, rules()).strip() if annotation else ""


def parameters(function: Any, rename: bool) -> list[Parameter]:
    found = []
    for each in inspect.signature(function).parameters.values():
        annotation = written(each.annotation)
        default = "" if each.default is each.empty else repr(each.default)
        if rename:
            annotation, default = derived(annotation), renamed(default)
        found.append(Parameter(each.name, each.kind.name, default, annotation))
    return found


def result(function: Any, rename: bool) -> str:
    annotation = inspect.signature(function).return_annotation
    return derived(written(annotation)) if rename else written(annotation)


def own(module: ModuleType) -> dict[str, Any]:
    """The classes and functions that a module defines."""
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isclass(value) or isinstance(value, FunctionType)
        if value.__module__ == module.__name__
    }


def functions(kind: type) -> dict[str, Any]:
    """The functions of a class, under the names that they are called by."""
    found = {}
    for name, value in vars(kind).items():
        inner = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
        if isinstance(inner, FunctionType):
            found[name] = inner
    return found


def bases(kind: type) -> list[str]:
    """The bases of a class that are ours; those of other packages go by their own names."""
    names = {module.name for module in pkgutil.iter_modules([str(FACADES)])}
    return [base.__name__ for base in kind.__bases__ if base.__module__.partition(".")[0] in names]


def name_of(name: str) -> str:
    return rules().code_name(name)


def suffixes_of(module: ModuleType) -> dict[str, str]:
    """What the methods of a module become that asks for a suffix in the twin."""
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    return unasync._suffixes(ast.parse(text), text)


def check(source: Any, twin: Any, where: str, suffixes: dict[str, str]) -> None:
    assert parameters(source, True) == parameters(twin, False), where
    assert result(source, True) == result(twin, False), where
    words = unasync._suffixed(renamed(inspect.getdoc(source) or ""), suffixes)
    assert words == (inspect.getdoc(twin) or ""), where
    assert not inspect.iscoroutinefunction(twin), where
    assert not inspect.isasyncgenfunction(twin), where


@pytest.mark.parametrize("name", MODULES)
def test_twins_have_the_same_names_signatures_and_words(name: str) -> None:
    source = importlib.import_module(name)
    twin = importlib.import_module(name.replace("._async", "._sync"))
    suffixes = suffixes_of(source)
    assert unasync._suffixed(renamed(source.__doc__ or ""), suffixes) == (twin.__doc__ or "")
    ours, theirs = own(source), own(twin)
    assert [name_of(each) for each in ours] == list(theirs)
    for each, value in ours.items():
        other = theirs[name_of(each)]
        where = f"{name}.{each}"
        if not inspect.isclass(value):
            check(value, other, where, suffixes)
            continue
        assert unasync._suffixed(renamed(value.__doc__ or ""), suffixes) == (other.__doc__ or ""), where
        assert [name_of(base) for base in bases(value)] == bases(other), where
        methods, twins = functions(value), functions(other)
        named = {method: suffixes.get(method, name_of(method)) for method in methods}
        assert list(named.values()) == list(twins), where
        for method, function in methods.items():
            check(function, twins[named[method]], f"{where}.{method}", suffixes)


def test_every_facade_is_looked_at() -> None:
    facades = {module.name for module in pkgutil.iter_modules([str(FACADES)])}
    with_twins = {path.parent.parent.name for path in FACADES.glob("*/_async/__init__.py")}
    assert {name.partition(".")[0] for name in MODULES} == with_twins
    assert with_twins <= facades
    assert "clientkit" in with_twins
    assert len(MODULES) == len(
        [path for path in FACADES.glob("**/_sync/**/*.py") if path.name != "__init__.py"]
    )


def test_the_hand_written_sync_and_async_modules_offer_the_same_names() -> None:
    from clientkit._io import asynchronous, blocking

    for name in (
        "Lock",
        "Pools",
        "Semaphore",
        "Slots",
        "SystemClock",
        "TaskGroup",
        "body_of",
        "checkpoint",
        "dial",
        "time_limit",
    ):
        assert hasattr(asynchronous, name)
        assert hasattr(blocking, name)
    for name in ("Lock", "Pools", "Slots", "SystemClock", "TaskGroup"):
        ours = {name_of(each) for each in functions(getattr(asynchronous, name)) if not each.startswith("_")}
        theirs = {each for each in functions(getattr(blocking, name)) if not each.startswith("_")}
        assert ours == theirs


@pytest.mark.parametrize("name", [name for name in MODULES if not name.startswith("clientkit.")])
def test_sync_docstrings_speak_of_sync_code(name: str) -> None:
    twin = importlib.import_module(name.replace("._async", "._sync"))
    for where, value in own(twin).items():
        found = {where: value, **(functions(value) if inspect.isclass(value) else {})}
        for part, each in found.items():
            said = inspect.getdoc(each) or ""
            foreign = re.search(r"`aiohttp`|async function|\bawait |aclose|asyncio", said)
            assert foreign is None, f"{where}.{part}: {foreign}"
