from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "authored_by",
        "family_class",
        "app_family",
        "label",
        "description",
        "ecology",
        "frontier",
        "policy",
        "surface",
        "path_id",
        "pulse_type",
        "app_id",
        "card_version",
        "cmax_source",
        "c_max",
        "cmax_default",
        "scientific_contract",
        "operational_form",
        "diagnostics",
        "notes",
        "workflow_bindings",
        "api_key_ids",
        "change_note",
    }
)


@_define(repr=False)
class CardVersion(_Model):
    """A version of a frontier card.

    Attributes:
        authored_by: Who wrote it.
        family_class: Class of the family.
        app_family: Family of apps.
        label: Its label.
        description: What it is.
        ecology: Its ecology.
        frontier: Its frontier.
        policy: Its policy.
        surface: Its surface.
        path_id: Its path.
        pulse_type: How it is fed.
        app_id: Its app.
        card_version: Its version.
        cmax_source: Where its capacity is from.
        c_max: Its capacity; 0 is sent.
        cmax_default: Its capacity by default; 0 is sent.
        scientific_contract: Any JSON object.
        operational_form: Any JSON object.
        diagnostics: Any JSON object.
        notes: Any JSON object.
        workflow_bindings: Its workflows.
        api_key_ids: Keys that may run it.
        change_note: What changed.
    """

    authored_by: str
    family_class: str | Unset = UNSET
    app_family: str | Unset = UNSET
    label: str | Unset = UNSET
    description: str | Unset = UNSET
    ecology: str | Unset = UNSET
    frontier: str | Unset = UNSET
    policy: str | Unset = UNSET
    surface: str | Unset = UNSET
    path_id: str | Unset = UNSET
    pulse_type: str | Unset = UNSET
    app_id: str | Unset = UNSET
    card_version: str | Unset = UNSET
    cmax_source: str | Unset = UNSET
    c_max: float | Unset = UNSET
    cmax_default: float | Unset = UNSET
    scientific_contract: JsonObject | Unset = UNSET
    operational_form: JsonObject | Unset = UNSET
    diagnostics: JsonObject | Unset = UNSET
    notes: JsonObject | Unset = UNSET
    workflow_bindings: list[str] | Unset = UNSET
    api_key_ids: list[str] | Unset = UNSET
    change_note: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CardVersion")

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
        value = self.authored_by
        if value is not UNSET and value is not None:
            field_dict["authored_by"] = value

        value = self.family_class
        if value is not UNSET and value is not None:
            field_dict["family_class"] = value

        value = self.app_family
        if value is not UNSET and value is not None:
            field_dict["app_family"] = value

        value = self.label
        if value is not UNSET and value is not None:
            field_dict["label"] = value

        value = self.description
        if value is not UNSET and value is not None:
            field_dict["description"] = value

        value = self.ecology
        if value is not UNSET and value is not None:
            field_dict["ecology"] = value

        value = self.frontier
        if value is not UNSET and value is not None:
            field_dict["frontier"] = value

        value = self.policy
        if value is not UNSET and value is not None:
            field_dict["policy"] = value

        value = self.surface
        if value is not UNSET and value is not None:
            field_dict["surface"] = value

        value = self.path_id
        if value is not UNSET and value is not None:
            field_dict["path_id"] = value

        value = self.pulse_type
        if value is not UNSET and value is not None:
            field_dict["pulse_type"] = value

        value = self.app_id
        if value is not UNSET and value is not None:
            field_dict["app_id"] = value

        value = self.card_version
        if value is not UNSET and value is not None:
            field_dict["card_version"] = value

        value = self.cmax_source
        if value is not UNSET and value is not None:
            field_dict["cmax_source"] = value

        value = self.c_max
        if value is not UNSET and value is not None:
            field_dict["c_max"] = value

        value = self.cmax_default
        if value is not UNSET and value is not None:
            field_dict["cmax_default"] = value

        value = self.scientific_contract
        if value is not UNSET and value is not None:
            field_dict["scientific_contract"] = plain(value)

        value = self.operational_form
        if value is not UNSET and value is not None:
            field_dict["operational_form"] = plain(value)

        value = self.diagnostics
        if value is not UNSET and value is not None:
            field_dict["diagnostics"] = plain(value)

        value = self.notes
        if value is not UNSET and value is not None:
            field_dict["notes"] = plain(value)

        value = self.workflow_bindings
        if value is not UNSET and value is not None:
            field_dict["workflow_bindings"] = value

        value = self.api_key_ids
        if value is not UNSET and value is not None:
            field_dict["api_key_ids"] = value

        value = self.change_note
        if value is not UNSET and value is not None:
            field_dict["change_note"] = value

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
            value = src_dict["authored_by"]
        except KeyError:
            value = None
        if value is None:
            self.authored_by = absent
            missing += 1
        else:
            self.authored_by = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("family_class")) is None:
            self.family_class = absent
        else:
            left -= 1
            self.family_class = value

        if not left or (value := get("app_family")) is None:
            self.app_family = absent
        else:
            left -= 1
            self.app_family = value

        if not left or (value := get("label")) is None:
            self.label = absent
        else:
            left -= 1
            self.label = value

        if not left or (value := get("description")) is None:
            self.description = absent
        else:
            left -= 1
            self.description = value

        if not left or (value := get("ecology")) is None:
            self.ecology = absent
        else:
            left -= 1
            self.ecology = value

        if not left or (value := get("frontier")) is None:
            self.frontier = absent
        else:
            left -= 1
            self.frontier = value

        if not left or (value := get("policy")) is None:
            self.policy = absent
        else:
            left -= 1
            self.policy = value

        if not left or (value := get("surface")) is None:
            self.surface = absent
        else:
            left -= 1
            self.surface = value

        if not left or (value := get("path_id")) is None:
            self.path_id = absent
        else:
            left -= 1
            self.path_id = value

        if not left or (value := get("pulse_type")) is None:
            self.pulse_type = absent
        else:
            left -= 1
            self.pulse_type = value

        if not left or (value := get("app_id")) is None:
            self.app_id = absent
        else:
            left -= 1
            self.app_id = value

        if not left or (value := get("card_version")) is None:
            self.card_version = absent
        else:
            left -= 1
            self.card_version = value

        if not left or (value := get("cmax_source")) is None:
            self.cmax_source = absent
        else:
            left -= 1
            self.cmax_source = value

        if not left or (value := get("c_max")) is None:
            self.c_max = absent
        else:
            left -= 1
            self.c_max = value

        if not left or (value := get("cmax_default")) is None:
            self.cmax_default = absent
        else:
            left -= 1
            self.cmax_default = value

        if not left or (value := get("scientific_contract")) is None:
            self.scientific_contract = absent
        else:
            left -= 1
            self.scientific_contract = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("operational_form")) is None:
            self.operational_form = absent
        else:
            left -= 1
            self.operational_form = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("diagnostics")) is None:
            self.diagnostics = absent
        else:
            left -= 1
            self.diagnostics = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("notes")) is None:
            self.notes = absent
        else:
            left -= 1
            self.notes = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("workflow_bindings")) is None:
            self.workflow_bindings = absent
        else:
            left -= 1
            self.workflow_bindings = value

        if not left or (value := get("api_key_ids")) is None:
            self.api_key_ids = absent
        else:
            left -= 1
            self.api_key_ids = value

        if not left or (value := get("change_note")) is None:
            self.change_note = absent
        else:
            left -= 1
            self.change_note = value

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
