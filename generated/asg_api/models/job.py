from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, parse_datetime, plain

_fromisoformat = datetime.datetime.fromisoformat
_KNOWN = frozenset(
    {
        "job_id",
        "id",
        "status",
        "manifest_url",
        "label_spec",
        "task_type",
        "consensus_threshold",
        "callback_url",
        "delivery",
        "created_at",
    }
)


@_define(repr=False)
class Job(_Model):
    """A job. Its fields are not documented, so none is certain; credentials are never among them.

    Attributes:
        job_id: Id of the job.
        id: Id of the job, under another name.
        status: State of the job; the values are not documented.
        manifest_url: Address of the manifest.
        label_spec: The question and its options.
        task_type: What is to be labelled.
        consensus_threshold: Labels to collect for each line.
        callback_url: Where the job is announced.
        delivery: Where results go.
        created_at: When the job was started.
    """

    job_id: str | Unset = UNSET
    id: str | Unset = UNSET
    status: str | Unset = UNSET
    manifest_url: None | str | Unset = UNSET
    label_spec: LabelSpec | None | Unset = UNSET
    task_type: None | str | Unset = UNSET
    consensus_threshold: int | None | Unset = UNSET
    callback_url: None | str | Unset = UNSET
    delivery: Delivery | None | Unset = UNSET
    created_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "Job")

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
        value = self.job_id
        if value is not UNSET and value is not None:
            field_dict["job_id"] = value

        value = self.id
        if value is not UNSET and value is not None:
            field_dict["id"] = value

        value = self.status
        if value is not UNSET and value is not None:
            field_dict["status"] = value

        value = self.manifest_url
        if value is not UNSET:
            field_dict["manifest_url"] = value

        value = self.label_spec
        if value is not UNSET:
            field_dict["label_spec"] = plain(value)

        value = self.task_type
        if value is not UNSET:
            field_dict["task_type"] = value

        value = self.consensus_threshold
        if value is not UNSET:
            field_dict["consensus_threshold"] = value

        value = self.callback_url
        if value is not UNSET:
            field_dict["callback_url"] = value

        value = self.delivery
        if value is not UNSET:
            field_dict["delivery"] = plain(value)

        value = self.created_at
        if value is not UNSET:
            field_dict["created_at"] = plain(value)

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
        value = get("job_id")
        if value is None:
            self.job_id = absent
            missing += 1
        else:
            self.job_id = value

        value = get("id")
        if value is None:
            self.id = absent
            missing += 1
        else:
            self.id = value

        value = get("status")
        if value is None:
            self.status = absent
            missing += 1
        else:
            self.status = value

        value = get("manifest_url", UNSET)
        if value is UNSET:
            self.manifest_url = absent
            missing += 1
        else:
            self.manifest_url = value

        value = get("label_spec", UNSET)
        if value is UNSET:
            self.label_spec = absent
            missing += 1
        elif value is None:
            self.label_spec = None
        else:
            self.label_spec = LabelSpec.from_dict(value) if isinstance(value, dict) else value

        value = get("task_type", UNSET)
        if value is UNSET:
            self.task_type = absent
            missing += 1
        else:
            self.task_type = value

        value = get("consensus_threshold", UNSET)
        if value is UNSET:
            self.consensus_threshold = absent
            missing += 1
        else:
            self.consensus_threshold = value

        value = get("callback_url", UNSET)
        if value is UNSET:
            self.callback_url = absent
            missing += 1
        else:
            self.callback_url = value

        value = get("delivery", UNSET)
        if value is UNSET:
            self.delivery = absent
            missing += 1
        elif value is None:
            self.delivery = None
        else:
            self.delivery = Delivery.from_dict(value) if isinstance(value, dict) else value

        value = get("created_at", UNSET)
        if value is UNSET:
            self.created_at = absent
            missing += 1
        elif value is None:
            self.created_at = None
        else:
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

        # Nothing but known fields: the usual case, told by the count alone.
        if len(src_dict) + missing == 10:
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


from ..models.delivery import Delivery  # noqa: E402
from ..models.label_spec import LabelSpec  # noqa: E402
