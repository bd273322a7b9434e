from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"name", "authorized_actions", "spending_limit", "currency", "environment", "description"})


@_define(repr=False)
class AgentRegister(_Model):
    """A new agent.

    Attributes:
        name: Name of the agent, 2 to 100 characters.
        authorized_actions: Names of the actions that the agent may execute; free text.
        spending_limit: Largest amount of one transaction, in `currency`.
        currency: ISO 4217 code; the server's default is USD.
        environment: Environment of an agent; the server's default at registration is production. The
            pages of the endpoints list `production` and `staging`, the SDK pages pass `sandbox`.
        description: What the agent does, up to 500 characters.
    """

    name: str
    authorized_actions: list[str]
    spending_limit: float
    currency: str | Unset = UNSET
    environment: str | Unset = UNSET
    description: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AgentRegister")

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
        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.authorized_actions
        if value is not UNSET and value is not None:
            field_dict["authorized_actions"] = value

        value = self.spending_limit
        if value is not UNSET and value is not None:
            field_dict["spending_limit"] = value

        value = self.currency
        if value is not UNSET and value is not None:
            field_dict["currency"] = value

        value = self.environment
        if value is not UNSET and value is not None:
            field_dict["environment"] = value

        value = self.description
        if value is not UNSET and value is not None:
            field_dict["description"] = value

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
            value = src_dict["name"]
        except KeyError:
            value = None
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        try:
            value = src_dict["authorized_actions"]
        except KeyError:
            value = None
        if value is None:
            self.authorized_actions = absent
            missing += 1
        else:
            self.authorized_actions = value

        try:
            value = src_dict["spending_limit"]
        except KeyError:
            value = None
        if value is None:
            self.spending_limit = absent
            missing += 1
        else:
            self.spending_limit = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        get = src_dict.get
        if not left or (value := get("currency")) is None:
            self.currency = absent
        else:
            left -= 1
            self.currency = value

        if not left or (value := get("environment")) is None:
            self.environment = absent
        else:
            left -= 1
            self.environment = value

        if not left or (value := get("description")) is None:
            self.description = absent
        else:
            left -= 1
            self.description = value

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
