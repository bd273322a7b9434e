from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"id", "status", "snapchore_hash", "frontier_id", "last_error", "priority", "attempt_count"}
)


@_define(repr=False)
class QueueItem(_Model):
    """An item of the queue of promotions.

    Attributes:
        id: Its id.
        status: Its state.
        snapchore_hash: Hash of the block.
        frontier_id: The frontier.
        last_error: Why it failed last.
        priority: Its priority.
        attempt_count: How often it was tried.
    """

    id: None | str | Unset = UNSET
    status: None | str | Unset = UNSET
    snapchore_hash: None | str | Unset = UNSET
    frontier_id: None | str | Unset = UNSET
    last_error: None | str | Unset = UNSET
    priority: Any | Unset = UNSET
    attempt_count: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "QueueItem")

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
        if value is not UNSET:
            field_dict["id"] = value

        value = self.status
        if value is not UNSET:
            field_dict["status"] = value

        value = self.snapchore_hash
        if value is not UNSET:
            field_dict["snapchore_hash"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.last_error
        if value is not UNSET:
            field_dict["last_error"] = value

        value = self.priority
        if value is not UNSET:
            field_dict["priority"] = value

        value = self.attempt_count
        if value is not UNSET:
            field_dict["attempt_count"] = value

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
        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or "status" not in src_dict:
            self.status = absent
        else:
            left -= 1
            self.status = src_dict["status"]

        if not left or "snapchore_hash" not in src_dict:
            self.snapchore_hash = absent
        else:
            left -= 1
            self.snapchore_hash = src_dict["snapchore_hash"]

        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "last_error" not in src_dict:
            self.last_error = absent
        else:
            left -= 1
            self.last_error = src_dict["last_error"]

        if not left or "priority" not in src_dict:
            self.priority = absent
        else:
            left -= 1
            self.priority = src_dict["priority"]

        if not left or "attempt_count" not in src_dict:
            self.attempt_count = absent
        else:
            left -= 1
            self.attempt_count = src_dict["attempt_count"]

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
