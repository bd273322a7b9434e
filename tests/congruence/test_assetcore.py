"""Asset Core, and what stands in for it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from assetcore_sdk.errors import NotFoundError, SDKUnauthorizedError
from assetcore_sdk.operations import AddFungible, CreateContainer, RegisterClass

from tests.faults.products import Client

from .conftest import Connect

BALANCE = {"type": "balance"}


@pytest.fixture
def writer(connect: Connect) -> Client:
    return connect("write_url", "write_token")


@pytest.fixture
def reader(connect: Connect) -> Client:
    return connect("read_url", "read_token")


def test_both_daemons_are_well(writer: Client, reader: Client) -> None:
    assert writer.call("write_health").status
    assert reader.call("read_health").status
    assert reader.call("get_freshness").world_seq >= 0


def test_a_page_says_how_fresh_it_is(reader: Client) -> None:
    classes = reader.call("list_classes", limit=2)
    assert len(classes.classes) <= 2
    assert classes.freshness.world_seq >= 0
    containers = reader.call("list_containers", limit=2)
    assert len(containers.containers) <= 2
    for each in containers.containers:
        assert reader.call("get_container", each.container_id) is not None


def test_what_is_not_there_is_not_found(reader: Client) -> None:
    error = reader.error(lambda c: c.call("get_container_balances", f"nobody-{uuid4().hex}"))
    assert isinstance(error, NotFoundError)
    assert error.status_code == 404


def test_another_token_is_refused(connect: Connect) -> None:
    stranger = connect("read_url", key=f"act_{uuid4().hex}")
    error = stranger.error(lambda c: c.call("list_classes"))
    assert isinstance(error, SDKUnauthorizedError)
    assert error.status_code == 401


def test_a_preflight_changes_nothing(writer: Client, reader: Client) -> None:
    name = f"vault-{uuid4().hex}"
    tried = writer.call("preflight_operations", [CreateContainer(external_id=name, kind=BALANCE)])
    assert [(each.index, each.ok) for each in tried.operations] == [(0, True)]
    error = reader.error(lambda c: c.call("get_container", name))
    assert isinstance(error, NotFoundError)


@pytest.mark.usefixtures("costly")
def test_a_commit_happens_once_and_is_read(writer: Client, reader: Client) -> None:
    run = uuid4().hex
    credits, vault = f"credits-{run}", f"vault-{run}"
    operations = [
        RegisterClass(request={"class_id": credits, "name": "Credits", "flags": 2}),
        CreateContainer(external_id=vault, kind=BALANCE),
        AddFungible(class_id=credits, quantity=5, location={"kind": "balance", "container_id": vault}),
    ]
    first, again = (
        writer.call("commit_operations", operations, idempotency_key=f"congruence-{run}") for _ in range(2)
    )
    assert first.commit_id == again.commit_id
    balances = reader.call("get_container_balances", vault, min_world_seq=first.world_seq_end)
    assert [float(each.quantity) for each in balances.balances] == [5.0]
