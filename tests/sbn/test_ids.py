"""Operation ids and idempotency keys of BitBlocks: how they travel, come back, and find what was sent."""

from __future__ import annotations

import json
import pickle
from typing import Any

import httpx
import pytest
from clientkit.testing import answer
from clientkit.transport import Failure
from clientkit_sandbox import Sandbox
from sbn import SbnError, SbnTransportError
from sbn.models import BitBlock

BLOCK = {"slot_id": "s", "block_type": "Action", "domain": "d", "payload": {"a": 1}}
DONE = answer(200, {"data": {"id": "bb_1"}})
BUSY = answer(429, {"error": "busy"})


def bodies(engine: Any) -> list[dict[str, Any]]:
    return [json.loads(request.content) for request in engine.requests]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"operation_id": "outbox-1", "idempotency_key": "sha256:k"}, ("outbox-1", "sha256:k")),
        ({"operation_id": "", "idempotency_key": ""}, ("", "")),
        ({"operation_id": 12, "idempotency_key": 0}, ("12", "0")),
    ],
)
def test_given_ids_are_sent_at_the_top_of_the_body(make: Any, script_of: Any, given: Any, sent: Any) -> None:
    client = make([DONE])
    block = client.bitblocks.submit(**BLOCK, **given)
    (body,) = bodies(script_of(client))
    assert body == BLOCK | {"operation_id": sent[0], "idempotency_key": sent[1]}
    assert (block.operation_id, block.idempotency_key) == sent
    headers = {name.lower() for name in script_of(client).requests[0].headers}
    assert not [name for name in headers if "idempotency" in name or "operation" in name]


def test_ids_are_made_once_per_call_and_repeated_with_it(make: Any, script_of: Any) -> None:
    client = make([BUSY, BUSY, DONE, DONE], generate_ids=True)
    blocks = [client.bitblocks.submit(**BLOCK) for _ in range(2)]
    first, again, third, other = bodies(script_of(client))
    assert first == again == third
    assert (blocks[0].operation_id, blocks[0].idempotency_key) == (
        first["operation_id"],
        first["idempotency_key"],
    )
    made = {body[name] for body in (first, other) for name in ("operation_id", "idempotency_key")}
    assert len(made) == 4


def test_none_are_sent_when_the_client_makes_none(make: Any, script_of: Any) -> None:
    client = make([DONE, DONE], generate_ids=False)
    block = client.bitblocks.submit(**BLOCK)
    client.with_options(timeout=5).bitblocks.submit(**BLOCK)
    assert bodies(script_of(client)) == [BLOCK, BLOCK]
    assert (block.operation_id, block.idempotency_key) == (None, None)


@pytest.mark.parametrize(
    ("lost", "kind"),
    [
        (answer(503, {"error": "down"}), SbnError),
        (Failure("cut", sent=True), SbnTransportError),
        (answer(200, b"{"), ValueError),
    ],
)
def test_a_key_makes_no_submit_repeatable_and_is_on_the_error(
    make: Any, script_of: Any, lost: Any, kind: Any
) -> None:
    client = make([lost, DONE], generate_ids=True)
    with pytest.raises(kind) as caught:
        client.bitblocks.submit(**BLOCK)
    error = caught.value
    (body,) = bodies(script_of(client))
    assert error.unclear is True
    assert error.idempotency_key == body["idempotency_key"]
    assert error.sent_ids == (body["operation_id"], body["idempotency_key"])
    assert f"find('s', idempotency_key='{error.idempotency_key}')" in error.__notes__[0]
    assert pickle.loads(pickle.dumps(error)).sent_ids == error.sent_ids


def test_a_refused_submit_points_nowhere(make: Any) -> None:
    client = make([answer(422, {"error": "no"})], generate_ids=True)
    with pytest.raises(SbnError) as caught:
        client.bitblocks.submit(**BLOCK)
    assert caught.value.sent_ids.idempotency_key
    assert not hasattr(caught.value, "__notes__")


