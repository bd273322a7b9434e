"""The service: who may come in, and how it says no."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from clientkit_sandbox._sbn import tokens
from clientkit_sandbox._sbn.state import (
    ALL_SCOPES,
    CONSOLE_TOKEN,
    LIVE_KEY,
    READ_KEY,
    REVOKED_KEY,
    TEST_KEY,
    Key,
    State,
    demo_state,
    invalid,
)
from clientkit_sandbox.engine import Answer, Call, Problem, Service

R = TypeVar("R")

service: Service[State] = Service(
    "sbn",
    state=demo_state,
    credentials={"api_key": LIVE_KEY},
    keys={
        "live": LIVE_KEY,
        "test": TEST_KEY,
        "read": READ_KEY,
        "revoked": REVOKED_KEY,
        "console": CONSOLE_TOKEN,
    },
    expired=Problem(401, "invalid_token", "The token has expired"),
)
# Provisional: which operation needs which scope. The scopes are known, their use is inferred.
_NEEDED = {"gateway_request_attestation": "attest.write", "snapchore_seal": "snapchore.seal"}


@dataclass(frozen=True)
class Principal:
    """Who calls.

    Attributes:
        project_id: The project that the caller acts in.
        scopes: What the caller may do.
        key: The API key, when the caller came with one.
        app_id: The app, when the caller is one.
        tenant_id: The tenant that the caller speaks for.
    """

    project_id: str
    scopes: tuple[str, ...]
    key: Key | None = None
    app_id: str | None = None
    tenant_id: str | None = None


@service.authorize
def authorize(call: Call[State]) -> None:
    """Admit a call: one credential, known and good, with the scope that it needs."""
    assert call.operation is not None
    if call.operation.public and not {"x-api-key", "authorization"} & set(call.headers):
        return
    principal = _principal(call)
    needed = _NEEDED.get(call.operation.id)
    if needed is not None and needed not in principal.scopes:
        raise Problem(403, "insufficient_scope", f"This needs the scope {needed}")
    if principal.key is not None:
        principal.key.used[call.operation.id] += 1
    call.principal = principal


def _principal(call: Call[State]) -> Principal:
    tenant = call.headers.get("x-tenant-id")
    secret = call.headers.get("x-api-key")
    if secret is not None:
        key = call.state.keys.get(secret)
        if key is None or key.record["revoked"]:
            raise Problem(401, "invalid_api_key", "The API key is unknown or revoked")
        return Principal(
            key.record["project_id"], tuple(key.record["scopes"]), key, key.app_id, tenant_id=tenant
        )
    scheme, _, token = call.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Problem(401, "unauthorized", "Send x-api-key: <key>, or Authorization: Bearer <token>")
    state = call.state
    if token == CONSOLE_TOKEN:
        return Principal(state.session_project, ALL_SCOPES, tenant_id=tenant)
    if token in state.tokens:
        app_id, ends = state.tokens[token]
        if ends <= state.now():
            raise Problem(401, "invalid_token", "The token has expired")
        return Principal(state.session_project, ALL_SCOPES, app_id=app_id, tenant_id=tenant)
    if not tokens.is_jwt(token):
        raise Problem(401, "invalid_token", "The token is unknown")
    claims = tokens.check(token, state.now().timestamp(), state.public_keys)
    if claims.get("tenant_id") != tenant:
        # Provisional: a token for one tenant does not open another.
        raise Problem(403, "tenant_mismatch", "X-Tenant-ID and the claim tenant_id differ")
    return Principal(state.session_project, tuple(claims["scope"]), tenant_id=tenant)


@service.problem
def error_body(call: Call[State], problem: Problem) -> Answer:
    """Give a problem one of the documented forms: 401 by its code, anything else as an object."""
    code = problem.code or {401: "unauthorized", 404: "not_found"}.get(problem.status, "error")
    if problem.status == 401:
        return Answer({"error": code, "detail": problem.message}, 401)
    error: dict[str, Any] = {"code": code, "message": problem.message}
    if problem.violations:
        error["details"] = {
            "fields": [
                {"field": ".".join(map(str, each.path)) or each.place, "message": each.message}
                for each in problem.violations
            ]
        }
    return Answer({"error": error}, problem.status)


@service.control("POST /signing-keys")
def register_signing_key(state: State, body: Any) -> Any:
    """Register the public key of a signing key; from then on signatures are checked."""
    kid, pem = (body.get(name) if isinstance(body, dict) else None for name in ("kid", "public_key"))
    if not isinstance(kid, str) or not isinstance(pem, str):
        raise ValueError('send {"kid": …, "public_key": …} with the id and the PEM of a public key')
    state.public_keys[kid] = tokens.check_public_key(pem)
    return {"kids": sorted(state.public_keys)}


@service.control("POST /double-keys")
def double_keys(state: State, body: Any) -> Any:
    """Choose what a BitBlock with a known key is: another one (the default), or the first one again."""
    drop = body.get("drop") if isinstance(body, dict) else None
    if not isinstance(drop, bool):
        raise ValueError('send {"drop": true} or {"drop": false}')
    state.drops_doubles = drop
    return {"drop": drop}


def caller(call: Call[State]) -> Principal:
    """Return who calls."""
    assert isinstance(call.principal, Principal)
    return call.principal


def page(call: Call[State], rows: Sequence[R]) -> list[R]:
    """Return the rows that `limit` and `offset` ask for.

    Raises:
        Problem: 422, when they ask for less than nothing.
    """
    limit, offset = call.query.get("limit"), call.query.get("offset", 0)
    if (limit is not None and limit < 1) or offset < 0:
        raise invalid("limit and offset", "must be at least 1 and 0")
    return list(rows[offset:][:limit])


@service.operation("health_check")
@service.operation("health_check_z")
def health(call: Call[State]) -> Any:
    """Say that the service is up."""
    return {"status": "ok"}
