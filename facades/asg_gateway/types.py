"""The dicts that the methods take and return, as the spec has them.

They are plain dicts: a field that the service adds one day is in them as well. A key that is `NotRequired`
may be missing.
"""

from typing import TYPE_CHECKING, Any

from clientkit.lazy import load_module

if TYPE_CHECKING:
    from asg_api.dicts import (
        BatchAccepted,
        CustomerCreated,
        CustomerProfile,
        DailyUsage,
        Delivery,
        GCSCredentials,
        Invoice,
        Job,
        JsonObject,
        LabelSpec,
        Result,
        S3Credentials,
        Settlement,
        Task,
        TaskAccepted,
        TaskSettled,
        Usage,
        Webhook,
    )
    from asg_api.dicts import ResultPending as PendingResult
    from asg_api.dicts import TaskCreate as TaskBody

__all__ = [
    "BatchAccepted",
    "CustomerCreated",
    "CustomerProfile",
    "DailyUsage",
    "Delivery",
    "GCSCredentials",
    "Invoice",
    "Job",
    "JsonObject",
    "LabelSpec",
    "PendingResult",
    "Result",
    "S3Credentials",
    "Settlement",
    "Task",
    "TaskAccepted",
    "TaskBody",
    "TaskSettled",
    "Usage",
    "Webhook",
]

# What the spec calls otherwise: other operations have tasks and results of their own.
_NAMES = {"PendingResult": "ResultPending", "TaskBody": "TaskCreate"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(load_module("asg_api.dicts"), _NAMES.get(name, name))
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
