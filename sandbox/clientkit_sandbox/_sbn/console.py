"""The console: projects, keys, usage, billing, analytics and webhooks. Most shapes here are provisional."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from clientkit_sandbox._sbn.service import caller, service
from clientkit_sandbox._sbn.state import ALL_SCOPES, Json, Key, Project, State, invalid, missing, new_id
from clientkit_sandbox.engine import Answer, Call, Deliveries, Delivery, Problem

_EVENT_TYPES = ("governance.proposal_submitted",)
_PLANS = ("sandbox", "builder", "network")


def _project(call: Call[State]) -> Project:
    """Return the project of the path, else that of the session."""
    return call.state.project(call.path.get("project_id", call.state.session_project))


def _audit(call: Call[State], project: Project, what: str) -> None:
    project.audit.append({"action": what, "created_at": call.state.stamp()})


@service.operation("console_list_projects")
def list_projects(call: Call[State]) -> Any:
    """List projects."""
    return [project.record for project in call.state.projects.values()]


@service.operation("console_create_project")
def create_project(call: Call[State]) -> Any:
    """Create a project."""
    return call.state.add_project(call.body["name"]).record


@service.operation("console_switch_project")
def switch_project(call: Call[State]) -> Any:
    """Change the session's project."""
    project = _project(call)
    call.state.session_project = project.record["id"]
    return project.record


@service.operation("console_get_project")
def get_project(call: Call[State]) -> Any:
    """Return the session's project."""
    return _project(call).record


@service.operation("console_update_project")
def update_project(call: Call[State]) -> Any:
    """Rename or describe the session's project."""
    project = _project(call)
    project.record |= {name: call.body[name] for name in ("name", "description") if name in call.body}
    _audit(call, project, "project.updated")
    return project.record


@service.operation("console_delete_project")
def delete_project(call: Call[State]) -> Any:
    """Delete the session's project with its keys."""
    record, state = _project(call).record, call.state
    del state.projects[record["id"]]
    state.keys = {name: key for name, key in state.keys.items() if key.record["project_id"] != record["id"]}
    return {"deleted": record["id"]}


@service.operation("console_get_project_settings")
def get_project_settings(call: Call[State]) -> Any:
    """Return the settings of the session's project."""
    return _project(call).settings


@service.operation("console_update_project_settings")
def update_project_settings(call: Call[State]) -> Any:
    """Change settings of the session's project."""
    project = _project(call)
    project.settings |= call.body
    _audit(call, project, "settings.updated")
    return project.settings


@service.operation("console_archive_project")
@service.operation("console_unarchive_project")
def archive_project(call: Call[State]) -> Any:
    """Archive the session's project, or take it back."""
    project = _project(call)
    assert call.operation is not None
    project.record["archived"] = call.operation.id == "console_archive_project"
    _audit(call, project, "project.archived" if project.record["archived"] else "project.unarchived")
    return project.record


@service.operation("console_get_audit_log")
def get_audit_log(call: Call[State]) -> Any:
    """Return what happened to the session's project."""
    return {"entries": _project(call).audit}


@service.operation("console_list_session_api_keys")
@service.operation("console_list_api_keys")
def list_api_keys(call: Call[State]) -> Any:
    """List keys without their secrets."""
    project_id = _project(call).record["id"]
    return [key.record for key in call.state.keys.values() if key.record["project_id"] == project_id]


@service.operation("console_create_api_key")
def create_api_key(call: Call[State]) -> Any:
    """Create a key; this answer is the only one with its secret."""
    body, project = call.body, _project(call)
    if body["plan"] not in _PLANS:
        raise invalid("plan", f"must be one of {', '.join(_PLANS)}")
    key = call.state.add_key(
        project.record["id"],
        body["label"],
        body["plan"],
        body.get("scopes") or ALL_SCOPES,
        default_frontier=body.get("defaultFrontier"),
        allowed_frontiers=body.get("allowedFrontiers"),
    )
    _audit(call, project, "key.created")
    return _minted(key)


def _minted(key: Key) -> Json:
    return {"api_key": key.secret, "prefix": key.record["prefix"], "record": key.record}


def _key(call: Call[State]) -> Key:
    return call.state.key_of_id(call.path["key_id"], _project(call).record["id"])


@service.operation("console_revoke_api_key")
def revoke_api_key(call: Call[State]) -> Any:
    """Revoke a key."""
    key = _key(call)
    key.record["revoked"] = True
    call.state.note(key, "revoked")
    return key.record


@service.operation("console_rotate_api_key")
def rotate_api_key(call: Call[State]) -> Any:
    """Revoke a key and issue another."""
    old = _key(call)
    if old.record["revoked"]:
        raise Problem(409, "key_revoked", f"The key {old.record['id']} is revoked")
    old.record["revoked"] = True
    call.state.note(old, "rotated")
    return _minted(
        call.state.add_key(
            old.record["project_id"], old.record["label"], old.record["plan"], old.record["scopes"]
        )
    )


@service.operation("console_get_key_events")
def get_key_events(call: Call[State]) -> Any:
    """List what happened to a key."""
    return {"events": _key(call).events}


def _usage(call: Call[State]) -> list[Json]:
    project_id = _project(call).record["id"]
    return [
        {"key_id": key.record["id"], "label": key.record["label"], "calls": key.used.total()}
        for key in call.state.keys.values()
        if key.record["project_id"] == project_id
    ]


@service.operation("console_get_session_usage")
@service.operation("console_get_usage")
def get_usage(call: Call[State]) -> Any:
    """Return the calls of each key."""
    month = call.state.stamp()[:7]
    return {"project_id": _project(call).record["id"], "month": month, "keys": _usage(call)}


