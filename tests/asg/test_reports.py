"""Keys that come from the data, results next to their rows, what is kept of polling, and how far it is."""

from __future__ import annotations

import csv
import io
import json
import logging
import pickle
import sqlite3
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import fsspec
import numpy
import pandas
import pyarrow
import pytest
from asg_gateway import (
    ASGGatewayClient,
    ASGGatewayHTTPError,
    ASGGatewayJournalError,
    Progress,
    submit_part,
)
from asg_gateway.progress import shown
from clientkit.operation import Answer
from clientkit.testing import answer
from clientkit.transport import HttpRequest
from clientkit_sandbox import Sandbox
from pyarrow import parquet

from .tasks import ANIMALS, task

COMMON: dict[str, Any] = {"task_type": "image_classification", "label_spec": ANIMALS}
ROWS = [{"image_id": number, "data_url": f"https://example.com/cat-{number}.jpg"} for number in range(6)]


def keys(report: Any) -> list[str | None]:
    return [outcome.idempotency_key for outcome in report]


# Keys


@pytest.mark.parametrize("key", ["content", "field:image_id", lambda row: f"image-{row['image_id']}"])
def test_the_same_row_is_the_same_task_whatever_brings_it(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path, key: Any
) -> None:
    frame = pandas.DataFrame(ROWS)
    frame.to_parquet(tmp_path / "tasks.parquet")
    frame.to_csv(tmp_path / "tasks.csv", index=False)
    given = [frame, pyarrow.table(frame), tmp_path / "tasks.parquet", tmp_path / "tasks.csv"]
    # In dicts what is no field would be sent as well; here it is not.
    given += [pyarrow.RecordBatchReader.from_stream(pyarrow.table(frame))]
    reports = [client.submit_many(each, key=key, run="animals", **COMMON) for each in given]
    assert {tuple(report.task_ids()) for report in reports} == {tuple(reports[0].task_ids())}
    assert len(set(reports[0].task_ids())) == len(ROWS)
    assert [sum(outcome.replayed for outcome in report) for report in reports] == [0, 6, 6, 6, 6]
    # Another run makes new tasks; and within one, another order does not.
    other = client.submit_many(frame, key=key, run="again", **COMMON)
    assert not {*other.task_ids()} & {*reports[0].task_ids()}
    back = client.submit_many(frame.iloc[::-1], key=key, run="animals", **COMMON)
    assert list(back.task_ids()) == list(reports[0].task_ids())[::-1]


def test_the_content_is_the_whole_task_and_not_the_order_of_its_fields(client: Any) -> None:
    first = client.submit_many([task(1)], run="r")
    turned = dict(reversed(task(1).items()))
    assert keys(client.submit_many([turned], run="r", key="content")) == keys(first)
    for change in ({"consensus_threshold": 5}, {"label_spec": {**ANIMALS, "options": ["dog", "cat"]}}):
        assert keys(client.submit_many([{**task(1), **change}], run="r")) != keys(first)
    assert keys(client.submit_many([{**task(1), "idempotency_key": "mine"}], run="r")) == ["mine"]
    # A key of the content is none of a field, whatever is in it.
    assert keys(client.submit_many([{**task(1), "n": 1}], run="r", key="field:n")) != keys(
        client.submit_many([{**task(1), "n": 1}], run="r", key=lambda row: row["n"])
    )


def test_a_row_without_its_key_is_refused_alone(client: Any) -> None:
    frame = pandas.DataFrame({**pandas.DataFrame(ROWS), "image_id": [1, None, 3, 4, 5, 6]})
    report = client.submit_many(frame, key="field:image_id", run="r", **COMMON)
    assert report.submitted == 5
    assert [outcome.error for outcome in report if outcome.error] == [
        "row 2: it has no image_id, of which its key is to be made"
    ]
    report = client.submit_many(ROWS[:2], key=lambda row: [row["image_id"]], run="r", **COMMON)
    assert [outcome.state for outcome in report] == ["refused", "refused"]
    with pytest.raises(ValueError, match="there is no column 'image'"):
        client.submit_many(frame, key="field:image", run="r", **COMMON)


