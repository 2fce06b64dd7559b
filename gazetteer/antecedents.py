"""What "its", "the country's" and "the border" stand for: the names told before, near and by plain rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .lexer import NameSpan
from .model import Kind

REACH = 700  # characters back that a word may take its meaning from
LINES = 3  # lines back, its own included: a paragraph of a report is often one sentence

Adjoin = Callable[[str, str], bool]
"""Tells whether two countries, by their alpha-3 codes, are neighbours on land."""


@dataclass(frozen=True)
class Antecedents:
    """The text that is read, as rules ask of it. ``names`` are in reading order."""

    text: str
    names: Sequence[NameSpan]
    knows: Callable[[str], bool]
    adjoin: Adjoin
    _ends: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ends", [name.end for name in self.names])

    def is_name(self, words: str) -> bool:
        """Tell whether the gazetteer knows a name."""
        return self.knows(words)

    def neighbour(self, at: int, of: NameSpan) -> NameSpan | None:
        """Return the country named last before a position that is a neighbour of another."""
        for name in self._before(at):
            if name.country and of.country and name.country != of.country and self.adjoin(name.country, of.country):
                return name
        return None

    def pair(self, at: int) -> tuple[NameSpan, ...]:
        """Return the country named last before a position with the neighbour of it named before, if there is one."""
        last: NameSpan | None = None
        for name in self._before(at):
            if name.country is None:
                continue
            if last is None:
                last = name
            elif name.country != last.country and self.adjoin(name.country, last.country or ""):
                return last, name
        return (last,) if last is not None else ()

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
