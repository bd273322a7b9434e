"""The sandbox for Alsorn: agents, trust, transactions and webhooks, in memory.

What the documentation leaves open is decided here once and marked "provisional" where it is decided.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from clientkit_sandbox._alsorn.accounts import KEYS, LEVELS, PLANS, REVOKED, Key, key_of_secret
from clientkit_sandbox._alsorn.demo import demo_state
from clientkit_sandbox._alsorn.records import Agent, Transaction, Webhook, new_id
from clientkit_sandbox._alsorn.state import EVENTS, State
from clientkit_sandbox._alsorn.trust import TrustRecord
from clientkit_sandbox.engine import Answer, Call, Problem, Service, Violation, is_loopback, timestamp

service: Service[State] = Service(
    "alsorn",
    state=demo_state,
    credentials={"api_key": KEYS["admin"].secret},
    keys={**{name: key.secret for name, key in KEYS.items()}, "revoked": REVOKED},
    expired=Problem(401, "revoked_api_key", "The API key has been revoked"),
    exact_numbers=True,
)

_CODES = {
    401: "invalid_api_key",
    403: "forbidden",
    404: "not_found",
    422: "validation_error",
    429: "rate_limit_exceeded",
}
_BATCH_LIMIT = 50


@service.authorize
def authorize(call: Call[State]) -> None:
    """Admit a call: rate window first, then key, then permission level."""
    key = _known_key(call)
    call.state.admit(key)
    assert call.operation is not None
    if call.operation.public:
        return
    if key is None:
        raise _unauthorized(call.headers.get("authorization"))
    for level in call.operation.scopes:
        if LEVELS.index(key.level) < LEVELS.index(level):
            raise Problem(403, "forbidden", f"This needs a key of level {level}; yours has {key.level}")
    call.principal = key


@service.headers
def rate_limit_headers(call: Call[State]) -> dict[str, str]:
    """Return the documented rate limit headers of the caller's window."""
    window = call.state.window(_known_key(call))
    return {
        "X-RateLimit-Limit": str(window.limit),
        "X-RateLimit-Remaining": str(window.remaining),
        "X-RateLimit-Reset": str(window.resets_at),
    }


@service.problem
def error_envelope(call: Call[State], problem: Problem) -> Answer:
    """Give a problem the documented envelope."""
    # No 415 is documented; a body of another media type is a bad body.
    status = 422 if problem.code == "unsupported_media_type" else problem.status
    code = _CODES[422] if status == 422 else problem.code or _CODES.get(status, "internal_error")
    error: dict[str, Any] = {"code": code, "message": problem.message, "request_id": new_id("req")}
    if problem.violations:
        error["details"] = [
            {"field": ".".join(str(part) for part in found.path) or found.place, "message": found.message}
            for found in problem.violations
        ]
    return Answer({"error": error}, status)


