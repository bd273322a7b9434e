"""How the outcome of each write is found out by one read; messages are read page by page elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ash_api import api
from clientkit.operation import Prepared
from clientkit.reading import rows
from clientkit.resolving import (
    FailedCall,
    Look,
    Resolution,
    Rule,
    absent,
    as_it_is,
    by_path,
    cannot_tell,
    done,
    gone,
    gone_from,
    made,
    rules,
    same,
    seconds,
    unknowable,
)

from ash_ai import models

_SAFE = "the server shows nothing of it; repeating has the same effect, so retry() is safe"
# The server's largest page of the queue.
_MOST_ITEMS = 500


def _named(name: str) -> Callable[[Any], Iterable[Mapping[str, Any]]]:
    return lambda data: [each for each in rows(data, name, required=False) if isinstance(each, Mapping)]


def _member(data: Any, name: str) -> Mapping[str, Any]:
    found = data.get(name) if isinstance(data, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _status(*wanted: str) -> Callable[[FailedCall, Any], bool | None]:
    def is_done(call: FailedCall, found: Any) -> bool | None:
        status = _member(found, "session").get("status")
        return None if status is None else status in wanted

    return is_done


def _leaves_session(operation: Any, *statuses: str) -> Rule:
    return as_it_is(
        operation,
        by_path(api.sessions.get_session.OPERATION),
        "the status of the session",
        _status(*statuses),
        models.one(models.Session, "session"),
    )


def _agents_sessions(call: FailedCall) -> Prepared[Any]:
    return api.sessions.list_sessions.OPERATION(agent=call.json["agent"])


def _all_sessions(call: FailedCall) -> Prepared[Any]:
    return api.sessions.list_sessions.OPERATION()


def _is_fork(call: FailedCall, row: Mapping[str, Any]) -> bool:
    return row.get("parentSessionId") == call.parameters["id"]


def _deployed(call: FailedCall, now: float, found: Any) -> Resolution:
    """Say of an agent whether it was deployed; the server counts deployments, and does not say whose."""
    if found is None:
        return absent(call, now, "there is no such agent")
    agent = _member(found, "agent")
    at = seconds(agent.get("updatedAt"))
    if at is None or at < int(call.started):
        return cannot_tell("the agent is there, and does not say whether it was deployed again")
    return done(models.Agent.from_dict(agent), "the agent was deployed since the call began")


def _deployed_agent(call: FailedCall) -> Prepared[Any]:
    return api.agents.get_agent.OPERATION(call.json["name"])


def _has_config(call: FailedCall, found: Any) -> bool | None:
    config = _member(found, "config")
    return all(config.get(name) == value for name, value in call.json.items())


def _has(name: str, *members: str) -> Callable[[FailedCall, Any], bool | None]:
    """Return whether an object in an envelope has what was sent; None when it lacks one of the members."""

    def is_done(call: FailedCall, found: Any) -> bool | None:
        stored = _member(found, name)
        if any(member in call.json and member not in stored for member in members):
            return None
        return same(*members)(call, stored)

    return is_done


def _is_active(call: FailedCall, found: Any) -> bool | None:
    return _member(found, "version").get("isActive")


def _active_number(found: Any) -> Any:
    return _member(found, "version").get("versionNumber")


def _is_cancelled(call: FailedCall, found: Any) -> bool | None:
    return _member(found, "item").get("status") == "cancelled"


def _has_size(call: FailedCall, row: Mapping[str, Any]) -> bool:
    content = call.json.get("content", "")
    size = len(content.rstrip("=")) * 3 // 4
    return same("filename", "mimeType")(call, row) and row.get("size") == size


_CASE = (
    "question",
    "expectedTopics",
    "expectedNotTopics",
    "referenceAnswer",
    "category",
    "tags",
    "chatHistory",
    "isActive",
)
_VERSION = ("name", "systemPrompt", "releaseNotes", "knowledgeFiles")

RULES = rules(
    # Agents
    Rule(
        api.agents.deploy_agent.OPERATION,
        "the agent, and whether it changed since the call began",
        Look(_deployed_agent, _deployed),
    ),
    unknowable(api.agents.update_agent.OPERATION, _SAFE),
    gone(api.agents.delete_agent.OPERATION, api.agents.get_agent.OPERATION),
    as_it_is(
        api.agents.update_agent_config.OPERATION,
        by_path(api.agents.get_agent_config.OPERATION),
        "the settings of the agent",
        _has_config,
        models.field("config"),
    ),
    unknowable(api.agents.upload_agent_files.OPERATION, _SAFE),
    gone(api.agents.delete_agent_file.OPERATION, api.agents.get_agent_file.OPERATION),
    # Versions
    made(
        api.versions.create_agent_version.OPERATION,
        by_path(api.versions.list_agent_versions.OPERATION),
        _named("versions"),
        same(*_VERSION),
        "versions",
        models.AgentVersion.from_dict,
        by="the versions that were made since: name, prompt, notes and files",
    ),
    as_it_is(
        api.versions.update_agent_version.OPERATION,
        by_path(api.versions.get_agent_version.OPERATION),
        "the version as it is",
        _has("version", *_VERSION),
        models.one(models.AgentVersion, "version"),
    ),
    gone(api.versions.delete_agent_version.OPERATION, api.versions.get_agent_version.OPERATION),
    as_it_is(
        api.versions.activate_agent_version.OPERATION,
        by_path(api.versions.get_agent_version.OPERATION),
        "whether the version is active",
        _is_active,
        _active_number,
    ),
    # Sessions
    made(
        api.sessions.create_session.OPERATION,
        _agents_sessions,
        _named("sessions"),
        lambda call, row: True,
        "sessions of the agent",
        models.Session.from_dict,
        by="the sessions of the agent that were started since",
    ),
    made(
        api.sessions.fork_session.OPERATION,
        _all_sessions,
        _named("sessions"),
        _is_fork,
        "forks of the session",
        models.Session.from_dict,
        by="the forks of the session that were made since",
    ),
    _leaves_session(api.sessions.pause_session.OPERATION, "paused"),
    _leaves_session(api.sessions.resume_session.OPERATION, "active"),
    _leaves_session(api.sessions.stop_session.OPERATION, "stopped"),
    _leaves_session(api.sessions.end_session.OPERATION, "ended"),
    unknowable(api.sessions.update_session_config.OPERATION, _SAFE),
    unknowable(api.sessions.exec_in_session.OPERATION, "the server keeps nothing of a command"),
    unknowable(api.sessions.write_session_files.OPERATION, _SAFE),
    gone(api.sessions.delete_session_file.OPERATION, api.sessions.get_session_file.OPERATION),
    unknowable(api.sessions.upload_workspace.OPERATION, _SAFE),
    made(
        api.sessions.upload_attachment.OPERATION,
        by_path(api.sessions.list_attachments.OPERATION),
        _named("attachments"),
        _has_size,
        "attachments of the session",
        models.Attachment.from_dict,
        by="the attachments of the session since: name, media type and size",
    ),
    gone(api.attachments.delete_attachment.OPERATION, api.attachments.download_attachment.OPERATION),
    # Credentials and keys
    made(
        api.credentials.create_credential.OPERATION,
        lambda call: api.credentials.list_credentials.OPERATION(),
        _named("credentials"),
        same("type", "label"),
        "credentials",
        models.Credential.from_dict,
        by="the credentials of that type and label since",
    ),
    gone_from(
        api.credentials.delete_credential.OPERATION,
        lambda call: api.credentials.list_credentials.OPERATION(),
        _named("credentials"),
    ),
    made(
        api.keys.create_api_key.OPERATION,
        lambda call: api.keys.list_api_keys.OPERATION(),
        _named("keys"),
        same("label"),
        "keys",
        models.ApiKey.from_dict,
        by="the keys of that label since; the key itself is lost",
    ),
    gone_from(
        api.keys.revoke_api_key.OPERATION,
        lambda call: api.keys.list_api_keys.OPERATION(),
        _named("keys"),
    ),
    # The queue
    made(
        api.queue.enqueue.OPERATION,
        lambda call: api.queue.list_queue_items.OPERATION(limit=_MOST_ITEMS),
        _named("items"),
        same("agentName", "prompt", "sessionId", "priority", "maxRetries"),
        "items",
        models.QueueItem.from_dict,
        by="the last 500 items of the queue: agent, prompt, session and priority",
    ),
    as_it_is(
        api.queue.cancel_queue_item.OPERATION,
        by_path(api.queue.get_queue_item.OPERATION),
        "the status of the item",
        _is_cancelled,
        models.one(models.QueueItem, "item"),
    ),
    # Evaluations
    made(
        api.evals.create_eval_case.OPERATION,
        by_path(api.evals.list_eval_cases.OPERATION),
        _named("cases"),
        same(*_CASE),
        "cases",
        models.EvalCase.from_dict,
        by="the cases that were made since: all that they say",
    ),
    as_it_is(
        api.evals.update_eval_case.OPERATION,
        by_path(api.evals.get_eval_case.OPERATION),
        "the case as it is",
        _has("case", *_CASE),
        models.one(models.EvalCase, "case"),
    ),
    gone(api.evals.delete_eval_case.OPERATION, api.evals.get_eval_case.OPERATION),
    unknowable(
        api.evals.import_eval_cases.OPERATION, "a case does not say which import it came with: list the cases"
    ),
    made(
        api.evals.start_eval_run.OPERATION,
        by_path(api.evals.list_eval_runs.OPERATION),
        _named("runs"),
        same("versionNumber"),
        "runs",
        models.EvalRun.from_dict,
        by="the runs of that version since",
    ),
    unknowable(api.evals.score_eval_run.OPERATION, _SAFE),
    unknowable(api.evals.score_eval_result.OPERATION, _SAFE),
)
