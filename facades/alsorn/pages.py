"""The pages of Alsorn's lists, for annotations such as the return type of a route."""

from alsorn._async.pages import AsyncAgentPage, AsyncAuditPage, AsyncTransactionPage
from alsorn._sync.pages import AgentPage, AuditPage, TransactionPage

__all__ = [
    "AgentPage",
    "AsyncAgentPage",
    "AsyncAuditPage",
    "AsyncTransactionPage",
    "AuditPage",
    "TransactionPage",
]
