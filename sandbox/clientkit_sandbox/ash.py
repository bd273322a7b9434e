"""The sandbox for the Ash agent server: agents, sessions, streams, files, queue and evaluations, in memory.

It stands for the newest server. It is stricter in one way: values are not coerced, so that a number where a
text belongs is refused. Every path is taken to be a directory with an agent in it, but for one whose last
part begins with `missing`. `_ash/scenes.py` has what the agent says, `_ash/shell.py` the commands it knows.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import io
import tarfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from clientkit_sandbox._ash.records import TENANT, Agent, File, QueueItem, Run, Session, new_id, stamp
from clientkit_sandbox._ash.state import API_KEY, State
from clientkit_sandbox._catalog import load_document
from clientkit_sandbox.engine import Answer, Call, Problem, Service, Stream, Window

service: Service[State] = Service(
    "ash",
    state=State,
    credentials={"api_key": API_KEY},
    keys={"operator": API_KEY},
    daemons={"server_url": ""},
    expired=Problem(401, "unauthorized", "Invalid API key"),
    window=timedelta(minutes=15),
)

_MIB = 1024 * 1024
_BODY_LIMITS = {"sendMessage": 50 * _MIB, "writeSessionFiles": 200 * _MIB, "uploadWorkspace": 134 * _MIB}
_OWN_BUCKETS = frozenset({"deployAgent", "createSession"})
_STREAMING = "streaming"
_EVAL_PICK_UP = timedelta(seconds=5)


def _terse_operations() -> frozenset[str]:
    """Return the operations whose validation errors name no detail."""
    reference = "#/components/responses/BadRequest"
    return frozenset(
        operation["operationId"]
        for item in load_document("ash")["paths"].values()
        for operation in item.values()
        if isinstance(operation, dict) and operation["responses"].get("400", {}).get("$ref") == reference
    )


_TERSE = _terse_operations()


@service.authorize
def authorize(call: Call[State]) -> None:
    """Admit a call: rate window, key, size of the body, content type."""
    bucket, limit = _bucket(call)
    if not call.state.limits.take(bucket, limit):
        wait = _window(call).seconds_left(call.state.now())
        words = f"Rate limit exceeded, retry in {wait} seconds"
        raise Problem(429, "framework", words, headers={"Retry-After": str(wait)})
    operation = call.operation
    assert operation is not None
    if not operation.public:
        _check_key(call)
    length = int(call.headers.get("content-length", "0"))
    if "413" in operation.answers and length > _BODY_LIMITS.get(operation.id, _MIB):
        raise Problem(413, "framework", "Request body is too large")
    is_json = call.headers.get("content-type", "").startswith("application/json")
    if is_json and not length and operation.method != "GET" and "transfer-encoding" not in call.headers:
        words = "Body cannot be empty when content-type is set to 'application/json'"
        raise Problem(400, "framework", words)


@service.headers
def rate_headers(call: Call[State]) -> dict[str, str]:
    """Return the headers of the caller's window; a stream of events has none."""
    if call.principal == _STREAMING:
        return {}
    window = _window(call)
    return {
        "X-RateLimit-Limit": str(window.limit),
        "X-RateLimit-Remaining": str(window.remaining),
        "X-RateLimit-Reset": str(window.seconds_left(call.state.now())),
    }


@service.problem
def error_body(call: Call[State], problem: Problem) -> Answer:
    """Give a problem one of the shapes that the server has."""
    status = problem.status
    operation = call.operation
    if problem.code in {"validation_error", "unsupported_media_type"}:
        if operation is not None and operation.id in _TERSE:
            return Answer({"error": "Bad Request", "statusCode": 400}, 400)
        detail = {"code": "FST_ERR_VALIDATION", "message": problem.message}
        return Answer({"statusCode": 400, **detail, "error": "Bad Request"}, 400)
    if problem.code in {"not_found", "method_not_allowed"}:
        return Answer({"message": "Route not found", "error": "Not Found", "statusCode": 404}, 404)
    if problem.code in {"framework", "internal_error"}:
        phrase = HTTPStatus(status).phrase
        return Answer({"statusCode": status, "error": phrase, "message": problem.message}, status)
    if operation is not None and operation.path.startswith("/api/api-keys") and status != 401:
        return Answer({"error": problem.message}, status)
    return Answer({"error": problem.message, "statusCode": status}, status)


def _bucket(call: Call[State]) -> tuple[str, int]:
    if call.operation is not None and call.operation.id in _OWN_BUCKETS:
        return call.operation.id, 20
    return "all", 1500


def _window(call: Call[State]) -> Window:
    return call.state.limits.window(*_bucket(call))


