"""Models: reading is tolerant and loses nothing, writing gives back what was read."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
from typing import TYPE_CHECKING, Any
from uuid import UUID

import attrs
import pytest
from clientkit.operation import UNSET, format_datetime
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from conftest import Package

EXAMPLES = settings(max_examples=60, deadline=None)
NUMBERS = st.integers(-(10**6), 10**6) | st.floats(allow_nan=False, allow_infinity=False, width=32)
TEXTS = st.text(max_size=10)
MOMENTS = st.datetimes(timezones=st.just(datetime.UTC)).map(format_datetime)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
PARTS = st.fixed_dictionaries(
    {"name": TEXTS}, optional={"weight": JSON.filter(lambda value: value is not None)}
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "thing": TEXTS,
    "color": st.sampled_from(["red", "green", "violet"]),
    "level": st.integers(1, 9),
    "note": st.none() | TEXTS,
    "size": NUMBERS,
    "made_at": MOMENTS,
    "sold_at": st.none() | MOMENTS,
    "made_on": st.dates().map(datetime.date.isoformat),
    "key": st.uuids().map(str),
    "tags": st.lists(TEXTS, max_size=3),
    "part": PARTS,
    "spare": st.none() | PARTS,
    "parts": st.lists(PARTS, max_size=3),
    "seen": st.lists(MOMENTS, max_size=3),
    "secret": TEXTS,
    "kind": st.just("thing"),
    "when": MOMENTS | TEXTS,
    "shape": st.sampled_from(
        [{"kind": "circle", "radius": 1}, {"kind": "square"}, {"kind": "hexagon", "a": 1}]
    ),
    "pet": st.sampled_from(
        [{"species": "tiger", "lives": 9}, {"species": "canine"}, {"species": "bird"}, {}]
    ),
    "place": st.sampled_from([{"x": 1, "y": 2}, {"x": 1, "y": 2, "z": 3}, {"x": 1}]),
    "extra": JSON,
    "unheard_of": JSON,
}
THINGS = st.fixed_dictionaries({"id": TEXTS, "name": TEXTS}, optional=FIELDS)
NAMES = st.sampled_from(["id", "name", *FIELDS])


@EXAMPLES
@given(data=THINGS)
def test_what_was_read_is_written(ours: Package, data: dict[str, Any]) -> None:
    assert ours.model("Thing").from_dict(data).to_dict() == data


@EXAMPLES
@given(data=st.dictionaries(NAMES, JSON, max_size=12))
def test_no_object_is_refused_and_nothing_is_lost(ours: Package, data: dict[str, Any]) -> None:
    model = ours.model("Thing").from_dict(data)
    written = json.loads(json.dumps(model.to_dict()))
    assert {name for name, value in data.items() if value is not None} <= written.keys()
    assert ours.model("Thing").from_dict(written) == model
    assert pickle.loads(pickle.dumps(model)) == model
    repr(model)


@EXAMPLES
@given(data=THINGS)
def test_source_is_left_alone(ours: Package, data: dict[str, Any]) -> None:
    before = copy.deepcopy(data)
    ours.model("Thing").from_dict(data).to_dict()["tags"] = ["changed"]
    assert data == before


@pytest.mark.parametrize("source", [None, [], "text", 1])
def test_what_is_no_object_is_refused(ours: Package, source: Any) -> None:
    kind = type(source).__name__
    with pytest.raises(TypeError, match=f"Thing is read from a JSON object, not from {kind}"):
        ours.model("Thing").from_dict(source)
    with pytest.raises(TypeError, match="Stamps is read from a JSON object"):
        ours.model("Stamps").from_dict(source)


def test_values_are_of_the_types_of_the_spec(ours: Package) -> None:
    thing = ours.model("Thing").from_dict(
        {
            "id": "t1",
            "name": "Lamp",
            "color": "red",
            "made_at": "2026-01-02T03:04:05+02:00",
            "made_on": "2026-01-02",
            "key": "12345678-1234-5678-1234-567812345678",
            "part": {"name": "Shade", "thing": {"id": "t2", "name": "Inner"}},
            "parts": [{"name": "Foot"}],
            "seen": ["2026-01-02T03:04:05Z", "yesterday"],
        }
    )
    assert thing.color is ours.model("Color").RED
    assert thing.made_at.utcoffset() == datetime.timedelta(hours=2)
    assert thing.made_on == datetime.date(2026, 1, 2)
    assert thing.key == UUID("12345678-1234-5678-1234-567812345678")
    assert isinstance(thing.part.thing, ours.model("Thing"))
    assert isinstance(thing.parts[0], ours.model("Part"))
    assert [type(each) for each in thing.seen] == [datetime.datetime, str]


def test_unknown_fields_are_kept(ours: Package) -> None:
    data = {"id": "t1", "name": "Lamp", "new": {"a": [1]}, "newer": None}
    thing = ours.model("Thing").from_dict(data)
    assert thing["new"] == {"a": [1]}
    assert thing.additional_keys == ["new", "newer"]
    assert "newer" in thing
    assert thing.to_dict() == data
    del thing["new"]
    assert "new" not in thing.to_dict()


def test_an_unknown_field_in_place_of_a_known_one_is_kept(ours: Package) -> None:
    part = ours.model("Part").from_dict({"name": "Shade", "other": 1})
    assert part.additional_properties == {"other": 1}


def test_null_that_the_spec_allows_is_null(ours: Package) -> None:
    thing = ours.model("Thing").from_dict({"id": "t1", "name": "Lamp", "note": None, "sold_at": None})
    assert (thing.note, thing.sold_at, thing.spare) == (None, None, UNSET)
    assert thing.to_dict() == {"id": "t1", "name": "Lamp", "note": None, "sold_at": None}


def test_additional_properties_of_a_type(ours: Package) -> None:
    stamps = ours.model("Stamps").from_dict({"a": "2026-01-02T00:00:00Z", "b": "soon"})
    assert stamps["a"] == datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
    assert stamps.to_dict() == {"a": "2026-01-02T00:00:00Z", "b": "soon"}


def test_a_subclass_chooses_what_absent_is(ours: Package) -> None:
    class Thing(ours.model("Thing")):  # type: ignore[misc]
        _absent = None

        @property
        def title(self) -> str:
            return str(self.name).upper()

    thing = Thing.from_dict({"id": "t1", "name": "Lamp", "tags": None, "new": 1})
    assert (type(thing), thing.title) == (Thing, "LAMP")
    assert (thing.note, thing.tags, thing.made_at, thing.part) == (None, None, None, None)
    assert thing.to_dict() == {"id": "t1", "name": "Lamp", "new": 1}
    assert type(attrs.evolve(thing, name="Desk")) is Thing


def test_models_are_attrs_classes(ours: Package) -> None:
    make = ours.model("Thing")
    thing = make("t1", "Lamp", part=ours.model("Part")("Shade"))
    assert thing == make(id="t1", name="Lamp", part=ours.model("Part")(name="Shade"))
    assert thing != attrs.evolve(thing, name="Desk")
    assert attrs.asdict(thing)["part"]["name"] == "Shade"
    assert attrs.asdict(thing)["note"] is UNSET
    assert make("t1", "Lamp").to_dict() == {"id": "t1", "name": "Lamp"}


@pytest.mark.parametrize(
    ("name", "value"), [("Color", "violet"), ("Color", "red"), ("Level", 7), ("Level", 1)]
)
def test_members_of_open_enums_are_values(ours: Package, name: str, value: Any) -> None:
    member = ours.model(name)(value)
    assert member == value
    assert hash(member) == hash(value)
    assert str(member) == str(value)
    assert json.dumps(member) == json.dumps(value)
    for twin in (pickle.loads(pickle.dumps(member)), copy.copy(member), copy.deepcopy(member)):
        assert twin == member
        assert type(twin) is type(member)


@pytest.mark.parametrize(("name", "value"), [("Color", 1), ("Color", None), ("Level", "high")])
def test_enums_are_not_made_of_anything(ours: Package, name: str, value: Any) -> None:
    with pytest.raises(ValueError):
        ours.model(name)(value)


def test_circles_of_models_are_imported_from_either_side(ours: Package) -> None:
    for first in ("part", "thing"):
        code = f"import PACKAGE.models.{first} as module; print(module.Part.__name__, module.Thing.__name__)"
        assert ours.python(code) == "Part Thing"
