from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, parse_enum, plain

from ..models.permission_mode import PermissionMode

_KNOWN = frozenset(
    {
        "agent",
        "credentialId",
        "extraEnv",
        "model",
        "mcpServers",
        "systemPrompt",
        "permissionMode",
        "allowedTools",
        "disallowedTools",
        "betas",
        "subagents",
        "initialAgent",
    }
)


@_define(repr=False)
class CreateSessionRequest(_Model):
    """A new session.

    Attributes:
        agent: Name of the agent.
        credential_id: Credential to use.
        extra_env: Environment variables; they win over those of the agent and of the credential.
        model: Model to use.
        mcp_servers: Servers of tools by name.
        system_prompt: System prompt instead of the agent's.
        permission_mode: What the agent may do without asking.
        allowed_tools: Tools that the agent may use.
        disallowed_tools: Tools that the agent must not use.
        betas: Beta features of the model to turn on.
        subagents: Further agents by name.
        initial_agent: Name of the one among them that begins.
    """

    agent: str
    credential_id: str | Unset = UNSET
    extra_env: CreateSessionRequestExtraEnv | Unset = UNSET
    model: str | Unset = UNSET
    mcp_servers: CreateSessionRequestMcpServers | Unset = UNSET
    system_prompt: str | Unset = UNSET
    permission_mode: PermissionMode | Unset = UNSET
    allowed_tools: list[str] | Unset = UNSET
    disallowed_tools: list[str] | Unset = UNSET
    betas: list[str] | Unset = UNSET
    subagents: CreateSessionRequestSubagents | Unset = UNSET
    initial_agent: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CreateSessionRequest")

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
        value = self.agent
        if value is not UNSET and value is not None:
            field_dict["agent"] = value

        value = self.credential_id
        if value is not UNSET and value is not None:
            field_dict["credentialId"] = value

        value = self.extra_env
        if value is not UNSET and value is not None:
            field_dict["extraEnv"] = plain(value)

        value = self.model
        if value is not UNSET and value is not None:
            field_dict["model"] = value

        value = self.mcp_servers
        if value is not UNSET and value is not None:
            field_dict["mcpServers"] = plain(value)

        value = self.system_prompt
        if value is not UNSET and value is not None:
            field_dict["systemPrompt"] = value

        value = self.permission_mode
        if value is not UNSET and value is not None:
            field_dict["permissionMode"] = plain(value)

        value = self.allowed_tools
        if value is not UNSET and value is not None:
            field_dict["allowedTools"] = value

        value = self.disallowed_tools
        if value is not UNSET and value is not None:
            field_dict["disallowedTools"] = value

        value = self.betas
        if value is not UNSET and value is not None:
            field_dict["betas"] = value

        value = self.subagents
        if value is not UNSET and value is not None:
            field_dict["subagents"] = plain(value)

        value = self.initial_agent
        if value is not UNSET and value is not None:
            field_dict["initialAgent"] = value

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
        value = get("agent")
        if value is None:
            self.agent = absent
            missing += 1
        else:
            self.agent = value

        value = get("credentialId")
        if value is None:
            self.credential_id = absent
            missing += 1
        else:
            self.credential_id = value

        value = get("extraEnv")
        if value is None:
            self.extra_env = absent
            missing += 1
        else:
            self.extra_env = (
                CreateSessionRequestExtraEnv.from_dict(value) if isinstance(value, dict) else value
            )

        value = get("model")
        if value is None:
            self.model = absent
            missing += 1
        else:
            self.model = value

        value = get("mcpServers")
        if value is None:
            self.mcp_servers = absent
            missing += 1
        else:
            self.mcp_servers = (
                CreateSessionRequestMcpServers.from_dict(value) if isinstance(value, dict) else value
            )

        value = get("systemPrompt")
        if value is None:
            self.system_prompt = absent
            missing += 1
        else:
            self.system_prompt = value

        value = get("permissionMode")
        if value is None:
            self.permission_mode = absent
            missing += 1
        else:
            self.permission_mode = parse_enum(PermissionMode, value)

        value = get("allowedTools")
        if value is None:
            self.allowed_tools = absent
            missing += 1
        else:
            self.allowed_tools = value

        value = get("disallowedTools")
        if value is None:
            self.disallowed_tools = absent
            missing += 1
        else:
            self.disallowed_tools = value

        value = get("betas")
        if value is None:
            self.betas = absent
            missing += 1
        else:
            self.betas = value

        value = get("subagents")
        if value is None:
            self.subagents = absent
            missing += 1
        else:
            self.subagents = (
                CreateSessionRequestSubagents.from_dict(value) if isinstance(value, dict) else value
            )

        value = get("initialAgent")
        if value is None:
            self.initial_agent = absent
            missing += 1
        else:
            self.initial_agent = value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 12:
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


from ..models.create_session_request_extra_env import CreateSessionRequestExtraEnv  # noqa: E402
from ..models.create_session_request_mcp_servers import CreateSessionRequestMcpServers  # noqa: E402
from ..models.create_session_request_subagents import CreateSessionRequestSubagents  # noqa: E402
