"""The HTTP libraries: which of them are there, and the only place that reads private names of theirs.

Each such reading has a fallback that works: a release without the name makes a client slower, not wrong.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from types import FunctionType, ModuleType
from typing import Any, Final

from clientkit.errors import ConfigurationError
from clientkit.lazy import load_module

# The releases whose insides are known; others are used by their public names alone.
_KNOWN: Final = ("1.0.", "2.")
# The private names: of the connection in a connection, and of what h11 knows of it.
_INNER = "_connection"
_STATE = "_h11_state"
# Where libraries that replace answers in tests (pytest-httpx, respx, vcrpy) put themselves in.
_REPLACED: Final = (
    ("HTTPTransport", "handle_request"),
    ("AsyncHTTPTransport", "handle_async_request"),
    # Of respx, when it is told to stand in for httpx itself. Without the name nobody replaces it.
    ("Client", "_transport_for_url"),
    ("AsyncClient", "_transport_for_url"),
)
_REPLACED_BELOW: Final = (
    ("ConnectionPool", "handle_request"),
    ("AsyncConnectionPool", "handle_async_request"),
)
ENGINES: Final = ("httpcore", "httpcore2", "aiohttp")
# What people know them by.
_NAMES: Final = {"httpx": "httpcore", "httpx2": "httpcore2"}


def chosen(engine: str | None = None, client: str = "Client") -> str:
    """Return the engine to use: the given one, that of CLIENTKIT_ENGINE, else httpcore2 or httpcore.

    Args:
        engine: What the client was given; None when it was given nothing.
        client: `Client` or `AsyncClient`: aiohttp is for async clients alone.

    Raises:
        ConfigurationError: When there is no such engine, or it is not installed.
    """
    source = "engine"
    if engine is None:
        engine, source = (
            os.environ.get("CLIENTKIT_ENGINE") or None,
            "the environment variable CLIENTKIT_ENGINE",
        )
    engine = _NAMES.get(engine or "", engine)
    if engine is None:
        return "httpcore2" if _is_installed("httpcore2") else "httpcore"
    if engine not in ENGINES:
        raise ConfigurationError(f"{source} must be one of {', '.join(ENGINES)}; got {engine!r}")
    if engine == "aiohttp" and client == "Client":
        if source == "engine":
            raise ConfigurationError("the engine aiohttp is for async clients; this one is sync")
        # The variable is of the process, which may have clients of both kinds.
        return "httpcore2" if _is_installed("httpcore2") else "httpcore"
    if not _is_installed(engine):
        extra = {"httpcore2": "httpx2"}.get(engine, engine)
        raise ConfigurationError(f"the engine {engine} is not installed: pip install 'clientkit[{extra}]'")
    return engine


def _is_installed(name: str) -> bool:
    return name in sys.modules or importlib.util.find_spec(name) is not None


def load(name: str) -> ModuleType:
    """Load httpcore or httpcore2.

    Raises:
        ConfigurationError: When it is a release that the engine cannot use.
    """
    # A fork waits for it: its child would wait for ever for a module that nobody goes on loading.
    library: ModuleType = load_module(name)
    needed = (
        "HTTPConnection",
        "AsyncHTTPConnection",
        "HTTPProxy",
        "AsyncHTTPProxy",
        "Request",
        "URL",
        "WriteError",
    )
    missing = [each for each in needed if not hasattr(library, each)]
    if missing:
        version = getattr(library, "__version__", "of an unknown version")
        raise ConfigurationError(
            f"{name} {version} cannot be used as engine: it has no {', '.join(missing)}; "
            "install another release"
        )
    return library


def has_leftovers(library: ModuleType, connection: Any) -> bool:
    """Whether bytes lie behind an answer of HTTP/1.1 that was read to its end.

    httpcore reads them as the answer to the next request: a service that sends more than it announces would
    answer another call with it. No public name says so; where the private one is missing, the answer is True,
    and each connection has one request.
    """
    if not str(getattr(library, "__version__", "")).startswith(_KNOWN):
        return True
    # httpcore's connections wrap one another; the innermost has the protocol's state.
    while (inner := getattr(connection, _INNER, None)) is not None:
        connection = inner
    try:
        return bool(getattr(connection, _STATE).trailing_data[0])
    except AttributeError:
        return True


def replaced() -> ModuleType | None:
    """Return httpx, or httpx2, while a library for tests replaces what it answers."""
    for name, below in (("httpx", "httpcore"), ("httpx2", "httpcore2")):
        library = sys.modules.get(name)
        if library is not None and (
            _is_replaced(library, name, _REPLACED)
            or _is_replaced(sys.modules.get(below), below, _REPLACED_BELOW)
        ):
            return library
    return None


def _is_replaced(library: ModuleType | None, name: str, places: tuple[tuple[str, str], ...]) -> bool:
    for kind, method in places:
        found = getattr(getattr(library, kind, None), method, None)
        # A wrapper that observes, as of OpenTelemetry, passes for what it wraps and needs no other way.
        home = getattr(found, "__globals__", None)
        if home is not None and home.get("__name__", "").partition(".")[0] != name:
            return True
        if found is not None and home is None and not isinstance(found, FunctionType):
            return True
    return False


def kind_of(client: Any) -> tuple[str, str] | None:
    """Return library and class (`Client` or `AsyncClient`) of a client of httpx or httpx2; None for others.

    Neither is loaded for it.
    """
    for each in type(client).__mro__:
        home = each.__module__.partition(".")[0]
        if home in {"httpx", "httpx2"} and each.__name__ in {"Client", "AsyncClient"}:
            return home, each.__name__
    return None


def check_client(client: Any) -> None:
    """Refuse an httpx client of a release that the engine cannot use.

    Raises:
        ConfigurationError: It names the release.
    """
    found = kind_of(client)
    if found is not None and not all(hasattr(client, name) for name in ("build_request", "send")):
        version = getattr(sys.modules.get(found[0]), "__version__", "")
        raise ConfigurationError(
            f"http_client is a client of {found[0]} {version}, which cannot be used; use 0.27.2 to 0.28"
        )


def httpx_client(kind: str, arguments: dict[str, Any]) -> Any:
    """Return a new client of httpx.

    Args:
        kind: `Client` or `AsyncClient`.
        arguments: Its arguments.

    Raises:
        ConfigurationError: When the installed release of httpx cannot be used.
    """
    client = getattr(load_module("httpx"), kind)(**arguments)
    check_client(client)
    return client