def _check_key(call: Call[State]) -> None:
    header = call.headers.get("authorization")
    if header is None:
        raise Problem(401, "unauthorized", "Missing Authorization header")
    parts = header.split(" ")
    if len(parts) != 2 or parts[0] != "Bearer":
        raise Problem(401, "unauthorized", "Malformed Authorization header")
    if parts[1] != API_KEY and all(parts[1] != key for _, key in call.state.keys.values()):
        raise Problem(401, "unauthorized", "Invalid API key")


# Health


@service.operation("getHealth")
def get_health(call: Call[State]) -> Any:
    """Tell how the server is."""
    state = call.state
    alive = [session for session in state.sessions.values() if session.is_alive]
    running = sum(session.is_running for session in alive)
    pool = {
        "total": len(alive),
        "cold": 0,
        "warming": 0,
        "warm": 0,
        "waiting": len(alive) - running,
        "running": running,
        "maxCapacity": 1000,
        "resumeWarmHits": state.resumed["warm"],
        "resumeColdHits": state.resumed["cold"],
        "preWarmHits": 0,
    }
    return {
        "status": "ok",
        "activeSessions": sum(session.status == "active" for session in state.sessions.values()),
        "activeSandboxes": len(alive),
        "uptime": (state.now() - state.started_at).total_seconds(),
        "version": "0.2.0",
        "pool": pool,
    }


@service.operation("getMetrics")
def get_metrics(call: Call[State]) -> Answer:
    """Return the metrics; their names are provisional."""
    active = sum(session.status == "active" for session in call.state.sessions.values())
    text = f"# TYPE ash_active_sessions gauge\nash_active_sessions {active}\n"
    return Answer(text, content_type="text/plain; version=0.0.4")


# Agents


@service.operation("deployAgent")
def deploy_agent(call: Call[State]) -> Any:
    """Deploy an agent from a directory of the server, or from the files that are sent."""
    body, state, now = call.body, call.state, call.state.now()
    path = body.get("path")
    if path is not None and path.rstrip("/").rpartition("/")[2].startswith("missing"):
        raise Problem(400, "refused", f"Agent directory must contain CLAUDE.md: {path}")
    known = state.agents.get(body["name"])
    directory = path or f"/data/agents/{body['name']}"
    agent = known or Agent(body["name"], directory, now, now)
    if known is not None:
        agent.version += 1
    agent.path, agent.updated_at = directory, now
    if path is None:
        _write_agent_files(agent, _safe(body.get("files", [])), now)
        agent.files.setdefault("CLAUDE.md", File(body.get("systemPrompt", "# Agent").encode(), now))
    else:
        agent.files = {"CLAUDE.md": File(f"# {agent.name}\n".encode(), now)}
    agent.env = dict(body.get("env", agent.env))
    state.agents[agent.name] = agent
    return Answer({"agent": agent.shown(now)}, 201)


@service.operation("listAgents")
def list_agents(call: Call[State]) -> Any:
    """List agents by name."""
    return {"agents": [agent.shown() for _, agent in sorted(call.state.agents.items())]}


@service.operation("getAgent")
def get_agent(call: Call[State]) -> Any:
    """Return an agent."""
    return {"agent": _agent(call).shown()}


@service.operation("updateAgent")
def update_agent(call: Call[State]) -> Any:
    """Change environment and settings; other fields have no effect."""
    agent = _agent(call)
    if "env" in call.body:
        agent.env = dict(call.body["env"])
    agent.config.update(call.body.get("config", {}))
    agent.updated_at = call.state.now()
    return {"agent": agent.shown()}


@service.operation("deleteAgent")
def delete_agent(call: Call[State]) -> Any:
    """Delete an agent and its sessions."""
    agent = _agent(call)
    del call.state.agents[agent.name]
    for session in [each for each in call.state.sessions.values() if each.agent is agent]:
        session.kill()
        del call.state.sessions[session.id]
    return {"ok": True}


@service.operation("getAgentConfig")
def get_agent_config(call: Call[State]) -> Any:
    """Return the settings of an agent."""
    return {"config": _agent(call).config}


@service.operation("updateAgentConfig")
def update_agent_config(call: Call[State]) -> Any:
    """Merge settings, one level deep."""
    agent = _agent(call)
    agent.config.update(call.body)
    return {"config": agent.config}


@service.operation("listAgentFiles")
def list_agent_files(call: Call[State]) -> Any:
    """List the files of an agent."""
    return {"files": [file.entry(path) for path, file in sorted(_agent(call).files.items())]}


@service.operation("uploadAgentFiles")
def upload_agent_files(call: Call[State]) -> Any:
    """Write files of an agent; none when one of them would be outside."""
    agent, files = _agent(call), call.body["files"]
    if len(_safe(files)) != len(files):
        raise Problem(400, "refused", "Path escapes the agent directory")
    _write_agent_files(agent, files, call.state.now())
    return {"written": len(files)}


