from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object

_KNOWN = frozenset({"customer_id", "name", "email", "tier", "label_quota", "created_at", "api_key_hint"})


@_define(repr=False)
class CustomerProfile(_Model):
    """The own account.

    Attributes:
        customer_id: Id of the customer.
        name: Name of the customer.
        email: E-mail address.
        tier: Tier of a customer.
        label_quota: Labels that may be ordered.
        created_at: When the customer was registered, in Unix seconds; every other time of this API is
            text.
        api_key_hint: The first characters of the key and `...`.
    """

    customer_id: str
    name: str
    email: str
    tier: str
    label_quota: int
    created_at: int
    api_key_hint: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CustomerProfile")

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
        value = self.customer_id
        if value is not UNSET and value is not None:
            field_dict["customer_id"] = value

        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.email
        if value is not UNSET and value is not None:
            field_dict["email"] = value

        value = self.tier
        if value is not UNSET and value is not None:
            field_dict["tier"] = value

        value = self.label_quota
        if value is not UNSET and value is not None:
            field_dict["label_quota"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = value

        value = self.api_key_hint
        if value is not UNSET and value is not None:
            field_dict["api_key_hint"] = value

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
            value = src_dict["customer_id"]
        except KeyError:
            value = None
        if value is None:
            self.customer_id = absent
            missing += 1
        else:
            self.customer_id = value

        try:
            value = src_dict["name"]
        except KeyError:
            value = None
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        try:
            value = src_dict["email"]
        except KeyError:
            value = None
        if value is None:
            self.email = absent
            missing += 1
        else:
            self.email = value

        try:
            value = src_dict["tier"]
        except KeyError:
            value = None
        if value is None:
            self.tier = absent
            missing += 1
        else:
            self.tier = value

        try:
            value = src_dict["label_quota"]
        except KeyError:
            value = None
        if value is None:
            self.label_quota = absent
            missing += 1
        else:
            self.label_quota = value

        try:
            value = src_dict["created_at"]
        except KeyError:
            value = None
        if value is None:
            self.created_at = absent
            missing += 1
        else:
            self.created_at = value

        try:
            value = src_dict["api_key_hint"]
        except KeyError:
            value = None
        if value is None:
            self.api_key_hint = absent
            missing += 1
        else:
            self.api_key_hint = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 7 + missing
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
