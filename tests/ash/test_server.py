"""The other groups of methods over real HTTP: queue, usage, credentials, keys, evaluations."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from ash_ai import AshBadRequestError, AshClient, AshNotFoundError, AshTimeoutError
from clientkit.testing import ScriptedTransport, answer
from clientkit_sandbox import Sandbox

ITEM = {
    "id": "3f0c8a1e-0b5d-4c7e-9a51-6a2f9f0f6a11",
    "agentName": "a",
    "prompt": "p",
    "status": "pending",
    "priority": 0,
    "retryCount": 0,
    "maxRetries": 3,
    "createdAt": "2026-01-01T00:00:00.000Z",
}


def test_an_item_of_the_queue_is_waited_for(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    item = client.enqueue("my-agent", "hello", session_id=session_id)
    assert (item.status, item.is_over, item.session_id) == ("pending", False, session_id)
    ash_sandbox.advance(1)
    done = client.wait_for_queue_item(item.id)
    assert (done.status, done.is_over, done.error) == ("completed", True, None)
    assert [each.role for each in client.list_messages(session_id)] == ["user", "assistant", "assistant"]
    assert client.get_queue_stats().completed == 1


def test_a_failing_item_is_tried_again_later_and_later(
    client: AshClient, session_id: str, ash_sandbox: Sandbox
) -> None:
    ash_sandbox.stop_clock()
    item = client.enqueue("my-agent", "scene:error busy", max_retries=3)
    ash_sandbox.advance(1)
    assert client.get_queue_item(item.id).retry_count == 1
    assert client.get_queue_item(item.id).error == "busy"
    ash_sandbox.advance(5)
    assert client.get_queue_item(item.id).retry_count == 2
    ash_sandbox.advance(10)
    assert client.get_queue_item(item.id).status == "failed"


def test_time_passes_as_it_is_told_when_the_clock_was_stopped(
    client: AshClient, ash_sandbox: Sandbox
) -> None:
    client.deploy_agent("my-agent", "/path")
    ash_sandbox.stop_clock()
    first, second = (client.create_session("my-agent").created_at for _ in range(2))
    ash_sandbox.advance(60)
    third = client.create_session("my-agent").created_at
    assert first == second
    assert third is not None
    assert third - first == timedelta(seconds=60)


def test_pending_items_are_cancelled(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    ash_sandbox.stop_clock()
    item = client.enqueue("my-agent", "hello", priority=2)
    assert client.cancel_queue_item(item.id).status == "cancelled"
    with pytest.raises(AshBadRequestError, match="cancelled"):
        client.with_options(max_retries=0).cancel_queue_item(item.id)
    assert [each.id for each in client.list_queue_items(status="cancelled", limit=1)] == [item.id]
    with pytest.raises(ValueError, match="limit must be at most 500"):
        client.list_queue_items(limit=501)
    with pytest.raises(ValueError, match="status"):
        client.list_queue_items(status="done")
    with pytest.raises(ValueError, match="session_id"):
        client.enqueue("my-agent", "x", session_id="no-uuid")


def test_a_wait_looks_again_until_it_is_over_or_too_long() -> None:
    over = {**ITEM, "status": "completed"}
    transport = ScriptedTransport([answer(200, {"item": each}) for each in (ITEM, ITEM, over)])
    client = AshClient("http://ash.test", http_client=transport)
    assert client.wait_for_queue_item(ITEM["id"], interval=3).status == "completed"
    assert transport.fake_clock.sleeps == [3, 3]
    transport = ScriptedTransport([answer(200, {"item": ITEM})] * 4)
    client = AshClient("http://ash.test", http_client=transport)
    with pytest.raises(AshTimeoutError, match="not done after") as caught:
        client.wait_for_queue_item(ITEM["id"], timeout=5, interval=2)
    assert caught.value.last.status == "pending"


def test_usage_adds_up(client: AshClient, session_id: str) -> None:
    for content in ("one", "two", "scene:quiet"):
        client.send_message(session_id, content)
    events = client.list_usage(session_id=session_id, agent="my-agent")
    stats = client.get_usage_stats(session_id=session_id)
    assert len(events) == 10
    assert stats.total_messages == 2
    assert stats.total_input_tokens == sum(e.value for e in events if e.event_type == "input_tokens")
    assert client.get_usage_stats() == stats
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert client.list_usage(after=tomorrow) == []
    assert client.get_usage_stats(before=tomorrow) == stats
    assert len(client.list_usage(limit=3)) == 3
    numbers = client.get_analytics()
    assert (numbers.sessions.total, numbers.usage.total_messages) == (1, 2)


def test_health_and_metrics(client: AshClient, session_id: str) -> None:
    health = client.health()
    assert (health.status, health.active_sessions, health.pool.total) == ("ok", 1, 1)
    assert "ash_active_sessions 1" in client.metrics()


def test_credentials(client: AshClient, ash_sandbox: Sandbox) -> None:
    made = client.create_bedrock_credential("AKIA", "secret", "us-east-1", session_token="t", label="aws")
    assert (made.type, made.label, made.active) == ("bedrock", "aws", True)
    body = ash_sandbox.requests("createCredential")[0]["body"]
    key = '{"accessKeyId":"AKIA","secretAccessKey":"secret","region":"us-east-1","sessionToken":"t"}'
    assert body == {"type": "bedrock", "key": key, "label": "aws"}
    assert [each.id for each in client.list_credentials()] == [made.id]
    client.delete_credential(made.id)
    with pytest.raises(AshNotFoundError):
        client.delete_credential(made.id)


def test_api_keys(client: AshClient, ash_sandbox: Sandbox) -> None:
    made = client.create_api_key("ci")
    assert made.key not in repr(made)
    with AshClient(ash_sandbox.server_url, made.key) as other:
        assert [(each.id, each.label) for each in other.list_api_keys()] == [
            ("env", "environment"),
            (made.id, "ci"),
        ]
    client.revoke_api_key(made.id)
    with pytest.raises(AshNotFoundError, match="API key not found"):
        client.revoke_api_key(made.id)


def test_evaluations(client: AshClient, session_id: str, ash_sandbox: Sandbox) -> None:
    agent = "my-agent"
    case = client.create_eval_case(
        agent, "What?", expected_topics=["a"], tags=["t"], chat_history=[{"role": "user", "content": "hi"}]
    )
    assert client.get_eval_case(agent, case.id).chat_history[0].content == "hi"  # type: ignore[index]
    assert client.update_eval_case(agent, case.id, category="x").category == "x"
    assert client.import_eval_cases(agent, [{"question": "Why?", "isActive": False}]) == 1
    assert len(client.export_eval_cases(agent)) == 2
    assert [each.question for each in client.list_eval_cases(agent, is_active=False)] == ["Why?"]
    run = client.start_eval_run(agent, tags=["t"])
    assert (run.status, run.total_cases, run.summary) == ("pending", 1, None)
    ash_sandbox.advance(5)
    run = client.get_eval_run(agent, run.id)
    assert run.is_over
    assert run.summary is not None
    assert run.summary.pass_rate == 1.0
    (result,) = client.list_eval_results(agent, run.id)
    assert client.score_eval_result(agent, result.id, score=4).human_score == 4
    assert client.score_eval_result(agent, result.id, score=3.5).human_score == 3.5
    with pytest.raises(ValueError, match="notes"):
        client.score_eval_result(agent, result.id, notes="x" * 10_001)
    assert client.score_eval_run(agent, run.id, notes="good")[0].human_notes == "good"
    other = client.start_eval_run(agent)
    comparison = client.compare_eval_runs(agent, run.id, other.id)
    assert (comparison.run_a.id, comparison.run_b.id, len(comparison.results)) == (run.id, other.id, 1)
    assert [each.id for each in client.list_eval_runs(agent)] == [other.id, run.id]
    client.delete_eval_case(agent, case.id)
    with pytest.raises(AshNotFoundError):
        client.get_eval_case(agent, case.id)
    with pytest.raises(ValueError, match=r"score=… or notes=…"):
        client.score_eval_run(agent, run.id)


def test_imported_cases_may_be_spelled_as_in_python(client: AshClient, session_id: str) -> None:
    agent = "my-agent"
    chat = [{"role": "user", "content": "a"}]
    cases = [{"question": "Who?", "is_active": False, "chat_history": chat, "expected_topics": ["t"]}]
    assert client.import_eval_cases(agent, cases) == 1
    (case,) = client.export_eval_cases(agent)
    assert (case.is_active, case.expected_topics, case.chat_history[0].content) == (False, ["t"], "a")  # type: ignore[index]
    assert client.import_eval_cases(agent, [case.to_dict()]) == 1
    with pytest.raises(
        ValueError, match=r"cases\[1\] has an unknown field: 'isactive'; the fields are quest"
    ):
        client.import_eval_cases(agent, [*cases, {"question": "Why?", "isactive": False}])
    assert len(client.export_eval_cases(agent)) == 2
