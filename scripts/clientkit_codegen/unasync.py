"""Derive the sync code of every `_async` module: what does I/O is written once.

Where `async` and `await` stand, the syntax tree and the tokens say; names follow the rules below, in code, in
strings and in comments alike, so that an example in a docstring is an example of the twin. Everything else is
taken over as it is written. A rule that nothing used is an error, and so is a name that sounds async and has
no rule.

Where one class is to offer both, a module says so in a line of its own, `# unasync: suffix _sync`: the
async methods of its classes take that suffix in the twin, and so does what it awaits on `self`.
"""

from __future__ import annotations

import ast
import io
import keyword
import re
import token
import tokenize
from collections.abc import Callable, Iterator
from pathlib import Path

from clientkit_codegen.generation import layout
from clientkit_codegen.generation.formatting import format_code
from clientkit_codegen.rawviews import raw_views

# Names that change, in addition to `AsyncName`, which becomes `Name`.
NAMES = {
    "_async": "_sync",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "aclose": "close",
    "ag_running": "gi_running",
    "aiter_raw": "iter_raw",
    "asynccontextmanager": "contextmanager",
    "handle_async_request": "handle_request",
}
# The same, in code alone: an English word elsewhere.
CODE_NAMES = {"asynchronous": "blocking"}
# Prose that is true of async code alone, so that each docstring is right about its own class.
PHRASES = {
    "`httpcore`, `httpcore2` or `aiohttp`": "`httpcore` or `httpcore2`",
    "a function or an async function": "a function",
}

_PREFIXED = re.compile(r"(?<![A-Za-z0-9])Async(?=[A-Z])")
_HIDDEN = re.compile(r"^_async_(?=[a-z])")
_SUFFIX = re.compile(r"^# unasync: suffix (\w+)$", re.MULTILINE)
# Names of a service that sound async and are not: they stay.
_KEPT = re.compile(r"^# unasync: keep (.+)$", re.MULTILINE)
_SUSPECT = re.compile(r"(?i:.*async.*)|a(?:close|iter|next|read|send)(?:_\w+)?|__a(?:enter|exit|iter|next)__")
_WORD = re.compile(r"\w+")
_MENTIONED = re.compile(r"(?<=\.)\w+(?=\()|(?<=`)\w+(?=[`(])")
# In prose and examples: "await the result" is English, "await client.get(...)" is code.
_AWAIT = re.compile(r"\bawait (?=[A-Za-z_][\w.]*[(.\[])")
_ASYNC = re.compile(r"\basync (?=(?:def|for|with)\b)")
_STRING_STARTS = {getattr(token, name, None) for name in ("FSTRING_START", "TSTRING_START")} - {None}
_STRING_ENDS = {getattr(token, name, None) for name in ("FSTRING_END", "TSTRING_END")} - {None}
_GENERATOR_ENDS = {1: ", None, None", 2: ", None"}

Edit = tuple[int, int, str]


class UnasyncError(Exception):
    """What cannot be derived.

    Attributes:
        problems: One line each, with the file and line.
    """

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Rules:
    """The names that change, and which of them were used."""

    def __init__(self, names: dict[str, str], code_names: dict[str, str]) -> None:
        self._names = names
        self._code_names = code_names
        self._used: set[str] = set()

    def code_name(self, name: str) -> str:
        """Return what a name of the code becomes."""
        if name in self._code_names:
            self._used.add(name)
            return self._code_names[name]
        return self.name(name)

    def name(self, name: str) -> str:
        """Return what a name becomes, wherever it stands."""
        if name in self._names:
            self._used.add(name)
            return self._names[name]
        return _HIDDEN.sub("_sync_", _PREFIXED.sub("", name))

    def changes(self, name: str) -> bool:
        """Whether a name would change, or sound as if it should."""
        return name in self._code_names or self.name(name) != name or bool(_SUSPECT.fullmatch(name))

    def text(self, text: str, kept: frozenset[str] = frozenset()) -> str:
        """Return what a string or a comment becomes.

        Args:
            text: The text.
            kept: Names that stay.
        """
        for phrase, own in PHRASES.items():
            text = text.replace(phrase, own)

        def changed(match: re.Match[str]) -> str:
            return match[0] if match[0] in kept else self.name(match[0])

        return _WORD.sub(changed, _AWAIT.sub("", _ASYNC.sub("", text)))

    @property
    def unused(self) -> list[str]:
        """Names whose rule nothing used."""
        return sorted({*self._names, *self._code_names} - self._used)


