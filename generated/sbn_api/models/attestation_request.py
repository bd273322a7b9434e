from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

_KNOWN = frozenset(
    {
        "slot_id",
        "snap_hash",
        "snap_version",
        "frontier_id",
        "target_project_id",
        "type",
        "domain",
        "metadata",
        "metrics",
    }
)


@_define(repr=False)
class AttestationRequest(_Model):
    """A hash to attest.

    Attributes:
        slot_id: The slot that the hash belongs to.
        snap_hash: The hash, as the caller has it; the project page shows a prefix, `sha256:`.
        snap_version: Version of the hash; the package sends `1`.
        frontier_id: The frontier; it is in `metadata` as well.
        target_project_id: The project that it is for; in `metadata` and a header as well.
        type_: Type of the block.
        domain: Domain of the block.
        metadata: Any JSON object.
        metrics: Any JSON object.
    """

    slot_id: str
    snap_hash: str
    snap_version: str
    frontier_id: str | Unset = UNSET
    target_project_id: str | Unset = UNSET
    type_: str | Unset = UNSET
    domain: str | Unset = UNSET
    metadata: JsonObject | Unset = UNSET
    metrics: JsonObject | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AttestationRequest")

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
        value = self.slot_id
        if value is not UNSET and value is not None:
            field_dict["slot_id"] = value

        value = self.snap_hash
        if value is not UNSET and value is not None:
            field_dict["snap_hash"] = value

        value = self.snap_version
        if value is not UNSET and value is not None:
            field_dict["snap_version"] = value

        value = self.frontier_id
        if value is not UNSET and value is not None:
            field_dict["frontier_id"] = value

        value = self.target_project_id
        if value is not UNSET and value is not None:
            field_dict["target_project_id"] = value

        value = self.type_
        if value is not UNSET and value is not None:
            field_dict["type"] = value

        value = self.domain
        if value is not UNSET and value is not None:
            field_dict["domain"] = value

        value = self.metadata
        if value is not UNSET and value is not None:
            field_dict["metadata"] = plain(value)

        value = self.metrics
        if value is not UNSET and value is not None:
            field_dict["metrics"] = plain(value)

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
        value = get("slot_id")
        if value is None:
            self.slot_id = absent
            missing += 1
        else:
            self.slot_id = value

        value = get("snap_hash")
        if value is None:
            self.snap_hash = absent
            missing += 1
        else:
            self.snap_hash = value

        value = get("snap_version")
        if value is None:
            self.snap_version = absent
            missing += 1
        else:
            self.snap_version = value

        value = get("frontier_id")
        if value is None:
            self.frontier_id = absent
            missing += 1
        else:
            self.frontier_id = value

        value = get("target_project_id")
        if value is None:
            self.target_project_id = absent
            missing += 1
        else:
            self.target_project_id = value

        value = get("type")
        if value is None:
            self.type_ = absent
            missing += 1
        else:
            self.type_ = value

        value = get("domain")
        if value is None:
            self.domain = absent
            missing += 1
        else:
            self.domain = value

        value = get("metadata")
        if value is None:
            self.metadata = absent
            missing += 1
        else:
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("metrics")
        if value is None:
            self.metrics = absent
            missing += 1
        else:
            self.metrics = JsonObject.from_dict(value) if isinstance(value, dict) else value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 9:
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
