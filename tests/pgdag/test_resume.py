"""Runs that end in one process and go on in another."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pgdag import (
    Checkpoint,
    CheckpointError,
    CheckpointFile,
    DAGTemplate,
    InterruptionSignal,
    PGDAGRunner,
    ProofArtifact,
    ProofStatus,
    ReducerStatus,
    RunResult,
    StepContext,
    WaitForEvent,
)

from tests.pgdag.graphs import Steps, diamond, template

Json = dict[str, Any]


def run(runner: PGDAGRunner, flow: DAGTemplate, **options: Any) -> RunResult:
    return asyncio.run(runner.execute(flow, {"x": 1}, **options))


def resume(runner: PGDAGRunner, flow: DAGTemplate, saved: Json, **options: Any) -> RunResult:
    checkpoint = Checkpoint.from_dict(json.loads(json.dumps(saved)))
    return asyncio.run(runner.resume(flow, checkpoint, **options))


def runner_of(steps: dict[str, Any], **options: Any) -> PGDAGRunner:
    runner = PGDAGRunner(**options)
    runner.register_steps(steps)
    return runner


class Saves(list[Json]):
    """What was saved, as JSON made it."""

    def __call__(self, checkpoint: Checkpoint) -> None:
        self.append(json.loads(json.dumps(checkpoint.to_dict())))


@pytest.mark.parametrize("strict", [False, True])
def test_the_state_is_saved_before_the_next_step_starts(strict: bool) -> None:
    saves = Saves()
    known: dict[str, list[str]] = {}

    def look(context: StepContext) -> None:
        known[context.node_id] = list(saves[-1]["proofs"])

    result = run(runner_of(Steps(list("abcd"), look)(), strict=strict), diamond(), save=saves)
    assert known == {"a": [], "b": ["a"], "c": ["a", "b"], "d": ["a", "b", "c"]}
    assert [save["status"] for save in saves] == ["running"] * 5 + ["complete"]
    assert saves[-1]["results"] == result.results
    assert saves[-1]["slot_id"] is None


def test_a_hook_of_either_kind_will_do() -> None:
    saved = []

    async def save(checkpoint: Checkpoint) -> None:
        await asyncio.sleep(0)
        saved.append(checkpoint)

    run(runner_of(Steps(["a"])()), template("a"), save=save)
    assert [list(checkpoint.proofs) for checkpoint in saved] == [[], ["a"], ["a"]]


def test_what_cannot_be_saved_ends_the_run() -> None:
    def full(checkpoint: Checkpoint) -> None:
        if checkpoint.proofs:
            raise OSError("disk full")

    for limit in (1, 2):
        steps = Steps(list("ab"))
        with pytest.raises(OSError, match="disk full"):
            run(runner_of(steps(), max_concurrency=limit), template("ab"), save=full)
        assert steps.called == ["a"]


def test_what_json_cannot_carry_is_named() -> None:
    async def step(context: StepContext) -> Json:
        context.inputs["when"] = {"at": [object()]}
        return {}

    with pytest.raises(CheckpointError, match=r"cannot be saved: inputs\.when\.at\[0\] is a object"):
        run(runner_of({"a": step}), template("a"), save=Saves())
    assert run(runner_of({"a": step}), template("a")).success


@pytest.mark.parametrize("strict", [False, True])
def test_a_failed_step_runs_again_in_the_same_process_too(strict: bool) -> None:
    broken = [True]

    def fail(context: StepContext) -> None:
        if context.node_id == "c" and broken:
            raise RuntimeError("boom")

    saves, steps = Saves(), Steps(list("abcd"), fail)
    runner = runner_of(steps(), strict=strict)
    first = run(runner, diamond(), save=saves)
    assert first.status is ReducerStatus.FAILED
    assert saves[-1]["status"] == "failed"
    broken.clear()
    second = resume(runner, diamond(), saves[-1])
    assert (second.status, second.run_id) == (ReducerStatus.COMPLETE, first.run_id)
    assert steps.called == ["a", "b", "c", "c", "d"]
    assert second.proofs["a"] == first.proofs["a"]


@pytest.mark.parametrize("strict", [False, True])
def test_a_waiting_run_goes_on_elsewhere(strict: bool) -> None:
    def wait(context: StepContext) -> None:
        if "paid" not in context.config:
            raise WaitForEvent("payment", "order-7", {"progress": 50})

    saves = Saves()
    first = run(runner_of(Steps(list("ab"), wait)(), strict=strict), template("ab"), save=saves, actor="bot")
    assert first.waiting
    assert saves[-1]["waits_for"] == {
        "node_id": "a", "event_type": "payment", "event_key": "order-7", "partial_outputs": {"progress": 50},
    }  # fmt: skip
    assert saves[-1]["slot_id"] == first.slot_id
    steps, actors = Steps(list("ab"), lambda context: actors.add(context.actor)), set[str]()
    again = runner_of(steps(), strict=strict)
    result = resume(again, template("ab"), saves[-1], config={"paid": True})
    assert result.success
    assert result.slot_id == first.slot_id
    assert "progress" not in result.final_outputs
    assert (steps.called, actors) == (["a", "b"], {"bot"})


def test_what_steps_wrote_is_there_again() -> None:
    """A run by the default rules that is executed again loses it; one that is resumed does not."""

    def stop(context: StepContext) -> None:
        if context.node_id == "b":
            runner.interruption_handler.trigger(InterruptionSignal("kill"))

    saves = Saves()
    runner = runner_of(Steps(list("abc"), stop)())
    assert run(runner, template("abc"), save=saves).status is ReducerStatus.INTERRUPTED
    result = resume(runner_of(Steps(list("abc"))()), template("abc"), saves[-1])
    whole = run(runner_of(Steps(list("abc"))()), template("abc"))
    assert {name: value for name, value in result.final_outputs.items() if name.startswith("saw_")} == {
        "saw_a": 1, "saw_b": 2, "saw_c": 4,
    }  # fmt: skip
    assert sorted(result.final_outputs) == sorted(whole.final_outputs)


def test_a_complete_run_is_only_read() -> None:
    saves, steps = Saves(), Steps(list("ab"))
    runner = runner_of(steps(), strict=True)
    whole = run(runner, template("ab"), save=saves)
    again = runner_of(steps(), strict=True)
    again.interruption_handler.trigger(InterruptionSignal("kill"))
    result = resume(again, template("ab"), saves[-1], save=saves)
    assert steps.called == ["a", "b"]
    assert (result.status, result.results, result.merkle_root_hash) == (
        whole.status, whole.results, whole.merkle_root_hash,
    )  # fmt: skip
    assert {**saves[-1]} == {**saves[-2]}


def test_the_gate_of_the_new_runner_knows_the_proofs() -> None:
    saves, steps = Saves(), Steps(list("ab"))
    run(runner_of(steps(), strict=True), template("ab"), save=saves)
    runner = runner_of(steps(), strict=True)
    resume(runner, template("ab"), saves[-1])
    assert run(runner, template("ab")).success
    assert steps.called == ["a", "b"]


@pytest.mark.parametrize(
    ("flow", "options", "says"),
    [
        (template("abcd"), {}, "another template"),
        (template("dcba", [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]), {}, "another template"),
        (diamond(), {"spec_version": "2.0"}, "another spec_version: '1.0', not '2.0'"),
        (diamond(), {"strict": True}, "another strict: False, not True"),
    ],
)
def test_a_checkpoint_of_something_else_is_refused(flow: DAGTemplate, options: Json, says: str) -> None:
    saves = Saves()
    run(runner_of(Steps(list("abcd"))()), diamond(), save=saves)
    with pytest.raises(CheckpointError, match=says):
        resume(runner_of(Steps(list("abcd"))(), **options), flow, saves[1])


def test_a_checkpoint_without_a_result_is_refused() -> None:
    saves = Saves()
    runner = runner_of(Steps(list("ab"))(), strict=True)
    run(runner, template("ab"), save=saves)
    del saves[1]["results"]["a"]
    with pytest.raises(CheckpointError, match="lacks the result of 'a'"):
        resume(runner, template("ab"), saves[1])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"format": 2}, "no checkpoint of format 1; it says 2"),
        ({"run_id": None, "proofs": None}, "cannot be read"),
        ({"status": "lost"}, "'lost' is not a valid ReducerStatus"),
        ({"proofs": {"a": {}}}, "a proof needs 'step_id'"),
        ({"chain": [["a"]]}, "cannot be read"),
    ],
)
def test_a_broken_checkpoint_is_refused(change: Json, says: str) -> None:
    saves = Saves()
    run(runner_of(Steps(["a"])()), template("a"), save=saves)
    with pytest.raises(CheckpointError, match=says):
        Checkpoint.from_dict({**saves[0], **change})
    with pytest.raises(CheckpointError, match="needs 'inputs'"):
        Checkpoint.from_dict({name: value for name, value in saves[0].items() if name != "inputs"})


def test_a_file_keeps_the_last_checkpoint(tmp_path: Path) -> None:
    file = CheckpointFile(tmp_path / "run.json")
    with pytest.raises(FileNotFoundError):
        file.load()
    stopped = runner_of(Steps(list("ab"))(), strict=True)
    stopped.interruption_handler.trigger(InterruptionSignal("kill"))
    run(stopped, template("ab"), save=file.save)
    checkpoint = file.load()
    assert (checkpoint.status, list(checkpoint.proofs)) == (ReducerStatus.INTERRUPTED, ["interrupted"])
    runner = runner_of(Steps(list("ab"))(), strict=True)
    assert asyncio.run(runner.resume(template("ab"), checkpoint, save=file.save)).success
    assert file.load().status is ReducerStatus.COMPLETE
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]
    (tmp_path / "run.json").write_text("[]")
    with pytest.raises(CheckpointError, match="holds no checkpoint"):
        file.load()
    (tmp_path / "run.json").write_text("{")
    with pytest.raises(CheckpointError, match="holds no JSON"):
        file.load()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()
    with pytest.raises(OSError, match=r"run\.json"):
        run(runner_of(Steps(["a"])()), template("a"), save=CheckpointFile(tmp_path / "run.json").save)
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


def test_later_changes_do_not_reach_a_checkpoint() -> None:
    kept: list[Checkpoint] = []

    async def step(context: StepContext) -> Json:
        context.inputs["list"].append(context.node_id)
        return {}

    runner = runner_of(dict.fromkeys("ab", step))
    asyncio.run(runner.execute(template("ab"), {"list": []}, save=kept.append))
    assert [checkpoint.carried["list"] for checkpoint in kept] == [[], ["a"], ["a", "b"], ["a", "b"]]
    assert [len(checkpoint.proofs) for checkpoint in kept] == [0, 1, 2, 2]


def test_a_long_run_writes_no_more_for_a_step_than_a_short_one(tmp_path: Path) -> None:
    nodes = [f"n{number:03}" for number in range(120)]
    file = CheckpointFile(tmp_path / "run.json")
    saves = Saves()

    async def save(checkpoint: Checkpoint) -> None:
        saves(checkpoint)
        await file.save(checkpoint)

    async def step(context: StepContext) -> Json:
        return {}

    run(runner_of(dict.fromkeys(nodes, step)), template(nodes), save=save)
    whole, *changes = (tmp_path / "run.json").read_bytes().splitlines()
    assert file.load().to_dict() == saves[-1]
    assert max(map(len, changes)) < 1000
    assert sum(map(len, changes)) < max(2 * len(whole), 65_536)


values = st.recursive(
    st.sampled_from([None, False, True, 0, 1, 1.0, "", "1"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=4,
)
mappings = st.dictionaries(st.sampled_from("abcdef"), values, max_size=5)
proofs = st.builds(
    ProofArtifact,
    *[st.sampled_from("xyz")] * 6,
    st.sampled_from(ProofStatus),
    created_at=st.sampled_from([datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2)]),
)
pairs = st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xy")), max_size=4)
checkpoints = st.builds(
    Checkpoint,
    st.sampled_from(["run-1"] * 9 + ["run-2"]),
    *[st.just("flow")] * 3,
    st.booleans(),
    mappings,
    st.sampled_from("xy"),
    st.sampled_from(ReducerStatus),
    mappings,
    st.dictionaries(st.sampled_from("ab"), mappings, max_size=2),
    st.dictionaries(st.sampled_from("abcdef"), proofs, max_size=5),
    mappings,
    pairs,
    st.none() | st.just("slot"),
    st.none(),
    st.none() | mappings,
    pending=pairs,
)


def text_of(checkpoint: Checkpoint) -> str:
    """The order of the members counts, and 1 is not true."""
    return json.dumps(checkpoint.to_dict())


@settings(deadline=None, max_examples=25)
@given(saved=st.lists(checkpoints, min_size=2, max_size=6), cut=st.integers(1, 10**4))
def test_a_file_has_what_was_saved_last_also_when_a_write_was_cut_off(
    saved: list[Checkpoint], cut: int
) -> None:
    async def save_all() -> None:
        for checkpoint in saved:
            await file.save(checkpoint)
            assert text_of(file.load()) == text_of(checkpoint)
        last = path.read_bytes().splitlines()[-1]
        if last.startswith(b'{"format"'):
            return
        os.truncate(path, path.stat().st_size - 1 - min(cut, len(last)))
        assert text_of(file.load()) == text_of(saved[-2])
        await file.save(saved[-1])
        assert text_of(CheckpointFile(path).load()) == text_of(saved[-1])

    with TemporaryDirectory() as folder:
        path = Path(folder) / "run.json"
        file = CheckpointFile(path)
        asyncio.run(save_all())


def test_one_is_not_true(tmp_path: Path) -> None:
    file = CheckpointFile(tmp_path / "run.json")
    for value in (1, True, 1.0, [1], [True], [True, 0]):
        asyncio.run(file.save(Checkpoint("run", "flow", "", "1.0", False, {"x": value})))
        assert repr(file.load().inputs["x"]) == repr(value)


def test_what_another_process_wrote_is_not_added_to(tmp_path: Path) -> None:
    ours, others = CheckpointFile(tmp_path / "run.json"), CheckpointFile(tmp_path / "run.json")
    first, second = (Checkpoint("run", "flow", "", "1.0", False, {"x": number}) for number in (1, 2))
    for file, checkpoint in ((ours, first), (others, second), (ours, second), (others, first)):
        asyncio.run(file.save(checkpoint))
        assert ours.load() == checkpoint
    (tmp_path / "run.json").unlink()
    asyncio.run(others.save(second))
    assert ours.load() == second


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([b"{}", b"{}"], "line 2 of .* is no JSON"),
        ([b'{"carried": 7}'], "line 2 of .* is no change"),
        ([b"[]"], "line 2 of .* is no change"),
        ([b'{"actor": []}'], "line 2 of .* is no change"),
    ],
)
def test_a_line_that_is_none_is_refused(tmp_path: Path, lines: list[bytes], says: str) -> None:
    file = CheckpointFile(tmp_path / "run.json")
    asyncio.run(file.save(Checkpoint("run", "flow", "", "1.0", False, {})))
    whole = (tmp_path / "run.json").read_bytes()
    broken = b"\n".join(lines).replace(b"{}\n", b"{\n", 1)
    (tmp_path / "run.json").write_bytes(whole + broken + b"\n")
    with pytest.raises(CheckpointError, match=says):
        file.load()


HOLDER = """
import asyncio, sys
from pgdag import CheckpointFile, DAGNode, DAGTemplate, PGDAGRunner

