from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names

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
        value = get("customer_id")
        if value is None:
            self.customer_id = absent
            missing += 1
        else:
            self.customer_id = value

        value = get("name")
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        value = get("email")
        if value is None:
            self.email = absent
            missing += 1
        else:
            self.email = value

        value = get("tier")
        if value is None:
            self.tier = absent
            missing += 1
        else:
            self.tier = value

        value = get("label_quota")
        if value is None:
            self.label_quota = absent
            missing += 1
        else:
            self.label_quota = value

        value = get("created_at")
        if value is None:
            self.created_at = absent
            missing += 1
        else:
            self.created_at = value

        value = get("api_key_hint")
        if value is None:
            self.api_key_hint = absent
            missing += 1
        else:
            self.api_key_hint = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 7:
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
