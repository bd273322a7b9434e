"""What the OpenAPI document of Asset Core promises to those who build on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

SPEC: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "specs" / "assetcore.yaml").read_text(encoding="utf-8")
)
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (method, path, operation)
    for path, item in SPEC["paths"].items()
    for method, operation in item.items()
    if method in ("get", "post")
}
PROVENANCES = {"doc", "seed", "inferred"}
# Ids that a page shows; the others follow their pattern.
SHOWN = {
    "health_endpoint",
    "livez_endpoint",
    "auth_whoami_endpoint",
    "auth_permissions_endpoint",
    "list_namespaces_endpoint",
    "create_namespace_endpoint",
    "read_health_endpoint",
    "read_livez_endpoint",
    "class_list_endpoint",
}
INFERRED = {
    "get_container_endpoint",
    "get_container_balances_endpoint",
    "get_container_slots_endpoint",
    "get_container_grid_free_endpoint",
    "list_commits_endpoint",
    "get_class_endpoint",
    "get_class_shapes_endpoint",
    "get_class_stats_endpoint",
    "get_freshness_endpoint",
}
KEYED = {
    "commit_endpoint",
    "reverse_commit_endpoint",
    "register_class_endpoint",
    "register_class_shape_endpoint",
}
KINDS = ["balance", "grid", "slots", "continuous_line_1d", "continuous_grid_2d"]


def look_up(reference: str) -> Any:
    node: Any = SPEC
    for key in reference.removeprefix("#/").split("/"):
        node = node[key]
    return node


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    return look_up(node["$ref"]) if "$ref" in node else node


def reachable(node: Any, seen: set[str]) -> Iterator[dict[str, Any]]:
    """Yield every mapping under a node, following each reference once."""
    if isinstance(node, list):
        for item in node:
            yield from reachable(item, seen)
    elif isinstance(node, dict):
        yield node
        reference = node.get("$ref")
        if reference is not None and reference not in seen:
            seen.add(reference)
            yield from reachable(look_up(reference), seen)
        for value in node.values():
            yield from reachable(value, seen)


def test_it_is_valid_openapi() -> None:
    validate(SPEC)


def test_both_daemons_are_there() -> None:
    daemons = [path.split("/")[2] for _, path, _ in OPERATIONS.values()]
    assert (daemons.count("write"), daemons.count("read")) == (20, 18)
    assert set(OPERATIONS) >= SHOWN
    assert all(name.endswith("_endpoint") for name in OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_where_that_is_from(name: str) -> None:
    _, path, operation = OPERATIONS[name]
    assert operation["summary"].endswith(".")
    assert operation["x-provenance"] == ("inferred" if name in INFERRED else "doc")
    for status, answer in operation["responses"].items():
        if not status.startswith("2"):
            (media,) = resolved(answer)["content"]
            assert media == "application/problem+json"
    if path.startswith("/v1/read/namespaces/"):
        parameters = [resolved(each)["name"] for each in operation["parameters"]]
        assert "x-assetcore-min-world-seq" in parameters
        assert "425" in operation["responses"]


def test_what_may_be_repeated() -> None:
    keyed = {name for name, (_, _, each) in OPERATIONS.items() if "x-idempotency-key" in each}
    assert keyed == KEYED
    assert {name for name, (_, _, each) in OPERATIONS.items() if each.get("x-idempotent")} == {
        "preflight_endpoint",
        # They set what is, as a PUT does.
        "set_namespace_operational_state_endpoint",
        "set_namespace_placement_endpoint",
    }
    assert [name for name, (_, _, each) in OPERATIONS.items() if "x-stream" in each] == [
        "read_stream_endpoint"
    ]


def test_what_a_client_reads_has_no_closed_enum_and_requires_nothing() -> None:
    answers = list(reachable([each["responses"] for _, _, each in OPERATIONS.values()], set()))
    assert any("x-extensible-enum" in node for node in answers)
    assert [node["enum"] for node in answers if isinstance(node.get("enum"), list)] == []
    assert [node["required"] for node in answers if isinstance(node.get("required"), list)] == []
    objects = [node for node in answers if node.get("type") == "object"]
    assert all(node.get("additionalProperties") is True for node in objects)


def test_no_value_is_filled_in_for_the_caller() -> None:
    assert [node for node in reachable(SPEC, set()) if "default" in node] == []


def test_names_and_provenances_agree_with_the_properties() -> None:
    for node in reachable(SPEC, set()):
        assert node.get("x-provenance", "doc") in PROVENANCES
        assert set(node.get("x-always-present", ())) <= set(node.get("properties", ()))


def test_every_property_is_described() -> None:
    for name, schema in SCHEMAS.items():
        for node in reachable(schema, set()):
            properties = node.get("properties")
            for field, described in properties.items() if isinstance(properties, dict) else ():
                assert resolved(described).get("description"), f"{name}.{field}"


def test_operations_are_a_tagged_union_with_an_open_rest() -> None:
    union = SCHEMAS["Operation"]
    mapping = union["discriminator"]["mapping"]
    assert len(mapping) == 24
    assert [each["$ref"] for each in union["anyOf"]] == [
        *mapping.values(),
        "#/components/schemas/OtherOperation",
    ]
    for name, reference in mapping.items():
        assert look_up(reference)["properties"]["op"]["const"] == name
    confirmed = [name for name in mapping if SCHEMAS[f"{name}Operation"]["x-provenance"] == "doc"]
    assert len(confirmed) == 13


def test_kinds_and_locations_are_tagged_too() -> None:
    assert list(SCHEMAS["ContainerKind"]["discriminator"]["mapping"]) == KINDS
    assert SCHEMAS["OtherKind"]["properties"]["type"]["not"]["enum"] == KINDS
    locations = ["balance", "grid_cell", "slot"]
    assert list(SCHEMAS["Location"]["discriminator"]["mapping"]) == locations
    assert SCHEMAS["OtherLocation"]["properties"]["kind"]["not"]["enum"] == locations


def test_a_container_is_created_under_one_name() -> None:
    assert SCHEMAS["CreateContainerArgs"]["not"] == {"required": ["container_id", "external_id"]}
