"""Rate plans, tenants and validators."""

from __future__ import annotations

from typing import Any

from clientkit_sandbox._sbn.service import service
from clientkit_sandbox._sbn.state import Json, State, missing, new_id
from clientkit_sandbox.engine import Call, Problem


@service.operation("control_plane_list_rate_plans")
def list_rate_plans(call: Call[State]) -> Any:
    """List rate plans, bare."""
    return list(call.state.rate_plans.values())


@service.operation("control_plane_create_rate_plan")
def create_rate_plan(call: Call[State]) -> Any:
    """Create a rate plan."""
    known = ("name", "sla_tier", "daily_quota", "burst_limit_per_minute")
    plan = {"id": new_id("plan"), **{name: call.body[name] for name in known}}
    plan |= {"description": call.body.get("description"), "created_at": call.state.stamp()}
    call.state.rate_plans[plan["id"]] = plan
    return plan


@service.operation("control_plane_list_tenants")
def list_tenants(call: Call[State]) -> Any:
    """List tenants, bare."""
    return [_summary(call.state, tenant) for tenant in call.state.tenants.values()]


@service.operation("control_plane_get_tenant")
def get_tenant(call: Call[State]) -> Any:
    """Return a tenant."""
    return _detail(call.state, _tenant(call))


@service.operation("control_plane_create_tenant")
def create_tenant(call: Call[State]) -> Any:
    """Create a tenant; that it is `active` once activated is inferred."""
    body, state = call.body, call.state
    _plan(state, body["rate_plan_id"])
    known = ("name", "contact_email", "aggregator_endpoint", "rate_plan_id")
    tenant = {"id": new_id("ten"), **{name: body[name] for name in known}, "created_at": state.stamp()}
    tenant["status"] = "active" if body["activate"] else "provisioning"
    state.tenants[tenant["id"]] = tenant
    state.validators[tenant["id"]] = {}
    return _detail(state, tenant)


@service.operation("control_plane_update_tenant_rate_plan")
def update_tenant_rate_plan(call: Call[State]) -> Any:
    """Move a tenant to another plan."""
    tenant = _tenant(call)
    _plan(call.state, call.body["rate_plan_id"])
    tenant["rate_plan_id"] = call.body["rate_plan_id"]
    if "activate" in call.body:
        tenant["status"] = "active" if call.body["activate"] else "provisioning"
    return _detail(call.state, tenant)


@service.operation("control_plane_list_validators")
def list_validators(call: Call[State]) -> Any:
    """List the validators of a tenant, bare."""
    return list(call.state.validators[_tenant(call)["id"]].values())


@service.operation("control_plane_register_validator")
def register_validator(call: Call[State]) -> Any:
    """Register a validator, once."""
    tenant, body = _tenant(call), call.body
    known = call.state.validators[tenant["id"]]
    if body["validator_id"] in known:
        raise Problem(409, "validator_exists", f"There is a validator {body['validator_id']} already")
    validator = {
        "validator_id": body["validator_id"],
        "endpoint": body["endpoint"],
        "status": "registered",
        "region": body.get("region"),
        "registered_at": call.state.stamp(),
        "last_seen_at": None,
    }
    known[body["validator_id"]] = validator
    return validator


@service.operation("control_plane_heartbeat_validator")
def heartbeat_validator(call: Call[State]) -> Any:
    """Note a sign of life."""
    known = call.state.validators[_tenant(call)["id"]]
    validator = known.get(call.path["validator_id"])
    if validator is None:
        raise missing("validator", call.path["validator_id"])
    validator["last_seen_at"] = call.state.stamp()
    return validator


def _tenant(call: Call[State]) -> Json:
    tenant_id = call.path["tenant_id"]
    if tenant_id not in call.state.tenants:
        raise missing("tenant", tenant_id)
    return call.state.tenants[tenant_id]


def _plan(state: State, plan_id: str) -> Json:
    if plan_id not in state.rate_plans:
        raise missing("rate plan", plan_id)
    return state.rate_plans[plan_id]


def _summary(state: State, tenant: Json) -> Json:
    return {
        **{name: tenant[name] for name in ("id", "name", "status", "rate_plan_id", "aggregator_endpoint")},
        "sla_tier": _plan(state, tenant["rate_plan_id"])["sla_tier"],
        "validator_count": len(state.validators[tenant["id"]]),
    }


def _detail(state: State, tenant: Json) -> Json:
    return {
        "tenant": tenant,
        "rate_plan": _plan(state, tenant["rate_plan_id"]),
        "validators": list(state.validators[tenant["id"]].values()),
        "summary": _summary(state, tenant),
    }
