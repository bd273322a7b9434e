"""Where the tests go: to the service that the environment names, else to its sandbox."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from clientkit_sandbox._catalog import load_service

# Say it to allow what costs money, or leaves behind what cannot be taken back.
ALLOW_COSTLY = "CONGRUENCE_COSTLY"


@dataclass(frozen=True)
class Target:
    """A service at its addresses.

    Attributes:
        service: Its name.
        facts: Addresses and credentials, by the names that the sandbox has for them.
        is_live: Whether the environment named it.
    """

    service: str
    facts: Mapping[str, str]
    is_live: bool

    @property
    def allows_costly(self) -> bool:
        """Whether tests may do what costs money or stays."""
        return not self.is_live or os.environ.get(ALLOW_COSTLY, "") not in ("", "0")

    def __str__(self) -> str:
        # An address may hold credentials before its host.
        address = next(iter(self.facts.values())).rpartition("@")[2] if self.is_live else "the sandbox"
        return f"{self.service}: {address}{'' if self.allows_costly else ', nothing that costs or stays'}"


def from_environment(service: str) -> Target | None:
    """Return the service that the environment names, such as by ALSORN_BASE_URL and ALSORN_API_KEY.

    None when it gives no address.
    """
    known = load_service(service)
    given = {
        fact: os.environ.get(variable(service, fact), "") for fact in [*known.daemons, *known.credentials]
    }
    if not any(given[fact] for fact in known.daemons):
        return None
    if missing := [variable(service, fact) for fact, value in given.items() if not value]:
        pytest.fail(f"to test against a service, set {', '.join(missing)} as well", pytrace=False)
    return Target(service, given, is_live=True)


def variable(service: str, fact: str) -> str:
    """Return the environment variable of a fact, the one that the quickstarts read."""
    return f"{service}_{fact}".upper()
