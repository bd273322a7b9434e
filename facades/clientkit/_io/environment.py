"""What the environment says of connections: proxies, and certificates to trust.

A variable that cannot be used is one configuration error that names the variable, never its value: a proxy's
URL may hold a password.
"""

from __future__ import annotations

import functools
import importlib.util
import os
import ssl
import sys
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from clientkit.lazy import load_module, pattern
from clientkit.secrets import Secret
from clientkit.transport import Misconfigured

_SOCKS: Final = {"socks": "socks5", "socks5": "socks5", "socks5h": "socks5h"}
_PORTS: Final = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
# What neither a URL nor a header may hold.
_UNPRINTABLE: Final = pattern(r"[^!-~]")


class Proxy(NamedTuple):
    """A proxy.

    Attributes:
        variable: The variable that names it.
        scheme: `http`, `https`, `socks5` or `socks5h`.
        host: Its host; an IPv6 address without brackets.
        port: Its port.
        user: The user name; None for a proxy without credentials.
        password: The password.
    """

    variable: str
    scheme: str
    host: str
    port: int
    user: Secret | None = None
    password: Secret | None = None

    @property
    def url(self) -> str:
        """Its URL without credentials."""
        return f"{self.scheme}://{bracketed(self.host)}:{self.port}"


def bracketed(host: str) -> str:
    """Return a host as it stands in a URL."""
    return f"[{host}]" if ":" in host else host


def proxy_for(origin: str) -> Proxy | None:
    """Return the proxy that the environment names for an origin; None for a direct connection.

    Raises:
        Misconfigured: When the proxy cannot be used.
    """
    variables = _variables()
    parts = urlsplit(origin)
    named = variables.get(parts.scheme) or variables.get("all")
    if named is None or _is_exempt(parts.scheme, parts.hostname or "", parts.port, variables.get("no")):
        return None
    variable, value = named
    proxy = _parsed(variable, value)
    if proxy is None:
        raise Misconfigured(
            f"the environment variable {variable} holds a proxy that cannot be used; it must be a URL such "
            "as http://user:password@proxy.example.com:8080, with reserved characters in user and password "
            "percent-encoded"
        )
    if proxy.scheme.startswith("socks") and importlib.util.find_spec("socksio") is None:
        raise Misconfigured(
            f"the environment variable {variable} names a SOCKS proxy, which needs the package socksio: "
            "pip install socksio"
        )
    return proxy


def _variables() -> dict[str, tuple[str, Secret]]:
    """Return name and value of each variable that says something of proxies, by its kind."""
    found: dict[str, tuple[str, Secret]] = {}
    for kind in ("http", "https", "all", "no"):
        # In a CGI program a client sets HTTP_PROXY, by a header `Proxy`.
        upper = [] if kind == "http" and "REQUEST_METHOD" in os.environ else [f"{kind.upper()}_PROXY"]
        for name in [f"{kind}_proxy", *upper]:
            value = os.environ.get(name)
            if value is not None:
                # The lower case decides, also when it is empty.
                if value.strip():
                    found[kind] = name, Secret(value)
                break
    if not found and sys.platform in {"darwin", "win32"}:
        # Of the system's settings, which have no variable.
        for kind, value in load_module("urllib.request").getproxies().items():
            if value:
                found[kind] = f"{kind}_proxy (of the system)", Secret(value)
    return found


def _parsed(variable: str, value: Secret) -> Proxy | None:
    text = value.reveal() if "://" in value.reveal() else f"http://{value.reveal()}"
    if _UNPRINTABLE.search(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    scheme = _SOCKS.get(parts.scheme, parts.scheme)
    # What follows the host is a slash at most: anything else is half of a password.
    if (
        scheme not in _PORTS
        or not parts.hostname
        or parts.path not in {"", "/"}
        or parts.query
        or parts.fragment
    ):
        return None
    user = None if parts.username is None else Secret(unquote(parts.username))
    password = None if user is None else Secret(unquote(parts.password or ""))
    return Proxy(variable, scheme, parts.hostname, port or _PORTS[scheme], user, password)


def _is_exempt(scheme: str, host: str, port: int | None, named: tuple[str, Secret] | None) -> bool:
    """Whether NO_PROXY exempts a host: by its name, a domain that it is in, its address or a network."""
    for entry in (each.strip().lower() for each in (named[1].reveal() if named else "").split(",")):
        if entry == "*":
            return True
        wanted_scheme, found, rest = entry.partition("://")
        if found and wanted_scheme not in {scheme, "all"}:
            continue
        entry = rest if found else entry
        if entry and _matches(entry, host, port or _PORTS[scheme]):
            return True
    return False


def _matches(entry: str, host: str, port: int) -> bool:
    network = _network(entry)
    if network is None:
        name, _, suffix = entry.rpartition(":")
        if name and suffix.isdigit():
            if int(suffix) != port:
                return False
            entry, network = name, _network(name)
    if network is not None:
        address = _network(host)
        return address is not None and address.version == network.version and address.subnet_of(network)
    if entry.startswith("."):
        return host.endswith(entry)
    entry = entry.removeprefix("*.")
    return host == entry or host.endswith(f".{entry}")


def _network(text: str) -> Any:
    """Return a network, or an address as a network of one; None for what is a name."""
    bare, slash, bits = text.partition("/")
    bare = bare.removeprefix("[").removesuffix("]").partition("%")[0]
    try:
        return load_module("ipaddress").ip_network(f"{bare}{slash}{bits}".removesuffix("]"), strict=False)
    except ValueError:
        return None


# -- TLS -----------------------------------------------------------------------------------------------------


@functools.cache
def tls_context() -> ssl.SSLContext:
    """Return the TLS context that every client of this process shares; making one costs 25 ms.

    Raises:
        Misconfigured: When SSL_CERT_FILE or SSL_CERT_DIR names nothing that can be used.
    """
    for variable, argument in (("SSL_CERT_FILE", "cafile"), ("SSL_CERT_DIR", "capath")):
        value = os.environ.get(variable)
        if value:
            if argument == "capath" and not os.path.isdir(value):
                raise Misconfigured(f"the environment variable {variable} names no folder")
            try:
                return ssl.create_default_context(**{argument: value})  # type: ignore[arg-type]
            except (OSError, ValueError) as error:
                reason = _reason(error)
            raise Misconfigured(
                f"the environment variable {variable} names no file with certificates ({reason}); unset it "
                "or have it name a file in PEM format"
            )
    return ssl.create_default_context(cafile=load_module("certifi").where())


def context_for(verify: Any) -> ssl.SSLContext:
    """Return the TLS context for a client's `verify`: True, False, a path, or a context.

    Raises:
        Misconfigured: When there are no certificates.
    """
    if verify is True:
        return tls_context()
    if isinstance(verify, ssl.SSLContext):
        return verify
    if verify is False:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    try:
        is_folder = os.path.isdir(verify)
        return ssl.create_default_context(**{"capath" if is_folder else "cafile": verify})
    except (OSError, TypeError, ValueError) as error:
        reason = _reason(error)
    raise Misconfigured(
        f"verify must be True, False, an ssl.SSLContext or the path of certificates in PEM format ({reason})"
    )


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or getattr(error, "reason", None) or type(error).__name__


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=tls_context.cache_clear)
