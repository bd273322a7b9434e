"""The JSON objects of the service as types of dicts: for type checkers, a plain dict at run time.

What the service adds one day is in the dicts as well; a key that is `NotRequired` may be missing.
"""

import sys
from typing import TYPE_CHECKING, Any, NotRequired, TypeAlias

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    try:
        # pydantic takes no other before Python 3.12.
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict

__all__ = (
    "Agent",
    "AgentDeletedData",
    "AgentPage",
    "AgentReactivatedData",
    "AgentRegister",
    "AgentRegisteredData",
    "AgentSuspendedData",
    "AgentUpdate",
    "AgentVerification",
    "AuditEntry",
    "AuditPage",
    "CounterpartyTrust",
    "Dispute",
    "DisputeRequest",
    "ErrorBody",
    "ErrorEnvelope",
    "FieldError",
    "JsonObject",
    "Pagination",
    "Transaction",
    "TransactionCompletedData",
    "TransactionDetail",
    "TransactionFailedData",
    "TransactionPage",
    "TransactionRequest",
    "TransactionReversal",
    "TransactionReverseRequest",
    "TransactionReversedData",
    "TrustComponent",
    "TrustComponents",
    "TrustDisputeFiledData",
    "TrustEvaluationRequest",
    "TrustHistoryEntry",
    "TrustProfile",
    "TrustQuery",
    "TrustQueryResults",
    "TrustRecord",
    "TrustScoreChangedData",
    "Webhook",
    "WebhookDelivery",
    "WebhookEvent",
    "WebhookRequest",
    "WebhookUpdate",
)


class Agent(TypedDict):
    """An agent.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        fingerprint: `sha256:` and hex digits; made by the server, never changes.
        environment: Environment of an agent; the server's default at registration is production. The
            pages of the endpoints list `production` and `staging`, the SDK pages pass `sandbox`.
        status: State of an agent.
        authorized_actions: Names of the actions that the agent may execute.
        spending_limit: Largest amount of one transaction, in `currency`.
        currency: ISO 4217 code.
        created_at: When the agent was registered.
        description: What the agent does.
        org_id: Organisation of the agent; not in lists.
        owner_id: User who owns the agent; not in lists.
        updated_at: When the agent was updated; in the answer to an update.
        suspended_at: When the agent was suspended; in the answer to a suspension.
        trust_record: Short after registration, full when one agent is retrieved, absent elsewhere.
        trust_score: Trust score, 0 to 1000; in lists.
    """

    id: str
    name: str
    fingerprint: str
    environment: str
    status: str
    authorized_actions: list[str]
    spending_limit: float
    currency: str
    created_at: str
    description: NotRequired[str | None]
    org_id: NotRequired[str | None]
    owner_id: NotRequired[str | None]
    updated_at: NotRequired[str | None]
    suspended_at: NotRequired[str | None]
    trust_record: NotRequired["TrustRecord | None"]
    trust_score: NotRequired[int | None]


class AgentDeletedData(TypedDict):
    """Data of `agent.deleted`.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        deleted_at: When the agent was deleted.
    """

    id: NotRequired[str | None]
    name: NotRequired[str | None]
    deleted_at: NotRequired[str | None]


class AgentPage(TypedDict):
    """One page of agents. The documentation has `data` and `pagination`; the package reads `agents`,
    `total`, `page` and `limit`.

    Attributes:
        data: The agents of this page.
        pagination: Where a page stands in its list.
        agents: The agents of this page.
        total: Agents in the whole list.
        page: Number of this page, from 1.
        limit: Agents per page.
    """

    data: NotRequired["list[Agent]"]
    pagination: NotRequired["Pagination"]
    agents: NotRequired["list[Agent]"]
    total: NotRequired[int | None]
    page: NotRequired[int | None]
    limit: NotRequired[int | None]


class AgentReactivatedData(TypedDict):
    """Data of `agent.reactivated`.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        status: State of the agent.
    """

    id: NotRequired[str | None]
    name: NotRequired[str | None]
    status: NotRequired[str | None]


