"""One server for any number of services: a port per daemon, on loopback only."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import Receive, Scope, Send

from clientkit_sandbox.engine import control
from clientkit_sandbox.engine.instance import Instance
from clientkit_sandbox.engine.service import Service
from clientkit_sandbox.engine.wire import OneWriteProtocol

_START_TIMEOUT = 30.0


class Server:
    """Serves in a thread of its own until closed.

    Args:
        services: What to serve.
        host: An address of this machine's loopback interface.
        port: The first port; every further daemon takes the next one. 0 lets the system choose.

    Raises:
        ValueError: The host is not on loopback.
        OSError: A port is taken.
    """

    def __init__(self, services: Sequence[Service[Any]], *, host: str = "127.0.0.1", port: int = 0) -> None:
        _require_loopback(host)
        self.facts: dict[str, dict[str, str]] = {}
        self._instances = [Instance(service) for service in services]
        self._daemons: dict[int, tuple[Instance[Any], str]] = {}
        self._sockets: list[socket.socket] = []
        self._failure: BaseException | None = None
        try:
            for instance in self._instances:
                self.facts[instance.service.name] = self._open(instance, host, port)
                port += len(instance.service.daemons) if port else 0
        except OSError:
            self._close_sockets()
            raise
        self._uvicorn = _Uvicorn(self._app)
        self._thread = threading.Thread(target=self._run, name="clientkit-sandbox", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._uvicorn.ready.wait(_START_TIMEOUT) or self._failure is not None:
            self.close()
            raise RuntimeError("the sandbox did not start") from self._failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop serving, break off what is under way and give the ports back."""
        self._uvicorn.stop()
        self._thread.join()
        self._close_sockets()

    def _open(self, instance: Instance[Any], host: str, port: int) -> dict[str, str]:
        facts = {}
        for offset, (fact, prefix) in enumerate(instance.service.daemons.items()):
            listener = socket.create_server(
                (host, port + offset if port else 0),
                family=socket.AF_INET6 if ":" in host else socket.AF_INET,
                backlog=128,
            )
            self._sockets.append(listener)
            bound = listener.getsockname()[1]
            self._daemons[bound] = (instance, prefix)
            facts[fact] = f"http://[{host}]:{bound}" if ":" in host else f"http://{host}:{bound}"
        return {**facts, **instance.service.credentials}

    def _close_sockets(self) -> None:
        for listener in self._sockets:
            listener.close()

    async def _app(self, scope: Scope, receive: Receive, send: Send) -> None:
        instance, prefix = self._daemons[scope["server"][1]]
        # Requests are cancelled when the server ends, and only then: nobody is there to be told.
        with contextlib.suppress(asyncio.CancelledError):
            if scope["path"].startswith(f"{control.PREFIX}/"):
                await control.serve(instance, scope, receive, send)
            else:
                await instance.serve(prefix, scope, receive, send)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - raised again where the server was started
            self._failure = error
        finally:
            self._uvicorn.ready.set()

    async def _serve(self) -> None:
        delivering = [asyncio.create_task(instance.deliveries.run()) for instance in self._instances]
        try:
            await self._uvicorn.serve(self._sockets)
        finally:
            for task in delivering:
                task.cancel()
            await asyncio.gather(*delivering, return_exceptions=True)


class _Uvicorn(uvicorn.Server):
    """uvicorn that says when it is ready and does not wait for clients when it ends."""

    def __init__(self, app: Any) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=OneWriteProtocol,
                ws="none",
                loop="asyncio",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                server_header=False,
                timeout_keep_alive=75,
                timeout_graceful_shutdown=1,
            )
        )
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self.ready.set()

    def stop(self) -> None:
        """Stop from another thread."""
        self.should_exit = True
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._abort)

    def _abort(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        for task in list(self.server_state.tasks):
            task.cancel()


def _require_loopback(host: str) -> None:
    with contextlib.suppress(ValueError):
        if ipaddress.ip_address(host).is_loopback:
            return
    raise ValueError(f"the sandbox serves on loopback only: use 127.0.0.1 or ::1, not {host!r}")
