"""Names: the documented page as written, sync and async alike, every operation, the older package."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import pickle
import re
import uuid
from pathlib import Path
from typing import Any

import ash_ai
import ash_api.client
import ash_sdk
import ash_sdk.streaming
import httpx
import pytest
from ash_ai import AshBusyError, AshClient, AsyncAshClient
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document

OPERATIONS = {
    operation["operationId"]
    for item in load_document("ash")["paths"].values()
    for method, operation in item.items()
    if method in {"get", "post", "patch", "delete"}
}

PAGE = """
from ash_ai import AshClient

client = AshClient(
    server_url=SERVER_URL,
    api_key=API_KEY,
)

agent = client.deploy_agent(name="my-agent", path="/path/to/agent")
print(f"Deployed: {agent.name} v{agent.version}")

session = client.create_session(agent="my-agent")
print(f"Session ID: {session.id}")
print(f"Status: {session.status}")

for event in client.send_message_stream(session.id, "Analyze this code"):
    if event.type == "message":
        data = event.data
        if data.get("type") == "assistant" and data.get("message", {}).get("content"):
            for block in data["message"]["content"]:
                if block.get("type") == "text":
                    print(block["text"])
    elif event.type == "error":
        print(f"Error: {event.data['error']}")
    elif event.type == "done":
        print("Turn complete.")

# Pause the session (persists workspace state)
paused = client.pause_session(session.id)
print(f"Status: {paused.status}")  # 'paused'

# Resume later (fast path if sandbox is still alive)
resumed = client.resume_session(session.id)
print(f"Status: {resumed.status}")  # 'active'

ended = client.end_session(session.id)
print(f"Status: {ended.status}")  # 'ended'

session = client.create_session(agent="my-agent")

questions = [
    "What files are in the workspace?",
    "Read the main config file.",
    "Summarize what this project does.",
]

for question in questions:
    print(f"\\n> {question}")
    for event in client.send_message_stream(session.id, question):
        if event.type == "message":
            data = event.data
            if data.get("type") == "assistant":
                content = data.get("message", {}).get("content", [])
                for block in content:
                    if block.get("type") == "text":
                        print(block["text"], end="")
    print()

client.end_session(session.id)

# List all deployed agents
agents = client.list_agents()
for agent in agents:
    print(f"{agent.name} (v{agent.version})")

# List all sessions, optionally filtered by agent
sessions = client.list_sessions(agent="my-agent")
for s in sessions:
    print(f"{s.id} - {s.status}")

from ash_ai import AshApiError

try:
    session = client.create_session(agent="nonexistent")
except AshApiError as e:
    print(f"API error ({e.status_code}): {e.message}")
except Exception as e:
    print(f"Connection error: {e}")
