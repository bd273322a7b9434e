# Derived from facades/alsorn/_async/langchain.py by make generate; edit that file.
"""The callback for LangChain; `alsorn.integrations.langchain` is where it is imported from."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alsorn._sync.client import AlsornClient
from alsorn._sync.recording import ClientSource, Recorder
from alsorn.entries import Entry
from alsorn.integrations.handlers import Handler, tells_failure
from alsorn.integrations.tool_runs import Action, Amount, ToolRuns, started
from alsorn.published import callback


class AlsornCallback(Handler):
    """Record every run of a tool as a transaction of an agent.

    One transaction is executed after each run, with an idempotency key of its own. A run is never changed
    or failed by that: when it cannot be recorded, the logger `alsorn` says so.

    Args:
        agent_id: The agent who acts.
        action: Name of the action; a map from names of tools to actions; or a function of the `ToolRun`.
            The tool's own name by default. The agent must be authorised for it.
        to_agent: The agent who receives; the acting agent itself by default, for actions that have none.
        amount: Amount in `currency`, or a function of the `ToolRun` that returns it. It is never guessed
            from texts. A failed run is recorded with 0.
        currency: ISO 4217 code; the service's default is `USD`.
        failures: Whether runs that fail are recorded too, with the class of the exception. A graph's pause
            (`GraphInterrupt`) or a cancellation is not a failure.
        details: Whether the note shows input and output; they may hold what must not be recorded.
        client: An `AlsornClient`, or a function that makes one at the first run. By default one for the
            whole process, made at the first run with the key from `ALSORN_API_KEY`.

    Raises:
        TypeError: `client` is something else.
        ValueError: An id is empty.
    """

    @callback(AlsornClient)
    def __init__(
        self,
        agent_id: str,
        *,
        action: Action = None,
        to_agent: str | None = None,
        amount: Amount = 0,
        currency: str | None = None,
        failures: bool = False,
        details: bool = False,
        client: ClientSource = None,
    ) -> None:
        self._tool_runs = ToolRuns(agent_id, action, to_agent, amount, currency, failures, details)
        self._recorder = Recorder(client)

    def on_tool_start(
        self,
        serialized: dict[str, Any],
        input_str: str,
        *,
        run_id: UUID,
        inputs: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """Remember what runs.

        Args:
            serialized: The tool, as LangChain describes it.
            input_str: The tool's input as a string.
            run_id: Id of the run.
            inputs: The tool's input as a mapping, when it is known.
            **kwargs: What else LangChain gives.
        """
        self._tool_runs.start(run_id, started(serialized, input_str, inputs, kwargs))

    def on_tool_end(self, output: Any, *, run_id: UUID, **kwargs: Any) -> None:
        """Record a run that ended.

        Args:
            output: What the tool returned.
            run_id: Id of the run.
            **kwargs: What else LangChain gives.
        """
        self._record(self._tool_runs.end(run_id, kwargs.get("name"), output, failed=tells_failure(output)))

    def on_tool_error(self, error: BaseException, *, run_id: UUID, **kwargs: Any) -> None:
        """Record a run that raised, when that is wanted.

        Args:
            error: What the tool raised.
            run_id: Id of the run.
            **kwargs: What else LangChain gives.
        """
        self._record(self._tool_runs.end(run_id, kwargs.get("name"), error=error))

    def _record(self, entry: Entry | None) -> None:
        if entry is not None:
            self._recorder.record(entry)