def _bearer(header: str | None) -> str:
    scheme, _, secret = (header or "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _known_key(call: Call[State]) -> Key | None:
    return key_of_secret(_bearer(call.headers.get("authorization")))


def _unauthorized(header: str | None) -> Problem:
    if header is None:
        return Problem(401, "missing_auth", "Send Authorization: Bearer <api key>")
    secret = _bearer(header)
    if not secret.startswith("als_"):
        return Problem(
            401, "invalid_auth_format", "Authorization must be Bearer and a key that begins with als_"
        )
    if secret == REVOKED:
        return Problem(401, "revoked_api_key", "The API key has been revoked")
    return Problem(401, "invalid_api_key", "The API key is unknown")


def _key(call: Call[State]) -> Key:
    assert isinstance(call.principal, Key)
    return call.principal


def _invalid(field_name: str, message: str) -> Problem:
    return Problem(
        422,
        "validation_error",
        f"{field_name} {message}",
        violations=[Violation("body", (field_name,), message)],
    )


def _any_agent(call: Call[State], agent_id: str) -> Agent:
    if agent_id not in call.state.agents:
        raise Problem(404, "not_found", f"There is no agent {agent_id}")
    return call.state.agents[agent_id]


def _own_agent(call: Call[State], agent_id: str) -> Agent:
    agent = call.state.agents.get(agent_id)
    if agent is None or agent.organisation is not _key(call).organisation:
        raise Problem(404, "not_found", f"There is no agent {agent_id}")
    return agent


def _own_transaction(call: Call[State]) -> Transaction:
    transaction = call.state.transactions.get(call.path["transaction_id"])
    if transaction is None or transaction.agent.organisation is not _key(call).organisation:
        raise Problem(404, "not_found", f"There is no transaction {call.path['transaction_id']}")
    return transaction


def _own_webhook(call: Call[State]) -> Webhook:
    webhook = call.state.webhooks.get(call.path["webhook_id"])
    if webhook is None or webhook.organisation is not _key(call).organisation:
        raise Problem(404, "not_found", f"There is no webhook {call.path['webhook_id']}")
    return webhook


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list."""

    items: list[Any]
    page: int
    limit: int
    total: int

    @classmethod
    def of(cls, call: Call[State], items: Iterable[Any]) -> Page:
        """Cut the page that a call asks for."""
        everything = list(items)
        page, limit = call.query.get("page", 1), call.query.get("limit", 20)
        return cls(everything[(page - 1) * limit : page * limit], page, limit, len(everything))

    def enveloped(self) -> dict[str, Any]:
        """Return the page in the envelope of agents and audit entries."""
        pagination = {
            "page": self.page,
            "limit": self.limit,
            "total": self.total,
            "total_pages": -(-self.total // self.limit),
        }
        return {"data": [item.listed() for item in self.items], "pagination": pagination}


@service.operation("register_agent")
def register_agent(call: Call[State]) -> Any:
    """Register an agent of the key's organisation."""
    key, body, state = _key(call), call.body, call.state
    organisation = key.organisation
    if (
        sum(agent.organisation is organisation for agent in state.agents.values())
        >= PLANS[organisation.plan].agents
    ):
        raise Problem(403, "plan_limit_exceeded", f"The {organisation.plan} plan allows no further agent")
    agent_id = new_id("agent")
    agent = Agent(
        id=agent_id,
        organisation=organisation,
        owner_id=key.user_id,
        name=body["name"],
        authorized_actions=list(body["authorized_actions"]),
        spending_limit=body["spending_limit"],
        currency=body.get("currency", "USD"),
        environment=body.get("environment", "production"),
        created_at=state.now(),
        trust=TrustRecord(new_id("tr"), operator_verified=False),
        description=body.get("description"),
    )
    state.add_agent(agent)
    announced = ("id", "name", "fingerprint", "environment", "status", "created_at")
    state.announce(organisation, "agent.registered", {name: agent.listed()[name] for name in announced})
    return {**agent.described(), "trust_record": agent.trust_summary()}


@service.operation("list_agents")
def list_agents(call: Call[State]) -> Any:
    """List the agents of the key's organisation; their order, newest first, is provisional."""
    wanted = {name: call.query[name] for name in ("status", "environment") if name in call.query}
    search = call.query.get("search", "").lower()
    agents = (
        agent
        for agent in reversed(call.state.agents.values())
        if agent.organisation is _key(call).organisation
        and search in agent.name.lower()
        and all(getattr(agent, name) == value for name, value in wanted.items())
    )
    return Page.of(call, agents).enveloped()


@service.operation("get_agent")
def get_agent(call: Call[State]) -> Any:
    """Return an agent with its full trust record."""
    agent = _own_agent(call, call.path["agent_id"])
    return {**agent.described(), "trust_record": agent.trust_record()}


@service.operation("verify_agent")
def verify_agent(call: Call[State]) -> Any:
    """Return what everybody may know of an agent."""
    agent = _any_agent(call, call.path["agent_id"])
    public = ("id", "name", "fingerprint", "environment", "status", "created_at")
    return {
        **{name: agent.listed()[name] for name in public},
        "org_name": agent.organisation.name,
        "trust_score": agent.trust.score,
        "operator_verified": agent.trust.operator_verified,
    }


@service.operation("update_agent")
def update_agent(call: Call[State]) -> Any:
    """Change what the body names."""
    agent = _own_agent(call, call.path["agent_id"])
    changeable = ("name", "description", "authorized_actions", "spending_limit", "currency")
    changes = {name: call.body[name] for name in changeable if name in call.body}
    for name, value in changes.items():
        setattr(agent, name, value)
    now = call.state.now()
    agent.log("agent.updated", _key(call).user_id, changes, now)
    return {**agent.described(), "updated_at": timestamp(now)}


@service.operation("suspend_agent")
def suspend_agent(call: Call[State]) -> Any:
    """Suspend an agent; that a second suspension changes nothing is provisional."""
    agent = _own_agent(call, call.path["agent_id"])
    if agent.suspended_at is None:
        agent.status, agent.suspended_at = "suspended", call.state.now()
        agent.log("agent.suspended", _key(call).user_id, {"status": agent.status}, agent.suspended_at)
        data = {"id": agent.id, "name": agent.name, "status": agent.status}
        data["suspended_at"] = timestamp(agent.suspended_at)
        call.state.announce(agent.organisation, "agent.suspended", data)
    return {**agent.owned(), "suspended_at": timestamp(agent.suspended_at)}


@service.operation("get_audit_chain")
def get_audit_chain(call: Call[State]) -> Any:
    """Return a page of the audit chain, newest entry first."""
    agent = _own_agent(call, call.path["agent_id"])
    return Page.of(call, reversed(agent.audit)).enveloped()


@service.operation("query_trust")
def query_trust(call: Call[State]) -> Any:
    """Return the trust profile of any agent."""
    return _any_agent(call, call.path["agent_id"]).profile()


@service.operation("evaluate_trust")
def evaluate_trust(call: Call[State]) -> Any:
    """Compute the score of any agent now; the action in the body is accepted and has no documented effect."""
    agent = _any_agent(call, call.path["agent_id"])
    call.state.evaluate(agent, "Evaluation requested")
    return agent.profile()


@service.operation("batch_query_trust")
def batch_query_trust(call: Call[State]) -> Any:
    """Return profiles in the order of the ids, null for an unknown one."""
    if len(call.body["agent_ids"]) > _BATCH_LIMIT:
        raise _invalid("agent_ids", f"must have at most {_BATCH_LIMIT} items")
    agents = (call.state.agents.get(agent_id) for agent_id in call.body["agent_ids"])
    return {"results": [agent.profile() if agent else None for agent in agents]}


@service.operation("get_trust_history")
def get_trust_history(call: Call[State]) -> Any:
    """Return the scores of the last days, newest first."""
    agent = _any_agent(call, call.path["agent_id"])
    since = call.state.now() - timedelta(days=call.query.get("days", 30))
    return [
        {"score": score, "reason": reason, "created_at": timestamp(at)}
        for at, score, reason in reversed(agent.trust.history)
        if at >= since
    ]


@service.operation("report_agent")
def report_agent(call: Call[State]) -> Any:
    """File a dispute, which lowers the score of the reported agent."""
    body, state = call.body, call.state
    agent = _any_agent(call, body["agent_id"])
    transaction = state.transactions.get(body.get("transaction_id", ""))
    if "transaction_id" in body and transaction is None:
        raise Problem(404, "not_found", f"There is no transaction {body['transaction_id']}")
    dispute = {
        "dispute_id": new_id("dsp"),
        "agent_id": agent.id,
        "reported_by": _other_party(transaction, agent) if transaction else None,
        "reason": body["reason"],
        "evidence": body.get("evidence"),
        "transaction_id": body.get("transaction_id"),
        "status": "pending_review",
        "created_at": timestamp(state.now()),
    }
    agent.trust.disputes += 1
    # The fields of this event are provisional: its part of the documentation could not be read.
    data = {name: dispute[name] for name in ("dispute_id", "agent_id", "reason", "status")}
    state.announce(agent.organisation, "trust.dispute_filed", data)
    state.evaluate(agent, "Dispute filed")
    return dispute


def _other_party(transaction: Transaction, agent: Agent) -> str:
    return transaction.counterparty_id if transaction.agent is agent else transaction.agent.id


@service.operation("execute_transaction")
def execute_transaction(call: Call[State]) -> Any:
    """Execute a transaction once per idempotency key."""
    body, state = call.body, call.state
    agent = _own_agent(call, body["agent_id"])
    replay_of = (agent.id, body.get("idempotency_key"))
    if replay_of in state.by_idempotency_key:
        return state.by_idempotency_key[replay_of].described()
    transaction = Transaction(
        id=new_id("tx"),
        agent=agent,
        counterparty_id=body["counterparty_id"],
        amount=body["amount"],
        currency=body.get("currency", "USD"),
        action_type=body["action_type"],
        status="completed",
        notes=body.get("notes"),
        created_at=state.now(),
    )
    state.transactions[transaction.id] = transaction
    failed = _failed_check(transaction, state)
    if failed is not None:
        _fail(transaction, *failed, state)
    if replay_of[1] is not None:
        state.by_idempotency_key[agent.id, replay_of[1]] = transaction
    transaction.log_execution(_key(call).user_id)
    agent.trust.total_tasks += 1
    agent.trust.completed += 1
    announced = ("id", "agent_id", "counterparty_id", "amount", "currency", "action_type", "status")
    described = transaction.described()
    state.announce(agent.organisation, "transaction.completed", {name: described[name] for name in announced})
    state.evaluate(agent, "Transaction completed")
    return described


def _failed_check(transaction: Transaction, state: State) -> tuple[str, Problem] | None:
    # The four checks are documented, and 403 for an action that is not authorised. Provisional: the other
    # codes, the codes of the event, and that a failed check leaves a transaction that has failed.
    agent = transaction.agent
    if agent.status != "active":
        return "AGENT_NOT_ACTIVE", Problem(403, "forbidden", f"Agent {agent.id} is {agent.status}")
    if transaction.action_type not in agent.authorized_actions:
        message = f"Agent {agent.id} is not authorised for {transaction.action_type!r}"
        return "ACTION_NOT_AUTHORIZED", Problem(403, "forbidden", message)
    if transaction.amount > agent.spending_limit:
        limit = f"is above the spending limit of {agent.spending_limit} {agent.currency}"
        return "SPENDING_LIMIT_EXCEEDED", _invalid("amount", limit)
    if transaction.counterparty_id not in state.agents:
        message = f"There is no agent {transaction.counterparty_id}"
        return "COUNTERPARTY_NOT_FOUND", Problem(404, "not_found", message)
    return None


def _fail(transaction: Transaction, code: str, problem: Problem, state: State) -> None:
    transaction.status = "failed"
    data = {"id": transaction.id, "agent_id": transaction.agent.id}
    data |= {"error_code": code, "error_message": problem.message}
    state.announce(transaction.agent.organisation, "transaction.failed", data)
    raise problem


@service.operation("list_transactions")
def list_transactions(call: Call[State]) -> Any:
    """List transactions, newest first; that bounds are inclusive is provisional."""
    page = Page.of(call, _matching(call))
    transactions = [transaction.described() for transaction in page.items]
    return {"transactions": transactions, "total": page.total, "page": page.page, "limit": page.limit}


def _matching(call: Call[State]) -> Iterator[Transaction]:
    query = call.query
    start, end = _moment(query, "start_date"), _moment(query, "end_date")
    # Of two within the same moment the later one is the newer.
    newest_first = reversed(call.state.transactions.values())
    for transaction in sorted(newest_first, key=lambda tx: tx.created_at, reverse=True):
        if (
            transaction.agent.organisation is _key(call).organisation
            and query.get("agent_id") in (None, transaction.agent.id)
            and query.get("status") in (None, transaction.status)
            and query.get("action_type") in (None, transaction.action_type)
            and query.get("min_amount", -math.inf) <= transaction.amount <= query.get("max_amount", math.inf)
            and (start is None or start <= transaction.created_at)
            and (end is None or transaction.created_at <= end)
        ):
            yield transaction


def _moment(query: Mapping[str, Any], name: str) -> datetime | None:
    text = query.get(name)
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text.upper())
    except ValueError:
        raise _invalid(name, f"{text!r} is not an ISO 8601 date or date-time") from None
    # Provisional: a date as the end means all of its day, and without an offset it is UTC.
    is_last_day = name == "end_date" and ":" not in text
    return found.replace(tzinfo=found.tzinfo or UTC) + timedelta(days=is_last_day)