def test_a_number_is_the_same_key_in_every_form(client: Any) -> None:
    forms: list[Any] = [
        pyarrow.array([1, 2], pyarrow.int8()),
        pyarrow.array([1.0, 2.0]),
        pyarrow.array([Decimal(1), Decimal(2)], pyarrow.decimal128(20, 2)),
        pyarrow.array(["1", "2"]).dictionary_encode(),
    ]
    urls = [row["data_url"] for row in ROWS[:2]]
    tables = [pyarrow.table({"image_id": form, "data_url": urls}) for form in forms]
    found = [keys(client.submit_many(each, key="field:image_id", run="r", **COMMON)) for each in tables]
    assert found == [found[0]] * len(forms)
    own = [
        keys(client.submit_many(ROWS[:1], key=lambda _, made=made: made, run="r", **COMMON))
        for made in (numpy.int64(1), 1, Decimal("1.00"), "1")
    ]
    assert own == [own[0]] * 4
    # Digits that a float has lost are in no key, and nothing else is taken for a number.
    for made in (2.0**53, float("inf"), float("nan"), Decimal("NaN"), Decimal("1E+999999"), 1.5, True):
        report = client.submit_many(ROWS[:1], key=lambda _, made=made: made, run="r", **COMMON)
        assert report.refused == 1


def test_gaps_in_what_is_nested_are_no_part_of_a_task(client: Any) -> None:
    spec = {**ANIMALS, "boxes": [{"name": "a", "size": 1}, {"name": "b"}], "more": {"by": None, "n": [1]}}
    rows = [{"data_url": row["data_url"], "label_spec": spec} for row in ROWS[:2]]
    rows[1]["label_spec"] = {**spec, "note": "x"}
    own = {"key": "content", "run": "r", "task_type": "image_classification"}
    frame = pandas.DataFrame(rows)
    assert keys(client.submit_many(pyarrow.Table.from_pylist(rows), **own)) == keys(
        client.submit_many(frame, **own)
    )


def test_a_part_is_picklable_and_returns_plain_rows(asg_sandbox: Sandbox) -> None:
    with ASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url) as client:
        part, copy = pickle.loads(pickle.dumps((submit_part, client)))
        with copy:
            found = part(pandas.DataFrame(ROWS), copy, run="r", **COMMON)
        again = submit_part(ROWS, client, run="r", key="field:image_id", **COMMON)
        assert [row["state"] for row in found + again] == ["submitted"] * 12
        assert [row["image_id"] for row in found] == list(range(6))
        assert json.loads(json.dumps(found)) == found
        assert len({row["task_id"] for row in submit_part(ROWS, client, run="r", **COMMON)}) == 6


# Results and rows


def test_results_stand_next_to_their_rows(client: Any, asg_sandbox: Sandbox) -> None:
    rows = [{**task(0), "status": "mine"}, {**task(1), "type": "poetry"}, task(2, "dog"), task(3)]
    report = client.submit_many(rows)
    asg_sandbox.advance(10)
    ids = report.task_ids()
    assert len(ids) == 3
    told: list[Progress] = []
    results = client.poll_many(ids, on_progress=told.append, concurrency=1)
    assert len([next(results), next(results)]) == 2
    # The third is still under way, and the bar knows that there are three.
    assert told[-1].total == 3
    found = list(report.rows())
    assert [row["row"] for row in found] == [1, 2, 3, 4]
    assert [row["state"] for row in found] == ["submitted", "refused", "submitted", "submitted"]
    assert [row["consensus_label"] for row in found] == ["cat", None, "dog", None]
    assert (found[0]["input_status"], found[0]["status"]) == ("mine", "settled")
    assert (found[0]["data_url"], found[0]["agreement_count"], found[0]["cost_sats"] > 0) == (
        rows[0]["data_url"],
        3,
        True,
    )
    assert found[1]["error"] == "unsupported task type"
    assert {*found[0]} - {"input_status"} == {*found[3]}


def test_results_that_are_none_are_refused_and_reading_makes_no_file(client: Any, tmp_path: Path) -> None:
    report = client.submit_many(ROWS[:1], **COMMON)
    with pytest.raises(ASGGatewayJournalError, match="unable to open"):
        list(report.rows(tmp_path / "mistyped"))
    for wrong in ([{"status": "settled"}], [None], ["task"]):
        with pytest.raises(TypeError, match="results must be dicts with a task_id"):
            list(report.rows(wrong))
    (row,) = report.rows([{"task_id": next(report.task_ids()), "status": "settled"}])
    assert row["status"] == "settled"
    assert not list(tmp_path.iterdir())


