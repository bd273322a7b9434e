from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset

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
        value = get("frontier_id", UNSET)
        if value is UNSET:
            self.frontier_id = absent
            missing += 1
        else:
            self.frontier_id = value

        value = get("event_type", UNSET)
        if value is UNSET:
            self.event_type = absent
            missing += 1
        else:
            self.event_type = value

        value = get("source_app", UNSET)
        if value is UNSET:
            self.source_app = absent
            missing += 1
        else:
            self.source_app = value

        value = get("weak_rate", UNSET)
        if value is UNSET:
            self.weak_rate = absent
            missing += 1
        else:
            self.weak_rate = value

        value = get("weak_events", UNSET)
        if value is UNSET:
            self.weak_events = absent
            missing += 1
        else:
            self.weak_events = value

        value = get("total_events", UNSET)
        if value is UNSET:
            self.total_events = absent
            missing += 1
        else:
            self.total_events = value

        value = get("sample_missing_dimensions", UNSET)
        if value is UNSET:
            self.sample_missing_dimensions = absent
            missing += 1
        else:
            self.sample_missing_dimensions = value

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
