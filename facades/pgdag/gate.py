"""The idempotency gate: what has a proof is not done again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pgdag.artifact import ProofArtifact, ProofStatus
from pgdag.network import Call, ask, awaited, direct, field, now

NO_RESULT: Final = object()
"""Stands for the result of a step of which the proof alone is known."""


class Kept(NamedTuple):
    """What the gate keeps of a step.

    Attributes:
        proof: Its proof.
        result: What it returned, for strict runs; `NO_RESULT` when that is not known.
    """

    proof: ProofArtifact
    result: Any = NO_RESULT


class SnapChoreDiscover:
    """Looks proofs up in the network by the fingerprint of the inputs.

    An entry that a capture made is no proof that anything ran, and neither is one of another step or
    another version: those count as not found.

    Args:
        snapchore: Has `discover(hash)`, which answers with `hash` and what else is known of the proof.
    """

    def __init__(self, snapchore: Any) -> None:
        self._snapchore = snapchore

    def lookup(self, inputs_fingerprint: str, step_id: str, spec_version: str) -> ProofArtifact | None:
        """Return the proof of a step; None when there is none, or the network failed.

        Args:
            inputs_fingerprint: Fingerprint of the inputs, 64 hex digits.
            step_id: Id of the step.
            spec_version: Version of the specification of the step.

        Raises:
            BlockingCallError: The client is asynchronous; await `alookup`.
        """
        return now(self._found(direct, inputs_fingerprint, step_id, spec_version))

    async def alookup(self, inputs_fingerprint: str, step_id: str, spec_version: str) -> ProofArtifact | None:
        """Do what `lookup` does, with a sync or async client.

        Args:
            inputs_fingerprint: Fingerprint of the inputs, 64 hex digits.
            step_id: Id of the step.
            spec_version: Version of the specification of the step.
        """
        return await self._found(awaited, inputs_fingerprint, step_id, spec_version)

    async def _found(
        self, call: Call, fingerprint: str, step_id: str, spec_version: str
    ) -> ProofArtifact | None:
        # 404 is the answer that there is no such hash.
        entry = await ask(call, self._snapchore, "discover", fingerprint, step_id=step_id, quiet=(404,))
        proof_hash = field(entry, "hash")
        status = field(entry, "status") or ProofStatus.COMPLETED.value
        if not proof_hash or status not in set(ProofStatus) or not _is_proof(entry, step_id, spec_version):
            return None
        metrics = field(entry, "metrics")
        return ProofArtifact(
            step_id,
            spec_version,
            fingerprint,
            str(field(entry, "outputs_fingerprint") or ""),
            str(proof_hash),
            str(field(entry, "block_ref") or ""),
            ProofStatus(status),
            dict(metrics) if isinstance(metrics, Mapping) else {},
        )


def _is_proof(entry: Any, step_id: str, spec_version: str) -> bool:
    return (
        field(entry, "source") != "capture"
        and (field(entry, "step_id") or step_id) == step_id
        and (field(entry, "spec_version") or spec_version) == spec_version
    )


class IdempotencyGate:
    """Keeps proofs in memory, by the fingerprint of the inputs, the step and the version.

    Actor, configuration, run and template are not part of that: two templates that reach the same step
    with equal inputs share its proof. Nothing is ever dropped but by `discard` and `clear`.

    Args:
        snapchore: Where to look for what is not kept here; None for nowhere.
    """

    def __init__(self, snapchore: Any = None) -> None:
        self._discover = None if snapchore is None else SnapChoreDiscover(snapchore)
        self._kept: dict[tuple[str, str, str], Kept] = {}

    @property
    def size(self) -> int:
        """How many proofs are kept."""
        return len(self._kept)

    def check(self, inputs_fingerprint: str, step_id: str, spec_version: str) -> ProofArtifact | None:
        """Return the proof of a step, whatever its status; None when there is none.

        Args:
            inputs_fingerprint: Fingerprint of the inputs, 64 hex digits.
            step_id: Id of the step.
            spec_version: Version of the specification of the step.

        Raises:
            BlockingCallError: The client is asynchronous; await `acheck`.
        """
        kept = self.kept(inputs_fingerprint, step_id, spec_version)
        if kept is not None or self._discover is None:
            return kept and kept.proof
        return self._cached(self._discover.lookup(inputs_fingerprint, step_id, spec_version))

    async def acheck(self, inputs_fingerprint: str, step_id: str, spec_version: str) -> ProofArtifact | None:
        """Do what `check` does, with a sync or async client.

        Args:
            inputs_fingerprint: Fingerprint of the inputs, 64 hex digits.
            step_id: Id of the step.
            spec_version: Version of the specification of the step.
        """
        kept = self.kept(inputs_fingerprint, step_id, spec_version)
        if kept is not None or self._discover is None:
            return kept and kept.proof
        return self._cached(await self._discover.alookup(inputs_fingerprint, step_id, spec_version))

    def kept(self, inputs_fingerprint: str, step_id: str, spec_version: str) -> Kept | None:
        """Return what is kept here of a step; nothing is sent.

        Args:
            inputs_fingerprint: Fingerprint of the inputs, 64 hex digits.
            step_id: Id of the step.
            spec_version: Version of the specification of the step.
        """
        return self._kept.get((inputs_fingerprint, step_id, spec_version))

    def store(self, proof: ProofArtifact, *, result: Any = NO_RESULT) -> None:
        """Keep a proof.

        Args:
            proof: The proof.
            result: What the step returned. Without it the proof does not answer for a step of a strict
                run, since later steps may need the result.
        """
        self._kept[_key(proof)] = Kept(proof, result)

    def discard(self, proof: ProofArtifact) -> None:
        """Forget a proof, so that its step runs again.

        Args:
            proof: The proof.
        """
        self._kept.pop(_key(proof), None)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()

    def _cached(self, proof: ProofArtifact | None) -> ProofArtifact | None:
        if proof is not None:
            self.store(proof)
        return proof


def _key(proof: ProofArtifact) -> tuple[str, str, str]:
    return proof.inputs_fingerprint, proof.step_id, proof.spec_version
