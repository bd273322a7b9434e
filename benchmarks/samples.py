"""What the benchmarks send and receive."""

from __future__ import annotations

from typing import Any

KEY = "als_" + "0" * 64
AGENT: dict[str, Any] = {
    "id": "agent_7f3k9x2m",
    "name": "order-fulfilment",
    "description": "Fulfils orders of the shop in the north",
    "fingerprint": "sha256:" + "9f86d081" * 8,
    "environment": "production",
    "status": "active",
    "authorized_actions": ["execute_trade", "transfer_funds"],
    "spending_limit": 10000,
    "currency": "USD",
    "org_id": "org_h31v",
    "owner_id": "user_5tqe",
    "created_at": "2026-03-04T09:15:00Z",
}
