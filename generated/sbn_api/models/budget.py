from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "max_hourly_usd",
        "max_daily_usd",
        "max_monthly_usd",
        "max_concurrent_leases",
        "max_bid_usd_hr",
        "enabled",
    }
)


@_define(repr=False)
class Budget(_Model):
    """What a project may spend.

    Attributes:
        max_hourly_usd: At most in an hour, in US dollars.
        max_daily_usd: At most in a day, in US dollars.
        max_monthly_usd: At most in a month, in US dollars.
        max_concurrent_leases: Leases at the same time.
        max_bid_usd_hr: At most for a machine, in US dollars per hour.
        enabled: Whether the project may lease at all.
    """

    max_hourly_usd: float | None | Unset = UNSET
    max_daily_usd: float | None | Unset = UNSET
    max_monthly_usd: float | None | Unset = UNSET
    max_concurrent_leases: int | None | Unset = UNSET
    max_bid_usd_hr: float | None | Unset = UNSET
    enabled: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Budget")

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
        value = self.max_hourly_usd
        if value is not UNSET:
            field_dict["max_hourly_usd"] = value

        value = self.max_daily_usd
        if value is not UNSET:
            field_dict["max_daily_usd"] = value

        value = self.max_monthly_usd
        if value is not UNSET:
            field_dict["max_monthly_usd"] = value

        value = self.max_concurrent_leases
        if value is not UNSET:
            field_dict["max_concurrent_leases"] = value

        value = self.max_bid_usd_hr
        if value is not UNSET:
            field_dict["max_bid_usd_hr"] = value

        value = self.enabled
        if value is not UNSET:
            field_dict["enabled"] = value

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
        if not left or "max_hourly_usd" not in src_dict:
            self.max_hourly_usd = absent
        else:
            left -= 1
            self.max_hourly_usd = src_dict["max_hourly_usd"]

        if not left or "max_daily_usd" not in src_dict:
            self.max_daily_usd = absent
        else:
            left -= 1
            self.max_daily_usd = src_dict["max_daily_usd"]

        if not left or "max_monthly_usd" not in src_dict:
            self.max_monthly_usd = absent
        else:
            left -= 1
            self.max_monthly_usd = src_dict["max_monthly_usd"]

        if not left or "max_concurrent_leases" not in src_dict:
            self.max_concurrent_leases = absent
        else:
            left -= 1
            self.max_concurrent_leases = src_dict["max_concurrent_leases"]

        if not left or "max_bid_usd_hr" not in src_dict:
            self.max_bid_usd_hr = absent
        else:
            left -= 1
            self.max_bid_usd_hr = src_dict["max_bid_usd_hr"]

        if not left or "enabled" not in src_dict:
            self.enabled = absent
        else:
            left -= 1
            self.enabled = src_dict["enabled"]

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
