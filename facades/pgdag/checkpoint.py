"""The state of a run that survives its process."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal, Self

from pgdag import journal
from pgdag.artifact import ProofArtifact
from pgdag.dag import DAGTemplate
from pgdag.envelope import canonical_fingerprint
from pgdag.errors import CheckpointError
from pgdag.reducer import ReducerStatus
from pgdag.values import json_copy

_FORMAT: Final = 1
_LEAST_ROOM: Final = 65_536

RUNNING: Final = "running"


@dataclass
class Checkpoint:
    """Where a run stands; JSON can carry it.

    Attributes:
        run_id: The run.
        template_name: Its template.
        template_fingerprint: What must be the same in the template that it is resumed with.
        spec_version: Version of the runner's steps.
        strict: Whether it is run by the strict rules.
        inputs: What the run was given.
        actor: Who runs it.
        status: `running`, or how the run ended.
        carried: The inputs for later steps, with what steps wrote into theirs.
        written: What steps of the present wave wrote into theirs, for later waves.
        proofs: The proofs so far.
        results: In a strict run, what the steps returned.
        chain: What was appended to the chain: step and proof hash.
        slot_id: The open slot; None when there is none.
        slot_receipt_id: Receipt of the slot's closure.
        waits_for: What the run waits for: `node_id`, `event_type`, `event_key` and `partial_outputs`.
        pending: What is to be written to the network, and may have been: operation, and step if it is for
            one. Proofs without a hash wait for `seal`.
    """

    run_id: str
    template_name: str
    template_fingerprint: str
    spec_version: str
    strict: bool
    inputs: dict[str, Any]
    actor: str = ""
    status: ReducerStatus | Literal["running"] = RUNNING
    carried: dict[str, Any] = field(default_factory=dict)
    written: dict[str, dict[str, Any]] = field(default_factory=dict)
    proofs: dict[str, ProofArtifact] = field(default_factory=dict)
    results: dict[str, Any] = field(default_factory=dict)
    chain: list[tuple[str, str]] = field(default_factory=list)
    slot_id: str | None = None
    slot_receipt_id: str | None = None
    waits_for: dict[str, Any] | None = None
    pending: list[tuple[str, str]] = field(default_factory=list, kw_only=True)

    def snapshot(self) -> Self:
        """Return a copy that shares nothing that may change.

        Raises:
            CheckpointError: JSON cannot carry the inputs, or what a step wrote into them.
        """
        try:
            return replace(
                self,
                inputs=json_copy(self.inputs, "inputs"),
                carried=json_copy(self.carried, "inputs"),
                written=json_copy(self.written, "inputs"),
                proofs=dict(self.proofs),
                results=dict(self.results),
                chain=list(self.chain),
                pending=list(self.pending),
                waits_for=json_copy(self.waits_for, "the event waited for"),
            )
        except (TypeError, ValueError) as error:
            raise CheckpointError(f"the run cannot be saved: {error}") from None

    def to_dict(self) -> dict[str, Any]:
        """Return the checkpoint as JSON values.

        Raises:
            CheckpointError: JSON cannot carry what is in it.
        """
        copy = self.snapshot()
        return {
            "format": _FORMAT,
            **{name: getattr(copy, name) for name in _PLAIN},
            "status": str(copy.status),
            "proofs": {step: proof.to_dict() for step, proof in copy.proofs.items()},
            "chain": [list(link) for link in copy.chain],
            "pending": [list(write) for write in copy.pending],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the checkpoint that `to_dict` was called on.

        Raises:
            CheckpointError: It is no checkpoint, or one of a later version.
        """
        if data.get("format") != _FORMAT:
            raise CheckpointError(
                f"this is no checkpoint of format {_FORMAT}; it says {data.get('format')!r}"
            )
        try:
            status = data["status"]
            return cls(
                **{name: data[name] for name in _PLAIN},
                status=RUNNING if status == RUNNING else ReducerStatus(status),
                proofs={step: ProofArtifact.from_dict(each) for step, each in data["proofs"].items()},
                chain=[(step, proof_hash) for step, proof_hash in data["chain"]],
                pending=[(operation, step) for operation, step in data.get("pending", ())],
            )
        except KeyError as error:
            raise CheckpointError(f"the checkpoint needs {error}") from None
        except (AttributeError, TypeError, ValueError) as error:
            raise CheckpointError(f"the checkpoint cannot be read: {error}") from None


