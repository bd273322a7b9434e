"""Reads and the control plane over real HTTP; together with the commits every operation is called."""

from __future__ import annotations

from typing import Any

import pytest
from assetcore_sdk import models
from assetcore_sdk.errors import (
    ConflictError,
    NotFoundError,
    SDKForbiddenError,
    SDKQuotaError,
    SDKUnauthorizedError,
    ValidationError,
    WrongDaemonError,
)
from assetcore_sdk.operations import (
    AddFungible,
    AddInstance,
    CreateContainer,
    RegisterClassShape,
    RemoveContainer,
)
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document

GRID = {"type": "grid", "capacity": 15, "grid_width": 5}


def cell(position: int, container: str = "shelf") -> dict[str, Any]:
    return {"kind": "grid_cell", "container_id": container, "position": position}


@pytest.fixture
def shelf(writer: Any) -> str:
    """A grid of 5 columns and 3 rows with a stack of 2 x 1 at column 4 of row 2."""
    writer.register_class("box", "Box", 2, {"balance_scale": 1})
    writer.register_class_shape("box", 2, 1)
    writer.commit_operations(
        [
            CreateContainer(external_id="shelf", kind=GRID, owner=7),
            AddFungible(class_id="box", quantity=3, location=cell(9)),
        ]
    )
    return "shelf"


def test_a_grid_and_its_region(shelf: str, reader: Any) -> None:
    answer = reader.get_container_grid(shelf)
    (placed,) = answer.placements
    assert (placed.anchor, placed.quantity, placed.inst_id) == (9, "3", None)
    assert (placed.shape.width, placed.shape.height) == (2, 1)
    assert (answer.grid.grid_width, answer.grid.grid_height, answer.grid.capacity) == (5, 3, 15)
    assert (answer.grid.occupied_cells, answer.grid.utilization) == (2, 2 / 15)
    # The region counts from 0: position 9 is column 3 of row 1 there.
    assert len(reader.get_container_grid(shelf, 3, 1, 1, 1).placements) == 1
    assert reader.get_container_grid(shelf, 0, 0, 5, 1).placements == []
    assert reader.get_container_grid(shelf, 0, 0, 5, 1).region == {"x": 0, "y": 0, "width": 5, "height": 1}
    assert 9 not in reader.get_container_grid_free(shelf, 1, 1).anchors
    assert reader.get_container_grid_free(shelf, 5, 3).anchors == []
    with pytest.raises(ValueError, match="all of x, y, width and height"):
        reader.get_container_grid(shelf, x=1)


def test_contents_of_every_kind(shelf: str, writer: Any, reader: Any) -> None:
    line = {"type": "continuous_line_1d", "min_x": 0, "max_x": 10000, "quantization_inv": 1000}
    plane = {**line, "type": "continuous_grid_2d", "min_y": 0, "max_y": 10000}
    lane = {"kind": "continuous_line_1d", "container_id": "lane", "x": 250}
    floor = {"kind": "continuous_grid_2d", "container_id": "floor", "x": 0, "y": 500}
    writer.actions.register_class_continuous_shape1d(request={"class_id": "box", "length": 100})
    writer.actions.register_class_continuous_shape2d(request={"class_id": "box", "width": 9, "height": 9})
    writer.commit_operations(
        [
            CreateContainer(container_id="lane", kind=line),
            CreateContainer(container_id="floor", kind=plane),
            AddInstance(class_id="box", location=lane),
            AddInstance(class_id="box", location=floor),
        ]
    )
    types = {name: reader.get_container_contents(name).contents for name in (shelf, "lane", "floor", "1001")}
    assert {name: each.type for name, each in types.items()} == {
        "shelf": "grid",
        "lane": "continuous_1d",
        "floor": "continuous_2d",
        "1001": "balance",
    }
    assert types["lane"].placements[0].anchor == {"x": 250}
    assert types["floor"].placements[0].anchor == {"x": 0, "y": 500}
    assert types["lane"].continuous["max_x"] == 10000
    assert types["shelf"].balances[0].quantity == "3"
    assert types["1001"].balances[0].class_id == "100"


def test_lists_are_filtered_and_paged(shelf: str, writer: Any, reader: Any) -> None:
    names = [f"bin-{number:02}" for number in range(25)]
    writer.commit_operations(
        [CreateContainer(container_id=name, kind={"type": "slots", "count": 1}) for name in names]
    )
    page = reader.list_containers(kind="slots")
    assert [each.container_id for each in page] == names[:20]
    assert (page.has_more, page.next_cursor, page.limit) == (True, names[19], 20)
    assert [each.container_id for each in reader.iter_containers(kind="slots", limit=7)] == names
    assert reader.list_containers(kind="slots", limit=999).limit == 200
    assert [each.container_id for each in reader.iter_containers(owner=7)] == [shelf]
    (found,) = reader.list_containers(owner=7)
    assert (found.kind, found.kind_type, found.owner) == (GRID, "grid", 7)
    classes = reader.list_classes(limit=1)
    assert [each.class_id for each in classes] == ["100"]
    assert [each.class_id for each in reader.iter_classes(limit=1)] == ["100", "box"]
    assert classes.to_arrow().column("class_id").to_pylist() == ["100"]
    raw = reader.raw.list_containers(limit=1)
    assert (raw.status, raw.parse().limit) == (200, 1)
    assert len(reader.raw.iter_containers(kind="slots", limit=7)) == 25


