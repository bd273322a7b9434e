"""Alsorn: identity, trust and payments for AI agents.

from alsorn import AlsornClient

client = AlsornClient()  # the key from ALSORN_API_KEY
trust = client.trust.query("agent_7f3k9x2m")
"""

from typing import TYPE_CHECKING

from clientkit.lazy import exports

from alsorn.errors import (
    AlsornAPIError,
    AlsornAuthError,
    AlsornConfigurationError,
    AlsornConnectionError,
    AlsornDecodeError,
    AlsornError,
    AlsornForbiddenError,
    AlsornNotFoundError,
    AlsornRateLimitError,
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
    from alsorn.models import (
        Agent,
        AgentVerification,
        AuditEntry,
        CounterpartyTrust,
        Dispute,
        ExecutedTransaction,
        Export,
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

__all__ = [
    "Agent",
    "AgentVerification",
    "AlsornAPIError",
    "AlsornAuthError",
    "AlsornClient",
    "AlsornConfigurationError",
    "AlsornConnectionError",
    "AlsornDecodeError",
    "AlsornError",
    "AlsornForbiddenError",
    "AlsornNotFoundError",
    "AlsornRateLimitError",
    "AlsornStreamError",
    "AlsornStreamTimeoutError",
    "AlsornTimeoutError",
    "AlsornValidationError",
    "AlsornWebhookError",
    "AsyncAlsornClient",
    "AuditEntry",
    "CounterpartyTrust",
    "Dispute",
    "ExecutedTransaction",
    "Export",
    "FieldError",
    "RateLimitError",
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
]

# A program uses one of the two clients, and models load attrs and generated code: each waits to be asked for.
_HOMES = {name: ".models" for name in __all__ if name not in globals()}
_HOMES |= {"AlsornClient": "._sync.client", "AsyncAlsornClient": "._async.client"}
__getattr__, __dir__ = exports(__name__, _HOMES)
