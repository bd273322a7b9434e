"""Every method of the SDK page and those next to it, over HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asg_gateway import ASGGatewayError, ASGGatewayHTTPError, ASGGatewayPollTimeoutError, write_manifest
from clientkit_sandbox import Sandbox

from .tasks import ANIMALS, task

PHOTO = "https://example.com/dog.jpg"


def submitted(client: Any, url: str = PHOTO, threshold: int = 3) -> str:
    return str(client.submit_task("image_classification", url, ANIMALS, threshold)["task_id"])


def test_a_task_goes_from_pending_to_settled(client: Any, asg_sandbox: Sandbox) -> None:
    asg_sandbox.stop_clock()
    accepted = client.submit_task("image_classification", PHOTO, ANIMALS)
    assert accepted.keys() == {"task_id", "status", "created_at"}
    assert client.get_result(accepted["task_id"]).keys() == {"status", "message"}
    seen = []
    for _ in range(12):
        seen.append(client.get_task(accepted["task_id"])["status"])
        asg_sandbox.advance(0.25)
    assert sorted(set(seen), key=seen.index) == ["pending", "in_progress", "verified", "settled"]
    assert client.get_task(accepted["task_id"])["task_type"] == "image_classification"
    result = client.get_result(accepted["task_id"])
    assert result["consensus_label"] == "dog"
    assert result["settlement"]["bsv_txid"] == result["bsv_txid"]
    assert re.fullmatch("[0-9a-f]{64}", result["bsv_txid"])


def test_a_verified_task_has_a_settlement_without_values(client: Any, asg_sandbox: Sandbox) -> None:
    asg_sandbox.stop_clock()
    task_id = submitted(client)
    asg_sandbox.advance(1.5)
    result = client.poll_result(task_id)
    assert result["status"] == "verified"
    assert result["settlement"] == {"bsv_txid": None, "total_cost_sats": None, "settled_at": None}
    assert result["bsv_txid"] is None


@pytest.mark.parametrize(
    ("threshold", "workers", "agreement"),
    [(2, "cat,cat", 2), (3, "cat,dog,cat", 2), (5, "cat,dog,cat,dog,cat", 3), (7, "cat,dog,cat", 5)],
)
def test_a_majority_of_the_threshold_decides(
    client: Any, asg_sandbox: Sandbox, threshold: int, workers: str, agreement: int
) -> None:
    task_id = submitted(client, f"https://example.com/1.jpg?workers={workers}", threshold)
    asg_sandbox.advance(10)
    result = client.get_result(task_id)
    assert (result["consensus_label"], result["agreement_count"]) == ("cat", agreement)
    assert result["confidence"] == pytest.approx(agreement / threshold)
    assert result["settlement"]["total_cost_sats"] == 325 * agreement


def test_without_consensus_there_is_never_a_result(client: Any, asg_sandbox: Sandbox) -> None:
    task_id = submitted(client, "https://example.com/1.jpg?workers=cat,dog", 2)
    asg_sandbox.advance(1000)
    assert client.get_result(task_id)["status"] == "in_progress"
    with pytest.raises(ASGGatewayPollTimeoutError) as caught:
        client.poll_result(task_id, timeout=0)
    assert caught.value.last["status"] == "in_progress"
    assert isinstance(caught.value, ASGGatewayError)
    assert not isinstance(caught.value, ASGGatewayHTTPError)


def test_the_body_of_a_task_is_the_documented_one(client: Any, asg_sandbox: Sandbox) -> None:
    client.submit_task("image_classification", PHOTO, ANIMALS)
    client.submit_task("sentiment", PHOTO, ANIMALS, 5, "https://example.com/hook", "key-1")
    bodies = [entry["body"] for entry in asg_sandbox.requests("submit_task")]
    plain = {
        "type": "image_classification",
        "data_url": PHOTO,
        "label_spec": ANIMALS,
        "consensus_threshold": 3,
    }
    assert bodies == [
        plain,
        {
            **plain,
            "type": "sentiment",
            "consensus_threshold": 5,
            "callback_url": "https://example.com/hook",
            "idempotency_key": "key-1",
        },
    ]


def test_a_key_that_was_used_gives_the_task_back(client: Any) -> None:
    first = client.submit_task("image_classification", PHOTO, ANIMALS, idempotency_key="once")
    again = client.submit_task("image_classification", PHOTO, ANIMALS, idempotency_key="once")
    assert "idempotent" not in first
    assert again["idempotent"] is True
    assert again["task_id"] == first["task_id"]


def test_a_client_that_retries_makes_a_key_and_submits_once(client: Any, asg_sandbox: Sandbox) -> None:
    asg_sandbox.fault("reset", when="after", operation="submit_task")
    accepted = client.with_options(max_retries=2).submit_task("image_classification", PHOTO, ANIMALS)
    assert accepted["idempotent"] is True
    keys = {entry["body"]["idempotency_key"] for entry in asg_sandbox.requests("submit_task")}
    assert len(keys) == 1
    assert len(asg_sandbox.requests("submit_task")) == 2


def test_nothing_is_repeated_unless_that_is_asked_for(client: Any, asg_sandbox: Sandbox) -> None:
    asg_sandbox.fault("status", status=503, times=2)
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.get_profile()
    assert caught.value.status_code == 503
    assert len(asg_sandbox.requests()) == 1


def test_a_batch_names_itself_and_no_tasks(client: Any, asg_sandbox: Sandbox) -> None:
    tasks = [task(1), {**task(2), "metadata": {"row": 2}}]
    batch = client.submit_batch(tasks, callback_url="https://example.com/hook")
    assert batch["task_count"] == 2
    assert batch["status"] == "accepted"
    body = asg_sandbox.requests("submit_batch")[0]["body"]
    assert body == {"tasks": tasks, "callback_url": "https://example.com/hook"}


def test_a_batch_is_accepted_whole_or_not_at_all(client: Any, asg_sandbox: Sandbox) -> None:
    with pytest.raises(ASGGatewayHTTPError, match=r"tasks.1: unsupported task type") as caught:
        client.submit_batch([task(1), {**task(2), "type": "poetry"}])
    assert caught.value.status_code == 400
    asg_sandbox.advance(10)
    assert client.get_usage()["tasks_settled"] == 0


def test_a_batch_is_held_to_its_size(client: Any, asg_sandbox: Sandbox) -> None:
    for number, says in ((0, "at least 1 item, got 0"), (1001, "at most 1000 items, got 1001")):
        with pytest.raises(ValueError, match=f"tasks must have {says}"):
            client.submit_batch([task(n) for n in range(number)])
    assert asg_sandbox.requests() == []


def test_batch_arguments_that_are_no_lists_are_refused_here(client: Any, asg_sandbox: Sandbox) -> None:
    for tasks in ({"type": "sentiment"}, "tasks.jsonl", [task(1), "x"]):
        with pytest.raises(TypeError, match="must be"):
            client.submit_batch(tasks)
    assert asg_sandbox.requests() == []


def test_webhooks_are_registered_listed_and_deleted(client: Any) -> None:
    webhook = client.register_webhook("https://example.com/hook", "whsec_of_mine")
    assert webhook.keys() == {"webhook_id", "callback_url", "events", "active"}
    assert webhook["events"] == ["task.settled"]
    assert client.list_webhooks() == [webhook]
    assert client.delete_webhook(webhook["webhook_id"]) is None
    assert client.list_webhooks() == []
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.delete_webhook(webhook["webhook_id"])
    assert caught.value.status_code == 404


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bucket of the sandbox: a folder of this machine."""
    monkeypatch.setenv("CLIENTKIT_SANDBOX_BUCKETS", str(tmp_path))
    (tmp_path / "my-bucket").mkdir()
    return tmp_path / "my-bucket"


