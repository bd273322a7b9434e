"""The MCP server: what it lists, and how a call of a tool becomes a call of a client."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import mcp_types as types
from mcp.server import Server, ServerRequestContext

from clientkit.mcp import answers, offers
from clientkit.mcp.calling import Outcome, Session
from clientkit.mcp.offers import Offer
from clientkit.operation import shown
from clientkit.product import VERSION

# With more tokens than this the arguments of tools are described by their signatures alone.
BUDGET: Final = 6_000
_FOUND: Final = 10
# From this version of the protocol on the user is asked by the answer of the call, not in the middle of it.
_ASKS_BY_ANSWER: Final = "2026-07-28"

_SEARCH = types.Tool(
    name="search",
    description="(query: str, limit=10) Find tools by words; each comes as a signature for `call`.",
    input_schema={
        "type": "object",
        "properties": {"query": {"type": "string"}, "limit": {"type": "integer"}},
        "required": ["query"],
    },
    annotations=types.ToolAnnotations(read_only_hint=True),
)
_DESCRIBE = types.Tool(
    name="describe",
    description="(name: str) Explain a tool: what it does, and every argument.",
    input_schema={"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]},
    annotations=types.ToolAnnotations(read_only_hint=True),
)
_MORE = types.Tool(
    name="more",
    description="(cursor: str) The rest of an answer that ended with `more`.",
    input_schema={"type": "object", "properties": {"cursor": {"type": "string"}}, "required": ["cursor"]},
    annotations=types.ToolAnnotations(read_only_hint=True),
)
_INSTRUCTIONS: Final = (
    "Each tool's description begins with its signature; `?` marks what may be left out; describe says more. "
    "Long answers end with `more`. An error says under `next` what to do. A tool that moves money takes an "
    "idempotency_key: repeat a call whose outcome is not clear with the same key."
)


class Tools:
    """The tools of a server.

    Args:
        offered: The tools by name.
        session: What calls share.
        searching: Whether tools are found and called by `search` and `call`, rather than listed.
    """

    def __init__(self, offered: Mapping[str, Offer], session: Session, *, searching: bool) -> None:
        self.offered = offered
        self.session = session
        self.searching = searching
        self._secret = secrets.token_bytes(32)

    def server(self) -> Server[Any]:
        """Return the server."""

        @asynccontextmanager
        async def lifespan(_: Server[Any]) -> AsyncIterator[dict[str, Any]]:
            yield {}

        return Server(
            "clientkit",
            version=VERSION,
            instructions=_INSTRUCTIONS,
            lifespan=lifespan,
            on_list_tools=self._list,
            on_call_tool=self._call,
        )

    def listed(self) -> list[types.Tool]:
        """Return the tools that are listed."""
        if self.searching:
            return [_SEARCH, _DESCRIBE, self._call_tool(), _MORE]
        schemas = offers.tokens(self.offered, schemas=True) <= BUDGET
        own = [
            types.Tool(
                name=offer.name,
                description=offer.description,
                input_schema=offer.schema() if schemas else {"type": "object"},
                annotations=types.ToolAnnotations.model_validate(offer.hints),
            )
            for offer in self.offered.values()
        ]
        return [*own, _DESCRIBE, _MORE]

    def _call_tool(self) -> types.Tool:
        reads = all(each.method.is_read for each in self.offered.values())
        return types.Tool(
            name="call",
            description="(name: str, arguments: {}) Call a tool that search found.",
            input_schema={
                "type": "object",
                "properties": {"name": {"type": "string"}, "arguments": {"type": "object"}},
                "required": ["name"],
            },
            annotations=types.ToolAnnotations(
                read_only_hint=reads, destructive_hint=not reads, idempotent_hint=reads
            ),
        )

    async def _list(
        self, context: ServerRequestContext[Any], params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=self.listed())

    async def _call(
        self, context: ServerRequestContext[Any], params: types.CallToolRequestParams
    ) -> types.CallToolResult | types.InputRequiredResult:
        name, arguments = params.name, dict(params.arguments or {})
        if self.searching and name == "call":
            name, arguments = str(arguments.get("name", "")), arguments.get("arguments") or {}
            if not isinstance(arguments, dict):
                problem = answers.refusal("arguments must be an object", "Give an object.")
                return _result(Outcome(problem, is_error=True))
        elif (own := self._own(name)) is not None:
            return _result(own(arguments))
        offer = self.offered.get(name)
        if offer is None:
            return _result(self._unknown(name))
        return await self._offered(context, params, offer, arguments)

    async def _offered(
        self,
        context: ServerRequestContext[Any],
        params: types.CallToolRequestParams,
        offer: Offer,
        arguments: dict[str, Any],
    ) -> types.CallToolResult | types.InputRequiredResult:
        asking = _Asking(context, params, self._secret, offer.name, arguments)

        async def progress(count: float, message: str) -> None:
            await context.session.report_progress(count, None, message)

        try:
            outcome = await self.session.call(offer, arguments, asking, progress, asking.key)
        except _AskFirst as ask:
            return ask.result
        return _result(outcome)

    def _own(self, name: str) -> Callable[[dict[str, Any]], Outcome] | None:
        own = {"describe": self._describe, "more": self._more}
        if self.searching:
            own["search"] = self._search
        return own.get(name)

    def _search(self, arguments: dict[str, Any]) -> Outcome:
        query, limit = arguments.get("query", ""), arguments.get("limit", _FOUND)
        if not isinstance(query, str) or isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
            problem = answers.refusal("query must be text and limit a number from 1", "Correct them.")
            return Outcome(problem, is_error=True)
        found = offers.search(self.offered, query, limit)
        return Outcome({"tools": [each.name + each.description for each in found]})

    def _describe(self, arguments: dict[str, Any]) -> Outcome:
        offer = self.offered.get(str(arguments.get("name", "")))
        if offer is None:
            return self._unknown(str(arguments.get("name", "")))
        return Outcome(self.session.bounds.cut(offer.details()))

    def _more(self, arguments: dict[str, Any]) -> Outcome:
        try:
            return Outcome(self.session.bounds.rest(str(arguments.get("cursor", ""))))
        except LookupError as error:
            return Outcome(answers.refusal(str(error), "Call the tool again."), is_error=True)

    def _unknown(self, name: str) -> Outcome:
        close = [each.name for each in offers.search(self.offered, name.replace("_", " "), 5)]
        next = f"Close to it: {', '.join(close)}." if close else "List the tools, or search for one."
        return Outcome(answers.refusal(f"there is no tool {shown(name)}", next), is_error=True)


class _AskFirst(Exception):
    """The user is to be asked by the answer of the call; its client repeats it with what they say."""

    def __init__(self, result: types.InputRequiredResult) -> None:
        super().__init__()
        self.result = result


class _Asking:
    """Asks the user of the client that made a call.

    What they agreed to is bound to this call: tool, arguments and key are signed.
    """

    def __init__(
        self,
        context: ServerRequestContext[Any],
        params: types.CallToolRequestParams,
        secret: bytes,
        tool: str,
        arguments: Mapping[str, Any],
    ) -> None:
        self._context = context
        self._secret = secret
        self._call = json.dumps([tool, arguments], sort_keys=True, default=str)
        self._responses = params.input_responses or {}
        self._state = params.request_state
        self.key = self._known_key()

    def _known_key(self) -> str | None:
        """Return the key of the question that this call answers; None when it answers none of ours."""
        try:
            signature, key = base64.urlsafe_b64decode((self._state or "").encode()).decode().split(" ", 1)
        except (ValueError, UnicodeError):
            return None
        return key if hmac.compare_digest(signature, self._sign(key)) else None

    def _sign(self, key: str) -> str:
        return hmac.new(self._secret, f"{self._call} {key}".encode(), hashlib.sha256).hexdigest()

    async def __call__(self, question: str, key: str) -> bool | None:
        session = self._context.session
        capabilities = session.client_capabilities
        if capabilities is None or capabilities.elicitation is None:
            return None
        request = types.ElicitRequestFormParams(
            message=question, requested_schema={"type": "object", "properties": {}}
        )
        if session.protocol_version >= _ASKS_BY_ANSWER:
            return self._answered(key, request)
        if not session.can_send_request:
            return None
        found = await session.elicit_form(request.message, request.requested_schema, self._context.request_id)
        return _is_yes(found)

    def _answered(self, key: str, request: types.ElicitRequestFormParams) -> bool:
        found = self._responses.get("payment")
        if self.key == key and isinstance(found, types.ElicitResult):
            return _is_yes(found)
        state = base64.urlsafe_b64encode(f"{self._sign(key)} {key}".encode()).decode()
        asked = types.ElicitRequest(params=request)
        raise _AskFirst(types.InputRequiredResult(input_requests={"payment": asked}, request_state=state))


def _is_yes(found: types.ElicitResult) -> bool:
    return found.action == "accept" and not any(value is False for value in (found.content or {}).values())


def _result(outcome: Outcome) -> types.CallToolResult:
    value = outcome.value
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=answers.written(value))],
        structured_content=value if isinstance(value, dict) else {"result": value},
        is_error=outcome.is_error,
    )
