"""The clients of the generated packages: upstream's constructors and methods over our runtime.

They are for those who import a generated package by itself. They send each call once, return error
answers instead of raising them, and leave policy to the caller; the product clients do more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define, evolve, field

from clientkit import settings
from clientkit._async.channel import AsyncChannel
from clientkit._async.core import AsyncCore
from clientkit._async.tokens import AsyncFixedAuth
from clientkit._sync.channel import Channel
from clientkit._sync.core import Core
from clientkit._sync.tokens import FixedAuth
from clientkit.auth import Token
from clientkit.call import UNREADABLE
from clientkit.errors import DecodeError, ErrorClasses
from clientkit.masking import mask
from clientkit.operation import Answer, Prepared
from clientkit.operation.types import Response
from clientkit.product import Product
from clientkit.secrets import Secret

if TYPE_CHECKING:
    import httpx

_PRODUCT = Product("generated", ErrorClasses())


class UnexpectedStatus(Exception):
    """The service answered with a status that its spec does not document.

    Attributes:
        status_code: The HTTP status.
        content: The body.
    """

    def __init__(self, status_code: int, content: bytes) -> None:
        super().__init__(status_code, content)
        self.status_code = status_code
        self.content = content

    def __str__(self) -> str:
        return f"status {self.status_code} is not documented; the body has {len(self.content)} bytes"


@define
class Client:
    """Sends the calls of a generated package without credentials.

    Args:
        base_url: Where the service is.
        cookies: Cookies to send with every call; none are kept.
        headers: Header fields to send with every call.
        timeout: Seconds that a call may take, the whole of it, or an `httpx.Timeout` whose `read` is
            taken; None for no limit.
        verify_ssl: Certificates to trust, as httpx takes it.
        follow_redirects: For upstream's sake; redirects are followed within the service's origin only.
        httpx_args: Arguments for an httpx client to send through instead of an engine of our own.
        raise_on_unexpected_status: Whether a status that is not documented raises `UnexpectedStatus`.
    """

    _base_url: str = field(alias="base_url", converter=settings.address)
    _cookies: dict[str, str] = field(factory=dict, kw_only=True, alias="cookies", repr=False)
    _headers: dict[str, str] = field(factory=dict, kw_only=True, alias="headers", repr=False)
    _timeout: Any = field(default=60.0, kw_only=True, alias="timeout")
    _verify_ssl: Any = field(default=True, kw_only=True, alias="verify_ssl")
    _follow_redirects: bool = field(default=False, kw_only=True, alias="follow_redirects")
    _httpx_args: dict[str, Any] = field(factory=dict, kw_only=True, alias="httpx_args", repr=False)
    raise_on_unexpected_status: bool = field(default=False, kw_only=True)
    _client: Any = field(default=None, init=False, repr=False)
    _async_client: Any = field(default=None, init=False, repr=False)
    # What `get_httpx_client` and its twin made; closed with this client.
    _made: list[Any] = field(factory=list, init=False, repr=False, eq=False)
    _core: Core | None = field(default=None, init=False, repr=False, eq=False)
    _async_core: AsyncCore | None = field(default=None, init=False, repr=False, eq=False)

    def send(self, prepared: Prepared[Any]) -> Response[Any]:
        """Send a call.

        Raises:
            TransportError: When no whole answer arrives.
            DecodeError: When the answer is not what the spec documents.
            UnexpectedStatus: When that is asked for and the status is not documented.
        """
        if self._core is None:
            self._core = Core(_PRODUCT, self._settings(), FixedAuth(self._token()), self._channel())
        return self._response(prepared, self._core.send(prepared, parse=_whole))

    async def asend(self, prepared: Prepared[Any]) -> Response[Any]:
        """Send a call, awaited; as `send`."""
        if self._async_core is None:
            self._async_core = AsyncCore(
                _PRODUCT, self._settings(), AsyncFixedAuth(self._token()), self._async_channel()
            )
        return self._response(prepared, await self._async_core.send(prepared, parse=_whole))

    def with_headers(self, headers: dict[str, str]) -> Self:
        """Return a client with additional headers; this one stays as it is."""
        return self._like(headers={**self._headers, **headers})

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """Return a client with additional cookies; this one stays as it is."""
        return self._like(cookies={**self._cookies, **cookies})

    def with_timeout(self, timeout: float | None | httpx.Timeout) -> Self:
        """Return a client with another timeout; this one stays as it is."""
        return self._like(timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Send through this httpx client; it stays yours to close."""
        self._client, self._core = client, None
        return self

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Send through this httpx client; it stays yours to close."""
        self._async_client, self._async_core = async_client, None
        return self

    def get_httpx_client(self) -> httpx.Client:
        """Return the httpx client that calls go through, making one when there is none."""
        if self._client is None:
            from clientkit._io.libraries import httpx_client

            self.set_httpx_client(httpx_client("Client", self._httpx_arguments()))
            self._made.append(self._client)
        client: httpx.Client = self._client
        return client

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the asynchronous httpx client that calls go through, making one when there is none."""
        if self._async_client is None:
            from clientkit._io.libraries import httpx_client

            self.set_async_httpx_client(httpx_client("AsyncClient", self._httpx_arguments()))
            self._made.append(self._async_client)
        client: httpx.AsyncClient = self._async_client
        return client

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._core is not None:
            self._core.channel.close()
        if self._client in self._made:
            self._client.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc: object) -> None:
        if self._async_core is not None:
            await self._async_core.channel.aclose()
        if self._async_client in self._made:
            await self._async_client.aclose()

    def _like(self, **changes: Any) -> Self:
        client = evolve(self, **changes)
        client._client, client._async_client = self._client, self._async_client
        return client

    def _token(self) -> Token | None:
        return None

    def _channel(self) -> Channel:
        return Channel(self.get_httpx_client() if self._httpx_args else self._client, self._verify_ssl)

    def _async_channel(self) -> AsyncChannel:
        client = self.get_async_httpx_client() if self._httpx_args else self._async_client
        return AsyncChannel(client, self._verify_ssl)

    def _settings(self) -> settings.Settings:
        headers = settings.hidden(self._headers)
        if self._cookies:
            headers["Cookie"] = Secret("; ".join(f"{name}={value}" for name, value in self._cookies.items()))
        timeout = getattr(self._timeout, "read", self._timeout)
        made = settings.make(self._base_url, _PRODUCT, timeout=timeout, max_retries=0, headers=headers)
        return made._replace(any_status=True)

    def _httpx_arguments(self) -> dict[str, Any]:
        return {
            "base_url": self._base_url,
            "cookies": self._cookies,
            "headers": self._headers,
            "timeout": self._timeout,
            "verify": self._verify_ssl,
            "follow_redirects": self._follow_redirects,
            **self._httpx_args,
        }

    def _response(self, prepared: Prepared[Any], answer: Answer) -> Response[Any]:
        operation = prepared.operation
        succeeded = operation.accepts(answer.status)
        parsed = self._parsed(operation.parse if succeeded else operation.parse_error, operation.id, answer)
        if parsed is None and not succeeded and self.raise_on_unexpected_status:
            raise UnexpectedStatus(answer.status, answer.body)
        return Response(answer.status, answer.body, answer.headers, parsed)

    def _parsed(self, parse: Callable[[Answer], Any], operation_id: str, answer: Answer) -> Any:
        try:
            return parse(answer)
        except UNREADABLE as error:
            # Masked here already: the locals of a traceback show it.
            reason = self._masked(f"{type(error).__name__}: {error}")
        raise DecodeError(
            f"{operation_id} answered {answer.status} with a body that cannot be read: {reason}",
            status=answer.status,
            body=self._masked(answer.text),
            operation_id=operation_id,
        )

    def _masked(self, text: str) -> str:
        token = self._token()
        known = [value for value in self._settings().headers.values() if isinstance(value, Secret)]
        return mask(text, known if token is None else [*known, token.secret])


@define
class AuthenticatedClient(Client):
    """Sends the calls of a generated package with a token; as `Client`, and:

    Args:
        token: The token; `repr` shows `***`.
        prefix: The word before it; empty for none.
        auth_header_name: The header that carries it.
    """

    token: str = field(kw_only=True, default="", converter=Secret)
    prefix: str = "Bearer"
    auth_header_name: str = "Authorization"

    def _token(self) -> Token | None:
        return Token(self.token, header=self.auth_header_name, scheme=self.prefix)

    def _httpx_arguments(self) -> dict[str, Any]:
        arguments = super()._httpx_arguments()
        headers: Mapping[str, str] = arguments["headers"]
        token = self._token()
        return {**arguments, "headers": {**headers, **(token.headers if token else {})}}


def _whole(answer: Answer) -> Answer:
    return answer
