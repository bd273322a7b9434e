from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"artifact_uri", "artifact_sha256", "artifact_bytes", "mime_type", "artifact_title", "artifact_version"}
)


@_define(repr=False)
class ArtifactDescriptor(_Model):
    """The description of an artifact, which the client makes.

    Attributes:
        artifact_uri: Where it is.
        artifact_sha256: SHA-256 of its bytes in lower-case hex digits.
        artifact_bytes: Its length, in bytes.
        mime_type: Its media type.
        artifact_title: Its title.
        artifact_version: Its version.
    """

    artifact_uri: str
    artifact_sha256: str
    artifact_bytes: int
    mime_type: str
    artifact_title: str | Unset = UNSET
    artifact_version: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ArtifactDescriptor")

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
        value = self.artifact_uri
        if value is not UNSET and value is not None:
            field_dict["artifact_uri"] = value

        value = self.artifact_sha256
        if value is not UNSET and value is not None:
            field_dict["artifact_sha256"] = value

        value = self.artifact_bytes
        if value is not UNSET and value is not None:
            field_dict["artifact_bytes"] = value

        value = self.mime_type
        if value is not UNSET and value is not None:
            field_dict["mime_type"] = value

        value = self.artifact_title
        if value is not UNSET and value is not None:
            field_dict["artifact_title"] = value

        value = self.artifact_version
        if value is not UNSET and value is not None:
            field_dict["artifact_version"] = value

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
            value = src_dict["artifact_uri"]
        except KeyError:
            value = None
        if value is None:
            self.artifact_uri = absent
            missing += 1
        else:
            self.artifact_uri = value

        try:
            value = src_dict["artifact_sha256"]
        except KeyError:
            value = None
        if value is None:
            self.artifact_sha256 = absent
            missing += 1
        else:
            self.artifact_sha256 = value

        try:
            value = src_dict["artifact_bytes"]
        except KeyError:
            value = None
        if value is None:
            self.artifact_bytes = absent
            missing += 1
        else:
            self.artifact_bytes = value

        try:
            value = src_dict["mime_type"]
        except KeyError:
            value = None
        if value is None:
            self.mime_type = absent
            missing += 1
        else:
            self.mime_type = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        get = src_dict.get
        if not left or (value := get("artifact_title")) is None:
            self.artifact_title = absent
        else:
            left -= 1
            self.artifact_title = value

        if not left or (value := get("artifact_version")) is None:
            self.artifact_version = absent
        else:
            left -= 1
            self.artifact_version = value

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
