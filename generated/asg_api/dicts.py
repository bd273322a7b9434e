"""The JSON objects of the service as types of dicts: for type checkers, a plain dict at run time.

What the service adds one day is in the dicts as well; a key that is `NotRequired` may be missing.
"""

import sys
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    try:
        # pydantic takes no other before Python 3.12.
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict

__all__ = (
    "BatchAccepted",
    "BatchCreate",
    "CustomerCreate",
    "CustomerCreated",
    "CustomerProfile",
    "DailyUsage",
    "Delivery",
    "ErrorDetails",
    "ErrorEnvelope",
    "GCSCredentials",
    "Invoice",
    "InvoiceList",
    "Job",
    "JobCreate",
    "JsonObject",
    "LabelSpec",
    "Result",
    "ResultPending",
    "S3Credentials",
    "Settlement",
    "Task",
    "TaskAccepted",
    "TaskCreate",
    "TaskSettled",
    "Usage",
    "Webhook",
    "WebhookCreate",
    "WebhookPage",
)


class BatchAccepted(TypedDict):
    """A batch that was accepted.

    Attributes:
        batch_id: Id of the batch.
        task_count: Tasks in it.
        status: State of the batch.
    """

    batch_id: str
    task_count: int
    status: str


class BatchCreate(TypedDict):
    """Tasks to label.

    Attributes:
        tasks: 1 to 1,000 tasks.
        callback_url: Where to announce each settled task of the batch.
    """

    tasks: "list[TaskCreate]"
    callback_url: NotRequired[str]


class CustomerCreate(TypedDict):
    """A new customer.

    Attributes:
        name: Name of the customer.
        email: E-mail address; unique.
    """

    name: str
    email: str


class CustomerCreated(TypedDict):
    """A customer who has just been registered.

    Attributes:
        customer_id: Id of the customer.
        api_key: The key; it is shown here and never again.
        tier: Tier of a customer.
        label_quota: Labels that may be ordered; 500 at first.
        message: A reminder to keep the key.
    """

    customer_id: str
    api_key: str
    tier: str
    label_quota: int
    message: str


class CustomerProfile(TypedDict):
    """The own account.

    Attributes:
        customer_id: Id of the customer.
        name: Name of the customer.
        email: E-mail address.
        tier: Tier of a customer.
        label_quota: Labels that may be ordered.
        created_at: When the customer was registered, in Unix seconds; every other time of this API is
            text.
        api_key_hint: The first characters of the key and `...`.
    """

    customer_id: str
    name: str
    email: str
    tier: str
    label_quota: int
    created_at: int
    api_key_hint: str


class DailyUsage(TypedDict):
    """The usage of a day.

    Attributes:
        date: The day.
        tasks: Tasks that were settled.
        cost_sats: Their cost, in satoshis.
    """

    date: str
    tasks: int
    cost_sats: int


class Delivery(TypedDict):
    """Where results go.

    Attributes:
        type: Kind of storage.
        bucket: Name of the bucket.
    """

    type: NotRequired[str]
    bucket: NotRequired[str]


class ErrorDetails(TypedDict):
    """What is wrong with a request.

    Attributes:
        code: Code of the error.
        message: The text of the error.
        details: Any JSON object.
    """

    code: NotRequired[str]
    message: NotRequired[str]
    details: NotRequired["JsonObject"]


class ErrorEnvelope(TypedDict):
    """An error, in one of two shapes.

    Attributes:
        error: The text of the error, or, where the service has changed over, its details.
    """

    error: "str | ErrorDetails"


class GCSCredentials(TypedDict):
    """Credentials for Google Cloud Storage.

    Attributes:
        service_account_json: The text of the service account's file: JSON within a JSON string.
    """

    service_account_json: str


class Invoice(TypedDict):
    """An invoice; the documented example is cut off after its second field.

    Attributes:
        month: The month as `YYYY-MM`.
        status: State of the invoice.
        tasks_settled: Tasks that were settled.
    """

    month: str
    status: str
    tasks_settled: NotRequired[int]


