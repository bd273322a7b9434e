"""Trust, over real HTTP."""

from __future__ import annotations

import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alsorn.errors import AlsornAPIError, AlsornNotFoundError, AlsornValidationError
from clientkit_sandbox import Sandbox

pytestmark = pytest.mark.anyio
TRUSTED, DOUBTFUL = "agent_7f3k9x2m", "agent_9c1n5r3s"


async def test_query(mode: Any) -> None:
    trust = await mode(mode.client.trust.query(TRUSTED))
    assert (trust.agent_id, trust.assessment) == (TRUSTED, "Verified")
    assert trust.score == sum(trust.components[name].score for name in trust.components.additional_keys)
    assert trust.factors["completion_rate"] == trust.components["completion_rate"].value
    assert trust.factors["dispute_ratio"] == trust.factors["dispute_rate"]
    assert trust.factors["operator_verified"] is True


@pytest.mark.parametrize(("agent_id", "allowed"), [(TRUSTED, True), (DOUBTFUL, False)])
async def test_evaluate_is_a_gate(mode: Any, alsorn_sandbox: Sandbox, agent_id: str, allowed: bool) -> None:
    evaluation = await mode(
        mode.client.trust.evaluate(agent_id=agent_id, action="transfer_funds", amount=5000, currency="USD")
    )
    assert (evaluation.allowed, evaluation.derived, bool(evaluation)) == (allowed, True, allowed)
    assert str(evaluation.score) in evaluation.reason
    (sent,) = alsorn_sandbox.requests("evaluate_trust")
    assert sent["body"] == {"action": "transfer_funds", "amount": 5000, "currency": "USD"}


async def test_evaluate_without_an_action_sends_no_body(mode: Any, alsorn_sandbox: Sandbox) -> None:
    assert (await mode(mode.client.trust.evaluate(TRUSTED))).allowed
    (sent,) = alsorn_sandbox.requests("evaluate_trust")
    assert not sent["body"]


async def test_evaluate_is_repeated_and_an_error_allows_nothing(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("status", operation="evaluate_trust", status=503, retry_after=0)
    assert await mode(mode.client.trust.evaluate(TRUSTED))
    alsorn_sandbox.fault("status", operation="evaluate_trust", status=500)
    with pytest.raises(AlsornAPIError):
        await mode(mode.view(max_retries=0).client.trust.evaluate(TRUSTED))


async def test_a_batch_keeps_the_places_and_gives_what_was_found(mode: Any) -> None:
    batch = await mode(mode.client.trust.batch_query([TRUSTED, "agent_nobody", DOUBTFUL]))
    assert [profile.agent_id for profile in batch] == [TRUSTED, DOUBTFUL]
    assert [profile and profile.agent_id for profile in batch.results] == [TRUSTED, None, DOUBTFUL]
    assert batch.missing == ["agent_nobody"]
    assert (len(batch), batch[1].agent_id, [each.agent_id for each in batch[:1]]) == (2, DOUBTFUL, [TRUSTED])


async def test_the_service_says_how_many_a_batch_may_have(mode: Any) -> None:
    with pytest.raises(AlsornValidationError) as caught:
        await mode(mode.client.trust.batch_query([TRUSTED] * 51))
    assert [error.field for error in caught.value.field_errors] == ["agent_ids"]
    with pytest.raises(ValueError, match="agent_ids must have at least 1 item, got 0"):
        await mode(mode.client.trust.batch_query([]))


async def test_a_single_id_is_no_batch(mode: Any) -> None:
    with pytest.raises(TypeError, match="agent_ids must be a list"):
        await mode(mode.client.trust.batch_query(TRUSTED))


async def test_history_is_that_of_a_month_unless_told_otherwise(mode: Any) -> None:
    history = mode.client.trust.get_history
    month, year = await mode(history(TRUSTED)), await mode(history(TRUSTED, days=365))
    assert (len(month), len(year)) == (1, 2)
    assert year[:1] == month
    for entry in year:
        assert entry.timestamp == entry.created_at
        assert entry.assessment in {"Verified", "Trusted", "Caution", "High Risk"}
        assert entry.reason == "Scheduled evaluation"


@pytest.mark.parametrize("write", [str, lambda moment: moment, lambda moment: moment.date()])
@pytest.mark.parametrize(("days", "found"), [(1, 0), (100, 1), (250, 2)])
async def test_history_since(mode: Any, alsorn_sandbox: Sandbox, write: Any, days: int, found: int) -> None:
    start = datetime.now(UTC) - timedelta(days=days)
    entries = await mode(mode.client.trust.get_history(TRUSTED, since=write(start)))
    assert len(entries) == found
    (sent,) = alsorn_sandbox.requests("get_trust_history")
    assert sent["query"] == f"days={days + 1}"


async def test_history_says_when_it_cannot_go_back_far_enough(mode: Any) -> None:
    with pytest.warns(UserWarning, match="keeps 365 days") as seen:
        entries = await mode(mode.client.trust.get_history(TRUSTED, since="2020-01-01T00:00:00Z"))
    assert len(entries) == 2
    assert Path(seen[0].filename).parent == Path(__file__).parent
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert await mode(mode.client.trust.get_history(TRUSTED, since=datetime.now(UTC))) == []


async def test_history_takes_one_of_since_and_days(mode: Any) -> None:
    with pytest.raises(ValueError, match="not both"):
        await mode(mode.client.trust.get_history(TRUSTED, since="2026-01-01", days=3))
    with pytest.raises(ValueError, match="days must be at most 365, got 366"):
        await mode(mode.client.trust.get_history(TRUSTED, days=366))


async def test_report_lowers_the_score(mode: Any, alsorn_sandbox: Sandbox) -> None:
    before = (await mode(mode.client.trust.query(TRUSTED))).score
    dispute = await mode(
        mode.client.trust.report(
            agent_id=TRUSTED,
            reason="Agent did not deliver agreed-upon results.",
            evidence_ids=["tx_r4s5t6u7v8"],
        )
    )
    assert dispute.dispute_id == dispute.id
    assert (dispute.transaction_id, dispute.evidence) == ("tx_r4s5t6u7v8", None)
    assert dispute.status == "pending_review"
    assert (await mode(mode.client.trust.query(TRUSTED))).score < before


async def test_report_is_never_repeated_blindly(mode: Any, alsorn_sandbox: Sandbox) -> None:
    alsorn_sandbox.fault("status", operation="report_agent", status=503, retry_after=0, when="after")
    with pytest.raises(AlsornAPIError) as caught:
        await mode(mode.client.trust.report(TRUSTED, "Late"))
    assert caught.value.unclear
    assert len(alsorn_sandbox.requests("report_agent")) == 1


async def test_a_report_is_held_to_its_bounds(mode: Any, alsorn_sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="reason must have at most 500 characters, got 501"):
        await mode(mode.client.trust.report(TRUSTED, "x" * 501))
    with pytest.raises(TypeError, match="evidence_ids must be a list"):
        await mode(mode.client.trust.report(TRUSTED, "Late", "tx_r4s5t6u7v8"))
    assert alsorn_sandbox.requests() == []


@pytest.mark.parametrize("method", ["query", "evaluate", "get_history"])
async def test_an_unknown_agent_is_not_found(mode: Any, method: str) -> None:
    with pytest.raises(AlsornNotFoundError):
        await mode(getattr(mode.client.trust, method)("agent_nonexistent"))
