from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"app_id", "client_id", "client_secret", "bindings", "workflow_specs"})


@_define(repr=False)
class AppRegistration(_Model):
    """A new app.

    Attributes:
        app_id: Id of the app.
        client_id: Id for the exchange of tokens, `atl_…`.
        client_secret: Secret for it, `atl_sec_…`, shown this once.
        bindings: Workflows and frontiers.
        workflow_specs: The workflows in full.
    """

    app_id: str
    client_id: str
    client_secret: str
    bindings: list[AppBinding] | None | Unset = UNSET
    workflow_specs: list[WorkflowSpec] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AppRegistration")

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
        if value is not UNSET and value is not None:
            field_dict["app_id"] = value

        value = self.client_id
        if value is not UNSET and value is not None:
            field_dict["client_id"] = value

        value = self.client_secret
        if value is not UNSET and value is not None:
            field_dict["client_secret"] = value

        value = self.bindings
        if value is not UNSET:
            field_dict["bindings"] = plain(value)

        value = self.workflow_specs
        if value is not UNSET:
            field_dict["workflow_specs"] = plain(value)

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
            value = src_dict["app_id"]
        except KeyError:
            value = None
        if value is None:
            self.app_id = absent
            missing += 1
        else:
            self.app_id = value

        try:
            value = src_dict["client_id"]
        except KeyError:
            value = None
        if value is None:
            self.client_id = absent
            missing += 1
        else:
            self.client_id = value

        try:
            value = src_dict["client_secret"]
        except KeyError:
            value = None
        if value is None:
            self.client_secret = absent
            missing += 1
        else:
            self.client_secret = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        if not left or "bindings" not in src_dict:
            self.bindings = absent
        elif (value := src_dict["bindings"]) is None:
            self.bindings = None
            left -= 1
        else:
            left -= 1
            self.bindings = (
                [AppBinding.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "workflow_specs" not in src_dict:
            self.workflow_specs = absent
        elif (value := src_dict["workflow_specs"]) is None:
            self.workflow_specs = None
            left -= 1
        else:
            left -= 1
            self.workflow_specs = (
                [WorkflowSpec.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

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


from ..models.app_binding import AppBinding  # noqa: E402
from ..models.workflow_spec import WorkflowSpec  # noqa: E402
