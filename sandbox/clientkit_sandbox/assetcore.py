"""The sandbox for Asset Core: a write daemon and a read daemon on two ports, over one state in memory.

What the documentation leaves open is decided here once and marked "provisional" where it is decided.

Tests turn two things of it with `sandbox.control("POST /settings", {"lag": 2.5, "strict": True})`: how long
after a commit the projection shows it, and whether a namespace must be created before it is used.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from clientkit_sandbox._assetcore import views
from clientkit_sandbox._assetcore.access import EXPIRED, KEYS, PRINCIPALS, Principal
from clientkit_sandbox._assetcore.log import Batch, Namespace, fingerprint, milliseconds
from clientkit_sandbox._assetcore.refusals import Refusal, exists, invalid
from clientkit_sandbox._assetcore.state import (
    State,
    correlation,
    demo_state,
    permissions,
    settings,
    whoami,
)
from clientkit_sandbox._assetcore.world import Container, World
from clientkit_sandbox.engine import Answer, Call, Problem, Service, Stream

_TITLES = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    405: "MethodNotAllowedError",
    409: "ConflictError",
    422: "ValidationError",
    425: "TooEarlyError",
    429: "QuotaError",
    500: "InternalError",
    503: "UnavailableError",
}
_CODES = {
    400: "BAD_REQUEST",
    401: "UNAUTHORIZED",
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    409: "CONFLICT",
    422: "INVALID_OPERATION",
    425: "PROJECTION_BEHIND",
    429: "QUOTA_EXCEEDED",
    503: "UNAVAILABLE",
}
_STREAM_POLL = 0.02

service: Service[State] = Service(
    "assetcore",
    state=demo_state,
    credentials={"write_token": KEYS["writer"], "read_token": KEYS["reader"]},
    keys=KEYS,
    daemons={"write_url": "/v1/write", "read_url": "/v1/read"},
    expired=Refusal(401, "UNAUTHORIZED", "The token has expired", auth_reason="token_expired"),
)
service.control("POST /settings")(settings)


@service.authorize
def authorize(call: Call[State]) -> None:
    """Admit a call: token first, then quota, then permission."""
    assert call.operation is not None
    if call.operation.public:
        return
    scheme, _, token = (call.headers.get("authorization") or "").partition(" ")
    principal = PRINCIPALS.get(token.strip()) if scheme.lower() == "bearer" else None
    if principal is None:
        reason = (
            "token_expired" if token.strip() == EXPIRED else "token_unknown" if token else "token_missing"
        )
        raise Refusal(401, "UNAUTHORIZED", f"Access denied: {reason}", auth_reason=reason)
    call.state.admit(principal)
    needed = _permission(call)
    if needed is not None and needed not in principal.permissions:
        if not call.operation.documented(403):
            # Provisional: a 404 may hide what a principal may not see, and no 403 is documented here.
            raise Refusal(404, "NOT_FOUND", "There is nothing here")
        raise Refusal(403, "FORBIDDEN", f"The token lacks the permission {needed}", auth_reason="role_denied")
    call.principal = principal


def _permission(call: Call[State]) -> str | None:
    assert call.operation is not None
    if call.operation.path.startswith("/v1/read/"):
        return "read"
    if "/auth/" in call.operation.path:
        return None
    if call.operation.id == "reverse_commit_endpoint":
        return "reverse"
    return "write" if _writes(call.operation.id) else "control"


def _writes(operation_id: str) -> bool:
    return operation_id in {
        "commit_endpoint",
        "preflight_endpoint",
        "register_class_endpoint",
        "register_class_shape_endpoint",
    }


@service.problem
def problem_details(call: Call[State], problem: Problem) -> Answer:
    """Give a problem the documented shape; a path that a daemon does not have is not one of its errors."""
    if call.operation is None and problem.status == 404:
        return Answer("Not Found", 404, content_type="text/plain")
    status, code = _as_documented(problem)
    code = code or _CODES.get(status, "INTERNAL_ERROR")
    body: dict[str, Any] = {
        "type": f"urn:assetcore:error:{code}",
        "title": _TITLES.get(status, "InternalError"),
        "status": status,
        "detail": problem.message,
        "code": code,
        "retryable": status in {425, 429} or status >= 500,
        **_correlations(call),
    }
    details = getattr(problem, "details", None)
    if problem.violations:
        details = {
            "violations": [{"at": each.pointer, "message": each.message} for each in problem.violations]
        }
    more = {
        "details": details,
        "retry_after_ms": getattr(problem, "retry_after_ms", None),
        "auth_reason": getattr(problem, "auth_reason", None),
    }
    body |= {name: value for name, value in more.items() if value is not None}
    return Answer(body, status, content_type="application/problem+json")


def _as_documented(problem: Problem) -> tuple[int, str]:
    if problem.code == "validation_error":
        paths = [each.path for each in problem.violations if each.place == "body"]
        in_operation = next((path for path in paths if path[:1] == ("operations",) and len(path) > 1), None)
        if in_operation is None:
            return 400, "BAD_REQUEST"
        return 422, "INVALID_QUANTITY" if "quantity" in in_operation else "INVALID_OPERATION"
    if problem.code == "unsupported_media_type":
        return 400, "BAD_REQUEST"
    return problem.status, problem.code if problem.code.isupper() else ""


def _correlations(call: Call[State]) -> dict[str, Any]:
    reading = call.operation is not None and call.operation.path.startswith("/v1/read/")
    found: dict[str, Any] = {"server_correlation_id": correlation("rd" if reading else "wr")}
    client = (call.headers.get("x-correlation-id") or "").strip()
    return {**found, "client_correlation_id": client} if client else found


def _principal(call: Call[State]) -> Principal:
    assert isinstance(call.principal, Principal)
    return call.principal


# Commits


def _once(
    call: Call[State], make: Callable[[Namespace], dict[str, Any]], namespace: Namespace
) -> dict[str, Any]:
    """Return the answer to the first request with an idempotency key, making it when this is the first.

    A request that fails is not remembered, and keys are kept for ever; both is provisional.
    """
    key = call.body.get("idempotency_key")
    if key is None:
        return make(namespace)
    assert call.operation is not None
    mark = fingerprint(f"{call.operation.id} {sorted(call.path.items())}", call.body)
    known = namespace.answers.get(key)
    if known is None:
        known = namespace.answers[key] = (mark, make(namespace))
    elif known[0] != mark:
        raise Refusal(
            409,
            "IDEMPOTENCY_KEY_CONFLICT",
            "The idempotency key was used with another payload",
            {"idempotency_key": key},
        )
    return known[1]


def _committed(call: Call[State], namespace: Namespace, batch: Batch) -> dict[str, Any]:
    at = milliseconds(batch.at)
    answer = {
        "namespace": namespace.id,
        "commit_id": batch.commit_id,
        "outcome": "Committed",
        "world_seq_start": batch.start,
        "world_seq_end": batch.end,
        "event_count": batch.end - batch.start + 1,
        "start_time_ms": at,
        "commit_time_ms": at,
        **_correlations(call),
    }
    for name in ("idempotency_key", "metadata", "origin"):
        if name in call.body:
            answer[name] = call.body[name]
    if "actor_id" in call.body:
        # The documentation says that it is reflected in the metadata.
        answer["metadata"] = {**(call.body.get("metadata") or {}), "actor_id": call.body["actor_id"]}
    return answer


@service.operation("commit_endpoint")
def commit(call: Call[State]) -> Any:
    """Run a transaction, once for each idempotency key."""
    namespace = call.state.namespace(call.path["namespace_id"], writing=True)

    def make(namespace: Namespace) -> dict[str, Any]:
        batch = namespace.commit(call.body["operations"], call.body, call.state.now())
        return _committed(call, namespace, batch)

    return _once(call, make, namespace)


@service.operation("preflight_endpoint")
def preflight(call: Call[State]) -> Any:
    """Run a transaction without effect; the members but `validated_world_seq` are provisional."""
    namespace = call.state.namespace(call.path["namespace_id"])
    outcomes = []
    for index, (name, refusal) in enumerate(namespace.preflight(call.body["operations"])):
        outcome: dict[str, Any] = {"index": index, "op": name, "ok": refusal is None}
        if refusal is not None:
            outcome["error"] = problem_details(call, refusal).body
        outcomes.append(outcome)
    return {
        "validated_world_seq": namespace.world_seq,
        "outcome": "Committed" if outcomes[-1]["ok"] else "RolledBack",
        "operations": outcomes,
        **_correlations(call),
    }


@service.operation("reverse_commit_endpoint")
def reverse_commit(call: Call[State]) -> Any:
    """Commit what undoes a commit."""
    namespace = call.state.namespace(call.path["namespace_id"], writing=True)

    def make(namespace: Namespace) -> dict[str, Any]:
        batch = namespace.reverse(call.path["commit_id"], call.body, call.state.now())
        return _committed(call, namespace, batch)

    return _once(call, make, namespace)


def _register(call: Call[State], operation: str) -> Any:
    namespace = call.state.namespace(call.path["namespace_id"], writing=True)
    request = {name: value for name, value in call.body.items() if name != "idempotency_key"}
    envelope = {"op": operation, "args": {"request": request}}

    def make(namespace: Namespace) -> dict[str, Any]:
        batch = namespace.commit([envelope], {"operations": [envelope]}, call.state.now())
        answer = {"class_id": call.body["class_id"], "world_seq_end": batch.end, **_correlations(call)}
        key = call.body.get("idempotency_key")
        return answer if key is None else {**answer, "idempotency_key": key}

    return _once(call, make, namespace)


@service.operation("register_class_endpoint")
def register_class(call: Call[State]) -> Any:
    """Register a class."""
    return _register(call, "RegisterClass")


@service.operation("register_class_shape_endpoint")
def register_class_shape(call: Call[State]) -> Any:
    """Register a shape."""
    return _register(call, "RegisterClassShape")


# Reads


def _projected(call: Call[State]) -> tuple[Namespace, World, dict[str, Any]]:
    """Return the namespace, its projection, and what every read answers in addition to its own."""
    namespace = call.state.namespace(call.path["namespace_id"])
    now = call.state.now()
    namespace.project(now, call.state.lag)
    wanted = call.header.get("x-assetcore-min-world-seq", 0)
    if wanted > namespace.projected_seq:
        raise Refusal(
            425,
            "PROJECTION_BEHIND",
            f"The projection is at world sequence {namespace.projected_seq}, {wanted} was asked for",
            {"world_seq": namespace.projected_seq, "min_world_seq": wanted},
        )
    return namespace, namespace.projection, {"freshness": namespace.freshness(now), **_correlations(call)}


def _container(call: Call[State], *types: str) -> tuple[World, Container, dict[str, Any]]:
    _, world, common = _projected(call)
    return world, world.container(call.path["container_id"], *types), common


def _read_container(call: Call[State], *types: str) -> tuple[World, Container, dict[str, Any]]:
    """Return a container of one of the types; a wrong one is 400, since reads document no 422."""
    world, row, common = _container(call)
    if row.type not in types:
        message = f"container {row.container_id} is of kind {row.type}, not {' or '.join(types)}"
        raise Refusal(400, "WRONG_CONTAINER_KIND", message, {"container_id": row.container_id})
    return world, row, common


def _page(call: Call[State], rows: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    limit = min(call.query.get("limit", 20), 200)
    after = call.query.get("cursor", "")
    ids = [name for name in sorted(rows) if name > str(after)]
    page = ids[:limit]
    more = len(ids) > limit
    return [rows[name] for name in page], {
        "limit": limit,
        "has_more": more,
        "next_cursor": page[-1] if more else None,
    }


@service.operation("class_list_endpoint")
def list_classes(call: Call[State]) -> Any:
    """List classes by id."""
    _, world, common = _projected(call)
    rows, paging = _page(call, world.tables["classes"])
    return {"classes": [views.asset(row) for row in rows], **paging, **common}


@service.operation("get_class_endpoint")
def get_class(call: Call[State]) -> Any:
    """Return a class."""
    _, world, common = _projected(call)
    return {**views.asset(world.asset(call.path["class_id"])), **common}


@service.operation("get_class_shapes_endpoint")
def get_class_shapes(call: Call[State]) -> Any:
    """Return the shapes of a class."""
    _, world, common = _projected(call)
    return {"shapes": views.shapes(world, world.asset(call.path["class_id"]).class_id), **common}


@service.operation("get_class_stats_endpoint")
def get_class_stats(call: Call[State]) -> Any:
    """Return the statistics of a class."""
    _, world, common = _projected(call)
    return {**views.stats(world, world.asset(call.path["class_id"]).class_id), **common}


@service.operation("list_containers_endpoint")
def list_containers(call: Call[State]) -> Any:
    """List containers by id."""
    _, world, common = _projected(call)
    rows = {
        name: row
        for name, row in world.tables["containers"].items()
        if call.query.get("owner", row.owner) == row.owner and call.query.get("kind", row.type) == row.type
    }
    page, paging = _page(call, rows)
    return {"containers": [views.container(row) for row in page], **paging, **common}


@service.operation("get_container_endpoint")
def get_container(call: Call[State]) -> Any:
    """Return a container."""
    _, row, common = _container(call)
    return {**views.container(row), "policies": row.policies, **common}


@service.operation("get_container_balances_endpoint")
def get_container_balances(call: Call[State]) -> Any:
    """Return what a balance container or a grid holds."""
    world, row, common = _read_container(call, "balance", "grid")
    return {"container_id": row.container_id, "balances": views.balances(world, row), **common}


@service.operation("get_container_slots_endpoint")
def get_container_slots(call: Call[State]) -> Any:
    """Return the slots of a container."""
    world, row, common = _read_container(call, "slots")
    return {"container_id": row.container_id, "slots": views.slots(world, row), **common}


@service.operation("get_container_contents_endpoint")
def get_container_contents(call: Call[State]) -> Any:
    """Return whatever a container holds."""
    world, row, common = _container(call)
    return {**views.container(row), "contents": views.contents(world, row), **common}


@service.operation("get_container_grid_endpoint")
def get_container_grid(call: Call[State]) -> Any:
    """Return the placements of a grid, or of a region of it."""
    names = ("x", "y", "width", "height")
    region: dict[str, int] = {name: call.query[name] for name in names if name in call.query}
    if region and len(region) < 4:
        raise Refusal(400, "BAD_REQUEST", "Give all of x, y, width and height or none of them")
    world, row, common = _read_container(call, "grid")
    shown = [each for each in views.placements(world, row) if not region or views.within(row, region, each)]
    answer = {"container_id": row.container_id, "placements": shown, "grid": views.grid(world, row), **common}
    return {**answer, "region": region} if region else answer


@service.operation("get_container_grid_free_endpoint")
def get_container_grid_free(call: Call[State]) -> Any:
    """Return where a shape still fits."""
    world, row, common = _read_container(call, "grid")
    shape = (call.query.get("width", 1), call.query.get("height", 1))
    return {"anchors": views.free(world, row, shape), **common}


def _history(call: Call[State], batches: list[Batch], common: Mapping[str, Any]) -> dict[str, Any]:
    limit, first = call.query.get("limit", 10), call.query.get("from_world_seq", 0)
    found = [batch for batch in batches if batch.end >= first]
    more = len(found) > limit
    following = found[limit].start if more else None
    return {
        "commits": [batch.record() for batch in found[:limit]],
        "pagination": {"next_world_seq": following, "has_more": more},
        **common,
    }


@service.operation("list_commits_endpoint")
def list_commits(call: Call[State]) -> Any:
    """List commits that the projection has."""
    namespace, _, common = _projected(call)
    return _history(call, namespace.log[: namespace.projected], common)


@service.operation("query_container_history_endpoint")
def query_container_history(call: Call[State]) -> Any:
    """List commits that touched a container."""
    namespace, world, common = _projected(call)
    container_id = str(call.path["container_id"])
    batches = [each for each in namespace.log[: namespace.projected] if container_id in each.containers]
    if not batches:
        world.container(container_id)
    return _history(call, batches, common)


@service.operation("read_stream_endpoint")
def read_stream(call: Call[State]) -> Stream:
    """Replay batches and go on with new ones until `limit` were sent."""
    _projected(call)
    first = call.query.get("from_world_seq", 0)
    last = call.header.get("last-event-id")
    return Stream(_events(call, first if last is None else last + 1))


async def _events(call: Call[State], first: int) -> AsyncIterator[bytes]:
    limit, sent = call.query.get("limit", 10_000), 0
    while True:
        namespace = call.state.namespace(call.path["namespace_id"])
        namespace.project(call.state.now(), call.state.lag)
        for batch in namespace.log[: namespace.projected]:
            if batch.end < first:
                continue
            yield _event(call, namespace, batch)
            first, sent = batch.end + 1, sent + 1
            if sent == limit:
                return
        await asyncio.sleep(_STREAM_POLL)


def _event(call: Call[State], namespace: Namespace, batch: Batch) -> bytes:
    entry = {
        "namespace": namespace.id,
        **batch.record(),
        "operations": list(batch.operations),
        "freshness": namespace.freshness(call.state.now()),
        **_correlations(call),
    }
    data = json.dumps(entry, separators=(",", ":"))
    # The name of the events is not documented; without one they are messages.
    return f"id: {batch.end}\ndata: {data}\n\n".encode()


@service.operation("get_freshness_endpoint")
def get_freshness(call: Call[State]) -> Any:
    """Return how far the projection is."""
    return _projected(call)[2]


# Health and callers


@service.operation("health_endpoint")
def health(call: Call[State]) -> Any:
    """Return health, version and uptime."""
    uptime = int((call.state.now() - call.state.started).total_seconds())
    return {"status": "healthy", "version": "0.1.0", "api_version": "0.1.0", "uptime_secs": uptime}


@service.operation("livez_endpoint")
def livez(call: Call[State]) -> Any:
    """Return a sign of life."""
    return {"status": "alive"}


@service.operation("metrics_endpoint")
def metrics(call: Call[State]) -> Any:
    """Return the number of commits, on the daemon's own port; the name of the metric is provisional."""
    commits = sum(len(namespace.log) for namespace in call.state.namespaces.values())
    return Answer(f"# TYPE assetcore_commits_total counter\nassetcore_commits_total {commits}\n")


