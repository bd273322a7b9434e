"""What is sealed of a step: its fingerprints, not its data."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from clientkit.results import Result

from pgdag.network import Call, ask_for, awaited, direct, now
from pgdag.values import now_utc


def canonical_text(value: Any) -> str:
    """Return the text that is hashed: compact JSON in ASCII with sorted keys; what JSON lacks becomes text.

    Raises:
        TypeError: A mapping mixes keys that cannot be sorted.
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=str)


def canonical_fingerprint(value: Any) -> str:
    """Return the SHA-256 of a value's canonical text, 64 lower-case hex digits.

    Args:
        value: Any JSON value.

    Raises:
        TypeError: A mapping mixes keys that cannot be sorted.

    Example:
        >>> canonical_fingerprint({"x": 1})
        '5041bf1f713df204784353e82f6a4a535931cb64f1f4b4a5aeaffcb720918b22'
    """
    return hashlib.sha256(canonical_text(value).encode()).hexdigest()


@dataclass(repr=False)
class StepEnvelope(Result):
    """A step on its way to being sealed.

    Attributes:
        step_id: The step.
        spec_version: Version of what the step does.
        inputs: What it was given.
        config: The configuration of the run.
        actor: Who runs it.
        inputs_fingerprint: Fingerprint of the inputs.
        outputs: What it returned; None before it did.
        outputs_fingerprint: Fingerprint of that.
        created_at: When the envelope was made; it is part of what is sealed.
        slot_id: The slot to publish the proof in; empty for none.
    """

    step_id: str
    spec_version: str
    inputs: Any
    config: dict[str, Any] = field(default_factory=dict)
    actor: str = ""
    inputs_fingerprint: str = ""
    outputs: Any = None
    outputs_fingerprint: str = ""
    created_at: datetime = field(default_factory=now_utc)
    slot_id: str = field(default="", kw_only=True)

    def to_seal_payload(self) -> dict[str, str]:
        """Return what is sealed."""
        return {
            "step_id": self.step_id,
            "spec_version": self.spec_version,
            "inputs_fingerprint": self.inputs_fingerprint,
            "outputs_fingerprint": self.outputs_fingerprint,
            "actor": self.actor,
            "created_at": self.created_at.isoformat(),
        }


class SnapChoreCapture:
    """Fingerprints made by the network; a local one when it fails.

    Args:
        snapchore: Has `capture(data)`, which answers with `hash` or `snapchore_hash`.
    """

    def __init__(self, snapchore: Any) -> None:
        self._snapchore = snapchore

    def capture(self, data: Any) -> str:
        """Return the fingerprint of some data.

        Args:
            data: Any JSON value.

        Raises:
            BlockingCallError: The client is asynchronous; await `acapture`.
        """
        return now(self._captured(direct, data, ""))

    async def acapture(self, data: Any, *, step_id: str = "") -> str:
        """Return the fingerprint of some data, with a sync or async client.

        Args:
            data: Any JSON value.
            step_id: Id of the step.
        """
        return await self._captured(awaited, data, step_id)

    async def _captured(self, call: Call, data: Any, step_id: str) -> str:
        names = ("hash", "snapchore_hash")
        found = await ask_for(call, names, self._snapchore, "capture", data, step_id=step_id)
        return found or canonical_fingerprint(data)


class StepEnvelopeBuilder:
    """Makes envelopes and fingerprints what is in them.

    Args:
        snapchore: Makes the fingerprints when it has a method `capture`; else they are made here.
    """

    def __init__(self, snapchore: Any = None) -> None:
        self._capture = SnapChoreCapture(snapchore) if hasattr(snapchore, "capture") else None

    def build(
        self,
        step_id: str,
        spec_version: str,
        inputs: Any,
        *,
        config: dict[str, Any] | None = None,
        actor: str = "",
    ) -> StepEnvelope:
        """Return an envelope with the fingerprint that the inputs have now.

        Args:
            step_id: The step.
            spec_version: Version of what it does.
            inputs: What it is given; the envelope keeps this very object.
            config: The configuration of the run.
            actor: Who runs it.

        Raises:
            BlockingCallError: The client is asynchronous; await `abuild`.
            TypeError: The inputs mix keys that cannot be sorted.
        """
        fingerprint = self._capture.capture(inputs) if self._capture else canonical_fingerprint(inputs)
        return _envelope(step_id, spec_version, inputs, config, actor, fingerprint)

    async def abuild(
        self,
        step_id: str,
        spec_version: str,
        inputs: Any,
        *,
        config: dict[str, Any] | None = None,
        actor: str = "",
    ) -> StepEnvelope:
        """Do what `build` does, with a sync or async client.

        Args:
            step_id: Id of the step.
            spec_version: Version of the specification of the step.
            inputs: Inputs of the step.
            config: Configuration of the step.
            actor: Who runs it.
        """
        fingerprint = await self._fingerprint(inputs, step_id)
        return _envelope(step_id, spec_version, inputs, config, actor, fingerprint)

    def finalize(self, envelope: StepEnvelope, outputs: Any) -> StepEnvelope:
        """Put the outputs and their fingerprint into an envelope, and return it.

        Args:
            envelope: Envelope of the step.
            outputs: What the step returned.

        Raises:
            BlockingCallError: The client is asynchronous; await `afinalize`.
            TypeError: The outputs mix keys that cannot be sorted.
        """
        envelope.outputs = outputs
        envelope.outputs_fingerprint = (
            self._capture.capture(outputs) if self._capture else canonical_fingerprint(outputs)
        )
        return envelope

    async def afinalize(self, envelope: StepEnvelope, outputs: Any) -> StepEnvelope:
        """Do what `finalize` does, with a sync or async client.

        Args:
            envelope: Envelope of the step.
            outputs: What the step returned.
        """
        envelope.outputs = outputs
        envelope.outputs_fingerprint = await self._fingerprint(outputs, envelope.step_id)
        return envelope

    async def _fingerprint(self, data: Any, step_id: str) -> str:
        if self._capture is None:
            return canonical_fingerprint(data)
        return await self._capture.acapture(data, step_id=step_id)


def _envelope(
    step_id: str,
    spec_version: str,
    inputs: Any,
    config: dict[str, Any] | None,
    actor: str,
    fingerprint: str,
) -> StepEnvelope:
    return StepEnvelope(step_id, spec_version, inputs, {} if config is None else config, actor, fingerprint)
