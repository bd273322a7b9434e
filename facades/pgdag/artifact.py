"""Proofs: what is kept of a step that ran, and how it is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, Self

from pgdag.envelope import StepEnvelope, canonical_fingerprint
from pgdag.network import Call, ask_for, awaited, direct, now, report
from pgdag.values import now_utc, random_name


class ProofStatus(StrEnum):
    """How a step ended."""

    COMPLETED = "completed"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class ProofArtifact:
    """The proof that a step ran.

    Attributes:
        step_id: The step.
        spec_version: Version of what it does.
        inputs_fingerprint: Fingerprint of what it was given.
        outputs_fingerprint: Fingerprint of what it returned.
        proof_hash: Hash of what was sealed.
        block_ref: Where it was published, or a name with the reason why it was not.
        status: How the step ended.
        metrics: Figures and, when it failed, the `error`.
        created_at: When it was sealed.
    """

    step_id: str
    spec_version: str
    inputs_fingerprint: str
    outputs_fingerprint: str
    proof_hash: str
    block_ref: str
    status: ProofStatus
    metrics: dict[str, Any] = field(default_factory=dict)
    created_at: datetime = field(default_factory=now_utc)

    @property
    def idempotency_key(self) -> str:
        """What the gate knows the proof by: inputs, step and version."""
        return f"{self.inputs_fingerprint}:{self.step_id}:{self.spec_version}"

    @property
    def succeeded(self) -> bool:
        """Whether the step completed."""
        return self.status == ProofStatus.COMPLETED

    def to_dict(self) -> dict[str, Any]:
        """Return the proof as a mapping; `from_dict` is the way back."""
        return {
            "step_id": self.step_id,
            "spec_version": self.spec_version,
            "inputs_fingerprint": self.inputs_fingerprint,
            "outputs_fingerprint": self.outputs_fingerprint,
            "proof_hash": self.proof_hash,
            "block_ref": self.block_ref,
            "status": self.status.value,
            "metrics": self.metrics,
            "created_at": self.created_at.isoformat(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the proof that `to_dict` was called on.

        Raises:
            ValueError: Something is missing, or is not what `to_dict` gives.
        """
        try:
            return cls(
                **{name: str(data[name]) for name in _TEXTS},
                status=ProofStatus(data["status"]),
                metrics=dict(data["metrics"]),
                created_at=datetime.fromisoformat(data["created_at"]),
            )
        except KeyError as error:
            raise ValueError(f"a proof needs {error}") from None
        except (TypeError, ValueError) as error:
            raise ValueError(f"this is no proof: {error}") from None


_TEXTS = (
    "step_id",
    "spec_version",
    "inputs_fingerprint",
    "outputs_fingerprint",
    "proof_hash",
    "block_ref",
)


class SealBackend(Protocol):
    """Anything that can seal an envelope. It may block: in a run it is called in a worker thread."""

    def seal_envelope(
        self,
        envelope: StepEnvelope,
        *,
        status: ProofStatus,
        domain: str,
        block_type: str,
        metrics: dict[str, Any] | None,
    ) -> Mapping[str, Any]:
        """Return `proof_hash` and `block_ref`."""
        ...


class LocalSealBackend:
    """Seals here, without a network."""

    def seal_envelope(
        self,
        envelope: StepEnvelope,
        *,
        status: ProofStatus = ProofStatus.COMPLETED,
        domain: str = "general",
        block_type: str = "event",
        metrics: dict[str, Any] | None = None,
    ) -> dict[str, str]:
        """Return `proof_hash` and a `block_ref` that leads nowhere.

        Args:
            envelope: The envelope.
            status: How the step ended.
            domain: Domain of the proof.
            block_type: Of no influence here.
            metrics: Figures.
        """
        record = {**_record(envelope, status, metrics), "domain": domain}
        return {"proof_hash": canonical_fingerprint(record), "block_ref": random_name("local:")}

    async def aseal_envelope(self, envelope: StepEnvelope, **options: Any) -> dict[str, str]:
        """Do what `seal_envelope` does."""
        return self.seal_envelope(envelope, **options)


