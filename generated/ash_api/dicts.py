"""The JSON objects of the service as types of dicts: for type checkers, a plain dict at run time.

What the service adds one day is in the dicts as well; a key that is `NotRequired` may be missing.
"""

import sys
from typing import TYPE_CHECKING, Any, NotRequired, TypeAlias

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    try:
        # pydantic takes no other before Python 3.12.
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict

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
    "CreateAgentVersionRequest",
    "CreateApiKeyRequest",
    "CreateCredentialRequest",
    "CreateSessionRequest",
    "CreateSessionRequestExtraEnv",
    "CreateSessionRequestMcpServers",
    "CreateSessionRequestSubagents",
    "CreatedApiKey",
    "Credential",
    "CredentialList",
    "CredentialResult",
    "Deleted",
    "DeletedFile",
    "DeployAgentRequest",
    "DeployAgentRequestEnv",
    "DoneData",
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
    "PoolStats",
    "QueueItem",
    "QueueItemList",
    "QueueItemResult",
    "QueueStats",
    "QueueStatsResult",
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
    "UploadWorkspaceRequest",
    "UploadedFile",
    "UsageEvent",
    "UsageEventList",
    "UsageStats",
    "UsageStatsResult",
    "WriteFile",
    "WriteFileResult",
    "WriteFilesRequest",
    "WriteFilesResult",
)


class ActivatedVersion(TypedDict):
    """Which version is active now.

    Attributes:
        activated: Always true.
        versionNumber: Number of the version.
    """

    activated: bool
    versionNumber: int


class Agent(TypedDict):
    """An agent.

    Attributes:
        id: Id of the agent; the same after a new deployment.
        name: Name of the agent.
        version: Number of deployments, from 1.
        path: Directory on the server.
        createdAt: When it was first deployed; in the answer to a new deployment, when that was.
        updatedAt: When it was last deployed or changed.
        tenantId: Tenant that the agent belongs to.
        env: Names of environment variables; every value is three asterisks. Left out when there are
            none.
    """

    id: str
    name: str
    version: int
    path: str
    createdAt: str
    updatedAt: str
    tenantId: NotRequired[str | None]
    env: NotRequired["AgentEnv"]


class AgentConfig(TypedDict):
    """Settings of an agent.

    Attributes:
        config: The settings.
    """

    config: "AgentConfigConfig"


AgentConfigConfig: TypeAlias = dict[str, Any]
""" The settings. """

AgentEnv: TypeAlias = dict[str, str]
""" Names of environment variables; every value is three asterisks. Left out when there are none. """


class AgentFileContent(TypedDict):
    """A file of an agent as text.

    Attributes:
        path: Relative path of the file.
        content: Its text.
        size: Size in bytes.
    """

    path: str
    content: str
    size: int


class AgentFileList(TypedDict):
    """Files of an agent.

    Attributes:
        files: The files.
    """

    files: "list[FileEntry]"


class AgentList(TypedDict):
    """Agents.

    Attributes:
        agents: The agents.
    """

    agents: "list[Agent]"


class AgentResult(TypedDict):
    """An agent.

    Attributes:
        agent: An agent.
    """

    agent: "Agent"


class AgentTotals(TypedDict):
    """Agents.

    Attributes:
        total: How many.
    """

    total: NotRequired[int]


class AgentVersion(TypedDict):
    """A named version of an agent's system prompt.

    Attributes:
        id: Id of the version.
        agentName: Name of the agent.
        versionNumber: Number, from 1; not the `version` of the agent.
        name: Name of the version.
        isActive: Whether new sessions use it.
        createdAt: When it was made.
        updatedAt: When it was last changed.
        tenantId: Tenant that it belongs to.
        systemPrompt: The system prompt.
        releaseNotes: What is new.
        knowledgeFiles: Files that belong to it.
        createdBy: Who made it.
    """

    id: str
    agentName: str
    versionNumber: int
    name: str
    isActive: bool
    createdAt: str
    updatedAt: str
    tenantId: NotRequired[str | None]
    systemPrompt: NotRequired[str | None]
    releaseNotes: NotRequired[str | None]
    knowledgeFiles: NotRequired[list[str] | None]
    createdBy: NotRequired[str | None]


class AgentVersionList(TypedDict):
    """Versions.

    Attributes:
        versions: The versions.
    """

    versions: "list[AgentVersion]"


class AgentVersionResult(TypedDict):
    """A version.

    Attributes:
        version: A named version of an agent's system prompt.
    """

    version: "AgentVersion"


