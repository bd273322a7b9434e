"""What the OpenAPI document of Alsorn promises to those who build on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

SPEC: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "specs" / "alsorn.yaml").read_text(encoding="utf-8")
)
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
METHODS = ("get", "put", "post", "patch", "delete")
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation
    for item in SPEC["paths"].values()
    for method, operation in item.items()
    if method in METHODS
}
TAGGED = {
    "agents": "register_agent list_agents get_agent verify_agent update_agent suspend_agent get_audit_chain",
    "trust": "query_trust evaluate_trust batch_query_trust get_trust_history report_agent",
    "transactions": "execute_transaction list_transactions get_transaction reverse_transaction "
    "export_transactions",
    "webhooks": "register_webhook list_webhooks get_webhook update_webhook delete_webhook test_webhook",
}
EVENTS = {
    "agent.registered",
    "agent.suspended",
    "agent.reactivated",
    "agent.deleted",
    "transaction.completed",
    "transaction.failed",
    "transaction.reversed",
    "trust.score_changed",
    "trust.dispute_filed",
}
PROVENANCES = {"doc", "package", "seed", "inferred"}
RATE_LIMIT = {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}


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


def read_by_clients() -> list[dict[str, Any]]:
    deliveries = [hook["post"]["requestBody"] for hook in SPEC["webhooks"].values()]
    answers = [operation["responses"] for operation in OPERATIONS.values()]
    return list(reachable([answers, deliveries], set()))


def successes(operation: dict[str, Any]) -> list[dict[str, Any]]:
    return [answer for status, answer in operation["responses"].items() if status.startswith("2")]


def test_it_is_valid_openapi() -> None:
    validate(SPEC)


def test_every_operation_is_there_under_its_tag() -> None:
    assert {name: operation["tags"] for name, operation in OPERATIONS.items()} == {
        name: [tag] for tag, names in TAGGED.items() for name in names.split()
    }
    assert len(OPERATIONS) == 23


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_where_that_is_from(name: str) -> None:
    operation = OPERATIONS[name]
    assert operation["summary"].endswith(".")
    assert operation["x-provenance"] in PROVENANCES
    assert [len(scheme) for scheme in operation["security"]] == ([] if name == "verify_agent" else [1])


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_documents_its_errors(name: str) -> None:
    operation = OPERATIONS[name]
    answers = operation["responses"]
    expected = {"429", "500"}
    if operation["security"]:
        expected |= {"401", "403"}
    if "requestBody" in operation or operation.get("parameters"):
        expected.add("422")
    path = next(path for path, item in SPEC["paths"].items() if operation in item.values())
    if "{" in path:
        expected.add("404")
    assert expected <= set(answers)
    for status in set(answers) - {"200", "201", "204"}:
        schema = resolved(answers[status])["content"]["application/json"]["schema"]
        assert schema == {"$ref": "#/components/schemas/ErrorEnvelope"}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_answer_shows_the_rate_limit(name: str) -> None:
    for status, answer in OPERATIONS[name]["responses"].items():
        extra = {"Retry-After"} if status == "429" else set()
        assert set(resolved(answer)["headers"]) == RATE_LIMIT | extra


def test_success_codes() -> None:
    unusual = {"register_agent": {"201"}, "register_webhook": {"201"}, "delete_webhook": {"204"}}
    for name, operation in OPERATIONS.items():
        codes = {status for status in operation["responses"] if status.startswith("2")}
        assert codes == unusual.get(name, {"200"}), name


def test_what_may_be_repeated() -> None:
    marked = {name for name, operation in OPERATIONS.items() if operation.get("x-idempotent")}
    assert marked == {"update_agent", "suspend_agent", "evaluate_trust", "batch_query_trust"}
    keyed = {name: op["x-idempotency-key"] for name, op in OPERATIONS.items() if "x-idempotency-key" in op}
    assert keyed == {"execute_transaction": {"in": "body", "name": "idempotency_key"}}
    assert "idempotency_key" in SCHEMAS["TransactionRequest"]["properties"]


def test_the_export_is_a_stream_in_two_media_types() -> None:
    assert [name for name, op in OPERATIONS.items() if "x-stream" in op] == ["export_transactions"]
    export = OPERATIONS["export_transactions"]
    assert export["x-stream"] == "bytes"
    assert set(successes(export)[0]["content"]) == {"text/csv", "application/json"}


def test_what_a_client_reads_has_no_closed_enum() -> None:
    read = read_by_clients()
    assert any("x-extensible-enum" in node for node in read)
    assert [node["enum"] for node in read if isinstance(node.get("enum"), list)] == []


def test_what_a_client_reads_is_open_and_requires_an_id_at_most() -> None:
    objects = [node for node in read_by_clients() if node.get("type") == "object"]
    assert SCHEMAS["Agent"] in objects
    tags_of_events = [["event"]] * len(EVENTS)
    strict = [node["required"] for node in objects if node.get("required") not in (None, ["id"])]
    assert strict == tags_of_events
    closed = [node for node in SCHEMAS.values() if node.get("additionalProperties", True) is False]
    assert closed == []


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


def test_webhooks_send_one_event_each() -> None:
    assert set(SPEC["webhooks"]) == EVENTS
    assert set(SCHEMAS["EventType"]["x-extensible-enum"]) == EVENTS
    data = set()
    for event, item in SPEC["webhooks"].items():
        envelope, special = item["post"]["requestBody"]["content"]["application/json"]["schema"]["allOf"]
        assert envelope == {"$ref": "#/components/schemas/WebhookEvent"}
        assert special["properties"]["event"] == {"const": event}
        data.add(special["properties"]["data"]["$ref"])
        headers = [resolved(parameter)["name"] for parameter in item["post"]["parameters"]]
        assert headers == [f"X-Alsorn-{word}" for word in ("Event", "Delivery", "Signature", "Timestamp")]
        assert list(item["post"]["responses"]) == ["2XX"]
    assert len(data) == len(EVENTS)
