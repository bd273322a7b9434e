"""SmartBlocks Network, and what stands in for it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sbn import snapchore_hash
from sbn.errors import SbnAuthenticationError, SbnNotFoundError

from tests.faults.products import Client

from .conftest import Connect


@pytest.fixture
def client(connect: Connect) -> Client:
    return connect("base_url", "api_key")


def test_the_service_is_well(client: Client) -> None:
    assert client.call("health_check") is True


def test_both_sides_hash_alike(client: Client) -> None:
    payload = {"event": "signup", "amount": 1.50, "name": "Zoë", "nested": [{"b": None, "a": True}]}
    assert client.call("snapchore.verify", snapchore_hash(payload), payload)["valid"] is True
    assert (
        client.call("snapchore.verify", snapchore_hash({**payload, "amount": 2}), payload)["valid"] is False
    )


def test_frontiers_apps_and_blocks_can_be_listed(client: Client) -> None:
    assert isinstance(client.call("atlas.list_frontiers")["frontiers"], list)
    assert isinstance(client.call("atlas.list_apps")["apps"], list)
    assert len(client.call("blocks.list", limit=2)) <= 2


def test_what_is_not_there_is_not_found(client: Client) -> None:
    for path in ("gateway.fetch_receipt", "blocks.get", "snapchore.get_chain"):
        error = client.error(lambda c, path=path: c.call(path, f"nobody-{uuid4().hex}"))
        assert isinstance(error, SbnNotFoundError)
        assert error.status == 404


def test_another_key_is_refused(connect: Connect) -> None:
    stranger = connect("base_url", key=f"sbn_live_{uuid4().hex}")
    error = stranger.error(lambda c: c.call("atlas.list_apps"))
    assert isinstance(error, SbnAuthenticationError)
    assert error.status == 401


@pytest.mark.usefixtures("costly")
def test_a_captured_payload_is_found_by_its_hash(client: Client) -> None:
    payload = {"run": uuid4().hex}
    captured = client.call("snapchore.capture", payload)
    assert captured["hash"] == snapchore_hash(payload)
    assert client.call("snapchore.discover", captured["hash"])


@pytest.mark.usefixtures("costly")
def test_a_slot_opens_and_closes(client: Client) -> None:
    slot = client.call("gateway.create_slot", "congruence", "classify")
    assert slot.id
    client.call("gateway.list_slot_blocks", slot.id)
    assert client.call("gateway.close_slot", slot.id) is not None
