from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, parse_datetime, plain

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
        try:
            get = src_dict.get
        except AttributeError:
            raise TypeError(
                f"{cls.__name__} is read from a JSON object, not from {type(src_dict).__name__}"
            ) from None
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        value = get("id")
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        value = get("subject_id", UNSET)
        if value is UNSET:
            self.subject_id = absent
            missing += 1
        else:
            self.subject_id = value

        value = get("subject_type", UNSET)
        if value is UNSET:
            self.subject_type = absent
            missing += 1
        else:
            self.subject_type = value

        value = get("tenant_id", UNSET)
        if value is UNSET:
            self.tenant_id = absent
            missing += 1
        else:
            self.tenant_id = value

        value = get("signer_id", UNSET)
        if value is UNSET:
            self.signer_id = absent
            missing += 1
        else:
            self.signer_id = value

        value = get("snapchore_hash", UNSET)
        if value is UNSET:
            self.snapchore_hash = absent
            missing += 1
        else:
            self.snapchore_hash = value

        value = get("created_at", UNSET)
        if value is UNSET:
            self.created_at = absent
            missing += 1
        elif value is None:
            self.created_at = None
        else:
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        value = get("payload", UNSET)
        if value is UNSET:
            self.payload = absent
            missing += 1
        elif value is None:
            self.payload = None
        else:
            self.payload = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("metadata", UNSET)
        if value is UNSET:
            self.metadata = absent
            missing += 1
        elif value is None:
            self.metadata = None
        else:
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("slot_id", UNSET)
        if value is UNSET:
            self.slot_id = absent
            missing += 1
        else:
            self.slot_id = value

        value = get("source_slot_id", UNSET)
        if value is UNSET:
            self.source_slot_id = absent
            missing += 1
        else:
            self.source_slot_id = value

        value = get("scalar_gec", UNSET)
        if value is UNSET:
            self.scalar_gec = absent
            missing += 1
        elif value is None:
            self.scalar_gec = None
        else:
            self.scalar_gec = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("bb_contribution_summary", UNSET)
        if value is UNSET:
            self.bb_contribution_summary = absent
            missing += 1
        elif value is None:
            self.bb_contribution_summary = None
        else:
            self.bb_contribution_summary = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("native_receipt", UNSET)
        if value is UNSET:
            self.native_receipt = absent
            missing += 1
        elif value is None:
            self.native_receipt = None
        else:
            self.native_receipt = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("block_type_profile", UNSET)
        if value is UNSET:
            self.block_type_profile = absent
            missing += 1
        elif value is None:
            self.block_type_profile = None
        else:
            self.block_type_profile = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("proof_surface", UNSET)
        if value is UNSET:
            self.proof_surface = absent
            missing += 1
        elif value is None:
            self.proof_surface = None
        else:
            self.proof_surface = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("proof_chain", UNSET)
        if value is UNSET:
            self.proof_chain = absent
            missing += 1
        elif value is None:
            self.proof_chain = None
        else:
            self.proof_chain = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("forensic_view", UNSET)
        if value is UNSET:
            self.forensic_view = absent
            missing += 1
        elif value is None:
            self.forensic_view = None
        else:
            self.forensic_view = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("proof_ledger", UNSET)
        if value is UNSET:
            self.proof_ledger = absent
            missing += 1
        elif value is None:
            self.proof_ledger = None
        else:
            self.proof_ledger = (
                [ProofLedgerEntry.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        value = get("canonical_proof_hash", UNSET)
        if value is UNSET:
            self.canonical_proof_hash = absent
            missing += 1
        else:
            self.canonical_proof_hash = value

        value = get("canonical_view", UNSET)
        if value is UNSET:
            self.canonical_view = absent
            missing += 1
        elif value is None:
            self.canonical_view = None
        else:
            self.canonical_view = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("provenance_view", UNSET)
        if value is UNSET:
            self.provenance_view = absent
            missing += 1
        elif value is None:
            self.provenance_view = None
        else:
            self.provenance_view = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("operation_id", UNSET)
        if value is UNSET:
            self.operation_id = absent
            missing += 1
        else:
            self.operation_id = value

        value = get("idempotency_key", UNSET)
        if value is UNSET:
            self.idempotency_key = absent
            missing += 1
        else:
            self.idempotency_key = value

        value = get("operation_refs", UNSET)
        if value is UNSET:
            self.operation_refs = absent
            missing += 1
        elif value is None:
            self.operation_refs = None
        else:
            self.operation_refs = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 25:
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
