from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"workflow_id", "state", "nodes", "id", "domain", "name", "topology", "edges"})


@_define(repr=False)
class LatticeWorkflow(_Model):
    """A workflow.

    Attributes:
        workflow_id: Id of the workflow.
        state: State of the workflow.
        nodes: Its steps.
        id: Id of the workflow, where it is named so.
        domain: Domain of the workflow.
        name: Name of the workflow.
        topology: Shape of the workflow.
        edges: Edges between the steps.
    """

    workflow_id: str
    state: str
    nodes: list[LatticeStep]
    id: None | str | Unset = UNSET
    domain: None | str | Unset = UNSET
    name: None | str | Unset = UNSET
    topology: None | str | Unset = UNSET
    edges: list[LatticeLink] | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "LatticeWorkflow")

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
        value = self.workflow_id
        if value is not UNSET and value is not None:
            field_dict["workflow_id"] = value

        value = self.state
        if value is not UNSET and value is not None:
            field_dict["state"] = value

        value = self.nodes
        if value is not UNSET and value is not None:
            field_dict["nodes"] = plain(value)

        value = self.id
        if value is not UNSET:
            field_dict["id"] = value

        value = self.domain
        if value is not UNSET:
            field_dict["domain"] = value

        value = self.name
        if value is not UNSET:
            field_dict["name"] = value

        value = self.topology
        if value is not UNSET:
            field_dict["topology"] = value

        value = self.edges
        if value is not UNSET:
            field_dict["edges"] = plain(value)

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
            value = src_dict["workflow_id"]
        except KeyError:
            value = None
        if value is None:
            self.workflow_id = absent
            missing += 1
        else:
            self.workflow_id = value

        try:
            value = src_dict["state"]
        except KeyError:
            value = None
        if value is None:
            self.state = absent
            missing += 1
        else:
            self.state = value

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

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        if not left or "id" not in src_dict:
            self.id = absent
        else:
            left -= 1
            self.id = src_dict["id"]

        if not left or "domain" not in src_dict:
            self.domain = absent
        else:
            left -= 1
            self.domain = src_dict["domain"]

        if not left or "name" not in src_dict:
            self.name = absent
        else:
            left -= 1
            self.name = src_dict["name"]

        if not left or "topology" not in src_dict:
            self.topology = absent
        else:
            left -= 1
            self.topology = src_dict["topology"]

        if not left or "edges" not in src_dict:
            self.edges = absent
        elif (value := src_dict["edges"]) is None:
            self.edges = None
            left -= 1
        else:
            left -= 1
            self.edges = (
                [LatticeLink.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

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


from ..models.lattice_link import LatticeLink  # noqa: E402
from ..models.lattice_step import LatticeStep  # noqa: E402
