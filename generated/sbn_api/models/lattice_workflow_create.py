from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"domain", "name", "nodes", "edges", "topology", "gec_frontier", "meta"})


@_define(repr=False)
class LatticeWorkflowCreate(_Model):
    """A workflow to create.

    Attributes:
        domain: Domain of the workflow.
        name: Name of the workflow.
        nodes: Its steps.
        edges: Edges between the steps; empty when there are none.
        topology: Shape of the workflow; the package sends `series`.
        gec_frontier: Any JSON object.
        meta: Any JSON object.
    """

    domain: str
    name: str
    nodes: list[LatticeStep]
    edges: list[LatticeLink]
    topology: str
    gec_frontier: JsonObject | Unset = UNSET
    meta: JsonObject | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "LatticeWorkflowCreate")

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
        value = self.domain
        if value is not UNSET and value is not None:
            field_dict["domain"] = value

        value = self.name
        if value is not UNSET and value is not None:
            field_dict["name"] = value

        value = self.nodes
        if value is not UNSET and value is not None:
            field_dict["nodes"] = plain(value)

        value = self.edges
        if value is not UNSET and value is not None:
            field_dict["edges"] = plain(value)

        value = self.topology
        if value is not UNSET and value is not None:
            field_dict["topology"] = value

        value = self.gec_frontier
        if value is not UNSET and value is not None:
            field_dict["gec_frontier"] = plain(value)

        value = self.meta
        if value is not UNSET and value is not None:
            field_dict["meta"] = plain(value)

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
            value = src_dict["domain"]
        except KeyError:
            value = None
        if value is None:
            self.domain = absent
            missing += 1
        else:
            self.domain = value

        try:
            value = src_dict["name"]
        except KeyError:
            value = None
        if value is None:
            self.name = absent
            missing += 1
        else:
            self.name = value

        try:
            value = src_dict["nodes"]
        except KeyError:
            value = None
        if value is None:
            self.nodes = absent
            missing += 1
        else:
            self.nodes = (
                [LatticeStep.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        try:
            value = src_dict["edges"]
        except KeyError:
            value = None
        if value is None:
            self.edges = absent
            missing += 1
        else:
            self.edges = (
                [LatticeLink.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        try:
            value = src_dict["topology"]
        except KeyError:
            value = None
        if value is None:
            self.topology = absent
            missing += 1
        else:
            self.topology = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 5 + missing
        get = src_dict.get
        if not left or (value := get("gec_frontier")) is None:
            self.gec_frontier = absent
        else:
            left -= 1
            self.gec_frontier = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or (value := get("meta")) is None:
            self.meta = absent
        else:
            left -= 1
            self.meta = JsonObject.from_dict(value) if isinstance(value, dict) else value

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
from ..models.lattice_link import LatticeLink  # noqa: E402
from ..models.lattice_step import LatticeStep  # noqa: E402
