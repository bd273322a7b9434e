"""A run of twice the steps takes twice the work, also when it is saved after each step."""

from __future__ import annotations

import asyncio
import pickle
import tracemalloc
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pgdag import Checkpoint, CheckpointFile, PGDAGRunner, ProofArtifact, StepContext
from pgdag.history import Growth, History, Past, folded

from tests.pgdag.graphs import template


def chain(length: int, save: Any = None, before: Callable[[StepContext], None] | None = None) -> None:
    nodes = [f"n{number:04}" for number in range(length)]

    async def step(context: StepContext) -> dict[str, Any]:
        if before is not None:
            before(context)
        return {"n": 1}

    runner = PGDAGRunner(strict=True)
    runner.register_steps(dict.fromkeys(nodes, step))
    flow = template(nodes, list(pairwise(nodes)))
    assert asyncio.run(runner.execute(flow, {}, save=save)).success


def kept_bytes(length: int) -> int:
    """Return what it takes to keep every checkpoint and every context of a run."""
    kept: list[object] = []
    tracemalloc.start()
    try:
        chain(length, kept.append, kept.append)
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_what_a_save_and_a_step_are_given_does_not_grow_with_the_run() -> None:
    # Each was a copy of all proofs and results: four times as much for twice the steps.
    assert kept_bytes(600) / kept_bytes(300) < 2.5


def test_a_file_is_written_with_what_happened_since_the_last_save(tmp_path: Path) -> None:
    file = CheckpointFile(tmp_path / "run.json")
    read: list[str] = []

    async def save(checkpoint: Checkpoint) -> None:
        await file.save(checkpoint)
        read.extend(name for name in ("proofs", "results", "chain") if name in read_fields(checkpoint))

    chain(300, save)
    assert read == []
    assert len(file.load().proofs) == 300
    assert max(map(len, (tmp_path / "run.json").read_bytes().splitlines()[1:])) < 1000


def read_fields(checkpoint: Checkpoint) -> list[str]:
    """Return the fields that somebody read, so that they were copied."""
    return [name for name, value in vars(checkpoint).items() if not isinstance(value, Past)]


def test_each_checkpoint_and_each_context_stays_what_it_was() -> None:
    checkpoints: list[Checkpoint] = []
    contexts: list[StepContext] = []
    chain(20, checkpoints.append, contexts.append)
    assert [len(context.prior_proofs) for context in contexts] == list(range(20))
    assert [len(each.proofs) for each in checkpoints] == [*range(21), 20]
    assert [len(each.results) for each in checkpoints] == [*range(21), 20]
    assert type(contexts[3].prior_proofs) is dict
    assert list(contexts[3].prior_proofs) == ["n0000", "n0001", "n0002"]
    contexts[3].prior_proofs.clear()
    assert len(contexts[4].prior_proofs) == 4


def test_a_checkpoint_that_nobody_read_can_be_copied() -> None:
    for copy in (pickle.dumps, deepcopy, replace, Checkpoint.to_dict, repr):
        checkpoints: list[Checkpoint] = []
        chain(5, checkpoints.append)
        made = copy(checkpoints[3])
        if isinstance(made, bytes):
            made = pickle.loads(made)
        if isinstance(made, dict):
            made = Checkpoint.from_dict(made)
        if isinstance(made, Checkpoint):
            assert made == checkpoints[3]
            assert isinstance(made.proofs["n0002"], ProofArtifact)
        assert len(checkpoints[3].proofs) == 3


actions = st.lists(st.tuples(st.sampled_from("abcd"), st.none() | st.integers(0, 3)), max_size=30)


@settings(deadline=None, max_examples=100)
@given(start=st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3)), first=actions, second=actions)
def test_a_history_knows_its_past_and_what_happened_since(start: Any, first: Any, second: Any) -> None:
    history = History[int](start)
    play(history, first)
    then, copy = history.past(), dict(history)
    play(history, second)
    now = history.past()
    assert list(then.value().items()) == list(copy.items())
    assert list(now.value().items()) == list(history.items())
    since = now.since(then)
    assert since is not None
    gone, found = folded(since)
    for name in gone:
        copy.pop(name, None)
    copy.update(found)
    assert list(copy.items()) == list(history.items())
    assert (then.since(now) is None) is (then.length < now.length)
    assert now.since(History(start).past()) is None


def play(history: History[int], steps: list[tuple[str, int | None]]) -> None:
    for name, value in steps:
        if value is None:
            history.pop(name, None)
        else:
            history[name] = value


def test_a_list_that_grows_knows_its_past() -> None:
    entries = Growth(["a"])
    then = entries.past()
    entries.append("b")
    assert (then.value(), entries.past().value(), entries.past().since(then)) == (["a"], ["a", "b"], ["b"])


def test_a_history_changes_in_two_ways_alone() -> None:
    with pytest.raises(KeyError):
        History[int]({}).pop("a")
