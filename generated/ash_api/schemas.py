"""What the specification says of the models, as JSON Schema; `$ref` is the name of another model.

Loaded when a model is shown, becomes a dict with other names, a table, or a type of pydantic.
"""

from __future__ import annotations

from typing import Any

# fmt: off
SCHEMAS: dict[str, dict[str, Any]] = {
    'ActivatedVersion': {
        'type': 'object',
        'description': 'Which version is active now.',
        'properties': {
            'activated': {'type': 'boolean', 'description': 'Always true.'},
            'versionNumber': {'type': 'integer', 'x-attribute': 'version_number', 'description': 'Number of the version.'},
        },
    },
    'Agent': {
        'type': 'object',
        'description': 'An agent.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the agent; the same after a new deployment.'},
            'name': {'type': 'string', 'description': 'Name of the agent.'},
            'version': {'type': 'integer', 'description': 'Number of deployments, from 1.'},
            'path': {'type': 'string', 'description': 'Directory on the server.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was first deployed; in the answer to a new deployment, when that was.'},
            'updatedAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'updated_at', 'description': 'When it was last deployed or changed.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that the agent belongs to.'},
            'env': {'$ref': 'AgentEnv', 'description': 'Names of environment variables; every value is three asterisks. Left out when there are none.'},
        },
    },
    'AgentConfig': {
        'type': 'object',
        'description': 'Settings of an agent.',
        'properties': {
            'config': {'$ref': 'AgentConfigConfig', 'description': 'The settings.'},
        },
    },
    'AgentConfigConfig': {
        'type': 'object',
        'description': 'The settings.',
        'properties': {
        },
    },
    'AgentEnv': {
        'type': 'object',
        'description': 'Names of environment variables; every value is three asterisks. Left out when there are none.',
        'properties': {
        },
    },
    'AgentFileContent': {
        'type': 'object',
        'description': 'A file of an agent as text.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path of the file.'},
            'content': {'type': 'string', 'description': 'Its text.'},
            'size': {'type': 'integer', 'description': 'Size in bytes.'},
        },
    },
    'AgentFileList': {
        'type': 'object',
        'description': 'Files of an agent.',
        'properties': {
            'files': {'type': 'array', 'items': {'$ref': 'FileEntry'}, 'description': 'The files.'},
        },
    },
    'AgentList': {
        'type': 'object',
        'description': 'Agents.',
        'properties': {
            'agents': {'type': 'array', 'items': {'$ref': 'Agent'}, 'description': 'The agents.'},
        },
    },
    'AgentResult': {
        'type': 'object',
        'description': 'An agent.',
        'properties': {
            'agent': {'$ref': 'Agent', 'description': 'An agent.'},
        },
    },
    'AgentTotals': {
        'type': 'object',
        'description': 'Agents.',
        'properties': {
            'total': {'type': 'integer', 'description': 'How many.'},
        },
    },
    'AgentVersion': {
        'type': 'object',
        'description': "A named version of an agent's system prompt.",
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the version.'},
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'versionNumber': {'type': 'integer', 'x-attribute': 'version_number', 'description': 'Number, from 1; not the `version` of the agent.'},
            'name': {'type': 'string', 'description': 'Name of the version.'},
            'isActive': {'type': 'boolean', 'x-attribute': 'is_active', 'description': 'Whether new sessions use it.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was made.'},
            'updatedAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'updated_at', 'description': 'When it was last changed.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'systemPrompt': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'system_prompt', 'description': 'The system prompt.'},
            'releaseNotes': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'release_notes', 'description': 'What is new.'},
            'knowledgeFiles': {'anyOf': [{'type': 'array', 'items': {'type': 'string'}}, {'type': 'null'}], 'x-attribute': 'knowledge_files', 'description': 'Files that belong to it.'},
            'createdBy': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'created_by', 'description': 'Who made it.'},
        },
    },
    'AgentVersionList': {
        'type': 'object',
        'description': 'Versions.',
        'properties': {
            'versions': {'type': 'array', 'items': {'$ref': 'AgentVersion'}, 'description': 'The versions.'},
        },
    },
    'AgentVersionResult': {
        'type': 'object',
        'description': 'A version.',
        'properties': {
            'version': {'$ref': 'AgentVersion', 'description': "A named version of an agent's system prompt."},
        },
    },
    'Analytics': {
        'type': 'object',
        'description': 'Numbers over everything.',
        'properties': {
            'agents': {'$ref': 'AgentTotals', 'description': 'Agents.'},
            'sessions': {'$ref': 'SessionTotals', 'description': 'Sessions.'},
            'usage': {'$ref': 'UsageStats', 'description': 'Sums of usage.'},
            'evals': {'$ref': 'EvalTotals', 'description': 'Runs of evaluations.'},
        },
    },
    'ApiError': {
        'type': 'object',
        'description': 'What went wrong. A handler sends its own words in `error`; the framework sends the reason phrase there and its words in `message`. The routes of API keys leave out `statusCode`.',
        'properties': {
            'error': {'type': 'string', 'description': 'What went wrong'},
            'message': {'type': 'string', 'description': 'What went wrong; from the framework.'},
            'statusCode': {'type': 'integer', 'x-attribute': 'status_code', 'description': 'The HTTP status.'},
            'code': {'type': 'string', 'description': 'Code of the framework.'},
        },
    },
    'ApiKeyList': {
        'type': 'object',
        'description': 'API keys.',
        'properties': {
            'keys': {'type': 'array', 'items': {'$ref': 'ApiKeySummary'}, 'description': 'The keys.'},
        },
    },
    'ApiKeySummary': {
        'type': 'object',
        'description': 'An API key, masked.',
        'properties': {
            'id': {'type': 'string', 'description': "Id of the key; the word `env` for the operator's own."},
            'label': {'type': 'string', 'description': 'Its label.'},
            'keyPrefix': {'type': 'string', 'x-attribute': 'key_prefix', 'description': 'Beginning of the key, masked.'},
            'createdAt': {'type': 'string', 'x-attribute': 'created_at', 'description': "When it was made; empty for the operator's own."},
        },
    },
    'Attachment': {
        'type': 'object',
        'description': 'A file attached to a session.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the attachment.'},
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Id of the session.'},
            'filename': {'type': 'string', 'description': 'Name of the file.'},
            'mimeType': {'type': 'string', 'x-attribute': 'mime_type', 'description': 'Media type.'},
            'size': {'type': 'integer', 'description': 'Size in bytes.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was attached.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'messageId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'message_id', 'description': 'Id of a message, or the word `unlinked`.'},
        },
    },
    'AttachmentList': {
        'type': 'object',
        'description': 'Attachments.',
        'properties': {
            'attachments': {'type': 'array', 'items': {'$ref': 'Attachment'}, 'description': 'The attachments.'},
        },
    },
    'AttachmentResult': {
        'type': 'object',
        'description': 'An attachment.',
        'properties': {
            'attachment': {'$ref': 'Attachment', 'description': 'A file attached to a session.'},
        },
    },
    'ChatTurn': {
        'type': 'object',
        'description': 'What was said before the question.',
        'properties': {
            'role': {'type': 'string', 'description': 'Who said it.'},
            'content': {'type': 'string', 'description': 'What was said.'},
        },
        'required': ['role', 'content'],
    },
    'ContentBlock': {
        'type': 'object',
        'description': 'A part of a message: `text` with `text`; `image` or `document` with `source`, an object of `type` base64, `media_type` and `data`.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Kind of the part.'},
        },
        'required': ['type'],
    },
    'CreateAgentVersionRequest': {
        'type': 'object',
        'description': 'A new version.',
        'properties': {
            'name': {'type': 'string', 'description': 'Name of the version.'},
            'systemPrompt': {'type': 'string', 'x-attribute': 'system_prompt', 'description': 'The system prompt.'},
            'releaseNotes': {'type': 'string', 'x-attribute': 'release_notes', 'description': 'What is new.'},
            'knowledgeFiles': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'knowledge_files', 'description': 'Files that belong to it.'},
            'cloneFrom': {'anyOf': [{'type': 'integer'}, {'type': 'string'}], 'x-attribute': 'clone_from', 'description': 'Number or id of a version to start from.'},
        },
    },
    'CreateApiKeyRequest': {
        'type': 'object',
        'description': 'A new API key.',
        'properties': {
            'label': {'type': 'string', 'description': 'A label.'},
        },
    },
    'CreateCredentialRequest': {
        'type': 'object',
        'description': 'A key to store.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Provider of a credential; `bedrock` is missing in the published document.'},
            'key': {'type': 'string', 'format': 'password', 'description': 'The key; for bedrock a JSON text with `accessKeyId`, `secretAccessKey`, `region` and perhaps `sessionToken`.'},
            'label': {'type': 'string', 'description': 'A label.'},
        },
        'required': ['type', 'key'],
    },
    'CreateSessionRequest': {
        'type': 'object',
        'description': 'A new session.',
        'properties': {
            'agent': {'type': 'string', 'description': 'Name of the agent.'},
            'credentialId': {'type': 'string', 'x-attribute': 'credential_id', 'description': 'Credential to use.'},
            'extraEnv': {'$ref': 'CreateSessionRequestExtraEnv', 'x-attribute': 'extra_env', 'description': 'Environment variables; they win over those of the agent and of the credential.'},
            'model': {'type': 'string', 'description': 'Model to use.'},
            'mcpServers': {'$ref': 'CreateSessionRequestMcpServers', 'x-attribute': 'mcp_servers', 'description': 'Servers of tools by name.'},
            'systemPrompt': {'type': 'string', 'x-attribute': 'system_prompt', 'description': "System prompt instead of the agent's."},
            'permissionMode': {'type': 'string', 'x-attribute': 'permission_mode', 'description': 'What the agent may do without asking.'},
            'allowedTools': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'allowed_tools', 'description': 'Tools that the agent may use.'},
            'disallowedTools': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'disallowed_tools', 'description': 'Tools that the agent must not use.'},
            'betas': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Beta features of the model to turn on.'},
            'subagents': {'$ref': 'CreateSessionRequestSubagents', 'description': 'Further agents by name.'},
            'initialAgent': {'type': 'string', 'x-attribute': 'initial_agent', 'description': 'Name of the one among them that begins.'},
        },
        'required': ['agent'],
    },
    'CreateSessionRequestExtraEnv': {
        'type': 'object',
        'description': 'Environment variables; they win over those of the agent and of the credential.',
        'properties': {
        },
    },
    'CreateSessionRequestMcpServers': {
        'type': 'object',
        'description': 'Servers of tools by name.',
        'properties': {
        },
    },
    'CreateSessionRequestSubagents': {
        'type': 'object',
        'description': 'Further agents by name.',
        'properties': {
        },
    },
    'CreatedApiKey': {
        'type': 'object',
        'description': 'A new API key, shown once.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the key.'},
            'key': {'type': 'string', 'format': 'password', 'description': 'The key.'},
        },
    },
    'Credential': {
        'type': 'object',
        'description': 'A stored key of a model provider, without the key.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the credential.'},
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Provider.'},
            'label': {'type': 'string', 'description': 'Its label; empty when none was given.'},
            'active': {'type': 'boolean', 'description': 'Whether it can be used.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was stored.'},
            'lastUsedAt': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'x-attribute': 'last_used_at', 'description': 'When it was last used; in lists.'},
        },
    },
    'CredentialList': {
        'type': 'object',
        'description': 'Credentials.',
        'properties': {
            'credentials': {'type': 'array', 'items': {'$ref': 'Credential'}, 'description': 'The credentials.'},
        },
    },
    'CredentialResult': {
        'type': 'object',
        'description': 'A credential.',
        'properties': {
            'credential': {'$ref': 'Credential', 'description': 'A stored key of a model provider, without the key.'},
        },
    },
    'Deleted': {
        'type': 'object',
        'description': 'It is gone.',
        'properties': {
            'deleted': {'type': 'boolean', 'description': 'Always true.'},
        },
    },
    'DeletedFile': {
        'type': 'object',
        'description': 'A file that is gone.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path of the file.'},
            'deleted': {'type': 'boolean', 'description': 'Always true.'},
        },
    },
    'DeployAgentRequest': {
        'type': 'object',
        'description': 'An agent to deploy, by a directory on the server or by its files.',
        'properties': {
            'name': {'type': 'string', 'description': 'Letters, digits, underscores and hyphens, up to 255.'},
            'path': {'type': 'string', 'description': 'Directory on the server; a relative one is under its data directory.'},
            'systemPrompt': {'type': 'string', 'x-attribute': 'system_prompt', 'description': 'Content of CLAUDE.md when no file has it; without `path` only.'},
            'files': {'type': 'array', 'items': {'$ref': 'UploadedFile'}, 'description': 'Files of the agent; without `path` only. Unsafe paths are left out.'},
            'env': {'$ref': 'DeployAgentRequestEnv', 'description': 'Environment variables for sessions with the agent.'},
        },
        'required': ['name'],
    },
    'DeployAgentRequestEnv': {
        'type': 'object',
        'description': 'Environment variables for sessions with the agent.',
        'properties': {
        },
    },
    'DoneData': {
        'type': 'object',
        'description': 'The turn is over.',
        'properties': {
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Id of the session.'},
        },
    },
    'EnqueueRequest': {
        'type': 'object',
        'description': 'A prompt to run in the background.',
        'properties': {
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'prompt': {'type': 'string', 'description': 'The prompt.'},
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Session to run in, a UUID.'},
            'priority': {'type': 'integer', 'description': "Larger ones come first; the server's default is 0."},
            'maxRetries': {'type': 'integer', 'x-attribute': 'max_retries', 'description': "The most attempts; the server's default is 3."},
        },
        'required': ['agentName', 'prompt'],
    },
    'ErrorData': {
        'type': 'object',
        'description': 'Something went wrong.',
        'properties': {
            'error': {'type': 'string', 'description': 'What.'},
        },
    },
    'EvalCase': {
        'type': 'object',
        'description': 'A case.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the case.'},
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'question': {'type': 'string', 'description': 'The question.'},
            'isActive': {'type': 'boolean', 'x-attribute': 'is_active', 'description': 'Whether runs use it.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was made.'},
            'updatedAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'updated_at', 'description': 'When it was last changed.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'expectedTopics': {'anyOf': [{'type': 'array', 'items': {'type': 'string'}}, {'type': 'null'}], 'x-attribute': 'expected_topics', 'description': 'Topics that the answer must touch.'},
            'expectedNotTopics': {'anyOf': [{'type': 'array', 'items': {'type': 'string'}}, {'type': 'null'}], 'x-attribute': 'expected_not_topics', 'description': 'Topics that the answer must not touch.'},
            'referenceAnswer': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'reference_answer', 'description': 'A good answer.'},
            'category': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Category of the case.'},
            'tags': {'anyOf': [{'type': 'array', 'items': {'type': 'string'}}, {'type': 'null'}], 'description': 'Tags of the case.'},
            'chatHistory': {'anyOf': [{'type': 'array', 'items': {'$ref': 'ChatTurn'}}, {'type': 'null'}], 'x-attribute': 'chat_history', 'description': 'What was said before.'},
        },
    },
    'EvalCaseInput': {
        'type': 'object',
        'description': 'A question with what is expected of the answer.',
        'properties': {
            'question': {'type': 'string', 'description': 'The question.'},
            'expectedTopics': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'expected_topics', 'description': 'Topics that the answer must touch.'},
            'expectedNotTopics': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'expected_not_topics', 'description': 'Topics that the answer must not touch.'},
            'referenceAnswer': {'type': 'string', 'x-attribute': 'reference_answer', 'description': 'A good answer.'},
            'category': {'type': 'string', 'description': 'Category of the case.'},
            'tags': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Tags of the case.'},
            'chatHistory': {'type': 'array', 'items': {'$ref': 'ChatTurn'}, 'x-attribute': 'chat_history', 'description': 'What was said before.'},
            'isActive': {'type': 'boolean', 'x-attribute': 'is_active', 'description': 'Whether runs use it.'},
        },
        'required': ['question'],
    },
    'EvalCaseList': {
        'type': 'object',
        'description': 'Cases.',
        'properties': {
            'cases': {'type': 'array', 'items': {'$ref': 'EvalCase'}, 'description': 'The cases.'},
        },
    },
    'EvalCaseResult': {
        'type': 'object',
        'description': 'A case.',
        'properties': {
            'case': {'$ref': 'EvalCase', 'description': 'A case.'},
        },
    },
    'EvalCaseUpdate': {
        'type': 'object',
        'description': 'Changes of a case; what is left out stays.',
        'properties': {
            'question': {'type': 'string', 'description': 'The question.'},
            'expectedTopics': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'expected_topics', 'description': 'Topics that the answer must touch.'},
            'expectedNotTopics': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'expected_not_topics', 'description': 'Topics that the answer must not touch.'},
            'referenceAnswer': {'type': 'string', 'x-attribute': 'reference_answer', 'description': 'A good answer.'},
            'category': {'type': 'string', 'description': 'Category of the case.'},
            'tags': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Tags of the case.'},
            'chatHistory': {'type': 'array', 'items': {'$ref': 'ChatTurn'}, 'x-attribute': 'chat_history', 'description': 'What was said before.'},
            'isActive': {'type': 'boolean', 'x-attribute': 'is_active', 'description': 'Whether runs use it.'},
        },
    },
    'EvalComparison': {
        'type': 'object',
        'description': 'Two runs side by side.',
        'properties': {
            'runA': {'$ref': 'EvalRun', 'x-attribute': 'run_a', 'description': 'A run over cases.'},
            'runB': {'$ref': 'EvalRun', 'x-attribute': 'run_b', 'description': 'A run over cases.'},
            'results': {'type': 'array', 'items': {'$ref': 'EvalComparisonResultsItem'}, 'description': 'The results side by side; the shape of an entry is not known.'},
        },
    },
    'EvalComparisonResult': {
        'type': 'object',
        'description': 'A comparison.',
        'properties': {
            'comparison': {'$ref': 'EvalComparison', 'description': 'Two runs side by side.'},
        },
    },
    'EvalComparisonResultsItem': {
        'type': 'object',
        'description': 'Results of one case.',
        'properties': {
        },
    },
    'EvalResult': {
        'type': 'object',
        'description': 'What came of one case in a run.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the result.'},
            'evalRunId': {'type': 'string', 'x-attribute': 'eval_run_id', 'description': 'Id of the run.'},
            'evalCaseId': {'type': 'string', 'x-attribute': 'eval_case_id', 'description': 'Id of the case.'},
            'status': {'type': 'string', 'description': 'State of the result.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was made.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'agentResponse': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'agent_response', 'description': 'What the agent answered.'},
            'topicScore': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'x-attribute': 'topic_score', 'description': 'Score for topics.'},
            'safetyScore': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'x-attribute': 'safety_score', 'description': 'Score for safety.'},
            'llmJudgeScore': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'x-attribute': 'llm_judge_score', 'description': 'Score of the judging model.'},
            'latencyMs': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'x-attribute': 'latency_ms', 'description': 'Time of the answer in milliseconds.'},
            'error': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Why there is no answer.'},
            'humanScore': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'x-attribute': 'human_score', 'description': 'Score given by hand, 1 to 5.'},
            'humanNotes': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'human_notes', 'description': 'Notes made by hand.'},
            'completedAt': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'x-attribute': 'completed_at', 'description': 'When it came to its end.'},
        },
    },
    'EvalResultList': {
        'type': 'object',
        'description': 'Results.',
        'properties': {
            'results': {'type': 'array', 'items': {'$ref': 'EvalResult'}, 'description': 'The results.'},
        },
    },
    'EvalResultResult': {
        'type': 'object',
        'description': 'A result.',
        'properties': {
            'result': {'$ref': 'EvalResult', 'description': 'What came of one case in a run.'},
        },
    },
    'EvalRun': {
        'type': 'object',
        'description': 'A run over cases.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the run.'},
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'status': {'type': 'string', 'description': 'State of the run.'},
            'totalCases': {'type': 'integer', 'x-attribute': 'total_cases', 'description': 'How many cases it has.'},
            'completedCases': {'type': 'integer', 'x-attribute': 'completed_cases', 'description': 'How many are done.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was made.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'versionNumber': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'x-attribute': 'version_number', 'description': 'Version of the agent.'},
            'summary': {'anyOf': [{'$ref': 'EvalSummary'}, {'type': 'null'}], 'description': 'What came of it; null until then.'},
            'startedAt': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'x-attribute': 'started_at', 'description': 'When it was started.'},
            'completedAt': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'x-attribute': 'completed_at', 'description': 'When it came to its end.'},
        },
    },
    'EvalRunList': {
        'type': 'object',
        'description': 'Runs.',
        'properties': {
            'runs': {'type': 'array', 'items': {'$ref': 'EvalRun'}, 'description': 'The runs.'},
        },
    },
    'EvalRunResult': {
        'type': 'object',
        'description': 'A run.',
        'properties': {
            'run': {'$ref': 'EvalRun', 'description': 'A run over cases.'},
        },
    },
    'EvalSummary': {
        'type': 'object',
        'description': 'What came of a run.',
        'properties': {
            'avgTopicScore': {'type': 'number', 'x-attribute': 'avg_topic_score', 'description': 'Mean score for topics.'},
            'avgSafetyScore': {'type': 'number', 'x-attribute': 'avg_safety_score', 'description': 'Mean score for safety.'},
            'avgLlmJudgeScore': {'anyOf': [{'type': 'number'}, {'type': 'null'}], 'x-attribute': 'avg_llm_judge_score', 'description': 'Mean score of the judging model.'},
            'avgLatencyMs': {'type': 'number', 'x-attribute': 'avg_latency_ms', 'description': 'Mean time of an answer in milliseconds.'},
            'passRate': {'type': 'number', 'x-attribute': 'pass_rate', 'description': 'Share of the cases that passed.'},
        },
    },
    'EvalTotals': {
        'type': 'object',
        'description': 'Runs of evaluations.',
        'properties': {
            'totalRuns': {'type': 'integer', 'x-attribute': 'total_runs', 'description': 'How many.'},
            'byStatus': {'$ref': 'EvalTotalsByStatus', 'x-attribute': 'by_status', 'description': 'How many in each state.'},
        },
    },
    'EvalTotalsByStatus': {
        'type': 'object',
        'description': 'How many in each state.',
        'properties': {
        },
    },
    'ExecRequest': {
        'type': 'object',
        'description': 'A command to run.',
        'properties': {
            'command': {'type': 'string', 'description': 'Command for the shell of the sandbox.'},
            'timeout': {'type': 'integer', 'description': "Milliseconds, 1 to 300,000; the server's default is 30,000."},
        },
        'required': ['command'],
    },
    'ExecResult': {
        'type': 'object',
        'description': 'What a command did.',
        'properties': {
            'exitCode': {'type': 'integer', 'x-attribute': 'exit_code', 'description': 'Exit code; 1 also after a timeout.'},
            'stdout': {'type': 'string', 'description': 'What it printed, up to 10 MiB.'},
            'stderr': {'type': 'string', 'description': 'What it printed as errors, up to 10 MiB.'},
        },
    },
    'FileEntry': {
        'type': 'object',
        'description': 'A file in a list.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path, with slashes.'},
            'size': {'type': 'integer', 'description': 'Size in bytes.'},
            'modifiedAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'modified_at', 'description': 'When it was last changed.'},
        },
    },
    'Health': {
        'type': 'object',
        'description': 'How the server is.',
        'properties': {
            'status': {'type': 'string', 'description': '`ok`.'},
            'activeSessions': {'type': 'integer', 'x-attribute': 'active_sessions', 'description': 'Sessions that are active.'},
            'activeSandboxes': {'type': 'integer', 'x-attribute': 'active_sandboxes', 'description': 'Sandboxes that run.'},
            'uptime': {'type': 'number', 'description': 'Seconds since the server started.'},
            'pool': {'$ref': 'PoolStats', 'description': 'The sandboxes of the server by state, and how sessions were resumed.'},
            'version': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Version of the server.'},
            'coordinatorId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'coordinator_id', 'description': 'Id of this server among several.'},
            'remoteRunners': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'x-attribute': 'remote_runners', 'description': 'Runners on other machines.'},
        },
    },
    'ImportEvalCasesRequest': {
        'type': 'object',
        'description': 'Cases to add.',
        'properties': {
            'cases': {'type': 'array', 'items': {'$ref': 'EvalCaseInput'}, 'description': 'The cases.'},
        },
        'required': ['cases'],
    },
    'ImportEvalCasesResult': {
        'type': 'object',
        'description': 'What was added.',
        'properties': {
            'imported': {'type': 'integer', 'description': 'How many cases were added.'},
        },
    },
    'JsonObject': {
        'type': 'object',
        'description': 'Any JSON object.',
        'properties': {
        },
    },
    'LogEntry': {
        'type': 'object',
        'description': 'A line that the process of a session printed.',
        'properties': {
            'index': {'type': 'integer', 'description': 'Number of the line, from 0.'},
            'level': {'type': 'string', 'description': 'Where it was printed.'},
            'text': {'type': 'string', 'description': 'The line.'},
            'ts': {'type': 'string', 'format': 'date-time', 'description': 'When it was printed.'},
        },
    },
    'LogList': {
        'type': 'object',
        'description': 'Lines of a log.',
        'properties': {
            'logs': {'type': 'array', 'items': {'$ref': 'LogEntry'}, 'description': 'The lines.'},
            'source': {'type': 'string', 'description': 'Where they were read.'},
        },
    },
    'McpServer': {
        'type': 'object',
        'description': 'A server of tools, by its address or by the command that starts it.',
        'properties': {
            'url': {'type': 'string', 'description': 'Address of the server.'},
            'command': {'type': 'string', 'description': 'Command that starts it.'},
            'args': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Arguments of the command.'},
            'env': {'$ref': 'McpServerEnv', 'description': 'Environment variables of the command.'},
        },
    },
    'McpServerEnv': {
        'type': 'object',
        'description': 'Environment variables of the command.',
        'properties': {
        },
    },
    'McpStatusData': {
        'type': 'object',
        'description': 'State of the servers of tools.',
        'properties': {
            'action': {'type': 'string', 'description': 'What happened.'},
        },
    },
    'Message': {
        'type': 'object',
        'description': 'A message of a session.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the message.'},
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Id of the session.'},
            'role': {'type': 'string', 'description': "Who said it; results of turns are stored as the assistant's."},
            'content': {'type': 'string', 'description': 'Text that is JSON: an object.'},
            'sequence': {'type': 'integer', 'description': 'Number within the session, from 1.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was stored.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
        },
    },
    'MessageData': {
        'type': 'object',
        'description': 'A message of the model as it is, of any shape.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Kind of message.'},
        },
    },
    'MessageList': {
        'type': 'object',
        'description': 'Messages.',
        'properties': {
            'messages': {'type': 'array', 'items': {'$ref': 'Message'}, 'description': 'The messages.'},
        },
    },
    'MessageResult': {
        'type': 'object',
        'description': 'What was done, in words.',
        'properties': {
            'message': {'type': 'string', 'description': 'What was done.'},
        },
    },
    'Ok': {
        'type': 'object',
        'description': 'It is done.',
        'properties': {
            'ok': {'type': 'boolean', 'description': 'Always true.'},
        },
    },
    'OutputFormat': {
        'type': 'object',
        'description': 'Form that the result must have.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Kind of the form.'},
            'schema': {'$ref': 'OutputFormatSchema', 'description': 'JSON schema of the result.'},
        },
        'required': ['type', 'schema'],
    },
    'OutputFormatSchema': {
        'type': 'object',
        'description': 'JSON schema of the result.',
        'properties': {
        },
    },
    'PoolStats': {
        'type': 'object',
        'description': 'The sandboxes of the server by state, and how sessions were resumed.',
        'properties': {
            'total': {'type': 'integer', 'description': 'All sandboxes.'},
            'cold': {'type': 'integer', 'description': 'Sandboxes without a process.'},
            'warming': {'type': 'integer', 'description': 'Sandboxes that start.'},
            'warm': {'type': 'integer', 'description': 'Sandboxes that are ready and not used.'},
            'waiting': {'type': 'integer', 'description': 'Sandboxes of sessions that wait for a message.'},
            'running': {'type': 'integer', 'description': 'Sandboxes of sessions within a turn.'},
            'maxCapacity': {'type': 'integer', 'x-attribute': 'max_capacity', 'description': 'The most sandboxes there can be.'},
            'resumeWarmHits': {'type': 'integer', 'x-attribute': 'resume_warm_hits', 'description': 'Sessions resumed in their living process.'},
            'resumeColdHits': {'type': 'integer', 'x-attribute': 'resume_cold_hits', 'description': 'Sessions resumed in a new sandbox.'},
            'preWarmHits': {'type': 'integer', 'x-attribute': 'pre_warm_hits', 'description': 'Sessions that took a warm sandbox.'},
        },
    },
    'QueueItem': {
        'type': 'object',
        'description': 'A prompt that runs in the background.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the item.'},
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'prompt': {'type': 'string', 'description': 'The prompt.'},
            'status': {'type': 'string', 'description': 'State of the item.'},
            'priority': {'type': 'integer', 'description': 'Larger ones come first.'},
            'retryCount': {'type': 'integer', 'x-attribute': 'retry_count', 'description': 'Attempts that failed.'},
            'maxRetries': {'type': 'integer', 'x-attribute': 'max_retries', 'description': 'The most attempts; 0 and 1 both mean one.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was queued.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'sessionId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'session_id', 'description': 'Session that was asked for; null when one was made.'},
            'error': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Why the last attempt failed.'},
            'startedAt': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'x-attribute': 'started_at', 'description': 'When it was last started.'},
            'completedAt': {'anyOf': [{'type': 'string', 'format': 'date-time'}, {'type': 'null'}], 'x-attribute': 'completed_at', 'description': 'When it came to its end.'},
        },
    },
    'QueueItemList': {
        'type': 'object',
        'description': 'Items.',
        'properties': {
            'items': {'type': 'array', 'items': {'$ref': 'QueueItem'}, 'description': 'The items.'},
        },
    },
    'QueueItemResult': {
        'type': 'object',
        'description': 'An item.',
        'properties': {
            'item': {'$ref': 'QueueItem', 'description': 'A prompt that runs in the background.'},
        },
    },
    'QueueStats': {
        'type': 'object',
        'description': 'Items by state.',
        'properties': {
            'pending': {'type': 'integer', 'description': 'Items that wait.'},
            'processing': {'type': 'integer', 'description': 'Items that run.'},
            'completed': {'type': 'integer', 'description': 'Items that went well.'},
            'failed': {'type': 'integer', 'description': 'Items whose attempts are used up.'},
            'cancelled': {'type': 'integer', 'description': 'Items that were cancelled.'},
        },
    },
    'QueueStatsResult': {
        'type': 'object',
        'description': 'Items by state.',
        'properties': {
            'stats': {'$ref': 'QueueStats', 'description': 'Items by state.'},
        },
    },
    'ScoreEvalRunRequest': {
        'type': 'object',
        'description': 'A score given by hand, for one result or for all.',
        'properties': {
            'resultId': {'type': 'string', 'x-attribute': 'result_id', 'description': 'Id of the result, a UUID; all of the run without it.'},
            'humanScore': {'type': 'number', 'x-attribute': 'human_score', 'description': 'Score, 1 to 5.'},
            'humanNotes': {'type': 'string', 'x-attribute': 'human_notes', 'description': 'Notes.'},
        },
    },
    'ScoreEvalRunResult': {
        'type': 'object',
        'description': 'What was scored.',
        'properties': {
            'scored': {'type': 'integer', 'description': 'How many results.'},
            'results': {'type': 'array', 'items': {'$ref': 'EvalResult'}, 'description': 'The results.'},
        },
    },
    'ScoreRequest': {
        'type': 'object',
        'description': 'A score given by hand.',
        'properties': {
            'humanScore': {'type': 'number', 'x-attribute': 'human_score', 'description': 'Score, 1 to 5.'},
            'humanNotes': {'type': 'string', 'x-attribute': 'human_notes', 'description': 'Notes.'},
        },
    },
    'SendMessageRequest': {
        'type': 'object',
        'description': 'A message, and how to answer it.',
        'properties': {
            'content': {'anyOf': [{'type': 'string'}, {'type': 'array', 'items': {'$ref': 'ContentBlock'}}], 'description': 'Text of up to 500,000 characters (100,000 in older builds), or 2 to 20 parts. The newest server hands a text to the agent as a list of that text, and refuses a list of one part; older builds refuse any list. All of them call themselves 0.2.0.'},
            'includePartialMessages': {'type': 'boolean', 'x-attribute': 'include_partial_messages', 'description': 'Whether text and thinking are also sent in pieces as they come.'},
            'model': {'type': 'string', 'description': 'Model of this turn; wins over session and agent.'},
            'maxTurns': {'type': 'integer', 'x-attribute': 'max_turns', 'description': 'The most steps of the agent.'},
            'maxBudgetUsd': {'type': 'number', 'x-attribute': 'max_budget_usd', 'description': 'The most that the turn may cost in US dollars.'},
            'effort': {'type': 'string', 'description': 'How much the model thinks.'},
            'thinking': {'$ref': 'Thinking', 'description': 'How the model thinks.'},
            'outputFormat': {'$ref': 'OutputFormat', 'x-attribute': 'output_format', 'description': 'Form that the result must have.'},
        },
        'required': ['content'],
    },
    'Session': {
        'type': 'object',
        'description': 'A session with an agent.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the session, a UUID.'},
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'sandboxId': {'type': 'string', 'x-attribute': 'sandbox_id', 'description': 'Id of its sandbox; another one after a cold resume.'},
            'status': {'type': 'string', 'description': 'State of a session. `starting` is practically never seen.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it was started.'},
            'lastActiveAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'last_active_at', 'description': 'When it was last used.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'runnerId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'runner_id', 'description': 'Runner that holds the sandbox; null on a single machine.'},
            'parentSessionId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'parent_session_id', 'description': 'Session that it was forked from.'},
            'model': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Model of the session; documented and never sent.'},
        },
    },
    'SessionEvent': {
        'type': 'object',
        'description': 'Something that happened in a session.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the event.'},
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Id of the session.'},
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'What happened.'},
            'sequence': {'type': 'integer', 'description': 'Number within the session, from 1; not the one of messages.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When it happened.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
            'data': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Text that is JSON: an object.'},
        },
    },
    'SessionEventList': {
        'type': 'object',
        'description': 'Events.',
        'properties': {
            'events': {'type': 'array', 'items': {'$ref': 'SessionEvent'}, 'description': 'The events.'},
        },
    },
    'SessionFileContent': {
        'type': 'object',
        'description': 'A file of a workspace as text.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path of the file.'},
            'content': {'type': 'string', 'description': 'Its text.'},
            'size': {'type': 'integer', 'description': 'Size in bytes.'},
            'source': {'type': 'string', 'description': 'Where the files were read, the running sandbox or what was saved of it.'},
        },
    },
    'SessionFileList': {
        'type': 'object',
        'description': 'Files of a workspace.',
        'properties': {
            'files': {'type': 'array', 'items': {'$ref': 'FileEntry'}, 'description': 'The files.'},
            'source': {'type': 'string', 'description': 'Where the files were read, the running sandbox or what was saved of it.'},
        },
    },
    'SessionList': {
        'type': 'object',
        'description': 'Sessions.',
        'properties': {
            'sessions': {'type': 'array', 'items': {'$ref': 'Session'}, 'description': 'The sessions.'},
        },
    },
    'SessionResult': {
        'type': 'object',
        'description': 'A session.',
        'properties': {
            'session': {'$ref': 'Session', 'description': 'A session with an agent.'},
        },
    },
    'SessionStartData': {
        'type': 'object',
        'description': 'The turn begins.',
        'properties': {
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Id of the session.'},
            'version': {'type': 'string', 'description': "Version of the stream's format."},
        },
    },
    'SessionTotals': {
        'type': 'object',
        'description': 'Sessions.',
        'properties': {
            'total': {'type': 'integer', 'description': 'How many.'},
            'byStatus': {'$ref': 'SessionTotalsByStatus', 'x-attribute': 'by_status', 'description': 'How many in each state.'},
        },
    },
    'SessionTotalsByStatus': {
        'type': 'object',
        'description': 'How many in each state.',
        'properties': {
        },
    },
    'StartEvalRunRequest': {
        'type': 'object',
        'description': 'Which cases to run against which version.',
        'properties': {
            'versionNumber': {'type': 'integer', 'x-attribute': 'version_number', 'description': 'Version of the agent; the active one without it.'},
            'categories': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Only cases of these categories.'},
            'tags': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Only cases with one of these tags.'},
        },
    },
    'TextDeltaData': {
        'type': 'object',
        'description': 'A piece of text; only when partial messages were asked for.',
        'properties': {
            'delta': {'type': 'string', 'description': 'The text.'},
        },
    },
    'Thinking': {
        'type': 'object',
        'description': 'How the model thinks.',
        'properties': {
            'type': {'type': 'string', 'x-attribute': 'type_', 'description': 'Kind of thinking.'},
            'budgetTokens': {'type': 'integer', 'x-attribute': 'budget_tokens', 'description': 'The most tokens to think with.'},
        },
        'required': ['type'],
    },
    'ThinkingDeltaData': {
        'type': 'object',
        'description': 'A piece of thinking. The thinking of a complete message comes once more.',
        'properties': {
            'delta': {'type': 'string', 'description': 'The text.'},
        },
    },
    'ToolResultData': {
        'type': 'object',
        'description': 'What a tool gave back; every field may be missing.',
        'properties': {
            'tool_use_id': {'type': 'string', 'description': 'Id of the use.'},
            'content': {'description': 'What came back.'},
            'is_error': {'type': 'boolean', 'description': 'Whether the tool failed.'},
        },
    },
    'ToolUseData': {
        'type': 'object',
        'description': 'The agent uses a tool.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the use.'},
            'name': {'type': 'string', 'description': 'Name of the tool.'},
            'input': {'x-attribute': 'input_', 'description': 'What the tool is given.'},
        },
    },
    'TurnCompleteData': {
        'type': 'object',
        'description': 'The model has come to its end.',
        'properties': {
            'numTurns': {'type': 'integer', 'x-attribute': 'num_turns', 'description': 'Steps of the agent.'},
            'result': {'description': 'The result; missing when the run failed.'},
        },
    },
    'UpdateAgentRequest': {
        'type': 'object',
        'description': 'Changes of an agent.',
        'properties': {
            'env': {'$ref': 'UpdateAgentRequestEnv', 'description': 'All environment variables anew; an empty object removes them.'},
            'config': {'$ref': 'UpdateAgentRequestConfig', 'description': 'Settings to merge, one level deep.'},
        },
    },
    'UpdateAgentRequestConfig': {
        'type': 'object',
        'description': 'Settings to merge, one level deep.',
        'properties': {
        },
    },
    'UpdateAgentRequestEnv': {
        'type': 'object',
        'description': 'All environment variables anew; an empty object removes them.',
        'properties': {
        },
    },
    'UpdateAgentVersionRequest': {
        'type': 'object',
        'description': 'Changes of a version.',
        'properties': {
            'name': {'type': 'string', 'description': 'Name of the version.'},
            'systemPrompt': {'type': 'string', 'x-attribute': 'system_prompt', 'description': 'The system prompt.'},
            'releaseNotes': {'type': 'string', 'x-attribute': 'release_notes', 'description': 'What is new.'},
            'knowledgeFiles': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'knowledge_files', 'description': 'Files that belong to it.'},
        },
    },
    'UpdateSessionConfigRequest': {
        'type': 'object',
        'description': 'Changes of a session; what is left out stays.',
        'properties': {
            'model': {'type': 'string', 'description': 'Model to use.'},
            'allowedTools': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'allowed_tools', 'description': 'Tools that the agent may use.'},
            'disallowedTools': {'type': 'array', 'items': {'type': 'string'}, 'x-attribute': 'disallowed_tools', 'description': 'Tools that the agent must not use.'},
            'betas': {'type': 'array', 'items': {'type': 'string'}, 'description': 'Beta features of the model to turn on.'},
            'subagents': {'$ref': 'UpdateSessionConfigRequestSubagents', 'description': 'Further agents by name.'},
            'initialAgent': {'type': 'string', 'x-attribute': 'initial_agent', 'description': 'Name of the one among them that begins.'},
        },
    },
    'UpdateSessionConfigRequestSubagents': {
        'type': 'object',
        'description': 'Further agents by name.',
        'properties': {
        },
    },
    'UploadAgentFilesRequest': {
        'type': 'object',
        'description': 'Files to write.',
        'properties': {
            'files': {'type': 'array', 'items': {'$ref': 'UploadedFile'}, 'description': 'The files.'},
        },
        'required': ['files'],
    },
    'UploadAgentFilesResult': {
        'type': 'object',
        'description': 'What was written.',
        'properties': {
            'written': {'type': 'integer', 'description': 'How many files were written.'},
        },
    },
    'UploadAttachmentRequest': {
        'type': 'object',
        'description': 'A file to attach.',
        'properties': {
            'filename': {'type': 'string', 'description': 'Name of the file; directories in it are left out.'},
            'content': {'type': 'string', 'description': 'Content in base64.'},
            'mimeType': {'type': 'string', 'x-attribute': 'mime_type', 'description': "Media type; the server's default is application/octet-stream."},
            'messageId': {'type': 'string', 'x-attribute': 'message_id', 'description': 'Message that it belongs to, a UUID.'},
        },
        'required': ['filename', 'content'],
    },
    'UploadWorkspaceRequest': {
        'type': 'object',
        'description': 'A workspace.',
        'properties': {
            'bundle': {'type': 'string', 'description': 'A gzipped tar archive in base64.'},
        },
        'required': ['bundle'],
    },
    'UploadedFile': {
        'type': 'object',
        'description': 'A file to write.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path of the file.'},
            'content': {'type': 'string', 'description': 'Content in base64.'},
        },
        'required': ['path', 'content'],
    },
    'UsageEvent': {
        'type': 'object',
        'description': 'Something that was used.',
        'properties': {
            'id': {'type': 'string', 'description': 'Id of the entry.'},
            'sessionId': {'type': 'string', 'x-attribute': 'session_id', 'description': 'Id of the session.'},
            'agentName': {'type': 'string', 'x-attribute': 'agent_name', 'description': 'Name of the agent.'},
            'eventType': {'type': 'string', 'x-attribute': 'event_type', 'description': 'What was used.'},
            'value': {'type': 'number', 'description': 'How much of it.'},
            'createdAt': {'type': 'string', 'format': 'date-time', 'x-attribute': 'created_at', 'description': 'When.'},
            'tenantId': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'x-attribute': 'tenant_id', 'description': 'Tenant that it belongs to.'},
        },
    },
    'UsageEventList': {
        'type': 'object',
        'description': 'Usage.',
        'properties': {
            'events': {'type': 'array', 'items': {'$ref': 'UsageEvent'}, 'description': 'The entries.'},
        },
    },
    'UsageStats': {
        'type': 'object',
        'description': 'Sums of usage.',
        'properties': {
            'totalInputTokens': {'type': 'number', 'x-attribute': 'total_input_tokens', 'description': 'Tokens that the model read.'},
            'totalOutputTokens': {'type': 'number', 'x-attribute': 'total_output_tokens', 'description': 'Tokens that the model wrote.'},
            'totalCacheCreationTokens': {'type': 'number', 'x-attribute': 'total_cache_creation_tokens', 'description': 'Tokens that were put into the cache.'},
            'totalCacheReadTokens': {'type': 'number', 'x-attribute': 'total_cache_read_tokens', 'description': 'Tokens that were read from the cache.'},
            'totalToolCalls': {'type': 'number', 'x-attribute': 'total_tool_calls', 'description': 'Uses of tools; the server always says 0.'},
            'totalMessages': {'type': 'number', 'x-attribute': 'total_messages', 'description': 'Turns with a result.'},
            'totalComputeSeconds': {'type': 'number', 'x-attribute': 'total_compute_seconds', 'description': 'Seconds of computing; the server always says 0.'},
        },
    },
    'UsageStatsResult': {
        'type': 'object',
        'description': 'Sums of usage.',
        'properties': {
            'stats': {'$ref': 'UsageStats', 'description': 'Sums of usage.'},
        },
    },
    'WriteFile': {
        'type': 'object',
        'description': 'A file to write.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path of the file.'},
            'content': {'type': 'string', 'description': 'Content in base64, up to 50 MiB of it.'},
            'mimeType': {'type': 'string', 'x-attribute': 'mime_type', 'description': 'Media type of the file.'},
        },
        'required': ['path', 'content'],
    },
    'WriteFileResult': {
        'type': 'object',
        'description': 'What became of a file.',
        'properties': {
            'path': {'type': 'string', 'description': 'Relative path of the file.'},
            'written': {'type': 'boolean', 'description': 'Whether it was written.'},
            'size': {'anyOf': [{'type': 'integer'}, {'type': 'null'}], 'description': 'Size in bytes; when it was written.'},
            'error': {'anyOf': [{'type': 'string'}, {'type': 'null'}], 'description': 'Why it was not written.'},
        },
    },
    'WriteFilesRequest': {
        'type': 'object',
        'description': 'Files to write.',
        'properties': {
            'files': {'type': 'array', 'items': {'$ref': 'WriteFile'}, 'description': '1 to 500 files.'},
            'targetPath': {'type': 'string', 'x-attribute': 'target_path', 'description': "Directory to write them in; the server's default is the workspace itself."},
        },
        'required': ['files'],
    },
    'WriteFilesResult': {
        'type': 'object',
        'description': 'What became of the files.',
        'properties': {
            'files': {'type': 'array', 'items': {'$ref': 'WriteFileResult'}, 'description': 'One entry for each file.'},
        },
    },
}
