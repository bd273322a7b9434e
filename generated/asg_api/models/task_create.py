from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {"type", "data_url", "label_spec", "consensus_threshold", "callback_url", "idempotency_key"}
)


@_define(repr=False)
class TaskCreate(_Model):
    """A task to label.

    Attributes:
        type_: What is to be labelled.
        data_url: HTTPS address of what is to be labelled, public; of a text for a task on texts.
        label_spec: The question to the workers and the answers they choose from.
        consensus_threshold: Labels to collect, 2 to 10; the server's default is 3.
        callback_url: Where to announce the settled task; the address of a registered webhook.
        idempotency_key: A request with a key that was used before gives back the task that it made.
    """

    type_: str
    data_url: str
    label_spec: LabelSpec
    consensus_threshold: int | Unset = UNSET
    callback_url: str | Unset = UNSET
    idempotency_key: str | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "TaskCreate")

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
        value = self.type_
        if value is not UNSET and value is not None:
            field_dict["type"] = value

        value = self.data_url
        if value is not UNSET and value is not None:
            field_dict["data_url"] = value

        value = self.label_spec
        if value is not UNSET and value is not None:
            field_dict["label_spec"] = plain(value)

        value = self.consensus_threshold
        if value is not UNSET and value is not None:
            field_dict["consensus_threshold"] = value

        value = self.callback_url
        if value is not UNSET and value is not None:
            field_dict["callback_url"] = value

        value = self.idempotency_key
        if value is not UNSET and value is not None:
            field_dict["idempotency_key"] = value

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
            value = src_dict["type"]
        except KeyError:
            value = None
        if value is None:
            self.type_ = absent
            missing += 1
        else:
            self.type_ = value

        try:
            value = src_dict["data_url"]
        except KeyError:
            value = None
        if value is None:
            self.data_url = absent
            missing += 1
        else:
            self.data_url = value

        try:
            value = src_dict["label_spec"]
        except KeyError:
            value = None
        if value is None:
            self.label_spec = absent
            missing += 1
        else:
            self.label_spec = LabelSpec.from_dict(value) if isinstance(value, dict) else value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 3 + missing
        get = src_dict.get
        if not left or (value := get("consensus_threshold")) is None:
            self.consensus_threshold = absent
        else:
            left -= 1
            self.consensus_threshold = value

        if not left or (value := get("callback_url")) is None:
            self.callback_url = absent
        else:
            left -= 1
            self.callback_url = value

        if not left or (value := get("idempotency_key")) is None:
            self.idempotency_key = absent
        else:
            left -= 1
            self.idempotency_key = value

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


from ..models.label_spec import LabelSpec  # noqa: E402
