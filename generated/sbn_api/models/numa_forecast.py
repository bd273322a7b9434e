from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"report", "frontier_id", "generated_at", "risk_band", "status", "summary"})


@_define(repr=False)
class NumaForecast(_Model):
    """A forecast.

    Attributes:
        report: The forecast itself.
        frontier_id: The frontier.
        generated_at: When it was made.
        risk_band: How risky it is.
        status: State of the forecast.
        summary: What it comes to.
    """

    report: Any
    frontier_id: None | str | Unset = UNSET
    generated_at: None | str | Unset = UNSET
    risk_band: Any | Unset = UNSET
    status: Any | Unset = UNSET
    summary: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "NumaForecast")

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
        value = self.report
        if value is not UNSET:
            field_dict["report"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.generated_at
        if value is not UNSET:
            field_dict["generated_at"] = value

        value = self.risk_band
        if value is not UNSET:
            field_dict["risk_band"] = value

        value = self.status
        if value is not UNSET:
            field_dict["status"] = value

        value = self.summary
        if value is not UNSET:
            field_dict["summary"] = value

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
            value = src_dict["report"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.report = absent
            missing += 1
        else:
            self.report = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "generated_at" not in src_dict:
            self.generated_at = absent
        else:
            left -= 1
            self.generated_at = src_dict["generated_at"]

        if not left or "risk_band" not in src_dict:
            self.risk_band = absent
        else:
            left -= 1
            self.risk_band = src_dict["risk_band"]

        if not left or "status" not in src_dict:
            self.status = absent
        else:
            left -= 1
            self.status = src_dict["status"]

        if not left or "summary" not in src_dict:
            self.summary = absent
        else:
            left -= 1
            self.summary = src_dict["summary"]

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
