"""Slot sessions: the way of a slot from its opening to its closure, and what goes wrong on it."""

from __future__ import annotations

import json
from itertools import repeat
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox, running
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sbn import SbnClient, SbnError, SbnNotFoundError
from sbn.models import SlotReceipt

SLOT = answer(200, {"data": {"id": "slot_1", "receipt_id": "r_1", "opened_at": "2026-01-02T03:04:05Z"}})
CLOSED = answer(
    200,
    {
        "data": {
            "slot_id": "slot_1",
            "receipt_id": "r_1",
            "closed_at": "2026-01-02T03:05:05Z",
            "blocks_composed": 2,
        }
    },
)
BLOCK = answer(200, {"data": {"id": "bb_1", "generation": 1}})
REFUSED = answer(500, {"error": "boom"})


def session(client: Any, **more: Any) -> Any:
    return client.open_slot(worker_id="w-1", task_type="t", domain="d", **more)


def lines(engine: Any) -> list[str]:
    return [f"{request.method} {request.target}" for request in engine.requests]


def body(engine: Any, number: int = -1) -> Any:
    return json.loads(engine.requests[number].content)


def test_opening_a_session_sends_nothing(make: Any, script_of: Any) -> None:
    client = make([])
    found = session(client)
    assert (found.slot, found.receipt, found.submitted) == (None, None, [])
    with pytest.raises(RuntimeError, match="not open"):
        _ = found.slot_id
    assert script_of(client).requests == []


def test_the_interval_travels_twice_and_the_domain_does_not(make: Any, script_of: Any) -> None:
    client = make([SLOT, CLOSED])
    with session(client, generation_interval=1800, metadata={"a": 1, "generation_interval": 5}):
        pass
    assert body(script_of(client), 0) == {
        "worker_id": "w-1",
        "task_type": "t",
        "generation_interval": 1800,
        "metadata": {"a": 1, "generation_interval": 1800},
    }


@pytest.mark.parametrize(
    ("send", "block_type", "payload", "metadata"),
    [
        (
            lambda s: s.event({"event_type": "delivery", "booking_id": "b"}),
            "Action",
            {
                "action": "delivery",
                "score": 1.0,
                "reinforced": True,
                "event_type": "delivery",
                "booking_id": "b",
            },
            {"worker_id": "w-1"},
        ),
        (
            lambda s: s.event({"score": "0.5", "reinforced": 0, "action": None, "event_type": "x"}),
            "Action",
            {"action": None, "score": "0.5", "reinforced": 0, "event_type": "x"},
            {"worker_id": "w-1"},
        ),
        (
            lambda s: s.event({}, metadata={"worker_id": "other", "k": 1}),
            "Action",
            {"action": "event", "score": 1.0, "reinforced": True},
            {"worker_id": "other", "k": 1},
        ),
        (
            lambda s: s.action("lift", score=0.5, reinforced=False, reps=3),
            "Action",
            {"action": "lift", "score": 0.5, "reinforced": False, "reps": 3},
            {"worker_id": "w-1"},
        ),
        (
            lambda s: s.interaction(score=0.25, with_="x"),
            "Interaction",
            {"score": 0.25, "weight": 1.0, "with_": "x"},
            {"worker_id": "w-1"},
        ),
        (lambda s: s.submit_raw(block_type="Any", payload={"a": 1}, metadata={}), "Any", {"a": 1}, None),
    ],
)
def test_what_a_helper_sends(
    make: Any, script_of: Any, send: Any, block_type: str, payload: Any, metadata: Any
) -> None:
    client = make([SLOT, BLOCK, CLOSED])
    with session(client) as stream:
        block = send(stream)
        assert stream.submitted == [block]
    sent = body(script_of(client), 1)
    wanted = {"slot_id": "slot_1", "block_type": block_type, "domain": "d", "payload": payload}
    assert sent == wanted | ({} if metadata is None else {"metadata": metadata})


class _Silent(str):
    """A text that cannot be shown."""

    __slots__ = ()

    def __str__(self) -> str:
        raise AssertionError("shown")

    __repr__ = __str__


