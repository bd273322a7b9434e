"""Schemathesis against the sandbox of Alsorn."""

from __future__ import annotations

from typing import Any

import pytest
from clientkit_sandbox import Sandbox

from .fuzzing import Case, Target, examples

ALSORN = Target(
    "alsorn",
    headers=lambda sandbox: {"Authorization": f"Bearer {sandbox.api_key}"},
    known={
        "agent_id": "agent_7f3k9x2m",
        "counterparty_id": "agent_2b8m4p1q",
        "transaction_id": "tx_r4s5t6u7v8",
        "webhook_id": "wh_x1y2z3",
        "action_type": "transfer_funds",
        "url": "https://example.com/hook",
        "events": ["*"],
    },
)


@pytest.fixture
def roomy(alsorn_sandbox: Sandbox) -> Sandbox:
    """A sandbox that does not mind hundreds of requests without a key."""
    alsorn_sandbox.limit(1_000_000)
    return alsorn_sandbox


@ALSORN.schema.parametrize()
@examples(25)
def test_every_answer_is_documented(case: Case[Any], roomy: Sandbox) -> None:
    ALSORN.check(case, roomy)


def test_what_belongs_together_holds_together(alsorn_sandbox: Sandbox) -> None:
    ALSORN.follow_links(alsorn_sandbox, scenarios=15)
