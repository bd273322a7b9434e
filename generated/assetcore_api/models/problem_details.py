from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "type",
        "title",
        "status",
        "detail",
        "code",
        "retryable",
        "retry_after_ms",
        "hint",
        "auth_reason",
        "server_correlation_id",
        "client_correlation_id",
        "details",
        "core_error",
    }
)


@_define(repr=False)
class ProblemDetails(_Model):
    """What went wrong, after RFC 9457.

    Attributes:
        type_: `urn:assetcore:error:` and the code.
        title: Class of the error, such as NotFoundError.
        status: HTTP status.
        detail: What went wrong.
        code: What to switch on.
        retryable: Whether trying again can help.
        retry_after_ms: How long to wait before, in milliseconds.
        hint: What to do about it.
        auth_reason: Why it is denied, when the daemon discloses reasons.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        details: What it is about, such as the id of the container.
        core_error: The error of the core; from the write daemon alone.
    """

    type_: str
    title: str
    status: int
    detail: str
    code: str
    retryable: bool
    retry_after_ms: int | None | Unset = UNSET
    hint: None | str | Unset = UNSET
    auth_reason: None | str | Unset = UNSET
    server_correlation_id: None | str | Unset = UNSET
    client_correlation_id: None | str | Unset = UNSET
    details: JsonObject | None | Unset = UNSET
    core_error: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ProblemDetails")

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
        value = self.type_
        if value is not UNSET and value is not None:
            field_dict["type"] = value

        value = self.title
        if value is not UNSET and value is not None:
            field_dict["title"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.detail
        if value is not UNSET and value is not None:
            field_dict["detail"] = value

        value = self.code
        if value is not UNSET and value is not None:
            field_dict["code"] = value

        value = self.retryable
        if value is not UNSET and value is not None:
            field_dict["retryable"] = value

        value = self.retry_after_ms
        if value is not UNSET:
            field_dict["retry_after_ms"] = value

        value = self.hint
        if value is not UNSET:
            field_dict["hint"] = value

        value = self.auth_reason
        if value is not UNSET:
            field_dict["auth_reason"] = value

        value = self.server_correlation_id
        if value is not UNSET:
            field_dict["server_correlation_id"] = value

        value = self.client_correlation_id
        if value is not UNSET:
            field_dict["client_correlation_id"] = value

        value = self.details
        if value is not UNSET:
            field_dict["details"] = plain(value)

        value = self.core_error
        if value is not UNSET:
            field_dict["core_error"] = plain(value)

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
            value = src_dict["type"]
        except KeyError:
            value = None
        if value is None:
            self.type_ = absent
            missing += 1
        else:
            self.type_ = value

        try:
            value = src_dict["title"]
        except KeyError:
            value = None
        if value is None:
            self.title = absent
            missing += 1
        else:
            self.title = value

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
            value = src_dict["detail"]
        except KeyError:
            value = None
        if value is None:
            self.detail = absent
            missing += 1
        else:
            self.detail = value

        try:
            value = src_dict["code"]
        except KeyError:
            value = None
        if value is None:
            self.code = absent
            missing += 1
        else:
            self.code = value

        try:
            value = src_dict["retryable"]
        except KeyError:
            value = None
        if value is None:
            self.retryable = absent
            missing += 1
        else:
            self.retryable = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 6 + missing
        if not left or "retry_after_ms" not in src_dict:
            self.retry_after_ms = absent
        else:
            left -= 1
            self.retry_after_ms = src_dict["retry_after_ms"]

        if not left or "hint" not in src_dict:
            self.hint = absent
        else:
            left -= 1
            self.hint = src_dict["hint"]

        if not left or "auth_reason" not in src_dict:
            self.auth_reason = absent
        else:
            left -= 1
            self.auth_reason = src_dict["auth_reason"]

        if not left or "server_correlation_id" not in src_dict:
            self.server_correlation_id = absent
        else:
            left -= 1
            self.server_correlation_id = src_dict["server_correlation_id"]

        if not left or "client_correlation_id" not in src_dict:
            self.client_correlation_id = absent
        else:
            left -= 1
            self.client_correlation_id = src_dict["client_correlation_id"]

        if not left or "details" not in src_dict:
            self.details = absent
        elif (value := src_dict["details"]) is None:
            self.details = None
            left -= 1
        else:
            left -= 1
            self.details = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "core_error" not in src_dict:
            self.core_error = absent
        elif (value := src_dict["core_error"]) is None:
            self.core_error = None
            left -= 1
        else:
            left -= 1
            self.core_error = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
