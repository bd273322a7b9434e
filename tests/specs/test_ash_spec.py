"""What the OpenAPI document of Ash promises to those who build on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

SPEC: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "specs" / "ash.yaml").read_text(encoding="utf-8")
)
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]
METHODS = ("get", "put", "post", "patch", "delete")
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: {**operation, "path": path, "method": method, "item": item}
    for path, item in SPEC["paths"].items()
    for method, operation in item.items()
    if method in METHODS
}
COUNTS = {
    "health": 2,
    "agents": 11,
    "versions": 6,
    "sessions": 22,
    "attachments": 2,
    "credentials": 3,
    "queue": 5,
    "usage": 2,
    "analytics": 1,
    "keys": 3,
    "evals": 14,
}


def resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        found: Any = SPEC
        for key in node["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        node = found
    return node


def reachable(node: Any, seen: set[str]) -> Iterator[dict[str, Any]]:
    """Yield every mapping under a node, following each reference once."""
    if isinstance(node, list):
        for item in node:
            yield from reachable(item, seen)
    elif isinstance(node, dict):
        yield node
        if "$ref" in node and node["$ref"] not in seen:
            seen.add(node["$ref"])
            yield from reachable(resolved(node), seen)
        for value in node.values():
            yield from reachable(value, seen)


def parameters(operation: dict[str, Any]) -> list[dict[str, Any]]:
    declared = [*operation.get("parameters", []), *operation["item"].get("parameters", [])]
    return [resolved(each) for each in declared]


def test_it_is_valid_openapi() -> None:
    validate(SPEC)


def test_every_public_operation_is_there_under_its_tag_and_no_internal_one() -> None:
    assert Counter(operation["tags"][0] for operation in OPERATIONS.values()) == COUNTS
    assert sum(COUNTS.values()) == len(OPERATIONS) == 71
    assert not [path for path in SPEC["paths"] if "/internal/" in path]


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_documents_its_errors(name: str) -> None:
    operation = OPERATIONS[name]
    assert operation["summary"].endswith(".")
    assert operation["x-provenance"] in {"doc", "package", "inferred"}
    expected = {"429", "500"} | (set() if name == "getHealth" else {"401"})
    if "{" in operation["path"]:
        expected.add("404")
    assert expected <= set(operation["responses"])
    for status, unresolved in operation["responses"].items():
        response = resolved(unresolved)
        if not status.startswith("2"):
            assert response["content"]["application/json"]["schema"]["$ref"].endswith("/ApiError")
        if name != "sendMessage" or not status.startswith("2"):
            assert {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"} <= set(
                response["headers"]
            )


def test_success_codes() -> None:
    by_code: dict[str, set[str]] = {}
    for name, operation in OPERATIONS.items():
        (code,) = (status for status in operation["responses"] if status.startswith("2"))
        by_code.setdefault(code, set()).add(name)
    assert set(by_code) == {"200", "201", "204"}
    assert by_code["201"] == {
        "deployAgent",
        "createAgentVersion",
        "createSession",
        "forkSession",
        "uploadAttachment",
        "createCredential",
        "enqueue",
        "createApiKey",
        "createEvalCase",
        "startEvalRun",
    }
    assert by_code["204"] == {
        "deleteAgentVersion",
        "deleteAttachment",
        "deleteCredential",
        "revokeApiKey",
        "deleteEvalCase",
    }


def test_a_key_is_needed_everywhere_but_for_the_health() -> None:
    assert SPEC["security"] == [{"bearer": []}]
    assert [name for name, operation in OPERATIONS.items() if operation.get("security") == []] == [
        "getHealth"
    ]


def test_calls_that_start_something_are_not_repeated() -> None:
    marked = {name for name, operation in OPERATIONS.items() if operation.get("x-idempotent")}
    assert {"resumeSession", "updateSessionConfig", "writeSessionFiles"} <= marked
    once = {
        "createSession",
        "deployAgent",
        "sendMessage",
        "execInSession",
        "enqueue",
        "forkSession",
        "pauseSession",
    }
    assert not marked & once
    assert not [name for name in marked if OPERATIONS[name]["method"] in {"get", "delete"}]


def test_posts_without_a_body_have_none() -> None:
    for name in ("pauseSession", "resumeSession", "stopSession", "forkSession", "activateAgentVersion"):
        assert "requestBody" not in OPERATIONS[name]
    assert OPERATIONS["createApiKey"]["requestBody"]["required"] is False


def test_file_paths_may_span_segments() -> None:
    wildcards = {
        name
        for name, operation in OPERATIONS.items()
        if any(each.get("x-path-segments") for each in parameters(operation))
    }
    assert wildcards == {"getAgentFile", "deleteAgentFile", "getSessionFile", "deleteSessionFile"}
    assert all(OPERATIONS[name]["path"].endswith("/files/{path}") for name in wildcards)


def test_streams() -> None:
    streams = {name: op["x-stream"] for name, op in OPERATIONS.items() if "x-stream" in op}
    assert streams.pop("sendMessage") == "sse"
    assert streams == dict.fromkeys(
        ("getAgentFile", "getSessionFile", "downloadWorkspace", "downloadAttachment"), "bytes"
    )
    media = OPERATIONS["sendMessage"]["responses"]["200"]["content"]["text/event-stream"]
    assert media["schema"] == {"type": "string"}
    assert set(media["x-events"]) == {
        *("session_start", "message", "text_delta", "thinking_delta", "tool_use", "tool_result"),
        *("turn_complete", "mcp_status", "error", "done"),
    }
    for schema in media["x-events"].values():
        assert "required" not in resolved(schema)


def test_what_a_client_reads_is_open() -> None:
    read = list(reachable([operation["responses"] for operation in OPERATIONS.values()], set()))
    assert [node["enum"] for node in read if isinstance(node.get("enum"), list)] == []
    assert "x-extensible-enum" in SCHEMAS["SessionStatus"]
    for schema in read:
        if schema.get("type") == "object":
            assert set(schema.get("required", ())) <= {"role", "content"}
            assert schema.get("additionalProperties", True) is not False
            assert set(schema.get("x-always-present", ())) <= set(schema.get("properties", ()))


def test_no_value_is_filled_in_for_the_caller_and_every_property_is_described() -> None:
    for node in reachable(SPEC, set()):
        assert "default" not in node
    for name, schema in SCHEMAS.items():
        for field, described in schema.get("properties", {}).items():
            assert resolved(described).get("description"), f"{name}.{field}"


def test_secrets_are_marked() -> None:
    for name in ("CreateCredentialRequest", "CreatedApiKey"):
        assert SCHEMAS[name]["properties"]["key"]["format"] == "password"