class Analytics(TypedDict):
    """Numbers over everything.

    Attributes:
        agents: Agents.
        sessions: Sessions.
        usage: Sums of usage.
        evals: Runs of evaluations.
    """

    agents: "AgentTotals"
    sessions: "SessionTotals"
    usage: "UsageStats"
    evals: "EvalTotals"


class ApiError(TypedDict):
    """What went wrong. A handler sends its own words in `error`; the framework sends the reason phrase
    there and its words in `message`. The routes of API keys leave out `statusCode`.

    Attributes:
        error: What went wrong
        message: What went wrong; from the framework.
        statusCode: The HTTP status.
        code: Code of the framework.
    """

    error: str
    message: NotRequired[str]
    statusCode: NotRequired[int]
    code: NotRequired[str]


class ApiKeyList(TypedDict):
    """API keys.

    Attributes:
        keys: The keys.
    """

    keys: "list[ApiKeySummary]"


class ApiKeySummary(TypedDict):
    """An API key, masked.

    Attributes:
        id: Id of the key; the word `env` for the operator's own.
        label: Its label.
        keyPrefix: Beginning of the key, masked.
        createdAt: When it was made; empty for the operator's own.
    """

    id: str
    label: str
    keyPrefix: str
    createdAt: str


class Attachment(TypedDict):
    """A file attached to a session.

    Attributes:
        id: Id of the attachment.
        sessionId: Id of the session.
        filename: Name of the file.
        mimeType: Media type.
        size: Size in bytes.
        createdAt: When it was attached.
        tenantId: Tenant that it belongs to.
        messageId: Id of a message, or the word `unlinked`.
    """

    id: str
    sessionId: str
    filename: str
    mimeType: str
    size: int
    createdAt: str
    tenantId: NotRequired[str | None]
    messageId: NotRequired[str | None]


class AttachmentList(TypedDict):
    """Attachments.

    Attributes:
        attachments: The attachments.
    """

    attachments: "list[Attachment]"


class AttachmentResult(TypedDict):
    """An attachment.

    Attributes:
        attachment: A file attached to a session.
    """

    attachment: "Attachment"


class ChatTurn(TypedDict):
    """What was said before the question.

    Attributes:
        role: Who said it.
        content: What was said.
    """

    role: str
    content: str


class ContentBlock(TypedDict):
    """A part of a message: `text` with `text`; `image` or `document` with `source`, an object of `type`
    base64, `media_type` and `data`.

    Attributes:
        type: Kind of the part.
    """

    type: str


class CreateAgentVersionRequest(TypedDict):
    """A new version.

    Attributes:
        name: Name of the version.
        systemPrompt: The system prompt.
        releaseNotes: What is new.
        knowledgeFiles: Files that belong to it.
        cloneFrom: Number or id of a version to start from.
    """

    name: NotRequired[str]
    systemPrompt: NotRequired[str]
    releaseNotes: NotRequired[str]
    knowledgeFiles: NotRequired[list[str]]
    cloneFrom: NotRequired[int | str]


class CreateApiKeyRequest(TypedDict):
    """A new API key.

    Attributes:
        label: A label.
    """

    label: NotRequired[str]


class CreateCredentialRequest(TypedDict):
    """A key to store.

    Attributes:
        type: Provider of a credential; `bedrock` is missing in the published document.
        key: The key; for bedrock a JSON text with `accessKeyId`, `secretAccessKey`, `region` and
            perhaps `sessionToken`.
        label: A label.
    """

    type: str
    key: str
    label: NotRequired[str]


class CreateSessionRequest(TypedDict):
    """A new session.

    Attributes:
        agent: Name of the agent.
        credentialId: Credential to use.
        extraEnv: Environment variables; they win over those of the agent and of the credential.
        model: Model to use.
        mcpServers: Servers of tools by name.
        systemPrompt: System prompt instead of the agent's.
        permissionMode: What the agent may do without asking.
        allowedTools: Tools that the agent may use.
        disallowedTools: Tools that the agent must not use.
        betas: Beta features of the model to turn on.
        subagents: Further agents by name.
        initialAgent: Name of the one among them that begins.
    """

    agent: str
    credentialId: NotRequired[str]
    extraEnv: NotRequired["CreateSessionRequestExtraEnv"]
    model: NotRequired[str]
    mcpServers: NotRequired["CreateSessionRequestMcpServers"]
    systemPrompt: NotRequired[str]
    permissionMode: NotRequired[str]
    allowedTools: NotRequired[list[str]]
    disallowedTools: NotRequired[list[str]]
    betas: NotRequired[list[str]]
    subagents: NotRequired["CreateSessionRequestSubagents"]
    initialAgent: NotRequired[str]


CreateSessionRequestExtraEnv: TypeAlias = dict[str, str]
""" Environment variables; they win over those of the agent and of the credential. """

