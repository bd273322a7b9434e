from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object

_KNOWN = frozenset({"agent_id", "agent_name", "score", "assessment"})


@_define(repr=False)
class CounterpartyTrust(_Model):
    """Trust of the agent who receives.

    Attributes:
        agent_id: Id of the agent.
        agent_name: Name of the agent.
        score: Trust score, 0 to 1000.
        assessment: Tier of a trust score: `Verified` (900 and more), `Trusted` (700 to 899), `Caution`
            (400 to 699), `High Risk` (less than 400). The Python SDK page also names `Moderate`.
    """

    agent_id: str
    agent_name: str
    score: int
    assessment: str
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CounterpartyTrust")

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
        value = self.agent_id
        if value is not UNSET and value is not None:
            field_dict["agent_id"] = value

        value = self.agent_name
        if value is not UNSET and value is not None:
            field_dict["agent_name"] = value

        value = self.score
        if value is not UNSET and value is not None:
            field_dict["score"] = value

        value = self.assessment
        if value is not UNSET and value is not None:
            field_dict["assessment"] = value

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
            value = src_dict["agent_id"]
        except KeyError:
            value = None
        if value is None:
            self.agent_id = absent
            missing += 1
        else:
            self.agent_id = value

        try:
            value = src_dict["agent_name"]
        except KeyError:
            value = None
        if value is None:
            self.agent_name = absent
            missing += 1
        else:
            self.agent_name = value

        try:
            value = src_dict["score"]
        except KeyError:
            value = None
        if value is None:
            self.score = absent
            missing += 1
        else:
            self.score = value

        try:
            value = src_dict["assessment"]
        except KeyError:
            value = None
        if value is None:
            self.assessment = absent
            missing += 1
        else:
            self.assessment = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
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
