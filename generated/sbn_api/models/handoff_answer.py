from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"promotion_status", "requested_at", "next_step", "handoff_package", "prepared_at", "submission"}
)


@_define(repr=False)
class HandoffAnswer(_Model):
    """How far something has come on its way to the network.

    Attributes:
        promotion_status: How far it has come.
        requested_at: When that was requested.
        next_step: What follows.
        handoff_package: What was prepared: `handoff_status`, `promotion_status`.
        prepared_at: When it was prepared.
        submission: What was submitted: `status`, `receipt_hash`, `submitted_at`.
    """

    promotion_status: None | str | Unset = UNSET
    requested_at: None | str | Unset = UNSET
    next_step: None | str | Unset = UNSET
    handoff_package: JsonObject | None | Unset = UNSET
    prepared_at: None | str | Unset = UNSET
    submission: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "HandoffAnswer")

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
        value = self.promotion_status
        if value is not UNSET:
            field_dict["promotion_status"] = value

        value = self.requested_at
        if value is not UNSET:
            field_dict["requested_at"] = value

        value = self.next_step
        if value is not UNSET:
            field_dict["next_step"] = value

        value = self.handoff_package
        if value is not UNSET:
            field_dict["handoff_package"] = plain(value)

        value = self.prepared_at
        if value is not UNSET:
            field_dict["prepared_at"] = value

        value = self.submission
        if value is not UNSET:
            field_dict["submission"] = plain(value)

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
        if not left or "promotion_status" not in src_dict:
            self.promotion_status = absent
        else:
            left -= 1
            self.promotion_status = src_dict["promotion_status"]

        if not left or "requested_at" not in src_dict:
            self.requested_at = absent
        else:
            left -= 1
            self.requested_at = src_dict["requested_at"]

        if not left or "next_step" not in src_dict:
            self.next_step = absent
        else:
            left -= 1
            self.next_step = src_dict["next_step"]

        if not left or "handoff_package" not in src_dict:
            self.handoff_package = absent
        elif (value := src_dict["handoff_package"]) is None:
            self.handoff_package = None
            left -= 1
        else:
            left -= 1
            self.handoff_package = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "prepared_at" not in src_dict:
            self.prepared_at = absent
        else:
            left -= 1
            self.prepared_at = src_dict["prepared_at"]

        if not left or "submission" not in src_dict:
            self.submission = absent
        elif (value := src_dict["submission"]) is None:
            self.submission = None
            left -= 1
        else:
            left -= 1
            self.submission = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
