from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import (
    UNSET,
    Model as _Model,
    Names as _Names,
    Unset,
    an_object as _object,
    parse_datetime,
    plain,
)

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
        if type(src_dict) is not dict:
            src_dict = _object(cls, src_dict)
        self = cls.__new__(cls)
        value: Any
        absent = cls._absent
        missing = 0
        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 0 + missing
        get = src_dict.get
        if not left or (value := get("job_id")) is None:
            self.job_id = absent
        else:
            left -= 1
            self.job_id = value

        if not left or (value := get("id")) is None:
            self.id = absent
        else:
            left -= 1
            self.id = value

        if not left or (value := get("status")) is None:
            self.status = absent
        else:
            left -= 1
            self.status = value

        if not left or "manifest_url" not in src_dict:
            self.manifest_url = absent
        else:
            left -= 1
            self.manifest_url = src_dict["manifest_url"]

        if not left or "label_spec" not in src_dict:
            self.label_spec = absent
        elif (value := src_dict["label_spec"]) is None:
            self.label_spec = None
            left -= 1
        else:
            left -= 1
            self.label_spec = LabelSpec.from_dict(value) if isinstance(value, dict) else value

        if not left or "task_type" not in src_dict:
            self.task_type = absent
        else:
            left -= 1
            self.task_type = src_dict["task_type"]

        if not left or "consensus_threshold" not in src_dict:
            self.consensus_threshold = absent
        else:
            left -= 1
            self.consensus_threshold = src_dict["consensus_threshold"]

        if not left or "callback_url" not in src_dict:
            self.callback_url = absent
        else:
            left -= 1
            self.callback_url = src_dict["callback_url"]

        if not left or "delivery" not in src_dict:
            self.delivery = absent
        elif (value := src_dict["delivery"]) is None:
            self.delivery = None
            left -= 1
        else:
            left -= 1
            self.delivery = Delivery.from_dict(value) if isinstance(value, dict) else value

        if not left or "created_at" not in src_dict:
            self.created_at = absent
        elif (value := src_dict["created_at"]) is None:
            self.created_at = None
            left -= 1
        else:
            left -= 1
            try:
                self.created_at = _fromisoformat(value)
            except (TypeError, ValueError):
                self.created_at = parse_datetime(value)

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


from ..models.delivery import Delivery  # noqa: E402
from ..models.label_spec import LabelSpec  # noqa: E402
