from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"model", "allowedTools", "disallowedTools", "betas", "subagents", "initialAgent"})


@_define(repr=False)
class UpdateSessionConfigRequest(_Model):
    """Changes of a session; what is left out stays.

    Attributes:
        model: Model to use.
        allowed_tools: Tools that the agent may use.
        disallowed_tools: Tools that the agent must not use.
        betas: Beta features of the model to turn on.
        subagents: Further agents by name.
        initial_agent: Name of the one among them that begins.
    """

    model: str | Unset = UNSET
    allowed_tools: list[str] | Unset = UNSET
    disallowed_tools: list[str] | Unset = UNSET
    betas: list[str] | Unset = UNSET
    subagents: UpdateSessionConfigRequestSubagents | Unset = UNSET
    initial_agent: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "UpdateSessionConfigRequest")

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
        value = self.model
        if value is not UNSET and value is not None:
            field_dict["model"] = value

        value = self.allowed_tools
        if value is not UNSET and value is not None:
            field_dict["allowedTools"] = value

        value = self.disallowed_tools
        if value is not UNSET and value is not None:
            field_dict["disallowedTools"] = value

        value = self.betas
        if value is not UNSET and value is not None:
            field_dict["betas"] = value

        value = self.subagents
        if value is not UNSET and value is not None:
            field_dict["subagents"] = plain(value)

        value = self.initial_agent
        if value is not UNSET and value is not None:
            field_dict["initialAgent"] = value

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        get = src_dict.get
        if not left or (value := get("model")) is None:
            self.model = absent
        else:
            left -= 1
            self.model = value

        if not left or (value := get("allowedTools")) is None:
            self.allowed_tools = absent
        else:
            left -= 1
            self.allowed_tools = value

        if not left or (value := get("disallowedTools")) is None:
            self.disallowed_tools = absent
        else:
            left -= 1
            self.disallowed_tools = value

        if not left or (value := get("betas")) is None:
            self.betas = absent
        else:
            left -= 1
            self.betas = value

        if not left or (value := get("subagents")) is None:
            self.subagents = absent
        else:
            left -= 1
            self.subagents = (
                UpdateSessionConfigRequestSubagents.from_dict(value) if isinstance(value, dict) else value
            )

        if not left or (value := get("initialAgent")) is None:
            self.initial_agent = absent
        else:
            left -= 1
            self.initial_agent = value

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


from ..models.update_session_config_request_subagents import UpdateSessionConfigRequestSubagents  # noqa: E402