@service.operation("read_health_endpoint")
def read_health(call: Call[State]) -> Any:
    """Return readiness and freshness."""
    call.path["namespace_id"] = call.header["x-assetcore-namespace"]
    return {"status": "ready", "freshness": _projected(call)[2]["freshness"]}


@service.operation("read_livez_endpoint")
def read_livez(call: Call[State]) -> Any:
    """Return a sign of life."""
    return {"status": "alive"}


@service.operation("read_metrics_endpoint")
def read_metrics(call: Call[State]) -> Any:
    """Return how many commits are projected; the name of the metric is provisional."""
    projected = sum(namespace.projected for namespace in call.state.namespaces.values())
    return Answer(f"# TYPE assetcore_projected_total counter\nassetcore_projected_total {projected}\n")


@service.operation("auth_whoami_endpoint")
def auth_whoami(call: Call[State]) -> Any:
    """Return the principal."""
    return whoami(_principal(call))


@service.operation("auth_permissions_endpoint")
def auth_permissions(call: Call[State]) -> Any:
    """Return what the principal may do."""
    return permissions(_principal(call))


# Namespaces: every answer of the control plane is provisional


@service.operation("list_namespaces_endpoint")
def list_namespaces(call: Call[State]) -> Any:
    """List namespaces by id."""
    wanted = {
        name: call.query[name]
        for name in ("policy_class", "lifecycle", "write_mode", "draining", "frozen")
        if name in call.query
    }
    shown = [
        namespace.described()
        for _, namespace in sorted(call.state.namespaces.items())
        if namespace.lifecycle != "deleted" or call.query.get("include_deleted", False)
    ]
    shown = [each for each in shown if all(each[name] == value for name, value in wanted.items())]
    after = call.query.get("page_token", "0")
    shown = [each for each in shown if not after.isdigit() or each["namespace_id"] > int(after)]
    page = shown[: call.query.get("limit", 20)]
    more = len(shown) > len(page)
    return {"namespaces": page, "next_page_token": str(page[-1]["namespace_id"]) if more else None}


