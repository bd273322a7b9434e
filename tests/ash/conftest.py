"""Clients of the sandbox, in sync and async."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ash_ai import AshClient
from clientkit_sandbox import Sandbox


@pytest.fixture
def client(ash_sandbox: Sandbox) -> Iterator[AshClient]:
    with AshClient(server_url=ash_sandbox.server_url, api_key=ash_sandbox.api_key) as client:
        yield client


@pytest.fixture
def session_id(client: AshClient) -> str:
    """An active session with a deployed agent."""
    client.deploy_agent(name="my-agent", path="/path/to/agent")
    return client.create_session(agent="my-agent").id