@pytest.mark.parametrize("call", ["event", "action", "interaction", "submit_raw"])
def test_a_session_passes_ids_on(make: Any, script_of: Any, call: str) -> None:
    slot = answer(200, {"data": {"id": "slot_1"}})
    client = make([slot, DONE])
    session = client.open_slot(worker_id="w", task_type="t", domain="d")
    session.open()
    ids = {"operation_id": "o", "idempotency_key": "k"}
    what: Any = {
        "event": lambda: session.event({"a": 1}, **ids),
        "action": lambda: session.action("lift", **ids),
        "interaction": lambda: session.interaction(score=1, **ids),
        "submit_raw": lambda: session.submit_raw(block_type="Any", payload={}, **ids),
    }
    what[call]()
    body = bodies(script_of(client))[-1]
    assert ids.items() <= body.items()
    assert not ids.items() & body["payload"].items()


def open_slot(client: Any) -> str:
    slot_id: str = client.gateway.create_slot("w", "t").id
    return slot_id


@pytest.mark.parametrize("when", ["before", "after"])
def test_after_an_unclear_submit_the_key_says_whether_it_took_effect(
    client: Any, sbn_sandbox: Sandbox, when: str
) -> None:
    slot_id = open_slot(client)
    block = {**BLOCK, "slot_id": slot_id}
    kept = client.bitblocks.submit(**block)
    sbn_sandbox.fault("status", status=503, when=when, operation="bitblocks_submit")
    with pytest.raises(SbnError) as caught:
        client.bitblocks.submit(**block)
    found = client.bitblocks.find(slot_id, idempotency_key=caught.value.idempotency_key)
    assert (found is not None) is (when == "after")
    assert client.bitblocks.find(slot_id, operation_id=kept.operation_id).id == kept.id
    assert len(client.bitblocks.list(slot_id).bitblocks) == (2 if found else 1)


def test_a_second_submit_with_the_same_key_is_another_block_unless_the_service_drops_it(
    client: Any, sbn_sandbox: Sandbox
) -> None:
    slot_id = open_slot(client)
    block = {**BLOCK, "slot_id": slot_id, "idempotency_key": "k"}
    first, second = (client.bitblocks.submit(**block) for _ in range(2))
    assert first.id != second.id
    sbn_sandbox.control("POST /double-keys", {"drop": True})
    assert client.bitblocks.submit(**block).id == first.id
    with pytest.raises(ValueError, match="drop"):
        sbn_sandbox.control("POST /double-keys", {"drop": 1})


def test_lost_answers_leave_one_block_here_and_five_with_the_published_policy(
    client: Any, sbn_sandbox: Sandbox
) -> None:
    slots = [open_slot(client) for _ in range(2)]
    sbn_sandbox.fault("status", status=503, when="after", times=6, operation="bitblocks_submit")
    with pytest.raises(SbnError):
        client.bitblocks.submit(**{**BLOCK, "slot_id": slots[0]})
    body = {**BLOCK, "slot_id": slots[1], "idempotency_key": "k"}
    headers = {"x-api-key": sbn_sandbox.api_key}
    for _ in range(5):
        httpx.post(f"{sbn_sandbox.base_url}/api/bitblocks/submit", json=body, headers=headers)
    assert [len(client.bitblocks.list(slot).bitblocks) for slot in slots] == [1, 5]


def test_find_needs_an_id(client: Any) -> None:
    with pytest.raises(ValueError, match="operation_id or idempotency_key"):
        client.bitblocks.find("s")


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        ({"operation_id": "a", "metadata": {"operation_id": "b"}}, ("a", None)),
        ({"payload": {"metadata": {"operation_id": "p", "idempotency_key": "k"}}}, ("p", "k")),
        ({"operation_id": "", "metadata": {"operation_id": "m"}, "idempotency_key": "k"}, ("m", "k")),
    ],
)
def test_ids_are_read_from_the_first_place_that_has_one(data: Any, ids: Any) -> None:
    block = BitBlock.from_dict({"id": "bb", **data})
    assert (block.operation_id, block.idempotency_key) == ids
    assert block.operation_refs == ()
