from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"step_id", "name", "skill", "dept", "description", "estimated_seconds", "meta", "step_type", "metadata"}
)


@_define(repr=False)
class LatticeStep(_Model):
    """A step of a workflow.

    Attributes:
        step_id: Id of the step.
        name: Name of the step.
        skill: What it takes.
        dept: Who does it.
        description: What is done.
        estimated_seconds: How long it may take, in seconds.
        meta: Anything, in an object.
        step_type: Type of the step.
        metadata: Anything, in an object; since 0.14.
    """

    step_id: str
    name: None | str | Unset = UNSET
    skill: Any | Unset = UNSET
    dept: Any | Unset = UNSET
    description: Any | Unset = UNSET
    estimated_seconds: Any | Unset = UNSET
    meta: Any | Unset = UNSET
    step_type: None | str | Unset = UNSET
    metadata: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "LatticeStep")

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
        value = self.step_id
        if value is not UNSET and value is not None:
            field_dict["step_id"] = value

        value = self.name
        if value is not UNSET:
            field_dict["name"] = value

        value = self.skill
        if value is not UNSET:
            field_dict["skill"] = value

        value = self.dept
        if value is not UNSET:
            field_dict["dept"] = value

        value = self.description
        if value is not UNSET:
            field_dict["description"] = value

        value = self.estimated_seconds
        if value is not UNSET:
            field_dict["estimated_seconds"] = value

        value = self.meta
        if value is not UNSET:
            field_dict["meta"] = value

        value = self.step_type
        if value is not UNSET:
            field_dict["step_type"] = value

        value = self.metadata
        if value is not UNSET:
            field_dict["metadata"] = value

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
            value = src_dict["step_id"]
        except KeyError:
            value = None
        if value is None:
            self.step_id = absent
            missing += 1
        else:
            self.step_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("name", UNSET)) is UNSET:
            self.name = absent
        else:
            left -= 1
            self.name = value

        if not left or (value := get("skill", UNSET)) is UNSET:
            self.skill = absent
        else:
            left -= 1
            self.skill = value

        if not left or (value := get("dept", UNSET)) is UNSET:
            self.dept = absent
        else:
            left -= 1
            self.dept = value

        if not left or (value := get("description", UNSET)) is UNSET:
            self.description = absent
        else:
            left -= 1
            self.description = value

        if not left or (value := get("estimated_seconds", UNSET)) is UNSET:
            self.estimated_seconds = absent
        else:
            left -= 1
            self.estimated_seconds = value

        if not left or (value := get("meta", UNSET)) is UNSET:
            self.meta = absent
        else:
            left -= 1
            self.meta = value

        if not left or (value := get("step_type", UNSET)) is UNSET:
            self.step_type = absent
        else:
            left -= 1
            self.step_type = value

        if not left or (value := get("metadata", UNSET)) is UNSET:
            self.metadata = absent
        else:
            left -= 1
            self.metadata = value

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
