"""The examples of the project page, as written but for the address, the key and the file of the key."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clientkit_sandbox import Sandbox
from sbn import SbnClient, SigningKey
from sbn.cli import app as command
from typer.testing import CliRunner

PAGE = (Path(__file__).parent / "data" / "project_page.md").read_text("utf-8")
BLOCKS = {
    name: (language, text)
    for name, language, text in re.findall(r"## (\w+)\n\n```(\w+)\n(.*?)```", PAGE, re.DOTALL)
}


@pytest.fixture
def run(sbn_sandbox: Sandbox, tmp_path: Path) -> Iterator[Any]:
    """Run a block of the page and return its names."""
    pem = tmp_path / "key.pem"
    pem.write_bytes(SigningKey.generate(issuer="my-svc", audience="sbn").private_key_pem())
    opened: list[SbnClient] = []

    def run(name: str, **names: Any) -> dict[str, Any]:
        language, text = BLOCKS[name]
        assert language == "python"
        for written, meant in (
            ("https://api.smartblocks.network", sbn_sandbox.base_url),
            ("sbn_live_abc123", sbn_sandbox.api_key),
            ("/path/to/key.pem", str(pem)),
        ):
            text = text.replace(written, meant)
        exec(compile(text, f"<{name}>", "exec"), names)
        opened.append(names["client"])
        return names

    yield run
    for client in opened:
        client.close()


def test_the_quick_start(run: Any) -> None:
    names = run("quick_start")
    assert names["block"]["snapchore_hash"] == names["block"]["hash"]
    assert names["receipt"].subject_id == names["slot"].id
    assert names["keys"][0].project_id == "proj-123"
    assert names["usage"].project_id == "proj-123"
    assert names["client"].control_plane.list_tenants()[0].name == "Acme Corp"


def test_event_streaming(run: Any, sbn_sandbox: Sandbox) -> None:
    names = run("event_streaming")
    assert names["close_receipt"].blocks_composed == 1
    assert len(names["stream"].submitted) == 2
    (request,) = sbn_sandbox.requests("gateway_create_slot")
    assert {name.lower(): value for name, value in request["headers"].items()}[
        "x-tenant-id"
    ] == "tower-agents"


def test_explicit_attestation(run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    final = run("attestation")["final"]
    assert final.attestation["frontier_id"] == "grid.atomic_rentals.streaming"
    assert capsys.readouterr().out == f"{final.close.receipt_id}\n{final.attestation}\n"


def test_the_auth_methods(run: Any, sbn_sandbox: Sandbox) -> None:
    client = run("auth", client=SbnClient(base_url=sbn_sandbox.base_url))["client"]
    assert client.snapchore.seal({"signed": True})["block_type"] == "event"


def test_atlas(run: Any) -> None:
    names = run("atlas")
    assert names["minted"]["api_key"].startswith("sbn_live_")
    (app,) = names["client"].atlas.list_apps()["apps"]
    assert (app["app_id"], app["bound_key_count"]) == (names["app"]["app_id"], 1)


def test_the_command_line(sbn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("SBN_BASE_URL", sbn_sandbox.base_url)
    monkeypatch.setenv("SBN_API_KEY", sbn_sandbox.api_key)
    words = {"<app-id>": "", "<api-key-id>": ""}
    lines = BLOCKS["command_line"][1].replace("\\\n", " ").split("\n")
    outputs = []
    for line in filter(None, lines):
        for written, meant in words.items():
            line = line.replace(written, meant)
        done = CliRunner().invoke(command.app, shlex.split(line)[1:])
        assert done.exit_code == 0, done.output
        outputs.append(done.stdout)
        words["<app-id>"] = re.findall(r"app_\w+", outputs[0])[0]
        words["<api-key-id>"] = re.findall(r"key_\w+", outputs[1])[0] if len(outputs) > 1 else ""
    body = sbn_sandbox.requests("atlas_register_app")[0]["body"]
    assert body == {
        "app_name": "pt-kinetic",
        "app_family": "kinetic.sessions",
        "declared_workflows": ["pushup_session", "session_integrity"],
        "token_ttl_seconds": 3600,
        "workflow_specs": [
            {
                "workflow": "pushup_session",
                "frontier_id": "kinetic.pushup.amrap.v1",
                "pulse_type": "slot_stream",
                "event_types": [],
            },
            {
                "workflow": "session_integrity",
                "frontier_id": "kinetic.session.integrity.v1",
                "pulse_type": "pgdag",
                "event_types": [],
            },
        ],
    }
    assert len(outputs) == 4
