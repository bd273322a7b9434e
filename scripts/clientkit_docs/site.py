"""Build the site: assemble its pages, have zensical render them, and check every link and anchor."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from clientkit_codegen.generation import layout

from clientkit_docs import llms, reference

CONFIG = "zensical.toml"
# Files of the repository's root that the site has as pages.
_OF_THE_ROOT = {"CHANGELOG.md": "changelog.md", "SECURITY.md": "security.md"}
_LEFT_OUT = {"surface"}
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")


class SiteError(Exception):
    """The site cannot be built, or has dead links; one line for each."""


def build(target: Path | None = None) -> Path:
    """Build the site of this version next to those that are there; return its folder.

    Args:
        target: Where to build; `build/docs` by default.

    Raises:
        SiteError: When a page cannot be rendered, or a link leads nowhere.
    """
    root = layout.project().root
    work = target or root / "build" / "docs"
    shutil.rmtree(work / "pages", ignore_errors=True)
    shutil.rmtree(work / "new", ignore_errors=True)
    assemble(work / "pages")
    _render(root, work)
    problems = dead_links(work / "new")
    if problems:
        raise SiteError("\n".join(problems))
    return _published(work)


def assemble(folder: Path) -> None:
    """Write every page of the site as Markdown.

    Args:
        folder: Where; it must not exist.
    """
    root, docs = layout.project().root, layout.project().docs
    shutil.copytree(docs, folder, ignore=lambda _, names: _LEFT_OUT & set(names))
    for name, place in _OF_THE_ROOT.items():
        (folder / place).write_text((root / name).read_text(encoding="utf-8"), encoding="utf-8")
    for path, text in reference.pages().items():
        page = folder / "reference" / path
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, encoding="utf-8")
    for page in folder.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_LINK.sub(partial(_moved, page=page, folder=folder), text), encoding="utf-8")
    (folder / "llms.txt").write_text(llms.index(), encoding="utf-8")
    (folder / "llms-full.txt").write_text(llms.full(), encoding="utf-8")


def _moved(link: re.Match[str], page: Path, folder: Path) -> str:
    """Return a link to a file of the repository as the site has it; without a page it is its text."""
    text, target = link[1], link[2]
    path, _, anchor = target.partition("#")
    if not path or ":" in path:
        return link[0]
    place = posixpath.normpath(posixpath.join(page.relative_to(folder).parent.as_posix(), path))
    if page.parent == folder and page.name in _OF_THE_ROOT.values():
        place = place.removeprefix("docs/")
    elif not place.startswith("../"):
        return link[0]
    place = _OF_THE_ROOT.get(place.removeprefix("../"), place)
    if place.startswith("..") or not (folder / place).is_file():
        return text
    away = posixpath.relpath(place, page.relative_to(folder).parent.as_posix())
    return f"[{text}]({away}{f'#{anchor}' if anchor else ''})"


def _render(root: Path, work: Path) -> None:
    config = work / CONFIG
    text = (root / CONFIG).read_text(encoding="utf-8")
    text = text.replace("build/docs/pages", "pages").replace("build/docs/new", "new")
    for folder in ("recipes", "reference"):
        pages = sorted(
            page.relative_to(work / "pages").as_posix() for page in (work / "pages" / folder).glob("*.md")
        )
        pages.sort(key=lambda page: not page.endswith("index.md"))
        text = text.replace(f'"{folder}/"', json.dumps(pages))
    config.write_text(text, encoding="utf-8")
    command = [sys.executable, "-P", "-m", "zensical", "build", "--strict", "--config-file", str(config)]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
    if done.returncode or not (work / "new" / "index.html").is_file():
        said = re.sub(r"\x1b\[[\d;]*m", "", done.stdout + done.stderr)
        raise SiteError(said.partition("Traceback (most")[0])


def _published(work: Path) -> Path:
    """Move what was built to its version, and write the list of versions and the way to the newest."""
    from clientkit.product import VERSION

    version = ".".join(VERSION.split(".")[:2])
    site = work / "site"
    site.mkdir(exist_ok=True)
    for name in (version, "latest"):
        shutil.rmtree(site / name, ignore_errors=True)
        shutil.copytree(work / "new", site / name)
    shutil.rmtree(work / "new")
    for name in ("llms.txt", "llms-full.txt"):
        shutil.copyfile(site / version / name, site / name)
    there = [each.name for each in site.iterdir() if re.fullmatch(r"\d+\.\d+", each.name)]
    newest = sorted(there, key=lambda name: [int(part) for part in name.split(".")], reverse=True)
    listed = [
        {"version": name, "title": name, "aliases": ["latest"] if name == version else []} for name in newest
    ]
    (site / "versions.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    (site / "index.html").write_text(
        '<!doctype html><title>clientkit</title><meta http-equiv="refresh" content="0; url=latest/">'
        '<a href="latest/">clientkit</a>\n',
        encoding="utf-8",
    )
    return site / version


def pages_of(folder: Path) -> list[str]:
    """Return the paths of all pages of a rendered site, without those that no link leads to.

    Args:
        folder: The site.
    """
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
    return sorted(path for path in found if path != "404.html")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if facts.get("id"):
            self.ids.add(str(facts["id"]))
        if tag == "a" and facts.get("name"):
            self.ids.add(str(facts["name"]))
        if facts.get("href") and tag == "a":
            self.links.append(str(facts["href"]))
        elif facts.get("src") or (tag == "link" and facts.get("href")):
            self.links.append(str(facts.get("src") or facts["href"]))


def dead_links(folder: Path) -> list[str]:
    """Return every link of a rendered site that leads to no file, or to no anchor of its page.

    Args:
        folder: The site.
    """
    pages = {}
    for name in pages_of(folder):
        page = pages[name] = _Page()
        page.feed((folder / name).read_text(encoding="utf-8"))
    problems = []
    for name, page in pages.items():
        for link in dict.fromkeys(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if path.endswith("/") or (folder / place).is_dir():
                place = posixpath.normpath(posixpath.join(place, "index.html"))
            if not (folder / place).is_file():
                problems.append(f"{name}: {link}: no such page")
            elif parts.fragment and place in pages and unquote(parts.fragment) not in pages[place].ids:
                problems.append(f"{name}: {link}: no such anchor")
    return problems


def nav(config: Path) -> set[str]:
    """Return the pages that the navigation lists.

    Args:
        config: The configuration of the site.
    """

    def entries(value: object) -> set[str]:
        if isinstance(value, str):
            return {value}
        children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return {page for each in children for page in entries(each)}

    return entries(tomllib.loads(config.read_text(encoding="utf-8"))["project"]["nav"])
