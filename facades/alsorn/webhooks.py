"""Deliveries to your webhook endpoints: is it really the service, and what does it say.

event = verify_webhook(request.body, request.headers["X-Alsorn-Signature"], secret)
if isinstance(event, TransactionCompleted):
    book(event.data.amount)
"""

from __future__ import annotations

from clientkit.secrets import Secret
from clientkit.webhooks import Headers, Signatures, Timestamp, header

from alsorn.errors import AlsornWebhookError
from alsorn.events import WebhookEvent, read_event

SIGNATURE_HEADER = "X-Alsorn-Signature"
TIMESTAMP_HEADER = "X-Alsorn-Timestamp"

# The body alone is signed, with the whole secret ("whsec_" included); the timestamp is not.
_SIGNATURES = Signatures(error=AlsornWebhookError)


def verify_webhook(
    payload: bytes | str,
    signature: str | None,
    secret: str,
    *,
    timestamp: Timestamp | None = None,
    tolerance: float | None = 300.0,
    now: float | None = None,
) -> WebhookEvent:
    """Return the event that a delivery carries, once its signature is proved.

    The service does not sign the timestamp, so its age is a weak guard against replays: also drop an event
    whose `id` you have handled before. Deliveries are repeated for up to 72 hours until a 2xx answers them.

    Args:
        payload: The raw body of the request: bytes, or the text they decode to; never the parsed JSON.
        signature: The header field `X-Alsorn-Signature`; None when there is none.
        secret: `whsec_…`, whole, as the registration of the endpoint answered it.
        timestamp: The header field `X-Alsorn-Timestamp`, in Unix seconds; without it the age is not checked.
        tolerance: Seconds that the timestamp may be away from now, in the past or in the future; None for
            any number.
        now: The present in Unix seconds; the system's clock by default.

    Returns:
        An object of the type's class, such as `AgentRegistered`; a `WebhookEvent` for a type unknown here.

    Raises:
        AlsornWebhookError: It is not from the service, too old, or cannot be read; `reason` says which.
        ValueError: The secret is empty or the tolerance negative.
        TypeError: The payload is neither bytes nor text.

    Example:
        >>> from alsorn import sign_webhook, verify_webhook
        >>> body = b'{"id":"evt_1","event":"agent.deleted","data":{"name":"runner"}}'
        >>> verify_webhook(body, sign_webhook(body, "whsec_demo"), "whsec_demo").data.name
        'runner'
    """
    # Hidden before anything else: the locals of a traceback must not show it.
    secret = Secret(secret)
    _SIGNATURES.verify(payload, signature, secret, timestamp=timestamp, tolerance=tolerance, now=now)
    try:
        return read_event(_SIGNATURES.read(payload, exact=True))
    except ValueError as error:
        raise AlsornWebhookError(str(error), reason="malformed_payload") from None


def verify_webhook_request(
    headers: Headers,
    payload: bytes | str,
    secret: str,
    *,
    tolerance: float | None = 300.0,
    now: float | None = None,
) -> WebhookEvent:
    """Return the event that a request carries, finding signature and timestamp in its header fields.

    Args:
        headers: The request's header fields, as any web framework, server or serverless event has them: a
            mapping or pairs, of str or bytes, also a WSGI environ or lists of values.
        payload: The raw body of the request.
        secret: `whsec_…`, whole, as the registration of the endpoint answered it.
        tolerance: As in `verify_webhook`. A request without a timestamp is not refused for that: who
            could take it away could as well renew it.
        now: The present in Unix seconds; the system's clock by default.

    Raises:
        AlsornWebhookError: It is not from the service, too old, or cannot be read; `reason` says which.
    """
    secret = Secret(secret)
    return verify_webhook(
        payload,
        header(headers, SIGNATURE_HEADER),
        secret,
        timestamp=header(headers, TIMESTAMP_HEADER),
        tolerance=tolerance,
        now=now,
    )


def sign_webhook(payload: bytes | str, secret: str) -> str:
    """Return what the service sends as `X-Alsorn-Signature`, for tests of your own handler.

    Args:
        payload: The body exactly as it is sent.
        secret: The endpoint's secret, whole.

    Raises:
        ValueError: The secret is empty.
    """
    secret = Secret(secret)
    return _SIGNATURES.sign(payload, secret)
