"""What Asset Core says of its commands and tools."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from clientkit.commands.catalog import Method
from clientkit.commands.declaration import Declaration

from assetcore_sdk.errors import AssetCoreConfigurationError

_READ_DAEMON: Final = "/v1/read/"


def _side(method: Method) -> str:
    return "read" if any(each.path.startswith(_READ_DAEMON) for each in method.operations) else "write"


def _connect(client: type[Any], settings: Mapping[str, Any], method: Method | None) -> Any:
    """Return a client of the daemon that a method is served by; of the write daemon for no method."""
    side = "write" if method is None else _side(method)
    url, token = settings.get(f"{side}_url"), settings.get(f"{side}_token")
    if not url or not token:
        raise AssetCoreConfigurationError(
            f"there is no {side} daemon: set ASSETCORE_{side.upper()}_URL and ASSETCORE_{side.upper()}_TOKEN"
        )
    return client(url, token)


DECLARATION: Final = Declaration(
    "assetcore",
    "assetcore_sdk:AssetCoreClient",
    "assetcore_sdk:AssetCoreClient",
    settings=("write_url", "read_url", "write_token", "read_token"),
    secrets=("write_token", "read_token"),
    required=(),
    connect=_connect,
    side=_side,
    names={
        "commit_operations": "commit",
        "preflight_operations": "preflight",
        "query_container_history": "containers history",
        "read_health": "health read",
        "write_health": "health write",
        "get_freshness": "health freshness",
        "follow_history": "follow",
        "read_stream": "stream",
        "whoami": "whoami",
        "get_permissions": "permissions",
    },
    without={
        "with_session": "a session lives in one process; --min-world-seq of reads has its effect",
        "actions.request": "request",
        "actions.resolve": "every command resolves what is unclear, and says what it found",
    },
    reads=("preflight_operations", "actions.preflight"),
    resolves_by="list_commits",
    all_pages={
        "list_classes": "iter_classes_sync",
        "list_commits": "iter_commits_sync",
        "list_containers": "iter_containers_sync",
    },
    tools_without={"follow_history": "it has no end", "read_stream": "it has no end"},
)
