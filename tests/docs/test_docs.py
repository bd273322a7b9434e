"""The README, every page under docs/ and every example: what they show runs, what they name exists.

A page is one program: its `python` blocks run in order, in one namespace, in a process of their own. Pages
start the sandbox themselves, in a block that the reader sees. A new page is picked up by being there.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import textwrap
import tomllib
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from clientkit_sandbox import running
from clientkit_sandbox._catalog import load_service, service_names

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
GUIDES = sorted((ROOT / "facades" / "clientkit" / "guides").glob("*.md"))
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md")), *sorted((DOCS / "recipes").glob("*.md")), *GUIDES]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
# Nothing listens there: a page that would leave this machine fails at once.
NOWHERE = "http://127.0.0.1:9"

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<body>.*?)^(?P=indent)```$", re.DOTALL | re.MULTILINE
)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")


class Block(NamedTuple):
    """A fenced block of a page: where it begins, what it is written in, and what it says."""

    line: int
    language: str
    body: str


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of a page."""
    return [
        Block(text.count("\n", 0, match.start("body")), match["language"], textwrap.dedent(match["body"]))
        for match in _FENCE.finditer(text)
    ]


def program(text: str) -> str:
    """Return the `python` blocks of a page as one program, each line where it is on the page."""
    lines: list[str] = []
    for block in blocks(text):
        if block.language == "python":
            lines += [""] * (block.line - len(lines)) + block.body.splitlines()
    return "\n".join(lines) + "\n" if lines else ""


def commands(text: str) -> list[list[str]]:
    """Return the commands of a page's shell blocks, in words."""
    found = []
    for block in blocks(text):
        if block.language == "console":
            shown = [line.removeprefix("$ ") for line in block.body.splitlines() if line.startswith("$ ")]
        elif block.language in {"sh", "bash", "shell"}:
            shown = block.body.replace("\\\n", " ").splitlines()
        else:
            continue
        for line in shown:
            words = shlex.split(line, comments=True)
            while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
                words = words[1:]
            if words:
                found.append(words)
    return found


