"""Deliveries to your webhooks: is it really the service, and what does it say.

event = verify_webhook(request.body, request.headers["X-ASG-Signature"], secret)
print(event["task_id"], event["consensus_label"])
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from clientkit.secrets import Secret
from clientkit.webhooks import Signatures, header

from asg_gateway.errors import ASGGatewayWebhookError

if TYPE_CHECKING:
    from asg_gateway.types import TaskSettled

SIGNATURE_HEADER = "X-ASG-Signature"

# The body alone is signed, with the whole secret; no timestamp is sent next to it.
_SIGNATURES = Signatures(error=ASGGatewayWebhookError)


def verify_webhook(payload: bytes | str, signature: str | None, secret: str) -> TaskSettled:
    """Return the event that a delivery carries, once its signature is proved.

    Nothing in a delivery says when it was signed, so an old one can be sent again by whoever has seen it:
    drop an event whose `task_id` and `event` you have handled before.

    Args:
        payload: The raw body of the request: bytes, or the text they decode to; never the parsed JSON.
        signature: The header field `X-ASG-Signature`; None when there is none.
        secret: The secret that the webhook was registered with, whole.

    Returns:
        The event. `task.settled` is the only documented type; look at `event` before you rely on that.

    Raises:
        ASGGatewayWebhookError: It is not from the service, or cannot be read; `reason` says which.
        ValueError: The secret is empty.
        TypeError: The payload is neither bytes nor text.

    Example:
        >>> from asg_gateway import sign_webhook, verify_webhook
        >>> body = b'{"event":"task.settled","task_id":"tsk_1","consensus_label":"cat"}'
        >>> verify_webhook(body, sign_webhook(body, "whsec_demo"), "whsec_demo")["consensus_label"]
        'cat'
    """
    secret = Secret(secret)
    _SIGNATURES.verify(payload, signature, secret)
    event = _SIGNATURES.read(payload)
    for name in ("event", "task_id"):
        if not isinstance(event.get(name), str) or not event[name]:
            raise ASGGatewayWebhookError(f"the event has no {name!r}", reason="malformed_payload")
    return cast("TaskSettled", event)


def verify_webhook_request(headers: Mapping[str, str], payload: bytes | str, secret: str) -> TaskSettled:
    """Return the event that a request carries, finding the signature in its header fields.

    Args:
        headers: The request's header fields, as any web framework has them.
        payload: The raw body of the request.
        secret: The secret that the webhook was registered with, whole.

    Raises:
        ASGGatewayWebhookError: It is not from the service, or cannot be read; `reason` says which.
    """
    secret = Secret(secret)
    return verify_webhook(payload, header(headers, SIGNATURE_HEADER), secret)


def sign_webhook(payload: bytes | str, secret: str) -> str:
    """Return what the service sends as `X-ASG-Signature`, for tests of your own handler.

    Args:
        payload: The body exactly as it is sent.
        secret: The secret that the webhook was registered with, whole.

    Raises:
        ValueError: The secret is empty.
    """
    secret = Secret(secret)
    return _SIGNATURES.sign(payload, secret)
