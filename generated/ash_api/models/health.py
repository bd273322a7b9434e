from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "status",
        "activeSessions",
        "activeSandboxes",
        "uptime",
        "pool",
        "version",
        "coordinatorId",
        "remoteRunners",
    }
)


@_define(repr=False)
class Health(_Model):
    """How the server is.

    Attributes:
        status: `ok`.
        active_sessions: Sessions that are active.
        active_sandboxes: Sandboxes that run.
        uptime: Seconds since the server started.
        pool: The sandboxes of the server by state, and how sessions were resumed.
        version: Version of the server.
        coordinator_id: Id of this server among several.
        remote_runners: Runners on other machines.
    """

    status: str
    active_sessions: int
    active_sandboxes: int
    uptime: float
    pool: PoolStats
    version: None | str | Unset = UNSET
    coordinator_id: None | str | Unset = UNSET
    remote_runners: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Health")

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

        value = self.active_sessions
        if value is not UNSET and value is not None:
            field_dict["activeSessions"] = value

        value = self.active_sandboxes
        if value is not UNSET and value is not None:
            field_dict["activeSandboxes"] = value

        value = self.uptime
        if value is not UNSET and value is not None:
            field_dict["uptime"] = value

        value = self.pool
        if value is not UNSET and value is not None:
            field_dict["pool"] = plain(value)

        value = self.version
        if value is not UNSET:
            field_dict["version"] = value

        value = self.coordinator_id
        if value is not UNSET:
            field_dict["coordinatorId"] = value

        value = self.remote_runners
        if value is not UNSET:
            field_dict["remoteRunners"] = value

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
            value = src_dict["activeSessions"]
        except KeyError:
            value = None
        if value is None:
            self.active_sessions = absent
            missing += 1
        else:
            self.active_sessions = value

        try:
            value = src_dict["activeSandboxes"]
        except KeyError:
            value = None
        if value is None:
            self.active_sandboxes = absent
            missing += 1
        else:
            self.active_sandboxes = value

        try:
            value = src_dict["uptime"]
        except KeyError:
            value = None
        if value is None:
            self.uptime = absent
            missing += 1
        else:
            self.uptime = value

        try:
            value = src_dict["pool"]
        except KeyError:
            value = None
        if value is None:
            self.pool = absent
            missing += 1
        else:
            self.pool = PoolStats.from_dict(value) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 5 + missing
        if not left or "version" not in src_dict:
            self.version = absent
        else:
            left -= 1
            self.version = src_dict["version"]

        if not left or "coordinatorId" not in src_dict:
            self.coordinator_id = absent
        else:
            left -= 1
            self.coordinator_id = src_dict["coordinatorId"]

        if not left or "remoteRunners" not in src_dict:
            self.remote_runners = absent
        else:
            left -= 1
            self.remote_runners = src_dict["remoteRunners"]

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


from ..models.pool_stats import PoolStats  # noqa: E402
