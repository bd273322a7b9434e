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
_KNOWN = frozenset(
    {
        "id",
        "agentName",
        "sandboxId",
        "status",
        "createdAt",
        "lastActiveAt",
        "tenantId",
        "runnerId",
        "parentSessionId",
        "model",
    }
)


@_define(repr=False)
class Session(_Model):
    """A session with an agent.

    Attributes:
        id: Id of the session, a UUID.
        agent_name: Name of the agent.
        sandbox_id: Id of its sandbox; another one after a cold resume.
        status: State of a session. `starting` is practically never seen.
        created_at: When it was started.
        last_active_at: When it was last used.
        tenant_id: Tenant that it belongs to.
        runner_id: Runner that holds the sandbox; null on a single machine.
        parent_session_id: Session that it was forked from.
        model: Model of the session; documented and never sent.
    """

    id: str
    agent_name: str
    sandbox_id: str
    status: str
    created_at: datetime.datetime
    last_active_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    runner_id: None | str | Unset = UNSET
    parent_session_id: None | str | Unset = UNSET
    model: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Session")

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

        value = self.agent_name
        if value is not UNSET and value is not None:
            field_dict["agentName"] = value

        value = self.sandbox_id
        if value is not UNSET and value is not None:
            field_dict["sandboxId"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.last_active_at
        if value is not UNSET and value is not None:
            field_dict["lastActiveAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.runner_id
        if value is not UNSET:
            field_dict["runnerId"] = value

        value = self.parent_session_id
        if value is not UNSET:
            field_dict["parentSessionId"] = value

        value = self.model
        if value is not UNSET:
            field_dict["model"] = value

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
            value = src_dict["agentName"]
        except KeyError:
            value = None
        if value is None:
            self.agent_name = absent
            missing += 1
        else:
            self.agent_name = value

        try:
            value = src_dict["sandboxId"]
        except KeyError:
            value = None
        if value is None:
            self.sandbox_id = absent
            missing += 1
        else:
            self.sandbox_id = value

        try:
            value = src_dict["status"]
        except KeyError:
            value = None
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

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
            value = src_dict["lastActiveAt"]
        except KeyError:
            value = None
        if value is None:
            self.last_active_at = absent
            missing += 1
        else:
            try:
                self.last_active_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.last_active_at = parse_datetime(value)

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 6 + missing
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or "runnerId" not in src_dict:
            self.runner_id = absent
        else:
            left -= 1
            self.runner_id = src_dict["runnerId"]

        if not left or "parentSessionId" not in src_dict:
            self.parent_session_id = absent
        else:
            left -= 1
            self.parent_session_id = src_dict["parentSessionId"]

        if not left or "model" not in src_dict:
            self.model = absent
        else:
            left -= 1
            self.model = src_dict["model"]

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
