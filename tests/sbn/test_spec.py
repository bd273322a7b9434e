"""What the OpenAPI document of the SmartBlocks Network promises to those who build on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

SPEC: dict[str, Any] = yaml.safe_load((Path(__file__).parents[2] / "specs" / "sbn.yaml").read_text("utf-8"))
METHODS = ("get", "put", "post", "patch", "delete")
OPERATIONS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    item[method]["operationId"]: (path, item, item[method])
    for path, item in SPEC["paths"].items()
    for method in METHODS
    if method in item
}
COUNTS = {
    "gateway": 18,
    "bitblocks": 2,
    "snapchore": 26,
    "console": 35,
    "control_plane": 9,
    "atlas": 26,
    "blocks": 5,
    "health": 2,
    "legacy": 3,
    "reality": 22,
    "acp": 16,
    "gec": 8,
    "governance": 6,
    "lattice": 21,
    "numa": 10,
    "pgdag_py": 2,
}
CONDITIONAL = {"gec_list_frontiers"}
REPEATABLE = {
    "snapchore_verify",
    "snapchore_verify_block",
    "snapchore_verify_chain",
    "console_switch_project",
    "console_revoke_api_key",
    "console_update_project",
    "console_update_project_settings",
    "console_archive_project",
    "console_unarchive_project",
    "console_update_webhook",
    "control_plane_update_tenant_rate_plan",
    "control_plane_heartbeat_validator",
    "atlas_resolve",
    "atlas_upsert_binding",
    "snapchore_revoke_api_key",
    "acp_kill",
    "gec_compute",
    "gec_suspend_frontier",
    "gec_unsuspend_frontier",
    "lattice_activate_workflow",
    "lattice_export_workflows",
    "lattice_verify_evidence_packet",
    "numa_poll_signals",
    "numa_ack_signals",
}
PUBLIC = {"atlas_exchange_token", "health_check", "health_check_z", "pgdag_py_health_live"}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, list):
        for each in node:
            yield from nodes(each)
    elif isinstance(node, dict):
        yield node
        for each in node.values():
            yield from nodes(each)


def test_it_is_valid_openapi() -> None:
    validate(SPEC)


def test_every_operation_is_there_under_its_tag() -> None:
    tags = [operation["tags"] for _, _, operation in OPERATIONS.values()]
    assert {tag: tags.count([tag]) for tag in COUNTS} == COUNTS
    assert len(OPERATIONS) == sum(COUNTS.values())


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_where_that_is_from(name: str) -> None:
    path, item, operation = OPERATIONS[name]
    assert operation["summary"].endswith(".")
    assert operation["x-provenance"] in {"package", "doc", "seed", "inferred"}
    assert set(operation["responses"]) - {"304"} == {"200", "4XX", "5XX"}
    assert ("304" in operation["responses"]) is (name in CONDITIONAL)
    assert ({} in operation.get("security", [])) is (name in PUBLIC)
    references = [parameter["$ref"].rpartition("/")[2] for parameter in item["parameters"]]
    assert references[-1] == "Tenant"
    assert len(references) == path.count("{") + 1


def test_only_what_is_known_to_be_repeatable_is_marked() -> None:
    marked = {name for name, (_, _, operation) in OPERATIONS.items() if operation.get("x-idempotent")}
    assert marked == REPEATABLE


def test_no_enum_is_closed_and_nothing_is_filled_in() -> None:
    for node in nodes(SPEC):
        assert not isinstance(node.get("enum"), list)
        assert "default" not in node


def test_answers_are_open() -> None:
    bodies = {
        node["$ref"].rpartition("/")[2]
        for _, _, operation in OPERATIONS.values()
        for node in nodes(operation.get("requestBody", {}))
        if "$ref" in node
    }
    for name, schema in SPEC["components"]["schemas"].items():
        if name not in bodies and schema.get("type") == "object" and name != "WorkflowSpec":
            assert schema["additionalProperties"] is True, name


def test_secrets_are_marked() -> None:
    names = {"api_key", "client_secret", "access_token", "secret"}
    for node in nodes(SPEC["components"]["schemas"]):
        for name, schema in node.get("properties", {}).items():
            if name in names and isinstance(schema, dict):
                assert schema["format"] == "password", name
