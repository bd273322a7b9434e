"""The sandbox for ASG Gateway: tasks that are labelled and settled over time, webhooks, jobs and bills.

What the documentation leaves open is decided here once and marked "provisional" where it is decided. Time is
that of the sandbox's clock: a task is settled, with its transaction, within a few seconds of it.

Of its keys `sandbox` has the documented quota of 500 labels, `live` ten million and `small` three.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from clientkit_sandbox._asg import buckets
from clientkit_sandbox._asg.records import Customer, Job, Task, Webhook, new_id
from clientkit_sandbox._asg.state import KEYS, State, initial_state
from clientkit_sandbox.engine import Answer, Call, Problem, Service, is_loopback

service: Service[State] = Service(
    "asg",
    state=initial_state,
    credentials={"api_key": KEYS["sandbox"]},
    keys=KEYS,
    expired=Problem(401, "unauthorized", "invalid API key"),
)

TYPES = ("image_classification", "text_classification", "sentiment", "moderation")
EVENTS = ("task.settled",)
# An estimate for the estimate; the rate is provisional.
_USD_PER_SAT = 0.0005


@service.authorize
def authorize(call: Call[State]) -> None:
    """Admit a call: rate window first, then key."""
    scheme, _, secret = call.headers.get("authorization", "").partition(" ")
    customer = call.state.customers.get(secret.strip()) if scheme.lower() == "bearer" else None
    call.state.admit("anonymous" if customer is None else customer.key)
    assert call.operation is not None
    if call.operation.public:
        return
    if customer is None:
        raise Problem(401, "unauthorized", "invalid API key")
    call.principal = customer


@service.problem
def error_body(call: Call[State], problem: Problem) -> Answer:
    """Give a problem the usual shape, a text; bad bodies of any kind are 400."""
    status = 400 if problem.status in (415, 422) else problem.status
    message = problem.message
    if problem.violations:
        found = problem.violations[0]
        where = ".".join(str(part) for part in found.path) or "body"
        missing = "required" in found.message or found.message.startswith("is missing")
        message = f"{where} is required" if missing else f"{where}: {found.message}"
    return Answer({"error": message}, status)


def _customer(call: Call[State]) -> Customer:
    assert isinstance(call.principal, Customer)
    return call.principal


def _own_task(call: Call[State]) -> Task:
    task = call.state.tasks.get(call.path["id"])
    if task is None or task.customer is not _customer(call):
        raise Problem(404, "not_found", "task not found")
    return task


def _invalid(message: str) -> Problem:
    return Problem(400, "validation_error", message)


def _check_url(name: str, url: str) -> None:
    try:
        address = urlsplit(url)
        host, port = address.hostname, address.port
    except ValueError:
        raise _invalid(f"{name} is not a valid URL") from None
    if not host or port == 0 or not url.isascii() or any(each.isspace() for each in url):
        raise _invalid(f"{name} is not a valid URL")
    if address.scheme != "https" and not (address.scheme == "http" and is_loopback(url)):
        # In the sandbox http on loopback is as good.
        raise _invalid(f"{name} must be an https URL")


def _check_callback(body: Mapping[str, Any]) -> None:
    if "callback_url" in body:
        _check_url("callback_url", body["callback_url"])


def _check_type(kind: str) -> None:
    if kind not in TYPES:
        raise _invalid("unsupported task type")


def _check_task(body: Mapping[str, Any]) -> None:
    _check_type(body["type"])
    _check_url("data_url", body["data_url"])
    _check_callback(body)


# Customers


@service.operation("register_customer")
def register_customer(call: Call[State]) -> Any:
    """Register a customer with a sandbox key; this answer is the only one with the key."""
    customer = call.state.register(call.body["name"], call.body["email"])
    return {
        "customer_id": customer.id,
        "api_key": customer.key,
        "tier": customer.tier,
        "label_quota": customer.label_quota,
        "message": "Store this API key: it is not shown again.",
    }


@service.operation("get_profile")
def get_profile(call: Call[State]) -> Any:
    """Return the profile."""
    return _customer(call).profile()


# Tasks


@service.operation("submit_task")
def submit_task(call: Call[State]) -> Answer:
    """Accept a task once per idempotency key.

    Provisional: a key is the customer's and never expires, the body is not compared, a replay takes no quota.
    """
    customer, body, state = _customer(call), call.body, call.state
    key = body.get("idempotency_key")
    if key in customer.by_key:
        return Answer({**customer.by_key[key].accepted(state.now()), "idempotent": True}, 200)
    _check_task(body)
    state.take_quota(customer, 1)
    task = state.add_task(customer, body)
    if key is not None:
        customer.by_key[key] = task
    return Answer(task.accepted(state.now()), 202)


@service.operation("submit_batch")
def submit_batch(call: Call[State]) -> Any:
    """Accept all tasks of a batch or none; that keys inside one mean nothing is provisional."""
    customer, body, state = _customer(call), call.body, call.state
    _check_callback(body)
    for index, task in enumerate(body["tasks"]):
        try:
            _check_task(task)
        except Problem as problem:
            raise _invalid(f"tasks.{index}: {problem.message}") from None
    state.take_quota(customer, len(body["tasks"]))
    for task in body["tasks"]:
        state.add_task(customer, task, body.get("callback_url"))
    state.batches += 1
    return {"batch_id": new_id("bat"), "task_count": len(body["tasks"]), "status": "accepted"}


@service.operation("get_task")
def get_task(call: Call[State]) -> Any:
    """Return the summary of a task."""
    return _own_task(call).summary(call.state.now())


@service.operation("get_result")
def get_result(call: Call[State]) -> Answer:
    """Return the result, or 202 while there is none."""
    task, now = _own_task(call), call.state.now()
    result = task.result(now)
    if result is not None:
        return Answer(result, 200)
    return Answer({"status": task.course.status(now), "message": "Task is still being labeled."}, 202)


# Webhooks


@service.operation("register_webhook")
def register_webhook(call: Call[State]) -> Any:
    """Register a webhook; that unknown events are refused is provisional."""
    body = call.body
    _check_url("callback_url", body["callback_url"])
    events = body.get("events", list(EVENTS))
    unknown = sorted(set(events) - set(EVENTS))
    if unknown or not events:
        raise _invalid(f"events must be some of {', '.join(EVENTS)}")
    webhook = Webhook(new_id("whk"), _customer(call), body["callback_url"], body["secret"], events)
    call.state.webhooks[webhook.id] = webhook
    return webhook.described()


@service.operation("list_webhooks")
def list_webhooks(call: Call[State]) -> Any:
    """List the webhooks as a bare array, which is provisional."""
    webhooks = call.state.webhooks.values()
    return [webhook.described() for webhook in webhooks if webhook.customer is _customer(call)]


@service.operation("delete_webhook")
def delete_webhook(call: Call[State]) -> None:
    """Remove a webhook."""
    webhook = call.state.webhooks.get(call.path["webhook_id"])
    if webhook is None or webhook.customer is not _customer(call):
        raise Problem(404, "not_found", "webhook not found")
    del call.state.webhooks[webhook.id]


# Jobs


@service.operation("create_job")
def create_job(call: Call[State]) -> Answer:
    """Start a job from a file that stands in for the object.

    Provisional: all of the answer, that lines take quota, and that a bad line fails the whole job.
    """
    customer, body, state = _customer(call), call.body, call.state
    _check_callback(body)
    kind = body.get("task_type", TYPES[0])
    _check_type(kind)
    try:
        path = buckets.path_of(body["manifest_url"])
    except ValueError as error:
        raise _invalid(f"manifest_url {error}") from None
    urls, problems = buckets.read(path)
    tasks = []
    if not problems:
        state.take_quota(customer, len(urls))
        shared = {name: body[name] for name in ("label_spec", "consensus_threshold") if name in body}
        tasks = [state.add_task(customer, {**shared, "type": kind, "data_url": url}) for url in urls]
    job = Job(new_id("job"), customer, dict(body), state.now(), str(path), tasks, problems)
    state.jobs[job.id] = job
    return Answer(job.described(state.now()), 202)


@service.operation("get_job")
def get_job(call: Call[State]) -> Any:
    """Return a job, never with credentials."""
    job = call.state.jobs.get(call.path["id"])
    if job is None or job.customer is not _customer(call):
        raise Problem(404, "not_found", "job not found")
    return job.described(call.state.now())


# Billing


@service.operation("get_usage")
def get_usage(call: Call[State]) -> Any:
    """Return the usage of a month; that the platform takes no fee is provisional."""
    customer, state = _customer(call), call.state
    month = call.query.get("month", state.now().strftime("%Y-%m"))
    if not re.fullmatch(r"\d{4}-\d\d", month, re.ASCII):
        raise _invalid("month must be YYYY-MM")
    days: dict[str, list[Task]] = defaultdict(list)
    for task in state.settled(customer):
        assert task.course.settled_at is not None
        day = task.course.settled_at.strftime("%Y-%m-%d")
        if day.startswith(month):
            days[day].append(task)
    cost = sum(_cost(tasks) for tasks in days.values())
    return {
        "customer_id": customer.id,
        "month": month,
        "tier": customer.tier,
        "tasks_settled": sum(map(len, days.values())),
        "total_cost_sats": cost,
        "total_cost_usd_estimate": round(cost * _USD_PER_SAT, 2),
        "worker_payouts_sats": cost,
        "platform_fee_sats": 0,
        "daily_breakdown": [
            {"date": day, "tasks": len(tasks), "cost_sats": _cost(tasks)}
            for day, tasks in sorted(days.items())
        ],
    }


@service.operation("list_invoices")
def list_invoices(call: Call[State]) -> Any:
    """List the months before this one on which tasks were settled."""
    current = call.state.now().strftime("%Y-%m")
    months: dict[str, int] = defaultdict(int)
    for task in call.state.settled(_customer(call)):
        assert task.course.settled_at is not None
        months[task.course.settled_at.strftime("%Y-%m")] += 1
    return {
        "invoices": [
            {"month": month, "status": "closed", "tasks_settled": count}
            for month, count in sorted(months.items())
            if month < current
        ]
    }


def _cost(tasks: Iterable[Task]) -> int:
    return sum(task.cost() for task in tasks)
