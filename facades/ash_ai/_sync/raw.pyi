# Derived from facades/ash_ai/_async/ by make generate; edit the files there.
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self, Unpack
from uuid import UUID

from ash_ai._async.messages import AsyncMessageStream
from ash_ai._async.open_turns import OnOpenTurn
from ash_ai._sync.messages import MessageStream
from ash_ai._sync.open_turns import OnOpenTurn
from ash_ai.lazy import uploads
from ash_ai.models import (
    Agent,
    AgentFile,
    AgentVersion,
    Analytics,
    ApiKey,
    Attachment,
    CreatedApiKey,
    Credential,
    EvalCase,
    EvalComparison,
    EvalResult,
    EvalRun,
    ExecResult,
    FileEntry,
    Health,
    LogEntry,
    Message,
    QueueItem,
    QueueStats,
    Session,
    SessionEvent,
    SessionFile,
    UsageEvent,
    UsageStats,
    WriteFileResult,
)
from ash_ai.options import MessageOptions as MessageOptions
from ash_ai.turns import Turn
from clientkit._sync.raw import AsyncRawBaseClient, RawBaseClient
from clientkit.errors import ClientError
from clientkit.facade import AsyncByteStream, ByteStream
from clientkit.operation import Unset
from clientkit.resolving import Resolution
from clientkit.settings import Options
from clientkit.views import RawAnswer

class AsyncRawMethods: ...

class AsyncRawAgentMethods(AsyncRawMethods):
    async def deploy_agent(
        self, name: str, path: str | None = ..., *, env: Mapping[str, str] | None = ...
    ) -> RawAnswer[Agent]: ...
    async def deploy_agent_files(
        self,
        name: str,
        source: str | Path | Mapping[str, uploads.Content],
        *,
        system_prompt: str | None = ...,
        env: Mapping[str, str] | None = ...,
    ) -> RawAnswer[Agent]: ...
    async def list_agents(self) -> RawAnswer[list[Agent]]: ...
    async def get_agent(self, name: str) -> RawAnswer[Agent]: ...
    async def update_agent(
        self, name: str, *, env: Mapping[str, str] | None = ..., config: Mapping[str, Any] | None = ...
    ) -> RawAnswer[Agent]: ...
    async def delete_agent(self, name: str) -> RawAnswer[None]: ...
    async def get_agent_config(self, name: str) -> RawAnswer[dict[str, Any]]: ...
    async def update_agent_config(
        self, name: str, config: Mapping[str, Any]
    ) -> RawAnswer[dict[str, Any]]: ...
    async def list_agent_files(self, name: str) -> RawAnswer[list[FileEntry]]: ...
    async def get_agent_file(self, name: str, path: str) -> RawAnswer[AgentFile]: ...
    async def read_agent_file(self, name: str, path: str) -> RawAnswer[bytes]: ...
    async def stream_agent_file(self, name: str, path: str) -> RawAnswer[AsyncByteStream]: ...
    async def upload_agent_files(
        self, name: str, source: str | Path | Mapping[str, uploads.Content]
    ) -> RawAnswer[int]: ...
    async def delete_agent_file(self, name: str, path: str) -> RawAnswer[None]: ...
    async def list_agent_versions(self, name: str) -> RawAnswer[list[AgentVersion]]: ...
    async def create_agent_version(
        self,
        name: str,
        *,
        version_name: str | None = ...,
        system_prompt: str | None = ...,
        release_notes: str | None = ...,
        knowledge_files: Sequence[str] | None = ...,
        clone_from: int | str | None = ...,
    ) -> RawAnswer[AgentVersion]: ...
    async def get_agent_version(self, name: str, version: int | str) -> RawAnswer[AgentVersion]: ...
    async def update_agent_version(
        self,
        name: str,
        version: int | str,
        *,
        version_name: str | None = ...,
        system_prompt: str | None = ...,
        release_notes: str | None = ...,
        knowledge_files: Sequence[str] | None = ...,
    ) -> RawAnswer[AgentVersion]: ...
    async def delete_agent_version(self, name: str, version: int | str) -> RawAnswer[None]: ...
    async def activate_agent_version(self, name: str, version: int | str) -> RawAnswer[int]: ...

