from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "contents",
        "freshness",
        "container_id",
        "kind",
        "server_correlation_id",
        "client_correlation_id",
        "owner",
        "display_name",
    }
)


@_define(repr=False)
class ContainerContentsResponse(_Model):
    """A container and what it holds.

    Attributes:
        contents: What a container holds. Which members are there depends on `type`: `balances`
            (balance, grid), `placements` (grid, continuous_1d, continuous_2d), `slots` (slots), `grid`
            (grid), `continuous` (continuous_1d, continuous_2d).
        freshness: How far the projection is behind the log.
        container_id: The container.
        kind: Its kind; whether the tag is `balance` or `Balance` is not documented.
        server_correlation_id: The server's id of the request.
        client_correlation_id: The client's id of the request.
        owner: Its owner.
        display_name: Its name.
    """

    contents: ContainerContents
    freshness: Freshness
    container_id: int | str
    kind: Any
    server_correlation_id: None | str | Unset = UNSET
    client_correlation_id: None | str | Unset = UNSET
    owner: int | None | Unset = UNSET
    display_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ContainerContentsResponse")

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
        value = self.contents
        if value is not UNSET and value is not None:
            field_dict["contents"] = plain(value)

        value = self.freshness
        if value is not UNSET and value is not None:
            field_dict["freshness"] = plain(value)

        value = self.container_id
        if value is not UNSET and value is not None:
            field_dict["container_id"] = value

        value = self.kind
        if value is not UNSET:
            field_dict["kind"] = value

        value = self.server_correlation_id
        if value is not UNSET:
            field_dict["server_correlation_id"] = value

        value = self.client_correlation_id
        if value is not UNSET:
            field_dict["client_correlation_id"] = value

        value = self.owner
        if value is not UNSET:
            field_dict["owner"] = value

        value = self.display_name
        if value is not UNSET:
            field_dict["display_name"] = value

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
            value = src_dict["contents"]
        except KeyError:
            value = None
        if value is None:
            self.contents = absent
            missing += 1
        else:
            self.contents = ContainerContents.from_dict(value) if isinstance(value, dict) else value

        try:
            value = src_dict["freshness"]
        except KeyError:
            value = None
        if value is None:
            self.freshness = absent
            missing += 1
        else:
            self.freshness = Freshness.from_dict(value) if isinstance(value, dict) else value

        try:
            value = src_dict["container_id"]
        except KeyError:
            value = None
        if value is None:
            self.container_id = absent
            missing += 1
        else:
            self.container_id = value

        try:
            value = src_dict["kind"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.kind = absent
            missing += 1
        else:
            self.kind = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
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

        if not left or "owner" not in src_dict:
            self.owner = absent
        else:
            left -= 1
            self.owner = src_dict["owner"]

        if not left or "display_name" not in src_dict:
            self.display_name = absent
        else:
            left -= 1
            self.display_name = src_dict["display_name"]

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


from ..models.container_contents import ContainerContents  # noqa: E402
from ..models.freshness import Freshness  # noqa: E402
