from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "namespace",
        "commit_id",
        "outcome",
        "world_seq_start",
        "world_seq_end",
        "event_count",
        "start_time_ms",
        "commit_time_ms",
        "server_correlation_id",
        "client_correlation_id",
        "idempotency_key",
        "metadata",
        "origin",
    }
)


@_define(repr=False)
class CommitResponse(_Model):
    """A commit.

    Attributes:
        namespace: The namespace.
        commit_id: Opaque id, hexadecimal.
        outcome: What became of the transaction.
        world_seq_start: World sequence of the first event.
        world_seq_end: World sequence of the last event.
        event_count: Number of events.
        start_time_ms: When it began, in milliseconds; the base is not documented.
        commit_time_ms: When it ended, in milliseconds; the base is not documented.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        idempotency_key: The key that it was sent with.
        metadata: As it was sent.
        origin: As it was sent.
    """

    namespace: int
    commit_id: str
    outcome: str
    world_seq_start: int
    world_seq_end: int
    event_count: int
    start_time_ms: int
    commit_time_ms: int
    server_correlation_id: str
    client_correlation_id: None | str | Unset = UNSET
    idempotency_key: None | str | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    origin: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CommitResponse")

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
        value = self.namespace
        if value is not UNSET and value is not None:
            field_dict["namespace"] = value

        value = self.commit_id
        if value is not UNSET and value is not None:
            field_dict["commit_id"] = value

        value = self.outcome
        if value is not UNSET and value is not None:
            field_dict["outcome"] = value

        value = self.world_seq_start
        if value is not UNSET and value is not None:
            field_dict["world_seq_start"] = value

        value = self.world_seq_end
        if value is not UNSET and value is not None:
            field_dict["world_seq_end"] = value

        value = self.event_count
        if value is not UNSET and value is not None:
            field_dict["event_count"] = value

        value = self.start_time_ms
        if value is not UNSET and value is not None:
            field_dict["start_time_ms"] = value

        value = self.commit_time_ms
        if value is not UNSET and value is not None:
            field_dict["commit_time_ms"] = value

        value = self.server_correlation_id
        if value is not UNSET and value is not None:
            field_dict["server_correlation_id"] = value

        value = self.client_correlation_id
        if value is not UNSET:
            field_dict["client_correlation_id"] = value

        value = self.idempotency_key
        if value is not UNSET:
            field_dict["idempotency_key"] = value

        value = self.metadata
        if value is not UNSET:
            field_dict["metadata"] = plain(value)

        value = self.origin
        if value is not UNSET:
            field_dict["origin"] = plain(value)

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
            value = src_dict["namespace"]
        except KeyError:
            value = None
        if value is None:
            self.namespace = absent
            missing += 1
        else:
            self.namespace = value

        try:
            value = src_dict["commit_id"]
        except KeyError:
            value = None
        if value is None:
            self.commit_id = absent
            missing += 1
        else:
            self.commit_id = value

        try:
            value = src_dict["outcome"]
        except KeyError:
            value = None
        if value is None:
            self.outcome = absent
            missing += 1
        else:
            self.outcome = value

        try:
            value = src_dict["world_seq_start"]
        except KeyError:
            value = None
        if value is None:
            self.world_seq_start = absent
            missing += 1
        else:
            self.world_seq_start = value

        try:
            value = src_dict["world_seq_end"]
        except KeyError:
            value = None
        if value is None:
            self.world_seq_end = absent
            missing += 1
        else:
            self.world_seq_end = value

        try:
            value = src_dict["event_count"]
        except KeyError:
            value = None
        if value is None:
            self.event_count = absent
            missing += 1
        else:
            self.event_count = value

        try:
            value = src_dict["start_time_ms"]
        except KeyError:
            value = None
        if value is None:
            self.start_time_ms = absent
            missing += 1
        else:
            self.start_time_ms = value

        try:
            value = src_dict["commit_time_ms"]
        except KeyError:
            value = None
        if value is None:
            self.commit_time_ms = absent
            missing += 1
        else:
            self.commit_time_ms = value

        try:
            value = src_dict["server_correlation_id"]
        except KeyError:
            value = None
        if value is None:
            self.server_correlation_id = absent
            missing += 1
        else:
            self.server_correlation_id = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 9 + missing
        if not left or "client_correlation_id" not in src_dict:
            self.client_correlation_id = absent
        else:
            left -= 1
            self.client_correlation_id = src_dict["client_correlation_id"]

        if not left or "idempotency_key" not in src_dict:
            self.idempotency_key = absent
        else:
            left -= 1
            self.idempotency_key = src_dict["idempotency_key"]

        if not left or "metadata" not in src_dict:
            self.metadata = absent
        elif (value := src_dict["metadata"]) is None:
            self.metadata = None
            left -= 1
        else:
            left -= 1
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "origin" not in src_dict:
            self.origin = absent
        elif (value := src_dict["origin"]) is None:
            self.origin = None
            left -= 1
        else:
            left -= 1
            self.origin = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.json_object import JsonObject  # noqa: E402
