from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"y", "x", "frontier_id", "c_max", "var_y", "var_x", "var_cmax", "n", "cov_yx", "alpha", "csk"}
)


@_define(repr=False)
class GecComputeRequest(_Model):
    """What a coefficient is computed from.

    Attributes:
        y: Outcome.
        x: Input.
        frontier_id: The frontier to measure against.
        c_max: Capacity, when no frontier gives it.
        var_y: Variance of y; sent only when it is not 0.
        var_x: Variance of x; sent only when it is not 0.
        var_cmax: Variance of the capacity; sent only when it is not 0.
        n: Number of observations.
        cov_yx: Covariance of y and x.
        alpha: Level of significance; sent only when it is not 0.05.
        csk: Any JSON object.
    """

    y: float
    x: float
    frontier_id: str | Unset = UNSET
    c_max: float | Unset = UNSET
    var_y: float | Unset = UNSET
    var_x: float | Unset = UNSET
    var_cmax: float | Unset = UNSET
    n: int | Unset = UNSET
    cov_yx: float | Unset = UNSET
    alpha: float | Unset = UNSET
    csk: JsonObject | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "GecComputeRequest")

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
        value = self.y
        if value is not UNSET and value is not None:
            field_dict["y"] = value

        value = self.x
        if value is not UNSET and value is not None:
            field_dict["x"] = value

        value = self.frontier_id
        if value is not UNSET and value is not None:
            field_dict["frontier_id"] = value

        value = self.c_max
        if value is not UNSET and value is not None:
            field_dict["c_max"] = value

        value = self.var_y
        if value is not UNSET and value is not None:
            field_dict["var_y"] = value

        value = self.var_x
        if value is not UNSET and value is not None:
            field_dict["var_x"] = value

        value = self.var_cmax
        if value is not UNSET and value is not None:
            field_dict["var_cmax"] = value

        value = self.n
        if value is not UNSET and value is not None:
            field_dict["n"] = value

        value = self.cov_yx
        if value is not UNSET and value is not None:
            field_dict["cov_yx"] = value

        value = self.alpha
        if value is not UNSET and value is not None:
            field_dict["alpha"] = value

        value = self.csk
        if value is not UNSET and value is not None:
            field_dict["csk"] = plain(value)

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
            value = src_dict["y"]
        except KeyError:
            value = None
        if value is None:
            self.y = absent
            missing += 1
        else:
            self.y = value

        try:
            value = src_dict["x"]
        except KeyError:
            value = None
        if value is None:
            self.x = absent
            missing += 1
        else:
            self.x = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 2 + missing
        get = src_dict.get
        if not left or (value := get("frontier_id")) is None:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = value

        if not left or (value := get("c_max")) is None:
            self.c_max = absent
        else:
            left -= 1
            self.c_max = value

        if not left or (value := get("var_y")) is None:
            self.var_y = absent
        else:
            left -= 1
            self.var_y = value

        if not left or (value := get("var_x")) is None:
            self.var_x = absent
        else:
            left -= 1
            self.var_x = value

        if not left or (value := get("var_cmax")) is None:
            self.var_cmax = absent
        else:
            left -= 1
            self.var_cmax = value

        if not left or (value := get("n")) is None:
            self.n = absent
        else:
            left -= 1
            self.n = value

        if not left or (value := get("cov_yx")) is None:
            self.cov_yx = absent
        else:
            left -= 1
            self.cov_yx = value

        if not left or (value := get("alpha")) is None:
            self.alpha = absent
        else:
            left -= 1
            self.alpha = value

        if not left or (value := get("csk")) is None:
            self.csk = absent
        else:
            left -= 1
            self.csk = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
