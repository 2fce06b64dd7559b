"""Lists in a text: lines that begin with a bullet or a dash."""

from __future__ import annotations

import re

from geomap.model import Span

_ITEM = re.compile(r"\s*[•*·\-–—]\s")


def is_item_line(text: str, position: int) -> bool:
    """Return whether the line that holds the character begins as an item of a list does."""
    return _ITEM.match(text, text.rfind("\n", 0, position) + 1) is not None


def items_around(text: str, position: int) -> Span | None:
    """Return the span of the items, one line after another, that the line of the character stands among."""
    if not is_item_line(text, position):
        return None
    start = text.rfind("\n", 0, position) + 1
    while start and is_item_line(text, start - 1):
        start = text.rfind("\n", 0, start - 1) + 1
    end = position
    while (line := text.find("\n", end)) >= 0 and is_item_line(text, line + 1):
        end = line + 1
    last = text.find("\n", end)
    return (start, last if last >= 0 else len(text))
