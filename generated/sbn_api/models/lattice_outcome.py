from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset(
    {
        "outcome",
        "agent_id",
        "duration_seconds",
        "error_message",
        "proof_hash",
        "proof_stage",
        "block_ref",
        "signal_hash",
        "anchor_hash",
        "anchor_type",
        "receipt_id",
        "degraded",
        "meta",
    }
)


@_define(repr=False)
class LatticeOutcome(_Model):
    """How a step ended.

    Attributes:
        outcome: What came of it; the package sends `completed`.
        agent_id: Who did it.
        duration_seconds: How long it took, in seconds; 0 is sent.
        error_message: What went wrong.
        proof_hash: Hash of the proof; since 0.14, as what follows.
        proof_stage: Stage of the proof.
        block_ref: Its block.
        signal_hash: Hash of the signal.
        anchor_hash: The hash that anchors.
        anchor_type: What kind of hash that is.
        receipt_id: Its receipt.
        degraded: Whether the anchor is a lesser one; false is sent.
        meta: Any JSON object.
    """

    outcome: str
    agent_id: str | Unset = UNSET
    duration_seconds: float | Unset = UNSET
    error_message: str | Unset = UNSET
    proof_hash: str | Unset = UNSET
    proof_stage: str | Unset = UNSET
    block_ref: str | Unset = UNSET
    signal_hash: str | Unset = UNSET
    anchor_hash: str | Unset = UNSET
    anchor_type: str | Unset = UNSET
    receipt_id: str | Unset = UNSET
    degraded: bool | Unset = UNSET
    meta: JsonObject | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "LatticeOutcome")

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
        value = self.outcome
        if value is not UNSET and value is not None:
            field_dict["outcome"] = value

        value = self.agent_id
        if value is not UNSET and value is not None:
            field_dict["agent_id"] = value

        value = self.duration_seconds
        if value is not UNSET and value is not None:
            field_dict["duration_seconds"] = value

        value = self.error_message
        if value is not UNSET and value is not None:
            field_dict["error_message"] = value

        value = self.proof_hash
        if value is not UNSET and value is not None:
            field_dict["proof_hash"] = value

        value = self.proof_stage
        if value is not UNSET and value is not None:
            field_dict["proof_stage"] = value

        value = self.block_ref
        if value is not UNSET and value is not None:
            field_dict["block_ref"] = value

        value = self.signal_hash
        if value is not UNSET and value is not None:
            field_dict["signal_hash"] = value

        value = self.anchor_hash
        if value is not UNSET and value is not None:
            field_dict["anchor_hash"] = value

        value = self.anchor_type
        if value is not UNSET and value is not None:
            field_dict["anchor_type"] = value

        value = self.receipt_id
        if value is not UNSET and value is not None:
            field_dict["receipt_id"] = value

        value = self.degraded
        if value is not UNSET and value is not None:
            field_dict["degraded"] = value

        value = self.meta
        if value is not UNSET and value is not None:
            field_dict["meta"] = plain(value)

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
            value = src_dict["outcome"]
        except KeyError:
            value = None
        if value is None:
            self.outcome = absent
            missing += 1
        else:
            self.outcome = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        get = src_dict.get
        if not left or (value := get("agent_id")) is None:
            self.agent_id = absent
        else:
            left -= 1
            self.agent_id = value

        if not left or (value := get("duration_seconds")) is None:
            self.duration_seconds = absent
        else:
            left -= 1
            self.duration_seconds = value

        if not left or (value := get("error_message")) is None:
            self.error_message = absent
        else:
            left -= 1
            self.error_message = value

        if not left or (value := get("proof_hash")) is None:
            self.proof_hash = absent
        else:
            left -= 1
            self.proof_hash = value

        if not left or (value := get("proof_stage")) is None:
            self.proof_stage = absent
        else:
            left -= 1
            self.proof_stage = value

        if not left or (value := get("block_ref")) is None:
            self.block_ref = absent
        else:
            left -= 1
            self.block_ref = value

        if not left or (value := get("signal_hash")) is None:
            self.signal_hash = absent
        else:
            left -= 1
            self.signal_hash = value

        if not left or (value := get("anchor_hash")) is None:
            self.anchor_hash = absent
        else:
            left -= 1
            self.anchor_hash = value

        if not left or (value := get("anchor_type")) is None:
            self.anchor_type = absent
        else:
            left -= 1
            self.anchor_type = value

        if not left or (value := get("receipt_id")) is None:
            self.receipt_id = absent
        else:
            left -= 1
            self.receipt_id = value

        if not left or (value := get("degraded")) is None:
            self.degraded = absent
        else:
            left -= 1
            self.degraded = value

        if not left or (value := get("meta")) is None:
            self.meta = absent
        else:
            left -= 1
            self.meta = JsonObject.from_dict(value) if isinstance(value, dict) else value

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


from ..models.json_object import JsonObject  # noqa: E402
