"""The site that `make docs` builds: whole, without dead links, and as a reader sees it in a browser."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from clientkit_docs import reading, site

from . import browser

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site.build(tmp_path_factory.mktemp("docs"))


def test_every_method_of_every_client_is_in_the_table_of_its_product() -> None:
    for facade in reading.facades().values():
        page = ROOT / "docs" / f"{facade.service}.md"
        text = page.read_text(encoding="utf-8")
        for method in (each for client in facade.clients for each in client.methods):
            assert re.search(rf"[`.]{method.function.name.removesuffix('_sync')}`\]\(reference/", text), (
                method.title
            )


def test_every_page_is_in_the_navigation(built: Path) -> None:
    listed = site.nav(built.parents[1] / site.CONFIG)
    there = {
        path.relative_to(built.parents[1] / "pages").as_posix()
        for path in built.parents[1].glob("pages/**/*.md")
    }
    assert there - {"guarantees.md"} == listed


def test_a_dead_link_and_a_dead_anchor_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/">a</a> <a href="b/">b</a> <a href="a/#x">x</a>')
    (tmp_path / "a" / "index.html").write_text('<h1 id="y"><a href="#y">y</a></h1> <img src="gone.png">')
    assert site.dead_links(tmp_path) == [
        "a/index.html: gone.png: no such page",
        "index.html: b/: no such page",
        "index.html: a/#x: no such anchor",
    ]


def test_versions_lie_next_to_each_other(built: Path) -> None:
    assert built.name in (built.parent / "versions.json").read_text(encoding="utf-8")
    assert (built.parent / "latest" / "index.html").is_file()
    assert "latest/" in (built.parent / "index.html").read_text(encoding="utf-8")


def test_the_reference_has_sync_and_async_arguments_errors_and_route(built: Path) -> None:
    text = (built.parents[1] / "pages" / "reference" / "alsorn.md").read_text(encoding="utf-8")
    section = text.partition("{ #transactions.execute }")[2].partition("\n### ")[0]
    for part in (
        "\nclient.transactions.execute(",
        "\nawait client.transactions.execute(",
        "- `amount`: ",
        "`POST /transactions`",
        "- `AlsornIdempotencyError`: ",
        "the same idempotency key",
    ):
        assert part in section, part


# The search lives in a shadow tree.
DEEP = """
globalThis.deep = (selector, root = document) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll('*')].flatMap(each => each.shadowRoot ? deep(selector, each.shadowRoot) : []),
]
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def tab(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[browser.Tab, str]]:
    if browser.CHROMIUM is None:
        pytest.skip("there is no chromium on PATH; apt-get install chromium")
    handler = functools.partial(_Quiet, directory=str(built.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with browser.browser(tmp_path_factory.mktemp("chromium")) as tab:
            yield tab, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.slow
def test_each_page_renders_without_a_complaint(tab: tuple[browser.Tab, str], built: Path) -> None:
    page, root = tab
    page.complaints.clear()
    for name in site.pages_of(built):
        page.open(f"{root}/{built.name}/{name.removesuffix('index.html')}")
        heading = page.evaluate("document.querySelector('article h1, main h1')?.innerText")
        assert heading, f"{name}: nothing to read"
        assert page.evaluate("document.body.scrollHeight") > 200, name
        assert page.complaints == [], name


@pytest.mark.slow
def test_search_finds_a_method(tab: tuple[browser.Tab, str], built: Path) -> None:
    page, root = tab
    page.open(f"{root}/{built.name}/")
    page.evaluate("document.querySelector('.md-search__button').click()")
    page.evaluate(DEEP)
    page.wait_for("deep('input').some(each => each.getRootNode().activeElement === each)")
    page.send("Input.insertText", text="transactions.list")
    found = page.wait_for("deep('a').map(a => a.href).find(a => a.endsWith('#transactions.list'))")
    assert found, "search finds no transactions.list"
    assert "/reference/alsorn/" in found
    page.open(found)
    assert "transactions.list" in page.evaluate("document.body.innerText")
    assert page.complaints == []


@pytest.mark.slow
def test_a_reader_can_choose_light_and_dark(tab: tuple[browser.Tab, str], built: Path) -> None:
    page, root = tab
    colors = set()
    for scheme in ("light", "dark"):
        page.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        page.open(f"{root}/{built.name}/")
        colors.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(colors) == 2
    assert page.evaluate("document.querySelectorAll('input[name=__palette]').length") == 3
    assert re.search(r"\d+\.\d+", page.wait_for("document.querySelector('.md-version')?.innerText") or "")
