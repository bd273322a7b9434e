from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_datetime,
    plain,
)

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset({"id", "name", "version", "path", "createdAt", "updatedAt", "tenantId", "env"})


@_define(repr=False)
class Agent(_Model):
    """An agent.

    Attributes:
        id: Id of the agent; the same after a new deployment.
        name: Name of the agent.
        version: Number of deployments, from 1.
        path: Directory on the server.
        created_at: When it was first deployed; in the answer to a new deployment, when that was.
        updated_at: When it was last deployed or changed.
        tenant_id: Tenant that the agent belongs to.
        env: Names of environment variables; every value is three asterisks. Left out when there are
            none.
    """

    id: str
    name: str
    version: int
    path: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    env: AgentEnv | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Agent")

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

        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.version
        if value is not UNSET and value is not None:
            field_dict["version"] = value

        value = self.path
        if value is not UNSET and value is not None:
            field_dict["path"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.updated_at
        if value is not UNSET and value is not None:
            field_dict["updatedAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.env
        if value is not UNSET and value is not None:
            field_dict["env"] = plain(value)

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
            value = src_dict["version"]
        except KeyError:
            value = None
        if value is None:
            self.version = absent
            missing += 1
        else:
            self.version = value

        try:
            value = src_dict["path"]
        except KeyError:
            value = None
        if value is None:
            self.path = absent
            missing += 1
        else:
            self.path = value

        try:
            value = src_dict["createdAt"]
        except KeyError:
            value = None
        if value is None:
            self.created_at = absent
            missing += 1
        else:
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        try:
            value = src_dict["updatedAt"]
        except KeyError:
            value = None
        if value is None:
            self.updated_at = absent
            missing += 1
        else:
            try:
                self.updated_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.updated_at = parse_datetime(value)

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 6 + missing
        get = src_dict.get
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or (value := get("env")) is None:
            self.env = absent
        else:
            left -= 1
            self.env = AgentEnv.from_dict(value) if isinstance(value, dict) else value

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


from ..models.agent_env import AgentEnv  # noqa: E402
