"""One call of a tool: from its arguments to its answer or error."""

from __future__ import annotations

import inspect
import json
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import AsyncExitStack
from typing import Any, Final, NamedTuple

from clientkit.commands.catalog import Method
from clientkit.commands.declaration import Declaration
from clientkit.commands.ending import one_line
from clientkit.commands.plain import plain
from clientkit.commands.values import UsageError, from_json
from clientkit.errors import ClientError
from clientkit.mcp import answers
from clientkit.mcp.ledger import DONE, Ledger, digest_of
from clientkit.mcp.offers import KEY, Offer
from clientkit.paging import PageData
from clientkit.reading import printable

# Of an answer that arrives piece by piece, so many pieces are read.
_PIECES: Final = 200
Progress = Callable[[float, str], Awaitable[None]]
# Asks the user about the call with a key: True for yes, False for no, None when the user cannot be asked.
Ask = Callable[[str, str], Awaitable[bool | None]]


class Outcome(NamedTuple):
    """What came of a call.

    Attributes:
        value: The answer, or the error, as a JSON value.
        is_error: Whether it is an error.
    """

    value: Any
    is_error: bool = False


class Session:
    """The clients, the ledger and the bounds that the calls of a server share.

    Args:
        connect: Makes the async client for a method.
        ledger: What was paid.
        bounds: How long answers may be.
        unattended: The products whose payments need no confirmation, because a guard limits them.
    """

    def __init__(
        self,
        connect: Callable[[Declaration, Method], Any],
        ledger: Ledger,
        bounds: answers.Bounded,
        *,
        unattended: Collection[str] = (),
    ) -> None:
        self._connect = connect
        self._clients: dict[tuple[str, str], Any] = {}
        self._stack = AsyncExitStack()
        self._sending: set[tuple[str, str]] = set()
        self.ledger = ledger
        self.bounds = bounds
        self.unattended = unattended

    async def client(self, method: Method) -> Any:
        """Return the client that a method is called on; it is made when it is first needed."""
        declaration = method.declaration
        side = "" if declaration.side is None else declaration.side(method)
        if (declaration.name, side) not in self._clients:
            client = self._connect(declaration, method)
            self._clients[declaration.name, side] = await self._stack.enter_async_context(client)
        return self._clients[declaration.name, side]

    async def aclose(self) -> None:
        """Close the clients and the ledger."""
        await self._stack.aclose()
        self.ledger.close()

    async def call(
        self, offer: Offer, arguments: Mapping[str, Any], ask: Ask, progress: Progress, key: str | None = None
    ) -> Outcome:
        """Call a tool.

        Args:
            offer: The tool.
            arguments: Its arguments, as they came.
            ask: Asks the user whether a payment may be made.
            progress: Reports what arrives before the answer is complete.
            key: The key of a call that was interrupted to ask the user.
        """
        try:
            values = _values(offer, arguments)
        except (UsageError, TypeError) as error:
            return Outcome(answers.problem(error), is_error=True)
        if offer.method.pays:
            return await self._pay(offer, values, ask, progress, key)
        try:
            result = await self._run(offer.method, values, progress)
        except (ClientError, ValueError, TypeError, LookupError, OSError) as error:
            return await self._failed(offer, error, values.get(KEY))
        return Outcome(self.bounds.cut(result))

    async def _pay(
        self, offer: Offer, values: dict[str, Any], ask: Ask, progress: Progress, key: str | None
    ) -> Outcome:
        """Make a payment, once for each key."""
        method, digest = offer.method, digest_of(values)
        tool = await self._tool(offer)
        given = values.get(KEY)
        if given is None:
            # An agent that repeats a payment whose outcome it never got means that one.
            unclear = self.ledger.find_unclear(tool, digest)
            key = unclear.key if unclear is not None else key
        key = str(given or key or uuid.uuid4())
        place = (tool, key)
        if place in self._sending:
            return _refused("a call with this key is under way", "Wait for its answer.", key)
        known = self.ledger.find(tool, key)
        if known is not None and known.digest != digest:
            next = "Use another idempotency_key for another payment."
            return _refused("this key was used for another call", next, key)
        if known is not None and known.state == DONE:
            return Outcome(
                self.bounds.cut({**_as_object(known.result), "idempotency_key": key, "replayed": True})
            )
        is_keyed = method.takes_key
        if known is not None and not is_keyed:
            next = "Look whether it took effect. Only when it did not, call it with another idempotency_key."
            return _refused("an earlier call with this key may have taken effect", next, key, unclear=True)
        if method.declaration.name not in self.unattended:
            agreed = await ask(_question(offer, values, key), key)
            if not agreed:
                return _not_agreed(agreed, key)
        if known is None and not self.ledger.claim(tool, key, digest):
            return _refused("a call with this key is under way", "Repeat it later with the same key.", key)
        self._sending.add(place)
        try:
            return await self._send(
                offer, {**values, **({KEY: key} if is_keyed else {})}, tool, key, progress
            )
        finally:
            self._sending.discard(place)

    async def _send(
        self, offer: Offer, values: dict[str, Any], tool: str, key: str, progress: Progress
    ) -> Outcome:
        if not offer.method.takes_key:
            values.pop(KEY, None)
        try:
            result = await self._run(offer.method, values, progress)
        except (ClientError, ValueError, TypeError, LookupError, OSError) as error:
            if not (isinstance(error, ClientError) and error.unclear):
                self.ledger.forget(tool, key)
            return await self._failed(offer, error, key)
        self.ledger.done(tool, key, result)
        return Outcome(self.bounds.cut({**_as_object(result), "idempotency_key": key}))

    async def _failed(self, offer: Offer, error: Exception, key: str | None) -> Outcome:
        found = answers.problem(error, key, keyed=offer.method.takes_key)
        if isinstance(error, ClientError) and error.unclear:
            found["error"] |= await self._resolved(offer, error, key)
        return Outcome(found, is_error=True)

    async def _resolved(self, offer: Offer, error: ClientError, key: str | None) -> dict[str, Any]:
        """Return what the service says now of a call whose outcome is not clear, and note it."""
        try:
            found = await (await self.client(offer.method.resolver)).resolve(error)
        except (ClientError, ValueError, TypeError, LookupError, OSError) as failure:
            return {"resolved": {"outcome": "cannot_tell", "reason": str(failure)}}
        facts = {"outcome": found.outcome, "reason": found.reason}
        if found.result is not None:
            facts["result"] = plain(found.result, reveal=False)
        if found.candidates:
            facts["candidates"] = plain(list(found.candidates), reveal=False)
        if found.cannot_tell:
            return {"resolved": facts}
        if offer.method.pays and key is not None:
            tool = await self._tool(offer)
            if found.done:
                self.ledger.done(tool, key, facts.get("result"))
            elif not offer.method.takes_key:
                self.ledger.forget(tool, key)
        next = "It took effect: do not repeat it." if found.done else "It took no effect: you may repeat it"
        return {"resolved": facts, "next": next if found.done else f"{next} (with the same key: {key})."}

    async def _tool(self, offer: Offer) -> str:
        """Return what the calls of a tool are noted under: the same tool of another server is another one."""
        try:
            client = await self.client(offer.method)
        except ClientError:
            return offer.name
        return f"{offer.name} {getattr(client, 'base_url', '')}"

    async def _run(self, method: Method, values: Mapping[str, Any], progress: Progress) -> Any:
        client = await self.client(method)
        for group in method.name.split("."):
            client = getattr(client, group)
        result = client(**method.keywords(values))
        if inspect.isawaitable(result):
            result = await result
        if hasattr(result, "turn") and hasattr(result, "aclose"):
            return await _turn(result, progress)
        if hasattr(result, "__aiter__") and not isinstance(result, PageData):
            return await _pieces(result)
        if isinstance(result, PageData):
            return _page(result)
        return plain(result, reveal=False)


