"""Where tasks come from: tables, files and URLs, and async iterables; and what their rows are called."""

from __future__ import annotations

import asyncio
import csv
import gzip
import io
import json
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import fsspec
import pandas
import polars
import pyarrow
import pytest
from asg_gateway import (
    ASGGatewayClient,
    ASGGatewayInputError,
    ASGGatewayManifestError,
    AsyncASGGatewayClient,
    SubmissionReport,
    check_manifest,
    write_manifest,
)
from clientkit_sandbox import Sandbox
from pyarrow import parquet

from .tasks import ANIMALS, task

URLS = [f"https://example.com/cat-{number}.jpg" for number in range(5)]
COMMON: dict[str, Any] = {"task_type": "image_classification", "label_spec": ANIMALS}


def sent(sandbox: Sandbox) -> list[dict[str, Any]]:
    """Return the tasks that the service was sent, without their keys."""
    bodies = [request["body"] for request in sandbox.requests()]
    tasks = [task for body in bodies for task in body.get("tasks") or [body]]
    return [{name: value for name, value in task.items() if name != "idempotency_key"} for task in tasks]


def errors(report: SubmissionReport) -> dict[int, str]:
    return {outcome.index: outcome.error or "" for outcome in report if outcome.state == "refused"}


def reader(table: pyarrow.Table) -> Any:
    return pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=2))


class Stream:
    """A table of a library that this client does not know."""

    def __init__(self, table: pyarrow.Table) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)


TABLES: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "pandas": pandas.DataFrame,
    "polars": polars.DataFrame,
    "pyarrow": pyarrow.table,
    "reader": lambda columns: reader(pyarrow.table(columns)),
    "stream": lambda columns: Stream(pyarrow.table(columns)),
}


@pytest.mark.parametrize("library", TABLES)
@pytest.mark.parametrize("batch", [False, 2])
def test_a_table_is_an_input(client: Any, asg_sandbox: Sandbox, library: str, batch: Any) -> None:
    columns = {"uri": URLS, "consensus_threshold": [2, None, 3, None, 5], "height": [1.5] * 5}
    report = client.submit_many(
        TABLES[library](columns), columns={"data_url": "uri"}, batch=batch, concurrency=1, **COMMON
    )
    assert (report.submitted, report.tasks, report.finished) == (5, 5, True)
    tasks = sent(asg_sandbox)
    assert [each["data_url"] for each in tasks] == URLS
    assert [each.get("consensus_threshold") for each in tasks] == [2, None, 3, None, 5]
    # What is not a field of a task stays at home.
    assert all(each["label_spec"] == ANIMALS and "height" not in each for each in tasks)


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_row_keeps_its_own_over_what_all_have(client: Any, asg_sandbox: Sandbox, library: str) -> None:
    own = {"question": "Sure?", "options": ["yes", "no"]}
    table = TABLES[library](
        {"data_url": URLS[:3], "label_spec": [own, None, own], "type": [None, "moderation", None]}
    )
    report = client.submit_many(table, concurrency=1, **COMMON)
    assert report.submitted == 3
    assert [each["label_spec"] for each in sent(asg_sandbox)] == [own, ANIMALS, own]
    assert [each["type"] for each in sent(asg_sandbox)] == [
        "image_classification",
        "moderation",
        "image_classification",
    ]


def test_a_column_of_pandas_with_several_kinds_is_no_obstacle(client: Any, asg_sandbox: Sandbox) -> None:
    frame = pandas.DataFrame({"data_url": URLS[:2], "image_id": [100, "credits"]})
    report = client.submit_many(frame, key="field:image_id", run="r", **COMMON)
    assert report.submitted == 2
    assert [row["image_id"] for row in report.rows()] == [100, "credits"]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("batch", [False, 10])
