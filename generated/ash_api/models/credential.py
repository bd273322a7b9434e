from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_datetime,
    plain,
)

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset({"id", "type", "label", "active", "createdAt", "lastUsedAt"})


@_define(repr=False)
class Credential(_Model):
    """A stored key of a model provider, without the key.

    Attributes:
        id: Id of the credential.
        type_: Provider.
        label: Its label; empty when none was given.
        active: Whether it can be used.
        created_at: When it was stored.
        last_used_at: When it was last used; in lists.
    """

    id: str
    type_: str
    label: str
    active: bool
    created_at: datetime.datetime
    last_used_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Credential")

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
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.type_
        if value is not UNSET and value is not None:
            field_dict["type"] = value

        value = self.label
        if value is not UNSET and value is not None:
            field_dict["label"] = value

        value = self.active
        if value is not UNSET and value is not None:
            field_dict["active"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.last_used_at
        if value is not UNSET:
            field_dict["lastUsedAt"] = plain(value)

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
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        try:
            value = src_dict["type"]
        except KeyError:
            value = None
        if value is None:
            self.type_ = absent
            missing += 1
        else:
            self.type_ = value

        try:
            value = src_dict["label"]
        except KeyError:
            value = None
        if value is None:
            self.label = absent
            missing += 1
        else:
            self.label = value

        try:
            value = src_dict["active"]
        except KeyError:
            value = None
        if value is None:
            self.active = absent
            missing += 1
        else:
            self.active = value

        try:
            value = src_dict["createdAt"]
        except KeyError:
            value = None
        if value is None:
            self.created_at = absent
            missing += 1
        else:
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 5 + missing
        if not left or "lastUsedAt" not in src_dict:
            self.last_used_at = absent
        elif (value := src_dict["lastUsedAt"]) is None:
            self.last_used_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.last_used_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.last_used_at = parse_datetime(value)

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
