"""A process that dies at any write to the network, before or after it took effect, doubles nothing."""

from __future__ import annotations

import asyncio
import functools
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from clientkit_sandbox import Sandbox
from hypothesis import given, settings
from hypothesis import strategies as st
from pgdag import (
    Checkpoint,
    DAGTemplate,
    PGDAGRunner,
    ReducerStatus,
    RemoteError,
    RunResult,
    build,
    canonical_fingerprint,
)
from sbn import AsyncSbnClient

from tests.pgdag.graphs import Steps, any_graph, template

Json = dict[str, Any]

WRITES = {"create_slot", "close_slot", "seal", "submit", "create_chain", "append_to_chain", "create_edge"}


class Death(BaseException):
    """The process is gone."""


class Process:
    """One process of a run: it dies at a write, before or after that took effect, and does nothing more.

    Args:
        client: What it writes with.
        dies_at: The number of the write, from 0; None to live.
        after: Whether the write takes effect.
        lacks: A method that the client does not have.
        loses: Makes what the write raises, in place of dying.
    """

    def __init__(
        self,
        client: Any,
        dies_at: int | None = None,
        *,
        after: bool = False,
        lacks: str = "",
        loses: Callable[[], Exception] | None = None,
    ) -> None:
        self.lacks = lacks
        self.loses = loses
        self.dies_at = dies_at
        self.after = after
        self.dead = False
        self.written: list[str] = []
        self.gateway = _Part(self, client.gateway)
        self.snapchore = _Part(self, client.snapchore)
        self.bitblocks = _Part(self, client.bitblocks)
        self.lattice = _Part(self, client.lattice)

    def live(self) -> None:
        if self.dead:
            raise Death

    def end(self) -> BaseException:
        if self.loses is not None:
            return self.loses()
        self.dead = True
        return Death()

    def wrapped(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(method)
        async def call(*args: Any, **kwargs: Any) -> Any:
            self.live()
            dies = name in WRITES and len(self.written) == self.dies_at
            if name in WRITES:
                self.written.append(name)
            if dies and not self.after:
                raise self.end()
            answer = await method(*args, **kwargs)
            self.live()
            if dies:
                raise self.end()
            return answer

        return call


class _Part:
    def __init__(self, process: Process, target: Any) -> None:
        self._process = process
        self._target = target

    def __getattr__(self, name: str) -> Any:
        if name == self._process.lacks:
            raise AttributeError(name)
        return self._process.wrapped(name, getattr(self._target, name))


class Story:
    """A run over several processes, each of which knows what the one before saved."""

    def __init__(
        self, flow: DAGTemplate, client: Any, run_id: str, *, actor: str = "", **options: Any
    ) -> None:
        self.flow = flow
        self.client = client
        self.run_id = run_id
        self.actor = actor or run_id
        self.options = options
        self.steps = Steps(flow.node_ids)
        self.saved: str | None = None
        self.reported: list[str] = []

    async def go_on(
        self,
        dies_at: int | None = None,
        *,
        after: bool = False,
        lacks: str = "",
        loses: Callable[[], Exception] | None = None,
        **resuming: Any,
    ) -> tuple[RunResult | None, Process]:
        process = Process(self.client, dies_at, after=after, lacks=lacks, loses=loses)
        layer = build(sbn_client=process, lattice_client=process.lattice, **self.options)
        layer.runner.register_steps(self.steps())
        try:
            if self.saved is None:
                result = await layer.runner.execute(
                    self.flow, {}, actor=self.actor, run_id=self.run_id, save=self._save(process)
                )
            else:
                checkpoint = Checkpoint.from_dict(json.loads(self.saved))
                result = await layer.runner.resume(
                    self.flow, checkpoint, save=self._save(process), **resuming
                )
        except Death:
            return None, process
        except RemoteError as error:
            if error.result is None:
                raise
            result = error.result
        self.reported += [failure.operation for failure in result.unclear]
        return result, process

    def _save(self, process: Process) -> Callable[[Checkpoint], None]:
        def save(checkpoint: Checkpoint) -> None:
            process.live()
            self.saved = json.dumps(checkpoint.to_dict())

        return save


@pytest.mark.parametrize("after", [False, True])
def test_each_write_is_in_the_network_once(sbn_sandbox: Sandbox, after: bool) -> None:
    flow = template("ab", strict=True)

    async def all_deaths() -> int:
        async with AsyncSbnClient(base_url=sbn_sandbox.base_url, timeout=30, max_retries=0) as client:
            client.authenticate_api_key(sbn_sandbox.api_key)
            number, died = 0, True
            while died:
                story = Story(flow, client, f"run-{after}-{number}")
                result, process = await story.go_on(number, after=after)
                died = process.dead
                if died:
                    result, _ = await story.go_on()
                assert result is not None
                # One that was opened is found; that none was is not known, so that is reported.
                opening = died and number == 0 and not after
                assert story.reported == (["create_slot"] if opening else [])
                await check(client, story, result)
                number += 1
            return number - 1

    async def check(client: Any, story: Story, result: RunResult) -> None:
        assert result.status is ReducerStatus.COMPLETE
        assert story.steps.called == ["a", "b"]
        hashes = [proof.proof_hash for proof in result.proofs.values()]
        blocks = (await client.bitblocks.list(result.slot_id)).bitblocks
        assert [block.payload["proof_hash"] for block in blocks] == hashes
        assert [block.id for block in blocks] == [proof.block_ref for proof in result.proofs.values()]
        assert [block.operation_id for block in blocks] == [f"pgdag:{story.run_id}:{step}" for step in "ab"]
        assert len({block.idempotency_key for block in blocks}) == 2
        chain = await client.snapchore.get_chain(f"chain:flow:{story.run_id}")
        assert [entry["block_hash"] for entry in chain["entries"]] == hashes
        assert [entry["metadata"]["sequence"] for entry in chain["entries"]] == [0, 1]
        for proof in result.proofs.values():
            edges = await client.lattice.list_edges(target_id=proof.proof_hash)
            assert [edge["source_id"] for edge in edges] == [f"flow.{proof.step_id}"]
        sealed = await client.snapchore.discover_recent(source="seal", limit=100)
        assert [Counter(entry["hash"] for entry in sealed["entries"])[each] for each in hashes] == [1, 1]
        assert (await client.gateway.list_slot_blocks(result.slot_id))["slot_state"] == "closed"

    # The slot and its closing, the chain, and of each step seal, BitBlock, entry and edge.
    assert asyncio.run(all_deaths()) == 11
    assert len(sbn_sandbox.requests("gateway_create_slot")) == 12


class Network:
    """A network in memory that keeps everything it is sent."""

    def __init__(self) -> None:
        self.gateway = self.snapchore = self.bitblocks = self.lattice = self
        self.sealed: list[str] = []
        self.slots: dict[str, str] = {}
        self.opened: list[Json] = []
        self.blocks: list[Json] = []
        self.chains: dict[str, list[Json]] = {}
        self.edges: list[Json] = []
        self.failing: set[str] = set()

    async def create_slot(self, worker_id: str, task_type: str, metadata: Json) -> Json:
        self.slots[f"slot-{len(self.slots)}"] = "open"
        self.opened.append(metadata)
        return {"id": list(self.slots)[-1]}

    async def list_slots(self, state: str, limit: int) -> Any:
        rows = [
            {"id": slot, "state": now, "metadata": metadata}
            for (slot, now), metadata in zip(self.slots.items(), self.opened, strict=True)
        ]
        return self._read("list_slots", rows[:limit])

    async def list_slot_blocks(self, slot_id: str, limit: int) -> Json:
        return {"slot_state": self._read("list_slot_blocks", self.slots[slot_id])}

    async def close_slot(self, slot_id: str) -> Json:
        assert self.slots[slot_id] == "open"
        self.slots[slot_id] = "closed"
        return {"receipt_id": f"receipt-{slot_id}"}

    async def seal(self, record: Json, **options: Any) -> Json:
        self.sealed.append(self._hash(record))
        return {"hash": self.sealed[-1]}

    async def verify(self, expected_hash: str, payload: Json) -> Any:
        found = self._hash(payload)
        return self._read("verify", {"valid": found == expected_hash, "hash": found})

    async def discover(self, found: str) -> Any:
        if found not in self.sealed:
            raise Missing
        return self._read("discover", {"hash": found, "source": "seal"})

    async def submit(
        self,
        *,
        slot_id: str,
        payload: Json,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
        **facts: Any,
    ) -> Json:
        assert self.slots[slot_id] == "open"
        block = {"id": f"block-{len(self.blocks)}", "slot_id": slot_id, "payload": payload}
        self.blocks.append({**block, "operation_id": operation_id, "idempotency_key": idempotency_key})
        return self.blocks[-1]

    async def list(self, slot_id: str) -> Any:
        rows = [block for block in self.blocks if block["slot_id"] == slot_id]
        return self._read("list", {"bitblocks": rows, "count": len(rows)})

    async def create_chain(self, chain_id: str) -> None:
        self.chains.setdefault(chain_id, [])

    async def append_to_chain(self, chain_id: str, *, block_hash: str, metadata: Json) -> None:
        self.chains[chain_id].append({"block_hash": block_hash, "metadata": metadata})

    async def get_chain(self, chain_id: str) -> Any:
        if chain_id not in self.chains:
            raise Missing
        entries = self.chains[chain_id]
        return self._read("get_chain", {"entries": entries, "length": len(entries)})

    async def create_edge(self, **edge: Any) -> None:
        self.edges.append(edge)

    async def list_edges(self, limit: int, **wanted: Any) -> Any:
        found = [edge for edge in self.edges if wanted.items() <= edge.items()]
        return self._read("list_edges", found[:limit])

    def _read(self, name: str, answer: Any) -> Any:
        if name in self.failing:
            raise OSError("gone")
        return answer

    def _hash(self, record: Json) -> str:
        return canonical_fingerprint({name: value for name, value in record.items() if name != "created_at"})


class Missing(Exception):
    status_code = 404


class LostError(Exception):
    """No answer came."""

    unclear = True


class FailedError(LostError):
    """The answer was that something broke."""

    status_code = 500


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("after", "loses", "unclear"),
    [
        # Of eleven writes whose answer was lost, all were unclear before they were looked up.
        (True, LostError, 0),
        (True, FailedError, 0),
        # No list is known to have all slots, so that one is missing in it says nothing.
        (False, FailedError, 1),
        # It may still be on its way.
        (False, LostError, 11),
    ],
)
def test_a_write_whose_answer_is_lost_is_looked_up(
    after: bool, loses: Callable[[], Exception], unclear: int, strict: bool
) -> None:
    async def play(number: int) -> tuple[Network, Story, RunResult | None, Process]:
        network = Network()
        story = Story(template("ab"), network, "run-1", strict=strict)
        try:
            result, process = await story.go_on(number, after=after, loses=loses)
        except RemoteError:
            # Without a slot a strict run does not begin.
            assert (number, after, strict) == (0, False, True)
            return network, story, None, Process(network)
        return network, story, result, process

    count = 0
    for number in range(11):
        network, story, result, process = asyncio.run(play(number))
        if result is None:
            count += 1
            continue
        lost = process.written[number]
        count += len(story.reported)
        assert set(story.reported) <= {lost}
        assert [failure.operation for failure in result.remote_errors] == (
            [] if after else [lost, *follows(lost)]
        )
        hashes = [proof.proof_hash for proof in result.proofs.values()]
        if after:
            assert sorted(network.sealed) == sorted(hashes)
            assert [block["payload"]["proof_hash"] for block in network.blocks] == hashes
            assert [block["id"] for block in network.blocks] == [
                proof.block_ref for proof in result.proofs.values()
            ]
            assert (result.slot_id, list(network.slots.values())) == ("slot-0", ["closed"])
            (chain,) = network.chains.values()
            assert [entry["block_hash"] for entry in chain] == hashes
    assert (len(process.written), count) == (11, unclear)