def test_a_job_labels_what_its_manifest_lists(client: Any, asg_sandbox: Sandbox, bucket: Path) -> None:
    write_manifest(bucket / "manifest.jsonl", [f"https://example.com/dog-{n}.jpg" for n in range(5)])
    secret = "very-secret-access-key"
    asg_sandbox.stop_clock()
    job = client.create_job(
        "s3://my-bucket/manifest.jsonl",
        ANIMALS,
        credentials={"access_key_id": "AKIA-0123456789", "secret_access_key": secret, "region": "us-west-2"},
    )
    sent = asg_sandbox.requests("create_job")[0]["body"]
    assert sent.keys() == {"manifest_url", "label_spec", "credentials"}
    assert sent["credentials"]["secret_access_key"] == secret
    assert secret not in str(client.get_job(job["job_id"]))
    with pytest.raises(ASGGatewayPollTimeoutError) as caught:
        client.wait_for_job(job["job_id"], timeout=0)
    assert caught.value.last["status"] in {"pending", "processing"}
    asg_sandbox.advance(10)
    done = client.wait_for_job(job["job_id"])
    assert done["status"] == "completed"
    assert "local file" in done["sandbox"]["note"]
    labels = {client.get_result(each)["consensus_label"] for each in done["sandbox"]["task_ids"]}
    assert labels == {"dog"}


def test_a_job_with_a_bad_manifest_fails(client: Any, bucket: Path) -> None:
    (bucket / "bad.jsonl").write_text('{"data_url": "https://example.com/1.jpg"}\nnot json\n')
    job = client.create_job("gs://my-bucket/bad.jsonl", ANIMALS, task_type="moderation")
    assert client.wait_for_job(job["job_id"])["status"] == "failed"
    assert job["sandbox"]["problems"] == ["line 2 is not JSON"]
    absent = client.create_job("https://my-bucket.s3.amazonaws.com/absent.jsonl", ANIMALS)
    assert absent["status"] == "failed"


@pytest.mark.parametrize("url", ["ftp://my-bucket/x", "s3://my-bucket", "s3://../etc/passwd", "s3:///x"])
def test_a_manifest_outside_of_the_buckets_is_refused(client: Any, bucket: Path, url: str) -> None:
    with pytest.raises(ASGGatewayHTTPError) as caught:
        client.create_job(url, ANIMALS)
    assert caught.value.status_code == 400


def test_registration_needs_no_key_and_hides_the_new_one(
    connect: Callable[..., Any], asg_sandbox: Sandbox
) -> None:
    nobody = connect(None, asg_sandbox.base_url)
    created = nobody.register_customer("Ada", "ada@example.com")
    assert "authorization" not in asg_sandbox.requests("register_customer")[0]["headers"]
    assert created["api_key"].startswith("sk_sandbox_")
    assert created["api_key"] not in repr(created)
    assert created["label_quota"] == 500
    profile = connect(created["api_key"], asg_sandbox.base_url).get_profile()
    assert (profile["name"], profile["email"]) == ("Ada", "ada@example.com")
    assert isinstance(profile["created_at"], int)
    with pytest.raises(ASGGatewayHTTPError, match="email already registered") as caught:
        nobody.register_customer("Ada again", "ADA@example.com")
    assert caught.value.status_code == 409
    with pytest.raises(ASGGatewayError, match="has no API key"):
        nobody.get_profile()


def test_usage_and_invoices_follow_the_clock(client: Any, asg_sandbox: Sandbox) -> None:
    for number in range(3):
        submitted(client, f"https://example.com/cat-{number}.jpg")
    asg_sandbox.advance(10)
    usage = client.get_usage()
    assert usage["tasks_settled"] == 3
    assert usage["total_cost_sats"] == usage["worker_payouts_sats"] + usage["platform_fee_sats"]
    assert sum(day["cost_sats"] for day in usage["daily_breakdown"]) == usage["total_cost_sats"]
    assert client.list_invoices() == []
    asg_sandbox.advance(40 * 86400)
    assert client.get_usage()["tasks_settled"] == 0
    assert client.get_usage(usage["month"])["tasks_settled"] == 3
    assert client.list_invoices() == [{"month": usage["month"], "status": "closed", "tasks_settled": 3}]
    with pytest.raises(ValueError, match="month must match"):
        client.get_usage("2026-13")


