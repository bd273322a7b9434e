from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"prefix", "api_key", "record", "attestation_ready", "effective_frontiers"})


@_define(repr=False)
class KeyBindingResult(_Model):
    """A key and the app that it is bound to.

    Attributes:
        prefix: Beginning of the key.
        api_key: The key, shown this once; only of a new one.
        record: The record of the key.
        attestation_ready: Whether the app can attest.
        effective_frontiers: Frontiers that the key may use.
    """

    prefix: str
    api_key: None | str | Unset = UNSET
    record: BoundKey | None | Unset = UNSET
    attestation_ready: bool | None | Unset = UNSET
    effective_frontiers: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "KeyBindingResult")

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
        value = self.prefix
        if value is not UNSET and value is not None:
            field_dict["prefix"] = value

        value = self.api_key
        if value is not UNSET:
            field_dict["api_key"] = value

        value = self.record
        if value is not UNSET:
            field_dict["record"] = plain(value)

        value = self.attestation_ready
        if value is not UNSET:
            field_dict["attestation_ready"] = value

        value = self.effective_frontiers
        if value is not UNSET:
            field_dict["effective_frontiers"] = value

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
            value = src_dict["prefix"]
        except KeyError:
            value = None
        if value is None:
            self.prefix = absent
            missing += 1
        else:
            self.prefix = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "api_key" not in src_dict:
            self.api_key = absent
        else:
            left -= 1
            self.api_key = src_dict["api_key"]

        if not left or "record" not in src_dict:
            self.record = absent
        elif (value := src_dict["record"]) is None:
            self.record = None
            left -= 1
        else:
            left -= 1
            self.record = BoundKey.from_dict(value) if isinstance(value, dict) else value

        if not left or "attestation_ready" not in src_dict:
            self.attestation_ready = absent
        else:
            left -= 1
            self.attestation_ready = src_dict["attestation_ready"]

        if not left or "effective_frontiers" not in src_dict:
            self.effective_frontiers = absent
        else:
            left -= 1
            self.effective_frontiers = src_dict["effective_frontiers"]

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


from ..models.bound_key import BoundKey  # noqa: E402
