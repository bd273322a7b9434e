from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"verified", "digest_match", "signature_valid", "packet_digest", "signature_key_id"})


@_define(repr=False)
class PacketVerification(_Model):
    """Whether a packet holds.

    Attributes:
        verified: Whether all of it does.
        digest_match: Whether the digest does.
        signature_valid: Whether the signature does.
        packet_digest: The digest.
        signature_key_id: The key.
    """

    verified: bool | None | Unset = UNSET
    digest_match: bool | None | Unset = UNSET
    signature_valid: bool | None | Unset = UNSET
    packet_digest: None | str | Unset = UNSET
    signature_key_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "PacketVerification")

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
        value = self.verified
        if value is not UNSET:
            field_dict["verified"] = value

        value = self.digest_match
        if value is not UNSET:
            field_dict["digest_match"] = value

        value = self.signature_valid
        if value is not UNSET:
            field_dict["signature_valid"] = value

        value = self.packet_digest
        if value is not UNSET:
            field_dict["packet_digest"] = value

        value = self.signature_key_id
        if value is not UNSET:
            field_dict["signature_key_id"] = value

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
        if not left or "verified" not in src_dict:
            self.verified = absent
        else:
            left -= 1
            self.verified = src_dict["verified"]

        if not left or "digest_match" not in src_dict:
            self.digest_match = absent
        else:
            left -= 1
            self.digest_match = src_dict["digest_match"]

        if not left or "signature_valid" not in src_dict:
            self.signature_valid = absent
        else:
            left -= 1
            self.signature_valid = src_dict["signature_valid"]

        if not left or "packet_digest" not in src_dict:
            self.packet_digest = absent
        else:
            left -= 1
            self.packet_digest = src_dict["packet_digest"]

        if not left or "signature_key_id" not in src_dict:
            self.signature_key_id = absent
        else:
            left -= 1
            self.signature_key_id = src_dict["signature_key_id"]

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