@service.operation("create_namespace_endpoint")
def create_namespace(call: Call[State]) -> Any:
    """Create a namespace; without an id it gets the next one."""
    known = call.state.namespaces
    # 7.0 is an integer in JSON as well.
    number = int(call.body.get("namespace_id", max(known, default=0) + 1))
    if number in known:
        raise exists(f"a namespace {number}", "NAMESPACE_ALREADY_EXISTS", namespace_id=number)
    namespace = known[number] = Namespace(number, label=call.body.get("label"))
    call.state.note(namespace, "created")
    return namespace.described()


def _known(call: Call[State]) -> Namespace:
    number = call.path["namespace_id"]
    found = call.state.namespaces.get(number)
    return found if found is not None else call.state.namespace(number)


@service.operation("get_namespace_endpoint")
def get_namespace(call: Call[State]) -> Any:
    """Return a namespace."""
    return _known(call).described()


@service.operation("list_namespace_changes_endpoint")
def list_namespace_changes(call: Call[State]) -> Any:
    """Return the change feed."""
    return {"changes": list(call.state.changes)}


@service.operation("list_namespace_statuses_endpoint")
def list_namespace_statuses(call: Call[State]) -> Any:
    """Return all statuses."""
    return {"statuses": [namespace.status() for _, namespace in sorted(call.state.namespaces.items())]}


