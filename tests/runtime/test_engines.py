"""Which engine a client sends through, and that each of them keeps what the others keep."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from clientkit import errors
from clientkit._async.engines import open_transport as open_async
from clientkit._io import libraries
from clientkit._sync.engines import open_transport as open_sync

from .modes import GET, MODES, POST, Mode, Trio, fresh_url, operation
from .rawserver import RawServer, answering, response

ROOT = Path(__file__).parents[2]
# What is about connections; the other suites never come near an engine.
SUITES = {
    "httpcore": ["runtime/test_network.py", "runtime/test_lifetimes.py", "runtime/test_redirects.py"],
    "aiohttp": ["runtime/test_network.py", "runtime/test_lifetimes.py", "runtime/test_redirects.py"],
}


@pytest.mark.parametrize("engine", SUITES)
def test_the_suites_of_connections_run_over_every_engine(engine: str) -> None:
    """This process runs them over httpcore2, which is installed here."""
    assert libraries.chosen() == "httpcore2" or os.environ.get("CLIENTKIT_ENGINE")
    files = [*(f"tests/{name}" for name in SUITES[engine]), "tests/faults/test_refusals.py"]
    selected = ["-k", "async and not trio and not async-rubbish"] if engine == "aiohttp" else []
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *files, *selected],
        cwd=ROOT,
        env={**os.environ, "CLIENTKIT_ENGINE": engine},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]


def test_faults_come_to_the_same_over_aiohttp() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "tests/faults/test_faults.py", "-k", "asg-async"],
        cwd=ROOT,
        env={**os.environ, "CLIENTKIT_ENGINE": "aiohttp"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize(
    ("engine", "name"),
    [("httpcore", "httpcore"), ("httpx", "httpcore"), ("httpcore2", "httpcore2"), ("httpx2", "httpcore2")],
)
def test_an_engine_is_chosen_by_its_name(engine: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert libraries.chosen(engine) == name
    monkeypatch.setenv("CLIENTKIT_ENGINE", engine)
    assert libraries.chosen() == name
    assert libraries.chosen("httpcore") == "httpcore"


def test_what_is_installed_is_chosen_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLIENTKIT_ENGINE", raising=False)
    monkeypatch.setattr(libraries, "_is_installed", lambda name: name == "httpcore2")
    assert libraries.chosen() == "httpcore2"
    monkeypatch.setattr(libraries, "_is_installed", lambda name: False)
    assert libraries.chosen() == "httpcore"
    with pytest.raises(
        errors.ConfigurationError, match=r"aiohttp is not installed: pip install 'clientkit\[aio"
    ):
        libraries.chosen("aiohttp", "AsyncClient")


def test_an_engine_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(errors.ConfigurationError, match="engine must be one of httpcore, httpcore2, aiohttp"):
        libraries.chosen("requests")
    monkeypatch.setenv("CLIENTKIT_ENGINE", "requests")
    with pytest.raises(errors.ConfigurationError, match="CLIENTKIT_ENGINE must be one of"):
        libraries.chosen()


def test_aiohttp_is_for_async_clients(monkeypatch: pytest.MonkeyPatch, serve: type[RawServer]) -> None:
    with pytest.raises(errors.ConfigurationError, match="aiohttp is for async clients"):
        open_sync(None, engine="aiohttp")
    monkeypatch.setenv("CLIENTKIT_ENGINE", "aiohttp")
    server = serve(answering(response(b'{"done": true}')))
    for mode in MODES:
        caller = mode.connect(server.url)
        assert caller.send(POST) == {"done": True}
        caller.close()
    kinds = [type(open_sync(None)).__name__, type(open_async(None)).__name__]
    assert kinds == ["HttpcoreTransport", "AiohttpTransport"]


def test_aiohttp_under_trio_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIENTKIT_ENGINE", "aiohttp")
    caller = Trio().connect(fresh_url())
    error = caller.error(GET)
    assert isinstance(error, errors.ConfigurationError)
    assert "under trio use the engine httpcore" in str(error)
    assert error.unclear is False


# -- injected clients ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("library", ["httpx", "httpx2"])
def test_clients_of_both_libraries_are_used_as_they_are(
    mode: Mode, library: str, serve: type[RawServer]
) -> None:
    module = pytest.importorskip(library)
    server = serve(answering(response(b'{"done": true}')))
    injected: Any = (module.AsyncClient if mode.is_async else module.Client)(headers={"X-Mine": "1"})
    caller = mode.connect(server.url, http_client=injected)
    assert caller.send(POST) == {"done": True}
    assert b"x-mine: 1" in server.requests[0].lower()
    mode.run(injected.aclose() if mode.is_async else injected.close())
    # A closed one is known as such.
    error = caller.error(POST)
    assert isinstance(error, errors.ConnectionError)
    assert (error.attempts, error.unclear) == (1, False)
    wrong = module.Client() if mode.is_async else module.AsyncClient()
    with pytest.raises(TypeError, match="http_client must be"):
        mode.connect(server.url, http_client=wrong)
    wrong.close() if mode.is_async else MODES[1].run(wrong.aclose())


def test_no_library_is_loaded_to_recognise_a_client() -> None:
    program = """
