# Derived from facades/alsorn/_async/ by make generate; edit the files there.
from collections.abc import Sequence
from pathlib import Path

from alsorn._async.pages import AsyncAgentPage, AsyncAuditPage, AsyncTransactionPage
from alsorn._sync.pages import AgentPage, AuditPage, TransactionPage
from alsorn.models import (
    Agent,
    AgentVerification,
    Dispute,
    ExecutedTransaction,
    Export,
    RegisteredWebhook,
    TransactionDetail,
    TransactionReversal,
    TrustBatch,
    TrustEvaluation,
    TrustHistoryEntry,
    TrustProfile,
    Webhook,
    WebhookDelivery,
)
from alsorn.money import Money
from alsorn.times import Moment
from alsorn.types import Action, AgentStatus, Environment, EventType, ExportFormat, TransactionStatus
from clientkit._sync.raw import AsyncRawBaseClient, RawBaseClient
from clientkit.views import RawAnswer

class AsyncRawAgents:
    async def register(
        self,
        name: str,
        authorized_actions: Sequence[Action],
        spending_limit: Money,
        currency: str | None = ...,
        environment: Environment | None = ...,
        description: str | None = ...,
    ) -> RawAnswer[Agent]: ...
    async def list(
        self,
        *,
        status: AgentStatus | None = ...,
        environment: Environment | None = ...,
        search: str | None = ...,
        page: int = ...,
        limit: int = ...,
    ) -> RawAnswer[AsyncAgentPage]: ...
    async def get(self, agent_id: str) -> RawAnswer[Agent]: ...
    async def verify(self, agent_id: str) -> RawAnswer[AgentVerification]: ...
    async def update(
        self,
        agent_id: str,
        *,
        name: str | None = ...,
        description: str | None = ...,
        authorized_actions: Sequence[Action] | None = ...,
        spending_limit: Money | None = ...,
        currency: str | None = ...,
    ) -> RawAnswer[Agent]: ...
    async def suspend(self, agent_id: str) -> RawAnswer[Agent]: ...
    async def get_audit_chain(
        self, agent_id: str, page: int = ..., limit: int = ...
    ) -> RawAnswer[AsyncAuditPage]: ...

class AsyncRawAlsornClient(AsyncRawBaseClient):
    @property
    def agents(self) -> AsyncRawAgents: ...
    @property
    def trust(self) -> AsyncRawTrust: ...
    @property
    def transactions(self) -> AsyncRawTransactions: ...
    @property
    def webhooks(self) -> AsyncRawWebhooks: ...

