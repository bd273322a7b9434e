"""Alsorn: identity, trust and payments for AI agents.

from alsorn import AlsornClient

client = AlsornClient()  # the key from ALSORN_API_KEY
trust = client.trust.query("agent_7f3k9x2m")
"""

from typing import TYPE_CHECKING

from clientkit import __version__ as __version__
from clientkit.lazy import exports

from alsorn.errors import (
    AlsornAPIError,
    AlsornAuthError,
    AlsornBadRequestError,
    AlsornConfigurationError,
    AlsornConflictError,
    AlsornConnectionError,
    AlsornDecodeError,
    AlsornError,
    AlsornForbiddenError,
    AlsornGuardError,
    AlsornIdempotencyError,
    AlsornNotFoundError,
    AlsornRateLimitError,
    AlsornServerError,
    AlsornStreamError,
    AlsornStreamTimeoutError,
    AlsornTimeoutError,
    AlsornValidationError,
    AlsornWebhookError,
    FieldError,
    RateLimitError,
)

if TYPE_CHECKING:
    from alsorn._async.client import AsyncAlsornClient
    from alsorn._sync.client import AlsornClient
    from alsorn.events import (
        AgentDeleted,
        AgentReactivated,
        AgentRegistered,
        AgentSuspended,
        TransactionCompleted,
        TransactionFailed,
        TransactionReversed,
        TrustDisputeFiled,
        TrustScoreChanged,
        WebhookEvent,
    )
    from alsorn.models import (
        Agent,
        AgentVerification,
        AuditEntry,
        CounterpartyTrust,
        Dispute,
        ExecutedTransaction,
        Export,
        RegisteredWebhook,
        Transaction,
        TransactionDetail,
        TransactionReversal,
        TrustBatch,
        TrustEvaluation,
        TrustHistoryEntry,
        TrustProfile,
        TrustRecord,
        Webhook,
        WebhookDelivery,
    )
    from alsorn.money import Amount
    from alsorn.spending import SpendingGuard
    from alsorn.tracking import track
    from alsorn.webhooks import sign_webhook, verify_webhook, verify_webhook_request

__all__ = [
    "Agent",
    "AgentDeleted",
    "AgentReactivated",
    "AgentRegistered",
    "AgentSuspended",
    "AgentVerification",
    "AlsornAPIError",
    "AlsornAuthError",
    "AlsornBadRequestError",
    "AlsornClient",
    "AlsornConfigurationError",
    "AlsornConflictError",
    "AlsornConnectionError",
    "AlsornDecodeError",
    "AlsornError",
    "AlsornForbiddenError",
    "AlsornGuardError",
    "AlsornIdempotencyError",
    "AlsornNotFoundError",
    "AlsornRateLimitError",
    "AlsornServerError",
    "AlsornStreamError",
    "AlsornStreamTimeoutError",
    "AlsornTimeoutError",
    "AlsornValidationError",
    "AlsornWebhookError",
    "Amount",
    "AsyncAlsornClient",
    "AuditEntry",
    "CounterpartyTrust",
    "Dispute",
    "ExecutedTransaction",
    "Export",
    "FieldError",
    "RateLimitError",
    "RegisteredWebhook",
    "SpendingGuard",
    "Transaction",
    "TransactionCompleted",
    "TransactionDetail",
    "TransactionFailed",
    "TransactionReversal",
    "TransactionReversed",
    "TrustBatch",
    "TrustDisputeFiled",
    "TrustEvaluation",
    "TrustHistoryEntry",
    "TrustProfile",
    "TrustRecord",
    "TrustScoreChanged",
    "Webhook",
    "WebhookDelivery",
    "WebhookEvent",
    "sign_webhook",
    "track",
    "verify_webhook",
    "verify_webhook_request",
]

# A program uses one of the two clients, and models load attrs and generated code: each waits to be asked for.
_HOMES = dict.fromkeys(
    (
        "AgentDeleted",
        "AgentReactivated",
        "AgentRegistered",
        "AgentSuspended",
        "TransactionCompleted",
        "TransactionFailed",
        "TransactionReversed",
        "TrustDisputeFiled",
        "TrustScoreChanged",
        "WebhookEvent",
    ),
    ".events",
)
_HOMES |= dict.fromkeys(("sign_webhook", "verify_webhook", "verify_webhook_request"), ".webhooks")
_HOMES |= {
    "AlsornClient": "._sync.client",
    "AsyncAlsornClient": "._async.client",
    "Amount": ".money",
    "SpendingGuard": ".spending",
    "track": ".tracking",
}
_HOMES |= {name: ".models" for name in __all__ if name not in globals() and name not in _HOMES}
__getattr__, __dir__ = exports(__name__, _HOMES)
