"""The history as a data set: record batches, and a Parquet file that grows by what is new."""

from __future__ import annotations

import gc
import itertools
import json
import sys
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pytest
from assetcore_sdk import errors
from assetcore_sdk.exporting import history_schema
from assetcore_sdk.operations import (
    AddFungible,
    CreateContainer,
    MoveFungible,
    RegisterClass,
    RemoveFungible,
    TransferFungible,
)
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from pyarrow import parquet

COLUMNS = ["commit_id", "world_seq", "position", "op", "class_id", "container_id", "key", "quantity", "raw"]
EVENTS = {"Content-Type": "text/event-stream"}


@pytest.fixture
def vault(writer: Any) -> Any:
    """A namespace with two containers and two classes, one with a number for an id."""
    writer.commit_operations(
        [
            CreateContainer(container_id="vault", kind={"type": "balance", "quantization_inv": 10**9}),
            CreateContainer(container_id=7, kind={"type": "balance", "quantization_inv": 10**9}),
            RegisterClass(request={"class_id": 100, "flags": 2, "name": "gold"}),
            RegisterClass(request={"class_id": "credits", "flags": 2, "name": "credits"}),
        ],
        namespace_id=9,
    )
    return writer


def add(writer: Any, class_id: Any, quantity: Any, container: Any = "vault") -> Any:
    place = {"kind": "balance", "container_id": container}
    operation = AddFungible(class_id=class_id, quantity=quantity, location=place)
    return writer.commit_operations([operation], namespace_id=9)


def remove(writer: Any, class_id: Any, quantity: Any, container: Any = "vault") -> Any:
    place = {"kind": "balance", "container_id": container}
    operation = RemoveFungible(class_id=class_id, quantity=quantity, from_=place)
    return writer.commit_operations([operation], namespace_id=9)


def test_the_sum_of_the_log_is_the_balance(vault: Any, reader: Any, tmp_path: Path) -> None:
    for number in range(1, 6):
        add(vault, 100, number)
        add(vault, "credits", f"{number}.25", 7)
    remove(vault, 100, "3")
    remove(vault, "credits", "0.5", 7)
    done = reader.export_history(tmp_path / "log.parquet", namespace_id=9)
    assert (done.commits, done.rows, done.total_rows) == (13, 16, 16)
    assert done.to_dict()["last_event_id"] == done.last_event_id
    log = str(tmp_path / "log.parquet")
    sums = duckdb.sql(
        "SELECT container_id, class_id, sum(CASE op WHEN 'AddFungible' THEN quantity ELSE -quantity END) "
        f"FROM '{log}' WHERE op IN ('AddFungible', 'RemoveFungible') GROUP BY ALL"
    ).fetchall()
    balances = [
        (container, str(each.class_id), Decimal(each.quantity))
        for container in ("vault", "7")
        for each in reader.get_container_balances(container, namespace_id=9).balances
    ]
    assert sorted(sums) == sorted(balances)
    assert len(balances) == 2


def test_columns_are_the_same_whatever_the_history_holds(vault: Any, reader: Any) -> None:
    first = add(vault, 100, "1000000.000000001")
    vault.commit_operations(
        [
            MoveFungible(
                class_id=100,
                quantity=1,
                from_={"kind": "balance", "container_id": "vault"},
                to={"kind": "balance", "container_id": 7},
            ),
            TransferFungible(from_container=7, to_container="vault", class_id=100, quantity=1),
        ],
        namespace_id=9,
    )
    batches = reader.iter_batches(namespace_id=9, batch_size=1)
    assert [batch.num_rows for batch in batches] == [4, 1, 2]
    assert all(batch.schema.equals(history_schema()) for batch in batches)
    table = pyarrow.Table.from_batches(batches)
    assert table.schema.names[: len(COLUMNS)] == COLUMNS
    rows = table.to_pylist()
    assert [row["op"] for row in rows] == ["CreateContainer"] * 2 + ["RegisterClass"] * 2 + [
        "AddFungible",
        "MoveFungible",
        "TransferFungible",
    ]
    assert [row["position"] for row in rows] == [0, 1, 2, 3, 0, 0, 1]
    assert [row["class_id"] for row in rows] == [None, None, "100", "credits", "100", "100", "100"]
    assert [row["container_id"] for row in rows] == ["vault", "7", None, None, "vault", "vault", "7"]
    assert [row["to_container_id"] for row in rows[-2:]] == ["7", "vault"]
    assert rows[4]["quantity"] == Decimal("1000000.000000001")
    assert (rows[4]["commit_id"], rows[4]["world_seq"]) == (first.commit_id, first.world_seq_end)
    assert json.loads(rows[4]["raw"])["args"]["quantity"] == "1000000.000000001"
    assert rows[4]["event_id"] < rows[5]["event_id"]
    assert rows[4]["commit_time"].tzinfo is not None
    behind = reader.iter_batches(rows[4]["event_id"], namespace_id=9)
    assert pyarrow.Table.from_batches(behind).to_pylist() == rows[5:]
    assert reader.iter_batches(rows[6]["event_id"], namespace_id=9) == []
    assert reader.iter_batches(namespace_id=8) == []