class AsyncRawSessionMethods(AsyncRawMethods):
    async def create_session(
        self,
        agent: str,
        *,
        credential_id: str | None = ...,
        extra_env: Mapping[str, str] | None = ...,
        model: str | None = ...,
        system_prompt: str | None = ...,
        permission_mode: str | None = ...,
        allowed_tools: Sequence[str] | None = ...,
        disallowed_tools: Sequence[str] | None = ...,
        mcp_servers: Mapping[str, Mapping[str, Any]] | None = ...,
        betas: Sequence[str] | None = ...,
        subagents: Mapping[str, Any] | None = ...,
        initial_agent: str | None = ...,
    ) -> RawAnswer[Session]: ...
    async def list_sessions(
        self, agent: str | None = ..., *, status: str | None = ...
    ) -> RawAnswer[list[Session]]: ...
    async def get_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    async def update_session_config(
        self,
        session_id: str | UUID,
        *,
        model: str | None = ...,
        allowed_tools: Sequence[str] | None = ...,
        disallowed_tools: Sequence[str] | None = ...,
        betas: Sequence[str] | None = ...,
        subagents: Mapping[str, Any] | None = ...,
        initial_agent: str | None = ...,
    ) -> RawAnswer[Session]: ...
    async def pause_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    async def resume_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    async def stop_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    async def end_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    async def fork_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    async def list_messages(
        self, session_id: str | UUID, *, limit: int | None = ..., after: int | None = ...
    ) -> RawAnswer[list[Message]]: ...
    async def list_session_events(
        self,
        session_id: str | UUID,
        *,
        limit: int | None = ...,
        after: int | None = ...,
        type: str | None = ...,
    ) -> RawAnswer[list[SessionEvent]]: ...
    async def get_session_logs(
        self, session_id: str | UUID, *, after: int | None = ...
    ) -> RawAnswer[list[LogEntry]]: ...

class AsyncRawTurnMethods(AsyncRawSessionMethods):
    async def wait_idle(
        self, session_id: str | UUID, *, timeout: float | None = ..., interval: float = ...
    ) -> RawAnswer[Session]: ...
    async def interrupt_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...

class AsyncRawMessageMethods(AsyncRawTurnMethods):
    def send_message_stream(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        *,
        include_partial_messages: bool | None = ...,
        model: str | None = ...,
        max_turns: int | None = ...,
        max_budget_usd: float | None = ...,
        effort: str | None = ...,
        thinking: Mapping[str, Any] | None = ...,
        output_format: Mapping[str, Any] | None = ...,
        raise_on_error: bool = ...,
        strict: bool = ...,
        stream_timeout: float | None | Unset = ...,
    ) -> AsyncMessageStream: ...
    async def send_message(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        **options: Unpack[MessageOptions],
    ) -> RawAnswer[Turn]: ...
    async def exec(
        self, session_id: str | UUID, command: str, *, timeout: float | None = ...
    ) -> RawAnswer[ExecResult]: ...

