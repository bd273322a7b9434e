"""A valid argument for every parameter: by its name where that says more than its type, else by its type."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import assetcore_sdk
import sbn
import sbn_gateway
from assetcore_sdk import operations
from assetcore_sdk.actions import ActionOptions

from tests.faults import hostile
from tests.faults.walk import Method, Parameter

_UUID = "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11"
_BALANCE = {"kind": "balance", "container_id": "vault"}
_HASH = "sha256:" + "ab" * 32
_OPERATION = operations.RemoveContainer(container_id="vault")

# Of one method, where the name means something else there.
_OF_METHOD: dict[str, Any] = {
    "QueueMethods.list_queue_items:status": "pending",
    "SbnGatewayClient.create_slot:request": sbn_gateway.SlotCreateRequest("worker-1", "classify", 60),
    "SbnGatewayClient.request_attestation:summary": sbn_gateway.SlotSummary("slot-1", _HASH),
    "SlotSession.finalize:request_attestation": True,
    "SlotSession.events:payloads": [{"event_type": "one"}],
    "Atlas.get_env:format": "dotenv",
    "AtlasClient.get_env:format": "dotenv",
    "LatticeClient.create_workflow:workflow": {"domain": "d", "name": "n", "nodes": [{"id": "a"}]},
    "SlotSession.pulse:events": {"friendly": 3, "hostile": 0, "neutral": 0, "total": 3},
    **{
        f"SnapChoreClient.{action}_artifact_{kind}:summary": "in words"
        for action in ("capture", "seal")
        for kind in ("descriptor", "file")
    },
    **{f"SnapChoreClient.seal_artifact_{kind}:block_type": "audit" for kind in ("descriptor", "file")},
    "SnapChoreClient.seal:block_type": "audit",
    "SnapChoreClient.verify:offline": False,
    "Transactions.export:format": "csv",
    "Transactions.export_to:format": "csv",
    "MessageMethods.send_message:content": "hello",
    "MessageMethods.send_message_stream:content": "hello",
    "MessageMethods.send_message_stream:thinking": {"type": "adaptive"},
    "MessageMethods.send_message_stream:output_format": {"type": "json_schema", "schema": {"type": "object"}},
    "FileMethods.upload_attachment:content": "content",
    "ServerMethods.create_credential:type": "anthropic",
    "EvalMethods.import_eval_cases:cases": [{"question": "why?"}],
    "AtlasClient.register_app:workflow_specs": [{"workflow": "one"}],
    "ActionMethods.register_class_sync:request": {"class_id": "gold", "name": "Gold"},
    "ActionMethods.register_class_shape_sync:request": {
        "class_id": "gold",
        "shape": {"width": 1, "height": 2},
    },
    "ActionMethods.register_class_continuous_shape1d_sync:request": {"class_id": "gold", "length": 3},
    "ActionMethods.register_class_continuous_shape2d_sync:request": {
        "class_id": "gold",
        "width": 3,
        "height": 4,
    },
    "Containers.get_container_grid_sync:width": 3,
    "ASGGatewayClient.submit_many:columns": {"data_url": "data_url"},
    "ASGGatewayClient.submit_many:key": "content",
    "Atlas.resolve:error": None,
    "Health.export_history_sync:path": "history.parquet",
}

_BY_NAME: dict[str, Any] = {
    "files": {"notes.txt": "hello"},
    "chat_history": [{"role": "user", "content": "hello"}],
    "label_spec": {"question": "Cat or dog?", "options": ["cat", "dog"]},
    "credentials": {"access_key_id": "AKIA0123", "secret_access_key": "s3cret-of-aws", "region": "eu-1"},
    "delivery": {"type": "s3", "bucket": "results"},
    "email": "someone@example.com",
    "tasks": [
        {
            "type": "image_classification",
            "data_url": "https://example.com/1.png",
            "label_spec": {"question": "Cat or dog?", "options": ["cat", "dog"]},
        }
    ],
    "shares": [{"to_container": "vault", "quantity": 5}],
    "transfers": [
        operations.TransferFungible(from_container="a", to_container="b", class_id="c", quantity=1)
    ],
    "journal": "journal.sqlite",
    "path": "notes.txt",
    "bundle": b"archive",
    "summary": sbn.SlotSummary("slot-1", _HASH),
    "sealed_payload": {"member": "value"},
    "deadline": 5.0,
    "headers": {"X-Extra": "value"},
    "session": assetcore_sdk.Session(),
    "callback_url": "https://example.com/hook",
    "url": "https://example.com/hook",
    "since": "2026-01-31T12:00:00Z",
    "min_world_seq": None,
    "currency": "EUR",
    "effort": "high",
    "permission_mode": "default",
    "month": "2026-01",
    "read_version": 2,
    "gec_contract": {"weighting_strategy": "weighted"},
    "min_age_seconds": 60,
    "idle_seconds": 60,
    "block_or_ref": "rec-1",
}

_BY_TYPE: list[tuple[str, Any]] = [
    (r"str \| Path \| Mapping", {"CLAUDE.md": "hello"}),
    (r"str \| Path", "local.txt"),
    (r"str \| UUID", _UUID),
    (r"Moment|datetime", datetime(2026, 1, 31, 12, tzinfo=UTC)),
    (r"^(Id|ThingId)\b", "vault"),
    (r"^Quantity\b", 5),
    (r"^Location\b", _BALANCE),
    (r"^ContainerKind\b", {"type": "balance"}),
    (r"^ActionOptions\b", ActionOptions()),
    (r"^AnyOperation\b", _OPERATION),
    (r"^Iterable\[AnyOperation\]", [_OPERATION]),
    (r"^(Iterable|Sequence|Collection)\[str\]", ["one", "two"]),
    (r"^(Iterable|Sequence|Collection)\[.*Mapping\[", [{"member": "value"}]),
    (r"^Mapping\[str, Mapping\[", {"NAME": {"member": "value"}}),
    (r"^Mapping\[str, str\]", {"NAME": "value"}),
    (r"^Mapping\[str, float\]", {"member": 2.5}),
    (r"Mapping\[", {"member": "value"}),
    (r"^Callable\[", lambda *args: None),
    (r"^Items\b", [{"member": "value"}]),
    (r"^Iterable\[Any\]", [{"member": "value"}]),
    (r"^bool\b", True),
    (r"^int\b", 3),
    (r"^float\b", 2.5),
    (r"^Sequence\[Action\]", ["execute_trade"]),
    (r"^Action\b", "execute_trade"),
    (r"^AgentStatus\b", "active"),
    (r"^TransactionStatus\b", "completed"),
    (r"^Environment\b", "production"),
    (r"^ExportFormat\b", "csv"),
    (r"^Money\b", 5),
    (r"^(Iterable|Sequence)\[EventType\]", ["agent.suspended"]),
    (r"^str\b", "some-text"),
    (r"^bytes\b", b"content"),
    (r"^Any$", {"member": "value"}),
]


class NoExampleError(LookupError):
    """There is no valid argument for a parameter: give it one in this module."""


def example(method: Method, parameter: Parameter) -> Any:
    """Return a valid argument.

    Raises:
        NoExampleError: There is none.
    """
    for known, key in ((_OF_METHOD, f"{method}:{parameter.name}"), (_BY_NAME, parameter.name)):
        if key in known:
            return known[key]
    for pattern, value in _BY_TYPE:
        if re.search(pattern, parameter.annotation):
            return value
    if literal := re.match(r"Literal\['(\w+)'", parameter.annotation):
        return literal[1]
    raise NoExampleError(f"{method}: {parameter.name}: {parameter.annotation}")


# What must be given next to a parameter: by method, or by method and parameter.
_WITH: dict[str, dict[str, Any]] = {
    **{
        f"LatticeClient.create_workflow:{name}": {"domain": "d", "name": "n", "nodes": [{"id": "a"}]}
        for name in ("domain", "name", "nodes", "edges", "topology", "gec_frontier", "meta", "")
    },
    "Agents.update": {"name": "another"},
    "Webhooks.update": {"url": "https://example.com/hook"},
    "EvalMethods.score_eval_result": {"notes": "good"},
    "EvalMethods.score_eval_run": {"notes": "good"},
    "AgentMethods.update_agent": {"env": {"NAME": "value"}},
    "Containers.get_container_grid_sync:x": {"y": 1, "width": 3, "height": 3},
    "Containers.get_container_grid_sync:y": {"x": 1, "width": 3, "height": 3},
    "Containers.get_container_grid_sync:width": {"x": 1, "y": 1, "height": 3},
    "Containers.get_container_grid_sync:height": {"x": 1, "y": 1, "width": 3},
    "SlotSession.finalize:request_attestation": {"snap_hash": _HASH},
    "AtlasReader.register_card": {"card_id": "assistant.v1"},
    "BitBlocksClient.find": {"idempotency_key": "key-1"},
    "SlotSession.find": {"idempotency_key": "key-1"},
    **{
        f"SnapChoreClient.{name}": {"snapchore_hash": _HASH}
        for name in ("promote", "promote_to_project", "create_project_and_promote")
    },
    "SnapChoreClient.seal:sealed_payload": {"payload": _HASH},
    "ASGGatewayClient.submit_many:key": {"run": "run-1"},
    "ASGGatewayClient.submit_many:run": {"key": "content"},
}

# What governs the client alone. By name where it does so everywhere, else by method and name.
_LOCAL = frozenset(
    {"interval", "max_interval", "raise_on_error", "strict", "stream_timeout", "offline", "options"}
    | {"GecClient.calibrate_frontier:workflow_fn", "GecClient.calibrate_frontier:submit_fn"}
    | {"GecClient.calibrate_frontier:n"}
    | {"concurrency", "on_failure", "on_progress", "progress", "journal", "batch"}
    | {f"ASGGatewayClient.{name}:timeout" for name in ("poll_many", "poll_result", "wait_for_job")}
    | {"ASGGatewayClient.wait_for_job:until", "QueueMethods.wait_for_queue_item:timeout"}
    | {"TurnMethods.wait_idle:timeout"}
    | {
        "Transactions.export_to:path",
        "FileMethods.download_session_file:to",
        "FileMethods.download_workspace:to",
    }
    # What keys are made of, and where rows have what is sent.
    | {f"ASGGatewayClient.submit_many:{name}" for name in ("columns", "key", "run")}
    # An error is looked into, and nothing of it is sent.
    | {"Atlas.resolve:error"}
    # Days are asked for, and what is older is left out here.
    | {"Trust.get_history:since"}
    # Sent when the slot was closed, which is refused here.
    | {
        f"SlotSession.finalize:{name}"
        for name in (
            "request_attestation",
            "snap_hash",
            "snap_version",
            "frontier_id",
            "target_project_id",
            "block_type",
            "domain",
            "metadata",
            "metrics",
            "submission_fields",
            "strict_attestation",
        )
    }
    # Sent with the second of two calls, when the answer to the first has an id.
    | {
        f"SnapChoreClient.create_project_and_promote:{name}"
        for name in ("smartblock_record_id", "snapchore_hash", "frontier_id")
    }
    # Sent with the stream, when the daemon said before where the history ends.
    | {f"Health.{name}_sync:after" for name in ("iter_batches", "export_history")}
    | {"Health.iter_batches_sync:batch_size", "Health.export_history_sync:path"}
    # Cleaned by the rules of the service: what is none of its kind is left out.
    | {"AtlasReader.upsert_binding:gec_contract", "SlotSession.pulse:events"}
    | {
        f"SlotSession.{name}:contribution"
        for name in ("action", "event", "interaction", "pulse", "yield_pulse", "burden_pulse")
    }
    | {
        f"SlotSession.{name}_pulse:{each}"
        for name in ("yield", "burden")
        for each in (
            "y_delta",
            "support_delta",
            "burden_hint",
            "omega_hint",
            "severity",
            "state_hint",
        )
    }
    # Fractions of seconds are cut, and a name is trimmed.
    | {
        f"GatewayClient.{name}_orphan_slots:{each}_seconds"
        for name in ("list", "reap")
        for each in ("min_age", "idle")
    }
    | {f"AtlasReader.register_card:{name}" for name in ("card_id", "scope", "domain")}
    # Compared here with those of the BitBlocks of a slot.
    | {
        f"{kind}.find:{name}"
        for kind in ("BitBlocksClient", "SlotSession")
        for name in ("operation_id", "idempotency_key")
    }
    # Sent in milliseconds.
    | {"MessageMethods.exec:timeout"}
    # The server does not filter; the client does.
    | {"SessionMethods.list_sessions:status"}
)


# Arguments that errors call by the wire's word, which is close enough, or that are read after a file.
TOLD_OTHERWISE = frozenset(
    {
        "AgentMethods.create_agent_version:version_name",
        "AgentMethods.update_agent_version:version_name",
        "ASGGatewayClient.submit_task:task_type",
        "ConsoleClient.create_checkout:plan_id",
        "SnapChoreClient.create_project_and_promote:project_name",
        *(f"SnapChoreClient.seal_artifact_{kind}:payload_metadata" for kind in ("descriptor", "file")),
        "SnapChoreClient.discover:snapchore_hash",
        "SnapChoreClient.seal:sealed_payload",
        *(
            f"RealityClient.upload_source:{name}"
            for name in ("source_type", "source_title", "submitted_by", "submission_channel", "gec_domain")
        ),
    }
)
# What is read where it is, with no request; for an id one is sent.
_UNSENT = frozenset({"SnapChoreClient.local_proof_status:block_or_ref"})
_READ_AS_NEEDED = frozenset({"ASGGatewayClient.poll_many:task_ids", "ASGGatewayClient.submit_many:tasks"})


def is_local(method: Method, names: set[str]) -> bool:
    """Whether parameters govern the client alone, and nothing of them goes on the wire."""
    return all(name in _LOCAL or f"{method}:{name}" in _LOCAL for name in names)


def is_unsent(method: Method, names: set[str]) -> bool:
    """Whether a call may send nothing for what these parameters were given, and say nothing."""
    return all(f"{method}:{name}" in _UNSENT for name in names)


def is_read_as_needed(method: Method, names: set[str]) -> bool:
    """Whether a parameter may have no end: what is wrong in its middle is met after what is before it."""
    return any(f"{method}:{name}" in _READ_AS_NEEDED for name in names)


# Arguments of Asset Core's actions that have two spellings, the second the one of some pages.
_SPELLINGS = (("instance_id", "inst_id"), ("from_", "from_container"), ("to", "to_container"))


def companions(method: Method, names: set[str]) -> dict[str, Any]:
    """Return the arguments without which others make no sense."""
    found = dict(_WITH.get(str(method), {}))
    known = {each.name: each for each in method.parameters}
    for pair in _SPELLINGS:
        if known.keys() >= set(pair) and not names & set(pair):
            found[pair[0]] = example(method, known[pair[0]])
    for name in names or {""}:
        found |= _WITH.get(f"{method}:{name}", {})
    return found


# Arguments that name a file or folder of this machine: what is there is not to be read or written by a test.
_FILES = re.compile(r"\bPath\b|\bPathLike\b|\bContent\b")


def pool(parameter: Parameter) -> dict[str, Callable[[], Any]]:
    """Return the hostile values for a parameter."""
    found = dict(hostile.POOL)
    if parameter.required:
        found["None"] = lambda: None
    if _FILES.search(parameter.annotation):
        found = {label: make for label, make in found.items() if not isinstance(make(), (str, Path))}
        found["text with NUL"] = lambda: "a\0b"
    return found


def takes_anything(parameter: Parameter) -> bool:
    """Whether a parameter may be replaced by any value: all but those that name files of this machine."""
    return not parameter.spread and not _FILES.search(parameter.annotation)
