"""What the sandbox stores."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from clientkit_sandbox._asg.consensus import PAYOUT, Course, transaction_id
from clientkit_sandbox.engine import timestamp


def new_id(kind: str) -> str:
    """Return a new id such as `tsk_5f0c…`."""
    return f"{kind}_{secrets.token_hex(8)}"


@dataclass(slots=True, eq=False)
class Customer:
    """A customer; the key is kept as it is, since this is a sandbox."""

    id: str
    name: str
    email: str
    key: str
    tier: str
    label_quota: int
    created_at: datetime
    labels_used: int = 0
    by_key: dict[str, Task] = field(default_factory=dict)
    tasks: list[Task] = field(default_factory=list)

    def profile(self) -> dict[str, Any]:
        """Return the customer as the customer sees it."""
        return {
            "customer_id": self.id,
            "name": self.name,
            "email": self.email,
            "tier": self.tier,
            "label_quota": self.label_quota,
            "created_at": int(self.created_at.timestamp()),
            "api_key_hint": f"{self.key[:7]}...",
        }


@dataclass(slots=True, eq=False)
class Task:
    """A task with the course that it takes."""

    id: str
    customer: Customer
    type: str
    data_url: str
    threshold: int
    created_at: datetime
    course: Course

    def accepted(self, now: datetime) -> dict[str, Any]:
        """Return what a submission answers."""
        return {
            "task_id": self.id,
            "status": self.course.status(now),
            "created_at": timestamp(self.created_at),
        }

    def summary(self, now: datetime) -> dict[str, Any]:
        """Return the summary."""
        return {**self.accepted(now), "task_type": self.type, "data_url": self.data_url}

    def cost(self) -> int:
        """Return what the agreeing workers get, in satoshis."""
        return PAYOUT * self.course.agreement

    def result(self, now: datetime) -> dict[str, Any] | None:
        """Return the result in both documented shapes at once; None before the workers agree."""
        course = self.course
        if course.verified_at is None or now < course.verified_at:
            return None
        found: dict[str, Any] = {
            "task_id": self.id,
            "status": course.status(now),
            "consensus_label": course.label,
            "confidence": course.agreement / self.threshold,
            "worker_count": self.threshold,
            "agreement_count": course.agreement,
            "created_at": timestamp(self.created_at),
        }
        if found["status"] == "settled":
            assert course.settled_at is not None
            txid, settled_at = transaction_id(self.id), timestamp(course.settled_at)
            found |= {"bsv_txid": txid, "cost_sats": self.cost(), "settled_at": settled_at}
            found["settlement"] = {
                "bsv_txid": txid,
                "total_cost_sats": self.cost(),
                "settled_at": settled_at,
            }
        return found

    def event(self) -> dict[str, Any]:
        """Return the payload of `task.settled`."""
        course = self.course
        assert course.settled_at is not None
        return {
            "event": "task.settled",
            "task_id": self.id,
            "consensus_label": course.label,
            "confidence": course.agreement / self.threshold,
            "bsv_txid": transaction_id(self.id),
            "settled_at": timestamp(course.settled_at),
            "timestamp": timestamp(course.settled_at),
        }


@dataclass(slots=True, eq=False)
class Webhook:
    """A webhook with its secret."""

    id: str
    customer: Customer
    callback_url: str
    secret: str
    events: list[str]

    def described(self) -> dict[str, Any]:
        """Return the webhook without its secret."""
        return {
            "webhook_id": self.id,
            "callback_url": self.callback_url,
            "events": self.events,
            "active": True,
        }


@dataclass(slots=True, eq=False)
class Job:
    """A job; its states and everything under `sandbox` are this sandbox's own."""

    id: str
    customer: Customer
    request: dict[str, Any]
    created_at: datetime
    source: str
    tasks: list[Task]
    problems: list[str]

    def status(self, now: datetime) -> str:
        """Return the state: `pending`, `processing`, `completed` or `failed`."""
        if self.problems:
            return "failed"
        states = {task.course.status(now) for task in self.tasks}
        if states <= {"settled"}:
            return "completed"
        return "pending" if states == {"pending"} else "processing"

    def described(self, now: datetime) -> dict[str, Any]:
        """Return the job; never with credentials."""
        kept = {name: value for name, value in self.request.items() if name != "credentials"}
        return {
            **kept,
            "job_id": self.id,
            "status": self.status(now),
            "created_at": timestamp(self.created_at),
            "sandbox": {
                "note": "Not the documented answer, which is unknown: a local file was read for the bucket.",
                "read_from": self.source,
                "task_ids": [task.id for task in self.tasks],
                "problems": self.problems,
            },
        }