def test_rows_of_an_input_that_is_gone_have_the_outcome(client: Any, asg_sandbox: Sandbox) -> None:
    report = client.submit_many(task(n) for n in range(3))
    asg_sandbox.advance(10)
    results = list(client.poll_many(list(report.task_ids())))
    assert [row["consensus_label"] for row in report.rows()] == [None] * 3
    assert [row["consensus_label"] for row in report.rows(results)] == ["cat"] * 3
    assert "data_url" not in next(report.rows())


def test_rows_of_a_batch_have_its_id(client: Any) -> None:
    report = client.submit_many([task(n) for n in range(5)], batch=2)
    assert len(report.task_ids()) == 0
    found = list(report.rows())
    assert [row["row"] for row in found] == [1, 2, 3, 4, 5]
    assert len({row["batch_id"] for row in found}) == 3
    assert found[4]["data_url"] == task(4)["data_url"]


@pytest.mark.parametrize(
    "place", ["out.parquet", "out.csv", "out.csv.gz", "out.jsonl", "memory://out/out.parquet"]
)
def test_a_report_is_written_to_a_table(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path, place: str
) -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    rows = [
        {**task(0), "image_id": 100, "size": 1, "at": at, "ok": True},
        {**task(1), "image_id": "credits", "size": 2.5, "at": at, "ok": False},
        {**task(2), "type": "poetry", "image_id": None, "size": None, "at": None, "ok": None},
    ]
    report = client.submit_many(pandas.DataFrame(rows, dtype=object))
    asg_sandbox.advance(10)
    list(client.poll_many(report.task_ids()))
    target = place if "://" in place else str(tmp_path / place)
    assert report.to(target) == 3
    with fsspec.open(target, "rb", compression="gzip" if target.endswith("gz") else None) as file:
        data = file.read()
    if ".parquet" in target:
        table = parquet.read_table(pyarrow.BufferReader(data))
        assert table["image_id"].to_pylist() == ["100", "credits", None]
        assert table["size"].to_pylist() == [1.0, 2.5, None]
        assert table["ok"].to_pylist() == [True, False, None]
        assert table["at"].to_pylist()[0] == at
        assert json.loads(table["label_spec"][0].as_py()) == ANIMALS
        assert table.schema.field("cost_sats").type == pyarrow.int64()
        found = table.to_pylist()
    elif ".csv" in target:
        found = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        assert found[0]["image_id"] == "100"
    else:
        found = [json.loads(line) for line in data.splitlines()]
    assert [row["consensus_label"] or None for row in found] == ["cat", "cat", None]
    assert [int(row["row"]) for row in found] == [1, 2, 3]
    assert found[2]["state"] == "refused"


@pytest.mark.parametrize("place", ["out.xlsx", "out.txt.gz", "memory://out.json"])
def test_a_report_is_written_as_what_its_name_says_or_not_at_all(
    client: Any, tmp_path: Path, place: str
) -> None:
    with pytest.raises(ValueError, match=r"place must end in \.parquet or \.csv or \.jsonl; got"):
        client.submit_many([]).to(place if "://" in place else tmp_path / place)
    assert not list(tmp_path.iterdir())


# What is kept of polling


def result(request: HttpRequest) -> Answer:
    body = {"task_id": request.target.split("/")[3], "status": "settled", "consensus_label": "cat"}
    return answer(200, body)


def test_what_was_received_is_kept_over_a_crash(scripted: Callable[..., Any], tmp_path: Path) -> None:
    ids = [f"tsk_{number}" for number in range(6)]
    journal = tmp_path / "results"
    client, transport = scripted([result] * 3 + [answer(401, {"error": "invalid API key"})] * 3)
    received = []
    with pytest.raises(ASGGatewayHTTPError):
        received.extend(client.poll_many(ids, journal=journal, concurrency=1))
    client, transport = scripted([result] * 3)
    found = list(client.poll_many(ids, journal=journal, concurrency=1))
    assert [each["task_id"] for each in found] == ids
    assert [request.target for request in transport.requests] == [
        f"/v1/tasks/{each}/result" for each in ids[3:]
    ]
    assert all("settlement" in each for each in found)
    client, transport = scripted([])
    assert len(list(client.poll_many(ids, journal=journal))) == 6
    assert transport.requests == []


