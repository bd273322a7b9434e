from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object

_KNOWN = frozenset(
    {"run_id", "status_label", "status", "phase", "proof_stage", "last_event_at", "event_count", "step_count"}
)


@_define(repr=False)
class WorkflowRun(_Model):
    """A run of a workflow.

    Attributes:
        run_id: Id of the run.
        status_label: Its state.
        status: Its state.
        phase: Its phase.
        proof_stage: Stage of its proof.
        last_event_at: When something happened last.
        event_count: Number of events.
        step_count: Number of steps.
    """

    run_id: None | str | Unset = UNSET
    status_label: None | str | Unset = UNSET
    status: None | str | Unset = UNSET
    phase: None | str | Unset = UNSET
    proof_stage: None | str | Unset = UNSET
    last_event_at: None | str | Unset = UNSET
    event_count: int | None | Unset = UNSET
    step_count: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "WorkflowRun")

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
        value = self.run_id
        if value is not UNSET:
            field_dict["run_id"] = value

        value = self.status_label
        if value is not UNSET:
            field_dict["status_label"] = value

        value = self.status
        if value is not UNSET:
            field_dict["status"] = value

        value = self.phase
        if value is not UNSET:
            field_dict["phase"] = value

        value = self.proof_stage
        if value is not UNSET:
            field_dict["proof_stage"] = value

        value = self.last_event_at
        if value is not UNSET:
            field_dict["last_event_at"] = value

        value = self.event_count
        if value is not UNSET:
            field_dict["event_count"] = value

        value = self.step_count
        if value is not UNSET:
            field_dict["step_count"] = value

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
        if not left or "run_id" not in src_dict:
            self.run_id = absent
        else:
            left -= 1
            self.run_id = src_dict["run_id"]

        if not left or "status_label" not in src_dict:
            self.status_label = absent
        else:
            left -= 1
            self.status_label = src_dict["status_label"]

        if not left or "status" not in src_dict:
            self.status = absent
        else:
            left -= 1
            self.status = src_dict["status"]

        if not left or "phase" not in src_dict:
            self.phase = absent
        else:
            left -= 1
            self.phase = src_dict["phase"]

        if not left or "proof_stage" not in src_dict:
            self.proof_stage = absent
        else:
            left -= 1
            self.proof_stage = src_dict["proof_stage"]

        if not left or "last_event_at" not in src_dict:
            self.last_event_at = absent
        else:
            left -= 1
            self.last_event_at = src_dict["last_event_at"]

        if not left or "event_count" not in src_dict:
            self.event_count = absent
        else:
            left -= 1
            self.event_count = src_dict["event_count"]

        if not left or "step_count" not in src_dict:
            self.step_count = absent
        else:
            left -= 1
            self.step_count = src_dict["step_count"]

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