@service.operation("getAgentFile")
def get_agent_file(call: Call[State]) -> Any:
    """Return a file of an agent, as JSON by default."""
    path = _checked_path(call.path["path"])
    file = _file(_agent(call).files, path)
    if call.query.get("format", "json") == "raw":
        return _raw(file.content)
    return Answer({"path": path, "content": _text(file), "size": len(file.content)})


@service.operation("deleteAgentFile")
def delete_agent_file(call: Call[State]) -> Any:
    """Delete a file of an agent."""
    agent, path = _agent(call), call.path["path"]
    if not _is_safe(path):
        raise Problem(400, "refused", "Path escapes the agent directory")
    _file(agent.files, path)
    del agent.files[path]
    return {"deleted": True}


# Versions


@service.operation("listAgentVersions")
def list_agent_versions(call: Call[State]) -> Any:
    """List versions, the newest first."""
    return {"versions": list(reversed(_agent(call).versions))}


@service.operation("createAgentVersion")
def create_agent_version(call: Call[State]) -> Any:
    """Add a version, perhaps a copy of another."""
    agent, body, now = _agent(call), call.body, stamp(call.state.now())
    number = len(agent.versions) + 1
    source: dict[str, Any] = {}
    if "cloneFrom" in body:
        found = _find_version(agent, str(body["cloneFrom"]))
        if found is None:
            raise Problem(400, "refused", "Clone source not found")
        source = found
    version = {
        "id": new_id(),
        "tenantId": TENANT,
        "agentName": agent.name,
        "versionNumber": number,
        "name": body.get("name", f"v{number}"),
        **{name: body.get(name, source.get(name)) for name in ("systemPrompt", "releaseNotes")},
        "knowledgeFiles": body.get("knowledgeFiles", source.get("knowledgeFiles")),
        "createdBy": None,
        "isActive": False,
        "createdAt": now,
        "updatedAt": now,
    }
    agent.versions.append(version)
    return Answer({"version": version}, 201)


@service.operation("getAgentVersion")
def get_agent_version(call: Call[State]) -> Any:
    """Return a version."""
    return {"version": _version(call)}


@service.operation("updateAgentVersion")
def update_agent_version(call: Call[State]) -> Any:
    """Change a version."""
    version = _version(call)
    names = ("name", "systemPrompt", "releaseNotes", "knowledgeFiles")
    version.update({name: call.body[name] for name in names if name in call.body})
    version["updatedAt"] = stamp(call.state.now())
    return {"version": version}


@service.operation("deleteAgentVersion")
def delete_agent_version(call: Call[State]) -> Any:
    """Delete a version."""
    version = _version(call)
    _agent(call).versions.remove(version)
    return Answer(status=204)


@service.operation("activateAgentVersion")
def activate_agent_version(call: Call[State]) -> Any:
    """Use a version for new sessions."""
    version = _version(call)
    for other in _agent(call).versions:
        other["isActive"] = other is version
    return {"activated": True, "versionNumber": version["versionNumber"]}


# Sessions


@service.operation("createSession")
def create_session(call: Call[State]) -> Any:
    """Start a session; it is active at once."""
    agent = call.state.agent(call.body["agent"])
    credential = call.body.get("credentialId")
    if credential is not None and credential not in call.state.credentials:
        raise Problem(400, "refused", "Invalid or inaccessible credential")
    session = call.state.start(agent, model=call.body.get("model"))
    if call.body.get("mcpServers"):
        session.note("mcp_status", {"action": "configured"}, call.state.now())
    return Answer({"session": session.shown()}, 201)


@service.operation("listSessions")
def list_sessions(call: Call[State]) -> Any:
    """List sessions, the newest first."""
    wanted = call.query.get("agent")
    sessions = [each for each in reversed(call.state.sessions.values()) if wanted in (None, each.agent.name)]
    for session in sessions:
        call.state.settle(session)
    return {"sessions": [session.shown() for session in sessions]}


@service.operation("getSession")
def get_session(call: Call[State]) -> Any:
    """Return a session."""
    return {"session": _session(call).shown()}


@service.operation("endSession")
def end_session(call: Call[State]) -> Any:
    """End a session; once more changes nothing."""
    session = _session(call)
    if session.status != "ended":
        call.state.leave(session, "ended")
    return {"session": session.shown()}


@service.operation("updateSessionConfig")
def update_session_config(call: Call[State]) -> Any:
    """Change settings, which the server does not show."""
    return {"session": _session(call).shown()}


@service.operation("pauseSession")
def pause_session(call: Call[State]) -> Any:
    """Pause an active session; a turn that runs goes on."""
    session = _session(call)
    _require(session, "pause", "active")
    call.state.leave(session, "paused")
    return {"session": session.shown()}


@service.operation("resumeSession")
def resume_session(call: Call[State]) -> Any:
    """Resume a session that has not ended."""
    session = _session(call)
    if session.status == "ended":
        raise Problem(410, "gone", "Session has ended")
    if session.status != "active":
        call.state.resume(session)
    return {"session": session.shown()}