def test_a_figure_that_is_a_text_is_read_without_showing_it(make: Any, script_of: Any) -> None:
    client = make([SLOT, BLOCK, CLOSED])
    with session(client) as stream:
        stream.burden_pulse("late", burden_hint=_Silent("none"), contribution={"y_delta": _Silent("2.5")})
    contribution = body(script_of(client), 1)["payload"]["contribution"]
    assert (contribution["y_delta"], "burden_hint" in contribution) == (2.5, False)


@pytest.mark.parametrize("domain", [False, 0, -0.0, ["d"]])
def test_a_domain_that_is_no_string_is_refused(make: Any, script_of: Any, domain: Any) -> None:
    client = make([SLOT, CLOSED])
    with session(client) as stream, pytest.raises(TypeError, match="domain must be a str"):
        stream.submit_raw(block_type="Any", payload={"a": 1}, domain=domain)
    assert len(lines(script_of(client))) == 2


def test_the_receipt_has_what_the_closure_said(make: Any) -> None:
    with session(make([SLOT, CLOSED])) as stream:
        assert stream.receipt is None
    assert stream.receipt == SlotReceipt("slot_1", "r_1", "2026-01-02T03:05:05+00:00", 2, 0, [])


def test_an_empty_closure_has_no_receipt_and_no_text_none(make: Any) -> None:
    with session(make([SLOT, answer(204)])) as stream:
        pass
    assert stream.receipt == SlotReceipt("slot_1", None)


def test_a_failed_close_after_a_clean_body_is_raised_and_may_be_repeated(make: Any, script_of: Any) -> None:
    client = make([SLOT, REFUSED, CLOSED])
    with pytest.raises(SbnError) as caught, session(client) as stream:
        pass
    assert caught.value.unclear
    assert stream.receipt is None
    assert stream.close().receipt_id == "r_1"
    assert lines(script_of(client)) == ["POST /slots", *["POST /slots/slot_1/close"] * 2]


def test_a_failed_close_can_be_followed_by_finalize(make: Any) -> None:
    client = make([SLOT, REFUSED, CLOSED])
    with pytest.raises(SbnError), session(client) as stream:
        pass
    assert stream.finalize().close.blocks_composed == 2


def test_the_error_of_the_body_goes_before_that_of_the_close(make: Any) -> None:
    with pytest.raises(KeyError) as caught, session(make([SLOT, REFUSED])):
        raise KeyError("mine")
    (note,) = caught.value.__notes__
    assert "slot_1 could not be closed" in note
    assert "500" in note


def test_the_slot_is_closed_after_an_error_of_the_body(make: Any) -> None:
    with pytest.raises(KeyError) as caught, session(make([SLOT, CLOSED])) as stream:
        raise KeyError("mine")
    assert not hasattr(caught.value, "__notes__")
    assert stream.receipt is not None


def test_nothing_is_closed_that_was_not_opened(make: Any, script_of: Any) -> None:
    client = make([answer(403, {"error": {"message": "no"}})])
    with pytest.raises(SbnError), session(client):
        pytest.fail("the body must not run")
    assert lines(script_of(client)) == ["POST /slots"]


def test_events_after_the_close_are_refused(make: Any, script_of: Any) -> None:
    client = make([SLOT, CLOSED])
    with session(client) as stream:
        stream.close()
    for late in (lambda: stream.event({}), lambda: stream.action("a"), lambda: stream.interaction(score=1)):
        with pytest.raises(RuntimeError, match="closed"):
            late()
    assert len(script_of(client).requests) == 2


def test_a_session_has_one_slot(make: Any) -> None:
    stream = session(make([SLOT]))
    stream.open()
    with pytest.raises(RuntimeError, match="slot_1"):
        stream.open()


def test_events_are_sent_in_order_and_those_before_a_failure_are_known(make: Any) -> None:
    stream = session(make([SLOT, BLOCK, answer(422, {"message": "bad"})]))
    stream.open()
    with pytest.raises(SbnError, match="bad"):
        stream.events([{"a": 1}, {"a": 2}, {"a": 3}])
    assert len(stream.submitted) == 1


