"""The tools that a server offers: derived from the catalogs of products, each with a one-line signature."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from clientkit.commands.catalog import Catalog, Method, Parameter
from clientkit.commands.kinds import Kind
from clientkit.operation import Unset

KEY: Final = "idempotency_key"
# What no agent should set: how a call looks on a terminal, and what a server decides.
_HIDDEN: Final = frozenset({"progress", "stream_timeout", "raise_on_error", "strict"})
_WORD: Final = re.compile(r"[a-z0-9]+")


class Offer(NamedTuple):
    """A tool that is offered for a method.

    Attributes:
        name: The tool's name, such as `alsorn_agents_list`.
        method: What it calls.
    """

    name: str
    method: Method

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters that an agent may give."""
        found = [each for each in self.method.parameters if each.name not in _HIDDEN]
        if self.method.pays and not any(each.name == KEY for each in found):
            said = "Names this call: repeating it with the same key does nothing twice."
            found.append(Parameter(KEY, Kind(frozenset({"str"}), is_optional=True), None, said, False))
        return tuple(found)

    @property
    def signature(self) -> str:
        """The signature in one line: what must be given first, `?` behind what may be left out."""
        parameters = sorted(self.parameters, key=lambda each: not each.is_required)
        return f"({', '.join(map(_written, parameters))})"

    @property
    def description(self) -> str:
        """What an agent reads of it: the signature and the first sentence of the documentation."""
        summary = _first_sentence(self.method.docs.summary)
        return f"{self.signature} {summary}{' Moves money.' if self.method.pays else ''}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of its arguments: names and rough types; the signature says the rest."""
        properties = {each.name: _schema(each.kind) for each in self.parameters}
        schema: dict[str, Any] = {"type": "object", "properties": properties}
        if required := [each.name for each in self.parameters if each.is_required]:
            schema["required"] = required
        return schema

    @property
    def hints(self) -> dict[str, bool]:
        """What its operations say of it, as MCP names it."""
        method = self.method
        if method.is_read:
            return {"readOnlyHint": True}
        return {
            "readOnlyHint": False,
            "destructiveHint": method.is_destructive,
            "idempotentHint": method.is_idempotent or method.takes_key,
        }

    def details(self) -> str:
        """Return the whole documentation of it."""
        docs = self.method.docs
        lines = [f"{self.name}{self.signature}", "", docs.summary]
        if docs.body:
            lines += ["", docs.body]
        lines += ["", *(f"{each.name}: {each.kind}. {each.help}".rstrip(". ") for each in self.parameters)]
        if docs.returns:
            lines += ["", f"Returns: {docs.returns}"]
        return "\n".join(lines)


def tokens(offers: Mapping[str, Offer], *, schemas: bool) -> int:
    """Estimate how many tokens the list of tools costs an agent: a quarter of its characters.

    Args:
        offers: The tools.
        schemas: Whether they have schemas of their arguments, or signatures alone.
    """
    listed = [
        {
            "name": each.name,
            "description": each.description,
            "inputSchema": each.schema() if schemas else {"type": "object"},
        }
        for each in offers.values()
    ]
    return len(json.dumps(listed, ensure_ascii=False, separators=(",", ":"))) // 4


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.])\s|[;:] ", text, maxsplit=1)[0].rstrip(".;:") + "."


def _written(parameter: Parameter) -> str:
    default = parameter.default
    kind = str(parameter.kind)
    if parameter.is_required:
        return f"{parameter.name}: {kind}"
    if default is None or isinstance(default, (Unset, tuple)) or parameter.is_rest:
        return f"{parameter.name}?: {kind}"
    return f"{parameter.name}={default}"


_TYPES: Final[Mapping[str, str]] = {
    "int": "integer",
    "float": "number",
    "Decimal": "number",
    "bool": "boolean",
}


def _schema(kind: Kind) -> dict[str, Any]:
    types = {_TYPES.get(each, "string") for each in kind.scalars}
    if kind.item is not None:
        types.add("array")
    if kind.is_object:
        types.add("object")
    if "number" in types:
        types.discard("integer")
    if len(types) != 1:
        return {}
    return {"type": types.pop()}


def offers_of(catalogs: Iterable[Catalog], *, writes: bool) -> dict[str, Offer]:
    """Return the tools for some products, by name.

    Args:
        catalogs: Of the products.
        writes: Whether those are offered that change something.
    """
    found = {}
    for each in catalogs:
        product = each.declaration
        for method in each.methods.values():
            if method.is_local or withheld(method) or not (writes or method.is_read):
                continue
            name = f"{product.name}_{method.name}".replace(".", "_")
            found[name] = Offer(name, method)
    return dict(sorted(found.items()))


def withheld(method: Method) -> str | None:
    """Return why a method is no tool; None when it may be one."""
    if (reason := method.declaration.tools_without.get(method.name)) is not None:
        return reason
    if method.name == "request":
        return "agents get named operations alone"
    if any(each.kind.is_local_path and each.is_required for each in method.parameters):
        return "it reads or writes local files"
    return None


def search(offers: Mapping[str, Offer], query: str, limit: int) -> Iterator[Offer]:
    """Yield the tools that fit a query best.

    Args:
        offers: The tools.
        query: Words.
        limit: How many at most.
    """
    wanted = _words(query)
    ranked = []
    for offer in offers.values():
        name, text = _words(offer.name), _words(f"{offer.method.docs.summary} {offer.signature}")
        score = sum(3 * (word in name) + (word in text) for word in wanted)
        if score or not wanted:
            ranked.append((-score, offer.name))
    yield from (offers[name] for _, name in sorted(ranked)[:limit])


def _words(text: str) -> set[str]:
    found = set(_WORD.findall(text.lower()))
    return found | {word.removesuffix("s") for word in found}
