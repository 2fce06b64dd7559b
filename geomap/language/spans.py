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
        self._items = sorted(items, key=span)
        spans = [span(item) for item in self._items]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._longest = max([end - start for start, end in spans], default=0)

    def overlapping(self, where: Span) -> list[Item]:
        """Return the items that share a character with the span."""
        start, end = where
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        if first == last:
            return []
        return [self._items[index] for index in range(first, last) if self._ends[index] > start]

    def starting_in(self, where: Span) -> list[Item]:
        """Return the items that begin inside the span."""
        return self._items[bisect_left(self._starts, where[0]) : bisect_left(self._starts, where[1])]

    def before(self, position: int, reach: int) -> list[Item]:
        """Return the items that end at or before a position and begin at most ``reach`` characters before it."""
        first, last = bisect_left(self._starts, position - reach), bisect_left(self._starts, position)
        return [self._items[index] for index in range(first, last) if self._ends[index] <= position]
