"""Sessions: starting and ending them, and what was said in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ash_api.api import sessions as api
from clientkit.arguments import identifier, optional_identifier
from clientkit.operation import given

from ash_ai._async.methods import AsyncMethods
from ash_ai.arguments import document, hidden, names, word
from ash_ai.lazy import models, wire

if TYPE_CHECKING:
    from uuid import UUID

    from ash_ai.models import LogEntry, Message, Session, SessionEvent


class AsyncSessionMethods(AsyncMethods):
    """Sessions with an agent."""

    async def create_session(
        self,
        agent: str,
        *,
        credential_id: str | None = None,
        extra_env: Mapping[str, str] | None = None,
        model: str | None = None,
        system_prompt: str | None = None,
        permission_mode: str | None = None,
        allowed_tools: Sequence[str] | None = None,
        disallowed_tools: Sequence[str] | None = None,
        mcp_servers: Mapping[str, Mapping[str, Any]] | None = None,
        betas: Sequence[str] | None = None,
        subagents: Mapping[str, Any] | None = None,
        initial_agent: str | None = None,
    ) -> Session:
        """Start a session with an agent; it is active when this returns.

        A session that takes a sandbox that was started ahead does not see `credential_id`, `extra_env`,
        `system_prompt`, `permission_mode` and `mcp_servers`: the server applies them when it makes one.

        Args:
            agent: Name of the agent.
            credential_id: Credential to use.
            extra_env: Environment variables; they win over those of the agent and of the credential.
            model: Model to use, up to 100 characters.
            system_prompt: System prompt instead of the agent's, up to 1,000,000 characters.
            permission_mode: `bypassPermissions`, `permissionsByAgent` or `default`.
            allowed_tools: Tools that the agent may use.
            disallowed_tools: Tools that the agent must not use.
            mcp_servers: Servers of tools by name, each with `url`, or `command`, `args` and `env`.
            betas: Beta features of the model to turn on.
            subagents: Further agents by name.
            initial_agent: Name of the one among them that begins.

        Raises:
            AshNotFoundError: There is no such agent.
            AshBadRequestError: The credential cannot be used, or a value is refused.
            AshRateLimitError: More than 20 sessions in 15 minutes.
            AshServerError: 503: the server has no room for another sandbox.

        Operation: createSession
        """
        # Hidden before anything else: the locals of a traceback must not show them.
        extra_env, mcp_servers = hidden(extra_env), hidden(mcp_servers)
        body = wire.CreateSessionRequest(
            agent=identifier("agent", agent),
            credential_id=given(optional_identifier("credential_id", credential_id)),
            extra_env=document("extra_env", wire.CreateSessionRequestExtraEnv, extra_env),
            model=given(model),
            mcp_servers=document("mcp_servers", wire.CreateSessionRequestMcpServers, mcp_servers),
            system_prompt=given(system_prompt),
            permission_mode=word("permission_mode", wire.PermissionMode, permission_mode),
            allowed_tools=names("allowed_tools", allowed_tools),
            disallowed_tools=names("disallowed_tools", disallowed_tools),
            betas=names("betas", betas),
            subagents=document("subagents", wire.CreateSessionRequestSubagents, subagents),
            initial_agent=given(initial_agent),
        )
        return cast("Session", await self._core.send(api.create_session.OPERATION(body=body), _session()))

    async def list_sessions(self, agent: str | None = None, *, status: str | None = None) -> list[Session]:
        """List sessions, the newest first.

        Args:
            agent: Only sessions of this agent.
            status: Only sessions in this state. The server knows no such filter; it is applied here.

        Operation: listSessions
        """
        call = api.list_sessions.OPERATION(agent=given(optional_identifier("agent", agent)))
        return await self._core.send(call, models.sessions_in(status))

    async def get_session(self, session_id: str | UUID) -> Session:
        """Get a session.

        Args:
            session_id: Id of the session.

        Raises:
            AshNotFoundError: There is no such session.

        Operation: getSession
        """
        return cast(
            "Session",
            await self._core.send(
                api.get_session.OPERATION(identifier("session_id", session_id)), _session()
            ),
        )

    async def update_session_config(
        self,
        session_id: str | UUID,
        *,
        model: str | None = None,
        allowed_tools: Sequence[str] | None = None,
        disallowed_tools: Sequence[str] | None = None,
        betas: Sequence[str] | None = None,
        subagents: Mapping[str, Any] | None = None,
        initial_agent: str | None = None,
    ) -> Session:
        """Change settings of a session, in any state; what is not given stays as it is.

        Args:
            session_id: The session.
            model: Model to use, up to 100 characters.
            allowed_tools: Tools that the agent may use.
            disallowed_tools: Tools that the agent must not use.
            betas: Beta features of the model to turn on.
            subagents: Further agents by name.
            initial_agent: Name of the one among them that begins.

        Raises:
            AshNotFoundError: There is no such session.

        Operation: updateSessionConfig
        """
        body = wire.UpdateSessionConfigRequest(
            model=given(model),
            allowed_tools=names("allowed_tools", allowed_tools),
            disallowed_tools=names("disallowed_tools", disallowed_tools),
            betas=names("betas", betas),
            subagents=document("subagents", wire.UpdateSessionConfigRequestSubagents, subagents),
            initial_agent=given(initial_agent),
        )
        call = api.update_session_config.OPERATION(identifier("session_id", session_id), body=body)
        return cast("Session", await self._core.send(call, _session()))

    async def pause_session(self, session_id: str | UUID) -> Session:
        """Pause an active session; its process is kept.

        Args:
            session_id: Id of the session.

        Raises:
            AshBadRequestError: The session is not active.
            AshNotFoundError: There is no such session.

        Operation: pauseSession
        """
        call = api.pause_session.OPERATION(identifier("session_id", session_id))
        return cast("Session", await self._core.send(call, _session()))

    async def resume_session(self, session_id: str | UUID) -> Session:
        """Resume a session: in its process when that lives, else in a new sandbox.

        An active session stays as it is.

        Args:
            session_id: Id of the session.

        Raises:
            AshSessionEndedError: The session has ended.
            AshNotFoundError: There is no such session.
            AshUnprocessableError: The directory of the agent is gone.
            AshServerError: 503: the server has no room for another sandbox.

        Operation: resumeSession
        """
        call = api.resume_session.OPERATION(identifier("session_id", session_id))
        return cast("Session", await self._core.send(call, _session()))

    async def stop_session(self, session_id: str | UUID) -> Session:
        """Stop an active session: its workspace is saved and its process ends.

        Args:
            session_id: Id of the session.

        Raises:
            AshBadRequestError: The session is neither active nor starting.
            AshNotFoundError: There is no such session.

        Operation: stopSession
        """
        call = api.stop_session.OPERATION(identifier("session_id", session_id))
        session = cast("Session", await self._core.send(call, _session()))
        await self._turns.end(identifier("session_id", session_id))
        return session

    async def end_session(self, session_id: str | UUID) -> Session:
        """End a session, whatever its state; doing so again changes nothing.

        Args:
            session_id: Id of the session.

        Raises:
            AshNotFoundError: There is no such session.

        Operation: endSession
        """
        call = api.end_session.OPERATION(identifier("session_id", session_id))
        session = cast("Session", await self._core.send(call, _session()))
        await self._turns.end(identifier("session_id", session_id))
        return session

    async def fork_session(self, session_id: str | UUID) -> Session:
        """Make a paused copy of a session with its messages; resume it before it is used.

        Args:
            session_id: Id of the session.

        Raises:
            AshNotFoundError: There is no such session.
            AshUnprocessableError: The directory of the agent is gone.
            AshServerError: 503: the server has no room for another sandbox.

        Operation: forkSession
        """
        call = api.fork_session.OPERATION(identifier("session_id", session_id))
        return cast("Session", await self._core.send(call, _session()))

    async def list_messages(
        self, session_id: str | UUID, *, limit: int | None = None, after: int | None = None
    ) -> list[Message]:
        """List the messages of a session, the oldest first.

        Args:
            session_id: The session.
            limit: Messages to get, 1 to 1,000; the server's default is 100.
            after: Only messages with a larger `sequence`; go on with that of the last one.

        Raises:
            AshNotFoundError: There is no such session.
            ValueError: The limit is out of bounds; nothing was sent.

        Operation: listMessages
        """
        call = api.list_messages.OPERATION(identifier("session_id", session_id), limit=limit, after=after)
        return await self._core.send(call, models.many(models.Message, "messages"))

    async def list_session_events(
        self,
        session_id: str | UUID,
        *,
        limit: int | None = None,
        after: int | None = None,
        type: str | None = None,
    ) -> list[SessionEvent]:
        """List the events of a session, the oldest first.

        Args:
            session_id: The session.
            limit: Events to get, 1 to 1,000; the server's default is 200.
            after: Only events with a larger `sequence`; go on with that of the last one.
            type: Only events of this type, such as `lifecycle`.

        Raises:
            AshNotFoundError: There is no such session.
            ValueError: The limit is out of bounds; nothing was sent.

        Operation: listSessionEvents
        """
        call = api.list_session_events.OPERATION(
            identifier("session_id", session_id),
            limit=limit,
            after=after,
            type_=type,
        )
        return await self._core.send(call, models.many(models.SessionEvent, "events"))

    async def get_session_logs(self, session_id: str | UUID, *, after: int | None = None) -> list[LogEntry]:
        """Read what the process of a session printed; at most 10,000 lines, none once the sandbox is gone.

        Args:
            session_id: The session.
            after: Only lines with a larger `index`.

        Raises:
            AshNotFoundError: There is no such session.

        Operation: getSessionLogs
        """
        call = api.get_session_logs.OPERATION(identifier("session_id", session_id), after=after)
        return await self._core.send(call, models.many(models.LogEntry, "logs"))


def _session() -> Any:
    return models.one(models.Session, "session")
