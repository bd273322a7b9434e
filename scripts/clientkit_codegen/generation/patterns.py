"""Patterns of documents: which of them Python matches in bounded time, and a text that matches one.

A pattern is read into a small tree. Nothing here depends on time: a loaded machine decides alike.
"""

from __future__ import annotations

import re
import string
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

# Repetitions up to this are no danger, however they are nested.
_FEW = 12
_LONGEST = 2000
_MOST_REPEATS = 2000
_SAMPLE = string.digits + string.ascii_letters + string.punctuation + " \n\té\u4e2d"
# What stands for a class, the first that fits: plain characters first.
_PREFERRED = "a0A1b-_./:@+ " + _SAMPLE
_COUNT = re.compile(r"\{(\d+)(,(\d*))?\}")


@dataclass(frozen=True)
class Group:
    """Alternatives, each a row of items.

    Attributes:
        rows: The alternatives.
    """

    rows: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True)
class Item:
    """A part of a pattern with how often it may come.

    Attributes:
        part: A group, or what matches one character as it is written; empty for what matches none.
        least: How often it comes at least.
        most: At most; None for any number.
    """

    part: Group | str
    least: int = 1
    most: int | None = 1

    @property
    def varies(self) -> bool:
        """Whether it may come more or less often."""
        return self.most is None or self.most > self.least

    @property
    def is_open(self) -> bool:
        """Whether it may come very often."""
        return self.most is None or self.most > _FEW


@lru_cache(maxsize=4096)
def unusable(pattern: str) -> str:
    """Return why Python cannot check values against a pattern; empty when it can."""
    if len(pattern) > _LONGEST:
        return f"a pattern of {len(pattern)} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern, re.ASCII)
            tree = _Reader(pattern).read()
    except (re.error, Warning, ValueError, OverflowError, RecursionError) as error:
        return f"Python does not read it ({error})"
    try:
        return "matching it may take for ever" if _is_hostile(tree) else ""
    except (re.error, Warning, RecursionError):
        return "matching it may take for ever"


def example(pattern: str, least: int = 0, most: int | None = None) -> str | None:
    """Return a text that a usable pattern matches; None when none is found.

    Args:
        pattern: The pattern.
        least: The fewest characters.
        most: The most.
    """
    tree = _Reader(pattern).read()
    compiled = re.compile(pattern, re.ASCII)
    for repeats in (0, 1, 2, least, 3, 5, 8, 13):
        for choice in range(4):
            made = _made(tree, choice, repeats)
            text = made + "a" * (least - len(made)) if not pattern.endswith("$") else made
            if least <= len(text) <= (len(text) if most is None else most) and compiled.search(text):
                return text
    return None


def _made(group: Group, choice: int, repeats: int) -> str:
    text = ""
    for item in group.rows[choice % len(group.rows)]:
        more = repeats if item.most is None else min(repeats, item.most - item.least)
        times = min(item.least + more, _MOST_REPEATS)
        if isinstance(item.part, Group):
            text += "".join(_made(item.part, choice + index, repeats) for index in range(times))
        elif item.part == ".":
            # What passwords are asked to have.
            text += ("aA1!" * times)[:times]
        elif item.part:
            fitting = _matcher(item.part)
            own = [char for char in item.part if char.isalnum()] if item.part.startswith("[") else []
            text += next((each for each in (*own, *_PREFERRED) if fitting(each)), item.part[-1]) * times
    return text


@lru_cache(maxsize=4096)
def _matcher(part: str) -> Callable[[str], bool]:
    compiled = re.compile(part, re.ASCII)
    return lambda char: compiled.fullmatch(char) is not None


@lru_cache(maxsize=4096)
def _characters(part: str) -> frozenset[str]:
    fits = _matcher(part)
    literal = part[-1:] if not part.startswith("[") else ""
    return frozenset(char for char in {*_SAMPLE, *part, literal} if char and fits(char))


def _is_hostile(group: Group) -> bool:
    """Whether there is more than one way to take a text apart into very many repetitions."""
    for row in group.rows:
        for item in row:
            if isinstance(item.part, Group):
                if item.is_open and not _is_plain(item.part):
                    return True
                if _is_hostile(item.part):
                    return True
    return False


