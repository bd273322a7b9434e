"""What the environment says of connections: proxies, and certificates to trust."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientkit import errors
from clientkit._io import environment

from .leaks import everything, leaks
from .modes import GET, POST, Mode, fresh_url
from .rawserver import Connection, RawServer, answering, response

Serve = Callable[[Callable[[Connection], Any]], RawServer]
DONE = response(b'{"done": true}')
PASSWORD = "hunter2-0123456789"


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("http", "https", "all", "no"):
        monkeypatch.delenv(f"{kind}_proxy", raising=False)
        monkeypatch.delenv(f"{kind.upper()}_PROXY", raising=False)


def refused(error: Any, variable: str) -> None:
    """A configuration error that names the variable; nothing was sent, and nothing is tried again."""
    assert isinstance(error, errors.ConfigurationError), repr(error)
    assert variable in str(error)
    assert getattr(error, "unclear", False) is False
    assert getattr(error, "attempts", 1) <= 1


@pytest.mark.parametrize(
    "url",
    [
        f"http://user:ab/{PASSWORD}@proxy.test:8080",
        f"http://user:ab?{PASSWORD}@proxy.test:8080",
        f"http://user:ab#{PASSWORD}@proxy.test:8080",
        f"user:ab/{PASSWORD}@proxy.test:8080",
        f"http://user:{PASSWORD}@proxy.test:port",
        f"http://user:{PASSWORD}@proxy.test:99999",
        f"http://user:{PASSWORD}@proxy.test:8080\n",
        f"http://user:{PASSWORD}@proxy.test:8080\r\nX: y",
        f"http://user:{PASSWORD}@",
        f"gopher://user:{PASSWORD}@proxy.test",
        f"http://[::1:{PASSWORD}",
    ],
)
@pytest.mark.parametrize("variable", ["http_proxy", "ALL_PROXY"])
def test_a_proxy_that_cannot_be_used_is_named_and_not_shown(
    mode: Mode, variable: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, url)
    caller = mode.connect(fresh_url().replace("https", "http"))
    for call in (GET, POST):
        error = caller.error(call)
        refused(error, variable)
        assert leaks(everything(error), PASSWORD) == []
    caller.close()


def test_where_it_is_not_used_it_does_no_harm(
    mode: Mode, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(answering(DONE))
    monkeypatch.setenv("all_proxy", "socks4://nowhere.test:port")
    monkeypatch.setenv("no_proxy", "127.0.0.0/8")
    caller = mode.connect(server.url)
    assert caller.send(GET) == {"done": True}
    caller.close()


@pytest.mark.parametrize("scheme", ["socks", "socks5", "socks5h"])
def test_a_socks_proxy_says_what_to_install(
    mode: Mode, scheme: str, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(answering(DONE))
    monkeypatch.setattr("importlib.util.find_spec", lambda name, find=environment.importlib.util.find_spec: (
        None if name == "socksio" else find(name)
    ))  # fmt: skip
    monkeypatch.setenv("ALL_PROXY", f"{scheme}://user:{PASSWORD}@127.0.0.1:9")
    error = mode.connect(fresh_url()).error(POST)
    refused(error, "ALL_PROXY")
    assert "pip install socksio" in str(error)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    caller = mode.connect(server.url)
    assert caller.send(GET) == {"done": True}
    caller.close()


@pytest.mark.parametrize("scheme", ["socks", "socks5"])
def test_a_socks_proxy_works(mode: Mode, scheme: str, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []

    def handle(connection: Connection) -> None:
        """Speak SOCKS 5 with user and password, then answer by itself."""
        sock = connection.socket
        heard.append(sock.recv(64))
        sock.sendall(b"\x05\x02")
        heard.append(sock.recv(64))
        sock.sendall(b"\x01\x00")
        heard.append(sock.recv(64))
        sock.sendall(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
        answering(DONE)(connection)

    proxy = serve(handle)
    monkeypatch.setenv("all_proxy", f"{scheme}://us%40er:pass@127.0.0.1:{proxy.port}")
    caller = mode.connect("http://service.test")
    assert caller.send(POST) == {"done": True}
    assert b"us@er" in heard[1]
    assert b"service.test" in heard[2]
    caller.close()


def test_a_proxy_gets_its_credentials_and_the_whole_url(
    mode: Mode, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(answering(DONE))
    monkeypatch.setenv("HTTP_PROXY", f"127.0.0.1:{proxy.port}".replace("127", "user:p%2Fw@127"))
    caller = mode.connect("http://service.test")
    assert caller.send(POST) == {"done": True}
    head = proxy.requests[0].lower()
    assert head.startswith(b"post http://service.test/things/7 http/1.1")
    assert b"proxy-authorization: basic dxnlcjpwl3c=" in head
    caller.close()


def test_a_proxy_that_refuses_is_no_connection(
    mode: Mode, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(answering(response(b"", "407 Proxy Authentication Required")))
    monkeypatch.setenv("https_proxy", proxy.url)
    error = mode.connect("https://service.test", max_retries=0).error(POST)
    assert isinstance(error, errors.ConnectionError)
    assert error.unclear is False
    assert proxy.requests[0].startswith(b"CONNECT service.test:443")


@pytest.mark.parametrize(
    ("entries", "origin", "is_exempt"),
    [
        ("*", "http://service.test", True),
        ("other.test, service.test", "http://service.test", True),
        ("service.test", "http://www.service.test", True),
        ("service.test", "http://myservice.test", False),
        (".service.test", "http://www.service.test", True),
        (".service.test", "http://service.test", False),
        ("SERVICE.test", "http://service.test", True),
        ("service.test:8080", "http://service.test:8080", True),
        ("service.test:8080", "http://service.test", False),
        ("http://service.test", "http://service.test", True),
        ("https://service.test", "http://service.test", False),
        ("10.0.0.0/8", "http://10.1.2.3", True),
        ("10.0.0.0/8", "http://11.1.2.3", False),
        ("10.1.2.3", "http://10.1.2.3:99", True),
        ("::1", "http://[::1]:8000", True),
        ("[::1]", "http://[::1]:8000", True),
        ("[::1]:8000", "http://[::1]:8000", True),
        ("[::1]:8001", "http://[::1]:8000", False),
        ("fe80::/10", "http://[fe80::1234]", True),
        ("2001:db8::/32", "http://[2001:db8:1::5]", True),
        ("2001:db8::/32", "http://[2001:db9::5]", False),
        ("2001:db8::/32", "http://service.test", False),
        ("::/0", "http://10.1.2.3", False),
        ("", "http://service.test", False),
        (", ,", "http://service.test", False),
        ("300.0.0.0/99", "http://service.test", False),
        ("localhost", "http://localhost:8000", True),
    ],
)
def test_no_proxy(entries: str, origin: str, is_exempt: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://proxy.test:8080")
    monkeypatch.setenv("no_proxy", entries)
    assert (environment.proxy_for(origin) is None) is is_exempt


def test_the_lower_case_decides_and_a_cgi_program_takes_no_proxy_from_its_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://upper.test")
    monkeypatch.setenv("ALL_PROXY", "http://all.test:1")
    found = environment.proxy_for("http://service.test")
    assert found is not None
    assert (found.host, found.port) == ("upper.test", 80)
    other = environment.proxy_for("https://service.test")
    assert other is not None
    assert other.url == "http://all.test:1"
    monkeypatch.setenv("http_proxy", "")
    found = environment.proxy_for("http://service.test")
    assert found is not None
    assert found.host == "all.test"
    monkeypatch.delenv("http_proxy")
    monkeypatch.delenv("ALL_PROXY")
    monkeypatch.setenv("REQUEST_METHOD", "GET")
    assert environment.proxy_for("http://service.test") is None


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_certificates_that_are_not_there_are_one_configuration_error(
    mode: Mode, content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hidden-place.pem"
    if content is not None:
        path.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    environment.tls_context.cache_clear()
    try:
        caller = mode.connect(fresh_url())
        for call in (GET, POST):
            error = caller.error(call)
            refused(error, "SSL_CERT_FILE")
            assert "hidden-place" not in str(error)
        caller.close()
        # Of no concern to a service without TLS.
        plain = mode.connect("http://127.0.0.1:9", max_retries=0)
        assert isinstance(plain.error(GET), errors.ConnectionError)
        plain.close()
    finally:
        environment.tls_context.cache_clear()


def test_a_folder_of_certificates_that_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    environment.tls_context.cache_clear()
    try:
        with pytest.raises(environment.Misconfigured, match="SSL_CERT_DIR names no folder"):
            environment.tls_context()
    finally:
        environment.tls_context.cache_clear()


def test_what_verify_may_be(tmp_path: Path) -> None:
    own = ssl.create_default_context()
    assert environment.context_for(own) is own
    assert environment.context_for(False).verify_mode is ssl.CERT_NONE
    assert environment.context_for(True) is environment.context_for(True)
    for wrong in (str(tmp_path / "none.pem"), 7):
        with pytest.raises(environment.Misconfigured, match="verify must be"):
            environment.context_for(wrong)