@service.operation("console_get_usage_summary")
def get_usage_summary(call: Call[State]) -> Any:
    """Return the calls of all keys."""
    total = sum(row["calls"] for row in _usage(call))
    day = call.state.stamp()[:10]
    return {"month": day[:7], "total_calls": total, "trend": [{"day": day, "calls": total}]}


@service.operation("console_export_usage_csv")
def export_usage_csv(call: Call[State]) -> Answer:
    """Return the calls of each key as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, ("key_id", "label", "calls"))
    writer.writeheader()
    writer.writerows(_usage(call))
    return Answer(text.getvalue(), content_type="text/csv; charset=utf-8")


@service.operation("console_get_billing_status")
def get_billing_status(call: Call[State]) -> Any:
    """Return the plan of a project."""
    return {"plan": _project(call).record["plan"], "status": "active", "overage": 0}


@service.operation("console_create_checkout")
def create_checkout(call: Call[State]) -> Any:
    """Return where one would pay; nothing is there."""
    if call.body["plan"] not in _PLANS:
        raise invalid("plan", f"must be one of {', '.join(_PLANS)}")
    return {"checkout_url": f"https://billing.invalid/checkout/{_project(call).record['id']}"}


@service.operation("console_get_portal_url")
def get_portal_url(call: Call[State]) -> Any:
    """Return where the portal would be; nothing is there."""
    return {"portal_url": f"https://billing.invalid/portal/{_project(call).record['id']}"}


@service.operation("console_pay_overage")
def pay_overage(call: Call[State]) -> Any:
    """Pay nothing."""
    return {"project_id": _project(call).record["id"], "paid": 0}


@service.operation("console_get_gec_trend")
def get_gec_trend(call: Call[State]) -> Any:
    """Return an empty trend."""
    return {"project_id": _project(call).record["id"], "points": []}


@service.operation("console_get_frontier_breakdown")
def get_frontier_breakdown(call: Call[State]) -> Any:
    """Return the frontiers that there are."""
    _project(call)
    rows = [
        {"frontier_id": path, "c_max": frontier["c_max"]} for path, frontier in call.state.frontiers.items()
    ]
    return {"frontiers": rows}


@service.operation("console_get_csk_breakdown")
def get_csk_breakdown(call: Call[State]) -> Any:
    """Return averages, from the plan `builder` up."""
    if _project(call).record["plan"] == "sandbox":
        raise Problem(403, "plan_required", "This needs the plan builder or network")
    return {"csk": dict.fromkeys("SHDRE", 0.5)}


def _webhook(call: Call[State]) -> tuple[Project, Json]:
    project = _project(call)
    webhook = project.webhooks.get(call.path["webhook_id"])
    if webhook is None:
        raise missing("webhook", call.path["webhook_id"])
    return project, webhook


@service.operation("console_list_webhooks")
def list_webhooks(call: Call[State]) -> Any:
    """List webhooks without their secrets."""
    return {"webhooks": list(_project(call).webhooks.values())}


@service.operation("console_create_webhook")
def create_webhook(call: Call[State]) -> Any:
    """Create a webhook."""
    body, project = call.body, _project(call)
    webhook = {
        "id": new_id("wh"),
        "url": body["url"],
        "enabled": body["enabled"],
        "events": body.get("events") or list(_EVENT_TYPES),
        "created_at": call.state.stamp(),
    }
    project.webhooks[webhook["id"]] = webhook
    project.webhook_secrets[webhook["id"]] = body.get("secret", "")
    return webhook


@service.operation("console_update_webhook")
def update_webhook(call: Call[State]) -> Any:
    """Change a webhook."""
    project, webhook = _webhook(call)
    kinds = {"url": str, "enabled": bool, "events": list, "secret": str}
    for name, value in call.body.items():
        if name not in kinds or not isinstance(value, kinds[name]):
            raise invalid(name, f"cannot be changed like that; there is {', '.join(kinds)}")
    changes = dict(call.body)
    if "secret" in changes:
        project.webhook_secrets[webhook["id"]] = changes.pop("secret")
    webhook.update(changes)
    return webhook


@service.operation("console_delete_webhook")
def delete_webhook(call: Call[State]) -> Any:
    """Delete a webhook."""
    project, webhook = _webhook(call)
    del project.webhooks[webhook["id"]]
    return {"deleted": webhook["id"]}


@service.operation("console_test_webhook")
async def test_webhook(call: Call[State]) -> Any:
    """Deliver a test event, unsigned: how deliveries are signed is not known."""
    project, webhook = _webhook(call)
    event = {"event": "webhook.test", "webhook_id": webhook["id"], "created_at": call.state.stamp()}
    deliveries: Deliveries = call.state.environment.deliveries
    delivery = Delivery(
        webhook["url"],
        json.dumps(event).encode(),
        lambda at: {},
        due=call.state.now(),
        event="webhook.test",
    )
    try:
        attempt = await deliveries.deliver_now(delivery)
    except ValueError:
        raise invalid("url", "cannot be delivered to") from None
    row = {
        "id": delivery.id,
        "event": "webhook.test",
        "status": delivery.status,
        "http_status": attempt.status,
    }
    project.deliveries.append({**row, "webhook_id": webhook["id"], "created_at": event["created_at"]})
    return row


@service.operation("console_list_webhook_deliveries")
def list_webhook_deliveries(call: Call[State]) -> Any:
    """List deliveries to a webhook."""
    project, webhook = _webhook(call)
    return {"deliveries": [row for row in project.deliveries if row["webhook_id"] == webhook["id"]]}


@service.operation("console_list_event_types")
def list_event_types(call: Call[State]) -> Any:
    """List the types of events."""
    caller(call)
    return {"event_types": list(_EVENT_TYPES)}