def test_every_refusal_of_a_row_has_its_number(client: Any, library: str, batch: Any) -> None:
    columns = {
        "data_url": ["http://no.example/tls.jpg", None, *URLS[2:]],
        "label_spec": ["{", None] + [None] * 3,
    }
    report = client.submit_many(TABLES[library](columns), batch=batch, **COMMON)
    assert report.submitted == 3
    assert errors(report).keys() == {0, 1}
    assert "row 1: its label_spec is not JSON" in errors(report)[0]
    assert errors(report)[1] == "row 2: it has no data_url"


def test_a_refusal_of_the_service_has_the_rows_too(client: Any) -> None:
    frame = pandas.DataFrame({"data_url": URLS, "type": ["poetry"] + ["sentiment"] * 4})
    single = client.submit_many(frame, label_spec=ANIMALS)
    assert errors(single) == {0: "row 1: unsupported task type"}
    batch = client.submit_many(frame, label_spec=ANIMALS, batch=2, concurrency=1)
    assert errors(batch) == {0: "rows 1 to 2: tasks.0: unsupported task type"}
    twice = pandas.DataFrame({"data_url": URLS[:2], "idempotency_key": ["k", "k"]})
    assert errors(client.submit_many(twice, **COMMON)) == {
        1: "row 2: has the idempotency_key 'k' of row 1, which is another task"
    }


def lines(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def table_of(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, ["data_url", "consensus_threshold", "label_spec"])
    writer.writeheader()
    writer.writerows(
        {"data_url": row["data_url"], "label_spec": json.dumps(row["label_spec"])} for row in rows
    )
    return text.getvalue().encode()


def packed(rows: list[dict[str, Any]]) -> bytes:
    sink = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), sink)
    return sink.getvalue()


def zst(data: bytes) -> bytes:
    return bytes(pyarrow.compress(data, "zstd", asbytes=True))


