from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "app_id",
        "app_name",
        "client_id",
        "declared_workflows",
        "bound_key_count",
        "attestation_ready",
        "status",
        "created_at",
        "workflow_specs",
    }
)


@_define(repr=False)
class App(_Model):
    """An app.

    Attributes:
        app_id: Id of the app.
        app_name: Name of the app.
        client_id: Id for the exchange of tokens.
        declared_workflows: Its workflows.
        bound_key_count: Number of its keys.
        attestation_ready: Whether it can attest.
        status: State of the app.
        created_at: When it was registered.
        workflow_specs: Its workflows, each with its `contract_history`.
    """

    app_id: None | str | Unset = UNSET
    app_name: None | str | Unset = UNSET
    client_id: None | str | Unset = UNSET
    declared_workflows: list[str] | None | Unset = UNSET
    bound_key_count: int | None | Unset = UNSET
    attestation_ready: bool | None | Unset = UNSET
    status: None | str | Unset = UNSET
    created_at: None | str | Unset = UNSET
    workflow_specs: list[JsonObject] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "App")

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

        value = self.app_name
        if value is not UNSET:
            field_dict["app_name"] = value

        value = self.client_id
        if value is not UNSET:
            field_dict["client_id"] = value

        value = self.declared_workflows
        if value is not UNSET:
            field_dict["declared_workflows"] = value

        value = self.bound_key_count
        if value is not UNSET:
            field_dict["bound_key_count"] = value

        value = self.attestation_ready
        if value is not UNSET:
            field_dict["attestation_ready"] = value

        value = self.status
        if value is not UNSET:
            field_dict["status"] = value

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = value

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        if not left or "app_id" not in src_dict:
            self.app_id = absent
        else:
            left -= 1
            self.app_id = src_dict["app_id"]

        if not left or "app_name" not in src_dict:
            self.app_name = absent
        else:
            left -= 1
            self.app_name = src_dict["app_name"]

        if not left or "client_id" not in src_dict:
            self.client_id = absent
        else:
            left -= 1
            self.client_id = src_dict["client_id"]

        if not left or "declared_workflows" not in src_dict:
            self.declared_workflows = absent
        else:
            left -= 1
            self.declared_workflows = src_dict["declared_workflows"]

        if not left or "bound_key_count" not in src_dict:
            self.bound_key_count = absent
        else:
            left -= 1
            self.bound_key_count = src_dict["bound_key_count"]

        if not left or "attestation_ready" not in src_dict:
            self.attestation_ready = absent
        else:
            left -= 1
            self.attestation_ready = src_dict["attestation_ready"]

        if not left or "status" not in src_dict:
            self.status = absent
        else:
            left -= 1
            self.status = src_dict["status"]

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        else:
            left -= 1
            self.created_at = src_dict["created_at"]

        if not left or "workflow_specs" not in src_dict:
            self.workflow_specs = absent
        elif (value := src_dict["workflow_specs"]) is None:
            self.workflow_specs = None
            left -= 1
        else:
            left -= 1
            self.workflow_specs = (
                [JsonObject.from_dict(item) if isinstance(item, dict) else item for item in value]
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


from ..models.json_object import JsonObject  # noqa: E402