async def step(context):
    print(context.node_id, flush=True)
    assert sys.stdin.readline() == "go on\\n"
    return {}

file = CheckpointFile(sys.argv[1])
runner = PGDAGRunner(strict=True)
runner.register_steps(dict.fromkeys("ab", step))
flow = DAGTemplate("flow", nodes=[DAGNode("a"), DAGNode("b")])
asyncio.run(runner.resume(flow, file.load(), save=file.save))
"""


def waiting_file(path: Path) -> CheckpointFile:
    """A file with a run of two steps that were not done."""

    def wait(context: StepContext) -> None:
        raise WaitForEvent("go", "on")

    file = CheckpointFile(path)
    assert run(runner_of(Steps(list("ab"), wait)(), strict=True), template("ab"), save=file.save).waiting
    return file


def test_of_two_processes_that_resume_a_file_one_runs_its_steps(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    file = waiting_file(path)
    stale = file.load()
    steps = Steps(list("ab"))
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "a\n"
        for mine in (file, CheckpointFile(path)):
            with pytest.raises(CheckpointError, match=f"is in use by a run of process {other.pid}; wait"):
                asyncio.run(runner_of(steps(), strict=True).resume(template("ab"), stale, save=mine.save))
            with pytest.raises(CheckpointError, match="in use"):
                asyncio.run(mine.save(stale))
        assert list(file.load().proofs) == []
        other.stdin.write("go on\ngo on\n")
        other.stdin.flush()
        assert other.wait(timeout=60) == 0
    # It is free again, and has gone on.
    with pytest.raises(CheckpointError, match="has gone on since this checkpoint: 'a' is done in it; load"):
        asyncio.run(runner_of(steps(), strict=True).resume(template("ab"), stale, save=file.save))
    assert steps.called == []
    assert file.load().status is ReducerStatus.COMPLETE
    assert [each.name for each in tmp_path.iterdir()] == ["run.json"]


def test_a_process_that_was_killed_holds_no_file(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    file = waiting_file(path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "a\n"
        other.kill()
        other.wait(timeout=60)
    runner = runner_of(Steps(list("ab"))(), strict=True)
    assert asyncio.run(runner.resume(template("ab"), file.load(), save=file.save)).success
    assert [each.name for each in tmp_path.iterdir()] == ["run.json"]


@pytest.mark.parametrize("same", [False, True])
def test_of_two_runs_of_a_process_one_has_the_file(tmp_path: Path, same: bool) -> None:
    file = waiting_file(tmp_path / "run.json")
    other = file if same else CheckpointFile(tmp_path / "run.json")
    steps = Steps(list("ab"))

    async def both() -> list[Any]:
        runs = [
            runner_of(steps(), strict=True).resume(template("ab"), file.load(), save=each.save)
            for each in (file, other)
        ]
        return await asyncio.gather(*runs, return_exceptions=True)

    first, second = asyncio.run(both())
    assert first.success
    assert isinstance(second, CheckpointError)
    assert steps.called == ["a", "b"]


def test_a_file_can_be_held_around_a_run_that_is_saved_by_a_function(tmp_path: Path) -> None:
    file, other = (CheckpointFile(tmp_path / "run.json") for _ in range(2))

    async def save(checkpoint: Checkpoint) -> None:
        with pytest.raises(CheckpointError, match="in use"):
            await other.save(checkpoint)
        await file.save(checkpoint)

    with file:
        assert run(runner_of(Steps(list("ab"))()), template("ab"), save=save).success
    assert other.load().status is ReducerStatus.COMPLETE


def test_a_run_that_fails_lets_go_of_its_file(tmp_path: Path) -> None:
    class Stop(BaseException):
        pass

    def stop(context: StepContext) -> None:
        raise Stop

    file, other = (CheckpointFile(tmp_path / "run.json") for _ in range(2))
    with pytest.raises(Stop):
        run(runner_of(Steps(list("ab"), stop)()), template("ab"), save=file.save)
    result = asyncio.run(runner_of(Steps(list("ab"))()).resume(template("ab"), other.load(), save=other.save))
    assert result.success


class SlowDisk:
    """A disk whose next write waits until `goes_on` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waits = asyncio.Event()
        self.goes_on = threading.Event()
        self._loop = asyncio.get_running_loop()
        self._fsync = os.fsync
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(os, "fsync", self._wait)

    def _wait(self, handle: int) -> None:
        self._monkeypatch.setattr(os, "fsync", self._fsync)
        self._loop.call_soon_threadsafe(self.waits.set)
        assert self.goes_on.wait(60)
        self._fsync(handle)


