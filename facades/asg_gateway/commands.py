"""What ASG Gateway says of its commands and tools."""

from __future__ import annotations

from typing import Any, Final

from clientkit.commands.declaration import Declaration

_LOCAL: Final = "it reads and writes local files"
_SENSITIVE: Final = "a secret goes in or comes out"


def _exit_code(name: str, result: Any) -> int | None:
    """Return 75 for a submission with tasks whose fate is not clear, 1 for one with refused tasks."""
    if name != "submit_many":
        return None
    if result.unclear:
        return 75
    return 1 if result.refused or result.not_submitted else None


DECLARATION: Final = Declaration(
    "asg",
    "asg_gateway:ASGGatewayClient",
    "asg_gateway:AsyncASGGatewayClient",
    required=(),
    connect=lambda client, settings, method: client(**{"api_key": None, **settings}),
    names={"submit_many": "submit"},
    pays=("submit_task", "submit_batch", "submit_many", "create_job"),
    tools_without={
        "submit_many": _LOCAL,
        "register_customer": _SENSITIVE,
        "register_webhook": _SENSITIVE,
        "poll_many": "get_result and poll_result do it task by task",
    },
    exit_code=_exit_code,
)
