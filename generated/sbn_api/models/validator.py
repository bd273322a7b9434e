from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"validator_id", "endpoint", "status", "region", "registered_at", "last_seen_at"})


@_define(repr=False)
class Validator(_Model):
    """A validator.

    Attributes:
        validator_id: Id of the validator.
        endpoint: Address of the validator.
        status: State of the validator.
        region: Where it is.
        registered_at: When it was registered, as text.
        last_seen_at: Last sign of life, as text.
    """

    validator_id: str
    endpoint: None | str | Unset = UNSET
    status: None | str | Unset = UNSET
    region: None | str | Unset = UNSET
    registered_at: None | str | Unset = UNSET
    last_seen_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Validator")

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
        value = self.validator_id
        if value is not UNSET and value is not None:
            field_dict["validator_id"] = value

        value = self.endpoint
        if value is not UNSET:
            field_dict["endpoint"] = value

        value = self.status
        if value is not UNSET:
            field_dict["status"] = value

        value = self.region
        if value is not UNSET:
            field_dict["region"] = value

        value = self.registered_at
        if value is not UNSET:
            field_dict["registered_at"] = value

        value = self.last_seen_at
        if value is not UNSET:
            field_dict["last_seen_at"] = value

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
            value = src_dict["validator_id"]
        except KeyError:
            value = None
        if value is None:
            self.validator_id = absent
            missing += 1
        else:
            self.validator_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "endpoint" not in src_dict:
            self.endpoint = absent
        else:
            left -= 1
            self.endpoint = src_dict["endpoint"]

        if not left or "status" not in src_dict:
            self.status = absent
        else:
            left -= 1
            self.status = src_dict["status"]

        if not left or "region" not in src_dict:
            self.region = absent
        else:
            left -= 1
            self.region = src_dict["region"]

        if not left or "registered_at" not in src_dict:
            self.registered_at = absent
        else:
            left -= 1
            self.registered_at = src_dict["registered_at"]

        if not left or "last_seen_at" not in src_dict:
            self.last_seen_at = absent
        else:
            left -= 1
            self.last_seen_at = src_dict["last_seen_at"]

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