def test_a_second_run_adds_exactly_what_is_new(vault: Any, reader: Any, tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    add(vault, 100, 5)
    first = reader.export_history(path, namespace_id=9)
    before = path.read_bytes()
    again = reader.export_history(path, namespace_id=9)
    assert (again.commits, again.rows, again.total_rows) == (0, 0, first.total_rows)
    assert path.read_bytes() == before
    commits = [add(vault, "credits", number).commit_id for number in range(1, 4)]
    third = reader.export_history(path, namespace_id=9, after=0)
    assert (third.commits, third.rows, third.total_rows) == (3, 3, first.total_rows + 3)
    rows = parquet.read_table(path).to_pylist()
    assert [row["commit_id"] for row in rows[-3:]] == commits
    fresh = reader.export_history(tmp_path / "fresh.parquet", namespace_id=9)
    assert parquet.read_table(fresh.path).to_pylist() == rows
    assert fresh.last_event_id == third.last_event_id == rows[-1]["event_id"]
    metadata = parquet.read_metadata(path).metadata
    assert metadata[b"assetcore.last_event_id"] == str(third.last_event_id).encode()
    part = reader.export_history(tmp_path / "part.parquet", namespace_id=9, after=first.last_event_id)
    assert parquet.read_table(part.path).to_pylist() == rows[-3:]
    assert {each.name for each in tmp_path.iterdir()} == {"log.parquet", "fresh.parquet", "part.parquet"}


def test_an_empty_history_makes_an_empty_file_that_grows(vault: Any, reader: Any, tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    done = reader.export_history(path, namespace_id=12)
    assert (done.total_rows, done.last_event_id) == (0, None)
    assert parquet.read_schema(path).names == history_schema().names
    vault.commit_operations([CreateContainer(container_id="a", kind={"type": "balance"})], namespace_id=12)
    assert reader.export_history(path, namespace_id=12).total_rows == 1


def test_a_stream_that_breaks_loses_nothing(
    vault: Any, hurried: Any, tmp_path: Path, assetcore_sandbox: Sandbox
) -> None:
    path = tmp_path / "log.parquet"
    hurried.export_history(path, namespace_id=9)
    commits = [add(vault, 100, number).commit_id for number in range(1, 9)]
    for kind in ("truncate", "reset", "truncate"):
        assetcore_sandbox.fault(kind, operation="read_stream_endpoint")
    assert hurried.export_history(path, namespace_id=9).commits == 8
    assert parquet.read_table(path)["commit_id"].to_pylist()[-8:] == commits


def test_what_ends_in_between_leaves_the_file_as_it_was(
    vault: Any, reader: Any, tmp_path: Path, assetcore_sandbox: Sandbox
) -> None:
    path = tmp_path / "log.parquet"
    reader.export_history(path, namespace_id=9)
    before = path.read_bytes()
    add(vault, 100, 1)
    assetcore_sandbox.fault("status", status=403, operation="read_stream_endpoint")
    with pytest.raises(errors.SDKForbiddenError):
        reader.export_history(path, namespace_id=9)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["log.parquet"]
    assert reader.export_history(path, namespace_id=9).commits == 1


def test_another_file_is_refused_before_anything_is_sent(
    vault: Any, reader: Any, tmp_path: Path, assetcore_sandbox: Sandbox
) -> None:
    path = tmp_path / "log.parquet"
    reader.export_history(path, namespace_id=9)
    other, text = tmp_path / "other.parquet", tmp_path / "text.parquet"
    parquet.write_table(pyarrow.table({"x": [1]}), other)
    text.write_text("no parquet")
    sent = len(assetcore_sandbox.requests())
    for place, options, says in (
        (path, {"namespace_id": 8}, "is of the namespace 9, not 8"),
        (path, {"namespace_id": 9, "after": 10**6}, "would leave a gap"),
        (other, {"namespace_id": 9}, "is not a file of export_history"),
        (text, {"namespace_id": 9}, "is not a file of export_history"),
    ):
        with pytest.raises(errors.AssetCoreError, match=says):
            reader.export_history(place, **options)
    with pytest.raises(ValueError, match="is a folder"):
        reader.export_history(tmp_path, namespace_id=9)
    for bad in (-1, "x"):
        with pytest.raises(errors.AssetCoreError, match="after") as caught:
            reader.iter_batches(bad, namespace_id=9)
        assert isinstance(caught.value, TypeError if bad == "x" else ValueError)
    with pytest.raises(errors.AssetCoreError, match="batch_size must be 1 or more"):
        reader.iter_batches(namespace_id=9, batch_size=0)
    assert len(assetcore_sandbox.requests()) == sent
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "log.parquet",
        "other.parquet",
        "text.parquet",
    ]


def test_without_pyarrow_the_extra_is_named(
    reader: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("pyarrow", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r"needs pyarrow.*'clientkit\[data\]'"):
        reader.export_history(tmp_path / "log.parquet")
    with pytest.raises(ImportError, match=r"needs pyarrow.*'clientkit\[data\]'"):
        reader.iter_batches()


def freshness(end: int) -> Any:
    known = {"namespace": 1, "world_seq": end, "commit_log_world_seq": end, "lag": 0, "lag_ms": 0}
    return answer(200, {"freshness": known})


def event(number: int, quantity: Any = "1", key: Any = None) -> bytes:
    args = {
        "class_id": 100,
        "key": key,
        "quantity": quantity,
        "location": {"kind": "balance", "container_id": 1},
    }
    entry = {
        "commit_id": f"c{number}",
        "world_seq_start": number,
        "world_seq_end": number,
        "operations": [{"op": "AddFungible", "args": args}],
    }
    return f"id: {number}\ndata: {json.dumps(entry)}\n\n".encode()


def unplaced(number: int) -> bytes:
    return event(number).partition(b"\n")[2]


@pytest.mark.parametrize(
    ("stream", "says"),
    [
        pytest.param(answer(200, b": no\n\n", EVENTS), "behind event 4 .* 9 streams in", id="empty"),
        pytest.param(answer(200, event(4), EVENTS), "9 streams in a row ended without", id="the same again"),
        pytest.param(answer(200, unplaced(5), EVENTS), "9 streams in a row ended without", id="no event id"),
        pytest.param(answer(503, {"error": "busy"}), "busy", id="busy"),
    ],
)
def test_a_daemon_that_is_always_behind_is_not_polled_without_end(
    scripted: Any, tmp_path: Path, stream: Any, says: str
) -> None:
    first = answer(200, event(3) + event(4), EVENTS)
    client, transport = scripted(itertools.chain([freshness(9), first], itertools.repeat(stream)))
    with pytest.raises(errors.AssetCoreError, match=says):
        client.export_history(tmp_path / "log.parquet")
    assert len(transport.requests) <= 2 + 9 * 3
    assert list(tmp_path.iterdir()) == []


def test_an_operation_that_is_null_is_a_row(scripted: Any) -> None:
    body = event(1).replace(b'"operations": [', b'"operations": [null, ')
    client, _ = scripted([freshness(1), answer(200, body, EVENTS)])
    (batch,) = client.iter_batches()
    assert batch["op"].to_pylist() == [None, "AddFungible"]
    assert batch["raw"].to_pylist()[0] == "null"


def test_a_history_without_event_ids_is_not_read_twice(scripted: Any) -> None:
    client, _ = scripted([freshness(9), answer(200, unplaced(1), EVENTS)])
    with pytest.raises(errors.HttpStreamError, match=r"from its beginning .* an entry without an event id"):
        client.iter_batches()


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"quantity": "1" + "0" * 21}, "commit c2, operation 0: quantity is '10"),
        ({"quantity": "0." + "0" * 18 + "1"}, "quantity"),
        ({"quantity": "many"}, "quantity is 'many', which does not fit its column"),
        ({"key": "red"}, "key is 'red'"),
        ({"key": 2**64}, "key is"),
    ],
)
def test_what_does_not_fit_its_column_is_named_with_its_commit(
    scripted: Any, values: dict[str, Any], says: str
) -> None:
    body = event(1) + event(2, **values) + event(3)
    client, _ = scripted([freshness(3), answer(200, body, EVENTS)])
    with pytest.raises(errors.HttpDecodeError, match=says):
        client.iter_batches()


def test_memory_is_flat_over_the_history(
    scripted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What a lazy module was asked for before, it keeps.
    monkeypatch.setattr("assetcore_sdk.lazy.exporting.BATCH", 100)
    monkeypatch.setattr("assetcore_sdk.exporting._GROUP", 200)

    def script(count: int) -> Iterator[Any]:
        yield freshness(count)
        for first in range(1, count, 100):
            gc.collect()
            yield answer(200, b"".join(map(event, range(first, first + 100))), EVENTS)

    def peak(count: int) -> int:
        client, transport = scripted(script(count))
        # What other tests left is neither counted nor looked at.
        gc.freeze()
        tracemalloc.start()
        try:
            done = client.export_history(tmp_path / f"{count}.parquet")
            held = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            gc.unfreeze()
        assert done.total_rows == count
        assert len(transport.requests) == count // 100 + 1
        return held

    peak(200)
    # The two thousand more rows are 700 KB of JSON alone.
    assert peak(2400) - peak(400) < 200_000
