"""What the methods of the client return.

Every class is the generated model of the wire with two differences: a field that the service did not
send reads as None, and the names of the SDK page stand next to those of the wire. Fields that the
service adds one day are in `additional_properties`, and under `model["name"]`.
"""

from typing import TYPE_CHECKING

from clientkit.lazy import exports

from alsorn.published import names as published_names

if TYPE_CHECKING:
    from alsorn.models.agents import Agent, AgentVerification, AuditEntry, TrustRecord
    from alsorn.models.reading import list_reader, page_reader
    from alsorn.models.transactions import (
        CounterpartyTrust,
        ExecutedTransaction,
        Export,
        Transaction,
        TransactionDetail,
        TransactionReversal,
    )
    from alsorn.models.trust import (
        Dispute,
        TrustBatch,
        TrustEvaluation,
        TrustHistoryEntry,
        TrustProfile,
        history_reader,
    )
    from alsorn.models.webhooks import RegisteredWebhook, Webhook, WebhookDelivery

_BY_MODULE = {
    ".agents": ("Agent", "AgentVerification", "AuditEntry", "TrustRecord"),
    ".reading": ("list_reader", "page_reader"),
    ".transactions": (
        "CounterpartyTrust",
        "ExecutedTransaction",
        "Export",
        "Transaction",
        "TransactionDetail",
        "TransactionReversal",
    ),
    ".trust": (
        "Dispute",
        "TrustBatch",
        "TrustEvaluation",
        "TrustHistoryEntry",
        "TrustProfile",
        "history_reader",
    ),
    ".webhooks": ("RegisteredWebhook", "Webhook", "WebhookDelivery"),
}

__all__ = [
    "Agent",
    "AgentVerification",
    "AuditEntry",
    "CounterpartyTrust",
    "Dispute",
    "ExecutedTransaction",
    "Export",
    "RegisteredWebhook",
    "Transaction",
    "TransactionDetail",
    "TransactionReversal",
    "TrustBatch",
    "TrustEvaluation",
    "TrustHistoryEntry",
    "TrustProfile",
    "TrustRecord",
    "Webhook",
    "WebhookDelivery",
    "history_reader",
    "list_reader",
    "page_reader",
]

# One module for each resource: a call loads the models of its own; making a class costs a millisecond.
_find, __dir__ = exports(__name__, {name: home for home, names in _BY_MODULE.items() for name in names})
__getattr__ = published_names(__name__, _find)
