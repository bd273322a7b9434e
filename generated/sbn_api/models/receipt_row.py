from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "receipt_id",
        "id",
        "hash",
        "receipt_hash",
        "domain",
        "frontier_id",
        "project_id",
        "status",
        "verification_status",
        "created_at",
    }
)


@_define(repr=False)
class ReceiptRow(_Model):
    """A row of the receipt catalogue; most fields have two names.

    Attributes:
        receipt_id: Id of the receipt.
        id: Id of the receipt.
        hash_: Hash of the receipt.
        receipt_hash: Hash of the receipt.
        domain: Domain of the block.
        frontier_id: The frontier.
        project_id: The project.
        status: State of the receipt.
        verification_status: State of the receipt.
        created_at: When it was made.
    """

    receipt_id: None | str | Unset = UNSET
    id: None | str | Unset = UNSET
    hash_: None | str | Unset = UNSET
    receipt_hash: None | str | Unset = UNSET
    domain: None | str | Unset = UNSET
    frontier_id: None | str | Unset = UNSET
    project_id: None | str | Unset = UNSET
    status: None | str | Unset = UNSET
    verification_status: None | str | Unset = UNSET
    created_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ReceiptRow")

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
        value = self.receipt_id
        if value is not UNSET:
            field_dict["receipt_id"] = value

        value = self.id
        if value is not UNSET:
            field_dict["id"] = value

        value = self.hash_
        if value is not UNSET:
            field_dict["hash"] = value

        value = self.receipt_hash
        if value is not UNSET:
            field_dict["receipt_hash"] = value

        value = self.domain
        if value is not UNSET:
            field_dict["domain"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.project_id
        if value is not UNSET:
            field_dict["project_id"] = value

        value = self.status
        if value is not UNSET:
            field_dict["status"] = value

        value = self.verification_status
        if value is not UNSET:
            field_dict["verification_status"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = value

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
        if not left or "receipt_id" not in src_dict:
            self.receipt_id = absent
        else:
            left -= 1
            self.receipt_id = src_dict["receipt_id"]

        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or "hash" not in src_dict:
            self.hash_ = absent
        else:
            left -= 1
            self.hash_ = src_dict["hash"]

        if not left or "receipt_hash" not in src_dict:
            self.receipt_hash = absent
        else:
            left -= 1
            self.receipt_hash = src_dict["receipt_hash"]

        if not left or "domain" not in src_dict:
            self.domain = absent
        else:
            left -= 1
            self.domain = src_dict["domain"]

        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "project_id" not in src_dict:
            self.project_id = absent
        else:
            left -= 1
            self.project_id = src_dict["project_id"]

        if not left or "status" not in src_dict:
            self.status = absent
        else:
            left -= 1
            self.status = src_dict["status"]

        if not left or "verification_status" not in src_dict:
            self.verification_status = absent
        else:
            left -= 1
            self.verification_status = src_dict["verification_status"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        else:
            left -= 1
            self.created_at = src_dict["created_at"]

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