CreateSessionRequestMcpServers: TypeAlias = dict[str, "McpServer"]
""" Servers of tools by name. """

CreateSessionRequestSubagents: TypeAlias = dict[str, Any]
""" Further agents by name. """


class CreatedApiKey(TypedDict):
    """A new API key, shown once.

    Attributes:
        id: Id of the key.
        key: The key.
    """

    id: str
    key: str


class Credential(TypedDict):
    """A stored key of a model provider, without the key.

    Attributes:
        id: Id of the credential.
        type: Provider.
        label: Its label; empty when none was given.
        active: Whether it can be used.
        createdAt: When it was stored.
        lastUsedAt: When it was last used; in lists.
    """

    id: str
    type: str
    label: str
    active: bool
    createdAt: str
    lastUsedAt: NotRequired[str | None]


class CredentialList(TypedDict):
    """Credentials.

    Attributes:
        credentials: The credentials.
    """

    credentials: "list[Credential]"


class CredentialResult(TypedDict):
    """A credential.

    Attributes:
        credential: A stored key of a model provider, without the key.
    """

    credential: "Credential"


class Deleted(TypedDict):
    """It is gone.

    Attributes:
        deleted: Always true.
    """

    deleted: bool


class DeletedFile(TypedDict):
    """A file that is gone.

    Attributes:
        path: Relative path of the file.
        deleted: Always true.
    """

    path: str
    deleted: bool


class DeployAgentRequest(TypedDict):
    """An agent to deploy, by a directory on the server or by its files.

    Attributes:
        name: Letters, digits, underscores and hyphens, up to 255.
        path: Directory on the server; a relative one is under its data directory.
        systemPrompt: Content of CLAUDE.md when no file has it; without `path` only.
        files: Files of the agent; without `path` only. Unsafe paths are left out.
        env: Environment variables for sessions with the agent.
    """

    name: str
    path: NotRequired[str]
    systemPrompt: NotRequired[str]
    files: NotRequired["list[UploadedFile]"]
    env: NotRequired["DeployAgentRequestEnv"]


DeployAgentRequestEnv: TypeAlias = dict[str, str]
""" Environment variables for sessions with the agent. """


class DoneData(TypedDict):
    """The turn is over.

    Attributes:
        sessionId: Id of the session.
    """

    sessionId: NotRequired[str]


class EnqueueRequest(TypedDict):
    """A prompt to run in the background.

    Attributes:
        agentName: Name of the agent.
        prompt: The prompt.
        sessionId: Session to run in, a UUID.
        priority: Larger ones come first; the server's default is 0.
        maxRetries: The most attempts; the server's default is 3.
    """

    agentName: str
    prompt: str
    sessionId: NotRequired[str]
    priority: NotRequired[int]
    maxRetries: NotRequired[int]


class ErrorData(TypedDict):
    """Something went wrong.

    Attributes:
        error: What.
    """

    error: NotRequired[str]


class EvalCase(TypedDict):
    """A case.

    Attributes:
        id: Id of the case.
        agentName: Name of the agent.
        question: The question.
        isActive: Whether runs use it.
        createdAt: When it was made.
        updatedAt: When it was last changed.
        tenantId: Tenant that it belongs to.
        expectedTopics: Topics that the answer must touch.
        expectedNotTopics: Topics that the answer must not touch.
        referenceAnswer: A good answer.
        category: Category of the case.
        tags: Tags of the case.
        chatHistory: What was said before.
    """

    id: str
    agentName: str
    question: str
    isActive: bool
    createdAt: str
    updatedAt: str
    tenantId: NotRequired[str | None]
    expectedTopics: NotRequired[list[str] | None]
    expectedNotTopics: NotRequired[list[str] | None]
    referenceAnswer: NotRequired[str | None]
    category: NotRequired[str | None]
    tags: NotRequired[list[str] | None]
    chatHistory: NotRequired["list[ChatTurn] | None"]


class EvalCaseInput(TypedDict):
    """A question with what is expected of the answer.

    Attributes:
        question: The question.
        expectedTopics: Topics that the answer must touch.
        expectedNotTopics: Topics that the answer must not touch.
        referenceAnswer: A good answer.
        category: Category of the case.
        tags: Tags of the case.
        chatHistory: What was said before.
        isActive: Whether runs use it.
    """

    question: str
    expectedTopics: NotRequired[list[str]]
    expectedNotTopics: NotRequired[list[str]]
    referenceAnswer: NotRequired[str]
    category: NotRequired[str]
    tags: NotRequired[list[str]]
    chatHistory: NotRequired["list[ChatTurn]"]
    isActive: NotRequired[bool]


