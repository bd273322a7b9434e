from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"scanned", "attempted", "submitted", "queued_for_attestation", "attested", "failed"})


@_define(repr=False)
class QueueProcessed(_Model):
    """What became of the queue.

    Attributes:
        scanned: Items that were seen.
        attempted: Items that were tried.
        submitted: Items that were submitted.
        queued_for_attestation: Items that wait for their attestation.
        attested: Items that were attested.
        failed: Items that failed.
    """

    scanned: int | None | Unset = UNSET
    attempted: int | None | Unset = UNSET
    submitted: int | None | Unset = UNSET
    queued_for_attestation: int | None | Unset = UNSET
    attested: int | None | Unset = UNSET
    failed: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "QueueProcessed")

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
        value = self.scanned
        if value is not UNSET:
            field_dict["scanned"] = value

        value = self.attempted
        if value is not UNSET:
            field_dict["attempted"] = value

        value = self.submitted
        if value is not UNSET:
            field_dict["submitted"] = value

        value = self.queued_for_attestation
        if value is not UNSET:
            field_dict["queued_for_attestation"] = value

        value = self.attested
        if value is not UNSET:
            field_dict["attested"] = value

        value = self.failed
        if value is not UNSET:
            field_dict["failed"] = value

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
        if not left or "scanned" not in src_dict:
            self.scanned = absent
        else:
            left -= 1
            self.scanned = src_dict["scanned"]

        if not left or "attempted" not in src_dict:
            self.attempted = absent
        else:
            left -= 1
            self.attempted = src_dict["attempted"]

        if not left or "submitted" not in src_dict:
            self.submitted = absent
        else:
            left -= 1
            self.submitted = src_dict["submitted"]

        if not left or "queued_for_attestation" not in src_dict:
            self.queued_for_attestation = absent
        else:
            left -= 1
            self.queued_for_attestation = src_dict["queued_for_attestation"]

        if not left or "attested" not in src_dict:
            self.attested = absent
        else:
            left -= 1
            self.attested = src_dict["attested"]

        if not left or "failed" not in src_dict:
            self.failed = absent
        else:
            left -= 1
            self.failed = src_dict["failed"]

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
