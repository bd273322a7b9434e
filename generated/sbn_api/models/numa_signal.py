from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"signal_id", "signal_type", "priority", "frontier_id", "payload", "expires_at", "created_at"}
)


@_define(repr=False)
class NumaSignal(_Model):
    """A signal.

    Attributes:
        signal_id: Id of the signal.
        signal_type: Type of the signal.
        priority: How urgent it is, of any type.
        frontier_id: The frontier.
        payload: What it says.
        expires_at: When it is over.
        created_at: When it was published.
    """

    signal_id: str
    signal_type: None | str | Unset = UNSET
    priority: Any | Unset = UNSET
    frontier_id: None | str | Unset = UNSET
    payload: Any | Unset = UNSET
    expires_at: None | str | Unset = UNSET
    created_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "NumaSignal")

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
        value = self.signal_id
        if value is not UNSET and value is not None:
            field_dict["signal_id"] = value

        value = self.signal_type
        if value is not UNSET:
            field_dict["signal_type"] = value

        value = self.priority
        if value is not UNSET:
            field_dict["priority"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.payload
        if value is not UNSET:
            field_dict["payload"] = value

        value = self.expires_at
        if value is not UNSET:
            field_dict["expires_at"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = value

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
            value = src_dict["signal_id"]
        except KeyError:
            value = None
        if value is None:
            self.signal_id = absent
            missing += 1
        else:
            self.signal_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "signal_type" not in src_dict:
            self.signal_type = absent
        else:
            left -= 1
            self.signal_type = src_dict["signal_type"]

        if not left or "priority" not in src_dict:
            self.priority = absent
        else:
            left -= 1
            self.priority = src_dict["priority"]

        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "payload" not in src_dict:
            self.payload = absent
        else:
            left -= 1
            self.payload = src_dict["payload"]

        if not left or "expires_at" not in src_dict:
            self.expires_at = absent
        else:
            left -= 1
            self.expires_at = src_dict["expires_at"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        else:
            left -= 1
            self.created_at = src_dict["created_at"]

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