def follows(lost: str) -> list[str]:
    """Return what cannot be done without a slot, or without a chain."""
    return {"create_slot": ["submit"] * 2, "create_chain": ["append_to_chain"] * 2}.get(lost, [])


def test_a_block_is_known_by_its_key_through_every_death() -> None:
    for number in range(2, 4):
        network = Network()
        story = Story(template("a"), network, "run-1", strict=True)
        asyncio.run(story.go_on(2, after=True))
        (block,) = network.blocks
        assert block["operation_id"] == "pgdag:run-1:a"
        assert block["idempotency_key"].startswith("sha256:")
        # Another block with the same proof is another block.
        other = {**block, "id": "block-x", "idempotency_key": "another"}
        network.blocks.insert(0, other)
        if number == 3:
            # A network that gives no keys back.
            for each in network.blocks:
                del each["idempotency_key"]
        result, _ = asyncio.run(story.go_on())
        assert result is not None
        assert result.proofs["a"].block_ref == ("block-0" if number == 2 else "block-x")
        assert len(network.blocks) == 2


def test_a_slot_that_was_opened_by_a_process_that_died_is_found_again() -> None:
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    asyncio.run(story.go_on(0, after=True))
    network.slots["slot-other"] = "open"
    network.opened.insert(0, {"run_id": "run-2"})
    network.slots = {"slot-other": "open", "slot-0": "open"}
    result, process = asyncio.run(story.go_on())
    assert result is not None
    assert (result.slot_id, story.reported) == ("slot-0", [])
    assert "create_slot" not in process.written


