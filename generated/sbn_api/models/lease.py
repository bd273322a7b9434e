from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "lease_id",
        "adapter_name",
        "state",
        "gpu_profile",
        "region",
        "spot_price_usd_hr",
        "total_cost_usd",
        "node_name",
        "duration_seconds",
    }
)


@_define(repr=False)
class Lease(_Model):
    """A lease.

    Attributes:
        lease_id: Id of the lease.
        adapter_name: Who lets the machine.
        state: State of the lease.
        gpu_profile: Kind of GPU.
        region: Where the machine is.
        spot_price_usd_hr: Price, in US dollars per hour.
        total_cost_usd: Cost so far, in US dollars.
        node_name: The machine.
        duration_seconds: How long it has been leased, in seconds.
    """

    lease_id: str
    adapter_name: None | str | Unset = UNSET
    state: None | str | Unset = UNSET
    gpu_profile: None | str | Unset = UNSET
    region: None | str | Unset = UNSET
    spot_price_usd_hr: float | None | Unset = UNSET
    total_cost_usd: float | None | Unset = UNSET
    node_name: None | str | Unset = UNSET
    duration_seconds: float | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Lease")

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
        value = self.lease_id
        if value is not UNSET and value is not None:
            field_dict["lease_id"] = value

        value = self.adapter_name
        if value is not UNSET:
            field_dict["adapter_name"] = value

        value = self.state
        if value is not UNSET:
            field_dict["state"] = value

        value = self.gpu_profile
        if value is not UNSET:
            field_dict["gpu_profile"] = value

        value = self.region
        if value is not UNSET:
            field_dict["region"] = value

        value = self.spot_price_usd_hr
        if value is not UNSET:
            field_dict["spot_price_usd_hr"] = value

        value = self.total_cost_usd
        if value is not UNSET:
            field_dict["total_cost_usd"] = value

        value = self.node_name
        if value is not UNSET:
            field_dict["node_name"] = value

        value = self.duration_seconds
        if value is not UNSET:
            field_dict["duration_seconds"] = value

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
            value = src_dict["lease_id"]
        except KeyError:
            value = None
        if value is None:
            self.lease_id = absent
            missing += 1
        else:
            self.lease_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "adapter_name" not in src_dict:
            self.adapter_name = absent
        else:
            left -= 1
            self.adapter_name = src_dict["adapter_name"]

        if not left or "state" not in src_dict:
            self.state = absent
        else:
            left -= 1
            self.state = src_dict["state"]

        if not left or "gpu_profile" not in src_dict:
            self.gpu_profile = absent
        else:
            left -= 1
            self.gpu_profile = src_dict["gpu_profile"]

        if not left or "region" not in src_dict:
            self.region = absent
        else:
            left -= 1
            self.region = src_dict["region"]

        if not left or "spot_price_usd_hr" not in src_dict:
            self.spot_price_usd_hr = absent
        else:
            left -= 1
            self.spot_price_usd_hr = src_dict["spot_price_usd_hr"]

        if not left or "total_cost_usd" not in src_dict:
            self.total_cost_usd = absent
        else:
            left -= 1
            self.total_cost_usd = src_dict["total_cost_usd"]

        if not left or "node_name" not in src_dict:
            self.node_name = absent
        else:
            left -= 1
            self.node_name = src_dict["node_name"]

        if not left or "duration_seconds" not in src_dict:
            self.duration_seconds = absent
        else:
            left -= 1
            self.duration_seconds = src_dict["duration_seconds"]

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
