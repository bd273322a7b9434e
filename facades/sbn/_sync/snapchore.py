# Derived from facades/sbn/_async/snapchore.py by make generate; edit that file.
"""SnapChore: hashing payloads, verifying and sealing them, and chaining what was sealed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from clientkit.facade import Resource
from clientkit.operation import given, kind_of
from sbn import answers, hashing
from sbn.checks import filled, filled_texts, identifier, json_object, mapping, optional_object, sealable
from sbn.lazy import wire
from sbn_api.api import snapchore as api


class SnapChoreClient(Resource):
    """SnapChore: hashing payloads, verifying and sealing them, and chaining what was sealed.

    Every method returns the service's JSON as it came. A hash is under `hash` and `snapchore_hash`.
    """

    def capture(
        self, payload: Mapping[str, Any], *, volatile_keys: Iterable[str] | None = None
    ) -> dict[str, Any]:
        """Hash a payload and enter the hash in the ledger.

        Args:
            payload: The payload.
            volatile_keys: Keys to leave out of the hash, beside those that always are.

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
    ) -> dict[str, Any]:
        """Check a payload against a hash.

        Args:
            expected_hash: The hash that it should have.
            payload: The payload.
            volatile_keys: Keys to leave out of the hash, beside those that always are.
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
        expected_hash = identifier("expected_hash", expected_hash)
        if not isinstance(offline, bool):
            raise TypeError(f"offline must be True or False, got {kind_of(offline)}")
        if offline:
            found = hashing.capture_hash(mapping("payload", payload), volatile_keys)
            return {"valid": found == expected_hash, "hash": found, "canon_version": hashing.CANON_VERSION}
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
    ) -> dict[str, Any]:
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

    def verify_block(self, block: Mapping[str, Any]) -> dict[str, Any]:
        """Verify a sealed block.

        Args:
            block: The answer of `seal`.

        Operation: snapchore_verify_block
        """
        body = wire.BlockVerifyRequest(block=json_object("block", block))
        return self._send(api.snapchore_verify_block.OPERATION(body=body), answers.opened)

    def discover(self, snapchore_hash: str) -> dict[str, Any]:
        """Look up a hash in the ledger.

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
    ) -> dict[str, Any]:
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

    def create_chain(self, chain_id: str | None = None) -> dict[str, Any]:
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
    ) -> dict[str, Any]:
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
            block_hash=identifier("block_hash", block_hash),
            event_type=event_type,
            block_id=given(filled(block_id)),
            metadata=optional_object("metadata", metadata),
        )
        return self._send(api.snapchore_append_to_chain.OPERATION(chain_id, body=body), answers.opened)

    def get_chain(self, chain_id: str) -> dict[str, Any]:
        """Get a whole chain.

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
    ) -> dict[str, Any]:
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

        Operation: snapchore_revoke_api_key
        """
        call = api.snapchore_revoke_api_key.OPERATION(key_id, body=wire.Empty())
        return self._send(call, answers.opened)

    def reconcile(self) -> dict[str, Any]:
        """Settle unconfirmed entries of the ledger with the receipt catalogue.

        Operation: snapchore_reconcile
        """
        return self._send(api.snapchore_reconcile.OPERATION(body=wire.Empty()), answers.opened)


def _payload_of(first: Any, second: Any) -> Any:
    """Return the payload of `seal(payload)` or `seal(hash, payload)`."""
    if second is None and not isinstance(first, str):
        return first
    if not isinstance(first, str) or second is None:
        raise ValueError("write seal(payload), or seal(hash, payload) with the hash as a string")
    return second
