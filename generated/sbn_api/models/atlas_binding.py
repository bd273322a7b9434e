from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset

_KNOWN = frozenset(
    {
        "workflow",
        "frontier",
        "c_max",
        "regime",
        "metallic_label",
        "lambda_score",
        "auto_provisioned",
        "env_prefix",
    }
)


@_define(repr=False)
class AtlasBinding(_Model):
    """A workflow with the state of its frontier.

    Attributes:
        workflow: The workflow.
        frontier: The frontier.
        c_max: Its capacity.
        regime: Its regime.
        metallic_label: Its metal.
        lambda_score: Its score.
        auto_provisioned: Whether the frontier was provisioned for it.
        env_prefix: What its variables begin with.
    """

    workflow: None | str | Unset = UNSET
    frontier: None | str | Unset = UNSET
    c_max: float | None | Unset = UNSET
    regime: None | str | Unset = UNSET
    metallic_label: None | str | Unset = UNSET
    lambda_score: float | None | Unset = UNSET
    auto_provisioned: bool | None | Unset = UNSET
    env_prefix: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AtlasBinding")

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
        value = self.workflow
        if value is not UNSET:
            field_dict["workflow"] = value

        value = self.frontier
        if value is not UNSET:
            field_dict["frontier"] = value

        value = self.c_max
        if value is not UNSET:
            field_dict["c_max"] = value

        value = self.regime
        if value is not UNSET:
            field_dict["regime"] = value

        value = self.metallic_label
        if value is not UNSET:
            field_dict["metallic_label"] = value

        value = self.lambda_score
        if value is not UNSET:
            field_dict["lambda_score"] = value

        value = self.auto_provisioned
        if value is not UNSET:
            field_dict["auto_provisioned"] = value

        value = self.env_prefix
        if value is not UNSET:
            field_dict["env_prefix"] = value

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
        value = get("workflow", UNSET)
        if value is UNSET:
            self.workflow = absent
            missing += 1
        else:
            self.workflow = value

        value = get("frontier", UNSET)
        if value is UNSET:
            self.frontier = absent
            missing += 1
        else:
            self.frontier = value

        value = get("c_max", UNSET)
        if value is UNSET:
            self.c_max = absent
            missing += 1
        else:
            self.c_max = value

        value = get("regime", UNSET)
        if value is UNSET:
            self.regime = absent
            missing += 1
        else:
            self.regime = value

        value = get("metallic_label", UNSET)
        if value is UNSET:
            self.metallic_label = absent
            missing += 1
        else:
            self.metallic_label = value

        value = get("lambda_score", UNSET)
        if value is UNSET:
            self.lambda_score = absent
            missing += 1
        else:
            self.lambda_score = value

        value = get("auto_provisioned", UNSET)
        if value is UNSET:
            self.auto_provisioned = absent
            missing += 1
        else:
            self.auto_provisioned = value

        value = get("env_prefix", UNSET)
        if value is UNSET:
            self.env_prefix = absent
            missing += 1
        else:
            self.env_prefix = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 8:
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