@service.operation("stopSession")
def stop_session(call: Call[State]) -> Any:
    """Stop an active session; a turn that runs falls silent."""
    session = _session(call)
    _require(session, "stop", "active", "starting")
    call.state.leave(session, "stopped")
    return {"session": session.shown()}


@service.operation("forkSession")
def fork_session(call: Call[State]) -> Any:
    """Make a paused copy of a session with its messages and files."""
    parent, now = _session(call), call.state.now()
    session = Session(parent.agent, now, now, status="paused", parent_id=parent.id, is_alive=False)
    session.messages = [{**row, "id": new_id(), "sessionId": session.id} for row in parent.messages]
    session.files = dict(parent.files)
    session.turns = parent.turns
    session.note("lifecycle", {"action": "forked", "parentSessionId": parent.id}, now)
    call.state.sessions[session.id] = session
    return Answer({"session": session.shown()}, 201)


@service.operation("sendMessage")
def send_message(call: Call[State]) -> Any:
    """Start a turn and stream it."""
    session, content = _session(call), call.body["content"]
    if isinstance(content, list) and len(content) == 1:
        # As the newest server does, by a fault of its own.
        raise Problem(400, "validation_error", "content must be a string")
    _require(session, "send a message to", "active")
    _require_sandbox(session, status="error")
    partial = call.body.get("includePartialMessages", False)
    pieces = call.state.stream(session, content, partial=partial)
    call.principal = _STREAMING
    return Stream(pieces, headers={"Cache-Control": "no-cache"})


@service.operation("listMessages")
def list_messages(call: Call[State]) -> Any:
    """List messages, the oldest first."""
    return {"messages": _after(call, _session(call).messages, 100)}


@service.operation("listSessionEvents")
def list_session_events(call: Call[State]) -> Any:
    """List events, the oldest first."""
    kind = call.query.get("type")
    rows = [row for row in _session(call).events if kind in (None, row["type"])]
    return {"events": _after(call, rows, 200)}


@service.operation("getSessionLogs")
def get_session_logs(call: Call[State]) -> Any:
    """Return what the process printed; nothing once it is gone."""
    session = _session(call)
    after = call.query.get("after", -1)
    kept = session.logs[-10_000:] if session.is_alive else []
    return {"logs": [line for line in kept if line["index"] > after], "source": session.source}


@service.operation("execInSession")
async def exec_in_session(call: Call[State]) -> Any:
    """Run one of a few commands over the files of the workspace."""
    session, command = _session(call), call.body["command"]
    _require(session, "run a command in", "active")
    _require_sandbox(session)
    if not command:
        raise Problem(500, "failed", "Internal Server Error")
    result = await call.state.execute(session, command, call.body.get("timeout", 30_000) / 1000)
    return {"exitCode": result.exit_code, "stdout": result.stdout, "stderr": result.stderr}


@service.operation("listSessionFiles")
def list_session_files(call: Call[State]) -> Any:
    """List the files of the workspace."""
    session = _session(call)
    hidden = call.query.get("includeHidden", False)
    files = [
        file.entry(path)
        for path, file in sorted(session.files.items())
        if hidden or not any(part.startswith(".") for part in path.split("/"))
    ]
    return {"files": files, "source": session.source}


@service.operation("writeSessionFiles")
def write_session_files(call: Call[State]) -> Any:
    """Write files; what is wrong with one does not concern the others."""
    session, results = _session(call), []
    target = call.body.get("targetPath", ".").strip("/")
    for each in call.body["files"]:
        path = each["path"] if target in ("", ".") else f"{target}/{each['path']}"
        content = _decoded(each["content"])
        error = "Invalid path" if not _is_safe(path) else "Content is not base64" if content is None else None
        if error is not None or content is None:
            results.append({"path": path, "written": False, "error": error or "Invalid"})
            continue
        if not session.write(path, content, call.state.now()):
            results.append(
                {"path": path, "written": False, "error": "EISDIR: illegal operation on a directory"}
            )
            continue
        results.append({"path": path, "written": True, "size": len(content)})
    return {"files": results}


@service.operation("getSessionFile")
def get_session_file(call: Call[State]) -> Any:
    """Return a file of the workspace, its bytes by default."""
    session, path = _session(call), _checked_path(call.path["path"])
    file = _file(session.files, path)
    if call.query.get("format", "raw") == "json":
        if len(file.content) > _MIB:
            raise Problem(400, "refused", "File is too large for JSON")
        shown = {"path": path, "content": _text(file), "size": len(file.content)}
        return Answer({**shown, "source": session.source})
    name = path.rpartition("/")[2].encode("ascii", "replace").decode().replace('"', "_")
    stream = _raw(file.content)
    stream.headers |= {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Ash-Source": session.source,
    }
    return stream


