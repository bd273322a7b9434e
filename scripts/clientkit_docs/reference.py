"""The pages of the reference: every public name with its signature, arguments, errors and route."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any

from clientkit_codegen import public

from clientkit_docs import reading
from clientkit_docs.reading import Client, Facade, Method

_WIDTH = 100
# Methods on a page, above which each group of them has its own.
_LARGE = 100
_REPEATED = {
    "yes": "Tried again when its outcome is not clear: repeating it is safe.",
    "with a key": "Tried again when its outcome is not clear, with the same idempotency key.",
    "no": "Never tried again when its outcome is not clear: look before you repeat it.",
}
_TITLES = {
    "parameters": "Arguments",
    "other parameters": "Arguments",
    "returns": "Returns",
    "yields": "Yields",
    "raises": "Raises",
    "attributes": "Attributes",
}


def pages() -> dict[str, str]:
    """Return every page by its file name, below `reference/`."""
    found: dict[str, str] = {}
    for facade in reading.facades().values():
        found |= _facade(facade)
    found["clientkit.md"] = _runtime()
    lines = ["# Reference", "", "Every public name, made from the code.", "", "| Import | What it is |"]
    lines.append("| --- | --- |")
    lines += [f"| [`{each.name}`]({each.name}.md) | {_about(each)} |" for each in reading.facades().values()]
    lines.append("| [`clientkit`](clientkit.md) | the runtime: errors, views, hooks, test transports |")
    found["index.md"] = "\n".join([*lines, ""])
    return found


def _about(facade: Facade) -> str:
    module = public.packages(*_key())[facade.name]
    first = reading.doc(module).partition("\n")[0]
    return first.partition(": ")[2].rstrip(".") or first


def _key() -> Any:
    from clientkit_codegen.generation import layout

    owners = tuple(name for each in layout.services() for name in each.facades)
    return layout.project().facades, ("clientkit", *owners)


def page_of(facade: Facade, call: str = "", *, named: bool = False) -> str:
    """Return the file name of the page that has a method, or one of the other names.

    Args:
        facade: The facade.
        call: How a client calls the method.
        named: Whether it is another public name.
    """
    # One page for everything, as long as a browser shows it at once.
    group = "names" if named else call.rpartition(".")[0]
    large = sum(len(client.methods) for client in facade.clients) > _LARGE
    return f"{facade.name}.{group}.md" if large and group else f"{facade.name}.md"


def _facade(facade: Facade) -> dict[str, str]:
    module = public.packages(*_key())[facade.name]
    main = f"{facade.name}.md"
    found = {main: [f"# `{facade.name}`", "", *_text(module), ""]}
    shown: set[str] = set()
    for client in facade.clients:
        found[main] += _client(client, facade)
        for method in client.methods:
            # What several clients have is described with the first of them.
            if method.function.path not in shown:
                shown.add(method.function.path)
                page = page_of(facade, method.call)
                title = f"# `{facade.name}`: `{method.call.rpartition('.')[0]}`"
                lines = found.setdefault(page, [title, ""])
                lines += _method(method, client, client is facade.clients[0])
    found.setdefault(page_of(facade, named=True), [f"# `{facade.name}`: other names", ""])
    groups = {
        _async_path(method.function.parent.path): page_of(facade, method.call)
        for client in facade.clients
        for method in client.methods
        if method.function.parent is not None
    }
    found[page_of(facade, named=True)] += _names(facade.names, groups)
    others = [page for page in found if page != main]
    if others:
        links = ", ".join(f"[`{page.removesuffix('.md').partition('.')[2]}`]({page})" for page in others)
        found[main][2:2] = [f"On pages of their own: {links}.", ""]
    return {page: "\n".join(lines) + "\n" for page, lines in found.items()}


def _runtime() -> str:
    lines = ["# `clientkit`", "", "The runtime under every client. Import from the module that is named.", ""]
    return "\n".join([*lines, *_names(reading.runtime())]) + "\n"


def _client(client: Client, facade: Facade) -> Iterator[str]:
    names = " and ".join(f"`{name}`" for name in (client.name, client.other) if name)
    yield from (f"## {names} {{ #{client.name} }}", "")
    both = ", ".join(each for each in (client.name, client.other) if each)
    yield from _code(f"from {facade.name} import {both}")
    init = client.cls.all_members.get("__init__")
    if init is not None:
        yield from _code(_signature(client.name, public.target(init), returns=False))
    yield from _docstring(client.cls)


def _method(method: Method, client: Client, main: bool) -> Iterator[str]:
    anchor = method.title if main else f"{client.name}.{method.call}"
    yield from (f"### `{anchor}` {{ #{anchor} }}", "")
    yield from _code("\n".join(_both(method)))
    for route in method.routes:
        what = f"Operation `{route.operation}`: `{route.method} {route.path}`."
        yield from (f"{what} {_REPEATED[route.repeat]}", "")
    yield from _docstring(method.function)


def _both(method: Method) -> Iterator[str]:
    if method.sync is not None:
        yield _signature(f"client.{_called(method, method.sync)}", method.sync)
    if method.awaited is not None:
        awaited = "await " if "async" in method.awaited.labels and not _iterates(method.awaited) else ""
        comment = "" if method.sync is None else "# async"
        yield from ([comment] if comment else [])
        yield _signature(f"{awaited}client.{_called(method, method.awaited)}", method.awaited)


def _called(method: Method, function: Any) -> str:
    prefix, _, _ = method.call.rpartition(".")
    return f"{prefix}.{function.name}" if prefix else str(function.name)


def _iterates(function: Any) -> bool:
    return str(function.returns).partition("[")[0] in {"AsyncIterator", "AsyncGenerator"}


def _async_path(path: str) -> str:
    """Return where the async class of a class is: what is generated is described with its source."""
    module, _, name = path.rpartition(".")
    return path if "._sync." not in path else f"{module.replace('._sync.', '._async.')}.Async{name}"


def _names(names: dict[str, Any], groups: Mapping[str, str] = {}) -> Iterator[str]:
    kinds: dict[str, list[tuple[str, Any]]] = {
        "Functions": [],
        "Classes": [],
        "Exceptions": [],
        "Other names": [],
    }
    for path, member in names.items():
        kind = "Functions" if member.is_function else "Classes" if member.is_class else "Other names"
        if member.is_class and member.name.endswith(("Error", "Warning")):
            kind = "Exceptions"
        kinds[kind].append((path, member))
    for title, members in kinds.items():
        if members:
            yield from (f"## {title}", "")
        for path, member in members:
            module, _, name = path.rpartition(".")
            yield from (f"### `{name}` {{ #{_anchor(path)} }}", "")
            if not member.is_function and not member.is_class:
                yield from _code(f"from {module} import {name}\n\n{name}{_annotated(member)}")
                yield from _docstring(member)
                continue
            yield from _code(f"from {module} import {name}")
            if member.is_function:
                yield from _code(_signature(name, member))
            else:
                yield from _of_class(name, member)
            yield from _docstring(member)
            if member.is_class and (page := groups.get(_async_path(public.target(member).path))):
                # They are described once, as a client has them.
                yield from (f"Its methods are described with [the client that has them]({page}).", "")
            elif member.is_class:
                yield from _members(name, member)


def _anchor(path: str) -> str:
    return path.partition(".")[2]


def _annotated(member: Any) -> str:
    value = str(member.value) if member.value is not None else ""
    annotation = f": {member.annotation}" if member.annotation is not None else ""
    return f"{annotation} = {value}" if value and len(value) < 300 else annotation


def _of_class(name: str, cls: Any) -> Iterator[str]:
    bases = ", ".join(str(each) for each in cls.bases)
    init = cls.members.get("__init__")
    text = f"class {name}({bases})" if bases else f"class {name}"
    if init is not None and not public.target(init).is_alias:
        text += "\n" + _signature(name, public.target(init), returns=False)
    yield from _code(text)


def _members(owner: str, cls: Any) -> Iterator[str]:
    for key, member in sorted(cls.members.items()):
        target = public.target(member)
        if key.startswith("_") or target.is_alias:
            continue
        if "property" in target.labels:
            annotation = f" (`{target.annotation}`)" if target.annotation is not None else ""
            summary = reading.doc(target).replace("\n", " ")
            yield from (f"**`{owner}.{key}`**{annotation}: {_escaped(summary)}", "")
        elif target.is_function:
            yield from (f"#### `{owner}.{key}`", "")
            awaited = "await " if "async" in target.labels and not _iterates(target) else ""
            yield from _code(_signature(f"{awaited}{key}", target))
            yield from _docstring(target)


def _signature(name: str, function: Any, *, returns: bool = True) -> str:
    parts, star = [], False
    for each in function.parameters:
        if each.name in ("self", "cls"):
            continue
        kind = each.kind.value
        if kind == "keyword-only" and not star:
            parts.append("*")
        star = star or kind in ("keyword-only", "variadic positional")
        mark = {"variadic positional": "*", "variadic keyword": "**"}.get(kind, "")
        typed = f": {each.annotation}" if each.annotation is not None else ""
        default = f" = {each.default}" if each.default is not None and not mark else ""
        parts.append(f"{mark}{each.name}{typed}{default}")
    after = f" -> {function.returns}" if returns and function.returns is not None else ""
    line = f"{name}({', '.join(parts)}){after}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"{name}(", *(f"    {each}," for each in parts), f"){after}"])


def _docstring(member: Any) -> Iterator[str]:
    if member.docstring is None:
        return
    logging.getLogger("griffe").setLevel(logging.CRITICAL)
    for section in member.docstring.parse("google", warn_missing_types=False, warnings=False):
        kind = section.kind.value
        if kind == "text":
            yield from _text_of(str(section.value))
        elif kind == "examples":
            yield from _text_of("\n".join(text for _, text in section.value))
        elif kind in _TITLES:
            yield from (f"**{_TITLES[kind]}**", "")
            for item in section.value:
                # A plain sentence stands for what is returned; griffe may take its first words for a name.
                name = getattr(item, "name", "") or ""
                shown = f"`{name}`" if name else ""
                if kind == "raises":
                    shown = f"`{item.annotation}`"
                said = " ".join(str(item.description).split())
                yield f"- {shown}: {_escaped(said)}" if shown else f"- {_escaped(said)}"
            yield ""
        elif kind == "admonition":
            yield from _text_of(f"{section.title}: {section.value.description}")


def _text(member: Any) -> list[str]:
    return list(_text_of(reading.doc(member)))


def _text_of(text: str) -> Iterator[str]:
    """Yield a text as paragraphs; lines of code become blocks."""
    for paragraph in text.split("\n\n"):
        if paragraph.startswith(("Operation:", "Operations:")) or not paragraph.strip():
            continue
        if paragraph.startswith(("    ", "from ", "import ", "client = ", "runner = ", ">>> ", "with ")):
            yield from _code(paragraph)
        else:
            yield from (_escaped(paragraph), "")


def _escaped(text: str) -> str:
    """Return prose in which nothing is HTML, outside of code."""
    parts = text.split("`")
    return "`".join(each.replace("<", "&lt;") if place % 2 == 0 else each for place, each in enumerate(parts))


def _code(text: str) -> Iterator[str]:
    yield from ("```python", text, "```", "")
