from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"gec0", "ci", "metallic_label", "csk", "lambda_score", "attractor", "frontier"})


@_define(repr=False)
class GecCoefficient(_Model):
    """A coefficient and what follows from it.

    Attributes:
        gec0: The coefficient.
        ci: Its confidence interval; the shape is not known.
        metallic_label: Metal.
        csk: Dimensions; the shape is not known.
        lambda_score: Score.
        attractor: Attractor, of any type.
        frontier: The frontier, of any type.
    """

    gec0: float
    ci: Any
    metallic_label: str
    csk: Any | Unset = UNSET
    lambda_score: float | None | Unset = UNSET
    attractor: Any | Unset = UNSET
    frontier: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "GecCoefficient")

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
        value = self.gec0
        if value is not UNSET and value is not None:
            field_dict["gec0"] = value

        value = self.ci
        if value is not UNSET:
            field_dict["ci"] = value

        value = self.metallic_label
        if value is not UNSET and value is not None:
            field_dict["metallic_label"] = value

        value = self.csk
        if value is not UNSET:
            field_dict["csk"] = value

        value = self.lambda_score
        if value is not UNSET:
            field_dict["lambda_score"] = value

        value = self.attractor
        if value is not UNSET:
            field_dict["attractor"] = value

        value = self.frontier
        if value is not UNSET:
            field_dict["frontier"] = value

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
            value = src_dict["gec0"]
        except KeyError:
            value = None
        if value is None:
            self.gec0 = absent
            missing += 1
        else:
            self.gec0 = value

        try:
            value = src_dict["ci"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.ci = absent
            missing += 1
        else:
            self.ci = value

        try:
            value = src_dict["metallic_label"]
        except KeyError:
            value = None
        if value is None:
            self.metallic_label = absent
            missing += 1
        else:
            self.metallic_label = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        if not left or "csk" not in src_dict:
            self.csk = absent
        else:
            left -= 1
            self.csk = src_dict["csk"]

        if not left or "lambda_score" not in src_dict:
            self.lambda_score = absent
        else:
            left -= 1
            self.lambda_score = src_dict["lambda_score"]

        if not left or "attractor" not in src_dict:
            self.attractor = absent
        else:
            left -= 1
            self.attractor = src_dict["attractor"]

        if not left or "frontier" not in src_dict:
            self.frontier = absent
        else:
            left -= 1
            self.frontier = src_dict["frontier"]

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