def test_an_event_whose_answer_was_lost_is_not_sent_again(make: Any, script_of: Any) -> None:
    client = make([SLOT, Failure("reset")])
    stream = session(client)
    stream.open()
    with pytest.raises(Exception, match="reset") as caught:
        stream.event({"a": 1})
    assert caught.value.unclear
    assert stream.submitted == []


@pytest.mark.parametrize(
    ("arguments", "refusal", "words"),
    [
        ({"snap_hash": None}, ValueError, "snap_hash"),
        ({"snap_hash": ""}, ValueError, "snap_hash"),
        ({"snap_hash": 7}, TypeError, "snap_hash must be a str"),
        ({"snap_hash": "x", "frontier_id": 7}, TypeError, "frontier_id must be"),
        ({"snap_hash": "x", "metrics": {"m": float("nan")}}, ValueError, "metrics.m must be a finite number"),
        ({"snap_hash": "x", "metadata": {"m": "\ud800"}}, ValueError, "half a character"),
    ],
    ids=["no hash", "an empty hash", "a number", "a numeric frontier", "NaN", "a surrogate"],
)
def test_finalize_checks_its_arguments_before_it_closes(
    make: Any, arguments: dict[str, Any], refusal: type[Exception], words: str
) -> None:
    client = make([SLOT, BLOCK])
    stream = session(client)
    stream.open()
    with pytest.raises(refusal, match=words):
        stream.finalize(request_attestation=True, **arguments)
    assert stream.receipt is None
    stream.event({"still": "open"})


def test_finalize_attests_once(make: Any, script_of: Any) -> None:
    client = make([SLOT, CLOSED, answer(200, {"status": "accepted"}), answer(200, {"status": "other"})])
    with session(client) as stream:
        pass
    first = stream.finalize(request_attestation=True, snap_hash="sha256:x", frontier_id="f", metrics={"m": 1})
    again = stream.finalize(request_attestation=True, snap_hash="sha256:x", frontier_id="f", metrics={"m": 1})
    assert first == again
    assert first.attestation == {"status": "accepted"}
    assert len(script_of(client).requests) == 3
    assert stream.finalize(request_attestation=True, snap_hash="another").attestation == {"status": "other"}


def test_a_failed_attestation_keeps_the_receipt_and_may_be_repeated(make: Any) -> None:
    stream = session(make([SLOT, CLOSED, REFUSED, answer(200, {"status": "accepted"})]))
    stream.open()
    with pytest.raises(SbnError):
        stream.finalize(request_attestation=True, snap_hash="x")
    assert stream.receipt is not None
    assert stream.finalize(request_attestation=True, snap_hash="x").attestation == {"status": "accepted"}


def test_finalize_without_attestation_has_none(make: Any) -> None:
    stream = session(make([SLOT, CLOSED]))
    with pytest.raises(RuntimeError, match="not open"):
        stream.finalize()
    stream.open()
    assert stream.finalize().attestation is None


def test_a_session_of_a_raw_view_works(make: Any) -> None:
    with session(make([SLOT, BLOCK, CLOSED]).raw) as stream:
        assert stream.event({"a": 1}).id == "bb_1"


def test_generations_follow_the_clock_and_become_blocks(client: Any, sbn_sandbox: Sandbox) -> None:
    with session(client, generation_interval=60) as stream:
        stream.events([{"n": 1}, {"n": 2}])
        sbn_sandbox.advance(61)
        stream.event({"n": 3})
        assert [each.generation for each in stream.list_bitblocks()] == [0, 0, 1]
        assert [each.payload["n"] for each in stream.list_bitblocks(generation=1)] == [3]
    assert stream.receipt.blocks_composed == 2
    blocks = stream.list_slot_blocks()
    assert (blocks["slot_state"], blocks["count"]) == ("closed", 2)
    parts = client.blocks.get_bitblocks(blocks["blocks"][0]["id"], include_stack=True)
    assert (parts["count"], len(parts["stack"])) == (2, 1)
    assert client.gateway.fetch_receipt(stream.receipt.receipt_id).subject_type == "slot"
    with pytest.raises(SbnError, match="closed") as caught:
        stream.close()
    assert caught.value.status_code == 409


