from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset({"status", "version", "api_version", "uptime_secs", "build_git_sha"})


@_define(repr=False)
class HealthResponse(_Model):
    """Health of the write daemon.

    Attributes:
        status: State of the daemon.
        version: Version of the daemon.
        api_version: Version of the API.
        uptime_secs: How long it runs, in seconds.
        build_git_sha: Commit that it was built from.
    """

    status: str
    version: str
    api_version: str
    uptime_secs: int
    build_git_sha: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "HealthResponse")

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
        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.version
        if value is not UNSET and value is not None:
            field_dict["version"] = value

        value = self.api_version
        if value is not UNSET and value is not None:
            field_dict["api_version"] = value

        value = self.uptime_secs
        if value is not UNSET and value is not None:
            field_dict["uptime_secs"] = value

        value = self.build_git_sha
        if value is not UNSET:
            field_dict["build_git_sha"] = value

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
            value = src_dict["status"]
        except KeyError:
            value = None
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

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
            value = src_dict["api_version"]
        except KeyError:
            value = None
        if value is None:
            self.api_version = absent
            missing += 1
        else:
            self.api_version = value

        try:
            value = src_dict["uptime_secs"]
        except KeyError:
            value = None
        if value is None:
            self.uptime_secs = absent
            missing += 1
        else:
            self.uptime_secs = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        if not left or "build_git_sha" not in src_dict:
            self.build_git_sha = absent
        else:
            left -= 1
            self.build_git_sha = src_dict["build_git_sha"]

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
