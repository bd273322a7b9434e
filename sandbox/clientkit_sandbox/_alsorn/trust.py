"""How a trust score is made.

The components, their weights and the tiers are documented; how a component is measured is provisional.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

WEIGHTS = {"completion_rate": 0.4, "dispute_rate": 0.3, "tenure": 0.15, "operator_verified": 0.15}
TIERS = ((900, "Verified"), (700, "Trusted"), (400, "Caution"), (0, "High Risk"))
# Provisional: how many points make a change that `trust.score_changed` tells of.
SIGNIFICANT_CHANGE = 10


def assessment(score: int) -> str:
    """Return the documented tier of a score."""
    return next(name for bound, name in TIERS if score >= bound)


@dataclass(slots=True)
class TrustRecord:
    """What is known of an agent's conduct, and the score that was last computed from it."""

    id: str
    operator_verified: bool
    completed: int = 0
    total_tasks: int = 0
    disputes: int = 0
    tenure_days: int = 0
    components: dict[str, dict[str, Any]] = field(default_factory=dict)
    last_evaluated: datetime | None = None
    history: list[tuple[datetime, int, str]] = field(default_factory=list)

    @property
    def score(self) -> int:
        """Return the score: the sum of the component scores."""
        return sum(component["score"] for component in self.components.values())

    @property
    def completion_rate(self) -> float:
        """Return the share of completed tasks, drawn to one half while there are few.

        Provisional; it gives a new agent the documented score of 500.
        """
        return round((self.completed + 1) / (self.total_tasks + 2), 4)

    @property
    def trend(self) -> str:
        """Return where the score is heading, by its last two values."""
        scores = [score for _, score, _ in self.history[-2:]]
        if len(scores) < 2 or scores[0] == scores[1]:
            return "stable"
        return "improving" if scores[1] > scores[0] else "declining"

    def evaluate(self, age: timedelta, now: datetime) -> None:
        """Compute the components from the counts."""
        self.tenure_days = max(0, age.days)
        self.last_evaluated = now
        dispute_rate = round(min(1.0, self.disputes / max(1, self.total_tasks)), 4)
        shares: dict[str, tuple[float | int | bool, float]] = {
            "completion_rate": (self.completion_rate, self.completion_rate),
            # Provisional: one dispute in ten tasks costs the whole component, a year earns all of tenure.
            "dispute_rate": (dispute_rate, max(0.0, 1 - 10 * dispute_rate)),
            "tenure": (self.tenure_days, min(1.0, self.tenure_days / 365)),
            "operator_verified": (self.operator_verified, float(self.operator_verified)),
        }
        self.components = {
            name: {"weight": WEIGHTS[name], "score": math.floor(share * WEIGHTS[name] * 1000), "value": value}
            for name, (value, share) in shares.items()
        }