class EvalCaseList(TypedDict):
    """Cases.

    Attributes:
        cases: The cases.
    """

    cases: "list[EvalCase]"


class EvalCaseResult(TypedDict):
    """A case.

    Attributes:
        case: A case.
    """

    case: "EvalCase"


class EvalCaseUpdate(TypedDict):
    """Changes of a case; what is left out stays.

    Attributes:
        question: The question.
        expectedTopics: Topics that the answer must touch.
        expectedNotTopics: Topics that the answer must not touch.
        referenceAnswer: A good answer.
        category: Category of the case.
        tags: Tags of the case.
        chatHistory: What was said before.
        isActive: Whether runs use it.
    """

    question: NotRequired[str]
    expectedTopics: NotRequired[list[str]]
    expectedNotTopics: NotRequired[list[str]]
    referenceAnswer: NotRequired[str]
    category: NotRequired[str]
    tags: NotRequired[list[str]]
    chatHistory: NotRequired["list[ChatTurn]"]
    isActive: NotRequired[bool]


class EvalComparison(TypedDict):
    """Two runs side by side.

    Attributes:
        runA: A run over cases.
        runB: A run over cases.
        results: The results side by side; the shape of an entry is not known.
    """

    runA: "EvalRun"
    runB: "EvalRun"
    results: "list[EvalComparisonResultsItem]"


class EvalComparisonResult(TypedDict):
    """A comparison.

    Attributes:
        comparison: Two runs side by side.
    """

    comparison: "EvalComparison"


EvalComparisonResultsItem: TypeAlias = dict[str, Any]
""" Results of one case. """


class EvalResult(TypedDict):
    """What came of one case in a run.

    Attributes:
        id: Id of the result.
        evalRunId: Id of the run.
        evalCaseId: Id of the case.
        status: State of the result.
        createdAt: When it was made.
        tenantId: Tenant that it belongs to.
        agentResponse: What the agent answered.
        topicScore: Score for topics.
        safetyScore: Score for safety.
        llmJudgeScore: Score of the judging model.
        latencyMs: Time of the answer in milliseconds.
        error: Why there is no answer.
        humanScore: Score given by hand, 1 to 5.
        humanNotes: Notes made by hand.
        completedAt: When it came to its end.
    """

    id: str
    evalRunId: str
    evalCaseId: str
    status: str
    createdAt: str
    tenantId: NotRequired[str | None]
    agentResponse: NotRequired[str | None]
    topicScore: NotRequired[float | None]
    safetyScore: NotRequired[float | None]
    llmJudgeScore: NotRequired[float | None]
    latencyMs: NotRequired[float | None]
    error: NotRequired[str | None]
    humanScore: NotRequired[float | None]
    humanNotes: NotRequired[str | None]
    completedAt: NotRequired[str | None]


class EvalResultList(TypedDict):
    """Results.

    Attributes:
        results: The results.
    """

    results: "list[EvalResult]"


class EvalResultResult(TypedDict):
    """A result.

    Attributes:
        result: What came of one case in a run.
    """

    result: "EvalResult"


class EvalRun(TypedDict):
    """A run over cases.

    Attributes:
        id: Id of the run.
        agentName: Name of the agent.
        status: State of the run.
        totalCases: How many cases it has.
        completedCases: How many are done.
        createdAt: When it was made.
        tenantId: Tenant that it belongs to.
        versionNumber: Version of the agent.
        summary: What came of it; null until then.
        startedAt: When it was started.
        completedAt: When it came to its end.
    """

    id: str
    agentName: str
    status: str
    totalCases: int
    completedCases: int
    createdAt: str
    tenantId: NotRequired[str | None]
    versionNumber: NotRequired[int | None]
    summary: NotRequired["EvalSummary | None"]
    startedAt: NotRequired[str | None]
    completedAt: NotRequired[str | None]


class EvalRunList(TypedDict):
    """Runs.

    Attributes:
        runs: The runs.
    """

    runs: "list[EvalRun]"


class EvalRunResult(TypedDict):
    """A run.

    Attributes:
        run: A run over cases.
    """

    run: "EvalRun"


class EvalSummary(TypedDict):
    """What came of a run.

    Attributes:
        avgTopicScore: Mean score for topics.
        avgSafetyScore: Mean score for safety.
        avgLlmJudgeScore: Mean score of the judging model.
        avgLatencyMs: Mean time of an answer in milliseconds.
        passRate: Share of the cases that passed.
    """

    avgTopicScore: NotRequired[float]
    avgSafetyScore: NotRequired[float]
    avgLlmJudgeScore: NotRequired[float | None]
    avgLatencyMs: NotRequired[float]
    passRate: NotRequired[float]


