from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "containers",
        "limit",
        "has_more",
        "freshness",
        "next_cursor",
        "server_correlation_id",
        "client_correlation_id",
    }
)


@_define(repr=False)
class ContainerListResponse(_Model):
    """One page of containers.

    Attributes:
        containers: The containers.
        limit: Entries of a page.
        has_more: Whether there is a next page.
        freshness: How far the projection is behind the log.
        next_cursor: Where the next page begins.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
    """

    containers: list[ContainerSummary]
    limit: int | None
    has_more: bool | None
    freshness: Freshness
    next_cursor: None | str | Unset = UNSET
    server_correlation_id: None | str | Unset = UNSET
    client_correlation_id: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ContainerListResponse")

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
        value = self.containers
        if value is not UNSET and value is not None:
            field_dict["containers"] = plain(value)

        value = self.limit
        if value is not UNSET:
            field_dict["limit"] = value

        value = self.has_more
        if value is not UNSET:
            field_dict["has_more"] = value

        value = self.freshness
        if value is not UNSET and value is not None:
            field_dict["freshness"] = plain(value)

        value = self.next_cursor
        if value is not UNSET:
            field_dict["next_cursor"] = value

        value = self.server_correlation_id
        if value is not UNSET:
            field_dict["server_correlation_id"] = value

        value = self.client_correlation_id
        if value is not UNSET:
            field_dict["client_correlation_id"] = value

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
            value = src_dict["containers"]
        except KeyError:
            value = None
        if value is None:
            self.containers = absent
            missing += 1
        else:
            self.containers = (
                [ContainerSummary.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        try:
            value = src_dict["limit"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.limit = absent
            missing += 1
        else:
            self.limit = value

        try:
            value = src_dict["has_more"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.has_more = absent
            missing += 1
        else:
            self.has_more = value

        try:
            value = src_dict["freshness"]
        except KeyError:
            value = None
        if value is None:
            self.freshness = absent
            missing += 1
        else:
            self.freshness = Freshness.from_dict(value) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        if not left or "next_cursor" not in src_dict:
            self.next_cursor = absent
        else:
            left -= 1
            self.next_cursor = src_dict["next_cursor"]

        if not left or "server_correlation_id" not in src_dict:
            self.server_correlation_id = absent
        else:
            left -= 1
            self.server_correlation_id = src_dict["server_correlation_id"]

        if not left or "client_correlation_id" not in src_dict:
            self.client_correlation_id = absent
        else:
            left -= 1
            self.client_correlation_id = src_dict["client_correlation_id"]

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


from ..models.container_summary import ContainerSummary  # noqa: E402
from ..models.freshness import Freshness  # noqa: E402
