"""Models of the service, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .activated_version import ActivatedVersion as ActivatedVersion
    from .agent import Agent as Agent
    from .agent_config import AgentConfig as AgentConfig
    from .agent_config_config import AgentConfigConfig as AgentConfigConfig
    from .agent_env import AgentEnv as AgentEnv
    from .agent_file_content import AgentFileContent as AgentFileContent
    from .agent_file_list import AgentFileList as AgentFileList
    from .agent_list import AgentList as AgentList
    from .agent_result import AgentResult as AgentResult
    from .agent_totals import AgentTotals as AgentTotals
    from .agent_version import AgentVersion as AgentVersion
    from .agent_version_list import AgentVersionList as AgentVersionList
    from .agent_version_result import AgentVersionResult as AgentVersionResult
    from .analytics import Analytics as Analytics
    from .api_error import ApiError as ApiError
    from .api_key_list import ApiKeyList as ApiKeyList
    from .api_key_summary import ApiKeySummary as ApiKeySummary
    from .attachment import Attachment as Attachment
    from .attachment_list import AttachmentList as AttachmentList
    from .attachment_result import AttachmentResult as AttachmentResult
    from .chat_turn import ChatTurn as ChatTurn
    from .content_block import ContentBlock as ContentBlock
    from .content_block_type import ContentBlockType as ContentBlockType
    from .create_agent_version_request import CreateAgentVersionRequest as CreateAgentVersionRequest
    from .create_api_key_request import CreateApiKeyRequest as CreateApiKeyRequest
    from .create_credential_request import CreateCredentialRequest as CreateCredentialRequest
    from .create_session_request import CreateSessionRequest as CreateSessionRequest
    from .create_session_request_extra_env import CreateSessionRequestExtraEnv as CreateSessionRequestExtraEnv
    from .create_session_request_mcp_servers import (
        CreateSessionRequestMcpServers as CreateSessionRequestMcpServers,
    )
    from .create_session_request_subagents import (
        CreateSessionRequestSubagents as CreateSessionRequestSubagents,
    )
    from .created_api_key import CreatedApiKey as CreatedApiKey
    from .credential import Credential as Credential
    from .credential_list import CredentialList as CredentialList
    from .credential_result import CredentialResult as CredentialResult
    from .credential_type import CredentialType as CredentialType
    from .deleted import Deleted as Deleted
    from .deleted_file import DeletedFile as DeletedFile
    from .deploy_agent_request import DeployAgentRequest as DeployAgentRequest
    from .deploy_agent_request_env import DeployAgentRequestEnv as DeployAgentRequestEnv
    from .done_data import DoneData as DoneData
    from .effort import Effort as Effort
    from .enqueue_request import EnqueueRequest as EnqueueRequest
    from .error_data import ErrorData as ErrorData
    from .eval_case import EvalCase as EvalCase
    from .eval_case_input import EvalCaseInput as EvalCaseInput
    from .eval_case_list import EvalCaseList as EvalCaseList
    from .eval_case_result import EvalCaseResult as EvalCaseResult
    from .eval_case_update import EvalCaseUpdate as EvalCaseUpdate
    from .eval_comparison import EvalComparison as EvalComparison
    from .eval_comparison_result import EvalComparisonResult as EvalComparisonResult
    from .eval_comparison_results_item import EvalComparisonResultsItem as EvalComparisonResultsItem
    from .eval_result import EvalResult as EvalResult
    from .eval_result_list import EvalResultList as EvalResultList
    from .eval_result_result import EvalResultResult as EvalResultResult
    from .eval_run import EvalRun as EvalRun
    from .eval_run_list import EvalRunList as EvalRunList
    from .eval_run_result import EvalRunResult as EvalRunResult
    from .eval_summary import EvalSummary as EvalSummary
    from .eval_totals import EvalTotals as EvalTotals
    from .eval_totals_by_status import EvalTotalsByStatus as EvalTotalsByStatus
    from .exec_request import ExecRequest as ExecRequest
    from .exec_result import ExecResult as ExecResult
    from .file_entry import FileEntry as FileEntry
    from .file_format import FileFormat as FileFormat
    from .health import Health as Health
    from .import_eval_cases_request import ImportEvalCasesRequest as ImportEvalCasesRequest
    from .import_eval_cases_result import ImportEvalCasesResult as ImportEvalCasesResult
    from .json_object import JsonObject as JsonObject
    from .log_entry import LogEntry as LogEntry
    from .log_list import LogList as LogList
    from .mcp_server import McpServer as McpServer
    from .mcp_server_env import McpServerEnv as McpServerEnv
    from .mcp_status_data import McpStatusData as McpStatusData
    from .message import Message as Message
    from .message_data import MessageData as MessageData
    from .message_list import MessageList as MessageList
    from .message_result import MessageResult as MessageResult
    from .ok import Ok as Ok
    from .output_format import OutputFormat as OutputFormat
    from .output_format_schema import OutputFormatSchema as OutputFormatSchema
    from .permission_mode import PermissionMode as PermissionMode
    from .pool_stats import PoolStats as PoolStats
    from .queue_item import QueueItem as QueueItem
    from .queue_item_list import QueueItemList as QueueItemList
    from .queue_item_result import QueueItemResult as QueueItemResult
    from .queue_stats import QueueStats as QueueStats
    from .queue_stats_result import QueueStatsResult as QueueStatsResult
    from .queue_status import QueueStatus as QueueStatus
    from .score_eval_run_request import ScoreEvalRunRequest as ScoreEvalRunRequest
    from .score_eval_run_result import ScoreEvalRunResult as ScoreEvalRunResult
    from .score_request import ScoreRequest as ScoreRequest
    from .send_message_request import SendMessageRequest as SendMessageRequest
    from .session import Session as Session
    from .session_event import SessionEvent as SessionEvent
    from .session_event_list import SessionEventList as SessionEventList
    from .session_file_content import SessionFileContent as SessionFileContent
    from .session_file_list import SessionFileList as SessionFileList
    from .session_list import SessionList as SessionList
    from .session_result import SessionResult as SessionResult
    from .session_start_data import SessionStartData as SessionStartData
    from .session_totals import SessionTotals as SessionTotals
    from .session_totals_by_status import SessionTotalsByStatus as SessionTotalsByStatus
    from .start_eval_run_request import StartEvalRunRequest as StartEvalRunRequest
    from .text_delta_data import TextDeltaData as TextDeltaData
    from .thinking import Thinking as Thinking
    from .thinking_delta_data import ThinkingDeltaData as ThinkingDeltaData
    from .tool_result_data import ToolResultData as ToolResultData
    from .tool_use_data import ToolUseData as ToolUseData
    from .turn_complete_data import TurnCompleteData as TurnCompleteData
    from .update_agent_request import UpdateAgentRequest as UpdateAgentRequest
    from .update_agent_request_config import UpdateAgentRequestConfig as UpdateAgentRequestConfig
    from .update_agent_request_env import UpdateAgentRequestEnv as UpdateAgentRequestEnv
    from .update_agent_version_request import UpdateAgentVersionRequest as UpdateAgentVersionRequest
    from .update_session_config_request import UpdateSessionConfigRequest as UpdateSessionConfigRequest
    from .update_session_config_request_subagents import (
        UpdateSessionConfigRequestSubagents as UpdateSessionConfigRequestSubagents,
    )
    from .upload_agent_files_request import UploadAgentFilesRequest as UploadAgentFilesRequest
    from .upload_agent_files_result import UploadAgentFilesResult as UploadAgentFilesResult
    from .upload_attachment_request import UploadAttachmentRequest as UploadAttachmentRequest
    from .upload_workspace_request import UploadWorkspaceRequest as UploadWorkspaceRequest
    from .uploaded_file import UploadedFile as UploadedFile
    from .usage_event import UsageEvent as UsageEvent
    from .usage_event_list import UsageEventList as UsageEventList
    from .usage_stats import UsageStats as UsageStats
    from .usage_stats_result import UsageStatsResult as UsageStatsResult
    from .write_file import WriteFile as WriteFile
    from .write_file_result import WriteFileResult as WriteFileResult
    from .write_files_request import WriteFilesRequest as WriteFilesRequest
    from .write_files_result import WriteFilesResult as WriteFilesResult

_MODULES = {
    "ActivatedVersion": "activated_version",
    "Agent": "agent",
    "AgentConfig": "agent_config",
    "AgentConfigConfig": "agent_config_config",
    "AgentEnv": "agent_env",
    "AgentFileContent": "agent_file_content",
    "AgentFileList": "agent_file_list",
    "AgentList": "agent_list",
    "AgentResult": "agent_result",
    "AgentTotals": "agent_totals",
    "AgentVersion": "agent_version",
    "AgentVersionList": "agent_version_list",
    "AgentVersionResult": "agent_version_result",
    "Analytics": "analytics",
    "ApiError": "api_error",
    "ApiKeyList": "api_key_list",
    "ApiKeySummary": "api_key_summary",
    "Attachment": "attachment",
    "AttachmentList": "attachment_list",
    "AttachmentResult": "attachment_result",
    "ChatTurn": "chat_turn",
    "ContentBlock": "content_block",
    "ContentBlockType": "content_block_type",
    "CreateAgentVersionRequest": "create_agent_version_request",
    "CreateApiKeyRequest": "create_api_key_request",
    "CreateCredentialRequest": "create_credential_request",
    "CreatedApiKey": "created_api_key",
    "CreateSessionRequest": "create_session_request",
    "CreateSessionRequestExtraEnv": "create_session_request_extra_env",
    "CreateSessionRequestMcpServers": "create_session_request_mcp_servers",
    "CreateSessionRequestSubagents": "create_session_request_subagents",
    "Credential": "credential",
    "CredentialList": "credential_list",
    "CredentialResult": "credential_result",
    "CredentialType": "credential_type",
    "Deleted": "deleted",
    "DeletedFile": "deleted_file",
    "DeployAgentRequest": "deploy_agent_request",
    "DeployAgentRequestEnv": "deploy_agent_request_env",
    "DoneData": "done_data",
    "Effort": "effort",
    "EnqueueRequest": "enqueue_request",
    "ErrorData": "error_data",
    "EvalCase": "eval_case",
    "EvalCaseInput": "eval_case_input",
    "EvalCaseList": "eval_case_list",
    "EvalCaseResult": "eval_case_result",
    "EvalCaseUpdate": "eval_case_update",
    "EvalComparison": "eval_comparison",
    "EvalComparisonResult": "eval_comparison_result",
    "EvalComparisonResultsItem": "eval_comparison_results_item",
    "EvalResult": "eval_result",
    "EvalResultList": "eval_result_list",
    "EvalResultResult": "eval_result_result",
    "EvalRun": "eval_run",
    "EvalRunList": "eval_run_list",
    "EvalRunResult": "eval_run_result",
    "EvalSummary": "eval_summary",
    "EvalTotals": "eval_totals",
    "EvalTotalsByStatus": "eval_totals_by_status",
    "ExecRequest": "exec_request",
    "ExecResult": "exec_result",
    "FileEntry": "file_entry",
    "FileFormat": "file_format",
    "Health": "health",
    "ImportEvalCasesRequest": "import_eval_cases_request",
    "ImportEvalCasesResult": "import_eval_cases_result",
    "JsonObject": "json_object",
    "LogEntry": "log_entry",
    "LogList": "log_list",
    "McpServer": "mcp_server",
    "McpServerEnv": "mcp_server_env",
    "McpStatusData": "mcp_status_data",
    "Message": "message",
    "MessageData": "message_data",
    "MessageList": "message_list",
    "MessageResult": "message_result",
    "Ok": "ok",
    "OutputFormat": "output_format",
    "OutputFormatSchema": "output_format_schema",
    "PermissionMode": "permission_mode",
    "PoolStats": "pool_stats",
    "QueueItem": "queue_item",
    "QueueItemList": "queue_item_list",
    "QueueItemResult": "queue_item_result",
    "QueueStats": "queue_stats",
    "QueueStatsResult": "queue_stats_result",
    "QueueStatus": "queue_status",
    "ScoreEvalRunRequest": "score_eval_run_request",
    "ScoreEvalRunResult": "score_eval_run_result",
    "ScoreRequest": "score_request",
    "SendMessageRequest": "send_message_request",
    "Session": "session",
    "SessionEvent": "session_event",
    "SessionEventList": "session_event_list",
    "SessionFileContent": "session_file_content",
    "SessionFileList": "session_file_list",
    "SessionList": "session_list",
    "SessionResult": "session_result",
    "SessionStartData": "session_start_data",
    "SessionTotals": "session_totals",
    "SessionTotalsByStatus": "session_totals_by_status",
    "StartEvalRunRequest": "start_eval_run_request",
    "TextDeltaData": "text_delta_data",
    "Thinking": "thinking",
    "ThinkingDeltaData": "thinking_delta_data",
    "ToolResultData": "tool_result_data",
    "ToolUseData": "tool_use_data",
    "TurnCompleteData": "turn_complete_data",
    "UpdateAgentRequest": "update_agent_request",
    "UpdateAgentRequestConfig": "update_agent_request_config",
    "UpdateAgentRequestEnv": "update_agent_request_env",
    "UpdateAgentVersionRequest": "update_agent_version_request",
    "UpdateSessionConfigRequest": "update_session_config_request",
    "UpdateSessionConfigRequestSubagents": "update_session_config_request_subagents",
    "UploadAgentFilesRequest": "upload_agent_files_request",
    "UploadAgentFilesResult": "upload_agent_files_result",
    "UploadAttachmentRequest": "upload_attachment_request",
    "UploadedFile": "uploaded_file",
    "UploadWorkspaceRequest": "upload_workspace_request",
    "UsageEvent": "usage_event",
    "UsageEventList": "usage_event_list",
    "UsageStats": "usage_stats",
    "UsageStatsResult": "usage_stats_result",
    "WriteFile": "write_file",
    "WriteFileResult": "write_file_result",
    "WriteFilesRequest": "write_files_request",
    "WriteFilesResult": "write_files_result",
}

__all__ = (
    "ActivatedVersion",
    "Agent",
    "AgentConfig",
    "AgentConfigConfig",
    "AgentEnv",
    "AgentFileContent",
    "AgentFileList",
    "AgentList",
    "AgentResult",
    "AgentTotals",
    "AgentVersion",
    "AgentVersionList",
    "AgentVersionResult",
    "Analytics",
    "ApiError",
    "ApiKeyList",
    "ApiKeySummary",
    "Attachment",
    "AttachmentList",
    "AttachmentResult",
    "ChatTurn",
    "ContentBlock",
    "ContentBlockType",
    "CreateAgentVersionRequest",
    "CreateApiKeyRequest",
    "CreateCredentialRequest",
    "CreatedApiKey",
    "CreateSessionRequest",
    "CreateSessionRequestExtraEnv",
    "CreateSessionRequestMcpServers",
    "CreateSessionRequestSubagents",
    "Credential",
    "CredentialList",
    "CredentialResult",
    "CredentialType",
    "Deleted",
    "DeletedFile",
    "DeployAgentRequest",
    "DeployAgentRequestEnv",
    "DoneData",
    "Effort",
    "EnqueueRequest",
    "ErrorData",
    "EvalCase",
    "EvalCaseInput",
    "EvalCaseList",
    "EvalCaseResult",
    "EvalCaseUpdate",
    "EvalComparison",
    "EvalComparisonResult",
    "EvalComparisonResultsItem",
    "EvalResult",
    "EvalResultList",
    "EvalResultResult",
    "EvalRun",
    "EvalRunList",
    "EvalRunResult",
    "EvalSummary",
    "EvalTotals",
    "EvalTotalsByStatus",
    "ExecRequest",
    "ExecResult",
    "FileEntry",
    "FileFormat",
    "Health",
    "ImportEvalCasesRequest",
    "ImportEvalCasesResult",
    "JsonObject",
    "LogEntry",
    "LogList",
    "McpServer",
    "McpServerEnv",
    "McpStatusData",
    "Message",
    "MessageData",
    "MessageList",
    "MessageResult",
    "Ok",
    "OutputFormat",
    "OutputFormatSchema",
    "PermissionMode",
    "PoolStats",
    "QueueItem",
    "QueueItemList",
    "QueueItemResult",
    "QueueStats",
    "QueueStatsResult",
    "QueueStatus",
    "ScoreEvalRunRequest",
    "ScoreEvalRunResult",
    "ScoreRequest",
    "SendMessageRequest",
    "Session",
    "SessionEvent",
    "SessionEventList",
    "SessionFileContent",
    "SessionFileList",
    "SessionList",
    "SessionResult",
    "SessionStartData",
    "SessionTotals",
    "SessionTotalsByStatus",
    "StartEvalRunRequest",
    "TextDeltaData",
    "Thinking",
    "ThinkingDeltaData",
    "ToolResultData",
    "ToolUseData",
    "TurnCompleteData",
    "UpdateAgentRequest",
    "UpdateAgentRequestConfig",
    "UpdateAgentRequestEnv",
    "UpdateAgentVersionRequest",
    "UpdateSessionConfigRequest",
    "UpdateSessionConfigRequestSubagents",
    "UploadAgentFilesRequest",
    "UploadAgentFilesResult",
    "UploadAttachmentRequest",
    "UploadedFile",
    "UploadWorkspaceRequest",
    "UsageEvent",
    "UsageEventList",
    "UsageStats",
    "UsageStatsResult",
    "WriteFile",
    "WriteFileResult",
    "WriteFilesRequest",
    "WriteFilesResult",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        try:
            module = _MODULES[name]
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        from clientkit.operation import load_module

        model = globals()[name] = getattr(load_module(f".{module}", __name__), name)
        return model


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