@service.operation("deleteSessionFile")
def delete_session_file(call: Call[State]) -> Any:
    """Delete a file of the workspace."""
    session, path = _session(call), _checked_path(call.path["path"])
    _file(session.files, path)
    del session.files[path]
    return {"path": path, "deleted": True}


@service.operation("downloadWorkspace")
def download_workspace(call: Call[State]) -> Any:
    """Return the workspace as an archive."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for path, file in sorted(_session(call).files.items()):
            if path.rpartition("/")[2].startswith(".env") or "node_modules" in path.split("/"):
                continue
            member = tarfile.TarInfo(path)
            member.size = len(file.content)
            archive.addfile(member, io.BytesIO(file.content))
    return Answer(packed.getvalue(), content_type="application/gzip")


@service.operation("uploadWorkspace")
def upload_workspace(call: Call[State]) -> Any:
    """Replace the workspace by an archive."""
    session, now = _session(call), call.state.now()
    packed = _decoded(call.body["bundle"])
    if not packed:
        raise Problem(400, "refused", "Bundle is empty")
    try:
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(packed))) as archive:
            members = [(each.name, archive.extractfile(each)) for each in archive if each.isfile()]
            contents = {name.removeprefix("./"): file.read() for name, file in members if file is not None}
    except (OSError, EOFError, tarfile.TarError, ValueError):
        raise Problem(500, "refused", "Bundle is not a gzipped archive") from None
    session.files = {path: File(content, now) for path, content in contents.items() if _is_safe(path)}
    return {"message": "Workspace uploaded"}


# Attachments


@service.operation("uploadAttachment")
def upload_attachment(call: Call[State]) -> Any:
    """Attach a file, and put it into the workspace."""
    session, body, now = _session(call), call.body, call.state.now()
    content = _decoded(body["content"])
    name = body["filename"].replace("\\", "/").rpartition("/")[2]
    if content is None or not name:
        raise Problem(400, "refused", "Invalid attachment")
    if not content:
        raise Problem(400, "refused", "Empty attachment content")
    attachment = {
        "id": new_id(),
        "sessionId": session.id,
        "tenantId": TENANT,
        "messageId": body.get("messageId", "unlinked"),
        "filename": name,
        "mimeType": body.get("mimeType", "application/octet-stream"),
        "size": len(content),
        "createdAt": stamp(now),
    }
    call.state.attachments[attachment["id"]] = (attachment, content)
    session.attachments.append(attachment["id"])
    session.write(f"attachments/{name}", content, now)
    return Answer({"attachment": attachment}, 201)


@service.operation("listAttachments")
def list_attachments(call: Call[State]) -> Any:
    """List attachments, the oldest first."""
    known = call.state.attachments
    return {"attachments": [known[each][0] for each in _session(call).attachments if each in known]}


@service.operation("downloadAttachment")
def download_attachment(call: Call[State]) -> Any:
    """Return the bytes of an attachment; a type that no header can carry is left out."""
    attachment, content = _attachment(call)
    kind = attachment["mimeType"]
    return _raw(content, kind if kind.isascii() and kind.isprintable() and kind.strip() else None)


@service.operation("deleteAttachment")
def delete_attachment(call: Call[State]) -> Any:
    """Delete an attachment."""
    attachment, _ = _attachment(call)
    del call.state.attachments[attachment["id"]]
    return Answer(status=204)


# Credentials and API keys


@service.operation("createCredential")
def create_credential(call: Call[State]) -> Any:
    """Store a credential; its key is not kept."""
    credential = {
        "id": new_id(),
        "type": call.body["type"],
        "label": call.body.get("label", ""),
        "active": True,
        "createdAt": stamp(call.state.now()),
    }
    call.state.credentials[credential["id"]] = credential
    return Answer({"credential": credential}, 201)


@service.operation("listCredentials")
def list_credentials(call: Call[State]) -> Any:
    """List credentials, the newest first."""
    return {
        "credentials": [{**each, "lastUsedAt": None} for each in reversed(call.state.credentials.values())]
    }


@service.operation("deleteCredential")
def delete_credential(call: Call[State]) -> Any:
    """Delete a credential."""
    if call.state.credentials.pop(call.path["id"], None) is None:
        raise Problem(404, "missing", "Credential not found")
    return Answer(status=204)


@service.operation("listApiKeys")
def list_api_keys(call: Call[State]) -> Any:
    """List keys, masked; the operator's own first."""
    own = {"id": "env", "label": "environment", "keyPrefix": f"{API_KEY[:8]}…", "createdAt": ""}
    return {"keys": [own, *(shown for shown, _ in call.state.keys.values())]}


@service.operation("createApiKey")
def create_api_key(call: Call[State]) -> Any:
    """Make a key; it is good at once."""
    key = f"ash_{new_id().replace('-', '')}"
    label = (call.body or {}).get("label", "")
    shown = {"id": new_id(), "label": label, "keyPrefix": f"{key[:8]}…"}
    call.state.keys[shown["id"]] = ({**shown, "createdAt": stamp(call.state.now())}, key)
    return Answer({"id": shown["id"], "key": key}, 201)


