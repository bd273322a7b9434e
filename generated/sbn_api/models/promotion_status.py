from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, an_object as _object, plain

_KNOWN = frozenset(
    {
        "status",
        "sealed_local",
        "submitted",
        "queued_for_attestation",
        "attested",
        "promotion_status",
        "receipt_hash",
        "receipt_id",
        "frontier_id",
        "target_project_id",
        "snapchore_hash",
        "smartblock_record_id",
        "moment_auth",
    }
)


@_define(repr=False)
class PromotionStatus(_Model):
    """How far a promotion has come; the client makes it from the answers.

    Attributes:
        status: How far it has come.
        sealed_local: Whether it is sealed locally.
        submitted: Whether it was submitted.
        queued_for_attestation: Whether it waits for its attestation.
        attested: Whether it was attested.
        promotion_status: Its state, as the service sent it.
        receipt_hash: Hash of its receipt.
        receipt_id: Its receipt.
        frontier_id: The frontier.
        target_project_id: The project that it is for.
        snapchore_hash: Hash of the block.
        smartblock_record_id: Record of the block.
        moment_auth: Whether the moment of a block is proved.
    """

    status: str
    sealed_local: bool
    submitted: bool
    queued_for_attestation: bool
    attested: bool
    promotion_status: None | str
    receipt_hash: None | str
    receipt_id: None | str
    frontier_id: None | str
    target_project_id: None | str
    snapchore_hash: None | str
    smartblock_record_id: None | str
    moment_auth: MomentAuth
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "PromotionStatus")

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
        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.sealed_local
        if value is not UNSET and value is not None:
            field_dict["sealed_local"] = value

        value = self.submitted
        if value is not UNSET and value is not None:
            field_dict["submitted"] = value

        value = self.queued_for_attestation
        if value is not UNSET and value is not None:
            field_dict["queued_for_attestation"] = value

        value = self.attested
        if value is not UNSET and value is not None:
            field_dict["attested"] = value

        value = self.promotion_status
        if value is not UNSET:
            field_dict["promotion_status"] = value

        value = self.receipt_hash
        if value is not UNSET:
            field_dict["receipt_hash"] = value

        value = self.receipt_id
        if value is not UNSET:
            field_dict["receipt_id"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.target_project_id
        if value is not UNSET:
            field_dict["target_project_id"] = value

        value = self.snapchore_hash
        if value is not UNSET:
            field_dict["snapchore_hash"] = value

        value = self.smartblock_record_id
        if value is not UNSET:
            field_dict["smartblock_record_id"] = value

        value = self.moment_auth
        if value is not UNSET and value is not None:
            field_dict["moment_auth"] = plain(value)

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
            value = src_dict["status"]
        except KeyError:
            value = None
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

        try:
            value = src_dict["sealed_local"]
        except KeyError:
            value = None
        if value is None:
            self.sealed_local = absent
            missing += 1
        else:
            self.sealed_local = value

        try:
            value = src_dict["submitted"]
        except KeyError:
            value = None
        if value is None:
            self.submitted = absent
            missing += 1
        else:
            self.submitted = value

        try:
            value = src_dict["queued_for_attestation"]
        except KeyError:
            value = None
        if value is None:
            self.queued_for_attestation = absent
            missing += 1
        else:
            self.queued_for_attestation = value

        try:
            value = src_dict["attested"]
        except KeyError:
            value = None
        if value is None:
            self.attested = absent
            missing += 1
        else:
            self.attested = value

        try:
            value = src_dict["promotion_status"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.promotion_status = absent
            missing += 1
        else:
            self.promotion_status = value

        try:
            value = src_dict["receipt_hash"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.receipt_hash = absent
            missing += 1
        else:
            self.receipt_hash = value

        try:
            value = src_dict["receipt_id"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.receipt_id = absent
            missing += 1
        else:
            self.receipt_id = value

        try:
            value = src_dict["frontier_id"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.frontier_id = absent
            missing += 1
        else:
            self.frontier_id = value

        try:
            value = src_dict["target_project_id"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.target_project_id = absent
            missing += 1
        else:
            self.target_project_id = value

        try:
            value = src_dict["snapchore_hash"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.snapchore_hash = absent
            missing += 1
        else:
            self.snapchore_hash = value

        try:
            value = src_dict["smartblock_record_id"]
        except KeyError:
            value = UNSET
        if value is UNSET:
            self.smartblock_record_id = absent
            missing += 1
        else:
            self.smartblock_record_id = value

        try:
            value = src_dict["moment_auth"]
        except KeyError:
            value = None
        if value is None:
            self.moment_auth = absent
            missing += 1
        else:
            self.moment_auth = MomentAuth.from_dict(value) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 13 + missing
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


from ..models.moment_auth import MomentAuth  # noqa: E402
