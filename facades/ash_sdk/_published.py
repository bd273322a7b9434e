"""Names of the published package whose home is elsewhere here: each works, with a DeprecationWarning."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

PAGE: Final = "docs/ash.md, Coming from ash-ai-sdk"

_MODELS: Final = (
    *("Agent", "ApiError", "Attachment", "Credential", "Message", "PoolStats", "QueueItem", "Session"),
    *("SessionEvent", "UsageEvent", "UsageStats"),
)
_CLIENTS: Final = {"Client": "ash_api.client", "AuthenticatedClient": "ash_api.client"}
HOMES: Final = {
    "ash_sdk": _CLIENTS,
    "ash_sdk.client": _CLIENTS,
    "ash_sdk.ash_client": {"AshClient": "ash_sdk"},
    "ash_sdk.errors": {"UnexpectedStatus": "ash_api.errors"},
    "ash_sdk.types": dict.fromkeys(
        ("UNSET", "File", "FileTypes", "RequestFiles", "Response", "Unset"), "ash_api.types"
    ),
    "ash_sdk.models": {
        name: "ash_api.models" if name in {"ApiError", "PoolStats"} else "ash_ai.models" for name in _MODELS
    },
}


def moved(module: str) -> Callable[[str], Any]:
    """Return the `__getattr__` of a module whose names live elsewhere."""
    homes = HOMES[module]

    def get(name: str) -> Any:
        if name not in homes:
            problem = f"{module}.{name} is not here; what to write instead: {PAGE}"
            # Of the package itself a name may be a module that was not imported yet.
            raise (
                AttributeError(problem)
                if name.startswith("__") or module == "ash_sdk"
                else ImportError(problem)
            )
        deprecated(f"{module}.{name}", f"{homes[name]}.{name}", 3)
        return getattr(import_module(homes[name]), name)

    return get


def deprecated(name: str, instead: str, level: int) -> None:
    """Warn of a name.

    Args:
        name: The name.
        instead: What to write instead.
        level: Frames from here to the line that uses the name, that line included.
    """
    warnings.warn(f"{name} is {instead} ({PAGE})", DeprecationWarning, stacklevel=level)