class EvalTotals(TypedDict):
    """Runs of evaluations.

    Attributes:
        totalRuns: How many.
        byStatus: How many in each state.
    """

    totalRuns: NotRequired[int]
    byStatus: NotRequired["EvalTotalsByStatus"]


EvalTotalsByStatus: TypeAlias = dict[str, int]
""" How many in each state. """


class ExecRequest(TypedDict):
    """A command to run.

    Attributes:
        command: Command for the shell of the sandbox.
        timeout: Milliseconds, 1 to 300,000; the server's default is 30,000.
    """

    command: str
    timeout: NotRequired[int]


class ExecResult(TypedDict):
    """What a command did.

    Attributes:
        exitCode: Exit code; 1 also after a timeout.
        stdout: What it printed, up to 10 MiB.
        stderr: What it printed as errors, up to 10 MiB.
    """

    exitCode: int
    stdout: str
    stderr: str


class FileEntry(TypedDict):
    """A file in a list.

    Attributes:
        path: Relative path, with slashes.
        size: Size in bytes.
        modifiedAt: When it was last changed.
    """

    path: str
    size: int
    modifiedAt: str


class Health(TypedDict):
    """How the server is.

    Attributes:
        status: `ok`.
        activeSessions: Sessions that are active.
        activeSandboxes: Sandboxes that run.
        uptime: Seconds since the server started.
        pool: The sandboxes of the server by state, and how sessions were resumed.
        version: Version of the server.
        coordinatorId: Id of this server among several.
        remoteRunners: Runners on other machines.
    """

    status: str
    activeSessions: int
    activeSandboxes: int
    uptime: float
    pool: "PoolStats"
    version: NotRequired[str | None]
    coordinatorId: NotRequired[str | None]
    remoteRunners: NotRequired[int | None]


class ImportEvalCasesRequest(TypedDict):
    """Cases to add.

    Attributes:
        cases: The cases.
    """

    cases: "list[EvalCaseInput]"


class ImportEvalCasesResult(TypedDict):
    """What was added.

    Attributes:
        imported: How many cases were added.
    """

    imported: int


JsonObject: TypeAlias = dict[str, Any]
""" Any JSON object. """


class LogEntry(TypedDict):
    """A line that the process of a session printed.

    Attributes:
        index: Number of the line, from 0.
        level: Where it was printed.
        text: The line.
        ts: When it was printed.
    """

    index: int
    level: str
    text: str
    ts: str


class LogList(TypedDict):
    """Lines of a log.

    Attributes:
        logs: The lines.
        source: Where they were read.
    """

    logs: "list[LogEntry]"
    source: str


class McpServer(TypedDict):
    """A server of tools, by its address or by the command that starts it.

    Attributes:
        url: Address of the server.
        command: Command that starts it.
        args: Arguments of the command.
        env: Environment variables of the command.
    """

    url: NotRequired[str]
    command: NotRequired[str]
    args: NotRequired[list[str]]
    env: NotRequired["McpServerEnv"]


McpServerEnv: TypeAlias = dict[str, str]
""" Environment variables of the command. """


class McpStatusData(TypedDict):
    """State of the servers of tools.

    Attributes:
        action: What happened.
    """

    action: NotRequired[str]


class Message(TypedDict):
    """A message of a session.

    Attributes:
        id: Id of the message.
        sessionId: Id of the session.
        role: Who said it; results of turns are stored as the assistant's.
        content: Text that is JSON: an object.
        sequence: Number within the session, from 1.
        createdAt: When it was stored.
        tenantId: Tenant that it belongs to.
    """

    id: str
    sessionId: str
    role: str
    content: str
    sequence: int
    createdAt: str
    tenantId: NotRequired[str | None]


class MessageData(TypedDict):
    """A message of the model as it is, of any shape.

    Attributes:
        type: Kind of message.
    """

    type: NotRequired[str]


class MessageList(TypedDict):
    """Messages.

    Attributes:
        messages: The messages.
    """

    messages: "list[Message]"


class MessageResult(TypedDict):
    """What was done, in words.

    Attributes:
        message: What was done.
    """

    message: str


class Ok(TypedDict):
    """It is done.

    Attributes:
        ok: Always true.
    """

    ok: bool


class OutputFormat(TypedDict):
    """Form that the result must have.

    Attributes:
        type: Kind of the form.
        schema: JSON schema of the result.
    """

    type: str
    schema: "OutputFormatSchema"


OutputFormatSchema: TypeAlias = dict[str, Any]
""" JSON schema of the result. """