deaths = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=4)


@settings(deadline=None, max_examples=60)
@given(seed=st.integers(0, 10**6), strict=st.booleans(), limit=st.integers(1, 3), deaths=deaths)
def test_nothing_is_doubled_over_any_number_of_deaths(
    seed: int, strict: bool, limit: int, deaths: list[tuple[int, bool]]
) -> None:
    nodes, edges = any_graph(seed, most=4)
    network = Network()
    options: Json = {"strict": strict, "max_concurrency": limit}
    story = Story(template(nodes, edges), network, "run-1", **options)

    async def play() -> RunResult:
        for dies_at, after in deaths:
            result, _ = await story.go_on(dies_at, after=after)
            if result is not None:
                return result
        result, _ = await story.go_on()
        assert result is not None
        return result

    result = asyncio.run(play())
    assert result.status is ReducerStatus.COMPLETE
    # A step that was under way when the process died is the only one that runs again.
    assert set(story.steps.called) == set(nodes)
    assert limit > 1 or len(story.steps.called) == len(nodes)
    hashes = sorted(proof.proof_hash for proof in result.proofs.values())
    assert sorted(network.sealed) == hashes
    assert sorted(block["payload"]["proof_hash"] for block in network.blocks) == hashes
    assert {block["id"] for block in network.blocks} == {proof.block_ref for proof in result.proofs.values()}
    (chain,) = network.chains.values()
    assert sorted(entry["block_hash"] for entry in chain) == hashes
    assert [entry["metadata"]["sequence"] for entry in chain] == list(range(len(nodes)))
    previous = ""
    for entry in chain:
        assert entry["metadata"]["prev_hash"] == previous
        previous = entry["metadata"]["entry_hash"]
    assert sorted(edge["target_id"] for edge in network.edges) == hashes
    assert set(story.reported) <= {"create_slot"}
    assert list(network.slots.values()).count("closed") == 1


