"""Servers for the official client: within this process, and as processes of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anyio
import mcp_types as types
import pytest
from clientkit.commands import connecting
from clientkit.commands.catalog import catalog
from clientkit.commands.declaration import Declaration
from clientkit.mcp import answers, offers
from clientkit.mcp.calling import Session
from clientkit.mcp.ledger import Ledger
from clientkit.mcp.server import Tools
from clientkit_sandbox import Sandbox
from mcp import Client


class Agent:
    """What an agent does: it lists tools and calls them, and its user answers questions."""

    def __init__(self, client: Client) -> None:
        self.client = client

    async def call(self, tool: str, /, **arguments: Any) -> Any:
        """Call a tool; return its answer, or its error."""
        found = await self.client.call_tool(tool, arguments)
        value = found.structured_content
        if found.is_error:
            return value["error"]
        return value

    async def names(self) -> set[str]:
        """Return the names of the tools."""
        return {each.name for each in (await self.client.list_tools()).tools}


class User:
    """Answers questions, and remembers them."""

    def __init__(self, action: str = "accept") -> None:
        self.action = action
        self.asked: list[str] = []

    async def __call__(self, context: Any, params: Any) -> types.ElicitResult:
        self.asked.append(params.message)
        return types.ElicitResult(action=self.action, content={})  # type: ignore[arg-type]


Script = Callable[[Agent], Any]


class Servers:
    """A server in this process and clients of it."""

    def __init__(self, sandboxes: Mapping[str, Sandbox], path: Path) -> None:
        self.sandboxes = sandboxes
        self.path = path
        self.max_retries: int | None = None
        self.guard: Any = None

    def tools(
        self,
        *,
        allow: str = "write",
        searching: bool = False,
        size: int = 20_000,
        unattended: Sequence[str] = (),
    ) -> Tools:
        """Return a server over the sandboxes."""
        catalogs = [catalog(connecting.facade_of(name)) for name in self.sandboxes]

        def connect(declaration: Declaration, method: Any) -> Any:
            facts = self.sandboxes[declaration.name].facts
            settings = {name: facts[name] for name in declaration.settings if name in facts}
            if self.guard is not None:
                settings["guard"] = self.guard
            client = declaration.make(settings, method, is_async=True)
            return client if self.max_retries is None else client.with_options(max_retries=self.max_retries)

        session = Session(connect, Ledger(self.path), answers.Bounded(size), unattended=unattended)
        return Tools(offers.offers_of(catalogs, writes=allow == "write"), session, searching=searching)

    def run(self, script: Script, *, user: User | None = None, mode: str = "auto", **options: Any) -> Any:
        """Run what an agent does against a server of its own, and return what it returns."""

        async def main() -> Any:
            tools = self.tools(**options)
            try:
                async with Client(tools.server(), mode=mode, elicitation_callback=user) as client:
                    return await script(Agent(client))
            finally:
                await tools.session.aclose()

        return anyio.run(main)


@pytest.fixture
def alsorn(alsorn_sandbox: Sandbox, tmp_path: Path) -> Servers:
    return Servers({"alsorn": alsorn_sandbox}, tmp_path / "ledger.sqlite")


@pytest.fixture
def ash(ash_sandbox: Sandbox, tmp_path: Path) -> Servers:
    return Servers({"ash": ash_sandbox}, tmp_path / "ledger.sqlite")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Variables for a server process: no profiles, and a ledger of its own."""
    return {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_STATE_HOME": str(tmp_path / "s")}
