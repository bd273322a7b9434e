"""Lineage under the module name of the published package; it lives in `pgdag`."""

from typing import TYPE_CHECKING, Any

import pgdag

if TYPE_CHECKING:
    from pgdag import CdnaRecord, MutationStrategy, MutationTrigger

__all__ = ["CdnaRecord", "MutationStrategy", "MutationTrigger"]

# What the published package has as well; here as soon as `pgdag` has it.
_MORE = ("DriftDetector", "DriftReport", "EvolutionaryMutator", "LineageManager", "MutationProof")
__all__ += [name for name in _MORE if name in pgdag.__all__]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(pgdag, name)
    if name in _MORE:
        raise AttributeError(
            f"{name} is not part of pgdag here; docs/pgdag.md says why, and pgdag.cdna.mutated what to use"
        )
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
