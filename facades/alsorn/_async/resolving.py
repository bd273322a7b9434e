"""How the outcome of each write is found out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from alsorn_api import api
from clientkit.facade import AsyncReader
from clientkit.resolving import (
    FailedCall,
    Resolution,
    Rule,
    absent,
    cannot_tell,
    done,
    holds,
    pick,
    reads_only,
    rules,
    seconds,
    unknowable,
)

from alsorn import models
from alsorn._async.agents import AsyncAgents
from alsorn._async.transactions import AsyncTransactions
from alsorn._async.trust import AsyncTrust
from alsorn._async.webhooks import AsyncWebhooks
from alsorn.errors import AlsornNotFoundError
from alsorn.money import DEFAULT_CURRENCY

_TRANSACTION = ("counterparty_id", "amount", "action_type", "notes")
_AGENT = ("name", "authorized_actions", "spending_limit", "currency", "environment")
_NOT_KEPT = "what was sent is not kept with the error"


def _made_at(found: Any) -> float | None:
    return seconds(found.created_at)


async def _executed(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell(_NOT_KEPT)
    wanted = {"notes": None, **sent}
    first = await AsyncTransactions(core).list(
        agent_id=sent["agent_id"], start_date=datetime.fromtimestamp(call.started - call.skew, UTC)
    )
    currency = sent.get("currency") or DEFAULT_CURRENCY
    fitting = [
        each
        async for each in first.iter_all()
        if holds(wanted, each.to_dict(), _TRANSACTION) and each.currency.upper() == currency.upper()
    ]
    executed = [models.ExecutedTransaction.from_dict(each.to_dict()) for each in fitting]
    for each in executed:
        each.idempotency_key = call.key_sent
    return pick(call, core.now(), executed, _made_at, "transactions")


async def _reversed(core: AsyncReader, call: FailedCall) -> Resolution:
    transaction_id = call.parameters["transaction_id"]
    found = await AsyncTransactions(core).get(transaction_id)
    if found.status == "reversed":
        read = models.TransactionReversal.reader(transaction_id)
        return done(read(found.to_dict()), "the transaction is reversed")
    return absent(call, core.now(), f"the transaction is {found.status}")


async def _registered(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell(_NOT_KEPT)
    first = await AsyncAgents(core).list(search=sent["name"], limit=100)
    fitting = [each async for each in first.iter_all() if holds(sent, each.to_dict(), _AGENT)]
    return pick(call, core.now(), fitting, _made_at, "agents")


async def _updated(core: AsyncReader, call: FailedCall) -> Resolution:
    agent = await AsyncAgents(core).get(call.parameters["agent_id"])
    return _as_sent(core, call, agent)


async def _suspended(core: AsyncReader, call: FailedCall) -> Resolution:
    agent = await AsyncAgents(core).get(call.parameters["agent_id"])
    if agent.status == "suspended":
        return done(agent, "the agent is suspended")
    return absent(call, core.now(), f"the agent is {agent.status}")


async def _webhook_registered(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell(_NOT_KEPT)
    fitting = [each for each in await AsyncWebhooks(core).list() if holds(sent, each.to_dict(), sent)]
    # Its secret was in the answer alone.
    return pick(call, core.now(), fitting, _made_at, "webhooks")


async def _webhook_updated(core: AsyncReader, call: FailedCall) -> Resolution:
    return _as_sent(core, call, await AsyncWebhooks(core).get(call.parameters["webhook_id"]))


async def _webhook_deleted(core: AsyncReader, call: FailedCall) -> Resolution:
    try:
        await AsyncWebhooks(core).get(call.parameters["webhook_id"])
    except AlsornNotFoundError:
        return done(None, "there is no such webhook any more")
    return absent(call, core.now(), "the webhook is still there")


async def _evaluated(core: AsyncReader, call: FailedCall) -> Resolution:
    profile = await AsyncTrust(core).query(call.parameters["agent_id"])
    at = seconds(profile.last_evaluated)
    if at is None or at < call.started - call.skew:
        return absent(call, core.now(), "the agent was not evaluated since the call began")
    return cannot_tell("it was evaluated since, by this call or by something else; repeating it is safe")


def _as_sent(core: AsyncReader, call: FailedCall, found: Any) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell(_NOT_KEPT)
    if holds(sent, found.to_dict(), sent):
        return done(found, "it is as the call was to leave it")
    return absent(call, core.now(), "it is not as the call was to leave it")


RULES = rules(
    Rule(
        api.transactions.execute_transaction.OPERATION,
        "the agent's transactions since the call began: receiver, amount, currency, action and memo",
        _executed,
    ),
    Rule(
        api.transactions.reverse_transaction.OPERATION,
        "the status of the transaction",
        _reversed,
        ("done", "not_done"),
    ),
    Rule(
        api.agents.register_agent.OPERATION,
        "the agents of that name that were made since: actions, limit, currency and environment",
        _registered,
    ),
    Rule(api.agents.update_agent.OPERATION, "the agent as it is", _updated, ("done", "not_done")),
    Rule(api.agents.suspend_agent.OPERATION, "the status of the agent", _suspended, ("done", "not_done")),
    Rule(
        api.trust.evaluate_trust.OPERATION,
        "the time of the last evaluation; a later one may have had another cause",
        _evaluated,
        ("not_done", "cannot_tell"),
    ),
    reads_only(api.trust.batch_query_trust.OPERATION),
    unknowable(api.trust.report_agent.OPERATION, "the service lists no disputes"),
    Rule(
        api.webhooks.register_webhook.OPERATION,
        "the webhooks with that URL and those events that were made since; the secret is lost",
        _webhook_registered,
    ),
    Rule(
        api.webhooks.update_webhook.OPERATION, "the webhook as it is", _webhook_updated, ("done", "not_done")
    ),
    Rule(
        api.webhooks.delete_webhook.OPERATION,
        "whether the webhook is there",
        _webhook_deleted,
        ("done", "not_done"),
    ),
    unknowable(api.webhooks.test_webhook.OPERATION, "the service lists no deliveries"),
)
