"""`clientkit mcp`: serve the operations of products as tools, on stdio or over HTTP."""

from __future__ import annotations

import argparse
import hmac
import os
import socket
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Mapping, MutableMapping, Sequence
from contextlib import ExitStack
from decimal import Decimal, InvalidOperation
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import anyio

from clientkit.commands import connecting, ending
from clientkit.commands.catalog import Method, catalog
from clientkit.commands.declaration import Declaration
from clientkit.commands.values import UsageError
from clientkit.errors import ClientError
from clientkit.mcp import answers, ledger, offers
from clientkit.mcp.calling import Session
from clientkit.mcp.server import Tools

_TOKEN: Final = "CLIENTKIT_MCP_TOKEN"  # noqa: S105  (the name of a variable)
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Any]]
Send = Callable[[Any], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code.

    Args:
        arguments: Command-line arguments; None for those of the process.
    """
    options = _parse(arguments)
    try:
        with ExitStack() as stack:
            tools = _tools(options, stack)
            anyio.run(_serve, tools, options)
    except (UsageError, LookupError, ClientError) as error:
        print(f"! {error}", file=sys.stderr)
        return ending.USAGE
    except KeyboardInterrupt:
        return ending.INTERRUPTED
    except ModuleNotFoundError:
        # Its extra is named where all commands are run.
        raise
    except (OSError, sqlite3.Error, ImportError) as error:
        print(f"! {error}", file=sys.stderr)
        return ending.REFUSED
    return ending.DONE


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="clientkit mcp",
        description="Serve the operations of products as tools for agents (Model Context Protocol).",
    )
    parser.add_argument(
        "products", nargs="+", metavar="PRODUCT", help="such as alsorn or ash; several are served together"
    )
    parser.add_argument(
        "--allow",
        choices=("read", "write"),
        default="read",
        help="read (default) offers nothing that changes anything",
    )
    parser.add_argument(
        "--tools",
        choices=("all", "search"),
        default="all",
        help="all lists every tool (default); search offers search and call, for large surfaces",
    )
    parser.add_argument(
        "--transport",
        choices=("stdio", "http", "streamable-http"),
        default="stdio",
        help="stdio (default), or streamable HTTP, which http is short for",
    )
    parser.add_argument(
        "--http", dest="transport", action="store_const", const="http", help="short for --transport http"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="where HTTP listens; this machine alone by default"
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="port of HTTP; 0 lets the system choose (default: 8000)"
    )
    parser.add_argument(
        "--allowed-host",
        action="append",
        default=[],
        metavar="HOST[:PORT]",
        help="a Host header to accept in addition to those of this machine; may be repeated",
    )
    parser.add_argument(
        "--allowed-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="an Origin header to accept; may be repeated",
    )
    parser.add_argument("--profile", help="the profile with settings and keys (env CLIENTKIT_PROFILE)")
    parser.add_argument("--sandbox", action="store_true", help="start sandboxes and use them: nothing real")
    parser.add_argument(
        "--max-chars",
        type=int,
        default=20_000,
        help="characters of an answer at most; the rest follows by more (default: 20000)",
    )
    for name in ("per-call", "per-day"):
        parser.add_argument(
            f"--{name}",
            type=_amount,
            metavar="AMOUNT",
            help=f"spending guard: the most that may be paid {name.replace('-', ' ')}",
        )
    parser.add_argument("--currency", help="currency of the spending guard (default: USD)")
    parser.add_argument(
        "--unattended",
        action="store_true",
        help="do not ask before payments that a spending guard limits; needs --per-call and --per-day",
    )
    parser.add_argument(
        "--ledger",
        type=Path,
        help="file that knows what was paid, by key (default: in ~/.local/state/clientkit)",
    )
    return parser.parse_args(arguments)


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is not an amount") from None


def _limited(options: argparse.Namespace, declaration: Declaration, stack: ExitStack) -> Mapping[str, Any]:
    """Return the arguments of a client that limit what it spends."""
    limits = {"per_call": options.per_call, "per_day": options.per_day, "currency": options.currency}
    limits = {name: value for name, value in limits.items() if value is not None}
    if not limits or declaration.guarded is None:
        return {}
    if options.sandbox:
        # What is spent in a sandbox is not spent.
        folder = stack.enter_context(TemporaryDirectory(prefix="clientkit-"))
        limits["path"] = Path(folder) / "spending.sqlite3"
    return declaration.guarded(limits)


def _tools(options: argparse.Namespace, stack: ExitStack) -> Tools:
    if options.max_chars < 1_000:
        raise UsageError(f"--max-chars must be at least 1000, got {options.max_chars}")
    catalogs = [catalog(connecting.facade_of(each)) for each in dict.fromkeys(options.products)]
    if options.unattended and (options.per_call is None or options.per_day is None):
        raise UsageError("--unattended needs --per-call and --per-day, which limit what is paid")
    settings: dict[str, Mapping[str, Any]] = {}
    guards: dict[str, Mapping[str, Any]] = {}
    for each in catalogs:
        declaration = each.declaration
        if options.sandbox:
            settings[declaration.name] = stack.enter_context(connecting.sandboxed(declaration))
        else:
            found = connecting.settings(declaration, None, options.profile)
            connecting.check(declaration, found)
            settings[declaration.name] = found
        guards[declaration.name] = _limited(options, declaration, stack)

    def connect(declaration: Declaration, method: Method) -> Any:
        wanted = {**settings[declaration.name], **guards[declaration.name]}
        return declaration.make(wanted, method, is_async=True)

    path = None if options.sandbox and options.ledger is None else options.ledger or ledger.default_path()
    unattended = {name for name, found in guards.items() if found} if options.unattended else set()
    bounds = answers.Bounded(options.max_chars)
    session = Session(connect, ledger.Ledger(path), bounds, unattended=unattended)
    offered = offers.offers_of(catalogs, writes=options.allow == "write")
    return Tools(offered, session, searching=options.tools == "search")


async def _serve(tools: Tools, options: argparse.Namespace) -> None:
    try:
        await (_stdio(tools) if options.transport == "stdio" else _http(tools, options))
    finally:
        with anyio.CancelScope(shield=True):
            await tools.session.aclose()


async def _stdio(tools: Tools) -> None:
    from mcp.server.stdio import stdio_server

    server = tools.server()
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


async def _http(tools: Tools, options: argparse.Namespace) -> None:
    import uvicorn

    token = os.environ.get(_TOKEN)
    if options.host not in _LOOPBACK and not token:
        raise UsageError(
            f"--host {options.host} is open to others: set {_TOKEN}, which clients send as a bearer token, "
            f"or leave it at 127.0.0.1"
        )
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((options.host, options.port))
        # Before its URL is printed: a client may come at once.
        listening.listen()
        port = listening.getsockname()[1]
        app = http_app(tools, port, options.allowed_host, options.allowed_origin, token)
        host = f"[{options.host}]" if ":" in options.host else options.host
        print(f"serving MCP at http://{host}:{port}/mcp until stopped (Ctrl+C)", file=sys.stderr, flush=True)
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
        await uvicorn.Server(config).serve(sockets=[listening])


def http_app(
    tools: Tools, port: int, hosts: Sequence[str] = (), origins: Sequence[str] = (), token: str | None = None
) -> App:
    """Return the server as an ASGI application, safe against pages that rebind their name to this machine.

    Args:
        tools: The tools.
        port: The port that it is served at.
        hosts: Host headers that are accepted in addition to those of this machine.
        origins: Origin headers that are accepted in addition to those of this machine.
        token: The bearer token that every request must carry; None for none.
    """
    from mcp.server.transport_security import TransportSecuritySettings

    own = [f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")]
    security = TransportSecuritySettings(
        enable_dns_rebinding_protection=True,
        allowed_hosts=[*own, *hosts],
        allowed_origins=[*(f"http://{each}" for each in own), *origins],
    )
    app: App = tools.server().streamable_http_app(transport_security=security)
    return app if token is None else _Authorized(app, token)


class _Authorized:
    """An application that answers those alone who send a token."""

    def __init__(self, app: App, token: str) -> None:
        self._app = app
        self._wanted = f"Bearer {token}".encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            given = dict(scope["headers"]).get(b"authorization", b"")
            if not hmac.compare_digest(given, self._wanted):
                headers = [(b"www-authenticate", b"Bearer"), (b"content-length", b"0")]
                await send({"type": "http.response.start", "status": 401, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
                return
        await self._app(scope, receive, send)
