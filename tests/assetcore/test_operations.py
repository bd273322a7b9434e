"""The builders: what they send, what they refuse, and that they are those of the spec."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from assetcore_sdk import operations
from assetcore_sdk.checks import decimal_text
from assetcore_sdk.operations import (
    AddFungible,
    AddInstance,
    Builder,
    CreateContainer,
    DistributeBalance,
    MoveFungible,
    Operation,
    PlaceInSlot,
    RegisterClass,
    RegisterClassShape,
    RemoveFungible,
    TransferFungible,
    TransferMany,
    from_envelope,
)
from clientkit import codec
from hypothesis import given
from hypothesis import strategies as st

SPEC = yaml.safe_load((Path(__file__).parents[2] / "specs" / "assetcore.yaml").read_text(encoding="utf-8"))
SCHEMAS = SPEC["components"]["schemas"]
VAULT = {"kind": "balance", "container_id": "vault-1"}
CELL = {"kind": "grid_cell", "container_id": 7, "position": 9, "rotation": "none"}
BUILDERS = [
    kind
    for kind in vars(operations).values()
    if isinstance(kind, type) and issubclass(kind, Builder) and kind is not Builder
]


def test_the_envelopes_are_those_of_the_page() -> None:
    container = CreateContainer(container_id=1001, kind={"type": "balance"}, owner=None, policies=None)
    assert container.to_envelope() == {
        "op": "CreateContainer",
        "args": {"container_id": 1001, "kind": {"type": "balance"}, "owner": None, "policies": None},
    }
    location = {"container_id": 1001, "kind": "balance"}
    added = AddFungible(class_id=100, key=1, quantity=500, location=location).to_envelope()
    assert added == {
        "op": "AddFungible",
        "args": {"class_id": 100, "key": 1, "quantity": 500, "location": location},
    }
    shape = {"class_id": 200, "stack_key": None, "shape": {"width": 1, "height": 3}}
    assert RegisterClassShape(request=shape).to_envelope() == {
        "op": "RegisterClassShape",
        "args": {"request": shape},
    }


def test_the_order_of_members_is_that_of_the_fields() -> None:
    operation = MoveFungible(to=CELL, from_=VAULT, quantity=2, class_id="gold")
    assert list(operation.to_envelope()["args"]) == ["class_id", "key", "quantity", "from", "to"]


def test_an_id_is_sent_under_the_name_that_was_given() -> None:
    kind = {"type": "slots", "count": 4}
    assert "container_id" not in CreateContainer(external_id="v", kind=kind).to_envelope()["args"]
    assert "external_id" not in CreateContainer(container_id="v", kind=kind).to_envelope()["args"]
    assert set(CreateContainer(kind=kind).to_envelope()["args"]) == {"kind", "owner", "policies"}
    with pytest.raises(ValueError, match="not both"):
        CreateContainer(container_id=1, external_id="v", kind=kind)


@pytest.mark.parametrize(
    ("quantity", "sent"),
    [
        (1, 1),
        (10**30, 10**30),
        ("0.001", "0.001"),
        ("12.50", "12.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("2.50"), "2.5"),
        (Decimal("1e-7"), "0.0000001"),
        (Decimal("123456789012345678901234567890.123456789"), "123456789012345678901234567890.123456789"),
    ],
)
def test_quantities_are_exact(quantity: Any, sent: Any) -> None:
    operation = AddFungible(class_id=1, quantity=quantity, location=VAULT)
    value = operation.to_envelope()["args"]["quantity"]
    assert value == sent
    assert type(value) is type(sent)


@given(st.decimals(min_value="1e-30", max_value="1e30", allow_nan=False, places=None))
def test_a_decimal_keeps_its_value_and_is_plain(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert re.fullmatch(r"[0-9]+(\.[0-9]*[1-9])?", text)


@pytest.mark.parametrize(
    ("fields", "error", "says"),
    [
        ({"quantity": 1.5}, TypeError, "a float is not exact"),
        ({"quantity": True}, TypeError, "Decimal"),
        ({"quantity": None}, TypeError, "Decimal"),
        ({"quantity": 0}, ValueError, "above 0"),
        ({"quantity": -3}, ValueError, "above 0"),
        ({"quantity": "0.00"}, ValueError, "above 0"),
        ({"quantity": "1e5"}, ValueError, "no exponent"),
        ({"quantity": "+1"}, ValueError, "no sign"),
        ({"quantity": "1."}, ValueError, "plain decimal"),
        ({"quantity": "\u0661"}, ValueError, "plain decimal"),
        ({"quantity": ""}, ValueError, "plain decimal"),
        ({"quantity": Decimal("NaN")}, ValueError, "above 0"),
        ({"quantity": Decimal(-1)}, ValueError, "above 0"),
        ({"class_id": ""}, ValueError, "class_id must have 1 to 128"),
        ({"class_id": "a b"}, ValueError, "A-Z a-z"),
        ({"class_id": "x" * 129}, ValueError, "128"),
        ({"class_id": -1}, ValueError, "0 or more"),
        ({"class_id": True}, TypeError, "class_id must be a str"),
        ({"class_id": 1.0}, TypeError, "class_id must be a str"),
        ({"class_id": None}, TypeError, "class_id must be a str"),
        ({"key": "1"}, TypeError, "key must be an int or None"),
        ({"key": False}, TypeError, "key must be an int or None"),
        ({"location": None}, TypeError, "{'kind': 'balance'"),
        ({"location": {"kind": "balance"}}, ValueError, "'container_id'"),
        ({"location": {"container_id": 1}}, ValueError, "'kind'"),
        ({"location": {"kind": "balance", "container_id": ""}}, ValueError, "container_id"),
        ({"location": {"kind": "balance", "container_id": -1}}, ValueError, "container_id"),
        ({"location": {"kind": "grid_cell", "container_id": 1}}, ValueError, "'position'; it counts from 1"),
        ({"location": {"kind": "grid_cell", "container_id": 1, "position": 0}}, ValueError, "counts from 1"),
        ({"location": {"kind": "slot", "container_id": 1, "slot_index": 0}}, ValueError, "counts from 1"),
        ({"location": {"kind": "slot", "container_id": 1, "slot_index": "1"}}, TypeError, "must be an int"),
    ],
)
def test_what_cannot_be_sent_is_refused_when_it_is_built(
    fields: dict[str, Any], error: type[Exception], says: str
) -> None:
    good = {"class_id": 100, "key": 1, "quantity": 500, "location": VAULT}
    AddFungible(**good)
    with pytest.raises(error, match=re.escape(says)):
        AddFungible(**{**good, **fields})


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: PlaceInSlot(container_id=1, slot_index=0, instance_id="i"), "slot_index must be 1 or more"),
        (lambda: PlaceInSlot(container_id=1, slot_index=1, instance_id=""), "instance_id must be text"),
        (lambda: PlaceInSlot(container_id=1, slot_index=1, instance_id=None), "instance_id must be a str"),
        (lambda: CreateContainer(container_id=1, kind="balance"), "{'type': 'balance'}"),
        (lambda: CreateContainer(container_id=1, kind={}), "must have a 'type'"),
        (
            lambda: CreateContainer(container_id=1, kind={"type": "balance"}, owner=2**32),
            "owner must be 0 to",
        ),
        (lambda: CreateContainer(container_id=1, kind={"type": "balance"}, policies=[]), "policies must be"),
        (lambda: RegisterClass(request={"class_id": 1}), "'name' is missing"),
        (lambda: RegisterClass(request={"class_id": "", "name": "x"}), "request['class_id']"),
        (lambda: RegisterClass(request=None), "request must be a dict"),
        (lambda: TransferMany(transfers=[]), "at least one"),
        (lambda: TransferMany(transfers={"a": 1}), "must be a list"),
        (lambda: DistributeBalance(from_container=1, class_id=1, shares=[{}]), "'to_container'"),
        (lambda: Operation("", {}), "op must be the name"),
        (lambda: Operation("X", []), "args must be a dict"),
    ],
)
def test_every_refusal_says_what_to_write(build: Any, says: str) -> None:
    with pytest.raises((TypeError, ValueError), match=re.escape(says)):
        build()


def test_a_location_of_an_unknown_kind_is_sent_as_it_is() -> None:
    location = {"kind": "continuous_line", "container_id": "lane", "x": 250}
    assert AddInstance(class_id=1, location=location).to_envelope()["args"]["location"] == location


def test_transfers_are_builders_or_dicts() -> None:
    transfer = TransferFungible(from_container=1, to_container=2, class_id=3, quantity=Decimal("0.5"))
    as_dict = {"from_container": 1, "to_container": 2, "class_id": 3, "quantity": "0.5"}
    envelope = TransferMany(transfers=[transfer, as_dict]).to_envelope()
    assert envelope["args"]["transfers"] == [{**as_dict, "key": None}] * 2


def sample(kind: type[Builder]) -> Builder:
    """An operation with a value for each of its fields."""
    values: dict[str, Any] = {
        "Id": "thing-1",
        "ThingId": 7,
        "int": 3,
        "int | None": 2,
        "Quantity": "1.5",
        "Location": CELL,
        "ContainerKind": {"type": "grid", "capacity": 6, "grid_width": 3},
        "Mapping[str, Any] | None": {"floor": 0},
        "Mapping[str, Any]": {
            "class_id": 1,
            "name": "x",
            "shape": {"width": 1, "height": 1},
            "length": 1,
            "width": 1,
            "height": 1,
        },
    }
    special: dict[str, Any] = {
        "external_id": None,
        "container_id": "thing-1",
        "transfers": [TransferFungible(from_container=1, to_container=2, class_id=3, quantity=1)],
        "shares": [{"to_container": 2, "quantity": 1}],
    }
    fields = dataclasses.fields(kind)  # type: ignore[arg-type]
    return kind(**{each.name: special.get(each.name, values.get(str(each.type))) for each in fields})


@pytest.mark.parametrize("kind", BUILDERS, ids=lambda kind: kind.__name__)
def test_an_envelope_is_read_back(kind: type[Builder]) -> None:
    operation = sample(kind)
    envelope = operation.to_envelope()
    assert envelope["op"] == kind.op == kind.__name__
    assert kind.from_envelope(envelope) == operation
    assert from_envelope(envelope) == operation
    assert codec.loads(codec.dumps([operation])) == [codec.loads(codec.dumps(envelope))]
    for twin in (copy.copy(operation), copy.deepcopy(operation), pickle.loads(pickle.dumps(operation))):
        assert twin == operation


@pytest.mark.parametrize("kind", BUILDERS, ids=lambda kind: kind.__name__)
def test_fields_are_the_arguments_of_the_spec(kind: type[Builder]) -> None:
    schema = SCHEMAS[f"{kind.__name__}Args"]
    fields = {each.name.rstrip("_"): each for each in dataclasses.fields(kind)}  # type: ignore[arg-type]
    assert set(fields) == set(schema["properties"])
    required = {name for name, each in fields.items() if each.default is dataclasses.MISSING}
    assert required == set(schema["required"])


@pytest.mark.parametrize("kind", BUILDERS, ids=lambda kind: kind.__name__)
def test_what_is_not_documented_says_so(kind: type[Builder]) -> None:
    documented = SCHEMAS[f"{kind.__name__}Args"]["x-provenance"] == "doc"
    assert ("Provisional" in (kind.__doc__ or "")) is not documented


def test_there_are_24_and_the_spec_knows_them_all() -> None:
    mapping = SCHEMAS["Operation"]["discriminator"]["mapping"]
    assert len(BUILDERS) == 24
    assert {kind.__name__ for kind in BUILDERS} == set(mapping)
    assert set(SCHEMAS["OtherOperation"]["properties"]["op"]["not"]["enum"]) == set(mapping)


def test_an_unknown_operation_is_sent_and_read_as_it_is() -> None:
    envelope = {"op": "FreezeContainer", "args": {"container_id": 1}}
    assert Operation("FreezeContainer", {"container_id": 1}).to_envelope() == envelope
    assert from_envelope(envelope) == Operation(**envelope)
    # So is a known one with an argument that its builder does not have.
    newer = {"op": "RemoveContainer", "args": {"container_id": 1, "force": True}}
    assert from_envelope(newer) == Operation(**newer)


def test_an_envelope_of_another_operation_is_refused() -> None:
    envelope = RemoveFungible(class_id=1, quantity=1, from_=VAULT).to_envelope()
    with pytest.raises(ValueError, match="envelope of 'RemoveFungible', not of AddFungible"):
        AddFungible.from_envelope(envelope)
    with pytest.raises(TypeError, match="an operation must be a builder"):
        from_envelope({"op": "AddFungible"})
