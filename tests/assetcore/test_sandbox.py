"""What holds of the sandbox whatever is committed: quantities, places, atomicity, replay, reversal."""

from __future__ import annotations

import copy
import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from clientkit_sandbox._assetcore.log import Namespace
from clientkit_sandbox._assetcore.operations import OPERATIONS
from clientkit_sandbox._assetcore.refusals import Refusal
from clientkit_sandbox._assetcore.world import World, units, written
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

NOW = datetime(2026, 1, 15, tzinfo=UTC)
CLASSES = ("gold", "box", "tube")
# Two balance containers of one scale and one of another, two grids, two racks.
CONTAINERS: dict[str, dict[str, Any]] = {
    "vault": {"type": "balance", "quantization_inv": 100},
    "till": {"type": "balance", "quantization_inv": 100},
    "purse": {"type": "balance"},
    "shelf": {"type": "grid", "capacity": 12, "grid_width": 4},
    "row": {"type": "grid", "capacity": 5},
    "rack": {"type": "slots", "count": 3},
    "tray": {"type": "slots", "count": 2},
    "lane": {"type": "continuous_line_1d", "min_x": 0, "max_x": 20, "quantization_inv": 1},
}
SHAPES = {"gold": (1, 1), "box": (2, 2), "tube": (1, 3)}

classes = st.sampled_from(CLASSES)
keys = st.sampled_from([None, 1])
quantities = st.sampled_from([1, 2, 7, "1", "3", "0.5", "2.25"])
positions = st.integers(1, 13)
slot_indexes = st.integers(1, 4)
things = st.integers(1, 12).map("instance-{}".format)
stacks = st.integers(1, 8).map("stack-{}".format)
containers = st.sampled_from([*CONTAINERS, "nowhere"])
locations = st.one_of(
    st.fixed_dictionaries({"kind": st.just("balance"), "container_id": containers}),
    st.fixed_dictionaries({"kind": st.just("grid_cell"), "container_id": containers, "position": positions}),
    st.fixed_dictionaries({"kind": st.just("slot"), "container_id": containers, "slot_index": slot_indexes}),
    st.fixed_dictionaries(
        {"kind": st.just("continuous_line_1d"), "container_id": containers, "x": st.integers(-1, 21)}
    ),
)
fungible = {"class_id": classes, "key": keys, "quantity": quantities}
transfer = st.fixed_dictionaries({**fungible, "from_container": containers, "to_container": containers})
ARGUMENTS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "RemoveContainer": {"container_id": containers},
    "CreateContainer": {"container_id": containers, "kind": st.sampled_from(list(CONTAINERS.values()))},
    "AddFungible": {**fungible, "location": locations},
    "RemoveFungible": {**fungible, "from": locations},
    "MoveFungible": {**fungible, "from": locations, "to": locations},
    "TransferFungible": {**fungible, "from_container": containers, "to_container": containers},
    "TransferMany": {"transfers": st.lists(transfer, min_size=1, max_size=3)},
    "DistributeBalance": {
        "class_id": classes,
        "key": keys,
        "from_container": containers,
        "shares": st.lists(
            st.fixed_dictionaries({"to_container": containers, "quantity": quantities}),
            min_size=1,
            max_size=3,
        ),
    },
    "AddInstance": {"class_id": classes, "key": keys, "location": locations},
    "MoveInstance": {"inst_id": things, "to": locations},
    "PlaceInSlot": {"container_id": containers, "slot_index": slot_indexes, "instance_id": things},
    "RemoveFromSlot": {"container_id": containers, "slot_index": slot_indexes},
    "SwapSlots": {
        "container_a": containers,
        "slot_a": slot_indexes,
        "container_b": containers,
        "slot_b": slot_indexes,
    },
    "BurnInstance": {"instance_id": things},
    "Attach": {"parent_id": things, "child_id": things},
    "Detach": {"instance_id": things},
    "MergeStacks": {"from_stack": stacks, "to_stack": stacks},
    "ConsolidateStacks": {"container_id": containers, "class_id": classes, "key": keys},
    "SplitStack": {"stack_id": stacks, "quantity": quantities, "to": locations},
    "AdjustStack": {"stack_id": stacks, "quantity": quantities},
}
CONSERVING = set(ARGUMENTS) - {"RemoveContainer", "AddFungible", "RemoveFungible", "AdjustStack"}


