"""Atlas: frontiers, apps, keys, bindings, couplings and calibration. The numbers are provisional."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from clientkit_sandbox._sbn.gateway import add_run
from clientkit_sandbox._sbn.service import caller, service
from clientkit_sandbox._sbn.state import App, Json, State, invalid, missing, new_id
from clientkit_sandbox.engine import Answer, Call, Problem

_MINTED_SCOPES = ("attest.write", "receipts.read")
_CSK = {"S": 0.8, "H": 0.7, "D": 0.6, "R": 0.5, "E": 0.9}
_PULSES = (None, "slot_stream", "pgdag", "batch")


@service.operation("atlas_resolve")
def resolve(call: Call[State]) -> Any:
    """Choose the frontier of a workflow: the one it is bound to, else the hint, else one made for it."""
    body, state = call.body, call.state
    workflow = body.get("workflow") or body.get("event_type")
    bound = next((app.bindings[workflow] for app in state.apps.values() if workflow in app.bindings), None)
    if bound is not None:
        path = bound["frontier"]
    elif body.get("frontier_hint") or workflow:
        path = body.get("frontier_hint") or f"auto.{workflow}.v1"
    else:
        raise invalid("workflow", "or event_type or frontier_hint must be given")
    frontier = state.add_frontier(path)
    return {
        "scoring_frontier": path,
        **{name: frontier[name] for name in ("c_max", "regime", "metallic_label", "lambda_score")},
        "steering_layer": None,
        "csk": dict(_CSK),
        "regime_guidance": "There is room to grow.",
        "intervention_hints": [
            {"severity": "info", "dimension": "R", "score": 0.5, "message": "Add more context to events."}
        ],
    }


@service.operation("atlas_list_frontiers")
def list_frontiers(call: Call[State]) -> Any:
    """List frontiers."""
    names = {"kind": "frontier_kind", "family": "app_family", "regime": "regime"}
    wanted = {names[name]: value for name, value in call.query.items()}
    found = [
        frontier
        for frontier in call.state.frontiers.values()
        if all(frontier[name] == value for name, value in wanted.items())
    ]
    return {"frontiers": found}


@service.operation("atlas_get_frontier_snapshot")
def get_frontier_snapshot(call: Call[State]) -> Any:
    """Return the state of a frontier."""
    return {**call.state.frontier(call.path["frontier_id"]), "as_of": call.state.stamp()}


@service.operation("atlas_get_frontier_history")
@service.operation("atlas_get_frontier_history_delta")
def get_frontier_history(call: Call[State]) -> Any:
    """Return a history without buckets."""
    frontier = call.state.frontier(call.path["frontier_id"])
    return {"frontier_id": frontier["canonical_path"], "buckets": [], "cursor": call.state.stamp()}


@service.operation("atlas_get_frontier_validation")
def get_frontier_validation(call: Call[State]) -> Any:
    """Say that a frontier is as it was."""
    frontier = call.state.frontier(call.path["frontier_id"])
    tolerance = call.query.get("tolerance", 1e-6)
    return {"frontier_id": frontier["canonical_path"], "valid": True, "tolerance": tolerance, "drift": 0.0}


@service.operation("atlas_get_instrumentation_report")
def get_instrumentation_report(call: Call[State]) -> Any:
    """Report on BitBlocks: one without an `event_type` is weak."""
    query = call.query
    bitblocks = [each for slot in call.state.slots.values() for each in slot.bitblocks]
    wanted = query.get("frontier_id")
    seen = [each for each in bitblocks if wanted in (None, each["domain"])]
    weak = [each for each in seen if not each["payload"].get("event_type")]
    rate = len(weak) / len(seen) if seen else 0.0
    segments = [
        {
            "frontier_id": domain,
            "event_type": query.get("event_type"),
            "source_app": query.get("source_app"),
            "weak_rate": rate,
            "weak_events": sum(each["domain"] == domain for each in weak),
            "total_events": sum(each["domain"] == domain for each in seen),
            "sample_missing_dimensions": ["event_type"],
        }
        for domain in sorted({each["domain"] for each in weak})
    ]
    return {
        **{name: query.get(name) for name in ("family", "frontier_id", "source_app", "event_type")},
        "window_days": query.get("window_days", 14),
        "summary": {
            "total_events": len(seen),
            "strong_events": len(seen) - len(weak),
            "weak_events": len(weak),
            "weak_rate": rate,
            "status_counts": {"weak": len(weak), "strong": len(seen) - len(weak)},
            "missing_dimension_counts": {"event_type": len(weak)},
        },
        "weak_segments": segments[: query.get("limit")],
    }


@service.operation("atlas_get_intervention_report")
def get_intervention_report(call: Call[State]) -> Any:
    """Report that there were none."""
    return {"interventions": [], "window_days": call.query.get("window_days", 14)}


@service.operation("atlas_register_app")
def register_app(call: Call[State]) -> Any:
    """Register an app; a workflow without a frontier gets one."""
    body, state = call.body, call.state
    if body["token_ttl_seconds"] < 1:
        raise invalid("token_ttl_seconds", "must be 1 or more")
    specs = {spec["workflow"]: spec for spec in body.get("workflow_specs", [])}
    for workflow, spec in specs.items():
        # Null is what an answer may say.
        if not workflow:
            raise invalid("workflow", "must be a name")
        if spec.get("pulse_type") not in _PULSES:
            raise invalid("pulse_type", "must be slot_stream, pgdag or batch")
    record = {
        "app_id": new_id("app"),
        "app_name": body["app_name"],
        "app_family": body["app_family"],
        "client_id": f"atl_{secrets.token_hex(8)}",
        "declared_workflows": body["declared_workflows"],
        "status": "active",
        "created_at": state.stamp(),
    }
    app = App(record, f"atl_sec_{secrets.token_hex(16)}", list(specs.values()), body["token_ttl_seconds"])
    for workflow in dict.fromkeys([*body["declared_workflows"], *specs]):
        spec = specs.get(workflow, {})
        _bind(state, app, workflow, spec.get("frontier_id"), spec.get("pulse_type"))
    state.apps[record["app_id"]] = app
    return {
        "app_id": record["app_id"],
        "client_id": record["client_id"],
        "client_secret": app.secret,
        "bindings": list(app.bindings.values()),
        "workflow_specs": app.specs,
    }


def _bind(state: State, app: App, workflow: str, path: str | None, pulse: str | None = None) -> Json:
    made = path is None
    path = path or f"{app.record['app_family']}.{workflow}.v1"
    state.add_frontier(path, pulse=pulse)
    app.bindings[workflow] = {
        "workflow": workflow,
        "frontier": path,
        "source_kind": "auto" if made else "declared",
        "auto_provisioned": made,
    }
    return app.bindings[workflow]


@service.operation("atlas_exchange_token")
def exchange_token(call: Call[State]) -> Any:
    """Exchange client credentials for a token."""
    state = call.state
    for app in state.apps.values():
        known = (app.record["client_id"], app.secret)
        if known == (call.body["client_id"], call.body["client_secret"]):
            token = f"atl_tok_{secrets.token_hex(16)}"
            state.tokens[token] = app.record["app_id"], state.now() + timedelta(seconds=app.ttl)
            return {"access_token": token, "expires_in": app.ttl, "app_id": app.record["app_id"]}
    raise Problem(401, "invalid_client", "The client id or secret is unknown")


def _app(call: Call[State]) -> App:
    app_id = call.path["app_id"]
    own = caller(call).app_id
    if app_id not in call.state.apps or own not in (None, app_id):
        raise missing("app", app_id)
    return call.state.apps[app_id]


@service.operation("atlas_get_env")
def get_env(call: Call[State]) -> Any:
    """Return the variables of an app in either format; their names are provisional."""
    app = _app(call)
    bindings, variables = (
        [],
        {"ATLAS_APP_ID": app.record["app_id"], "ATLAS_CLIENT_ID": app.record["client_id"]},
    )
    for workflow, binding in app.bindings.items():
        prefix = "ATLAS_" + "".join(char if char.isalnum() else "_" for char in workflow.upper())
        frontier = call.state.frontiers[binding["frontier"]]
        variables[f"{prefix}_FRONTIER"] = binding["frontier"]
        bindings.append(
            {
                "workflow": workflow,
                "frontier": binding["frontier"],
                **{name: frontier[name] for name in ("c_max", "regime", "metallic_label", "lambda_score")},
                "auto_provisioned": binding["auto_provisioned"],
                "env_prefix": prefix,
            }
        )
    if call.query["format"] == "dotenv":
        lines = "".join(f"{name}={value}\n" for name, value in variables.items())
        return Answer(lines, content_type="text/plain")
    if call.query["format"] != "json":
        raise invalid("format", "must be json or dotenv")
    known = {name: app.record[name] for name in ("app_id", "client_id", "app_name")}
    return {**known, "bindings": bindings, "env_vars": variables}


@service.operation("atlas_list_apps")
def list_apps(call: Call[State]) -> Any:
    """List apps."""
    rows = [
        {
            **app.record,
            "bound_key_count": len(app.keys),
            "attestation_ready": bool(app.keys),
            "workflow_specs": [_spec(app, workflow) for workflow in app.bindings],
        }
        for app in call.state.apps.values()
    ]
    return {"apps": rows}


def _spec(app: App, workflow: str) -> Json:
    history = [each for each in app.history if each["workflow"] == workflow]
    return {"workflow": workflow, "contract_history": history}


@service.operation("atlas_revoke_app")
def revoke_app(call: Call[State]) -> Any:
    """Revoke an app and its tokens."""
    app_id = _app(call).record["app_id"]
    del call.state.apps[app_id]
    call.state.tokens = {token: known for token, known in call.state.tokens.items() if known[0] != app_id}
    return {"revoked": app_id}


@service.operation("atlas_mint_bound_key")
def mint_bound_key(call: Call[State]) -> Any:
    """Mint a key; this answer is the only one with its secret."""
    app, body = _app(call), call.body
    scopes = body.get("scopes", list(_MINTED_SCOPES))
    key = call.state.add_key(
        caller(call).project_id, body.get("label") or app.record["app_name"], scopes=scopes
    )
    return {"api_key": key.secret, **_bound(call, app, key.record["id"])}


@service.operation("atlas_bind_existing_key")
def bind_existing_key(call: Call[State]) -> Any:
    """Bind a key to an app."""
    return _bound(call, _app(call), call.body["key_id"])


def _bound(call: Call[State], app: App, key_id: str) -> Json:
    key = call.state.key_of_id(key_id)
    key.app_id = app.record["app_id"]
    if key_id not in app.keys:
        app.keys.append(key_id)
    return {
        "prefix": key.record["prefix"],
        "record": {name: key.record[name] for name in ("id", "prefix", "plan", "scopes")},
        "attestation_ready": "attest.write" in key.record["scopes"],
        "effective_frontiers": [binding["frontier"] for binding in app.bindings.values()],
    }


@service.operation("atlas_upsert_binding")
def upsert_binding(call: Call[State]) -> Any:
    """Set the frontier of a workflow."""
    app, body = _app(call), call.body
    binding = _bind(call.state, app, body["workflow"], body["frontier_id"], body.get("pulse_type"))
    contract = {name: value for name, value in body.items() if name not in ("workflow", "history_action")}
    binding |= {name: value for name, value in contract.items() if name != "frontier_id"}
    app.history.append(
        {
            "workflow": body["workflow"],
            "changed_at": call.state.stamp(),
            "action": body.get("history_action", "updated"),
            **contract,
        }
    )
    return {"binding": binding, "attestation_ready": bool(app.keys)}


@service.operation("atlas_list_cards")
def list_cards(call: Call[State]) -> Any:
    """List frontier cards."""
    return {"cards": list(call.state.cards.values())}


@service.operation("atlas_get_card")
def get_card(call: Call[State]) -> Any:
    """Return a frontier card."""
    return _known_card(call)


def _known_card(call: Call[State]) -> Json:
    card_ref = call.path["card_ref"]
    if card_ref not in call.state.cards:
        raise missing("card", card_ref)
    return call.state.cards[card_ref]


@service.operation("atlas_register_card")
def register_card(call: Call[State]) -> Any:
    """Register a frontier card, once."""
    body, state = call.body, call.state
    if body["card_id"] in state.cards:
        raise Problem(409, "card_exists", f"There is a card {body['card_id']} already")
    state.add_frontier(body["card_id"], pulse=body.get("pulse_type"))
    card = state.cards[body["card_id"]] = _card(body["card_id"], "1", body)
    return card


@service.operation("atlas_version_card")
def version_card(call: Call[State]) -> Any:
    """Add a version of a frontier card: what is not given stays."""
    card = _known_card(call)
    number = str(int(card["card_version"]) + 1) if card["card_version"].isdecimal() else "2"
    card |= _card(card["card_id"], call.body.get("card_version", number), {**card["registered"], **call.body})
    return card


def _card(card_id: str, version: str, body: Json) -> Json:
    """Return a card; `registered` is what it was made of, and provisional."""
    capacity = body.get("c_max", body.get("cmax_default", 1.0))
    form = {"native_pulse": body.get("pulse_type"), "pulse_type": body.get("pulse_type")}
    return {
        "card_id": card_id,
        "canonical_path": card_id,
        "frontier_id": card_id,
        "label": body.get("label", card_id),
        "authored_by": body["authored_by"],
        "card_version": body.get("card_version", version),
        "declared_prior": {"family_class": body.get("family_class"), "theoretical_c_max": capacity},
        "empirical_local": {
            "effective_c_max": capacity,
            "effective_source": body.get("cmax_source", "declared"),
        },
        "bindings": {"workflows": body.get("workflow_bindings", [])},
        "frontier_card": {
            "identity": {"app_family": body.get("app_family")},
            "operational_form": {**form, **body.get("operational_form", {})},
            "diagnostics": body.get("diagnostics", {}),
            "notes": body.get("notes", {}),
        },
        "registered": body,
    }


@service.operation("atlas_run_card")
def run_card(call: Call[State]) -> Any:
    """Run the workflow of a card at once; the lane is provisional."""
    card, body = _known_card(call), call.body
    workflow = body.get("workflow") or next(iter(card["bindings"]["workflows"]), None)
    if workflow is None:
        raise invalid("workflow", "must be given: the card has none")
    run = add_run(call.state, workflow, body)
    return {
        "run_id": run["run_id"],
        "workflow": {"lane": "pgdag", "workflow_id": workflow},
        "edge": {"edge_id": new_id("edge")},
        "artifacts": {
            "proof_hash": run["proof_hash"],
            "slot_receipt_id": None,
            "slot_attestation_status": "none",
            "blocks_composed": 0,
            "blocks_attested": 0,
            "blocks_attestation_enqueued": 0,
        },
    }


@service.operation("atlas_list_couplings")
def list_couplings(call: Call[State]) -> Any:
    """List couplings."""
    return {"couplings": _couplings(call, call.query.get("frontier_id"))}


@service.operation("atlas_get_frontier_couplings")
def get_frontier_couplings(call: Call[State]) -> Any:
    """List the couplings of a frontier."""
    frontier_id = call.state.frontier(call.path["frontier_id"])["canonical_path"]
    return {"frontier_id": frontier_id, "couplings": _couplings(call, frontier_id)}


def _couplings(call: Call[State], frontier_id: str | None) -> list[Json]:
    kind, least = call.query.get("coupling_type"), call.query.get("min_strength", 0.0)
    return [
        coupling
        for coupling in call.state.couplings
        if frontier_id in (None, coupling["frontier_a_id"], coupling["frontier_b_id"])
        and kind in (None, coupling["coupling_type"])
        and coupling["strength"] >= least
    ]


@service.operation("atlas_detect_couplings")
def detect_couplings(call: Call[State]) -> Any:
    """Couple the frontiers of a family."""
    frontiers = list(call.state.frontiers.values())
    known = {(each["frontier_a_id"], each["frontier_b_id"]) for each in call.state.couplings}
    found = [
        {
            "frontier_a_id": one["canonical_path"],
            "frontier_b_id": other["canonical_path"],
            "coupling_type": "family",
            "strength": 0.5,
            "direction": "both",
        }
        for index, one in enumerate(frontiers)
        for other in frontiers[index + 1 :]
        if one["canonical_path"].split(".")[0] == other["canonical_path"].split(".")[0]
        and (one["canonical_path"], other["canonical_path"]) not in known
    ]
    call.state.couplings += found
    return {"detected": len(found)}


@service.operation("atlas_calibrate_frontier")
def calibrate_frontier(call: Call[State]) -> Any:
    """Calibrate a frontier."""
    return _calibrated(call, call.state.frontier(call.body["frontier_id"]), call.body["window_days"])


@service.operation("atlas_calibrate_all")
def calibrate_all(call: Call[State]) -> Any:
    """Calibrate every frontier."""
    days = call.query["window_days"]
    return {"results": [_calibrated(call, frontier, days) for frontier in call.state.frontiers.values()]}


def _calibrated(call: Call[State], frontier: Json, window_days: int) -> Json:
    if window_days < 1:
        raise invalid("window_days", "must be 1 or more")
    path, before = frontier["canonical_path"], frontier["c_max"]
    seen = sum(each["domain"] == path for slot in call.state.slots.values() for each in slot.bitblocks)
    frontier["c_max"] = round(1.0 + seen / 100, 6)
    return {
        "frontier": path,
        "previous_cmax": before,
        **{name: frontier[name] for name in ("c_max", "regime", "metallic_label", "lambda_score")},
        "observations": seen,
        "version_tag": call.state.stamp(),
        "csk": dict(_CSK),
    }