class InvoiceList(TypedDict):
    """The invoices.

    Attributes:
        invoices: The invoices, one for each month.
    """

    invoices: "list[Invoice]"


class Job(TypedDict):
    """A job. Its fields are not documented, so none is certain; credentials are never among them.

    Attributes:
        job_id: Id of the job.
        id: Id of the job, under another name.
        status: State of the job; the values are not documented.
        manifest_url: Address of the manifest.
        label_spec: The question and its options.
        task_type: What is to be labelled.
        consensus_threshold: Labels to collect for each line.
        callback_url: Where the job is announced.
        delivery: Where results go.
        created_at: When the job was started.
    """

    job_id: str
    id: NotRequired[str]
    status: NotRequired[str]
    manifest_url: NotRequired[str | None]
    label_spec: NotRequired["LabelSpec | None"]
    task_type: NotRequired[str | None]
    consensus_threshold: NotRequired[int | None]
    callback_url: NotRequired[str | None]
    delivery: NotRequired["Delivery | None"]
    created_at: NotRequired[str | None]


class JobCreate(TypedDict):
    """A job to start.

    Attributes:
        manifest_url: Address of the manifest: `s3://bucket/key`, `gs://bucket/key`, or the HTTPS
            address of an S3 object.
        label_spec: The question to the workers and the answers they choose from.
        task_type: What is to be labelled.
        consensus_threshold: Labels to collect for each line, 2 to 10; the server's default is 3.
        callback_url: Where to announce the job; what is sent there is not documented.
        credentials: Credentials for the bucket. They are kept encrypted and never answered.
        delivery: Where results go.
    """

    manifest_url: str
    label_spec: "LabelSpec"
    task_type: NotRequired[str]
    consensus_threshold: NotRequired[int]
    callback_url: NotRequired[str]
    credentials: NotRequired["S3Credentials | GCSCredentials"]
    delivery: NotRequired["Delivery"]


JsonObject: TypeAlias = dict[str, Any]
""" Any JSON object. """


class LabelSpec(TypedDict):
    """The question to the workers and the answers they choose from.

    Attributes:
        question: The question.
        options: The possible answers, at least 2. They are compared as they are written: spelling and
            case count.
    """

    question: str
    options: list[str]


class Result(TypedDict):
    """The consensus on a task. One page shows the settlement flat, others nested: both are here, and a
    server may send either.

    Attributes:
        task_id: Id of the task.
        status: State of a task, in this order. A terminal state of failure is mentioned, but not named.
        consensus_label: One of the options, as it was sent.
        confidence: Share of the workers who agree, 0 to 1.
        worker_count: Workers who answered.
        agreement_count: Workers who gave the consensus label.
        settlement: How a task was paid.
        bsv_txid: Id of the transaction; once settled.
        cost_sats: Cost in satoshis; 0 says that it was not tracked.
        settled_at: When the task was settled.
        created_at: When the task was accepted.
    """

    task_id: str
    status: str
    consensus_label: str
    confidence: float
    worker_count: int
    agreement_count: int
    settlement: "Settlement"
    bsv_txid: str | None
    cost_sats: NotRequired[int | None]
    settled_at: str | None
    created_at: NotRequired[str | None]


class ResultPending(TypedDict):
    """There is no result yet.

    Attributes:
        status: State of a task, in this order. A terminal state of failure is mentioned, but not named.
        message: That there is no result yet.
    """

    status: str
    message: str


class S3Credentials(TypedDict):
    """Credentials for S3.

    Attributes:
        access_key_id: Id of the access key.
        secret_access_key: The access key.
        region: Region of the bucket.
    """

    access_key_id: str
    secret_access_key: str
    region: str


