"""Reality: what every method sends, and what the sandbox makes of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from sbn import SbnError, SbnNotFoundError, SbnServerError

R = "/api/reality"
NONE = object()

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    ("fact", lambda c: c.create_fact("t"), f"POST {R}/facts", {"text": "t", "is_public": False}),
    (
        "fact with all",
        lambda c: c.create_fact("t", entities=("e",), claims=[{"a": 1}], citations=["c"], is_public=True),
        f"POST {R}/facts",
        {"text": "t", "is_public": True, "entities": ["e"], "claims": [{"a": 1}], "citations": ["c"]},
    ),
    (
        "fact with empty lists",
        lambda c: c.create_fact("t", entities=[], claims=(), citations=[]),
        f"POST {R}/facts",
        {"text": "t", "is_public": False},
    ),
    ("get fact", lambda c: c.get_fact("f"), f"GET {R}/facts/f", NONE),
    ("get fact with a slash", lambda c: c.get_fact("a/b"), f"GET {R}/facts/a%2Fb", NONE),
    ("facts", lambda c: c.list_facts(), f"GET {R}/facts?limit=100&offset=0", NONE),
    (
        "facts with all",
        lambda c: c.list_facts(entity="e", state="s", include_public=True, limit=0, offset=3),
        f"GET {R}/facts?entity=e&state=s&include_public=true&limit=0&offset=3",
        NONE,
    ),
    (
        "facts with empty words",
        lambda c: c.list_facts(entity="", state="", include_public=False),
        f"GET {R}/facts?limit=100&offset=0",
        NONE,
    ),
    ("search", lambda c: c.search_facts(), f"GET {R}/facts", NONE),
    (
        "search with all",
        lambda c: c.search_facts(entity="e", state="s"),
        f"GET {R}/facts?entity=e&state=s",
        NONE,
    ),
    (
        "evidence",
        lambda c: c.ingest_evidence(iter([{"a": 1}, [("b", 2)]])),
        f"POST {R}/evidence",
        {"items": [{"a": 1}, {"b": 2}]},
    ),
    ("no evidence", lambda c: c.ingest_evidence([]), f"POST {R}/evidence", {"items": []}),
    (
        "evidence, another name",
        lambda c: c.create_evidence(items=[{"a": 1}]),
        f"POST {R}/evidence",
        {"items": [{"a": 1}]},
    ),
    (
        "text",
        lambda c: c.ingest_content("t"),
        f"POST {R}/ingest",
        {"content": "t", "source_type": "text", "submission_channel": "sdk"},
    ),
    (
        "text with all",
        lambda c: c.ingest_content(
            "t",
            source_uri="u",
            source_type="note",
            source_title="ti",
            submitted_by="me",
            submission_channel="cli",
            gec_domain="d",
        ),
        f"POST {R}/ingest",
        {
            "content": "t",
            "source_type": "note",
            "submission_channel": "cli",
            "source_uri": "u",
            "source_title": "ti",
            "submitted_by": "me",
            "gec_domain": "d",
        },
    ),
    (
        "text with empty words",
        lambda c: c.ingest_content("", source_uri="", source_title="", submitted_by="", gec_domain=""),
        f"POST {R}/ingest",
        {"content": "", "source_type": "text", "submission_channel": "sdk"},
    ),
    ("ingestions", lambda c: c.list_ingestions(), f"GET {R}/ingest?limit=50&offset=0", NONE),
    (
        "ingestions with all",
        lambda c: c.list_ingestions(status="completed", limit=1, offset=2),
        f"GET {R}/ingest?limit=1&offset=2&status=completed",
        NONE,
    ),
    ("ingestion", lambda c: c.get_ingestion("i"), f"GET {R}/ingest/i", NONE),
    ("recompute", lambda c: c.recompute("f"), f"POST {R}/facts/f/recompute", {}),
    ("recompute, another name", lambda c: c.recompute_fact("f"), f"POST {R}/facts/f/recompute", {}),
    ("lattice", lambda c: c.get_lattice(), f"GET {R}/lattice", NONE),
    ("health", lambda c: c.health(), f"GET {R}/health", NONE),
]
IDS = [call[0] for call in CALLS]


@pytest.mark.parametrize(("call", "line", "body"), [call[1:] for call in CALLS], ids=IDS)
def test_a_call_sends_what_was_recorded(make: Any, script_of: Any, call: Any, line: str, body: Any) -> None:
    client = make(repeat(answer(200, {})))
    call(client.reality)
    (request,) = script_of(client).requests
    assert f"{request.method} {request.target}" == line
    assert (NONE if request.content is None else json.loads(request.content)) == body


@pytest.mark.parametrize("call", [call[1] for call in CALLS], ids=IDS)
def test_an_empty_answer_is_an_empty_object_or_list(make: Any, call: Any) -> None:
    assert call(make(repeat(answer(204))).reality) in ({}, [])


@pytest.mark.parametrize(
    ("name", "options", "fields"),
    [
        ("Report.PDF", {}, {"source_type": "pdf", "submission_channel": "sdk_upload"}),
        ("notes", {}, {"source_type": "text", "submission_channel": "sdk_upload"}),
        (".profile", {}, {"source_type": "text", "submission_channel": "sdk_upload"}),
        ("a.tar.gz", {"gec_domain": ""}, {"source_type": "gz", "submission_channel": "sdk_upload"}),
        (
            "a.md",
            {
                "source_type": "note",
                "source_title": "t",
                "submitted_by": "me",
                "submission_channel": "cli",
                "gec_domain": "d",
            },
            {
                "source_type": "note",
                "submission_channel": "cli",
                "source_title": "t",
                "submitted_by": "me",
                "gec_domain": "d",
            },
        ),
    ],
)
def test_an_upload_is_a_form(
    make: Any, script_of: Any, tmp_path: Path, name: str, options: Any, fields: dict[str, str]
) -> None:
    (tmp_path / name).write_bytes(b"x")
    client = make([answer(200, {})])
    client.reality.upload_source(tmp_path / name, **options)
    (request,) = script_of(client).requests
    assert (request.method, request.target) == ("POST", f"{R}/ingest/upload")
    (field, (told, file, media_type)), *rest = request.files
    assert (field, told, media_type) == ("file", name, "application/octet-stream")
    assert file.closed
    assert {name: text.decode() for name, (_, text, _) in rest} == fields


@pytest.mark.parametrize(
    "content", [b"", b"one\r\n", bytes(range(256)) * 4096, b"--\r\n\r\n--boundary--\r\n"], ids=len
)
def test_a_file_arrives_as_it_is(client: Any, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "raw.bin"
    path.write_bytes(content)
    taken = client.reality.upload_source(os.fspath(path), source_title="A title")
    assert taken["size_bytes"] == len(content)
    assert (taken["file_name"], taken["source_type"]) == ("raw.bin", "bin")
    kept = client.reality.get_ingestion(taken["id"])
    assert kept["sha256"] == hashlib.sha256(content).hexdigest()
    assert kept["source_title"] == "A title"


@pytest.mark.parametrize("name", ["ä ö.txt", 'we"ird.txt', "semi;colon=.txt", "a\\b.txt"])
def test_any_name_of_a_file_can_be_told(client: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("t")
    assert client.reality.upload_source(tmp_path / name)["source_type"] == "txt"


def test_a_name_that_is_no_text_is_told_as_well_as_it_can_be(client: Any, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text("t")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert client.reality.upload_source(os.fsdecode(path))["file_name"] == "\ufffd.txt"


def test_a_refused_upload_is_sent_again_from_its_start(
    client: Any, sbn_sandbox: Sandbox, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("once")
    sbn_sandbox.fault("status", status=429, retry_after="0", operation="reality_upload_source")
    assert client.reality.upload_source(path)["size_bytes"] == 4
    assert len(sbn_sandbox.requests("reality_upload_source")) == 2


@pytest.mark.parametrize("name", ["", "nowhere.txt"])
def test_a_file_that_cannot_be_read_is_not_sent(make: Any, tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError):
        make([]).reality.upload_source(tmp_path / name)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda c: c.create_fact("t", entities="one"), TypeError, "entities must be a list"),
        (lambda c: c.create_fact("t", claims={"a": 1}), TypeError, "claims must be a list"),
        (lambda c: c.create_fact("t", claims=[float("nan")]), ValueError, "claims.0. must be a finite"),
        (lambda c: c.create_fact("t", claims=[object()]), ValueError, "claims.0. must be a JSON value"),
        (lambda c: c.create_fact(5), ValueError, "text must be a string"),
        (lambda c: c.ingest_content(b"bytes"), ValueError, "content must be a string"),
        (lambda c: c.ingest_evidence({"a": 1}), TypeError, "items must be a list"),
        (lambda c: c.ingest_evidence(["text"]), ValueError, "items must be a dict"),
        (lambda c: c.get_fact(""), ValueError, "fact_id"),
        (lambda c: c.recompute(".."), ValueError, "fact_id"),
        (lambda c: c.get_ingestion(""), ValueError, "ingestion_id"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(
    make: Any, call: Any, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        call(make([]).reality)


def test_what_the_caller_gave_stays_as_it_is(make: Any) -> None:
    items = [{"text": "t", "nested": {"a": [1]}}]
    make([answer(200, {})]).reality.ingest_evidence(items)
    assert items == [{"text": "t", "nested": {"a": [1]}}]


@pytest.mark.parametrize(
    ("reply", "rows"),
    [
        ({"items": [{"id": 1}]}, [{"id": 1}]),
        ({"data": {"items": [{}]}}, [{}]),
        ({"facts": [{}]}, []),
        ({}, []),
    ],
)
def test_a_search_gives_rows(make: Any, reply: Any, rows: Any) -> None:
    assert make([answer(200, reply)]).reality.search_facts() == rows


def test_a_fact_is_weighed_by_its_evidence(client: Any) -> None:
    reality = client.reality
    fact = reality.create_fact("Water is wet", entities=["water"], citations=["a book"])["fact_id"]
    reality.create_fact("Fire is hot", entities=[{"name": "fire"}])
    assert reality.get_fact(fact)["state"] == "unverified"
    taken = reality.ingest_evidence(
        [{"fact_id": fact}, {"fact_id": fact, "kind": "supports"}, {"fact_id": "no such", "kind": "supports"}]
    )
    assert (taken["links_created"], len(taken["evidence"])) == (2, 3)
    scores = reality.recompute(fact)
    assert (scores["state"], scores["trust_score"]) == ("supported", 0.75)
    assert reality.recompute_fact(fact) == scores
    reality.create_evidence([{"fact_id": fact, "kind": "contradicts"}])
    assert reality.recompute(fact)["state"] == "contested"
    assert [each["fact_id"] for each in reality.search_facts(entity="water", state="contested")] == [fact]
    assert reality.list_facts(entity="fire")["total"] == 1
    lattice = reality.get_lattice()
    assert (len(lattice["nodes"]), [edge["kind"] for edge in lattice["edges"]]) == (
        5,
        ["supports", "supports", "contradicts"],
    )
    assert reality.health()["facts"] == 2
    receipts = client.receipts.list()["receipts"]
    assert scores["receipt_hash"] in {receipt["hash"] for receipt in receipts}


def test_a_text_becomes_an_ingestion(client: Any) -> None:
    taken = client.reality.ingest_content("one\n\ntwo", source_uri="https://x.test", submitted_by="me")
    assert taken["chunks"] == ["one", "two"]
    assert client.reality.get_ingestion(taken["id"]) == taken
    listed = client.reality.list_ingestions(status=taken["status"])["items"]
    assert [each["id"] for each in listed] == [taken["id"]]
    assert client.reality.list_ingestions(offset=1)["items"] == []
    with pytest.raises(SbnNotFoundError):
        client.reality.get_ingestion("ing_nowhere")


def test_a_fact_of_another_project_is_seen_when_it_is_public(
    make: Any, client: Any, sbn_sandbox: Sandbox
) -> None:
    project = client.console.create_project("Second")["id"]
    key = client.console.create_api_key(project)["api_key"]
    other = make(base_url=sbn_sandbox.base_url)
    other.authenticate_api_key(key)
    hidden, public = (
        other.reality.create_fact("t", is_public=is_public)["fact_id"] for is_public in (False, True)
    )
    assert client.reality.list_facts()["items"] == []
    assert [each["fact_id"] for each in client.reality.list_facts(include_public=True)["items"]] == [public]
    assert client.reality.get_fact(public)["text"] == "t"
    with pytest.raises(SbnNotFoundError):
        client.reality.get_fact(hidden)


def test_what_changes_something_is_sent_once(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("status", status=503, operation="reality_create_fact", when="after")
    with pytest.raises(SbnServerError) as caught:
        client.reality.create_fact("t")
    assert caught.value.unclear
    assert len(client.reality.search_facts()) == 1


def test_reading_is_tried_again(client: Any, sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("status", status=503, retry_after="0", operation="reality_get_lattice")
    assert client.reality.get_lattice() == {"nodes": [], "edges": []}


def test_less_than_nothing_is_refused_by_the_stand_in(client: Any) -> None:
    for options in ({"limit": 0}, {"offset": -1}):
        with pytest.raises(SbnError) as caught:
            client.reality.list_facts(**options)
        assert caught.value.status_code == 422
