"""Tools of LangChain whose runs are recorded as transactions of an agent; needs the extra `langchain`.

    callback = AlsornCallback("agent_7f3k9x2m", action={"buy": "execute_trade"})
    agent.invoke(question, config={"callbacks": [callback]})

`AlsornCallback` sends with the sync client; where an agent runs asynchronously, LangChain calls it in an
executor. `AsyncAlsornCallback` sends with the async client.
"""

from alsorn._async.langchain import AsyncAlsornCallback
from alsorn._sync.langchain import AlsornCallback
from alsorn.integrations.tool_runs import ToolRun

__all__ = ["AlsornCallback", "AsyncAlsornCallback", "ToolRun"]
