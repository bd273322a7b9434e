"""Signatures of webhook deliveries: made and checked over the bytes that were sent.

A product says once how it signs, and both directions follow:

    SIGNATURES = Signatures()                                  # "sha256=<hex>" over the body alone
    SIGNATURES = Signatures(message=timestamped)               # … over "<timestamp>.<body>"
    SIGNATURES.verify(body, request.headers["X-Signature"], secret)
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clientkit import codec
from clientkit.errors import WebhookError
from clientkit.secrets import Secret

Message = Callable[[bytes, str], bytes]
# Unix seconds, as a number or as the text of a header field.
Timestamp = str | int | float
# Header fields as a framework or an event has them; see `header`.
Headers = Mapping[Any, Any] | Iterable[tuple[Any, Any]] | None

# Far beyond any clock; more digits would only be work for int().
_LONGEST_TIMESTAMP = 20


def body_alone(body: bytes, timestamp: str) -> bytes:
    """Return the signed message of a scheme that leaves the timestamp unsigned."""
    return body


def timestamped(body: bytes, timestamp: str) -> bytes:
    """Return the signed message `<timestamp>.<body>`."""
    return timestamp.encode() + b"." + body


class Signatures:
    """How a product signs its deliveries: HMAC-SHA256 in lower-case hex behind a prefix.

    Args:
        prefix: What stands before the hex digits in the header field; may be empty.
        message: Builds the signed message from the body and the timestamp's text.
        error: Class of the errors.
    """

    def __init__(
        self,
        prefix: str = "sha256=",
        message: Message = body_alone,
        error: type[WebhookError] = WebhookError,
    ) -> None:
        self._prefix = prefix
        self._message = message
        self._error = error

    def sign(self, payload: bytes | str, secret: str, timestamp: Timestamp | None = None) -> str:
        """Return the signature of a delivery, as the header field has it.

        Args:
            payload: The body exactly as it is sent.
            secret: The endpoint's secret, whole.
            timestamp: When it is sent, in Unix seconds; for schemes that sign it.

        Raises:
            ValueError: The secret is empty, or the scheme signs a timestamp and there is none.
        """
        if timestamp is None and self._message is not body_alone:
            raise ValueError("this scheme signs the timestamp: pass timestamp=…")
        secret = Secret(secret)
        return self._signature(_body(payload), secret, "" if timestamp is None else str(timestamp)).reveal()

    def verify(
        self,
        payload: bytes | str,
        signature: str | None,
        secret: str,
        *,
        timestamp: Timestamp | None = None,
        tolerance: float | None = 300.0,
        now: float | None = None,
    ) -> None:
        """Refuse a delivery that was not signed with the secret, or that is not fresh.

        Args:
            payload: The raw body: bytes, or the text they decode to; never the parsed JSON.
            signature: The header field; None when there was none.
            secret: The endpoint's secret, whole.
            timestamp: When it was sent: the header field or a number, in Unix seconds. Without it
                freshness is not checked, unless the scheme signs it.
            tolerance: Seconds that the timestamp may be away from now, in the past or in the future;
                None for any number.
            now: The present in Unix seconds; the system's clock by default.

        Raises:
            WebhookError: With the `reason`: `missing_signature`, `malformed_signature`,
                `wrong_signature`, `missing_timestamp`, `malformed_timestamp`, `too_old` or `in_future`.
            ValueError: The secret is empty or the tolerance negative.
            TypeError: The payload is neither bytes nor text, or the signature or secret is not a string.
        """
        secret = Secret(secret)
        body = _body(payload)
        stamp = self._timestamp_text(timestamp)
        self._check_signature(signature, self._signature(body, secret, stamp), secret)
        if timestamp is not None and tolerance is not None:
            self._check_age(stamp, tolerance, time.time() if now is None else now)

    def read(self, payload: bytes | str, *, exact: bool = False) -> dict[str, Any]:
        """Return the JSON object that a verified body is.

        Args:
            payload: The raw body.
            exact: Whether numbers with a fraction keep their digits, because they are money.

        Raises:
            WebhookError: It is not one; its `reason` is `malformed_payload`.
        """
        try:
            value = codec.loads(_body(payload), exact=exact)
        except ValueError as error:
            raise self._failure("malformed_payload", f"the body is not JSON: {error}") from None
        if not isinstance(value, dict):
            raise self._failure("malformed_payload", "the body is not a JSON object")
        return value

    def _signature(self, body: bytes, secret: Secret, timestamp: str) -> Secret:
        if not secret:
            raise ValueError(
                "the webhook secret is empty: use what the registration of the endpoint answered"
            )
        message = self._message(body, timestamp)
        # Not a local: a traceback may show those.
        digest = hmac.new(secret.encode("utf-8", "surrogatepass"), message, hashlib.sha256).hexdigest()
        # As good as the secret for who wants this very body to be believed.
        return Secret(self._prefix + digest)

    def _check_signature(self, given: str | None, expected: Secret, secret: Secret) -> None:
        if not given:
            raise self._failure("missing_signature", "the delivery has no signature")
        if not isinstance(given, str):
            raise TypeError(f"signature must be a str or None, got {type(given).__name__}")
        if not given.startswith(self._prefix):
            raise self._failure("malformed_signature", f"the signature does not start with {self._prefix!r}")
        # As bytes: texts with other than ASCII characters cannot be compared in constant time.
        if not hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode()):
            hint = "another secret, or not the bytes that were sent"
            if secret != secret.strip():
                hint = "the secret begins or ends with white space, perhaps a line break: strip it"
            raise self._failure("wrong_signature", f"the signature does not match: {hint}")

    def _timestamp_text(self, timestamp: Timestamp | None) -> str:
        if timestamp is not None:
            return str(timestamp)
        if self._message is not body_alone:
            raise self._failure("missing_timestamp", "the delivery has no timestamp")
        return ""

    def _check_age(self, text: str, tolerance: float, now: float) -> None:
        if tolerance < 0:
            raise ValueError(f"tolerance must be 0 or more seconds, got {tolerance}")
        age = now - self._seconds(text)
        if age > tolerance:
            raise self._failure(
                "too_old", f"the delivery was sent {age:.0f} s ago; {tolerance:g} s are allowed"
            )
        if age < -tolerance:
            raise self._failure("in_future", f"the delivery's timestamp is {-age:.0f} s ahead of this clock")

    def _seconds(self, text: str) -> float:
        whole, _, fraction = text.partition(".")
        digits = whole + fraction
        if not (digits.isascii() and digits.isdigit() and len(text) <= _LONGEST_TIMESTAMP):
            raise self._failure("malformed_timestamp", "the timestamp is not a number of Unix seconds")
        return float(text)

    def _failure(self, reason: str, message: str) -> WebhookError:
        return self._error(message, reason=reason)


def header(headers: Headers, name: str) -> str | None:
    """Return a header field, in whatever form a server or a serverless event gives them; None without one.

    Args:
        headers: A mapping or pairs; names and values as str or bytes, in any case, also as WSGI has them
            (`HTTP_X_SIGNATURE`); a value may be a list, of strings or of CloudFront's `{"value": …}`.
        name: The field's name.

    Raises:
        TypeError: When it is neither a mapping nor pairs.
    """
    fields = getattr(headers, "items", lambda: headers or ())()
    if isinstance(fields, (str, bytes)) or not isinstance(fields, Iterable):
        raise TypeError(f"headers must be a mapping or a list of pairs, got {type(headers).__name__}")
    return next((_field(value) for key, value in fields if _field_name(key) == name.lower()), None)


def _field_name(key: str | bytes) -> str:
    text = key.decode("latin-1") if isinstance(key, bytes) else str(key)
    return text.removeprefix("HTTP_").replace("_", "-").lower()


def _field(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        return _field(value[0]) if value else None
    if isinstance(value, Mapping):
        return _field(value.get("value"))
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _body(payload: bytes | str) -> bytes:
    if isinstance(payload, str):
        return payload.encode("utf-8", "surrogatepass")
    if isinstance(payload, (bytes, bytearray, memoryview)):
        return bytes(payload)
    raise TypeError(
        f"payload must be the raw body as bytes or str, got {type(payload).__name__}; "
        "parsed and encoded again it would not be the bytes that were signed"
    )
