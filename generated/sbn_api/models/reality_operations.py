from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, plain

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
        try:
            get = src_dict.get
        except AttributeError:
            raise TypeError(
                f"{cls.__name__} is read from a JSON object, not from {type(src_dict).__name__}"
            ) from None
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        value = get("review_queue", UNSET)
        if value is UNSET:
            self.review_queue = absent
            missing += 1
        elif value is None:
            self.review_queue = None
        else:
            self.review_queue = (
                [Suggestion.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        value = get("promotion_requested", UNSET)
        if value is UNSET:
            self.promotion_requested = absent
            missing += 1
        elif value is None:
            self.promotion_requested = None
        else:
            self.promotion_requested = OperationRows.from_dict(value) if isinstance(value, dict) else value

        value = get("handoff_prepared", UNSET)
        if value is UNSET:
            self.handoff_prepared = absent
            missing += 1
        elif value is None:
            self.handoff_prepared = None
        else:
            self.handoff_prepared = OperationRows.from_dict(value) if isinstance(value, dict) else value

        value = get("submitted", UNSET)
        if value is UNSET:
            self.submitted = absent
            missing += 1
        elif value is None:
            self.submitted = None
        else:
            self.submitted = OperationRows.from_dict(value) if isinstance(value, dict) else value

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 4:
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
