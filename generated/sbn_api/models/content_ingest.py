from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "content",
        "source_type",
        "submission_channel",
        "source_uri",
        "source_title",
        "submitted_by",
        "gec_domain",
    }
)


@_define(repr=False)
class ContentIngest(_Model):
    """A text to take in.

    Attributes:
        content: The text.
        source_type: What the source is; the package sends `text`.
        submission_channel: How it was sent; the package sends `sdk`.
        source_uri: Where the text is from.
        source_title: Title of the source.
        submitted_by: Who sends it.
        gec_domain: Domain of the text.
    """

    content: str
    source_type: str
    submission_channel: str
    source_uri: str | Unset = UNSET
    source_title: str | Unset = UNSET
    submitted_by: str | Unset = UNSET
    gec_domain: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ContentIngest")

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
        value = self.content
        if value is not UNSET and value is not None:
            field_dict["content"] = value

        value = self.source_type
        if value is not UNSET and value is not None:
            field_dict["source_type"] = value

        value = self.submission_channel
        if value is not UNSET and value is not None:
            field_dict["submission_channel"] = value

        value = self.source_uri
        if value is not UNSET and value is not None:
            field_dict["source_uri"] = value

        value = self.source_title
        if value is not UNSET and value is not None:
            field_dict["source_title"] = value

        value = self.submitted_by
        if value is not UNSET and value is not None:
            field_dict["submitted_by"] = value

        value = self.gec_domain
        if value is not UNSET and value is not None:
            field_dict["gec_domain"] = value

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
            value = src_dict["content"]
        except KeyError:
            value = None
        if value is None:
            self.content = absent
            missing += 1
        else:
            self.content = value

        try:
            value = src_dict["source_type"]
        except KeyError:
            value = None
        if value is None:
            self.source_type = absent
            missing += 1
        else:
            self.source_type = value

        try:
            value = src_dict["submission_channel"]
        except KeyError:
            value = None
        if value is None:
            self.submission_channel = absent
            missing += 1
        else:
            self.submission_channel = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        get = src_dict.get
        if not left or (value := get("source_uri")) is None:
            self.source_uri = absent
        else:
            left -= 1
            self.source_uri = value

        if not left or (value := get("source_title")) is None:
            self.source_title = absent
        else:
            left -= 1
            self.source_title = value

        if not left or (value := get("submitted_by")) is None:
            self.submitted_by = absent
        else:
            left -= 1
            self.submitted_by = value

        if not left or (value := get("gec_domain")) is None:
            self.gec_domain = absent
        else:
            left -= 1
            self.gec_domain = value

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
