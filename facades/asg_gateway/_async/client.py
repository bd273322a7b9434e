"""The ASG Gateway client."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack, cast

from asg_api import api
from clientkit import settings
from clientkit.arguments import identifier, nonempty
from clientkit.auth import Token
from clientkit.errors import ClientError
from clientkit.facade import AsyncBaseClient, AsyncFixedAuth, AsyncItems, nothing
from clientkit.lazy import Module, load_module
from clientkit.polling import PollPolicy
from clientkit.settings import Extras

from asg_gateway import bodies, known, results
from asg_gateway.config import BASE_URL, PRODUCT, credentials, hidden
from asg_gateway.errors import ASGGatewayConfigurationError, ASGGatewayError

if TYPE_CHECKING:
    from clientkit.resolving import Resolution

    from asg_gateway._sync.raw import AsyncRawASGGatewayClient
    from asg_gateway.forms import Key, TaskFields
    from asg_gateway.report import SubmissionReport
    from asg_gateway.sources import Tasks
    from asg_gateway.submission import Progress
    from asg_gateway.types import (
        BatchAccepted,
        CustomerCreated,
        CustomerProfile,
        Delivery,
        GCSCredentials,
        Invoice,
        Job,
        LabelSpec,
        PendingResult,
        Result,
        S3Credentials,
        Task,
        TaskAccepted,
        TaskBody,
        Usage,
        Webhook,
    )


class AsyncNoKey(AsyncFixedAuth):
    """Stands for the key of a client that has none: it may only register."""

    def __init__(self) -> None:
        super().__init__(None)

    async def token(self, now: float) -> Token | None:
        """Raise that there is no key."""
        raise ASGGatewayConfigurationError(
            "this client has no API key and can only register_customer(...); pass api_key='sk_sandbox_…'"
        )


class AsyncASGGatewayClient(AsyncBaseClient):
    """A client for ASG Gateway: labelling, from one task to a million.

    Use it as a context manager, or close it with `aclose()`. It may be shared; `with_options` gives views
    with other timeouts, retries or headers, and `raw` one whose methods return answers as they came.

    Args:
        api_key: `sk_sandbox_…` or `sk_live_…`; the environment variable `ASG_API_KEY` by default. Without
            either the client can only register.
        base_url: Where the service is; by default the environment variable `ASG_BASE_URL`, else
            `https://api.asgrefinery.io`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; none by default.
        headers: Header fields to send with every call.
        http_client: An `httpx.AsyncClient` to send through; it stays yours to close.
        engine: What to send through: `httpcore`, `httpcore2` or `aiohttp`; by default what `CLIENTKIT_ENGINE`
            names or is installed.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.

    Raises:
        ASGGatewayConfigurationError: The key cannot be one; it is not shown.
        ConfigurationError: Another argument cannot work.
    """

    _rules = Module("asg_gateway._async.resolving")

    def __init__(
        self,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | None = 60.0,
        max_retries: int = 0,
        *,
        headers: Mapping[str, str] | None = None,
        http_client: Any = None,
        engine: str | None = None,
        **extras: Unpack[Extras],
    ) -> None:
        # Hidden before anything else: the locals of a traceback must not show them.
        api_key = key = hidden(settings.key_for(api_key, "ASG_API_KEY"))
        base_url = settings.url_for(base_url, BASE_URL, "ASG_BASE_URL")
        headers = settings.hidden(headers)
        auth = AsyncNoKey() if key is None else AsyncFixedAuth(credentials(key))
        options = settings.make(
            base_url, PRODUCT, timeout=timeout, max_retries=max_retries, headers=headers, **extras
        )
        super().__init__(PRODUCT, options, auth, http_client, engine)

    async def resolve(self, error: ClientError) -> Resolution:
        """Find out what became of a call that failed; nothing is sent but reads.

        What can be found out of which operation is in `docs/resolving.md`.

        Args:
            error: The error of the call, of this client or of another client of the same service.

        Returns:
            `done` with the result, `not_done`, or `cannot_tell`, with the reason. Of an error of
            `submit_many` always the last: its `report` has every task.

        Raises:
            TypeError: It is not an error of a client.
        """
        if isinstance(error, ASGGatewayError) and error.report is not None:
            from clientkit.resolving import cannot_tell

            return cannot_tell("error.report says of every task whether it was submitted", [error.report])
        return await super().resolve(error)

    # Tasks

    async def submit_task(
        self,
        task_type: str,
        data_url: str,
        label_spec: LabelSpec | Mapping[str, Any],
        consensus_threshold: int = 3,
        callback_url: str | None = None,
        idempotency_key: str | None = None,
    ) -> TaskAccepted:
        """Submit one task.

        A client that retries (`max_retries`) sends a key of its own when none is given, so that a task
        whose answer was lost is not submitted twice. The key is on the error.

        Args:
            task_type: `image_classification`, `text_classification`, `sentiment` or `moderation`.
            data_url: HTTPS address of what is to be labelled, reachable for the service.
            label_spec: `question` and `options`, at least 2; they are compared as they are written.
            consensus_threshold: Labels to collect, 2 to 10.
            callback_url: Where to announce the settled task: the address of a registered webhook.
            idempotency_key: A call with a key that was used before returns the task that it made.

        Returns:
            `task_id`, `status`, `created_at`; and `idempotent` when the key was used before.

        Raises:
            ASGGatewayHTTPError: 400 a value is refused, 403 the quota is used up.
            ValueError: The key is empty; nothing was sent.

        Operation: submit_task
        """
        if idempotency_key is not None:
            nonempty("idempotency_key", idempotency_key)
        body = bodies.body(
            type=task_type,
            data_url=data_url,
            label_spec=label_spec,
            consensus_threshold=consensus_threshold,
            callback_url=callback_url,
            idempotency_key=self._new_key() if idempotency_key is None else idempotency_key,
        )
        call = api.tasks.submit_task.OPERATION(body=body)
        return await self._core.send(call, known.reader(self._core.channel, call.idempotency_key))

    async def submit_batch(
        self, tasks: Sequence[TaskBody | Mapping[str, Any]], callback_url: str | None = None
    ) -> BatchAccepted:
        """Submit up to 1,000 tasks in one request.

        The service does not say their ids, and nothing is known about keys inside a batch. So it is never
        repeated by itself when its outcome is not clear: the error's `unclear` says so.

        Args:
            tasks: Dicts as the service takes them, with the kind under `type`; sent as they are. No two
                of them may have the same `idempotency_key`.
            callback_url: Where to announce each settled task.

        Returns:
            `batch_id`, `task_count`, `status`.

        Raises:
            ASGGatewayHTTPError: 400 a task or their number is refused, 403 the quota does not suffice.

        Operation: submit_batch
        """
        body = bodies.body(tasks=bodies.batch(tasks), callback_url=callback_url)
        return await self._core.send(api.tasks.submit_batch.OPERATION(body=body), results.reader("batch_id"))

    async def get_task(self, task_id: str) -> Task:
        """Get the summary of a task; its kind is under `task_type`.

        Args:
            task_id: Id of the task.

        Raises:
            ASGGatewayHTTPError: 404 there is no such task.

        Operation: get_task
        """
        return await self._core.send(
            api.tasks.get_task.OPERATION(identifier("task_id", task_id)), results.reader()
        )

    async def get_result(self, task_id: str) -> Result | PendingResult:
        """Get the result of a task, or the word that there is none yet.

        Args:
            task_id: Id of the task.

        Returns:
            With `consensus_label` when there is one. `settlement` is always there then; its values are
            None before the settlement. Without, `status` and `message` alone.

        Raises:
            ASGGatewayHTTPError: 404 there is no such task, 500 a fault of the service.

        Operation: get_result
        """
        call = api.tasks.get_result.OPERATION(identifier("task_id", task_id))
        return await self._core.send(call, parse=results.result_or_pending)

    async def poll_result(
        self,
        task_id: str,
        timeout: float | None = 300,  # noqa: ASYNC109  (the documented name)
        interval: float = 5,
    ) -> Result:
        """Read a task's result, at once and then every `interval` seconds, until there is one.

        A result is there as soon as the workers agree; the settlement may follow later, so its values
        may be None.

        Args:
            task_id: The task.
            timeout: Seconds to wait in all, 0 or more; None for as long as it takes.
            interval: Seconds between two reads, 0 or more.

        Raises:
            ASGGatewayPollTimeoutError: There is none in time; `last` is what the last read gave.
            ASGGatewayHTTPError: A read was answered 4xx or 5xx; it is not read again.

        Operation: get_result
        """
        return await self._core.poll(
            api.tasks.get_result.OPERATION(identifier("task_id", task_id)),
            lambda answer: cast("Result", results.result_or_pending(answer)),
            lambda answer, _: answer.status != 202,
            PollPolicy(timeout, interval),
            f"task {identifier('task_id', task_id)}",
        )

    # Many tasks

    async def submit_many(
        self,
        tasks: Tasks,
        *,
        columns: Mapping[str, str] | None = None,
        key: Key | None = None,
        run: str | None = None,
        batch: bool | int = False,
        callback_url: str | None = None,
        journal: str | os.PathLike[str] | None = None,
        concurrency: int | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        progress: bool | None = None,
        **fields: Unpack[TaskFields],
    ) -> SubmissionReport:
        """Submit any number of tasks, each exactly once, in bounded memory.

        Tasks go one by one, each with an idempotency key, so each is safe to repeat and its id comes back.
        With `batch` they go up to 1,000 in a request, which is faster and brings no ids; a batch whose
        answer was lost is reported as unclear and not sent again.

        429 makes everything wait as long as the service asks, up to 5 minutes. What a task is refused for
        (400, or a value that JSON cannot say, such as the NaN of an empty cell) is on its outcome, and the
        others go on. A used-up quota (403), a wrong key (401) and a
        service that gives no clear answer three times in a row end the submission: what is under way is
        waited for, and the error has the `report`.

        Args:
            tasks: Dicts with the kind under `type`, or lines of JSON, of any iterable (an async one for the
                async client); a table of pandas, polars, pyarrow or any other library with
                `__arrow_c_stream__`; or the path or URL of a file: `.jsonl`, `.csv` (either may have `.gz` or
                `.zst` behind it) or `.parquet`. Read as they are needed. Of a table, the columns with names
                of fields are used.
            columns: Name of the column by field of the task, such as `{"data_url": "uri"}`.
            key: What each idempotency key is made of, so that the same row is the same task whoever submits
                it: `content`, the whole task; `field:image_id`, that column of the row; or a function that
                gets the row and returns a str or an int. Needs `run`. Not for batches.
            run: Name of the run, part of every key: another run makes new tasks of the same rows. Alone it
                means `key="content"`.
            batch: True for 1,000 tasks in a request, or a number from 2 to 1,000.
            callback_url: Where to announce each settled task that names no other place.
            journal: An SQLite file that notes what was submitted. The same tasks, submitted with the same
                journal, go on where they stopped, even after a crash, and none goes twice.
            concurrency: Requests under way at a time, 1 or more; 16 by default. The sync client starts up to
                that many threads for it, and by default none: it sends one after the other.
            on_progress: Told after every request, one call at a time; of the sync client with `concurrency`
                in its threads.
            progress: Whether to show a bar, which needs rich; by default in a terminal or notebook, and
                elsewhere a line in the log every 30 seconds. False for neither.
            **fields: What all tasks have in common that do not say otherwise: `task_type` (or `type`),
                `label_spec`, `consensus_threshold`.

        Returns:
            The report: its numbers, and an outcome for every task when iterated.

        Raises:
            ASGGatewayError: What ended the submission; `report` says what was and what was not submitted.
            ASGGatewayJournalError: The journal is in use, full, damaged, or of other tasks.
            ASGGatewayInputError: A line is not JSON, a task is not a dict, or a column is missing.
            ImportError: A library is missing for this kind of input; the message says what to type.
            Exception: What your own input raises; it has a `report`, too.
            ValueError: An argument is out of bounds.

        Operation: submit_task, submit_batch
        """
        from asg_gateway._async.bulk import submit_many
        from asg_gateway.forms import Form

        return await submit_many(
            self._core,
            tasks,
            Form(columns, fields, key, run),
            batch=batch,
            callback_url=callback_url,
            journal=None if journal is None else bodies.place("journal", journal),
            concurrency=concurrency,
            on_progress=bodies.hook("on_progress", on_progress),
            progress=bodies.flag("progress", progress),
        )

    @AsyncItems.of("asg_api.models:Result")
    def poll_many(
        self,
        task_ids: Iterable[str],
        *,
        timeout: float | None = 3600,
        interval: float = 5,
        max_interval: float = 60,
        journal: str | os.PathLike[str] | None = None,
        concurrency: int = 16,
        on_failure: Callable[[str, ASGGatewayError], None] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
        progress: bool | None = None,
    ) -> AsyncIterator[Result]:
        """Yield the results of any number of tasks as they come, in bounded memory.

        Each task is read at once, and then after 5, 10, 20, 40, 60, 60, … seconds, as the service
        recommends. One schedule serves them all. 429 makes everything wait; what may pass is tried again.

        Args:
            task_ids: The tasks, such as `report.task_ids()`; read as they are needed.
            timeout: Seconds that each task is waited for, from its first read; None for as long as it takes.
            interval: Seconds between the first two reads of a task; it doubles from read to read.
            max_interval: The longest time between two reads, in seconds.
            journal: An SQLite file that keeps what is received. With the same journal, results that it has
                come from there, without a request, also after a crash. It may be that of the submission.
            concurrency: Reads under way at a time; the sync client reads one after the other.
            on_failure: Told the id and the error of every task that is given up.
            on_progress: Told after every task.
            progress: Whether to show a bar, which needs rich; by default in a terminal or notebook.

        Yields:
            Results, as `get_result` returns them. Each has its `task_id`.

        Raises:
            ASGGatewayPollManyError: At the end, when tasks were given up and there is no `on_failure`.
            ASGGatewayJournalError: The journal cannot be used, or is of another service.
            ASGGatewayHTTPError: 401 or 403, at once.

        Operation: get_result
        """
        from asg_gateway._async.bulk import poll_many

        return poll_many(
            self._core,
            bodies.many("task_ids", task_ids),
            PollPolicy(timeout, interval, 2.0, max_interval).checked(),
            journal=None if journal is None else bodies.place("journal", journal),
            concurrency=bodies.at_least("concurrency", concurrency, 1),
            on_failure=bodies.hook("on_failure", on_failure),
            on_progress=bodies.hook("on_progress", on_progress),
            progress=bodies.flag("progress", progress),
        )

    # Webhooks

    async def register_webhook(
        self, callback_url: str, secret: str, events: Sequence[str] | None = None
    ) -> Webhook:
        """Register a webhook. Never repeated by itself when its outcome is not clear.

        Args:
            callback_url: Where deliveries go; tasks name the same address as their `callback_url`.
            secret: A secret of your own making; `verify_webhook` proves deliveries with it.
            events: Types of events; the service's default, and all that is documented, is `task.settled`.

        Returns:
            `webhook_id`, `callback_url`, `events`, `active`.

        Raises:
            ASGGatewayHTTPError: 400 a value is refused.

        Operation: register_webhook
        """
        secret = bodies.secret("secret", secret)
        body = bodies.body(callback_url=callback_url, secret=secret, events=bodies.texts("events", events))
        return await self._core.send(
            api.webhooks.register_webhook.OPERATION(body=body), results.reader("webhook_id")
        )

    async def list_webhooks(self) -> list[Webhook]:
        """List all webhooks, without their secrets.

        Operation: list_webhooks
        """
        return await self._core.send(api.webhooks.list_webhooks.OPERATION(), results.webhooks)

    async def delete_webhook(self, webhook_id: str) -> None:
        """Delete a webhook.

        Args:
            webhook_id: Id of the webhook.

        Raises:
            ASGGatewayHTTPError: 404 there is no such webhook.

        Operation: delete_webhook
        """
        await self._core.send(
            api.webhooks.delete_webhook.OPERATION(identifier("webhook_id", webhook_id)), parse=nothing
        )

    # Jobs

    async def create_job(
        self,
        manifest_url: str,
        label_spec: LabelSpec | Mapping[str, Any],
        credentials: S3Credentials | GCSCredentials | Mapping[str, str] | None = None,
        task_type: str | None = None,
        consensus_threshold: int | None = None,
        callback_url: str | None = None,
        delivery: Delivery | Mapping[str, Any] | None = None,
    ) -> Job:
        """Start a job from a manifest in object storage; `write_manifest` writes one.

        Never repeated by itself when its outcome is not clear. What else the service answers than the job's
        id is not documented.

        Args:
            manifest_url: `s3://bucket/key`, `gs://bucket/key`, or the HTTPS address of an S3 object.
            label_spec: `question` and `options` for every line.
            credentials: For S3 `access_key_id`, `secret_access_key` and `region`; for Google Cloud Storage
                `service_account_json`, the text of the service account's file. Which of them is due follows
                from the scheme of `manifest_url`. Shown nowhere.
            task_type: As in `submit_task`; the service's default is not documented.
            consensus_threshold: Labels to collect for each line, 2 to 10; the service's default is 3.
            callback_url: Where to announce the job; what is sent there is not documented.
            delivery: Where results go: `type`, which is `s3`, and `bucket`.

        Returns:
            The job, with its `job_id`.

        Raises:
            ASGGatewayHTTPError: 400 a value is refused.

        Operation: create_job
        """
        # Hidden before anything else: the locals of a traceback must not show them.
        credentials = secrets = bodies.hidden(credentials)
        body = bodies.body(
            manifest_url=manifest_url,
            label_spec=label_spec,
            credentials=bodies.checked(secrets, manifest_url),
            task_type=task_type,
            consensus_threshold=consensus_threshold,
            callback_url=callback_url,
            delivery=delivery,
        )
        return await self._core.send(api.jobs.create_job.OPERATION(body=body), results.job)

    async def get_job(self, job_id: str) -> Job:
        """Get a job; it never holds credentials.

        Args:
            job_id: Id of the job.

        Raises:
            ASGGatewayHTTPError: 404 there is no such job.

        Operation: get_job
        """
        return await self._core.send(api.jobs.get_job.OPERATION(identifier("job_id", job_id)), results.job)

    async def wait_for_job(
        self,
        job_id: str,
        timeout: float | None = 3600,  # noqa: ASYNC109  (as in poll_result)
        interval: float = 10,
        until: Collection[str] = ("completed", "failed"),
    ) -> Job:
        """Read a job, at once and then every `interval` seconds, until its status is a final one.

        The service's names for the states of a job are not documented: those of `until` are a guess. Look
        at what `get_job` gives you and pass the names that you see.

        Args:
            job_id: The job.
            timeout: Seconds to wait in all, 0 or more; None for as long as it takes.
            interval: Seconds between two reads, 0 or more.
            until: The final states.

        Returns:
            The job; look at its `status`.

        Raises:
            ASGGatewayPollTimeoutError: It is not done in time; `last` is the job as it was.
            ASGGatewayHTTPError: A read was answered 4xx or 5xx; it is not read again.

        Operation: get_job
        """
        states = {until} if isinstance(until, str) else until
        return await self._core.poll(
            api.jobs.get_job.OPERATION(identifier("job_id", job_id)),
            lambda answer: results.job(answer.json()),
            lambda _, job: job.get("status") in states,
            PollPolicy(timeout, interval, max_interval=interval),
            f"job {identifier('job_id', job_id)}",
        )

    # The account

    async def register_customer(self, name: str, email: str) -> CustomerCreated:
        """Register a customer; no key is sent, so a client without one can do this.

        Never repeated by itself when its outcome is not clear.

        Args:
            name: Name of the customer.
            email: E-mail address; unique.

        Returns:
            The customer with its `api_key`. It is shown this once: keep it.

        Raises:
            ASGGatewayHTTPError: 409 the address is registered already, 400 a value is refused.

        Operation: register_customer
        """
        call = api.customers.register_customer.OPERATION(body=bodies.body(name=name, email=email))
        return await self._core.anonymous().send(call, results.customer)

    async def get_profile(self) -> CustomerProfile:
        """Get the own account: tier, label quota, a hint of the key.

        Operation: get_profile
        """
        return await self._core.send(api.customers.get_profile.OPERATION(), results.reader())

    async def get_usage(self, month: str | None = None) -> Usage:
        """Get the usage of a month, in satoshis.

        Args:
            month: `YYYY-MM`; the current month in UTC by default.

        Raises:
            ASGGatewayHTTPError: 400 this is no month.

        Operation: get_usage
        """
        return await self._core.send(api.billing.get_usage.OPERATION(month=month), results.reader())

    async def list_invoices(self) -> list[Invoice]:
        """List all invoices, one for each month.

        Operation: list_invoices
        """
        return await self._core.send(api.billing.list_invoices.OPERATION(), results.invoices)

    def _new_key(self) -> str | None:
        """Return a key for a call that may be repeated; None for one that is sent once."""
        if not self._core.settings.retry.max_retries:
            return None
        return str(load_module("uuid").uuid4())

    if TYPE_CHECKING:

        @property
        def raw(self) -> AsyncRawASGGatewayClient:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