class AsyncRawFileMethods(AsyncRawMethods):
    async def list_session_files(
        self, session_id: str | UUID, *, include_hidden: bool | None = ...
    ) -> RawAnswer[list[FileEntry]]: ...
    async def get_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[SessionFile]: ...
    async def read_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[bytes]: ...
    async def stream_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[AsyncByteStream]: ...
    async def download_session_file(
        self, session_id: str | UUID, path: str, to: str | Path
    ) -> RawAnswer[int]: ...
    async def write_session_files(
        self,
        session_id: str | UUID,
        files: Mapping[str, uploads.Content],
        *,
        target_path: str | None = ...,
        raise_on_error: bool = ...,
    ) -> RawAnswer[list[WriteFileResult]]: ...
    async def delete_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[None]: ...
    async def download_workspace(self, session_id: str | UUID, to: str | Path) -> RawAnswer[int]: ...
    async def upload_workspace(self, session_id: str | UUID, bundle: bytes | Path) -> RawAnswer[str]: ...
    async def upload_attachment(
        self,
        session_id: str | UUID,
        filename: str,
        content: uploads.Content,
        *,
        mime_type: str | None = ...,
        message_id: str | UUID | None = ...,
    ) -> RawAnswer[Attachment]: ...
    async def list_attachments(self, session_id: str | UUID) -> RawAnswer[list[Attachment]]: ...
    async def download_attachment(self, attachment_id: str | UUID) -> RawAnswer[bytes]: ...
    async def delete_attachment(self, attachment_id: str | UUID) -> RawAnswer[None]: ...

class AsyncRawQueueMethods(AsyncRawMethods):
    async def enqueue(
        self,
        agent: str,
        prompt: str,
        *,
        session_id: str | UUID | None = ...,
        priority: int | None = ...,
        max_retries: int | None = ...,
    ) -> RawAnswer[QueueItem]: ...
    async def list_queue_items(
        self, *, status: str | None = ..., limit: int | None = ...
    ) -> RawAnswer[list[QueueItem]]: ...
    async def get_queue_stats(self) -> RawAnswer[QueueStats]: ...
    async def get_queue_item(self, item_id: str | UUID) -> RawAnswer[QueueItem]: ...
    async def wait_for_queue_item(
        self, item_id: str | UUID, *, timeout: float | None = ..., interval: float = ...
    ) -> RawAnswer[QueueItem]: ...
    async def cancel_queue_item(self, item_id: str | UUID) -> RawAnswer[QueueItem]: ...

class AsyncRawServerMethods(AsyncRawMethods):
    async def health(self) -> RawAnswer[Health]: ...
    async def metrics(self) -> RawAnswer[str]: ...
    async def list_usage(
        self,
        *,
        session_id: str | UUID | None = ...,
        agent: str | None = ...,
        after: datetime | None = ...,
        before: datetime | None = ...,
        limit: int | None = ...,
    ) -> RawAnswer[list[UsageEvent]]: ...
    async def get_usage_stats(
        self,
        *,
        session_id: str | UUID | None = ...,
        agent: str | None = ...,
        after: datetime | None = ...,
        before: datetime | None = ...,
    ) -> RawAnswer[UsageStats]: ...
    async def get_analytics(
        self, *, after: datetime | None = ..., before: datetime | None = ...
    ) -> RawAnswer[Analytics]: ...
    async def create_credential(
        self, type: str, key: str, *, label: str | None = ...
    ) -> RawAnswer[Credential]: ...
    async def create_bedrock_credential(
        self,
        access_key_id: str,
        secret_access_key: str,
        region: str,
        *,
        session_token: str | None = ...,
        label: str | None = ...,
    ) -> RawAnswer[Credential]: ...
    async def list_credentials(self) -> RawAnswer[list[Credential]]: ...
    async def delete_credential(self, credential_id: str) -> RawAnswer[None]: ...
    async def list_api_keys(self) -> RawAnswer[list[ApiKey]]: ...
    async def create_api_key(self, label: str | None = ...) -> RawAnswer[CreatedApiKey]: ...
    async def revoke_api_key(self, key_id: str) -> RawAnswer[None]: ...