def test_the_journal_of_a_submission_takes_the_results_too(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    journal = tmp_path / "journal"
    tasks = [task(n) for n in range(4)]
    report = client.submit_many(tasks, journal=journal)
    asg_sandbox.advance(10)
    with pytest.raises(LookupError):
        list(client.poll_many(report.task_ids(), journal=journal, concurrency=1, on_progress=failing))
    # As after a crash: another process submits the same, and goes on.
    again = client.submit_many(tasks, journal=journal)
    reads = len(asg_sandbox.requests("get_result"))
    assert len(list(client.poll_many(again.task_ids(), interval=0.01, journal=journal))) == 4
    assert len(asg_sandbox.requests("get_result")) < reads + 4
    assert [row["consensus_label"] for row in again.rows()] == ["cat"] * 4
    assert len(asg_sandbox.requests("submit_task")) == 4
    elsewhere = client.submit_many(tasks)
    asg_sandbox.advance(10)
    list(client.poll_many(elsewhere.task_ids(), interval=0.01, journal=tmp_path / "results"))
    assert [row["consensus_label"] for row in elsewhere.rows()] == ["cat"] * 4
    assert [row["consensus_label"] for row in again.rows(tmp_path / "results")] == [None] * 4


def test_a_file_that_is_no_journal_keeps_nothing(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    sqlite3.connect(path).execute("CREATE TABLE mine (x)").connection.close()
    with pytest.raises(ASGGatewayJournalError, match="another SQLite file"):
        list(client.poll_many(["tsk_1"], journal=path))


# Several in flight


def test_the_sync_client_keeps_as_many_in_flight_as_the_caller_says(asg_sandbox: Sandbox) -> None:
    asg_sandbox.fault("delay", delay=0.05, operation="submit_task", times=64)
    threads = set()

    def count(progress: Progress) -> None:
        threads.add(threading.get_ident())

    with ASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url) as client:
        tasks = [task(n) for n in range(32)]
        report = client.submit_many(tasks, concurrency=4, on_progress=count)
        assert (report.submitted, len(set(report.task_ids()))) == (32, 32)
        assert [outcome.index for outcome in report] == list(range(32))
        assert len(threads) > 1
        threads.clear()
        client.submit_many(tasks[:3], on_progress=count)
        assert threads == {threading.get_ident()}
        with pytest.raises(LookupError, match="of the caller"):
            client.submit_many(tasks, concurrency=4, on_progress=failing)


def failing(progress: Progress) -> None:
    raise LookupError("of the caller")


# How far it is


def test_without_a_terminal_a_line_is_logged_every_thirty_seconds(
    scripted: Callable[..., Any], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    throttled = answer(429, {"error": "rate limit exceeded"}, {"Retry-After": "20"})
    body = {"task_id": "tsk_1", "status": "pending", "created_at": "2026-01-01T00:00:00Z"}
    script = [answer(202, body), throttled] * 6
    for progress, expected in ((None, 2), (False, 0)):
        caplog.clear()
        client, _ = scripted(script, max_retries=0)
        with caplog.at_level(logging.INFO, "clientkit"):
            client.submit_many([task(n) for n in range(6)], concurrency=1, progress=progress)
        lines = [each.getMessage() for each in caplog.records if "Submitting tasks" in each.getMessage()]
        assert len(lines) == expected, lines
    assert caplog.records is not None


def test_the_line_says_how_far_it_is(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    with (
        caplog.at_level(logging.INFO, "clientkit"),
        shown("Waiting for results", None, None, lambda: now[0]) as told,
    ):
        told(Progress(1, 0, 100))
        now[0] = 29.0
        told(Progress(2, 1, 100))
        assert caplog.messages == []
        now[0] = 30.0
        told.tick()
        now[0] = 59.0
        told(Progress(20, 1, 100))
        now[0] = 60.0
        told(Progress(29, 1, 100))
    assert caplog.messages == [
        "Waiting for results: 3 of 100, 1 failed, 0.1 a second, 970 s left",
        "Waiting for results: 30 of 100, 1 failed, 0.5 a second, 140 s left",
    ]
