from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object, plain

_KNOWN = frozenset(
    {
        "customer_id",
        "month",
        "tier",
        "tasks_settled",
        "total_cost_sats",
        "total_cost_usd_estimate",
        "worker_payouts_sats",
        "platform_fee_sats",
        "daily_breakdown",
    }
)


@_define(repr=False)
class Usage(_Model):
    """The usage of a month.

    Attributes:
        customer_id: Id of the customer.
        month: The month as `YYYY-MM`.
        tier: Tier of a customer.
        tasks_settled: Tasks that were settled.
        total_cost_sats: Payouts and fee, in satoshis.
        total_cost_usd_estimate: The same in US dollars, roughly.
        worker_payouts_sats: What the workers got, in satoshis.
        platform_fee_sats: What the platform got, in satoshis.
        daily_breakdown: The days of the month on which tasks were settled.
    """

    customer_id: str
    month: str
    tier: str
    tasks_settled: int
    total_cost_sats: int
    total_cost_usd_estimate: float
    worker_payouts_sats: int
    platform_fee_sats: int
    daily_breakdown: list[DailyUsage]
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Usage")

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
        value = self.customer_id
        if value is not UNSET and value is not None:
            field_dict["customer_id"] = value

        value = self.month
        if value is not UNSET and value is not None:
            field_dict["month"] = value

        value = self.tier
        if value is not UNSET and value is not None:
            field_dict["tier"] = value

        value = self.tasks_settled
        if value is not UNSET and value is not None:
            field_dict["tasks_settled"] = value

        value = self.total_cost_sats
        if value is not UNSET and value is not None:
            field_dict["total_cost_sats"] = value

        value = self.total_cost_usd_estimate
        if value is not UNSET and value is not None:
            field_dict["total_cost_usd_estimate"] = value

        value = self.worker_payouts_sats
        if value is not UNSET and value is not None:
            field_dict["worker_payouts_sats"] = value

        value = self.platform_fee_sats
        if value is not UNSET and value is not None:
            field_dict["platform_fee_sats"] = value

        value = self.daily_breakdown
        if value is not UNSET and value is not None:
            field_dict["daily_breakdown"] = plain(value)

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
            value = src_dict["customer_id"]
        except KeyError:
            value = None
        if value is None:
            self.customer_id = absent
            missing += 1
        else:
            self.customer_id = value

        try:
            value = src_dict["month"]
        except KeyError:
            value = None
        if value is None:
            self.month = absent
            missing += 1
        else:
            self.month = value

        try:
            value = src_dict["tier"]
        except KeyError:
            value = None
        if value is None:
            self.tier = absent
            missing += 1
        else:
            self.tier = value

        try:
            value = src_dict["tasks_settled"]
        except KeyError:
            value = None
        if value is None:
            self.tasks_settled = absent
            missing += 1
        else:
            self.tasks_settled = value

        try:
            value = src_dict["total_cost_sats"]
        except KeyError:
            value = None
        if value is None:
            self.total_cost_sats = absent
            missing += 1
        else:
            self.total_cost_sats = value

        try:
            value = src_dict["total_cost_usd_estimate"]
        except KeyError:
            value = None
        if value is None:
            self.total_cost_usd_estimate = absent
            missing += 1
        else:
            self.total_cost_usd_estimate = value

        try:
            value = src_dict["worker_payouts_sats"]
        except KeyError:
            value = None
        if value is None:
            self.worker_payouts_sats = absent
            missing += 1
        else:
            self.worker_payouts_sats = value

        try:
            value = src_dict["platform_fee_sats"]
        except KeyError:
            value = None
        if value is None:
            self.platform_fee_sats = absent
            missing += 1
        else:
            self.platform_fee_sats = value

        try:
            value = src_dict["daily_breakdown"]
        except KeyError:
            value = None
        if value is None:
            self.daily_breakdown = absent
            missing += 1
        else:
            self.daily_breakdown = (
                [DailyUsage.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 9 + missing
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


from ..models.daily_usage import DailyUsage  # noqa: E402
