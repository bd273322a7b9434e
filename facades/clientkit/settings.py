"""The options of a client, checked before anything is sent."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypedDict

from clientkit.errors import ClientError, ConfigurationError, as_kind
from clientkit.lazy import Module, pattern
from clientkit.middleware import Middleware
from clientkit.operation import UNSET, Unset, header, shown
from clientkit.product import VERSION, Product
from clientkit.retry import RetryPolicy
from clientkit.secrets import Secret

if TYPE_CHECKING:
    import difflib
    from urllib import parse
else:
    difflib = Module("difflib")
    parse = Module("urllib.parse")

# Names of headers whose values are secrets, whoever set them.
_SECRET_HEADER: Final = pattern(
    r"auth|cookie|credential|passw|secret|session|token|(?<!idempotency)(?<!idempotency[-_])key$",
    re.IGNORECASE,
)
_CREDENTIALS: Final = pattern(r"[^/?#]*/\s*/[^/?#]*@")
_SCHEME: Final = pattern(r"\s*[A-Za-z][A-Za-z0-9+.-]*://")
_HEADER_NAME: Final = pattern(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# Eleven days: longer is None, and a socket refuses what it cannot count.
_LONGEST: Final = 1e6


class Extras(TypedDict, total=False):
    """What the constructor of every client takes besides its documented arguments; as `with_options`."""

    deadline: float | None
    max_event_bytes: int
    max_body_bytes: int
    max_received: int
    validate_requests: bool
    middleware: Sequence[Middleware]
    tracing: bool


class Settings(NamedTuple):
    """The options of a client or of a view of it.

    Attributes:
        origin: Scheme, host and port of the service.
        base_path: Path prefix of the service, without a slash at the end; usually empty.
        headers: Header fields sent with every call.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        deadline: Seconds that a call may take with all its attempts and waits; None for no limit.
        retry: How often and when a call is tried again.
        stream_timeout: The longest silence of a stream, in seconds; None for no limit.
        max_event_bytes: The largest event of a stream, in bytes.
        max_body_bytes: The largest answer that is read whole, in bytes, decompressed.
        max_received: How many of the last events a stream and its error keep.
        validate_requests: Whether the bounds of the spec are checked before anything is sent.
        middleware: Hooks around each attempt.
        tracing: Whether calls have spans, where OpenTelemetry is installed.
        any_status: Whether error answers are returned, not raised.
        guard: Asked before a call is sent; a `clientkit.guarding.CallGuard`. No view can be without it.
    """

    origin: str
    base_path: str = ""
    headers: Mapping[str, str] = {}
    timeout: float | None = 60.0
    deadline: float | None = None
    retry: RetryPolicy = RetryPolicy()
    stream_timeout: float | None = 600.0
    max_event_bytes: int = 32 * 1024 * 1024
    max_body_bytes: int = 256 * 1024 * 1024
    max_received: int = 10_000
    validate_requests: bool = True
    middleware: tuple[Middleware, ...] = ()
    tracing: bool = True
    any_status: bool = False
    guard: Any = None


class Options(TypedDict, total=False):
    """What `with_options` of every client takes; `Settings` says what each means."""

    timeout: float | None | Unset
    max_retries: int | Unset
    deadline: float | None | Unset
    headers: Mapping[str, str] | Unset
    stream_timeout: float | None | Unset
    max_event_bytes: int | Unset
    max_body_bytes: int | Unset
    max_received: int | Unset
    validate_requests: bool | Unset
    middleware: Sequence[Middleware] | Unset
    tracing: bool | Unset


def key_for(given: Any, *names: str) -> Any:
    """Return a key as it was given, or that of the environment, hidden from view, when it is None.

    Args:
        given: The argument as the caller gave it.
        *names: Environment variables, such as `ALSORN_API_KEY`; the first that is set and not empty counts.
    """
    if given is not None:
        return given
    found = next((value for name in names if (value := os.environ.get(name))), None)
    return None if found is None else Secret(found)


def url_for(given: Any, default: str | None, *names: str) -> Any:
    """Return a base URL as it was given, else that of the environment, else the default.

    Args:
        given: The argument as the caller gave it.
        default: The product's; None when there is none.
        *names: Environment variables, such as `ALSORN_BASE_URL`; the first that is set and not empty counts.
    """
    if given is not None:
        return address(given)
    return address(next((value for name in names if (value := os.environ.get(name))), default))


def make(base_url: str, product: Product, *, url_argument: str = "base_url", **options: Any) -> Settings:
    """Return the settings of a new client.

    Args:
        base_url: Absolute URL of the service; a path prefix is kept, a slash at the end is not.
        product: Whose client it is, for the `User-Agent`.
        url_argument: What the client calls its base URL, for error messages.
        **options: As `changed` takes them.

    Raises:
        ConfigurationError: The product's, when a value cannot work.
    """
    base_url = address(base_url)
    refused: ClientError
    try:
        return _made(base_url, product, options)
    except ConfigurationError as error:
        refused = as_kind(product.errors.configuration, error, str(error).replace("base_url", url_argument))
    raise refused


def _made(base_url: Any, product: Product, options: dict[str, Any]) -> Settings:
    if not isinstance(base_url, str):
        raise _wrong_type(f"base_url must be a string, got {type(base_url).__name__}")
    try:
        origin = origin_of(base_url)
    except ValueError as error:
        raise ConfigurationError(str(error)) from None
    parts = parse.urlsplit(base_url)
    if parts.query or parts.fragment:
        raise ConfigurationError("base_url must end with its path: no query, no fragment")
    defaults = {
        "Accept": "application/json",
        "Accept-Encoding": "gzip, deflate",
        "User-Agent": f"{product.name}-python clientkit/{VERSION}",
    }
    return changed(Settings(origin, parts.path.rstrip("/"), defaults), **options)


def _no_option(name: str) -> str:
    constructor = ("api_key", "base_url", "server_url", "timeout", "max_retries", "headers", "http_client")
    close = difflib.get_close_matches(name, {*constructor, "engine", *Extras.__annotations__}, n=1)
    return f"a client has no option {shown(name)}{f'; did you mean {close[0]}?' if close else ''}"


def changed(
    settings: Settings,
    *,
    timeout: float | None | Unset = UNSET,
    max_retries: int | Unset = UNSET,
    deadline: float | None | Unset = UNSET,
    headers: Mapping[str, str] | None | Unset = UNSET,
    stream_timeout: float | None | Unset = UNSET,
    max_event_bytes: int | Unset = UNSET,
    max_body_bytes: int | Unset = UNSET,
    max_received: int | Unset = UNSET,
    validate_requests: bool | Unset = UNSET,
    middleware: Sequence[Middleware] | Unset = UNSET,
    tracing: bool | Unset = UNSET,
    **unknown: Any,
) -> Settings:
    """Return settings with other options; those not given stay.

    Raises:
        ConfigurationError: When a value cannot work.
    """
    if unknown:
        raise _wrong_type(_no_option(next(iter(unknown))))
    changes: dict[str, Any] = {}
    for name, seconds in (("timeout", timeout), ("deadline", deadline), ("stream_timeout", stream_timeout)):
        if not isinstance(seconds, Unset):
            changes[name] = _seconds(name, seconds)
    if not isinstance(max_retries, Unset):
        changes["retry"] = settings.retry._replace(max_retries=_count("max_retries", max_retries, 0))
    sizes = (
        ("max_event_bytes", max_event_bytes),
        ("max_body_bytes", max_body_bytes),
        ("max_received", max_received),
    )
    for name, size in sizes:
        if not isinstance(size, Unset):
            changes[name] = _count(name, size, 1)
    for name, switch in (("validate_requests", validate_requests), ("tracing", tracing)):
        if not isinstance(switch, Unset):
            changes[name] = _switch(name, switch)
    if not isinstance(middleware, Unset):
        changes["middleware"] = _hooks(middleware)
    if headers:
        changes["headers"] = merged(settings.headers, headers)
    return settings._replace(**changes)


def hidden(headers: Any) -> Any:
    """Return header fields with the values of those that carry credentials as secrets.

    What is no mapping is returned as it is, for `merged` to refuse.
    """
    if not isinstance(headers, Mapping):
        return headers
    return {
        name: Secret(value)
        if isinstance(name, str) and isinstance(value, str) and _SECRET_HEADER.search(name)
        else value
        for name, value in headers.items()
    }


def address(base_url: Any) -> Any:
    """Return an address as it is, or hidden from view when it holds or may be a key, for `make` to refuse."""
    if not isinstance(base_url, str) or (_SCHEME.match(base_url) and not _CREDENTIALS.match(base_url)):
        return base_url
    return Secret(base_url)


def merged(known: Mapping[str, str], added: Mapping[str, str]) -> dict[str, str]:
    """Return header fields with others added, checked; values that carry credentials become secrets.

    Raises:
        ConfigurationError: When a header cannot be sent.
    """
    added = hidden(added)
    if not isinstance(added, Mapping):
        raise _wrong_type(f"headers must be a mapping of strings, got {type(added).__name__}")
    for name, value in added.items():
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            raise ConfigurationError(f"{shown(name)} cannot be the name of a header")
        if not isinstance(value, str):
            raise _wrong_type(f"the header {name} must be a string, got {type(value).__name__}")
        try:
            header(name, value)
        except ValueError as error:
            raise ConfigurationError(str(error)) from None
    return joined(known, added)


def joined(known: Mapping[str, str], added: Mapping[str, str]) -> dict[str, str]:
    """Return header fields with others added; names are compared in any case, later ones win."""
    if not added:
        return dict(known)
    names = {name.lower() for name in added}
    return {**{name: value for name, value in known.items() if name.lower() not in names}, **added}


def origin_of(url: str) -> str:
    """Return scheme, host and port of an absolute URL, in one form for all ways to write it.

    Raises:
        ValueError: When it is not an absolute http or https URL, or holds credentials.
    """
    wanted = "base_url must be an absolute http:// or https:// URL"
    # Before it is taken apart: the locals of a traceback must not show them.
    if _CREDENTIALS.match(url):
        raise ValueError("base_url must not hold credentials; give the key as an argument")
    if not _SCHEME.match(url):
        raise ValueError(f"{wanted}; this one does not begin so (it is not shown: it may be a key)")
    try:
        parts = parse.urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError(f"{wanted}; this one cannot be read") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"{wanted}, got {shown(url)}")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    default = 443 if parts.scheme == "https" else 80
    return f"{parts.scheme}://{host}" + ("" if port in {None, default} else f":{port}")


def _seconds(name: str, value: object) -> float | None:
    if value is None:
        return None
    bounds = f"above 0 (at most {_LONGEST:.0f}), or None for no limit; got {shown(value)}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _wrong_type(f"{name} must be a number of seconds {bounds}")
    if not 0 < value <= _LONGEST:
        raise ConfigurationError(f"{name} must be a number of seconds {bounds}")
    return float(value)


def _wrong_type(message: str) -> ClientError:
    """Return the error for an argument of another type, which is a TypeError, too."""
    return as_kind(ConfigurationError, TypeError(message))


def _switch(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong_type(f"{name} must be True or False; got {shown(value)}")
    return value


def _hooks(value: Any) -> tuple[Middleware, ...]:
    hooks = tuple(value) if isinstance(value, (list, tuple)) else (None,)
    if not all(map(callable, hooks)):
        raise _wrong_type(f"middleware must be a list of functions; got {shown(value)}")
    return hooks


def _count(name: str, value: object, least: int) -> int:
    wanted = f"{name} must be a whole number, at least {least}; got {shown(value)}"
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong_type(wanted)
    if value < least:
        raise ConfigurationError(wanted)
    return value
