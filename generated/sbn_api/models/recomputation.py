from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"state", "trust_score", "density_index", "compression_index", "receipt_hash", "latest_receipt_hash"}
)


@_define(repr=False)
class Recomputation(_Model):
    """The scores of a fact.

    Attributes:
        state: State of the fact.
        trust_score: How far the fact is trusted.
        density_index: Density of its evidence.
        compression_index: Compression of its evidence.
        receipt_hash: Hash of the receipt.
        latest_receipt_hash: Hash of the newest receipt.
    """

    state: None | str
    trust_score: float | None
    density_index: float | None | Unset = UNSET
    compression_index: float | None | Unset = UNSET
    receipt_hash: None | str | Unset = UNSET
    latest_receipt_hash: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Recomputation")

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
        value = self.state
        if value is not UNSET:
            field_dict["state"] = value

        value = self.trust_score
        if value is not UNSET:
            field_dict["trust_score"] = value

        value = self.density_index
        if value is not UNSET:
            field_dict["density_index"] = value

        value = self.compression_index
        if value is not UNSET:
            field_dict["compression_index"] = value

        value = self.receipt_hash
        if value is not UNSET:
            field_dict["receipt_hash"] = value

        value = self.latest_receipt_hash
        if value is not UNSET:
            field_dict["latest_receipt_hash"] = value

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
            value = src_dict["state"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.state = absent
            missing += 1
        else:
            self.state = value

        try:
            value = src_dict["trust_score"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.trust_score = absent
            missing += 1
        else:
            self.trust_score = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        if not left or "density_index" not in src_dict:
            self.density_index = absent
        else:
            left -= 1
            self.density_index = src_dict["density_index"]

        if not left or "compression_index" not in src_dict:
            self.compression_index = absent
        else:
            left -= 1
            self.compression_index = src_dict["compression_index"]

        if not left or "receipt_hash" not in src_dict:
            self.receipt_hash = absent
        else:
            left -= 1
            self.receipt_hash = src_dict["receipt_hash"]

        if not left or "latest_receipt_hash" not in src_dict:
            self.latest_receipt_hash = absent
        else:
            left -= 1
            self.latest_receipt_hash = src_dict["latest_receipt_hash"]

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
