# Derived from facades/sbn/_async/snapchore.py by make generate; edit that file.
"""SnapChore: hashing payloads, verifying and sealing them, and chaining what was sealed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from clientkit.arguments import nonempty, optional_string
from clientkit.errors import ClientError
from clientkit.facade import Resource
from clientkit.operation import given, kind_of
from sbn import answers
from sbn.checks import filled, filled_strings, filled_texts, json_object, mapping, optional_object, sealable
from sbn.errors import SbnNotFoundError
from sbn.lazy import artifacts, hashing, ladder, wire
from sbn_api.api import control_plane, snapchore as api

if TYPE_CHECKING:
    from sbn import types
    from sbn_api import dicts


class SnapChoreClient(Resource):
    """SnapChore: hashing payloads, verifying and sealing them, and chaining what was sealed.

    Every method returns the service's JSON as it came. A hash is under `hash` and `snapchore_hash`.
    """

    def capture(
        self, payload: Mapping[str, Any], *, volatile_keys: Iterable[str] | None = None
    ) -> dicts.Capture:
        """Hash a payload and enter the hash in the ledger.

        Args:
            payload: The payload.
            volatile_keys: Keys to leave out of the hash, in addition to those that always are.

        Returns:
            `hash`, `snapchore_hash` and `canon_version`.

        Raises:
            SbnError: The service refused.
            ValueError: The payload is no mapping, or cannot be sent as JSON; nothing was sent.

        Operation: snapchore_capture
        """
        body = wire.CaptureRequest(
            payload=json_object("payload", payload),
            volatile_keys=filled_texts("volatile_keys", volatile_keys),
        )
        return self._send(api.snapchore_capture.OPERATION(body=body), answers.hashed)

    def verify(
        self,
        expected_hash: str,
        payload: Mapping[str, Any],
        *,
        volatile_keys: Iterable[str] | None = None,
        offline: bool = False,
    ) -> dicts.Verification:
        """Check a payload against a hash.

        Args:
            expected_hash: The hash that it should have.
            payload: The payload.
            volatile_keys: Keys to leave out of the hash, in addition to those that always are.
            offline: Whether to compute the hash here and ask nobody. `volatile_keys` are then left out
                at the top level and directly inside a top-level `metadata`.

        Returns:
            `valid`, and the hash that the payload has.

        Raises:
            SbnError: The service refused.
            ValueError: The payload is no mapping, or cannot be hashed; nothing was sent.
            TypeError: A value of the payload has no place in a hash; only when `offline`.

        Operation: snapchore_verify
        """
        expected_hash = nonempty("expected_hash", expected_hash)
        if not isinstance(offline, bool):
            raise TypeError(f"offline must be True or False, got {kind_of(offline)}")
        if offline:
            found = hashing.capture_hash(mapping("payload", payload), volatile_keys)
            made: Any = {
                "valid": found == expected_hash,
                "hash": found,
                "canon_version": hashing.CANON_VERSION,
            }
            return cast("dicts.Verification", made)
        body = wire.VerifyRequest(
            expected_hash=expected_hash,
            payload=json_object("payload", payload),
            volatile_keys=filled_texts("volatile_keys", volatile_keys),
        )
        return self._send(api.snapchore_verify.OPERATION(body=body), answers.opened)

    def seal(
        self,
        payload: Mapping[str, Any] | str,
        sealed_payload: Mapping[str, Any] | None = None,
        *,
        domain: str = "general",
        block_type: str = "event",
        metadata: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
    ) -> dicts.SealedBlock:
        """Seal a payload as a block: `seal(payload)`, or `seal(hash, payload)`.

        Never repeated by itself when its outcome is not clear.

        Args:
            payload: The payload, or its hash when the payload follows. The service computes the hash
                itself, so the one given here is not sent.
            sealed_payload: The payload, when its hash goes before it.
            domain: Domain of the block.
            block_type: `event`, `stimulus`, `audit`, `instruction` or `meta`.
            metadata: Anything; an empty mapping is sent.
            metrics: Figures; an empty mapping is sent.

        Returns:
            The sealed block.

        Raises:
            SbnError: The service refused.
            ValueError: The type or the payload cannot be sealed; nothing was sent.

        Operation: snapchore_seal
        """
        body = wire.SealRequest(
            domain=domain,
            block_type=sealable(block_type),
            payload=json_object("payload", _payload_of(payload, sealed_payload)),
            metadata=optional_object("metadata", metadata),
            metrics=optional_object("metrics", metrics),
        )
        return self._send(api.snapchore_seal.OPERATION(body=body), answers.hashed)

    def verify_block(self, block: Mapping[str, Any]) -> dicts.Verification:
        """Verify a sealed block.

        Args:
            block: The answer of `seal`.

        Operation: snapchore_verify_block
        """
        body = wire.BlockVerifyRequest(block=json_object("block", block))
        return self._send(api.snapchore_verify_block.OPERATION(body=body), answers.opened)

    def discover(self, snapchore_hash: str) -> dicts.LedgerEntry:
        """Look up a hash in the ledger.

        Args:
            snapchore_hash: The hash, 64 hex digits.

        Raises:
            SbnNotFoundError: The ledger has no such hash.

        Operation: snapchore_discover
        """
        return self._send(api.snapchore_discover.OPERATION(snapchore_hash), answers.opened)

    def discover_recent(
        self,
        *,
        limit: int = 20,
        offset: int = 0,
        since: str | None = None,
        source: str | None = None,
        domain: str | None = None,
    ) -> dict[str, Any]:
        """List recent entries of the ledger.

        Args:
            limit: Entries at most.
            offset: Entries to leave out.
            since: Only from this moment on, as ISO 8601.
            source: `seal`, `capture`, `chain`, `aggregator` or `import`.
            domain: Domain, or a prefix such as `numa.*`.

        Operation: snapchore_discover_recent
        """
        call = api.snapchore_discover_recent.OPERATION(
            limit=limit, offset=filled(offset), since=since, source=source, domain=domain
        )
        return self._send(call, answers.opened)

    def receipts_discover(
        self,
        *,
        domain: str | None = None,
        hash: str | None = None,
        project_id: str | None = None,
        limit: int = 20,
        offset: int = 0,
        since: str | None = None,
    ) -> dicts.ReceiptCatalogue:
        """Search the receipt catalogue.

        Args:
            domain: Only of this domain.
            hash: Only with this hash.
            project_id: Only of this project.
            limit: Receipts at most, up to 200.
            offset: Receipts to leave out.
            since: Only from this moment on, as ISO 8601.

        Returns:
            `receipts`, `count` and `offset`.

        Operation: snapchore_receipts_discover
        """
        call = api.snapchore_receipts_discover.OPERATION(
            limit=limit,
            offset=filled(offset),
            since=since,
            project_id=filled(project_id),
            hash_=filled(hash),
            domain=filled(domain),
        )
        return self._send(call, answers.opened)

    def create_chain(self, chain_id: str | None = None) -> dicts.Chain:
        """Create a chain.

        Args:
            chain_id: Its id; the service makes one by default.

        Operation: snapchore_create_chain
        """
        body = wire.ChainCreate(chain_id=given(filled(chain_id)))
        return self._send(api.snapchore_create_chain.OPERATION(body=body), answers.opened)

    def append_to_chain(
        self,
        chain_id: str,
        *,
        block_hash: str,
        block_id: str | None = None,
        event_type: str = "block_sealed",
        metadata: Mapping[str, Any] | None = None,
    ) -> dicts.ChainEntry:
        """Append an entry to a chain. Never repeated by itself when its outcome is not clear.

        Args:
            chain_id: The chain.
            block_hash: Hash of the block.
            block_id: Id of the block.
            event_type: What happened.
            metadata: Anything; an empty mapping is sent.

        Raises:
            SbnNotFoundError: There is no such chain.

        Operation: snapchore_append_to_chain
        """
        body = wire.ChainAppend(
            block_hash=nonempty("block_hash", block_hash),
            event_type=event_type,
            block_id=given(filled(block_id)),
            metadata=optional_object("metadata", metadata),
        )
        return self._send(api.snapchore_append_to_chain.OPERATION(chain_id, body=body), answers.opened)

    def get_chain(self, chain_id: str) -> dicts.Chain:
        """Get a whole chain.

        Args:
            chain_id: Id of the chain.

        Raises:
            SbnNotFoundError: There is no such chain.

        Operation: snapchore_get_chain
        """
        return self._send(api.snapchore_get_chain.OPERATION(chain_id), answers.opened)

    def list_chains(self) -> dict[str, Any]:
        """List the chains of the project, 100 at most.

        Operation: snapchore_list_chains
        """
        return self._send(api.snapchore_list_chains.OPERATION(), answers.opened)

    def verify_chain(self, chain_id: str) -> dict[str, Any]:
        """Check the links of a chain.

        Args:
            chain_id: Id of the chain.

        Raises:
            SbnNotFoundError: There is no such chain.

        Operation: snapchore_verify_chain
        """
        call = api.snapchore_verify_chain.OPERATION(chain_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def get_stats(self) -> dict[str, Any]:
        """Get statistics of the system.

        Operation: snapchore_get_stats
        """
        return self._send(api.snapchore_get_stats.OPERATION(), answers.opened)

    def get_usage(self) -> dict[str, Any]:
        """Get the meters of this month.

        Operation: snapchore_get_usage
        """
        return self._send(api.snapchore_get_usage.OPERATION(), answers.opened)

    def create_api_key(
        self, *, name: str = "SnapChore key", mode: str = "live", plan: str | None = None
    ) -> dicts.MintedSnapChoreKey:
        """Create a key for SnapChore alone; the answer shows it, this once.

        Args:
            name: Name of the key.
            mode: `live` or `test`.
            plan: Plan of the key.

        Operation: snapchore_create_api_key
        """
        body = wire.SnapChoreKeyCreate(name=name, mode=mode, plan=given(filled(plan)))
        return self._send(api.snapchore_create_api_key.OPERATION(body=body), answers.opened)

    def list_api_keys(self) -> dict[str, Any]:
        """List the keys for SnapChore.

        Operation: snapchore_list_api_keys
        """
        return self._send(api.snapchore_list_api_keys.OPERATION(), answers.opened)

    def revoke_api_key(self, key_id: str) -> dict[str, Any]:
        """Revoke a key for SnapChore; doing it twice is doing it once.

        Args:
            key_id: Id of the key.

        Operation: snapchore_revoke_api_key
        """
        call = api.snapchore_revoke_api_key.OPERATION(key_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def reconcile(self) -> dict[str, Any]:
        """Settle unconfirmed entries of the ledger with the receipt catalogue.

        Operation: snapchore_reconcile
        """
        return self._send(api.snapchore_reconcile.OPERATION(body=wire.Empty()), answers.opened)

    def list_blocks(self, *, limit: int = 20) -> dict[str, Any]:
        """List sealed blocks.

        Args:
            limit: Blocks at most.

        Operation: snapchore_list_blocks
        """
        return self._send(api.snapchore_list_blocks.OPERATION(limit=limit), answers.opened)

    def get_block(self, block_ref: str) -> dicts.LocalBlock:
        """Get a sealed block.

        Args:
            block_ref: Its record id, or its hash.

        Raises:
            SbnNotFoundError: There is no such block.

        Operation: snapchore_get_block
        """
        return self._send(api.snapchore_get_block.OPERATION(block_ref), answers.hashed)

    def promote(
        self,
        *,
        smartblock_record_id: str | None = None,
        snapchore_hash: str | None = None,
        frontier_id: str | None = None,
        target_project_id: str | None = None,
    ) -> dicts.Promotion:
        """Hand a sealed block to the network. Never repeated by itself when its outcome is not clear.

        Args:
            smartblock_record_id: Record of the block.
            snapchore_hash: Hash of the block, instead.
            frontier_id: The frontier.
            target_project_id: The project that it is for.

        Returns:
            How far it has come; `promotion_status` reads it.

        Raises:
            SbnError: The service refused.
            ValueError: Nothing says which block; nothing was sent.

        Operation: snapchore_promote
        """
        _named(smartblock_record_id, snapchore_hash)
        body = wire.PromotionRequest(
            smartblock_record_id=given(filled(smartblock_record_id)),
            snapchore_hash=given(filled(snapchore_hash)),
            frontier_id=given(filled(frontier_id)),
            target_project_id=given(filled(target_project_id)),
        )
        return self._send(api.snapchore_promote.OPERATION(body=body), answers.opened)

    def promote_to_project(
        self,
        *,
        target_project_id: str,
        smartblock_record_id: str | None = None,
        snapchore_hash: str | None = None,
        frontier_id: str | None = None,
    ) -> dicts.Promotion:
        """Hand a sealed block to a project of the network, as `promote` does.

        Args:
            target_project_id: The project.
            smartblock_record_id: Record of the block.
            snapchore_hash: Hash of the block, instead.
            frontier_id: The frontier.

        Raises:
            SbnError: The service refused.
            ValueError: There is no project, or nothing says which block; nothing was sent.

        Operation: snapchore_promote
        """
        return self.promote(
            smartblock_record_id=smartblock_record_id,
            snapchore_hash=snapchore_hash,
            frontier_id=frontier_id,
            target_project_id=nonempty("target_project_id", target_project_id),
        )

    def create_project_and_promote(
        self,
        *,
        project_name: str,
        contact_email: str,
        aggregator_endpoint: str,
        rate_plan_id: str,
        smartblock_record_id: str | None = None,
        snapchore_hash: str | None = None,
        frontier_id: str | None = None,
        activate: bool = True,
    ) -> types.ProjectPromotion:
        """Create a project (a tenant) and hand a sealed block to it: two calls, one after the other.

        When the second one fails, a note on its error has the id of the project, with which
        `promote_to_project` goes on.

        Args:
            project_name: Name of the project.
            contact_email: Whom to write to.
            aggregator_endpoint: URL of its aggregator.
            rate_plan_id: Its rate plan.
            smartblock_record_id: Record of the block.
            snapchore_hash: Hash of the block, instead.
            frontier_id: The frontier.
            activate: Whether the project starts at once.

        Returns:
            `target_project`, `target_project_id` and `promotion`.

        Raises:
            SbnError: The service refused one of the calls.
            SbnDecodeError: The answer to the first call has no id; `body` has the answer.
            ValueError: Nothing says which block; nothing was sent.

        Operation: control_plane_create_tenant, snapchore_promote
        """
        _named(smartblock_record_id, snapchore_hash)
        optional_string("frontier_id", frontier_id)
        body = wire.TenantCreate(
            name=project_name,
            contact_email=contact_email,
            aggregator_endpoint=aggregator_endpoint,
            rate_plan_id=nonempty("rate_plan_id", rate_plan_id),
            activate=activate,
        )
        project = self._send(control_plane.control_plane_create_tenant.OPERATION(body=body), answers.opened)
        project_id = ladder.project_id_of(project)
        try:
            promotion = self.promote_to_project(
                target_project_id=project_id,
                smartblock_record_id=smartblock_record_id,
                snapchore_hash=snapchore_hash,
                frontier_id=frontier_id,
            )
        except ClientError as error:
            error.add_note(
                f"The project {project_id} was created; "
                f"promote_to_project(target_project_id={project_id!r}, …) "
                "goes on."
            )
            raise
        return {"target_project": project, "target_project_id": project_id, "promotion": promotion}

    def queue_summary(self, *, limit: int = 20) -> dicts.QueueSummary:
        """Summarise the queue of promotions.

        Args:
            limit: Items at most.

        Returns:
            `total`, `by_status` and `items`.

        Operation: snapchore_queue_summary
        """
        return self._send(api.snapchore_queue_summary.OPERATION(limit=limit), answers.opened)

    def process_queue(self, *, limit: int = 25) -> dicts.QueueProcessed:
        """Work on the queue of promotions. Never repeated by itself when its outcome is not clear.

        Args:
            limit: Items at most.

        Returns:
            `scanned`, `attempted`, `submitted`, `queued_for_attestation`, `attested` and `failed`.

        Operation: snapchore_process_queue
        """
        return self._send(api.snapchore_process_queue.OPERATION(limit=limit), answers.opened)

    def attestation_queue_health(self, *, limit: int = 10) -> dicts.QueueHealth:
        """Get the state of the attestation queue, also from a service that has it below `/api`.

        Args:
            limit: Recent failures at most.

        Operation: snapchore_attestation_queue_health, snapchore_attestation_queue_health_api
        """
        try:
            call = api.snapchore_attestation_queue_health.OPERATION(limit=limit)
            return self._send(call, answers.opened)
        except SbnNotFoundError:
            other = api.snapchore_attestation_queue_health_api.OPERATION(limit=limit)
            return self._send(other, answers.opened)

    def promotion_status(
        self, promotion_result: Mapping[str, Any] | None, *, local_status: Mapping[str, Any] | None = None
    ) -> types.PromotionStatus:
        """Read how far a promotion has come; nothing is sent.

        Args:
            promotion_result: The answer of `promote`.
            local_status: The result of `local_proof_status`, for what the answer does not say.

        Returns:
            `status` (`sealed_local`, `submitted`, `queued_for_attestation` or `attested`) with what it
            rests on.
        """
        return ladder.promotion_status(promotion_result, local_status)

    def local_proof_status(self, block_or_ref: Mapping[str, Any] | str) -> types.LocalProofStatus:
        """Read what is proved of a block without the network.

        Args:
            block_or_ref: A sealed block, for which nothing is sent, or its record id or hash.

        Returns:
            `status` (`sealed_local` or `captured`) with what it rests on.

        Raises:
            SbnNotFoundError: There is no such block.
            ValueError: It is neither a mapping nor a string.

        Operation: snapchore_get_block
        """
        if isinstance(block_or_ref, str):
            call = api.snapchore_get_block.OPERATION(block_or_ref)
            return self._send(call, lambda data: ladder.local_proof_status(answers.opened(data)))
        return ladder.local_proof_status(mapping("block_or_ref", block_or_ref))

    def resolve_receipt_anchor(
        self,
        *,
        promotion_result: Mapping[str, Any] | None = None,
        handoff: Mapping[str, Any] | None = None,
        block_detail: Mapping[str, Any] | None = None,
        receipt_lookup: Mapping[str, Any] | None = None,
        target_project_id: str | None = None,
    ) -> types.ReceiptAnchor:
        """Read which receipt anchors a proof; nothing is sent. Hash and id may come from different answers.

        Args:
            promotion_result: The answer of `promote`.
            handoff: A hand-off.
            block_detail: The answer of `get_block`.
            receipt_lookup: The answer of `receipts.get_by_hash`.
            target_project_id: The project, where you know it.

        Returns:
            `receipt_hash`, `receipt_id`, `target_project_id`, `evidence_ref` and `source`.
        """
        return ladder.resolve_receipt_anchor(
            promotion_result=promotion_result,
            handoff=handoff,
            block_detail=block_detail,
            receipt_lookup=receipt_lookup,
            target_project_id=target_project_id,
        )

    def artifact_descriptor_from_bytes(
        self,
        data: bytes,
        *,
        artifact_uri: str,
        mime_type: str | None = None,
        artifact_title: str | None = None,
        artifact_version: str | None = None,
    ) -> types.ArtifactDescriptor:
        """Describe an artifact that is in memory, as `sbn.artifact_descriptor_from_bytes` does.

        Args:
            data: Its bytes.
            artifact_uri: Where it is.
            mime_type: Its media type; `application/octet-stream` by default.
            artifact_title: Its title.
            artifact_version: Its version.
        """
        return artifacts.artifact_descriptor_from_bytes(
            data,
            artifact_uri=artifact_uri,
            mime_type=mime_type,
            artifact_title=artifact_title,
            artifact_version=artifact_version,
        )

    def artifact_descriptor_from_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = None,
        mime_type: str | None = None,
        artifact_title: str | None = None,
        artifact_version: str | None = None,
    ) -> types.ArtifactDescriptor:
        """Describe an artifact that is a file, as `sbn.artifact_descriptor_from_file` does.

        Args:
            path: The file.
            artifact_uri: Where it is. By default the local path, which goes to the service: give another one
                when it must not.
            mime_type: Its media type; by default guessed from the suffix.
            artifact_title: Its title; the name of the file by default.
            artifact_version: Its version.

        Raises:
            OSError: The file cannot be read.
        """
        return artifacts.artifact_descriptor_from_file(
            path,
            artifact_uri=artifact_uri,
            mime_type=mime_type,
            artifact_title=artifact_title,
            artifact_version=artifact_version,
        )

    def artifact_proof_payload(
        self,
        artifact: Mapping[str, Any],
        *,
        proof_kind: str = "artifact_attestation",
        summary: str | None = None,
        subject_ref: str | None = None,
        evidence_ref: str | None = None,
        claim: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> types.ArtifactProof:
        """Return the payload that proves an artifact, as `sbn.artifact_proof_payload` does.

        Args:
            artifact: Its descriptor.
            proof_kind: What kind of proof it is.
            summary: The proof in words.
            subject_ref: What it is about.
            evidence_ref: What it rests on.
            claim: What it claims.
            metadata: Anything.
        """
        return artifacts.artifact_proof_payload(
            artifact,
            proof_kind=proof_kind,
            summary=summary,
            subject_ref=subject_ref,
            evidence_ref=evidence_ref,
            claim=claim,
            metadata=metadata,
        )

    def capture_artifact_descriptor(
        self,
        artifact: Mapping[str, Any],
        *,
        proof_kind: str = "artifact_attestation",
        summary: str | None = None,
        subject_ref: str | None = None,
        evidence_ref: str | None = None,
        claim: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        volatile_keys: Iterable[str] | None = None,
    ) -> dicts.Capture:
        """Hash the proof of an artifact and enter the hash in the ledger.

        Args:
            artifact: Its descriptor.
            proof_kind: What kind of proof it is.
            summary: The proof in words.
            subject_ref: What it is about.
            evidence_ref: What it rests on.
            claim: What it claims.
            metadata: Anything; it is part of the payload.
            volatile_keys: Keys to leave out of the hash.

        Raises:
            SbnError: The service refused.

        Operation: snapchore_capture
        """
        payload = artifacts.artifact_proof_payload(
            artifact,
            proof_kind=proof_kind,
            summary=summary,
            subject_ref=subject_ref,
            evidence_ref=evidence_ref,
            claim=claim,
            metadata=metadata,
        )
        return self.capture(payload, volatile_keys=volatile_keys)

    def capture_artifact_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = None,
        mime_type: str | None = None,
        artifact_title: str | None = None,
        artifact_version: str | None = None,
        proof_kind: str = "artifact_attestation",
        summary: str | None = None,
        subject_ref: str | None = None,
        evidence_ref: str | None = None,
        claim: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        volatile_keys: Iterable[str] | None = None,
    ) -> dicts.Capture:
        """Hash the proof of a file and enter the hash in the ledger.

        Args:
            path: The file.
            artifact_uri: Where it is. By default the local path, which goes to the service: give another one
                when it must not.
            mime_type: Its media type; by default guessed from the suffix.
            artifact_title: Its title; the name of the file by default.
            artifact_version: Its version.
            proof_kind: What kind of proof it is.
            summary: The proof in words.
            subject_ref: What it is about.
            evidence_ref: What it rests on.
            claim: What it claims.
            metadata: Anything; it is part of the payload.
            volatile_keys: Keys to leave out of the hash.

        Raises:
            SbnError: The service refused.
            OSError: The file cannot be read; nothing was sent.

        Operation: snapchore_capture
        """
        artifact = artifacts.artifact_descriptor_from_file(
            path,
            artifact_uri=artifact_uri,
            mime_type=mime_type,
            artifact_title=artifact_title,
            artifact_version=artifact_version,
        )
        return self.capture_artifact_descriptor(
            artifact,
            proof_kind=proof_kind,
            summary=summary,
            subject_ref=subject_ref,
            evidence_ref=evidence_ref,
            claim=claim,
            metadata=metadata,
            volatile_keys=volatile_keys,
        )

    def seal_artifact_descriptor(
        self,
        artifact: Mapping[str, Any],
        *,
        domain: str = "artifact.proof",
        block_type: str = "audit",
        proof_kind: str = "artifact_attestation",
        summary: str | None = None,
        subject_ref: str | None = None,
        evidence_ref: str | None = None,
        claim: Mapping[str, Any] | None = None,
        payload_metadata: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
    ) -> dicts.SealedBlock:
        """Seal the proof of an artifact as a block. Never repeated when its outcome is not clear.

        Args:
            artifact: Its descriptor.
            domain: Domain of the block.
            block_type: `event`, `stimulus`, `audit`, `instruction` or `meta`.
            proof_kind: What kind of proof it is.
            summary: The proof in words.
            subject_ref: What it is about.
            evidence_ref: What it rests on.
            claim: What it claims.
            payload_metadata: Anything, for the payload.
            metadata: Anything, for the block.
            metrics: Figures, for the block.

        Raises:
            SbnError: The service refused.
            ValueError: The type cannot be sealed; nothing was sent.

        Operation: snapchore_seal
        """
        payload = artifacts.artifact_proof_payload(
            artifact,
            proof_kind=proof_kind,
            summary=summary,
            subject_ref=subject_ref,
            evidence_ref=evidence_ref,
            claim=claim,
            metadata=payload_metadata,
        )
        return self.seal(payload, domain=domain, block_type=block_type, metadata=metadata, metrics=metrics)

    def seal_artifact_file(
        self,
        path: str | os.PathLike[str],
        *,
        artifact_uri: str | None = None,
        mime_type: str | None = None,
        artifact_title: str | None = None,
        artifact_version: str | None = None,
        domain: str = "artifact.proof",
        block_type: str = "audit",
        proof_kind: str = "artifact_attestation",
        summary: str | None = None,
        subject_ref: str | None = None,
        evidence_ref: str | None = None,
        claim: Mapping[str, Any] | None = None,
        payload_metadata: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
    ) -> dicts.SealedBlock:
        """Seal the proof of a file as a block. Never repeated when its outcome is not clear.

        Args:
            path: The file.
            artifact_uri: Where it is. By default the local path, which goes to the service: give another one
                when it must not.
            mime_type: Its media type; by default guessed from the suffix.
            artifact_title: Its title; the name of the file by default.
            artifact_version: Its version.
            domain: Domain of the block.
            block_type: `event`, `stimulus`, `audit`, `instruction` or `meta`.
            proof_kind: What kind of proof it is.
            summary: The proof in words.
            subject_ref: What it is about.
            evidence_ref: What it rests on.
            claim: What it claims.
            payload_metadata: Anything, for the payload.
            metadata: Anything, for the block.
            metrics: Figures, for the block.

        Raises:
            SbnError: The service refused.
            OSError: The file cannot be read; nothing was sent.
            ValueError: The type cannot be sealed; nothing was sent.

        Operation: snapchore_seal
        """
        artifact = artifacts.artifact_descriptor_from_file(
            path,
            artifact_uri=artifact_uri,
            mime_type=mime_type,
            artifact_title=artifact_title,
            artifact_version=artifact_version,
        )
        return self.seal_artifact_descriptor(
            artifact,
            domain=domain,
            block_type=block_type,
            proof_kind=proof_kind,
            summary=summary,
            subject_ref=subject_ref,
            evidence_ref=evidence_ref,
            claim=claim,
            payload_metadata=payload_metadata,
            metadata=metadata,
            metrics=metrics,
        )


def _named(smartblock_record_id: str | None, snapchore_hash: str | None) -> None:
    if not filled_strings(smartblock_record_id=smartblock_record_id, snapchore_hash=snapchore_hash):
        raise ValueError("give smartblock_record_id or snapchore_hash, to say which block to promote")


def _payload_of(first: Any, second: Any) -> Any:
    """Return the payload of `seal(payload)` or `seal(hash, payload)`."""
    if second is None and not isinstance(first, str):
        return first
    if not isinstance(first, str) or second is None:
        raise ValueError("write seal(payload), or seal(hash, payload) with the hash as a string")
    return second