@service.operation("get_namespace_status_endpoint")
def get_namespace_status(call: Call[State]) -> Any:
    """Return a status."""
    return _known(call).status()


@service.operation("set_namespace_lifecycle_endpoint")
def set_namespace_lifecycle(call: Call[State]) -> Any:
    """Move a namespace to another state; from `deleted` there is no way back."""
    namespace = _known(call)
    if namespace.lifecycle == "deleted":
        raise Refusal(409, "NAMESPACE_DELETED", "The namespace is deleted", {"namespace_id": namespace.id})
    namespace.lifecycle = call.body["target_state"]
    call.state.note(namespace, "lifecycle")
    return namespace.described()


@service.operation("set_namespace_operational_state_endpoint")
def set_namespace_operational_state(call: Call[State]) -> Any:
    """Set what the body names."""
    namespace = _known(call)
    for name in ("write_mode", "draining", "frozen"):
        if name in call.body:
            setattr(namespace, name, call.body[name])
    call.state.note(namespace, "operational_state")
    return namespace.described()


@service.operation("set_namespace_placement_endpoint")
def set_namespace_placement(call: Call[State]) -> Any:
    """Keep the placement metadata."""
    namespace = _known(call)
    namespace.placement = dict(call.body)
    call.state.note(namespace, "placement")
    return namespace.described()


@service.operation("fork_namespace_endpoint")
def fork_namespace(call: Call[State]) -> Any:
    """Copy a namespace's log into a new one; it is told by `source_namespace_id` and `namespace_id`."""
    source = call.body.get("source_namespace_id")
    number = call.body.get("namespace_id", max(call.state.namespaces, default=0) + 1)
    if not all(
        isinstance(each, int) and not isinstance(each, bool) and each > 0 for each in (source, number)
    ):
        raise Refusal(400, "BAD_REQUEST", "Give source_namespace_id and namespace_id as numbers from 1")
    origin = call.state.namespace(source)
    if number in call.state.namespaces:
        raise exists(f"a namespace {number}", "NAMESPACE_ALREADY_EXISTS", namespace_id=number)
    namespace = call.state.namespaces[number] = Namespace(
        number, log=list(origin.log), world=origin.replayed()
    )
    if namespace.world.tables != origin.world.tables:
        raise invalid("the snapshot cannot be read")
    call.state.note(namespace, "forked")
    return {**namespace.described(), "lineage": {"namespace_id": origin.id, "world_seq": origin.world_seq}}
