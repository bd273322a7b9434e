"""Evidence chains: proofs in an order that cannot be changed afterwards without being noticed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from clientkit.results import Result

from pgdag.artifact import ProofArtifact
from pgdag.envelope import canonical_fingerprint
from pgdag.network import Call, ask, awaited, direct, look, must_block, now, rows_of, takes
from pgdag.network import field as field_of
from pgdag.values import now_utc


def chain_id(type: str, key: str) -> str:
    """Return the id of a chain.

    Args:
        type: What is chained, such as `payrun`.
        key: Which one.

    Example:
        >>> chain_id("payrun", "batch-42")
        'chain:payrun:batch-42'
    """
    return f"chain:{type}:{key}"


@dataclass
class ChainEntry(Result):
    """An entry of a chain.

    Attributes:
        chain_id: The chain.
        sequence: Its place, from 0.
        proof_hash: Hash of the proof.
        step_id: Step of the proof.
        run_id: Run of the proof.
        entry_hash: Hash over all of those and the previous one.
        prev_hash: Hash of the entry before; empty in the first.
        metadata: Anything; no part of the hash.
        appended_at: When it was appended; no part of the hash.
    """

    chain_id: str
    sequence: int
    proof_hash: str
    step_id: str
    run_id: str
    entry_hash: str
    prev_hash: str
    metadata: dict[str, Any] = field(default_factory=dict)
    appended_at: datetime = field(default_factory=now_utc)


@dataclass(repr=False)
class ChainState(Result):
    """A chain.

    Attributes:
        chain_id: Its id.
        length: How many entries it has.
        head_hash: Hash of the last one; empty when there is none.
        entries: The entries.
        verified: Whether somebody found it healthy; nobody here says so.
        last_verified_at: When.
    """

    chain_id: str
    length: int = 0
    head_hash: str = ""
    entries: list[ChainEntry] = field(default_factory=list)
    verified: bool = False
    last_verified_at: datetime | None = None


@dataclass
class ChainHealthReport(Result):
    """Whether a chain is what it was.

    Attributes:
        chain_id: The chain.
        healthy: Whether it is.
        length: How many entries it has.
        broken_at: Sequence of the first entry that is wrong.
        error: What is wrong with it.
        checked_at: When this was found.
    """

    chain_id: str
    healthy: bool
    length: int = 0
    broken_at: int | None = None
    error: str | None = None
    checked_at: datetime = field(default_factory=now_utc)


class EvidenceChainManager:
    """Keeps chains here, and appends to those of the network as well. Its failures are reported.

    Args:
        snapchore: Has `create_chain(id)` and `append_to_chain(id, block_hash=…, metadata=…)`, or
            `append_to_chain(id, entry)`; None for chains that are here alone.
        sbn_client: A client that has it under `snapchore`.
    """

    def __init__(self, snapchore: Any = None, sbn_client: Any = None) -> None:
        self._snapchore = getattr(sbn_client, "snapchore", None) if snapchore is None else snapchore
        self._chains: dict[str, ChainState] = {}
        self._created: set[str] = set()

    @property
    def is_remote(self) -> bool:
        """Whether chains are in the network as well."""
        return self._snapchore is not None

    def ensure_chain(self, chain_id: str) -> None:
        """Create a chain, unless there is one.

        Args:
            chain_id: Id of the chain.

        Raises:
            BlockingCallError: The client is asynchronous; await `aensure_chain`.
        """
        must_block(self._snapchore, "create_chain")
        now(self._ensured(direct, chain_id))

    async def aensure_chain(self, chain_id: str) -> None:
        """Do what `ensure_chain` does, with a sync or async client.

        Args:
            chain_id: Id of the chain.
        """
        await self._ensured(awaited, chain_id)

    def append(
        self,
        chain_id: str,
        proof: ProofArtifact,
        run_id: str = "",
        *,
        metadata: dict[str, Any] | None = None,
    ) -> ChainEntry:
        """Append a proof to a chain, which is created when there is none.

        Args:
            chain_id: The chain.
            proof: The proof.
            run_id: Its run.
            metadata: Anything; no part of the entry's hash.

        Raises:
            BlockingCallError: The client is asynchronous; await `aappend`.
        """
        must_block(self._snapchore, "append_to_chain")
        return now(self._appended(direct, chain_id, proof, run_id, metadata))

    async def aappend(
        self,
        chain_id: str,
        proof: ProofArtifact,
        run_id: str = "",
        *,
        metadata: dict[str, Any] | None = None,
    ) -> ChainEntry:
        """Do what `append` does, with a sync or async client.

        Args:
            chain_id: Id of the chain.
            proof: The proof.
            run_id: Id of the run.
            metadata: What is stored with the entry.
        """
        return await self._appended(awaited, chain_id, proof, run_id, metadata)

    async def places(self, chain_id: str, known: int) -> dict[str, int]:
        """Return what a chain of the network has that is not known here.

        Args:
            chain_id: The chain.
            known: How many of its entries are known.

        Returns:
            The places of the entries in the chain, by the hashes of their proofs.

        Raises:
            NoAnswerError: That is not known.
        """
        if self._snapchore is None:
            return {}
        chain = await look(self._snapchore, "get_chain", chain_id)
        return {
            str(field_of(entry, "block_hash")): place
            for place, entry in enumerate(rows_of(chain, "entries", "length"))
            if _sequence(entry, known) >= known
        }

    async def exists(self, chain_id: str) -> bool:
        """Tell whether the network has a chain.

        Args:
            chain_id: Id of the chain.

        Raises:
            NoAnswerError: That is not known.
        """
        return await look(self._snapchore, "get_chain", chain_id) is not None

    def restore(self, chain_id: str, links: Iterable[tuple[str, str]], run_id: str = "") -> None:
        """Make a chain as it is in the network already; nothing is sent.

        Args:
            chain_id: The chain; what is here of it is forgotten.
            links: Step and proof hash of each entry.
            run_id: Run of all of them.
        """
        self._chains[chain_id] = ChainState(chain_id)
        for step_id, proof_hash in links:
            self._add(chain_id, proof_hash, step_id, run_id, {})

    def get_chain(self, chain_id: str) -> ChainState:
        """Return a chain; an unknown one is empty.

        Args:
            chain_id: Id of the chain.
        """
        return self._chains.get(chain_id) or ChainState(chain_id)

    def chain_ids(self) -> list[str]:
        """Return the ids of the chains."""
        return list(self._chains)

    def verify(self, chain_id: str) -> ChainHealthReport:
        """Follow the links of a chain, up to the first that is broken.

        Args:
            chain_id: Id of the chain.
        """
        chain, previous = self.get_chain(chain_id), ""
        for entry in chain.entries:
            problem = None
            if entry.prev_hash != previous:
                problem = "prev_hash"
            elif entry.entry_hash != _entry_hash(entry):
                problem = "entry_hash"
            if problem is not None:
                text = f"{problem} mismatch at seq {entry.sequence}"
                return ChainHealthReport(chain_id, False, len(chain.entries), entry.sequence, text)
            previous = entry.entry_hash
        return ChainHealthReport(chain_id, True, len(chain.entries))

    async def _ensured(self, call: Call, chain_id: str) -> None:
        self._chains.setdefault(chain_id, ChainState(chain_id))
        if self._snapchore is not None and chain_id not in self._created:
            # 409 is the answer that there is one, such as that of a run that is resumed.
            await ask(call, self._snapchore, "create_chain", chain_id, quiet=(409,))
            self._created.add(chain_id)

    async def _appended(
        self, call: Call, chain_id: str, proof: ProofArtifact, run_id: str, metadata: dict[str, Any] | None
    ) -> ChainEntry:
        await self._ensured(call, chain_id)
        entry = self._add(chain_id, proof.proof_hash, proof.step_id, run_id, dict(metadata or {}))
        if self._snapchore is not None:
            await self._sent(call, entry)
        return entry

    async def _sent(self, call: Call, entry: ChainEntry) -> None:
        facts = {**_covered(entry), "entry_hash": entry.entry_hash}
        given: dict[str, Any] = {}
        places: tuple[Any, ...] = (entry.chain_id, {**facts, "metadata": entry.metadata})
        if takes(self._snapchore, "append_to_chain", "block_hash"):
            given = {"block_hash": entry.proof_hash, "metadata": {**entry.metadata, **facts}}
            places = (entry.chain_id,)
        await ask(call, self._snapchore, "append_to_chain", *places, step_id=entry.step_id, **given)

    def _add(
        self, chain_id: str, proof_hash: str, step_id: str, run_id: str, metadata: dict[str, Any]
    ) -> ChainEntry:
        chain = self._chains[chain_id]
        entry = ChainEntry(chain_id, chain.length, proof_hash, step_id, run_id, "", chain.head_hash, metadata)
        entry = replace(entry, entry_hash=_entry_hash(entry))
        chain.entries.append(entry)
        chain.length, chain.head_hash = len(chain.entries), entry.entry_hash
        return entry


class ChainHealthTracker:
    """Verifies a number of chains at once.

    Args:
        manager: Has the chains.
    """

    def __init__(self, manager: EvidenceChainManager) -> None:
        self._manager = manager
        self._registered: dict[str, None] = {}

    def register_chain(self, chain_id: str) -> None:
        """Look at this chain too.

        Args:
            chain_id: Id of the chain.
        """
        self._registered[chain_id] = None

    def verify_all(self) -> list[ChainHealthReport]:
        """Return a report on each chain, in the order of registration."""
        return [self._manager.verify(chain) for chain in self._registered]

    def any_broken(self) -> bool:
        """Tell whether one of them is broken."""
        return any(not report.healthy for report in self.verify_all())


def _covered(entry: ChainEntry) -> dict[str, Any]:
    """Return what the hash of an entry covers."""
    return {
        "chain_id": entry.chain_id,
        "sequence": entry.sequence,
        "proof_hash": entry.proof_hash,
        "step_id": entry.step_id,
        "run_id": entry.run_id,
        "prev_hash": entry.prev_hash,
    }


def _sequence(entry: Any, default: int) -> int:
    """Return the sequence that an entry was sent with."""
    found = field_of(entry, "metadata")
    sequence = found.get("sequence") if isinstance(found, Mapping) else None
    return sequence if isinstance(sequence, int) else default


def _entry_hash(entry: ChainEntry) -> str:
    return canonical_fingerprint(_covered(entry))
