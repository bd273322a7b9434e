# Derived from facades/clientkit/_async/channel.py by make generate; edit that file.
"""The way to a service: the engine, opened on the first call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from clientkit.errors import ClientError, ConfigurationError, as_kind
from clientkit.lazy import Module, load_module, loading

if TYPE_CHECKING:
    from clientkit.transport import Clock, Transport

_engines = Module("clientkit._sync.engines")
# What every call needs before its end. A fork waits for modules to be loaded, but for no call to end.
_WITH_THE_FIRST_CALL: Final = ("clientkit.codec", "encodings.idna", "encodings.utf_8_sig")


class Channel:
    """The way to a service, shared by a client and its views: the engine, opened on the first call.

    Args:
        http_client: An engine to use instead of one of our own; it stays its owner's to close.
        verify: Certificates to trust: True, False, an `ssl.SSLContext` or a path.
        refusal: Class of the error for a call after closing, and for an engine that cannot be used.
        engine: Name of the engine; None for the one that the environment chooses, or is installed.

    Raises:
        ClientError: When `http_client` is none that can be used, which is a TypeError, too; when there is
            no such engine, or it is not installed.
    """

    _opened: tuple[Transport, Clock] | None = None

    def __init__(
        self,
        http_client: Any = None,
        verify: Any = True,
        refusal: type[ClientError] = ConfigurationError,
        engine: str | None = None,
    ) -> None:
        self._http_client = http_client
        self._engine = engine
        self._verify = verify
        self._refusal = refusal
        self._closed = False
        if engine is not None:
            self._check_engine(engine)
        if http_client is not None:
            try:
                self.open()
            except TypeError as error:
                raise as_kind(refusal, error) from None

    def open(self) -> tuple[Transport, Clock]:
        """Return the engine and its clock.

        Raises:
            ClientError: When the client is closed.
        """
        if self._closed:
            raise self._refusal("this client is closed; make a new one")
        opened = self._opened
        if opened is None:
            try:
                with loading():
                    from clientkit._io.blocking import SystemClock

                    for name in _WITH_THE_FIRST_CALL:
                        load_module(name)
                    transport = _engines.open_transport(self._http_client, self._verify, self._engine)
                    clock = getattr(transport, "clock", None) or SystemClock()
            except ConfigurationError as error:
                raise self._refusal(str(error)) from None
            # In one step: threads that come here together must end up with the same engine.
            opened = vars(self).setdefault("_opened", (transport, clock))
        return opened

    def _check_engine(self, engine: str) -> None:
        if self._http_client is not None:
            raise self._refusal("give http_client or engine, not both: an http_client is an engine")
        try:
            _engines.check_engine(engine)
        except ConfigurationError as error:
            raise self._refusal(str(error)) from None

    def another(self) -> Channel:
        """Return a channel with connections of its own."""
        return type(self)(None, self._verify, self._refusal, self._engine)

    def refuse(self) -> None:
        """Refuse calls from now on; connections stay until they are closed."""
        self._closed = True

    def close(self) -> None:
        """Close every connection; calls after it are refused."""
        self._closed = True
        opened = vars(self).pop("_opened", None)
        if opened is not None and self._http_client is None:
            opened[0].close()

    def __reduce__(self) -> tuple[Any, ...]:
        if self._http_client is not None:
            raise TypeError(
                "a client with an injected http_client cannot be pickled: connections stay where they are"
            )
        return type(self), (None, self._verify, self._refusal, self._engine)
