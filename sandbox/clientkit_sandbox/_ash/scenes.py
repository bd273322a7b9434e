"""What the agent of the sandbox says, and how a message of the model becomes frames of a stream.

A message that begins with `scene:` and a name gets that scene; any other is answered with itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Frame = tuple[str, dict[str, Any]]
MODEL = "sandbox-model"


@dataclass(frozen=True, slots=True)
class Say:
    """The model says a message."""

    message: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Send:
    """A frame that comes from no message."""

    frame: Frame


@dataclass(frozen=True, slots=True)
class Wait:
    """Time passes on the clock of the sandbox, in seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Fail:
    """The agent reports an error; the stream ends with it."""

    error: str


class Silence:
    """Nothing more comes, and the stream stays open."""


class Death(Silence):
    """The process of the sandbox is killed; neither the stream nor the state of the session notices."""


class Crash(Silence):
    """The server itself is killed: every connection breaks."""


class Cut:
    """The stream ends with neither done nor error."""


Step = Say | Send | Wait | Fail | Silence | Cut


def play(content: str, files: Iterable[str], turn: int) -> Iterator[Step]:
    """Yield what happens in a turn.

    Args:
        content: What the user said.
        files: Paths of the workspace.
        turn: Number of the turn within the session, from 1.
    """
    yield Say({"type": "system", "subtype": "init", "model": MODEL})
    word, _, rest = content.partition(" ")
    name = word.removeprefix("scene:") if word.startswith("scene:") else ""
    scene = SCENES.get(name)
    if scene is None:
        yield from _answer(f"You said: {content}", turn)
    else:
        yield from scene(rest, sorted(files), turn)


def _answer(text: str, turn: int) -> Iterator[Step]:
    yield from _pieces(text)
    yield _assistant(text)
    yield _result(text, turn)


