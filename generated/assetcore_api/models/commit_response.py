from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

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
        value = get("namespace")
        if value is None:
            self.namespace = absent
            missing += 1
        else:
            self.namespace = value

        value = get("commit_id")
        if value is None:
            self.commit_id = absent
            missing += 1
        else:
            self.commit_id = value

        value = get("outcome")
        if value is None:
            self.outcome = absent
            missing += 1
        else:
            self.outcome = value

        value = get("world_seq_start")
        if value is None:
            self.world_seq_start = absent
            missing += 1
        else:
            self.world_seq_start = value

        value = get("world_seq_end")
        if value is None:
            self.world_seq_end = absent
            missing += 1
        else:
            self.world_seq_end = value

        value = get("event_count")
        if value is None:
            self.event_count = absent
            missing += 1
        else:
            self.event_count = value

        value = get("start_time_ms")
        if value is None:
            self.start_time_ms = absent
            missing += 1
        else:
            self.start_time_ms = value

        value = get("commit_time_ms")
        if value is None:
            self.commit_time_ms = absent
            missing += 1
        else:
            self.commit_time_ms = value

        value = get("server_correlation_id")
        if value is None:
            self.server_correlation_id = absent
            missing += 1
        else:
            self.server_correlation_id = value

        value = get("client_correlation_id", UNSET)
        if value is UNSET:
            self.client_correlation_id = absent
            missing += 1
        else:
            self.client_correlation_id = value

        value = get("idempotency_key", UNSET)
        if value is UNSET:
            self.idempotency_key = absent
            missing += 1
        else:
            self.idempotency_key = value

        value = get("metadata", UNSET)
        if value is UNSET:
            self.metadata = absent
            missing += 1
        elif value is None:
            self.metadata = None
        else:
            self.metadata = JsonObject.from_dict(value) if isinstance(value, dict) else value

        value = get("origin", UNSET)
        if value is UNSET:
            self.origin = absent
            missing += 1
        elif value is None:
            self.origin = None
        else:
            self.origin = JsonObject.from_dict(value) if isinstance(value, dict) else value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 13:
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
