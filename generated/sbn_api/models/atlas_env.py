from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"app_id", "client_id", "app_name", "bindings", "env_vars"})


@_define(repr=False)
class AtlasEnv(_Model):
    """What was provisioned for an app.

    Attributes:
        app_id: Id of the app.
        client_id: Id for the exchange of tokens.
        app_name: Name of the app.
        bindings: Workflows and frontiers.
        env_vars: The variables.
    """

    app_id: None | str | Unset = UNSET
    client_id: None | str | Unset = UNSET
    app_name: None | str | Unset = UNSET
    bindings: list[AtlasBinding] | None | Unset = UNSET
    env_vars: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AtlasEnv")

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
        value = self.app_id
        if value is not UNSET:
            field_dict["app_id"] = value

        value = self.client_id
        if value is not UNSET:
            field_dict["client_id"] = value

        value = self.app_name
        if value is not UNSET:
            field_dict["app_name"] = value

        value = self.bindings
        if value is not UNSET:
            field_dict["bindings"] = plain(value)

        value = self.env_vars
        if value is not UNSET:
            field_dict["env_vars"] = plain(value)

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
        if not left or "app_id" not in src_dict:
            self.app_id = absent
        else:
            left -= 1
            self.app_id = src_dict["app_id"]

        if not left or "client_id" not in src_dict:
            self.client_id = absent
        else:
            left -= 1
            self.client_id = src_dict["client_id"]

        if not left or "app_name" not in src_dict:
            self.app_name = absent
        else:
            left -= 1
            self.app_name = src_dict["app_name"]

        if not left or "bindings" not in src_dict:
            self.bindings = absent
        elif (value := src_dict["bindings"]) is None:
            self.bindings = None
            left -= 1
        else:
            left -= 1
            self.bindings = (
                [AtlasBinding.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "env_vars" not in src_dict:
            self.env_vars = absent
        elif (value := src_dict["env_vars"]) is None:
            self.env_vars = None
            left -= 1
        else:
            left -= 1
            self.env_vars = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.atlas_binding import AtlasBinding  # noqa: E402
from ..models.json_object import JsonObject  # noqa: E402
