"""Evaluations: questions with expected answers, and runs over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from ash_api.api import evals as api
from clientkit.arguments import identifier, mappings
from clientkit.facade import nothing
from clientkit.operation import given

from ash_ai._async.methods import AsyncMethods
from ash_ai.arguments import names, optional, spelled
from ash_ai.lazy import models, wire

if TYPE_CHECKING:
    from uuid import UUID

    from ash_ai.models import EvalCase, EvalComparison, EvalResult, EvalRun


# What an exported case has beyond what a new one takes; the server ignores it.
_OF_EXPORTED: Final = frozenset({"id", "tenantId", "agentName", "createdAt", "updatedAt"})


class AsyncEvalMethods(AsyncMethods):
    """Evaluations of an agent."""

    async def list_eval_cases(
        self, agent: str, *, category: str | None = None, is_active: bool | None = None
    ) -> list[EvalCase]:
        """List the cases of an agent.

        Args:
            agent: Name of the agent.
            category: Only cases of this category.
            is_active: Only cases that are used, or only those that are not.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: listEvalCases
        """
        call = api.list_eval_cases.OPERATION(
            identifier("agent", agent), category=category, is_active=is_active
        )
        return await self._core.send(call, models.many(models.EvalCase, "cases"))

    async def create_eval_case(
        self,
        agent: str,
        question: str,
        *,
        expected_topics: Sequence[str] | None = None,
        expected_not_topics: Sequence[str] | None = None,
        reference_answer: str | None = None,
        category: str | None = None,
        tags: Sequence[str] | None = None,
        chat_history: Sequence[Mapping[str, str]] | None = None,
        is_active: bool | None = None,
    ) -> EvalCase:
        """Add a case.

        Args:
            agent: Name of the agent.
            question: The question.
            expected_topics: Topics that the answer must touch.
            expected_not_topics: Topics that the answer must not touch.
            reference_answer: A good answer.
            category: Category of the case.
            tags: Tags of the case.
            chat_history: What was said before, each with `role` and `content`.
            is_active: Whether runs use it.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: createEvalCase
        """
        body = wire.EvalCaseInput(
            question=question,
            expected_topics=names("expected_topics", expected_topics),
            expected_not_topics=names("expected_not_topics", expected_not_topics),
            reference_answer=given(reference_answer),
            category=given(category),
            tags=names("tags", tags),
            chat_history=optional(_chat, chat_history),
            is_active=given(is_active),
        )
        return cast(
            "EvalCase",
            await self._core.send(
                api.create_eval_case.OPERATION(identifier("agent", agent), body=body), _case()
            ),
        )

    async def get_eval_case(self, agent: str, case_id: str | UUID) -> EvalCase:
        """Get a case.

        Args:
            agent: Name of the agent.
            case_id: Id of the case.

        Raises:
            AshNotFoundError: There is no such agent or case.

        Operation: getEvalCase
        """
        call = api.get_eval_case.OPERATION(identifier("agent", agent), identifier("case_id", case_id))
        return cast("EvalCase", await self._core.send(call, _case()))

    async def update_eval_case(
        self,
        agent: str,
        case_id: str | UUID,
        *,
        question: str | None = None,
        expected_topics: Sequence[str] | None = None,
        expected_not_topics: Sequence[str] | None = None,
        reference_answer: str | None = None,
        category: str | None = None,
        tags: Sequence[str] | None = None,
        chat_history: Sequence[Mapping[str, str]] | None = None,
        is_active: bool | None = None,
    ) -> EvalCase:
        """Change a case; what is not given stays as it is.

        Args:
            agent: Name of the agent.
            case_id: The case.
            question: The question.
            expected_topics: Topics that the answer must touch.
            expected_not_topics: Topics that the answer must not touch.
            reference_answer: A good answer.
            category: Category of the case.
            tags: Tags of the case.
            chat_history: What was said before, each with `role` and `content`.
            is_active: Whether runs use it.

        Raises:
            AshNotFoundError: There is no such agent or case.

        Operation: updateEvalCase
        """
        body = wire.EvalCaseUpdate(
            question=given(question),
            expected_topics=names("expected_topics", expected_topics),
            expected_not_topics=names("expected_not_topics", expected_not_topics),
            reference_answer=given(reference_answer),
            category=given(category),
            tags=names("tags", tags),
            chat_history=optional(_chat, chat_history),
            is_active=given(is_active),
        )
        call = api.update_eval_case.OPERATION(
            identifier("agent", agent), identifier("case_id", case_id), body=body
        )
        return cast("EvalCase", await self._core.send(call, _case()))

    async def delete_eval_case(self, agent: str, case_id: str | UUID) -> None:
        """Delete a case.

        Args:
            agent: Name of the agent.
            case_id: Id of the case.

        Raises:
            AshNotFoundError: There is no such agent or case.

        Operation: deleteEvalCase
        """
        await self._core.send(
            api.delete_eval_case.OPERATION(identifier("agent", agent), identifier("case_id", case_id)),
            parse=nothing,
        )

    async def import_eval_cases(self, agent: str, cases: Iterable[Mapping[str, Any]]) -> int:
        """Add many cases, and return how many were added.

        Args:
            agent: Name of the agent.
            cases: Objects with `question` and the other fields, in the wire's spelling or in Python's, such
                as the `to_dict()` of exported cases.

        Raises:
            AshNotFoundError: There is no such agent.
            ValueError: A field is unknown, and the server would ignore it; nothing was sent.

        Operation: importEvalCases
        """
        body = wire.ImportEvalCasesRequest(
            cases=[
                spelled(f"cases[{index}]", wire.EvalCaseInput, case, also=_OF_EXPORTED)
                for index, case in enumerate(mappings("cases", cases))
            ]
        )
        call = api.import_eval_cases.OPERATION(identifier("agent", agent), body=body)
        return cast(int, await self._core.send(call, models.field("imported")))

    async def export_eval_cases(self, agent: str) -> list[EvalCase]:
        """Get all cases of an agent.

        Args:
            agent: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: exportEvalCases
        """
        call = api.export_eval_cases.OPERATION(identifier("agent", agent))
        return await self._core.send(call, models.many(models.EvalCase, "cases"))

    async def start_eval_run(
        self,
        agent: str,
        *,
        version_number: int | None = None,
        categories: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
    ) -> EvalRun:
        """Start a run over the cases of an agent; the server picks it up within 5 seconds.

        Args:
            agent: Name of the agent.
            version_number: Version of the agent.
            categories: Only cases of these categories.
            tags: Only cases with one of these tags.

        Raises:
            AshNotFoundError: There is no such agent or version.

        Operation: startEvalRun
        """
        body = wire.StartEvalRunRequest(
            version_number=given(version_number),
            categories=names("categories", categories),
            tags=names("tags", tags),
        )
        call = api.start_eval_run.OPERATION(identifier("agent", agent), body=body)
        return cast("EvalRun", await self._core.send(call, models.one(models.EvalRun, "run")))

    async def list_eval_runs(self, agent: str) -> list[EvalRun]:
        """List the runs of an agent, the newest first.

        Args:
            agent: Name of the agent.

        Raises:
            AshNotFoundError: There is no such agent.

        Operation: listEvalRuns
        """
        call = api.list_eval_runs.OPERATION(identifier("agent", agent))
        return await self._core.send(call, models.many(models.EvalRun, "runs"))

    async def get_eval_run(self, agent: str, run_id: str | UUID) -> EvalRun:
        """Get a run.

        Args:
            agent: Name of the agent.
            run_id: Id of the run.

        Raises:
            AshNotFoundError: There is no such agent or run.

        Operation: getEvalRun
        """
        call = api.get_eval_run.OPERATION(identifier("agent", agent), identifier("run_id", run_id))
        return cast("EvalRun", await self._core.send(call, models.one(models.EvalRun, "run")))

    async def list_eval_results(self, agent: str, run_id: str | UUID) -> list[EvalResult]:
        """List the results of a run.

        Args:
            agent: Name of the agent.
            run_id: Id of the run.

        Raises:
            AshNotFoundError: There is no such agent or run.

        Operation: listEvalResults
        """
        call = api.list_eval_results.OPERATION(identifier("agent", agent), identifier("run_id", run_id))
        return await self._core.send(call, models.many(models.EvalResult, "results"))

    async def compare_eval_runs(self, agent: str, run_a: str | UUID, run_b: str | UUID) -> EvalComparison:
        """Compare two runs of an agent.

        Args:
            agent: Name of the agent.
            run_a: Id of the run to compare with.
            run_b: Id of the run that is compared.

        Raises:
            AshNotFoundError: There is no such agent or run.

        Operation: compareEvalRuns
        """
        call = api.compare_eval_runs.OPERATION(
            identifier("agent", agent), run_a=identifier("run_a", run_a), run_b=identifier("run_b", run_b)
        )
        return cast(
            "EvalComparison", await self._core.send(call, models.one(models.EvalComparison, "comparison"))
        )

    async def score_eval_run(
        self,
        agent: str,
        run_id: str | UUID,
        *,
        result_id: str | UUID | None = None,
        score: float | None = None,
        notes: str | None = None,
    ) -> list[EvalResult]:
        """Score a run by hand, or one of its results, and return what was scored.

        Args:
            agent: Name of the agent.
            run_id: The run.
            result_id: One of its results.
            score: 1 to 5.
            notes: Notes.

        Raises:
            AshNotFoundError: There is no such agent, run or result.
            ValueError: There is neither score nor notes, or the score is out of bounds; nothing was sent.

        Operation: scoreEvalRun
        """
        body = wire.ScoreEvalRunRequest(
            result_id=given(None if result_id is None else identifier("result_id", result_id)),
            human_score=given(_score(score, notes)),
            human_notes=given(notes),
        )
        call = api.score_eval_run.OPERATION(
            identifier("agent", agent), identifier("run_id", run_id), body=body
        )
        return await self._core.send(call, models.many(models.EvalResult, "results"))

    async def score_eval_result(
        self, agent: str, result_id: str | UUID, *, score: float | None = None, notes: str | None = None
    ) -> EvalResult:
        """Score a result by hand.

        Args:
            agent: Name of the agent.
            result_id: The result.
            score: 1 to 5.
            notes: Notes.

        Raises:
            AshNotFoundError: There is no such agent or result.
            ValueError: There is neither score nor notes, or the score is out of bounds; nothing was sent.

        Operation: scoreEvalResult
        """
        body = wire.ScoreRequest(human_score=given(_score(score, notes)), human_notes=given(notes))
        call = api.score_eval_result.OPERATION(
            identifier("agent", agent), identifier("result_id", result_id), body=body
        )
        return cast("EvalResult", await self._core.send(call, models.one(models.EvalResult, "result")))


def _case() -> Any:
    return models.one(models.EvalCase, "case")


def _chat(turns: Sequence[Mapping[str, str]]) -> list[wire.ChatTurn]:
    return [spelled("chat_history", wire.ChatTurn, each) for each in mappings("chat_history", turns)]


def _score(score: float | None, notes: str | None) -> float | None:
    if score is None and notes is None:
        raise ValueError("give score=… or notes=…")
    return score
