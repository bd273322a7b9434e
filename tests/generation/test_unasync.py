"""Sync twins: what becomes of async code, of names, strings and comments, and what is refused."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent

import pytest

NAMES = {
    "_async": "_sync",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "StopAsyncIteration": "StopIteration",
    "aclose": "close",
}
CODE_NAMES = {"asynchronous": "blocking"}


def transform(source: str, names: dict[str, str] | None = None) -> str:
    from clientkit_codegen.unasync import Rules
    from clientkit_codegen.unasync import transform as run

    result = run(dedent(source), Rules(NAMES if names is None else names, CODE_NAMES))
    ast.parse(result)
    return result


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("async def f(): return await g()", "def f(): return g()"),
        ("async def f():\n    async with a as b: pass", "def f():\n    with a as b: pass"),
        ("async def f():\n    async for x in y: pass", "def f():\n    for x in y: pass"),
        ("async def f(): return [x async for x in y]", "def f(): return [x for x in y]"),
        (
            "async def f(): return {await a: 1 async for a in b if await a}",
            "def f(): return {a: 1 for a in b if a}",
        ),
        ("async def f(): return (await g())[0]", "def f(): return g()[0]"),
        ("async def f(): return (await g()).x, (await h)", "def f(): return g().x, h"),
        ("async def f(): return(await g())", "def f(): return(g())"),
        ("async def f(): return g(await h())", "def f(): return g(h())"),
        ("async def f(): return (await a or b)", "def f(): return (a or b)"),
        ("async def f():\n    await  (\n        g()\n    )", "def f():\n    (\n        g()\n    )"),
        ("async  def f(): pass  # await g() here", "def f(): pass  # g() here"),
        ("x: AsyncIterator[int]", "x: Iterator[int]"),
        ("x: AsyncGenerator[int, str]", "x: Generator[int, str, None]"),
        ("x: AsyncGenerator[int]", "x: Generator[int, None, None]"),
        ("x: abc.AsyncGenerator[tuple[int, str], None]", "x: abc.Generator[tuple[int, str], None, None]"),
        ("class AsyncPage(AsyncBase): pass", "class Page(Base): pass"),
        ("class A:\n    async def __aenter__(self): pass", "class A:\n    def __enter__(self): pass"),
        ("raise StopAsyncIteration", "raise StopIteration"),
        ("from a._async.b import AsyncC as C", "from a._sync.b import C as C"),
        ("from a.asynchronous import f", "from a.blocking import f"),
        ("x: 'AsyncPage | None'", "x: 'Page | None'"),
        ("x = {'AsyncPage': 'a._async.pages'}", "x = {'Page': 'a._sync.pages'}"),
        ("'asynchronous is a word'", "'asynchronous is a word'"),
        ("'await the end'", "'await the end'"),
        ("'await page.aclose()'", "'page.close()'"),
        ("Asynchrony = asyncs", "Asynchrony = asyncs"),
        ("f'{AsyncPage.name} of {x!r}'", "f'{Page.name} of {x!r}'"),
        ("ü = 'ü'; x: AsyncGenerator[ü, ü]", "ü = 'ü'; x: Generator[ü, ü, None]"),
        ("async def f(): return 'ü', (await g()).x", "def f(): return 'ü', g().x"),
    ],
)
def test_code(source: str, expected: str) -> None:
    assert transform(source) == expected


def test_examples_in_docstrings() -> None:
    source = '''
    class AsyncThing:
        """A thing; await its end.

        Example:
            >>> async with AsyncThing() as thing:
            ...     async for item in thing.items():
            ...         await item.aclose()
        """
    '''
    expected = '''
    class Thing:
        """A thing; await its end.

        Example:
            >>> with Thing() as thing:
            ...     for item in thing.items():
            ...         item.close()
        """
    '''
    assert transform(source) == dedent(expected)


class Folder:
    """A folder of facades."""

    def __init__(self, root: Path) -> None:
        self.root = root / "facades"

    def derive(self, sources: dict[str, str], names: dict[str, str], code: dict[str, str]) -> dict[str, str]:
        from clientkit_codegen.unasync import derive

        paths = []
        for name, text in sources.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
            paths.append(path)
        twins = derive(paths, self.root, self.root.parent / "scratch", names=names, code_names=code)
        return {path.relative_to(self.root).as_posix(): text for path, text in twins.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_twins_are_formatted_and_say_where_they_are_from(folder: Folder) -> None:
    source = '''
    """Pages."""

    from collections.abc import AsyncIterator, Iterator

    from kit._async.zebra import AsyncZebra
    from kit._async.ant import AsyncAnt, AsyncBee as Bee

    async def pages(first: AsyncZebra, second: AsyncAnt, third: Bee) -> AsyncIterator[Iterator[int]]:
        yield await first.a_method_with_a_long_name(first, second), await second.another_method(third)
    '''
    (twin,) = folder.derive({"shop/_async/pages.py": source}, {"_async": "_sync"}, {}).items()
    assert twin == (
        "shop/_sync/pages.py",
        dedent('''\
        # Derived from facades/shop/_async/pages.py by make generate; edit that file.

        """Pages."""

        from collections.abc import Iterator

        from kit._sync.ant import Ant, Bee as Bee
        from kit._sync.zebra import Zebra


        def pages(first: Zebra, second: Ant, third: Bee) -> Iterator[Iterator[int]]:
            yield first.a_method_with_a_long_name(first, second), second.another_method(third)
        '''),
    )


def test_rule_that_nothing_uses_is_an_error(folder: Folder) -> None:
    from clientkit_codegen.unasync import UnasyncError

    with pytest.raises(UnasyncError) as caught:
        folder.derive(
            {"a/_async/b.py": "x = aclose\n"}, {"aclose": "close", "aread": "read"}, {"asynchronous": "b"}
        )
    assert caught.value.problems == [
        "clientkit_codegen/unasync.py: nothing uses the rule for aread; remove it",
        "clientkit_codegen/unasync.py: nothing uses the rule for asynchronous; remove it",
    ]


def test_rule_is_used_when_any_of_the_services_uses_it(folder: Folder) -> None:
    sources = {"a/_async/b.py": "x = aclose\n", "c/_async/d.py": "x = aread\n"}
    assert len(folder.derive(sources, {"aclose": "close", "aread": "read"}, {})) == 2


@pytest.mark.parametrize("name", ["asyncio", "aclose", "aiter_lines", "__aenter__", "handle_async_request"])
def test_name_without_a_rule_is_an_error(folder: Folder, name: str) -> None:
    from clientkit_codegen.unasync import UnasyncError

    with pytest.raises(UnasyncError) as caught:
        folder.derive({"a/_async/b.py": f"import x\n\nx.{name}\n"}, {}, {})
    assert caught.value.problems == [
        f"facades/a/_async/b.py:3: {name} has no rule in clientkit_codegen/unasync.py"
    ]


def test_what_is_no_python_is_an_error(folder: Folder) -> None:
    from clientkit_codegen.unasync import UnasyncError

    with pytest.raises(UnasyncError, match=r"facades/a/_async/b.py:2: "):
        folder.derive({"a/_async/b.py": "x = 1\ndef\n"}, {}, {})


def test_no_sources_need_no_rules(folder: Folder) -> None:
    assert folder.derive({}, {"aclose": "close"}, {}) == {}


def test_real_twins_hold_no_async(folder: Folder) -> None:
    """Every twin of the repository is plain sync code."""
    facades = Path(__file__).resolve().parents[2] / "facades"
    twins = sorted(facades.glob("**/_sync/**/*.py"))
    assert twins
    for path in twins:
        kinds = {type(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))}
        assert not kinds & {ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await}, path


SUFFIXED = '''
# unasync: suffix _sync
class AsyncReads:
    """Use `await client.get(7)`, as `get` says; `total` stays."""

    _async_core: AsyncCore
    total: int

    async def get(self, id):
        return await self._send(api.get.OPERATION(id), self.read)

    async def all(self):
        async for page in self.pages():
            yield await self.get(page)

    def read(self, get):
        return get(self.total)

    async def __aenter__(self):
        return await self._async_core.send(self)
'''


def test_a_module_may_ask_for_a_suffix() -> None:
    twin = transform(SUFFIXED)
    assert "class Reads:" in twin
    assert '"""Use `client.get_sync(7)`, as `get_sync` says; `total` stays."""' in twin
    assert "_sync_core: Core" in twin
    assert "def get_sync(self, id):" in twin
    # What is awaited on self has it too, wherever it is defined; what is only called that has not.
    assert "return self._send_sync(api.get.OPERATION(id), self.read)" in twin
    assert "for page in self.pages_sync():" in twin
    assert "yield self.get_sync(page)" in twin
    assert "return get(self.total)" in twin
    assert "def __enter__(self):" in twin
    assert "return self._sync_core.send(self)" in twin


def test_a_suffix_that_nothing_takes_is_refused() -> None:
    with pytest.raises(SyntaxError, match="nothing takes the suffix"):
        transform("# unasync: suffix _sync\nclass A:\n    def f(self): pass\n")
