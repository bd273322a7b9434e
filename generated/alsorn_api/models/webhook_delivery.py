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
    {
        "id",
        "webhook_id",
        "event_type",
        "status",
        "attempts",
        "created_at",
        "payload",
        "http_status",
        "status_code",
        "success",
        "response_body",
        "duration_ms",
    }
)


@_define(repr=False)
class WebhookDelivery(_Model):
    """One delivery of an event.

    Attributes:
        id: Id of the delivery.
        webhook_id: Id of the webhook.
        event_type: Type of the event.
        status: State of the delivery; its values are not documented.
        attempts: Number of attempts so far.
        created_at: When the delivery was made.
        payload: What was sent.
        http_status: Status that the endpoint answered.
        status_code: Status that the endpoint answered.
        success: Whether the endpoint acknowledged.
        response_body: Body that the endpoint answered.
        duration_ms: How long the delivery took, in milliseconds.
    """

    id: str
    webhook_id: str
    event_type: str
    status: str
    attempts: int
    created_at: datetime.datetime
    payload: JsonObject | None | Unset = UNSET
    http_status: int | None | Unset = UNSET
    status_code: int | None | Unset = UNSET
    success: bool | None | Unset = UNSET
    response_body: None | str | Unset = UNSET
    duration_ms: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "WebhookDelivery")

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

        value = self.webhook_id
        if value is not UNSET and value is not None:
            field_dict["webhook_id"] = value

        value = self.event_type
        if value is not UNSET and value is not None:
            field_dict["event_type"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.attempts
        if value is not UNSET and value is not None:
            field_dict["attempts"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["created_at"] = plain(value)

        value = self.payload
        if value is not UNSET:
            field_dict["payload"] = plain(value)

        value = self.http_status
        if value is not UNSET:
            field_dict["http_status"] = value

        value = self.status_code
        if value is not UNSET:
            field_dict["status_code"] = value

        value = self.success
        if value is not UNSET:
            field_dict["success"] = value

        value = self.response_body
        if value is not UNSET:
            field_dict["response_body"] = value

        value = self.duration_ms
        if value is not UNSET:
            field_dict["duration_ms"] = value

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
            value = src_dict["webhook_id"]
        except KeyError:
            value = None
        if value is None:
            self.webhook_id = absent
            missing += 1
        else:
            self.webhook_id = value

        try:
            value = src_dict["event_type"]
        except KeyError:
            value = None
        if value is None:
            self.event_type = absent
            missing += 1
        else:
            self.event_type = value

        try:
            value = src_dict["status"]
        except KeyError:
            value = None
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

        try:
            value = src_dict["attempts"]
        except KeyError:
            value = None
        if value is None:
            self.attempts = absent
            missing += 1
        else:
            self.attempts = value

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
        left = len(src_dict) - 6 + missing
        if not left or "payload" not in src_dict:
            self.payload = absent
        elif (value := src_dict["payload"]) is None:
            self.payload = None
            left -= 1
        else:
            left -= 1
            self.payload = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "http_status" not in src_dict:
            self.http_status = absent
        else:
            left -= 1
            self.http_status = src_dict["http_status"]

        if not left or "status_code" not in src_dict:
            self.status_code = absent
        else:
            left -= 1
            self.status_code = src_dict["status_code"]

        if not left or "success" not in src_dict:
            self.success = absent
        else:
            left -= 1
            self.success = src_dict["success"]

        if not left or "response_body" not in src_dict:
            self.response_body = absent
        else:
            left -= 1
            self.response_body = src_dict["response_body"]

        if not left or "duration_ms" not in src_dict:
            self.duration_ms = absent
        else:
            left -= 1
            self.duration_ms = src_dict["duration_ms"]

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


from ..models.json_object import JsonObject  # noqa: E402
