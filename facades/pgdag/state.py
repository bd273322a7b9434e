"""The state of a run that survives its process."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, Self

from clientkit.results import Names, Result

from pgdag.artifact import ProofArtifact
from pgdag.envelope import canonical_fingerprint
from pgdag.errors import CheckpointError
from pgdag.history import copied, late, unread
from pgdag.reducer import ReducerStatus
from pgdag.template import DAGTemplate
from pgdag.values import json_copy

_FORMAT: Final = 1

RUNNING: Final = "running"


@late("proofs", "results", "chain")
@dataclass(repr=False)
class Checkpoint(Result):
    """Where a run stands; JSON can carry it.

    Attributes:
        run_id: The run.
        template_name: Its template.
        template_fingerprint: What must be the same in the template that it is resumed with.
        spec_version: Version of the runner's steps.
        strict: Whether it is run by the strict rules.
        inputs: What the run was given.
        actor: Who runs it.
        status: `running`, or how the run ended.
        carried: The inputs for later steps, with what steps wrote into theirs.
        written: What steps of the present wave wrote into theirs, for later waves.
        proofs: The proofs so far.
        results: In a strict run, what the steps returned.
        chain: What was appended to the chain: step and proof hash.
        slot_id: The open slot; None when there is none.
        slot_receipt_id: Receipt of the slot's closure.
        waits_for: What the run waits for: `node_id`, `event_type`, `event_key` and `partial_outputs`.
        started_at: When the run started, as ISO text; None in a checkpoint of an older version.
        pending: What is to be written to the network, and may have been: operation, and step if it is for
            one. Proofs without a hash wait for `seal`.
    """

    run_id: str
    template_name: str
    template_fingerprint: str
    spec_version: str
    strict: bool
    inputs: dict[str, Any]
    actor: str = ""
    status: ReducerStatus | Literal["running"] = RUNNING
    carried: dict[str, Any] = field(default_factory=dict)
    written: dict[str, dict[str, Any]] = field(default_factory=dict)
    proofs: dict[str, ProofArtifact] = field(default_factory=dict)
    results: dict[str, Any] = field(default_factory=dict)
    chain: list[tuple[str, str]] = field(default_factory=list)
    slot_id: str | None = None
    slot_receipt_id: str | None = None
    waits_for: dict[str, Any] | None = None
    pending: list[tuple[str, str]] = field(default_factory=list, kw_only=True)
    started_at: str | None = field(default=None, kw_only=True)

    def snapshot(self) -> Self:
        """Return a copy that shares nothing that may change; for a strict run in a time that does not grow.

        Raises:
            CheckpointError: JSON cannot carry the inputs, or what a step wrote into them.
        """
        # In a strict run those are JSON values that no step can reach.
        copy = _shallow if self.strict else json_copy
        try:
            return replace(
                self,
                inputs=copy(self.inputs, "inputs"),
                carried=copy(self.carried, "inputs"),
                written=copy(self.written, "inputs"),
                proofs=copied(unread(self, "proofs")),
                results=copied(unread(self, "results")),
                chain=copied(unread(self, "chain")),
                pending=list(self.pending),
                waits_for=json_copy(self.waits_for, "the event waited for"),
            )
        except (TypeError, ValueError) as error:
            raise CheckpointError(f"the run cannot be saved: {error}") from None

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the checkpoint as JSON values.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.

        Raises:
            CheckpointError: JSON cannot carry what is in it.
        """
        copy = self.snapshot()
        return {
            "format": _FORMAT,
            **{name: getattr(copy, name) for name in _PLAIN},
            "started_at": copy.started_at,
            "status": str(copy.status),
            "proofs": {step: proof.to_dict() for step, proof in copy.proofs.items()},
            "chain": [list(link) for link in copy.chain],
            "pending": [list(write) for write in copy.pending],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the checkpoint that `to_dict` was called on.

        Raises:
            CheckpointError: It is no checkpoint, or one of a later version.
        """
        if data.get("format") != _FORMAT:
            raise CheckpointError(
                f"this is no checkpoint of format {_FORMAT}; it says {data.get('format')!r}"
            )
        try:
            status = data["status"]
            return cls(
                **{name: data[name] for name in _PLAIN},
                status=RUNNING if status == RUNNING else ReducerStatus(status),
                proofs={step: ProofArtifact.from_dict(each) for step, each in data["proofs"].items()},
                chain=[(step, proof_hash) for step, proof_hash in data["chain"]],
                pending=[(operation, step) for operation, step in data.get("pending", ())],
                started_at=data.get("started_at"),
            )
        except KeyError as error:
            raise CheckpointError(f"the checkpoint needs {error}") from None
        except (AttributeError, TypeError, ValueError) as error:
            raise CheckpointError(f"the checkpoint cannot be read: {error}") from None


_PLAIN = (
    "run_id",
    "template_name",
    "template_fingerprint",
    "spec_version",
    "strict",
    "inputs",
    "actor",
    "carried",
    "written",
    "results",
    "slot_id",
    "slot_receipt_id",
    "waits_for",
)


def _shallow(value: dict[str, Any], place: str) -> dict[str, Any]:
    return dict(value)


Save = Callable[[Checkpoint], Awaitable[None] | None]


def fingerprint_of(template: DAGTemplate) -> str:
    """Return what two templates share that run the same steps in the same order."""
    facts = (template.node_ids, template.is_linear, list(template.prerequisites().items()))
    return canonical_fingerprint(facts)