def derive(
    sources: list[Path],
    root: Path,
    scratch: Path,
    *,
    names: dict[str, str] = NAMES,
    code_names: dict[str, str] = CODE_NAMES,
    complete: bool = True,
) -> dict[Path, str]:
    """Derive the twins of all sources at once.

    Args:
        sources: Modules in `_async` folders.
        root: Folder that they are in; their first lines name them as seen from the folder above it.
        scratch: Folder to format the twins in.
        names: Rules for names.
        code_names: Rules for names of the code alone.
        complete: Whether the rules were made for these sources, so that one that nothing uses is wrong.

    Returns:
        The text of each twin by its path.

    Raises:
        UnasyncError: For what has no rule, and for rules that nothing used.
    """
    rules = Rules(names, code_names)
    problems: list[str] = []
    written: dict[Path, Path] = {}
    for source in sources:
        shown = source.relative_to(root.parent).as_posix()
        text = source.read_text(encoding="utf-8")
        try:
            body = transform(text, rules)
        except SyntaxError as error:
            problems.append(f"{shown}:{error.lineno}: {error.msg}")
            continue
        problems += [
            f"{shown}:{line}: {name} has no rule in clientkit_codegen/unasync.py"
            for line, name in suspects(body)
        ]
        place = twin(source.relative_to(root))
        written[twin(source)] = scratch / place
        (scratch / place).parent.mkdir(parents=True, exist_ok=True)
        header = f"# Derived from {shown} by {layout.command('generate')}; edit that file.\n"
        (scratch / place).write_text(header + body, encoding="utf-8", newline="\n")
    for folder in sorted({source.parent for source in sources if source.parent.name == "_async"}):
        shown = folder.relative_to(root.parent).as_posix()
        try:
            text = raw_views(folder, root, lambda text: transform(text, rules))
        except SyntaxError as error:
            problems.append(f"{shown}: {error.msg}")
            continue
        if text:
            place = twin(folder.relative_to(root)) / "raw.pyi"
            written[twin(folder) / "raw.pyi"] = scratch / place
            header = f"# Derived from {shown}/ by {layout.command('generate')}; edit the files there.\n"
            (scratch / place).write_text(header + text, encoding="utf-8", newline="\n")
    if sources and complete:
        problems += [
            f"clientkit_codegen/unasync.py: nothing uses the rule for {each}; remove it"
            for each in rules.unused
        ]
    if problems:
        raise UnasyncError(problems)
    if written:
        format_code(scratch, "I,F401")
    return {path: place.read_text(encoding="utf-8") for path, place in written.items()}


def twin(path: Path) -> Path:
    """Return the path of the twin of an `_async` module."""
    return Path(*("_sync" if part == "_async" else part for part in path.parts))


def transform(text: str, rules: Rules) -> str:
    """Return the sync form of a module, not yet formatted.

    Raises:
        SyntaxError: When it is not Python.
    """
    offset = _offsets(text)
    tree = ast.parse(text)
    edits = [*_tree_edits(tree, text, offset), *_token_edits(text, rules, _suffixes(tree, text))]
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def _kept(text: str) -> frozenset[str]:
    """Return the names that a module asks to be left as they are."""
    return frozenset(name for line in _KEPT.findall(text) for name in _WORD.findall(line))


def suspects(text: str) -> Iterator[tuple[int, str]]:
    """Yield the names of a module that still sound async, with their lines."""
    kept = _kept(text)
    for each in tokenize.generate_tokens(io.StringIO(text).readline):
        if each.type == token.NAME and _SUSPECT.fullmatch(each.string) and each.string not in kept:
            yield each.start[0], each.string


