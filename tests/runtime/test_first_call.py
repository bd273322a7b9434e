"""A process that forks, or whose clock is frozen, while it makes its first call."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from clientkit import lazy

from .rawserver import RawServer, answering, response
from .test_lifetimes import in_child, needs_fork

FORKING = """
import os, select, signal, sys, threading, time
from alsorn import AlsornClient
client = AlsornClient(api_key="als_test_key", base_url=sys.argv[1], max_retries=0)
def call():
    return client.agents.get("agent_1")
forked = threading.Event()
def loop():
    while not forked.is_set():
        call()
threading.Thread(target=loop, daemon=True).start()
time.sleep(float(sys.argv[2]))
readable, writable = os.pipe()
child = os.fork()
forked.set()
if not child:
    os.write(writable, type(call()).__name__.encode())
    os._exit(0)
done, _, _ = select.select([readable], [], [], 60)
print(os.read(readable, 100).decode() if done else "hangs")
if not done:
    os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
os._exit(0)
"""


@needs_fork
@pytest.mark.parametrize("milliseconds", [3, 40, 70])
def test_a_fork_in_the_first_call_leaves_a_child_that_can_call(
    milliseconds: int, serve: type[RawServer]
) -> None:
    server = serve(answering(response(b'{"id": "agent_1", "name": "n"}')))
    command = [sys.executable, "-W", "ignore", "-c", FORKING, server.url, str(milliseconds / 1000)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.strip() == "Agent", done.stderr[-2000:]


@needs_fork
def test_a_fork_waits_for_a_module_that_is_being_loaded() -> None:
    entered, go = threading.Event(), threading.Event()

    def load() -> None:
        with lazy.loading():
            entered.set()
            go.wait(60)

    loader = threading.Thread(target=load)
    loader.start()
    assert entered.wait(60)
    threading.Timer(0.05, go.set).start()
    # Only when the load is over is there a child.
    assert in_child(go.is_set) == "True"
    loader.join()
    # And in the child nobody is taken to be loading.
    assert in_child(lambda: lazy._loads) == "{}"


@needs_fork
def test_a_module_that_is_being_loaded_may_log_while_a_fork_waits() -> None:
    # In a process of its own: the order of the hooks is that of the first loads.
    program = """
import os, threading, time
from clientkit import lazy
entered, done = threading.Event(), threading.Event()
def load():
    with lazy.loading():
        entered.set()
        time.sleep(0.05)
        import logging
        logging.getLogger("loaded")
        done.set()
threading.Thread(target=load).start()
entered.wait()
child = os.fork()
if not child:
    os._exit(0 if done.is_set() else 1)
print(os.waitpid(child, 0)[1])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")


@needs_fork
def test_a_thread_that_loads_may_fork() -> None:
    with lazy.loading():
        assert in_child(lambda: len(lazy._loads)) == "1"


@pytest.mark.parametrize(
    ("before", "within"), [("import alsorn", ""), ("", "import alsorn")], ids=["use", "import"]
)
def test_the_first_use_within_a_frozen_clock_ends(before: str, within: str) -> None:
    program = f"""
{before}
import freezegun
with freezegun.freeze_time("2026-01-01"):
    {within}
    from clientkit import errors
    client = alsorn.AlsornClient(api_key="als_test_key", base_url="http://127.0.0.1:9", max_retries=0)
    try:
        client.agents.get("agent_1")
    except errors.ConnectionError:
        pass
    _, clock = client._core.channel.open()
    first = clock.monotonic()
    while clock.monotonic() < first + 0.01:
        pass
    print("ended")
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout.strip() == "ended", done.stderr[-2000:]
