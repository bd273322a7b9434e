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
_KNOWN = frozenset(
    {"id", "org_id", "url", "events", "active", "consecutive_failures", "created_at", "secret"}
)


@_define(repr=False)
class Webhook(_Model):
    """A webhook endpoint.

    Attributes:
        id: Id of the webhook.
        org_id: Organisation of the webhook.
        url: Address that events are delivered to.
        events: Types of events to deliver, or `*` alone for all.
        active: Whether events are delivered.
        consecutive_failures: Failed deliveries since the last success.
        created_at: When the webhook was registered.
        secret: Signing secret, `whsec_` and more; only in the answer to the registration.
    """

    id: str
    org_id: str
    url: str
    events: list[str]
    active: bool
    consecutive_failures: int
    created_at: datetime.datetime
    secret: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Webhook")

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

        value = self.org_id
        if value is not UNSET and value is not None:
            field_dict["org_id"] = value

        value = self.url
        if value is not UNSET and value is not None:
            field_dict["url"] = value

        value = self.events
        if value is not UNSET and value is not None:
            field_dict["events"] = value

        value = self.active
        if value is not UNSET and value is not None:
            field_dict["active"] = value

        value = self.consecutive_failures
        if value is not UNSET and value is not None:
            field_dict["consecutive_failures"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.secret
        if value is not UNSET and value is not None:
            field_dict["secret"] = value

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
            value = src_dict["org_id"]
        except KeyError:
            value = None
        if value is None:
            self.org_id = absent
            missing += 1
        else:
            self.org_id = value

        try:
            value = src_dict["url"]
        except KeyError:
            value = None
        if value is None:
            self.url = absent
            missing += 1
        else:
            self.url = value

        try:
            value = src_dict["events"]
        except KeyError:
            value = None
        if value is None:
            self.events = absent
            missing += 1
        else:
            self.events = value

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
            value = src_dict["consecutive_failures"]
        except KeyError:
            value = None
        if value is None:
            self.consecutive_failures = absent
            missing += 1
        else:
            self.consecutive_failures = value

        try:
            value = src_dict["created_at"]
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
        left = len(src_dict) - 7 + missing
        get = src_dict.get
        if not left or (value := get("secret")) is None:
            self.secret = absent
        else:
            left -= 1
            self.secret = value

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
