"""What a sandbox refuses whatever its service says."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import tomllib
from urllib.parse import urlsplit

import httpx
import pytest
from clientkit_sandbox import Sandbox, running
from clientkit_sandbox._catalog import service_names, specs_folder
from clientkit_sandbox.engine import guard

pytest_plugins = ["pytester"]


def control(sandbox: Sandbox, headers: dict[str, str], method: str = "POST", path: str = "/reset") -> int:
    return httpx.request(method, f"{sandbox.base_url}/__sandbox__{path}", headers=headers).status_code


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "192.168.1.7:8080", "127.0.0.1.evil.example"]
)
def test_a_foreign_host_is_refused(alsorn_sandbox: Sandbox, api: httpx.Client, host: str) -> None:
    answer = api.get("/agents", headers={"Host": host})
    assert answer.status_code == 421
    assert "use 127.0.0.1" in answer.json()["error"]["message"]
    assert control(alsorn_sandbox, {"Host": host}, "GET", "/requests") == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:9", "alsorn.localhost"])
def test_names_of_this_machine_are_served(alsorn_sandbox: Sandbox, api: httpx.Client, host: str) -> None:
    assert api.get("/agents", headers={"Host": host}).status_code == 200
    assert control(alsorn_sandbox, {"Host": host}) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://evil.example", "Content-Type": "text/plain"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_web_page_controls_nothing(
    alsorn_sandbox: Sandbox, api: httpx.Client, headers: dict[str, str]
) -> None:
    api.post("/agents/agent_7f3k9x2m/suspend")
    for method, path in (
        ("POST", "/reset"),
        ("POST", "/faults"),
        ("DELETE", "/faults"),
        ("GET", "/requests"),
    ):
        assert control(alsorn_sandbox, headers, method, path) == 403
    assert api.get("/agents/agent_7f3k9x2m").json()["status"] == "suspended"


def test_the_own_origin_controls(alsorn_sandbox: Sandbox) -> None:
    own = {"Origin": alsorn_sandbox.base_url, "Sec-Fetch-Site": "same-origin"}
    assert control(alsorn_sandbox, own) == 200


def declared(sandbox: Sandbox, path: str, length: int) -> bytes:
    """Return the answer to a request that has only begun to send its body."""
    address = urlsplit(sandbox.base_url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as connection:
        head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\nx"
        connection.sendall(head.encode())
        return connection.recv(65536)


def test_bodies_are_bounded(alsorn_sandbox: Sandbox, api: httpx.Client) -> None:
    assert declared(alsorn_sandbox, "/agents", guard.LONGEST + 1).startswith(b"HTTP/1.1 413")
    assert declared(alsorn_sandbox, "/__sandbox__/faults", guard.LONGEST_CONTROL + 1).startswith(
        b"HTTP/1.1 413"
    )
    # One that does not say how long it is may be refused while it is still being sent.
    chunks = iter([b"x" * guard.LONGEST_CONTROL, b"x"])
    with contextlib.suppress(httpx.TransportError):
        answer = httpx.post(f"{alsorn_sandbox.base_url}/__sandbox__/faults", content=chunks)
        assert answer.status_code == 413
    assert api.get("/agents").status_code == 200


def test_as_many_requests_are_kept_as_wanted() -> None:
    with running("alsorn", keep_requests=3) as sandbox, httpx.Client(base_url=sandbox.base_url) as client:
        for number in range(5):
            client.get(f"/agents/agent_{number}/verify")
        assert [each["path"] for each in sandbox.requests()] == [
            f"/agents/agent_{n}/verify" for n in (2, 3, 4)
        ]
        sandbox.keep_requests(2_000)
        sandbox.reset()
        for _ in range(1_100):
            client.get("/nothing")
        assert len(sandbox.requests()) == 1_100
        with pytest.raises(ValueError, match="keep"):
            sandbox.keep_requests(-1)


def test_the_names_of_services_are_those_of_the_table() -> None:
    table = tomllib.loads((specs_folder() / "services.toml").read_text())
    assert service_names() == tuple(table["services"])


def test_fixtures_say_what_they_are(pytester: pytest.Pytester) -> None:
    listed = pytester.runpytest_subprocess("--fixtures", "-v").stdout.str()
    for name in service_names():
        assert f"A running sandbox of {name} in its initial state" in listed


def test_the_plugin_loads_nothing_in_a_run_that_does_not_use_it() -> None:
    program = (
        "import sys, pytest; before = set(sys.modules); import clientkit_sandbox.pytest_plugin;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [
        "clientkit_sandbox",
        "clientkit_sandbox._catalog",
        "clientkit_sandbox.pytest_plugin",
    ]
