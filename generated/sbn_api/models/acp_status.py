from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"project_id", "enabled", "killed", "active_leases", "total_leases", "total_spend_usd", "total_receipts"}
)


@_define(repr=False)
class AcpStatus(_Model):
    """The state of a project and what it has spent.

    Attributes:
        project_id: The project.
        enabled: Whether it may lease at all.
        killed: Whether it is stopped.
        active_leases: Leases that run.
        total_leases: Leases in all.
        total_spend_usd: What it has spent, in US dollars.
        total_receipts: Receipts in all.
    """

    project_id: None | str | Unset = UNSET
    enabled: bool | None | Unset = UNSET
    killed: bool | None | Unset = UNSET
    active_leases: int | None | Unset = UNSET
    total_leases: int | None | Unset = UNSET
    total_spend_usd: float | None | Unset = UNSET
    total_receipts: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AcpStatus")

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
        value = self.project_id
        if value is not UNSET:
            field_dict["project_id"] = value

        value = self.enabled
        if value is not UNSET:
            field_dict["enabled"] = value

        value = self.killed
        if value is not UNSET:
            field_dict["killed"] = value

        value = self.active_leases
        if value is not UNSET:
            field_dict["active_leases"] = value

        value = self.total_leases
        if value is not UNSET:
            field_dict["total_leases"] = value

        value = self.total_spend_usd
        if value is not UNSET:
            field_dict["total_spend_usd"] = value

        value = self.total_receipts
        if value is not UNSET:
            field_dict["total_receipts"] = value

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
        if not left or "project_id" not in src_dict:
            self.project_id = absent
        else:
            left -= 1
            self.project_id = src_dict["project_id"]

        if not left or "enabled" not in src_dict:
            self.enabled = absent
        else:
            left -= 1
            self.enabled = src_dict["enabled"]

        if not left or "killed" not in src_dict:
            self.killed = absent
        else:
            left -= 1
            self.killed = src_dict["killed"]

        if not left or "active_leases" not in src_dict:
            self.active_leases = absent
        else:
            left -= 1
            self.active_leases = src_dict["active_leases"]

        if not left or "total_leases" not in src_dict:
            self.total_leases = absent
        else:
            left -= 1
            self.total_leases = src_dict["total_leases"]

        if not left or "total_spend_usd" not in src_dict:
            self.total_spend_usd = absent
        else:
            left -= 1
            self.total_spend_usd = src_dict["total_spend_usd"]

        if not left or "total_receipts" not in src_dict:
            self.total_receipts = absent
        else:
            left -= 1
            self.total_receipts = src_dict["total_receipts"]

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
