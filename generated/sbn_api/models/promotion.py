from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "status",
        "promotion_status",
        "receipt_hash",
        "receipt_id",
        "frontier_id",
        "target_project_id",
        "snapchore_hash",
        "smartblock_record_id",
        "submitted",
        "queued",
        "attested",
    }
)


@_define(repr=False)
class Promotion(_Model):
    """How far a promotion has come.

    Attributes:
        status: How far it has come.
        promotion_status: How far it has come.
        receipt_hash: Hash of its receipt.
        receipt_id: Its receipt.
        frontier_id: The frontier.
        target_project_id: The project that it is for.
        snapchore_hash: Hash of the block.
        smartblock_record_id: Record of the block.
        submitted: Whether it was submitted.
        queued: Whether it waits for its attestation.
        attested: Whether it was attested.
    """

    status: str
    promotion_status: None | str | Unset = UNSET
    receipt_hash: None | str | Unset = UNSET
    receipt_id: None | str | Unset = UNSET
    frontier_id: None | str | Unset = UNSET
    target_project_id: None | str | Unset = UNSET
    snapchore_hash: None | str | Unset = UNSET
    smartblock_record_id: None | str | Unset = UNSET
    submitted: bool | None | Unset = UNSET
    queued: bool | None | Unset = UNSET
    attested: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Promotion")

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
        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.promotion_status
        if value is not UNSET:
            field_dict["promotion_status"] = value

        value = self.receipt_hash
        if value is not UNSET:
            field_dict["receipt_hash"] = value

        value = self.receipt_id
        if value is not UNSET:
            field_dict["receipt_id"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.target_project_id
        if value is not UNSET:
            field_dict["target_project_id"] = value

        value = self.snapchore_hash
        if value is not UNSET:
            field_dict["snapchore_hash"] = value

        value = self.smartblock_record_id
        if value is not UNSET:
            field_dict["smartblock_record_id"] = value

        value = self.submitted
        if value is not UNSET:
            field_dict["submitted"] = value

        value = self.queued
        if value is not UNSET:
            field_dict["queued"] = value

        value = self.attested
        if value is not UNSET:
            field_dict["attested"] = value

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
            value = src_dict["status"]
        except KeyError:
            value = None
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "promotion_status" not in src_dict:
            self.promotion_status = absent
        else:
            left -= 1
            self.promotion_status = src_dict["promotion_status"]

        if not left or "receipt_hash" not in src_dict:
            self.receipt_hash = absent
        else:
            left -= 1
            self.receipt_hash = src_dict["receipt_hash"]

        if not left or "receipt_id" not in src_dict:
            self.receipt_id = absent
        else:
            left -= 1
            self.receipt_id = src_dict["receipt_id"]

        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "target_project_id" not in src_dict:
            self.target_project_id = absent
        else:
            left -= 1
            self.target_project_id = src_dict["target_project_id"]

        if not left or "snapchore_hash" not in src_dict:
            self.snapchore_hash = absent
        else:
            left -= 1
            self.snapchore_hash = src_dict["snapchore_hash"]

        if not left or "smartblock_record_id" not in src_dict:
            self.smartblock_record_id = absent
        else:
            left -= 1
            self.smartblock_record_id = src_dict["smartblock_record_id"]

        if not left or "submitted" not in src_dict:
            self.submitted = absent
        else:
            left -= 1
            self.submitted = src_dict["submitted"]

        if not left or "queued" not in src_dict:
            self.queued = absent
        else:
            left -= 1
            self.queued = src_dict["queued"]

        if not left or "attested" not in src_dict:
            self.attested = absent
        else:
            left -= 1
            self.attested = src_dict["attested"]

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