class SbnSealBackend:
    """Seals in SnapChore and publishes the proof in the run's slot.

    When sealing fails the proof gets a local hash; when publishing fails, a `block_ref` that begins with
    `unpublished:`, and without anything to publish with, `no-blocks:`. Failures are reported.

    Args:
        snapchore: Has `seal(payload, domain=…, block_type=…, metadata=…, metrics=…)`.
        blocks: Has `submit(slot_id=…, payload=…, domain=…, metadata=…)`: publishes proofs as SmartBlocks.
        bitblocks: Has `submit` with `block_type` beside those: publishes proofs as BitBlocks, and goes
            before `blocks`.
    """

    def __init__(self, snapchore: Any, blocks: Any = None, *, bitblocks: Any = None) -> None:
        self._snapchore = snapchore
        self._blocks = blocks
        self._bitblocks = bitblocks

    def seal_envelope(
        self,
        envelope: StepEnvelope,
        *,
        status: ProofStatus = ProofStatus.COMPLETED,
        domain: str = "general",
        block_type: str = "event",
        metrics: dict[str, Any] | None = None,
    ) -> dict[str, str]:
        """Return `proof_hash` and `block_ref`.

        Args:
            envelope: The envelope; with a `slot_id` for the proof to be published in.
            status: How the step ended.
            domain: Domain of the proof.
            block_type: Type of the sealed block.
            metrics: Figures.

        Raises:
            BlockingCallError: The client is asynchronous; await `aseal_envelope`.
        """
        return now(self._sealed(direct, envelope, status, domain, block_type, metrics))

    async def aseal_envelope(
        self,
        envelope: StepEnvelope,
        *,
        status: ProofStatus = ProofStatus.COMPLETED,
        domain: str = "general",
        block_type: str = "event",
        metrics: dict[str, Any] | None = None,
    ) -> dict[str, str]:
        """Do what `seal_envelope` does, with a client of either world."""
        return await self._sealed(awaited, envelope, status, domain, block_type, metrics)

    async def _sealed(
        self,
        call: Call,
        envelope: StepEnvelope,
        status: ProofStatus,
        domain: str,
        block_type: str,
        metrics: dict[str, Any] | None,
    ) -> dict[str, str]:
        record = _record(envelope, status, metrics)
        proof_hash = await ask_for(
            call,
            ("hash", "snapchore_hash"),
            self._snapchore,
            "seal",
            record,
            domain=domain,
            block_type=block_type,
            metadata={"step_id": envelope.step_id},
            metrics=metrics or {},
            step_id=envelope.step_id,
        )
        proof_hash = proof_hash or canonical_fingerprint(record)
        return {
            "proof_hash": proof_hash,
            "block_ref": await self._published(call, envelope, proof_hash, status, domain),
        }

    async def _published(
        self, call: Call, envelope: StepEnvelope, proof_hash: str, status: ProofStatus, domain: str
    ) -> str:
        if self._bitblocks is None and self._blocks is None:
            return random_name("no-blocks:")
        step_id = envelope.step_id
        payload: dict[str, Any] = {
            "step_id": step_id,
            "proof_hash": proof_hash,
            "status": status.value,
            "domain": domain,
        }
        facts = {"slot_id": envelope.slot_id, "domain": domain, "metadata": {"step_id": step_id}}
        names = ("block_id", "id", "hash")
        if self._bitblocks is None:
            found = await ask_for(
                call, names, self._blocks, "submit", payload=payload, **facts, step_id=step_id
            )
        elif not envelope.slot_id:
            found = None
            report("submit", ValueError("there is no open slot to publish the proof in"), step_id)
        else:
            found = await ask_for(
                call,
                names,
                self._bitblocks,
                "submit",
                block_type="Action",
                payload={**_action(step_id, status), **payload},
                **facts,
                step_id=step_id,
            )
        return found or random_name("unpublished:")


class ProofWriter:
    """Seals envelopes and returns their proofs.

    Args:
        backend: What seals; `LocalSealBackend` by default.
    """

    def __init__(self, backend: SealBackend | None = None) -> None:
        self._backend: Any = LocalSealBackend() if backend is None else backend

    def write(
        self,
        envelope: StepEnvelope,
        *,
        status: ProofStatus = ProofStatus.COMPLETED,
        domain: str = "general",
        block_type: str = "event",
        metrics: dict[str, Any] | None = None,
    ) -> ProofArtifact:
        """Seal an envelope and return the proof.

        Args:
            envelope: The envelope, finalized.
            status: How the step ended.
            domain: Domain of the proof.
            block_type: Type of the sealed block.
            metrics: Figures.

        Raises:
            BlockingCallError: The client is asynchronous; await `awrite`.
        """
        sealed = self._backend.seal_envelope(
            envelope, status=status, domain=domain, block_type=block_type, metrics=metrics
        )
        return _proof(envelope, status, metrics, sealed)

    async def awrite(
        self,
        envelope: StepEnvelope,
        *,
        status: ProofStatus = ProofStatus.COMPLETED,
        domain: str = "general",
        block_type: str = "event",
        metrics: dict[str, Any] | None = None,
    ) -> ProofArtifact:
        """Do what `write` does, with a client of either world."""
        seal = getattr(self._backend, "aseal_envelope", self._backend.seal_envelope)
        sealed = await awaited(
            seal, envelope, status=status, domain=domain, block_type=block_type, metrics=metrics
        )
        return _proof(envelope, status, metrics, sealed)


def _record(envelope: StepEnvelope, status: ProofStatus, metrics: dict[str, Any] | None) -> dict[str, Any]:
    """Return what is sealed of an envelope."""
    record: dict[str, Any] = {**envelope.to_seal_payload(), "status": str(status)}
    return {**record, "metrics": metrics} if metrics else record


def _action(step_id: str, status: ProofStatus) -> dict[str, Any]:
    """Return what a BitBlock of the type `Action` says beside its own content."""
    done = status == ProofStatus.COMPLETED
    return {"action": step_id, "score": 1.0 if done else 0.0, "reinforced": done}


def _proof(
    envelope: StepEnvelope,
    status: ProofStatus,
    metrics: dict[str, Any] | None,
    sealed: Mapping[str, Any],
) -> ProofArtifact:
    return ProofArtifact(
        envelope.step_id,
        envelope.spec_version,
        envelope.inputs_fingerprint,
        envelope.outputs_fingerprint,
        sealed["proof_hash"],
        sealed["block_ref"],
        status,
        {} if metrics is None else dict(metrics),
    )
