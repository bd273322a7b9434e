"""What the OpenAPI document of ASG Gateway promises to those who build on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from clientkit_sandbox._catalog import load_document

SPEC = load_document("asg")
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (method, path, operation)
    for path, item in SPEC["paths"].items()
    for method, operation in item.items()
    if method != "parameters"
}
# Method and path, successes, documented failures.
DOCUMENTED = {
    "register_customer": ("post /v1/customers", {"201"}, {"400", "409"}),
    "get_profile": ("get /v1/customers/me", {"200"}, set[str]()),
    "submit_task": ("post /v1/tasks", {"200", "202"}, {"400", "403"}),
    "submit_batch": ("post /v1/tasks/batch", {"202"}, {"400", "403"}),
    "get_task": ("get /v1/tasks/{id}", {"200"}, {"404"}),
    "get_result": ("get /v1/tasks/{id}/result", {"200", "202"}, {"404"}),
    "register_webhook": ("post /v1/webhooks", {"201"}, {"400"}),
    "list_webhooks": ("get /v1/webhooks", {"200"}, set[str]()),
    "delete_webhook": ("delete /v1/webhooks/{webhook_id}", {"204"}, {"404"}),
    "create_job": ("post /v1/jobs", {"200", "201", "202"}, {"400", "403"}),
    "get_job": ("get /v1/jobs/{id}", {"200"}, {"404"}),
    "get_usage": ("get /v1/billing/usage", {"200"}, {"400"}),
    "list_invoices": ("get /v1/billing/invoices", {"200"}, set[str]()),
}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping of the document."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for item in node:
            yield from nodes(item)


def test_the_operations_are_the_documented_ones() -> None:
    assert OPERATIONS.keys() == DOCUMENTED.keys()


@pytest.mark.parametrize("name", DOCUMENTED)
def test_an_operation_answers_what_is_documented(name: str) -> None:
    method, path, operation = OPERATIONS[name]
    route, successes, failures = DOCUMENTED[name]
    everywhere = {"429", "500"} | (set() if name == "register_customer" else {"401"})
    assert f"{method} {path}" == route
    assert operation["responses"].keys() == successes | failures | everywhere
    assert operation["x-provenance"] in {"doc", "seed", "inferred"}
    assert operation["security"] == ([] if name == "register_customer" else [{"apiKey": []}])


def test_only_a_task_carries_a_key_and_only_when_the_caller_gives_one() -> None:
    keys = {name: facts[2].get("x-idempotency-key") for name, facts in OPERATIONS.items()}
    assert keys.pop("submit_task") == {"in": "body", "name": "idempotency_key", "optional": True}
    assert set(keys.values()) == {None}
    assert not [name for name, facts in OPERATIONS.items() if facts[2].get("x-idempotent")]


def test_nothing_is_closed_that_may_grow() -> None:
    assert not [node for node in nodes(SPEC) if "enum" in node]
    answers = [name for name in SCHEMAS if not name.endswith(("Create", "Credentials"))]
    for name in answers:
        schema = SCHEMAS[name]
        assert schema.get("type") != "object" or schema["additionalProperties"] is True, name


def test_secrets_are_marked_and_never_answered() -> None:
    marked = {
        f"{name}.{field}"
        for name, schema in SCHEMAS.items()
        for field, facts in schema.get("properties", {}).items()
        if facts.get("format") == "password"
    }
    assert marked == {
        "CustomerCreated.api_key",
        "WebhookCreate.secret",
        "S3Credentials.access_key_id",
        "S3Credentials.secret_access_key",
        "GCSCredentials.service_account_json",
    }
    assert SCHEMAS["JobCreate"]["properties"]["credentials"]["writeOnly"] is True
    assert "credentials" not in SCHEMAS["Job"]["properties"]
    assert "secret" not in SCHEMAS["Webhook"]["properties"]


def test_the_kind_of_a_task_has_the_name_of_its_place() -> None:
    assert "type" in SCHEMAS["TaskCreate"]["required"]
    assert "task_type" in SCHEMAS["Task"]["properties"]
    assert "task_type" in SCHEMAS["JobCreate"]["properties"]
    assert "task_type" not in SCHEMAS["JobCreate"]["required"]


def test_a_result_has_both_shapes_of_settlement() -> None:
    assert {"settlement", "bsv_txid", "cost_sats", "settled_at"} <= SCHEMAS["Result"]["properties"].keys()
    assert SCHEMAS["Settlement"]["properties"].keys() == {"bsv_txid", "total_cost_sats", "settled_at"}
