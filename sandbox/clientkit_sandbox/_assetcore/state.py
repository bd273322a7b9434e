"""Everything the sandbox knows."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from clientkit_sandbox._assetcore.access import KEYS, Principal
from clientkit_sandbox._assetcore.log import Namespace
from clientkit_sandbox._assetcore.refusals import Refusal, missing
from clientkit_sandbox.engine import Environment

_REQUESTS_PER_WINDOW = 1_000_000
_DEMO_CLASS = {"op": "RegisterClass", "args": {"request": {"class_id": 100, "flags": 2, "name": "Credits"}}}
_DEMO_CONTAINER = {"op": "CreateContainer", "args": {"container_id": 1001, "kind": {"type": "balance"}}}
_DEMO_BALANCE = {
    "op": "AddFungible",
    "args": {
        "class_id": 100,
        "key": 1,
        "quantity": 500,
        "location": {"kind": "balance", "container_id": 1001},
    },
}


class State:
    """Everything the sandbox knows.

    Attributes:
        namespaces: Namespaces that were created or used.
        lag: How long after a commit the projection shows it.
        strict: Whether a namespace must be created before it is used.
        changes: The change feed of namespaces.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self.started = self.now()
        self.namespaces: dict[int, Namespace] = {}
        self.lag = timedelta()
        self.strict = False
        self.changes: list[dict[str, Any]] = []

    def now(self) -> datetime:
        """Return the time."""
        return self._environment.clock.now()

    def admit(self, principal: Principal) -> None:
        """Count a request.

        Raises:
            Refusal: The quota is used up.
        """
        if not self._environment.limits.take(principal.token, _REQUESTS_PER_WINDOW):
            window = self._environment.limits.window(principal.token, _REQUESTS_PER_WINDOW)
            wait = window.seconds_left(self.now())
            raise Refusal(429, "QUOTA_EXCEEDED", "The quota is used up", retry_after_ms=wait * 1000)

    def namespace(self, namespace_id: int, *, writing: bool = False) -> Namespace:
        """Return a namespace; one that was never created works with the defaults, unless that is forbidden.

        Raises:
            Refusal: There is no such namespace, or its state forbids the call.
        """
        found = self.namespaces.get(namespace_id)
        if found is None and not self.strict:
            found = self.namespaces[namespace_id] = Namespace(namespace_id)
        if found is None or found.lifecycle == "deleted":
            raise missing(f"namespace {namespace_id}", "NAMESPACE_NOT_FOUND", namespace_id=namespace_id)
        # The status of these is not documented.
        if found.frozen or (writing and found.write_mode == "read-only"):
            how = "frozen" if found.frozen else "read-only"
            details = {"namespace_id": namespace_id}
            raise Refusal(403, "NAMESPACE_NOT_WRITABLE", f"The namespace is {how}", details)
        return found

    def note(self, namespace: Namespace, change: str) -> None:
        """Add to the change feed."""
        self.changes.append(
            {
                "sequence": len(self.changes) + 1,
                "namespace_id": namespace.id,
                "change": change,
                "status": namespace.status(),
            }
        )


def demo_state(environment: Environment) -> State:
    """Make a state in which the examples of the documentation run.

    Class 100 is registered in the namespaces 1 and 5001; namespace 1 has the container 1001 with 500 of it.
    """
    state = State(environment)
    # A moment ago, so that the projection has it whatever its lag is set to later.
    before = datetime(2026, 1, 15, tzinfo=UTC)
    for number, operations in ((1, [_DEMO_CLASS, _DEMO_CONTAINER, _DEMO_BALANCE]), (5001, [_DEMO_CLASS])):
        state.namespaces[number] = Namespace(number)
        state.namespaces[number].commit(operations, {"operations": operations}, before)
        state.namespaces[number].project(state.now(), timedelta())
    return state


def correlation(prefix: str) -> str:
    """Return a server correlation id."""
    return f"{prefix}-{secrets.token_hex(8)}-{secrets.token_hex(8)}"


def whoami(principal: Principal) -> dict[str, Any]:
    """Return a principal as the daemon shows it; the members are provisional."""
    return {
        "tenant_id": "tenant-demo",
        "principal_id": principal.name,
        "roles": list(principal.roles),
        "groups": [],
        "policy_class": "scratch",
    }


def permissions(principal: Principal) -> dict[str, Any]:
    """Return what a principal may do; the members are provisional."""
    return {"principal_id": principal.name, "permissions": sorted(principal.permissions)}


def settings(state: State, body: Any) -> Mapping[str, Any]:
    """Turn what a test may turn.

    Raises:
        ValueError: It is not known, or of the wrong type.
    """
    known = {"lag": (int, float), "strict": (bool,)}
    if not isinstance(body, dict) or not body.keys() <= known.keys():
        raise ValueError('send {"lag": SECONDS, "strict": true or false}, or one of them')
    for name, value in body.items():
        if not isinstance(value, known[name]) or (isinstance(value, bool) and name == "lag") or value < 0:
            raise ValueError("lag must be a number of seconds, 0 or more; strict must be true or false")
    state.lag = timedelta(seconds=body.get("lag", state.lag.total_seconds()))
    state.strict = body.get("strict", state.strict)
    return {"lag": state.lag.total_seconds(), "strict": state.strict}


__all__ = ["KEYS", "State", "correlation", "demo_state", "permissions", "settings", "whoami"]