def _values(offer: Offer, arguments: Mapping[str, Any]) -> dict[str, Any]:
    known = {each.name: each for each in offer.parameters}
    if unknown := [name for name in arguments if name not in known]:
        raise UsageError(
            f"{offer.name} takes no {', '.join(map(repr, unknown))}; it is {offer.name}{offer.signature}"
        )
    found = {
        name: from_json(name, known[name].kind, value)
        for name, value in arguments.items()
        if value is not None
    }
    if missing := [each.name for each in known.values() if each.is_required and each.name not in found]:
        raise UsageError(f"missing: {', '.join(missing)}; it is {offer.name}{offer.signature}")
    return found


def _page(page: PageData[Any]) -> dict[str, Any]:
    items = [plain(each, reveal=False) for each in page]
    facts: dict[str, Any] = {"items": items, "page": page.page}
    if page.total is not None:
        facts["total"] = page.total
    if page.has_next_page:
        facts["next_page"] = page.page + 1
    return facts


async def _turn(stream: Any, progress: Progress) -> dict[str, Any]:
    """Read a turn of an agent to its end; report its events as they come."""
    count = 0
    async with stream:
        async for event in stream:
            count += 1
            await progress(float(count), _said(event))
    turn = stream.turn
    facts = {
        "text": turn.text,
        "error": turn.error,
        "is_complete": turn.is_complete,
        "result": turn.result,
        "tools": [each.name for each in turn.tool_uses if getattr(each, "name", None)],
        "summary": turn.summary,
    }
    return {name: plain(value, reveal=False) for name, value in facts.items() if value not in (None, [], {})}