def _suffixes(tree: ast.Module, text: str) -> dict[str, str]:
    """Return what the methods become that take a suffix in the twin.

    Raises:
        SyntaxError: When the module asks for a suffix and has no method to take it.
    """
    asked = _SUFFIX.search(text)
    if asked is None:
        return {}
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            names |= {each.name for each in node.body if isinstance(each, ast.AsyncFunctionDef)}
        elif isinstance(node, (ast.Await, ast.AsyncFor)):
            called = node.value if isinstance(node, ast.Await) else node.iter
            if isinstance(called, ast.Call) and isinstance(called.func, ast.Attribute):
                names |= {called.func.attr} if _last_name(called.func.value) == "self" else set()
    suffixes = {name: name + asked[1] for name in names if not name.startswith("__")}
    if not suffixes:
        raise SyntaxError("nothing takes the suffix that the module asks for")
    return suffixes


def _token_edits(text: str, rules: Rules, suffixes: dict[str, str]) -> Iterator[Edit]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def at(position: tuple[int, int]) -> int:
        return starts[position[0] - 1] + position[1]

    kept = _kept(text)

    def prose(text: str) -> str:
        return _suffixed(rules.text(text, kept), suffixes)

    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    before = ["", "", *(each.string for each in tokens)]
    string_start, depth = 0, 0
    for each, following, *earlier in zip(tokens, [*tokens[1:], tokens[-1]], before, before[1:], strict=False):
        start, end = at(each.start), at(each.end)
        if each.type in _STRING_STARTS:
            string_start, depth = (start, 1) if not depth else (string_start, depth + 1)
        elif each.type in _STRING_ENDS:
            depth -= 1
            if not depth:
                yield string_start, end, prose(text[string_start:end])
        elif depth:
            continue
        elif each.type in (token.STRING, token.COMMENT):
            yield start, end, prose(each.string)
        elif each.type == token.NAME and each.string in ("async", "await"):
            yield start, at(following.start), ""
        elif each.string in suffixes and (earlier[1] == "def" or earlier == ["self", "."]):
            yield start, end, suffixes[each.string]
        elif each.string in kept:
            continue
        elif each.type == token.NAME and (name := rules.code_name(each.string)) != each.string:
            yield start, end, name


def _suffixed(text: str, suffixes: dict[str, str]) -> str:
    """Give their suffix to methods that a text calls, `object.name(`, or names, `` `name` ``."""
    return _MENTIONED.sub(lambda match: suffixes.get(match[0], match[0]), text)


def _tree_edits(tree: ast.Module, text: str, offset: Callable[[int, int], int]) -> Iterator[Edit]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and _last_name(node.value) == "AsyncGenerator":
            arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
            end = offset(node.slice.end_lineno or 0, node.slice.end_col_offset or 0)
            yield end, end, _GENERATOR_ENDS.get(len(arguments), "")
        elif isinstance(node, ast.Subscript) and _last_name(node.value) == "Awaitable":
            # What is awaited there is just there in the twin.
            yield offset(node.lineno, node.col_offset), offset(node.slice.lineno, node.slice.col_offset), ""
            end = offset(node.end_lineno or 0, node.end_col_offset or 0)
            yield end - 1, end, ""
        elif isinstance(node, ast.Await):
            start = offset(node.lineno, node.col_offset)
            end = offset(node.end_lineno or 0, node.end_col_offset or 0)
            if _is_grouped(text, start, end) and isinstance(node.value, (ast.Call, ast.Attribute, ast.Name)):
                yield start - 1, start, ""
                yield end, end + 1, ""


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _is_grouped(text: str, start: int, end: int) -> bool:
    """Whether an expression stands in parentheses that are not those of a call."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    before = re.search(r"(\w+|[)\]])(\s*)$", text[: start - 1])
    return before is None or (keyword.iskeyword(before[1]) and before[2] != "")


def _offsets(text: str) -> Callable[[int, int], int]:
    """Return how a line and a column in UTF-8 bytes, as the syntax tree has them, become an offset."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return lambda line, column: starts[line - 1] + len(lines[line - 1].encode()[:column].decode())
