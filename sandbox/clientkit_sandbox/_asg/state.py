"""Everything the sandbox knows, and what follows when it changes."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from clientkit_sandbox._asg.consensus import course_of
from clientkit_sandbox._asg.records import Customer, Job, Task, Webhook, new_id
from clientkit_sandbox.engine import Delivery, Environment, Problem

# Documented delays of the retries; three of them after the first attempt is provisional.
RETRIES = (1.0, 4.0, 16.0)
SANDBOX_QUOTA = 500
# No number is documented: without `limit` nothing is ever refused for its rate.
REQUESTS_PER_WINDOW = 10**9

KEYS = {
    "sandbox": "sk_sandbox_" + "5a" * 16,
    "live": "sk_live_" + "1e" * 16,
    "small": "sk_sandbox_" + "03" * 16,
}


class State:
    """Everything the sandbox knows."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.customers: dict[str, Customer] = {}
        self.tasks: dict[str, Task] = {}
        self.webhooks: dict[str, Webhook] = {}
        self.jobs: dict[str, Job] = {}
        self.batches = 0

    def now(self) -> datetime:
        """Return the time of the sandbox."""
        return self._environment.clock.now()

    def register(
        self, name: str, email: str, *, tier: str = "sandbox", quota: int = SANDBOX_QUOTA, key: str = ""
    ) -> Customer:
        """Register a customer.

        Raises:
            Problem: The address is taken.
        """
        if any(other.email.lower() == email.lower() for other in self.customers.values()):
            raise Problem(409, "conflict", "email already registered")
        key = key or f"sk_sandbox_{secrets.token_hex(16)}"
        customer = Customer(new_id("cust"), name, email, key, tier, quota, self.now())
        self.customers[key] = customer
        return customer

    def take_quota(self, customer: Customer, labels: int) -> None:
        """Take labels of the quota: all of them or none.

        Raises:
            Problem: It does not suffice.
        """
        if customer.labels_used + labels > customer.label_quota:
            raise Problem(403, "forbidden", "quota exhausted")
        customer.labels_used += labels

    def add_task(self, customer: Customer, body: Mapping[str, Any], callback_url: str | None = None) -> Task:
        """Accept a task; its quota is taken already."""
        # To a schema 3.0 is an integer.
        threshold = int(body.get("consensus_threshold", 3))
        accepted_at = self.now()
        course = course_of(body["data_url"], body["label_spec"]["options"], threshold, accepted_at)
        task = Task(new_id("tsk"), customer, body["type"], body["data_url"], threshold, accepted_at, course)
        self.tasks[task.id] = task
        customer.tasks.append(task)
        callback_url = body.get("callback_url") or callback_url
        if callback_url and course.settled_at is not None:
            self._announce(task, callback_url, course.settled_at)
        return task

    def webhook_for(self, customer: Customer, callback_url: str) -> Webhook | None:
        """Return the webhook that is registered with an address; the latest of several is provisional."""
        for webhook in reversed(self.webhooks.values()):
            if webhook.customer is customer and webhook.callback_url == callback_url:
                return webhook
        return None

    def settled(self, customer: Customer) -> Sequence[Task]:
        """Return the tasks of a customer that are settled now."""
        now = self.now()
        return [task for task in customer.tasks if task.course.status(now) == "settled"]

    def admit(self, caller: str) -> None:
        """Count a request.

        Raises:
            Problem: The window is exhausted.
        """
        limits = self._environment.limits
        if not limits.take(caller, REQUESTS_PER_WINDOW):
            wait = limits.window(caller, REQUESTS_PER_WINDOW).seconds_left(self.now())
            raise Problem(429, "rate_limited", "rate limit exceeded", headers={"Retry-After": str(wait)})

    def _announce(self, task: Task, callback_url: str, at: datetime) -> None:
        webhook = self.webhook_for(task.customer, callback_url)
        if webhook is not None and "task.settled" not in webhook.events:
            return
        body = json.dumps(task.event(), separators=(",", ":")).encode()

        def headers(at: datetime) -> dict[str, str]:
            # Looked up at each attempt. That an address without a webhook gets no signature is provisional.
            known = self.webhook_for(task.customer, callback_url)
            if known is None:
                return {}
            digest = hmac.new(known.secret.encode(), body, hashlib.sha256).hexdigest()
            return {"X-ASG-Signature": f"sha256={digest}"}

        self._environment.deliveries.add(
            Delivery(callback_url, body, headers, due=at, retries=RETRIES, event="task.settled")
        )


def initial_state(environment: Environment) -> State:
    """Return the state at the start: three customers, whose keys are known."""
    state = State(environment)
    state.register("Sandbox", "sandbox@example.com", key=KEYS["sandbox"])
    state.register("Live", "live@example.com", tier="scale", quota=10_000_000, key=KEYS["live"])
    state.register("Small", "small@example.com", quota=3, key=KEYS["small"])
    return state
