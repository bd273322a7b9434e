"""Keys, organisations and plans."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

LEVELS = ("read", "write", "admin")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an organisation may do.

    Attributes:
        requests: Requests per hour and key.
        agents: Agents it may have at once; provisional, as no number is documented.
    """

    requests: int
    agents: int


PLANS = {
    "starter": Plan(1_000, 5),
    "growth": Plan(10_000, 500),
    "enterprise": Plan(100_000, 1_000_000),
}
UNAUTHENTICATED_REQUESTS = 100


@dataclass(frozen=True, slots=True)
class Organisation:
    """A tenant."""

    id: str
    name: str
    plan: str


@dataclass(frozen=True, slots=True)
class Key:
    """An API key."""

    secret: str = field(repr=False)
    level: str
    organisation: Organisation
    user_id: str


DEMO = Organisation("org_demo", "Sandbox Demo", "enterprise")
STARTER = Organisation("org_starter", "Sandbox Starter", "starter")
GROWTH = Organisation("org_growth", "Sandbox Growth", "growth")


def _secret(name: str) -> str:
    return "als_" + hashlib.sha256(f"clientkit sandbox {name} key".encode()).hexdigest()


KEYS = {
    **{level: Key(_secret(level), level, DEMO, f"user_{level}") for level in LEVELS},
    # All rights, but in organisations of their own with the smaller plans.
    "starter": Key(_secret("starter"), "admin", STARTER, "user_starter"),
    "growth": Key(_secret("growth"), "admin", GROWTH, "user_growth"),
}
REVOKED = _secret("revoked")
_BY_SECRET = {key.secret: key for key in KEYS.values()}


def key_of_secret(secret: str) -> Key | None:
    """Return the key with a secret, None for an unknown one."""
    return _BY_SECRET.get(secret)
