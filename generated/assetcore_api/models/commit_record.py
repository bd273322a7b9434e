from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "commit_id",
        "outcome",
        "world_seq_start",
        "world_seq_end",
        "event_count",
        "commit_time_ms",
        "actor_id",
        "metadata",
        "origin",
    }
)


@_define(repr=False)
class CommitRecord(_Model):
    """A commit of the history. Its members are not documented.

    Attributes:
        commit_id: Id of the commit.
        outcome: What became of it.
        world_seq_start: World sequence of its first event.
        world_seq_end: World sequence of its last event.
        event_count: Number of its events.
        commit_time_ms: When it was committed, in milliseconds.
        actor_id: Who acted.
        metadata: As it was sent.
        origin: As it was sent.
    """

    commit_id: None | str | Unset = UNSET
    outcome: None | str | Unset = UNSET
    world_seq_start: int | None | Unset = UNSET
    world_seq_end: int | None | Unset = UNSET
    event_count: int | None | Unset = UNSET
    commit_time_ms: int | None | Unset = UNSET
    actor_id: None | str | Unset = UNSET
    metadata: JsonObject | None | Unset = UNSET
    origin: JsonObject | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "CommitRecord")

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
        value = self.commit_id
        if value is not UNSET:
            field_dict["commit_id"] = value

        value = self.outcome
        if value is not UNSET:
            field_dict["outcome"] = value

        value = self.world_seq_start
        if value is not UNSET:
            field_dict["world_seq_start"] = value

        value = self.world_seq_end
        if value is not UNSET:
            field_dict["world_seq_end"] = value

        value = self.event_count
        if value is not UNSET:
            field_dict["event_count"] = value

        value = self.commit_time_ms
        if value is not UNSET:
            field_dict["commit_time_ms"] = value

        value = self.actor_id
        if value is not UNSET:
            field_dict["actor_id"] = value

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
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        if not left or "commit_id" not in src_dict:
            self.commit_id = absent
        else:
            left -= 1
            self.commit_id = src_dict["commit_id"]

        if not left or "outcome" not in src_dict:
            self.outcome = absent
        else:
            left -= 1
            self.outcome = src_dict["outcome"]

        if not left or "world_seq_start" not in src_dict:
            self.world_seq_start = absent
        else:
            left -= 1
            self.world_seq_start = src_dict["world_seq_start"]

        if not left or "world_seq_end" not in src_dict:
            self.world_seq_end = absent
        else:
            left -= 1
            self.world_seq_end = src_dict["world_seq_end"]

        if not left or "event_count" not in src_dict:
            self.event_count = absent
        else:
            left -= 1
            self.event_count = src_dict["event_count"]

        if not left or "commit_time_ms" not in src_dict:
            self.commit_time_ms = absent
        else:
            left -= 1
            self.commit_time_ms = src_dict["commit_time_ms"]

        if not left or "actor_id" not in src_dict:
            self.actor_id = absent
        else:
            left -= 1
            self.actor_id = src_dict["actor_id"]

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