class AgentRegister(TypedDict):
    """A new agent.

    Attributes:
        name: Name of the agent, 2 to 100 characters.
        authorized_actions: Names of the actions that the agent may execute; free text.
        spending_limit: Largest amount of one transaction, in `currency`.
        currency: ISO 4217 code; the server's default is USD.
        environment: Environment of an agent; the server's default at registration is production. The
            pages of the endpoints list `production` and `staging`, the SDK pages pass `sandbox`.
        description: What the agent does, up to 500 characters.
    """

    name: str
    authorized_actions: list[str]
    spending_limit: float
    currency: NotRequired[str]
    environment: NotRequired[str]
    description: NotRequired[str]


class AgentRegisteredData(TypedDict):
    """Data of `agent.registered`.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        fingerprint: `sha256:` and hex digits.
        environment: Environment of the agent.
        status: State of the agent.
        created_at: When the agent was registered.
    """

    id: NotRequired[str | None]
    name: NotRequired[str | None]
    fingerprint: NotRequired[str | None]
    environment: NotRequired[str | None]
    status: NotRequired[str | None]
    created_at: NotRequired[str | None]


class AgentSuspendedData(TypedDict):
    """Data of `agent.suspended`.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        status: State of the agent.
        suspended_at: When the agent was suspended.
    """

    id: NotRequired[str | None]
    name: NotRequired[str | None]
    status: NotRequired[str | None]
    suspended_at: NotRequired[str | None]


class AgentUpdate(TypedDict):
    """Changes of an agent; what is left out keeps its value.

    Attributes:
        name: Name of the agent, 2 to 100 characters.
        authorized_actions: The whole new list of actions that the agent may execute.
        spending_limit: Largest amount of one transaction, in `currency`.
        currency: ISO 4217 code.
        description: What the agent does, up to 500 characters.
    """

    name: NotRequired[str]
    authorized_actions: NotRequired[list[str]]
    spending_limit: NotRequired[float]
    currency: NotRequired[str]
    description: NotRequired[str]


class AgentVerification(TypedDict):
    """What the public may know of an agent.

    Attributes:
        id: Id of the agent.
        name: Name of the agent.
        fingerprint: `sha256:` and hex digits; never changes.
        environment: Environment of an agent; the server's default at registration is production. The
            pages of the endpoints list `production` and `staging`, the SDK pages pass `sandbox`.
        status: State of an agent.
        org_name: Name of the organisation.
        trust_score: Trust score, 0 to 1000.
        operator_verified: Whether the operator is verified.
        created_at: When the agent was registered.
        authorized_actions: Names of the actions that the agent may execute.
        last_evaluated: When the score was last computed.
        verified: Whether the fingerprint holds. Not the same as `operator_verified`.
    """

    id: str
    name: str
    fingerprint: str
    environment: str
    status: str
    org_name: str
    trust_score: int
    operator_verified: bool
    created_at: str
    authorized_actions: NotRequired[list[str]]
    last_evaluated: NotRequired[str | None]
    verified: NotRequired[bool | None]


class AuditEntry(TypedDict):
    """One link of an agent's audit chain. The documentation, the package and the entry inside a
    transaction name the fields differently; all names are here.

    Attributes:
        id: Id of the entry.
        previous_hash: Hash of the entry before; null on the first.
        created_at: When it happened.
        agent_id: Id of the agent; not inside a transaction.
        action: What happened.
        action_type: What happened.
        actor_id: Who did it.
        operator_id: Who did it.
        actor: Who did it; inside a transaction.
        payload: Details.
        details: Details; inside a transaction.
        payload_hash: Hash of the entry, `sha256:` and hex digits.
        hash: Hash of the entry, `sha256:` and hex digits; inside a transaction.
    """

    id: str
    previous_hash: str | None
    created_at: str
    agent_id: NotRequired[str | None]
    action: NotRequired[str | None]
    action_type: NotRequired[str | None]
    actor_id: NotRequired[str | None]
    operator_id: NotRequired[str | None]
    actor: NotRequired[str | None]
    payload: NotRequired["JsonObject | None"]
    details: NotRequired[str | None]
    payload_hash: NotRequired[str | None]
    hash: NotRequired[str | None]


