"""The values that the service is known to take and send, so that editors complete them; others are as good.

A status that a later version of the service sends is an ordinary string.
"""

from __future__ import annotations

from typing import Literal

AgentStatus = Literal["active", "suspended", "deleted"] | str
Environment = Literal["production", "staging", "sandbox"] | str
TransactionStatus = Literal["completed", "reversed", "failed"] | str
DisputeStatus = Literal["pending_review", "open"] | str
Assessment = Literal["Verified", "Trusted", "Moderate", "Caution", "High Risk"] | str
Trend = Literal["improving", "declining", "stable"] | str
ExportFormat = Literal["csv", "json"] | str
# Names of actions are free; these are in the service's own examples.
Action = (
    Literal[
        "execute_trade",
        "execute_trades",
        "transfer_funds",
        "data_purchase",
        "view_portfolio",
        "read_tickets",
        "respond_tickets",
        "read_data",
        "write_data",
        "send_emails",
        "file_contracts",
        "book_flights",
        "customer_support",
        "manage_code",
    ]
    | str
)
EventType = (
    Literal[
        "*",
        "agent.registered",
        "agent.suspended",
        "agent.reactivated",
        "agent.deleted",
        "transaction.completed",
        "transaction.failed",
        "transaction.reversed",
        "trust.score_changed",
        "trust.dispute_filed",
    ]
    | str
)
