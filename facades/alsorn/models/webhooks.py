"""Webhook endpoints and deliveries."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from alsorn_api import models as wire

from alsorn.types import EventType


class Webhook(wire.Webhook):
    """A webhook endpoint; `secret` is there only after the registration, and is not shown by `repr`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    events: list[EventType]
    secret: str | None  # type: ignore[assignment]


class RegisteredWebhook(Webhook):
    """An endpoint that was just registered, with the `secret` that its deliveries are signed with."""

    __slots__ = ()

    secret: str


class WebhookDelivery(wire.WebhookDelivery):
    """One delivery of an event; `status_code` and `success` are filled from either dialect."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    payload: wire.JsonObject | None
    http_status: int | None
    status_code: int | None
    success: bool
    response_body: str | None
    duration_ms: int | None

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a delivery."""
        self = super().from_dict(src_dict)
        if self.status_code is None:
            self.status_code = self.http_status
        sent = src_dict.get("success")
        self.success = _is_2xx(self.status_code) if sent is None else sent is True
        return self


def _is_2xx(status: Any) -> bool:
    return isinstance(status, int) and 200 <= status < 300
