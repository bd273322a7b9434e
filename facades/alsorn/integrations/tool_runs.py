"""Runs of tools, from their start to what is recorded of them; nothing here knows a framework."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, NamedTuple
from uuid import UUID

from clientkit.arguments import nonempty

from alsorn.entries import Entry, is_control_flow, logger, note
from alsorn.money import Money

# A cancelled run is neither ended nor failed for its callbacks: the oldest are forgotten at some point.
_MOST_RUNS = 10_000
_UNNAMED = "tool"


class ToolRun(NamedTuple):
    """One run of a tool.

    Attributes:
        tool: Name of the tool.
        inputs: Its arguments by name; None when LangChain gave only text.
        input_text: Its input as text.
        output: What it returned, of any type; None when it failed.
        error: What it raised; None when it raised nothing.
        failed: Whether it raised, or its message to the model says that it failed.
    """

    tool: str
    inputs: Mapping[str, Any] | None = None
    input_text: str = ""
    output: Any = None
    error: BaseException | None = None
    failed: bool = False


Action = str | Mapping[str, str] | Callable[[ToolRun], str] | None
Amount = Money | Callable[[ToolRun], Money]


class ToolRuns:
    """The runs under way, by their ids, and what to record of one that is over."""

    def __init__(
        self,
        agent_id: str,
        action: Action,
        to_agent: str | None,
        amount: Amount,
        currency: str | None,
        failures: bool,
        details: bool,
    ) -> None:
        self._from_agent = nonempty("agent_id", agent_id)
        self._to_agent = agent_id if to_agent is None else nonempty("to_agent", to_agent)
        self._action = action
        self._amount = amount
        self._currency = currency
        self._failures = failures
        self._details = details
        self._runs: dict[UUID, ToolRun] = {}
        self._lock = Lock()

    def start(self, run_id: UUID, run: ToolRun) -> None:
        """Remember a run."""
        with self._lock:
            self._runs[run_id] = run
            if len(self._runs) > _MOST_RUNS:
                del self._runs[next(iter(self._runs))]

    def end(
        self,
        run_id: UUID,
        name: str | None,
        output: Any = None,
        error: BaseException | None = None,
        *,
        failed: bool = False,
    ) -> Entry | None:
        """Forget a run; return what to record of it, None when it is not to be, or cannot be recorded."""
        with self._lock:
            run = self._runs.pop(run_id, ToolRun(name or _UNNAMED))
        run = run._replace(output=output, error=error, failed=failed or error is not None)
        if is_control_flow(error) or (run.failed and not self._failures):
            return None
        try:
            return self._entry(run)
        except Exception:  # noqa: BLE001 - the run is over, and must not fail for this
            logger.warning("the tool %s of %s was not recorded", run.tool, self._from_agent, exc_info=True)
            return None

    def _entry(self, run: ToolRun) -> Entry:
        return Entry(
            self._from_agent,
            self._to_agent,
            self._action_of(run),
            0 if run.failed else self._amount_of(run),
            self._currency,
            note(self._description(run), run.error, failed=run.failed),
        )

    def _amount_of(self, run: ToolRun) -> Money:
        return self._amount(run) if callable(self._amount) else self._amount

    def _action_of(self, run: ToolRun) -> str:
        action = self._action
        if isinstance(action, Mapping):
            return action.get(run.tool, run.tool)
        return action(run) if callable(action) else action or run.tool

    def _description(self, run: ToolRun) -> str:
        if not self._details:
            return run.tool
        # A message of a tool has its text in `content`; anything else tells itself.
        output = getattr(run.output, "content", run.output)
        return f"{run.tool}({run.input_text})" + ("" if output is None else f" -> {output}")


def started(
    serialized: Mapping[str, Any] | None, input_text: str, inputs: Any, options: Mapping[str, Any]
) -> ToolRun:
    """Return the run that LangChain says has started."""
    name = (serialized or {}).get("name") or options.get("name") or _UNNAMED
    return ToolRun(str(name), inputs if isinstance(inputs, Mapping) else None, str(input_text))
