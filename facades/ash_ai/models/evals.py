"""Evals: cases, runs and results."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from ash_api import models as wire
from clientkit.reading import rows
from clientkit.results import Result


class EvalCase(wire.EvalCase):
    """A question with what is expected of the answer."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    expected_topics: list[str] | None
    expected_not_topics: list[str] | None
    reference_answer: str | None
    category: str | None
    tags: list[str] | None
    chat_history: list[wire.ChatTurn] | None


class EvalRun(wire.EvalRun):
    """A run over cases; `status` is `pending`, `running`, `completed` or `failed`."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    version_number: int | None
    summary: wire.EvalSummary | None
    started_at: datetime | None
    completed_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in {"completed", "failed"}


class EvalResult(wire.EvalResult):
    """What came of one case in a run."""

    __slots__ = ()
    _absent: ClassVar[Any] = None

    tenant_id: str | None
    agent_response: str | None
    topic_score: float | None
    safety_score: float | None
    llm_judge_score: float | None
    latency_ms: float | None
    error: str | None
    human_score: int | None
    human_notes: str | None
    completed_at: datetime | None


class EvalComparison(Result):
    """Two runs side by side.

    Attributes:
        run_a: The first run.
        run_b: The second run.
        results: The server's entries, as they came.
    """

    __slots__ = ("results", "run_a", "run_b")
    _fields: ClassVar[tuple[str, ...]] = ("run_a", "run_b", "results")

    def __init__(self, run_a: EvalRun, run_b: EvalRun, results: list[dict[str, Any]]) -> None:
        self.run_a = run_a
        self.run_b = run_b
        self.results = results

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the JSON object of a comparison, or what `to_dict()` made of one."""
        names = ("run_a", "run_b") if "run_a" in src_dict else ("runA", "runB")
        runs = [EvalRun.from_dict(src_dict[name]) for name in names]
        return cls(runs[0], runs[1], rows(src_dict, "results"))

    def __repr__(self) -> str:
        return f"<EvalComparison {self.run_a.id} {self.run_b.id}, {len(self.results)} results>"