def test_classes(shelf: str, writer: Any, reader: Any) -> None:
    found = reader.get_class("box")
    assert (found.class_id, found.name, found.flags) == ("box", "Box", 2)
    assert found.behavior == {"balance_scale": 1}
    (shape,) = reader.get_class_shapes("box").shapes
    assert (shape.stack_key, shape.shape.width, shape.shape.height) == (None, 2, 1)
    stats = reader.get_class_stats("box")
    assert (stats.total_quantity, stats.instance_count) == ("3", 0)
    with pytest.raises(ConflictError) as caught:
        writer.register_class("box", "Box")
    assert caught.value.idempotency_key is not None
    again = writer.register_class("crate", "Crate", idempotency_key="crate-1")
    assert again.idempotency_key == "crate-1"
    assert writer.register_class("crate", "Crate", idempotency_key="crate-1") == again
    with pytest.raises(NotFoundError):
        reader.get_class("nothing")


def test_a_stack_that_overlaps_is_refused(shelf: str, writer: Any) -> None:
    for position in (8, 10, 5):
        with pytest.raises(ValidationError, match=r"taken|does not fit"):
            writer.commit_operations([AddFungible(class_id="box", quantity=1, location=cell(position))])
    writer.commit_operations(
        [
            RegisterClassShape(
                request={"class_id": "box", "stack_key": 4, "shape": {"width": 1, "height": 1}}
            ),
            AddFungible(class_id="box", key=4, quantity=1, location=cell(8)),
        ]
    )


def test_health(writer: Any, reader: Any) -> None:
    assert writer.write_health().status == "healthy"
    assert writer.write_livez().status == "alive"
    assert "assetcore_commits_total 2" in writer.write_metrics()
    health = reader.read_health(namespace_id=5001)
    assert (health.status, health.freshness.namespace, health.freshness.lag) == ("ready", 5001, 0)
    assert reader.read_livez().status == "alive"
    assert "assetcore_projected_total" in reader.read_metrics()


def test_the_control_plane(writer: Any, assetcore_sandbox: Sandbox) -> None:
    assert writer.whoami()["roles"] == ["TenantAdmin"]
    assert "reverse" in writer.get_permissions(namespace_id=1)["permissions"]
    created = writer.create_namespace(42, "tests", extra={"purpose": "none"})
    assert created["namespace_id"] == 42
    with pytest.raises(ConflictError):
        writer.create_namespace(42)
    body = assetcore_sandbox.requests("create_namespace_endpoint")[0]["body"]
    assert body == {"namespace_id": 42, "label": "tests", "purpose": "none"}
    assert writer.get_namespace(42, correlation_id="trace")["label"] == "tests"
    page = writer.list_namespaces(limit=1)
    assert [each["namespace_id"] for each in page["namespaces"]] == [1]
    rest = writer.list_namespaces(page_token=page["next_page_token"])
    assert [each["namespace_id"] for each in rest["namespaces"]] == [42, 5001]
    assert writer.set_namespace_placement(42, {"region": "north"})["placement"] == {"region": "north"}
    writer.set_namespace_operational_state(42, write_mode="read-only", reason="audit")
    with pytest.raises(SDKForbiddenError, match="read-only"):
        writer.commit_operations([CreateContainer(container_id=1, kind=GRID)], namespace_id=42)
    assert writer.get_namespace_status(42)["write_mode"] == "read-only"
    assert len(writer.list_namespace_statuses()["statuses"]) == 3
    fork = writer.fork_namespace({"source_namespace_id": 1, "namespace_id": 43})
    assert fork["lineage"]["namespace_id"] == 1
    writer.set_namespace_lifecycle(42, "deleted", "done")
    with pytest.raises(NotFoundError):
        writer.commit_operations([CreateContainer(container_id=1, kind=GRID)], namespace_id=42)
    changes = [each["change"] for each in writer.list_namespace_changes()["changes"]]
    assert changes == ["created", "placement", "operational_state", "forked", "lifecycle"]