class AsyncRawEvalMethods(AsyncRawMethods):
    async def list_eval_cases(
        self, agent: str, *, category: str | None = ..., is_active: bool | None = ...
    ) -> RawAnswer[list[EvalCase]]: ...
    async def create_eval_case(
        self,
        agent: str,
        question: str,
        *,
        expected_topics: Sequence[str] | None = ...,
        expected_not_topics: Sequence[str] | None = ...,
        reference_answer: str | None = ...,
        category: str | None = ...,
        tags: Sequence[str] | None = ...,
        chat_history: Sequence[Mapping[str, str]] | None = ...,
        is_active: bool | None = ...,
    ) -> RawAnswer[EvalCase]: ...
    async def get_eval_case(self, agent: str, case_id: str | UUID) -> RawAnswer[EvalCase]: ...
    async def update_eval_case(
        self,
        agent: str,
        case_id: str | UUID,
        *,
        question: str | None = ...,
        expected_topics: Sequence[str] | None = ...,
        expected_not_topics: Sequence[str] | None = ...,
        reference_answer: str | None = ...,
        category: str | None = ...,
        tags: Sequence[str] | None = ...,
        chat_history: Sequence[Mapping[str, str]] | None = ...,
        is_active: bool | None = ...,
    ) -> RawAnswer[EvalCase]: ...
    async def delete_eval_case(self, agent: str, case_id: str | UUID) -> RawAnswer[None]: ...
    async def import_eval_cases(self, agent: str, cases: Iterable[Mapping[str, Any]]) -> RawAnswer[int]: ...
    async def export_eval_cases(self, agent: str) -> RawAnswer[list[EvalCase]]: ...
    async def start_eval_run(
        self,
        agent: str,
        *,
        version_number: int | None = ...,
        categories: Sequence[str] | None = ...,
        tags: Sequence[str] | None = ...,
    ) -> RawAnswer[EvalRun]: ...
    async def list_eval_runs(self, agent: str) -> RawAnswer[list[EvalRun]]: ...
    async def get_eval_run(self, agent: str, run_id: str | UUID) -> RawAnswer[EvalRun]: ...
    async def list_eval_results(self, agent: str, run_id: str | UUID) -> RawAnswer[list[EvalResult]]: ...
    async def compare_eval_runs(
        self, agent: str, run_a: str | UUID, run_b: str | UUID
    ) -> RawAnswer[EvalComparison]: ...
    async def score_eval_run(
        self,
        agent: str,
        run_id: str | UUID,
        *,
        result_id: str | UUID | None = ...,
        score: float | None = ...,
        notes: str | None = ...,
    ) -> RawAnswer[list[EvalResult]]: ...
    async def score_eval_result(
        self, agent: str, result_id: str | UUID, *, score: float | None = ..., notes: str | None = ...
    ) -> RawAnswer[EvalResult]: ...

class AsyncRawAshClient(
    AsyncRawBaseClient,
    AsyncRawAgentMethods,
    AsyncRawMessageMethods,
    AsyncRawFileMethods,
    AsyncRawQueueMethods,
    AsyncRawServerMethods,
    AsyncRawEvalMethods,
):
    def with_options(self, *, on_open_turn: OnOpenTurn | Unset = ..., **options: Unpack[Options]) -> Self: ...
    async def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...
    @property
    def server_url(self) -> str: ...

class RawMethods: ...

