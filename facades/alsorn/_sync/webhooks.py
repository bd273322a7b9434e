# Derived from facades/alsorn/_async/webhooks.py by make generate; edit that file.
"""Webhook endpoints: where the service delivers events to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alsorn.checks import listed
from alsorn.lazy import models, wire
from alsorn.types import EventType
from alsorn_api.api import webhooks as api
from clientkit.arguments import nonempty
from clientkit.facade import Resource
from clientkit.operation import UNSET, given

if TYPE_CHECKING:
    from alsorn.models import RegisteredWebhook, Webhook, WebhookDelivery


class Webhooks(Resource):
    """The webhook endpoints of the organisation; all of it needs a key of level admin.

    `alsorn.verify_webhook` checks what the endpoints receive.
    """

    def register(self, url: str, events: Sequence[EventType]) -> RegisteredWebhook:
        """Register an endpoint. Never repeated by itself when its outcome is not clear.

        Args:
            url: HTTPS address, publicly reachable, that answers 2xx.
            events: Types of events, such as `transaction.completed`, or `["*"]` for all.

        Returns:
            The endpoint with its `secret`. It is shown this once: keep it, deliveries are signed with it.

        Raises:
            AlsornForbiddenError: The key's level is too low.
            AlsornValidationError: The service refused a value; `field_errors` says which.

        Operation: register_webhook
        """
        body = wire.WebhookRequest(url=url, events=listed("events", events))
        return self._send(api.register_webhook.OPERATION(body=body), models.RegisteredWebhook.from_dict)

    def list(self) -> list[Webhook]:
        """List all endpoints, without their secrets.

        Operation: list_webhooks
        """
        return self._send(api.list_webhooks.OPERATION(), models.list_reader(models.Webhook, "webhooks"))

    def get(self, webhook_id: str) -> Webhook:
        """Get an endpoint, without its secret.

        Args:
            webhook_id: Id of the webhook.

        Raises:
            AlsornNotFoundError: There is no such endpoint.

        Operation: get_webhook
        """
        call = api.get_webhook.OPERATION(nonempty("webhook_id", webhook_id))
        return self._send(call, models.Webhook.from_dict)

    def update(
        self, webhook_id: str, *, url: str | None = None, events: Sequence[EventType] | None = None
    ) -> Webhook:
        """Change an endpoint; what is not given stays as it is.

        Args:
            webhook_id: The endpoint.
            url: HTTPS address, publicly reachable, that answers 2xx.
            events: The whole new list of event types, or `["*"]` for all.

        Raises:
            AlsornNotFoundError: There is no such endpoint.
            ValueError: Nothing is to be changed; nothing was sent.

        Operation: update_webhook
        """
        if url is None and events is None:
            raise ValueError("give at least one thing to change: url=… or events=[…]")
        body = wire.WebhookUpdate(
            url=given(url), events=UNSET if events is None else listed("events", events)
        )
        call = api.update_webhook.OPERATION(nonempty("webhook_id", webhook_id), body=body)
        return self._send(call, models.Webhook.from_dict)

    def delete(self, webhook_id: str) -> None:
        """Delete an endpoint.

        Args:
            webhook_id: Id of the webhook.

        Raises:
            AlsornNotFoundError: There is no such endpoint.

        Operation: delete_webhook
        """
        return self._send(api.delete_webhook.OPERATION(nonempty("webhook_id", webhook_id)))

    def test(self, webhook_id: str) -> WebhookDelivery:
        """Have the service deliver a test event. Never repeated by itself when its outcome is not clear.

        Args:
            webhook_id: Id of the webhook.

        Returns:
            The delivery: `status_code` is what the endpoint answered, `success` whether that was a 2xx.

        Raises:
            AlsornNotFoundError: There is no such endpoint.

        Operation: test_webhook
        """
        call = api.test_webhook.OPERATION(nonempty("webhook_id", webhook_id))
        return self._send(call, models.WebhookDelivery.from_dict)
