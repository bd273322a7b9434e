"""What `make bench` prints and returns; what it measures is looked at by nobody here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import __main__ as bench
from benchmarks.environments import ROOT
from benchmarks.measure import Row
from benchmarks.targets import TARGETS

SYNC = "sync call / httpx and json.loads"
SCALE = "memory after the first call / httpx"


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    """What the benchmarks measure."""
    found: list[Row] = []

    def rows(names: list[str]) -> list[Row]:
        assert names
        return found

    monkeypatch.setattr(bench, "rows", rows)
    return found


def test_a_row_within_its_target_ends_well(measured: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    measured += [Row(SYNC, TARGETS[SYNC], 0.00068, 0.001), Row(SCALE, 9.0, 90.0, 10.0, "MB")]
    assert bench.main([]) == 0
    _, first, second, last = capsys.readouterr().out.splitlines()
    assert first.split()[-6:] == ["0.68", "0.68", "680.0", "us", "1.00", "ms"]
    assert second.split()[-5:] == ["9.00", "90.0", "MB", "10.0", "MB"]
    assert last.endswith("0 miss their target")


def test_a_missed_target_is_printed_and_is_the_exit_code(
    measured: list[Row], capsys: pytest.CaptureFixture[str]
) -> None:
    measured += [Row(SYNC, TARGETS[SYNC] + 0.01, 0.00069, 0.001)]
    assert bench.main([]) == 1
    _, row, last = capsys.readouterr().out.splitlines()
    assert row.endswith("missed")
    assert last.endswith("1 miss their target")


def test_a_run_is_compared_with_a_stored_one(
    measured: list[Row], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    measured += [Row(SYNC, 0.51234, 0.0005, 0.001)]
    assert bench.main(["--json"]) == 0
    stored = capsys.readouterr().out
    assert json.loads(stored) == {SYNC: 0.5123}
    (tmp_path / "run.json").write_text(stored, encoding="utf-8")
    measured[:] = [Row(SYNC, 0.6, 0.0006, 0.001), Row("new", 1.0, 1.0, 1.0)]
    assert bench.main(["--compare", str(tmp_path / "run.json")]) == 0
    _, row, other, _ = capsys.readouterr().out.splitlines()
    assert row.split()[-7:-4] == ["0.60", "0.68", "0.51"]
    assert "0.51" not in other


@pytest.mark.parametrize(
    ("arguments", "chosen"),
    [
        ([], [name for name in bench.ENVIRONMENTS if name != "peers"]),
        (["--peers"], list(bench.ENVIRONMENTS)),
        (["sse", "peers"], ["sse", "peers"]),
    ],
)
def test_peers_are_measured_when_that_is_said(
    arguments: list[str], chosen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(bench, "rows", lambda names: asked.extend(names) or [])
    assert bench.main(arguments) == 0
    assert asked == chosen


def test_an_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["speed"]) == 2
    assert "no benchmark speed; there are imports, calls" in capsys.readouterr().err


def test_every_benchmark_has_an_environment() -> None:
    modules = {path.stem.removeprefix("bench_") for path in (ROOT / "benchmarks").glob("bench_*.py")}
    assert modules == set(bench.ENVIRONMENTS)
    assert set(bench.ENVIRONMENTS.values()) == {"plain", "extras", "peers"}