def _said(event: Any) -> str:
    """Return what is reported of an event: its text where it has one."""
    for name in ("delta", "text", "name", "error"):
        if isinstance(found := getattr(event, name, None), str) and found:
            return printable(f"{event.type}: {found}"[:400])
    return printable(str(event.type))


async def _pieces(stream: AsyncIterator[Any]) -> Any:
    """Read an answer that arrives piece by piece, as far as an agent has use for it."""
    found: list[Any] = []
    async with AsyncExitStack() as stack:
        if hasattr(stream, "__aenter__"):
            stream = await stack.enter_async_context(stream)  # type: ignore[arg-type]
        async for each in stream:
            found.append(each)
            if len(found) >= _PIECES:
                break
    if found and isinstance(found[0], bytes):
        return plain(b"".join(found))
    return {"items": plain(found, reveal=False), **({"cut": True} if len(found) >= _PIECES else {})}


def _as_object(result: Any) -> dict[str, Any]:
    return result if isinstance(result, dict) else {"result": result}


def _question(offer: Offer, values: Mapping[str, Any], key: str) -> str:
    said = ", ".join(f"{name}={_short(value)}" for name, value in values.items() if name != KEY)
    summary = offer.method.docs.summary.rstrip(".")
    return printable(f"This moves money. {summary}? {offer.name}: {said} (key {key})")


def _short(value: Any) -> str:
    """Return a value for a question: in one line, so that no text of an agent looks like a part of it."""
    text = one_line(value if isinstance(value, str) else json.dumps(plain(value), ensure_ascii=False))
    text = repr(text) if isinstance(value, str) and not text.isidentifier() else text
    return text if len(text) <= 200 else text[:200] + "…"


def _refused(reason: str, next: str, key: str, *, unclear: bool = False) -> Outcome:
    found = answers.refusal(reason, next, key=key)
    found["error"]["unclear"] = unclear
    return Outcome(found, is_error=True)


def _not_agreed(agreed: bool | None, key: str) -> Outcome:
    if agreed is None:
        reason = "payments need a confirmation, and this client cannot ask its user (no elicitation)"
        next = "Ask the user to make the payment, or to use a client that can ask."
    else:
        reason, next = "the user did not agree", "Do not repeat it unless the user says so."
    return Outcome(answers.refusal(reason, next, kind="NotConfirmed", key=key), is_error=True)
