"""NUMA: what every method sends, what the sandbox makes of it, and the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from sbn import SbnClient, SbnError, SbnNotFoundError, SbnServerError

N = "/internal/numa"
Run = Callable[..., Any]

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    (
        "publish",
        lambda c: c.publish_signals(iter([{"a": 1}, [("b", 2)]])),
        f"POST {N}/signals",
        {"signals": [{"a": 1}, {"b": 2}]},
    ),
    ("publish nothing", lambda c: c.publish_signals([]), f"POST {N}/signals", {"signals": []}),
    ("signals", lambda c: c.get_signals(), f"GET {N}/signals?limit=100", None),
    (
        "signals with all",
        lambda c: c.get_signals(
            signal_type="META", frontier_id="f", active_only=False, since="t", lane="control", limit=0
        ),
        f"GET {N}/signals?limit=0&signal_type=META&frontier_id=f&active_only=false&since=t&lane=control",
        None,
    ),
    (
        "signals with empty words",
        lambda c: c.get_signals(signal_type="", frontier_id="", active_only=True, since="", lane=""),
        f"GET {N}/signals?limit=100",
        None,
    ),
    (
        "poll",
        lambda c: c.poll_signals_multilane(cursors={"forecast": "t", "control": None}),
        f"POST {N}/signals/poll",
        {
            "cursors": [{"lane": "forecast", "since": "t"}, {"lane": "control", "since": None}],
            "limit_per_lane": 10,
        },
    ),
    (
        "poll with all",
        lambda c: c.poll_signals_multilane(cursors={}, frontier_id="f", limit_per_lane=0),
        f"POST {N}/signals/poll",
        {"cursors": [], "limit_per_lane": 0, "frontier_id": "f"},
    ),
    ("ack", lambda c: c.ack_signals(("s",)), f"POST {N}/signals/ack", {"signal_ids": ["s"]}),
    (
        "ack by an agent",
        lambda c: c.ack_signals([], agent_id="a"),
        f"POST {N}/signals/ack",
        {"signal_ids": [], "agent_id": "a"},
    ),
    ("publish hints", lambda c: c.publish_hints([{"a": 1}]), f"POST {N}/hints", {"hints": [{"a": 1}]}),
    ("hints", lambda c: c.get_hints(), "GET /api/numa/hints", None),
    ("hints of one", lambda c: c.get_hints(frontier_id="f"), "GET /api/numa/hints?frontier_id=f", None),
    (
        "publish forecast",
        lambda c: c.publish_forecast(frontier_id="f", report={}),
        f"POST {N}/forecast",
        {"frontier_id": "f", "report": {}},
    ),
    (
        "publish forecast with all",
        lambda c: c.publish_forecast(frontier_id="f", report={"a": 1}, generated_at="t"),
        f"POST {N}/forecast",
        {"frontier_id": "f", "report": {"a": 1}, "generated_at": "t"},
    ),
    ("forecast", lambda c: c.get_forecast("a/b.v1"), f"GET {N}/forecast/a%2Fb.v1", None),
    ("forecasts", lambda c: c.list_forecasts(), f"GET {N}/forecast", None),
    ("diagnostics", lambda c: c.get_diagnostics(), "GET /api/numa/diagnostics", None),
]


@pytest.mark.parametrize(("call", "line", "body"), [each[1:] for each in CALLS], ids=[c[0] for c in CALLS])
def test_a_call_sends_what_was_recorded(sent: Any, call: Any, line: str, body: Any) -> None:
    assert sent(lambda client: call(client.numa)) == (line, body)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda c: c.publish_signals({"signal_type": "META"}), TypeError, "signals must be a list"),
        (lambda c: c.publish_signals(["META"]), ValueError, "signals must be a dict"),
        (lambda c: c.publish_hints("hint"), TypeError, "hints must be a list"),
        (lambda c: c.ack_signals("sig"), TypeError, "signal_ids must be a list"),
        (lambda c: c.ack_signals([1]), TypeError, "signal_ids must be a list"),
        (lambda c: c.poll_signals_multilane(cursors="forecast"), ValueError, "cursors must be a dict"),
        (lambda c: c.poll_signals_multilane(cursors={"": None}), ValueError, "lane must"),
        (lambda c: c.poll_signals_multilane(cursors={"control": 5}), ValueError, "cursors must be"),
        (lambda c: c.publish_forecast(frontier_id="", report={}), ValueError, "frontier_id"),
        (lambda c: c.publish_forecast(frontier_id="f", report="r"), ValueError, "report must be a dict"),
        (lambda c: c.get_forecast(""), ValueError, "frontier_id"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, call: Any, error: Any, words: str) -> None:
    with pytest.raises(error, match=words):
        call(make([]).numa)


def test_only_reading_and_acknowledging_are_repeated(make: Any, script_of: Any) -> None:
    repeated: list[Callable[[Any], Any]] = [
        lambda c: c.poll_signals_multilane(cursors={}),
        lambda c: c.ack_signals(["s"]),
    ]
    for call in repeated:
        client = make([answer(503), answer(200, {})])
        assert call(client.numa) == {}
        assert len(script_of(client).requests) == 2
    once: list[Callable[[Any], Any]] = [
        lambda c: c.publish_signals([]),
        lambda c: c.publish_hints([]),
        lambda c: c.publish_forecast(frontier_id="f", report={}),
    ]
    for call in once:
        client = make([answer(503)])
        with pytest.raises(SbnServerError):
            call(client.numa)


# -- the sandbox --------------------------------------------------------------------------------------


def test_signals_on_their_lanes(client: Any, sbn_sandbox: Sandbox) -> None:
    numa = client.numa
    soon = (datetime.now(UTC) + timedelta(seconds=60)).isoformat()
    published = numa.publish_signals(
        [
            {"signal_type": "GEC_HEALTH", "frontier_id": "f", "payload": {"gec": 0.5}, "priority": 1},
            {"signal_type": "FORECAST", "expires_at": soon},
            {"signal_type": "ESCALATION", "signal_id": "mine"},
        ]
    )
    assert published == {"published": 3, "distilled": 0}
    whole = numa.get_signals()
    assert (whole["count"], [each["signal_type"] for each in whole["signals"]]) == (
        3,
        ["GEC_HEALTH", "FORECAST", "ESCALATION"],
    )
    assert numa.get_signals(since=whole["cursor"])["signals"] == []
    assert numa.get_signals(frontier_id="f")["count"] == numa.get_signals(lane="forecast")["count"] == 1
    assert numa.get_signals(signal_type="META")["count"] == 0
    polled = numa.poll_signals_multilane(cursors={"control": None, "forecast": whole["cursor"]})
    control, forecast = polled["lanes"]
    assert (control["signals"][0]["signal_id"], forecast["count"]) == ("mine", 0)
    assert numa.ack_signals(["mine", "none"], agent_id="me") == {"acknowledged": 1}
    assert numa.ack_signals(["mine"]) == {"acknowledged": 0}
    sbn_sandbox.advance(120)
    assert [each["signal_type"] for each in numa.get_signals()["signals"]] == ["GEC_HEALTH"]
    assert numa.get_signals(active_only=False)["count"] == 3


def test_a_poll_goes_on_where_it_ended(client: Any) -> None:
    numa = client.numa
    numa.publish_signals([{"signal_type": "META", "signal_id": str(number)} for number in range(5)])
    cursors: dict[str, str | None] = {"control": None}
    seen: list[str] = []
    while signals := (lane := numa.poll_signals_multilane(cursors=cursors, limit_per_lane=2)["lanes"][0])[
        "signals"
    ]:
        seen += [signal["signal_id"] for signal in signals]
        cursors["control"] = lane["cursor"]
    assert seen == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("signal", [{"signal_id": 5}, {"expires_at": "soon"}])
def test_what_is_no_signal_is_not_published(client: Any, signal: Any) -> None:
    with pytest.raises(SbnError) as caught:
        client.numa.publish_signals([{"signal_type": "META"}, signal])
    assert caught.value.status_code == 422
    assert client.numa.get_signals()["count"] == 0


def test_hints_forecasts_and_diagnostics(client: Any) -> None:
    numa = client.numa
    numa.publish_hints([{"frontier_id": "f", "message": "more"}, {"frontier_id": "g"}])
    assert [each["message"] for each in numa.get_hints(frontier_id="f")["hints"]] == ["more"]
    numa.publish_forecast(frontier_id="f", report={"risk_band": "low", "days": [1, 2]}, generated_at="t")
    numa.publish_forecast(frontier_id="f", report={"risk_band": "high"})
    assert numa.get_forecast("f")["risk_band"] == "high"
    assert len(numa.list_forecasts()["items"]) == 1
    with pytest.raises(SbnNotFoundError):
        numa.get_forecast("g")
    numa.publish_signals([{"signal_type": "META", "frontier_id": "f"}])
    assert numa.get_diagnostics() == {
        "status": "ok",
        "summary": "1 active signals",
        "frontiers": [{"frontier_id": "f", "active_signals": 1}],
    }


# -- the command ---------------------------------------------------------------------------------------


def test_the_command_and_signals(sbn: Run, tmp_path: Path, sbn_sandbox: Sandbox) -> None:
    file = tmp_path / "signals.json"
    file.write_text('[{"signal_type": "META", "signal_id": "one"}, {"signal_type": "FORECAST"}]')
    signals = ("numa", "signals")
    assert sbn("-f", "quiet", *signals, "publish", str(file)).stdout == "2"
    one = '{"signal_type": "AUDIT", "signal_id": "two", "frontier_id": "f"}'
    assert "Published  1" in sbn(*signals, "publish", "-", input=one).stdout
    listed = sbn("-f", "quiet", *signals, "list", "--lane", "control").stdout
    assert listed == "one\ntwo"
    assert sbn("-f", "quiet", *signals, "list", "--signal-type", "AUDIT", "--frontier", "f").stdout == "two"
    table = sbn(*signals, "list").stdout
    assert "AUDIT" in table
    assert "Cursor" in table
    polled = sbn("-f", "quiet", *signals, "poll", "--cursor", "control=", "--cursor", "forecast=")
    assert polled.stdout == "3"
    assert sbn_sandbox.requests("numa_poll_signals")[0]["body"]["cursors"][0] == {
        "lane": "control",
        "since": None,
    }
    cursor = json.loads(sbn("-f", "json", *signals, "list").stdout)["cursor"]
    assert "forecast" in sbn(*signals, "poll", "--cursor", f"forecast={cursor}").stdout
    assert sbn("-f", "quiet", *signals, "poll").stdout == "0"
    assert sbn("-f", "quiet", *signals, "ack", "one", "two", "--agent-id", "me").stdout == "2"
    assert "Acknowledged  0" in sbn(*signals, "ack", "one").stdout
    assert sbn("-f", "quiet", *signals, "list", "--all", "--lane", "control").stdout == listed


def test_the_command_and_the_rest(sbn: Run, sbn_sandbox: Sandbox) -> None:
    with SbnClient(base_url=sbn_sandbox.base_url, timeout=30) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        client.numa.publish_hints([{"hint_id": "h", "message": "more"}])
        client.numa.publish_forecast(frontier_id="f", report={"summary": "fine"})
    assert sbn("-f", "quiet", "numa", "hints").stdout == "h"
    assert "more" in sbn("numa", "hints").stdout
    assert sbn("-f", "quiet", "numa", "diagnostics").stdout == "ok"
    sbn("numa", "signals", "publish", "-", input='{"signal_type": "META", "frontier_id": "f"}')
    shown = sbn("numa", "diagnostics").stdout
    assert "1 active signals" in shown
    assert "Frontiers" in shown
    assert sbn("-f", "quiet", "numa", "forecasts", "list").stdout == "f"
    assert "fine" in sbn("numa", "forecasts", "list").stdout
    assert "fine" in sbn("numa", "forecasts", "get", "f").stdout
    assert json.loads(sbn("-f", "json", "numa", "forecasts", "get", "f").stdout)["frontier_id"] == "f"


def test_a_command_that_fails(sbn: Run) -> None:
    assert sbn("numa", "signals").exit_code == 2
    assert sbn("numa", "signals", "ack").exit_code == 2
    assert sbn("numa", "signals", "poll", "--cursor", "control").exit_code == 2
    assert sbn("numa", "signals", "publish", "-", input="[1]").exit_code == 1
    assert sbn("numa", "forecasts", "get", "none").exit_code == 1