def _tools(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The agent lists the files of its workspace, and fails to read one that is not there."""
    listing = "\n".join(files)
    yield _says({"type": "tool_use", "id": f"toolu_{turn}a", "name": "Bash", "input": {"command": "ls"}})
    yield _gives(
        {"type": "tool_result", "tool_use_id": f"toolu_{turn}a", "content": listing}, {"stdout": listing}
    )
    yield _says({"type": "tool_use", "id": f"toolu_{turn}b", "name": "Read", "input": {"path": "nowhere"}})
    yield _gives(
        {"type": "tool_result", "tool_use_id": f"toolu_{turn}b", "content": "no such file", "is_error": True},
        "Error: no such file",
    )
    text = f"The workspace has {len(files)} files."
    yield _assistant(text)
    yield _result(text, turn, steps=3)


def _thinking(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The agent thinks aloud before it answers."""
    thought = "The question is simple."
    yield _delta({"type": "thinking_delta", "thinking": thought})
    text = f"I thought about it. {rest}".strip()
    yield from _pieces(text)
    yield _says({"type": "thinking", "thinking": thought}, {"type": "text", "text": text})
    yield _result(text, turn)


def _unicode(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The answer holds characters that some readers of lines take for the end of one."""
    yield from _answer("one\u2028two\u2029three\u0085four\x0bfive\x1esix", turn)


def _slow(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The agent is silent for as many seconds as are asked for (60) before it answers."""
    seconds = int(rest) if rest.isdigit() else 60
    yield Wait(float(seconds))
    yield from _answer("That took a minute." if seconds == 60 else f"That took {seconds} s.", turn)


def _partial(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The answer breaks off within a message."""
    yield from _pieces("This sentence has no")
    yield Cut()


def _error(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The agent says something, then reports an error."""
    yield _assistant("I will try.")
    yield Fail(rest or "The model is overloaded")


def _failed(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The run ends at its bound: the subtype of the result says so, and nothing else."""
    yield _assistant("I used up my steps.")
    yield _result(None, turn, subtype="error_max_turns", is_error=False, errors=[])


def _refused(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The model refuses the request: the reason is the result, and the error says less."""
    yield _result(rest or "API Error: 400 messages: at least one message is required", turn, is_error=True)
    yield Fail("Claude Code process exited with code 1")


def _quiet(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The turn has no result."""
    yield _assistant("No result.")


def _silence(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The agent says something, and nothing more for ever."""
    yield _assistant("One moment.")
    yield Silence()


def _death(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The process of the sandbox is killed while the agent speaks."""
    yield _assistant("One moment.")
    yield Death()


def _crash(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The server is killed while the agent speaks."""
    yield _assistant("One moment.")
    yield Crash()


def _cut(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The stream ends with neither done nor error."""
    yield _assistant("And then")
    yield Cut()


def _news(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """Frames come that are not documented, and the state of servers of tools."""
    yield Send(("mcp_status", {"action": "configured"}))
    yield Send(("signature_delta", {"signature": "c2ln"}))
    yield from _answer("There is something new.", turn)


def _long(rest: str, files: Sequence[str], turn: int) -> Iterator[Step]:
    """The answer has as many lines as are asked for (1,000)."""
    lines = int(rest) if rest.isdigit() else 1000
    yield from _answer("\n".join(f"line {number}" for number in range(1, lines + 1)), turn)


SCENES = {
    "tools": _tools,
    "thinking": _thinking,
    "unicode": _unicode,
    "slow": _slow,
    "partial": _partial,
    "error": _error,
    "failed": _failed,
    "quiet": _quiet,
    "silence": _silence,
    "death": _death,
    "crash": _crash,
    "refused": _refused,
    "cut": _cut,
    "news": _news,
    "long": _long,
}


def frames(message: Mapping[str, Any], *, partial: bool) -> Iterator[Frame]:
    """Yield the frames of a message: what is made of it first, then the message.

    Args:
        message: What the model said.
        partial: Whether pieces of messages were asked for.
    """
    kind = message["type"]
    if kind == "stream_event":
        if not partial:
            return
        delta = message["event"]["delta"]
        if delta["type"] == "text_delta":
            yield "text_delta", {"delta": delta["text"]}
        else:
            yield "thinking_delta", {"delta": delta["thinking"]}
    for part in blocks(message):
        if part["type"] == "thinking":
            yield "thinking_delta", {"delta": part["thinking"]}
        elif part["type"] == "tool_use":
            yield "tool_use", {name: part[name] for name in ("id", "name", "input")}
    if result := message.get("tool_use_result"):
        # The server looks for its three fields here, where they are not; a failure is a mere text.
        yield "tool_result", {"content": result["stdout"]} if isinstance(result, dict) else {}
    if kind == "result":
        complete = {"numTurns": message["num_turns"], "result": message.get("result")}
        yield "turn_complete", {name: value for name, value in complete.items() if value is not None}
    yield "message", dict(message)


def blocks(message: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the parts of a message; none for one that has no content."""
    parts: list[dict[str, Any]] = message.get("message", {}).get("content", [])
    return parts


def encode(frame: Frame) -> bytes:
    """Write a frame as it goes over the wire, other characters than ASCII as they are."""
    name, data = frame
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()


def text_of(content: Any) -> str:
    """Return the text of what the user said."""
    if isinstance(content, str):
        return content
    return "\n".join(str(part.get("text", f"[{part['type']}]")) for part in content)


def _says(*parts: dict[str, Any]) -> Say:
    return Say(
        {"type": "assistant", "message": {"role": "assistant", "model": MODEL, "content": list(parts)}}
    )


def _assistant(text: str) -> Say:
    return _says({"type": "text", "text": text})


def _gives(part: dict[str, Any], result: Any) -> Say:
    """A tool gives something back; of `result` the server makes its event, which is poor."""
    message = {"type": "user", "message": {"role": "user", "content": [part]}, "tool_use_result": result}
    return Say(message)


def _delta(delta: dict[str, Any]) -> Say:
    return Say({"type": "stream_event", "event": {"type": "content_block_delta", "delta": delta}})


def _pieces(text: str) -> Iterator[Say]:
    for start in range(0, len(text), 12):
        yield _delta({"type": "text_delta", "text": text[start : start + 12]})


def _result(
    text: str | None,
    turn: int,
    *,
    steps: int = 1,
    subtype: str = "success",
    is_error: bool = False,
    errors: list[str] | None = None,
) -> Say:
    said = text or ""
    usage = {
        "input_tokens": 10 * turn + len(said) // 4,
        "output_tokens": 1 + len(said) // 4,
        "cache_creation_input_tokens": 100 if turn == 1 else 0,
        "cache_read_input_tokens": 0 if turn == 1 else 100,
    }
    message: dict[str, Any] = {
        "type": "result",
        "subtype": subtype,
        "is_error": is_error,
        "num_turns": steps,
        "duration_ms": 120 * steps,
        "duration_api_ms": 100 * steps,
        "total_cost_usd": 0.001 * steps,
        "usage": usage,
    }
    more = {"result": text, "errors": errors}
    return Say(message | {name: value for name, value in more.items() if value is not None})
