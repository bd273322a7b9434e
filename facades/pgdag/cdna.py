"""cDNA: the name of an engine's behaviour, which changes with every mutation."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from clientkit.results import Names, Result

from pgdag.values import now_utc

_SUFFIX_DIGITS: Final = 4


class MutationStrategy(StrEnum):
    """Why an engine mutates."""

    ENTROPY_YIELD = "entropy_yield"
    DRIFT_CORRECTION = "drift_correction"
    REGIME_ADAPTATION = "regime_adaptation"
    MANUAL = "manual"


# These change what the engine is for; the others tune it.
_MAJOR: Final = {MutationStrategy.REGIME_ADAPTATION, MutationStrategy.MANUAL}


@dataclass
class CdnaRecord(Result):
    """Where an engine stands.

    Attributes:
        engine_id: The engine.
        cdna: Its cDNA.
        generation: How often it mutated.
        spec_version: Version of its behaviour.
        created_at: When this was made.
    """

    engine_id: str
    cdna: str
    generation: int = 0
    spec_version: str = "0.1.0"
    created_at: datetime = field(default_factory=now_utc)


@dataclass(frozen=True)
class MutationTrigger(Result):
    """What caused a mutation; all of it is part of the new cDNA.

    Attributes:
        strategy: Why.
        yield_score: The yield.
        entropy_score: The entropy.
        yield_threshold: Below this the yield is too low.
        entropy_threshold: Above this the entropy is too high.
        regime_level: The regime.
        drift_magnitude: How far the engine drifted.
        reasoning: In words.
    """

    strategy: MutationStrategy
    yield_score: float
    entropy_score: float
    yield_threshold: float = 0.5
    entropy_threshold: float = 0.65
    regime_level: str = ""
    drift_magnitude: float = 0.0
    reasoning: str = ""

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the trigger as a mapping.

        Args:
            names: Without effect: the names are the same.
            secrets: Without effect: it has none.
        """
        return asdict(self)


def mutated(record: CdnaRecord, trigger: MutationTrigger) -> CdnaRecord:
    """Return where an engine stands after a mutation.

    Args:
        record: Where it stood.
        trigger: What caused the mutation.

    Example:
        >>> trigger = MutationTrigger(MutationStrategy.MANUAL, 0.0, 0.0)
        >>> mutated(CdnaRecord("e1", "engine:yield:g1:a3f2", 1, "1.2"), trigger).cdna
        'engine:yield:g2:7c05'
    """
    generation = record.generation + 1
    # Unlike everywhere else in the kernel, this text has blanks after commas and colons.
    cause = json.dumps(trigger.to_dict(), sort_keys=True)
    suffix = hashlib.sha256(f"{record.cdna}:{cause}".encode()).hexdigest()[:_SUFFIX_DIGITS]
    stem = ":".join(record.cdna.split(":")[:2])
    version = _bumped(record.spec_version, trigger.strategy)
    return CdnaRecord(record.engine_id, f"{stem}:g{generation}:{suffix}", generation, version)


def _bumped(version: str, strategy: MutationStrategy) -> str:
    try:
        major, minor, _ = (*map(int, version.split(".")[:3]), 0, 0)[:3]
    except ValueError:
        major, minor = 0, 1
    return f"{major + 1}.0.0" if strategy in _MAJOR else f"{major}.{minor + 1}.0"
