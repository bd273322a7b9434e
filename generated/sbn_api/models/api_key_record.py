from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

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
        if type(src_dict) is not dict:
            src_dict = _object(cls, src_dict)
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        try:
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "project_id" not in src_dict:
            self.project_id = absent
        else:
            left -= 1
            self.project_id = src_dict["project_id"]

        if not left or "label" not in src_dict:
            self.label = absent
        else:
            left -= 1
            self.label = src_dict["label"]

        if not left or "prefix" not in src_dict:
            self.prefix = absent
        else:
            left -= 1
            self.prefix = src_dict["prefix"]

        if not left or "rate" not in src_dict:
            self.rate = absent
        else:
            left -= 1
            self.rate = src_dict["rate"]

        if not left or "scopes" not in src_dict:
            self.scopes = absent
        else:
            left -= 1
            self.scopes = src_dict["scopes"]

        if not left or "plan" not in src_dict:
            self.plan = absent
        else:
            left -= 1
            self.plan = src_dict["plan"]

        if not left or "revoked" not in src_dict:
            self.revoked = absent
        else:
            left -= 1
            self.revoked = src_dict["revoked"]

        if not left or "limits" not in src_dict:
            self.limits = absent
        elif (value := src_dict["limits"]) is None:
            self.limits = None
            left -= 1
        else:
            left -= 1
            self.limits = ApiKeyLimits.from_dict(value) if isinstance(value, dict) else value

        if not left or "default_frontier" not in src_dict:
            self.default_frontier = absent
        else:
            left -= 1
            self.default_frontier = src_dict["default_frontier"]

        if not left or "allowed_frontiers" not in src_dict:
            self.allowed_frontiers = absent
        else:
            left -= 1
            self.allowed_frontiers = src_dict["allowed_frontiers"]

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


from ..models.api_key_limits import ApiKeyLimits  # noqa: E402
