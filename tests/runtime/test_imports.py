"""What a call imports: nothing outside of the loads that a fork waits for."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

# Reports what is imported after a client was made, and where no fork waits for it.
BEGIN = """
import asyncio, concurrent.futures, sys, tempfile, threading
from clientkit import ClientError, lazy
from alsorn import {name}AlsornClient as AlsornClient
from ash_ai import {name}AshClient as AshClient
alsorn_url, alsorn_key, ash_url, ash_key = sys.argv[1:]
late, main = [], threading.get_ident()
class Recorder:
    def find_spec(self, name, path=None, target=None):
        me = threading.get_ident()
        if me == main and me not in lazy._loads:
            late.append(name)
alsorn = AlsornClient(api_key=alsorn_key, base_url=alsorn_url, max_retries=1)
ash = AshClient(server_url=ash_url, api_key=ash_key)
closed = AlsornClient(api_key=alsorn_key, base_url="http://127.0.0.1:9", max_retries=1)
sys.meta_path.insert(0, Recorder())
folder = tempfile.mkdtemp()
"""
CALLS = """
async def calls():
    agent = await alsorn.agents.register(name="payer", authorized_actions=["pay"], spending_limit=5)
    await alsorn.agents.get(agent.id)
    await alsorn.raw.agents.get(agent.id)
    async for each in (await alsorn.agents.list()).iter_all():
        pass
    await alsorn.request("GET", "/agents/" + agent.id)
    for call in (lambda: alsorn.agents.get("agent_none"), lambda: closed.agents.get("agent_1")):
        try:
            await call()
        except ClientError:
            pass
    await ash.deploy_agent_files("bot", {"CLAUDE.md": b"Be kind."})
    session = await ash.create_session("bot")
    async with ash.send_message_stream(session.id, "hello") as stream:
        async for each in stream:
            pass
    await ash.write_session_files(session.id, {"a.txt": b"1"})
    await ash.read_session_file(session.id, "a.txt")
    await ash.download_session_file(session.id, "a.txt", folder + "/a.txt")
    await ash.upload_attachment(session.id, "b.txt", b"2")
    item = await ash.enqueue("bot", "hello")
    await ash.wait_for_queue_item(item.id)
    await ash.aclose()
    await alsorn.aclose()
"""
END = "print(*late)"


@pytest.mark.parametrize("name", ["", "Async"])
def test_a_call_imports_nothing_where_no_fork_waits(name: str, alsorn_sandbox: Any, ash_sandbox: Any) -> None:
    calls = CALLS + "asyncio.run(calls())"
    if not name:
        calls = CALLS.replace("async ", "").replace("await ", "").replace("aclose", "close") + "calls()"
    program = "\n".join((BEGIN.format(name=name), calls, END))
    sandboxes = (alsorn_sandbox.base_url, alsorn_sandbox.api_key, ash_sandbox.server_url, ash_sandbox.api_key)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, *sandboxes],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.split() == []


def test_importing_the_clients_loads_and_compiles_nothing_that_only_calls_need() -> None:
    program = """
import sys
compiled = []
def audited(event, args):
    # Not modules, which come from files, nor what collections.namedtuple evaluates.
    if event == "compile" and args[1] == "<string>" and not bytes(args[0] or b"").startswith(b"lambda "):
        compiled.append(args[0])
sys.addaudithook(audited)
from alsorn import AlsornClient
from asg_gateway import ASGGatewayClient
from ash_ai import AshClient
from assetcore_sdk import AssetCoreClient
from sbn import SbnClient
heavy = ["attrs", "copy", "dataclasses", "datetime", "decimal", "hashlib", "inspect", "ipaddress", "json"]
heavy += ["logging", "pathlib", "urllib.parse", "uuid", "sbn_api.models", "clientkit.codec"]
print(*compiled, *(name for name in heavy if name in sys.modules))
"""
    # Without what the installation of the repository itself imports.
    plain = ["-I", "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{program}"]
    done = subprocess.run([sys.executable, *plain], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == []
