"""ASG Gateway, and what stands in for it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from asg_gateway.errors import ASGGatewayAuthenticationError, ASGGatewayNotFoundError

from tests.faults.products import LABELS, Client

from .conftest import Connect


@pytest.fixture
def client(connect: Connect) -> Client:
    return connect("base_url", "api_key")


def test_the_profile_is_of_the_key(client: Client) -> None:
    profile = client.call("get_profile")
    assert all(isinstance(profile[name], str) for name in ("customer_id", "name", "email", "tier"))
    # Seconds, unlike every other time of the service.
    assert isinstance(profile["created_at"], int)
    assert isinstance(profile["label_quota"], int)


def test_usage_and_invoices_can_be_read(client: Client) -> None:
    usage = client.call("get_usage")
    assert isinstance(usage["total_cost_sats"], int)
    assert isinstance(usage["daily_breakdown"], list)
    assert all("month" in invoice for invoice in client.call("list_invoices"))


def test_what_is_not_there_is_not_found(client: Client) -> None:
    for path in ("get_task", "get_result", "get_job", "delete_webhook"):
        error = client.error(lambda c, path=path: c.call(path, "of_nobody"))
        assert isinstance(error, ASGGatewayNotFoundError)
        assert error.status_code == 404


def test_another_key_is_refused(connect: Connect) -> None:
    stranger = connect("base_url", key=f"sk_sandbox_{uuid4().hex}")
    error = stranger.error(lambda c: c.call("get_profile"))
    assert isinstance(error, ASGGatewayAuthenticationError)
    assert error.status_code == 401


def test_a_webhook_comes_and_goes(client: Client) -> None:
    url = f"https://example.com/{uuid4().hex}"
    webhook = client.call("register_webhook", url, uuid4().hex, ["task.settled"])
    try:
        assert (webhook["callback_url"], webhook["events"]) == (url, ["task.settled"])
        assert webhook["webhook_id"] in {each["webhook_id"] for each in client.call("list_webhooks")}
    finally:
        client.call("delete_webhook", webhook["webhook_id"])
    assert webhook["webhook_id"] not in {each["webhook_id"] for each in client.call("list_webhooks")}


@pytest.mark.usefixtures("costly")
def test_a_task_is_submitted_once(client: Client) -> None:
    key = uuid4().hex
    first, again = (
        client.call("submit_task", "sentiment", "https://example.com/1.txt", LABELS, idempotency_key=key)
        for _ in range(2)
    )
    assert first["task_id"] == again["task_id"]
    assert again["idempotent"] is True
    assert client.call("get_task", first["task_id"])["task_id"] == first["task_id"]
    # Nobody has worked on it yet, or somebody has: both are answers.
    assert isinstance(client.call("get_result", first["task_id"]), dict)
