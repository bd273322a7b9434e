from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"review_queue", "promotion_requested", "handoff_prepared", "submitted"})


@_define(repr=False)
class RealityOperations(_Model):
    """What is under way.

    Attributes:
        review_queue: What waits for a review.
        promotion_requested: What was requested.
        handoff_prepared: What was prepared.
        submitted: What was submitted.
    """

    review_queue: list[Suggestion] | None | Unset = UNSET
    promotion_requested: None | OperationRows | Unset = UNSET
    handoff_prepared: None | OperationRows | Unset = UNSET
    submitted: None | OperationRows | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "RealityOperations")

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
        value = self.review_queue
        if value is not UNSET:
            field_dict["review_queue"] = plain(value)

        value = self.promotion_requested
        if value is not UNSET:
            field_dict["promotion_requested"] = plain(value)

        value = self.handoff_prepared
        if value is not UNSET:
            field_dict["handoff_prepared"] = plain(value)

        value = self.submitted
        if value is not UNSET:
            field_dict["submitted"] = plain(value)

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
        if not left or "review_queue" not in src_dict:
            self.review_queue = absent
        elif (value := src_dict["review_queue"]) is None:
            self.review_queue = None
            left -= 1
        else:
            left -= 1
            self.review_queue = (
                [Suggestion.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "promotion_requested" not in src_dict:
            self.promotion_requested = absent
        elif (value := src_dict["promotion_requested"]) is None:
            self.promotion_requested = None
            left -= 1
        else:
            left -= 1
            self.promotion_requested = OperationRows.from_dict(value) if isinstance(value, dict) else value

        if not left or "handoff_prepared" not in src_dict:
            self.handoff_prepared = absent
        elif (value := src_dict["handoff_prepared"]) is None:
            self.handoff_prepared = None
            left -= 1
        else:
            left -= 1
            self.handoff_prepared = OperationRows.from_dict(value) if isinstance(value, dict) else value

        if not left or "submitted" not in src_dict:
            self.submitted = absent
        elif (value := src_dict["submitted"]) is None:
            self.submitted = None
            left -= 1
        else:
            left -= 1
            self.submitted = OperationRows.from_dict(value) if isinstance(value, dict) else value

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


from ..models.operation_rows import OperationRows  # noqa: E402
from ..models.suggestion import Suggestion  # noqa: E402
