"""What "its", "the country's" and "the border" stand for: the names told before, near and by plain rules."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from .model import Kind
from .name_spans import NameSpan

REACH = 700  # characters back that a word may take its meaning from
LINES = 3  # lines back, its own included: a paragraph of a report is often one sentence
MENTIONS = 2  # of a country that is what a text is about

_END = re.compile(r"[.!?][\"')]* |\n")

Adjoin = Callable[[str, str], bool]
"""Tells whether two countries, by their alpha-3 codes, are neighbours on land."""


@dataclass(frozen=True)
class Antecedents:
    """The text that is read, as rules ask of it. ``names`` are in reading order; ``called`` tells a country's name."""

    text: str
    names: Sequence[NameSpan]
    knows: Callable[[str], bool]
    adjoin: Adjoin
    called: Callable[[str], str] = str
    _ends: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ends", [name.end for name in self.names])

    def is_name(self, words: str) -> bool:
        """Tell whether the gazetteer knows a name."""
        return self.knows(words)

    def neighbour(self, at: int, of: NameSpan) -> NameSpan | None:
        """Return the neighbour of a country that is named last before a position, itself or by a town in it.

        Without any it is the neighbour that the text is about.
        """
        return self._beside(self._before(at), of) or self._topic(at, of)

    def owner(self, at: int, of: NameSpan) -> NameSpan | None:
        """Return whose border with a country is told: the neighbour named last, else that of a town, else the topic."""
        before = self._before(at)
        return self._beside([name for name in before if name.country], of) or self.neighbour(at, of)

    def pair(self, at: int) -> tuple[NameSpan, ...]:
        """Return the country named last before a position with a neighbour of it, if there is one.

        The neighbour may be told by a town in it. Without a country the town named last stands for its own.
        """
        before = self._before(at)
        last = next((name for name in before if name.country), None)
        if last is None:
            last = next((self._land_of(name) for name in before if name.land), None)
        if last is None:
            return ()
        other = self._beside(before, last)
        return (last,) if other is None else (last, other)

    def _beside(self, names: Sequence[NameSpan], of: NameSpan) -> NameSpan | None:
        """Return the first of the names that is, or lies in, a neighbour of a country; a town gives its country.

        A people's forces are where their sentence puts them: "In Gedo, Ethiopian troops …" is told of Somalia.
        """
        found: NameSpan | None = None
        for name in names:
            code = name.country or name.land
            if found is not None and (name.people or _END.search(self.text, name.end, found.start)):
                break
            if code and of.country and code != of.country and self.adjoin(code, of.country):
                found = self._land_of(name)
                if not name.people:
                    break
        return found

    def _topic(self, at: int, of: NameSpan) -> NameSpan | None:
        """Return the neighbour of a country that the text before a position names most, at least twice."""
        told: Counter[str] = Counter()
        first: dict[str, NameSpan] = {}
        for name in self.names[: bisect_left(self._ends, at + 1)]:
            if name.country and of.country and name.country != of.country:
                told[name.country] += 1
                first.setdefault(name.country, name)
        for code, count in told.most_common():
            if count >= MENTIONS and self.adjoin(code, of.country or ""):
                return first[code]
        return None

    def _land_of(self, name: NameSpan) -> NameSpan:
        """Return a country as it is, and for a town at the same place in the text the country that it lies in."""
        if name.country or not name.land:
            return name
        return replace(name, name=self.called(name.land), country=name.land)

    def antecedent(self, at: int, kinds: frozenset[Kind]) -> NameSpan | None:
        """Return the place of one of the kinds named last before a position; of a country its people serve too."""
        found = [name for name in self._before(at) if name.kinds & kinds and (not name.people or Kind.COUNTRY in kinds)]
        if Kind.COUNTRY not in kinds:  # a paragraph of two towns leaves "the city" open
            line = self.text.rfind("\n", 0, at) + 1
            found = [name for name in found if name.start >= line]
            if len({name.name for name in found}) > 1:
                return None
        return found[0] if found else None

    def _before(self, at: int) -> list[NameSpan]:
        """Return the names within reach before a position, the last first."""
        begin = at
        for _ in range(LINES):
            begin = self._line_before(begin)
        begin = max(begin, at - REACH)
        last = bisect_left(self._ends, at + 1)
        found = []
        for name in reversed(self.names[:last]):
            if name.start < begin:
                break
            found.append(name)
        return found

    def _line_before(self, at: int) -> int:
        """Return where the last line with text before a position begins."""
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return self.text.rfind("\n", 0, at) + 1
