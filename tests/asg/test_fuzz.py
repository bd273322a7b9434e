"""Schemathesis against the stand-in: whatever is sent, the answer is documented, and never a 500."""

from __future__ import annotations

from typing import Any

import schemathesis
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

KNOWN = {
    "type": "sentiment",
    "task_type": "sentiment",
    "data_url": "https://example.com/1.txt",
    "callback_url": "https://example.com/hook",
    "events": ["task.settled"],
}

schema = schemathesis.openapi.from_dict(load_document("asg"))
# The key is ours to send: see the headers below.
schema.config.generation.update(database="none", with_security_parameters=False)


@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_is_documented(case: Any, asg_sandbox: Sandbox) -> None:
    # Hypothesis collects constants of the code it runs, this header's name among them.
    case.headers.pop("X-Sandbox-Fault", None)
    if case.meta is not None and case.meta.generation.mode.is_positive:
        _aim(case.body)
    case.call_and_validate(
        base_url=asg_sandbox.base_url,
        headers={"Authorization": f"Bearer {asg_sandbox.keys['live']}"},
        # A schema does not say everything: an unknown type, an address that is none are valid JSON.
        excluded_checks=[positive_data_acceptance],
    )


def _aim(values: Any) -> None:
    if isinstance(values, dict):
        values.update({name: known for name, known in KNOWN.items() if name in values})
        for value in values.values():
            _aim(value)
    elif isinstance(values, list):
        for value in values:
            _aim(value)