class RawAgentMethods(RawMethods):
    def deploy_agent(
        self, name: str, path: str | None = ..., *, env: Mapping[str, str] | None = ...
    ) -> RawAnswer[Agent]: ...
    def deploy_agent_files(
        self,
        name: str,
        source: str | Path | Mapping[str, uploads.Content],
        *,
        system_prompt: str | None = ...,
        env: Mapping[str, str] | None = ...,
    ) -> RawAnswer[Agent]: ...
    def list_agents(self) -> RawAnswer[list[Agent]]: ...
    def get_agent(self, name: str) -> RawAnswer[Agent]: ...
    def update_agent(
        self, name: str, *, env: Mapping[str, str] | None = ..., config: Mapping[str, Any] | None = ...
    ) -> RawAnswer[Agent]: ...
    def delete_agent(self, name: str) -> RawAnswer[None]: ...
    def get_agent_config(self, name: str) -> RawAnswer[dict[str, Any]]: ...
    def update_agent_config(self, name: str, config: Mapping[str, Any]) -> RawAnswer[dict[str, Any]]: ...
    def list_agent_files(self, name: str) -> RawAnswer[list[FileEntry]]: ...
    def get_agent_file(self, name: str, path: str) -> RawAnswer[AgentFile]: ...
    def read_agent_file(self, name: str, path: str) -> RawAnswer[bytes]: ...
    def stream_agent_file(self, name: str, path: str) -> RawAnswer[ByteStream]: ...
    def upload_agent_files(
        self, name: str, source: str | Path | Mapping[str, uploads.Content]
    ) -> RawAnswer[int]: ...
    def delete_agent_file(self, name: str, path: str) -> RawAnswer[None]: ...
    def list_agent_versions(self, name: str) -> RawAnswer[list[AgentVersion]]: ...
    def create_agent_version(
        self,
        name: str,
        *,
        version_name: str | None = ...,
        system_prompt: str | None = ...,
        release_notes: str | None = ...,
        knowledge_files: Sequence[str] | None = ...,
        clone_from: int | str | None = ...,
    ) -> RawAnswer[AgentVersion]: ...
    def get_agent_version(self, name: str, version: int | str) -> RawAnswer[AgentVersion]: ...
    def update_agent_version(
        self,
        name: str,
        version: int | str,
        *,
        version_name: str | None = ...,
        system_prompt: str | None = ...,
        release_notes: str | None = ...,
        knowledge_files: Sequence[str] | None = ...,
    ) -> RawAnswer[AgentVersion]: ...
    def delete_agent_version(self, name: str, version: int | str) -> RawAnswer[None]: ...
    def activate_agent_version(self, name: str, version: int | str) -> RawAnswer[int]: ...

class RawSessionMethods(RawMethods):
    def create_session(
        self,
        agent: str,
        *,
        credential_id: str | None = ...,
        extra_env: Mapping[str, str] | None = ...,
        model: str | None = ...,
        system_prompt: str | None = ...,
        permission_mode: str | None = ...,
        allowed_tools: Sequence[str] | None = ...,
        disallowed_tools: Sequence[str] | None = ...,
        mcp_servers: Mapping[str, Mapping[str, Any]] | None = ...,
        betas: Sequence[str] | None = ...,
        subagents: Mapping[str, Any] | None = ...,
        initial_agent: str | None = ...,
    ) -> RawAnswer[Session]: ...
    def list_sessions(
        self, agent: str | None = ..., *, status: str | None = ...
    ) -> RawAnswer[list[Session]]: ...
    def get_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    def update_session_config(
        self,
        session_id: str | UUID,
        *,
        model: str | None = ...,
        allowed_tools: Sequence[str] | None = ...,
        disallowed_tools: Sequence[str] | None = ...,
        betas: Sequence[str] | None = ...,
        subagents: Mapping[str, Any] | None = ...,
        initial_agent: str | None = ...,
    ) -> RawAnswer[Session]: ...
    def pause_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    def resume_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    def stop_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    def end_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    def fork_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...
    def list_messages(
        self, session_id: str | UUID, *, limit: int | None = ..., after: int | None = ...
    ) -> RawAnswer[list[Message]]: ...
    def list_session_events(
        self,
        session_id: str | UUID,
        *,
        limit: int | None = ...,
        after: int | None = ...,
        type: str | None = ...,
    ) -> RawAnswer[list[SessionEvent]]: ...
    def get_session_logs(
        self, session_id: str | UUID, *, after: int | None = ...
    ) -> RawAnswer[list[LogEntry]]: ...

class RawTurnMethods(RawSessionMethods):
    def wait_idle(
        self, session_id: str | UUID, *, timeout: float | None = ..., interval: float = ...
    ) -> RawAnswer[Session]: ...
    def interrupt_session(self, session_id: str | UUID) -> RawAnswer[Session]: ...

