# Derived from facades/asg_gateway/_async/ by make generate; edit the files there.
import os
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Unpack

from asg_gateway.errors import ASGGatewayError
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
from clientkit._sync.raw import AsyncRawBaseClient, RawBaseClient
from clientkit.errors import ClientError
from clientkit.facade import AsyncItems, Items
from clientkit.resolving import Resolution
from clientkit.views import RawAnswer

class AsyncRawASGGatewayClient(AsyncRawBaseClient):
    async def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...
    async def submit_task(
        self,
        task_type: str,
        data_url: str,
        label_spec: LabelSpec | Mapping[str, Any],
        consensus_threshold: int = ...,
        callback_url: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[TaskAccepted]: ...
    async def submit_batch(
        self, tasks: Sequence[TaskBody | Mapping[str, Any]], callback_url: str | None = ...
    ) -> RawAnswer[BatchAccepted]: ...
    async def get_task(self, task_id: str) -> RawAnswer[Task]: ...
    async def get_result(self, task_id: str) -> RawAnswer[Result | PendingResult]: ...
    async def poll_result(
        self, task_id: str, timeout: float | None = ..., interval: float = ...
    ) -> RawAnswer[Result]: ...
    async def submit_many(
        self,
        tasks: Tasks,
        *,
        columns: Mapping[str, str] | None = ...,
        key: Key | None = ...,
        run: str | None = ...,
        batch: bool | int = ...,
        callback_url: str | None = ...,
        journal: str | os.PathLike[str] | None = ...,
        concurrency: int | None = ...,
        on_progress: Callable[[Progress], None] | None = ...,
        progress: bool | None = ...,
        **fields: Unpack[TaskFields],
    ) -> RawAnswer[SubmissionReport]: ...
    @AsyncItems.of("asg_api.models:Result")
    def poll_many(
        self,
        task_ids: Iterable[str],
        *,
        timeout: float | None = ...,
        interval: float = ...,
        max_interval: float = ...,
        journal: str | os.PathLike[str] | None = ...,
        concurrency: int = ...,
        on_failure: Callable[[str, ASGGatewayError], None] | None = ...,
        on_progress: Callable[[Progress], None] | None = ...,
        progress: bool | None = ...,
    ) -> AsyncIterator[Result]: ...
    async def register_webhook(
        self, callback_url: str, secret: str, events: Sequence[str] | None = ...
    ) -> RawAnswer[Webhook]: ...
    async def list_webhooks(self) -> RawAnswer[list[Webhook]]: ...
    async def delete_webhook(self, webhook_id: str) -> RawAnswer[None]: ...
    async def create_job(
        self,
        manifest_url: str,
        label_spec: LabelSpec | Mapping[str, Any],
        credentials: S3Credentials | GCSCredentials | Mapping[str, str] | None = ...,
        task_type: str | None = ...,
        consensus_threshold: int | None = ...,
        callback_url: str | None = ...,
        delivery: Delivery | Mapping[str, Any] | None = ...,
    ) -> RawAnswer[Job]: ...
    async def get_job(self, job_id: str) -> RawAnswer[Job]: ...
    async def wait_for_job(
        self, job_id: str, timeout: float | None = ..., interval: float = ..., until: Collection[str] = ...
    ) -> RawAnswer[Job]: ...
    async def register_customer(self, name: str, email: str) -> RawAnswer[CustomerCreated]: ...
    async def get_profile(self) -> RawAnswer[CustomerProfile]: ...
    async def get_usage(self, month: str | None = ...) -> RawAnswer[Usage]: ...
    async def list_invoices(self) -> RawAnswer[list[Invoice]]: ...

class RawASGGatewayClient(RawBaseClient):
    def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...
    def submit_task(
        self,
        task_type: str,
        data_url: str,
        label_spec: LabelSpec | Mapping[str, Any],
        consensus_threshold: int = ...,
        callback_url: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[TaskAccepted]: ...
    def submit_batch(
        self, tasks: Sequence[TaskBody | Mapping[str, Any]], callback_url: str | None = ...
    ) -> RawAnswer[BatchAccepted]: ...
    def get_task(self, task_id: str) -> RawAnswer[Task]: ...
    def get_result(self, task_id: str) -> RawAnswer[Result | PendingResult]: ...
    def poll_result(
        self, task_id: str, timeout: float | None = ..., interval: float = ...
    ) -> RawAnswer[Result]: ...
    def submit_many(
        self,
        tasks: Tasks,
        *,
        columns: Mapping[str, str] | None = ...,
        key: Key | None = ...,
        run: str | None = ...,
        batch: bool | int = ...,
        callback_url: str | None = ...,
        journal: str | os.PathLike[str] | None = ...,
        concurrency: int | None = ...,
        on_progress: Callable[[Progress], None] | None = ...,
        progress: bool | None = ...,
        **fields: Unpack[TaskFields],
    ) -> RawAnswer[SubmissionReport]: ...
    @Items.of("asg_api.models:Result")
    def poll_many(
        self,
        task_ids: Iterable[str],
        *,
        timeout: float | None = ...,
        interval: float = ...,
        max_interval: float = ...,
        journal: str | os.PathLike[str] | None = ...,
        concurrency: int = ...,
        on_failure: Callable[[str, ASGGatewayError], None] | None = ...,
        on_progress: Callable[[Progress], None] | None = ...,
        progress: bool | None = ...,
    ) -> Iterator[Result]: ...
    def register_webhook(
        self, callback_url: str, secret: str, events: Sequence[str] | None = ...
    ) -> RawAnswer[Webhook]: ...
    def list_webhooks(self) -> RawAnswer[list[Webhook]]: ...
    def delete_webhook(self, webhook_id: str) -> RawAnswer[None]: ...
    def create_job(
        self,
        manifest_url: str,
        label_spec: LabelSpec | Mapping[str, Any],
        credentials: S3Credentials | GCSCredentials | Mapping[str, str] | None = ...,
        task_type: str | None = ...,
        consensus_threshold: int | None = ...,
        callback_url: str | None = ...,
        delivery: Delivery | Mapping[str, Any] | None = ...,
    ) -> RawAnswer[Job]: ...
    def get_job(self, job_id: str) -> RawAnswer[Job]: ...
    def wait_for_job(
        self, job_id: str, timeout: float | None = ..., interval: float = ..., until: Collection[str] = ...
    ) -> RawAnswer[Job]: ...
    def register_customer(self, name: str, email: str) -> RawAnswer[CustomerCreated]: ...
    def get_profile(self) -> RawAnswer[CustomerProfile]: ...
    def get_usage(self, month: str | None = ...) -> RawAnswer[Usage]: ...
    def list_invoices(self) -> RawAnswer[list[Invoice]]: ...
