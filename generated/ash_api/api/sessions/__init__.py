"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        create_session as create_session,
        delete_session_file as delete_session_file,
        download_workspace as download_workspace,
        end_session as end_session,
        exec_in_session as exec_in_session,
        fork_session as fork_session,
        get_session as get_session,
        get_session_file as get_session_file,
        get_session_logs as get_session_logs,
        list_attachments as list_attachments,
        list_messages as list_messages,
        list_session_events as list_session_events,
        list_session_files as list_session_files,
        list_sessions as list_sessions,
        pause_session as pause_session,
        resume_session as resume_session,
        send_message as send_message,
        stop_session as stop_session,
        update_session_config as update_session_config,
        upload_attachment as upload_attachment,
        upload_workspace as upload_workspace,
        write_session_files as write_session_files,
    )

__all__ = (
    "create_session",
    "delete_session_file",
    "download_workspace",
    "end_session",
    "exec_in_session",
    "fork_session",
    "get_session",
    "get_session_file",
    "get_session_logs",
    "list_attachments",
    "list_messages",
    "list_session_events",
    "list_session_files",
    "list_sessions",
    "pause_session",
    "resume_session",
    "send_message",
    "stop_session",
    "update_session_config",
    "upload_attachment",
    "upload_workspace",
    "write_session_files",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