async def cancel(task: asyncio.Task[Any]) -> None:
    task.cancel()
    for _ in range(10):
        await asyncio.sleep(0)


def test_a_save_that_is_cancelled_keeps_the_lock_until_its_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = (CheckpointFile(tmp_path / "run.json") for _ in range(2))
    first, second = (Checkpoint("run", "flow", "", "1.0", False, {"x": number}) for number in range(2))

    async def main() -> None:
        disk = SlowDisk(monkeypatch)
        task = asyncio.create_task(file.save(first))
        try:
            await disk.waits.wait()
            for _ in range(2):
                await cancel(task)
                assert not task.done()
                with pytest.raises(CheckpointError, match="in use"):
                    await other.save(second)
        finally:
            disk.goes_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert other.load() == first
        await other.save(second)
        assert file.load() == second

    asyncio.run(main())
    assert [each.name for each in tmp_path.iterdir()] == ["run.json"]


def test_a_run_that_is_cancelled_while_it_saves_has_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, other = (CheckpointFile(tmp_path / "run.json") for _ in range(2))
    disks: list[SlowDisk] = []
    ready = asyncio.Event()

    def slow(context: StepContext) -> None:
        disks.append(SlowDisk(monkeypatch))
        ready.set()

    steps = Steps(["a", "b"], slow)

    async def main() -> RunResult:
        task = asyncio.create_task(runner_of(steps()).execute(template("ab"), {"x": 1}, save=file.save))
        await ready.wait()
        try:
            await disks[0].waits.wait()
            await cancel(task)
            with pytest.raises(CheckpointError, match="in use"):
                await runner_of(Steps(["a", "b"])()).resume(template("ab"), other.load(), save=other.save)
        finally:
            disks[0].goes_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        again = Steps(["a", "b"])
        result = await runner_of(again()).resume(template("ab"), other.load(), save=other.save)
        assert [*steps.called, *again.called] == ["a", "b"]
        return result

    assert asyncio.run(main()).success
    assert other.load().status is ReducerStatus.COMPLETE


def test_links_and_modes_are_kept(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real, link, twin = tmp_path / "real" / "run.json", tmp_path / "link.json", tmp_path / "twin.json"
    link.symlink_to(real)
    assert waiting_file(link).load().status is ReducerStatus.WAITING
    assert real.stat().st_mode & 0o777 == 0o600
    real.chmod(0o640)
    os.link(real, twin)
    for number in range(3):
        checkpoint = Checkpoint("run", "flow", "", "1.0", False, {"x": number})
        asyncio.run(CheckpointFile(link).save(checkpoint))
        assert all(CheckpointFile(path).load() == checkpoint for path in (real, link, twin))
    assert link.is_symlink()
    twin.unlink()
    asyncio.run(CheckpointFile(link).save(checkpoint))
    assert (link.is_symlink(), real.stat().st_mode & 0o777) == (True, 0o640)
    assert sorted(each.name for each in (tmp_path / "real").iterdir()) == ["run.json"]
