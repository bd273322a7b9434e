"""A request as a neutral value, and the encoders that a request builder calls.

Nothing here does I/O or knows an HTTP library: what comes out is what any engine can send.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module, pattern
from clientkit.operation._models import plain
from clientkit.operation._shape import Shape, check
from clientkit.operation._shown import kind_of, shown
from clientkit.operation._text import text
from clientkit.operation._unset import UNSET, Unset
from clientkit.secrets import Secret

if TYPE_CHECKING:
    from urllib import parse
else:
    parse = Module("urllib.parse")

# A value is decoded this often before dot segments are looked for: proxies are known to decode twice.
_DECODE_ROUNDS = 3
_SEPARATORS = pattern(r"[/\\]")
_CONTROLS = pattern(r"[\x00-\x1f\x7f-\x9f]")
_LISTS = (list, tuple, set, frozenset)
# What stands between the items of a list, by the OpenAPI style; a comma otherwise.
_SEPARATORS_OF = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}


class Request:
    """One request, before it has an address: what to send, to which path.

    Attributes:
        method: HTTP method in capitals.
        path: Encoded path below the service's base URL, starting with a slash.
        query: Encoded query string without the question mark; empty when there is none.
        headers: Header fields of this operation alone; credentials and defaults are added later.
        json: Value to be sent as JSON, or `UNSET` for none (`None` is the JSON null).
        form: Fields to be sent URL-encoded, or as the text fields next to `files`.
        files: Parts of a multipart body, as (field, (file name, content, media type)).
        content: Raw body.
    """

    __slots__ = ("content", "files", "form", "headers", "json", "method", "path", "query")

    def __init__(
        self,
        method: str,
        path: str,
        *,
        query: str = "",
        headers: dict[str, str] | None = None,
        json: Any = UNSET,
        form: Mapping[str, Any] | None = None,
        files: list[tuple[str, Any]] | None = None,
        content: bytes | Iterable[bytes] | AsyncIterable[bytes] | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.query = query
        self.headers = {} if headers is None else headers
        self.json = json
        self.form = form
        self.files = files
        self.content = content

    def __repr__(self) -> str:
        # The path may hold ids and the body may hold secrets; neither belongs into a log by accident.
        return f"<Request {self.method}>"


def segment(name: str, value: Any, shape: Shape = "string", reserved: Collection[str] = ()) -> str:
    """Encode one path parameter, refusing every value that would address another endpoint.

    Args:
        name: The parameter's name, for the error message.
        value: The parameter's value; slashes, `?` and `#` in it are encoded.
        shape: What the spec says that it is; see `clientkit.operation.Shape`.
        reserved: Words that stand at this place in the paths of other endpoints.

    Raises:
        ValueError: When the value is empty, has control characters, is or holds a dot segment, encoded
            forms included, is a word of another endpoint's path, or is out of its bounds.
        TypeError: When it is not what the spec says.
    """
    raw = _safe(name, value, shape)
    if raw in reserved:
        raise ValueError(f"{name} must not be {raw!r}, which addresses another endpoint")
    return _quoted(name, raw, "")


def segments(name: str, value: Any, shape: Shape = "string") -> str:
    """Encode a path parameter that may span several segments, such as a file path.

    Raises:
        ValueError: As `segment`, and for empty segments (a leading, trailing or double slash).
        TypeError: When it is not what the spec says.
    """
    raw = _safe(name, value, shape)
    if "" in raw.split("/"):
        raise ValueError(f"{name} must be a relative path without empty segments, got {shown(raw)}")
    return _quoted(name, raw, "/")


def _safe(name: str, value: Any, shape: Shape) -> str:
    """Return the text of a path parameter that addresses what it seems to."""
    plain = shape[1] if isinstance(shape, tuple) and shape[0] == "bounded" else shape
    if isinstance(value, (bool, float)) and plain == "string":
        raise TypeError(f"{name} must be a string, got {kind_of(value)}")
    _check(name, value, shape)
    raw = _simple(value, name) if isinstance(shape, tuple) and shape[0] == "items" else text(value, name)
    if not raw or raw.isspace():
        raise ValueError(f"{name} must not be empty")
    decoded = raw
    for _ in range(_DECODE_ROUNDS):
        if _CONTROLS.search(decoded):
            raise ValueError(f"{name} must not contain control characters, got {shown(raw)}")
        if any(part in {".", ".."} for part in _SEPARATORS.split(decoded)):
            raise ValueError(f"{name} must not contain '.' or '..' as a path segment, got {shown(raw)}")
        following = parse.unquote(decoded)
        if following == decoded:
            break
        decoded = following
    return raw


def _quoted(name: str, raw: str, safe: str = "") -> str:
    try:
        return parse.quote(raw, safe=safe)
    except UnicodeEncodeError:
        pass
    raise ValueError(f"{name} has half a character (an unpaired surrogate), got {shown(raw)}")


def _check(name: str, value: Any, shape: Shape) -> None:
    """Refuse a parameter that is not of its shape; whatever has a text may stand for a text.

    Raises:
        TypeError: When it is of another type.
        ValueError: When it is out of its bounds, or has no text.
    """
    if shape != "string":
        check(_for_shape(name, value, shape), shape, name)


def _for_shape(name: str, value: Any, shape: Shape) -> Any:
    """Return a value with texts in the place of what stands for them."""
    if shape == "string":
        # A secret stays one, so that no message shows it.
        return value if isinstance(value, Secret) else text(value, name)
    if shape[0] == "bounded":
        return _for_shape(name, value, shape[1])
    if shape[0] == "items" and isinstance(value, _LISTS):
        return [_for_shape(name, each, shape[1]) for each in value]
    return value


def query(
    parameters: Mapping[str, Any],
    shapes: Mapping[str, Shape] | None = None,
    required: Collection[str] = (),
    styles: Mapping[str, str] | None = None,
) -> str:
    """Encode query parameters; lists repeat their name, unset and None are left out.

    Args:
        parameters: Values by name.
        shapes: What the spec says of those that are no plain text; see `clientkit.operation.Shape`.
            Without it nothing is said of any, and all may be lists.
        required: Names of those that must be given.
        styles: How the spec writes those that are neither single nor repeated: an OpenAPI style, "exploded"
            for an object whose fields are parameters of their own, "json" for a value in JSON.

    Raises:
        ValueError: For values that have no text, such as NaN, or are out of their bounds.
        TypeError: For values that are not what the spec says.
    """
    pairs: list[str] = []
    for name, value in parameters.items():
        if value is None or isinstance(value, Unset):
            if name in required:
                raise TypeError(f"{name} must be given; got None")
            continue
        if shapes is not None:
            _check(name, value, shapes.get(name, "string"))
        if styles is not None and name in styles:
            pairs.extend(_styled(name, value, styles[name]))
            continue
        is_list = isinstance(value, _LISTS) and (shapes is None or name in shapes)
        many = value if is_list else (value,)
        pairs.extend(f"{parse.quote(name, safe='')}={_quoted(name, text(each, name))}" for each in many)
    return "&".join(pairs)


def _styled(name: str, value: Any, style: str) -> list[str]:
    """Return the pairs of a parameter that is no single value."""
    key = parse.quote(name, safe="")
    if style == "json":
        from clientkit import codec  # JSON within a query is rare

        return [f"{key}={_quoted(name, codec.dumps(_plain(value)).decode())}"]
    value = _plain(value)
    if isinstance(value, Mapping) and style in ("deepObject", "exploded"):
        return list(_deep(name, "" if style == "exploded" else key, value))
    if isinstance(value, Mapping):
        value = [part for pair in value.items() for part in pair]
    separator = _SEPARATORS_OF.get(style, ",")
    many = value if isinstance(value, _LISTS) else (value,)
    return [f"{key}={separator.join(_quoted(name, text(each, name)) for each in many)}"]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, (set, frozenset)) else plain(value)


def _deep(name: str, key: str, value: Any) -> Iterator[str]:
    """Yield the pairs of an object: `key[field]=value` with encoded brackets, without a key `field=value`."""
    if isinstance(value, Mapping):
        for field, inner in value.items():
            if inner is not None and not isinstance(inner, Unset):
                part = _quoted(name, str(field))
                yield from _deep(name, f"{key}%5B{part}%5D" if key else part, inner)
    elif isinstance(value, _LISTS):
        for inner in value:
            yield from _deep(name, key, inner)
    else:
        yield f"{key}={_quoted(name, text(value, name))}"


def headers(parameters: Mapping[str, Any], shapes: Mapping[str, Shape] | None = None) -> dict[str, str]:
    """Encode header parameters as text; unset and None are left out.

    Args:
        parameters: Values by name.
        shapes: What the spec says of those that are no plain text.

    Raises:
        ValueError: When a value has line breaks or characters that a header cannot carry, or is out of its
            bounds.
        TypeError: When a value is not what the spec says.
    """
    encoded = {}
    for name, value in parameters.items():
        if value is None or isinstance(value, Unset):
            continue
        if shapes is not None:
            _check(name, value, shapes.get(name, "string"))
        # A secret stays one, so that it is masked where the service repeats it.
        encoded[name] = header(name, value if isinstance(value, Secret) else _simple(value, name))
    return encoded


def _simple(value: Any, name: str) -> str:
    """Return a value in the style "simple": a list's items, or an object's names and values, with commas."""
    if not isinstance(value, (*_LISTS, Mapping)) and not hasattr(value, "to_dict"):
        return text(value, name)
    value = _plain(value)
    if isinstance(value, Mapping):
        value = [part for pair in value.items() for part in pair]
    return ",".join(text(each, name) for each in value)


def header(name: str, value: str) -> str:
    """Return `value` when it can be a header value.

    Raises:
        ValueError: Otherwise, without showing the value, since headers carry secrets.
        TypeError: When it is not a string.
    """
    if not isinstance(value, str):
        raise TypeError(f"the header {name} must be a string, got {kind_of(value)}")
    if not value.isascii() or not value.isprintable() or value != value.strip():
        raise ValueError(f"the header {name} must be printable ASCII in one line, without blanks at its ends")
    return value


def cookies(parameters: Mapping[str, Any]) -> dict[str, str]:
    """Encode cookie parameters as the one header that carries them."""
    pairs = [
        f"{name}={_quoted(name, _simple(value, name))}"
        for name, value in parameters.items()
        if value is not None and not isinstance(value, Unset)
    ]
    return {"Cookie": "; ".join(pairs)} if pairs else {}
