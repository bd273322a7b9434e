"""The sandbox keeps what it is sent: console, control plane, chains, Atlas."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox
from sbn import SbnClient, SbnError, SbnNotFoundError


def test_without_a_credential_nobody_comes_in(sbn_sandbox: Sandbox) -> None:
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        with pytest.raises(SbnError) as caught:
            client.gateway.list_flags()
        assert (caught.value.status_code, caught.value.code) == (401, "unauthorized")
        assert client.health_check() is True
    plain = httpx.get(f"{sbn_sandbox.base_url}/flags", headers={"Authorization": "Basic x"})
    assert plain.status_code == 401


@pytest.mark.parametrize("token", ["a.b.c", "x.y", "e30.e30.e30", "bnVsbA.bnVsbA.bnVsbA"])
def test_what_is_no_token_is_refused(sbn_sandbox: Sandbox, token: str) -> None:
    answer = httpx.get(f"{sbn_sandbox.base_url}/flags", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401


def test_projects_and_their_keys(client: Any, sbn_sandbox: Sandbox) -> None:
    project = client.console.create_project("Second")["id"]
    minted = client.console.create_api_key(project, label="l", scopes=["attest.write"])
    key_id = minted["record"]["id"]
    assert [record.id for record in client.console.list_api_keys(project)] == [key_id]
    with SbnClient(base_url=sbn_sandbox.base_url) as other:
        other.authenticate_api_key(minted["api_key"])
        other.gateway.list_flags()
        assert client.console.get_usage(project).keys[0]["calls"] == 1
        rotated = client.console.rotate_api_key(project, key_id)
        with pytest.raises(SbnError, match="revoked"):
            other.gateway.list_flags()
        other.authenticate_api_key(rotated["api_key"])
        other.gateway.list_flags()
        client.console.revoke_api_key(project, rotated["record"]["id"])
        with pytest.raises(SbnError):
            other.gateway.list_flags()
    assert [event["event"] for event in client.console.get_key_events(project, key_id)] == [
        "created",
        "rotated",
    ]
    assert client.console.export_usage_csv(project).startswith("key_id,label,calls")
    with pytest.raises(SbnNotFoundError):
        client.console.revoke_api_key("proj-123", key_id)


def test_the_project_of_the_session(client: Any) -> None:
    console = client.console
    project = console.create_project("Second")["id"]
    console.switch_project(project)
    console.update_project(name="Renamed", description="d")
    assert (console.get_project()["name"], console.get_project()["description"]) == ("Renamed", "d")
    console.update_project_settings({"theme": "dark"})
    assert console.get_project_settings() == {"theme": "dark"}
    assert console.archive_project()["archived"] is True
    assert console.unarchive_project()["archived"] is False
    assert len(console.get_audit_log()["entries"]) == 4
    with pytest.raises(SbnError, match="builder"):
        console.get_csk_breakdown(project)
    console.delete_project()
    with pytest.raises(SbnNotFoundError):
        console.get_project()
    assert [each["id"] for each in console.list_projects()] == ["proj-123"]


@pytest.fixture
def receiver() -> Iterator[tuple[str, list[bytes]]]:
    got: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/hook", got
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_webhook_is_delivered(client: Any, receiver: tuple[str, list[bytes]]) -> None:
    url, got = receiver
    webhook = client.console.create_webhook("proj-123", url=url, secret="whsec_hidden")
    assert "whsec_hidden" not in str(webhook)
    assert client.console.test_webhook("proj-123", webhook["id"])["http_status"] == 204
    assert b"webhook.test" in got[0]
    assert len(client.console.list_webhook_deliveries("proj-123", webhook["id"])["deliveries"]) == 1
    changed = client.console.update_webhook("proj-123", webhook["id"], enabled=False)
    assert changed["enabled"] is False
    client.console.delete_webhook("proj-123", webhook["id"])
    assert client.console.list_webhooks("proj-123") == {"webhooks": []}


def test_tenants_plans_and_validators(client: Any) -> None:
    plane = client.control_plane
    plan = plane.create_rate_plan(name="Big", sla_tier="gold", daily_quota=5, burst_limit_per_minute=1)
    assert plan.id in {each.id for each in plane.list_rate_plans()}
    detail = plane.create_tenant(
        name="Acme", contact_email="a@b.co", aggregator_endpoint="https://x.co", rate_plan_id="plan_starter"
    )
    tenant = detail.summary.id
    assert plane.update_tenant_rate_plan(tenant, plan.id).rate_plan.sla_tier == "gold"
    validator = plane.register_validator(tenant, validator_id="v-1", endpoint="https://v.co", region="eu")
    assert (validator.status, validator.last_seen_at) == ("registered", None)
    assert plane.heartbeat_validator(tenant, "v-1").last_seen_at is not None
    assert plane.get_tenant(tenant).validators == plane.list_validators(tenant)
    assert plane.list_tenants()[0].validator_count == 1
    with pytest.raises(SbnNotFoundError):
        plane.update_tenant_rate_plan(tenant, "plan_nowhere")


def test_a_chain_holds(client: Any) -> None:
    snapchore = client.snapchore
    chain = snapchore.create_chain()["chain_id"]
    hashes = [snapchore.seal({"n": n}, domain="a.b")["hash"] for n in range(3)]
    entries = [snapchore.append_to_chain(chain, block_hash=each) for each in hashes]
    assert [entry["index"] for entry in entries] == [0, 1, 2]
    assert entries[0]["previous_chain_hash"] == "genesis"
    assert entries[2]["previous_chain_hash"] == entries[1]["chain_hash"]
    assert snapchore.verify_chain(chain)["valid"] is True
    assert snapchore.get_chain(chain)["head_hash"] == entries[2]["chain_hash"]
    assert snapchore.list_chains()["count"] == 1
    assert snapchore.discover(hashes[0])["source"] == "chain"
    assert snapchore.discover_recent(source="seal", domain="a.*")["count"] == 3
    with pytest.raises(SbnError) as caught:
        snapchore.create_chain(chain)
    assert caught.value.status_code == 409


def test_a_sealed_block_is_whole_or_not(client: Any) -> None:
    block = client.snapchore.seal({"a": 1})
    assert client.snapchore.verify_block(block)["valid"] is True
    assert client.snapchore.verify_block({**block, "payload": {"a": 2}})["valid"] is False


def test_a_key_for_snapchore(client: Any, sbn_sandbox: Sandbox) -> None:
    key = client.snapchore.create_api_key(mode="test")
    with SbnClient(base_url=sbn_sandbox.base_url) as other:
        other.authenticate_api_key(key["api_key"])
        other.snapchore.seal({"a": 1})
        client.snapchore.revoke_api_key(key["id"])
        client.snapchore.revoke_api_key(key["id"])
        with pytest.raises(SbnError, match="revoked"):
            other.snapchore.get_stats()


def test_an_app_sees_itself_alone(client: Any, sbn_sandbox: Sandbox) -> None:
    apps = [
        client.atlas.register_app(app_name=name, app_family="f", declared_workflows=["w"])
        for name in ("one", "two")
    ]
    token = client.atlas.exchange_token(
        client_id=apps[0]["client_id"], client_secret=apps[0]["client_secret"]
    )
    with SbnClient(base_url=sbn_sandbox.base_url) as other:
        other.authenticate_bearer(token["access_token"])
        assert other.atlas.get_env(apps[0]["app_id"])["app_name"] == "one"
        with pytest.raises(SbnNotFoundError):
            other.atlas.get_env(apps[1]["app_id"])
        sbn_sandbox.advance(3601)
        with pytest.raises(SbnError, match="expired"):
            other.atlas.list_frontiers()


def test_an_app_has_no_workflow_without_a_name(client: Any) -> None:
    with pytest.raises(SbnError, match="workflow"):
        client.atlas.register_app(
            app_name="one",
            app_family="f",
            declared_workflows=["w"],
            workflow_specs=[{"workflow": None, "pulse_type": "batch"}],
        )


def test_couplings_and_calibration(client: Any) -> None:
    assert client.atlas.detect_couplings()["detected"] == 1
    assert client.atlas.detect_couplings()["detected"] == 0
    found = client.atlas.get_frontier_couplings("kinetic.pushup.amrap.v1", min_strength=0.1)
    assert len(found["couplings"]) == 1
    assert client.atlas.list_couplings(min_strength=0.9)["couplings"] == []
    assert len(client.atlas.calibrate_all()["results"]) == 3
    with pytest.raises(SbnNotFoundError):
        client.atlas.calibrate_frontier(frontier_id="no.such")


def test_a_wrong_signing_key_is_not_registered(sbn_sandbox: Sandbox) -> None:
    for body in ({}, {"kid": "k", "public_key": "no pem"}):
        with pytest.raises(ValueError, match="PEM"):
            sbn_sandbox.control("POST /signing-keys", body)
