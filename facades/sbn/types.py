"""The dicts that the methods return: as the spec has them, and those that are computed here.

They are plain dicts: a field that the service adds one day is in them as well. A key that is `NotRequired`
may be missing.
"""

from typing import TYPE_CHECKING, Any, Literal, NotRequired

from sbn_api.dicts import *  # noqa: F403
from sbn_api.dicts import Promotion, TenantDetail

if TYPE_CHECKING:
    from typing import TypedDict
else:
    # Before Python 3.12 that of typing_extensions, where it is installed: pydantic takes no other.
    from sbn_api.dicts import TypedDict


class MomentAuth(TypedDict):
    """Whether a block is bound to a moment, and the hash of its snapshot."""

    present: bool
    snapshot_hash: str | None


class LocalProofStatus(TypedDict):
    """What is proved of a block without the network."""

    status: Literal["sealed_local", "captured"]
    sealed_local: bool
    promoted: bool
    attested: bool
    snapchore_hash: str | None
    smartblock_record_id: str | None
    block_id: str | None
    block_type: str | None
    domain: str | None
    moment_auth: MomentAuth


class PromotionStatus(TypedDict):
    """How far a promotion has come, and what that rests on."""

    status: Literal["sealed_local", "submitted", "queued_for_attestation", "attested"]
    sealed_local: bool
    attested: bool
    queued_for_attestation: bool
    submitted: bool
    promotion_status: str | None
    receipt_hash: str | None
    receipt_id: str | None
    frontier_id: str | None
    target_project_id: str | None
    snapchore_hash: str | None
    smartblock_record_id: str | None
    moment_auth: MomentAuth


class ReceiptAnchor(TypedDict):
    """The receipt that anchors a proof, and the answer that it was found in."""

    receipt_hash: str | None
    receipt_id: str | None
    target_project_id: str | None
    evidence_ref: str
    source: Literal["unresolved", "handoff", "promotion", "related_receipt", "receipt_lookup"]


class ArtifactDescriptor(TypedDict):
    """What identifies an artifact: where it is, its hash, its size in bytes and its media type."""

    artifact_uri: str
    artifact_sha256: str
    artifact_bytes: int
    mime_type: str
    artifact_title: NotRequired[str]
    artifact_version: NotRequired[str]


class ArtifactProofFacts(TypedDict):
    """What kind of proof a payload is, and what it is about."""

    kind: str
    summary: NotRequired[str]
    subject_ref: NotRequired[str]
    evidence_ref: NotRequired[str]


class ArtifactProof(TypedDict):
    """The payload that proves an artifact."""

    artifact: dict[str, Any]
    proof: ArtifactProofFacts
    claim: NotRequired[dict[str, Any]]
    metadata: NotRequired[dict[str, Any]]


class ProjectPromotion(TypedDict):
    """A project that was created, and the promotion of a block to it: two answers."""

    target_project: TenantDetail
    target_project_id: str
    promotion: Promotion