class AuditPage(TypedDict):
    """One page of audit entries. The documentation has `data` and `pagination`; the package reads
    `entries`, `total`, `page` and `limit`.

    Attributes:
        data: The entries of this page, newest first.
        pagination: Where a page stands in its list.
        entries: The entries of this page.
        total: Entries in the whole chain.
        page: Number of this page, from 1.
        limit: Entries per page.
    """

    data: NotRequired["list[AuditEntry]"]
    pagination: NotRequired["Pagination"]
    entries: NotRequired["list[AuditEntry]"]
    total: NotRequired[int | None]
    page: NotRequired[int | None]
    limit: NotRequired[int | None]


class CounterpartyTrust(TypedDict):
    """Trust of the agent who receives.

    Attributes:
        agent_id: Id of the agent.
        agent_name: Name of the agent.
        score: Trust score, 0 to 1000.
        assessment: Tier of a trust score: `Verified` (900 and more), `Trusted` (700 to 899), `Caution`
            (400 to 699), `High Risk` (less than 400). The Python SDK page also names `Moderate`.
    """

    agent_id: str
    agent_name: str
    score: int
    assessment: str


class Dispute(TypedDict):
    """A dispute. The documentation calls its id `dispute_id`, the package `id`.

    Attributes:
        agent_id: Id of the reported agent.
        reason: What happened.
        status: State of the dispute.
        created_at: When the dispute was filed.
        dispute_id: Id of the dispute.
        id: Id of the dispute.
        reported_by: Id of the agent who reports.
        evidence: Evidence as text.
        transaction_id: Id of the disputed transaction.
    """

    agent_id: str
    reason: str
    status: str
    created_at: str
    dispute_id: NotRequired[str | None]
    id: NotRequired[str | None]
    reported_by: NotRequired[str | None]
    evidence: NotRequired[str | None]
    transaction_id: NotRequired[str | None]


class DisputeRequest(TypedDict):
    """A dispute to file.

    Attributes:
        agent_id: Id of the reported agent.
        reason: What happened, 1 to 500 characters.
        evidence: Evidence as text, up to 2000 characters.
        transaction_id: Id of the disputed transaction.
    """

    agent_id: str
    reason: str
    evidence: NotRequired[str]
    transaction_id: NotRequired[str]


class ErrorBody(TypedDict):
    """What went wrong.

    Attributes:
        code: Machine-readable reason.
        message: Reason for people.
        request_id: Id of the request; for the support.
        details: The fields that are not valid; on 422.
    """

    code: str
    message: str
    request_id: str
    details: NotRequired["list[FieldError]"]


class ErrorEnvelope(TypedDict):
    """Body of every error answer.

    Attributes:
        error: What went wrong.
    """

    error: "ErrorBody"


class FieldError(TypedDict):
    """What is wrong with one field.

    Attributes:
        field: Name of the field.
        message: What is wrong with it.
    """

    field: str
    message: str


JsonObject: TypeAlias = dict[str, Any]
""" Any JSON object. """


class Pagination(TypedDict):
    """Where a page stands in its list.

    Attributes:
        page: Number of this page, from 1.
        limit: Entries per page.
        total: Entries in the whole list.
        total_pages: Pages in the whole list.
    """

    page: int
    limit: int
    total: int
    total_pages: int