def test_the_quota_ends_with_a_403(connect: Callable[..., Any], asg_sandbox: Sandbox) -> None:
    small = connect(asg_sandbox.keys["small"], asg_sandbox.base_url)
    for number in range(3):
        small.submit_task("sentiment", PHOTO, ANIMALS, idempotency_key=f"k{number}")
    small.submit_task("sentiment", PHOTO, ANIMALS, idempotency_key="k0")  # a replay takes none
    with pytest.raises(ASGGatewayHTTPError, match="quota exhausted") as caught:
        small.submit_task("sentiment", PHOTO, ANIMALS)
    assert caught.value.status_code == 403


def test_other_customers_have_nothing(client: Any, connect: Callable[..., Any], asg_sandbox: Sandbox) -> None:
    task_id = submitted(client)
    other = connect(asg_sandbox.api_key, asg_sandbox.base_url)
    for read in (other.get_task, other.get_result, other.poll_result):
        with pytest.raises(ASGGatewayHTTPError, match="task not found") as caught:
            read(task_id)
        assert caught.value.status_code == 404


def test_the_rate_limit_answers_429_with_the_time_to_wait(client: Any, asg_sandbox: Sandbox) -> None:
    asg_sandbox.limit(2)
    client.get_profile()
    client.get_profile()
    with pytest.raises(ASGGatewayHTTPError, match="rate limit exceeded") as caught:
        client.get_profile()
    assert caught.value.status_code == 429
    assert caught.value.retry_after is not None
    assert 0 < caught.value.retry_after <= 3600
    asg_sandbox.advance(3600)
    client.get_profile()


def test_answers_come_raw_when_that_is_asked_for(client: Any, asg_sandbox: Sandbox) -> None:
    task_id = submitted(client)
    pending = client.raw.get_result(task_id)
    assert pending.status == 202
    asg_sandbox.advance(10)
    answer = client.raw.poll_result(task_id)
    assert answer.status == 200
    assert answer.parse()["settlement"]["bsv_txid"]
    assert answer.headers["content-type"] == "application/json"


S3 = {"access_key_id": "AKIA-0123456789", "secret_access_key": "shhh-shhh-shhh", "region": "us-west-2"}
ACCOUNT = {"service_account_json": '{"type": "service_account"}'}


@pytest.mark.parametrize(
    ("url", "credentials", "message"),
    [
        ("s3://b/m.jsonl", {"access_key_id": "AKIA", "region": "x"}, "'secret_access_key' is missing"),
        ("s3://b/m.jsonl", {**S3, "region": ""}, "'region' is missing"),
        ("s3://b/m.jsonl", ACCOUNT, "'access_key_id', 'secret_access_key', 'region' is missing"),
        ("s3://b/m.jsonl", {**S3, **ACCOUNT}, "and not 'service_account_json'"),
        (
            "https://b.s3.amazonaws.com/m",
            {"access_key_id": "AKIA"},
            "'secret_access_key', 'region' is missing",
        ),
        ("gs://b/m.jsonl", S3, "'service_account_json' is missing"),
        ("GS://b/m.jsonl", {**S3, **ACCOUNT}, "and not 'access_key_id', 'secret_access_key', 'region'"),
        ("gs://b/m.jsonl", {"service_account_json": "/etc/sa.json"}, "for a path, pass Path"),
        ("gs://b/m.jsonl", {"service_account_json": '"sa.json"'}, "a JSON object"),
    ],
)
def test_credentials_follow_the_scheme_of_the_manifest(
    client: Any, asg_sandbox: Sandbox, url: str, credentials: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(message)) as caught:
        client.create_job(url, ANIMALS, credentials=credentials)
    assert isinstance(caught.value, ASGGatewayError)
    assert caught.value.status_code is None
    assert not any(value and value in str(caught.value) for value in credentials.values())
    assert asg_sandbox.requests() == []


@pytest.mark.parametrize(
    ("url", "credentials"),
    [
        ("s3://b/m.jsonl", S3),
        ("https://b.s3.amazonaws.com/m.jsonl", S3),
        ("gs://b/m.jsonl", ACCOUNT),
        ("s3://b/m.jsonl", None),
    ],
)
def test_credentials_that_fit_are_sent(client: Any, asg_sandbox: Sandbox, url: str, credentials: Any) -> None:
    client.create_job(url, ANIMALS, credentials=credentials)
    assert asg_sandbox.requests("create_job")[0]["body"].get("credentials") == credentials
