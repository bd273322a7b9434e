from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"kind", "summary", "subject_ref", "evidence_ref"})


@_define(repr=False)
class ArtifactProofFacts(_Model):
    """What an artifact proves.

    Attributes:
        kind: What kind of proof it is.
        summary: The proof in words.
        subject_ref: What it is about.
        evidence_ref: What it rests on.
    """

    kind: str
    summary: str | Unset = UNSET
    subject_ref: str | Unset = UNSET
    evidence_ref: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ArtifactProofFacts")

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
        value = self.kind
        if value is not UNSET and value is not None:
            field_dict["kind"] = value

        value = self.summary
        if value is not UNSET and value is not None:
            field_dict["summary"] = value

        value = self.subject_ref
        if value is not UNSET and value is not None:
            field_dict["subject_ref"] = value

        value = self.evidence_ref
        if value is not UNSET and value is not None:
            field_dict["evidence_ref"] = value

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
            value = src_dict["kind"]
        except KeyError:
            value = None
        if value is None:
            self.kind = absent
            missing += 1
        else:
            self.kind = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("summary")) is None:
            self.summary = absent
        else:
            left -= 1
            self.summary = value

        if not left or (value := get("subject_ref")) is None:
            self.subject_ref = absent
        else:
            left -= 1
            self.subject_ref = value

        if not left or (value := get("evidence_ref")) is None:
            self.evidence_ref = absent
        else:
            left -= 1
            self.evidence_ref = value

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