class Transaction(TypedDict):
    """A transaction.

    Attributes:
        id: Id of the transaction.
        agent_id: Id of the agent who initiated.
        agent_name: Name of the agent who initiated.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`.
        currency: ISO 4217 code.
        action_type: Name of the action.
        status: State of a transaction. A pending and a rejected state are implied, but not named.
        permissions_checked: Whether the permissions were checked.
        created_at: When the transaction was executed.
        audit_hash: Hash of the audit entry.
        notes: Free text.
    """

    id: str
    agent_id: str
    agent_name: str
    counterparty_id: str
    amount: float
    currency: str
    action_type: str
    status: str
    permissions_checked: bool
    created_at: str
    audit_hash: NotRequired[str | None]
    notes: NotRequired[str | None]


class TransactionCompletedData(TypedDict):
    """Data of `transaction.completed`.

    Attributes:
        id: Id of the transaction.
        agent_id: Id of the agent who initiated.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`.
        currency: ISO 4217 code.
        action_type: Name of the action.
        status: State of the transaction.
    """

    id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    counterparty_id: NotRequired[str | None]
    amount: NotRequired[float | None]
    currency: NotRequired[str | None]
    action_type: NotRequired[str | None]
    status: NotRequired[str | None]


class TransactionDetail(TypedDict):
    """A transaction with its audit entry and the counterparty's trust.

    Attributes:
        id: Id of the transaction.
        agent_id: Id of the agent who initiated.
        agent_name: Name of the agent who initiated.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`.
        currency: ISO 4217 code.
        action_type: Name of the action.
        status: State of a transaction. A pending and a rejected state are implied, but not named.
        permissions_checked: Whether the permissions were checked.
        created_at: When the transaction was executed.
        audit_hash: Hash of the audit entry.
        notes: Free text.
        audit_entry: The entry of the audit chain.
        counterparty_trust: Trust of the counterparty.
    """

    id: str
    agent_id: str
    agent_name: str
    counterparty_id: str
    amount: float
    currency: str
    action_type: str
    status: str
    permissions_checked: bool
    created_at: str
    audit_hash: NotRequired[str | None]
    notes: NotRequired[str | None]
    audit_entry: NotRequired["AuditEntry | None"]
    counterparty_trust: NotRequired["CounterpartyTrust | None"]


class TransactionFailedData(TypedDict):
    """Data of `transaction.failed`.

    Attributes:
        id: Id of the transaction.
        agent_id: Id of the agent who initiated.
        error_code: Why the transaction failed; upper case, unlike the codes of error answers.
        error_message: Why the transaction failed.
    """

    id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    error_code: NotRequired[str | None]
    error_message: NotRequired[str | None]


class TransactionPage(TypedDict):
    """One page of transactions.

    Attributes:
        transactions: The transactions of this page.
        total: Transactions in the whole list.
        page: Number of this page, from 1.
        limit: Transactions per page.
    """

    transactions: "list[Transaction]"
    total: int
    page: int
    limit: int


class TransactionRequest(TypedDict):
    """A transaction to execute.

    Attributes:
        agent_id: Id of the agent who initiates.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`. The documentation asks for more than 0; the package sends 0 for an
            action without money.
        action_type: Name of the action; the agent must be authorised for it.
        currency: ISO 4217 code; the server's default is USD.
        notes: Free text, up to 500 characters.
        idempotency_key: Unique per initiating agent. Its lifetime, its largest length and what the same
            key with another body does are not documented.
    """

    agent_id: str
    counterparty_id: str
    amount: float
    action_type: str
    currency: NotRequired[str]
    notes: NotRequired[str]
    idempotency_key: NotRequired[str]


class TransactionReversal(TypedDict):
    """A reversal.

    Attributes:
        id: Id of the transaction.
        agent_id: Id of the agent who initiated.
        agent_name: Name of the agent who initiated.
        counterparty_id: Id of the agent who receives.
        amount: Amount in `currency`.
        currency: ISO 4217 code.
        action_type: Name of the action.
        status: State of a transaction. A pending and a rejected state are implied, but not named.
        permissions_checked: Whether the permissions were checked.
        created_at: When the transaction was executed.
        audit_hash: Hash of the audit entry.
        notes: Free text.
        reversed_at: When the transaction was reversed.
        reversal_audit_hash: Hash of the reversal's audit entry.
        original_transaction_id: Id of the reversed transaction; documented for the event only.
    """

    id: str
    agent_id: str
    agent_name: str
    counterparty_id: str
    amount: float
    currency: str
    action_type: str
    status: str
    permissions_checked: bool
    created_at: str
    audit_hash: NotRequired[str | None]
    notes: NotRequired[str | None]
    reversed_at: NotRequired[str | None]
    reversal_audit_hash: NotRequired[str | None]
    original_transaction_id: NotRequired[str | None]