def test_a_fork_has_what_its_source_had(writer: Any, reader: Any) -> None:
    writer.fork_namespace({"source_namespace_id": 1, "namespace_id": 43})
    assert reader.get_container_balances(1001, namespace_id=43).balances[0].quantity == "500"
    gone = {"class_id": 100, "key": 1, "quantity": 500, "from_": {"kind": "balance", "container_id": 1001}}
    writer.actions.remove_fungible(**gone)
    assert reader.get_container_balances(1001).balances == []
    assert reader.get_container_balances(1001, namespace_id=43).balances[0].quantity == "500"


def test_a_strict_service_knows_only_what_was_created(
    writer: Any, reader: Any, assetcore_sandbox: Sandbox
) -> None:
    assert reader.list_containers(namespace_id=77).containers == []
    assetcore_sandbox.control("POST /settings", {"strict": True})
    with pytest.raises(NotFoundError):
        reader.list_containers(namespace_id=78)
    writer.create_namespace(78)
    assert reader.list_containers(namespace_id=78).containers == []


def test_a_token_has_the_rights_of_its_role(connect: Any, assetcore_sandbox: Sandbox) -> None:
    sandbox = assetcore_sandbox
    with pytest.raises(SDKForbiddenError):
        connect(sandbox.write_url, sandbox.read_token).commit_operations(
            [CreateContainer(container_id=1, kind=GRID)]
        )
    with pytest.raises(SDKForbiddenError):
        connect(sandbox.read_url, sandbox.write_token).get_container(1001)
    with pytest.raises(SDKUnauthorizedError) as caught:
        connect(sandbox.read_url, sandbox.keys["expired"]).get_container(1001)
    assert caught.value.auth_reason == "token_expired"
    # A client talks to one daemon: the other one's paths are not there.
    with pytest.raises(WrongDaemonError, match="is this the write daemon's URL"):
        connect(sandbox.write_url, sandbox.keys["admin"]).get_container(1001)
    with pytest.raises(WrongDaemonError, match="is this the read daemon's URL"):
        connect(sandbox.read_url, sandbox.keys["admin"]).commit_operations([RemoveContainer(container_id=1)])


def test_a_quota_is_told_with_its_wait(reader: Any, assetcore_sandbox: Sandbox) -> None:
    assetcore_sandbox.limit(0)
    with pytest.raises(SDKQuotaError) as caught:
        reader.get_container(1001)
    error = caught.value
    assert error.retryable
    # An hour is more than a call waits for by itself.
    assert error.attempts == 1
    assert error.retry_after == error.retry_after_ms / 1000 > 60


def test_ids_go_into_paths_as_text(reader: Any, assetcore_sandbox: Sandbox) -> None:
    assert reader.get_container(1001).container_id == reader.get_container("1001").container_id
    for wrong in ("", "..", "a/b", "a b", "x" * 129, -1, True, None):
        with pytest.raises((TypeError, ValueError)):
            reader.get_container(wrong)
    assert [each["path"] for each in assetcore_sandbox.requests()] == [
        "/v1/read/namespaces/1/containers/1001"
    ] * 2


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (models.ClassListResponse, "classes"),
        (models.ClassShapesResponse, "shapes"),
        (models.CommitListResponse, "commits"),
        (models.ContainerBalancesResponse, "balances"),
        (models.ContainerContents, "balances"),
        (models.ContainerContents, "placements"),
        (models.ContainerContents, "slots"),
        (models.ContainerGridFreeResponse, "anchors"),
        (models.ContainerGridResponse, "placements"),
        (models.ContainerListResponse, "containers"),
        (models.ContainerSlotsResponse, "slots"),
        (models.PreflightResponse, "operations"),
        (models.StreamEntry, "operations"),
    ],
)
def test_a_list_that_is_null_is_empty_and_may_hold_nulls(kind: Any, name: str) -> None:
    assert getattr(kind.from_dict({name: None}), name) == []
    # The rows of an answer are a list, whatever it lacks; any other list that was not sent is None.
    assert getattr(kind.from_dict({}), name) == ([] if hasattr(kind, "_rows") else None)
    found = kind.from_dict({name: [None, {}, 5]})
    assert getattr(found, name)[0] is None
    assert getattr(found, name)[2] == 5
    assert found.to_dict()[name] == [None, {}, 5]
    if hasattr(found, "to_arrow"):
        assert found.to_arrow().num_rows == 3


def test_every_operation_of_the_spec_has_a_method() -> None:
    from assetcore_sdk import AssetCoreClient

    document = load_document("assetcore")
    operations = {
        each["operationId"]
        for item in document["paths"].values()
        for method, each in item.items()
        if method in {"get", "post"}
    }
    named = {
        operation
        for name in dir(AssetCoreClient)
        for line in (getattr(AssetCoreClient, name).__doc__ or "").splitlines()
        if not name.startswith("_") and line.strip().startswith("Operation: ")
        for operation in line.partition("Operation: ")[2].strip().split(", ")
    }
    assert len(operations) == 38
    assert operations == named
