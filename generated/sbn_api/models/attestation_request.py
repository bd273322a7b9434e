from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

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
        if type(src_dict) is not dict:
            src_dict = _object(cls, src_dict)
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        try:
            value = src_dict["slot_id"]
        except KeyError:
            value = None
        if value is None:
            self.slot_id = absent
            missing += 1
        else:
            self.slot_id = value

        try:
            value = src_dict["snap_hash"]
        except KeyError:
            value = None
        if value is None:
            self.snap_hash = absent
            missing += 1
        else:
            self.snap_hash = value

        try:
            value = src_dict["snap_version"]
        except KeyError:
            value = None
        if value is None:
            self.snap_version = absent
            missing += 1
        else:
            self.snap_version = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        get = src_dict.get
        if not left or (value := get("frontier_id")) is None:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = value

        if not left or (value := get("target_project_id")) is None:
            self.target_project_id = absent
        else:
            left -= 1
            self.target_project_id = value

        if not left or (value := get("type")) is None:
            self.type_ = absent
        else:
            left -= 1
            self.type_ = value

        if not left or (value := get("domain")) is None:
            self.domain = absent
        else:
            left -= 1
            self.domain = value

        if not left or (value := get("metadata")) is None:
            self.metadata = absent
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("metrics")) is None:
            self.metrics = absent
        else:
            left -= 1
            self.metrics = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
