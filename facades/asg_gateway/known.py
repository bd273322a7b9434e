"""The tasks that a client knows: those that it submitted with a key, by which their call is found again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final
from weakref import WeakKeyDictionary

from asg_gateway import results
from asg_gateway.types import TaskAccepted

# Tasks that a client keeps in mind; the oldest are forgotten.
_MOST: Final = 10_000
# By the channel, which a client shares with its views.
_known: WeakKeyDictionary[Any, OrderedDict[str, str]] = WeakKeyDictionary()


def reader(channel: Any, key: str | None) -> Callable[[Any], TaskAccepted]:
    """Return what reads an accepted task, and keeps its id in mind.

    Args:
        channel: The channel of the client.
        key: The idempotency key that it was submitted with; None for none.
    """
    accepted = results.reader(TaskAccepted, "task_id")

    def noting(data: Any) -> TaskAccepted:
        task = accepted(data)
        remember(channel, key, task["task_id"])
        return task

    return noting


def remember(channel: Any, key: str | None, task_id: str) -> None:
    """Keep the id of a task in mind.

    Args:
        channel: The channel of the client.
        key: The idempotency key; None for none.
        task_id: The task.
    """
    if key is None:
        return
    tasks = _known.setdefault(channel, OrderedDict())
    tasks[key] = task_id
    if len(tasks) > _MOST:
        tasks.popitem(last=False)


def task_of(channel: Any, key: str | None) -> str | None:
    """Return the id of the task that was submitted with a key; None when it is not known.

    Args:
        channel: The channel of the client.
        key: The idempotency key; None for none.
    """
    return None if key is None else _known.get(channel, OrderedDict()).get(key)
