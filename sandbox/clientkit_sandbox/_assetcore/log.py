"""One namespace: its commit log, the state that the log makes, and the projection that follows it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from clientkit_sandbox._assetcore.journal import Change
from clientkit_sandbox._assetcore.operations import run
from clientkit_sandbox._assetcore.refusals import Refusal
from clientkit_sandbox._assetcore.world import World
from clientkit_sandbox.engine import Problem

# Rows by whose keys a container is known to be touched.
_KEYED_BY_CONTAINER = ("balances", "cells", "slots")


@dataclass(frozen=True, slots=True)
class Batch:
    """One commit of the log.

    Attributes:
        commit_id: Its id.
        start: World sequence of its first event.
        end: World sequence of its last event.
        at: When it was committed.
        changes: What it changed.
        operations: What was asked for.
        request: The request that it answers.
    """

    commit_id: str
    start: int
    end: int
    at: datetime
    changes: tuple[Change, ...]
    operations: tuple[Mapping[str, Any], ...]
    request: Mapping[str, Any]

    @property
    def containers(self) -> set[str]:
        """Ids of the containers that it touched."""
        touched = set()
        for change in self.changes:
            if change.table == "containers":
                touched.add(str(change.key))
            elif change.table in _KEYED_BY_CONTAINER:
                touched.add(change.key[0])  # type: ignore[index]
            elif change.table == "stacks":
                touched |= {row.container for row in change[2:] if row is not None}
            elif change.table == "instances":
                touched |= {row.place.container for row in change[2:] if row is not None and row.place}
        return touched

    def record(self) -> dict[str, Any]:
        """Return it as history and stream show it; the members are provisional."""
        shown = {
            name: self.request[name] for name in ("actor_id", "metadata", "origin") if name in self.request
        }
        return {
            "commit_id": self.commit_id,
            "outcome": "Committed",
            "world_seq_start": self.start,
            "world_seq_end": self.end,
            "event_count": self.end - self.start + 1,
            "commit_time_ms": milliseconds(self.at),
            **shown,
        }


@dataclass(slots=True)
class Namespace:
    """One namespace.

    Attributes:
        id: Its id.
        world: The state after the last commit.
        log: All commits.
        projected: How many of them the projection has applied.
        projection: The state after those.
        answers: Answer and fingerprint of the request by idempotency key.
        label: Its label.
        lifecycle: Its lifecycle state.
        write_mode: Its write mode.
        draining: Whether it drains.
        frozen: Whether everything stops.
        placement: Its placement metadata.
    """

    id: int
    world: World = field(default_factory=World)
    log: list[Batch] = field(default_factory=list)
    projected: int = 0
    projection: World = field(default_factory=World)
    answers: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    label: str | None = None
    lifecycle: str = "provisioned"
    write_mode: str = "read-write"
    draining: bool = False
    frozen: bool = False
    placement: dict[str, Any] = field(default_factory=dict)

    def commit(
        self, operations: Sequence[Mapping[str, Any]], request: Mapping[str, Any], at: datetime
    ) -> Batch:
        """Run operations in order, all or none, and log them.

        Every operation is one event, which is provisional.

        Raises:
            Refusal: An operation fails; nothing has changed.
        """
        try:
            for index, operation in enumerate(operations):
                self._run(index, operation)
        except Problem:
            self.world.tables.roll_back()
            raise
        return self._log(len(operations), operations, request, at)

    def preflight(self, operations: Sequence[Mapping[str, Any]]) -> list[tuple[str, Refusal | None]]:
        """Run operations without effect; return what became of each, up to the first that fails."""
        outcomes: list[tuple[str, Refusal | None]] = []
        try:
            for index, operation in enumerate(operations):
                self._run(index, operation)
                outcomes.append((operation["op"], None))
        except Refusal as refusal:
            outcomes.append((operation["op"], refusal))
        finally:
            self.world.tables.roll_back()
        return outcomes

    def reverse(self, commit_id: str, request: Mapping[str, Any], at: datetime) -> Batch:
        """Commit what undoes a commit.

        Raises:
            Refusal: There is no such commit, or the state is not any more what it left.
        """
        batch = next((each for each in self.log if each.commit_id == commit_id), None)
        if batch is None:
            raise Refusal(
                404, "COMMIT_NOT_FOUND", f"There is no commit {commit_id}", {"commit_id": commit_id}
            )
        tables = self.world.tables
        try:
            for change in list(tables.reversal(batch.changes)):
                tables.put(change.table, change.key, change.after)
            if not self.world.is_whole():
                raise ValueError("something that came later depends on it")
        except ValueError as error:
            tables.roll_back()
            raise Refusal(
                409,
                "REVERSE_PLAN_STALE",
                f"The commit cannot be reversed: {error}",
                {"commit_id": commit_id},
            ) from None
        operation = {"op": "ReverseCommit", "args": {"commit_id": commit_id, "reason": request["reason"]}}
        return self._log(1, [operation], request, at)

    def project(self, now: datetime, lag: timedelta) -> None:
        """Let the projection apply what is older than its lag."""
        while self.projected < len(self.log) and self.log[self.projected].at + lag <= now:
            self.projection.tables.apply(self.log[self.projected].changes)
            self.projected += 1

    @property
    def world_seq(self) -> int:
        """The newest world sequence of the log."""
        return self.log[-1].end if self.log else 0

    @property
    def projected_seq(self) -> int:
        """The newest world sequence of the projection."""
        return self.log[self.projected - 1].end if self.projected else 0

    def freshness(self, now: datetime) -> dict[str, Any]:
        """Return how far the projection is."""
        waiting = self.log[self.projected] if self.projected < len(self.log) else None
        return {
            "namespace": self.id,
            "world_seq": self.projected_seq,
            "commit_log_world_seq": self.world_seq,
            "lag": self.world_seq - self.projected_seq,
            "lag_ms": 0 if waiting is None else max(0, int((now - waiting.at).total_seconds() * 1000)),
        }

    def replayed(self) -> World:
        """Return the state that the log makes from nothing."""
        world = World()
        for batch in self.log:
            world.tables.apply(batch.changes)
        return world

    def described(self) -> dict[str, Any]:
        """Return it as the control plane shows it; the members are provisional."""
        return {
            "namespace_id": self.id,
            "label": self.label,
            "lifecycle": self.lifecycle,
            "policy_class": "scratch",
            "placement": self.placement,
            **self.status(),
        }

    def status(self) -> dict[str, Any]:
        """Return its operational state; the members are provisional."""
        return {
            "namespace_id": self.id,
            "lifecycle": self.lifecycle,
            "write_mode": self.write_mode,
            "draining": self.draining,
            "frozen": self.frozen,
        }

    def _run(self, index: int, operation: Mapping[str, Any]) -> None:
        try:
            run(self.world, operation["op"], operation["args"])
        except Refusal as refusal:
            refusal.details = {**(refusal.details or {}), "operation_index": index}
            raise

    def _log(
        self, events: int, operations: Sequence[Mapping[str, Any]], request: Mapping[str, Any], at: datetime
    ) -> Batch:
        start = self.world_seq + 1
        changes = tuple(self.world.tables.take_changes())
        commit_id = hashlib.sha256(f"{self.id}/{start}".encode()).hexdigest()[:32]
        batch = Batch(commit_id, start, start + events - 1, at, changes, tuple(operations), request)
        self.log.append(batch)
        return batch


def milliseconds(moment: datetime) -> int:
    """Return a moment in Unix milliseconds."""
    return int(moment.timestamp() * 1000)


def fingerprint(route: str, body: Mapping[str, Any]) -> str:
    """Return what two requests with the same payload have in common."""
    return route + json.dumps(body, sort_keys=True, separators=(",", ":"))
