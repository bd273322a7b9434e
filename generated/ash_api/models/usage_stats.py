from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object

_KNOWN = frozenset(
    {
        "totalInputTokens",
        "totalOutputTokens",
        "totalCacheCreationTokens",
        "totalCacheReadTokens",
        "totalToolCalls",
        "totalMessages",
        "totalComputeSeconds",
    }
)


@_define(repr=False)
class UsageStats(_Model):
    """Sums of usage.

    Attributes:
        total_input_tokens: Tokens that the model read.
        total_output_tokens: Tokens that the model wrote.
        total_cache_creation_tokens: Tokens that were put into the cache.
        total_cache_read_tokens: Tokens that were read from the cache.
        total_tool_calls: Uses of tools; the server always says 0.
        total_messages: Turns with a result.
        total_compute_seconds: Seconds of computing; the server always says 0.
    """

    total_input_tokens: float
    total_output_tokens: float
    total_cache_creation_tokens: float
    total_cache_read_tokens: float
    total_tool_calls: float
    total_messages: float
    total_compute_seconds: float
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "UsageStats")

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
        value = self.total_input_tokens
        if value is not UNSET and value is not None:
            field_dict["totalInputTokens"] = value

        value = self.total_output_tokens
        if value is not UNSET and value is not None:
            field_dict["totalOutputTokens"] = value

        value = self.total_cache_creation_tokens
        if value is not UNSET and value is not None:
            field_dict["totalCacheCreationTokens"] = value

        value = self.total_cache_read_tokens
        if value is not UNSET and value is not None:
            field_dict["totalCacheReadTokens"] = value

        value = self.total_tool_calls
        if value is not UNSET and value is not None:
            field_dict["totalToolCalls"] = value

        value = self.total_messages
        if value is not UNSET and value is not None:
            field_dict["totalMessages"] = value

        value = self.total_compute_seconds
        if value is not UNSET and value is not None:
            field_dict["totalComputeSeconds"] = value

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
            value = src_dict["totalInputTokens"]
        except KeyError:
            value = None
        if value is None:
            self.total_input_tokens = absent
            missing += 1
        else:
            self.total_input_tokens = value

        try:
            value = src_dict["totalOutputTokens"]
        except KeyError:
            value = None
        if value is None:
            self.total_output_tokens = absent
            missing += 1
        else:
            self.total_output_tokens = value

        try:
            value = src_dict["totalCacheCreationTokens"]
        except KeyError:
            value = None
        if value is None:
            self.total_cache_creation_tokens = absent
            missing += 1
        else:
            self.total_cache_creation_tokens = value

        try:
            value = src_dict["totalCacheReadTokens"]
        except KeyError:
            value = None
        if value is None:
            self.total_cache_read_tokens = absent
            missing += 1
        else:
            self.total_cache_read_tokens = value

        try:
            value = src_dict["totalToolCalls"]
        except KeyError:
            value = None
        if value is None:
            self.total_tool_calls = absent
            missing += 1
        else:
            self.total_tool_calls = value

        try:
            value = src_dict["totalMessages"]
        except KeyError:
            value = None
        if value is None:
            self.total_messages = absent
            missing += 1
        else:
            self.total_messages = value

        try:
            value = src_dict["totalComputeSeconds"]
        except KeyError:
            value = None
        if value is None:
            self.total_compute_seconds = absent
            missing += 1
        else:
            self.total_compute_seconds = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 7 + missing
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
