from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names

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
        try:
            get = src_dict.get
        except AttributeError:
            raise TypeError(
                f"{cls.__name__} is read from a JSON object, not from {type(src_dict).__name__}"
            ) from None
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        value = get("total")
        if value is None:
            self.total = absent
            missing += 1
        else:
            self.total = value

        value = get("cold")
        if value is None:
            self.cold = absent
            missing += 1
        else:
            self.cold = value

        value = get("warming")
        if value is None:
            self.warming = absent
            missing += 1
        else:
            self.warming = value

        value = get("warm")
        if value is None:
            self.warm = absent
            missing += 1
        else:
            self.warm = value

        value = get("waiting")
        if value is None:
            self.waiting = absent
            missing += 1
        else:
            self.waiting = value

        value = get("running")
        if value is None:
            self.running = absent
            missing += 1
        else:
            self.running = value

        value = get("maxCapacity")
        if value is None:
            self.max_capacity = absent
            missing += 1
        else:
            self.max_capacity = value

        value = get("resumeWarmHits")
        if value is None:
            self.resume_warm_hits = absent
            missing += 1
        else:
            self.resume_warm_hits = value

        value = get("resumeColdHits")
        if value is None:
            self.resume_cold_hits = absent
            missing += 1
        else:
            self.resume_cold_hits = value

        value = get("preWarmHits")
        if value is None:
            self.pre_warm_hits = absent
            missing += 1
        else:
            self.pre_warm_hits = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 10:
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