@service.operation("export_transactions")
def export_transactions(call: Call[State]) -> Answer:
    """Export transactions; columns and shape are those of the list, which is provisional."""
    rows = [transaction.described() for transaction in _matching(call)]
    if call.query.get("format", "csv") == "json":
        return Answer(rows, content_type="application/json")
    columns = (
        "id", "agent_id", "agent_name", "counterparty_id", "amount", "currency", "action_type", "status",
        "permissions_checked", "audit_hash", "notes", "created_at",
    )  # fmt: skip
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows({**row, "permissions_checked": "true"} for row in rows)
    return Answer(text.getvalue(), content_type="text/csv; charset=utf-8")


@service.operation("get_transaction")
def get_transaction(call: Call[State]) -> Any:
    """Return a transaction with its audit entry and the trust of the counterparty."""
    transaction = _own_transaction(call)
    counterparty = call.state.agents.get(transaction.counterparty_id)
    trusted = ("agent_id", "agent_name", "score", "assessment")
    return {
        **transaction.described(),
        "audit_entry": transaction.audit.embedded() if transaction.audit else None,
        "counterparty_trust": {name: counterparty.profile()[name] for name in trusted}
        if counterparty
        else None,
    }


@service.operation("reverse_transaction")
def reverse_transaction(call: Call[State]) -> Any:
    """Reverse a completed transaction, for good."""
    transaction, state = _own_transaction(call), call.state
    if transaction.status != "completed":
        # Provisional: the code for a wrong state is not documented.
        message = f"Only a completed transaction can be reversed; this one is {transaction.status}"
        raise Problem(422, "validation_error", message)
    transaction.status = "reversed"
    agent, now = transaction.agent, state.now()
    payload = {"transaction_id": transaction.id, "reason": (call.body or {}).get("reason")}
    entry = agent.log("transaction_reversed", _key(call).user_id, payload, now)
    agent.trust.completed -= 1
    data: dict[str, Any] = {"id": new_id("tx"), "original_transaction_id": transaction.id}
    data |= {"agent_id": agent.id, "amount": transaction.amount}
    state.announce(agent.organisation, "transaction.reversed", data)
    state.evaluate(agent, "Transaction reversed")
    return {**transaction.described(), "reversed_at": timestamp(now), "reversal_audit_hash": entry.hash}


