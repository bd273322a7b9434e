"""How many ways of matching one string a pattern keeps open at once.

Python's matcher goes back: it tries every way, one after the other. The ways are the paths of an automaton
with one state for each character of the pattern, and their number decides how long a match takes. They are
counted over all strings; no clock and no sample of strings is used.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

State = int
K = TypeVar("K")
# Copies that a counted repetition is written out to; more are read as any number, which has more ways.
_COPIES = 256
_MOST_STATES = 5000


class TooManyWays(ValueError):
    """More ways than a matcher gets through in time linear in the length of the text."""


@dataclass
class Fragment:
    """A part of an automaton.

    Attributes:
        empty: In how many ways it matches nothing.
        first: The states that it begins with, each with the number of ways.
        last: The states that it ends with.
        size: How many states it has.
    """

    empty: int = 1
    first: Counter[State] = field(default_factory=Counter)
    last: Counter[State] = field(default_factory=Counter)
    size: int = 0


class Automaton:
    """The ways of a pattern, put together from its parts."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._reads: list[str] = [""]
        self._next: list[Counter[State]] = [Counter()]

    def character(self, part: str) -> Fragment:
        """Return what reads one character of a class."""
        state = len(self._reads)
        if state > _MOST_STATES:
            raise TooManyWays("too many characters, written out")
        self._reads.append(part)
        self._next.append(Counter())
        return Fragment(0, Counter({state: 1}), Counter({state: 1}), 1)

    def row(self, parts: Iterable[Fragment]) -> Fragment:
        """Return what reads one part after the other."""
        whole = Fragment()
        for part in parts:
            self._join(whole.last, part.first)
            whole = Fragment(
                whole.empty * part.empty,
                whole.first + _times(part.first, whole.empty),
                part.last + _times(whole.last, part.empty),
                whole.size + part.size,
            )
            self._bound(whole)
        return whole

    def either(self, parts: Iterable[Fragment]) -> Fragment:
        """Return what reads one of several parts."""
        whole = Fragment(0)
        for part in parts:
            whole = Fragment(
                whole.empty + part.empty,
                whole.first + part.first,
                whole.last + part.last,
                whole.size + part.size,
            )
        self._bound(whole)
        return whole

    def repeated(self, made: Callable[[], Fragment], least: int, most: int | None) -> Fragment:
        """Return what reads a part several times.

        Args:
            made: Makes the part, each time anew.
            least: The fewest times.
            most: The most; None for any number.
        """
        if most == 0:
            return Fragment()
        part = made()
        if part.empty and most != 1:
            raise TooManyWays("a repetition of what may be empty")
        if part.size * (least if most is None else most) > _COPIES:
            least, most = min(least, 1), None
        copies = [part, *(made() for _ in range((max(least, 1) if most is None else most) - 1))]
        tail = Fragment()
        if most is None:
            self._join(copies[-1].last, copies[-1].first)
        for index, copy in reversed(list(enumerate(copies))):
            tail = self.row((copy, tail))
            if index >= least:
                tail.empty += 1
        return tail

    def aside(self, part: Fragment) -> Fragment:
        """Return what reads a part and comes back to where it began, as looking ahead does."""
        return Fragment(1, part.first, Counter(), part.size)

    def check(self, whole: Fragment, letters: Callable[[str], frozenset[str]], limit: int) -> None:
        """Refuse an automaton that some text leads into too many ways.

        Args:
            whole: The automaton.
            letters: The characters that a class reads.
            limit: How many situations are looked at.

        Raises:
            TooManyWays: There is such a text, or too many situations to know.
        """
        self._next[0] = whole.first
        read = {part: letters(part) for part in set(self._reads) if part}
        # Characters that the same classes read are one.
        kinds = {frozenset(part for part, chars in read.items() if each in chars) for each in _union(read)}
        begin = Counter({0: 1})
        seen = {frozenset(begin.items())}
        # The most ways first: what grows is found soon.
        waiting = [(-1, 0, begin)]
        while waiting:
            ways = heapq.heappop(waiting)[2]
            after: dict[str, Counter[State]] = {}
            for state, count in ways.items():
                for follower, more in self._next[state].items():
                    after.setdefault(self._reads[follower], Counter())[follower] += count * more
            for kind in kinds:
                then: Counter[State] = Counter()
                for part in kind & after.keys():
                    then.update(after[part])
                if then.total() > self._most:
                    raise TooManyWays(f"more than {self._most} ways at once")
                if then and (key := frozenset(then.items())) not in seen:
                    seen.add(key)
                    heapq.heappush(waiting, (-then.total(), len(seen), then))
            if len(seen) > limit:
                raise TooManyWays(f"more than {limit} situations")

    def _join(self, last: Mapping[State, int], first: Mapping[State, int]) -> None:
        for state, ways in last.items():
            for follower, more in first.items():
                self._next[state][follower] += ways * more
                if self._next[state][follower] > self._most:
                    raise TooManyWays("two characters that may follow each other in many ways")

    def _bound(self, part: Fragment) -> None:
        if max(part.empty, *part.first.values(), *part.last.values(), 0) > self._most:
            raise TooManyWays("a part that matches nothing in many ways")


def _times(states: Counter[State], factor: int) -> Counter[State]:
    return Counter({state: ways * factor for state, ways in states.items()}) if factor else Counter()


def _union(read: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*read.values())
