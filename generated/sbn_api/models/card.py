from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "card_id",
        "canonical_path",
        "frontier_id",
        "label",
        "authored_by",
        "card_version",
        "declared_prior",
        "empirical_local",
        "frontier_card",
        "bindings",
    }
)


@_define(repr=False)
class Card(_Model):
    """A frontier card.

    Attributes:
        card_id: Id of the card.
        canonical_path: Its path.
        frontier_id: Its frontier.
        label: Its label.
        authored_by: Who wrote it.
        card_version: Its version.
        declared_prior: What was declared: `family_class`, `theoretical_c_max`.
        empirical_local: What was found: `effective_c_max`, `effective_source`.
        frontier_card: The card itself: `identity`, `operational_form` and more.
        bindings: What it is bound to.
    """

    card_id: None | str | Unset = UNSET
    canonical_path: None | str | Unset = UNSET
    frontier_id: None | str | Unset = UNSET
    label: None | str | Unset = UNSET
    authored_by: None | str | Unset = UNSET
    card_version: None | str | Unset = UNSET
    declared_prior: JsonObject | None | Unset = UNSET
    empirical_local: JsonObject | None | Unset = UNSET
    frontier_card: JsonObject | None | Unset = UNSET
    bindings: CardBindings | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Card")

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
        value = self.card_id
        if value is not UNSET:
            field_dict["card_id"] = value

        value = self.canonical_path
        if value is not UNSET:
            field_dict["canonical_path"] = value

        value = self.frontier_id
        if value is not UNSET:
            field_dict["frontier_id"] = value

        value = self.label
        if value is not UNSET:
            field_dict["label"] = value

        value = self.authored_by
        if value is not UNSET:
            field_dict["authored_by"] = value

        value = self.card_version
        if value is not UNSET:
            field_dict["card_version"] = value

        value = self.declared_prior
        if value is not UNSET:
            field_dict["declared_prior"] = plain(value)

        value = self.empirical_local
        if value is not UNSET:
            field_dict["empirical_local"] = plain(value)

        value = self.frontier_card
        if value is not UNSET:
            field_dict["frontier_card"] = plain(value)

        value = self.bindings
        if value is not UNSET:
            field_dict["bindings"] = plain(value)

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
        if not left or "card_id" not in src_dict:
            self.card_id = absent
        else:
            left -= 1
            self.card_id = src_dict["card_id"]

        if not left or "canonical_path" not in src_dict:
            self.canonical_path = absent
        else:
            left -= 1
            self.canonical_path = src_dict["canonical_path"]

        if not left or "frontier_id" not in src_dict:
            self.frontier_id = absent
        else:
            left -= 1
            self.frontier_id = src_dict["frontier_id"]

        if not left or "label" not in src_dict:
            self.label = absent
        else:
            left -= 1
            self.label = src_dict["label"]

        if not left or "authored_by" not in src_dict:
            self.authored_by = absent
        else:
            left -= 1
            self.authored_by = src_dict["authored_by"]

        if not left or "card_version" not in src_dict:
            self.card_version = absent
        else:
            left -= 1
            self.card_version = src_dict["card_version"]

        if not left or "declared_prior" not in src_dict:
            self.declared_prior = absent
        elif (value := src_dict["declared_prior"]) is None:
            self.declared_prior = None
            left -= 1
        else:
            left -= 1
            self.declared_prior = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "empirical_local" not in src_dict:
            self.empirical_local = absent
        elif (value := src_dict["empirical_local"]) is None:
            self.empirical_local = None
            left -= 1
        else:
            left -= 1
            self.empirical_local = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "frontier_card" not in src_dict:
            self.frontier_card = absent
        elif (value := src_dict["frontier_card"]) is None:
            self.frontier_card = None
            left -= 1
        else:
            left -= 1
            self.frontier_card = JsonObject.from_dict(value) if isinstance(value, dict) else value

        if not left or "bindings" not in src_dict:
            self.bindings = absent
        elif (value := src_dict["bindings"]) is None:
            self.bindings = None
            left -= 1
        else:
            left -= 1
            self.bindings = CardBindings.from_dict(value) if isinstance(value, dict) else value

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


from ..models.card_bindings import CardBindings  # noqa: E402
from ..models.json_object import JsonObject  # noqa: E402
