"""What Ash says of its commands and tools."""

from __future__ import annotations

from typing import Final

from clientkit.commands.declaration import Declaration

_LOCAL: Final = "it reads or writes local files"
_SENSITIVE: Final = "a secret goes in or comes out"

DECLARATION: Final = Declaration(
    "ash",
    "ash_ai:AshClient",
    "ash_ai:AsyncAshClient",
    settings=("server_url", "api_key"),
    required=(),
    names={
        "send_message_stream": "messages send",
        "exec": "sessions exec",
        "list_messages": "messages list",
        "interrupt_session": "sessions interrupt",
        "wait_idle": "sessions wait-idle",
        "list_session_files": "files list",
        "get_session_file": "files get",
        "read_session_file": "files read",
        "stream_session_file": "files stream",
        "delete_session_file": "files delete",
        "download_session_file": "files download",
        "write_session_files": "files write",
        "enqueue": "queue add",
        "get_queue_item": "queue get",
        "list_queue_items": "queue list",
        "cancel_queue_item": "queue cancel",
        "wait_for_queue_item": "queue wait",
    },
    without={"send_message": "messages send, which shows the same turn as it comes"},
    tools_without={
        "deploy_agent_files": _LOCAL,
        "upload_agent_files": _LOCAL,
        "download_session_file": _LOCAL,
        "download_workspace": _LOCAL,
        "upload_attachment": _LOCAL,
        "upload_workspace": _LOCAL,
        "write_session_files": _LOCAL,
        "stream_session_file": "files read gives the same",
        "stream_agent_file": "agents read-file gives the same",
        "create_api_key": _SENSITIVE,
        "create_credential": _SENSITIVE,
        "create_bedrock_credential": _SENSITIVE,
    },
)
