from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "frontier_id",
        "event_type",
        "source_app",
        "weak_rate",
        "weak_events",
        "total_events",
        "sample_missing_dimensions",
    }
)


@_define(repr=False)
class WeakSegment(_Model):
    """Where payloads are weak.

    Attributes:
        frontier_id: The frontier.
        event_type: Type of the events.
        source_app: The app.
        weak_rate: Share of weak events, 0 to 1.
        weak_events: Weak events.
        total_events: Events.
        sample_missing_dimensions: What is missing, by example.
    """

    frontier_id: None | str | Unset = UNSET
    event_type: None | str | Unset = UNSET
    source_app: None | str | Unset = UNSET
    weak_rate: float | None | Unset = UNSET
    weak_events: int | None | Unset = UNSET
    total_events: int | None | Unset = UNSET
    sample_missing_dimensions: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "WeakSegment")

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
        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.event_type
        if value is not UNSET:
            field_dict["event_type"] = value

        value = self.source_app
        if value is not UNSET:
            field_dict["source_app"] = value

        value = self.weak_rate
        if value is not UNSET:
            field_dict["weak_rate"] = value

        value = self.weak_events
        if value is not UNSET:
            field_dict["weak_events"] = value

        value = self.total_events
        if value is not UNSET:
            field_dict["total_events"] = value

        value = self.sample_missing_dimensions
        if value is not UNSET:
            field_dict["sample_missing_dimensions"] = value

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
        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "event_type" not in src_dict:
            self.event_type = absent
        else:
            left -= 1
            self.event_type = src_dict["event_type"]

        if not left or "source_app" not in src_dict:
            self.source_app = absent
        else:
            left -= 1
            self.source_app = src_dict["source_app"]

        if not left or "weak_rate" not in src_dict:
            self.weak_rate = absent
        else:
            left -= 1
            self.weak_rate = src_dict["weak_rate"]

        if not left or "weak_events" not in src_dict:
            self.weak_events = absent
        else:
            left -= 1
            self.weak_events = src_dict["weak_events"]

        if not left or "total_events" not in src_dict:
            self.total_events = absent
        else:
            left -= 1
            self.total_events = src_dict["total_events"]

        if not left or "sample_missing_dimensions" not in src_dict:
            self.sample_missing_dimensions = absent
        else:
            left -= 1
            self.sample_missing_dimensions = src_dict["sample_missing_dimensions"]

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
