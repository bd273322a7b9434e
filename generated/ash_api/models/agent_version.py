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
        "versionNumber",
        "name",
        "isActive",
        "createdAt",
        "updatedAt",
        "tenantId",
        "systemPrompt",
        "releaseNotes",
        "knowledgeFiles",
        "createdBy",
    }
)


@_define(repr=False)
class AgentVersion(_Model):
    """A named version of an agent's system prompt.

    Attributes:
        id: Id of the version.
        agent_name: Name of the agent.
        version_number: Number, from 1; not the `version` of the agent.
        name: Name of the version.
        is_active: Whether new sessions use it.
        created_at: When it was made.
        updated_at: When it was last changed.
        tenant_id: Tenant that it belongs to.
        system_prompt: The system prompt.
        release_notes: What is new.
        knowledge_files: Files that belong to it.
        created_by: Who made it.
    """

    id: str
    agent_name: str
    version_number: int
    name: str
    is_active: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    tenant_id: None | str | Unset = UNSET
    system_prompt: None | str | Unset = UNSET
    release_notes: None | str | Unset = UNSET
    knowledge_files: list[str] | None | Unset = UNSET
    created_by: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AgentVersion")

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

        value = self.version_number
        if value is not UNSET and value is not None:
            field_dict["versionNumber"] = value

        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.is_active
        if value is not UNSET and value is not None:
            field_dict["isActive"] = value

        value = self.created_at
        if value is not UNSET and value is not None:
            field_dict["createdAt"] = plain(value)

        value = self.updated_at
        if value is not UNSET and value is not None:
            field_dict["updatedAt"] = plain(value)

        value = self.tenant_id
        if value is not UNSET:
            field_dict["tenantId"] = value

        value = self.system_prompt
        if value is not UNSET:
            field_dict["systemPrompt"] = value

        value = self.release_notes
        if value is not UNSET:
            field_dict["releaseNotes"] = value

        value = self.knowledge_files
        if value is not UNSET:
            field_dict["knowledgeFiles"] = value

        value = self.created_by
        if value is not UNSET:
            field_dict["createdBy"] = value

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
            value = src_dict["versionNumber"]
        except KeyError:
            value = None
        if value is None:
            self.version_number = absent
            missing += 1
        else:
            self.version_number = value

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
            value = src_dict["isActive"]
        except KeyError:
            value = None
        if value is None:
            self.is_active = absent
            missing += 1
        else:
            self.is_active = value

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
        left = len(src_dict) - 7 + missing
        if not left or "tenantId" not in src_dict:
            self.tenant_id = absent
        else:
            left -= 1
            self.tenant_id = src_dict["tenantId"]

        if not left or "systemPrompt" not in src_dict:
            self.system_prompt = absent
        else:
            left -= 1
            self.system_prompt = src_dict["systemPrompt"]

        if not left or "releaseNotes" not in src_dict:
            self.release_notes = absent
        else:
            left -= 1
            self.release_notes = src_dict["releaseNotes"]

        if not left or "knowledgeFiles" not in src_dict:
            self.knowledge_files = absent
        else:
            left -= 1
            self.knowledge_files = src_dict["knowledgeFiles"]

        if not left or "createdBy" not in src_dict:
            self.created_by = absent
        else:
            left -= 1
            self.created_by = src_dict["createdBy"]

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
