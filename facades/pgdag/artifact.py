"""Proofs: what is kept of a step that ran, and how it is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, Self

from clientkit.results import Names, Result

from pgdag.envelope import StepEnvelope, canonical_fingerprint
from pgdag.network import (
    Call,
    NoAnswerError,
    ask_for,
    awaited,
    direct,
    look,
    now,
    report,
    rows_of,
    takes,
)
from pgdag.network import field as field_of
from pgdag.values import now_utc, random_name


class ProofStatus(StrEnum):
    """How a step ended."""

    COMPLETED = "completed"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(repr=False, frozen=True, slots=True)
class ProofArtifact(Result):
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
        anchor_hash: What the proof is anchored by in the network; the proof hash when there is nothing else.
        anchor_type: What that is, such as `receipt_hash`; empty for the proof hash.
        receipt_id: Receipt that it is anchored by.
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
    anchor_hash: str = field(default="", kw_only=True)
    anchor_type: str = field(default="", kw_only=True)
    receipt_id: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        if not self.anchor_hash:
            object.__setattr__(self, "anchor_hash", self.proof_hash)

    @property
    def idempotency_key(self) -> str:
        """What the gate knows the proof by: inputs, step and version."""
        return f"{self.inputs_fingerprint}:{self.step_id}:{self.spec_version}"

    @property
    def succeeded(self) -> bool:
        """Whether the step completed."""
        return self.status == ProofStatus.COMPLETED

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the proof as a mapping, with its anchor if it has one; `from_dict` is the way back.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        written = {
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
        if self.anchor_type or self.receipt_id or self.anchor_hash != self.proof_hash:
            written |= {name: getattr(self, name) for name in _ANCHOR}
        return written

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the proof that `to_dict` was called on.

        Raises:
            ValueError: Something is missing, or is not what `to_dict` gives.
        """
        try:
            return cls(
                **{name: str(data[name]) for name in _TEXTS},
                status=ProofStatus(data.get("status", ProofStatus.FAILED)),
                metrics=dict(data["metrics"]),
                created_at=datetime.fromisoformat(data["created_at"]),
                **{name: str(data.get(name) or "") for name in _ANCHOR[:2]},
                receipt_id=None if data.get("receipt_id") is None else str(data["receipt_id"]),
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


_ANCHOR = ("anchor_hash", "anchor_type", "receipt_id")

_REFS = ("block_id", "id", "hash")


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
        """Return `proof_hash` and `block_ref`.

        Args:
            envelope: Envelope of the step.
            status: Status of the step.
            domain: Domain of the block.
            block_type: Type of the block.
            metrics: Metrics to seal with it.
        """
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
        """Do what `seal_envelope` does.

        Args:
            envelope: Envelope of the step.
            **options: As `seal_envelope` takes them.
        """
        return self.seal_envelope(envelope, **options)


class SbnSealBackend:
    """Seals in SnapChore and publishes the proof in the run's slot.

    When sealing fails the proof gets a local hash; when publishing fails, a `block_ref` that begins with
    `unpublished:`, and without anything to publish with, `no-blocks:`. Failures are reported.

    Args:
        snapchore: Has `seal(payload, domain=…, block_type=…, metadata=…, metrics=…)`.
        blocks: Has `submit(slot_id=…, payload=…, domain=…, metadata=…)`: publishes proofs as SmartBlocks.
        bitblocks: Has `submit` with `block_type` as well: publishes proofs as BitBlocks, and goes
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
        """Do what `seal_envelope` does, with a sync or async client.

        Args:
            envelope: Envelope of the step.
            status: Status of the step.
            domain: Domain of the block.
            block_type: Type of the block.
            metrics: Metrics to seal with it.
        """
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
        proof_hash = await self._hashed(call, envelope, status, domain, block_type, metrics)
        step_id, slot_id = envelope.step_id, envelope.slot_id
        return {
            "proof_hash": proof_hash,
            "block_ref": await self._published(call, step_id, proof_hash, status, domain, slot_id),
        }

    @property
    def publishes(self) -> bool:
        """Whether there is anything to publish with."""
        return self._bitblocks is not None or self._blocks is not None

    async def aseal(
        self, envelope: StepEnvelope, *, status: ProofStatus, domain: str, metrics: dict[str, Any] | None
    ) -> str:
        """Do the first half of `aseal_envelope`, and return the hash.

        Args:
            envelope: Envelope of the step.
            status: Status of the step.
            domain: Domain of the block.
            metrics: Metrics to seal with it.
        """
        return await self._hashed(awaited, envelope, status, domain, "event", metrics)

    async def apublish(self, proof: ProofArtifact, *, domain: str, slot_id: str, run_id: str) -> str:
        """Do the second half of `aseal_envelope`, and return the `block_ref`.

        Args:
            proof: The proof.
            domain: Domain of the block.
            slot_id: Id of the slot; empty for none.
            run_id: Id of the run.
        """
        ids = {"operation_id": f"pgdag:{run_id}:{proof.step_id}", "idempotency_key": block_key(run_id, proof)}
        facts = (proof.step_id, proof.proof_hash, proof.status, domain, slot_id)
        return await self._published(awaited, *facts, ids=ids)

    async def find_seal(
        self, envelope: StepEnvelope, *, status: ProofStatus, metrics: dict[str, Any] | None
    ) -> str | None:
        """Return the hash of an envelope that is sealed; None when it is not.

        Args:
            envelope: Envelope of the step.
            status: Status of the step.
            metrics: Metrics to seal with it.

        Raises:
            NoAnswerError: That is not known.
        """
        step_id = envelope.step_id
        if not takes(self._snapchore, "verify", "payload"):
            raise NoAnswerError
        # The hash that the service gives to the record is known to the service alone; it says so here.
        expected, record = local_hash(envelope, status, metrics), _record(envelope, status, metrics)
        answer = await look(self._snapchore, "verify", expected, record, step_id=step_id)
        found = field_of(answer, "hash", "actual_hash")
        if not found:
            raise NoAnswerError
        entry = await look(self._snapchore, "discover", found, step_id=step_id)
        is_sealed = field_of(entry, "hash", "snapchore_hash") and field_of(entry, "source") != "capture"
        return str(found) if is_sealed else None

    async def find_block(self, proof: ProofArtifact, *, slot_id: str, run_id: str) -> str | None:
        """Return the `block_ref` of a proof that is published in a slot; None when it is not.

        It is found by its idempotency key or, in a network without those, by the hash of the proof.

        Args:
            proof: The proof.
            slot_id: Id of the slot; empty for none.
            run_id: Id of the run.

        Raises:
            NoAnswerError: That is not known, as of proofs that are published as SmartBlocks.
        """
        if self._bitblocks is None:
            raise NoAnswerError
        if not slot_id:
            return None
        answer = await look(self._bitblocks, "list", slot_id, step_id=proof.step_id)
        wanted = block_key(run_id, proof)
        for block in rows_of(answer, "bitblocks", "count"):
            key = field_of(block, "idempotency_key")
            proof_hash = field_of(field_of(block, "payload"), "proof_hash")
            if key == wanted or (key is None and proof_hash == proof.proof_hash):
                return str(field_of(block, *_REFS) or "")
        return None

    async def _hashed(
        self,
        call: Call,
        envelope: StepEnvelope,
        status: ProofStatus,
        domain: str,
        block_type: str,
        metrics: dict[str, Any] | None,
    ) -> str:
        record = _record(envelope, status, metrics)
        found = await ask_for(
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
        return found or local_hash(envelope, status, metrics)

    async def _published(
        self,
        call: Call,
        step_id: str,
        proof_hash: str,
        status: ProofStatus,
        domain: str,
        slot_id: str,
        ids: Mapping[str, str] | None = None,
    ) -> str:
        if not self.publishes:
            return random_name("no-blocks:")
        payload: dict[str, Any] = {
            "step_id": step_id,
            "proof_hash": proof_hash,
            "status": status.value,
            "domain": domain,
        }
        facts = {"slot_id": slot_id, "domain": domain, "metadata": {"step_id": step_id}}
        if self._bitblocks is None:
            found = await ask_for(
                call, _REFS, self._blocks, "submit", payload=payload, **facts, step_id=step_id
            )
        elif not slot_id:
            found = None
            report("submit", ValueError("there is no open slot to publish the proof in"), step_id)
        else:
            found = await ask_for(
                call,
                _REFS,
                self._bitblocks,
                "submit",
                block_type="Action",
                payload={**_action(step_id, status), **payload},
                **facts,
                **(ids or {} if takes(self._bitblocks, "submit", "idempotency_key") else {}),
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
        """Do what `write` does, with a sync or async client.

        Args:
            envelope: Envelope of the step.
            status: Status of the step.
            domain: Domain of the block.
            block_type: Type of the block.
            metrics: Metrics to seal with it.
        """
        seal = getattr(self._backend, "aseal_envelope", self._backend.seal_envelope)
        sealed = await awaited(
            seal, envelope, status=status, domain=domain, block_type=block_type, metrics=metrics
        )
        return _proof(envelope, status, metrics, sealed)


def _record(envelope: StepEnvelope, status: ProofStatus, metrics: dict[str, Any] | None) -> dict[str, Any]:
    """Return what is sealed of an envelope."""
    record: dict[str, Any] = {**envelope.to_seal_payload(), "status": str(status)}
    return {**record, "metrics": metrics} if metrics else record


def local_hash(envelope: StepEnvelope, status: ProofStatus, metrics: dict[str, Any] | None) -> str:
    """Return the hash of a proof that the network did not seal."""
    return canonical_fingerprint(_record(envelope, status, metrics))


def block_key(run_id: str, proof: ProofArtifact) -> str:
    """Return the idempotency key of the BitBlock of a proof: the same for each attempt to publish it."""
    # When it was sealed is not saved by each process that goes on with a run.
    facts = [run_id, proof.step_id, proof.spec_version, proof.proof_hash]
    return f"sha256:{canonical_fingerprint(facts)}"


def _action(step_id: str, status: ProofStatus) -> dict[str, Any]:
    """Return what a BitBlock of the type `Action` says in addition to its own content."""
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


def draft_of(envelope: StepEnvelope, status: ProofStatus, metrics: dict[str, Any]) -> ProofArtifact:
    """Return the proof of an envelope that is not sealed; its time is the one that is sealed."""
    fingerprints = envelope.inputs_fingerprint, envelope.outputs_fingerprint
    return ProofArtifact(
        envelope.step_id,
        envelope.spec_version,
        *fingerprints,
        "",
        "",
        status,
        dict(metrics),
        envelope.created_at,
    )


def envelope_of(draft: ProofArtifact, *, actor: str, slot_id: str) -> StepEnvelope:
    """Return what is to be sealed of a draft; inputs and outputs are not part of that."""
    return StepEnvelope(
        draft.step_id,
        draft.spec_version,
        {},
        actor=actor,
        inputs_fingerprint=draft.inputs_fingerprint,
        outputs_fingerprint=draft.outputs_fingerprint,
        created_at=draft.created_at,
        slot_id=slot_id,
    )
