"""Everything the sandbox knows, and what follows when it changes or time passes."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncIterator, Coroutine
from datetime import datetime, timedelta
from typing import Any

from clientkit_sandbox._ash import scenes, shell
from clientkit_sandbox._ash.records import TENANT, Agent, File, Heard, QueueItem, Session, new_id, stamp
from clientkit_sandbox.engine import BrokenError, Environment, Problem

API_KEY = "ash_sandboxSANDBOX0123456789abcdefAB"
IDLE = timedelta(minutes=30)
_TICK = timedelta(seconds=1)
_LONGEST_DELAY = 300.0
_USAGE = {
    "input_tokens": "input_tokens",
    "output_tokens": "output_tokens",
    "cache_creation_tokens": "cache_creation_input_tokens",
    "cache_read_tokens": "cache_read_input_tokens",
}


class State:
    """Everything the sandbox knows."""

    def __init__(self, environment: Environment) -> None:
        self.clock = environment.clock
        self.limits = environment.limits
        self.started_at = self.now()
        self.agents: dict[str, Agent] = {}
        self.sessions: dict[str, Session] = {}
        self.attachments: dict[str, tuple[dict[str, Any], bytes]] = {}
        self.credentials: dict[str, dict[str, Any]] = {}
        self.keys: dict[str, tuple[dict[str, Any], str]] = {}
        self.usage: list[dict[str, Any]] = []
        self.queue: list[QueueItem] = []
        self.resumed = {"warm": 0, "cold": 0}
        self._advanced: list[asyncio.Event] = []
        # The clock outlives the state, and must not keep it.
        me = weakref.ref(self)
        self.clock.on_advance(lambda: _tick(me))

    def now(self) -> datetime:
        """Return the time."""
        return self.clock.now()

    def tick(self) -> None:
        """Wake those who wait for the clock."""
        for event in self._advanced:
            event.set()

    async def wait(self, seconds: float) -> None:
        """Wait until the clock has moved on by so much, by itself or by hand."""
        end = self.now() + timedelta(seconds=seconds)
        event = asyncio.Event()
        self._advanced.append(event)
        try:
            while (left := (end - self.now()).total_seconds()) > 0:
                event.clear()
                try:
                    async with asyncio.timeout(left):
                        await event.wait()
                except TimeoutError:
                    pass
        finally:
            self._advanced.remove(event)

    def agent(self, name: str) -> Agent:
        """Return an agent.

        Raises:
            Problem: There is none of this name.
        """
        if name not in self.agents:
            raise Problem(404, "missing", f'Agent "{name}" not found')
        return self.agents[name]

    def session(self, session_id: str) -> Session:
        """Return a session as it is by now.

        Raises:
            Problem: There is none of this id.
        """
        session = self.sessions.get(session_id.lower())
        if session is None:
            raise Problem(404, "missing", "Session not found")
        self.settle(session)
        return session

    def settle(self, session: Session) -> None:
        """Pause a session that was idle for too long."""
        idle = session.status == "active" and not session.is_running
        if idle and self.now() - session.last_active_at >= IDLE:
            session.status, session.is_alive = "paused", False

    def start(self, agent: Agent, *, model: str | None = None) -> Session:
        """Start a session."""
        now = self.now()
        session = Session(agent, now, now)
        session.files = {path: File(file.content, now) for path, file in agent.files.items()}
        session.print("system", f"sandbox {session.sandbox_id} started", now)
        self.sessions[session.id] = session
        details = {"action": "created", "agentName": agent.name}
        session.note("lifecycle", details if model is None else {**details, "model": model}, now)
        return session

    def resume(self, session: Session) -> None:
        """Make a session active, in its process when that lives."""
        path = "warm" if session.is_alive else "cold"
        if path == "cold":
            session.sandbox_id, session.is_alive = new_id(), True
        self.resumed[path] += 1
        session.status = "active"
        session.last_active_at = self.now()
        session.note("lifecycle", {"action": "resumed", "path": path}, self.now())

    def leave(self, session: Session, status: str) -> None:
        """Pause, stop or end a session. A turn that runs ends unheard unless the session is paused."""
        session.status = status
        session.last_active_at = self.now()
        if status != "paused":
            session.kill()
        session.note("lifecycle", {"action": status}, self.now())

    def stream(self, session: Session, content: Any, *, partial: bool) -> AsyncIterator[bytes]:
        """Start a turn and return its frames; every stream of the session hears it.

        The turn goes on when nobody hears it any more, and who comes later hears the rest.
        """
        now = self.now()
        session.last_active_at = now
        session.turns += 1
        session.remember("user", {"type": "user", "content": content}, now)
        heard: asyncio.Queue[Heard] = asyncio.Queue()
        heard.put_nowait(("session_start", {"sessionId": session.id, "version": "1"}))
        session.readers.append(heard)
        self._begin(session, heard, self._turn(session, scenes.text_of(content), partial), "turn")
        return _frames(session, heard)

    async def execute(self, session: Session, command: str, limit: float) -> shell.Result:
        """Run a command; its result goes to everybody who waits for one, and its end ends their streams.

        Raises:
            Problem: Something else ended before it.
        """
        heard: asyncio.Queue[Heard] = asyncio.Queue()
        self._begin(session, heard, self._command(session, command, limit), "command")
        try:
            while (item := await heard.get()) is not None:
                if isinstance(item, shell.Result):
                    return item
                if isinstance(item, BrokenError):
                    raise item
                if item[0] == "error":
                    raise Problem(500, "failed", item[1]["error"])
        finally:
            _leave(session, heard)
        raise Problem(500, "failed", "No exec result received")

    def crash(self) -> None:
        """Kill the server: connections break, processes die, and started again it has paused its sessions."""
        for session in self.sessions.values():
            session.kill()
            for heard in session.listeners:
                heard.put_nowait(BrokenError())
            session.listeners.clear()
            if session.status == "active":
                session.status = "paused"

    def _begin(
        self, session: Session, heard: asyncio.Queue[Heard], work: Coroutine[Any, Any, None], name: str
    ) -> None:
        session.listeners.append(heard)
        task = asyncio.create_task(work, name=name)
        session.tasks.add(task)
        task.add_done_callback(session.tasks.discard)

    async def _command(self, session: Session, command: str, limit: float) -> None:
        await self.wait(min(shell.duration(command), limit))
        files = {path: file.content for path, file in session.files.items()}
        result, now = shell.run(command, files, limit, session.processes), self.now()
        session.files = {
            path: session.files[path]
            if path in session.files and session.files[path].content == content
            else File(content, now)
            for path, content in files.items()
        }
        session.last_active_at = now
        session.print("stdout", result.stdout, now)
        session.print("stderr", result.stderr, now)
        _tell(session, result)
        _end(session, ("done", {"sessionId": ""}))

    async def _turn(self, session: Session, content: str, partial: bool) -> None:
        for step in scenes.play(content, session.files, session.turns):
            # Frames are sent as they come, not in one piece.
            await asyncio.sleep(0)
            match step:
                case scenes.Say():
                    # The server stores what it hands on, and hands nothing on once its reader has left.
                    if session.readers:
                        self._say(session, step.message)
                    for frame in scenes.frames(step.message, partial=partial):
                        _tell(session, frame)
                case scenes.Send():
                    _tell(session, step.frame)
                case scenes.Wait():
                    await self.wait(step.seconds)
                case scenes.Fail():
                    if session.readers:
                        session.note("error", {"error": step.error}, self.now())
                    _end(session, ("error", {"error": step.error}))
                    return
                case scenes.Cut():
                    _end(session)
                    return
                case scenes.Silence():
                    if isinstance(step, scenes.Crash):
                        self.crash()
                    elif isinstance(step, scenes.Death):
                        session.kill()
                    return
        session.last_active_at = self.now()
        _end(session, ("done", {"sessionId": session.id}))

    def _say(self, session: Session, message: dict[str, Any]) -> None:
        """Store what there is to be stored of a message of the model."""
        now, kind = self.now(), message["type"]
        if kind in {"assistant", "result"}:
            session.remember("assistant", message, now)
        for part in scenes.blocks(message):
            match part["type"]:
                case "text":
                    session.note("text", {"text": part["text"]}, now)
                case "thinking":
                    session.note("reasoning", {"thinking": part["thinking"]}, now)
                case "tool_use":
                    data = {"toolName": part["name"], "toolId": part["id"], "input": part["input"]}
                    session.note("tool_start", data, now)
                case "tool_result":
                    stream = "stderr" if part.get("is_error") else "stdout"
                    session.note("tool_result", {stream: part["content"]}, now)
        if kind == "result":
            data = {name: message[key] for name, key in _COMPLETE.items() if key in message}
            session.note("turn_complete", data, now)
            self._count(session, message["usage"])

    def _count(self, session: Session, usage: dict[str, int]) -> None:
        values = {kind: usage[name] for kind, name in _USAGE.items()} | {"message": 1}
        for kind, value in values.items():
            self.usage.append(
                {
                    "id": new_id(),
                    "tenantId": TENANT,
                    "sessionId": session.id,
                    "agentName": session.agent.name,
                    "eventType": kind,
                    "value": value,
                    "createdAt": stamp(self.now()),
                }
            )

    def work(self) -> None:
        """Do what the queue has come to by now: one item at a time, once a second."""
        while True:
            due = [item for item in self.queue if item.status == "pending" and item.due <= self.now()]
            if not due:
                return
            item = min(due, key=lambda each: (-each.priority, each.created_at))
            self._attempt(item)

    def _attempt(self, item: QueueItem) -> None:
        item.started_at = item.due
        error = self._failure(item)
        if error is None:
            item.status, item.completed_at = "completed", item.due
            return
        item.error = error
        item.retry_count += 1
        if item.retry_count >= max(1, item.max_retries):
            item.status, item.completed_at = "failed", item.due
        else:
            item.due += timedelta(seconds=min(_LONGEST_DELAY, 5.0 * 2 ** (item.retry_count - 1)))

    def _failure(self, item: QueueItem) -> str | None:
        """Run an item; return why it failed, None when it did not."""
        agent = self.agents.get(item.agent_name)
        if agent is None:
            return f'Agent "{item.agent_name}" not found'
        if item.session_id is None:
            session = self.start(agent)
        else:
            found = self.sessions.get(item.session_id)
            if found is None or found.status != "active":
                return "Session is not active"
            session = found
        session.turns += 1
        session.remember("user", {"type": "user", "content": item.prompt}, self.now())
        for step in scenes.play(item.prompt, session.files, session.turns):
            if isinstance(step, scenes.Fail):
                return step.error
            if isinstance(step, scenes.Say):
                self._say(session, step.message)
        return None

    def enqueue(self, body: dict[str, Any]) -> QueueItem:
        """Queue a prompt."""
        now = self.now()
        item = QueueItem(
            body["agentName"],
            body["prompt"],
            body.get("sessionId"),
            body.get("priority", 0),
            body.get("maxRetries", 3),
            now,
            now + _TICK,
        )
        self.queue.append(item)
        return item


_COMPLETE = {"numTurns": "num_turns", "result": "result"}


async def _frames(session: Session, heard: asyncio.Queue[Heard]) -> AsyncIterator[bytes]:
    try:
        while (item := await heard.get()) is not None:
            if isinstance(item, BrokenError):
                raise item
            if not isinstance(item, shell.Result):
                yield scenes.encode(item)
    finally:
        _leave(session, heard)


def _leave(session: Session, heard: asyncio.Queue[Heard]) -> None:
    for each in (session.listeners, session.readers):
        if heard in each:
            each.remove(heard)


def _tell(session: Session, item: Heard) -> None:
    for heard in session.listeners:
        heard.put_nowait(item)


def _end(session: Session, last: scenes.Frame | None = None) -> None:
    """End every stream of a session, whatever turn it was opened for."""
    if last is not None:
        _tell(session, last)
    _tell(session, None)
    session.listeners.clear()
    session.readers.clear()


def _tick(reference: weakref.ref[State]) -> None:
    state = reference()
    if state is not None:
        state.tick()