class PoolStats(TypedDict):
    """The sandboxes of the server by state, and how sessions were resumed.

    Attributes:
        total: All sandboxes.
        cold: Sandboxes without a process.
        warming: Sandboxes that start.
        warm: Sandboxes that are ready and not used.
        waiting: Sandboxes of sessions that wait for a message.
        running: Sandboxes of sessions within a turn.
        maxCapacity: The most sandboxes there can be.
        resumeWarmHits: Sessions resumed in their living process.
        resumeColdHits: Sessions resumed in a new sandbox.
        preWarmHits: Sessions that took a warm sandbox.
    """

    total: int
    cold: int
    warming: int
    warm: int
    waiting: int
    running: int
    maxCapacity: int
    resumeWarmHits: int
    resumeColdHits: int
    preWarmHits: int


class QueueItem(TypedDict):
    """A prompt that runs in the background.

    Attributes:
        id: Id of the item.
        agentName: Name of the agent.
        prompt: The prompt.
        status: State of the item.
        priority: Larger ones come first.
        retryCount: Attempts that failed.
        maxRetries: The most attempts; 0 and 1 both mean one.
        createdAt: When it was queued.
        tenantId: Tenant that it belongs to.
        sessionId: Session that was asked for; null when one was made.
        error: Why the last attempt failed.
        startedAt: When it was last started.
        completedAt: When it came to its end.
    """

    id: str
    agentName: str
    prompt: str
    status: str
    priority: int
    retryCount: int
    maxRetries: int
    createdAt: str
    tenantId: NotRequired[str | None]
    sessionId: NotRequired[str | None]
    error: NotRequired[str | None]
    startedAt: NotRequired[str | None]
    completedAt: NotRequired[str | None]


class QueueItemList(TypedDict):
    """Items.

    Attributes:
        items: The items.
    """

    items: "list[QueueItem]"


class QueueItemResult(TypedDict):
    """An item.

    Attributes:
        item: A prompt that runs in the background.
    """

    item: "QueueItem"


class QueueStats(TypedDict):
    """Items by state.

    Attributes:
        pending: Items that wait.
        processing: Items that run.
        completed: Items that went well.
        failed: Items whose attempts are used up.
        cancelled: Items that were cancelled.
    """

    pending: int
    processing: int
    completed: int
    failed: int
    cancelled: int


class QueueStatsResult(TypedDict):
    """Items by state.

    Attributes:
        stats: Items by state.
    """

    stats: "QueueStats"


class ScoreEvalRunRequest(TypedDict):
    """A score given by hand, for one result or for all.

    Attributes:
        resultId: Id of the result, a UUID; all of the run without it.
        humanScore: Score, 1 to 5.
        humanNotes: Notes.
    """

    resultId: NotRequired[str]
    humanScore: NotRequired[float]
    humanNotes: NotRequired[str]


class ScoreEvalRunResult(TypedDict):
    """What was scored.

    Attributes:
        scored: How many results.
        results: The results.
    """

    scored: int
    results: "list[EvalResult]"


class ScoreRequest(TypedDict):
    """A score given by hand.

    Attributes:
        humanScore: Score, 1 to 5.
        humanNotes: Notes.
    """

    humanScore: NotRequired[float]
    humanNotes: NotRequired[str]


class SendMessageRequest(TypedDict):
    """A message, and how to answer it.

    Attributes:
        content: Text of up to 500,000 characters (100,000 in older builds), or 2 to 20 parts. The
            newest server hands a text to the agent as a list of that text, and refuses a list of one part;
            older builds refuse any list. All of them call themselves 0.2.0.
        includePartialMessages: Whether text and thinking are also sent in pieces as they come.
        model: Model of this turn; wins over session and agent.
        maxTurns: The most steps of the agent.
        maxBudgetUsd: The most that the turn may cost in US dollars.
        effort: How much the model thinks.
        thinking: How the model thinks.
        outputFormat: Form that the result must have.
    """

    content: "str | list[ContentBlock]"
    includePartialMessages: NotRequired[bool]
    model: NotRequired[str]
    maxTurns: NotRequired[int]
    maxBudgetUsd: NotRequired[float]
    effort: NotRequired[str]
    thinking: NotRequired["Thinking"]
    outputFormat: NotRequired["OutputFormat"]


