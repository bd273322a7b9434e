"""Everything the sandbox knows. Records are the JSON of the wire; what it does not show is next to them."""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from clientkit_sandbox._sbn.hashing import payload_hash
from clientkit_sandbox.engine import Environment, Problem, timestamp

Json = dict[str, Any]

LIVE_KEY = "sbn_live_5a4db0x0000000000000000000000001"
TEST_KEY = "sbn_test_5a4db0x0000000000000000000000002"
READ_KEY = "sbn_live_5a4db0x0000000000000000000000003"
REVOKED_KEY = "sbn_live_5a4db0x0000000000000000000000004"
CONSOLE_TOKEN = "console_5a4db0x0000000000000000000000005"  # noqa: S105  (opens nothing but the sandbox)
DEMO_PROJECT = "proj-123"
DEMO_DRAFT = "custom.demo.v1"
ALL_SCOPES = ("attest.write", "receipts.read", "snapchore.seal")
LIMITS = {
    "sandbox": (5_000, 25_000, 100_000),
    "builder": (100_000, 1_000_000, 2_000_000),
    "network": (None, None, None),
}
# Provisional, all of it.
BUDGET: Json = {
    "max_hourly_usd": 10.0,
    "max_daily_usd": 100.0,
    "max_monthly_usd": 1000.0,
    "max_concurrent_leases": 2,
    "max_bid_usd_hr": 2.0,
    "enabled": True,
}


def new_id(prefix: str) -> str:
    """Return an id that nobody has seen."""
    return f"{prefix}_{secrets.token_hex(8)}"


def missing(what: str, key: str) -> Problem:
    """Return the answer for a record that is not there."""
    return Problem(404, "not_found", f"There is no {what} {key}")


def invalid(field_name: str, message: str) -> Problem:
    """Return the answer for a value that a schema cannot refuse."""
    return Problem(422, "validation_error", f"{field_name} {message}")


def moment(name: str, value: str) -> datetime:
    """Return a time as it is written on the wire; one without an offset is in UTC.

    Raises:
        Problem: 422, when it is none.
    """
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise invalid(name, "must be an ISO 8601 time") from None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


@dataclass
class Key:
    """An API key: its secret, its record, and what happened to it."""

    secret: str = field(repr=False)
    record: Json
    events: list[Json] = field(default_factory=list)
    used: Counter[str] = field(default_factory=Counter)
    app_id: str | None = None


@dataclass
class Slot:
    """A slot with its BitBlocks and, once it is closed, its SmartBlocks."""

    record: Json
    opened: datetime
    interval: float
    bitblocks: list[Json] = field(default_factory=list)
    blocks: list[Json] = field(default_factory=list)
    closure: Json | None = None
    active: datetime | None = None


@dataclass
class App:
    """An Atlas app."""

    record: Json
    secret: str = field(repr=False)
    specs: list[Json]
    ttl: int
    bindings: dict[str, Json] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    history: list[Json] = field(default_factory=list)


@dataclass
class Reality:
    """Facts, the evidence for and against them, and the sources they come from, by their ids."""

    facts: dict[str, Json] = field(default_factory=dict)
    evidence: dict[str, Json] = field(default_factory=dict)
    ingestions: dict[str, Json] = field(default_factory=dict)
    suggestions: dict[str, Json] = field(default_factory=dict)


@dataclass
class Lease:
    """A machine that is leased; it costs until it ends."""

    record: Json
    begun: datetime
    ended: datetime | None = None


@dataclass
class Compute:
    """What a project leases."""

    budget: Json
    killed: bool = False
    reason: str | None = None
    leases: dict[str, Lease] = field(default_factory=dict)
    receipts: list[Json] = field(default_factory=list)
    invoices: dict[str, Json] = field(default_factory=dict)


@dataclass
class Lattice:
    """Workflows by their ids, how their steps ended, and edges between anything."""

    workflows: dict[str, Json] = field(default_factory=dict)
    outcomes: dict[str, list[Json]] = field(default_factory=dict)
    edges: list[Json] = field(default_factory=list)
    runs: dict[str, list[Json]] = field(default_factory=dict)


