from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"total_events", "strong_events", "weak_events", "weak_rate", "status_counts", "missing_dimension_counts"}
)


@_define(repr=False)
class InstrumentationSummary(_Model):
    """Figures of a report.

    Attributes:
        total_events: Events.
        strong_events: Events with enough in them.
        weak_events: Events with too little in them.
        weak_rate: Share of weak events, 0 to 1.
        status_counts: Events by status.
        missing_dimension_counts: Events by what is missing.
    """

    total_events: int | None | Unset = UNSET
    strong_events: int | None | Unset = UNSET
    weak_events: int | None | Unset = UNSET
    weak_rate: float | None | Unset = UNSET
    status_counts: JsonObject | None | Unset = UNSET
    missing_dimension_counts: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "InstrumentationSummary")

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
        value = self.total_events
        if value is not UNSET:
            field_dict["total_events"] = value

        value = self.strong_events
        if value is not UNSET:
            field_dict["strong_events"] = value

        value = self.weak_events
        if value is not UNSET:
            field_dict["weak_events"] = value

        value = self.weak_rate
        if value is not UNSET:
            field_dict["weak_rate"] = value

        value = self.status_counts
        if value is not UNSET:
            field_dict["status_counts"] = plain(value)

        value = self.missing_dimension_counts
        if value is not UNSET:
            field_dict["missing_dimension_counts"] = plain(value)

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
        if not left or "total_events" not in src_dict:
            self.total_events = absent
        else:
            left -= 1
            self.total_events = src_dict["total_events"]

        if not left or "strong_events" not in src_dict:
            self.strong_events = absent
        else:
            left -= 1
            self.strong_events = src_dict["strong_events"]

        if not left or "weak_events" not in src_dict:
            self.weak_events = absent
        else:
            left -= 1
            self.weak_events = src_dict["weak_events"]

        if not left or "weak_rate" not in src_dict:
            self.weak_rate = absent
        else:
            left -= 1
            self.weak_rate = src_dict["weak_rate"]

        if not left or "status_counts" not in src_dict:
            self.status_counts = absent
        elif (value := src_dict["status_counts"]) is None:
            self.status_counts = None
            left -= 1
        else:
            left -= 1
            self.status_counts = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "missing_dimension_counts" not in src_dict:
            self.missing_dimension_counts = absent
        elif (value := src_dict["missing_dimension_counts"]) is None:
            self.missing_dimension_counts = None
            left -= 1
        else:
            left -= 1
            self.missing_dimension_counts = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
