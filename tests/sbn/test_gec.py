"""GEC: what every method sends, and what the sandbox makes of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from sbn import AsyncSbnClient, SbnClient, SbnError, SbnNotFoundError, SbnTransportError

G = "/api/gec"
C = "/internal/project/frontiers/custom"
DRAFT = "custom.demo.v1"
KNOWN = "kinetic.pushup.amrap.v1"

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    ("frontiers", lambda c: c.list_frontiers(), f"GET {G}/frontiers", None),
    ("bundle", lambda c: c.get_frontier_bundle(), f"GET {G}/frontiers/bundle", None),
    ("compute", lambda c: c.compute(1, 2.5), f"POST {G}/compute", {"y": 1, "x": 2.5}),
    (
        "compute with all",
        lambda c: c.compute(
            1,
            2,
            frontier_id="f",
            c_max=0.0,
            var_y=0.1,
            var_x=0.2,
            var_cmax=0.3,
            n=0,
            cov_yx=0,
            alpha=0.01,
            csk={"S": 1},
        ),
        f"POST {G}/compute",
        {
            "y": 1,
            "x": 2,
            "frontier_id": "f",
            "c_max": 0.0,
            "var_y": 0.1,
            "var_x": 0.2,
            "var_cmax": 0.3,
            "n": 0,
            "cov_yx": 0,
            "alpha": 0.01,
            "csk": {"S": 1},
        },
    ),
    (
        "compute with defaults",
        lambda c: c.compute(0, 0, var_y=0, var_x=0.0, var_cmax=-0.0, alpha=0.05, csk={}),
        f"POST {G}/compute",
        {"y": 0, "x": 0, "csk": {}},
    ),
    ("health", lambda c: c.get_frontier_health("a.b"), f"GET {G}/frontiers/a.b/health", None),
    (
        "health of a week",
        lambda c: c.get_frontier_health("a/b", days=7),
        f"GET {G}/frontiers/a%2Fb/health?days=7",
        None,
    ),
    (
        "health of no day",
        lambda c: c.get_frontier_health("f", days=0),
        f"GET {G}/frontiers/f/health?days=0",
        None,
    ),
    ("start", lambda c: c.start_calibration("f"), f"POST {C}/f/calibrate/start", None),
    ("complete", lambda c: c.complete_calibration("f"), f"POST {C}/f/calibrate/complete", None),
    ("suspend", lambda c: c.suspend_frontier("f/g"), f"POST {C}/f%2Fg/suspend", None),
    ("unsuspend", lambda c: c.unsuspend_frontier("f"), f"POST {C}/f/unsuspend", None),
]


@pytest.mark.parametrize(("call", "line", "body"), [each[1:] for each in CALLS], ids=[c[0] for c in CALLS])
def test_a_call_sends_what_was_recorded(sent: Any, call: Any, line: str, body: Any) -> None:
    assert sent(lambda client: call(client.gec)) == (line, body)


def test_the_version_is_asked_for_when_there_is_one(make: Any, script_of: Any) -> None:
    client = make([answer(200, {}), answer(200, {}), answer(200, {})])
    client.gec.list_frontiers()
    client.gec.list_frontiers(if_none_match="")
    client.gec.list_frontiers(if_none_match='"v1"')
    sent = [request.headers.get("If-None-Match") for request in script_of(client).requests]
    assert sent == [None, None, '"v1"']


def test_nothing_new_is_said(make: Any) -> None:
    client = make([answer(304), answer(304, headers={"ETag": '"v1"'})])
    assert client.gec.list_frontiers(if_none_match='"v1"') == {"not_modified": True}
    found = client.raw.gec.list_frontiers(if_none_match='"v1"')
    assert (found.status, found.headers["etag"], found.parse()) == (304, '"v1"', {"not_modified": True})


def test_nothing_new_is_no_answer_to_other_calls(make: Any) -> None:
    with pytest.raises(SbnError) as caught:
        make([answer(304)]).gec.get_frontier_bundle()
    assert caught.value.status_code == 304


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda c: c.compute("1", 2), "y must be a number, got str"),
        (lambda c: c.compute(1, True), "x must be a number, got bool"),
        (lambda c: c.compute(1, float("nan")), "x must be a finite number"),
        (lambda c: c.compute(1, 2, alpha="0.1"), "alpha must be a number, got str"),
        (lambda c: c.compute(1, 2, c_max="9"), "c_max must be a number, got str"),
        (lambda c: c.compute(1, 2, csk="S"), "csk must be a dict"),
        (lambda c: c.get_frontier_health(""), "frontier_id"),
        (lambda c: c.start_calibration(".."), "frontier_id"),
        (lambda c: c.calibrate_frontier("f", lambda: 1, n=-1), "n must be"),
        (lambda c: c.calibrate_frontier("f", lambda: 1, n=1.5), "n must be"),
        (lambda c: c.calibrate_frontier("", lambda: 1), "frontier_id"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call(make([]).gec)


@pytest.mark.parametrize("functions", [("no", None), (None, None), (lambda: 1, "no")])
def test_a_calibration_needs_functions(make: Any, functions: tuple[Any, Any]) -> None:
    with pytest.raises(TypeError, match="must be a function"):
        make([]).gec.calibrate_frontier("f", functions[0], submit_fn=functions[1])


# -- calibrate_frontier --------------------------------------------------------------------------------


def test_a_calibration_runs_the_workflow_and_submits_what_it_gives(make: Any, script_of: Any) -> None:
    client = make([answer(200, {}), answer(200, {"state": "active"})])
    runs = iter([1, None, 0])
    submitted: list[Any] = []
    done = client.gec.calibrate_frontier("f", lambda: next(runs), n=3, submit_fn=submitted.append)
    assert done == {"state": "active"}
    assert submitted == [1, 0]
    paths = [request.target.rpartition("/")[2] for request in script_of(client).requests]
    assert paths == ["start", "complete"]


def test_a_calibration_has_thirty_runs_by_default(make: Any) -> None:
    client = make([answer(200, {}), answer(200, {})])
    seen: list[int] = []
    client.gec.calibrate_frontier("f", lambda: seen.append(1))
    assert len(seen) == 30


def test_what_the_workflow_raises_ends_the_calibration(make: Any, script_of: Any) -> None:
    client = make([answer(200, {})])

    def broken() -> None:
        raise LookupError("no data")

    with pytest.raises(LookupError, match="no data"):
        client.gec.calibrate_frontier("f", broken)
    assert len(script_of(client).requests) == 1


def test_functions_may_be_async_in_the_asynchronous_client(sbn_sandbox: Sandbox) -> None:
    async def calibrated() -> tuple[Any, list[int]]:
        submitted: list[int] = []

        async def workflow() -> int:
            await asyncio.sleep(0)
            return 7

        async def submit(found: int) -> None:
            await asyncio.sleep(0)
            submitted.append(found)

        async with AsyncSbnClient(base_url=sbn_sandbox.base_url, timeout=30) as client:
            client.authenticate_api_key(sbn_sandbox.api_key)
            done = await client.gec.calibrate_frontier(DRAFT, workflow, n=2, submit_fn=submit)
        return done, submitted

    done, submitted = asyncio.run(calibrated())
    assert submitted == [7, 7]
    assert done["state"] == "calibrating"


def test_an_async_function_is_refused_in_the_blocking_client(sbn_sandbox: Sandbox) -> None:
    async def workflow() -> int:
        return 1

    with SbnClient(base_url=sbn_sandbox.base_url, timeout=30) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        with pytest.raises(TypeError, match="async client"):
            client.gec.calibrate_frontier(DRAFT, workflow)


# -- the sandbox --------------------------------------------------------------------------------------


def test_the_registry_and_its_version(client: Any) -> None:
    found = client.raw.gec.list_frontiers()
    paths = [row["frontier_id"] for rows in found.json()["domains"].values() for row in rows]
    assert KNOWN in paths
    tag = found.headers["etag"]
    assert client.gec.list_frontiers(if_none_match=tag) == {"not_modified": True}
    client.atlas.resolve(workflow="new")
    assert "domains" in client.gec.list_frontiers(if_none_match=tag)
    bundle = client.gec.get_frontier_bundle()
    assert client.snapchore.verify(bundle["snapchore_hash"], bundle["bundle"])["valid"]


def test_a_coefficient(client: Any) -> None:
    exact = client.gec.compute(3, 4, c_max=1.5, csk={"S": 0.5})
    assert (exact["gec0"], exact["ci"], exact["csk"]) == (0.5, [0.5, 0.5], {"S": 0.5})
    wide = client.gec.compute(3, 4, var_y=1.0, n=4, frontier_id=KNOWN)
    assert wide["ci"][0] < wide["gec0"] < wide["ci"][1]
    assert wide["frontier"] == KNOWN
    with pytest.raises(SbnError) as caught:
        client.gec.compute(1, 0)
    assert caught.value.status_code == 422
    with pytest.raises(SbnNotFoundError):
        client.gec.compute(1, 1, frontier_id="none.such")


def test_a_level_next_to_0_has_an_interval_as_long_as_there_is_one(client: Any) -> None:
    low, high = client.gec.compute(1, 2, var_y=0.1, alpha=1e-17)["ci"]
    assert low < 0.5 < high
    with pytest.raises(SbnError, match="alpha lead to no number"):
        client.gec.compute(1, 2, var_y=0.1, alpha=5e-324)


def test_a_coefficient_is_computed_again_when_its_answer_is_lost(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("reset", operation="gec_compute", when="after")
    assert client.gec.compute(1, 2)["gec0"] == 0.5
    assert len(sbn_sandbox.requests("gec_compute")) == 2


def test_a_calibration_is_started_once(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("reset", operation="gec_start_calibration", when="after")
    with pytest.raises(SbnTransportError, match="connection broke") as caught:
        client.gec.start_calibration(DRAFT)
    assert caught.value.unclear
    assert len(sbn_sandbox.requests("gec_start_calibration")) == 1


def test_the_life_of_a_custom_frontier(client: Any) -> None:
    gec = client.gec
    with pytest.raises(SbnError) as caught:
        gec.suspend_frontier(DRAFT)
    assert caught.value.status_code == 409
    with client.open_slot(worker_id="w", task_type="t", domain=DRAFT) as stream:
        stream.event({"event_type": "before", "score": 9.0})
        few = gec.calibrate_frontier(DRAFT, lambda: 0.5, n=2)
        assert (few["state"], few["current"]["observations"]) == ("calibrating", 0)
        for score in (0.5, 1.0, 2.0):
            stream.event({"event_type": "run", "score": score})
    done = gec.complete_calibration(DRAFT)
    assert (done["state"], done["measured"]["observations"]) == ("active", 3)
    assert done["custom_frontier"]["c_max"] == 2.0
    assert gec.compute(1, 1, frontier_id=DRAFT)["gec0"] == 0.5
    health = gec.get_frontier_health(DRAFT, days=1)
    assert (health["n"], health["current_gec0"], health["frontier_c_max"]) == (4, 1.0, 2.0)
    gec.suspend_frontier(DRAFT)
    gec.suspend_frontier(DRAFT)
    with pytest.raises(SbnError, match="is suspended"):
        gec.compute(1, 1, frontier_id=DRAFT)
    gec.unsuspend_frontier(DRAFT)
    assert "custom" in gec.list_frontiers()["domains"]


def test_a_frontier_that_is_not_there(client: Any) -> None:
    for call in (client.gec.start_calibration, client.gec.unsuspend_frontier, client.gec.get_frontier_health):
        with pytest.raises(SbnNotFoundError):
            call("none.such")
