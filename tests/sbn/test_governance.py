"""Governance: what every method sends, what the sandbox makes of it, and the command."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from sbn import SbnConflictError, SbnNotFoundError, SbnServerError

P = "/api/governance/proposals"
PROPOSAL = {"frontier_id": "a.b.v1", "submitter": "me", "risk_band": "low", "description": "Why not."}
Run = Callable[..., Any]

CALLS: list[tuple[str, Callable[[Any], Any], str, Any]] = [
    ("create", lambda c: c.create_proposal({"a": 1}), f"POST {P}", {"proposal": {"a": 1}}),
    ("list", lambda c: c.list_proposals(), f"GET {P}", None),
    (
        "list with all",
        lambda c: c.list_proposals(status="pending", frontier="f.v1"),
        f"GET {P}?status_filter=pending&frontier=f.v1",
        None,
    ),
    ("list with empty words", lambda c: c.list_proposals(status="", frontier=""), f"GET {P}", None),
    ("get", lambda c: c.get_proposal("a/b"), f"GET {P}/a%2Fb", None),
    ("approve", lambda c: c.approve("p", approver="me"), f"POST {P}/p/approve", {"approver": "me"}),
    (
        "approve with all",
        lambda c: c.approve("p", approver="me", signature="", note="n"),
        f"POST {P}/p/approve",
        {"approver": "me", "signature": "", "note": "n"},
    ),
    (
        "reject",
        lambda c: c.reject("p", approver="me", signature="s", note=""),
        f"POST {P}/p/reject",
        {"approver": "me", "signature": "s", "note": ""},
    ),
    ("promote", lambda c: c.promote("p"), f"POST {P}/p/promote", {}),
]


@pytest.mark.parametrize(("call", "line", "body"), [each[1:] for each in CALLS], ids=[c[0] for c in CALLS])
def test_a_call_sends_what_was_recorded(sent: Any, call: Any, line: str, body: Any) -> None:
    assert sent(lambda client: call(client.governance)) == (line, body)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda c: c.create_proposal("text"), "proposal must be a dict"),
        (lambda c: c.create_proposal({"a": float("inf")}), "proposal.a must be a finite number"),
        (lambda c: c.approve("p", approver=""), "approver must (be a str|not be empty)"),
        (lambda c: c.reject("p", approver=None), "approver must (be a str|not be empty)"),
        (lambda c: c.get_proposal(""), "proposal_id"),
        (lambda c: c.promote(".."), "proposal_id"),
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(make: Any, call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call(make([]).governance)


def test_the_list_is_the_whole_answer(make: Any) -> None:
    whole = {"proposals": [{"id": "p"}], "total": 1}
    assert make([answer(200, whole)]).governance.list_proposals() == whole


def test_a_vote_is_recorded_once(make: Any, script_of: Any) -> None:
    once: list[Callable[[Any], Any]] = [
        lambda c: c.create_proposal({}),
        lambda c: c.approve("p", approver="me"),
        lambda c: c.reject("p", approver="me"),
        lambda c: c.promote("p"),
    ]
    for call in once:
        client = make([answer(503)])
        with pytest.raises(SbnServerError):
            call(client.governance)
        assert len(script_of(client).requests) == 1


# -- the sandbox --------------------------------------------------------------------------------------


def test_a_proposal_is_approved_by_quorum_and_promoted(client: Any) -> None:
    governance = client.governance
    made = governance.create_proposal(PROPOSAL)
    assert made["status"] == "pending"
    assert client.snapchore.verify(made["checksum"], PROPOSAL)["valid"]
    with pytest.raises(SbnConflictError):
        governance.promote(made["id"])
    first = governance.approve(made["id"], approver="one", note="good")
    assert (first["status"], first["approvals_received"]) == ("pending", 1)
    with pytest.raises(SbnConflictError, match="already"):
        governance.approve(made["id"], approver="one")
    second = governance.approve(made["id"], approver="two", signature="s")
    assert (second["status"], second["approvals_received"]) == ("approved", second["approvals_required"])
    assert governance.promote(made["id"])["status"] == "promoted"
    with pytest.raises(SbnConflictError):
        governance.reject(made["id"], approver="three")
    actions = [each["action"] for each in governance.get_proposal(made["id"])["history"]]
    assert actions == ["submitted", "approved", "approved", "promoted"]
    assert client.gec.start_calibration("a.b.v1")["custom_frontier"]["state"] == "calibrating"


def test_one_rejection_is_enough(client: Any) -> None:
    governance = client.governance
    made = governance.create_proposal(PROPOSAL)["id"]
    other = governance.create_proposal({"frontier_id": "c"})["id"]
    assert governance.reject(made, approver="one", note="no")["status"] == "rejected"
    with pytest.raises(SbnConflictError):
        governance.approve(made, approver="two")
    found = governance.list_proposals(status="rejected")["proposals"]
    assert [each["id"] for each in found] == [made]
    assert [each["id"] for each in governance.list_proposals(frontier="c")["proposals"]] == [other]
    with pytest.raises(SbnNotFoundError):
        governance.get_proposal("none")


# -- the command ---------------------------------------------------------------------------------------

GROUP = ("governance", "proposals")


def test_the_command(sbn: Run, tmp_path: Path) -> None:
    file = tmp_path / "proposal.json"
    file.write_text(json.dumps(PROPOSAL))
    made = sbn("-f", "quiet", *GROUP, "create", str(file)).stdout
    other = sbn("-f", "quiet", *GROUP, "create", "-", input="{}").stdout
    assert sbn("-f", "quiet", *GROUP, "list").stdout == f"{made}\n{other}"
    assert sbn("-f", "quiet", *GROUP, "list", "--frontier", "a.b.v1").stdout == made
    table = sbn(*GROUP, "list", "--status", "pending").stdout
    assert made in table
    assert "low" in table
    shown = sbn(*GROUP, "get", made).stdout
    for words in (made, "pending", "a.b.v1", "Why not.", "Needed"):
        assert words in shown
    assert re.search(r"Approvals +1\n", sbn(*GROUP, "approve", made, "--approver", "x").stdout)
    approved = sbn("-f", "json", *GROUP, "approve", made, "--approver", "y", "--note", "n")
    assert json.loads(approved.stdout)["status"] == "approved"
    assert sbn("-f", "quiet", *GROUP, "promote", made).stdout == made
    rejected = sbn(*GROUP, "reject", other, "--approver", "z", "--signature", "s")
    assert "rejected" in rejected.stdout


def test_a_command_that_fails(sbn: Run, sbn_sandbox: Sandbox) -> None:
    assert sbn(*GROUP, "approve", "p").exit_code == 2
    assert sbn(*GROUP).exit_code == 2
    for arguments in (("get", "none"), ("create", "-"), ("create", "no-such-file")):
        assert sbn(*GROUP, *arguments, input="[]").exit_code == 1
    assert sbn_sandbox.requests("governance_create_proposal") == []
