"""How the outcome of each write is found out: the service lists webhooks, and neither tasks nor jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from asg_api import api
from clientkit.facade import AsyncReader
from clientkit.resolving import (
    FailedCall,
    Resolution,
    Rule,
    absent,
    cannot_tell,
    done,
    holds,
    rules,
    unknowable,
)

from asg_gateway import known, results

if TYPE_CHECKING:
    pass


async def _submitted(core: AsyncReader, call: FailedCall) -> Resolution:
    task_id = known.task_of(core.channel, call.key_sent)
    if task_id is None:
        key = "retry() is safe" if call.repeatable else "it carried no key"
        return cannot_tell(f"this client knows no task with its key, and the service lists none; {key}")
    task = await core.send(api.tasks.get_task.OPERATION(task_id), results.reader())
    return done(task, "this client has submitted the task with the same key")


async def _registered(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell("what was sent is not kept with the error")
    found = await core.send(api.webhooks.list_webhooks.OPERATION(), results.webhooks)
    fitting = [each for each in found if holds(sent, each, ("callback_url", "events"))]
    if not fitting:
        return absent(call, core.now(), "there is no webhook with that URL and those events")
    return cannot_tell("there is such a webhook, and it does not say when it was registered", fitting)


async def _deleted(core: AsyncReader, call: FailedCall) -> Resolution:
    found = await core.send(api.webhooks.list_webhooks.OPERATION(), results.webhooks)
    if any(each["webhook_id"] == call.parameters["webhook_id"] for each in found):
        return absent(call, core.now(), "the webhook is still there")
    return done(None, "there is no such webhook any more")


RULES = rules(
    Rule(
        api.tasks.submit_task.OPERATION,
        "the tasks that this client knows, by key; the service lists none",
        _submitted,
        ("done", "cannot_tell"),
    ),
    unknowable(api.tasks.submit_batch.OPERATION, "the service shows no batches, and takes no key for one"),
    unknowable(api.jobs.create_job.OPERATION, "the service lists no jobs"),
    Rule(
        api.webhooks.register_webhook.OPERATION,
        "the webhooks with that URL and those events, which do not say when they were registered",
        _registered,
        ("not_done", "cannot_tell"),
    ),
    Rule(
        api.webhooks.delete_webhook.OPERATION,
        "the webhooks",
        _deleted,
        ("done", "not_done"),
    ),
    unknowable(api.customers.register_customer.OPERATION, "the service tells nobody who is registered"),
)
