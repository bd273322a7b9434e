"""What the methods of the client return, and the two values that some of them take.

Every answer is the generated model of the wire with three differences: a field that the service did not
send has the documented default, else None; free-form objects are plain dicts; and it reads bare answers
as well as those inside `data`. Fields that the service adds one day are in `additional_properties`, and
under `model["name"]`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar

from attrs import define, field
from clientkit.operation import given
from sbn_api import models as wire

from sbn.answers import rows, unwrapped
from sbn.checks import filled_object, identifier

M = TypeVar("M", bound="Answer")


class Answer:
    """What the models of answers share."""

    __slots__ = ()
    _absent: ClassVar[Any] = None
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _times: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def from_dict(cls, src_dict: Any) -> Self:
        """Read the JSON object of an answer, bare or inside `data`."""
        data = unwrapped(src_dict)
        self: Self = super().from_dict(data)  # type: ignore[misc]
        for name, default in cls._defaults.items():
            value = _plain(getattr(self, name))
            if value is None:
                value = default() if callable(default) else default
            setattr(self, name, value)
        for name in cls._times:
            # A time that cannot be read is as good as none.
            if not isinstance(getattr(self, name), datetime):
                setattr(self, name, None)
        self._complete(data)
        return self

    def _complete(self, data: Mapping[str, Any]) -> None:
        """Fill what is read in a way of its own."""


def _plain(value: Any) -> Any:
    if isinstance(value, wire.JsonObject):
        return value.additional_properties
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value


class SlotHandle(Answer, wire.SlotHandle):
    """A slot, as it was opened."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"state": "unknown", "metadata": dict}
    _times: ClassVar[tuple[str, ...]] = ("opened_at",)

    worker_id: str | None
    task_type: str | None
    state: str
    opened_at: datetime | None
    scheduler_key: str | None
    receipt_id: str | None
    metadata: dict[str, Any]  # type: ignore[assignment]


class SlotClosure(Answer, wire.SlotClosure):
    """What became of a slot that was closed."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "blocks_composed": 0,
        "blocks_attested": 0,
        "compose_receipts": list,
    }
    _times: ClassVar[tuple[str, ...]] = ("closed_at",)

    closed_at: datetime | None
    blocks_composed: int
    blocks_attested: int
    compose_receipts: list[dict[str, Any]]  # type: ignore[assignment]


@define
class SlotReceipt:
    """What a slot session has to show for its slot.

    Attributes:
        slot_id: Id of the slot.
        receipt_id: Receipt of the closure; None when the service sent none.
        closed_at: When the slot was closed, in ISO 8601; None when that is not known.
        blocks_composed: SmartBlocks that were composed.
        blocks_attested: SmartBlocks that were attested.
        compose_receipts: Receipts of the composed blocks.
    """

    slot_id: str
    receipt_id: str | None
    closed_at: str | None = None
    blocks_composed: int = 0
    blocks_attested: int = 0
    compose_receipts: list[dict[str, Any]] = field(factory=list)

    @classmethod
    def from_closure(cls, closure: SlotClosure, slot_id: str) -> Self:
        """Take over what is known of a closure."""
        return cls(
            closure.slot_id or slot_id,
            closure.receipt_id,
            None if closure.closed_at is None else closure.closed_at.isoformat(),
            closure.blocks_composed,
            closure.blocks_attested,
            list(closure.compose_receipts),
        )


@define
class SlotFinalizeResult:
    """A closed slot and the attestation that was asked for.

    Attributes:
        close: The receipt of the closure.
        attestation: The service's answer; None when no attestation was asked for.
    """

    close: SlotReceipt
    attestation: dict[str, Any] | None = None


@define
class SlotCreateRequest:
    """A slot to open, as `sbn_gateway` takes it.

    Attributes:
        worker_id: Who works in the slot.
        task_type: What is worked on.
        generation_interval: Length of a generation of BitBlocks, in seconds.
        metadata: Anything.
    """

    worker_id: str
    task_type: str
    generation_interval: int | None = None
    metadata: dict[str, Any] | None = None


@define
class SlotSummary:
    """A hash to attest.

    Attributes:
        slot_id: The slot that the hash belongs to.
        snap_hash: The hash; passed on as it is, with or without a prefix.
        snap_version: Version of the hash.
        frontier_id: The frontier; it goes into the metadata as well, unless they name one.
        metadata: Anything.
        metrics: Figures.
    """

    slot_id: str
    snap_hash: str
    snap_version: str = "1"
    frontier_id: str | None = None
    metadata: dict[str, Any] = field(factory=dict)
    metrics: dict[str, Any] = field(factory=dict)

    def to_request(self) -> wire.AttestationRequest:
        """Return the body of the request.

        Raises:
            ValueError: The slot or the hash is missing.
        """
        metadata = dict(self.metadata or {})
        if self.frontier_id:
            metadata.setdefault("frontier_id", self.frontier_id)
        return wire.AttestationRequest(
            slot_id=identifier("slot_id", self.slot_id),
            snap_hash=identifier("snap_hash", self.snap_hash),
            snap_version=self.snap_version,
            frontier_id=given(self.frontier_id or None),
            metadata=filled_object("metadata", metadata),
            metrics=filled_object("metrics", self.metrics),
        )


class Receipt(Answer, wire.Receipt):
    """A receipt."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"payload": dict, "metadata": dict}
    _times: ClassVar[tuple[str, ...]] = ("created_at",)

    subject_id: str | None
    subject_type: str | None
    tenant_id: str | None
    signer_id: str | None
    snapchore_hash: str | None
    created_at: datetime | None
    payload: dict[str, Any]  # type: ignore[assignment]
    metadata: dict[str, Any]  # type: ignore[assignment]


