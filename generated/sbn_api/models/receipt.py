from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_datetime,
    plain,
)

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset(
    {
        "id",
        "subject_id",
        "subject_type",
        "tenant_id",
        "signer_id",
        "snapchore_hash",
        "created_at",
        "payload",
        "metadata",
        "slot_id",
        "source_slot_id",
        "scalar_gec",
        "bb_contribution_summary",
        "native_receipt",
        "block_type_profile",
        "proof_surface",
        "proof_chain",
        "forensic_view",
        "proof_ledger",
        "canonical_proof_hash",
        "canonical_view",
        "provenance_view",
        "operation_id",
        "idempotency_key",
        "operation_refs",
    }
)


@_define(repr=False)
class Receipt(_Model):
    """A receipt.

    Attributes:
        id: Id of the receipt.
        subject_id: What it is the receipt of.
        subject_type: What kind of thing that is.
        tenant_id: The tenant.
        signer_id: Who signed it.
        snapchore_hash: Hash of the payload.
        created_at: When it was made.
        payload: What was signed.
        metadata: Anything.
        slot_id: Its slot.
        source_slot_id: The slot that it comes from.
        scalar_gec: Scalar GEC.
        bb_contribution_summary: What BitBlocks contributed.
        native_receipt: The native receipt.
        block_type_profile: Profile of the type of its block.
        proof_surface: Surface of the proof.
        proof_chain: Chain of the proof.
        forensic_view: Forensic view.
        proof_ledger: Ledger of the proof.
        canonical_proof_hash: Hash of the canonical proof.
        canonical_view: Canonical view.
        provenance_view: Where it is from.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations; the names of their members are not known.
    """

    id: str
    subject_id: None | str | Unset = UNSET
    subject_type: None | str | Unset = UNSET
    tenant_id: None | str | Unset = UNSET
    signer_id: None | str | Unset = UNSET
    snapchore_hash: None | str | Unset = UNSET
    created_at: datetime.datetime | None | Unset = UNSET
    payload: JsonObject | None | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    slot_id: Any | Unset = UNSET
    source_slot_id: Any | Unset = UNSET
    scalar_gec: JsonObject | None | Unset = UNSET
    bb_contribution_summary: JsonObject | None | Unset = UNSET
    native_receipt: JsonObject | None | Unset = UNSET
    block_type_profile: JsonObject | None | Unset = UNSET
    proof_surface: JsonObject | None | Unset = UNSET
    proof_chain: JsonObject | None | Unset = UNSET
    forensic_view: JsonObject | None | Unset = UNSET
    proof_ledger: list[ProofLedgerEntry] | None | Unset = UNSET
    canonical_proof_hash: Any | Unset = UNSET
    canonical_view: JsonObject | None | Unset = UNSET
    provenance_view: JsonObject | None | Unset = UNSET
    operation_id: Any | Unset = UNSET
    idempotency_key: Any | Unset = UNSET
    operation_refs: list[JsonObject] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Receipt")

    def to_dict(self, *, names: _Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the JSON object of this model; what is unset is left out.

        Args:
            names: "wire" for the names of the service, "python" for those of the attributes.
            secrets: Whether secrets are in it. By default they are only in a model of the wire, which may be
                a body to send.
        """
        if names != "wire" or secrets is False or self._absent is None:
            return _Model.to_dict(self, names=names, secrets=secrets)
        value: Any
        field_dict: dict[str, Any] = dict(self.additional_properties)
        value = self.id
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.subject_id
        if value is not UNSET:
            field_dict["subject_id"] = value

        value = self.subject_type
        if value is not UNSET:
            field_dict["subject_type"] = value

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenant_id"] = value

        value = self.signer_id
        if value is not UNSET:
            field_dict["signer_id"] = value

        value = self.snapchore_hash
        if value is not UNSET:
            field_dict["snapchore_hash"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = plain(value)

        value = self.payload
        if value is not UNSET:
            field_dict["payload"] = plain(value)

        value = self.metadata
        if value is not UNSET:
            field_dict["metadata"] = plain(value)

        value = self.slot_id
        if value is not UNSET:
            field_dict["slot_id"] = value

        value = self.source_slot_id
        if value is not UNSET:
            field_dict["source_slot_id"] = value

        value = self.scalar_gec
        if value is not UNSET:
            field_dict["scalar_gec"] = plain(value)

        value = self.bb_contribution_summary
        if value is not UNSET:
            field_dict["bb_contribution_summary"] = plain(value)

        value = self.native_receipt
        if value is not UNSET:
            field_dict["native_receipt"] = plain(value)

        value = self.block_type_profile
        if value is not UNSET:
            field_dict["block_type_profile"] = plain(value)

        value = self.proof_surface
        if value is not UNSET:
            field_dict["proof_surface"] = plain(value)

        value = self.proof_chain
        if value is not UNSET:
            field_dict["proof_chain"] = plain(value)

        value = self.forensic_view
        if value is not UNSET:
            field_dict["forensic_view"] = plain(value)

        value = self.proof_ledger
        if value is not UNSET:
            field_dict["proof_ledger"] = plain(value)

        value = self.canonical_proof_hash
        if value is not UNSET:
            field_dict["canonical_proof_hash"] = value

        value = self.canonical_view
        if value is not UNSET:
            field_dict["canonical_view"] = plain(value)

        value = self.provenance_view
        if value is not UNSET:
            field_dict["provenance_view"] = plain(value)

        value = self.operation_id
        if value is not UNSET:
            field_dict["operation_id"] = value

        value = self.idempotency_key
        if value is not UNSET:
            field_dict["idempotency_key"] = value

        value = self.operation_refs
        if value is not UNSET:
            field_dict["operation_refs"] = plain(value)

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the model from a JSON object.

        Raises:
            TypeError: When `src_dict` is no JSON object.
        """
        if type(src_dict) is not dict:
            src_dict = _object(cls, src_dict)
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        try:
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "subject_id" not in src_dict:
            self.subject_id = absent
        else:
            left -= 1
            self.subject_id = src_dict["subject_id"]

        if not left or "subject_type" not in src_dict:
            self.subject_type = absent
        else:
            left -= 1
            self.subject_type = src_dict["subject_type"]

        if not left or "tenant_id" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenant_id"]

        if not left or "signer_id" not in src_dict:
            self.signer_id = absent
        else:
            left -= 1
            self.signer_id = src_dict["signer_id"]

        if not left or "snapchore_hash" not in src_dict:
            self.snapchore_hash = absent
        else:
            left -= 1
            self.snapchore_hash = src_dict["snapchore_hash"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        elif (value := src_dict["created_at"]) is None:
            self.created_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        if not left or "payload" not in src_dict:
            self.payload = absent
        elif (value := src_dict["payload"]) is None:
            self.payload = None
            left -= 1
        else:
            left -= 1
            self.payload = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "metadata" not in src_dict:
            self.metadata = absent
        elif (value := src_dict["metadata"]) is None:
            self.metadata = None
            left -= 1
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "slot_id" not in src_dict:
            self.slot_id = absent
        else:
            left -= 1
            self.slot_id = src_dict["slot_id"]

        if not left or "source_slot_id" not in src_dict:
            self.source_slot_id = absent
        else:
            left -= 1
            self.source_slot_id = src_dict["source_slot_id"]

        if not left or "scalar_gec" not in src_dict:
            self.scalar_gec = absent
        elif (value := src_dict["scalar_gec"]) is None:
            self.scalar_gec = None
            left -= 1
        else:
            left -= 1
            self.scalar_gec = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "bb_contribution_summary" not in src_dict:
            self.bb_contribution_summary = absent
        elif (value := src_dict["bb_contribution_summary"]) is None:
            self.bb_contribution_summary = None
            left -= 1
        else:
            left -= 1
            self.bb_contribution_summary = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "native_receipt" not in src_dict:
            self.native_receipt = absent
        elif (value := src_dict["native_receipt"]) is None:
            self.native_receipt = None
            left -= 1
        else:
            left -= 1
            self.native_receipt = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "block_type_profile" not in src_dict:
            self.block_type_profile = absent
        elif (value := src_dict["block_type_profile"]) is None:
            self.block_type_profile = None
            left -= 1
        else:
            left -= 1
            self.block_type_profile = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "proof_surface" not in src_dict:
            self.proof_surface = absent
        elif (value := src_dict["proof_surface"]) is None:
            self.proof_surface = None
            left -= 1
        else:
            left -= 1
            self.proof_surface = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "proof_chain" not in src_dict:
            self.proof_chain = absent
        elif (value := src_dict["proof_chain"]) is None:
            self.proof_chain = None
            left -= 1
        else:
            left -= 1
            self.proof_chain = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "forensic_view" not in src_dict:
            self.forensic_view = absent
        elif (value := src_dict["forensic_view"]) is None:
            self.forensic_view = None
            left -= 1
        else:
            left -= 1
            self.forensic_view = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "proof_ledger" not in src_dict:
            self.proof_ledger = absent
        elif (value := src_dict["proof_ledger"]) is None:
            self.proof_ledger = None
            left -= 1
        else:
            left -= 1
            self.proof_ledger = (
                [ProofLedgerEntry.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "canonical_proof_hash" not in src_dict:
            self.canonical_proof_hash = absent
        else:
            left -= 1
            self.canonical_proof_hash = src_dict["canonical_proof_hash"]

        if not left or "canonical_view" not in src_dict:
            self.canonical_view = absent
        elif (value := src_dict["canonical_view"]) is None:
            self.canonical_view = None
            left -= 1
        else:
            left -= 1
            self.canonical_view = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "provenance_view" not in src_dict:
            self.provenance_view = absent
        elif (value := src_dict["provenance_view"]) is None:
            self.provenance_view = None
            left -= 1
        else:
            left -= 1
            self.provenance_view = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "operation_id" not in src_dict:
            self.operation_id = absent
        else:
            left -= 1
            self.operation_id = src_dict["operation_id"]

        if not left or "idempotency_key" not in src_dict:
            self.idempotency_key = absent
        else:
            left -= 1
            self.idempotency_key = src_dict["idempotency_key"]

        if not left or "operation_refs" not in src_dict:
            self.operation_refs = absent
        elif (value := src_dict["operation_refs"]) is None:
            self.operation_refs = None
            left -= 1
        else:
            left -= 1
            self.operation_refs = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left:
            self.additional_properties = {}
        else:
            self.additional_properties = {name: item for name, item in src_dict.items() if name not in _KNOWN}
        return self

    @property
    def additional_keys(self) -> list[str]:
        """Names of the fields that the spec does not know."""
        return list(self.additional_properties)

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.json_object import JsonObject  # noqa: E402
from ..models.proof_ledger_entry import ProofLedgerEntry  # noqa: E402
