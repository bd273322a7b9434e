from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_tagged,
    plain,
)

_KNOWN = frozenset({"kind", "container_id", "external_id", "owner", "policies"})


@_define(repr=False)
class CreateContainerArgs(_Model):
    """Arguments of CreateContainer.

    Attributes:
        kind: What kind of container, with its measures.
        container_id: An external id; the Python SDK page shows integers.
        external_id: An external id; the Python SDK page shows integers.
        owner: Owner of a container, or null.
        policies: Policies of a container, or null. Their content is not documented.
    """

    kind: BalanceKind | ContinuousGrid2DKind | ContinuousLine1DKind | GridKind | OtherKind | SlotsKind
    container_id: int | str | Unset = UNSET
    external_id: int | str | Unset = UNSET
    owner: int | None | Unset = UNSET
    policies: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CreateContainerArgs")

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
        value = self.kind
        if value is not UNSET and value is not None:
            field_dict["kind"] = plain(value)

        value = self.container_id
        if value is not UNSET and value is not None:
            field_dict["container_id"] = value

        value = self.external_id
        if value is not UNSET and value is not None:
            field_dict["external_id"] = value

        value = self.owner
        if value is not UNSET:
            field_dict["owner"] = value

        value = self.policies
        if value is not UNSET:
            field_dict["policies"] = plain(value)

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
            value = src_dict["kind"]
        except KeyError:
            value = None
        if value is None:
            self.kind = absent
            missing += 1
        else:
            self.kind = parse_tagged(value, "type", _KIND_VARIANTS) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("container_id")) is None:
            self.container_id = absent
        else:
            left -= 1
            self.container_id = value

        if not left or (value := get("external_id")) is None:
            self.external_id = absent
        else:
            left -= 1
            self.external_id = value

        if not left or "owner" not in src_dict:
            self.owner = absent
        else:
            left -= 1
            self.owner = src_dict["owner"]

        if not left or "policies" not in src_dict:
            self.policies = absent
        elif (value := src_dict["policies"]) is None:
            self.policies = None
            left -= 1
        else:
            left -= 1
            self.policies = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.balance_kind import BalanceKind  # noqa: E402
from ..models.continuous_grid_2d_kind import ContinuousGrid2DKind  # noqa: E402
from ..models.continuous_line_1d_kind import ContinuousLine1DKind  # noqa: E402
from ..models.grid_kind import GridKind  # noqa: E402
from ..models.json_object import JsonObject  # noqa: E402
from ..models.other_kind import OtherKind  # noqa: E402
from ..models.slots_kind import SlotsKind  # noqa: E402

_KIND_VARIANTS = {
    "balance": BalanceKind,
    "grid": GridKind,
    "slots": SlotsKind,
    "continuous_line_1d": ContinuousLine1DKind,
    "continuous_grid_2d": ContinuousGrid2DKind,
    "OtherKind": OtherKind,
}
