"""Schemathesis against the stand-in: whatever is sent, the answer is documented, and never a 500."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import schemathesis
from clientkit_sandbox import Sandbox
from clientkit_sandbox._catalog import load_document
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    positive_data_acceptance,
    response_schema_conformance,
    unsupported_method,
)

schema = schemathesis.openapi.from_dict(load_document("ash"))
# The key is ours to send: see the headers below.
schema.config.generation.update(database="none", with_security_parameters=False)
# With so many operations a few cases of each do.
schema.config.phases.coverage.enabled = False
# A schema does not say everything: an unknown session, a path outside. A wrong method is a 404 here.
NOT_SAID = [positive_data_acceptance, unsupported_method]


@pytest.fixture
def known(ash_sandbox: Sandbox) -> dict[str, str]:
    """What valid requests are aimed at, since random names lead nowhere."""
    ash_sandbox.limit(1_000_000)
    with httpx.Client(
        base_url=ash_sandbox.server_url, headers={"Authorization": f"Bearer {ash_sandbox.api_key}"}
    ) as client:
        client.post("/api/agents", json={"name": "known", "path": "/a"})
        session = client.post("/api/sessions", json={"agent": "known"}).json()["session"]["id"]
    return {"name": "known", "agent": "known", "agentName": "known", "id": session, "path": "CLAUDE.md"}


@schema.parametrize()
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_answer_is_documented(
    case: schemathesis.Case, ash_sandbox: Sandbox, known: dict[str, str]
) -> None:
    # Hypothesis collects constants of the code it runs, this header's name among them.
    case.headers.pop("X-Sandbox-Fault", None)
    if case.meta is not None and case.meta.generation.mode.is_positive:
        _aim(case.path_parameters, known)
        _aim(case.body, known)
    case.call_and_validate(
        base_url=ash_sandbox.server_url,
        headers={"Authorization": f"Bearer {ash_sandbox.api_key}"},
        # The stream is text; its events are described beside it.
        excluded_checks=[
            *NOT_SAID,
            *([response_schema_conformance] if case.path.endswith("/messages") else []),
        ],
    )


def _aim(values: Any, known: dict[str, str]) -> None:
    if isinstance(values, dict):
        values.update({name: value for name, value in known.items() if name in values})