class Settlement(TypedDict):
    """How a task was paid.

    Attributes:
        bsv_txid: Id of the transaction; once settled.
        total_cost_sats: Cost in satoshis; 0 says that it was not tracked.
        settled_at: When the task was settled.
    """

    bsv_txid: str | None
    total_cost_sats: int | None
    settled_at: str | None


class Task(TypedDict):
    """The summary of a task.

    Attributes:
        task_id: Id of the task.
        status: State of a task, in this order. A terminal state of failure is mentioned, but not named.
        task_type: What is to be labelled.
        data_url: What is labelled.
        created_at: When the task was accepted.
    """

    task_id: str
    status: str
    task_type: str
    data_url: str
    created_at: str


class TaskAccepted(TypedDict):
    """A task that was accepted, now or by an earlier request with the same key.

    Attributes:
        task_id: Id of the task.
        status: State of a task, in this order. A terminal state of failure is mentioned, but not named.
        created_at: When the task was accepted.
        idempotent: True when the task is that of an earlier request; else absent.
    """

    task_id: str
    status: str
    created_at: str
    idempotent: NotRequired[bool]


class TaskCreate(TypedDict):
    """A task to label.

    Attributes:
        type: What is to be labelled.
        data_url: HTTPS address of what is to be labelled, public; of a text for a task on texts.
        label_spec: The question to the workers and the answers they choose from.
        consensus_threshold: Labels to collect, 2 to 10; the server's default is 3.
        callback_url: Where to announce the settled task; the address of a registered webhook.
        idempotency_key: A request with a key that was used before gives back the task that it made.
    """

    type: str
    data_url: str
    label_spec: "LabelSpec"
    consensus_threshold: NotRequired[int]
    callback_url: NotRequired[str]
    idempotency_key: NotRequired[str]


class TaskSettled(TypedDict):
    """What is delivered when a task is settled.

    Attributes:
        event: Type of the event.
        task_id: Id of the task.
        consensus_label: One of the options, as it was sent.
        confidence: Share of the workers who agree, 0 to 1.
        bsv_txid: Id of the transaction.
        settled_at: When the task was settled.
        timestamp: When the delivery was sent.
    """

    event: "Literal['task.settled']"
    task_id: str
    consensus_label: str
    confidence: float
    bsv_txid: str
    settled_at: str
    timestamp: str


class Usage(TypedDict):
    """The usage of a month.

    Attributes:
        customer_id: Id of the customer.
        month: The month as `YYYY-MM`.
        tier: Tier of a customer.
        tasks_settled: Tasks that were settled.
        total_cost_sats: Payouts and fee, in satoshis.
        total_cost_usd_estimate: The same in US dollars, roughly.
        worker_payouts_sats: What the workers got, in satoshis.
        platform_fee_sats: What the platform got, in satoshis.
        daily_breakdown: The days of the month on which tasks were settled.
    """

    customer_id: str
    month: str
    tier: str
    tasks_settled: int
    total_cost_sats: int
    total_cost_usd_estimate: float
    worker_payouts_sats: int
    platform_fee_sats: int
    daily_breakdown: "list[DailyUsage]"


class Webhook(TypedDict):
    """A webhook.

    Attributes:
        webhook_id: Id of the webhook.
        callback_url: Where deliveries go.
        events: Types of events.
        active: Whether events are delivered.
    """

    webhook_id: str
    callback_url: str
    events: list[str]
    active: bool


class WebhookCreate(TypedDict):
    """A webhook to register.

    Attributes:
        callback_url: Where deliveries go.
        secret: The caller's own secret; deliveries are signed with it.
        events: Types of events; the server's default is `["task.settled"]`.
    """

    callback_url: str
    secret: str
    events: NotRequired[list[str]]


class WebhookPage(TypedDict):
    """The webhooks in an envelope.

    Attributes:
        webhooks: The webhooks.
        data: The webhooks.
    """

    webhooks: NotRequired["list[Webhook]"]
    data: NotRequired["list[Webhook]"]