class TransactionReverseRequest(TypedDict):
    """Why a transaction is reversed.

    Attributes:
        reason: Free text.
    """

    reason: NotRequired[str]


class TransactionReversedData(TypedDict):
    """Data of `transaction.reversed`.

    Attributes:
        id: Id of the reversal; a new one.
        original_transaction_id: Id of the reversed transaction.
        agent_id: Id of the agent who initiated.
        amount: Amount of the transaction.
    """

    id: NotRequired[str | None]
    original_transaction_id: NotRequired[str | None]
    agent_id: NotRequired[str | None]
    amount: NotRequired[float | None]


class TrustComponent(TypedDict):
    """One component of a score.

    Attributes:
        weight: Weight in the score, 0 to 1.
        score: Points that it adds to the score.
        value: What was measured; a share, days (`tenure`) or a boolean (`operator_verified`).
    """

    weight: float
    score: int
    value: float | bool | None


TrustComponents: TypeAlias = dict[str, "TrustComponent"]
""" What a score is made of, by name: `completion_rate` (weight 0.4), `dispute_rate` (0.3), `tenure`
(0.15) and `operator_verified` (0.15). """

TrustDisputeFiledData: TypeAlias = dict[str, Any]
""" Data of `trust.dispute_filed`; its fields are not known. """


class TrustEvaluationRequest(TypedDict):
    """The action that is about to be executed.

    Attributes:
        action: Name of the action.
        amount: Amount of the action, in `currency`.
        currency: ISO 4217 code.
    """

    action: NotRequired[str]
    amount: NotRequired[float]
    currency: NotRequired[str]


class TrustHistoryEntry(TypedDict):
    """One change of a score.

    Attributes:
        score: Trust score, 0 to 1000.
        reason: Why the score changed.
        created_at: When the score changed.
        assessment: Tier of the score.
    """

    score: int
    reason: str | None
    created_at: str
    assessment: NotRequired[str | None]


class TrustProfile(TypedDict):
    """Trust of an agent. No field is required: a server that speaks the dialect of the Python SDK page may
    answer an evaluation with `allowed` and `reason` alone.

    Attributes:
        agent_id: Id of the agent.
        score: Trust score, 0 to 1000.
        assessment: Tier of a trust score: `Verified` (900 and more), `Trusted` (700 to 899), `Caution`
            (400 to 699), `High Risk` (less than 400). The Python SDK page also names `Moderate`.
        components: What a score is made of, by name: `completion_rate` (weight 0.4), `dispute_rate`
            (0.3), `tenure` (0.15) and `operator_verified` (0.15).
        total_tasks: Number of tasks.
        disputes: Number of disputes.
        tenure_days: Age of the agent, in days.
        operator_verified: Whether the operator is verified.
        agent_name: Name of the agent.
        factors: Flat map of what the score is made of.
        last_evaluated: When the score was last computed.
        trend: Where the score is heading.
        environment: Environment of the agent.
        org_name: Name of the organisation.
        created_at: When the agent was registered.
        allowed: Whether the evaluated action may be executed.
        reason: Why the action is allowed or not.
    """

    agent_id: str
    score: int
    assessment: str
    components: "TrustComponents"
    total_tasks: int
    disputes: int
    tenure_days: int
    operator_verified: bool
    agent_name: NotRequired[str | None]
    factors: NotRequired["JsonObject | None"]
    last_evaluated: NotRequired[str | None]
    trend: NotRequired[str | None]
    environment: NotRequired[str | None]
    org_name: NotRequired[str | None]
    created_at: NotRequired[str | None]
    allowed: NotRequired[bool | None]
    reason: NotRequired[str | None]