@service.operation("revokeApiKey")
def revoke_api_key(call: Call[State]) -> Any:
    """Revoke a key."""
    if call.state.keys.pop(call.path["id"], None) is None:
        raise Problem(404, "missing", "API key not found")
    return Answer(status=204)


# Queue


@service.operation("enqueue")
def enqueue(call: Call[State]) -> Any:
    """Queue a prompt."""
    return Answer({"item": call.state.enqueue(call.body).shown()}, 201)


@service.operation("listQueueItems")
def list_queue_items(call: Call[State]) -> Any:
    """List items, the newest first."""
    call.state.work()
    wanted = call.query.get("status")
    items = [each.shown() for each in reversed(call.state.queue) if wanted in (None, each.status)]
    return {"items": items[: call.query.get("limit", 50)]}


@service.operation("getQueueStats")
def get_queue_stats(call: Call[State]) -> Any:
    """Count items by state."""
    call.state.work()
    counted = Counter(item.status for item in call.state.queue)
    names = ("pending", "processing", "completed", "failed", "cancelled")
    return {"stats": {name: counted[name] for name in names}}


@service.operation("getQueueItem")
def get_queue_item(call: Call[State]) -> Any:
    """Return an item."""
    return {"item": _item(call).shown()}


@service.operation("cancelQueueItem")
def cancel_queue_item(call: Call[State]) -> Any:
    """Cancel a pending item."""
    item = _item(call)
    if item.status != "pending":
        raise Problem(400, "refused", f"Cannot cancel an item that is {item.status}")
    item.status, item.completed_at = "cancelled", call.state.now()
    return {"item": item.shown()}


# Usage and analytics


@service.operation("listUsageEvents")
def list_usage_events(call: Call[State]) -> Any:
    """List usage, the newest first."""
    return {"events": list(reversed(_usage(call)))[: call.query.get("limit", 100)]}


@service.operation("getUsageStats")
def get_usage_stats(call: Call[State]) -> Any:
    """Add up usage."""
    return {"stats": _sums(_usage(call))}


@service.operation("getAnalytics")
def get_analytics(call: Call[State]) -> Any:
    """Return numbers over everything."""
    state = call.state
    runs = [_settled(run, state.now()) for agent in state.agents.values() for run in agent.runs.values()]
    sessions = Counter(session.status for session in state.sessions.values())
    return {
        "agents": {"total": len(state.agents)},
        "sessions": {"total": len(state.sessions), "byStatus": dict(sessions)},
        "usage": _sums(_usage(call)),
        "evals": {"totalRuns": len(runs), "byStatus": dict(Counter(run.shown["status"] for run in runs))},
    }


# Evaluations


@service.operation("listEvalCases")
def list_eval_cases(call: Call[State]) -> Any:
    """List cases."""
    wanted = {name: call.query[name] for name in ("category", "isActive") if name in call.query}
    cases = _agent(call).cases.values()
    return {"cases": [each for each in cases if all(each[name] == wanted[name] for name in wanted)]}


@service.operation("createEvalCase")
def create_eval_case(call: Call[State]) -> Any:
    """Add a case."""
    return Answer({"case": _add_case(_agent(call), call.body, call.state.now())}, 201)


@service.operation("getEvalCase")
def get_eval_case(call: Call[State]) -> Any:
    """Return a case."""
    return {"case": _case(call)}


@service.operation("updateEvalCase")
def update_eval_case(call: Call[State]) -> Any:
    """Change a case."""
    case = _case(call)
    case.update({name: call.body[name] for name in _CASE_FIELDS if name in call.body})
    case["updatedAt"] = stamp(call.state.now())
    return {"case": case}


@service.operation("deleteEvalCase")
def delete_eval_case(call: Call[State]) -> Any:
    """Delete a case."""
    del _agent(call).cases[_case(call)["id"]]
    return Answer(status=204)


@service.operation("importEvalCases")
def import_eval_cases(call: Call[State]) -> Any:
    """Add many cases."""
    agent = _agent(call)
    return {"imported": len([_add_case(agent, each, call.state.now()) for each in call.body["cases"]])}


@service.operation("exportEvalCases")
def export_eval_cases(call: Call[State]) -> Any:
    """Return all cases."""
    return {"cases": list(_agent(call).cases.values())}


