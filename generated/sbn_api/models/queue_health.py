from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"total", "tenants", "ready_now", "queued_pending", "by_status", "oldest_ready_at", "recent_failures"}
)


@_define(repr=False)
class QueueHealth(_Model):
    """The attestation queue.

    Attributes:
        total: Number of items.
        tenants: Tenants in it.
        ready_now: Items that are ready.
        queued_pending: Items that wait.
        by_status: Number of items by their state.
        oldest_ready_at: Since when the oldest one is ready.
        recent_failures: What failed lately.
    """

    total: Any | Unset = UNSET
    tenants: Any | Unset = UNSET
    ready_now: Any | Unset = UNSET
    queued_pending: Any | Unset = UNSET
    by_status: JsonObject | None | Unset = UNSET
    oldest_ready_at: None | str | Unset = UNSET
    recent_failures: list[QueueItem] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "QueueHealth")

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
        if value is not UNSET:
            field_dict["total"] = value

        value = self.tenants
        if value is not UNSET:
            field_dict["tenants"] = value

        value = self.ready_now
        if value is not UNSET:
            field_dict["ready_now"] = value

        value = self.queued_pending
        if value is not UNSET:
            field_dict["queued_pending"] = value

        value = self.by_status
        if value is not UNSET:
            field_dict["by_status"] = plain(value)

        value = self.oldest_ready_at
        if value is not UNSET:
            field_dict["oldest_ready_at"] = value

        value = self.recent_failures
        if value is not UNSET:
            field_dict["recent_failures"] = plain(value)

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
        if not left or "total" not in src_dict:
            self.total = absent
        else:
            left -= 1
            self.total = src_dict["total"]

        if not left or "tenants" not in src_dict:
            self.tenants = absent
        else:
            left -= 1
            self.tenants = src_dict["tenants"]

        if not left or "ready_now" not in src_dict:
            self.ready_now = absent
        else:
            left -= 1
            self.ready_now = src_dict["ready_now"]

        if not left or "queued_pending" not in src_dict:
            self.queued_pending = absent
        else:
            left -= 1
            self.queued_pending = src_dict["queued_pending"]

        if not left or "by_status" not in src_dict:
            self.by_status = absent
        elif (value := src_dict["by_status"]) is None:
            self.by_status = None
            left -= 1
        else:
            left -= 1
            self.by_status = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "oldest_ready_at" not in src_dict:
            self.oldest_ready_at = absent
        else:
            left -= 1
            self.oldest_ready_at = src_dict["oldest_ready_at"]

        if not left or "recent_failures" not in src_dict:
            self.recent_failures = absent
        elif (value := src_dict["recent_failures"]) is None:
            self.recent_failures = None
            left -= 1
        else:
            left -= 1
            self.recent_failures = (
                [QueueItem.from_dict(item) if isinstance(item, dict) else item for item in value]
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


from ..models.json_object import JsonObject  # noqa: E402
from ..models.queue_item import QueueItem  # noqa: E402
