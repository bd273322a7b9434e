"""Atlas on its own, and the old single-module client."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from itertools import repeat
from typing import Any

import clientkit
import pytest
import sbn_gateway
from clientkit.testing import ScriptedTransport, answer
from clientkit_sandbox import Sandbox
from sbn import AsyncAtlas, Atlas, SbnAuthenticationError, SbnClient, SbnConfigurationError


@pytest.fixture
def app(sbn_sandbox: Sandbox) -> dict[str, Any]:
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        return client.atlas.register_app(
            app_name="pt", app_family="kinetic", declared_workflows=["w"], token_ttl_seconds=600
        )


def credentials(app: dict[str, Any], sandbox: Sandbox) -> dict[str, str]:
    return {
        "client_id": app["client_id"],
        "client_secret": app["client_secret"],
        "base_url": sandbox.base_url,
    }


def test_atlas_knows_its_app(app: dict[str, Any], sbn_sandbox: Sandbox) -> None:
    with Atlas.from_credentials(**credentials(app, sbn_sandbox)) as atlas:
        assert atlas.app_id == app["app_id"]
        assert (atlas.scoring_frontier, atlas.regime, atlas.c_max) == ("kinetic.w.v1", "slack", 1.0)
        assert atlas.metallic_label == "silver"
        assert atlas.bindings[0].workflow == "w"
        assert atlas.env_vars["ATLAS_W_FRONTIER"] == "kinetic.w.v1"
        assert "ATLAS_W_FRONTIER=kinetic.w.v1\n" in atlas.dotenv()
        assert atlas.get_env()["app_id"] == app["app_id"]
        minted = atlas.mint_bound_key(app["app_id"], label="l")
        assert minted["attestation_ready"] is True
        assert atlas.with_options(timeout=5).resolve(workflow="w")["scoring_frontier"] == "kinetic.w.v1"
        assert atlas.raw.list_frontiers().status == 200
        assert not hasattr(atlas, "register_app")
    exchanged = sbn_sandbox.requests("atlas_exchange_token")
    assert len(exchanged) == 1
    assert app["client_secret"] not in repr(vars(atlas))


def test_a_token_is_renewed_ahead_of_its_end(app: dict[str, Any]) -> None:
    tokens = iter(["one", "two"])

    def token(request: Any) -> Any:
        return answer(200, {"access_token": next(tokens), "expires_in": 600, "app_id": "app_1"})

    engine = ScriptedTransport([token, answer(200, {}), answer(200, {}), token, answer(200, {})])
    atlas = Atlas(client_id="atl_1", client_secret="atl_sec_1", http_client=engine)
    for wait in (0, 569, 2):
        engine.fake_clock.advance(wait)
        atlas.list_frontiers()
    sent = [str.__str__(request.headers.get("Authorization", "-")) for request in engine.requests]
    assert sent == ["-", "Bearer one", "Bearer one", "-", "Bearer two"]


def test_a_revoked_app_is_refused(app: dict[str, Any], sbn_sandbox: Sandbox) -> None:
    with Atlas.from_credentials(**credentials(app, sbn_sandbox), eager=False) as atlas:
        with pytest.raises(RuntimeError, match="load"):
            _ = atlas.config
        assert atlas.load().app_name == "pt"
        with SbnClient(base_url=sbn_sandbox.base_url) as client:
            client.authenticate_api_key(sbn_sandbox.api_key)
            client.atlas.revoke_app(app["app_id"])
        with pytest.raises(SbnAuthenticationError, match="client id or secret"):
            atlas.list_frontiers()


def test_atlas_of_the_environment(
    app: dict[str, Any], sbn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ATLAS_CLIENT_ID", raising=False)
    monkeypatch.setenv("ATLAS_CLIENT_SECRET", app["client_secret"])
    with pytest.raises(SbnConfigurationError, match="ATLAS_CLIENT_ID") as caught:
        Atlas.from_env(base_url=sbn_sandbox.base_url)
    assert isinstance(caught.value, ValueError)
    monkeypatch.setenv("ATLAS_CLIENT_ID", app["client_id"])
    with Atlas.from_env(base_url=sbn_sandbox.base_url) as atlas:
        assert atlas.app_id == app["app_id"]


def test_atlas_in_the_asynchronous_world(app: dict[str, Any], sbn_sandbox: Sandbox) -> None:
    async def use() -> tuple[Any, ...]:
        async with await AsyncAtlas.from_credentials(**credentials(app, sbn_sandbox)) as atlas:
            found = await asyncio.gather(*(atlas.list_frontiers() for _ in range(3)))
            return atlas.app_id, await atlas.dotenv(), len(found)

    app_id, text, count = asyncio.run(use())
    assert (app_id, count) == (app["app_id"], 3)
    assert "ATLAS_APP_ID" in text
    assert len(sbn_sandbox.requests("atlas_exchange_token")) == 1


def test_wrong_credentials_are_refused_unseen(sbn_sandbox: Sandbox) -> None:
    with pytest.raises(SbnAuthenticationError) as caught:
        Atlas.from_credentials(client_id="x", client_secret="atl_sec_wrong", base_url=sbn_sandbox.base_url)
    assert "atl_sec_wrong" not in f"{caught.value} {caught.value.body}"
    with pytest.raises(SbnConfigurationError):
        Atlas(client_id="x", client_secret="")


def gateway(engine: Any, **options: Any) -> sbn_gateway.SbnGatewayClient:
    with pytest.warns(DeprecationWarning, match=r"sbn\.SbnClient"):
        return sbn_gateway.SbnGatewayClient(base_url="http://write.test", transport=engine, **options)


def test_the_old_client_has_the_tenant_in_the_path() -> None:
    engine = ScriptedTransport(repeat(answer(200, {"id": "s", "slot_id": "s", "receipt_id": "r"})))
    client = gateway(engine, tenant_id="t-1", read_base_url="http://read.test")
    request = sbn_gateway.SlotCreateRequest("w", "t", metadata={"a": 1})
    slot = client.create_slot(request)
    client.list_slot_blocks("s", limit=1)
    closed = client.close_slot("s").dict()
    assert {name: closed[name] for name in ("slot_id", "receipt_id", "closed_at")} == {
        "slot_id": "s",
        "receipt_id": "r",
        "closed_at": None,
    }
    receipt = client.fetch_receipt("r")
    client.request_attestation(sbn_gateway.SlotSummary("s", "h", metrics={"m": 1}))
    client.list_flags()
    assert [f"{each.method} {each.origin}{each.target}" for each in engine.requests] == [
        "POST http://write.test/tenants/t-1/slots",
        "GET http://write.test/tenants/t-1/slots/s/blocks?limit=1",
        "POST http://write.test/tenants/t-1/slots/s/close",
        "GET http://read.test/receipts/r",
        "POST http://write.test/attest",
        "GET http://write.test/flags",
    ]
    assert {str(each.headers["X-Tenant-ID"]) for each in engine.requests} == {"t-1"}
    assert (slot.dict()["state"], receipt.dict()["payload"]) == ("unknown", {})


def test_the_old_client_without_a_tenant() -> None:
    engine = ScriptedTransport(repeat(answer(200, {"data": {"id": "s"}})))
    with gateway(engine) as client:
        assert client.create_slot(sbn_gateway.SlotCreateRequest("w", "t", 5)).id == "s"
        client.list_slot_blocks("s")
        client.close_slot("s")
    assert [each.target for each in engine.requests] == ["/slots", "/slots/s/blocks", "/slots/s/close"]
    assert json.loads(engine.requests[0].content or b"")["generation_interval"] == 5


def test_the_old_client_signs_or_asks_for_tokens() -> None:
    key = sbn_gateway.SigningKey.generate(issuer="i", audience="sbn")
    engine = ScriptedTransport(repeat(answer(200, {})))
    gateway(engine, signing_key=key).list_flags()
    assert str.__str__(engine.requests[0].headers["Authorization"]).count(".") == 2
    assert len(key.sign_summary(sbn_gateway.SlotSummary("s", "h"))) == 86
    minted = sbn_gateway.MintedToken.from_ttl("mine", 60)
    engine = ScriptedTransport(repeat(answer(200, {})))
    gateway(engine, token_provider=lambda: minted).list_flags()
    assert str.__str__(engine.requests[0].headers["Authorization"]) == "Bearer mine"


def test_the_old_client_has_its_own_errors() -> None:
    body = {"error": {"message": "m", "code": "c", "trace_id": "tr", "details": {"a": 1}}}
    client = gateway(ScriptedTransport(repeat(answer(404, body))))
    with pytest.raises(sbn_gateway.GatewayError) as caught:
        client.list_flags()
    assert caught.value.details == {"a": 1, "trace_id": "tr"}
    assert isinstance(caught.value, clientkit.ApiError)
    retry = sbn_gateway.RetryConfig(attempts=1)
    with pytest.raises(sbn_gateway.GatewayTransportError):
        gateway(
            ScriptedTransport(repeat(clientkit.transport.Failure("reset"))), retry_config=retry
        ).list_flags()
    with pytest.raises(sbn_gateway.GatewayError, match="no object"):
        gateway(ScriptedTransport([answer(200, [1])])).request_attestation(sbn_gateway.SlotSummary("s", "h"))


def test_the_old_client_at_the_stand_in(sbn_sandbox: Sandbox) -> None:
    key = sbn_gateway.SigningKey.generate(issuer="i", audience="sbn")
    with pytest.warns(DeprecationWarning, match="deprecated"):
        client = sbn_gateway.SbnGatewayClient(base_url=sbn_sandbox.base_url, tenant_id="t-1", signing_key=key)
    with client:
        slot = client.create_slot(sbn_gateway.SlotCreateRequest("w", "t"))
        assert client.fetch_receipt(slot.receipt_id or "").subject_id == slot.id
        assert client.close_slot(slot.id).receipt_id == slot.receipt_id


def test_the_old_client_reads_proofs() -> None:
    engine = ScriptedTransport(repeat(answer(200, {"id": "b", "operation_refs": [{"operation_id": "o"}]})))
    client = gateway(engine, read_base_url="http://read.test")
    assert client.fetch_block("b").operation_refs == [{"operation_id": "o"}]
    client.list_successor_surfaces("b", limit=1)
    client.list_fractal_receipts("b", kind="k")
    client.list_proof_surfaces("b")
    client.fetch_proof_ledger("b")
    client.fetch_proof_surface("r")
    assert client.fetch_receipt("r").operation_refs == [{"operation_id": "o"}]
    assert client.close_slot("s").operation_refs == [{"operation_id": "o"}]
    assert [f"{each.origin}{each.target}" for each in engine.requests] == [
        "http://read.test/blocks/b",
        "http://read.test/blocks/b/successors?limit=1",
        "http://read.test/blocks/b/fractal-receipts?kind=k",
        "http://read.test/blocks/b/proof-surfaces",
        "http://read.test/blocks/b/proof-ledger",
        "http://read.test/proof-surfaces/r",
        "http://read.test/receipts/r",
        "http://write.test/slots/s/close",
    ]


@pytest.mark.parametrize("module", ["sbn", "sbn_gateway"])
def test_importing_a_client_is_cheap(module: str) -> None:
    code = (
        f"import sys, {module}\n"
        "from sbn import SbnClient, AsyncSbnClient\n"
        "client = SbnClient(); client.authenticate_api_key('k'); client.gateway, client.atlas\n"
        "heavy = ('httpx', 'attr', 'attrs', 'dateutil', 'cryptography', 'jwt', 'typer', 'rich', 'yaml')\n"
        "print([name for name in sys.modules if name.split('.')[0] in heavy\n"
        "       or name.startswith('sbn_api.models.') or name == 'sbn.models'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
