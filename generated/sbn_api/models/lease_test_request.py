from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {
        "provider",
        "gpu_profile",
        "gpu_count",
        "vcpus",
        "ram_gb",
        "disk_gb",
        "max_bid_usd_hr",
        "region",
        "purpose",
    }
)


@_define(repr=False)
class LeaseTestRequest(_Model):
    """A machine to lease.

    Attributes:
        provider: Who lets machines.
        gpu_profile: Kind of GPU; the package sends `t4-16gb`.
        gpu_count: GPUs; the package sends 1.
        vcpus: Virtual CPUs; the package sends 1.
        ram_gb: Memory in GB; the package sends 2.
        disk_gb: Disk in GB; the package sends 25, its command 10 at least.
        max_bid_usd_hr: At most for the machine, in US dollars per hour; the package sends 1.0.
        region: Where the machine is.
        purpose: What it is for.
    """

    provider: str
    gpu_profile: str
    gpu_count: int
    vcpus: int
    ram_gb: int
    disk_gb: int
    max_bid_usd_hr: float
    region: str | Unset = UNSET
    purpose: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "LeaseTestRequest")

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
        value = self.provider
        if value is not UNSET and value is not None:
            field_dict["provider"] = value

        value = self.gpu_profile
        if value is not UNSET and value is not None:
            field_dict["gpu_profile"] = value

        value = self.gpu_count
        if value is not UNSET and value is not None:
            field_dict["gpu_count"] = value

        value = self.vcpus
        if value is not UNSET and value is not None:
            field_dict["vcpus"] = value

        value = self.ram_gb
        if value is not UNSET and value is not None:
            field_dict["ram_gb"] = value

        value = self.disk_gb
        if value is not UNSET and value is not None:
            field_dict["disk_gb"] = value

        value = self.max_bid_usd_hr
        if value is not UNSET and value is not None:
            field_dict["max_bid_usd_hr"] = value

        value = self.region
        if value is not UNSET and value is not None:
            field_dict["region"] = value

        value = self.purpose
        if value is not UNSET and value is not None:
            field_dict["purpose"] = value

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
            value = src_dict["provider"]
        except KeyError:
            value = None
        if value is None:
            self.provider = absent
            missing += 1
        else:
            self.provider = value

        try:
            value = src_dict["gpu_profile"]
        except KeyError:
            value = None
        if value is None:
            self.gpu_profile = absent
            missing += 1
        else:
            self.gpu_profile = value

        try:
            value = src_dict["gpu_count"]
        except KeyError:
            value = None
        if value is None:
            self.gpu_count = absent
            missing += 1
        else:
            self.gpu_count = value

        try:
            value = src_dict["vcpus"]
        except KeyError:
            value = None
        if value is None:
            self.vcpus = absent
            missing += 1
        else:
            self.vcpus = value

        try:
            value = src_dict["ram_gb"]
        except KeyError:
            value = None
        if value is None:
            self.ram_gb = absent
            missing += 1
        else:
            self.ram_gb = value

        try:
            value = src_dict["disk_gb"]
        except KeyError:
            value = None
        if value is None:
            self.disk_gb = absent
            missing += 1
        else:
            self.disk_gb = value

        try:
            value = src_dict["max_bid_usd_hr"]
        except KeyError:
            value = None
        if value is None:
            self.max_bid_usd_hr = absent
            missing += 1
        else:
            self.max_bid_usd_hr = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 7 + missing
        get = src_dict.get
        if not left or (value := get("region")) is None:
            self.region = absent
        else:
            left -= 1
            self.region = value

        if not left or (value := get("purpose")) is None:
            self.purpose = absent
        else:
            left -= 1
            self.purpose = value

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