def test_reports_of_a_slot_that_is_not_there(client: Any) -> None:
    with pytest.raises(SbnNotFoundError):
        client.gateway.list_slot_blocks("slot_nowhere")


class Sessions(RuleBasedStateMachine):
    """A session against the sandbox, with faults on its way, next to a model of three states."""

    sandbox: Any

    @initialize()
    def begin(self) -> None:
        self.sandbox.clear_faults()
        self.client = SbnClient(base_url=self.sandbox.base_url, max_retries=0)
        self.client.authenticate_api_key(self.sandbox.api_key)
        self.session = session(self.client)
        self.state = "new"
        self.sent = 0
        self.attested: set[str] = set()
        self.before = len(self.sandbox.requests("gateway_request_attestation"))

    def teardown(self) -> None:
        if hasattr(self, "client"):
            self.client.close()

    def fault(self, operation: str) -> None:
        self.sandbox.fault("status", status=503, operation=operation)

    @precondition(lambda self: self.state == "new")
    @rule(fails=st.booleans())
    def open(self, fails: bool) -> None:
        if fails:
            self.fault("gateway_create_slot")
            with pytest.raises(SbnError):
                self.session.open()
            return
        self.session.open()
        self.state = "open"

    @precondition(lambda self: self.state != "new")
    @rule()
    def open_again(self) -> None:
        with pytest.raises(RuntimeError):
            self.session.open()

    @rule(fails=st.booleans())
    def event(self, fails: bool) -> None:
        if self.state != "open":
            with pytest.raises(RuntimeError):
                self.session.event({"n": self.sent})
            return
        if fails:
            self.fault("bitblocks_submit")
            with pytest.raises(SbnError):
                self.session.event({"n": self.sent})
            return
        assert self.session.event({"n": self.sent}).payload["n"] == self.sent
        self.sent += 1

    @precondition(lambda self: self.state == "open")
    @rule(fails=st.booleans())
    def leave(self, fails: bool) -> None:
        if fails:
            self.fault("gateway_close_slot")
            with pytest.raises(SbnError):
                self.session.__exit__(None, None, None)
            return
        self.session.__exit__(None, None, None)
        self.state = "closed"

    @precondition(lambda self: self.state == "closed")
    @rule()
    def leave_again(self) -> None:
        receipt = self.session.receipt
        self.session.__exit__(None, None, None)
        assert self.session.receipt is receipt

    @rule(snap_hash=st.sampled_from(["", "a", "b"]), attest=st.booleans())
    def finalize(self, snap_hash: str, attest: bool) -> None:
        if attest and not snap_hash:
            with pytest.raises(ValueError if self.state != "new" else (ValueError, RuntimeError)):
                self.session.finalize(request_attestation=True, snap_hash=snap_hash)
            return
        if self.state == "new":
            with pytest.raises(RuntimeError):
                self.session.finalize(request_attestation=attest, snap_hash=snap_hash)
            return
        result = self.session.finalize(request_attestation=attest, snap_hash=snap_hash)
        self.state = "closed"
        assert result.close == self.session.receipt
        assert (result.attestation is None) is not attest
        if attest:
            self.attested.add(snap_hash)

    @invariant()
    def the_session_is_in_its_state(self) -> None:
        if not hasattr(self, "state"):
            return
        assert (self.session.slot is None) == (self.state == "new")
        assert (self.session.receipt is not None) == (self.state == "closed")
        assert [block.payload["n"] for block in self.session.submitted] == list(range(self.sent))

    @invariant()
    def a_hash_is_attested_once(self) -> None:
        if hasattr(self, "state"):
            asked = len(self.sandbox.requests("gateway_request_attestation")) - self.before
            assert asked == len(self.attested)


@pytest.fixture(scope="module")
def served() -> Any:
    with running("sbn") as sandbox:
        yield sandbox


def test_sessions_as_a_state_machine(served: Any) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Sessions.sandbox = served
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Sessions,
        settings=settings(
            max_examples=20,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_always_the_same_answer_for_the_same_slot(make: Any) -> None:
    stream = session(make(repeat(SLOT)))
    assert stream.open().id == stream.slot_id == stream.slot.id