class BitBlock(Answer, wire.BitBlock):
    """A BitBlock. `created_at` is text, as the service sends it."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "id": "",
        "slot_id": "",
        "block_type": "",
        "generation": 0,
        "payload": dict,
        "metadata": dict,
    }

    id: str
    slot_id: str
    block_type: str
    generation: int
    domain: str | None
    payload: dict[str, Any]  # type: ignore[assignment]
    metadata: dict[str, Any]  # type: ignore[assignment]
    snap_hash: str | None
    composed_block_id: str | None
    created_at: str | None

    def _complete(self, data: Mapping[str, Any]) -> None:
        # A number that is written as text is one all the same.
        if isinstance(self.generation, str) and self.generation.isdecimal():
            self.generation = int(self.generation)


class BitBlockList(Answer, wire.BitBlockList):
    """BitBlocks of a slot; `count` is their number when the service sends none."""

    __slots__ = ()

    bitblocks: list[BitBlock]  # type: ignore[assignment]
    slot_id: str | None
    count: int

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.bitblocks = [BitBlock.from_dict(each) for each in rows(data, "bitblocks")]
        if not isinstance(self.count, int):
            self.count = len(self.bitblocks)


class ApiKeyLimits(Answer, wire.ApiKeyLimits):
    """What a key may do in a month; None is no limit that is known."""

    __slots__ = ()

    attestations_per_month: int | None
    snapchore_events_per_month: int | None
    facts_reads_per_month: int | None


class ApiKeyRecord(Answer, wire.ApiKeyRecord):
    """What is known of a key; never the key itself."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "label": "",
        "prefix": "",
        "rate": "",
        "scopes": list,
        "plan": "sandbox",
        "revoked": False,
    }

    project_id: str | None
    label: str
    prefix: str
    rate: str
    scopes: list[str]
    plan: str
    revoked: bool
    limits: ApiKeyLimits
    default_frontier: str | None
    allowed_frontiers: list[str] | None

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.project_id = self.project_id or data.get("projectId")
        self.default_frontier = self.default_frontier or data.get("defaultFrontier")
        self.allowed_frontiers = self.allowed_frontiers or data.get("allowedFrontiers")
        self.revoked = bool(self.revoked)
        self.limits = ApiKeyLimits.from_dict(data.get("limits") or {})


class ProjectUsage(Answer, wire.ProjectUsage):
    """Usage of a project in a month."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"keys": list}

    project_id: str | None
    month: str | None
    keys: list[dict[str, Any]]  # type: ignore[assignment]


class RatePlan(Answer, wire.RatePlan):
    """A rate plan."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"sla_tier": "", "daily_quota": 0, "burst_limit_per_minute": 0}

    name: str | None
    sla_tier: str
    daily_quota: int
    burst_limit_per_minute: int
    description: str | None
    created_at: str | None


class TenantSummary(Answer, wire.TenantSummary):
    """A tenant in short."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "status": "provisioning",
        "rate_plan_id": "",
        "sla_tier": "",
        "aggregator_endpoint": "",
        "validator_count": 0,
    }

    name: str | None
    status: str
    rate_plan_id: str
    sla_tier: str
    aggregator_endpoint: str
    validator_count: int


class Validator(Answer, wire.Validator):
    """A validator."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"status": "registered"}

    endpoint: str | None
    status: str
    region: str | None
    registered_at: str | None
    last_seen_at: str | None


class TenantDetail(Answer, wire.TenantDetail):
    """A tenant with its plan and validators.

    `summary` is read from the fields beside it when the service sends none.
    """

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"tenant": dict}

    tenant: dict[str, Any]  # type: ignore[assignment]
    rate_plan: RatePlan | None
    validators: list[Validator]  # type: ignore[assignment]
    summary: TenantSummary

    def _complete(self, data: Mapping[str, Any]) -> None:
        plan, summary = data.get("rate_plan"), data.get("summary")
        self.rate_plan = RatePlan.from_dict(plan) if isinstance(plan, Mapping) else None
        self.validators = [Validator.from_dict(each) for each in rows(data, "validators")]
        self.summary = TenantSummary.from_dict(summary if isinstance(summary, Mapping) else data)


class AtlasBinding(Answer, wire.AtlasBinding):
    """A workflow of an app with the state of its frontier."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {
        "workflow": "default",
        "regime": "unknown",
        "auto_provisioned": True,
    }

    workflow: str
    frontier: str | None
    c_max: float | None
    regime: str
    metallic_label: str | None
    lambda_score: float | None
    auto_provisioned: bool
    env_prefix: str | None


class AtlasConfig(Answer, wire.AtlasEnv):
    """What was provisioned for an app."""

    __slots__ = ()
    _defaults: ClassVar[Mapping[str, Any]] = {"env_vars": dict}

    app_id: str | None
    client_id: str | None
    app_name: str | None
    bindings: list[AtlasBinding]  # type: ignore[assignment]
    env_vars: dict[str, str]  # type: ignore[assignment]

    def _complete(self, data: Mapping[str, Any]) -> None:
        self.bindings = [AtlasBinding.from_dict(each) for each in rows(data, "bindings")]


def list_of(model: type[M], *names: str) -> Callable[[Any], list[M]]:
    """Return what reads a list of models, bare, under `data` or under one of the names."""

    def read(data: Any) -> list[M]:
        return [model.from_dict(row) for row in rows(data, *names)]

    return read
