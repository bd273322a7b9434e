from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "class_id",
        "total_quantity",
        "instance_count",
        "freshness",
        "server_correlation_id",
        "client_correlation_id",
    }
)


@_define(repr=False)
class ClassStatsResponse(_Model):
    """Statistics of a class. Its members are not documented.

    Attributes:
        class_id: The class.
        total_quantity: How much there is of it.
        instance_count: How many instances there are of it.
        freshness: How far the projection is behind the log.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    class_id: int | None | str | Unset = UNSET
    total_quantity: float | None | str | Unset = UNSET
    instance_count: int | None | Unset = UNSET
    freshness: Freshness | Unset = UNSET
    server_correlation_id: None | str | Unset = UNSET
    client_correlation_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ClassStatsResponse")

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
        value = self.class_id
        if value is not UNSET:
            field_dict["class_id"] = value

        value = self.total_quantity
        if value is not UNSET:
            field_dict["total_quantity"] = value

        value = self.instance_count
        if value is not UNSET:
            field_dict["instance_count"] = value

        value = self.freshness
        if value is not UNSET and value is not None:
            field_dict["freshness"] = plain(value)

        value = self.server_correlation_id
        if value is not UNSET:
            field_dict["server_correlation_id"] = value

        value = self.client_correlation_id
        if value is not UNSET:
            field_dict["client_correlation_id"] = value

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
        get = src_dict.get
        if not left or "class_id" not in src_dict:
            self.class_id = absent
        else:
            left -= 1
            self.class_id = src_dict["class_id"]

        if not left or "total_quantity" not in src_dict:
            self.total_quantity = absent
        else:
            left -= 1
            self.total_quantity = src_dict["total_quantity"]

        if not left or "instance_count" not in src_dict:
            self.instance_count = absent
        else:
            left -= 1
            self.instance_count = src_dict["instance_count"]

        if not left or (value := get("freshness")) is None:
            self.freshness = absent
        else:
            left -= 1
            self.freshness = Freshness.from_dict(value) if isinstance(value, dict) else value

        if not left or "server_correlation_id" not in src_dict:
            self.server_correlation_id = absent
        else:
            left -= 1
            self.server_correlation_id = src_dict["server_correlation_id"]

        if not left or "client_correlation_id" not in src_dict:
            self.client_correlation_id = absent
        else:
            left -= 1
            self.client_correlation_id = src_dict["client_correlation_id"]

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


from ..models.freshness import Freshness  # noqa: E402
