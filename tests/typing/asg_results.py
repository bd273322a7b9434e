"""What a type checker sees of ASG Gateway's clients; it is checked, not run."""

from __future__ import annotations

from typing import assert_type

from asg_gateway import (
    ASGGatewayClient,
    ASGGatewayError,
    ASGGatewayHTTPError,
    AsyncASGGatewayClient,
    Outcome,
    SubmissionReport,
    verify_webhook,
)
from asg_gateway.types import (
    BatchAccepted,
    CustomerProfile,
    Invoice,
    Job,
    PendingResult,
    Result,
    Settlement,
    Task,
    TaskAccepted,
    TaskBody,
    TaskSettled,
    Usage,
    Webhook,
)
from clientkit.facade import AsyncItems, Items


def results(client: ASGGatewayClient) -> None:
    accepted = client.submit_task("sentiment", "https://example.com/1.txt", {"question": "?", "options": []})
    assert_type(accepted, TaskAccepted)
    assert_type(accepted["task_id"], str)
    assert_type(client.get_task("tsk_1"), Task)
    assert_type(client.get_result("tsk_1"), Result | PendingResult)
    result = client.poll_result("tsk_1", timeout=1.5, interval=0)
    assert_type(result, Result)
    assert_type(result["settlement"], Settlement)
    assert_type(result["settlement"]["bsv_txid"], str | None)
    body: TaskBody = {
        "type": "sentiment",
        "data_url": "https://example.com/1.txt",
        "label_spec": {"question": "?", "options": ["a", "b"]},
    }
    assert_type(client.submit_batch([body]), BatchAccepted)
    assert_type(client.register_webhook("https://example.com", "secret"), Webhook)
    assert_type(client.list_webhooks(), list[Webhook])
    assert_type(client.delete_webhook("whk_1"), None)
    assert_type(client.create_job("s3://b/k", body["label_spec"], {"service_account_json": "{}"}), Job)
    assert_type(client.wait_for_job("job_1"), Job)
    assert_type(client.get_profile(), CustomerProfile)
    assert_type(client.get_usage(), Usage)
    assert_type(client.list_invoices(), list[Invoice])


def many(client: ASGGatewayClient, body: TaskBody) -> None:
    report = client.submit_many([body], batch=True)
    assert_type(report, SubmissionReport)
    for outcome in report:
        assert_type(outcome, Outcome)
        assert_type(outcome.task_id, str | None)
    client.submit_many("tasks.jsonl")
    client.submit_many(iter(['{"type": "sentiment"}']))
    assert_type(client.poll_many(report.task_ids()), Items[Result])


async def asynchronous(client: AsyncASGGatewayClient) -> None:
    assert_type(await client.poll_result("tsk_1"), Result)
    assert_type(await client.submit_many([]), SubmissionReport)
    assert_type(client.poll_many(["tsk_1"]), AsyncItems[Result])
    async with client.with_options(timeout=1) as view:
        assert_type(view, AsyncASGGatewayClient)


def errors(client: ASGGatewayClient) -> None:
    try:
        client.get_profile()
    except ASGGatewayHTTPError as error:
        assert_type(error.retry_after, float | None)
        assert_type(error.status_code, int | None)
    except ASGGatewayError as error:
        assert_type(error.report, SubmissionReport | None)


def deliveries(body: bytes) -> None:
    event = verify_webhook(body, None, "secret")
    assert_type(event, TaskSettled)
    assert_type(event["consensus_label"], str)
