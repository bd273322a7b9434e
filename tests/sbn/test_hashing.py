"""The local hash: every vector, every refusal, and agreement with the sandbox's own."""

from __future__ import annotations

import datetime
import decimal
import hashlib
import json
import random
from pathlib import Path
from typing import Any

import pytest
from clientkit_sandbox._sbn.hashing import payload_hash
from hypothesis import given
from hypothesis import strategies as st
from sbn import snapchore_hash
from sbn.hashing import VOLATILE_KEYS, canonical, capture_hash

DATA = json.loads((Path(__file__).parent / "data" / "snapchore_vectors.json").read_text("utf-8"))
PYTHON = {
    "nan": {"v": float("nan")},
    "inf": {"v": float("inf")},
    "decimal": {"v": decimal.Decimal("1")},
    "date": {"v": datetime.date(2026, 1, 2)},
    "bytes": {"v": b"x"},
    "set": {"v": {1, 2}},
    "mixed-keys": {1: "a", "b": 2},
    "int-keys-top": {1: "a"},
    "lone-surrogate": {"s": "\ud800"},
}


def typed(value: Any) -> Any:
    if isinstance(value, list):
        return [typed(each) for each in value]
    if not isinstance(value, dict):
        return value
    match list(value):
        case ["$datetime"]:
            return datetime.datetime.fromisoformat(value["$datetime"])
        case ["$tuple"]:
            return tuple(typed(each) for each in value["$tuple"])
        case ["$pairs"]:
            return {key: typed(each) for key, each in value["$pairs"]}
    return {key: typed(each) for key, each in value.items()}


@pytest.mark.parametrize("vector", DATA["vectors"], ids=lambda vector: vector["id"])
def test_a_vector(vector: dict[str, Any]) -> None:
    payload = json.loads(vector["input_json"])
    payload = typed(payload) if vector["typed"] else payload
    before = repr(payload)
    assert snapchore_hash(payload, vector["volatile_keys"]) == vector["hash_deep"]
    assert capture_hash(payload, vector["volatile_keys"]) == vector["hash"]
    assert repr(payload) == before
    if vector["same_in_both_entry_points"]:
        assert canonical(payload, vector["volatile_keys"]) == vector["canonical"]
        assert hashlib.sha256(vector["canonical"].encode()).hexdigest() == vector["hash"]


@pytest.mark.parametrize("refusal", DATA["rejections"], ids=lambda refusal: refusal["id"])
def test_a_refusal(refusal: dict[str, Any]) -> None:
    payload = json.loads(refusal["input_json"]) if "input_json" in refusal else PYTHON[refusal["id"]]
    if refusal["hash_function"] == "ok":
        assert len(snapchore_hash(payload)) == 64
        return
    module, _, name = refusal["hash_function"].removeprefix("raises ").rpartition(".")
    kinds: Any = {"builtins": __builtins__, "decimal": vars(decimal)}[module]
    with pytest.raises(kinds[name] if isinstance(kinds, dict) else getattr(kinds, name)) as caught:
        snapchore_hash(payload)
    assert str(caught.value)


def test_a_list_has_a_hash_and_cannot_be_captured() -> None:
    assert len(snapchore_hash([1, 2])) == 64
    with pytest.raises(TypeError, match="list"):
        capture_hash([1, 2])  # type: ignore[arg-type]


def test_one_string_is_no_list_of_keys() -> None:
    with pytest.raises(TypeError, match="volatile_keys must be a list of strings"):
        snapchore_hash({"a": 1}, "abc")


def test_the_precision_of_the_program_does_not_matter() -> None:
    with decimal.localcontext(decimal.Context(prec=3)):
        assert snapchore_hash({"v": 0.1234567890125}) == snapchore_hash({"v": 0.123456789013})


numbers = st.integers() | st.floats(-1e15, 1e15)
scalars = st.none() | st.booleans() | numbers | st.text(st.characters(exclude_categories=["Cs"]))
keys = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["ts", "metadata", "hash"]
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
payloads = st.dictionaries(keys, values, max_size=5)


@given(payloads, st.lists(keys, max_size=2))
def test_the_client_and_the_stand_in_agree(payload: dict[str, Any], volatile: list[str]) -> None:
    received = json.loads(json.dumps(payload))
    assert capture_hash(payload, volatile) == payload_hash(received, volatile)


@given(payloads, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(payload: dict[str, Any], chance: random.Random) -> None:
    items = list(payload.items())
    chance.shuffle(items)
    assert snapchore_hash(dict(items)) == snapchore_hash(payload)


@given(payloads, st.sampled_from(sorted(VOLATILE_KEYS)), scalars)
def test_volatile_members_do_not_matter(payload: dict[str, Any], key: str, value: Any) -> None:
    kept = {name: each for name, each in payload.items() if name != key}
    assert snapchore_hash({**payload, key: value}) == snapchore_hash(kept)


@pytest.mark.parametrize("other", [{"v": 1.0}, {"v": True}, {"v": "1"}, {"v": None}, {"w": 1}, {"v": [1]}])
def test_another_payload_is_another_hash(other: dict[str, Any]) -> None:
    assert snapchore_hash(other) != snapchore_hash({"v": 1})


def test_verify_can_do_without_the_service(make: Any) -> None:
    client = make([])
    payload = {"event": "signup", "user": "u-42", "metadata": {"req": 1}}
    found = client.snapchore.verify(capture_hash(payload), payload, offline=True)
    assert found["valid"] is True
    changed = client.snapchore.verify(found["hash"], {"event": "other"}, offline=True)
    assert changed["valid"] is False
    without = client.snapchore.verify(
        capture_hash(payload, ["req"]), payload, volatile_keys=["req"], offline=True
    )
    assert without["valid"] is True
    with pytest.raises(TypeError, match="bytes"):
        client.snapchore.verify("h", {"v": b"x"}, offline=True)


def test_the_service_and_the_client_verify_alike(client: Any) -> None:
    payload = {"event": "signup", "n": 0.1 + 0.2, "ts": 5}
    captured = client.snapchore.capture(payload)
    assert captured["hash"] == captured["snapchore_hash"] == snapchore_hash(payload)
    assert client.snapchore.verify(captured["hash"], payload)["valid"] is True