"""


def test_the_documented_page_runs_as_written(
    ash_sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {"SERVER_URL": ash_sandbox.server_url, "API_KEY": ash_sandbox.api_key}
    exec(compile(PAGE, "page", "exec"), names)
    names["client"].close()
    printed = capsys.readouterr().out
    for line in (
        "Deployed: my-agent v1",
        "Status: active\nYou said: Analyze this code\nTurn complete.\n",
        "Turn complete.\nStatus: paused\nStatus: active\nStatus: ended\n",
        "\n> Read the main config file.\nYou said: Read the main config file.\n",
        "my-agent (v1)",
        'API error (404): Agent "nonexistent" not found',
    ):
        assert line in printed
    assert re.search(r"^[0-9a-f-]{36} - ended$", printed, re.MULTILINE)


def methods(kind: type) -> dict[str, Any]:
    return {name: value for name, value in inspect.getmembers(kind) if not name.startswith("_")}


def test_both_worlds_have_the_same_methods_and_documentation() -> None:
    blocking, asynchronous = methods(AshClient), methods(AsyncAshClient)
    assert {*blocking, "aclose"} == {*asynchronous, "close"}
    for name, method in blocking.items():
        if name == "close" or not inspect.isfunction(method):
            continue
        other = asynchronous[name]
        assert [
            (each.name, each.kind, each.default) for each in inspect.signature(method).parameters.values()
        ] == [(each.name, each.kind, each.default) for each in inspect.signature(other).parameters.values()]
        assert (method.__doc__ or "").split("\n")[0] == (other.__doc__ or "").split("\n")[0]


def test_every_operation_is_reached_by_a_method_that_names_it() -> None:
    named: set[str] = set()
    for name, method in methods(AshClient).items():
        if (
            inspect.isfunction(method)
            and method.__module__.startswith("ash_ai")
            and name not in {"with_options", "resolve"}
        ):
            found = re.search(r"Operation: (.+)\s*$", method.__doc__ or "")
            assert found, f"{name} names no operation"
            named |= set(found[1].split(", "))
    assert named == OPERATIONS
    assert len(OPERATIONS) == 71


def test_every_public_name_can_be_loaded() -> None:
    for name in ash_ai.__all__:
        assert getattr(ash_ai, name).__module__.startswith("ash_ai")
    assert set(ash_ai.__all__) <= set(dir(ash_ai))
    with pytest.raises(AttributeError):
        ash_ai.nothing  # noqa: B018


def test_the_older_package_s_names(ash_sandbox: Sandbox) -> None:
    with ash_sdk.AshClient(ash_sandbox.server_url, ash_sandbox.api_key, timeout=5) as client:
        assert (client.base_url, client.timeout) == (ash_sandbox.server_url, 5)
        assert json.loads(json.dumps(client.health()))["status"] == "ok"
        client.deploy_agent("old", "/srv/old")
        session = client.create_session("old", model="m")
        events = list(
            client.send_message_stream(uuid.UUID(session.id), "hello", include_partial_messages=True)
        )
        kinds = ash_sdk.streaming
        deltas = [event.delta for event in events if isinstance(event, kinds.TextDeltaEvent)]
        assert "".join(deltas) == "You said: hello"
        assert isinstance(events[-1], kinds.DoneEvent)
        assert not isinstance(events[-1], kinds.StreamEvent)
        assert client.token == ash_sandbox.api_key
        assert ash_sandbox.api_key not in repr(vars(client))
        unknown = [
            event
            for event in client.send_message_stream(session.id, "scene:news")
            if isinstance(event, kinds.StreamEvent)
        ]
        with pytest.warns(DeprecationWarning, match="StreamEvent.event is type"):
            assert [(event.event, event.data) for event in unknown] == [
                ("signature_delta", {"signature": "c2ln"})
            ]

        async def run() -> list[str]:
            return [event.type async for event in client.asend_message_stream(session.id, "hello")]

        assert asyncio.run(run())[-1] == "done"

        async def leave() -> None:
            async for _ in client.asend_message_stream(session.id, "scene:slow"):
                return

        asyncio.run(leave())
        with pytest.raises(AshBusyError):
            client.exec(session.id, "true")
        assert client.stop_session(session.id).status == "stopped"
        assert client.end_session(session.id).status == "ended"


def test_the_events_of_the_older_package_can_be_made() -> None:
    kinds = ash_sdk.streaming
    made = [
        kinds.SessionStartEvent(session_id="s"),
        kinds.MessageEvent(data={"type": "user"}),
        kinds.TextDeltaEvent(delta="t"),
        kinds.ThinkingDeltaEvent("t"),
        kinds.ToolUseEvent(id="u", name="n", input={}),
        kinds.ToolResultEvent("u", "c"),
        kinds.TurnCompleteEvent(num_turns=1),
        kinds.ErrorEvent(error="e"),
        kinds.DoneEvent("s"),
        kinds.StreamEvent(event="news", data={"a": 1}),
    ]
    assert [kinds._parse_event(event.type, event.data) for event in made] == made
    assert [type(kinds._parse_event(event.type, event.data)) for event in made] == [
        type(each) for each in made
    ]
    assert (made[5].tool_use_id, made[5].content, made[5].is_error) == ("u", "c", False)  # type: ignore[attr-defined]
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_response_of_httpx_is_parsed() -> None:
    kinds = ash_sdk.streaming
    body = 'event: text_delta\ndata: {"delta":"a\u2028b"}\n\nevent: news\ndata: {}\n\n'.encode()
    with pytest.warns(DeprecationWarning, match="parse_sse_stream is AshClient.send_message_stream"):
        events = list(kinds.parse_sse_stream(httpx.Response(200, content=body)))
    assert events == [kinds.TextDeltaEvent("a\u2028b"), kinds.StreamEvent("news", {})]

    async def run() -> list[Any]:
        return [event async for event in kinds.parse_sse_stream_async(httpx.Response(200, content=body))]

    with pytest.warns(DeprecationWarning, match="parse_sse_stream_async"):
        assert asyncio.run(run()) == events
    with pytest.warns(DeprecationWarning, match="parse_sse_stream"):
        broken = kinds.parse_sse_stream(httpx.Response(200, content=b"data: x\n\n"))
    with pytest.raises(ValueError, match="is not JSON"):
        list(broken)


def test_older_names_warn_and_the_others_say_where_to_look() -> None:
    with pytest.warns(DeprecationWarning, match="ash_sdk.Client is ash_api.client.Client") as warned:
        from ash_sdk import Client
    assert warned[0].filename == __file__
    assert Client is ash_api.client.Client
    with pytest.warns(DeprecationWarning, match="ash_sdk.models.Session is ash_ai.models.Session"):
        from ash_sdk.models import Session  # noqa: F401
    with pytest.raises(ImportError, match=r"what to write instead: docs/ash\.md"):
        from ash_sdk.models import SessionStatus  # noqa: F401
    with pytest.raises(ImportError, match=r"ash_sdk\.api is ash_api\.api"):
        importlib.import_module("ash_sdk.api.agents.get_api_agents")
    assert not hasattr(ash_sdk, "nothing")


def test_the_quickstart_runs(ash_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("ASH_SERVER_URL", ash_sandbox.server_url)
    monkeypatch.setenv("ASH_API_KEY", ash_sandbox.api_key)
    path = Path(__file__).parents[2] / "examples" / "ash_quickstart.py"
    names: dict[str, Any] = {"__name__": "quickstart"}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    names["main"]()
    assert 'refused       404: Agent "nonexistent" not found' in capsys.readouterr().out
