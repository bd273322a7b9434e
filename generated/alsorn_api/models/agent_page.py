from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"data", "pagination", "agents", "total", "page", "limit"})


@_define(repr=False)
class AgentPage(_Model):
    """One page of agents. The documentation has `data` and `pagination`; the package reads `agents`,
    `total`, `page` and `limit`.

    Attributes:
        data: The agents of this page.
        pagination: Where a page stands in its list.
        agents: The agents of this page.
        total: Agents in the whole list.
        page: Number of this page, from 1.
        limit: Agents per page.
    """

    data: list[Agent] | Unset = UNSET
    pagination: Pagination | Unset = UNSET
    agents: list[Agent] | Unset = UNSET
    total: int | None | Unset = UNSET
    page: int | None | Unset = UNSET
    limit: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "AgentPage")

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
        value = self.data
        if value is not UNSET and value is not None:
            field_dict["data"] = plain(value)

        value = self.pagination
        if value is not UNSET and value is not None:
            field_dict["pagination"] = plain(value)

        value = self.agents
        if value is not UNSET and value is not None:
            field_dict["agents"] = plain(value)

        value = self.total
        if value is not UNSET:
            field_dict["total"] = value

        value = self.page
        if value is not UNSET:
            field_dict["page"] = value

        value = self.limit
        if value is not UNSET:
            field_dict["limit"] = value

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
        get = src_dict.get
        if not left or (value := get("data")) is None:
            self.data = absent
        else:
            left -= 1
            self.data = (
                [Agent.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or (value := get("pagination")) is None:
            self.pagination = absent
        else:
            left -= 1
            self.pagination = Pagination.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("agents")) is None:
            self.agents = absent
        else:
            left -= 1
            self.agents = (
                [Agent.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "total" not in src_dict:
            self.total = absent
        else:
            left -= 1
            self.total = src_dict["total"]

        if not left or "page" not in src_dict:
            self.page = absent
        else:
            left -= 1
            self.page = src_dict["page"]

        if not left or "limit" not in src_dict:
            self.limit = absent
        else:
            left -= 1
            self.limit = src_dict["limit"]

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


from ..models.agent import Agent  # noqa: E402
from ..models.pagination import Pagination  # noqa: E402
