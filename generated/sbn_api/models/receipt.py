from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Unset, parse_datetime, plain

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
    }
)


@_define
class Receipt:
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
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _absent: ClassVar[Any] = UNSET

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object of this model; what is unset is left out."""
        value: Any
        absent = self._absent
        field_dict: dict[str, Any] = dict(self.additional_properties)
        value = self.id
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.subject_id
        if value is not UNSET and value is not absent:
            field_dict["subject_id"] = value

        value = self.subject_type
        if value is not UNSET and value is not absent:
            field_dict["subject_type"] = value

        value = self.tenant_id
        if value is not UNSET and value is not absent:
            field_dict["tenant_id"] = value

        value = self.signer_id
        if value is not UNSET and value is not absent:
            field_dict["signer_id"] = value

        value = self.snapchore_hash
        if value is not UNSET and value is not absent:
            field_dict["snapchore_hash"] = value

        value = self.created_at
        if value is not UNSET and value is not absent:
            field_dict["created_at"] = plain(value)

        value = self.payload
        if value is not UNSET and value is not absent:
            field_dict["payload"] = plain(value)

        value = self.metadata
        if value is not UNSET and value is not absent:
            field_dict["metadata"] = plain(value)

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

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 9:
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
