"""The groups `acp`, `reality`, `receipts` and `agent` of the `sbn` command."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from clientkit_sandbox import Sandbox
from sbn.cli import app as command
from typer.testing import Result

Run = Callable[..., Result]
P = "proj-123"

GROUPS = {"gateway", "snapchore", "reality", "lattice", "governance", "numa", "receipts"}
TREES = {
    "acp": {"status", "leases list", "leases test", "leases release"},
    "reality": {
        "facts list",
        "facts get",
        "facts recompute",
        "facts review",
        "facts promote",
        "facts handoff",
        "facts submit",
        "evidence get",
        "evidence promote",
        "evidence handoff",
        "evidence submit",
        "review-queue list",
        "review-queue resolve",
        "operations list",
        "ingestions list",
        "ingestions get",
        "ingest text",
        "ingest upload",
        "lattice get",
    },
    "receipts": {"list", "get", "proof-ledger"},
    "frontier": {"encode", "workflow-spec"},
    "agent": {
        "status",
        "whoami",
        "capabilities",
        "attest",
        "receipt",
        "slots open",
        "slots blocks",
        "slots close",
        "snap capture",
        "snap verify",
        "snap seal",
        "snap discover",
        "snap queue-summary",
        "snap process-queue",
        "snap queue-health",
        "reality facts list",
        "reality facts get",
        "reality facts create",
        "reality facts search",
        "reality facts recompute",
        "reality evidence ingest",
        "reality ingestions list",
        "reality ingestions get",
        "reality ingestions text",
        "reality ingestions upload",
        "reality lattice get",
        "lattice workflows list",
        "lattice workflows get",
        "lattice workflows export",
        "lattice workflows import",
        "lattice workflows outcome",
        "lattice workflows ready",
        "lattice workflows complete",
        "lattice edges list",
        "lattice edges create",
        "numa hints",
        "numa forecasts list",
        "numa signals list",
        "numa signals ack",
        "numa signals publish",
        "receipts list",
        "receipts get",
        "receipts proof-ledger",
        "governance proposals list",
        "governance proposals get",
        "governance proposals create",
    },
}
ROOT: Any = typer.main.get_command(command.app)


def leaves(found: Any, *names: str) -> Iterator[str]:
    members = getattr(found, "commands", None)
    if members is None:
        yield " ".join(names)
        return
    for name, member in members.items():
        yield from leaves(member, *names, name)


def tree(name: str) -> set[str]:
    return set(leaves(ROOT.commands[name]))


@pytest.mark.parametrize("name", TREES)
def test_a_group_has_these_commands(name: str) -> None:
    assert tree(name) == TREES[name]


def test_an_agent_has_46_commands() -> None:
    assert len(TREES["agent"]) == 46


def test_twin_is_a_second_name_of_agent() -> None:
    assert tree("twin") == tree("agent")


@pytest.mark.parametrize("name", ["acp", "twin", "agent reality", "reality ingest"])
def test_a_group_without_a_command_shows_its_help_and_exits_with_2(sbn: Run, name: str) -> None:
    done = sbn(*name.split())
    assert done.exit_code == 2
    assert "Commands" in done.output


def answered(sbn: Run, *arguments: str, **options: Any) -> Any:
    done = sbn("-f", "json", *arguments, **options)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def quiet(sbn: Run, *arguments: str, **options: Any) -> str:
    done = sbn("-f", "quiet", *arguments, **options)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_leases(sbn: Run, sbn_sandbox: Sandbox) -> None:
    first = answered(sbn, "acp", "leases", "test", P, "--provider", "vast", "--region", "eu")
    body = sbn_sandbox.requests("acp_test_lease")[0]["body"]
    assert body == {
        "provider": "vast",
        "region": "eu",
        "gpu_profile": "t4-16gb",
        "gpu_count": 1,
        "vcpus": 1,
        "ram_gb": 2,
        "disk_gb": 25,
        "max_bid_usd_hr": 1.0,
    }
    lease = first["lease"]["lease_id"]
    second = sbn("acp", "leases", "test", P, "--provider", "v", "--disk-gb", "10", "--purpose", "p")
    assert "0.5 USD per hour" in second.stdout
    assert "next: sbn acp leases release" in second.stderr
    listed = quiet(sbn, "acp", "leases", "list", P)
    assert (listed.endswith(lease), len(listed.split("\n"))) == (True, 2)
    assert list(answered(sbn, "acp", "leases", "list", P, "--limit", "1", "--state", "active")) == ["leases"]
    assert sbn_sandbox.requests("acp_list_leases")[0]["query"] == "limit=20"
    assert quiet(sbn, "acp", "leases", "release", P, lease) == lease
    assert sbn_sandbox.requests("acp_release_lease")[0]["body"] == {"reason": "manual_cli_release"}
    assert "vast" in sbn("acp", "leases", "list", P, "--state", "released").stdout
    shown = sbn("acp", "status", P).stdout
    assert "Active leases  1" in shown
    assert "Killed         no" in shown
    assert quiet(sbn, "acp", "status", P) == P
    assert answered(sbn, "acp", "status", P)["total_leases"] == 2


@pytest.mark.parametrize("agent", [(), ("agent",)], ids=["reality", "agent"])
def test_facts(sbn: Run, sbn_sandbox: Sandbox, agent: tuple[str, ...]) -> None:
    fact = quiet(
        sbn, "agent", "reality", "facts", "create", "Water is wet", "--entity", "water", "--claim", "wet",
        "--citation", "a", "--citation", "b", "--public",
    )  # fmt: skip
    assert sbn_sandbox.requests("reality_create_fact")[0]["body"] == {
        "text": "Water is wet",
        "is_public": True,
        "entities": ["water"],
        "claims": ["wet"],
        "citations": ["a", "b"],
    }
    facts = (*agent, "reality", "facts")
    assert "Water is wet" in sbn(*facts, "list").stdout
    assert quiet(sbn, *facts, "list", "--entity", "water", "--include-public", "--offset", "0") == fact
    query = sbn_sandbox.requests("reality_list_facts")[-1]["query"]
    assert query == "entity=water&include_public=true&limit=100&offset=0"
    assert quiet(sbn, *facts, "list", "--state", "supported") == ""
    assert answered(sbn, *facts, "get", fact)["text"] == "Water is wet"
    assert quiet(sbn, *facts, "get", fact) == fact
    assert "unverified" in sbn(*facts, "recompute", fact).stdout
    assert quiet(sbn, *facts, "recompute", fact) == fact
    assert quiet(sbn, *agent, "reality", "lattice", "get") == ("1:0" if agent else "1")
    assert "Nodes" in sbn(*agent, "reality", "lattice", "get").stdout


def test_searching_gives_rows_alone(sbn: Run, sbn_sandbox: Sandbox) -> None:
    fact = quiet(sbn, "agent", "reality", "facts", "create", "t")
    found = answered(sbn, "agent", "reality", "facts", "search", "--state", "unverified")
    assert [each["fact_id"] for each in found.pop("items")] == [fact]
    assert found == {}
    assert sbn_sandbox.requests("reality_list_facts")[0]["query"] == "state=unverified"


@pytest.mark.parametrize("text", ['[{"a": 1}]', '{"a": 1}', '{"items": [{"a": 1}], "more": 2}'])
def test_evidence_comes_in_three_shapes(sbn: Run, sbn_sandbox: Sandbox, tmp_path: Path, text: str) -> None:
    file = tmp_path / "evidence.json"
    file.write_text(text)
    assert quiet(sbn, "agent", "reality", "evidence", "ingest", "-", input=text).startswith("ev_")
    assert "Pieces  1" in sbn("agent", "reality", "evidence", "ingest", str(file)).stdout
    bodies = [request["body"] for request in sbn_sandbox.requests("reality_ingest_evidence")]
    assert bodies == [{"items": [{"a": 1}]}] * 2


@pytest.mark.parametrize("text", ["5", "[1]", '{"items": [1]}', "nonsense"])
def test_evidence_that_is_none_is_said(sbn: Run, sbn_sandbox: Sandbox, text: str) -> None:
    done = sbn("agent", "reality", "evidence", "ingest", "-", input=text)
    assert done.exit_code == 1
    assert isinstance(done.exception, ValueError)
    assert "JSON" in str(done.exception)
    assert sbn_sandbox.requests() == []


@pytest.mark.parametrize(
    ("text", "upload", "channel"),
    [
        (("reality", "ingest", "text"), ("reality", "ingest", "upload"), "cli"),
        (
            ("agent", "reality", "ingestions", "text"),
            ("agent", "reality", "ingestions", "upload"),
            "agent_cli",
        ),
    ],
    ids=["reality", "agent"],
)
def test_sources(
    sbn: Run, sbn_sandbox: Sandbox, tmp_path: Path, text: Any, upload: Any, channel: str
) -> None:
    file = tmp_path / "Note.MD"
    file.write_text("one\n\ntwö", encoding="utf-8")
    more = ("--source-title", "t", "--submitted-by", "me", "--gec-domain", "d")
    one = quiet(sbn, *text, "--content", "hello", "--source-uri", "u", "--source-type", "note", *more)
    two = answered(sbn, *text, "--file", str(file), "--channel", "other")
    three = answered(sbn, *upload, str(file), *more)
    four = answered(sbn, *upload, str(file), "--source-type", "x", "--channel", "other")
    first, second = (request["body"] for request in sbn_sandbox.requests("reality_ingest_content"))
    assert first == {
        "content": "hello",
        "source_type": "note",
        "submission_channel": channel,
        "source_uri": "u",
        "source_title": "t",
        "submitted_by": "me",
        "gec_domain": "d",
    }
    assert second == {"content": "one\n\ntwö", "source_type": "text", "submission_channel": "other"}
    assert (two["chunks"], three["chunks"]) == (["one", "twö"],) * 2
    assert (three["source_type"], three["submission_channel"]) == ("md", f"{channel}_upload")
    assert (four["source_type"], four["submission_channel"]) == ("x", "other")
    told = {request["headers"]["user-agent"].split()[0] for request in sbn_sandbox.requests()}
    assert told == {"sbn-agent-python" if channel == "agent_cli" else "sbn-python"}
    listed = (*text[:-2], "ingestions", "list")
    assert quiet(sbn, *listed, "--limit", "1", "--offset", "3") == one
    assert answered(sbn, *listed, "--status", "nothing")["items"] == []
    shown = sbn(*text[:-2], "ingestions", "get", two["id"]).stdout
    assert "Chunks     2" in shown


WRONG = [
    ("acp", "leases", "test", P),
    ("acp", "leases", "test", P, "--provider", "v", "--disk-gb", "9"),
    ("acp", "leases", "release", P),
    ("reality", "ingest", "text"),
    ("reality", "ingest", "text", "--content", "a", "--file", __file__),
    ("reality", "ingest", "text", "--file", "/nowhere.txt"),
    ("reality", "ingest", "upload", "/nowhere.txt"),
    ("reality", "ingest", "upload", "/"),
    ("reality", "facts", "list", "--offset", "-1"),
    ("agent", "reality", "ingestions", "upload", "/nowhere.txt"),
    ("receipts", "list", "--limit", "0"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_command_that_is_written_wrongly_exits_with_2(
    sbn: Run, sbn_sandbox: Sandbox, arguments: tuple[str, ...]
) -> None:
    assert sbn(*arguments).exit_code == 2
    assert sbn_sandbox.requests() == []


@pytest.mark.parametrize("group", [("receipts",), ("agent", "receipts")], ids=" ".join)
def test_receipts(sbn: Run, sbn_sandbox: Sandbox, group: tuple[str, ...]) -> None:
    slots = ("agent", "slots", "open", "--worker-id", "w", "--task-type", "t")
    receipt = answered(sbn, *slots)["receipt_id"]
    assert quiet(sbn, *group, "list") == receipt
    options = ("--project-id", P, "--hash", "h", "--domain", "d", "--since", "2026-01-01T00:00:00Z")
    assert answered(sbn, *group, "list", *options, "--limit", "5", "--offset", "1")["receipts"] == []
    queries = [request["query"] for request in sbn_sandbox.requests("snapchore_receipts_discover")]
    assert queries == [
        "limit=20",
        "limit=5&offset=1&since=2026-01-01T00%3A00%3A00Z&project_id=proj-123&hash=h&domain=d",
    ]
    assert quiet(sbn, *group, "get", receipt) == receipt
    assert receipt in sbn(*group, "get", receipt).stdout


def test_status_asks_nobody(sbn: Run, sbn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    known = answered(sbn, "agent", "status")
    assert known == {"base_url": sbn_sandbox.base_url, "tenant": None, "authenticated": True}
    assert sbn_sandbox.requests() == []
    assert quiet(sbn, "agent", "status", "--check") == "up"
    monkeypatch.delenv("SBN_API_KEY")
    monkeypatch.setenv("SBN_BASE_URL", "http://127.0.0.1:9")
    done = sbn("agent", "status")
    assert (done.exit_code, "authenticated  no" in done.stdout) == (0, True)
    down = sbn("-f", "quiet", "agent", "status", "--check")
    assert (down.exit_code, down.stdout) == (1, "down")


def test_who_one_is(sbn: Run, sbn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    known = answered(sbn, "--tenant", "t-1", "agent", "whoami")
    assert (known["source"], known["tenant"]) == ("environment", "t-1")
    assert sbn_sandbox.api_key not in str(known)
    assert quiet(sbn, "agent", "whoami") == known["api_key"]
    monkeypatch.delenv("SBN_API_KEY")
    assert quiet(sbn, "agent", "whoami") == "(not set)"
    assert sbn_sandbox.requests() == []


def test_what_an_agent_can_do_is_what_its_client_has(sbn: Run, sbn_sandbox: Sandbox) -> None:
    found = [each["name"] for each in answered(sbn, "agent", "capabilities")["capabilities"]]
    assert set(found) == GROUPS
    assert quiet(sbn, "agent", "capabilities").split("\n") == found
    assert "reality" in sbn("agent", "capabilities").stdout
    assert sbn_sandbox.requests() == []


def test_the_rest_of_the_tree_speaks_as_an_agent_too(sbn: Run, sbn_sandbox: Sandbox, tmp_path: Path) -> None:
    def given(value: Any) -> str:
        file = tmp_path / "given.json"
        file.write_text(json.dumps(value))
        return str(file)

    lattice = ("agent", "lattice", "workflows")
    nodes = [{"id": "s1", "label": "one"}, {"id": "s2"}]
    edges = [{"source": "s1", "target": "s2", "type": "next"}]
    workflow = {"domain": "d", "name": "w", "nodes": nodes, "edges": edges}
    imported = quiet(sbn, *lattice, "import", given({"workflow": workflow}), "--activate")
    assert imported in sbn(*lattice, "list", "--domain", "d").stdout
    assert answered(sbn, *lattice, "get", imported)["nodes"][0] == {"step_id": "s1", "name": "one"}
    assert quiet(sbn, *lattice, "ready", imported) == "s1"
    outcome = ("outcome", imported, "s1", "--agent-id", "a", "--duration-seconds", "2")
    assert quiet(sbn, *lattice, *outcome) == "s1"
    assert quiet(sbn, *lattice, "ready", imported, "--completed", " s1,,") == "s2"
    file = tmp_path / "export.json"
    assert quiet(sbn, *lattice, "export", imported, "-o", str(file)) == str(file)
    assert json.loads(file.read_text()) == json.loads(sbn(*lattice, "export", imported).stdout)
    assert quiet(sbn, *lattice, "complete", imported) == imported
    edge = ("--source-id", "a", "--target-id", "b", "--edge-type", "feeds")
    created = quiet(sbn, "agent", "lattice", "edges", "create", *edge, "--meta-json", given({"m": 1}))
    assert quiet(sbn, "agent", "lattice", "edges", "list", "--edge-type", "feeds") == created
    assert sbn("agent", "lattice", "workflows", "import", "/nowhere.json").exit_code == 2

    signals = ("agent", "numa", "signals")
    signal = {"signal_type": "META", "frontier_id": "kinetic.pushup.amrap.v1", "payload": {}}
    assert quiet(sbn, *signals, "publish", given([signal])) == "1"
    known = quiet(sbn, *signals, "list")
    assert quiet(sbn, *signals, "ack", known, "--agent-id", "a") == "1"
    assert answered(sbn, "agent", "numa", "hints")["hints"] == []
    assert quiet(sbn, "agent", "numa", "forecasts", "list") == ""

    proposals = ("agent", "governance", "proposals")
    proposal = quiet(sbn, *proposals, "create", given({"frontier_id": "f", "submitter": "me"}))
    assert quiet(sbn, *proposals, "list", "--status", "pending") == proposal
    assert "pending" in sbn(*proposals, "get", proposal).stdout
    told = {request["headers"]["user-agent"].split()[0] for request in sbn_sandbox.requests()}
    assert told == {"sbn-agent-python"}
