"""The dicts that the methods take and return.

They are plain dicts: a field that the service adds one day is in them as well.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict


class LabelSpec(TypedDict):
    """The question to the workers and the answers they choose from.

    `options` has at least 2; they are compared as written, so spelling and case count.
    """

    question: str
    options: list[str]


class TaskBody(TypedDict):
    """A task as `submit_batch` and `submit_many` take it; the kind is under `type` here.

    `consensus_threshold` is the number of labels to collect, 2 to 10, 3 by default.
    """

    type: str
    data_url: str
    label_spec: LabelSpec
    consensus_threshold: NotRequired[int]
    callback_url: NotRequired[str]
    idempotency_key: NotRequired[str]


class TaskAccepted(TypedDict):
    """A task that was accepted; `idempotent` is there, and True, when an earlier call had made it."""

    task_id: str
    status: str
    created_at: str
    idempotent: NotRequired[bool]


class BatchAccepted(TypedDict):
    """A batch that was accepted. The service does not say the ids of its tasks."""

    batch_id: str
    task_count: int
    status: str


class Task(TypedDict):
    """The summary of a task; `status` is `pending`, `in_progress`, `verified` or `settled`."""

    task_id: str
    status: str
    task_type: str
    data_url: str
    created_at: str


class Settlement(TypedDict):
    """How a task was paid; None for what is not known (yet). 0 satoshis says that it was not tracked."""

    bsv_txid: str | None
    total_cost_sats: int | None
    settled_at: str | None


class Result(TypedDict):
    """The consensus on a task. `settlement` is always there; its values are None before the settlement."""

    task_id: str
    status: str
    consensus_label: str
    confidence: float
    worker_count: int
    agreement_count: int
    settlement: Settlement
    bsv_txid: str | None
    settled_at: str | None
    cost_sats: NotRequired[int]
    created_at: NotRequired[str]


class PendingResult(TypedDict):
    """What `get_result` returns while there is no result."""

    status: str
    message: str


class Webhook(TypedDict):
    """A webhook, without its secret."""

    webhook_id: str
    callback_url: str
    events: list[str]
    active: bool


class TaskSettled(TypedDict):
    """The event `task.settled`. Deliveries may repeat and have no id: drop duplicates by `task_id`."""

    event: Literal["task.settled"]
    task_id: str
    consensus_label: str
    confidence: float
    bsv_txid: str
    settled_at: str
    timestamp: str


class S3Credentials(TypedDict):
    """Credentials for a manifest in S3."""

    access_key_id: str
    secret_access_key: str
    region: str


class GCSCredentials(TypedDict):
    """Credentials for a manifest in Google Cloud Storage: the text of the service account's file."""

    service_account_json: str


class Delivery(TypedDict):
    """Where the results of a job go; the only documented type is `s3`."""

    type: str
    bucket: str


class Job(TypedDict, total=False):
    """A job. What the service answers is not documented: `job_id` alone is always there."""

    job_id: str
    status: str
    manifest_url: str
    label_spec: LabelSpec
    task_type: str
    consensus_threshold: int
    callback_url: str
    delivery: Delivery
    created_at: str


class CustomerCreated(TypedDict):
    """A new customer; `api_key` is shown this once."""

    customer_id: str
    api_key: str
    tier: str
    label_quota: int
    message: str


class CustomerProfile(TypedDict):
    """The own account; `created_at` is in Unix seconds, unlike every other time of this API."""

    customer_id: str
    name: str
    email: str
    tier: str
    label_quota: int
    created_at: int
    api_key_hint: str


class DailyUsage(TypedDict):
    """The usage of a day, `YYYY-MM-DD`; costs in satoshis."""

    date: str
    tasks: int
    cost_sats: int


class Usage(TypedDict):
    """The usage of a month, `YYYY-MM`; costs in satoshis, and roughly in US dollars."""

    customer_id: str
    month: str
    tier: str
    tasks_settled: int
    total_cost_sats: int
    total_cost_usd_estimate: float
    worker_payouts_sats: int
    platform_fee_sats: int
    daily_breakdown: list[DailyUsage]


class Invoice(TypedDict):
    """The invoice of a month, `YYYY-MM`. Only these two fields are documented."""

    month: str
    status: str


JsonObject = dict[str, Any]
