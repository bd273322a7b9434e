from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"evidence_id", "promotion_status", "source_uri", "latest_receipt_hash", "created_at", "reliability"}
)


@_define(repr=False)
class Evidence(_Model):
    """A piece of evidence.

    Attributes:
        evidence_id: Its id.
        promotion_status: How far it has come; `local_only` when it is missing.
        source_uri: Where it is from.
        latest_receipt_hash: Hash of its last receipt.
        created_at: When it was made.
        reliability: How reliable it is.
    """

    evidence_id: None | str | Unset = UNSET
    promotion_status: None | str | Unset = UNSET
    source_uri: None | str | Unset = UNSET
    latest_receipt_hash: None | str | Unset = UNSET
    created_at: None | str | Unset = UNSET
    reliability: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Evidence")

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
        value = self.evidence_id
        if value is not UNSET:
            field_dict["evidence_id"] = value

        value = self.promotion_status
        if value is not UNSET:
            field_dict["promotion_status"] = value

        value = self.source_uri
        if value is not UNSET:
            field_dict["source_uri"] = value

        value = self.latest_receipt_hash
        if value is not UNSET:
            field_dict["latest_receipt_hash"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = value

        value = self.reliability
        if value is not UNSET:
            field_dict["reliability"] = value

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
        if not left or "evidence_id" not in src_dict:
            self.evidence_id = absent
        else:
            left -= 1
            self.evidence_id = src_dict["evidence_id"]

        if not left or "promotion_status" not in src_dict:
            self.promotion_status = absent
        else:
            left -= 1
            self.promotion_status = src_dict["promotion_status"]

        if not left or "source_uri" not in src_dict:
            self.source_uri = absent
        else:
            left -= 1
            self.source_uri = src_dict["source_uri"]

        if not left or "latest_receipt_hash" not in src_dict:
            self.latest_receipt_hash = absent
        else:
            left -= 1
            self.latest_receipt_hash = src_dict["latest_receipt_hash"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        else:
            left -= 1
            self.created_at = src_dict["created_at"]

        if not left or "reliability" not in src_dict:
            self.reliability = absent
        else:
            left -= 1
            self.reliability = src_dict["reliability"]

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