class AsyncRawTransactions:
    async def execute(
        self,
        from_agent: str,
        to_agent: str,
        action: Action,
        amount: Money,
        currency: str | None = ...,
        memo: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[ExecutedTransaction]: ...
    async def list(
        self,
        *,
        agent_id: str | None = ...,
        status: TransactionStatus | None = ...,
        action_type: Action | None = ...,
        min_amount: Money | None = ...,
        max_amount: Money | None = ...,
        start_date: Moment | None = ...,
        end_date: Moment | None = ...,
        page: int = ...,
        limit: int = ...,
    ) -> RawAnswer[AsyncTransactionPage]: ...
    async def get(self, transaction_id: str) -> RawAnswer[TransactionDetail]: ...
    async def reverse(
        self, transaction_id: str, reason: str | None = ...
    ) -> RawAnswer[TransactionReversal]: ...
    async def export(
        self,
        format: ExportFormat = ...,
        *,
        since: Moment | None = ...,
        until: Moment | None = ...,
        agent_id: str | None = ...,
        status: TransactionStatus | None = ...,
    ) -> RawAnswer[Export]: ...
    async def export_to(
        self,
        path: str | Path,
        format: ExportFormat = ...,
        *,
        since: Moment | None = ...,
        until: Moment | None = ...,
        agent_id: str | None = ...,
        status: TransactionStatus | None = ...,
    ) -> RawAnswer[int]: ...

class AsyncRawTrust:
    async def query(self, agent_id: str) -> RawAnswer[TrustProfile]: ...
    async def evaluate(
        self,
        agent_id: str,
        action: Action | None = ...,
        amount: Money | None = ...,
        currency: str | None = ...,
    ) -> RawAnswer[TrustEvaluation]: ...
    async def batch_query(self, agent_ids: Sequence[str]) -> RawAnswer[TrustBatch]: ...
    async def get_history(
        self, agent_id: str, since: Moment | None = ..., *, days: int | None = ...
    ) -> RawAnswer[list[TrustHistoryEntry]]: ...
    async def report(
        self,
        agent_id: str,
        reason: str,
        evidence_ids: Sequence[str] | None = ...,
        *,
        evidence: str | None = ...,
        transaction_id: str | None = ...,
    ) -> RawAnswer[Dispute]: ...

class AsyncRawWebhooks:
    async def register(self, url: str, events: Sequence[EventType]) -> RawAnswer[RegisteredWebhook]: ...
    async def list(self) -> RawAnswer[list[Webhook]]: ...
    async def get(self, webhook_id: str) -> RawAnswer[Webhook]: ...
    async def update(
        self, webhook_id: str, *, url: str | None = ..., events: Sequence[EventType] | None = ...
    ) -> RawAnswer[Webhook]: ...
    async def delete(self, webhook_id: str) -> RawAnswer[None]: ...
    async def test(self, webhook_id: str) -> RawAnswer[WebhookDelivery]: ...

class RawAgents:
    def register(
        self,
        name: str,
        authorized_actions: Sequence[Action],
        spending_limit: Money,
        currency: str | None = ...,
        environment: Environment | None = ...,
        description: str | None = ...,
    ) -> RawAnswer[Agent]: ...
    def list(
        self,
        *,
        status: AgentStatus | None = ...,
        environment: Environment | None = ...,
        search: str | None = ...,
        page: int = ...,
        limit: int = ...,
    ) -> RawAnswer[AgentPage]: ...
    def get(self, agent_id: str) -> RawAnswer[Agent]: ...
    def verify(self, agent_id: str) -> RawAnswer[AgentVerification]: ...
    def update(
        self,
        agent_id: str,
        *,
        name: str | None = ...,
        description: str | None = ...,
        authorized_actions: Sequence[Action] | None = ...,
        spending_limit: Money | None = ...,
        currency: str | None = ...,
    ) -> RawAnswer[Agent]: ...
    def suspend(self, agent_id: str) -> RawAnswer[Agent]: ...
    def get_audit_chain(self, agent_id: str, page: int = ..., limit: int = ...) -> RawAnswer[AuditPage]: ...

class RawAlsornClient(RawBaseClient):
    @property
    def agents(self) -> RawAgents: ...
    @property
    def trust(self) -> RawTrust: ...
    @property
    def transactions(self) -> RawTransactions: ...
    @property
    def webhooks(self) -> RawWebhooks: ...

class RawTransactions:
    def execute(
        self,
        from_agent: str,
        to_agent: str,
        action: Action,
        amount: Money,
        currency: str | None = ...,
        memo: str | None = ...,
        idempotency_key: str | None = ...,
    ) -> RawAnswer[ExecutedTransaction]: ...
    def list(
        self,
        *,
        agent_id: str | None = ...,
        status: TransactionStatus | None = ...,
        action_type: Action | None = ...,
        min_amount: Money | None = ...,
        max_amount: Money | None = ...,
        start_date: Moment | None = ...,
        end_date: Moment | None = ...,
        page: int = ...,
        limit: int = ...,
    ) -> RawAnswer[TransactionPage]: ...
    def get(self, transaction_id: str) -> RawAnswer[TransactionDetail]: ...
    def reverse(self, transaction_id: str, reason: str | None = ...) -> RawAnswer[TransactionReversal]: ...
    def export(
        self,
        format: ExportFormat = ...,
        *,
        since: Moment | None = ...,
        until: Moment | None = ...,
        agent_id: str | None = ...,
        status: TransactionStatus | None = ...,
    ) -> RawAnswer[Export]: ...
    def export_to(
        self,
        path: str | Path,
        format: ExportFormat = ...,
        *,
        since: Moment | None = ...,
        until: Moment | None = ...,
        agent_id: str | None = ...,
        status: TransactionStatus | None = ...,
    ) -> RawAnswer[int]: ...

class RawTrust:
    def query(self, agent_id: str) -> RawAnswer[TrustProfile]: ...
    def evaluate(
        self,
        agent_id: str,
        action: Action | None = ...,
        amount: Money | None = ...,
        currency: str | None = ...,
    ) -> RawAnswer[TrustEvaluation]: ...
    def batch_query(self, agent_ids: Sequence[str]) -> RawAnswer[TrustBatch]: ...
    def get_history(
        self, agent_id: str, since: Moment | None = ..., *, days: int | None = ...
    ) -> RawAnswer[list[TrustHistoryEntry]]: ...
    def report(
        self,
        agent_id: str,
        reason: str,
        evidence_ids: Sequence[str] | None = ...,
        *,
        evidence: str | None = ...,
        transaction_id: str | None = ...,
    ) -> RawAnswer[Dispute]: ...

class RawWebhooks:
    def register(self, url: str, events: Sequence[EventType]) -> RawAnswer[RegisteredWebhook]: ...
    def list(self) -> RawAnswer[list[Webhook]]: ...
    def get(self, webhook_id: str) -> RawAnswer[Webhook]: ...
    def update(
        self, webhook_id: str, *, url: str | None = ..., events: Sequence[EventType] | None = ...
    ) -> RawAnswer[Webhook]: ...
    def delete(self, webhook_id: str) -> RawAnswer[None]: ...
    def test(self, webhook_id: str) -> RawAnswer[WebhookDelivery]: ...
