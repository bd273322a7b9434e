from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "smartblock_id",
        "receipt_id",
        "receipt_hash",
        "anchor_hash",
        "anchor_type",
        "degraded",
        "proof_surface",
        "proof_chain",
        "proof_ledger",
    }
)


@_define(repr=False)
class SlotSealAnchor(_Model):
    """What anchors a seal.

    Attributes:
        smartblock_id: The SmartBlock.
        receipt_id: Its receipt.
        receipt_hash: Hash of the receipt.
        anchor_hash: The hash that anchors.
        anchor_type: snap_hash or receipt_hash.
        degraded: Whether the anchor is a lesser one.
        proof_surface: Surface of the proof.
        proof_chain: Chain of the proof.
        proof_ledger: Ledger of the proof.
    """

    smartblock_id: None | str | Unset = UNSET
    receipt_id: None | str | Unset = UNSET
    receipt_hash: None | str | Unset = UNSET
    anchor_hash: None | str | Unset = UNSET
    anchor_type: None | str | Unset = UNSET
    degraded: Any | Unset = UNSET
    proof_surface: JsonObject | None | Unset = UNSET
    proof_chain: JsonObject | None | Unset = UNSET
    proof_ledger: list[ProofLedgerEntry] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "SlotSealAnchor")

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
        value = self.smartblock_id
        if value is not UNSET:
            field_dict["smartblock_id"] = value

        value = self.receipt_id
        if value is not UNSET:
            field_dict["receipt_id"] = value

        value = self.receipt_hash
        if value is not UNSET:
            field_dict["receipt_hash"] = value

        value = self.anchor_hash
        if value is not UNSET:
            field_dict["anchor_hash"] = value

        value = self.anchor_type
        if value is not UNSET:
            field_dict["anchor_type"] = value

        value = self.degraded
        if value is not UNSET:
            field_dict["degraded"] = value

        value = self.proof_surface
        if value is not UNSET:
            field_dict["proof_surface"] = plain(value)

        value = self.proof_chain
        if value is not UNSET:
            field_dict["proof_chain"] = plain(value)

        value = self.proof_ledger
        if value is not UNSET:
            field_dict["proof_ledger"] = plain(value)

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        if not left or "smartblock_id" not in src_dict:
            self.smartblock_id = absent
        else:
            left -= 1
            self.smartblock_id = src_dict["smartblock_id"]

        if not left or "receipt_id" not in src_dict:
            self.receipt_id = absent
        else:
            left -= 1
            self.receipt_id = src_dict["receipt_id"]

        if not left or "receipt_hash" not in src_dict:
            self.receipt_hash = absent
        else:
            left -= 1
            self.receipt_hash = src_dict["receipt_hash"]

        if not left or "anchor_hash" not in src_dict:
            self.anchor_hash = absent
        else:
            left -= 1
            self.anchor_hash = src_dict["anchor_hash"]

        if not left or "anchor_type" not in src_dict:
            self.anchor_type = absent
        else:
            left -= 1
            self.anchor_type = src_dict["anchor_type"]

        if not left or "degraded" not in src_dict:
            self.degraded = absent
        else:
            left -= 1
            self.degraded = src_dict["degraded"]

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
