# Derived from facades/sbn/_async/console.py by make generate; edit that file.
"""The console: projects, keys, usage, billing, analytics and webhooks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import secret as hidden
from clientkit.facade import Resource
from clientkit.operation import given
from sbn import answers
from sbn.checks import filled, filled_texts, json_object
from sbn.lazy import models, wire
from sbn_api.api import console as api

if TYPE_CHECKING:
    from sbn.models import ApiKeyRecord, ProjectUsage
    from sbn_api import dicts


class ConsoleClient(Resource):
    """Projects, keys, usage, billing, analytics and webhooks.

    `get_project` and what is named like it act on the project of the session, which `switch_project`
    chooses; the others take the id of a project.
    """

    def list_projects(self) -> list[dicts.Project]:
        """List projects; the JSON as it came, a list.

        Operation: console_list_projects
        """
        return self._send(api.console_list_projects.OPERATION(), answers.opened)

    def create_project(self, name: str) -> dicts.Project:
        """Create a project. Never repeated by itself when its outcome is not clear.

        Args:
            name: Name of the project.

        Operation: console_create_project
        """
        body = wire.ProjectCreate(name=name)
        return self._send(api.console_create_project.OPERATION(body=body), answers.opened)

    def switch_project(self, project_id: str) -> dicts.Project:
        """Make a project the project of the session.

        Args:
            project_id: Id of the project.

        Raises:
            SbnNotFoundError: There is no such project.

        Operation: console_switch_project
        """
        call = api.console_switch_project.OPERATION(project_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def list_api_keys(self, project_id: str | None = None) -> list[ApiKeyRecord]:
        """List keys.

        Args:
            project_id: The project; that of the session by default.

        Operation: console_list_api_keys, console_list_session_api_keys
        """
        call = (
            api.console_list_session_api_keys.OPERATION()
            if project_id is None
            else api.console_list_api_keys.OPERATION(project_id)
        )
        return self._send(call, models.list_of(models.ApiKeyRecord, "keys"))

    def create_api_key(
        self,
        project_id: str,
        *,
        label: str = "SDK key",
        plan: str = "sandbox",
        scopes: Iterable[str] | None = None,
        default_frontier: str | None = None,
        allowed_frontiers: Iterable[str] | None = None,
    ) -> dicts.MintedApiKey:
        """Create a key; the answer shows it, this once.

        Args:
            project_id: The project.
            label: Name of the key.
            plan: `sandbox`, `builder` or `network`.
            scopes: What the key may do.
            default_frontier: Frontier that is used by default.
            allowed_frontiers: Frontiers that may be used; all by default.

        Returns:
            `api_key`, `prefix` and `record`.

        Operation: console_create_api_key
        """
        body = wire.ApiKeyCreate(
            label=label,
            plan=plan,
            scopes=filled_texts("scopes", scopes),
            default_frontier=given(filled(default_frontier)),
            allowed_frontiers=filled_texts("allowed_frontiers", allowed_frontiers),
        )
        return self._send(api.console_create_api_key.OPERATION(project_id, body=body), answers.opened)

    def revoke_api_key(self, project_id: str, key_id: str) -> dict[str, Any]:
        """Revoke a key.

        Args:
            project_id: Id of the project.
            key_id: Id of the key.

        Raises:
            SbnNotFoundError: There is no such key.

        Operation: console_revoke_api_key
        """
        call = api.console_revoke_api_key.OPERATION(project_id, key_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def rotate_api_key(self, project_id: str, key_id: str) -> dicts.MintedApiKey:
        """Revoke a key and issue another in its place; the answer shows it, this once.

        Args:
            project_id: Id of the project.
            key_id: Id of the key.

        Raises:
            SbnNotFoundError: There is no such key.

        Operation: console_rotate_api_key
        """
        call = api.console_rotate_api_key.OPERATION(project_id, key_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def get_usage(self, project_id: str | None = None) -> ProjectUsage:
        """Get this month's usage by key.

        Args:
            project_id: The project; that of the session by default.

        Operation: console_get_usage, console_get_session_usage
        """
        call = (
            api.console_get_session_usage.OPERATION()
            if project_id is None
            else api.console_get_usage.OPERATION(project_id)
        )
        return self._send(call, models.ProjectUsage.from_dict)

    def get_usage_summary(self, project_id: str) -> dict[str, Any]:
        """Get the month's usage with its daily trend.

        Args:
            project_id: Id of the project.

        Operation: console_get_usage_summary
        """
        return self._send(api.console_get_usage_summary.OPERATION(project_id), answers.opened)

    def export_usage_csv(self, project_id: str) -> str:
        """Export the usage as CSV.

        Args:
            project_id: Id of the project.

        Operation: console_export_usage_csv
        """
        call = api.console_export_usage_csv.OPERATION(project_id)
        return self._send(call, parse=lambda answer: answers.text(answer.text))

    def get_key_events(self, project_id: str, key_id: str) -> list[dict[str, Any]]:
        """List what happened to a key.

        Args:
            project_id: Id of the project.
            key_id: Id of the key.

        Raises:
            SbnNotFoundError: There is no such key.

        Operation: console_get_key_events
        """
        call = api.console_get_key_events.OPERATION(project_id, key_id)
        return self._send(call, lambda data: answers.rows(data, "events"))

    def get_billing_status(self, project_id: str) -> dict[str, Any]:
        """Get the state of billing.

        Args:
            project_id: Id of the project.

        Operation: console_get_billing_status
        """
        return self._send(api.console_get_billing_status.OPERATION(project_id), answers.opened)

    def create_checkout(self, project_id: str, plan_id: str) -> dicts.Checkout:
        """Start a checkout for a plan.

        Args:
            project_id: The project.
            plan_id: `builder` or `network`.

        Returns:
            `checkout_url`, where to pay.

        Operation: console_create_checkout
        """
        body = wire.CheckoutCreate(plan=plan_id)
        return self._send(api.console_create_checkout.OPERATION(project_id, body=body), answers.opened)

    def get_portal_url(self, project_id: str) -> dict[str, Any]:
        """Open the customer portal; the answer says where it is.

        Args:
            project_id: Id of the project.

        Operation: console_get_portal_url
        """
        call = api.console_get_portal_url.OPERATION(project_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def pay_overage(self, project_id: str) -> dict[str, Any]:
        """Pay what was used beyond the plan. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: Id of the project.

        Operation: console_pay_overage
        """
        call = api.console_pay_overage.OPERATION(project_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def get_project(self) -> dicts.Project:
        """Get the session's project.

        Operation: console_get_project
        """
        return self._send(api.console_get_project.OPERATION(), answers.opened)

    def update_project(self, *, name: str | None = None, description: str | None = None) -> dicts.Project:
        """Rename or describe the session's project.

        Args:
            name: The new name.
            description: The new description; an empty one is sent.

        Operation: console_update_project
        """
        body = wire.ProjectUpdate(name=given(name), description=given(description))
        return self._send(api.console_update_project.OPERATION(body=body), answers.opened)

    def get_project_settings(self) -> dict[str, Any]:
        """Get the settings of the session's project.

        Operation: console_get_project_settings
        """
        return self._send(api.console_get_project_settings.OPERATION(), answers.opened)

    def update_project_settings(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Change settings of the session's project.

        Args:
            settings: Settings by name, sent as they are.

        Operation: console_update_project_settings
        """
        body = json_object("settings", settings)
        return self._send(api.console_update_project_settings.OPERATION(body=body), answers.opened)

    def archive_project(self) -> dicts.Project:
        """Archive the session's project.

        Operation: console_archive_project
        """
        return self._send(api.console_archive_project.OPERATION(body=wire.Empty()), answers.opened)

    def unarchive_project(self) -> dicts.Project:
        """Take the session's project out of the archive.

        Operation: console_unarchive_project
        """
        return self._send(api.console_unarchive_project.OPERATION(body=wire.Empty()), answers.opened)

    def delete_project(self) -> dict[str, Any]:
        """Delete the session's project for good.

        Operation: console_delete_project
        """
        return self._send(api.console_delete_project.OPERATION(), answers.opened)

    def get_audit_log(self) -> dict[str, Any]:
        """Get the audit log of the session's project.

        Operation: console_get_audit_log
        """
        return self._send(api.console_get_audit_log.OPERATION(), answers.opened)

    def get_gec_trend(self, project_id: str) -> dict[str, Any]:
        """Get the trend of efficiency.

        Args:
            project_id: Id of the project.

        Operation: console_get_gec_trend
        """
        return self._send(api.console_get_gec_trend.OPERATION(project_id), answers.opened)

    def get_frontier_breakdown(self, project_id: str) -> dict[str, Any]:
        """Get the figures of each frontier.

        Args:
            project_id: Id of the project.

        Operation: console_get_frontier_breakdown
        """
        return self._send(api.console_get_frontier_breakdown.OPERATION(project_id), answers.opened)

    def get_csk_breakdown(self, project_id: str) -> dict[str, Any]:
        """Get averages of the CSK dimensions; from the plan `builder` up.

        Args:
            project_id: Id of the project.

        Operation: console_get_csk_breakdown
        """
        return self._send(api.console_get_csk_breakdown.OPERATION(project_id), answers.opened)

    def list_webhooks(self, project_id: str) -> dict[str, Any]:
        """List webhooks.

        Args:
            project_id: Id of the project.

        Operation: console_list_webhooks
        """
        return self._send(api.console_list_webhooks.OPERATION(project_id), answers.opened)

    def create_webhook(
        self,
        project_id: str,
        *,
        url: str,
        events: Iterable[str] | None = None,
        secret: str | None = None,
        enabled: bool = True,
    ) -> dicts.Webhook:
        """Create a webhook. Never repeated by itself when its outcome is not clear.

        Args:
            project_id: The project.
            url: Address that events are delivered to.
            events: Types of events; the service decides by default.
            secret: Secret that deliveries are signed with.
            enabled: Whether events are delivered.

        Operation: console_create_webhook
        """
        secret = None if secret is None else hidden("secret", secret)
        body = wire.WebhookCreate(
            url=url, enabled=enabled, events=filled_texts("events", events), secret=given(secret)
        )
        return self._send(api.console_create_webhook.OPERATION(project_id, body=body), answers.opened)

    def update_webhook(self, project_id: str, webhook_id: str, **fields: Any) -> dicts.Webhook:
        """Change a webhook.

        Args:
            project_id: The project.
            webhook_id: The webhook.
            **fields: What to change, such as `enabled=False`; sent as it is.

        Raises:
            SbnNotFoundError: There is no such webhook.

        Operation: console_update_webhook
        """
        fields = {
            name: hidden("secret", value) if name == "secret" else value for name, value in fields.items()
        }
        call = api.console_update_webhook.OPERATION(
            project_id, webhook_id, body=json_object("fields", fields)
        )
        return self._send(call, answers.opened)

    def delete_webhook(self, project_id: str, webhook_id: str) -> dict[str, Any]:
        """Delete a webhook.

        Args:
            project_id: Id of the project.
            webhook_id: Id of the webhook.

        Raises:
            SbnNotFoundError: There is no such webhook.

        Operation: console_delete_webhook
        """
        return self._send(api.console_delete_webhook.OPERATION(project_id, webhook_id), answers.opened)

    def test_webhook(self, project_id: str, webhook_id: str) -> dict[str, Any]:
        """Send a test event to a webhook.

        Args:
            project_id: Id of the project.
            webhook_id: Id of the webhook.

        Raises:
            SbnNotFoundError: There is no such webhook.

        Operation: console_test_webhook
        """
        call = api.console_test_webhook.OPERATION(project_id, webhook_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def list_webhook_deliveries(self, project_id: str, webhook_id: str) -> dict[str, Any]:
        """List the attempts to deliver to a webhook.

        Args:
            project_id: Id of the project.
            webhook_id: Id of the webhook.

        Raises:
            SbnNotFoundError: There is no such webhook.

        Operation: console_list_webhook_deliveries
        """
        call = api.console_list_webhook_deliveries.OPERATION(project_id, webhook_id)
        return self._send(call, answers.opened)

    def list_event_types(self) -> dict[str, Any]:
        """List the types of events that webhooks can be sent.

        Operation: console_list_event_types
        """
        return self._send(api.console_list_event_types.OPERATION(), answers.opened)