def _is_plain(group: Group) -> bool:
    """Whether each repetition of a group can begin and end in one way only."""
    firsts = [_first(row) for row in group.rows]
    if len(firsts) > 1:
        if any(first is None for first in firsts):
            return False
        seen: set[str] = set()
        for first in firsts:
            if first is None or seen & first:
                return False
            seen |= first
    return all(_is_separated(row) for row in group.rows)


def _first(row: tuple[Item, ...]) -> frozenset[str] | None:
    item = next((each for each in row if each.part), None)
    if item is None or item.least < 1 or isinstance(item.part, Group):
        return None
    return _characters(item.part)


def _is_separated(row: tuple[Item, ...]) -> bool:
    """Whether a character that must come is none of what may come more or less often."""
    varying = [item for item in row if item.varies]
    if not varying:
        return not any(isinstance(item.part, Group) and _varies(item.part) for item in row)
    if any(isinstance(item.part, Group) for item in varying):
        return False
    loose = frozenset[str]().union(*(_characters(str(item.part)) for item in varying))
    return any(
        item.least >= 1 and isinstance(item.part, str) and item.part and not _characters(item.part) & loose
        for item in row
        if not item.varies
    )


def _varies(group: Group) -> bool:
    return any(
        item.varies or (isinstance(item.part, Group) and _varies(item.part))
        for row in group.rows
        for item in row
    )


class _Reader:
    """Reads a pattern that compiles."""

    def __init__(self, pattern: str) -> None:
        self.text = pattern
        self.at = 0

    def read(self) -> Group:
        group = self._rows()
        if self.at < len(self.text):
            raise ValueError(f"unexpected {self.text[self.at]!r}")
        return group

    def _rows(self) -> Group:
        rows: list[tuple[Item, ...]] = []
        row: list[Item] = []
        while self.at < len(self.text) and self.text[self.at] != ")":
            if self.text[self.at] == "|":
                self.at += 1
                rows.append(tuple(row))
                row = []
                continue
            row.append(self._counted(self._part()))
        return Group((*rows, tuple(row)))

    def _counted(self, part: Group | str) -> Item:
        least, most = 1, 1
        rest = self.text[self.at : self.at + 1]
        found: tuple[int, int | None] = (least, most)
        if rest and rest in "*+?":
            self.at += 1
            found = {"*": (0, None), "+": (1, None), "?": (0, 1)}[rest]
        elif match := _COUNT.match(self.text, self.at):
            self.at = match.end()
            low = int(match[1])
            found = (low, low if match[2] is None else int(match[3]) if match[3] else None)
        else:
            return Item(part)
        if self.text[self.at : self.at + 1] in ("?", "+"):
            self.at += 1
        return Item(part, *found)

    def _part(self) -> Group | str:
        start = self.at
        char = self.text[start]
        self.at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._class(start)
        if char == "\\":
            return self._escape(start)
        return "" if char in "^$" else re.escape(char) if char != "." else "."

    def _group(self) -> Group | str:
        silent = False
        if match := re.compile(r"\?(?:P<\w+>|[aiLmsux-]*:|=|!|<=|<!|#|[aiLmsux]+)").match(self.text, self.at):
            self.at = match.end()
            silent = match[0] in ("?=", "?!", "?<=", "?<!", "?#")
            if re.fullmatch(r"\?[aiLmsux]+", match[0]):
                self.at += 1
                return ""
        group = self._rows()
        if self.text[self.at : self.at + 1] != ")":
            raise ValueError("a parenthesis is not closed")
        self.at += 1
        # What looks ahead or back takes no character.
        return "" if silent and not _is_hostile(group) else group

    def _class(self, start: int) -> str:
        self.at += self.text[self.at : self.at + 1] == "^"
        self.at += self.text[self.at : self.at + 1] == "]"
        while self.text[self.at] != "]":
            self.at += 2 if self.text[self.at] == "\\" else 1
        self.at += 1
        return self.text[start : self.at]

    def _escape(self, start: int) -> str:
        char = self.text[self.at]
        lengths: dict[str, int] = {"x": 3, "u": 5, "U": 9}
        self.at += lengths.get(char, 1)
        if char in "bBAZ" or char.isdigit():
            while char.isdigit() and self.text[self.at : self.at + 1].isdigit():
                self.at += 1
            return ""
        return self.text[start : self.at]