class TrustQuery(TypedDict):
    """The agents to look up.

    Attributes:
        agent_ids: Ids of agents; the service refuses more than 50.
    """

    agent_ids: list[str]


class TrustQueryResults(TypedDict):
    """Trust profiles in the order of the ids asked for.

    Attributes:
        results: One profile for each id; null for an unknown id.
    """

    results: "list[TrustProfile | None]"


class TrustRecord(TypedDict):
    """Trust of an agent as part of the agent. The short form has `id`, `agent_id` and `score`.

    Attributes:
        id: Id of the record.
        agent_id: Id of the agent.
        score: Trust score, 0 to 1000.
        total_tasks: Number of tasks.
        disputes: Number of disputes.
        completion_rate: Share of completed tasks, 0 to 1.
        tenure_days: Age of the agent, in days.
        operator_verified: Whether the operator is verified.
        last_evaluated: When the score was last computed.
    """

    id: str
    agent_id: str
    score: int
    total_tasks: NotRequired[int | None]
    disputes: NotRequired[int | None]
    completion_rate: NotRequired[float | None]
    tenure_days: NotRequired[int | None]
    operator_verified: NotRequired[bool | None]
    last_evaluated: NotRequired[str | None]


TrustScoreChangedData: TypeAlias = dict[str, Any]
""" Data of `trust.score_changed`; its fields are not known. """


class Webhook(TypedDict):
    """A webhook endpoint.

    Attributes:
        id: Id of the webhook.
        org_id: Organisation of the webhook.
        url: Address that events are delivered to.
        events: Types of events to deliver, or `*` alone for all.
        active: Whether events are delivered.
        consecutive_failures: Failed deliveries since the last success.
        created_at: When the webhook was registered.
        secret: Signing secret, `whsec_` and more; only in the answer to the registration.
    """

    id: str
    org_id: str
    url: str
    events: list[str]
    active: bool
    consecutive_failures: int
    created_at: str
    secret: NotRequired[str]


class WebhookDelivery(TypedDict):
    """One delivery of an event.

    Attributes:
        id: Id of the delivery.
        webhook_id: Id of the webhook.
        event_type: Type of the event.
        status: State of the delivery; its values are not documented.
        attempts: Number of attempts so far.
        created_at: When the delivery was made.
        payload: What was sent.
        http_status: Status that the endpoint answered.
        status_code: Status that the endpoint answered.
        success: Whether the endpoint acknowledged.
        response_body: Body that the endpoint answered.
        duration_ms: How long the delivery took, in milliseconds.
    """

    id: str
    webhook_id: str
    event_type: str
    status: str
    attempts: int
    created_at: str
    payload: NotRequired["JsonObject | None"]
    http_status: NotRequired[int | None]
    status_code: NotRequired[int | None]
    success: NotRequired[bool | None]
    response_body: NotRequired[str | None]
    duration_ms: NotRequired[int | None]


class WebhookEvent(TypedDict):
    """Envelope of an event.

    Attributes:
        id: Id of the event.
        event: Type of an event.
        created: When the event happened.
        api_version: Version of the payload, `2026-01`.
        data: Any JSON object.
    """

    id: str
    event: str
    created: str
    api_version: str
    data: "JsonObject"


class WebhookRequest(TypedDict):
    """A webhook endpoint to register.

    Attributes:
        url: HTTPS address, publicly reachable, that answers 2xx.
        events: Types of events to deliver, or `*` alone for all.
    """

    url: str
    events: list[str]


class WebhookUpdate(TypedDict):
    """Changes of a webhook endpoint; what is left out keeps its value.

    Attributes:
        url: HTTPS address, publicly reachable, that answers 2xx.
        events: Types of events to deliver, or `*` alone for all.
    """

    url: NotRequired[str]
    events: NotRequired[list[str]]
