"""Commits over real HTTP: once, all or none, tried, reversed, found again."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from assetcore_sdk import ActionOptions, Session
from assetcore_sdk.errors import (
    ConflictError,
    HttpError,
    NotFoundError,
    SDKForbiddenError,
    ValidationError,
)
from assetcore_sdk.operations import (
    AddFungible,
    AddInstance,
    CreateContainer,
    Operation,
    PlaceInSlot,
    RegisterClass,
    RegisterClassShape,
    RemoveFungible,
    SwapSlots,
    TransferFungible,
)
from clientkit_sandbox import Sandbox

BALANCE = {"type": "balance", "quantization_inv": 1000}


def add(quantity: Any, container: int | str = "vault") -> AddFungible:
    location = {"kind": "balance", "container_id": container}
    return AddFungible(class_id=100, key=1, quantity=quantity, location=location)


def vault(container: int | str = "vault") -> CreateContainer:
    return CreateContainer(container_id=container, kind=BALANCE, owner=7)


def quantities(reader: Any, container: int | str = "vault", **options: Any) -> list[str]:
    return [each.quantity for each in reader.get_container_balances(container, **options).balances]


def test_what_was_committed_can_be_read(writer: Any, reader: Any) -> None:
    commit = writer.commit_operations([vault(), add("1.5"), add(Decimal("2.25")), add(1)])
    assert (commit.outcome, commit.event_count, commit.namespace) == ("Committed", 4, 1)
    assert commit.world_seq_end - commit.world_seq_start == 3
    balances = reader.get_container_balances("vault", min_world_seq=commit.world_seq_end)
    (balance,) = balances.balances
    assert (balance.class_id, balance.key, balance.quantity) == ("100", 1, "4.75")
    assert balances.freshness.world_seq == commit.world_seq_end
    assert balances.freshness.lag == 0
    assert reader.get_container("vault").kind_type == "balance"


def test_all_seven_arguments_arrive(writer: Any, reader: Any, assetcore_sandbox: Sandbox) -> None:
    commit = writer.commit_operations(
        [vault()],
        5001,
        "key-1",
        {"order": 7},
        "actor-1",
        "policy-1",
        {"client": "tests"},
        correlation_id="trace-1",
    )
    (request,) = assetcore_sandbox.requests("commit_endpoint")
    assert request["path"] == "/v1/write/namespaces/5001/commit"
    assert request["body"] == {
        "operations": [vault().to_envelope()],
        "actor_id": "actor-1",
        "policy_id": "policy-1",
        "idempotency_key": "key-1",
        "metadata": {"order": 7},
        "origin": {"client": "tests"},
    }
    assert commit.idempotency_key == "key-1"
    assert commit.metadata == {"order": 7, "actor_id": "actor-1"}
    assert commit.origin == {"client": "tests"}
    assert commit.client_correlation_id == "trace-1"
    (record,) = reader.query_container_history("vault", namespace_id=5001)
    assert (record.commit_id, record.actor_id) == (commit.commit_id, "actor-1")


def test_dicts_stand_beside_builders(writer: Any, reader: Any) -> None:
    envelope = {"op": "AddFungible", "args": add("0.125").to_envelope()["args"]}
    writer.commit_operations([vault(), envelope, Operation("AddFungible", envelope["args"])])
    assert quantities(reader) == ["0.25"]


def test_a_commit_without_a_key_gets_one(writer: Any, assetcore_sandbox: Sandbox) -> None:
    commits = [writer.commit_operations([vault(number)]) for number in (1, 2)]
    keys = [request["body"]["idempotency_key"] for request in assetcore_sandbox.requests("commit_endpoint")]
    assert [commit.idempotency_key for commit in commits] == keys
    assert len(set(keys)) == 2


def test_the_same_key_gives_the_same_commit(writer: Any, reader: Any) -> None:
    operations = [vault(), add(1)]
    first = writer.commit_operations(operations, idempotency_key="once")
    again = writer.commit_operations(operations, idempotency_key="once")
    assert again.commit_id == first.commit_id
    assert quantities(reader) == ["1"]
    with pytest.raises(ConflictError, match="another payload") as caught:
        writer.commit_operations([add(2)], idempotency_key="once")
    assert caught.value.idempotency_key == "once"


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_happens_once_over_a_broken_connection(
    writer: Any, reader: Any, assetcore_sandbox: Sandbox, when: str
) -> None:
    writer.commit_operations([vault()])
    assetcore_sandbox.fault("reset", operation="commit_endpoint", when=when)
    commit = writer.commit_operations([add(5)])
    first, second = assetcore_sandbox.requests("commit_endpoint")[1:]
    assert first["body"] == second["body"]
    assert commit.idempotency_key == first["body"]["idempotency_key"]
    assert quantities(reader) == ["5"]


def test_the_key_is_on_the_error_when_repeating_did_not_help(
    writer: Any, reader: Any, assetcore_sandbox: Sandbox
) -> None:
    writer.commit_operations([vault()])
    assetcore_sandbox.fault("reset", operation="commit_endpoint", when="after")
    with pytest.raises(HttpError) as caught:
        writer.view(max_retries=0).commit_operations([add(5)])
    error = caught.value
    assert error.unclear
    assert error.idempotency_key is not None
    writer.commit_operations([add(5)], idempotency_key=error.idempotency_key)
    assert quantities(reader) == ["5"]


def test_a_transaction_fails_as_a_whole(writer: Any, reader: Any) -> None:
    writer.commit_operations([vault(), add(3)])
    with pytest.raises(ValidationError) as caught:
        writer.commit_operations([add(1), vault("other"), RemoveFungible(**take(10))])
    error = caught.value
    assert error.error_code == error.code == "INSUFFICIENT_BALANCE"
    assert error.details["operation_index"] == 2
    assert error.details["available"] == "4"
    assert error.retryable is False
    assert error.server_correlation_id.startswith("wr-")
    assert quantities(reader) == ["3"]
    with pytest.raises(NotFoundError) as missing:
        reader.get_container("other")
    assert missing.value.error_code == "CONTAINER_NOT_FOUND"
    assert missing.value.details == {"container_id": "other"}


def take(quantity: Any, container: int | str = "vault") -> dict[str, Any]:
    location = {"kind": "balance", "container_id": container}
    return {"class_id": 100, "key": 1, "quantity": quantity, "from_": location}


def test_a_preflight_changes_nothing(writer: Any, reader: Any) -> None:
    writer.commit_operations([vault(), add(3)])
    before = reader.get_freshness().world_seq
    good = writer.preflight_operations([add(1), RemoveFungible(**take(4))])
    assert good.passed
    assert good.failed is None
    assert good.validated_world_seq == before
    bad = writer.preflight_operations([add(1), RemoveFungible(**take(5)), add(1)])
    assert not bad.passed
    assert bad.failed.index == 1
    assert bad.failed.op == "RemoveFungible"
    assert len(bad.operations) == 2
    assert quantities(reader) == ["3"]
    assert reader.get_freshness().world_seq == before


def test_a_commit_is_reversed_as_long_as_its_state_stands(writer: Any, reader: Any) -> None:
    writer.commit_operations([vault(), add(3)])
    wrong = writer.commit_operations([add(10)])
    undone = writer.reverse_commit(wrong.commit_id, "typed a zero too many", idempotency_key="undo")
    assert undone.commit_id != wrong.commit_id
    assert undone.world_seq_end == wrong.world_seq_end + 1
    assert quantities(reader) == ["3"]
    assert writer.reverse_commit(wrong.commit_id, "typed a zero too many", idempotency_key="undo") == undone
    with pytest.raises(ConflictError, match="cannot be reversed"):
        writer.reverse_commit(wrong.commit_id, "again")
    with pytest.raises(NotFoundError):
        writer.reverse_commit("0000", "no such commit")
    with pytest.raises(ValueError, match="reason must not be empty"):
        writer.reverse_commit(wrong.commit_id, " ")


def test_a_container_that_was_filled_later_is_not_reversed_away(writer: Any, reader: Any) -> None:
    created = writer.commit_operations([vault()])
    writer.commit_operations([add(3)])
    with pytest.raises(ConflictError, match="depends on it"):
        writer.reverse_commit(created.commit_id, "not needed")
    assert quantities(reader) == ["3"]


def test_reversing_is_a_permission_of_its_own(connect: Any, assetcore_sandbox: Sandbox) -> None:
    plain = connect(assetcore_sandbox.write_url, assetcore_sandbox.write_token)
    commit = plain.commit_operations([vault()])
    with pytest.raises(SDKForbiddenError) as caught:
        plain.reverse_commit(commit.commit_id, "may I?")
    assert caught.value.auth_reason == "role_denied"


def test_history_is_paged(writer: Any, reader: Any) -> None:
    commits = [writer.commit_operations([vault(), add(1)])]
    commits += [writer.commit_operations([add(1)]) for _ in range(4)]
    writer.commit_operations([vault("other")])
    page = reader.query_container_history("vault", limit=2)
    assert [each.commit_id for each in page] == [each.commit_id for each in commits[:2]]
    assert page.has_more
    assert page.next_world_seq == commits[2].world_seq_start
    found = reader.iter_commits(limit=2, container_id="vault")
    assert [each.commit_id for each in found] == [each.commit_id for each in commits]
    first = commits[3].world_seq_start
    assert [each.world_seq_start for each in reader.iter_commits(from_world_seq=first, limit=1)] == [
        first,
        first + 1,
        first + 2,
    ]
    assert len(reader.list_commits(limit=100).commits) == 7


def test_the_stream_replays_and_goes_on(writer: Any, reader: Any) -> None:
    first, second = (writer.commit_operations([vault(number)], namespace_id=9) for number in (1, 2))
    entries = reader.collect(reader.read_stream(limit=2, namespace_id=9))
    assert [entry.commit_id for entry in entries] == [first.commit_id, second.commit_id]
    assert entries[0].operations == [vault(1).to_envelope()]
    assert entries[0].freshness.world_seq == second.world_seq_end
    third = writer.commit_operations([vault(3)], namespace_id=9)
    resumed = reader.read_stream(limit=1, last_event_id=entries[-1].event_id, namespace_id=9)
    assert [entry.commit_id for entry in reader.collect(resumed)] == [third.commit_id]
    replayed = reader.read_stream(second.world_seq_start, limit=2, namespace_id=9)
    assert [entry.commit_id for entry in reader.collect(replayed)] == [second.commit_id, third.commit_id]


def test_a_broken_stream_tells_what_it_had(writer: Any, reader: Any, assetcore_sandbox: Sandbox) -> None:
    for number in (1, 2):
        writer.commit_operations([vault(number)], namespace_id=9)
    assetcore_sandbox.fault("truncate", operation="read_stream_endpoint")
    with pytest.raises(HttpError) as caught:
        reader.collect(reader.read_stream(limit=2, namespace_id=9))
    assert len(caught.value.received) == 1


def test_a_read_waits_for_the_session(
    writer: Any, reader: Any, hurried: Any, assetcore_sandbox: Sandbox
) -> None:
    assetcore_sandbox.control("POST /settings", {"lag": 3600})
    session = Session()
    ours, theirs = writer.view(session=session), hurried.view(session=session, deadline=30.0)
    commit = ours.commit_operations([vault(), add(1)])
    assert session.world_seq(1) == commit.world_seq_end
    with pytest.raises(HttpError) as caught:
        theirs.get_container("vault")
    assert caught.value.status == 425
    assert caught.value.attempts > 1
    assert "a longer deadline waits longer" in str(caught.value)
    # Without the session the read answers from where the projection is.
    assert reader.get_freshness().lag == 2
    with pytest.raises(NotFoundError):
        reader.get_container("vault")
    assetcore_sandbox.advance(3600)
    assert theirs.get_container("vault").owner == 7
    assert theirs.get_container("vault", min_world_seq=0).owner == 7


def test_a_session_counts_for_its_namespace_alone(
    writer: Any, reader: Any, assetcore_sandbox: Sandbox
) -> None:
    assetcore_sandbox.control("POST /settings", {"lag": 3600})
    session = Session()
    writer.view(session=session).commit_operations([vault()], namespace_id=77)
    assert reader.view(session=session).get_container(1001).kind_type == "balance"
    headers = assetcore_sandbox.requests("get_container_endpoint")[0]["headers"]
    assert "x-assetcore-min-world-seq" not in headers


def test_actions_commit_one_operation(writer: Any, reader: Any, assetcore_sandbox: Sandbox) -> None:
    location = {"kind": "balance", "container_id": "vault"}
    options = ActionOptions(namespace_id=5001, idempotency_key="a-1")
    created = writer.actions.create_container(external_id="vault", kind=BALANCE, options=options)
    assert created.idempotency_key == "a-1"
    checked = ActionOptions(preflight=True, namespace_id=5001)
    writer.actions.add_fungible(class_id=100, quantity="2", location=location, options=checked)
    assert quantities(reader, namespace_id=5001) == ["2"]
    called = [request["operation"] for request in assetcore_sandbox.requests()][:3]
    assert called == ["commit_endpoint", "preflight_endpoint", "commit_endpoint"]


def test_an_action_whose_preflight_fails_commits_nothing(
    writer: Any, reader: Any, assetcore_sandbox: Sandbox
) -> None:
    writer.commit_operations([vault()])
    with pytest.raises(ValidationError, match="nothing was committed") as caught:
        writer.actions.remove_fungible(**take(1), options=ActionOptions(preflight=True))
    assert caught.value.error_code == "INSUFFICIENT_BALANCE"
    assert len(assetcore_sandbox.requests("commit_endpoint")) == 1
    tried = writer.actions.preflight(RemoveFungible(**take(1)))
    assert not tried.passed


def test_instances_and_slots(writer: Any, reader: Any) -> None:
    writer.commit_operations(
        [
            RegisterClass(request={"class_id": 200, "flags": 2, "name": "Sample Tube"}),
            RegisterClassShape(
                request={"class_id": 200, "stack_key": None, "shape": {"width": 1, "height": 3}}
            ),
            CreateContainer(container_id="rack", kind={"type": "slots", "count": 3}),
            AddInstance(
                class_id=200, key=1, location={"container_id": "rack", "kind": "slot", "slot_index": 1}
            ),
        ]
    )
    (slot, *empty) = reader.get_container_slots("rack").slots
    assert (slot.slot_index, slot.class_id) == (1, "200")
    assert [each.instance_id for each in empty] == [None, None]
    with pytest.raises(ValidationError, match="is taken"):
        writer.commit_operations(
            [AddInstance(class_id=200, location={"container_id": "rack", "kind": "slot", "slot_index": 1})]
        )
    writer.commit_operations([PlaceInSlot(container_id="rack", slot_index=2, instance_id=slot.instance_id)])
    writer.commit_operations([SwapSlots(container_a="rack", slot_a=2, container_b="rack", slot_b=3)])
    contents = reader.get_container_contents("rack").contents
    assert contents.type == "slots"
    assert [each.instance_id for each in contents.slots] == [None, None, slot.instance_id]


def test_a_transfer_moves_and_keeps_the_sum(writer: Any, reader: Any) -> None:
    writer.commit_operations([vault("a"), vault("b"), add("10", "a")])
    writer.commit_operations(
        [TransferFungible(from_container="a", to_container="b", class_id=100, key=1, quantity="0.001")]
    )
    assert (quantities(reader, "a"), quantities(reader, "b")) == (["9.999"], ["0.001"])
    with pytest.raises(ValidationError) as caught:
        writer.commit_operations([add("0.0001", "a")])
    assert caught.value.error_code == "INVALID_QUANTITY"


@pytest.mark.parametrize(
    ("operations", "says"),
    [
        ([], "at least one operation"),
        (vault(), "must be a list"),
        ("CreateContainer", "must be a list"),
        ([...], "an operation must be a builder such as CreateContainer"),
        ([{"op": "X"}], "{'op': 'CreateContainer', 'args': {...}}"),
    ],
)
def test_what_is_no_transaction_is_not_sent(
    writer: Any, assetcore_sandbox: Sandbox, operations: Any, says: str
) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        writer.commit_operations(operations)
    assert says in str(caught.value)
    with pytest.raises((TypeError, ValueError)):
        writer.commit_operations([vault()], namespace_id=0)
    with pytest.raises(ValueError, match="idempotency_key must not be empty"):
        writer.commit_operations([vault()], idempotency_key="")
    assert assetcore_sandbox.requests() == []
