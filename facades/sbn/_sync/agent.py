# Derived from facades/sbn/_async/agent.py by make generate; edit that file.
"""The client of an agent: what it needs of the SmartBlocks Network and no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from clientkit.product import Product
from sbn._sync.network import NetworkClient
from sbn.config import AGENT
from sbn.keys import SigningKey

if TYPE_CHECKING:
    from sbn._sync.raw import RawAgentClient


class AgentClient(NetworkClient):
    """A client for an agent: slots, hashes, facts, workflows, proposals, signals and receipts.

    It is `SbnClient` without what belongs to those who run a project, such as keys, plans, leases
    and Atlas. That keeps a program tidy and no agent out: what a credential may do, the service decides.

    Args:
        base_url: Where the service is; a path prefix is kept. By default the environment variable
            `SBN_BASE_URL`, else `http://localhost:8090`. Production is `https://api.smartblocks.network`.
        tenant_id: The tenant to act for.
        retry: How often and how long to try again; the documented form of `max_retries`.
        timeout: Seconds that one attempt may take, the whole of it; None for no limit.
        user_agent: What to send as `User-Agent`.
        transport: An httpx transport to send through, for tests.
        max_retries: Attempts beyond the first, for calls that are safe to repeat; 2 by default.
        headers: Header fields to send with every call.
        http_client: An `httpx.Client` to send through; it stays yours to close.
        engine: What to send through: `httpcore` or `httpcore2`; by default what `CLIENTKIT_ENGINE`
            names or is installed.
        **extras: `deadline`, `validate_requests`, `middleware`, `tracing` and the limits of sizes, as
            `with_options` takes them.
        generate_ids: Whether a BitBlock gets an operation id and an idempotency key when none is given.

    Raises:
        SbnConfigurationError: An argument cannot work.
    """

    _product: ClassVar[Product] = AGENT

    def authenticate_signing_key(
        self,
        signing_key: SigningKey,
        *,
        subject: str = "sbn-agent",
        scopes: Iterable[str] = ("attest.write",),
        cdna: str = "agent",
        ttl_seconds: float = 300,
    ) -> None:
        """Send short-lived tokens signed with a key from now on, and no other credential.

        As with every client of the network, for a subject and a `cdna` that say agent.

        Args:
            signing_key: The key.
            subject: The claim `sub`.
            scopes: What the tokens may do.
            cdna: The claim `cdna`.
            ttl_seconds: Lifetime of a token, in seconds, above 0.

        Raises:
            ValueError: The lifetime is not above 0.
            TypeError: `scopes` is not a list of strings.
        """
        super().authenticate_signing_key(
            signing_key, subject=subject, scopes=scopes, cdna=cdna, ttl_seconds=ttl_seconds
        )

    if TYPE_CHECKING:

        @property
        def raw(self) -> RawAgentClient:
            """A view whose methods return answers as they came, as `RawAnswer[...]`."""