@service.operation("register_webhook")
def register_webhook(call: Call[State]) -> Any:
    """Register an endpoint; this answer is the only one with the secret."""
    _check_webhook(call.body)
    webhook = Webhook(
        new_id("wh"), _key(call).organisation, call.body["url"], call.body["events"], call.state.now()
    )
    call.state.webhooks[webhook.id] = webhook
    return {**webhook.described(), "secret": webhook.secret}


@service.operation("list_webhooks")
def list_webhooks(call: Call[State]) -> Any:
    """List the endpoints of the key's organisation."""
    webhooks = call.state.webhooks.values()
    return [webhook.described() for webhook in webhooks if webhook.organisation is _key(call).organisation]


@service.operation("get_webhook")
def get_webhook(call: Call[State]) -> Any:
    """Return an endpoint."""
    return _own_webhook(call).described()


@service.operation("update_webhook")
def update_webhook(call: Call[State]) -> Any:
    """Change what the body names."""
    webhook = _own_webhook(call)
    _check_webhook(call.body)
    webhook.url = call.body.get("url", webhook.url)
    webhook.events = call.body.get("events", webhook.events)
    return webhook.described()


@service.operation("delete_webhook")
def delete_webhook(call: Call[State]) -> None:
    """Delete an endpoint."""
    del call.state.webhooks[_own_webhook(call).id]


