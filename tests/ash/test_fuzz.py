"""Schemathesis against the sandbox of Ash."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    ensure_resource_availability,
    response_schema_conformance,
    unsupported_method,
    use_after_free,
)

from tests.sandbox.fuzzing import Case, Target, examples

OF_A_SESSION = ["getSession", "listMessages", "listSessionEvents", "getSessionLogs", "listSessionFiles"]
OF_A_SESSION += ["downloadWorkspace", "listAttachments", "updateSessionConfig"]
ASH = Target(
    "ash",
    headers=lambda sandbox: {"Authorization": f"Bearer {sandbox.api_key}"},
    known={"path": "CLAUDE.md"},
    # With so many operations a few cases of each do.
    phases=("examples", "fuzzing", "stateful"),
    excluded={
        # A wrong method is a 404 here.
        "": (unsupported_method,),
        # The stream is text; its events are described next to it.
        # A session whose process died is a 500, once.
        "sendMessage": (response_schema_conformance, not_a_server_error),
        # So is an empty command.
        "execInSession": (not_a_server_error,),
        # 404 is about what the body asks for: a version, a result.
        "startEvalRun": (ensure_resource_availability,),
        "scoreEvalRun": (ensure_resource_availability,),
        # What was cancelled or ended can still be looked at.
        "getQueueItem": (use_after_free,),
        **dict.fromkeys(OF_A_SESSION, (use_after_free,)),
    },
)


def deploy(sandbox: Sandbox) -> dict[str, str]:
    """Make an agent and a session, which are not there from the beginning."""
    sandbox.limit(1_000_000)
    with httpx.Client(base_url=sandbox.server_url, headers=ASH.headers(sandbox)) as client:
        client.post("/api/agents", json={"name": "known", "path": "/a"})
        session = client.post("/api/sessions", json={"agent": "known"}).json()["session"]["id"]
    return {"name": "known", "agent": "known", "agentName": "known", "id": session}


@pytest.fixture
def known(ash_sandbox: Sandbox) -> dict[str, str]:
    return deploy(ash_sandbox)


@ASH.schema.parametrize()
@examples(4)
def test_every_answer_is_documented(case: Case[Any], ash_sandbox: Sandbox, known: dict[str, str]) -> None:
    ASH.check(case, ash_sandbox, known)


def test_what_belongs_together_holds_together(ash_sandbox: Sandbox) -> None:
    ASH.follow_links(
        ash_sandbox,
        scenarios=20,
        prepare=lambda: deploy(ash_sandbox),
        # It takes sessions with it that were just made, which no link says.
        without=["deleteAgent"],
    )