class RawMessageMethods(RawTurnMethods):
    def send_message_stream(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        *,
        include_partial_messages: bool | None = ...,
        model: str | None = ...,
        max_turns: int | None = ...,
        max_budget_usd: float | None = ...,
        effort: str | None = ...,
        thinking: Mapping[str, Any] | None = ...,
        output_format: Mapping[str, Any] | None = ...,
        raise_on_error: bool = ...,
        strict: bool = ...,
        stream_timeout: float | None | Unset = ...,
    ) -> MessageStream: ...
    def send_message(
        self,
        session_id: str | UUID,
        content: str | Sequence[Mapping[str, Any]],
        **options: Unpack[MessageOptions],
    ) -> RawAnswer[Turn]: ...
    def exec(
        self, session_id: str | UUID, command: str, *, timeout: float | None = ...
    ) -> RawAnswer[ExecResult]: ...

class RawFileMethods(RawMethods):
    def list_session_files(
        self, session_id: str | UUID, *, include_hidden: bool | None = ...
    ) -> RawAnswer[list[FileEntry]]: ...
    def get_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[SessionFile]: ...
    def read_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[bytes]: ...
    def stream_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[ByteStream]: ...
    def download_session_file(self, session_id: str | UUID, path: str, to: str | Path) -> RawAnswer[int]: ...
    def write_session_files(
        self,
        session_id: str | UUID,
        files: Mapping[str, uploads.Content],
        *,
        target_path: str | None = ...,
        raise_on_error: bool = ...,
    ) -> RawAnswer[list[WriteFileResult]]: ...
    def delete_session_file(self, session_id: str | UUID, path: str) -> RawAnswer[None]: ...
    def download_workspace(self, session_id: str | UUID, to: str | Path) -> RawAnswer[int]: ...
    def upload_workspace(self, session_id: str | UUID, bundle: bytes | Path) -> RawAnswer[str]: ...
    def upload_attachment(
        self,
        session_id: str | UUID,
        filename: str,
        content: uploads.Content,
        *,
        mime_type: str | None = ...,
        message_id: str | UUID | None = ...,
    ) -> RawAnswer[Attachment]: ...
    def list_attachments(self, session_id: str | UUID) -> RawAnswer[list[Attachment]]: ...
    def download_attachment(self, attachment_id: str | UUID) -> RawAnswer[bytes]: ...
    def delete_attachment(self, attachment_id: str | UUID) -> RawAnswer[None]: ...

class RawQueueMethods(RawMethods):
    def enqueue(
        self,
        agent: str,
        prompt: str,
        *,
        session_id: str | UUID | None = ...,
        priority: int | None = ...,
        max_retries: int | None = ...,
    ) -> RawAnswer[QueueItem]: ...
    def list_queue_items(
        self, *, status: str | None = ..., limit: int | None = ...
    ) -> RawAnswer[list[QueueItem]]: ...
    def get_queue_stats(self) -> RawAnswer[QueueStats]: ...
    def get_queue_item(self, item_id: str | UUID) -> RawAnswer[QueueItem]: ...
    def wait_for_queue_item(
        self, item_id: str | UUID, *, timeout: float | None = ..., interval: float = ...
    ) -> RawAnswer[QueueItem]: ...
    def cancel_queue_item(self, item_id: str | UUID) -> RawAnswer[QueueItem]: ...

class RawServerMethods(RawMethods):
    def health(self) -> RawAnswer[Health]: ...
    def metrics(self) -> RawAnswer[str]: ...
    def list_usage(
        self,
        *,
        session_id: str | UUID | None = ...,
        agent: str | None = ...,
        after: datetime | None = ...,
        before: datetime | None = ...,
        limit: int | None = ...,
    ) -> RawAnswer[list[UsageEvent]]: ...
    def get_usage_stats(
        self,
        *,
        session_id: str | UUID | None = ...,
        agent: str | None = ...,
        after: datetime | None = ...,
        before: datetime | None = ...,
    ) -> RawAnswer[UsageStats]: ...
    def get_analytics(
        self, *, after: datetime | None = ..., before: datetime | None = ...
    ) -> RawAnswer[Analytics]: ...
    def create_credential(self, type: str, key: str, *, label: str | None = ...) -> RawAnswer[Credential]: ...
    def create_bedrock_credential(
        self,
        access_key_id: str,
        secret_access_key: str,
        region: str,
        *,
        session_token: str | None = ...,
        label: str | None = ...,
    ) -> RawAnswer[Credential]: ...
    def list_credentials(self) -> RawAnswer[list[Credential]]: ...
    def delete_credential(self, credential_id: str) -> RawAnswer[None]: ...
    def list_api_keys(self) -> RawAnswer[list[ApiKey]]: ...
    def create_api_key(self, label: str | None = ...) -> RawAnswer[CreatedApiKey]: ...
    def revoke_api_key(self, key_id: str) -> RawAnswer[None]: ...

