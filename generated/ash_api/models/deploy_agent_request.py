from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

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
        if type(src_dict) is not dict:
            src_dict = _object(cls, src_dict)
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        try:
            value = src_dict["name"]
        except KeyError:
            value = None
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("path")) is None:
            self.path = absent
        else:
            left -= 1
            self.path = value

        if not left or (value := get("systemPrompt")) is None:
            self.system_prompt = absent
        else:
            left -= 1
            self.system_prompt = value

        if not left or (value := get("files")) is None:
            self.files = absent
        else:
            left -= 1
            self.files = (
                [UploadedFile.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or (value := get("env")) is None:
            self.env = absent
        else:
            left -= 1
            self.env = DeployAgentRequestEnv.from_dict(value) if isinstance(value, dict) else value

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


from ..models.deploy_agent_request_env import DeployAgentRequestEnv  # noqa: E402
from ..models.uploaded_file import UploadedFile  # noqa: E402
