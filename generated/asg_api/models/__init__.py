"""Models of the service, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .batch_accepted import BatchAccepted as BatchAccepted
    from .batch_create import BatchCreate as BatchCreate
    from .customer_create import CustomerCreate as CustomerCreate
    from .customer_created import CustomerCreated as CustomerCreated
    from .customer_profile import CustomerProfile as CustomerProfile
    from .daily_usage import DailyUsage as DailyUsage
    from .delivery import Delivery as Delivery
    from .error_details import ErrorDetails as ErrorDetails
    from .error_envelope import ErrorEnvelope as ErrorEnvelope
    from .gcs_credentials import GCSCredentials as GCSCredentials
    from .invoice import Invoice as Invoice
    from .invoice_list import InvoiceList as InvoiceList
    from .job import Job as Job
    from .job_create import JobCreate as JobCreate
    from .json_object import JsonObject as JsonObject
    from .label_spec import LabelSpec as LabelSpec
    from .result import Result as Result
    from .result_pending import ResultPending as ResultPending
    from .s3_credentials import S3Credentials as S3Credentials
    from .settlement import Settlement as Settlement
    from .task import Task as Task
    from .task_accepted import TaskAccepted as TaskAccepted
    from .task_create import TaskCreate as TaskCreate
    from .task_settled import TaskSettled as TaskSettled
    from .usage import Usage as Usage
    from .webhook import Webhook as Webhook
    from .webhook_create import WebhookCreate as WebhookCreate
    from .webhook_page import WebhookPage as WebhookPage

_MODULES = {
    "BatchAccepted": "batch_accepted",
    "BatchCreate": "batch_create",
    "CustomerCreate": "customer_create",
    "CustomerCreated": "customer_created",
    "CustomerProfile": "customer_profile",
    "DailyUsage": "daily_usage",
    "Delivery": "delivery",
    "ErrorDetails": "error_details",
    "ErrorEnvelope": "error_envelope",
    "GCSCredentials": "gcs_credentials",
    "Invoice": "invoice",
    "InvoiceList": "invoice_list",
    "Job": "job",
    "JobCreate": "job_create",
    "JsonObject": "json_object",
    "LabelSpec": "label_spec",
    "Result": "result",
    "ResultPending": "result_pending",
    "S3Credentials": "s3_credentials",
    "Settlement": "settlement",
    "Task": "task",
    "TaskAccepted": "task_accepted",
    "TaskCreate": "task_create",
    "TaskSettled": "task_settled",
    "Usage": "usage",
    "Webhook": "webhook",
    "WebhookCreate": "webhook_create",
    "WebhookPage": "webhook_page",
}

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

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        try:
            module = _MODULES[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        from clientkit.operation import load_module

        model = globals()[name] = getattr(load_module(f".{module}", __name__), name)
        return model


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