# The writes of a run of one step, and what they are looked up with.
LOOKED_UP = [
    (1, "seal", "verify"),
    (1, "seal", "discover"),
    (2, "submit", "list"),
    (4, "append_to_chain", "get_chain"),
    (5, "create_edge", "list_edges"),
    (6, "close_slot", "list_slot_blocks"),
]


def written(network: Network, operation: str) -> int:
    return {
        "seal": len(network.sealed),
        "submit": len(network.blocks),
        "append_to_chain": sum(map(len, network.chains.values())),
        "create_edge": len(network.edges),
        "close_slot": list(network.slots.values()).count("closed"),
    }[operation]


@pytest.mark.parametrize(("number", "operation", "reader"), LOOKED_UP)
@pytest.mark.parametrize(
    ("after", "repeat", "times"), [(True, False, 1), (False, False, 0), (False, True, 1)]
)
def test_what_cannot_be_looked_up_is_told_and_left_to_the_caller(
    number: int, operation: str, reader: str, after: bool, repeat: bool, times: int
) -> None:
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    assert asyncio.run(story.go_on(number, after=after))[1].dead
    result, _ = asyncio.run(story.go_on(lacks=reader, repeat_unclear=repeat))
    assert result is not None
    (failure,) = result.remote_errors
    assert (failure.operation, failure.unclear) == (operation, True)
    assert str(failure).endswith("it was done again" if repeat else "it was not done again")
    assert written(network, operation) == times
    for _, other, _ in LOOKED_UP:
        assert written(network, other) == (times if other == operation else 1)
    assert (result.status, story.steps.called) == (ReducerStatus.COMPLETE, ["a"])
    assert result.proofs["a"].block_ref.startswith("unclear:") is (operation == "submit" and not repeat)