def anchors(text: str) -> set[str]:
    """Return what links may point at within a page."""
    prose = _FENCE.sub("", text)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def run(arguments: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    proxies = {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "NO_PROXY": "127.0.0.1,localhost,::1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**environment, **proxies},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def credentials() -> dict[str, str]:
    """Return the keys of the sandbox under the names of environment variables that hold real ones."""
    return {
        f"{service}_{fact}".upper(): value
        for service in service_names()
        for fact, value in load_service(service).credentials.items()
    }


@pytest.mark.parametrize(
    "page", [page for page in PAGES if program(page.read_text(encoding="utf-8"))], ids=name
)
def test_a_page_runs(page: Path, tmp_path: Path) -> None:
    # No module can have this name, so that the page of a package does not hide the package.
    script = tmp_path / f"{page.name}.py"
    script.write_text(program(page.read_text(encoding="utf-8")), encoding="utf-8")
    done = run(["-W", "always::ResourceWarning", str(script)], tmp_path, {**os.environ, **credentials()})
    told = f"{done.stdout}\n{done.stderr.replace(str(script), name(page))}"
    assert done.returncode == 0, told
    assert "ResourceWarning" not in told, "the page leaves something open: " + told


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_commands_of_a_page_exist(page: Path) -> None:
    for words in commands(page.read_text(encoding="utf-8")):
        problem = fault_of(words)
        assert problem is None, f"{name(page)}: {shlex.join(words)}: {problem}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
@pytest.mark.parametrize("at", ["sandbox of its own", "address from the environment"])
def test_an_example_runs(example: Path, at: str, tmp_path: Path) -> None:
    service = example.stem.removesuffix("_quickstart")
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(f"{service.upper()}_")
    }
    with ExitStack() as stack:
        if at == "address from the environment":
            facts = stack.enter_context(running(service)).facts
            environment |= {f"{service}_{fact}".upper(): value for fact, value in facts.items()}
        done = run([str(example)], tmp_path, environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) > 5


def fault_of(words: list[str]) -> str | None:
    """Return what is wrong with a command of ours; None for nothing, and for commands of others."""
    match words:
        case ["make", *arguments]:
            unknown = {word for word in arguments if "=" not in word} - TARGETS
            return f"no target {', '.join(sorted(unknown))}" if unknown else None
        case ["python" | "python3", "-m", "pip", "install", *arguments] | ["pip", "install", *arguments]:
            return fault_of_extras(arguments)
        case ["python" | "python3", "-m", module, *arguments]:
            return fault_of_module(module, arguments)
        case ["python" | "python3", script, *_]:
            return None if (ROOT / script).is_file() else "no such file"
        case [command, *arguments] if command in PROJECT.get("scripts", {}):
            return fault_of_module(PROJECT["scripts"][command].partition(":")[0], [])
    return None


def fault_of_extras(arguments: list[str]) -> str | None:
    asked = {extra for word in arguments for extra in re.findall(r"^clientkit\[(.+)\]", word)}
    unknown = {extra.strip() for each in asked for extra in each.split(",")} - set(
        PROJECT["optional-dependencies"]
    )
    return f"no extra {', '.join(sorted(unknown))}" if unknown else None


def fault_of_module(module: str, arguments: list[str]) -> str | None:
    if importlib.util.find_spec(module.partition(".")[0]) is None:
        return f"no module {module}"
    options = [word.partition("=")[0] for word in arguments if word.startswith("--")]
    # A subcommand has a help of its own.
    command = arguments[:1] if module == "clientkit_codegen" else []
    unknown = [option for option in options if option not in help_of(module, *command)]
    return f"no option {', '.join(unknown)}" if unknown else None


@cache
def help_of(module: str, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout if done.returncode == 0 else ""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in _LINK.finditer(_FENCE.sub("", text)):
        target, _, anchor = link["target"].partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        if target.startswith("reference/") and page.parent == DOCS:
            continue  # made with the site, whose links are checked when it is built
        file = (page.parent / target) if target else page
        assert file.exists(), f"{name(page)} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), (
                f"{name(page)}: no heading for #{anchor}"
            )


def test_the_index_knows_every_page() -> None:
    index = DOCS / "index.md"
    linked = {link["target"].partition("#")[0] for link in _LINK.finditer(index.read_text(encoding="utf-8"))}
    assert {page.name for page in DOCS.glob("*.md")} - {index.name, "guarantees.md"} <= linked


def test_agents_md_names_what_is_there() -> None:
    text = (ROOT / "AGENTS.md").read_text(encoding="utf-8")
    commands = re.findall(r"`make ([a-z-]+)", text)
    assert {"install", "generate", "check", "test"} <= set(commands) <= TARGETS
    places = [each for each in re.findall(r"`([^`\s]+)`", text) if "/" in each or each.endswith(".lock")]
    assert places
    for place in places:
        found = any(folder.glob(place.rstrip("/")) for folder in (ROOT, ROOT / "facades" / "sbn"))
        assert found or place.startswith("build/"), f"{place} is not there"
    for link in _LINK.finditer(text):
        assert (ROOT / link["target"]).is_file()


def test_the_list_of_recipes_has_every_recipe() -> None:
    index = DOCS / "recipes" / "index.md"
    linked = {link["target"].partition("#")[0] for link in _LINK.finditer(index.read_text(encoding="utf-8"))}
    assert {page.name for page in index.parent.glob("*.md")} - {index.name} <= linked


PAGE = """# Title with `code`, and more

```python
a = 1
```

Text `make nothing`.

  ```python
  if a:
      b = 2
  ```

```console
$ make demo ARGS=1  # a remark
what it prints
$ KEY=1 python -m clientkit_sandbox --json
```
"""


def test_a_program_keeps_the_lines_of_its_page() -> None:
    lines = program(PAGE).splitlines()
    assert {number: line for number, line in enumerate(lines, 1) if line} == {
        4: "a = 1",
        10: "if a:",
        11: "    b = 2",
    }
    assert PAGE.splitlines()[9].strip() == "if a:"


def test_commands_and_anchors_are_found() -> None:
    assert commands(PAGE) == [["make", "demo", "ARGS=1"], ["python", "-m", "clientkit_sandbox", "--json"]]
    assert anchors(PAGE) == {"title-with-code-and-more"}


@pytest.mark.parametrize(
    "command",
    [
        "make nothing",
        "python -m clientkit_sandbox --nothing",
        "python -m clientkit_nothing",
        "python examples/nothing.py",
        "pip install 'clientkit[nothing]'",
        "pip install 'clientkit[sandbox,nothing]'",
    ],
)
def test_a_command_that_is_not_there_is_found(command: str) -> None:
    assert fault_of(shlex.split(command)) is not None


@pytest.mark.parametrize(
    "command", ["make test", "python -m clientkit_sandbox --json", "git commit", "pip install clientkit"]
)
def test_a_command_that_is_there_passes(command: str) -> None:
    assert fault_of(shlex.split(command)) is None
