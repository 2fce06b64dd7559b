"""Look-up of things by where they stand in the text, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from geomap.model import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Items with a span each, in order of their starts."""

    def __init__(self, items: Iterable[Item], span: Callable[[Item], Span]) -> None:
        self._span = span
        self._items = sorted(items, key=span)
        self._starts = [span(item)[0] for item in self._items]
        self._longest = max((span(item)[1] - span(item)[0] for item in self._items), default=0)

    def overlapping(self, where: Span) -> list[Item]:
        """Return the items that share a character with the span."""
        found = []
        for index in range(bisect_left(self._starts, where[0] - self._longest), len(self._items)):
            if self._starts[index] >= where[1]:
                break
            if self._span(self._items[index])[1] > where[0]:
                found.append(self._items[index])
        return found

    def starting_in(self, where: Span) -> list[Item]:
        """Return the items that begin inside the span."""
        return self._items[bisect_left(self._starts, where[0]) : bisect_left(self._starts, where[1])]

    def before(self, position: int, reach: int) -> list[Item]:
        """Return the items that end at or before a position and begin at most ``reach`` characters before it."""
        found = self._items[bisect_left(self._starts, position - reach) : bisect_left(self._starts, position)]
        return [item for item in found if self._span(item)[1] <= position]
