"""Models of the service, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .agent import Agent as Agent
    from .agent_deleted_data import AgentDeletedData as AgentDeletedData
    from .agent_page import AgentPage as AgentPage
    from .agent_reactivated_data import AgentReactivatedData as AgentReactivatedData
    from .agent_register import AgentRegister as AgentRegister
    from .agent_registered_data import AgentRegisteredData as AgentRegisteredData
    from .agent_suspended_data import AgentSuspendedData as AgentSuspendedData
    from .agent_update import AgentUpdate as AgentUpdate
    from .agent_verification import AgentVerification as AgentVerification
    from .audit_entry import AuditEntry as AuditEntry
    from .audit_page import AuditPage as AuditPage
    from .counterparty_trust import CounterpartyTrust as CounterpartyTrust
    from .dispute import Dispute as Dispute
    from .dispute_request import DisputeRequest as DisputeRequest
    from .error_body import ErrorBody as ErrorBody
    from .error_envelope import ErrorEnvelope as ErrorEnvelope
    from .export_format import ExportFormat as ExportFormat
    from .field_error import FieldError as FieldError
    from .json_object import JsonObject as JsonObject
    from .pagination import Pagination as Pagination
    from .transaction import Transaction as Transaction
    from .transaction_completed_data import TransactionCompletedData as TransactionCompletedData
    from .transaction_detail import TransactionDetail as TransactionDetail
    from .transaction_failed_data import TransactionFailedData as TransactionFailedData
    from .transaction_page import TransactionPage as TransactionPage
    from .transaction_request import TransactionRequest as TransactionRequest
    from .transaction_reversal import TransactionReversal as TransactionReversal
    from .transaction_reverse_request import TransactionReverseRequest as TransactionReverseRequest
    from .transaction_reversed_data import TransactionReversedData as TransactionReversedData
    from .trust_component import TrustComponent as TrustComponent
    from .trust_components import TrustComponents as TrustComponents
    from .trust_dispute_filed_data import TrustDisputeFiledData as TrustDisputeFiledData
    from .trust_evaluation_request import TrustEvaluationRequest as TrustEvaluationRequest
    from .trust_history_entry import TrustHistoryEntry as TrustHistoryEntry
    from .trust_profile import TrustProfile as TrustProfile
    from .trust_query import TrustQuery as TrustQuery
    from .trust_query_results import TrustQueryResults as TrustQueryResults
    from .trust_record import TrustRecord as TrustRecord
    from .trust_score_changed_data import TrustScoreChangedData as TrustScoreChangedData
    from .webhook import Webhook as Webhook
    from .webhook_delivery import WebhookDelivery as WebhookDelivery
    from .webhook_event import WebhookEvent as WebhookEvent
    from .webhook_request import WebhookRequest as WebhookRequest
    from .webhook_update import WebhookUpdate as WebhookUpdate

_MODULES = {
    "Agent": "agent",
    "AgentDeletedData": "agent_deleted_data",
    "AgentPage": "agent_page",
    "AgentReactivatedData": "agent_reactivated_data",
    "AgentRegister": "agent_register",
    "AgentRegisteredData": "agent_registered_data",
    "AgentSuspendedData": "agent_suspended_data",
    "AgentUpdate": "agent_update",
    "AgentVerification": "agent_verification",
    "AuditEntry": "audit_entry",
    "AuditPage": "audit_page",
    "CounterpartyTrust": "counterparty_trust",
    "Dispute": "dispute",
    "DisputeRequest": "dispute_request",
    "ErrorBody": "error_body",
    "ErrorEnvelope": "error_envelope",
    "ExportFormat": "export_format",
    "FieldError": "field_error",
    "JsonObject": "json_object",
    "Pagination": "pagination",
    "Transaction": "transaction",
    "TransactionCompletedData": "transaction_completed_data",
    "TransactionDetail": "transaction_detail",
    "TransactionFailedData": "transaction_failed_data",
    "TransactionPage": "transaction_page",
    "TransactionRequest": "transaction_request",
    "TransactionReversal": "transaction_reversal",
    "TransactionReversedData": "transaction_reversed_data",
    "TransactionReverseRequest": "transaction_reverse_request",
    "TrustComponent": "trust_component",
    "TrustComponents": "trust_components",
    "TrustDisputeFiledData": "trust_dispute_filed_data",
    "TrustEvaluationRequest": "trust_evaluation_request",
    "TrustHistoryEntry": "trust_history_entry",
    "TrustProfile": "trust_profile",
    "TrustQuery": "trust_query",
    "TrustQueryResults": "trust_query_results",
    "TrustRecord": "trust_record",
    "TrustScoreChangedData": "trust_score_changed_data",
    "Webhook": "webhook",
    "WebhookDelivery": "webhook_delivery",
    "WebhookEvent": "webhook_event",
    "WebhookRequest": "webhook_request",
    "WebhookUpdate": "webhook_update",
}

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
    "ExportFormat",
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
    "TransactionReversedData",
    "TransactionReverseRequest",
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

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        try:
            module = _MODULES[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        from clientkit.operation import load_module

        model = globals()[name] = getattr(load_module(f".{module}", __name__), name)
        return model


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
