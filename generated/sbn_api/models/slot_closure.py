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
        "slot_id",
        "receipt_id",
        "closed_at",
        "blocks_composed",
        "blocks_attested",
        "compose_receipts",
        "blocks_attestation_enqueued",
        "scalar_gec",
        "native_proof_chain",
        "lifecycle_contract",
        "carrier_state",
        "successor_surface_ids",
        "fractal_receipts",
        "operation_id",
        "idempotency_key",
        "operation_refs",
        "canonical_proof_hash",
        "canonical_view",
        "provenance_view",
    }
)


@_define(repr=False)
class SlotClosure(_Model):
    """What became of a slot that was closed.

    Attributes:
        slot_id: Id of the slot.
        receipt_id: Receipt of the closure.
        closed_at: When the slot was closed.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        compose_receipts: Receipts of the composed blocks.
        blocks_attestation_enqueued: SmartBlocks that wait for their attestation.
        scalar_gec: Scalar GEC.
        native_proof_chain: Chain of native proofs.
        lifecycle_contract: Contract of its life.
        carrier_state: State of what carries it; its form is not known.
        successor_surface_ids: Surfaces that follow.
        fractal_receipts: Fractal receipts.
        operation_id: The caller's operation id.
        idempotency_key: The caller's key.
        operation_refs: References to operations; the names of their members are not known.
        canonical_proof_hash: Hash of the canonical proof.
        canonical_view: Canonical view.
        provenance_view: Where it is from.
    """

    slot_id: str
    receipt_id: str
    closed_at: datetime.datetime | None | Unset = UNSET
    blocks_composed: int | None | Unset = UNSET
    blocks_attested: int | None | Unset = UNSET
    compose_receipts: list[JsonObject] | None | Unset = UNSET
    blocks_attestation_enqueued: int | None | Unset = UNSET
    scalar_gec: JsonObject | None | Unset = UNSET
    native_proof_chain: JsonObject | None | Unset = UNSET
    lifecycle_contract: JsonObject | None | Unset = UNSET
    carrier_state: Any | Unset = UNSET
    successor_surface_ids: list[Any] | None | Unset = UNSET
    fractal_receipts: list[JsonObject] | None | Unset = UNSET
    operation_id: Any | Unset = UNSET
    idempotency_key: Any | Unset = UNSET
    operation_refs: list[JsonObject] | None | Unset = UNSET
    canonical_proof_hash: Any | Unset = UNSET
    canonical_view: JsonObject | None | Unset = UNSET
    provenance_view: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SlotClosure")

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
        value = self.slot_id
        if value is not UNSET and value is not None:
            field_dict["slot_id"] = value

        value = self.receipt_id
        if value is not UNSET and value is not None:
            field_dict["receipt_id"] = value

        value = self.closed_at
        if value is not UNSET:
            field_dict["closed_at"] = plain(value)

        value = self.blocks_composed
        if value is not UNSET:
            field_dict["blocks_composed"] = value

        value = self.blocks_attested
        if value is not UNSET:
            field_dict["blocks_attested"] = value

        value = self.compose_receipts
        if value is not UNSET:
            field_dict["compose_receipts"] = plain(value)

        value = self.blocks_attestation_enqueued
        if value is not UNSET:
            field_dict["blocks_attestation_enqueued"] = value

        value = self.scalar_gec
        if value is not UNSET:
            field_dict["scalar_gec"] = plain(value)

        value = self.native_proof_chain
        if value is not UNSET:
            field_dict["native_proof_chain"] = plain(value)

        value = self.lifecycle_contract
        if value is not UNSET:
            field_dict["lifecycle_contract"] = plain(value)

        value = self.carrier_state
        if value is not UNSET:
            field_dict["carrier_state"] = value

        value = self.successor_surface_ids
        if value is not UNSET:
            field_dict["successor_surface_ids"] = value

        value = self.fractal_receipts
        if value is not UNSET:
            field_dict["fractal_receipts"] = plain(value)

        value = self.operation_id
        if value is not UNSET:
            field_dict["operation_id"] = value

        value = self.idempotency_key
        if value is not UNSET:
            field_dict["idempotency_key"] = value

        value = self.operation_refs
        if value is not UNSET:
            field_dict["operation_refs"] = plain(value)

        value = self.canonical_proof_hash
        if value is not UNSET:
            field_dict["canonical_proof_hash"] = value

        value = self.canonical_view
        if value is not UNSET:
            field_dict["canonical_view"] = plain(value)

        value = self.provenance_view
        if value is not UNSET:
            field_dict["provenance_view"] = plain(value)

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
            value = src_dict["slot_id"]
        except KeyError:
            value = None
        if value is None:
            self.slot_id = absent
            missing += 1
        else:
            self.slot_id = value

        try:
            value = src_dict["receipt_id"]
        except KeyError:
            value = None
        if value is None:
            self.receipt_id = absent
            missing += 1
        else:
            self.receipt_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        if not left or "closed_at" not in src_dict:
            self.closed_at = absent
        elif (value := src_dict["closed_at"]) is None:
            self.closed_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.closed_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.closed_at = parse_datetime(value)

        if not left or "blocks_composed" not in src_dict:
            self.blocks_composed = absent
        else:
            left -= 1
            self.blocks_composed = src_dict["blocks_composed"]

        if not left or "blocks_attested" not in src_dict:
            self.blocks_attested = absent
        else:
            left -= 1
            self.blocks_attested = src_dict["blocks_attested"]

        if not left or "compose_receipts" not in src_dict:
            self.compose_receipts = absent
        elif (value := src_dict["compose_receipts"]) is None:
            self.compose_receipts = None
            left -= 1
        else:
            left -= 1
            self.compose_receipts = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "blocks_attestation_enqueued" not in src_dict:
            self.blocks_attestation_enqueued = absent
        else:
            left -= 1
            self.blocks_attestation_enqueued = src_dict["blocks_attestation_enqueued"]

        if not left or "scalar_gec" not in src_dict:
            self.scalar_gec = absent
        elif (value := src_dict["scalar_gec"]) is None:
            self.scalar_gec = None
            left -= 1
        else:
            left -= 1
            self.scalar_gec = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "native_proof_chain" not in src_dict:
            self.native_proof_chain = absent
        elif (value := src_dict["native_proof_chain"]) is None:
            self.native_proof_chain = None
            left -= 1
        else:
            left -= 1
            self.native_proof_chain = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "lifecycle_contract" not in src_dict:
            self.lifecycle_contract = absent
        elif (value := src_dict["lifecycle_contract"]) is None:
            self.lifecycle_contract = None
            left -= 1
        else:
            left -= 1
            self.lifecycle_contract = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "carrier_state" not in src_dict:
            self.carrier_state = absent
        else:
            left -= 1
            self.carrier_state = src_dict["carrier_state"]

        if not left or "successor_surface_ids" not in src_dict:
            self.successor_surface_ids = absent
        else:
            left -= 1
            self.successor_surface_ids = src_dict["successor_surface_ids"]

        if not left or "fractal_receipts" not in src_dict:
            self.fractal_receipts = absent
        elif (value := src_dict["fractal_receipts"]) is None:
            self.fractal_receipts = None
            left -= 1
        else:
            left -= 1
            self.fractal_receipts = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

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