@pytest.mark.parametrize(("number", "operation", "reader"), LOOKED_UP)
def test_a_network_that_does_not_say_is_asked_another_time(number: int, operation: str, reader: str) -> None:
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    asyncio.run(story.go_on(number, after=True))
    saved = story.saved
    network.failing = {reader}
    with pytest.raises(RemoteError, match=f"{reader}.*gone; nothing was run"):
        asyncio.run(story.go_on())
    assert story.saved == saved
    network.failing = set()
    result, _ = asyncio.run(story.go_on())
    assert result is not None
    assert result.remote_errors == []
    assert all(written(network, each) == 1 for _, each, _ in LOOKED_UP)


def test_by_default_rules_a_run_goes_on_all_the_same() -> None:
    network = Network()
    story = Story(template("ab"), network, "run-1")
    asyncio.run(story.go_on(2, after=True))
    network.failing = {"list"}
    result, _ = asyncio.run(story.go_on())
    assert result is not None
    assert [(failure.operation, failure.unclear) for failure in result.remote_errors] == [
        ("list", False),
        ("submit", True),
    ]
    assert (result.status, len(network.blocks)) == (ReducerStatus.COMPLETE, 2)


@pytest.mark.parametrize(
    ("reader", "answer"),
    [
        ("list", {"bitblocks": [], "count": 1}),
        ("list", {"rows": [{"id": "block-1"}]}),
        ("get_chain", {"entries": [], "length": 1}),
        ("get_chain", {"links": [{"id": "entry-1"}]}),
        ("list_edges", [{"meta": {"run_id": "another"}}] * 100),
        ("list_slot_blocks", {"slot_state": "settling"}),
        ("verify", {"valid": False}),
    ],
)
def test_an_answer_that_is_not_whole_tells_nothing(reader: str, answer: Any) -> None:
    class Vague(Network):
        def _read(self, name: str, answer_: Any) -> Any:
            return answer if name == reader else answer_

    number, operation = next((number, each) for number, each, name in LOOKED_UP if name == reader)
    network = Vague()
    story = Story(template("a"), network, "run-1", strict=True)
    asyncio.run(story.go_on(number, after=True))
    asyncio.run(story.go_on())
    assert story.reported == [operation]
    assert all(written(network, each) == 1 for _, each, _ in LOOKED_UP)


def test_what_another_run_did_does_not_count() -> None:
    """Runs that do the same have the same proofs."""
    network = Network()
    for run_id in ("run-1", "run-2"):
        story = Story(template("a"), network, run_id, actor="bot", strict=True)
        asyncio.run(story.go_on(5))
        asyncio.run(story.go_on())
    assert len({edge["target_id"] for edge in network.edges}) == 1
    assert [edge["meta"]["run_id"] for edge in network.edges] == ["run-1", "run-2"]


