"""The server as a process: the official client over stdio and over streamable HTTP."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client

from tests.mcp_server.conftest import Agent, User
from tests.mcp_server.test_calls import EXECUTE, PAY

SERVE = ["-m", "clientkit", "mcp", "alsorn", "ash", "--allow", "write", "--sandbox"]


async def session(agent: Agent, user: User) -> None:
    """What an agent does over each transport: list, read, pay, and talk to another agent."""
    names = await agent.names()
    assert {"alsorn_agents_list", "ash_list_agents", "describe", "more"} <= names
    listed = await agent.call("alsorn_agents_list", limit=1)
    assert len(listed["items"]) == 1
    assert (await agent.call("alsorn_agents_get", agent_id="nobody"))["status"] == 404
    paid = await agent.call(EXECUTE, **PAY, idempotency_key="one")
    again = await agent.call(EXECUTE, **PAY, idempotency_key="one")
    assert paid["id"] == again["id"]
    assert len(user.asked) == 1
    said: list[Any] = []

    async def hear(progress: float, total: float | None, message: str | None) -> None:
        said.append(message)

    await agent.call("ash_deploy_agent", name="helper", path="/srv/helper")
    made = await agent.call("ash_create_session", agent="helper")
    turn = await agent.client.call_tool(
        "ash_send_message_stream", {"session_id": made["id"], "content": "hello"}, progress_callback=hear
    )
    assert turn.structured_content["is_complete"] is True
    assert said


def test_stdio(environment: dict[str, str]) -> None:
    user = User()

    async def main() -> None:
        parameters = StdioServerParameters(command=sys.executable, args=SERVE, env=environment)
        async with Client(stdio_client(parameters), elicitation_callback=user) as client:
            await session(Agent(client), user)

    anyio.run(main)


@contextmanager
def serving(environment: dict[str, str], *arguments: str) -> Iterator[str]:
    """Serve over HTTP; give the URL."""
    command = [sys.executable, *SERVE, "--transport", "http", "--port", "0", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stderr is not None
            found = re.search(r"http://\S+", process.stderr.readline())
            assert found is not None
            yield found[0]
        finally:
            process.terminate()
            process.wait(timeout=20)


def post(url: str, **headers: str) -> int:
    """Send a request as a web page could; return the status."""
    host, port = url.removeprefix("http://").removesuffix("/mcp").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    connection.request("POST", "/mcp", b"{}", {"Content-Type": "application/json", **headers})
    status = connection.getresponse().status
    connection.close()
    return status


def test_streamable_http_and_who_may_reach_it(environment: dict[str, str]) -> None:
    user = User()

    async def main(url: str) -> None:
        async with Client(url, elicitation_callback=user) as client:
            await session(Agent(client), user)

    with serving(environment) as url:
        assert url.startswith("http://127.0.0.1:")
        # A page that has its own name point to this machine sends that name.
        assert post(url, Host="evil.example") == 421
        assert post(url, Host="127.0.0.1.evil.example:80") == 421
        assert post(url, Origin="http://evil.example") == 403
        assert post(url) == 406
        anyio.run(main, url)


def test_a_token_is_asked_for_where_one_is_set(environment: dict[str, str]) -> None:
    with serving({**environment, "CLIENTKIT_MCP_TOKEN": "s3cret"}) as url:
        assert post(url) == 401
        assert post(url, Authorization="Bearer wrong") == 401
        assert post(url, Authorization="Bearer s3cret") == 406


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["alsorn", "--sandbox", "--transport", "http", "--host", "0.0.0.0"], "CLIENTKIT_MCP_TOKEN"),
        (["nothing"], "there is no product 'nothing'"),
        (["alsorn"], "ALSORN_API_KEY"),
        (["alsorn", "--max-chars", "10", "--sandbox"], "--max-chars"),
        (["alsorn", "--per-call", "-5", "--sandbox"], "per_call"),
        (["alsorn", "--unattended", "--sandbox"], "--per-call and --per-day"),
    ],
)
def test_what_cannot_be_served_is_said(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientkit.__main__ import main

    for name in ("ALSORN_API_KEY", "CLIENTKIT_MCP_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert main(["mcp", *arguments]) == 2
    assert said in capsys.readouterr().err
