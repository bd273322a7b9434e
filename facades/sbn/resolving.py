"""How the outcome of each write is found out.

By the ids of a BitBlock, by the hash of what was captured or sealed, by the state of what has an id, and by
what a list shows of what was made since. What is not documented stays unknown: most answers say nothing that
the caller had sent, and most lists nothing of when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from clientkit.operation import Prepared
from clientkit.resolving import (
    FailedCall,
    Look,
    Resolution,
    Rule,
    absent,
    as_it_is,
    by_path,
    cannot_tell,
    done,
    gone_from,
    made,
    pick,
    plain,
    reads_only,
    rules,
    same,
    seconds,
    unknowable,
)
from sbn_api import api

from sbn import answers, models
from sbn.hashing import CANON_VERSION, snapchore_hash

_SAFE = "the service shows nothing of it; repeating has the same effect, so retry() is safe"
_NO_ID = "the call carries nothing that what it makes could be recognised by"
_LISTS_NOTHING = "the service lists nothing of it"
_COUNTS = "it works on whatever is there, and only its answer says on what"
_SHOWN_ONCE = "the secret was in the answer alone; make another one"
_MONEY = "the service does not say which payment came from which call; look into the billing status"


def _listed(*names: str) -> Callable[[Any], Iterable[Mapping[str, Any]]]:
    return lambda data: [each for each in answers.rows(data, *names) if isinstance(each, Mapping)]


def _opened(data: Any) -> Mapping[str, Any]:
    found = answers.unwrapped(data)
    return found if isinstance(found, Mapping) else {}


# -- BitBlocks and slots -------------------------------------------------------------------------------


def _ask_bitblocks(call: FailedCall) -> Prepared[Any]:
    return api.bitblocks.bitblocks_list.OPERATION(slot_id=call.json["slot_id"])


def _submitted(call: FailedCall, now: float, found: Any) -> Resolution:
    """Find a BitBlock by the ids that it was sent with, else by its content."""
    if found is None:
        return cannot_tell("there is no such slot, or not any more")
    blocks = models.BitBlockList.from_dict(answers.content(found)).bitblocks
    sent = call.json
    ids = {name: sent[name] for name in ("operation_id", "idempotency_key") if sent.get(name)}
    if ids:
        fitting = [each for each in blocks if all(getattr(each, name) == ids[name] for name in ids)]
        if len(fitting) > 1:
            return cannot_tell(f"{len(fitting)} BitBlocks have its ids", fitting)
        if fitting:
            return done(fitting[0], "a BitBlock has its ids")
        return absent(call, now, "no BitBlock of the slot has its ids")
    fitting = [each for each in blocks if _is_like(each, sent)]
    return pick(call, now, fitting, lambda each: seconds(each.created_at), "BitBlocks of the slot")


def _is_like(block: Any, sent: Mapping[str, Any]) -> bool:
    return bool(block.block_type == sent["block_type"] and plain(block.payload) == plain(sent["payload"]))


def _ask_slots(call: FailedCall) -> Prepared[Any]:
    return api.gateway.gateway_list_slots.OPERATION()


def _closed(call: FailedCall, now: float, found: Any) -> Resolution:
    wanted = call.parameters["slot_id"]
    slot = next((each for each in _listed("items", "slots")(found) if str(each.get("id")) == wanted), None)
    if slot is None or "state" not in slot:
        return cannot_tell("the slot is not listed")
    if slot["state"] == "closed":
        handle = models.SlotHandle.from_dict(dict(slot))
        return done(handle, "the slot is closed; its closure was in the answer")
    return absent(call, now, f"the slot is {slot['state']}")


# -- hashes --------------------------------------------------------------------------------------------


def _hash_of(call: FailedCall) -> str:
    sent = call.json
    return snapchore_hash(sent["payload"], sent.get("volatile_keys"))


def _by_hash(read: Any) -> Callable[[FailedCall], Prepared[Any] | Resolution]:
    def ask(call: FailedCall) -> Prepared[Any] | Resolution:
        try:
            prepared: Prepared[Any] = read.OPERATION(_hash_of(call))
        except (ArithmeticError, LookupError, TypeError, ValueError):
            return cannot_tell("the hash of what was sent cannot be computed here")
        return prepared

    return ask


def _captured(call: FailedCall, now: float, found: Any) -> Resolution:
    """Look at the newest entry of the ledger with the hash of a capture."""
    if found is None:
        return absent(call, now, "the ledger has no such hash")
    result = {"hash": _hash_of(call), "snapchore_hash": _hash_of(call), "canon_version": CANON_VERSION}
    resolution = pick(call, now, [_opened(found)], lambda row: seconds(row.get("created_at")), "entries")
    if resolution.done:
        return done(result, "the ledger has its hash since the call began")
    return cannot_tell("the ledger has its hash from another time, and may keep one entry for both", [result])


def _sealed(call: FailedCall, now: float, found: Any) -> Resolution:
    """Look at the block that has the hash of a seal."""
    if found is None:
        return absent(call, now, "there is no block with its hash")
    block = _opened(found)
    if not same("domain", "block_type")(call, block):
        return cannot_tell("the block with its hash is of another domain or type", [block])
    resolution = pick(call, now, [block], lambda row: seconds(row.get("created_at")), "blocks")
    return done(answers.hashed(dict(block)), resolution.reason) if resolution.done else resolution


def _ask_receipts(call: FailedCall) -> Prepared[Any]:
    return api.snapchore.snapchore_receipts_discover.OPERATION(limit=1, hash_=call.json["snap_hash"])


def _attested(call: FailedCall, now: float, found: Any) -> Resolution:
    receipts = list(_listed("receipts")(found))
    resolution = pick(call, now, receipts, lambda row: seconds(row.get("created_at")), "receipts")
    # That the hash of a receipt is the one that was attested is not documented: none proves nothing.
    return cannot_tell("no receipt has its hash") if resolution.not_done else resolution


def _ask_chain(call: FailedCall) -> Prepared[Any] | Resolution:
    chain_id = call.json.get("chain_id")
    if not chain_id:
        return cannot_tell("the call named no chain_id, and the service chose one")
    return api.snapchore.snapchore_get_chain.OPERATION(chain_id)


def _chained(call: FailedCall, now: float, found: Any) -> Resolution:
    if found is None:
        return absent(call, now, "there is no such chain")
    chain = _opened(found)
    resolution = pick(call, now, [chain], lambda row: seconds(row.get("created_at")), "chains")
    return cannot_tell("the chain is there, and was before", [chain]) if resolution.not_done else resolution


# -- states --------------------------------------------------------------------------------------------


def _status(name: str, *wanted: Any, inside: str | None = None) -> Callable[[FailedCall, Any], bool | None]:
    def is_done(call: FailedCall, found: Any) -> bool | None:
        row = _opened(found)
        inner = row.get(inside) if inside is not None else None
        row = inner if isinstance(inner, Mapping) else row
        return None if row.get(name) is None else row[name] in wanted

    return is_done


def _has_sent(call: FailedCall, found: Any) -> bool | None:
    stored, sent = _opened(found), call.json
    if not isinstance(sent, Mapping) or not sent or any(name not in stored for name in sent):
        return None
    return same(*sent)(call, stored)


def _invoice_rule(operation: Any, status: str) -> Rule:
    return as_it_is(
        operation,
        by_path(api.acp.acp_get_invoice.OPERATION),
        "the status of the invoice",
        _status("status", status, inside="invoice"),
        answers.opened,
    )


def _stopped_rule(operation: Any, killed: bool) -> Rule:
    return as_it_is(
        operation,
        by_path(api.acp.acp_status.OPERATION),
        "whether the project is stopped",
        _status("killed", killed),
        answers.opened,
    )


def _proposal_rule(operation: Any, status: str) -> Rule:
    """Return the rule of a decision; that it shows in the status of the proposal is not documented."""
    decided = _status("status", status)
    return as_it_is(
        operation,
        by_path(api.governance.governance_get_proposal.OPERATION),
        "the status of the proposal, when it says so",
        lambda call, found: decided(call, found) or None,
        answers.opened,
    )


def _ask_projects(call: FailedCall) -> Prepared[Any]:
    return api.console.console_list_projects.OPERATION()


_ask_webhooks = by_path(api.console.console_list_webhooks.OPERATION)

_UNKNOWN = {
    _NO_ID: (
        api.blocks.blocks_create,
        api.blocks.blocks_submit,
        api.gateway.gateway_seal_slot,
        api.gateway.gateway_run_pgdag,
        api.pgdag_py.pgdag_py_run,
        api.atlas.atlas_run_card,
        api.legacy.legacy_create_slot,
        api.legacy.legacy_close_slot,
        api.reality.reality_create_fact,
        api.reality.reality_ingest_content,
        api.reality.reality_ingest_evidence,
        api.reality.reality_upload_source,
        api.lattice.lattice_clone_workflow,
        api.lattice.lattice_create_edge,
        api.lattice.lattice_create_workflow,
        api.lattice.lattice_import_workflow,
        api.lattice.lattice_import_workflows,
        api.acp.acp_generate_invoice,
        api.acp.acp_test_lease,
        api.snapchore.snapchore_promote,
    ),
    _LISTS_NOTHING: (
        api.atlas.atlas_calibrate_all,
        api.atlas.atlas_calibrate_frontier,
        api.atlas.atlas_detect_couplings,
        api.atlas.atlas_register_card,
        api.atlas.atlas_version_card,
        api.console.console_test_webhook,
        api.control_plane.control_plane_register_validator,
        api.gec.gec_complete_calibration,
        api.gec.gec_start_calibration,
        api.lattice.lattice_mark_workflow_complete,
        api.lattice.lattice_record_step_outcome,
        api.numa.numa_publish_forecast,
        api.numa.numa_publish_hints,
        api.numa.numa_publish_signals,
        api.reality.reality_handoff_evidence,
        api.reality.reality_handoff_fact,
        api.reality.reality_promote_evidence,
        api.reality.reality_promote_fact,
        api.reality.reality_recompute,
        api.reality.reality_resolve_review_queue,
        api.reality.reality_review_fact,
        api.reality.reality_submit_evidence,
        api.reality.reality_submit_fact,
    ),
    _COUNTS: (
        api.gateway.gateway_reap_orphan_slots,
        api.snapchore.snapchore_process_queue,
        api.snapchore.snapchore_reconcile,
    ),
    _SHOWN_ONCE: (
        api.atlas.atlas_bind_existing_key,
        api.atlas.atlas_exchange_token,
        api.atlas.atlas_mint_bound_key,
        api.atlas.atlas_register_app,
        api.console.console_create_api_key,
        api.console.console_rotate_api_key,
        api.snapchore.snapchore_create_api_key,
    ),
    _MONEY: (
        api.console.console_create_checkout,
        api.console.console_get_portal_url,
        api.console.console_pay_overage,
    ),
    _SAFE: (
        api.atlas.atlas_revoke_app,
        api.atlas.atlas_upsert_binding,
        api.console.console_archive_project,
        api.console.console_delete_project,
        api.console.console_revoke_api_key,
        api.console.console_switch_project,
        api.console.console_unarchive_project,
        api.console.console_update_project,
        api.console.console_update_project_settings,
        api.console.console_update_webhook,
        api.control_plane.control_plane_heartbeat_validator,
        api.control_plane.control_plane_update_tenant_rate_plan,
        api.gec.gec_suspend_frontier,
        api.gec.gec_unsuspend_frontier,
        api.lattice.lattice_activate_workflow,
        api.numa.numa_ack_signals,
        api.numa.numa_poll_signals,
        api.snapchore.snapchore_revoke_api_key,
    ),
}
_READS = (
    api.atlas.atlas_resolve,
    api.gec.gec_compute,
    api.lattice.lattice_export_workflows,
    api.lattice.lattice_verify_evidence_packet,
    api.snapchore.snapchore_verify,
    api.snapchore.snapchore_verify_block,
    api.snapchore.snapchore_verify_chain,
)

RULES = rules(
    Rule(
        api.bitblocks.bitblocks_submit.OPERATION,
        "the BitBlocks of the slot: by the ids that it was sent with, else by type, payload and time",
        Look(_ask_bitblocks, _submitted),
    ),
    made(
        api.gateway.gateway_create_slot.OPERATION,
        _ask_slots,
        _listed("items", "slots"),
        same("worker_id", "task_type", "metadata"),
        "slots",
        lambda row: models.SlotHandle.from_dict(dict(row)),
        by="the slots that were opened since: worker, type of task and metadata",
        at="opened_at",
    ),
    Rule(api.gateway.gateway_close_slot.OPERATION, "the state of the slot", Look(_ask_slots, _closed)),
    Rule(
        api.gateway.gateway_request_attestation.OPERATION,
        "a receipt with the hash since; none proves nothing",
        Look(_ask_receipts, _attested),
        ("done", "cannot_tell"),
    ),
    Rule(
        api.snapchore.snapchore_capture.OPERATION,
        "the entry of the ledger with the hash, which is computed here",
        Look(_by_hash(api.snapchore.snapchore_discover), _captured),
    ),
    Rule(
        api.snapchore.snapchore_seal.OPERATION,
        "the block with the hash, which is computed here: domain and type",
        Look(_by_hash(api.snapchore.snapchore_get_block), _sealed),
    ),
    Rule(
        api.snapchore.snapchore_create_chain.OPERATION,
        "the chain, when the call named its id",
        Look(_ask_chain, _chained),
    ),
    made(
        api.snapchore.snapchore_append_to_chain.OPERATION,
        by_path(api.snapchore.snapchore_get_chain.OPERATION),
        _listed("entries"),
        same("event_type", "block_hash"),
        "entries of the chain",
        dict,
        by="the entries of the chain since: type of event and hash of the block",
        at="timestamp",
    ),
    as_it_is(
        api.acp.acp_update_budget.OPERATION,
        by_path(api.acp.acp_get_budget.OPERATION),
        "the budget as it is",
        _has_sent,
        answers.opened,
    ),
    _stopped_rule(api.acp.acp_kill.OPERATION, killed=True),
    _stopped_rule(api.acp.acp_unkill.OPERATION, killed=False),
    as_it_is(
        api.acp.acp_release_lease.OPERATION,
        by_path(api.acp.acp_get_lease.OPERATION),
        "the state of the lease",
        _status("state", "released", inside="lease"),
        answers.opened,
    ),
    _invoice_rule(api.acp.acp_finalize_invoice.OPERATION, "finalized"),
    _invoice_rule(api.acp.acp_mark_invoice_paid.OPERATION, "paid"),
    _invoice_rule(api.acp.acp_void_invoice.OPERATION, "void"),
    made(
        api.console.console_create_project.OPERATION,
        _ask_projects,
        _listed("projects", "items"),
        same("name"),
        "projects",
        dict,
        by="the projects of that name, when they say since when",
        at="created_at",
    ),
    made(
        api.console.console_create_webhook.OPERATION,
        _ask_webhooks,
        _listed("webhooks", "items"),
        same("url"),
        "webhooks",
        dict,
        by="the webhooks with that URL, when they say since when; the secret is lost",
        at="created_at",
    ),
    gone_from(api.console.console_delete_webhook.OPERATION, _ask_webhooks, _listed("webhooks", "items")),
    made(
        api.control_plane.control_plane_create_rate_plan.OPERATION,
        lambda call: api.control_plane.control_plane_list_rate_plans.OPERATION(),
        _listed("rate_plans", "items"),
        same("name", "sla_tier", "daily_quota", "burst_limit_per_minute"),
        "rate plans",
        dict,
        by="the rate plans with that content, when they say since when",
        at="created_at",
    ),
    made(
        api.control_plane.control_plane_create_tenant.OPERATION,
        lambda call: api.control_plane.control_plane_list_tenants.OPERATION(),
        _listed("tenants", "items"),
        same("name"),
        "tenants",
        dict,
        by="the tenants of that name, when they say since when",
        at="created_at",
    ),
    made(
        api.governance.governance_create_proposal.OPERATION,
        lambda call: api.governance.governance_list_proposals.OPERATION(),
        _listed("proposals", "items"),
        lambda call, row: plain(row.get("document")) == plain(call.json["proposal"]),
        "proposals",
        dict,
        by="the proposals with that document, when they say since when",
        at="created_at",
    ),
    _proposal_rule(api.governance.governance_approve.OPERATION, "approved"),
    _proposal_rule(api.governance.governance_promote.OPERATION, "promoted"),
    _proposal_rule(api.governance.governance_reject.OPERATION, "rejected"),
    *(unknowable(each.OPERATION, why) for why, several in _UNKNOWN.items() for each in several),
    *(reads_only(each.OPERATION) for each in _READS),
)
