from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "hash",
        "id",
        "receipt_hash",
        "receipt_id",
        "project_id",
        "native_receipt",
        "block_type_profile",
        "trust_summary",
        "cdna_state",
        "mutation_summary",
    }
)


@_define(repr=False)
class FoundReceipt(_Model):
    """A receipt that was found by its hash.

    Attributes:
        hash_: Its hash.
        id: Its id.
        receipt_hash: Its hash.
        receipt_id: Its id.
        project_id: Its project.
        native_receipt: The native receipt; `subject_ref` is in it.
        block_type_profile: Profile of its block; `block_type` is in it.
        trust_summary: How far it is trusted; `trust_class` is in it.
        cdna_state: Its lineage; `closure_regime` is in it.
        mutation_summary: Its mutations; `decision_divergence` is in it.
    """

    hash_: None | str | Unset = UNSET
    id: None | str | Unset = UNSET
    receipt_hash: None | str | Unset = UNSET
    receipt_id: None | str | Unset = UNSET
    project_id: None | str | Unset = UNSET
    native_receipt: JsonObject | None | Unset = UNSET
    block_type_profile: JsonObject | None | Unset = UNSET
    trust_summary: JsonObject | None | Unset = UNSET
    cdna_state: JsonObject | None | Unset = UNSET
    mutation_summary: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "FoundReceipt")

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
        value = self.hash_
        if value is not UNSET:
            field_dict["hash"] = value

        value = self.id
        if value is not UNSET:
            field_dict["id"] = value

        value = self.receipt_hash
        if value is not UNSET:
            field_dict["receipt_hash"] = value

        value = self.receipt_id
        if value is not UNSET:
            field_dict["receipt_id"] = value

        value = self.project_id
        if value is not UNSET:
            field_dict["project_id"] = value

        value = self.native_receipt
        if value is not UNSET:
            field_dict["native_receipt"] = plain(value)

        value = self.block_type_profile
        if value is not UNSET:
            field_dict["block_type_profile"] = plain(value)

        value = self.trust_summary
        if value is not UNSET:
            field_dict["trust_summary"] = plain(value)

        value = self.cdna_state
        if value is not UNSET:
            field_dict["cdna_state"] = plain(value)

        value = self.mutation_summary
        if value is not UNSET:
            field_dict["mutation_summary"] = plain(value)

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
        if not left or "hash" not in src_dict:
            self.hash_ = absent
        else:
            left -= 1
            self.hash_ = src_dict["hash"]

        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

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

        if not left or "project_id" not in src_dict:
            self.project_id = absent
        else:
            left -= 1
            self.project_id = src_dict["project_id"]

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

        if not left or "trust_summary" not in src_dict:
            self.trust_summary = absent
        elif (value := src_dict["trust_summary"]) is None:
            self.trust_summary = None
            left -= 1
        else:
            left -= 1
            self.trust_summary = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "cdna_state" not in src_dict:
            self.cdna_state = absent
        elif (value := src_dict["cdna_state"]) is None:
            self.cdna_state = None
            left -= 1
        else:
            left -= 1
            self.cdna_state = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "mutation_summary" not in src_dict:
            self.mutation_summary = absent
        elif (value := src_dict["mutation_summary"]) is None:
            self.mutation_summary = None
            left -= 1
        else:
            left -= 1
            self.mutation_summary = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
