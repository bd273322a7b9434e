from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"type", "balances", "placements", "slots", "grid", "continuous"})


@_define(repr=False)
class ContainerContents(_Model):
    """What a container holds. Which members are there depends on `type`: `balances` (balance, grid),
    `placements` (grid, continuous_1d, continuous_2d), `slots` (slots), `grid` (grid), `continuous`
    (continuous_1d, continuous_2d).

    Attributes:
        type_: Tag; not the one of the container's kind.
        balances: One entry for each class and key.
        placements: What stands in it.
        slots: The slots in order.
        grid: Measures of a grid.
        continuous: Any JSON object.
    """

    type_: str
    balances: list[BalanceEntry] | Unset = UNSET
    placements: list[Placement] | Unset = UNSET
    slots: list[SlotEntry] | Unset = UNSET
    grid: GridMeasures | Unset = UNSET
    continuous: JsonObject | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ContainerContents")

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
        value = self.type_
        if value is not UNSET and value is not None:
            field_dict["type"] = value

        value = self.balances
        if value is not UNSET and value is not None:
            field_dict["balances"] = plain(value)

        value = self.placements
        if value is not UNSET and value is not None:
            field_dict["placements"] = plain(value)

        value = self.slots
        if value is not UNSET and value is not None:
            field_dict["slots"] = plain(value)

        value = self.grid
        if value is not UNSET and value is not None:
            field_dict["grid"] = plain(value)

        value = self.continuous
        if value is not UNSET and value is not None:
            field_dict["continuous"] = plain(value)

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
            value = src_dict["type"]
        except KeyError:
            value = None
        if value is None:
            self.type_ = absent
            missing += 1
        else:
            self.type_ = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("balances")) is None:
            self.balances = absent
        else:
            left -= 1
            self.balances = (
                [BalanceEntry.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or (value := get("placements")) is None:
            self.placements = absent
        else:
            left -= 1
            self.placements = (
                [Placement.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or (value := get("slots")) is None:
            self.slots = absent
        else:
            left -= 1
            self.slots = (
                [SlotEntry.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or (value := get("grid")) is None:
            self.grid = absent
        else:
            left -= 1
            self.grid = GridMeasures.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("continuous")) is None:
            self.continuous = absent
        else:
            left -= 1
            self.continuous = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.balance_entry import BalanceEntry  # noqa: E402
from ..models.grid_measures import GridMeasures  # noqa: E402
from ..models.json_object import JsonObject  # noqa: E402
from ..models.placement import Placement  # noqa: E402
from ..models.slot_entry import SlotEntry  # noqa: E402
