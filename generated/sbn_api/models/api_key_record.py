from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

_KNOWN = frozenset(
    {
        "id",
        "project_id",
        "label",
        "prefix",
        "rate",
        "scopes",
        "plan",
        "revoked",
        "limits",
        "default_frontier",
        "allowed_frontiers",
    }
)


@_define(repr=False)
class ApiKeyRecord(_Model):
    """What is known of a key. `projectId`, `defaultFrontier` and `allowedFrontiers` are read as well.

    Attributes:
        id: Id of the key.
        project_id: Project of the key.
        label: Name of the key.
        prefix: Beginning of the key.
        rate: Rate of the key.
        scopes: What the key may do.
        plan: Plan of the key.
        revoked: Whether the key is revoked.
        limits: What the key may do in a month.
        default_frontier: Frontier that is used by default.
        allowed_frontiers: Frontiers that may be used; null for all.
    """

    id: str
    project_id: None | str | Unset = UNSET
    label: None | str | Unset = UNSET
    prefix: None | str | Unset = UNSET
    rate: None | str | Unset = UNSET
    scopes: list[str] | None | Unset = UNSET
    plan: None | str | Unset = UNSET
    revoked: bool | None | Unset = UNSET
    limits: ApiKeyLimits | None | Unset = UNSET
    default_frontier: None | str | Unset = UNSET
    allowed_frontiers: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ApiKeyRecord")

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
        value = self.id
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.project_id
        if value is not UNSET:
            field_dict["project_id"] = value

        value = self.label
        if value is not UNSET:
            field_dict["label"] = value

        value = self.prefix
        if value is not UNSET:
            field_dict["prefix"] = value

        value = self.rate
        if value is not UNSET:
            field_dict["rate"] = value

        value = self.scopes
        if value is not UNSET:
            field_dict["scopes"] = value

        value = self.plan
        if value is not UNSET:
            field_dict["plan"] = value

        value = self.revoked
        if value is not UNSET:
            field_dict["revoked"] = value

        value = self.limits
        if value is not UNSET:
            field_dict["limits"] = plain(value)

        value = self.default_frontier
        if value is not UNSET:
            field_dict["default_frontier"] = value

        value = self.allowed_frontiers
        if value is not UNSET:
            field_dict["allowed_frontiers"] = value

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
        value = get("id")
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        value = get("project_id", UNSET)
        if value is UNSET:
            self.project_id = absent
            missing += 1
        else:
            self.project_id = value

        value = get("label", UNSET)
        if value is UNSET:
            self.label = absent
            missing += 1
        else:
            self.label = value

        value = get("prefix", UNSET)
        if value is UNSET:
            self.prefix = absent
            missing += 1
        else:
            self.prefix = value

        value = get("rate", UNSET)
        if value is UNSET:
            self.rate = absent
            missing += 1
        else:
            self.rate = value

        value = get("scopes", UNSET)
        if value is UNSET:
            self.scopes = absent
            missing += 1
        else:
            self.scopes = value

        value = get("plan", UNSET)
        if value is UNSET:
            self.plan = absent
            missing += 1
        else:
            self.plan = value

        value = get("revoked", UNSET)
        if value is UNSET:
            self.revoked = absent
            missing += 1
        else:
            self.revoked = value

        value = get("limits", UNSET)
        if value is UNSET:
            self.limits = absent
            missing += 1
        elif value is None:
            self.limits = None
        else:
            self.limits = ApiKeyLimits.from_dict(value) if isinstance(value, dict) else value

        value = get("default_frontier", UNSET)
        if value is UNSET:
            self.default_frontier = absent
            missing += 1
        else:
            self.default_frontier = value

        value = get("allowed_frontiers", UNSET)
        if value is UNSET:
            self.allowed_frontiers = absent
            missing += 1
        else:
            self.allowed_frontiers = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 11:
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


from ..models.api_key_limits import ApiKeyLimits  # noqa: E402
