"""`python -m clientkit_sandbox` and `running()`: starting, stopping and what is left behind."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from clientkit_sandbox import running
from clientkit_sandbox._catalog import service_names


@contextmanager
def started(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "clientkit_sandbox", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def stop(process: subprocess.Popen[str], number: int) -> tuple[int, str]:
    process.send_signal(number)
    _, complaints = process.communicate(timeout=60)
    return process.returncode, complaints


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_json_is_one_line_when_all_are_ready_and_a_signal_ends_it_cleanly(number: int) -> None:
    with started("--json") as process:
        assert process.stdout is not None
        facts: dict[str, Any] = json.loads(process.stdout.readline())
        assert list(facts) == list(service_names())
        alsorn = facts["alsorn"]
        assert alsorn.keys() == {"base_url", "api_key"}
        headers = {"Authorization": f"Bearer {alsorn['api_key']}"}
        # A client that keeps its connection open must not hold up the end.
        with httpx.Client(base_url=alsorn["base_url"], headers=headers, timeout=60) as client:
            assert client.get("/agents").status_code == 200
            # Nor must a request that is still waiting for its answer.
            with pytest.raises(httpx.ReadTimeout):
                client.get("/agents", headers={"X-Sandbox-Fault": "delay; delay=60"}, timeout=0.05)
            assert stop(process, number) == (0, "")


def test_the_readable_form_is_a_table_of_urls_and_keys(unused_port: int) -> None:
    with started("--only", "alsorn", "--only", "assetcore", "--port", str(unused_port)) as process:
        assert process.stdout is not None
        rows = [process.stdout.readline().split() for _ in range(6)]
        assert rows[0] == ["SERVICE", "URL", "KEY"]
        assert rows[1][:2] == ["alsorn", f"http://127.0.0.1:{unused_port}"]
        assert rows[1][2].startswith("als_")
        assert [row[:2] for row in rows[2:4]] == [["assetcore", "write"], ["assetcore", "read"]]
        assert rows[4] == []
        assert rows[5][0] == "Serving"
        assert stop(process, signal.SIGTERM) == (0, "")


def test_the_form_for_a_shell_sets_what_clients_read() -> None:
    with started("--only", "ash", "--env") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(3)]
        found = dict(line.removeprefix("export ").split("=", 1) for line in lines)
        assert found.keys() == {"ASH_SERVER_URL", "ASH_BASE_URL", "ASH_API_KEY"}
        assert found["ASH_BASE_URL"] == found["ASH_SERVER_URL"]
        assert stop(process, signal.SIGTERM) == (0, "")


def test_a_taken_port_is_said_and_exits_1() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        started("--port", str(taken.getsockname()[1])) as process,
    ):
        _, complaint = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "in use" in complaint
    assert "Traceback" not in complaint


def run_python(code: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def test_without_the_extra_everything_says_what_to_install() -> None:
    blocked = "import sys; sys.modules.update(dict.fromkeys(['starlette', 'uvicorn', 'yaml', 'jsonschema']));"
    for code in (
        "import clientkit_sandbox; clientkit_sandbox.running('alsorn').__enter__()",
        "from clientkit_sandbox.__main__ import main; sys.exit(main(['--json']))",
    ):
        done = run_python(blocked + code)
        assert done.returncode == 1
        assert "pip install 'clientkit[sandbox]'" in done.stderr


def test_importing_the_package_and_the_plugin_imports_nothing_heavy() -> None:
    done = run_python(
        "import sys, pytest; before = set(sys.modules); import clientkit_sandbox.pytest_plugin;"
        "print(*(set(sys.modules) - before))"
    )
    imported = set(done.stdout.split())
    assert "clientkit_sandbox.pytest_plugin" in imported
    heavy = {"starlette", "uvicorn", "yaml", "jsonschema", "httpx", "h11", "http.client", "asyncio", "ssl"}
    assert not heavy & imported


LEAVE_NOTHING = """
import gc, os, threading, warnings
import httpx
from clientkit_sandbox import running

def held():
    return threading.enumerate(), len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0

def use():
    with running("alsorn") as sandbox:
        headers = {"Authorization": f"Bearer {sandbox.api_key}"}
        with httpx.Client(base_url=sandbox.base_url, headers=headers, timeout=60) as client:
            assert client.get("/agents").status_code == 200
            sandbox.fault("delay", delay=60)
            try:
                client.get("/agents", timeout=0.05)
            except httpx.ReadTimeout:
                return sandbox.base_url

use()  # what is imported once stays
before = held()
address = use()
gc.collect()
assert held() == before, (held(), before)
try:
    httpx.get(address)
except httpx.ConnectError:
    print("nothing is left")
"""


def test_nothing_is_left_behind() -> None:
    done = run_python(LEAVE_NOTHING, "-W", "error::ResourceWarning")
    assert (done.stdout, done.stderr) == ("nothing is left\n", "")


def test_an_error_inside_the_block_closes_it_too() -> None:
    with pytest.raises(KeyError), running("alsorn") as sandbox:
        raise KeyError
    with pytest.raises(httpx.ConnectError):
        httpx.get(sandbox.base_url)


def test_several_run_at_once_with_states_of_their_own() -> None:
    with running("alsorn") as one, running("alsorn") as other:
        assert one.base_url != other.base_url
        headers = {"Authorization": f"Bearer {one.api_key}"}
        assert httpx.delete(f"{one.base_url}/webhooks/wh_x1y2z3", headers=headers).status_code == 204
        assert httpx.get(f"{other.base_url}/webhooks/wh_x1y2z3", headers=headers).status_code == 200


def test_only_loopback_is_served() -> None:
    for host in ("0.0.0.0", "192.0.2.1", "example.org"):
        with (
            pytest.raises(ValueError, match=r"loopback only: use 127\.0\.0\.1 or ::1"),
            running("alsorn", host=host),
        ):
            pass


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6")
def test_ipv6_loopback_is_loopback() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("::1 is not configured")
    with running("alsorn", host="::1") as sandbox:
        address = urlsplit(sandbox.base_url)
        assert address.hostname == "::1"
        connection = http.client.HTTPConnection("::1", address.port, timeout=10)
        connection.request("GET", "/agents/agent_7f3k9x2m/verify")
        assert connection.getresponse().status == 200
        connection.close()
        assert len(sandbox.requests()) == 1


def test_an_unknown_service_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(ValueError, match=r"no service 'alsron'; there is .*alsorn"), running("alsron"):
        pass