def test_a_failed_step_is_published_before_it_runs_again() -> None:
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    story.steps.before = fail_times(1)
    asyncio.run(story.go_on(4))
    result, _ = asyncio.run(story.go_on())
    assert result is not None
    assert (result.status, story.steps.called) == (ReducerStatus.COMPLETE, ["a", "a"])
    (chain,) = network.chains.values()
    assert [block["payload"]["status"] for block in network.blocks] == ["failed", "completed"]
    assert [entry["metadata"]["sequence"] for entry in chain] == [0, 1]


def fail_times(times: int) -> Callable[[Any], None]:
    left = [RuntimeError("boom")] * times

    def before(context: Any) -> None:
        if left:
            raise left.pop()

    return before


def test_a_run_whose_slot_was_closed_opens_another_for_what_failed() -> None:
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    story.steps.before = fail_times(1)
    # Without an edge, since the step failed.
    asyncio.run(story.go_on(5, after=True))
    assert network.slots == {"slot-0": "closed"}
    result, _ = asyncio.run(story.go_on())
    assert result is not None
    assert (result.slot_id, result.remote_errors) == ("slot-1", [])
    assert network.slots == {"slot-0": "closed", "slot-1": "closed"}


def test_without_a_network_nothing_can_be_looked_up() -> None:
    network = Network()
    story = Story(template("ab"), network, "run-1", strict=True)
    asyncio.run(story.go_on(1))
    runner = PGDAGRunner(strict=True)
    runner.register_steps(story.steps())
    with pytest.raises(RemoteError) as caught:
        asyncio.run(
            runner.resume(story.flow, Checkpoint.from_dict(json.loads(str(story.saved))), repeat_unclear=True)
        )
    assert [failure.operation for failure in caught.value.failures] == [
        "seal", "submit", "append_to_chain", "create_edge",
    ]  # fmt: skip
    assert caught.value.result is not None
    assert caught.value.result.success
    assert len(caught.value.result.proofs["a"].proof_hash) == 64


def test_what_the_chain_has_already_comes_first() -> None:
    class Slow(Network):
        async def submit(self, **facts: Any) -> Json:
            for _ in range(20 if facts["payload"]["step_id"] == "a" else 0):
                await asyncio.sleep(0)
            return await super().submit(**facts)

    network = Slow()
    flow = template("abc", [("a", "c"), ("b", "c")])
    story = Story(flow, network, "run-1", strict=True, max_concurrency=2)
    _, process = asyncio.run(story.go_on(6, after=True))
    assert process.written[5:] == ["create_chain", "append_to_chain"]
    assert [entry["metadata"]["step_id"] for entry in network.chains["chain:flow:run-1"]] == ["b"]
    asyncio.run(story.go_on())
    chain = network.chains["chain:flow:run-1"]
    assert [entry["metadata"]["step_id"] for entry in chain] == ["b", "a", "c"]
    assert [entry["metadata"]["sequence"] for entry in chain] == [0, 1, 2]


def test_a_seal_that_cannot_be_looked_up_is_not_asked_for_once_it_is_known() -> None:
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    asyncio.run(story.go_on(2, after=True))
    asyncio.run(story.go_on(lacks="verify"))
    assert (story.reported, len(network.blocks)) == ([], 1)


def test_two_attempts_that_fail_alike_are_two_entries() -> None:
    """They have one hash."""
    network = Network()
    story = Story(template("a"), network, "run-1", strict=True)
    story.steps.before = fail_times(2)
    asyncio.run(story.go_on())
    _, process = asyncio.run(story.go_on(4))
    assert process.written[-1] == "append_to_chain"
    asyncio.run(story.go_on())
    (chain,) = network.chains.values()
    assert len({entry["block_hash"] for entry in chain[:2]}) == 1
    assert [entry["metadata"]["sequence"] for entry in chain] == [0, 1, 2]
