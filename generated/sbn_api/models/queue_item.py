from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset

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
        try:
            get = src_dict.get
        except AttributeError:
            raise TypeError(
                f"{cls.__name__} is read from a JSON object, not from {type(src_dict).__name__}"
            ) from None
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        value = get("id", UNSET)
        if value is UNSET:
            self.id = absent
            missing += 1
        else:
            self.id = value

        value = get("status", UNSET)
        if value is UNSET:
            self.status = absent
            missing += 1
        else:
            self.status = value

        value = get("snapchore_hash", UNSET)
        if value is UNSET:
            self.snapchore_hash = absent
            missing += 1
        else:
            self.snapchore_hash = value

        value = get("frontier_id", UNSET)
        if value is UNSET:
            self.frontier_id = absent
            missing += 1
        else:
            self.frontier_id = value

        value = get("last_error", UNSET)
        if value is UNSET:
            self.last_error = absent
            missing += 1
        else:
            self.last_error = value

        value = get("priority", UNSET)
        if value is UNSET:
            self.priority = absent
            missing += 1
        else:
            self.priority = value

        value = get("attempt_count", UNSET)
        if value is UNSET:
            self.attempt_count = absent
            missing += 1
        else:
            self.attempt_count = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 7:
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