@service.operation("test_webhook")
async def test_webhook(call: Call[State]) -> Any:
    """Deliver a test event and say what came of it; the values of `status` are provisional."""
    webhook = _own_webhook(call)
    created_at = call.state.now()
    delivery, envelope = await call.state.announce_test(webhook)
    attempt = delivery.attempts[-1]
    return {
        "id": delivery.id,
        "webhook_id": webhook.id,
        "event_type": envelope["event"],
        "status": delivery.status,
        "attempts": len(delivery.attempts),
        "created_at": timestamp(created_at),
        "payload": envelope,
        "http_status": attempt.status,
        "response_body": attempt.body,
        "duration_ms": round(attempt.seconds * 1000),
    }


def _check_webhook(body: Mapping[str, Any]) -> None:
    url, events = body.get("url"), body.get("events")
    if url is not None and not _deliverable(url):
        raise _invalid("url", "must be an https address (in the sandbox, http on loopback is one as well)")
    if events is not None and events != ["*"]:
        unknown = sorted(set(events) - set(EVENTS))
        if unknown or not events:
            raise _invalid("events", f"must be ['*'] or some of {', '.join(EVENTS)}")


def _deliverable(url: str) -> bool:
    try:
        target = urlsplit(url)
        valid = target.port != 0 and bool(target.hostname)
    except ValueError:
        return False
    return (
        valid
        and url.isascii()
        and (target.scheme == "https" or (target.scheme == "http" and is_loopback(url)))
    )
