"""What a type checker sees of the clients of the SmartBlocks Network; it is checked, not run."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_type

from sbn import (
    ApiKeyRecord,
    AsyncSbnClient,
    Atlas,
    ProjectUsage,
    RatePlan,
    Receipt,
    SbnClient,
    SbnError,
    SlotClosure,
    SlotFinalizeResult,
    SlotHandle,
    SlotReceipt,
    SlotSummary,
    TenantDetail,
    Validator,
    artifact_descriptor_from_bytes,
    snapchore_hash,
)
from sbn.bitblocks import BitBlock
from sbn.streaming import AsyncSlotSession, SlotSession
from sbn.types import AtlasEnv, Attestation, Invoice, Lease, SealedBlock


def results(client: SbnClient, atlas: Atlas) -> None:
    slot = client.gateway.create_slot("w-1", "classify")
    assert_type(slot, SlotHandle)
    assert_type(slot.receipt_id, str | None)
    assert_type(slot.opened_at, datetime | None)
    assert_type(slot.metadata, dict[str, Any])
    assert_type(client.gateway.close_slot(slot.id), SlotClosure)
    assert_type(client.gateway.fetch_receipt(slot.receipt_id), Receipt)
    assert_type(client.gateway.request_attestation(SlotSummary("s", "h")), Attestation)
    assert_type(client.console.list_api_keys(), list[ApiKeyRecord])
    assert_type(client.console.get_usage("p"), ProjectUsage)
    assert_type(client.control_plane.list_rate_plans(), list[RatePlan])
    assert_type(client.control_plane.get_tenant("t"), TenantDetail)
    assert_type(client.control_plane.get_tenant("t").validators, list[Validator])
    assert_type(client.atlas.get_env("a"), AtlasEnv)
    assert_type(client.atlas.get_env("a", format="dotenv"), str)
    assert_type(atlas.get_env(), AtlasEnv)
    assert_type(atlas.get_env(format="dotenv"), str)
    assert_type(atlas.scoring_frontier, str | None)
    assert_type(snapchore_hash({"a": 1}), str)
    block = client.snapchore.seal({"a": 1}, domain="d", block_type="t")
    assert_type(block, SealedBlock)
    assert_type(block["hash"], str)
    assert_type(client.acp.list_leases("p"), list[Lease])
    assert_type(client.acp.get_invoice("p", "i")["status"], str)
    assert_type(client.acp.get_invoice("p", "i"), Invoice)
    assert_type(client.snapchore.local_proof_status(block)["moment_auth"]["present"], bool)
    assert_type(client.snapchore.promotion_status(None)["attested"], bool)
    assert_type(client.snapchore.resolve_receipt_anchor()["receipt_hash"], str | None)
    artifact = artifact_descriptor_from_bytes(b"", artifact_uri="a")
    assert_type(client.snapchore.artifact_proof_payload(artifact)["proof"]["kind"], str)
    assert_type(client.lattice.get_ready_steps("w")[0]["step_id"], str)
    assert_type(client.console.list_projects()[0].get("id"), str | None)


def session(client: SbnClient) -> None:
    with client.open_slot(worker_id="w", task_type="t", domain="d") as stream:
        assert_type(stream, SlotSession)
        assert_type(stream.event({"a": 1}), BitBlock)
        assert_type(stream.events([{"a": 1}]), list[BitBlock])
        assert_type(stream.slot, SlotHandle | None)
    assert_type(stream.receipt, SlotReceipt | None)
    final = stream.finalize()
    assert_type(final, SlotFinalizeResult)
    assert_type(final.close.receipt_id, str | None)
    assert_type(final.attestation, Attestation | None)


async def awaited(client: AsyncSbnClient) -> None:
    assert_type(await client.gateway.create_slot("w", "t"), SlotHandle)
    assert_type(await client.health_check(), bool)
    async with client.open_slot(worker_id="w", task_type="t", domain="d") as stream:
        assert_type(stream, AsyncSlotSession)
        assert_type(await stream.event({"a": 1}), BitBlock)


def errors(error: SbnError) -> None:
    assert_type(error.status_code, int | None)
    assert_type(error.message, str)
    assert_type(error.retry_after, float | None)
