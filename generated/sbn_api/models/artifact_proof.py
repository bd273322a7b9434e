from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"artifact", "proof", "claim", "metadata"})


@_define(repr=False)
class ArtifactProof(_Model):
    """The payload that proves an artifact, which the client makes.

    Attributes:
        artifact: Any JSON object.
        proof: What an artifact proves.
        claim: Any JSON object.
        metadata: Any JSON object.
    """

    artifact: JsonObject
    proof: ArtifactProofFacts
    claim: JsonObject | Unset = UNSET
    metadata: JsonObject | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ArtifactProof")

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
        value = self.artifact
        if value is not UNSET and value is not None:
            field_dict["artifact"] = plain(value)

        value = self.proof
        if value is not UNSET and value is not None:
            field_dict["proof"] = plain(value)

        value = self.claim
        if value is not UNSET and value is not None:
            field_dict["claim"] = plain(value)

        value = self.metadata
        if value is not UNSET and value is not None:
            field_dict["metadata"] = plain(value)

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
            value = src_dict["artifact"]
        except KeyError:
            value = None
        if value is None:
            self.artifact = absent
            missing += 1
        else:
            self.artifact = JsonObject.from_dict(value) if isinstance(value, dict) else value

        try:
            value = src_dict["proof"]
        except KeyError:
            value = None
        if value is None:
            self.proof = absent
            missing += 1
        else:
            self.proof = ArtifactProofFacts.from_dict(value) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        get = src_dict.get
        if not left or (value := get("claim")) is None:
            self.claim = absent
        else:
            left -= 1
            self.claim = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("metadata")) is None:
            self.metadata = absent
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.artifact_proof_facts import ArtifactProofFacts  # noqa: E402
from ..models.json_object import JsonObject  # noqa: E402
