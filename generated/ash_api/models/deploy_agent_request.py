from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

_KNOWN = frozenset({"name", "path", "systemPrompt", "files", "env"})


@_define(repr=False)
class DeployAgentRequest(_Model):
    """An agent to deploy, by a directory on the server or by its files.

    Attributes:
        name: Letters, digits, underscores and hyphens, up to 255.
        path: Directory on the server; a relative one is under its data directory.
        system_prompt: Content of CLAUDE.md when no file has it; without `path` only.
        files: Files of the agent; without `path` only. Unsafe paths are left out.
        env: Environment variables for sessions with the agent.
    """

    name: str
    path: str | Unset = UNSET
    system_prompt: str | Unset = UNSET
    files: list[UploadedFile] | Unset = UNSET
    env: DeployAgentRequestEnv | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "DeployAgentRequest")

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
        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.path
        if value is not UNSET and value is not None:
            field_dict["path"] = value

        value = self.system_prompt
        if value is not UNSET and value is not None:
            field_dict["systemPrompt"] = value

        value = self.files
        if value is not UNSET and value is not None:
            field_dict["files"] = plain(value)

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
        value = get("name")
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        value = get("path")
        if value is None:
            self.path = absent
            missing += 1
        else:
            self.path = value

        value = get("systemPrompt")
        if value is None:
            self.system_prompt = absent
            missing += 1
        else:
            self.system_prompt = value

        value = get("files")
        if value is None:
            self.files = absent
            missing += 1
        else:
            self.files = (
                [UploadedFile.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        value = get("env")
        if value is None:
            self.env = absent
            missing += 1
        else:
            self.env = DeployAgentRequestEnv.from_dict(value) if isinstance(value, dict) else value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 5:
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


from ..models.deploy_agent_request_env import DeployAgentRequestEnv  # noqa: E402
from ..models.uploaded_file import UploadedFile  # noqa: E402
