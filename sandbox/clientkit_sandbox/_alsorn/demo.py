"""The initial state: what the examples of the documentation name is there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from clientkit_sandbox._alsorn.accounts import DEMO
from clientkit_sandbox._alsorn.records import Agent, Transaction, Webhook
from clientkit_sandbox._alsorn.state import State
from clientkit_sandbox._alsorn.trust import TrustRecord
from clientkit_sandbox.engine import Environment

_BEGIN = datetime(2025, 1, 2, 9, 0, tzinfo=UTC)
# Id, name, completed tasks, all tasks, disputes, operator verified: one agent per tier but the middle.
_AGENTS = (
    ("agent_7f3k9x2m", "order-desk", 998, 1000, 1, True),
    ("agent_2b8m4p1q", "data-vendor", 80, 90, 1, False),
    ("agent_9c1n5r3s", "night-courier", 12, 40, 4, False),
)


def demo_state(environment: Environment) -> State:
    """Make a state with three agents, three transactions and a webhook."""
    state = State(environment)
    today = state.now().replace(hour=0, minute=0, second=0)
    for agent_id, name, completed, total, disputes, verified in _AGENTS:
        trust = TrustRecord(agent_id.replace("agent_", "tr_"), operator_verified=verified)
        agent = Agent(
            id=agent_id,
            organisation=DEMO,
            owner_id="user_admin",
            name=name,
            authorized_actions=["execute_trade", "transfer_funds"],
            spending_limit=10_000,
            currency="USD",
            environment="production",
            created_at=_BEGIN,
            trust=trust,
        )
        state.add_agent(agent)
        for days_ago, share in ((200, 0.5), (60, 0.8), (5, 1.0)):
            trust.completed, trust.total_tasks = int(completed * share), int(total * share)
            trust.disputes = disputes if share == 1.0 else 0
            state.evaluate(agent, "Scheduled evaluation", today - timedelta(days=days_ago))
    _add_transaction(state, "tx_k1l2m3n4o5", 120.5, datetime(2025, 2, 11, 8, 15, tzinfo=UTC))
    _add_transaction(state, "tx_r4s5t6u7v8", 500, datetime(2025, 3, 14, 15, 9, tzinfo=UTC))
    _add_transaction(state, "tx_w9x0y1z2a3", 75, today - timedelta(days=2))
    url, events = "https://example.com/webhooks/alsorn", ["agent.registered", "transaction.completed"]
    state.webhooks["wh_x1y2z3"] = Webhook("wh_x1y2z3", DEMO, url, events, _BEGIN)
    return state


def _add_transaction(state: State, transaction_id: str, amount: float, at: datetime) -> None:
    transaction = Transaction(
        id=transaction_id,
        agent=state.agents["agent_7f3k9x2m"],
        counterparty_id="agent_2b8m4p1q",
        amount=amount,
        currency="USD",
        action_type="transfer_funds",
        status="completed",
        notes=None,
        created_at=at,
    )
    transaction.log_execution(transaction.agent.owner_id)
    state.transactions[transaction_id] = transaction
