"""The second server, sync and async."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import sbn
from clientkit_sandbox import Sandbox
from pgdag import DAGEdge, DAGNode, DAGTemplate
from sbn import AsyncPGDagPyClient, PGDagPyClient, SbnClient, SbnServerError
from sbn.pgdag_py import AsyncPGDagPyClient as OtherAsync
from sbn.pgdag_py import PGDagPyClient as Other

TEMPLATE = {"name": "order", "nodes": [{"id": "a"}, {"id": "b"}], "edges": []}


def test_it_is_at_home_in_its_module() -> None:
    assert (Other, OtherAsync) == (PGDagPyClient, AsyncPGDagPyClient)
    assert {"PGDagPyClient", "AsyncPGDagPyClient"} <= set(sbn.__all__)
    assert not hasattr(PGDagPyClient, "authenticate_signing_key")


def test_it_runs_a_template(sbn_sandbox: Sandbox) -> None:
    with PGDagPyClient(base_url=sbn_sandbox.base_url) as client:
        assert client.health_live()["status"] == "ok"
        client.authenticate_api_key(sbn_sandbox.api_key)
        client.set_tenant("tower")
        result = client.run(template=TEMPLATE, inputs={"x": 1}, actor="bot")
    (request,) = sbn_sandbox.requests("pgdag_py_run")
    assert request["path"] == "/pgdag-py/runs"
    assert request["body"] == {"template": TEMPLATE, "inputs": {"x": 1}, "actor": "bot", "config": {}}
    assert request["headers"]["x-tenant-id"] == "tower"
    with SbnClient(base_url=sbn_sandbox.base_url) as network:
        network.authenticate_api_key(sbn_sandbox.api_key)
        receipt = network.gateway.fetch_receipt(result["slot_receipt_id"])
    assert receipt.subject_id == result["slot_id"]


def test_so_does_the_async_client(sbn_sandbox: Sandbox) -> None:
    async def play() -> tuple[Any, Any]:
        async with AsyncPGDagPyClient(base_url=sbn_sandbox.base_url) as client:
            client.authenticate_bearer(sbn_sandbox.keys["console"])
            return await client.health_live(), await client.run(template=TEMPLATE, run_id="run-1")

    health, result = asyncio.run(play())
    assert (health["status"], result["run_id"]) == ("ok", "run-1")
    (request,) = sbn_sandbox.requests("pgdag_py_run")
    assert request["body"] == {
        "template": TEMPLATE, "inputs": {}, "actor": "tower-pgdag-py", "config": {}, "run_id": "run-1",
    }  # fmt: skip


def test_a_template_of_the_kernel_will_do(sbn_sandbox: Sandbox) -> None:
    flow = DAGTemplate("order", nodes=[DAGNode("a"), DAGNode("b")], edges=[DAGEdge("a", "b")])
    with PGDagPyClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        assert client.run(template=flow, run_id="")["step_count"] == 2
        with pytest.raises(ValueError, match="template"):
            client.run(template="order")
    (request,) = sbn_sandbox.requests("pgdag_py_run")
    assert "run_id" not in request["body"]
    assert request["body"]["template"]["edges"][0]["source"] == "a"


def test_a_run_is_sent_once(sbn_sandbox: Sandbox) -> None:
    sbn_sandbox.fault("status", status=500, operation="pgdag_py_run")
    with PGDagPyClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        with pytest.raises(SbnServerError) as caught:
            client.run(template=TEMPLATE)
    assert caught.value.unclear
    assert len(sbn_sandbox.requests("pgdag_py_run")) == 1