import sys
from clientkit._io import libraries
assert libraries.kind_of(object()) is None
print([name for name in ("httpx", "httpx2", "httpcore", "httpcore2", "aiohttp") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_release_of_httpx_that_does_not_fit_is_named(mode: Mode) -> None:
    """As of httpx 1.0, whose clients are other ones."""
    kind = type("AsyncClient" if mode.is_async else "Client", (), {"__module__": "httpx"})
    with pytest.raises(errors.ConfigurationError, match=r"http_client is a client of httpx 0\.2"):
        mode.connect(fresh_url(), http_client=kind())


def test_a_release_of_httpcore_that_does_not_fit_is_named(
    mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    import httpcore

    monkeypatch.setenv("CLIENTKIT_ENGINE", "httpcore")
    monkeypatch.setattr(httpcore, "__version__", "3.0")
    monkeypatch.delattr(httpcore, "HTTPConnection")
    error = mode.connect(fresh_url()).error(GET)
    assert isinstance(error, errors.ConfigurationError)
    assert "httpcore 3.0 cannot be used as engine: it has no HTTPConnection" in str(error)


# -- private names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gone", ["_STATE", "_INNER", "version"])
@pytest.mark.parametrize("engine", ["httpcore", "httpcore2"])
def test_without_the_private_name_a_client_is_correct(
    mode: Mode, engine: str, gone: str, serve: type[RawServer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection then has one request: what lies behind an answer cannot be seen."""
    if gone == "version":
        monkeypatch.setattr(libraries.load(engine), "__version__", "9.9")
    else:
        monkeypatch.setattr(libraries, gone, "_called_otherwise")
    monkeypatch.setenv("CLIENTKIT_ENGINE", engine)
    first = response(b'{"done": "first"}') + response(b'{"done": "of another"}')
    handlers = iter([first, response(b'{"done": "second"}'), response(b'{"done": "third"}')])
    server = serve(lambda connection: answering(next(handlers))(connection))
    caller = mode.connect(server.url)
    assert [caller.send(GET)["done"] for _ in range(3)] == ["first", "second", "third"]
    assert len(server.connections) == 3
    caller.close()


# -- libraries for tests -------------------------------------------------------------------------------------


def test_pytest_httpx_sees_the_calls(mode: Mode, httpx_mock: Any) -> None:
    httpx_mock.add_response(json={"done": "mocked"})
    caller = mode.connect(fresh_url())
    assert caller.send(POST) == {"done": "mocked"}
    (request,) = httpx_mock.get_requests()
    assert (request.method, request.content) == ("POST", b'{"name":"seven"}')
    caller.close()


@pytest.mark.parametrize("using", ["httpcore", "httpx"])
def test_respx_sees_the_calls_and_leaves_the_client_as_it_was(
    mode: Mode, using: str, serve: type[RawServer]
) -> None:
    import httpx
    import respx

    server = serve(answering(response(b'{"done": "real"}')))
    caller = mode.connect(server.url)
    for _ in range(2):
        with respx.mock(using=using) as router:
            route = router.get(f"{server.url}/things/7").mock(httpx.Response(200, json={"done": "mocked"}))
            # Its first use, under the mock, and a later one.
            assert caller.send(GET) == {"done": "mocked"}
            assert route.call_count == 1
        assert caller.send(GET) == {"done": "real"}
    caller.close()


def test_respx_sees_streams(mode: Mode) -> None:
    import httpx
    import respx

    url = fresh_url()
    caller = mode.connect(url)
    with respx.mock:
        respx.get(f"{url}/things/7").mock(httpx.Response(200, content=b"bytes"))
        stream = caller.stream(operation(stream="bytes"))
        assert mode.run(stream.read()) == b"bytes"
        mode.close(stream)
    caller.close()


def test_vcrpy_records_the_calls_and_plays_them(mode: Mode, serve: type[RawServer], tmp_path: Path) -> None:
    import vcr

    server = serve(answering(response(b'{"done": "recorded"}')))
    caller = mode.connect(server.url)
    for _ in range(2):
        with vcr.use_cassette(str(tmp_path / f"{mode}.yaml")) as cassette:
            assert caller.send(GET) == {"done": "recorded"}
            assert len(cassette) == 1
    assert len(server.requests) == 1
    assert caller.send(GET) == {"done": "recorded"}
    assert len(server.requests) == 2
    caller.close()
