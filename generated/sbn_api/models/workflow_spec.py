from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"workflow", "frontier_id", "pulse_type", "event_types"})


@_define(repr=False)
class WorkflowSpec(_Model):
    """A workflow of an app.

    Attributes:
        workflow: Name of the workflow.
        frontier_id: Its frontier; null to have one provisioned.
        pulse_type: How the frontier is fed.
        event_types: Types of its events.
    """

    workflow: None | str
    frontier_id: None | str | Unset = UNSET
    pulse_type: None | str | Unset = UNSET
    event_types: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "WorkflowSpec")

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

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.pulse_type
        if value is not UNSET:
            field_dict["pulse_type"] = value

        value = self.event_types
        if value is not UNSET:
            field_dict["event_types"] = value

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
            value = src_dict["workflow"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.workflow = absent
            missing += 1
        else:
            self.workflow = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "pulse_type" not in src_dict:
            self.pulse_type = absent
        else:
            left -= 1
            self.pulse_type = src_dict["pulse_type"]

        if not left or "event_types" not in src_dict:
            self.event_types = absent
        else:
            left -= 1
            self.event_types = src_dict["event_types"]

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
