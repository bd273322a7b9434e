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
_KNOWN = frozenset({"id", "sessionId", "filename", "mimeType", "size", "createdAt", "tenantId", "messageId"})


@_define(repr=False)
class Attachment(_Model):
    """A file attached to a session.

    Attributes:
        id: Id of the attachment.
        session_id: Id of the session.
        filename: Name of the file.
        mime_type: Media type.
        size: Size in bytes.
        created_at: When it was attached.
        tenant_id: Tenant that it belongs to.
        message_id: Id of a message, or the word `unlinked`.
    """

    id: str
    session_id: str
    filename: str
    mime_type: str
    size: int
    created_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    message_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Attachment")

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

        value = self.session_id
        if value is not UNSET and value is not None:
            field_dict["sessionId"] = value

        value = self.filename
        if value is not UNSET and value is not None:
            field_dict["filename"] = value

        value = self.mime_type
        if value is not UNSET and value is not None:
            field_dict["mimeType"] = value

        value = self.size
        if value is not UNSET and value is not None:
            field_dict["size"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.message_id
        if value is not UNSET:
            field_dict["messageId"] = value

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
            value = src_dict["sessionId"]
        except KeyError:
            value = None
        if value is None:
            self.session_id = absent
            missing += 1
        else:
            self.session_id = value

        try:
            value = src_dict["filename"]
        except KeyError:
            value = None
        if value is None:
            self.filename = absent
            missing += 1
        else:
            self.filename = value

        try:
            value = src_dict["mimeType"]
        except KeyError:
            value = None
        if value is None:
            self.mime_type = absent
            missing += 1
        else:
            self.mime_type = value

        try:
            value = src_dict["size"]
        except KeyError:
            value = None
        if value is None:
            self.size = absent
            missing += 1
        else:
            self.size = value

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
        left = len(src_dict) - 6 + missing
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or "messageId" not in src_dict:
            self.message_id = absent
        else:
            left -= 1
            self.message_id = src_dict["messageId"]

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
