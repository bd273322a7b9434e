"""How the outcome of each write is found out.

Commits and classes are read from the read daemon, up to the newest commit of the log; namespaces from the
write daemon. A client reads from its own daemon alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assetcore_api import api
from clientkit.facade import AsyncEventStream, AsyncReader
from clientkit.operation import Prepared
from clientkit.resolving import (
    FailedCall,
    Resolution,
    Rule,
    absent,
    cannot_tell,
    done,
    holds,
    not_done,
    pick,
    plain,
    reads_only,
    rules,
    unknowable,
)

from assetcore_sdk import models
from assetcore_sdk.errors import AssetCoreError, NotFoundError, WrongDaemonError, explained

# Commits of a page, and pages that are read: what is further back in the log is not looked at.
_PAGE = 100
_MOST_PAGES = 50
# Smaller numbers of milliseconds are durations; that commits have the time of day is not documented.
_EARLIEST_MS = 1_000_000_000_000
_ECHOED = ("metadata", "origin", "actor_id")


async def _read(core: AsyncReader, prepared: Prepared[Any], read: Any = models.Document.from_dict) -> Any:
    try:
        return await core.send(prepared, read)
    except NotFoundError as error:
        told = explained(error, prepared.operation)
        if isinstance(told, WrongDaemonError):
            raise WrongDaemonError(f"{told.message} Give the error to a client of that daemon") from None
        raise told from None


def _namespace(call: FailedCall) -> int:
    return int(call.parameters["namespace_id"])


async def _end_of_log(core: AsyncReader, namespace: int) -> int:
    """Return the newest world sequence of the log, which what is read after this must include."""
    freshness = await _read(core, api.stream.get_freshness_endpoint.OPERATION(namespace))
    facts = freshness.get("freshness", freshness)
    newest = facts.get("commit_log_world_seq") if isinstance(facts, Mapping) else None
    if not isinstance(newest, int):
        raise AssetCoreError("the read daemon does not say how far the log is")
    return newest


async def _late_commits(core: AsyncReader, call: FailedCall) -> list[Any] | None:
    """Return the commits since shortly before a call, with their operations; None when they are too many."""
    namespace = _namespace(call)
    newest = await _end_of_log(core, namespace)
    found: list[Any] = []
    end = newest
    for _ in range(_MOST_PAGES):
        if end < 1:
            break
        start = max(1, end - _PAGE + 1)
        page = await _read(
            core,
            api.commits.list_commits_endpoint.OPERATION(
                namespace, from_world_seq=start, limit=_PAGE, x_assetcore_min_world_seq=newest
            ),
            models.CommitListResponse.from_dict,
        )
        commits = [each for each in page if (each.world_seq_start or 0) <= end]
        found[:0] = commits
        end = start - 1
        if commits and _is_early(commits[0], call):
            break
    else:
        return None
    late = [each for each in found if not _is_early(each, call)]
    return await _entries(core, namespace, late, newest)


async def _entries(core: AsyncReader, namespace: int, commits: list[Any], newest: int) -> list[Any]:
    """Return the entries of the stream for commits that follow each other: they have operations."""
    if not commits:
        return []
    prepared = api.stream.read_stream_endpoint.OPERATION(
        namespace,
        from_world_seq=commits[0].world_seq_start,
        limit=len(commits),
        x_assetcore_min_world_seq=newest,
    )
    entries: list[Any] = []
    async with AsyncEventStream(await core.stream(prepared), models.StreamEntry.from_event) as stream:
        async for entry in stream:
            entries.append(entry)
            if len(entries) == len(commits):
                break
    return entries


def _made_at(commit: Any) -> float | None:
    at = commit.commit_time_ms
    return at / 1000 if isinstance(at, int) and at >= _EARLIEST_MS else None


def _is_early(commit: Any, call: FailedCall) -> bool:
    at = _made_at(commit)
    return at is not None and at < call.started - call.skew


async def _committed(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json if isinstance(call.json, Mapping) else {}
    wanted = plain(sent.get("operations"))
    return await _logged(core, call, lambda entry: plain(_operations(entry)) == wanted)


async def _reversed(core: AsyncReader, call: FailedCall) -> Resolution:
    commit_id = call.parameters["commit_id"]

    def fits(entry: Any) -> bool:
        # How the log shows a reversal is not documented: by the commit that it names.
        return any(
            isinstance(each.get("args"), Mapping) and each["args"].get("commit_id") == commit_id
            for each in _operations(entry)
        )

    return await _logged(core, call, fits)


def _operations(entry: Any) -> list[Any]:
    operations = entry.to_dict().get("operations")
    return operations if isinstance(operations, list) else []


async def _logged(core: AsyncReader, call: FailedCall, fits: Any) -> Resolution:
    """Find the commit of a call: by its key where the log has keys, else by its content."""
    entries = await _late_commits(core, call)
    if entries is None:
        return cannot_tell("the log has grown too much since to be read")
    sent, key, known = call.json, call.key_sent, [each.to_dict() for each in entries]
    keyed = [each for each in known if "idempotency_key" in each]
    for each in keyed:
        if each["idempotency_key"] == key:
            return done(_response(call, each), "the log has a commit with its key")
    if keyed and len(keyed) == len(known):
        return absent(call, core.now(), "the log has no commit with its key")
    if not isinstance(sent, Mapping):
        return cannot_tell("what was sent is not kept with the error, and the log has no keys")
    if any(not _operations(entry) for entry in entries):
        return cannot_tell("the log shows neither keys nor operations")
    fitting = [
        entry
        for entry in entries
        if fits(entry) and all(plain(entry.to_dict().get(name)) == plain(sent.get(name)) for name in _ECHOED)
    ]
    found = pick(call, core.now(), fitting, _made_at, "commits")
    if found.done:
        return done(_response(call, found.result.to_dict()), found.reason)
    return found


def _response(call: FailedCall, entry: Mapping[str, Any]) -> Any:
    namespace = _namespace(call)
    return models.CommitResponse.reader(call.key_sent, namespace, None)({"namespace": namespace, **entry})


async def _class_registered(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell("what was sent is not kept with the error")
    namespace, class_id = _namespace(call), str(sent["class_id"])
    newest = await _end_of_log(core, namespace)
    try:
        found = await _read(
            core,
            api.classes.get_class_endpoint.OPERATION(namespace, class_id, x_assetcore_min_world_seq=newest),
            models.ClassResponse.from_dict,
        )
    except NotFoundError:
        return absent(call, core.now(), "there is no such class")
    stored = found.to_dict()
    if holds(sent, stored, [name for name in ("name", "flags", "behavior") if name in stored]):
        return done(_registered(call, class_id), "the class is registered")
    return not_done("the class is registered with other content, by another call")


async def _shape_registered(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell("what was sent is not kept with the error")
    namespace, class_id = _namespace(call), str(sent["class_id"])
    newest = await _end_of_log(core, namespace)
    try:
        found = await _read(
            core,
            api.classes.get_class_shapes_endpoint.OPERATION(
                namespace, class_id, x_assetcore_min_world_seq=newest
            ),
            models.ClassShapesResponse.from_dict,
        )
    except NotFoundError:
        return absent(call, core.now(), "there is no such class")
    for each in found.to_dict().get("shapes") or ():
        stored = each.get("shape", each)
        if holds(sent["shape"], stored, ("width", "height")) and each.get("stack_key") == sent.get(
            "stack_key"
        ):
            return done(_registered(call, class_id), "the shape is registered")
    return absent(call, core.now(), "there is no such shape")


def _registered(call: FailedCall, class_id: str) -> Any:
    return models.RegisterResponse.reader(call.key_sent, _namespace(call), None)({"class_id": class_id})


async def _created(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping) or not isinstance(sent.get("namespace_id"), int):
        return cannot_tell("the call named no namespace_id, and the service chose one")
    try:
        found = await _read(core, api.namespaces.get_namespace_endpoint.OPERATION(sent["namespace_id"]))
    except NotFoundError:
        return absent(call, core.now(), "there is no such namespace")
    if "label" in sent and "label" in found and found["label"] != sent["label"]:
        return not_done("the namespace was created with another label, by another call")
    return done(found, "the namespace is there")


async def _state_set(core: AsyncReader, call: FailedCall) -> Resolution:
    sent = call.json
    if not isinstance(sent, Mapping):
        return cannot_tell("what was sent is not kept with the error")
    found = await _read(core, api.namespaces.get_namespace_endpoint.OPERATION(_namespace(call)))
    wanted = {name: value for name, value in sent.items() if name != "reason"}
    if "target_state" in wanted:
        wanted["lifecycle"] = wanted.pop("target_state")
    missing = [name for name in wanted if name not in found]
    if missing:
        return cannot_tell(f"the service does not show {missing[0]}")
    if holds(wanted, found, wanted):
        return done(found, "the namespace is as the call was to leave it")
    return absent(call, core.now(), "the namespace is not as the call was to leave it")


async def _placed(core: AsyncReader, call: FailedCall) -> Resolution:
    found = await _read(core, api.namespaces.get_namespace_endpoint.OPERATION(_namespace(call)))
    if call.json is None or "placement" not in found:
        return cannot_tell("the service does not show the placement")
    if plain(found["placement"]) == plain(call.json):
        return done(found, "the placement is as the call was to leave it")
    return absent(call, core.now(), "the placement is not as the call was to leave it")


_LOG = (
    "the log since the call began: by key where it shows keys, else by operations, metadata, origin and actor"
)

RULES = rules(
    Rule(api.commits.commit_endpoint.OPERATION, _LOG, _committed),
    reads_only(api.commits.preflight_endpoint.OPERATION),
    Rule(
        api.commits.reverse_commit_endpoint.OPERATION,
        "the log since the call began: by key where it shows keys, else by the commit that a reversal names",
        _reversed,
    ),
    Rule(api.classes.register_class_endpoint.OPERATION, "the class", _class_registered, ("done", "not_done")),
    Rule(
        api.classes.register_class_shape_endpoint.OPERATION,
        "the shapes of the class",
        _shape_registered,
        ("done", "not_done"),
    ),
    Rule(
        api.namespaces.create_namespace_endpoint.OPERATION,
        "the namespace, when the call named its id (write daemon)",
        _created,
    ),
    Rule(
        api.namespaces.set_namespace_lifecycle_endpoint.OPERATION,
        "the namespace as it is (write daemon)",
        _state_set,
    ),
    Rule(
        api.namespaces.set_namespace_operational_state_endpoint.OPERATION,
        "the namespace as it is (write daemon)",
        _state_set,
    ),
    Rule(
        api.namespaces.set_namespace_placement_endpoint.OPERATION,
        "the namespace as it is (write daemon)",
        _placed,
    ),
    unknowable(
        api.namespaces.fork_namespace_endpoint.OPERATION, "what the call says and makes is not documented"
    ),
)
