from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"id", "name", "sla_tier", "daily_quota", "burst_limit_per_minute", "description", "created_at"}
)


@_define(repr=False)
class RatePlan(_Model):
    """A rate plan.

    Attributes:
        id: Id of the plan.
        name: Name of the plan.
        sla_tier: Level of service.
        daily_quota: Calls a day.
        burst_limit_per_minute: Calls a minute.
        description: What it is for.
        created_at: When it was made, as text.
    """

    id: str
    name: None | str | Unset = UNSET
    sla_tier: None | str | Unset = UNSET
    daily_quota: int | None | Unset = UNSET
    burst_limit_per_minute: int | None | Unset = UNSET
    description: None | str | Unset = UNSET
    created_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "RatePlan")

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
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.name
        if value is not UNSET:
            field_dict["name"] = value

        value = self.sla_tier
        if value is not UNSET:
            field_dict["sla_tier"] = value

        value = self.daily_quota
        if value is not UNSET:
            field_dict["daily_quota"] = value

        value = self.burst_limit_per_minute
        if value is not UNSET:
            field_dict["burst_limit_per_minute"] = value

        value = self.description
        if value is not UNSET:
            field_dict["description"] = value

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
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "name" not in src_dict:
            self.name = absent
        else:
            left -= 1
            self.name = src_dict["name"]

        if not left or "sla_tier" not in src_dict:
            self.sla_tier = absent
        else:
            left -= 1
            self.sla_tier = src_dict["sla_tier"]

        if not left or "daily_quota" not in src_dict:
            self.daily_quota = absent
        else:
            left -= 1
            self.daily_quota = src_dict["daily_quota"]

        if not left or "burst_limit_per_minute" not in src_dict:
            self.burst_limit_per_minute = absent
        else:
            left -= 1
            self.burst_limit_per_minute = src_dict["burst_limit_per_minute"]

        if not left or "description" not in src_dict:
            self.description = absent
        else:
            left -= 1
            self.description = src_dict["description"]

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