@service.operation("startEvalRun")
def start_eval_run(call: Call[State]) -> Any:
    """Start a run; it is done when it is looked at five seconds later."""
    agent, body, now = _agent(call), call.body, call.state.now()
    number = body.get("versionNumber")
    if number is not None and _find_version(agent, str(number)) is None:
        raise Problem(404, "missing", "Version not found")
    cases = [case for case in agent.cases.values() if case["isActive"] and _is_chosen(case, body)]
    shown: dict[str, Any] = {
        "id": new_id(),
        "tenantId": TENANT,
        "agentName": agent.name,
        "versionNumber": number,
        "status": "pending",
        "totalCases": len(cases),
        "completedCases": 0,
        "summary": None,
        "createdAt": stamp(now),
        "startedAt": None,
        "completedAt": None,
    }
    agent.runs[shown["id"]] = Run(shown, [_pending_result(shown["id"], case, now) for case in cases], now)
    return Answer({"run": shown}, 201)


@service.operation("listEvalRuns")
def list_eval_runs(call: Call[State]) -> Any:
    """List runs, the newest first."""
    return {"runs": [_settled(run, call.state.now()).shown for run in reversed(_agent(call).runs.values())]}


@service.operation("getEvalRun")
def get_eval_run(call: Call[State]) -> Any:
    """Return a run."""
    return {"run": _run(call, call.path["id"]).shown}


@service.operation("listEvalResults")
def list_eval_results(call: Call[State]) -> Any:
    """List the results of a run."""
    return {"results": _run(call, call.path["id"]).results}


@service.operation("compareEvalRuns")
def compare_eval_runs(call: Call[State]) -> Any:
    """Put two runs side by side; the shape of an entry is provisional."""
    first, second = _run(call, call.query["runA"]), _run(call, call.query["runB"])
    others = {result["evalCaseId"]: result for result in second.results}
    results = [
        {"evalCaseId": each["evalCaseId"], "runA": each, "runB": others.get(each["evalCaseId"])}
        for each in first.results
    ]
    return {"comparison": {"runA": first.shown, "runB": second.shown, "results": results}}


@service.operation("scoreEvalRun")
def score_eval_run(call: Call[State]) -> Any:
    """Score all results of a run, or one of them."""
    run, wanted = _run(call, call.path["id"]), call.body.get("resultId")
    results = [each for each in run.results if wanted in (None, each["id"])]
    if wanted is not None and not results:
        raise Problem(404, "missing", "Eval result not found")
    for result in results:
        _score(result, call.body)
    if not results:
        _score({}, call.body)
    return {"scored": len(results), "results": results}


@service.operation("scoreEvalResult")
def score_eval_result(call: Call[State]) -> Any:
    """Score one result."""
    results = (each for run in _agent(call).runs.values() for each in run.results)
    result = next((each for each in results if each["id"] == call.path["id"].lower()), None)
    if result is None:
        raise Problem(404, "missing", "Eval result not found")
    _score(result, call.body)
    return {"result": result}


# What the handlers share


def _agent(call: Call[State]) -> Agent:
    return call.state.agent(call.path["name"])


def _session(call: Call[State]) -> Session:
    return call.state.session(call.path["id"])


def _require_sandbox(session: Session, status: str | None = None) -> None:
    """Refuse a session whose process is gone, and take note of it when a message finds that out."""
    if not session.is_alive:
        session.status = status or session.status
        raise Problem(500, "failed", "Sandbox not found")


def _require(session: Session, what: str, *allowed: str) -> None:
    if session.status not in allowed:
        raise Problem(400, "refused", f"Cannot {what} a session that is {session.status}")


def _find_version(agent: Agent, version: str) -> dict[str, Any] | None:
    found = (each for each in agent.versions if version in (str(each["versionNumber"]), each["id"]))
    return next(found, None)


def _version(call: Call[State]) -> dict[str, Any]:
    version = _find_version(_agent(call), call.path["version"])
    if version is None:
        raise Problem(404, "missing", "Version not found")
    return version


def _attachment(call: Call[State]) -> tuple[dict[str, Any], bytes]:
    found = call.state.attachments.get(call.path["id"].lower())
    if found is None:
        raise Problem(404, "missing", "Attachment not found")
    return found


def _item(call: Call[State]) -> QueueItem:
    call.state.work()
    item = next((each for each in call.state.queue if each.id == call.path["id"].lower()), None)
    if item is None:
        raise Problem(404, "missing", "Queue item not found")
    return item