TASKS = [task(number) for number in range(5)]
FILES: dict[str, Callable[[], bytes]] = {
    "tasks.jsonl": lambda: lines(TASKS),
    "tasks.jsonl.gz": lambda: gzip.compress(lines(TASKS)),
    "tasks.jsonl.zst": lambda: zst(lines(TASKS)),
    "tasks.csv": lambda: b"\xef\xbb\xbf" + table_of(TASKS),
    "tasks.csv.gz": lambda: gzip.compress(table_of(TASKS)),
    "tasks.parquet": lambda: packed(TASKS),
    "TASKS": lambda: lines(TASKS),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("where", ["local", "memory"])
def test_a_file_is_an_input_wherever_it_is(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path, name: str, where: str
) -> None:
    place = str(tmp_path / name) if where == "local" else f"memory://tasks/{name}"
    with fsspec.open(place, "wb") as file:
        file.write(FILES[name]())
    told: list[Any] = []
    report = client.submit_many(place, concurrency=1, on_progress=told.append, type="image_classification")
    assert (report.submitted, report.finished) == (5, True)
    assert sent(asg_sandbox) == TASKS
    # The bar knows how many there are: a local file is counted, and Parquet says it.
    known = where == "local" or name.endswith(".parquet")
    assert {each.total for each in told} == {5 if known else None}


def test_a_column_that_is_not_there_is_named_before_anything_is_sent(
    client: Any, asg_sandbox: Sandbox, tmp_path: Path
) -> None:
    path = tmp_path / "tasks.csv"
    path.write_bytes(table_of(TASKS))
    frame = pandas.DataFrame({"uri": URLS})
    for given in (path, frame, pyarrow.table({"uri": URLS})):
        with pytest.raises(ValueError, match="there is no column 'address'") as caught:
            client.submit_many(given, columns={"data_url": "address"}, **COMMON)
        assert caught.value.report.submitted == 0
    with pytest.raises(ValueError, match="there is no column 'data_url' in uri; say which it is"):
        client.submit_many(frame, **COMMON)
    path.write_bytes(b"")
    with pytest.raises(ASGGatewayInputError, match="no columns: the table has no header line, or is empty"):
        client.submit_many(path, **COMMON)
    with pytest.raises(ASGGatewayInputError, match="several columns 'data_url'"):
        client.submit_many(pandas.concat([frame, frame], axis=1).set_axis(["data_url"] * 2, axis=1), **COMMON)
    assert asg_sandbox.requests() == []


def test_dicts_take_columns_and_fields_too(client: Any, asg_sandbox: Sandbox) -> None:
    rows = [{"uri": URLS[0], "type": "moderation"}, {"uri": URLS[1]}]
    report = client.submit_many(rows, columns={"data_url": "uri"}, concurrency=1, **COMMON)
    assert report.submitted == 2
    assert sent(asg_sandbox) == [
        {"type": "moderation", "data_url": URLS[0], "label_spec": ANIMALS},
        {"type": "image_classification", "data_url": URLS[1], "label_spec": ANIMALS},
    ]
    assert rows[0] == {"uri": URLS[0], "type": "moderation"}


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ({"label_specs": ANIMALS}, TypeError, "unexpected keyword argument 'label_specs'"),
        ({"type": "a", "task_type": "b"}, TypeError, "task_type= or type="),
        ({"columns": ["uri"]}, TypeError, "columns must be a dict"),
        ({"columns": {"data_url": 5}}, TypeError, "names of fields and of columns"),
        ({"key": "image_id", "run": "r"}, ValueError, "key must be 'content', 'field:'"),
        ({"key": "field:", "run": "r"}, ValueError, "key must be 'content', 'field:'"),
        ({"key": "content"}, ValueError, "key= needs run="),
        ({"run": ""}, ValueError, "run must not be empty"),
        ({"run": "r", "batch": True}, ValueError, "need batch=False"),
    ],
)
def test_arguments_are_checked(
    client: Any, asg_sandbox: Sandbox, arguments: dict[str, Any], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        client.submit_many([task()], **arguments)
    assert asg_sandbox.requests() == []


def test_what_is_wrong_with_csv_has_the_row(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "tasks.csv"
    path.write_text(f"data_url,consensus_threshold\n{URLS[0]},3\n\n{URLS[1]},3,4\n{URLS[2]},three\n")
    report = client.submit_many(path, **COMMON)
    assert report.submitted == 1
    assert errors(report)[1] == "row 2: it has 1 more cells than the header"
    assert errors(report)[2].startswith("row 3: ")
    path.write_bytes(f"data_url\n{URLS[0]}\n".encode() + b"\xff\n")
    with pytest.raises(ASGGatewayInputError, match="is not CSV"):
        client.submit_many(path, **COMMON)


def test_a_line_is_called_by_its_number_in_the_file(client: Any, tmp_path: Path) -> None:
    path = tmp_path / "tasks.jsonl"
    bad = {**task(1), "type": "poetry"}
    path.write_bytes(lines([task(0)]) + b"\n\n" + lines([bad]))
    assert errors(client.submit_many(path)) == {1: "line 4: unsupported task type"}


def test_a_query_that_was_not_run_says_what_to_do(client: Any) -> None:
    with pytest.raises(TypeError, match=r"tasks\.collect\(\)"):
        client.submit_many(polars.LazyFrame({"data_url": URLS}), **COMMON)


@pytest.mark.parametrize(
    ("missing", "place", "says"),
    [
        ("fsspec", "s3://bucket/tasks.jsonl", r"needs fsspec.*clientkit\[bulk\]"),
        ("s3fs", "s3://bucket/tasks.jsonl", "s3:// needs s3fs; type: pip install s3fs"),
        ("gcsfs", "gs://bucket/tasks.jsonl", "gs:// needs gcsfs; type: pip install gcsfs"),
        ("pyarrow.parquet", "tasks.parquet", r"needs pyarrow.*clientkit\[bulk\]"),
        ("pyarrow", "tasks.jsonl.zst", r"needs pyarrow.*clientkit\[bulk\]"),
    ],
)
def test_a_library_that_is_missing_is_named(
    client: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str, place: str, says: str
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    place = place if "://" in place else str(tmp_path / place)
    if "://" not in place:
        Path(place).write_bytes(b"")
    with pytest.raises(ImportError, match=says) as caught:
        client.submit_many(place)
    assert caught.value.report.submitted == 0  # type: ignore[attr-defined]
    with pytest.raises(ImportError, match=says):
        write_manifest(place, URLS) if missing != "pyarrow.parquet" else check_missing(client, place)


def check_missing(client: Any, place: str) -> None:
    client.submit_many([]).to(place)


def test_a_file_that_cannot_be_used_is_named(client: Any, tmp_path: Path) -> None:
    place = tmp_path / "tasks.parquet"
    place.write_bytes(b"no table")
    with pytest.raises(ValueError, match=f"tasks: {place} is no Parquet file"):
        client.submit_many(place, **COMMON)
    with pytest.raises(ValueError, match=r"tasks: 'what://tasks\.csv' cannot be used: Protocol not known"):
        client.submit_many("what://tasks.csv", **COMMON)


def test_an_async_iterable_is_for_the_async_client(asg_sandbox: Sandbox) -> None:
    async def tasks(count: int, then: Exception | None = None) -> AsyncIterator[dict[str, Any]]:
        for number in range(count):
            await asyncio.sleep(0)
            yield task(number)
        if then is not None:
            raise then

    async def main() -> None:
        async with AsyncASGGatewayClient(asg_sandbox.keys["live"], asg_sandbox.base_url) as client:
            report = await client.submit_many(tasks(5))
            assert (report.submitted, report.finished) == (5, True)
            assert [row["state"] for row in report.rows()] == ["submitted"] * 5
            report = await client.submit_many(tasks(5), batch=2)
            assert [outcome.count for outcome in report] == [2, 2, 1]
            with pytest.raises(KeyError) as caught:
                await client.submit_many(tasks(3, KeyError("of the caller")))
            assert caught.value.report.submitted == 3  # type: ignore[attr-defined]

    asyncio.run(main())
    with (
        ASGGatewayClient(asg_sandbox.api_key, asg_sandbox.base_url) as client,
        pytest.raises(TypeError, match="needs the async client"),
    ):
        client.submit_many(tasks(1))


# Manifests


@pytest.mark.parametrize("name", ["manifest.jsonl", "manifest.jsonl.gz", "manifest.jsonl.zst"])
@pytest.mark.parametrize("where", ["local", "memory"])
def test_a_manifest_is_written_the_same_way(tmp_path: Path, name: str, where: str) -> None:
    place = str(tmp_path / name) if where == "local" else f"memory://manifests/{name}"
    frame = pandas.DataFrame({"uri": URLS, "metadata": [{"row": 1}, None, '{"row": 3}', None, None], "x": 1})
    assert write_manifest(place, frame, columns={"data_url": "uri"}) == 5
    check = check_manifest(place)
    assert (check.lines, check.ok) == (5, True)
    # Again, out of the file itself.
    other = place.replace("manifest.", "copy.")
    assert write_manifest(other, place) == 5
    with fsspec.open(other, "rb", compression={"z": "gzip", "t": "zstd"}.get(name[-1])) as file:
        found = [json.loads(line) for line in file.read().splitlines()]
    assert found[:3] == [
        {"data_url": URLS[0], "metadata": {"row": 1}},
        {"data_url": URLS[1]},
        {"data_url": URLS[2], "metadata": {"row": 3}},
    ]


def test_a_manifest_is_no_table(tmp_path: Path) -> None:
    for name in ("manifest.csv.gz", "manifest.parquet"):
        with pytest.raises(ValueError, match=r"path must not end in .*: a manifest is JSON lines"):
            write_manifest(tmp_path / name, URLS)


def test_a_manifest_that_is_refused_has_the_rows_and_is_not_written() -> None:
    table = pyarrow.table({"data_url": [URLS[0], "no url", None]})
    with pytest.raises(
        ASGGatewayManifestError, match="2 of 3 lines are bad: line 2: 'data_url' is not"
    ) as caught:
        write_manifest("memory://manifests/refused.jsonl", table)
    assert [problem.line for problem in caught.value.problems] == [2, 3]
    assert not fsspec.filesystem("memory").exists("/manifests/refused.jsonl")
