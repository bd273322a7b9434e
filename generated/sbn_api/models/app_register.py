from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "app_name",
        "app_family",
        "declared_workflows",
        "token_ttl_seconds",
        "declared_event_types",
        "workflow_specs",
    }
)


@_define(repr=False)
class AppRegister(_Model):
    """An app to register.

    Attributes:
        app_name: Name of the app.
        app_family: Family of apps.
        declared_workflows: Its workflows.
        token_ttl_seconds: Lifetime of its tokens, in seconds; the package sends 3600.
        declared_event_types: Types of its events.
        workflow_specs: Its workflows in full.
    """

    app_name: str
    app_family: str
    declared_workflows: list[str]
    token_ttl_seconds: int
    declared_event_types: list[str] | Unset = UNSET
    workflow_specs: list[WorkflowSpec] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AppRegister")

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
        value = self.app_name
        if value is not UNSET and value is not None:
            field_dict["app_name"] = value

        value = self.app_family
        if value is not UNSET and value is not None:
            field_dict["app_family"] = value

        value = self.declared_workflows
        if value is not UNSET and value is not None:
            field_dict["declared_workflows"] = value

        value = self.token_ttl_seconds
        if value is not UNSET and value is not None:
            field_dict["token_ttl_seconds"] = value

        value = self.declared_event_types
        if value is not UNSET and value is not None:
            field_dict["declared_event_types"] = value

        value = self.workflow_specs
        if value is not UNSET and value is not None:
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
            value = src_dict["app_name"]
        except KeyError:
            value = None
        if value is None:
            self.app_name = absent
            missing += 1
        else:
            self.app_name = value

        try:
            value = src_dict["app_family"]
        except KeyError:
            value = None
        if value is None:
            self.app_family = absent
            missing += 1
        else:
            self.app_family = value

        try:
            value = src_dict["declared_workflows"]
        except KeyError:
            value = None
        if value is None:
            self.declared_workflows = absent
            missing += 1
        else:
            self.declared_workflows = value

        try:
            value = src_dict["token_ttl_seconds"]
        except KeyError:
            value = None
        if value is None:
            self.token_ttl_seconds = absent
            missing += 1
        else:
            self.token_ttl_seconds = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        get = src_dict.get
        if not left or (value := get("declared_event_types")) is None:
            self.declared_event_types = absent
        else:
            left -= 1
            self.declared_event_types = value

        if not left or (value := get("workflow_specs")) is None:
            self.workflow_specs = absent
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


from ..models.workflow_spec import WorkflowSpec  # noqa: E402
