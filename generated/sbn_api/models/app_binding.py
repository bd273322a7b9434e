from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset

_KNOWN = frozenset({"workflow", "frontier", "source_kind", "auto_provisioned", "pulse_type", "event_types"})


@_define(repr=False)
class AppBinding(_Model):
    """A workflow and its frontier.

    Attributes:
        workflow: The workflow.
        frontier: The frontier.
        source_kind: Where the binding comes from.
        auto_provisioned: Whether the frontier was provisioned for it.
        pulse_type: How it is fed.
        event_types: Types of its events.
    """

    workflow: None | str | Unset = UNSET
    frontier: None | str | Unset = UNSET
    source_kind: None | str | Unset = UNSET
    auto_provisioned: bool | None | Unset = UNSET
    pulse_type: None | str | Unset = UNSET
    event_types: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AppBinding")

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

        value = self.source_kind
        if value is not UNSET:
            field_dict["source_kind"] = value

        value = self.auto_provisioned
        if value is not UNSET:
            field_dict["auto_provisioned"] = value

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

        value = get("source_kind", UNSET)
        if value is UNSET:
            self.source_kind = absent
            missing += 1
        else:
            self.source_kind = value

        value = get("auto_provisioned", UNSET)
        if value is UNSET:
            self.auto_provisioned = absent
            missing += 1
        else:
            self.auto_provisioned = value

        value = get("pulse_type", UNSET)
        if value is UNSET:
            self.pulse_type = absent
            missing += 1
        else:
            self.pulse_type = value

        value = get("event_types", UNSET)
        if value is UNSET:
            self.event_types = absent
            missing += 1
        else:
            self.event_types = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 6:
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
