"""Schemathesis against the stand-in: whatever is sent, the answer is documented, and never a 500."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

# Random ids lead nowhere, so valid requests go to what is there in the initial state.
KNOWN = {
    "agent_id": "agent_7f3k9x2m",
    "counterparty_id": "agent_2b8m4p1q",
    "transaction_id": "tx_r4s5t6u7v8",
    "webhook_id": "wh_x1y2z3",
    "action_type": "transfer_funds",
    "url": "https://example.com/hook",
    "events": ["*"],
}

schema = schemathesis.openapi.from_dict(load_document("alsorn"))
# The key is ours to send: see the headers below.
schema.config.generation.update(database="none", with_security_parameters=False)


@pytest.fixture
def roomy(alsorn_sandbox: Sandbox) -> Sandbox:
    """A stand-in that does not mind hundreds of requests without a key."""
    alsorn_sandbox.limit(1_000_000)
    return alsorn_sandbox


@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_is_documented(case: schemathesis.Case[Any], roomy: Sandbox) -> None:
    # Hypothesis collects constants of the code it runs, this header's name among them.
    case.headers.pop("X-Sandbox-Fault", None)
    if case.meta is not None and case.meta.generation.mode.is_positive:
        _aim(case.path_parameters)
        _aim(case.body)
    case.call_and_validate(
        base_url=roomy.base_url,
        headers={"Authorization": f"Bearer {roomy.api_key}"},
        # A schema does not say everything: an unknown event, an amount above the limit are valid JSON.
        excluded_checks=[positive_data_acceptance],
    )


def _aim(values: Any) -> None:
    if isinstance(values, dict):
        values.update({name: known for name, known in KNOWN.items() if name in values})
