"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        console_archive_project as console_archive_project,
        console_create_api_key as console_create_api_key,
        console_create_checkout as console_create_checkout,
        console_create_project as console_create_project,
        console_create_webhook as console_create_webhook,
        console_delete_project as console_delete_project,
        console_delete_webhook as console_delete_webhook,
        console_export_usage_csv as console_export_usage_csv,
        console_get_audit_log as console_get_audit_log,
        console_get_billing_status as console_get_billing_status,
        console_get_csk_breakdown as console_get_csk_breakdown,
        console_get_frontier_breakdown as console_get_frontier_breakdown,
        console_get_gec_trend as console_get_gec_trend,
        console_get_key_events as console_get_key_events,
        console_get_portal_url as console_get_portal_url,
        console_get_project as console_get_project,
        console_get_project_settings as console_get_project_settings,
        console_get_session_usage as console_get_session_usage,
        console_get_usage as console_get_usage,
        console_get_usage_summary as console_get_usage_summary,
        console_list_api_keys as console_list_api_keys,
        console_list_event_types as console_list_event_types,
        console_list_projects as console_list_projects,
        console_list_session_api_keys as console_list_session_api_keys,
        console_list_webhook_deliveries as console_list_webhook_deliveries,
        console_list_webhooks as console_list_webhooks,
        console_pay_overage as console_pay_overage,
        console_revoke_api_key as console_revoke_api_key,
        console_rotate_api_key as console_rotate_api_key,
        console_switch_project as console_switch_project,
        console_test_webhook as console_test_webhook,
        console_unarchive_project as console_unarchive_project,
        console_update_project as console_update_project,
        console_update_project_settings as console_update_project_settings,
        console_update_webhook as console_update_webhook,
    )

__all__ = (
    "console_archive_project",
    "console_create_api_key",
    "console_create_checkout",
    "console_create_project",
    "console_create_webhook",
    "console_delete_project",
    "console_delete_webhook",
    "console_export_usage_csv",
    "console_get_audit_log",
    "console_get_billing_status",
    "console_get_csk_breakdown",
    "console_get_frontier_breakdown",
    "console_get_gec_trend",
    "console_get_key_events",
    "console_get_portal_url",
    "console_get_project",
    "console_get_project_settings",
    "console_get_session_usage",
    "console_get_usage",
    "console_get_usage_summary",
    "console_list_api_keys",
    "console_list_event_types",
    "console_list_projects",
    "console_list_session_api_keys",
    "console_list_webhook_deliveries",
    "console_list_webhooks",
    "console_pay_overage",
    "console_revoke_api_key",
    "console_rotate_api_key",
    "console_switch_project",
    "console_test_webhook",
    "console_unarchive_project",
    "console_update_project",
    "console_update_project_settings",
    "console_update_webhook",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
