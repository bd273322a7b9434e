# Derived from facades/sbn/_async/streaming.py by make generate; edit that file.
"""Slot sessions: a slot that is opened, fed with events and closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from clientkit.arguments import mappings, nonempty, number, optional_string, switch
from clientkit.errors import ClientError
from clientkit.facade import Core
from clientkit.guard import Guarded
from clientkit.lazy import Module
from clientkit.operation import kind_of
from sbn import pulses
from sbn._sync.bitblocks import BitBlocksClient
from sbn._sync.gateway import GatewayClient, attestation_call
from sbn.checks import mapping
from sbn.errors import failure_facts
from sbn.lazy import models

if TYPE_CHECKING:
    from clientkit import call as calls
    from sbn.gec_contract import GecOperationContract
    from sbn.models import BitBlock, SlotFinalizeResult, SlotHandle, SlotReceipt, SlotSeal, SlotSummary
    from sbn_api import dicts
else:
    calls = Module("clientkit.call")


class SlotSession(Guarded):
    """A slot from its opening to its closure; made by `open_slot` of the client.

    `with` opens it and closes it. Every event is one BitBlock and is sent at once. When closing
    fails, the session stays open, so that `close()` or `finalize()` can be called again.
    """

    def __init__(
        self,
        core: Core,
        *,
        worker_id: str,
        task_type: str,
        domain: str,
        generation_interval: int,
        metadata: Mapping[str, Any] | None = None,
        gec_contract: GecOperationContract | Mapping[str, Any] | None = None,
        stream_profile: str | None = None,
        generate_ids: bool = True,
    ) -> None:
        self._core = core
        self._gateway = GatewayClient(core)
        self._bitblocks = BitBlocksClient(core, generate_ids=generate_ids)
        self._worker_id = worker_id
        self._task_type = task_type
        self._domain = domain
        self._interval = generation_interval
        given = {} if metadata is None else mapping("metadata", metadata)
        if gec_contract is not None or stream_profile is not None:
            from sbn.profiles import slot_contract  # loads attrs, which a plain slot does not need

            contract = slot_contract(gec_contract, stream_profile, domain, generation_interval, given)
            given = contract | given
        self._metadata = {**given, "generation_interval": generation_interval}
        self._bound = False
        self._last_seal: SlotSeal | None = None
        self._slot: SlotHandle | None = None
        self._receipt: SlotReceipt | None = None
        self._submitted: list[BitBlock] = []
        self._attested: list[tuple[SlotSummary, dicts.Attestation]] = []

    @property
    def slot(self) -> SlotHandle | None:
        """The slot; None before it is opened."""
        return self._slot

    @property
    def slot_id(self) -> str:
        """Id of the slot.

        Raises:
            RuntimeError: The slot is not open yet.
        """
        if self._slot is None:
            raise RuntimeError("the slot is not open yet; use `with` or call open()")
        return self._slot.id

    @property
    def receipt(self) -> SlotReceipt | None:
        """The receipt of the closure; None before it."""
        return self._receipt

    @property
    def last_seal(self) -> SlotSeal | None:
        """What the last `seal` composed; None before it."""
        return self._last_seal

    @property
    def submitted(self) -> list[BitBlock]:
        """What the service accepted, in order."""
        return list(self._submitted)

    def open(self) -> SlotHandle:
        """Open the slot.

        Raises:
            SbnError: The service refused.
            RuntimeError: The session had its slot already.

        Operation: gateway_create_slot
        """
        if self._slot is not None:
            raise RuntimeError(f"this session has opened {self._slot.id} already; make another session")
        self._slot = self._gateway.create_slot(
            self._worker_id, self._task_type, generation_interval=self._interval, metadata=self._metadata
        )
        return self._slot

    def bind(self, slot: SlotHandle | str) -> None:
        """Work in a slot that is open already; nothing is sent.

        Args:
            slot: The slot, or its id.

        Raises:
            TypeError: It is neither.
        """
        if isinstance(slot, str):
            known = {"worker_id": self._worker_id, "task_type": self._task_type, "state": "open"}
            slot = models.SlotHandle.from_dict({"id": nonempty("slot", slot), **known})
        if not isinstance(slot, models.SlotHandle):
            raise TypeError(f"slot must be a SlotHandle or the id of a slot, got {kind_of(slot)}")
        self._slot, self._receipt, self._last_seal, self._bound = slot, None, None, True

    def event(
        self,
        payload: Mapping[str, Any],
        *,
        contribution: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
    ) -> BitBlock:
        """Send an event as a BitBlock of the type `Action`.

        What the payload lacks is filled in: `action` (its `event_type`, else `event`), `score` (1.0) and
        `reinforced` (true).

        Args:
            payload: What happened.
            contribution: What it contributes; it goes before a member of this name in the payload.
            metadata: Anything; `worker_id` is added.
            operation_id: Your id of what happened; one is made by default.
            idempotency_key: Your key of this write; one is made by default.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        given = _with(mapping("payload", payload), contribution)
        action = str(given.get("action") or given.get("event_type") or "event")
        filled = {"action": action, "score": 1.0, "reinforced": True, **given}
        return self._submit("Action", filled, self._signed(metadata), operation_id, idempotency_key)

    def events(
        self, payloads: Iterable[Mapping[str, Any]], *, metadata: Mapping[str, Any] | None = None
    ) -> list[BitBlock]:
        """Send events one after the other, as `event` does.

        When one fails, those before it are in `submitted`.

        Args:
            payloads: What happened, in order.
            metadata: Anything, for each of them.

        Raises:
            SbnError: The service refused one.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        return [self.event(payload, metadata=metadata) for payload in mappings("payloads", payloads)]

    def action(
        self,
        action_name: str,
        *,
        score: float = 1.0,
        reinforced: bool = True,
        contribution: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
        **extra: Any,
    ) -> BitBlock:
        """Send a BitBlock of the type `Action`.

        Args:
            action_name: What was done.
            score: How well.
            reinforced: Whether it is to be done more.
            contribution: What it contributes, as in `pulse`.
            metadata: Anything; `worker_id` is added.
            operation_id: Your id of what happened; one is made by default.
            idempotency_key: Your key of this write; one is made by default.
            **extra: Further members of the payload; they go before those above.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        payload = {
            "action": nonempty("action_name", action_name),
            "score": number("score", score),
            "reinforced": switch("reinforced", reinforced),
            **extra,
        }
        payload = _with(payload, contribution)
        return self._submit("Action", payload, self._signed(metadata), operation_id, idempotency_key)

    def interaction(
        self,
        *,
        score: float,
        weight: float = 1.0,
        contribution: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
        **extra: Any,
    ) -> BitBlock:
        """Send a BitBlock of the type `Interaction`.

        Args:
            score: How well it went.
            weight: How much it counts.
            contribution: What it contributes, as in `pulse`.
            metadata: Anything; `worker_id` is added.
            operation_id: Your id of what happened; one is made by default.
            idempotency_key: Your key of this write; one is made by default.
            **extra: Further members of the payload; they go before those above.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        payload = {"score": number("score", score), "weight": number("weight", weight), **extra}
        payload = _with(payload, contribution)
        return self._submit("Interaction", payload, self._signed(metadata), operation_id, idempotency_key)

    def submit_raw(
        self,
        *,
        block_type: str,
        payload: Mapping[str, Any],
        domain: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
    ) -> BitBlock:
        """Send a BitBlock as it is.

        Args:
            block_type: Any type.
            payload: What happened.
            domain: Domain of the block; that of the session by default.
            metadata: Anything; left out when empty.
            operation_id: Your id of what happened; one is made by default.
            idempotency_key: Your key of this write; one is made by default.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.
            TypeError: The domain is not a string; nothing was sent.

        Operation: bitblocks_submit
        """
        kept = None if metadata == {} else metadata
        return self._submit(block_type, payload, kept, operation_id, idempotency_key, domain)

    def pulse(
        self,
        pulse_type: str,
        *,
        score: float = 1.0,
        weight: float | None = None,
        reinforced: bool = True,
        contribution: Mapping[str, Any] | None = None,
        actions: Any = None,
        interactions: Any = None,
        events: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        operation_id: str | None = None,
        idempotency_key: str | None = None,
        **extra: Any,
    ) -> BitBlock:
        """Send a pulse: a BitBlock of the type `Action` that also counts actions, interactions and events.

        Args:
            pulse_type: What kind of pulse it is.
            score: How well it went.
            weight: How much it counts; left out by default.
            reinforced: Whether it is to be done more.
            contribution: What it contributes: `role`, `severity`, `y_delta`, `support_delta`,
                `omega_hint`, `burden_hint`, `state_hint` and your own members.
            actions: Actions in it; one that is not in a list becomes a list of one.
            interactions: Interactions in it; likewise.
            events: How many there were: `friendly`, `neutral`, `hostile` and `total`.
            metadata: Anything; left out when empty.
            operation_id: Your id of what happened; one is made by default.
            idempotency_key: Your key of this write; one is made by default.
            **extra: Further members of the payload.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        payload = pulses.pulse(
            pulse_type,
            score=score,
            reinforced=reinforced,
            weight=weight,
            contribution=contribution,
            members={"actions": actions, "interactions": interactions, "events": events},
            extra=extra,
        )
        kept = None if metadata == {} else metadata
        return self._submit("Action", payload, kept, operation_id, idempotency_key)

    def yield_pulse(
        self,
        pulse_type: str,
        *,
        y_delta: float = 1.0,
        support_delta: float | None = None,
        severity: str = "info",
        state_hint: str | None = None,
        contribution: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        **pulse_kwargs: Any,
    ) -> BitBlock:
        """Send a pulse that contributes a yield.

        Args:
            pulse_type: What kind of pulse it is.
            y_delta: How much was yielded.
            support_delta: How much time supports it, in seconds; the generation interval by default.
            severity: How grave it is.
            state_hint: The state that it hints at; the pulse type by default.
            contribution: Further members of the contribution; they go before those above.
            metadata: Anything; left out when empty.
            **pulse_kwargs: Arguments of `pulse`.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        found = {
            "role": "yield",
            "y_delta": y_delta,
            "support_delta": self._interval if support_delta is None else support_delta,
            "severity": severity,
            "state_hint": pulse_type if state_hint is None else state_hint,
            **({} if contribution is None else mapping("contribution", contribution)),
        }
        return self.pulse(pulse_type, contribution=found, metadata=metadata, **pulse_kwargs)

    def burden_pulse(
        self,
        pulse_type: str,
        *,
        burden_hint: float,
        omega_hint: float | None = None,
        severity: str = "warning",
        state_hint: str | None = None,
        contribution: Mapping[str, Any] | None = None,
        metadata: Mapping[str, Any] | None = None,
        **pulse_kwargs: Any,
    ) -> BitBlock:
        """Send a pulse that contributes a burden.

        Args:
            pulse_type: What kind of pulse it is.
            burden_hint: How much of a burden it is.
            omega_hint: How much it adds to omega; the burden by default.
            severity: How grave it is.
            state_hint: The state that it hints at; the pulse type by default.
            contribution: Further members of the contribution; they go before those above.
            metadata: Anything; left out when empty.
            **pulse_kwargs: Arguments of `pulse`.

        Raises:
            SbnError: The service refused.
            RuntimeError: The slot is not open, or closed.

        Operation: bitblocks_submit
        """
        found = {
            "role": "burden",
            "burden_hint": burden_hint,
            "omega_hint": burden_hint if omega_hint is None else omega_hint,
            "severity": severity,
            "state_hint": pulse_type if state_hint is None else state_hint,
            **({} if contribution is None else mapping("contribution", contribution)),
        }
        return self.pulse(pulse_type, contribution=found, metadata=metadata, **pulse_kwargs)

    def seal(self) -> SlotSeal:
        """Seal what the slot has of its current generation; it stays open, and may be sealed again.

        Never repeated by itself when its outcome is not clear.

        Raises:
            SbnError: The service refused, as it does for a closed slot.
            RuntimeError: The slot is not open yet.

        Operation: gateway_seal_slot
        """
        self._last_seal = self._gateway.seal_slot(self.slot_id)
        return self._last_seal

    def list_bitblocks(self, generation: int | None = None) -> list[BitBlock]:
        """List the BitBlocks of the slot.

        Args:
            generation: Only of this generation; 0 is one.

        Raises:
            RuntimeError: The slot is not open yet.

        Operation: bitblocks_list
        """
        return self._bitblocks.list(self.slot_id, generation=generation).bitblocks

    def find(self, *, operation_id: str | None = None, idempotency_key: str | None = None) -> BitBlock | None:
        """Find the BitBlock of the slot that was sent with these ids; None means that there is none.

        Args:
            operation_id: The id that it was sent with.
            idempotency_key: The key that it was sent with.

        Raises:
            ValueError: Neither is given; nothing was sent.
            RuntimeError: The slot is not open yet.

        Operation: bitblocks_list
        """
        return self._bitblocks.find(self.slot_id, operation_id=operation_id, idempotency_key=idempotency_key)

    def list_slot_blocks(self) -> dicts.SlotBlocks:
        """List the SmartBlocks of the slot.

        Raises:
            RuntimeError: The slot is not open yet.

        Operation: gateway_list_slot_blocks
        """
        return self._gateway.list_slot_blocks(self.slot_id)

    def close(self) -> SlotReceipt:
        """Close the slot. Called again, it asks the service again.

        Raises:
            SbnError: The service refused; the session is as it was.
            RuntimeError: The slot is not open yet.

        Operation: gateway_close_slot
        """
        closure = self._gateway.close_slot(self.slot_id)
        self._receipt = models.SlotReceipt.from_closure(closure, self.slot_id)
        return self._receipt

    def finalize(
        self,
        *,
        request_attestation: bool = False,
        snap_hash: str | None = None,
        snap_version: str = "1",
        frontier_id: str | None = None,
        target_project_id: str | None = None,
        block_type: str | None = None,
        domain: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        metrics: Mapping[str, Any] | None = None,
        submission_fields: Mapping[str, Any] | None = None,
        strict_attestation: bool = True,
    ) -> SlotFinalizeResult:
        """Close the slot, unless it is closed, and have a hash attested when asked to.

        What was attested is not sent again: the same call gives the same result.

        Args:
            request_attestation: Whether to have `snap_hash` attested.
            snap_hash: The hash; passed on as it is, with or without a prefix.
            snap_version: Version of the hash.
            frontier_id: The frontier.
            target_project_id: The project that the attestation is for.
            block_type: Type of the block.
            domain: Domain of the block.
            metadata: Anything, for the attestation. With one of the newer arguments (those of 0.14), its
                `type` and `domain` are also sent on their own where the two above are not given.
            metrics: Figures, for the attestation.
            submission_fields: Further members of the attestation; they replace none of those above.
            strict_attestation: Whether a failed attestation is raised. If not, the result has
                `attestation_error`.

        Returns:
            `close`, the receipt, `attestation`, the service's answer or None, and `attestation_error`.

        Raises:
            SbnError: The service refused; a receipt that was made is in `receipt` and on the error as
                `close_receipt`, and the call may be repeated.
            ValueError: An attestation needs `snap_hash`, or is nothing that JSON can say; nothing was
                sent and the slot stays as it is.
            TypeError: An argument is not of its type; likewise.
            RuntimeError: The slot is not open yet.

        Operation: gateway_close_slot, gateway_request_attestation
        """
        summary = None
        if request_attestation:
            if not snap_hash:
                raise ValueError("an attestation needs snap_hash='…', the hash that is to be attested")
            found = mapping("metadata", {} if metadata is None else metadata)
            # A call that 0.12 knows sends what it sent then.
            newer = (target_project_id, block_type, domain, submission_fields)
            read = found if not strict_attestation or any(each is not None for each in newer) else {}
            summary = models.SlotSummary(
                self.slot_id,
                snap_hash,
                snap_version,
                frontier_id,
                target_project_id,
                block_type or read.get("type"),
                domain or read.get("domain"),
                found,
                mapping("metrics", {} if metrics is None else metrics),
                mapping("submission_fields", {} if submission_fields is None else submission_fields),
            )
            # Refused now, and not when the slot is closed.
            calls.encode(attestation_call(summary))
        receipt = self._receipt or self.close()
        if summary is None:
            return models.SlotFinalizeResult(receipt)
        try:
            return models.SlotFinalizeResult(receipt, self._attest(summary))
        except ClientError as error:
            if strict_attestation:
                error.__dict__["close_receipt"] = receipt
                raise
            return models.SlotFinalizeResult(receipt, None, failure_facts(error))

    def __enter__(self) -> Self:
        if not self._bound:
            self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._receipt is not None:
            return
        if error is None:
            self.close()
            return
        try:
            self.close()
        except Exception as failure:  # noqa: BLE001  (whatever it is, the body's own error goes first)
            error.add_note(f"the slot {self.slot_id} could not be closed: {failure}")

    def __repr__(self) -> str:
        state = "new" if self._slot is None else "open" if self._receipt is None else "closed"
        return f"<{type(self).__name__} {self._task_type!r}, {state}>"

    def _submit(
        self,
        block_type: str,
        payload: Mapping[str, Any],
        metadata: Mapping[str, Any] | None,
        operation_id: str | None,
        idempotency_key: str | None,
        domain: str | None = None,
    ) -> BitBlock:
        slot_id = self.slot_id
        if self._receipt is not None:
            raise RuntimeError(f"the slot {slot_id} is closed and takes no more events; open another")
        block = self._bitblocks.submit(
            slot_id=slot_id,
            block_type=block_type,
            domain=optional_string("domain", domain) or self._domain,
            payload=payload,
            metadata=metadata,
            operation_id=operation_id,
            idempotency_key=idempotency_key,
        )
        self._submitted.append(block)
        return block

    def _signed(self, metadata: Mapping[str, Any] | None) -> dict[str, Any]:
        return {"worker_id": self._worker_id, **mapping("metadata", {} if metadata is None else metadata)}

    def _attest(self, summary: SlotSummary) -> dicts.Attestation:
        for known, attestation in self._attested:
            if known == summary:
                return attestation
        attestation = self._gateway.request_attestation(summary)
        self._attested.append((summary, attestation))
        return attestation


def _with(payload: dict[str, Any], contribution: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return a payload with a contribution, which brings what pulses have; without one as it is."""
    return payload if contribution is None else pulses.completed({**payload, "contribution": contribution})