_PLAIN = (
    "run_id",
    "template_name",
    "template_fingerprint",
    "spec_version",
    "strict",
    "inputs",
    "actor",
    "carried",
    "written",
    "results",
    "slot_id",
    "slot_receipt_id",
    "waits_for",
)

Save = Callable[[Checkpoint], Awaitable[None] | None]


def fingerprint_of(template: DAGTemplate) -> str:
    """Return what two templates share that run the same steps in the same order."""
    facts = (template.node_ids, template.is_linear, list(template.prerequisites().items()))
    return canonical_fingerprint(facts)


class CheckpointFile:
    """Keeps the checkpoint of one run in a file; give its `save` to the runner.

    A checkpoint is written beside the file and moved over it, so the file always holds a whole one.
    Whoever can read it can read the inputs and results of the run.

    Args:
        path: The file. Its folder must exist.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._last: Checkpoint | None = None
        # What the file was when it was last written here: what somebody else wrote is not added to.
        self._left: tuple[int, ...] = ()
        self._room = 0

    async def save(self, checkpoint: Checkpoint) -> None:
        """Write a checkpoint.

        Raises:
            OSError: The file cannot be written.
            CheckpointError: JSON cannot carry what is in it.
        """
        await asyncio.to_thread(self._save, checkpoint.snapshot())

    def load(self) -> Checkpoint:
        """Read the checkpoint.

        Raises:
            OSError: The file cannot be read.
            CheckpointError: It holds no checkpoint.
        """
        first, *rest = self._path.read_bytes().splitlines() or [b""]
        try:
            data = json.loads(first)
        except ValueError as error:
            raise CheckpointError(f"{self._path} holds no JSON: {error}") from None
        if not isinstance(data, dict):
            raise CheckpointError(f"{self._path} holds no checkpoint")
        for number, line in enumerate(rest, 2):
            try:
                found = json.loads(line)
            except ValueError:
                if number <= len(rest):
                    raise CheckpointError(f"line {number} of {self._path} is no JSON") from None
                # Its `save` did not return.
                break
            try:
                journal.apply(data, found)
            except (AttributeError, KeyError, TypeError, ValueError):
                raise CheckpointError(f"line {number} of {self._path} is no change") from None
        return Checkpoint.from_dict(data)

    def _save(self, checkpoint: Checkpoint) -> None:
        last, self._last = self._last, None
        line = b""
        if last is not None and self._is_as_left():
            line = _line(journal.changes(last, checkpoint))
        if line and len(line) <= self._room:
            self._append(line)
            self._room -= len(line)
        else:
            line = _line(checkpoint.to_dict())
            self._replace(line)
            # The whole is written again when the changes have become as long.
            self._room = max(len(line), _LEAST_ROOM)
        self._left = _mark(self._path)
        self._last = checkpoint

    def _is_as_left(self) -> bool:
        try:
            return _mark(self._path) == self._left
        except FileNotFoundError:
            return False

    def _append(self, line: bytes) -> None:
        with self._path.open("ab") as file:
            _write(file, line)

    def _replace(self, line: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}-")
        try:
            with open(handle, "wb") as file:
                _write(file, line)
            Path(name).replace(self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _line(values: Mapping[str, Any]) -> bytes:
    return f"{json.dumps(values)}\n".encode()


def _write(file: BinaryIO, line: bytes) -> None:
    file.write(line)
    file.flush()
    os.fsync(file.fileno())


def _mark(path: Path) -> tuple[int, ...]:
    """Return what tells one state of a file from another."""
    facts = path.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns
