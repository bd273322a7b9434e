from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define, field as _field
from clientkit.operation import UNSET, Model as _Model, Names as _Names, Unset, an_object as _object, plain

_KNOWN = frozenset({"count", "proof_ledger", "proof_surface_id", "proof_chain"})


@_define(repr=False)
class ProofLedger(_Model):
    """The proof ledger of a block.

    Attributes:
        count: Number of entries.
        proof_ledger: The entries.
        proof_surface_id: Its surface.
        proof_chain: Its chain.
    """

    count: int
    proof_ledger: list[ProofLedgerEntry] | None | Unset = UNSET
    proof_surface_id: None | str | Unset = UNSET
    proof_chain: None | ProofChainEnd | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)
    _wire: ClassVar[tuple[str, str]] = (__name__, "ProofLedger")

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
        value = self.count
        if value is not UNSET and value is not None:
            field_dict["count"] = value

        value = self.proof_ledger
        if value is not UNSET:
            field_dict["proof_ledger"] = plain(value)

        value = self.proof_surface_id
        if value is not UNSET:
            field_dict["proof_surface_id"] = value

        value = self.proof_chain
        if value is not UNSET:
            field_dict["proof_chain"] = plain(value)

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
            value = src_dict["count"]
        except KeyError:
            value = None
        if value is None:
            self.count = absent
            missing += 1
        else:
            self.count = value

        # How many fields of the object are not read yet; a null that is none counts as one.
        left = len(src_dict) - 1 + missing
        if not left or "proof_ledger" not in src_dict:
            self.proof_ledger = absent
        elif (value := src_dict["proof_ledger"]) is None:
            self.proof_ledger = None
            left -= 1
        else:
            left -= 1
            self.proof_ledger = (
                [ProofLedgerEntry.from_dict(item) if isinstance(item, dict) else item for item in value]
                if isinstance(value, list)
                else value
            )

        if not left or "proof_surface_id" not in src_dict:
            self.proof_surface_id = absent
        else:
            left -= 1
            self.proof_surface_id = src_dict["proof_surface_id"]

        if not left or "proof_chain" not in src_dict:
            self.proof_chain = absent
        elif (value := src_dict["proof_chain"]) is None:
            self.proof_chain = None
            left -= 1
        else:
            left -= 1
            self.proof_chain = ProofChainEnd.from_dict(value) if isinstance(value, dict) else value

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


from ..models.proof_chain_end import ProofChainEnd  # noqa: E402
from ..models.proof_ledger_entry import ProofLedgerEntry  # noqa: E402
