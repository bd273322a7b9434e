"""GEC: coefficients, the registry of frontiers, custom frontiers. The numbers are provisional.

What a frontier is measured by are the BitBlocks of its domain, by their `score`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import timedelta
from statistics import NormalDist, StatisticsError, fmean
from typing import Any

from clientkit_sandbox._sbn.service import service
from clientkit_sandbox._sbn.state import Json, State, invalid, missing, moment
from clientkit_sandbox.engine import Answer, Call, Problem

# Provisional: what a calibration needs, and how a state follows another.
_ENOUGH = 3
_METALS = ((0.8, "gold"), (0.5, "silver"), (-math.inf, "bronze"))


@service.operation("gec_list_frontiers")
def list_frontiers(call: Call[State]) -> Any:
    """Return the registry, or say that the caller has it."""
    domains = _domains(call.state)
    tag = f'"{_version(call.state, domains)}"'
    if call.headers.get("if-none-match") == tag:
        return Answer(None, 304, {"ETag": tag})
    return Answer({"domains": domains}, headers={"ETag": tag})


@service.operation("gec_get_frontier_bundle")
def get_frontier_bundle(call: Call[State]) -> Any:
    """Return the registry with its hash."""
    domains = _domains(call.state)
    return {
        "bundle": {"domains": domains},
        "snapchore_hash": call.state.hash({"domains": domains}),
        "version": _version(call.state, domains),
        "loaded_at": call.state.stamp(),
    }


def _domains(state: State) -> dict[str, list[Json]]:
    active = [each for each in state.custom_frontiers.values() if each["state"] == "active"]
    domains: dict[str, list[Json]] = {}
    for path, frontier in state.frontiers.items():
        row = {"frontier_id": path, "c_max": frontier["c_max"], "regime": frontier["regime"]}
        domains.setdefault(frontier["app_family"], []).append(row)
    if active:
        domains["custom"] = [{"frontier_id": each["id"], "c_max": each["c_max"]} for each in active]
    return domains


def _version(state: State, domains: dict[str, list[Json]]) -> str:
    return state.hash({"domains": domains})[:16]


@service.operation("gec_compute")
def compute(call: Call[State]) -> Any:
    """Compute what is reached of the capacity, with an interval by the delta method."""
    body = call.body
    alpha = body.get("alpha", 0.05)
    if not 0 < alpha < 1:
        raise invalid("alpha", "must be above 0 and below 1")
    frontier_id = body.get("frontier_id")
    known = 1.0 if frontier_id is None else _capacity(call.state, frontier_id)
    c_max = body.get("c_max", known)
    if body["x"] == 0 or c_max <= 0 or body.get("n", 1) < 1:
        raise invalid("x, c_max or n", "must be other than 0, above 0, and at least 1")
    try:
        gec0, half = _measured(body, c_max, alpha)
    except (ArithmeticError, StatisticsError):
        gec0 = half = math.inf
    if not math.isfinite(gec0) or not math.isfinite(half):
        raise invalid("y, x and alpha", "lead to no number")
    return {
        "gec0": gec0,
        "ci": [gec0 - half, gec0 + half],
        "csk": body.get("csk", {}),
        "lambda_score": min(max(gec0, 0.0), 1.0),
        "metallic_label": _metal(gec0),
        "attractor": None,
        "frontier": frontier_id,
    }


def _measured(body: Json, c_max: float, alpha: float) -> tuple[float, float]:
    x = float(body["x"])
    ratio = body["y"] / x
    variance = (
        body.get("var_y", 0.0) - 2 * ratio * body.get("cov_yx", 0.0) + ratio**2 * body.get("var_x", 0.0)
    )
    spread = (variance / x**2 + (ratio / c_max) ** 2 * body.get("var_cmax", 0.0)) / c_max**2
    # By symmetry; the other end is 1.0 for an alpha that is very small.
    quantile = -NormalDist().inv_cdf(alpha / 2)
    return ratio / c_max, quantile * math.sqrt(max(spread, 0.0) / body.get("n", 1))


def _metal(gec0: float) -> str:
    return next(label for least, label in _METALS if gec0 >= least)


def _capacity(state: State, frontier_id: str) -> float:
    custom = state.custom_frontiers.get(frontier_id)
    if custom is None:
        return float(state.frontier(frontier_id)["c_max"])
    if custom["state"] != "active":
        raise Problem(409, "frontier_not_active", f"The frontier {frontier_id} is {custom['state']}")
    return float(custom["c_max"])


@service.operation("gec_get_frontier_health")
def get_frontier_health(call: Call[State]) -> Any:
    """Return what the last days say of a frontier."""
    frontier_id, days = call.path["frontier_id"], call.query.get("days", 30)
    if not 1 <= days <= 3650:
        raise invalid("days", "must be 1 to 3650")
    c_max = _capacity(call.state, frontier_id)
    since = call.state.now() - timedelta(days=days)
    blocks = [each for each in _bitblocks(call.state, frontier_id) if moment("", each["created_at"]) >= since]
    found = [score / c_max for score in _scores(blocks)]
    average = fmean(found) if found else None
    return {
        "frontier_id": frontier_id,
        "current_gec0": found[-1] if found else None,
        "avg_gec": average,
        "trend": "flat"
        if average is None or found[-1] == average
        else "up"
        if found[-1] > average
        else "down",
        "metallic_label": None if average is None else _metal(average),
        "ci": None,
        "csk_health": {},
        "attractor": None,
        "n": len(found),
        "days": days,
        "frontier_c_max": c_max,
        "updated_at": call.state.stamp(),
    }


def _bitblocks(state: State, frontier_id: str) -> list[Json]:
    found = [each for slot in state.slots.values() for each in slot.bitblocks]
    return [each for each in found if each["domain"] == frontier_id]


def _scores(bitblocks: Iterable[Json]) -> list[float]:
    scores = (each["payload"].get("score") for each in bitblocks)
    return [float(score) for score in scores if type(score) in (int, float) and abs(score) < 1e9]


@service.operation("gec_start_calibration")
def start_calibration(call: Call[State]) -> Any:
    """Calibrate a draft: what is measured from now on counts."""
    frontier = _custom(call, "draft")
    frontier["state"] = "calibrating"
    call.state.calibrated_from[frontier["id"]] = len(_bitblocks(call.state, frontier["id"]))
    return {
        "custom_frontier": frontier,
        "instructions": f"Send {_ENOUGH} BitBlocks or more of the domain {frontier['id']}, then complete.",
    }


@service.operation("gec_complete_calibration")
def complete_calibration(call: Call[State]) -> Any:
    """Activate a frontier that is calibrating, once enough was measured."""
    frontier = _custom(call, "calibrating")
    begin = call.state.calibrated_from[frontier["id"]]
    scores = _scores(_bitblocks(call.state, frontier["id"])[begin:])
    if len(scores) < _ENOUGH:
        current = {"observations": len(scores), "needed": _ENOUGH}
        return {"state": "calibrating", "reason": "too few observations", "current": current}
    frontier |= {"state": "active", "c_max": max(max(scores), 1e-6)}
    measured = {"observations": len(scores), "mean": fmean(scores), "c_max": frontier["c_max"]}
    return {"state": "active", "measured": measured, "custom_frontier": frontier}


@service.operation("gec_suspend_frontier")
def suspend_frontier(call: Call[State]) -> Any:
    """Suspend an active frontier; twice is once."""
    frontier = _custom(call, "active", "suspended")
    frontier["state"] = "suspended"
    return {"custom_frontier": frontier}


@service.operation("gec_unsuspend_frontier")
def unsuspend_frontier(call: Call[State]) -> Any:
    """Activate a suspended frontier; twice is once."""
    frontier = _custom(call, "suspended", "active")
    frontier["state"] = "active"
    return {"custom_frontier": frontier}


def _custom(call: Call[State], *states: str) -> Json:
    frontier_id = call.path["frontier_id"]
    frontier = call.state.custom_frontiers.get(frontier_id)
    if frontier is None:
        raise missing("custom frontier", frontier_id)
    if frontier["state"] not in states:
        message = f"The frontier {frontier_id} is {frontier['state']}, not {' or '.join(states)}"
        raise Problem(409, "wrong_state", message)
    return frontier
