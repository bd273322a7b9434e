from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"family", "frontier_id", "source_app", "event_type", "window_days", "summary", "weak_segments"}
)


@_define(repr=False)
class InstrumentationReport(_Model):
    """Quality of payloads.

    Attributes:
        family: Family of apps.
        frontier_id: The frontier.
        source_app: The app.
        event_type: Type of the events.
        window_days: How far it looks back, in days.
        summary: The figures.
        weak_segments: Where payloads are weak.
    """

    family: None | str | Unset = UNSET
    frontier_id: None | str | Unset = UNSET
    source_app: None | str | Unset = UNSET
    event_type: None | str | Unset = UNSET
    window_days: int | None | Unset = UNSET
    summary: InstrumentationSummary | None | Unset = UNSET
    weak_segments: list[WeakSegment] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "InstrumentationReport")

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
        value = self.family
        if value is not UNSET:
            field_dict["family"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.source_app
        if value is not UNSET:
            field_dict["source_app"] = value

        value = self.event_type
        if value is not UNSET:
            field_dict["event_type"] = value

        value = self.window_days
        if value is not UNSET:
            field_dict["window_days"] = value

        value = self.summary
        if value is not UNSET:
            field_dict["summary"] = plain(value)

        value = self.weak_segments
        if value is not UNSET:
            field_dict["weak_segments"] = plain(value)

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
        if not left or "family" not in src_dict:
            self.family = absent
        else:
            left -= 1
            self.family = src_dict["family"]

        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "source_app" not in src_dict:
            self.source_app = absent
        else:
            left -= 1
            self.source_app = src_dict["source_app"]

        if not left or "event_type" not in src_dict:
            self.event_type = absent
        else:
            left -= 1
            self.event_type = src_dict["event_type"]

        if not left or "window_days" not in src_dict:
            self.window_days = absent
        else:
            left -= 1
            self.window_days = src_dict["window_days"]

        if not left or "summary" not in src_dict:
            self.summary = absent
        elif (value := src_dict["summary"]) is None:
            self.summary = None
            left -= 1
        else:
            left -= 1
            self.summary = InstrumentationSummary.from_dict(value) if isinstance(value, dict) else value

        if not left or "weak_segments" not in src_dict:
            self.weak_segments = absent
        elif (value := src_dict["weak_segments"]) is None:
            self.weak_segments = None
            left -= 1
        else:
            left -= 1
            self.weak_segments = (
                [WeakSegment.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

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


from ..models.instrumentation_summary import InstrumentationSummary  # noqa: E402
from ..models.weak_segment import WeakSegment  # noqa: E402