class Session(TypedDict):
    """A session with an agent.

    Attributes:
        id: Id of the session, a UUID.
        agentName: Name of the agent.
        sandboxId: Id of its sandbox; another one after a cold resume.
        status: State of a session. `starting` is practically never seen.
        createdAt: When it was started.
        lastActiveAt: When it was last used.
        tenantId: Tenant that it belongs to.
        runnerId: Runner that holds the sandbox; null on a single machine.
        parentSessionId: Session that it was forked from.
        model: Model of the session; documented and never sent.
    """

    id: str
    agentName: str
    sandboxId: str
    status: str
    createdAt: str
    lastActiveAt: str
    tenantId: NotRequired[str | None]
    runnerId: NotRequired[str | None]
    parentSessionId: NotRequired[str | None]
    model: NotRequired[str | None]


class SessionEvent(TypedDict):
    """Something that happened in a session.

    Attributes:
        id: Id of the event.
        sessionId: Id of the session.
        type: What happened.
        sequence: Number within the session, from 1; not the one of messages.
        createdAt: When it happened.
        tenantId: Tenant that it belongs to.
        data: Text that is JSON: an object.
    """

    id: str
    sessionId: str
    type: str
    sequence: int
    createdAt: str
    tenantId: NotRequired[str | None]
    data: NotRequired[str | None]


class SessionEventList(TypedDict):
    """Events.

    Attributes:
        events: The events.
    """

    events: "list[SessionEvent]"


class SessionFileContent(TypedDict):
    """A file of a workspace as text.

    Attributes:
        path: Relative path of the file.
        content: Its text.
        size: Size in bytes.
        source: Where the files were read, the running sandbox or what was saved of it.
    """

    path: str
    content: str
    size: int
    source: str


class SessionFileList(TypedDict):
    """Files of a workspace.

    Attributes:
        files: The files.
        source: Where the files were read, the running sandbox or what was saved of it.
    """

    files: "list[FileEntry]"
    source: str


class SessionList(TypedDict):
    """Sessions.

    Attributes:
        sessions: The sessions.
    """

    sessions: "list[Session]"


class SessionResult(TypedDict):
    """A session.

    Attributes:
        session: A session with an agent.
    """

    session: "Session"


class SessionStartData(TypedDict):
    """The turn begins.

    Attributes:
        sessionId: Id of the session.
        version: Version of the stream's format.
    """

    sessionId: NotRequired[str]
    version: NotRequired[str]


class SessionTotals(TypedDict):
    """Sessions.

    Attributes:
        total: How many.
        byStatus: How many in each state.
    """

    total: NotRequired[int]
    byStatus: NotRequired["SessionTotalsByStatus"]


SessionTotalsByStatus: TypeAlias = dict[str, int]
""" How many in each state. """


class StartEvalRunRequest(TypedDict):
    """Which cases to run against which version.

    Attributes:
        versionNumber: Version of the agent; the active one without it.
        categories: Only cases of these categories.
        tags: Only cases with one of these tags.
    """

    versionNumber: NotRequired[int]
    categories: NotRequired[list[str]]
    tags: NotRequired[list[str]]


class TextDeltaData(TypedDict):
    """A piece of text; only when partial messages were asked for.

    Attributes:
        delta: The text.
    """

    delta: NotRequired[str]


class Thinking(TypedDict):
    """How the model thinks.

    Attributes:
        type: Kind of thinking.
        budgetTokens: The most tokens to think with.
    """

    type: str
    budgetTokens: NotRequired[int]


class ThinkingDeltaData(TypedDict):
    """A piece of thinking. The thinking of a complete message comes once more.

    Attributes:
        delta: The text.
    """

    delta: NotRequired[str]


class ToolResultData(TypedDict):
    """What a tool gave back; every field may be missing.

    Attributes:
        tool_use_id: Id of the use.
        content: What came back.
        is_error: Whether the tool failed.
    """

    tool_use_id: NotRequired[str]
    content: NotRequired[Any]
    is_error: NotRequired[bool]


class ToolUseData(TypedDict):
    """The agent uses a tool.

    Attributes:
        id: Id of the use.
        name: Name of the tool.
        input: What the tool is given.
    """

    id: NotRequired[str]
    name: NotRequired[str]
    input: NotRequired[Any]


class TurnCompleteData(TypedDict):
    """The model has come to its end.

    Attributes:
        numTurns: Steps of the agent.
        result: The result; missing when the run failed.
    """

    numTurns: NotRequired[int]
    result: NotRequired[Any]


class UpdateAgentRequest(TypedDict):
    """Changes of an agent.

    Attributes:
        env: All environment variables anew; an empty object removes them.
        config: Settings to merge, one level deep.
    """

    env: NotRequired["UpdateAgentRequestEnv"]
    config: NotRequired["UpdateAgentRequestConfig"]


UpdateAgentRequestConfig: TypeAlias = dict[str, Any]
""" Settings to merge, one level deep. """

UpdateAgentRequestEnv: TypeAlias = dict[str, str]
""" All environment variables anew; an empty object removes them. """


