from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

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
        value = get("y")
        if value is None:
            self.y = absent
            missing += 1
        else:
            self.y = value

        value = get("x")
        if value is None:
            self.x = absent
            missing += 1
        else:
            self.x = value

        value = get("frontier_id")
        if value is None:
            self.frontier_id = absent
            missing += 1
        else:
            self.frontier_id = value

        value = get("c_max")
        if value is None:
            self.c_max = absent
            missing += 1
        else:
            self.c_max = value

        value = get("var_y")
        if value is None:
            self.var_y = absent
            missing += 1
        else:
            self.var_y = value

        value = get("var_x")
        if value is None:
            self.var_x = absent
            missing += 1
        else:
            self.var_x = value

        value = get("var_cmax")
        if value is None:
            self.var_cmax = absent
            missing += 1
        else:
            self.var_cmax = value

        value = get("n")
        if value is None:
            self.n = absent
            missing += 1
        else:
            self.n = value

        value = get("cov_yx")
        if value is None:
            self.cov_yx = absent
            missing += 1
        else:
            self.cov_yx = value

        value = get("alpha")
        if value is None:
            self.alpha = absent
            missing += 1
        else:
            self.alpha = value

        value = get("csk")
        if value is None:
            self.csk = absent
            missing += 1
        else:
            self.csk = JsonObject.from_dict(value) if isinstance(value, dict) else value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 11:
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