class RawEvalMethods(RawMethods):
    def list_eval_cases(
        self, agent: str, *, category: str | None = ..., is_active: bool | None = ...
    ) -> RawAnswer[list[EvalCase]]: ...
    def create_eval_case(
        self,
        agent: str,
        question: str,
        *,
        expected_topics: Sequence[str] | None = ...,
        expected_not_topics: Sequence[str] | None = ...,
        reference_answer: str | None = ...,
        category: str | None = ...,
        tags: Sequence[str] | None = ...,
        chat_history: Sequence[Mapping[str, str]] | None = ...,
        is_active: bool | None = ...,
    ) -> RawAnswer[EvalCase]: ...
    def get_eval_case(self, agent: str, case_id: str | UUID) -> RawAnswer[EvalCase]: ...
    def update_eval_case(
        self,
        agent: str,
        case_id: str | UUID,
        *,
        question: str | None = ...,
        expected_topics: Sequence[str] | None = ...,
        expected_not_topics: Sequence[str] | None = ...,
        reference_answer: str | None = ...,
        category: str | None = ...,
        tags: Sequence[str] | None = ...,
        chat_history: Sequence[Mapping[str, str]] | None = ...,
        is_active: bool | None = ...,
    ) -> RawAnswer[EvalCase]: ...
    def delete_eval_case(self, agent: str, case_id: str | UUID) -> RawAnswer[None]: ...
    def import_eval_cases(self, agent: str, cases: Iterable[Mapping[str, Any]]) -> RawAnswer[int]: ...
    def export_eval_cases(self, agent: str) -> RawAnswer[list[EvalCase]]: ...
    def start_eval_run(
        self,
        agent: str,
        *,
        version_number: int | None = ...,
        categories: Sequence[str] | None = ...,
        tags: Sequence[str] | None = ...,
    ) -> RawAnswer[EvalRun]: ...
    def list_eval_runs(self, agent: str) -> RawAnswer[list[EvalRun]]: ...
    def get_eval_run(self, agent: str, run_id: str | UUID) -> RawAnswer[EvalRun]: ...
    def list_eval_results(self, agent: str, run_id: str | UUID) -> RawAnswer[list[EvalResult]]: ...
    def compare_eval_runs(
        self, agent: str, run_a: str | UUID, run_b: str | UUID
    ) -> RawAnswer[EvalComparison]: ...
    def score_eval_run(
        self,
        agent: str,
        run_id: str | UUID,
        *,
        result_id: str | UUID | None = ...,
        score: float | None = ...,
        notes: str | None = ...,
    ) -> RawAnswer[list[EvalResult]]: ...
    def score_eval_result(
        self, agent: str, result_id: str | UUID, *, score: float | None = ..., notes: str | None = ...
    ) -> RawAnswer[EvalResult]: ...

class RawAshClient(
    RawBaseClient,
    RawAgentMethods,
    RawMessageMethods,
    RawFileMethods,
    RawQueueMethods,
    RawServerMethods,
    RawEvalMethods,
):
    def with_options(self, *, on_open_turn: OnOpenTurn | Unset = ..., **options: Unpack[Options]) -> Self: ...
    def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...
    @property
    def server_url(self) -> str: ...
