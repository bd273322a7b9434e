from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "id",
        "snapchore_hash",
        "hash",
        "smartblock_record_id",
        "record_id",
        "block_type",
        "domain",
        "target_project_id",
        "metadata",
        "related_receipts",
        "lineage_identity",
    }
)


@_define(repr=False)
class LocalBlock(_Model):
    """A sealed block.

    Attributes:
        id: Id of the block.
        snapchore_hash: Its hash.
        hash_: Its hash.
        smartblock_record_id: Its record.
        record_id: Its record.
        block_type: Its type.
        domain: Its domain.
        target_project_id: The project that it is for.
        metadata: Anything; `snapchore_moment_hash` is in it.
        related_receipts: Its receipts.
        lineage_identity: Its lineage; `surface_role` is in it.
    """

    id: None | str | Unset = UNSET
    snapchore_hash: str | Unset = UNSET
    hash_: str | Unset = UNSET
    smartblock_record_id: None | str | Unset = UNSET
    record_id: None | str | Unset = UNSET
    block_type: None | str | Unset = UNSET
    domain: None | str | Unset = UNSET
    target_project_id: None | str | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    related_receipts: list[RelatedReceipt] | None | Unset = UNSET
    lineage_identity: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "LocalBlock")

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
        if value is not UNSET:
            field_dict["id"] = value

        value = self.snapchore_hash
        if value is not UNSET and value is not None:
            field_dict["snapchore_hash"] = value

        value = self.hash_
        if value is not UNSET and value is not None:
            field_dict["hash"] = value

        value = self.smartblock_record_id
        if value is not UNSET:
            field_dict["smartblock_record_id"] = value

        value = self.record_id
        if value is not UNSET:
            field_dict["record_id"] = value

        value = self.block_type
        if value is not UNSET:
            field_dict["block_type"] = value

        value = self.domain
        if value is not UNSET:
            field_dict["domain"] = value

        value = self.target_project_id
        if value is not UNSET:
            field_dict["target_project_id"] = value

        value = self.metadata
        if value is not UNSET:
            field_dict["metadata"] = plain(value)

        value = self.related_receipts
        if value is not UNSET:
            field_dict["related_receipts"] = plain(value)

        value = self.lineage_identity
        if value is not UNSET:
            field_dict["lineage_identity"] = plain(value)

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
        get = src_dict.get
        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or (value := get("snapchore_hash")) is None:
            self.snapchore_hash = absent
        else:
            left -= 1
            self.snapchore_hash = value

        if not left or (value := get("hash")) is None:
            self.hash_ = absent
        else:
            left -= 1
            self.hash_ = value

        if not left or "smartblock_record_id" not in src_dict:
            self.smartblock_record_id = absent
        else:
            left -= 1
            self.smartblock_record_id = src_dict["smartblock_record_id"]

        if not left or "record_id" not in src_dict:
            self.record_id = absent
        else:
            left -= 1
            self.record_id = src_dict["record_id"]

        if not left or "block_type" not in src_dict:
            self.block_type = absent
        else:
            left -= 1
            self.block_type = src_dict["block_type"]

        if not left or "domain" not in src_dict:
            self.domain = absent
        else:
            left -= 1
            self.domain = src_dict["domain"]

        if not left or "target_project_id" not in src_dict:
            self.target_project_id = absent
        else:
            left -= 1
            self.target_project_id = src_dict["target_project_id"]

        if not left or "metadata" not in src_dict:
            self.metadata = absent
        elif (value := src_dict["metadata"]) is None:
            self.metadata = None
            left -= 1
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "related_receipts" not in src_dict:
            self.related_receipts = absent
        elif (value := src_dict["related_receipts"]) is None:
            self.related_receipts = None
            left -= 1
        else:
            left -= 1
            self.related_receipts = (
                [RelatedReceipt.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "lineage_identity" not in src_dict:
            self.lineage_identity = absent
        elif (value := src_dict["lineage_identity"]) is None:
            self.lineage_identity = None
            left -= 1
        else:
            left -= 1
            self.lineage_identity = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
from ..models.related_receipt import RelatedReceipt  # noqa: E402
