"""What the commands of one run share: settings, clients and the way out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import typer
from clientkit.commands.screen import Screen, first, ids, shown

from sbn._sync.agent import AgentClient
from sbn._sync.client import SbnClient
from sbn._sync.network import NetworkClient
from sbn._sync.standalone import Atlas
from sbn.cli.config import Setting

N = TypeVar("N", bound=NetworkClient)

__all__ = ["Session", "first", "ids", "session", "shown"]


class Session(Screen):
    """One run of the command: data goes to standard output, messages to standard error.

    Attributes:
        settings: Every setting by name.
        timeout: Seconds that one attempt of a call may take.
        is_agent: Whether this is a command for agents.
    """

    is_agent = False
    extra = "sbn"

    def __init__(self, settings: Mapping[str, Setting], timeout: float) -> None:
        self.settings = settings
        self.timeout = timeout
        super().__init__(settings["output"].value or "table")

    def value(self, name: str) -> str | None:
        """Return a setting.

        Args:
            name: Its name in the file of settings.
        """
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
        """Return how sources say that they were sent: by this command, for an agent or not.

        Args:
            name: The name of the channel.
        """
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

    def fail(self, message: str) -> NoReturn:
        """Say in one line why the command cannot go on, and end it.

        Args:
            message: Why.

        Raises:
            typer.Exit: Always, with 1.
        """
        self.tell(f"! {message}")
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
            self.yaml(data)
        elif output == "quiet" and quiet is not None:
            value = quiet()
            self.text("" if value is None else str(value))
        else:
            table()

    def give_file(self, data: Any, path: Path | None) -> None:
        """Write an answer as JSON, whatever the format of other commands: into a file, or as output.

        Args:
            data: The answer.
            path: The file; None for standard output.
        """
        if path is None:
            self.json(data)
            return
        self.export(data, path)
        written = {"output": str(path)}
        self.give(written, lambda: self.facts({"Written to": path}), lambda: path)


def session(context: typer.Context) -> Session:
    """Return what the commands of this run share.

    Args:
        context: That of the command.
    """
    found = context.find_root().obj
    assert isinstance(found, Session)
    return found