def _after(call: Call[State], rows: Iterable[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    after = call.query.get("after", 0)
    return [row for row in rows if row["sequence"] > after][: call.query.get("limit", limit)]


def _usage(call: Call[State]) -> list[dict[str, Any]]:
    query = call.query
    after, before = _moment(query.get("after")), _moment(query.get("before"))
    return [
        row
        for row in call.state.usage
        if query.get("sessionId") in (None, row["sessionId"])
        and query.get("agentName") in (None, row["agentName"])
        and (after is None or datetime.fromisoformat(row["createdAt"]) >= after)
        and (before is None or datetime.fromisoformat(row["createdAt"]) <= before)
    ]


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text.upper())


_SUMS = {
    "totalInputTokens": "input_tokens",
    "totalOutputTokens": "output_tokens",
    "totalCacheCreationTokens": "cache_creation_tokens",
    "totalCacheReadTokens": "cache_read_tokens",
    "totalToolCalls": "tool_call",
    "totalMessages": "message",
    "totalComputeSeconds": "compute_seconds",
}


def _sums(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        name: sum(row["value"] for row in rows if row["eventType"] == kind) for name, kind in _SUMS.items()
    }


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return (
        bool(path) and ".." not in path and not path.startswith("/") and "" not in parts and "\0" not in path
    )


def _safe(files: list[dict[str, str]]) -> list[dict[str, str]]:
    return [each for each in files if _is_safe(each["path"])]


def _checked_path(path: str) -> str:
    if ".." in path or path.startswith("/"):
        raise Problem(400, "refused", "Invalid path")
    return path


def _file(files: dict[str, File], path: str) -> File:
    if path not in files:
        raise Problem(404, "missing", "File not found")
    return files[path]


def _text(file: File) -> str:
    return file.content.decode("utf-8", "replace")


def _decoded(content: str) -> bytes | None:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        return None


def _write_agent_files(agent: Agent, files: list[dict[str, str]], now: datetime) -> None:
    contents = {each["path"]: _decoded(each["content"]) for each in files}
    if any(content is None for content in contents.values()):
        raise Problem(400, "refused", "Content is not base64")
    agent.files |= {path: File(content or b"", now) for path, content in contents.items()}


def _raw(content: bytes, kind: str | None = None) -> Stream:
    async def pieces() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 64 * 1024):
            yield content[start : start + 64 * 1024]

    return Stream(pieces(), content_type=kind or "application/octet-stream")


_CASE_FIELDS: dict[str, Callable[[], Any]] = {
    "question": str,
    "expectedTopics": lambda: None,
    "expectedNotTopics": lambda: None,
    "referenceAnswer": lambda: None,
    "category": lambda: None,
    "tags": lambda: None,
    "chatHistory": lambda: None,
    "isActive": lambda: True,
}


def _add_case(agent: Agent, body: dict[str, Any], now: datetime) -> dict[str, Any]:
    case = {
        "id": new_id(),
        "tenantId": TENANT,
        "agentName": agent.name,
        **{name: body.get(name, default()) for name, default in _CASE_FIELDS.items()},
        "createdAt": stamp(now),
        "updatedAt": stamp(now),
    }
    agent.cases[case["id"]] = case
    return case


def _case(call: Call[State]) -> dict[str, Any]:
    case = _agent(call).cases.get(call.path["id"].lower())
    if case is None:
        raise Problem(404, "missing", "Eval case not found")
    return case


def _is_chosen(case: dict[str, Any], body: dict[str, Any]) -> bool:
    categories, tags = body.get("categories"), body.get("tags")
    in_category = categories is None or case["category"] in categories
    return in_category and (tags is None or bool(set(tags) & set(case["tags"] or ())))


def _run(call: Call[State], run_id: str) -> Run:
    run = _agent(call).runs.get(run_id.lower())
    if run is None:
        raise Problem(404, "missing", "Eval run not found")
    return _settled(run, call.state.now())


def _pending_result(run_id: str, case: dict[str, Any], now: datetime) -> dict[str, Any]:
    later = (
        "agentResponse",
        "topicScore",
        "safetyScore",
        "llmJudgeScore",
        "latencyMs",
        "error",
        "humanScore",
        "humanNotes",
        "completedAt",
    )
    return {
        "id": new_id(),
        "tenantId": TENANT,
        "evalRunId": run_id,
        "evalCaseId": case["id"],
        "status": "pending",
        "createdAt": stamp(now),
        **dict.fromkeys(later),
    }


def _settled(run: Run, now: datetime) -> Run:
    """Bring a run to where it is by now: every answer is good, and takes no time."""
    done = run.created_at + _EVAL_PICK_UP
    if run.shown["status"] != "pending" or now < done:
        return run
    answered = {
        "status": "completed",
        "agentResponse": "You said it.",
        "topicScore": 1.0,
        "safetyScore": 1.0,
        "latencyMs": 120,
        "completedAt": stamp(done),
    }
    for result in run.results:
        result.update(answered)
    summary = {"avgTopicScore": 1.0, "avgSafetyScore": 1.0, "avgLlmJudgeScore": None, "avgLatencyMs": 120}
    run.shown.update(
        status="completed",
        completedCases=len(run.results),
        summary={**summary, "passRate": 1.0},
        startedAt=stamp(done),
        completedAt=stamp(done),
    )
    return run


def _score(result: dict[str, Any], body: dict[str, Any]) -> None:
    given: dict[str, Any] = {name: body[name] for name in ("humanScore", "humanNotes") if name in body}
    if not given:
        raise Problem(400, "refused", "Give humanScore or humanNotes")
    result.update(given)
