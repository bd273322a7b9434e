"""NUMA: signals on lanes with cursors, hints, forecasts, diagnostics. Shapes not named are provisional."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from clientkit_sandbox._sbn.service import page, service
from clientkit_sandbox._sbn.state import Json, Signal, State, invalid, missing, moment, new_id
from clientkit_sandbox.engine import Call

# Provisional: which type goes on which lane; any other goes on `control`.
_LANES = {"GEC_HEALTH": "gec_health", "FORECAST": "forecast"}
_CONTROL = "control"


@service.operation("numa_publish_signals")
def publish_signals(call: Call[State]) -> Any:
    """Publish signals; nothing is distilled."""
    records = [_checked(each) for each in call.body["signals"]]
    now = call.state.now()
    for record in records:
        _publish(call.state, record, now)
    return {"published": len(records), "distilled": 0}


def _checked(signal: Json) -> Json:
    for name in ("signal_id", "signal_type", "frontier_id", "expires_at"):
        if not isinstance(signal.get(name), str | None):
            raise invalid(name, "must be a text")
    if signal.get("expires_at") is not None:
        moment("expires_at", signal["expires_at"])
    return signal


def _publish(state: State, record: Json, at: datetime) -> None:
    known = state.numa.signals
    # No two at the same time: a cursor is a time, and must not skip or repeat any.
    if known and known[-1].at >= at:
        at = known[-1].at + timedelta(microseconds=1)
    lane = _LANES.get(record.get("signal_type") or "", _CONTROL)
    made = {**record, "signal_id": record.get("signal_id") or new_id("sig"), "created_at": at.isoformat()}
    known.append(Signal(made, lane, at))


def _is_active(signal: Signal, now: datetime) -> bool:
    expires = signal.record.get("expires_at")
    return not signal.acknowledged and (expires is None or moment("expires_at", expires) > now)


def _found(
    call: Call[State], *, lane: str | None, since: str | None, frontier_id: str | None, active_only: bool
) -> list[Signal]:
    begin = None if since is None else moment("since", since)
    now = call.state.now()
    return [
        signal
        for signal in call.state.numa.signals
        if lane in (None, signal.lane)
        and (begin is None or signal.at > begin)
        and frontier_id in (None, signal.record.get("frontier_id"))
        and (not active_only or _is_active(signal, now))
    ]


def _listed(found: list[Signal], since: str | None) -> Json:
    cursor = found[-1].at.isoformat() if found else since
    return {"signals": [each.record for each in found], "cursor": cursor, "count": len(found)}


@service.operation("numa_get_signals")
def get_signals(call: Call[State]) -> Any:
    """List signals, oldest first; without `active_only` those as well that are over or acknowledged."""
    query = call.query
    found = _found(
        call,
        lane=query.get("lane"),
        since=query.get("since"),
        frontier_id=query.get("frontier_id"),
        active_only=query.get("active_only", True),
    )
    wanted = query.get("signal_type")
    found = [each for each in found if wanted in (None, each.record.get("signal_type"))]
    return _listed(page(call, found), query.get("since"))


@service.operation("numa_poll_signals")
def poll_signals(call: Call[State]) -> Any:
    """Return what is active and new on each lane."""
    body = call.body
    if body["limit_per_lane"] < 1:
        raise invalid("limit_per_lane", "must be at least 1")
    lanes = []
    for cursor in body["cursors"]:
        lane, since = cursor["lane"], cursor["since"]
        found = _found(call, lane=lane, since=since, frontier_id=body.get("frontier_id"), active_only=True)
        lanes.append({"lane": lane, **_listed(found[: body["limit_per_lane"]], since)})
    return {"lanes": lanes}


@service.operation("numa_ack_signals")
def ack_signals(call: Call[State]) -> Any:
    """Acknowledge signals; those that are not there or were acknowledged before do not count."""
    ids = call.body["signal_ids"]
    found = [
        signal
        for signal in call.state.numa.signals
        if signal.record["signal_id"] in ids and not signal.acknowledged
    ]
    for signal in found:
        signal.acknowledged = True
    return {"acknowledged": len(found)}


@service.operation("numa_publish_hints")
def publish_hints(call: Call[State]) -> Any:
    """Publish hints."""
    made = [{"hint_id": new_id("hint"), **each} for each in call.body["hints"]]
    call.state.numa.hints += made
    return {"published": len(made)}


@service.operation("numa_get_hints")
def get_hints(call: Call[State]) -> Any:
    """List hints."""
    wanted = call.query.get("frontier_id")
    return {"hints": [each for each in call.state.numa.hints if wanted in (None, each.get("frontier_id"))]}


@service.operation("numa_publish_forecast")
def publish_forecast(call: Call[State]) -> Any:
    """Publish the forecast of a frontier; it goes before an earlier one."""
    body, report = call.body, call.body["report"]
    forecast = {
        "frontier_id": body["frontier_id"],
        "report": report,
        "generated_at": body.get("generated_at", call.state.stamp()),
        **{name: report.get(name) for name in ("risk_band", "status", "summary")},
    }
    call.state.numa.forecasts[body["frontier_id"]] = forecast
    return forecast


@service.operation("numa_get_forecast")
def get_forecast(call: Call[State]) -> Any:
    """Return the forecast of a frontier."""
    frontier_id = call.path["frontier_id"]
    if frontier_id not in call.state.numa.forecasts:
        raise missing("forecast of", frontier_id)
    return call.state.numa.forecasts[frontier_id]


@service.operation("numa_list_forecasts")
def list_forecasts(call: Call[State]) -> Any:
    """List forecasts."""
    return {"items": list(call.state.numa.forecasts.values())}


@service.operation("numa_get_diagnostics")
def get_diagnostics(call: Call[State]) -> Any:
    """Return how many signals are active, by frontier."""
    now = call.state.now()
    active = [each.record for each in call.state.numa.signals if _is_active(each, now)]
    names = sorted({each["frontier_id"] for each in active if each.get("frontier_id")})
    rows = [
        {"frontier_id": name, "active_signals": sum(each.get("frontier_id") == name for each in active)}
        for name in names
    ]
    return {"status": "ok", "summary": f"{len(active)} active signals", "frontiers": rows}
