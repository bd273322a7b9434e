"""What the callbacks need of LangChain, under the names of sync and async."""

from __future__ import annotations

from typing import Any

try:
    from langchain_core.callbacks import AsyncCallbackHandler as AsyncHandler
    from langchain_core.callbacks import BaseCallbackHandler as Handler
    from langchain_core.messages import ToolMessage
except ImportError as error:
    raise ImportError(
        "alsorn.integrations.langchain needs langchain-core: pip install 'clientkit[langchain]'"
    ) from error

__all__ = ["AsyncHandler", "Handler", "tells_failure"]


def tells_failure(output: Any) -> bool:
    """Whether a tool's output tells the model that the tool failed: such a run ends as any other.

    Args:
        output: What the tool returned.
    """
    return isinstance(output, ToolMessage) and output.status == "error"