@dataclass
class Signal:
    """A signal of NUMA: the lane that it is on, and since when."""

    record: Json
    lane: str
    at: datetime
    acknowledged: bool = False


@dataclass
class Numa:
    """Signals in the order of their times, hints, and forecasts by frontier."""

    signals: list[Signal] = field(default_factory=list)
    hints: list[Json] = field(default_factory=list)
    forecasts: dict[str, Json] = field(default_factory=dict)


@dataclass
class Project:
    """A project of the console."""

    record: Json
    settings: Json = field(default_factory=dict)
    audit: list[Json] = field(default_factory=list)
    webhooks: dict[str, Json] = field(default_factory=dict)
    webhook_secrets: dict[str, str] = field(default_factory=dict, repr=False)
    deliveries: list[Json] = field(default_factory=list)
    compute: Compute = field(default_factory=lambda: Compute(dict(BUDGET)))


class State:
    """Everything the sandbox knows."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.public_keys: dict[str, str] = {}
        self.slots: dict[str, Slot] = {}
        self.blocks: dict[str, Json] = {}
        self.receipts: dict[str, Json] = {}
        self.ledger: list[Json] = []
        self.sealed: dict[str, Json] = {}
        self.queue: dict[str, Json] = {}
        self.cards: dict[str, Json] = {}
        self.chains: dict[str, Json] = {}
        self.snapchore_keys: dict[str, Json] = {}
        self.projects: dict[str, Project] = {}
        self.keys: dict[str, Key] = {}
        self.rate_plans: dict[str, Json] = {}
        self.tenants: dict[str, Json] = {}
        self.validators: dict[str, dict[str, Json]] = {}
        self.frontiers: dict[str, Json] = {}
        self.couplings: list[Json] = []
        self.apps: dict[str, App] = {}
        self.tokens: dict[str, tuple[str, datetime]] = {}
        self.reality = Reality()
        self.custom_frontiers: dict[str, Json] = {}
        self.calibrated_from: dict[str, int] = {}
        self.proposals: dict[str, Json] = {}
        self.lattice = Lattice()
        self.numa = Numa()
        self.session_project = DEMO_PROJECT
        self.drops_doubles = False

    def now(self) -> datetime:
        """Return the time."""
        return self.environment.clock.now()

    def stamp(self) -> str:
        """Return the time as the wire has it."""
        return timestamp(self.now())

    def hash(self, payload: Json, volatile_keys: list[str] | None = None) -> str:
        """Return the SnapChore hash of a payload.

        Raises:
            Problem: 422, when it has none.
        """
        try:
            return payload_hash(payload, volatile_keys or ())
        except ValueError as error:
            raise invalid("payload", str(error)) from None

    def enter(self, found: str, source: str, domain: str | None, project: str) -> None:
        """Enter a hash in the ledger."""
        self.ledger.append(
            {
                "hash": found,
                "source": source,
                "domain": domain,
                "created_at": self.stamp(),
                "project_id": project,
            }
        )

    def issue_receipt(self, subject_type: str, subject_id: str, payload: Json, **facts: Any) -> Json:
        """Issue a receipt."""
        receipt = {
            "id": new_id("rcpt"),
            "subject_id": subject_id,
            "subject_type": subject_type,
            "tenant_id": None,
            "signer_id": "sandbox-signer",
            "snapchore_hash": self.hash(payload),
            "created_at": self.stamp(),
            "payload": payload,
            "metadata": {},
            **facts,
        }
        self.receipts[receipt["id"]] = receipt
        return receipt

    def add_key(
        self,
        project_id: str,
        label: str,
        plan: str = "sandbox",
        scopes: tuple[str, ...] | list[str] = ALL_SCOPES,
        secret: str | None = None,
        **frontiers: Any,
    ) -> Key:
        """Make an API key."""
        secret = secret or f"sbn_live_{secrets.token_hex(20)}"
        attestations, events, reads = LIMITS.get(plan, LIMITS["sandbox"])
        record = {
            "id": new_id("key"),
            "project_id": project_id,
            "label": label,
            "prefix": secret[:12],
            "rate": "standard",
            "scopes": list(scopes),
            "plan": plan,
            "revoked": False,
            "limits": {
                "attestations_per_month": attestations,
                "snapchore_events_per_month": events,
                "facts_reads_per_month": reads,
            },
            "default_frontier": frontiers.get("default_frontier"),
            "allowed_frontiers": frontiers.get("allowed_frontiers"),
        }
        key = self.keys[secret] = Key(secret, record)
        self.note(key, "created")
        return key

    def note(self, key: Key, what: str) -> None:
        """Note what happened to a key."""
        key.events.append({"event": what, "created_at": self.stamp()})

    def key_of_id(self, key_id: str, project_id: str | None = None) -> Key:
        """Return the key with an id.

        Raises:
            Problem: 404.
        """
        for key in self.keys.values():
            if key.record["id"] == key_id and project_id in (None, key.record["project_id"]):
                return key
        raise missing("key", key_id)

    def project(self, project_id: str) -> Project:
        """Return a project.

        Raises:
            Problem: 404.
        """
        if project_id not in self.projects:
            raise missing("project", project_id)
        return self.projects[project_id]

    def add_project(self, name: str, project_id: str | None = None, plan: str = "sandbox") -> Project:
        """Make a project."""
        record: Json = {
            "id": project_id or new_id("proj"),
            "name": name,
            "description": "",
            "plan": plan,
            "archived": False,
            "created_at": self.stamp(),
        }
        project = self.projects[record["id"]] = Project(record)
        return project

    def frontier(self, frontier_id: str) -> Json:
        """Return a frontier.

        Raises:
            Problem: 404.
        """
        if frontier_id not in self.frontiers:
            raise missing("frontier", frontier_id)
        return self.frontiers[frontier_id]

    def add_frontier(self, path: str, kind: str = "scoring", pulse: str | None = "slot_stream") -> Json:
        """Make a frontier, unless it is there; its numbers are provisional."""
        return self.frontiers.setdefault(
            path,
            {
                "canonical_path": path,
                "app_family": ".".join(path.split(".")[:2]),
                "frontier_kind": kind,
                "c_max": 1.0,
                "regime": "slack",
                "metallic_label": "silver",
                "lambda_score": 0.5,
                "pulse_type": pulse,
            },
        )

    def add_custom_frontier(self, frontier_id: str) -> Json:
        """Make a custom frontier, a draft, unless it is there."""
        draft = {"id": frontier_id, "state": "draft", "c_max": None, "created_at": self.stamp()}
        return self.custom_frontiers.setdefault(frontier_id, draft)


def demo_state(environment: Environment) -> State:
    """Return what the sandbox begins with."""
    state = State(environment)
    state.add_project("Demo", DEMO_PROJECT, plan="builder")
    state.add_key(DEMO_PROJECT, "live", "builder", secret=LIVE_KEY)
    state.add_key(DEMO_PROJECT, "test", "sandbox", secret=TEST_KEY)
    state.add_key(DEMO_PROJECT, "read", "sandbox", ["receipts.read"], secret=READ_KEY)
    revoked = state.add_key(DEMO_PROJECT, "revoked", secret=REVOKED_KEY)
    revoked.record["revoked"] = True
    plan: Json = {
        "id": "plan_starter",
        "name": "Starter",
        "sla_tier": "standard",
        "daily_quota": 10_000,
        "burst_limit_per_minute": 600,
        "description": "For a start.",
        "created_at": state.stamp(),
    }
    state.rate_plans[plan["id"]] = plan
    for path in ("grid.atomic_rentals.streaming", "kinetic.pushup.amrap.v1", "kinetic.session.integrity.v1"):
        state.add_frontier(path)
    state.add_custom_frontier(DEMO_DRAFT)
    return state
