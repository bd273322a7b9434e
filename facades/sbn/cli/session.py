"""What the commands of one run share: settings, clients and the way out."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import typer
from clientkit.files import write_file
from clientkit.reading import printable
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from sbn._sync.agent import AgentClient
from sbn._sync.client import SbnClient
from sbn._sync.network import NetworkClient
from sbn._sync.standalone import Atlas
from sbn.cli.config import Setting

Row = Mapping[str, Any]
N = TypeVar("N", bound=NetworkClient)

_WIDE = 1000
# Characters that nobody sees and a terminal may act on, but for tab and line feed.
_SPECIAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


class Session:
    """One run of the command: data goes to standard output, messages to standard error.

    Attributes:
        settings: Every setting by name.
        timeout: Seconds that one attempt of a call may take.
        is_agent: Whether this is a command for agents.
    """

    is_agent = False

    def __init__(self, settings: Mapping[str, Setting], timeout: float) -> None:
        self.settings = settings
        self.timeout = timeout
        # Nobody reads a pipe by the width of a screen, and a folded id cannot be found.
        width = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _WIDE
        self._out = Console(highlight=False, markup=False, soft_wrap=True, width=width)
        self._err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

    def value(self, name: str) -> str | None:
        """Return a setting."""
        return self.settings[name].value

    def client(self, api_key: str | None = None, *, anonymous: bool = False) -> SbnClient:
        """Return a client with the tenant of the settings, and with their API key or another.

        Args:
            api_key: The key, instead of that of the settings.
            anonymous: Whether it may be without a key.

        Raises:
            typer.Exit: There is no key.
        """
        return self._authenticated(SbnClient, api_key, anonymous=anonymous)

    def network(self, *, anonymous: bool = False) -> NetworkClient:
        """Return what the commands for agents share with others: a client for whom this command is.

        Args:
            anonymous: Whether it may be without a key.

        Raises:
            typer.Exit: There is no key.
        """
        return self._authenticated(AgentClient if self.is_agent else SbnClient, anonymous=anonymous)

    def _authenticated(self, kind: type[N], key: str | None = None, *, anonymous: bool = False) -> N:
        key = key or self.value("api_key")
        if not key and not anonymous:
            self.fail("there is no API key; type: sbn auth login (or set SBN_API_KEY)")
        client = kind(
            base_url=self.value("base_url") or "", tenant_id=self.value("tenant"), timeout=self.timeout
        )
        if key:
            client.authenticate_api_key(key)
        return client

    def channel(self, name: str) -> str:
        """Return how sources say that they were sent: by this command, for an agent or not."""
        return f"agent_{name}" if self.is_agent else name

    def app(self) -> Atlas:
        """Return Atlas with the client credentials of the settings.

        Raises:
            typer.Exit: They are missing.
        """
        client_id, secret = self.value("atlas_client_id"), self.value("atlas_client_secret")
        if not client_id or not secret:
            self.fail("set ATLAS_CLIENT_ID and ATLAS_CLIENT_SECRET; sbn atlas register gives both")
        return Atlas.from_credentials(
            client_id=client_id,
            client_secret=secret,
            base_url=self.value("base_url") or "",
            timeout=self.timeout,
            eager=False,
        )

    def note(self, message: str) -> None:
        """Say something on standard error; nothing where a program reads."""
        if self.value("output") == "table":
            self._err.print(shown(message))

    def agreed(self, question: str) -> bool:
        """Ask on standard error; only `y` or `yes` is a yes."""
        self._err.print(f"{shown(question)} [y/N] ", end="")
        return sys.stdin.readline().strip().lower() in {"y", "yes"}

    def fail(self, message: str) -> NoReturn:
        """Say in one line why the command cannot go on, and end it.

        Raises:
            typer.Exit: Always, with 1.
        """
        self._err.print(f"! {shown(message)}")
        raise typer.Exit(1)

    def give(self, data: Any, table: Callable[[], object], quiet: Callable[[], object] | None = None) -> None:
        """Write an answer in the form that was asked for.

        Args:
            data: The answer.
            table: Writes it for people.
            quiet: Returns the one value that a script wants; without it quiet is as table.
        """
        output = self.value("output")
        if output == "json":
            self.json(data)
        elif output == "yaml":
            self._write(_yaml(data))
        elif output == "quiet" and quiet is not None:
            value = quiet()
            self.text("" if value is None else str(value))
        else:
            table()

    def json(self, data: Any) -> None:
        """Write an answer as JSON."""
        text = json.dumps(data, indent=2, ensure_ascii=False)
        if not _encodable(text):
            text = json.dumps(data, indent=2)
        # JSON has a way to write what would steer a terminal.
        self._write(_SPECIAL.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n")

    def text(self, value: str) -> None:
        """Write a text as it is; to a terminal without what would steer it."""
        self._write(_SPECIAL.sub("?", value) if sys.stdout.isatty() else value)

    def export(self, data: Any, path: Path | None) -> None:
        """Write an answer as JSON, whatever the format of other commands: into a file, or as output."""
        if path is None:
            self.json(data)
            return
        write_file(path, (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode())
        written = {"output": str(path)}
        self.give(written, lambda: self.facts({"Written to": path}), lambda: path)

    def facts(self, facts: Mapping[str, Any]) -> None:
        """Write names and values, one a line; what is not known is left out."""
        known = {name: value for name, value in facts.items() if value not in (None, "", [])}
        width = max(map(len, known), default=0)
        for name, value in known.items():
            self._out.print(f"{name:<{width}}  {shown(value)}")

    def rows(self, title: str, columns: Mapping[str, Sequence[str]], rows: Iterable[Row]) -> None:
        """Write a table.

        Args:
            title: What stands above it.
            columns: By the heading of each column the names that its value may have.
            rows: The rows.
        """
        found = [[shown(first(row, *names)) for names in columns.values()] for row in rows]
        table = Table(title=title, title_justify="left")
        for number, heading in enumerate(columns):
            # An id in two lines cannot be copied; what has blanks may be folded at them.
            is_prose = any(" " in cells[number] for cells in found)
            table.add_column(heading, overflow="fold", no_wrap=not is_prose)
        for cells in found:
            table.add_row(*map(Text, cells))
        least = Measurement.get(self._out, self._out.options.update(width=_WIDE), table).minimum
        self._out.width = max(self._out.width, least)
        self._out.print(table, soft_wrap=False, crop=False)

    def line(self, value: object = "") -> None:
        """Write a line of data."""
        self._out.print(shown(value))

    def _write(self, value: str) -> None:
        sys.stdout.write(value)
        sys.stdout.flush()


def cope(*streams: Any) -> None:
    """Write what an encoding has no character for as an escape, in place of failing."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _encodable(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def first(row: Any, *names: str) -> Any:
    """Return the first value that a row has under some names; None when it has none."""
    found = (row.get(name) for name in names) if isinstance(row, Mapping) else ()
    return next((value for value in found if value not in (None, "")), None)


def ids(rows: Iterable[Any], *names: str) -> str:
    """Return the ids of rows, one a line; a row without one is left out."""
    return "\n".join(str(found) for row in rows if (found := first(row, *names)) is not None)


def shown(value: Any) -> str:
    """Return a value as text for a screen, without what would steer a terminal."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(shown, value))
    return printable(str(value))


def _yaml(data: Any) -> str:
    try:
        import yaml
    except ImportError:
        raise ImportError(
            "--output yaml needs PyYAML, which is not installed; type: pip install 'clientkit[sbn]'"
        ) from None
    text: str = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    is_plain = _encodable(text) and not _SPECIAL.search(text)
    return text if is_plain else str(yaml.safe_dump(data, sort_keys=False))


def session(context: typer.Context) -> Session:
    """Return what the commands of this run share."""
    found = context.find_root().obj
    assert isinstance(found, Session)
    return found
