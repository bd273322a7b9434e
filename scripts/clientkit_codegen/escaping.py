"""Text of a document is data: the one place that says how it is written into code, docs and reports.

Every template takes text through `escape`, or through one of the filters below, which are made of it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_BACKSLASHED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_QUOTES = re.compile(r'"(?="|$)')
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#])")


def escape(text: str, into: str) -> str:
    """Return a text as it is written into something, so that it stays a text there.

    Args:
        text: Any text.
        into: "literal" for within double quotes of Python, exactly; "f-string" for those of an f-string;
            "docstring" for within a docstring; "markdown" for one line of Markdown; "workflow" for the
            message of a workflow command of GitHub, "property" for a property of one.
    """
    if into in ("literal", "f-string"):
        written = "".join(_BACKSLASHED.get(char) or _shown(char) for char in text)
        return written.replace("{", "{{").replace("}", "}}") if into == "f-string" else written
    if into == "docstring":
        lines = (_QUOTES.sub('\\\\"', line.replace("\\", "\\\\")) for line in text.split("\n"))
        return "\n".join(map(_shown_line, lines))
    if into == "markdown":
        return _MARKDOWN.sub(r"\\\1", "".join(map(_visible, " ".join(text.split()))))
    more = ":," if into == "property" else ""
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def _shown(char: str) -> str:
    """Return a character, or the escape of one that does not show itself: a control, a direction."""
    if unicodedata.category(char)[0] != "C" and unicodedata.category(char) not in ("Zl", "Zp"):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _shown_line(line: str) -> str:
    return "".join(char if char == "\t" else _shown(char) for char in line)


def _visible(char: str) -> str:
    return "" if unicodedata.category(char)[0] == "C" else char


def safe_line(line: str) -> str:
    """Return one line of a report that is neither a command of a terminal nor one of GitHub."""
    # The old commands count wherever they are in a line.
    shown = _shown_line(line).replace("##[", "## [")
    return f"| {shown}" if shown.lstrip().startswith("::") else shown


def safe_lines(text: str) -> str:
    """Return the lines of a report, each of them safe to print."""
    return "\n".join(map(safe_line, text.split("\n")))


def plain(value: Any) -> str:
    """Return the text of a value of the generator."""
    for name in ("get_untrusted_value", "as_unembedded_code"):
        if hasattr(value, name):
            value = getattr(value, name)()
    return value if isinstance(value, str) else str(value)


def in_literal(value: Any) -> str:
    """Escape a value for within double quotes."""
    return escape(plain(value), "literal")


def in_f_string(value: Any) -> str:
    """Escape a value for within the double quotes of an f-string."""
    return escape(plain(value), "f-string")


def in_docstring(value: Any) -> str:
    """Escape a value for within a docstring."""
    return escape(plain(value), "docstring")


def in_markdown(value: Any) -> str:
    """Escape a value for one line of Markdown."""
    return escape(plain(value), "markdown")


def quoted(value: Any) -> str:
    """Return a text as a Python literal, quotes included."""
    return f'"{in_literal(value)}"'
