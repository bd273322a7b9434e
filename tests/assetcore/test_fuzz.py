"""Schemathesis against the stand-in: whatever is sent, the answer is documented, and never a 500."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

# Random ids lead nowhere, so valid requests go to what is there in the initial state.
KNOWN = {"namespace_id": 1, "container_id": "1001", "class_id": "100"}

schema = schemathesis.openapi.from_dict(load_document("assetcore"))
# The token is ours to send: see the headers below.
schema.config.generation.update(database="none", with_security_parameters=False)
# Going through every variant of every operation one by one takes minutes.
schema.config.phases.update(phases=["fuzzing"])
transactions = ["commit_endpoint", "preflight_endpoint"]
# A stream ends when it has sent what was asked for, and here it is asked for anything.
others = schema.exclude(operation_id=[*transactions, "read_stream_endpoint"])


@pytest.fixture
def open_sandbox(assetcore_sandbox: Sandbox) -> Sandbox:
    return assetcore_sandbox


@others.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_documented(case: schemathesis.Case[Any], open_sandbox: Sandbox) -> None:
    call(case, open_sandbox, positive_data_acceptance)


@schema.include(operation_id=transactions).parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_to_a_transaction_is_documented(
    case: schemathesis.Case[Any], open_sandbox: Sandbox
) -> None:
    # An operation of a name that the schema does not know is as good as any to it.
    call(case, open_sandbox, positive_data_acceptance, negative_data_rejection)


def call(case: schemathesis.Case[Any], sandbox: Sandbox, *excluded: Any) -> None:
    # Hypothesis collects constants of the code it runs, this header's name among them.
    case.headers.pop("X-Sandbox-Fault", None)
    positive = case.meta is not None and case.meta.generation.mode.is_positive
    if positive and isinstance(case.path_parameters, dict):
        case.path_parameters.update({name: KNOWN[name] for name in case.path_parameters if name in KNOWN})
    # A schema does not say everything: an operation may fail, a namespace may be deleted.
    case.call_and_validate(
        base_url=sandbox.read_url if case.path.startswith("/v1/read/") else sandbox.write_url,
        headers={"Authorization": f"Bearer {sandbox.keys['admin']}"},
        excluded_checks=list(excluded),
    )
