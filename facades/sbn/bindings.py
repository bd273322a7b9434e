"""What a binding of a workflow to a frontier says of its contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sbn.checks import mapping, texts

if TYPE_CHECKING:
    from sbn.gec_contract import GecOperationContract

# The binding says itself which frontier it is for.
_OWN = ("frontier_id", "phase_ref")


def contract_members(contract: GecOperationContract | Mapping[str, Any] | None) -> dict[str, Any]:
    """Return the members of a contract, but for those that name its frontier; none without a contract.

    Raises:
        ValueError: It is no mapping.
    """
    if contract is None:
        return {}
    from sbn.gec_contract import GecOperationContract  # loads attrs, which a plain binding does not need

    found = GecOperationContract.of(contract).to_dict()
    return {name: value for name, value in found.items() if name not in _OWN}


def members(**given: Any) -> dict[str, Any]:
    """Return the members that are given; None is left out, everything else is passed on as it is.

    Raises:
        TypeError: A list is a single string, or holds something else than strings.
        ValueError: A map of weights is none.
    """
    return {name: _member(name, value) for name, value in given.items() if value is not None}


def _member(name: str, value: Any) -> Any:
    if name.endswith(("_types", "_frontiers")):
        return texts(name, value)
    if name.endswith(("_map", "_weights")):
        return mapping(name, value)
    return list(value) if isinstance(value, Iterable) and not isinstance(value, (str, Mapping)) else value
