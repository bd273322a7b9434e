"""A headless Chromium that a test steers by its debugging protocol; it sees pages of this machine alone."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    # Whatever is not on this machine is not there.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class Tab:
    """One page, and what its console said.

    Attributes:
        complaints: Exceptions, console errors and failed loads so far.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self._events: list[dict[str, Any]] = []
        self.complaints: list[str] = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = self._receive()
            if message.get("id") == self._number:
                assert "error" not in message, message
                return dict(message["result"])

    def open(self, url: str) -> None:
        """Go to a page and wait until it is loaded."""
        self._events.clear()
        self.send("Page.navigate", url=url)
        while not any(event["method"] == "Page.loadEventFired" for event in self._events):
            self._receive()

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression, a promise's when it is one."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_for(self, condition: str) -> Any:
        """Return what an expression gives as soon as that is true."""
        return self.evaluate(
            "new Promise((done, fail) => { const end = Date.now() + 20000; (function look() {"
            f" const found = ({condition}); if (found) done(found);"
            " else if (Date.now() > end) done(null); else setTimeout(look, 20); })() })"
        )

    def screenshot(self) -> bytes:
        """Return what is seen, as PNG."""
        import base64

        return base64.b64decode(self.send("Page.captureScreenshot")["data"])

    def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv(timeout=30))
        if "method" in message:
            self._events.append(message)
            self._note(message["method"], message["params"])
        return message

    def _note(self, method: str, facts: dict[str, Any]) -> None:
        if method == "Runtime.exceptionThrown":
            self.complaints.append(str(facts["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and facts["type"] in {"error", "assert"}:
            self.complaints.append(str(facts["args"]))
        elif method == "Log.entryAdded" and facts["entry"]["level"] == "error":
            self.complaints.append(f"{facts['entry']['text']} {facts['entry'].get('url', '')}")


@contextmanager
def browser(folder: Path) -> Iterator[Tab]:
    """Run a browser while the block runs.

    Args:
        folder: Where its profile goes; empty.
    """
    assert CHROMIUM is not None
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        found = None
        for line in process.stderr:
            if found := re.search(r"DevTools listening on ws://([^/]+)/", line):
                break
        assert found, "chromium did not start"
        import httpx

        with httpx.Client(trust_env=False) as client:
            tabs = client.get(f"http://{found[1]}/json/list").json()
        page = next(each for each in tabs if each["type"] == "page")
        with connect(page["webSocketDebuggerUrl"], proxy=None, max_size=None) as socket:
            yield Tab(socket)
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stderr is not None:
            process.stderr.close()
