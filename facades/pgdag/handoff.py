"""Handoffs: one product gives the outcome of a run to another, with proof of where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NotRequired, TypedDict, Unpack

from clientkit.results import Names, Result

from pgdag.envelope import canonical_fingerprint
from pgdag.network import Call, ask, ask_for, awaited, direct, now, takes
from pgdag.values import now_utc, random_name


@dataclass(repr=False, frozen=True, slots=True)
class HandoffEnvelope(Result):
    """The outcome of a run on its way to another product.

    Attributes:
        source_product: Product that it comes from.
        source_template: Template of the run.
        source_run_id: The run.
        source_slot_id: Its slot; no part of the hash.
        source_merkle_root: Root over its proofs.
        target_product: Product that it goes to.
        target_template: Template that it is for.
        payload: The outcome.
        payload_hash: Fingerprint of that.
        handoff_hash: Hash of everything but slot and time.
        block_ref: Where it was sealed.
        created_at: When it was made; no part of the hash.
    """

    source_product: str
    source_template: str
    source_run_id: str
    source_slot_id: str = ""
    source_merkle_root: str = ""
    target_product: str = ""
    target_template: str = ""
    payload: dict[str, Any] = field(default_factory=dict)
    payload_hash: str = ""
    handoff_hash: str = ""
    block_ref: str = ""
    created_at: datetime = field(default_factory=now_utc)

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the handoff as a mapping, without its payload.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return {
            **handoff_record(self),
            "source_slot_id": self.source_slot_id,
            "handoff_hash": self.handoff_hash,
            "block_ref": self.block_ref,
            "created_at": self.created_at.isoformat(),
        }


def handoff_record(handoff: HandoffEnvelope) -> dict[str, str]:
    """Return what the hash of a handoff covers, which is what is sealed."""
    return {
        "source_product": handoff.source_product,
        "source_template": handoff.source_template,
        "source_run_id": handoff.source_run_id,
        "source_merkle_root": handoff.source_merkle_root,
        "target_product": handoff.target_product,
        "target_template": handoff.target_template,
        "payload_hash": handoff.payload_hash,
    }


class HandoffFacts(TypedDict):
    """What a handoff is made of; everything but where it comes from may be left out.

    Attributes:
        source_product: Product that it comes from.
        source_template: Template of the run.
        source_run_id: The run.
        source_slot_id: Its slot.
        source_merkle_root: Root over its proofs.
        target_product: Product that it goes to.
        target_template: Template that it is for.
        payload: The outcome.
    """

    source_product: str
    source_template: str
    source_run_id: str
    source_slot_id: NotRequired[str]
    source_merkle_root: NotRequired[str]
    target_product: NotRequired[str]
    target_template: NotRequired[str]
    payload: NotRequired[Mapping[str, Any] | None]


def build_handoff(*, snapchore: Any = None, **facts: Unpack[HandoffFacts]) -> HandoffEnvelope:
    """Return a handoff, sealed in SnapChore when there is one; a failure there is reported.

    Args:
        snapchore: Has `seal`; None to hash here alone.
        **facts: What it is made of, as `HandoffFacts` says.

    Raises:
        BlockingCallError: The client is asynchronous; await `abuild_handoff`.
        TypeError: A fact is missing, or is none.
    """
    return now(_sealed(direct, _draft(facts), snapchore))


async def abuild_handoff(*, snapchore: Any = None, **facts: Unpack[HandoffFacts]) -> HandoffEnvelope:
    """Do what `build_handoff` does, with a sync or async client.

    Args:
        snapchore: A SnapChore client, or None.
        **facts: As `build_handoff` takes them.
    """
    return await _sealed(awaited, _draft(facts), snapchore)


def validate_upstream_proof(handoff: HandoffEnvelope, *, snapchore: Any = None, strict: bool = False) -> bool:
    """Tell whether a handoff is what was sealed.

    Args:
        handoff: The handoff.
        snapchore: Has `verify`, which is called too; None to check it here alone.
        strict: Whether the hash must be shown to be right: recomputed here, or confirmed by `snapchore`
            when there is one. By default a hash that nobody denies will do.

    Returns:
        False without a hash, when the payload is another one, when SnapChore says so, and in strict mode
        when the hash is not confirmed.

    Raises:
        BlockingCallError: The client is asynchronous; await `avalidate_upstream_proof`.
    """
    return now(_valid(direct, handoff, snapchore, strict))


async def avalidate_upstream_proof(
    handoff: HandoffEnvelope, *, snapchore: Any = None, strict: bool = False
) -> bool:
    """Do what `validate_upstream_proof` does, with a sync or async client.

    Args:
        handoff: The envelope of the handoff.
        snapchore: A SnapChore client, or None.
        strict: Whether a hash that cannot be looked up is refused.
    """
    return await _valid(awaited, handoff, snapchore, strict)


def _draft(facts: HandoffFacts) -> HandoffEnvelope:
    given: dict[str, Any] = {**facts, "payload": dict(facts.get("payload") or {})}
    draft = HandoffEnvelope(**given)
    return replace(draft, payload_hash=canonical_fingerprint(draft.payload))


async def _sealed(call: Call, draft: HandoffEnvelope, snapchore: Any) -> HandoffEnvelope:
    record, found = handoff_record(draft), None
    if snapchore is not None:
        # The service has no type of block for handoffs; the domain says what it is.
        options = {"domain": "handoff", "block_type": "event"}
        found = await ask_for(call, ("hash", "snapchore_hash"), snapchore, "seal", record, **options)
    return replace(
        draft,
        handoff_hash=found or canonical_fingerprint(record),
        block_ref=f"sealed:{found}" if found else random_name("local:"),
    )


async def _valid(call: Call, handoff: HandoffEnvelope, snapchore: Any, strict: bool) -> bool:
    if not handoff.handoff_hash or handoff.payload_hash != canonical_fingerprint(handoff.payload):
        return False
    record = handoff_record(handoff)
    if snapchore is None:
        return not strict or handoff.handoff_hash == canonical_fingerprint(record)
    given = (
        (handoff.handoff_hash, record) if takes(snapchore, "verify", "payload") else (handoff.handoff_hash,)
    )
    answer = await ask(call, snapchore, "verify", *given)
    verdict = None
    if isinstance(answer, Mapping):
        verdict = answer.get("verified", answer.get("valid"))
    return not strict if verdict is None else bool(verdict)
