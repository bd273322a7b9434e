"""The local rules of 0.14, by vectors that the published package gave; sync and async."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
import sbn as package
from attrs import asdict, has
from clientkit.testing import answer

VECTORS = json.loads((Path(__file__).parent / "data" / "vectors_0_14.json").read_text("utf-8"))
GROUPS = {group["group"]: group["vectors"] for group in VECTORS["groups"]}
PURE = [vector for name in GROUPS if name != "sessions" for vector in GROUPS[name]]
# What the older helpers send in 0.14 alone; here they send what 0.12 does.
PULSE_MEMBERS = {"actions": [], "interactions": [], "contribution": None}
OLDER = {"event", "action", "interaction", "submit_raw"}


def test_there_are_91_vectors() -> None:
    assert len(PURE) + len(GROUPS["sessions"]) == 91


def given(value: Any) -> Any:
    return value["utf8"].encode() if isinstance(value, dict) and value.keys() == {"utf8"} else value


def plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return asdict(value) if has(type(value)) else value


@pytest.mark.parametrize("vector", PURE, ids=lambda vector: vector["id"])
def test_pure_work(make: Any, tmp_path: Path, vector: Any) -> None:
    names = vector["call"].split(".")
    target: Any = make([]) if names[0] == "snapchore" else package
    for name in names if names[0] == "snapchore" else names[1:]:
        target = getattr(target, name)
    arguments = [given(each) for each in vector.get("args", [])]
    if "file" in vector:
        path = tmp_path / vector["file"]["name"]
        path.write_text(vector["file"]["text"], "utf-8")
        arguments.insert(0, path)

    def run() -> Any:
        result = target(*arguments, **vector.get("kwargs", {}))
        for name, args, kwargs in vector.get("then", []):
            result = getattr(result, name)
            result = result(*args, **kwargs) if callable(result) else result
        return result

    if "raises" in vector:
        with pytest.raises(ValueError) as caught:
            run()
        assert type(caught.value).__name__ == vector["raises"]["class"]
        assert str(caught.value) == vector["raises"]["message"]
    elif "reads" in vector:
        found = run()
        assert {name: plain(getattr(found, name)) for name in vector["reads"]} == vector["reads"]
    else:
        assert plain(run()) == vector["returns"]


@pytest.mark.parametrize("vector", GROUPS["sessions"], ids=lambda vector: vector["id"])
def test_sessions(make: Any, script_of: Any, vector: Any) -> None:
    client = make(repeat(answer(200, {"data": {"id": "slot_v1", "slot_id": "slot_v1"}})))
    start = client.open_surface if vector.get("surface") else client.open_slot
    session = start(**vector["open"])
    session.open()
    for name, args, kwargs in vector.get("do", []):
        getattr(session, name)(*args, **kwargs)
    found = [
        {"method": each.method, "path": each.target, "json": json.loads(each.content)}
        for each in script_of(client).requests
    ]
    wanted = json.loads(json.dumps(vector["sends"]))
    for number, (name, _, _) in enumerate(vector.get("do", []), 1):
        if name in OLDER:
            payload = wanted[number]["json"]["payload"]
            for member, empty in PULSE_MEMBERS.items():
                assert payload.pop(member) == empty
            assert set(payload.pop("events").values()) == {0}
    assert found == wanted
