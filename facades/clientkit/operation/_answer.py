"""An answer as a neutral value, and the readers that a response parser calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.lazy import Module

if TYPE_CHECKING:
    import datetime
else:
    datetime = Module("datetime")


class Headers(Mapping[str, str]):
    """Header fields of an answer: names in any case, repeated fields joined by a comma."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Iterable[tuple[str, str]] = ()) -> None:
        joined: dict[str, str] = {}
        for name, value in fields:
            key = name.lower()
            joined[key] = f"{joined[key]}, {value}" if key in joined else value
        self._fields = joined

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __repr__(self) -> str:
        return f"Headers({sorted(self._fields)})"


class Answer:
    """A whole answer of a service: status, headers, body.

    Attributes:
        status: The HTTP status as an int; codes outside the registry are as good as any.
        headers: Header fields, looked up in any case.
        body: The body, decompressed.
        exact: Whether `json()` keeps the digits of numbers with a fraction.
    """

    __slots__ = ("_json", "body", "exact", "headers", "status")
    _json: Any

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes, *, exact: bool = False) -> None:
        self.status = status
        self.headers = headers
        self.body = body
        self.exact = exact

    @property
    def text(self) -> str:
        """The body as text; bytes that are no UTF-8 are replaced."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the body as a JSON value, decoded once.

        Raises:
            ValueError: When the body is not JSON.
        """
        try:
            return self._json
        except AttributeError:
            from clientkit import codec

            self._json = codec.loads(self.body, exact=self.exact)
            return self._json

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status}, {len(self.body)} bytes>"


def parse_datetime(value: Any) -> Any:
    """Read an RFC 3339 date-time; what cannot be read is passed through as it came.

    An answer is never refused because of one odd timestamp (a lower-case `z`, a leap second, a
    service that writes something else): the text is more useful than an exception.
    """
    try:
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        pass
    except TypeError:
        return value
    try:
        return datetime.datetime.fromisoformat(value.upper().replace(":60", ":59"))
    except ValueError:
        return value


def parse_date(value: Any) -> Any:
    """Read an ISO 8601 date; what cannot be read is passed through as it came."""
    try:
        return datetime.date.fromisoformat(value)
    except (TypeError, ValueError):
        return value
