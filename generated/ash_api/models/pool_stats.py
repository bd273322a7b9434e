from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object

_KNOWN = frozenset(
    {
        "total",
        "cold",
        "warming",
        "warm",
        "waiting",
        "running",
        "maxCapacity",
        "resumeWarmHits",
        "resumeColdHits",
        "preWarmHits",
    }
)


@_define(repr=False)
class PoolStats(_Model):
    """The sandboxes of the server by state, and how sessions were resumed.

    Attributes:
        total: All sandboxes.
        cold: Sandboxes without a process.
        warming: Sandboxes that start.
        warm: Sandboxes that are ready and not used.
        waiting: Sandboxes of sessions that wait for a message.
        running: Sandboxes of sessions within a turn.
        max_capacity: The most sandboxes there can be.
        resume_warm_hits: Sessions resumed in their living process.
        resume_cold_hits: Sessions resumed in a new sandbox.
        pre_warm_hits: Sessions that took a warm sandbox.
    """

    total: int
    cold: int
    warming: int
    warm: int
    waiting: int
    running: int
    max_capacity: int
    resume_warm_hits: int
    resume_cold_hits: int
    pre_warm_hits: int
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "PoolStats")

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
        value = self.total
        if value is not UNSET and value is not None:
            field_dict["total"] = value

        value = self.cold
        if value is not UNSET and value is not None:
            field_dict["cold"] = value

        value = self.warming
        if value is not UNSET and value is not None:
            field_dict["warming"] = value

        value = self.warm
        if value is not UNSET and value is not None:
            field_dict["warm"] = value

        value = self.waiting
        if value is not UNSET and value is not None:
            field_dict["waiting"] = value

        value = self.running
        if value is not UNSET and value is not None:
            field_dict["running"] = value

        value = self.max_capacity
        if value is not UNSET and value is not None:
            field_dict["maxCapacity"] = value

        value = self.resume_warm_hits
        if value is not UNSET and value is not None:
            field_dict["resumeWarmHits"] = value

        value = self.resume_cold_hits
        if value is not UNSET and value is not None:
            field_dict["resumeColdHits"] = value

        value = self.pre_warm_hits
        if value is not UNSET and value is not None:
            field_dict["preWarmHits"] = value

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
            value = src_dict["total"]
        except KeyError:
            value = None
        if value is None:
            self.total = absent
            missing += 1
        else:
            self.total = value

        try:
            value = src_dict["cold"]
        except KeyError:
            value = None
        if value is None:
            self.cold = absent
            missing += 1
        else:
            self.cold = value

        try:
            value = src_dict["warming"]
        except KeyError:
            value = None
        if value is None:
            self.warming = absent
            missing += 1
        else:
            self.warming = value

        try:
            value = src_dict["warm"]
        except KeyError:
            value = None
        if value is None:
            self.warm = absent
            missing += 1
        else:
            self.warm = value

        try:
            value = src_dict["waiting"]
        except KeyError:
            value = None
        if value is None:
            self.waiting = absent
            missing += 1
        else:
            self.waiting = value

        try:
            value = src_dict["running"]
        except KeyError:
            value = None
        if value is None:
            self.running = absent
            missing += 1
        else:
            self.running = value

        try:
            value = src_dict["maxCapacity"]
        except KeyError:
            value = None
        if value is None:
            self.max_capacity = absent
            missing += 1
        else:
            self.max_capacity = value

        try:
            value = src_dict["resumeWarmHits"]
        except KeyError:
            value = None
        if value is None:
            self.resume_warm_hits = absent
            missing += 1
        else:
            self.resume_warm_hits = value

        try:
            value = src_dict["resumeColdHits"]
        except KeyError:
            value = None
        if value is None:
            self.resume_cold_hits = absent
            missing += 1
        else:
            self.resume_cold_hits = value

        try:
            value = src_dict["preWarmHits"]
        except KeyError:
            value = None
        if value is None:
            self.pre_warm_hits = absent
            missing += 1
        else:
            self.pre_warm_hits = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 10 + missing
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
