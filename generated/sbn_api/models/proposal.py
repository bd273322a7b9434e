from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"id", "status", "approvals_received", "approvals_required", "proposal_id", "document", "checksum"}
)


@_define(repr=False)
class Proposal(_Model):
    """A proposal.

    Attributes:
        id: Id of the proposal.
        status: State of the proposal.
        approvals_received: Approvals so far.
        approvals_required: Approvals that it needs.
        proposal_id: Id of the proposal, where it is named so.
        document: What is proposed.
        checksum: Checksum of the document.
    """

    id: str
    status: str
    approvals_received: int
    approvals_required: int
    proposal_id: None | str | Unset = UNSET
    document: None | ProposalDocument | Unset = UNSET
    checksum: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Proposal")

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
        value = self.id
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.approvals_received
        if value is not UNSET and value is not None:
            field_dict["approvals_received"] = value

        value = self.approvals_required
        if value is not UNSET and value is not None:
            field_dict["approvals_required"] = value

        value = self.proposal_id
        if value is not UNSET:
            field_dict["proposal_id"] = value

        value = self.document
        if value is not UNSET:
            field_dict["document"] = plain(value)

        value = self.checksum
        if value is not UNSET:
            field_dict["checksum"] = value

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
            value = src_dict["id"]
        except KeyError:
            value = None
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

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
            value = src_dict["approvals_received"]
        except KeyError:
            value = None
        if value is None:
            self.approvals_received = absent
            missing += 1
        else:
            self.approvals_received = value

        try:
            value = src_dict["approvals_required"]
        except KeyError:
            value = None
        if value is None:
            self.approvals_required = absent
            missing += 1
        else:
            self.approvals_required = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 4 + missing
        if not left or "proposal_id" not in src_dict:
            self.proposal_id = absent
        else:
            left -= 1
            self.proposal_id = src_dict["proposal_id"]

        if not left or "document" not in src_dict:
            self.document = absent
        elif (value := src_dict["document"]) is None:
            self.document = None
            left -= 1
        else:
            left -= 1
            self.document = ProposalDocument.from_dict(value) if isinstance(value, dict) else value

        if not left or "checksum" not in src_dict:
            self.checksum = absent
        else:
            left -= 1
            self.checksum = src_dict["checksum"]

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


from ..models.proposal_document import ProposalDocument  # noqa: E402