def operation(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"op": st.just(name), "args": st.fixed_dictionaries(ARGUMENTS[name])})


anything = st.sampled_from(sorted(ARGUMENTS)).flatmap(operation)


def totals(world: World) -> Counter[tuple[str, int | None]]:
    """How much there is of each class and key, wherever it is."""
    found: Counter[tuple[str, int | None]] = Counter()
    for (container_id, class_id, key), amount in world.tables["balances"].items():
        found[class_id, key] += Fraction(amount, world.container(container_id).scale)  # type: ignore[assignment]
    for stack in world.tables["stacks"].values():
        found[stack.class_id, stack.key] += stack.units
    return found


def cell_of(stack: Any) -> dict[str, Any]:
    return {"kind": "grid_cell", "container_id": stack.container, "position": stack.position}


class Commits(RuleBasedStateMachine):
    """Transactions of any operations, one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self.namespace = Namespace(1)

    @property
    def world(self) -> World:
        return self.namespace.world

    def commit(self, operations: list[dict[str, Any]]) -> bool:
        """Commit; return whether it succeeded. One that fails must change nothing."""
        before, length = copy.deepcopy(self.world.tables), len(self.namespace.log)
        refused = None
        try:
            batch = self.namespace.commit(operations, {"operations": operations}, NOW)
        except Refusal as refusal:
            refused = refusal
        if refused is None:
            assert batch.end - batch.start + 1 == len(operations)
            return True
        assert refused.status in {404, 409, 422}
        assert "operation_index" in (refused.details or {})
        assert self.world.tables == before
        assert len(self.namespace.log) == length
        return False

    def plausible(self, draw: Any, name: str) -> dict[str, Any]:
        """Draw an operation and lead it to what is there, so that it often succeeds."""
        drawn: dict[str, Any] = draw(operation(name))
        tables, args = self.world.tables, dict(drawn["args"])

        def some(rows: Any, otherwise: Any) -> Any:
            found = sorted(rows, key=str)
            return draw(st.sampled_from(found)) if found else otherwise

        for field in ("inst_id", "instance_id", "parent_id", "child_id"):
            if field in args:
                rows = tables["instances"].items()
                held = [key for key, row in rows if (row.parent is not None) or name != "Detach"]
                args[field] = some(held, args[field])
        for field in ("stack_id", "from_stack", "to_stack"):
            if field in args:
                args[field] = some(tables["stacks"], args[field])
        if "slot_index" in args and name == "RemoveFromSlot":
            args["container_id"], args["slot_index"] = some(
                tables["slots"], (args["container_id"], args["slot_index"])
            )
        for field in ("container_a", "container_b") if name == "SwapSlots" else ():
            args[field] = some(self.of_type("slots"), args[field])
        if name == "PlaceInSlot":
            args["container_id"] = some(self.of_type("slots"), args["container_id"])
        if name == "ConsolidateStacks":
            args["container_id"] = some(self.of_type("grid"), args["container_id"])
        if "from" in args or "from_container" in args:
            sources = [(key, {"kind": "balance", "container_id": key[0]}) for key in tables["balances"]]
            if "from" in args:
                sources += [
                    ((row.container, row.class_id, row.key), cell_of(row))
                    for row in tables["stacks"].values()
                ]
            found = some([(key, tuple(place.items())) for key, place in sources], None)
            if found is not None:
                (container, args["class_id"], args["key"]), place = found
                args |= {"from": dict(place)} if "from" in args else {"from_container": container}
        if name == "TransferMany":
            key = some(tables["balances"], None)
            shared = {} if key is None else {"from_container": key[0], "class_id": key[1], "key": key[2]}
            targets = some(self.of_type("balance"), "vault")
            args["transfers"] = [{**each, **shared, "to_container": targets} for each in args["transfers"]]
        for field in ("to_container",) if name == "TransferFungible" else ():
            args[field] = some(self.of_type("balance"), args[field])
        if name == "DistributeBalance":
            target = some(self.of_type("balance"), "vault")
            args["shares"] = [{**share, "to_container": target} for share in args["shares"]]
        for field in ("to", "location"):
            if field in args:
                kinds = ("grid", "slots") if "Instance" in name else ("balance", "grid")
                args[field] = self.place(draw, some([*self.of_type(*kinds)], None), args[field])
        return {"op": name, "args": args}

    def of_type(self, *types: str) -> list[str]:
        return [key for key, row in self.world.tables["containers"].items() if row.type in types]

    def place(self, draw: Any, container_id: str | None, otherwise: dict[str, Any]) -> dict[str, Any]:
        """Draw a location of the kind of a container."""
        if container_id is None:
            return otherwise
        kind = self.world.container(container_id).type
        if kind == "balance":
            return {"kind": "balance", "container_id": container_id}
        if kind == "slots":
            return {"kind": "slot", "container_id": container_id, "slot_index": draw(slot_indexes)}
        return {"kind": "grid_cell", "container_id": container_id, "position": draw(positions)}

    @initialize()
    def furnish(self) -> None:
        for name in CLASSES:
            width, height = SHAPES[name]
            shape = {"class_id": name, "shape": {"width": width, "height": height}}
            assert self.commit(
                [
                    {"op": "RegisterClass", "args": {"request": {"class_id": name, "name": name}}},
                    {"op": "RegisterClassShape", "args": {"request": shape}},
                ]
            )
        length = {"class_id": "gold", "length": 4}
        assert self.commit([{"op": "RegisterClassContinuousShape1d", "args": {"request": length}}])
        for name, kind in CONTAINERS.items():
            assert self.commit([{"op": "CreateContainer", "args": {"container_id": name, "kind": kind}}])
        for name, quantity in (("vault", 50), ("till", "7.25"), ("purse", 9)):
            location = {"kind": "balance", "container_id": name}
            args = {"class_id": "gold", "key": None, "quantity": quantity, "location": location}
            assert self.commit([{"op": "AddFungible", "args": args}])
        for name, position in (("shelf", 1), ("shelf", 2), ("shelf", 5), ("row", 2)):
            location = {"kind": "grid_cell", "container_id": name, "position": position}
            args = {"class_id": "gold", "key": None, "quantity": 4, "location": location}
            assert self.commit([{"op": "AddFungible", "args": args}])
        for name, index in (("rack", 1), ("rack", 2), ("tray", 1)):
            location = {"kind": "slot", "container_id": name, "slot_index": index}
            args = {"class_id": "tube", "key": None, "location": location}
            assert self.commit([{"op": "AddInstance", "args": args}])

    @rule(operations=st.lists(anything, min_size=1, max_size=3))
    def commit_anything(self, operations: list[dict[str, Any]]) -> None:
        self.commit(operations)

    @rule(data=st.data(), name=st.sampled_from(sorted(ARGUMENTS)), count=st.integers(1, 3))
    def commit_what_may_work(self, data: st.DataObject, name: str, count: int) -> None:
        operations = [self.plausible(data.draw, name)]
        operations += [self.plausible(data.draw, data.draw(st.sampled_from(sorted(ARGUMENTS))))] * (count - 1)
        before = totals(self.world)
        self.commit(operations)
        if {each["op"] for each in operations} <= CONSERVING:
            assert +totals(self.world) == +before

    @rule(data=st.data(), name=st.sampled_from(sorted(ARGUMENTS)), rest=st.lists(anything, max_size=2))
    def try_first(self, data: st.DataObject, name: str, rest: list[dict[str, Any]]) -> None:
        operations = [self.plausible(data.draw, name), *rest]
        before = copy.deepcopy(self.world.tables)
        outcomes = self.namespace.preflight(operations)
        assert self.world.tables == before
        assert self.commit(operations) is (outcomes[-1][1] is None)

    @precondition(lambda self: self.namespace.log)
    @rule(data=st.data())
    def reverse_one(self, data: st.DataObject) -> None:
        newest_first = st.integers(1, min(4, len(self.namespace.log)))
        batch = self.namespace.log[-data.draw(newest_first)]
        before, refused = copy.deepcopy(self.world.tables), None
        try:
            self.namespace.reverse(batch.commit_id, {"reason": "test"}, NOW)
        except Refusal as refusal:
            refused = refusal
        if refused is not None:
            assert refused.status == 409
            assert self.world.tables == before

    @rule(batches=st.integers(0, 3))
    def project(self, batches: int) -> None:
        """The projection follows the log and never runs ahead of it."""
        log, reached = self.namespace.log, self.namespace.projected
        visible = log[: reached + batches]
        hidden = self.namespace.log[len(visible) :]
        self.namespace.log = visible
        self.namespace.project(NOW, timedelta())
        self.namespace.log = visible + hidden
        freshness = self.namespace.freshness(NOW)
        assert freshness["lag"] == freshness["commit_log_world_seq"] - freshness["world_seq"] >= 0

    @invariant()
    def everything_that_is_named_is_there(self) -> None:
        assert self.world.is_whole()

    @invariant()
    def nothing_is_negative(self) -> None:
        assert all(amount > 0 for amount in self.world.tables["balances"].values())
        assert all(stack.units > 0 for stack in self.world.tables["stacks"].values())

    @invariant()
    def no_two_things_are_in_one_place(self) -> None:
        tables, covered = self.world.tables, {}
        for stack_id, stack in tables["stacks"].items():
            container = self.world.container(stack.container)
            for cell in self.world.cells(container, stack.position, stack.shape):
                assert covered.setdefault((stack.container, cell), ("stack", stack_id)) == ("stack", stack_id)
        filled, spans = {}, []
        for instance_id, instance in tables["instances"].items():
            place = instance.place
            if place is None:
                continue
            container = self.world.container(place.container)
            if place.kind == "slot":
                assert place.at[0] <= container.kind["count"]
                assert filled.setdefault((place.container, place.at[0]), instance_id) == instance_id
            elif place.kind == "grid_cell":
                for cell in self.world.cells(container, place.at[0], (place.size[0], place.size[1])):
                    occupant = ("instance", instance_id)
                    assert covered.setdefault((place.container, cell), occupant) == occupant
            else:
                spans.append((place.at[0], place.at[0] + place.size[0]))
        assert covered == tables["cells"]
        assert filled == tables["slots"]
        spans.sort()
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))

    @invariant()
    def there_are_no_circles(self) -> None:
        instances = self.world.tables["instances"]
        for each in instances:
            seen, above = set(), each
            while above is not None:
                assert above not in seen
                seen.add(above)
                above = instances[above].parent

    @invariant()
    def the_log_makes_the_state(self) -> None:
        assert self.namespace.replayed().tables == self.world.tables
        followed = World()
        for batch in self.namespace.log[: self.namespace.projected]:
            followed.tables.apply(batch.changes)
        assert followed.tables == self.namespace.projection.tables


Commits.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
TestCommits = pytest.mark.filterwarnings("ignore")(Commits.TestCase)


def test_the_stand_in_knows_every_operation() -> None:
    registering = {name for name in OPERATIONS if name.startswith("Register")}
    assert set(OPERATIONS) == set(ARGUMENTS) | registering
    assert len(OPERATIONS) == 24


@given(st.integers(1, 10**12), st.sampled_from([1, 2, 8, 10, 100, 1000, 10**9]))
def test_a_quantity_is_written_and_read_back(amount: int, scale: int) -> None:
    text = written(amount, scale)
    assert units(text, scale) == amount
    assert Fraction(text) * scale == amount
    assert not (text.endswith("0") and "." in text)