class UpdateAgentVersionRequest(TypedDict):
    """Changes of a version.

    Attributes:
        name: Name of the version.
        systemPrompt: The system prompt.
        releaseNotes: What is new.
        knowledgeFiles: Files that belong to it.
    """

    name: NotRequired[str]
    systemPrompt: NotRequired[str]
    releaseNotes: NotRequired[str]
    knowledgeFiles: NotRequired[list[str]]


class UpdateSessionConfigRequest(TypedDict):
    """Changes of a session; what is left out stays.

    Attributes:
        model: Model to use.
        allowedTools: Tools that the agent may use.
        disallowedTools: Tools that the agent must not use.
        betas: Beta features of the model to turn on.
        subagents: Further agents by name.
        initialAgent: Name of the one among them that begins.
    """

    model: NotRequired[str]
    allowedTools: NotRequired[list[str]]
    disallowedTools: NotRequired[list[str]]
    betas: NotRequired[list[str]]
    subagents: NotRequired["UpdateSessionConfigRequestSubagents"]
    initialAgent: NotRequired[str]


UpdateSessionConfigRequestSubagents: TypeAlias = dict[str, Any]
""" Further agents by name. """


class UploadAgentFilesRequest(TypedDict):
    """Files to write.

    Attributes:
        files: The files.
    """

    files: "list[UploadedFile]"


class UploadAgentFilesResult(TypedDict):
    """What was written.

    Attributes:
        written: How many files were written.
    """

    written: int


class UploadAttachmentRequest(TypedDict):
    """A file to attach.

    Attributes:
        filename: Name of the file; directories in it are left out.
        content: Content in base64.
        mimeType: Media type; the server's default is application/octet-stream.
        messageId: Message that it belongs to, a UUID.
    """

    filename: str
    content: str
    mimeType: NotRequired[str]
    messageId: NotRequired[str]


class UploadWorkspaceRequest(TypedDict):
    """A workspace.

    Attributes:
        bundle: A gzipped tar archive in base64.
    """

    bundle: str


class UploadedFile(TypedDict):
    """A file to write.

    Attributes:
        path: Relative path of the file.
        content: Content in base64.
    """

    path: str
    content: str


class UsageEvent(TypedDict):
    """Something that was used.

    Attributes:
        id: Id of the entry.
        sessionId: Id of the session.
        agentName: Name of the agent.
        eventType: What was used.
        value: How much of it.
        createdAt: When.
        tenantId: Tenant that it belongs to.
    """

    id: str
    sessionId: str
    agentName: str
    eventType: str
    value: float
    createdAt: str
    tenantId: NotRequired[str | None]


class UsageEventList(TypedDict):
    """Usage.

    Attributes:
        events: The entries.
    """

    events: "list[UsageEvent]"


class UsageStats(TypedDict):
    """Sums of usage.

    Attributes:
        totalInputTokens: Tokens that the model read.
        totalOutputTokens: Tokens that the model wrote.
        totalCacheCreationTokens: Tokens that were put into the cache.
        totalCacheReadTokens: Tokens that were read from the cache.
        totalToolCalls: Uses of tools; the server always says 0.
        totalMessages: Turns with a result.
        totalComputeSeconds: Seconds of computing; the server always says 0.
    """

    totalInputTokens: float
    totalOutputTokens: float
    totalCacheCreationTokens: float
    totalCacheReadTokens: float
    totalToolCalls: float
    totalMessages: float
    totalComputeSeconds: float


class UsageStatsResult(TypedDict):
    """Sums of usage.

    Attributes:
        stats: Sums of usage.
    """

    stats: "UsageStats"


class WriteFile(TypedDict):
    """A file to write.

    Attributes:
        path: Relative path of the file.
        content: Content in base64, up to 50 MiB of it.
        mimeType: Media type of the file.
    """

    path: str
    content: str
    mimeType: NotRequired[str]


class WriteFileResult(TypedDict):
    """What became of a file.

    Attributes:
        path: Relative path of the file.
        written: Whether it was written.
        size: Size in bytes; when it was written.
        error: Why it was not written.
    """

    path: str
    written: bool
    size: NotRequired[int | None]
    error: NotRequired[str | None]


class WriteFilesRequest(TypedDict):
    """Files to write.

    Attributes:
        files: 1 to 500 files.
        targetPath: Directory to write them in; the server's default is the workspace itself.
    """

    files: "list[WriteFile]"
    targetPath: NotRequired[str]


class WriteFilesResult(TypedDict):
    """What became of the files.

    Attributes:
        files: One entry for each file.
    """

    files: "list[WriteFileResult]"
