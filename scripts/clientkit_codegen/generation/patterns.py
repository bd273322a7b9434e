"""Patterns of documents: which of them Python matches in linear time, and a string that matches one.

A pattern is read into a small tree, and its ways of matching are counted (`ambiguity`). Nothing here depends
on time: a loaded machine decides alike.
"""

from __future__ import annotations

import re
import string
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from clientkit_codegen.generation.ambiguity import Automaton, Fragment, TooManyWays

# In how many ways at once a value may match: a match takes no more steps for each of its characters than this
# many for each character of the pattern.
_MOST_WAYS = 100
_MOST_SITUATIONS = 5000
_LONGEST = 2000
_ANY = "(?s:.)"
_MOST_REPEATS = 2000
_SAMPLE = string.digits + string.ascii_letters + string.punctuation + " \n\té\u4e2d"
# What stands for a class, the first that fits: plain characters first.
_PREFERRED = "a0A1b-_./:@+ " + _SAMPLE
_COUNT = re.compile(r"\{(?!\})(\d*)(,(\d*))?\}")
_CODE = re.compile(r"\\(?:x(\w\w)|u(\w{4})|U(\w{8}))")
_ANCHORS = ("^", "$")


@dataclass(frozen=True)
class Group:
    """Alternatives, each a row of items.

    Attributes:
        rows: The alternatives.
        is_aside: Whether it takes no character: it looks ahead or back.
    """

    rows: tuple[tuple[Item, ...], ...]
    is_aside: bool = False


@dataclass(frozen=True)
class Item:
    """A part of a pattern with how often it may come.

    Attributes:
        part: A group, what matches one character as it is written, or `^` or `$`; empty for what else
            matches none.
        least: How often it comes at least.
        most: At most; None for any number.
    """

    part: Group | str
    least: int = 1
    most: int | None = 1


@lru_cache(maxsize=4096)
def unusable(pattern: str) -> str:
    """Return why Python cannot check values against a pattern; empty when it can."""
    if len(pattern) > _LONGEST:
        return f"a pattern of {len(pattern)} characters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            flags = re.compile(pattern, re.ASCII).flags
            tree = _Reader(pattern).read()
    except (re.error, Warning, ValueError, OverflowError, RecursionError) as error:
        return f"Python does not read it ({error})"
    if flags & re.VERBOSE:
        return "a pattern with comments"
    try:
        _count_ways(pattern, tree, flags)
    except (re.error, Warning, RecursionError, TooManyWays) as error:
        return f"matching it may take for ever ({error})"
    return ""


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
    for item in () if group.is_aside else group.rows[choice % len(group.rows)]:
        more = repeats if item.most is None else min(repeats, item.most - item.least)
        times = min(item.least + more, _MOST_REPEATS)
        if isinstance(item.part, Group):
            text += "".join(_made(item.part, choice + index, repeats) for index in range(times))
        elif item.part == ".":
            # What passwords are asked to have.
            text += ("aA1!" * times)[:times]
        elif item.part and item.part not in _ANCHORS:
            fitting = _matcher(item.part)
            own = [char for char in item.part if char.isalnum()] if item.part.startswith("[") else []
            text += next((each for each in (*own, *_PREFERRED) if fitting(each)), item.part[-1]) * times
    return text


@lru_cache(maxsize=4096)
def _matcher(part: str) -> Callable[[str], bool]:
    compiled = re.compile(part, re.ASCII)
    return lambda char: compiled.fullmatch(char) is not None


def _count_ways(pattern: str, tree: Group, flags: int) -> None:
    """Refuse a pattern that a text may match, or fail to match, in very many ways."""
    automaton = Automaton(_MOST_WAYS)

    def group(part: Group) -> Fragment:
        made = automaton.either(automaton.row(map(item, row)) for row in part.rows)
        return automaton.aside(made) if part.is_aside else made

    def item(each: Item) -> Fragment:
        if isinstance(each.part, Group):
            return automaton.repeated(partial(group, each.part), each.least, each.most)
        made = automaton.character if each.part and each.part not in _ANCHORS else lambda _: Fragment()
        return automaton.repeated(partial(made, each.part), each.least, each.most)

    # A match may begin at any character where the pattern does not say otherwise.
    rows = [_shortened(row) for row in tree.rows]
    fixed = [row for row in rows if row and row[0].part == "^" and not flags & re.MULTILINE]
    free = [row for row in rows if row not in fixed]
    if free:
        fixed.append((Item(_ANY, 0, None), Item(Group(tuple(free)))))
    codes = {ord(each) for each in pattern} | {int("".join(each), 16) for each in _CODE.findall(pattern)}
    edges = {code + step for code in codes for step in (-1, 0, 1)}
    sample = [chr(each) for each in {*range(128), *edges} if 0 <= each <= sys.maxunicode]

    def letters(part: str) -> frozenset[str]:
        fits = re.compile(part, flags).fullmatch
        return frozenset(each for each in sample if fits(each))

    automaton.check(group(Group(tuple(fixed))), letters, _MOST_SITUATIONS)


def _shortened(row: tuple[Item, ...]) -> tuple[Item, ...]:
    """Leave out what a match may end with and need not: nothing after it can fail."""
    if row and isinstance(row[-1].part, str) and row[-1].part not in _ANCHORS:
        return (*row[:-1], Item(row[-1].part, row[-1].least, row[-1].least))
    return row


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
            low = int(match[1] or 0)
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
        return char if char in "^$." else re.escape(char)

    def _group(self) -> Group | str:
        match = re.compile(r"\?(?:P<\w+>|:|=|!|<=|<!|[aiLmsux]+\))").match(self.text, self.at)
        if match is None and self.text[self.at] == "?":
            raise ValueError("a kind of group that is not read here")
        kind = match[0] if match else ""
        self.at += len(kind)
        if kind.endswith(")"):
            return ""
        group = self._rows()
        if self.text[self.at : self.at + 1] != ")":
            raise ValueError("a parenthesis is not closed")
        self.at += 1
        return replace(group, is_aside=True) if kind in ("?=", "?!", "?<=", "?<!") else group

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
        if char.isdigit() or char == "N":
            raise ValueError("a reference to a group or a character")
        if char in "bBAZ":
            return {"A": "^", "Z": "$"}.get(char, "")
        return self.text[start : self.at]
